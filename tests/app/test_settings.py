"""The settings of a project, and what is said of mistakes in them."""

from pathlib import Path

import pytest

from shomei.app.settings import Settings, load

GOOD = """
[tool.shomei]
paths = ["docs"]
exclude = ["drafts/"]
backend = "portable"
strict = true
fail-on = ["refuted"]
timeout = 30

[[tool.shomei.overrides]]
files = ["notes/*.md"]
strict = false
"""


def test_the_next_file_above_counts() -> None:
    Path("pyproject.toml").write_text(GOOD, "utf-8")
    below = Path("some/folder")
    below.mkdir(parents=True)
    (below / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    read = load(below)
    assert read.file == Path("pyproject.toml").absolute()
    assert (read.paths, read.exclude, read.backend) == (("docs",), ("drafts/",), "portable")
    assert (read.strict, read.fail_on, read.timeout) == (True, {"refuted"}, 30.0)
    assert read.overrides[0].files == ("notes/*.md",) and read.overrides[0].strict is False
    (below / "shomei.toml").write_text('lang = "ja"\n', "utf-8")
    assert load(below).lang == "ja"


def test_a_repository_without_settings_ends_the_search() -> None:
    Path("shomei.toml").write_text("strict = true\n", "utf-8")
    Path("inner/.git").mkdir(parents=True)
    assert load(Path("inner")) == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("exclud = []", "`exclud` is no setting; did you mean `exclude`?"),
        ("paths = 'docs'", "`paths` should be a list of texts"),
        ("strict = 'yes'", "`strict` should be true or false"),
        ("backend = 'coq'", "`backend` should be one of auto, lake, portable"),
        ("lang = 'xx'", "`lang` should be one of en, fr, ja"),
        ("fail-on = ['false']", "`fail-on` should list some of refuted, skipped"),
        ("timeout = -1", "`timeout` should be a positive number of seconds"),
        ("[[overrides]]\nstrict = true", "`overrides` has a mistake: table 1 names no `files`"),
        ("[[overrides]]\nfile = []", "`1.file` is no setting; did you mean `files`?"),
        ("paths = [", "this is no TOML"),
    ],
)
def test_mistakes_are_named(text: str, said: str) -> None:
    Path("shomei.toml").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"shomei\.toml: ") as raised:
        load(Path())
    assert said in str(raised.value)


def test_house_hypotheses_are_read_with_the_settings() -> None:
    Path("shomei.toml").write_text("house = ['assume x > 0', 'let n \\in \\mathbb{N}']\n", "utf-8")
    assert load(Path()).house == ("assume x > 0", "let n \\in \\mathbb{N}")
    Path("shomei.toml").write_text("house = ['x = 1']\n", "utf-8")
    with pytest.raises(ValueError, match=r"`house` 'x = 1': write `assume"):
        load(Path())
