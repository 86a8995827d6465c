"""`shomei new`."""

from pathlib import Path

import pytest

from shomei.app.commands.new import file_name, starting_text
from shomei.verdicts.model import EXIT_VERIFIED
from tests.app.calls import run, write
from tests.fakes import FakeLean


@pytest.mark.parametrize("name", ["mine", "mine.txt", "article.md", "私の証明", "a b-c_d+e.txt"])
def test_new_writes_a_derivation_that_can_be_checked(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run("new", name) == 0
    (path,) = Path().iterdir()
    assert path.suffix in {".txt", ".md"} and path.name.startswith(name.split(".", 1)[0])
    assert f"shomei check {path.name}" in path.read_text(encoding="utf-8")
    assert run("check", path.name) == EXIT_VERIFIED, capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "/etc/x",
        "-v",
        ".hidden",
        "a\nb",
        "a\x00b",
        "x.exe",
        "x" * 300,
        "a;b",
        "$(x)",
        "a:b",
        "x\u202etxt",
    ],
)
def test_new_takes_no_name_that_is_not_plain(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run("new", "--", name) == 2
    assert list(Path().iterdir()) == []
    assert "Traceback" not in capsys.readouterr().err


def test_new_overwrites_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write("mine.txt", "precious")
    Path("link.txt").symlink_to("elsewhere")
    assert run("new", "mine") == 2
    assert run("new", "link") == 2
    assert Path("mine.txt").read_text() == "precious" and not Path("elsewhere").exists()
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "made"), [("mine", "mine.txt"), ("a.md", "a.md"), ("b c.txt", "b c.txt")]
)
def test_a_name_gets_a_suffix_where_it_has_none(name: str, made: str) -> None:
    assert file_name(name) == made


@pytest.mark.parametrize("name", ["x.tex", "x.TXT", "1.5"])
def test_another_suffix_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"\.txt"):
        file_name(name)


def test_what_to_type_next_is_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "a b") == 0
    assert capsys.readouterr().out == "a b.txt is written; check it with: shomei check 'a b.txt'\n"


def test_each_text_names_its_own_file() -> None:
    assert "shomei check one.txt" in starting_text("one.txt")
    assert "`shomei check two.md`" in starting_text("two.md")
    assert "{{" not in starting_text("two.md") and "{name}" not in starting_text("one.txt")
