"""A real portable Lean with a library of a few lines that compiles in seconds. The toolchain and
the engine are those of the user's cache.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shomei.lean.portable import cache
from shomei.lean.portable.backend import PortableBackend
from shomei.lean.portable.engine import install_engine
from shomei.lean.portable.node import find_node
from shomei.lean.portable.toolchain import install_toolchain, toolchain_key

PREAMBLE = """set_option linter.unusedVariables false
local notation "ℝ" => Real
"""

MODULES = {
    "portable/Mathlib/Tiny.lean": """module
public import Init
public section
axiom Real : Type
axiom Real.zero : Real
axiom Real.only_zero (a : Real) : a = Real.zero
namespace Filter
end Filter
namespace Topology
end Topology
""",
    "Shomei/Rules.lean": """module
public import Mathlib.Tiny
public section
-- shomei: preamble
theorem all_equal (a b : ℝ) : a = b := (Real.only_zero a).trans (Real.only_zero b).symm
theorem of_lean_only (a b : Nat) : a + b = b + a := by omega
""",
    "Shomei.lean": """module
public import Shomei.Rules
""",
}


def write_project(folder: Path, modules: dict[str, str] = MODULES) -> Path:
    """Writes a Lean project with `modules` by their paths, and the preamble."""
    for name, text in {"portable/Preamble.lean": PREAMBLE, **modules}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def ready_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that has the toolchain and the engine of the user's own cache."""
    toolchain = install_toolchain(find_node(), print)
    engine = install_engine(toolchain, toolchain_key(), print)
    folder = tmp_path_factory.mktemp("cache", numbered=True)
    folder.chmod(0o700)
    for made in (toolchain, engine):
        (folder / made.name).symlink_to(made)
    return folder


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of `MODULES`."""
    return write_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(autouse=True)
def own_cache(ready_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test here uses `ready_cache`, and no resident but where it says so."""
    monkeypatch.setenv("SHOMEI_CACHE", str(ready_cache))
    monkeypatch.setenv("SHOMEI_RESIDENT", "0")
    return ready_cache


@pytest.fixture(scope="session")
def _shared(ready_cache: Path, project: Path) -> Iterator[PortableBackend]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHOMEI_CACHE", str(ready_cache))
        patch.setenv("SHOMEI_RESIDENT", "0")
        backend = PortableBackend(project=project)
        assert cache.is_installed(
            backend.installation.library, backend.identity.removeprefix("portable-")
        )
    yield backend
    backend.close()


@pytest.fixture
def backend(_shared: PortableBackend) -> PortableBackend:
    """A backend with a Lean process of its own, shared by the tests."""
    return _shared


@pytest.fixture
def new_backend(project: Path) -> Iterator[Callable[[], PortableBackend]]:
    """Makes backends, and ends what they started."""
    made: list[PortableBackend] = []

    def make() -> PortableBackend:
        made.append(PortableBackend(project=project))
        return made[-1]

    yield make
    for one in made:
        one.close()
