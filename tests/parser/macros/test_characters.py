"""Characters whose meaning a text changes: what they touch is not read from there on."""

import pytest

from shomei.parser import parse
from shomei.parser.ast import Noted
from shomei.parser.errors import SyntaxProblem


def read_of(text: str, path: str = "a.tex") -> list[bool]:
    """Of each formula in order, whether it is read."""
    try:
        items = parse(text, path).items
    except SyntaxProblem as problem:
        assert problem.rest is not None
        items = problem.rest.items
    return [not isinstance(item, Noted) for item in items]


@pytest.mark.parametrize(
    "change",
    [
        r"\catcode`\+=13",
        r"\catcode`+=\active \def+{-}",
        r"\catcode43=13",
        r'\catcode"2B=13',
        r"\catcode'53=13",
        r'\mathcode`\+="002D',
        r"\DeclareMathSymbol{+}{\mathbin}{operators}{45}",
        r"\let+=-",
        r"\let + -",
        r"\def+{-}",
        r"\gdef+{-}",
        r"\global\let+=-",
        r"\catcode\count0=13",
    ],
)
def test_a_changed_sign_is_not_read(change: str) -> None:
    assert read_of(f"$1 + 1 = 2$ {change} $1 + 2 = 3$") == [True, False]


@pytest.mark.parametrize(
    "change", [r"\catcode`\@=11", r"\makeatletter", r"\mathcode`\;=8", r"\def~{+}", r"\let\+=-"]
)
def test_other_signs_are_read(change: str) -> None:
    assert read_of(f"{change} $1 + 1 = 2$") == [True]


def test_a_change_ends_with_its_group() -> None:
    assert read_of(r"{\catcode`\*=13 $2 * 2 = 4$} $2 * 3 = 6$") == [False, True]
    assert read_of(r"\begingroup\mathcode`\*=1 $2 * 2 = 4$\endgroup $2 * 3 = 6$") == [False, True]


def test_in_markdown_and_plain_text_it_holds_to_the_end() -> None:
    assert read_of(r"$\def*{+}$ We have $2 * 2 = 4$ and $2 - 1 = 1$.", "a.md") == [False, True]
    assert read_of("\\let*=+\n2 * 2 = 4\n2 - 1 = 1", "a.txt") == [False, True]


def test_a_control_symbol_stands_for_what_it_is_made() -> None:
    assert read_of(r"\let\,=- $3\,2 = 1$") == [True]
