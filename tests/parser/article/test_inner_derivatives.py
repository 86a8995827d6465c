"""Derivatives by letters that have a value: `\\frac{dy}{du}` where u stands for a term in x."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.terms.nodes import Relation
from shomei.terms.walk import called_names


def goals(text: str) -> list[Obligation]:
    return [each for each in build(parse(text, "a.md")).obligations if each.kind != "conclusion"]


@pytest.mark.parametrize(
    ("names", "claim"),
    [
        ("Let $u = 3x + 1$ and $y = u^5$.", "\\frac{dy}{du} = 5 u^4"),
        ("Let $u = 3x + 1$ and $y = u^5$.", "\\frac{\\partial y}{\\partial u} = 5 u^4"),
        ("Let $u = 3x + 1$ and $y = u^5$.", "\\frac{d^2y}{du^2} = 20 u^3"),
        ("Let $v = x^2$, $u = v + 1$ and $y = u^5$.", "\\frac{dy}{dv} = 5 (v + 1)^4"),
        ("$u = 3x + 1$, $y = u^5$ とおく。", "\\frac{dy}{du} = 5 u^4"),
    ],
)
def test_it_is_that_of_a_function_at_the_letter(names: str, claim: str) -> None:
    (step,) = goals(f"{names}\n\nWe have\n\n$$ {claim} $$")
    assert isinstance(step.goal, Relation)
    (function,) = called_names(step.goal.left)
    assert function.startswith("y_")
    assert function in {each.name for each in step.context.definitions}


@pytest.mark.parametrize(
    "names",
    [
        "Let $u = x^2$ and $y = u + x$.",
        "Let $u = x^2$, $v = x^3$ and $y = u v$.",
        "Let $y_u = 2$. Let $u = 2x$ and $y = u + y_u$.",
        "Let $u = 2x$ and $y = x^2$.",
    ],
)
def test_it_is_not_read_where_it_is_unclear_what_varies_with_the_letter(names: str) -> None:
    assert not goals(f"{names}\n\nWe have\n\n$$ \\frac{{dy}}{{du}} = 1 $$")


def test_a_list_of_names_gives_letters_of_a_section_above_anew() -> None:
    text = (
        "For every real $z$ we have $z^2 \\ge 0$.\n\n## The loss\n\n"
        "$$ z = w x + b, \\qquad p = z^2 $$\n\nWe have\n\n"
        "$$ \\frac{\\partial z}{\\partial w} = x $$"
    )
    *_, step = goals(text)
    assert step.renamings


@pytest.mark.parametrize(
    ("said", "doubted"),
    [("Here $s$ increases.", False), ("Replace $s$ by its square.", True)],
)
def test_that_a_function_grows_is_no_change(said: str, doubted: bool) -> None:
    defined = "$$ s(z) = \\frac{1}{1 + e^{-z}} $$\n\n"
    text = f"{defined}{said} We have\n\n$$ 2 s(0) = 1 $$"
    assert any("s" in each.letters for each in parse(text, "a.md").reserves) is doubted
