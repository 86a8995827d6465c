"""`shomei new`."""

import re
import tomllib
from pathlib import Path

import pytest

from shomei.app.commands.new import file_name, starting_text
from shomei.lean.lake.detect import PROJECT
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


def test_a_lake_project_requires_shomeis_library(lean: FakeLean) -> None:
    assert run("new", "--lean", "Proofs") == 0
    made = tomllib.loads(Path("Proofs/lakefile.toml").read_text("utf-8"))
    own = tomllib.loads((PROJECT / "lakefile.toml").read_text("utf-8"))
    (mathlib,) = [each for each in own["require"] if each["name"] == "mathlib"]
    assert made["require"] == [mathlib, {"name": "shomei", "path": str(PROJECT.resolve())}]
    assert made["lean_lib"] == [{"name": "Derivations", "globs": ["Derivations.+"]}]
    toolchain = Path("Proofs/lean-toolchain").read_bytes()
    assert toolchain == (PROJECT / "lean-toolchain").read_bytes()
    write("good.txt", "x + x = 2 x\n")
    assert run("check", "good.txt", "--emit", "Proofs/Derivations") == 0
    text = Path("Proofs/Derivations/Good.lean").read_text("utf-8")
    assert "namespace Good\n" in text
    assert run("new", "--lean", "Proofs") == 2


def test_a_standalone_project_requires_mathlib_only(lean: FakeLean) -> None:
    assert run("new", "--lean", "Alone", "--standalone") == 0
    made = tomllib.loads(Path("Alone/lakefile.toml").read_text("utf-8"))
    assert [each["name"] for each in made["require"]] == ["mathlib"]
    assert [each["name"] for each in made["lean_lib"]] == ["Derivations"]
    assert list(Path("Alone").rglob("*.lean")) == []
    assert "--emit Derivations --standalone\n" in Path("Alone/README.md").read_text("utf-8")
    write("limit.txt", "\\lim_{x \\to 1} (x^2 + 1) = 2\n")
    emit = ("check", "limit.txt", "--emit", "Alone/Derivations")
    assert run(*emit) == 0
    text = Path("Alone/Derivations/Limit.lean").read_text("utf-8")
    assert "import Shomei\n" in text and "private theorem tendsto_value" not in text
    assert run(*emit, "--standalone") == 0
    text = Path("Alone/Derivations/Limit.lean").read_text("utf-8")
    assert text.startswith("import Mathlib\n\n/-!\n") and "import Shomei" not in text
    lemmas, _, rest = text.partition("namespace Limit\n")
    cited = set(re.findall(r"Shomei\.(\w+)", rest))
    written = re.findall(r"^private (?:theorem|def) (\w+)", lemmas, re.MULTILINE)
    assert "tendsto_value" in cited <= set(written) and len(written) == len(set(written)) < 30
    assert run("check", "limit.txt", "--standalone") == 2


@pytest.mark.parametrize(
    "arguments", [(), ("name", "--lean", "Proofs"), ("--lean", "a b"), ("--lean", "no/such/Folder")]
)
def test_a_wrong_call_makes_nothing(lean: FakeLean, arguments: tuple[str, ...]) -> None:
    assert run("new", *arguments) == 2
    assert list(Path().iterdir()) == []
