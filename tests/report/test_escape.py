import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from shomei.report.escape import escape_unseen_json, one_line, visible, visible_lines
from tests.report.samples import hostile_text

STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text() | hostile_text)
def test_nothing_unseen_is_left(text: str) -> None:
    for shown in (visible(text), one_line(text)):
        assert not any(
            unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in shown
        )
        assert "\u202e" not in shown


@given(hostile_text)
def test_lines_stay_lines(text: str) -> None:
    assert visible_lines(text).count("\n") == text.replace("\r\n", "\n").count("\n")


@given(
    st.text(
        st.characters(
            categories=["L", "N", "P", "S"],
            exclude_characters="\u115f\u1160\u3164\uffa0\ufffc\ufffd",
        )
    )
)
def test_what_is_seen_is_left_alone(text: str) -> None:
    assert visible(text) == text


def test_names_are_readable() -> None:
    assert visible("a\x1b[0m\u202eb\U000e0041") == "a\\x1b[0m\\u202eb\\U000e0041"
    assert visible("証明 é ∀ε>0 ℝ 𝓝") == "証明 é ∀ε>0 ℝ 𝓝"


@given(st.dictionaries(hostile_text, hostile_text))
def test_json_keeps_its_values(value: dict[str, str]) -> None:
    text = escape_unseen_json(json.dumps(value, ensure_ascii=False, indent=1))
    assert json.loads(text) == value
    assert not any(
        unicodedata.category(c) in STEERING
        for c in text
        if c != "\n"
        and ord(c) < 0x10000
        and c not in "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f"
    )
