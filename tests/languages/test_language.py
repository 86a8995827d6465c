"""The languages' files hold together, and a file that does not is refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from shomei.emitter.rules import rules
from shomei.languages import language
from shomei.languages.language import (
    Language,
    LanguageError,
    languages,
    longest_first,
    merged,
    try_patterns,
)
from shomei.languages.names import canonical, named, names_of, shown_name

LEAST = 'code = "{code}"\nname = "x"\nspaced = true\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(language, "FOLDERS", [tmp_path])
    monkeypatch.setattr(language, "languages", languages.__wrapped__)
    (tmp_path / "english.toml").write_text(
        LEAST.format(code="en") + '[messages]\nsame = "<left> is <right>"\n', "utf-8"
    )
    return tmp_path


def test_the_languages_are_there() -> None:
    assert [(each.code, each.name) for each in languages()] == [
        ("en", "English"),
        ("fr", "français"),
        ("ja", "日本語"),
    ]


def test_both_have_words_for_everything_that_is_written() -> None:
    english, _, japanese = languages()
    for section in (
        "keywords",
        "names",
        "rules",
        "defined",
        "number_kinds",
        "other_kinds",
        "article_definitions",
    ):
        assert set(english.sections[section]) == set(japanese.sections[section]), section


def test_what_every_language_must_say() -> None:
    english = languages()[0]
    for each in languages()[1:]:
        for section in ("keywords", "environments", "names", "number_kinds"):
            assert set(english.sections[section]) == set(each.sections[section]), section
        for name in ("let", "put", "suppose", "be", "for", "if", "then", "have", "show", "hedge"):
            assert each.words("clauses", name) or not each.spaced, name
        for section in ("other_kinds", "worlds"):
            assert set(each.sections[section]) <= set(english.sections[section]), section
        assert set(each.sections["rules"]) <= set(english.sections["rules"])


def test_a_rule_has_a_name_and_a_name_of_a_rule_is_one_of_the_table() -> None:
    assert set(merged("rules")) == {rule.id for rule in rules()}


def test_a_name_stands_for_all_rules_that_are_called_so() -> None:
    assert named("addition theorem") == ("sin_add", "cos_add", "sin_sub", "cos_sub")
    assert named("加法定理") == named("the Addition theorem")
    assert named("積の微分") == named("product rule") == ("product_rule",)
    assert named("root is not negative") == ("sqrt_nonneg",)
    assert named("no such rule") == ()


def test_ways_of_proving_have_one_name_that_is_shown() -> None:
    assert canonical("積の微分法") == shown_name("product_rule") == "product rule"
    assert canonical("加法定理") is None
    assert names_of("log_mul", "ja") == ("積の対数",)


def test_of_two_words_that_begin_alike_the_longer_is_tried_first() -> None:
    assert longest_first(["case", "cases", "case"]) == ("cases", "case")
    for words in (*merged("keywords").values(), *merged("connectives").values()):
        assert words == longest_first(words)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("code = ", "new.toml"),
        ('code = "xx"\nname = "x"', "`spaced` must be a bool"),
        (LEAST.format(code="../x"), "is no language's code"),
        (LEAST.format(code="en"), "two files are for the language `en`"),
        (LEAST.format(code="xx") + "[verbs]\n", "nothing is called verbs"),
        (LEAST.format(code="xx") + '[keywords]\nsuppose = ["x"]\n', "keywords.suppose: there are"),
        (LEAST.format(code="xx") + '[keywords]\nlet = "x"\n', "keywords.let must be a list"),
        (LEAST.format(code="xx") + '[article]\nlaw = ["("]\n', "unterminated subpattern"),
        ("letters = 'z-a'\n" + LEAST.format(code="xx"), "bad character range"),
        (LEAST.format(code="xx") + "[messages]\nsame = 1\n", "messages.same must be a text"),
        (LEAST.format(code="xx") + '[messages]\nsame = "<up>"\n', "a place that English lacks"),
        (LEAST.format(code="xx") + '[messages]\nother = "x"\n', "no message is called other"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(folder: Path, text: str, complaint: str) -> None:
    (folder / "new.toml").write_text(text, "utf-8")
    with pytest.raises(LanguageError) as caught:
        language.languages()
    assert complaint in str(caught.value)


@pytest.mark.parametrize("own", languages(), ids=lambda each: each.code)
def test_the_regular_expressions_of_shomeis_own_files_compile(own: Language) -> None:
    try_patterns(own.name, own)


def test_a_file_may_leave_out_all_words(folder: Path) -> None:
    (folder / "new.toml").write_text(LEAST.format(code="xx"), "utf-8")
    assert [each.code for each in language.languages()] == ["en", "xx"]
    assert language.languages()[1].words("keywords", "let") == ()


def test_there_must_be_english(folder: Path) -> None:
    (folder / "english.toml").unlink()
    with pytest.raises(LanguageError, match="no file for the language `en`"):
        language.languages()


def test_a_place_stands_once_in_an_english_message(folder: Path) -> None:
    (folder / "english.toml").write_text(
        LEAST.format(code="en") + '[messages]\nsame = "<left> <left>"\n', "utf-8"
    )
    with pytest.raises(LanguageError, match=r"messages\.same has a place twice"):
        language.languages()
