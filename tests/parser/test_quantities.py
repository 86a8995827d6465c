"""Probabilities as terms: sums of those of intersections, and names for those of comparisons."""

from __future__ import annotations

import pytest

from shomei.operations.latex import print_expression
from shomei.parser.lexing.probabilities import Probability, probability_at, valued
from shomei.parser.quantities import letters_of, probability_of
from shomei.terms.nodes import NOWHERE


def _read(text: str) -> Probability:
    found = probability_at(text, 0, len(text))
    assert found is not None
    assert found[1] == len(text)
    return found[0]


TERMS = {
    "P(A)": "P(A)",
    "P(\\bar A)": "1 - P(A)",
    "P(A^c)": "1 - P(A)",
    "P(B \\cap A)": "P(A \\cap B)",
    "P(A, B)": "P(A \\cap B)",
    "P(A \\cup B)": "P(A) + P(B) - P(A \\cap B)",
    "P(A \\setminus B)": "P(A) - P(A \\cap B)",
    "P(A \\cap \\bar A)": "0",
    "P(A \\cup \\bar A)": "1",
    "P(A \\mid B)": "\\frac{P(A \\cap B)}{P(B)}",
    "P_B(A)": "\\frac{P(A \\cap B)}{P(B)}",
    "P_{\\overline{B}}(A)": "\\frac{P(A) - P(A \\cap B)}{1 - P(B)}",
    "\\Pr(B_1 | A)": "\\frac{P(A \\cap B_1)}{P(A)}",
    "P(\\bar A \\mid B)": "\\frac{P(B) - P(A \\cap B)}{P(B)}",
}


@pytest.mark.parametrize("text", TERMS)
def test_events(text: str) -> None:
    inside = _read(text).inside
    assert inside is not None
    term = probability_of(inside, NOWHERE)
    assert term is not None
    assert print_expression(term) == TERMS[text]


def test_too_many_events() -> None:
    inside = _read("P(A \\cup B \\cup C \\cup D \\cup F)").inside
    assert inside is not None
    assert probability_of(inside, NOWHERE) is None


@pytest.mark.parametrize(
    ("text", "function", "name"),
    [
        ("P(X = 2)", "P(X = ·)", "P(X = 2)"),
        ("P(X=-1)", "P(X = ·)", "P(X = -1)"),
        ("P(X_1 \\leqq k)", "P(X_1 \\le ·)", None),
        ("\\mathbb{P}(N > m + 1)", "P(N > ·)", None),
    ],
)
def test_comparisons(text: str, function: str, name: str | None) -> None:
    compared = _read(text).compared
    assert compared is not None
    assert (compared.function, compared.name) == (function, name)
    assert text[compared.begin :].startswith(compared.right)


@pytest.mark.parametrize(
    "text", ["P(1 + r)", "P(x)", "P(X = 1, Y = 2)", "P(X < Y)", "P(a < X < b)"]
)
def test_other_brackets(text: str) -> None:
    found = probability_at(text, 0, len(text))
    assert found is None or found[0].compared is None or found[0].compared.name is None


def test_the_letters_of_a_name() -> None:
    assert letters_of("P(A \\cap B_1)") == {"A", "B_1"}
    assert letters_of("P(X \\le 2)") == {"X"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("With $P(A) = 0.2$ and $P(B \\mid C) = \\frac{1}{3}$,", {"A", "B", "C"}),
        ("$$P(A)=\\tfrac12, \\qquad P(B) = 20\\%$$", {"A", "B"}),
        ("Then $P(A) = 1 - P(B)$ and $P(C) = 2 P(D)$.", set()),
    ],
)
def test_events_with_numbers(text: str, names: set[str]) -> None:
    assert valued(text) == names
