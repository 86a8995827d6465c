"""The Lean library: which modules, in which order, and what is compiled again."""

import shutil
from pathlib import Path

import pytest

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable.backend import PortableBackend
from shomei.lean.portable.library import PROJECT, read_library
from tests.lean.portable.conftest import MODULES, PREAMBLE, write_project


def test_modules_come_after_what_they_import(project: Path) -> None:
    assert [module.name for module in read_library(project).modules] == [
        "Mathlib.Tiny",
        "Shomei.Rules",
        "Shomei",
    ]


def test_the_preamble_takes_the_place_of_its_mark(project: Path) -> None:
    rules = read_library(project).modules[1]
    assert PREAMBLE.strip() in rules.text
    assert "shomei: preamble" not in rules.text


def test_imports_in_a_circle_are_named(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            "Shomei.lean": "public import Shomei.A",
            "Shomei/A.lean": "import Shomei.B",
            "Shomei/B.lean": "public import Shomei.A",
        },
    )
    with pytest.raises(EnvironmentFailure, match=r"Shomei\.A → Shomei\.B → Shomei\.A"):
        read_library(tmp_path)


def test_an_installation_without_the_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure, match="cannot be read"):
        read_library(tmp_path)


def test_the_key_changes_with_any_text(tmp_path: Path) -> None:
    keys = {
        read_library(write_project(tmp_path / "same")).key("engine"),
        read_library(write_project(tmp_path / "again")).key("engine"),
    }
    assert len(keys) == 1
    for number, name in enumerate(MODULES):
        keys.add(
            read_library(
                write_project(
                    tmp_path / str(number), {**MODULES, name: MODULES[name] + "\n-- changed\n"}
                )
            ).key("engine")
        )
    keys.add(read_library(tmp_path / "same").key("other engine"))
    assert len(keys) == 2 + len(MODULES)


def test_only_what_changed_is_compiled_again(tmp_path: Path, backend: PortableBackend) -> None:
    assert backend.installation.library.is_dir()
    changed = {
        **MODULES,
        "Shomei/Rules.lean": MODULES["Shomei/Rules.lean"] + "theorem added : 1 = 1 := rfl\n",
    }
    said: list[str] = []
    other = PortableBackend(said.append, project=write_project(tmp_path, changed))
    (run,) = other.check(["theorem x : 1 = 1 := added\n#print axioms x"], timeout=60)
    other.close()
    assert [message.text for message in run.messages] == ["'x' does not depend on any axioms"]
    assert said[0].startswith("compiling the Lean library (1 of 3")
    assert (backend.installation.library / "Mathlib/Tiny.olean").stat().st_ino == (
        other.installation.library / "Mathlib/Tiny.olean"
    ).stat().st_ino


@pytest.mark.parametrize(
    ("addition", "said"),
    [
        ("theorem wrong : 1 = 2 := rfl", "Shomei.Rules, line 8: "),
        ("theorem unfinished : 1 = 2 := sorry", "sorry"),
        ("#exit\ntheorem x : 1 = 1 := rfl", "compile"),
    ],
)
def test_a_library_that_is_not_whole_is_not_used(
    tmp_path: Path, own_cache: Path, addition: str, said: str
) -> None:
    backend = PortableBackend(
        project=write_project(
            tmp_path, {**MODULES, "Shomei/Rules.lean": MODULES["Shomei/Rules.lean"] + addition}
        )
    )
    with pytest.raises(EnvironmentFailure, match=said):
        backend.check(["#check 1"], timeout=60)
    key = backend.identity.removeprefix("portable-")
    assert not (own_cache / f"library-{key}").exists()
    kept = own_cache / f"unfinished-{key}"
    assert (kept / "Mathlib/Tiny.olean").is_file(), "what compiled is kept for the next time"
    assert not (kept / "Shomei/Rules.olean").exists()


def test_a_damaged_image_is_made_anew(
    tmp_path: Path,
    backend: PortableBackend,
    project: Path,
    own_cache: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = backend.installation.library
    for made in own_cache.iterdir():
        if made.is_symlink():
            (tmp_path / made.name).symlink_to(made.resolve())
    shutil.copytree(library, tmp_path / library.name)
    with (tmp_path / library.name / "image.bin").open("r+b") as stream:
        stream.truncate(1000)
    monkeypatch.setenv("SHOMEI_CACHE", str(tmp_path))
    other = PortableBackend(project=project)
    (run,) = other.check(["theorem wrong : 1 = 2 := rfl"], timeout=60)
    other.close()
    assert run.complete
    assert any(message.severity == "error" for message in run.messages)


def test_shomeis_own_library_is_there() -> None:
    assert read_library(PROJECT).modules[-1].name == "Shomei"
