"""What `pip` makes of this project: a wheel and a source distribution with all of the package and
nothing beside it, which work from any folder.

Nothing is fetched: the environments get Shomei alone, and see what it depends on through a folder
of links to the packages that the tests run with.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from shomei.lean.portable.backend import PortableBackend

ROOT = Path(__file__).parents[2]
#: The rooms that stand at the top level of a checkout, and are links in the package.
LINKED = ("emitter", "lean_project", "parser")
#: How each environment gets Shomei: what is given to `pip install`.
INSTALLS = ("wheel", "folder", "editable")
#: Bare names that are the tests' and the checkout's own, and nobody's site-packages'.
BARE = (*LINKED, "checker", "obligations", "tests", "bench", "app", "lean")


def run(*command: str | Path, **variables: str) -> str:
    """The output of a command that must succeed."""
    done = subprocess.run(
        list(map(str, command)),
        env={**os.environ, "PYTHONPATH": "", **variables},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tracked() -> list[str]:
    """The files of the checkout, by their paths in it."""
    return [
        name
        for name in run("git", "-C", ROOT, "ls-files", "-z", "--cached").split("\0")
        if name and os.path.lexists(ROOT / name)
    ]


def packaged() -> set[str]:
    """The files that the package must hold, by their paths in site-packages."""
    links = {f"shomei/{room}" for room in LINKED}
    return {
        f"shomei/{name}" if name.partition("/")[0] in LINKED else name
        for name in tracked()
        if name.partition("/")[0] in {"shomei", *LINKED}
        and name not in links
        and not name.endswith(".gitignore")
    }


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, since pip builds inside the folder that it is given."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in tracked():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target, follow_symlinks=False)
    return folder


@pytest.fixture(scope="module")
def dependencies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that is installed with Shomei, but not Shomei itself."""
    folder = tmp_path_factory.mktemp("dependencies")
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "shomei" not in entry.name and entry.suffix not in {".pth", ".egg-link"}:
            (folder / entry.name).symlink_to(entry)
    return folder


def wheel_of(source: Path, folder: Path) -> Path:
    run(
        *(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-index"),
        *("--no-build-isolation", "-w", folder, source),
    )
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of(checkout, tmp_path_factory.mktemp("wheel"))


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_a_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    held = names(wheel)
    distribution = {name for name in held if name.partition("/")[0].endswith(".dist-info")}
    assert {name.partition("/")[0] for name in held - distribution} == {"shomei"}
    assert len({name.partition("/")[0] for name in distribution}) == 1
    assert packaged() - held == set()
    assert held - distribution - packaged() == set()


def test_the_package_holds_what_is_no_python(wheel: Path) -> None:
    held = names(wheel)
    for suffix in (
        ".lean",
        ".lark",
        ".jinja",
        ".toml",
        "_words.txt",
        ".js",
        ".json",
        "py.typed",
        "toolchain",
    ):
        assert any(name.endswith(suffix) for name in held), suffix
    assert "shomei/lean_project/Shomei.lean" in held


def test_the_source_distribution_makes_the_same_wheel(
    checkout: Path, wheel: Path, tmp_path: Path
) -> None:
    code = f"from setuptools.build_meta import build_sdist; build_sdist({str(tmp_path)!r})"
    subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, capture_output=True, timeout=600, check=True
    )
    [archive] = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        assert not [member.name for member in packed if member.issym() or member.islnk()]
        packed.extractall(tmp_path, filter="data")
    [source] = [entry for entry in tmp_path.iterdir() if entry.is_dir()]
    assert names(wheel_of(source, tmp_path / "wheel")) == names(wheel)


# -- installed -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment that has Shomei, and what its modules are imported from."""

    folder: Path
    home: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def packages(self) -> Path:
        [folder] = self.folder.glob("lib/*/site-packages")
        return folder


