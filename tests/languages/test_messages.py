"""Messages in Japanese: every template is translated, and every message of the product has a
template.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shomei.languages.language import PLACE, languages
from shomei.languages.messages import code_of, say, translated, translated_list
from shomei.parser import parse
from shomei.parser.errors import SyntaxProblem
from shomei.verdicts.run import input_problems
from tests.docs.page import DOCS, codes, rows

ENGLISH, _, JAPANESE = languages()
PAGE = (DOCS / "language.md").read_text("utf-8")
GOLDEN = Path(__file__).parents[1] / "golden"


def test_every_message_has_a_translation() -> None:
    assert set(JAPANESE.messages) == set(ENGLISH.messages)


def test_a_translation_says_all_that_the_english_says() -> None:
    for key, template in ENGLISH.messages.items():
        assert set(PLACE.findall(template)) == set(PLACE.findall(JAPANESE.messages[key])), key


@pytest.mark.parametrize("key", [key for key in ENGLISH.messages if "." in key])
def test_a_message_is_found_again_by_its_text(key: str) -> None:
    if key.startswith(("text.", "stages.", "explain.")):
        return
    places = dict.fromkeys(PLACE.findall(ENGLISH.messages[key]), "x")
    if "rule" in places:
        places["rule"] = "logarithm of a product"
    expected = {**places, "rule": "積の対数"}
    assert translated(say(key, "en", **places), "ja") == say(key, "ja", **expected)


def refutations() -> set[str]:
    texts = (path.read_text("utf-8") for path in GOLDEN.glob("*.golden"))
    pattern = r"^---- \S+: (?:false|undefined|contradiction): (.*)$"
    return {found for text in texts for found in re.findall(pattern, text, re.MULTILINE)}


def test_every_refutation_of_the_golden_files_is_said_in_japanese() -> None:
    found = refutations()
    assert len(found) > 200
    english = re.compile(r"(?<![\\{])\b(?:fails|for|left|right|the|is|asks|satisfy|of|no|value)\b")
    assert [said for said in found if english.search(translated(said, "ja"))] == []


def test_every_way_of_proving_in_the_golden_files_is_said_in_japanese() -> None:
    texts = (path.read_text("utf-8") for path in GOLDEN.glob("*.golden"))
    pattern = r"^---- [^:]+: (?:statement|[0-9a-f]{16}); ([^;\n]*)"
    ways = {found for text in texts for found in re.findall(pattern, text, re.MULTILINE)}
    assert len(ways) > 100
    said = {part for way in ways for part in translated_list(way, "ja").split("、")}
    # Rules are named by their ids, formulas by their labels in brackets.
    words = {part for part in said if part.isascii() and " " in part and part[0] != "("}
    assert words - {"no rule"} == set()


@pytest.mark.parametrize("row", rows(PAGE, "errors"), ids=lambda row: row[0])
def test_every_error_of_the_documentation_is_said_in_japanese(row: list[str]) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        parse(f"{codes(row[0])[0]}\n", "error.txt")
    for problem in input_problems(caught.value):
        for said in (problem.message, *problem.hints):
            assert not translated(said, "ja").isascii(), said


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("fails for x = 1: left 2, right 3", "x = 1 のとき成り立ちません: 左辺は 2、右辺は 3"),
        (
            "fails for x = 1: left no value (grows without bound on both sides), right 3",
            "x = 1 のとき成り立ちません: 左辺は 値なし (両側で限りなく大きくなる)、右辺は 3",
        ),
        (
            "the argument of a root, x - 5, is -3 for x = 2",
            "x = 2 のとき根号の中 x - 5 の値は -3 です",
        ),
        (
            "it rests on (1), line 3, line 4 and line 7, which are not verified",
            "検証されていない (1)、3 行目、4 行目、7 行目 に依存しています",
        ),
        ("expected an expression, `}`", "必要なもの: 式、`}`"),
        ("logarithm of a product: x = y", "積の対数: x = y"),
        ("not checked: an empty display", "検査していません: 空の数式です"),
        ("something that has no template", "something that has no template"),
    ],
)
def test_translation(english: str, japanese: str) -> None:
    assert translated(english, "ja") == japanese
    assert translated(english, "en") == english


def test_lists_keep_the_commas_of_their_messages() -> None:
    ways = "the steps before, absolute value, by the sign of what is in it, log_mul, (2)"
    expected = "前のステップ、絶対値の中の符号による場合分け、log_mul、(2)"
    assert translated_list(ways, "ja") == expected
    assert translated_list(ways, "en") == ways


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ja_JP"}, "ja"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "../../x"}, "en"),
        ({"LC_ALL": "", "LANG": "ja_JP"}, "ja"),
        ({}, "en"),
    ],
)
def test_the_locale_names_the_language(environment: dict[str, str], code: str) -> None:
    assert code_of(environment) == code


@given(st.lists(st.sampled_from(list(ENGLISH.messages.values())), max_size=3), st.text())
def test_any_text_can_be_translated(templates: list[str], text: str) -> None:
    said = PLACE.sub(lambda _: text, ", ".join(templates))
    assert isinstance(translated(said, "ja"), str)
    assert isinstance(translated_list(said, "ja"), str)


def test_long_texts_take_no_longer_than_they_are() -> None:
    import time

    begun = time.process_time()
    for text in ("fails for " + ": left , right" * 20_000, "it rests on " + "line 1, " * 20_000):
        translated(text, "ja")
    assert time.process_time() - begun < 5


def literals() -> str:
    """All string literals of the product; a mark stands for the values in f-strings."""
    root = Path(__file__).parents[2]
    said: list[str] = []
    for room in ("parser", "emitter", "shomei"):
        for path in sorted((root / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    said.append(
                        "".join(
                            str(part.value) if isinstance(part, ast.Constant) else "\0"
                            for part in node.values
                        )
                    )
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    said.append(node.value)
    return "\1".join(said)


#: Put together from several literals.
COMPOSED = {
    *(f"numbers.{key}" for key in ("fails", "fails_sides", "asks_at", "two_sides")),
    *(f"parts.{kind}_{end}" for kind in ("sum", "product") for end in ("lower", "upper")),
    *("verdict.rests_on", "verdict.rests_on_one", "lean.natural_needed_let"),
    *(f"advice.both_zero_{way}" for way in ("by", "cancel")),
    *(f"advice.no_evidence{at}" for at in ("", "_at")),
    *("numbers.difference", "numbers.difference_turned"),
    *("syntax.while_open", "syntax.nothing_open", "syntax.qed_open_case"),
    "verdict.not_defined",
    *(f"doubt.reserved_{of}" for of in ("words", "letters", "heading", "part", "later")),
    *("advice.left_less_right", "advice.right_less_left"),
    *("advice.does_not_go_to", "advice.no_such_rule_near"),
}


def test_the_product_still_says_it() -> None:
    said = literals()
    gone = {
        key
        for key, template in ENGLISH.messages.items()
        if not key.startswith(("text.", "stages.", "explain."))
        and any(piece.strip() not in said for piece in PLACE.split(template)[::2])
    }
    assert gone == COMPOSED
