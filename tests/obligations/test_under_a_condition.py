"""Claims under a condition in words, about terms of which no implication is stated."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.parser import parse
from shomei.terms.nodes import Connective, Relation


@pytest.mark.parametrize(
    "claim",
    [
        "\\frac{d}{dx} \\sqrt{x^2} = 1",
        "\\lim_{t \\to x} \\sqrt{t^2} = x",
        "\\int_0^x t \\, dt = \\frac{x^2}{2}",
        "\\int \\sqrt{x^2} \\, dx = \\frac{x^2}{2} + C",
    ],
)
def test_the_condition_is_assumed_for_this_claim_alone(claim: str) -> None:
    text = f"If $x > 0$, then\n\n$$ {claim}. $$\n\nWe have\n\n$$ (x + 1)^2 = x^2 + 2 x + 1. $$\n"
    first, second = build(parse(text, "a.md")).obligations
    assert isinstance(first.goal, Relation)
    assert [h.origin for h in first.context.hypotheses] == ["assumed"]
    assert second.context.hypotheses == ()


def test_other_claims_are_implications() -> None:
    [only] = build(parse("If $x > 0$, then\n\n$$ \\sqrt{x^2} = x. $$\n", "a.md")).obligations
    assert isinstance(only.goal, Connective)
