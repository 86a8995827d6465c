"""The README's example is what the command really says, and what it names is there."""

import re
from pathlib import Path

import pytest

from shomei.app import cli
from shomei.lean.axioms import printed
from shomei.parser.directives import KEYWORDS
from tests.docs.test_command import named_options, options
from tests.endtoend.command import shomei
from tests.fakes import FakeLean

README = Path(__file__).parents[2] / "README.md"


def example(name: str) -> str:
    match = re.search(
        rf"<!-- example: {name} -->\n```text\n(.*?)```", README.read_text("utf-8"), re.DOTALL
    )
    assert match is not None
    return match[1]


def test_the_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Lean is left out, since which steps are false is found without it; the end-to-end tests show
    # that it accepts the true ones.
    monkeypatch.setattr(
        "shomei.api.checker.choose", lambda _wanted, _progress: (FakeLean(), printed())
    )
    monkeypatch.chdir(tmp_path)
    Path("example.txt").write_text(example("derivation"), "utf-8")
    assert len(example("derivation").splitlines()) == 5
    assert cli.run(["check", "--no-ledger", "example.txt"]) == 1
    assert capsys.readouterr().out == example("output")


def test_the_example_with_the_real_lean(tmp_path: Path) -> None:
    (tmp_path / "example.txt").write_text(example("derivation"), "utf-8")
    assert shomei(tmp_path, "check", "--backend", "portable", "--no-ledger", "example.txt") == (
        1,
        example("output"),
    )


def test_every_option_that_it_names_is_there() -> None:
    assert named_options(README.read_text("utf-8")) <= options()


def test_the_language_table_has_every_directive() -> None:
    text = README.read_text("utf-8")
    table = text[text.index("## The language") : text.index("## What the verdicts mean")]
    spelled = {
        word for code in re.findall(r"`([^`]+)`", table) for word in re.split(r"[\s,]", code)
    }
    for spellings in KEYWORDS.values():
        assert any(word in spelled for word in spellings if word.isascii()), spellings
        assert any(word in spelled for word in spellings if not word.isascii()), spellings


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text("utf-8"))
    assert {"docs/language.md", "docs/rules.md", "docs/command.md"} <= set(links)
    assert [link for link in links if not (README.parent / link).exists()] == []


def test_it_fits_on_two_screens() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 120
