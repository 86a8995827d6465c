"""The names of letters with accents, primes and stars."""

import pytest

from shomei.operations.latex import print_name
from shomei.operations.letters import ACCENTS, GREEK, Letter, is_letter, plain_letter


@pytest.mark.parametrize(
    ("name", "printed", "plain"),
    [
        ("x", "x", "x"),
        ("beta", r"\beta", "beta"),
        ("eta", r"\eta", "eta"),
        ("bareta", r"\bar{\eta}", "eta"),
        ("barx_1", r"\bar{x}_1", "x_1"),
        ("xprime_12", "x'_{12}", "x_12"),
        ("xprimestar", "x'^{*}", "x"),
        ("hate", r"\hat{e}", "e"),
    ],
)
def test_a_letter(name: str, printed: str, plain: str) -> None:
    assert is_letter(name)
    assert print_name(name) == printed
    assert plain_letter(name) == plain


@pytest.mark.parametrize("name", ["rank", "Deltax", "barab", "xbar", "primes", "max"])
def test_a_word(name: str) -> None:
    assert not is_letter(name)
    assert plain_letter(name) == name
    assert print_name(name) == f"\\operatorname{{{name}}}"


def test_no_letter_has_two_readings() -> None:
    for base in (*GREEK, *"abcxyzABC"):
        for accent in ("", *ACCENTS):
            for marks in ((), ("prime",), ("star", "prime")):
                letter = Letter(base, accent, marks)
                assert Letter.of(letter.name) == letter
