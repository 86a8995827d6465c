"""docs/tutorial.md: its files are checked as it says, by a Lean that accepts everything; which
steps are false is found without it.
"""

import re
from pathlib import Path

import pytest

from tests.app.calls import run
from tests.docs.page import DOCS

TEXT = (DOCS / "tutorial.md").read_text("utf-8")


def example(name: str) -> str:
    match = re.search(rf"<!-- example: {re.escape(name)} -->\n```\w+\n(.*?)```\n", TEXT, re.DOTALL)
    assert match is not None, name
    return match[1]


@pytest.mark.usefixtures("lean")
def test_the_tutorial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    square = example("square.txt")
    Path("square.txt").write_text(square, "utf-8")
    assert run("check", "square.txt") == 0
    assert capsys.readouterr().out == example("check square.txt")
    Path("wrong.txt").write_text(square.replace("4 x", "2 x"), "utf-8")
    assert run("check", "wrong.txt") == 1
    assert capsys.readouterr().out == example("check wrong.txt")
    Path("wrong.txt").unlink()
    for name in ("log.txt", "article.md", "shomei.toml"):
        Path(name).write_text(example(name), "utf-8")
    assert run("check", "log.txt") == 0
    assert "logarithm of a power" not in capsys.readouterr().err
    assert run("check") == 0
    out = capsys.readouterr().out
    assert "refuted (suppressed: a joke)" in out and "article.md (portable)" in out


@pytest.mark.usefixtures("lean")
def test_its_logarithm_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("log.txt").write_text(example("log.txt"), "utf-8")
    assert run("explain", "log.txt:3") == 0
    assert "theorem line_3" in capsys.readouterr().out


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", TEXT)
    assert links and all((DOCS / link).exists() for link in links)