@pytest.fixture(scope="module")
def environments(
    checkout: Path, wheel: Path, dependencies: Path, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Environment]:
    """An environment for each of `INSTALLS`."""
    given: dict[str, list[str | Path]] = {
        "wheel": [wheel],
        "folder": [checkout],
        "editable": ["-e", checkout],
    }
    made = {}
    for name, arguments in given.items():
        folder = tmp_path_factory.mktemp(f"env-{name}")
        venv.create(folder, symlinks=True, with_pip=False)
        here = Environment(folder, checkout if name == "editable" else folder)
        run(
            *(sys.executable, "-m", "pip", "--python", here.python, "install", "-q"),
            *("--no-deps", "--no-index", "--no-build-isolation", *arguments),
            PYTHONPATH=str(dependencies),
        )
        (here.packages / "dependencies.pth").write_text(f"{dependencies}\n", "utf-8")
        made[name] = here
    return made


@pytest.fixture(params=INSTALLS)
def environment(
    request: pytest.FixtureRequest,
    environments: Mapping[str, Environment],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Environment:
    """Each environment in turn, used from an empty folder."""
    monkeypatch.chdir(tmp_path)
    return environments[request.param]


def test_nothing_else_lies_in_site_packages(environment: Environment) -> None:
    own = {
        entry.name
        for entry in environment.packages.iterdir()
        if entry.name not in {"dependencies.pth", "__pycache__"}
    }
    assert {name for name in own if "shomei" not in name} == set()
    assert ("shomei" in own) == (environment.home == environment.folder)


def test_the_package_is_found_and_no_bare_name_is(environment: Environment) -> None:
    code = (
        "import importlib.util as u, shomei, shomei.parser, shomei.lean.portable.library as l;"
        "print(shomei.__file__); print(shomei.parser.__file__); print(l.PROJECT.is_dir());"
        f"print([name for name in {BARE!r} if u.find_spec(name)])"
    )
    home, parser, project, bare = run(environment.python, "-c", code).splitlines()
    assert Path(home).is_relative_to(environment.home)
    assert Path(parser).is_relative_to(environment.home)
    assert (project, bare) == ("True", "[]")


def test_the_command_is_there(environment: Environment) -> None:
    said = run(environment.folder / "bin" / "shomei", "--version")
    assert said.startswith("shomei 0")
    assert run(environment.python, "-m", "shomei", "--version") == said


@pytest.fixture(scope="module")
def cache_with_lean(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder with the user's Lean and no ledger. The Lean that is started in it, by the
    first environment, serves the others and ends with the tests.
    """
    installed = PortableBackend().installation
    folder = tmp_path_factory.mktemp("cache")
    folder.chmod(0o700)
    for made in (installed.engine, installed.library):
        (folder / made.name).symlink_to(made)
    yield folder
    for lock in folder.glob("run/*.lock"):
        with contextlib.suppress(ValueError, ProcessLookupError):
            os.kill(int(lock.read_text("ascii")), signal.SIGTERM)


def test_a_derivation_is_checked(
    environment: Environment, tmp_path: Path, cache_with_lean: Path
) -> None:
    Path("some.txt").write_text("assume x > 0\n\\log (x^2) = 2 \\log x\n", "utf-8")
    said = run(
        *(
            environment.folder / "bin" / "shomei",
            "check",
            "--backend",
            "portable",
            "--no-ledger",
            "some.txt",
        ),
        SHOMEI_CACHE=str(cache_with_lean),
    )
    assert said.endswith("1 step verified (portable)\n2 formulas: 1 verified, 1 assumption\n")


def test_the_examples_of_the_library_are_as_its_page_says(
    environments: Mapping[str, Environment], tmp_path: Path, cache_with_lean: Path
) -> None:
    page = tmp_path / "api.md"
    shutil.copy(ROOT / "docs" / "api.md", page)
    said = run(
        *(environments["wheel"].python, "-m", "doctest", "-v", page),
        SHOMEI_CACHE=str(cache_with_lean),
    )
    assert "0 failed" in said
