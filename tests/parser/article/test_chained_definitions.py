"""`f(x) = … = …` defines f, and claims what the chain says further."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from shomei.parser.ast import Define


def steps(text: str) -> list[str]:
    return [each.source for each in build(parse(text, "a.md")).obligations if not each.reserved]


@pytest.mark.parametrize(
    "text",
    [
        "The area is\n\n$$ S(r) = r^2 + r \\cdot r = 2 r^2 $$\n\nThen\n\n$$ S'(r) = 4 r $$",
        "The area is\n\n$$\n\\begin{aligned}\nS(r) &= r^2 + r \\cdot r \\\\\n&= 2 r^2\n"
        "\\end{aligned}\n$$\n\nThen\n\n$$ S'(r) = 4 r $$",
        "We write $S(r) = r^2 + r r = 2 r^2$. We have $S'(r) = 4 r$.",
        "面積は\n\n$$ S(r) = r^2 + r \\cdot r = 2 r^2 $$\n\nである。よって\n\n$$ S'(r) = 4 r $$",
    ],
)
def test_a_chain_defines_and_claims(text: str) -> None:
    document = parse(text, "a.md")
    (defined,) = (item for item in document.items if isinstance(item, Define))
    assert defined.name == "S"
    assert len(steps(text)) == 2


def test_the_claim_is_of_the_first_term() -> None:
    (step,) = build(parse("The area is\n\n$$ S(r) = r^2 = r^3 $$", "a.md")).obligations
    assert "r^3" in step.source


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that $S(r) = r^2 + r r = 2 r^2$.",
        "Show that $S(r) = r^2 + r r = 2 r^2$.",
        "If $S(r) = r^2 + r r = 2 r^2$, then we are done.",
    ],
)
def test_no_claim_is_made_of_what_is_only_spoken_of(text: str) -> None:
    assert not steps(text)


def test_a_condition_does_not_make_the_same_formula_a_piece() -> None:
    text = "The volume is $V(x) = x (2 - x)$ for $0 < x < 2$. Expanding, we get\n\n"
    text += "$$ V(x) = 2 x - x^2 $$"
    assert steps(text)
    other = text.replace("2 x - x^2", "2 x + x^2")
    assert not steps(other)
