"""Obligations from the language's own text, for the tests of the pre-check."""

from __future__ import annotations

from shomei.obligations.build import build
from shomei.obligations.model import Context, Obligation
from shomei.parser import parse


def step(text: str) -> Obligation:
    """The last obligation of a text whose last line is a claim."""
    *before, claim = [line.strip() for line in text.strip().splitlines()]
    plan = build(parse("\n".join([*before, f"therefore {claim}"]) + "\n", "test.txt"))
    assert not plan.notices, plan.notices
    return plan.obligations[-1]


def context(assumptions: str, *, before: str = "") -> Context:
    """The context after an `assume`."""
    plan = build(parse(f"{before}\nassume {assumptions}\n", "test.txt"))
    return plan.assumptions[-1].context
