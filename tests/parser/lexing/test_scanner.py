"""The groups of the scanner and their readers, and the recording of layout."""

import pytest

from shomei.parser.declarations import Declarations
from shomei.parser.lexing import scan
from shomei.parser.lexing.scanner import _SCAN
from shomei.parser.lexing.symbols import READERS
from shomei.parser.source import Source

#: Groups inside other groups, which match a part of their text.
INNER = {
    "dots",
    "dotted_letter",
    "dotted_bare",
    "inner_index",
    "outer_index",
    "bare_index",
    "inner_brace",
    "number_text",
    "circled",
    "circled_alone",
    "old_word",
    "differential",
    "label_name",
    "tag_text",
    "opened",
    "closed",
    "set_name",
    "set_suffix",
    "word",
    "words",
    "command_name",
    "accent_name",
    "accented",
    "accented_bare",
    "accented_index",
    "stacked_label",
    "stacked_sign",
    "extremum_name",
    "extremum_named",
    "brace",
    "blackboard_letter",
    "blackboard_bare",
    "number_apart",
    "marks",
}


def scanned(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The tokens of a text, and its parts that are layout."""
    declarations = Declarations()
    tokens = scan(Source.of(text, "a.txt"), ((0, len(text)),), declarations)
    layout = [text[start:end] for start, end in declarations.layout]
    return [(token.type, str(token.value)) for token in tokens], layout


def test_every_group_of_the_expression_has_a_reader() -> None:
    assert set(_SCAN.groupindex) - INNER == set(READERS)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("\\sin \\alpha", [("FUNCTION", "sin"), ("NAME", "alpha")]),
        ("\\operatorname{e}", [("CONSTANT", "e")]),
        (
            "x²₁",
            [("NAME", "x"), ("CARET", "^"), ("NUMBER", "2"), ("UNDERSCORE", "_"), ("NUMBER", "1")],
        ),
        ("1{,}234.5", [("NUMBER", "1234.5")]),
        ("\\{x\\}", [("LPAR", "\\{"), ("NAME", "x"), ("RPAR", "\\}")]),
        ("\\left| x \\right|", [("LEFT_BAR", "|"), ("NAME", "x"), ("RIGHT_BAR", "|")]),
        ("\\mathbb{N}_{\\ge 1}", [("NUMBER_SET", "N+")]),
        ("\\mathbb{Z}^{+}", [("NUMBER_SET", "N+")]),
        ("\\mathbb{Z}_{\\ge 0}", [("NUMBER_SET", "N")]),
        ("\\mathbb{N}^{*}", [("NUMBER_SET", "N+")]),
        ("<=>", [("IFF", "<=>")]),
        ("\\left( % a comment\n \\, ~", [("LPAR", "(")]),
    ],
)
def test_a_group_stands_for_its_tokens(text: str, tokens: list[tuple[str, str]]) -> None:
    assert scanned(text)[0] == tokens


def test_tags_marks_and_delimiters_are_layout_with_the_blanks_after_them() -> None:
    assert scanned("$$ x &= \\left( y \\right) \\tag{1} $$")[1] == ["$$ ", "&", "\\tag{1} $$"]
    assert scanned("\\( x = y \\)")[1] == ["\\( ", "\\)"]
    assert scanned("x \\text{ & } = 1, \\quad y")[1] == []


@pytest.mark.parametrize("text", ["\\mathbb{Z}^{*}", "\\mathbb{R}_{+}", "\\|x\\|", "\\right."])
def test_what_the_language_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(Exception, match="not part of the language"):
        scanned(text)


@pytest.mark.parametrize(
    "label",
    [
        *("(1)", "1", "*", r"(\ref{a})", r"\text{by (2)}", r"\text{algebra}", r"\mathrm{IH}"),
        *(r"\text{I.H.}", r"\text{chain rule}", r"\text{ind. hyp.}", r"\text{Theorem 2}"),
        *("仮定", r"\text{加法定理より}", r"\text{L'H}"),
    ],
)
def test_a_reason_over_a_sign_leaves_it_as_it_is(label: str) -> None:
    assert scanned(rf"\overset{{{label}}}{{=}}")[0] == [("EQ", "=")]


@pytest.mark.parametrize(
    "label",
    [
        *("?", "!", r"\text{wrong}", r"\text{not}", r"\text{no}", "NO", "誤", r"\text{false}"),
        *(r"\text{a.s.}", r"x \to 0", "d", r"\text{must be}", r"\text{want}", r"\triangle"),
    ],
)
def test_other_words_over_a_sign_may_change_it(label: str) -> None:
    with pytest.raises(Exception, match="may give it another meaning"):
        scanned(rf"\overset{{{label}}}{{=}}")
