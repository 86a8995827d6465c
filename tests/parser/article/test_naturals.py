"""Where the natural numbers of a text begin, and letters that are called elements of them."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from tests.parser.article.test_understanding import counts

#: Texts that say so.
FROM_ONE = [
    "Let $\\mathbb{N} = \\{1, 2, 3, \\dots\\}$. For $n \\in \\mathbb{N}$ $\\frac{n}{n} = 1$.",
    "Here $ℕ = \\{1, 2, \\ldots\\}$. For $n \\in ℕ$ $\\frac{n}{n} = 1$.",
]
#: Texts that do not, or speak of another set.
FROM_ZERO = [
    "For $n \\in \\mathbb{N}$ $\\frac{n}{n} = 1$.",
    "Let $\\mathbb{N} = \\{0, 1, 2, \\dots\\}$. For $n \\in \\mathbb{N}$ $\\frac{n}{n} = 1$.",
    "Let $\\mathbb{N} = \\{1, 2, \\dots\\}$. For $n \\in \\mathbb{N}_0$ $\\frac{n}{n} = 1$.",
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
    assert "N+" in domains(text)


@pytest.mark.parametrize("text", FROM_ZERO)
def test_naturals_from_zero(text: str) -> None:
    assert "N+" not in domains(text)


def test_elements_of_a_set_of_numbers() -> None:
    claim = " Then $2 (n + k) = 2 n + 2 k$."
    assert counts("Throughout, $n$, $k$ denote elements of $\\mathbb{N}$." + claim)
    assert not counts("Throughout, $n$, $k$ denote elements of a strange ring." + claim)
