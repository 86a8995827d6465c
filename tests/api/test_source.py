"""Whether a source is a file or a text depends on the source alone, not on the disk."""

from pathlib import Path, PurePath

import pytest

from shomei.api.source import SUFFIXES, derivation
from shomei.verdicts.model import Text


@pytest.mark.parametrize(
    "source", ["notes.txt", "a folder/notes.MD", "x = y.tex", "/etc/some.markdown", "公式.txt"]
)
def test_one_line_with_a_known_suffix_is_a_file(source: str) -> None:
    assert derivation(source, None) == Path(source)


@pytest.mark.parametrize(
    "source", ["", "x = x", "notes", "notes.pdf", "x = 1.5", ".txt", "x = x\nsee.txt", "see.txt\n"]
)
def test_all_else_is_a_text(source: str) -> None:
    assert derivation(source, None) == Text(source, "<text>.txt")


@pytest.mark.parametrize("path", [Path("notes"), PurePath("notes.txt"), Path("a\nb.txt")])
def test_a_path_is_always_a_file(path: PurePath) -> None:
    assert derivation(path, None) == Path(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_with_a_suffix_a_str_is_always_a_text(suffix: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x = x\n", "utf-8")
    assert derivation(str(secret), suffix) == Text(str(secret), f"<text>{suffix}")


@pytest.mark.parametrize("suffix", ["", "txt", ".pdf", "/../x.txt", ".TXT"])
def test_an_unknown_suffix_is_refused(suffix: str) -> None:
    with pytest.raises(ValueError, match="no suffix of a derivation"):
        derivation("x = x", suffix)


def test_a_file_has_its_own_suffix() -> None:
    with pytest.raises(ValueError, match="a file has its own"):
        derivation(Path("notes.txt"), ".md")


@pytest.mark.parametrize("source", [b"x = x", 7, None])
def test_nothing_else_is_a_derivation(source: object) -> None:
    with pytest.raises(TypeError):
        derivation(source, None)  # type: ignore[arg-type]
