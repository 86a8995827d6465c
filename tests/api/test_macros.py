"""Commands that are defined outside of a derivation."""

import pytest

import shomei
from shomei.api.macros import definitions
from tests.fakes import FakeLean


def test_they_are_written_as_latex_writes_them() -> None:
    assert definitions({"R": r"\mathbb{R}", "dd": r"\frac{d #1}{d #2}"}) == (
        "\\newcommand{\\R}{\\mathbb{R}}\n\\newcommand{\\dd}[2]{\\frac{d #1}{d #2}}"
    )


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("a b", "x"),
        (r"\R", "x"),
        ("", "x"),
        ("R", ""),
        ("R", "}{"),
        ("R", "{"),
        ("R", "x % y"),
        ("R", "x\ny"),
        ("R", "x" * 600),
    ],
)
def test_what_is_none_is_refused(name: str, meaning: str) -> None:
    with pytest.raises(ValueError, match=r"is no (name|meaning) of a command"):
        definitions({name: meaning})


def test_a_check_knows_them(lean: FakeLean) -> None:
    text = "\\twice{x} = 2 x"
    assert shomei.check(text, macros={"twice": "(#1 + #1)"}).verified
    assert not shomei.check(text, macros={"twice": "(#1 + #1 + 1)"}).verified
    assert not shomei.check(text).verified
