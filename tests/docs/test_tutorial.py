"""The tutorials: their files are checked as they say, by a Lean that accepts everything; which
steps are false is found without it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.app.calls import run
from tests.docs.page import DOCS


@dataclass(frozen=True, slots=True)
class Tutorial:
    """A tutorial: its page, the options that make reports speak its language, and words of them."""

    page: Path
    options: tuple[str, ...]
    suppressed: str

    def example(self, name: str) -> str:
        """The text of an example of the page."""
        match = re.search(
            rf"<!-- example: {re.escape(name)} -->\n```\w+\n(.*?)```\n",
            self.page.read_text("utf-8"),
            re.DOTALL,
        )
        assert match is not None, name
        return match[1]


TUTORIALS = [
    Tutorial(DOCS / "tutorial.md", (), "refuted (suppressed: a joke)"),
    Tutorial(DOCS / "ja" / "tutorial.md", ("--lang", "ja"), "冗談"),
]
each_tutorial = pytest.mark.parametrize("tutorial", TUTORIALS, ids=["en", "ja"])


@each_tutorial
@pytest.mark.usefixtures("lean")
def test_the_tutorial(
    tutorial: Tutorial,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    example = tutorial.example
    square = example("square.txt")
    Path("square.txt").write_text(square, "utf-8")
    assert run("check", *tutorial.options, "square.txt") == 0
    assert capsys.readouterr().out == example("check square.txt")
    Path("wrong.txt").write_text(square.replace("4 x", "2 x"), "utf-8")
    assert run("check", *tutorial.options, "wrong.txt") == 1
    assert capsys.readouterr().out == example("check wrong.txt")
    Path("wrong.txt").unlink()
    for name in ("log.txt", "article.md", "shomei.toml"):
        Path(name).write_text(example(name), "utf-8")
    assert run("check", "--strict", "log.txt") == 0
    capsys.readouterr()
    assert run("check", *tutorial.options) == 0
    out = capsys.readouterr().out
    assert tutorial.suppressed in out and "article.md (portable)" in out
    # The joke is the one formula that fails, and the display is checked.
    assert out.count("✗") == 1 and out.count("✓") >= 2


@each_tutorial
@pytest.mark.usefixtures("lean")
def test_its_logarithm_is_explained(
    tutorial: Tutorial,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("log.txt").write_text(tutorial.example("log.txt"), "utf-8")
    assert run("explain", "log.txt:3") == 0
    assert "theorem line_3" in capsys.readouterr().out
