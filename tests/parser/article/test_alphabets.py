"""Where the natural numbers of a text begin, letters that are called elements of them, and letters
of other alphabets.
"""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from tests.parser.article.test_understanding import counts

CLAIM = " we have $\\frac{n}{n} = 1$."

#: Texts that say so.
FROM_ONE = [
    "Let $\\mathbb{N} = \\{1, 2, 3, \\dots\\}$. For $n \\in \\mathbb{N}$",
    "Here $ℕ = \\{1, 2, \\ldots\\}$. For $n \\in ℕ$",
]
#: Texts that do not, or speak of another set.
FROM_ZERO = [
    "For $n \\in \\mathbb{N}$",
    "Let $\\mathbb{N} = \\{0, 1, 2, \\dots\\}$. For $n \\in \\mathbb{N}$",
    "Let $\\mathbb{N} = \\{1, 2, \\dots\\}$. For $n \\in \\mathbb{N}_0$",
]


def domains(text: str) -> set[str]:
    """The sets in which the letters of a text's steps lie."""
    plan = build(parse(text, "a.md"))
    return {
        binding.domain
        for each in plan.obligations
        for binding in each.context.variables
        if not each.reserved
    }


@pytest.mark.parametrize("text", FROM_ONE)
def test_naturals_from_one(text: str) -> None:
    assert "N+" in domains(text + CLAIM)


@pytest.mark.parametrize("text", FROM_ZERO)
def test_naturals_from_zero(text: str) -> None:
    assert "N+" not in domains(text + CLAIM)


def test_elements_of_a_set_of_numbers() -> None:
    claim = " Then $2 (n + k) = 2 n + 2 k$."
    assert counts("Throughout, $n$, $k$ denote elements of $\\mathbb{N}$." + claim)
    assert not counts("Throughout, $n$, $k$ denote elements of a strange ring." + claim)


def test_letters_of_an_alphabet_that_the_text_defines() -> None:
    text = "Minimise $\\mathcal{J} = s^2$. Then $\\frac{d\\mathcal{J}}{ds} = 2 s$."
    assert counts(text)
    product = "\\mathcal{A} \\cdot \\mathcal{B} = \\mathcal{B} \\cdot \\mathcal{A}"
    assert not counts(f"We have ${product}$.")
