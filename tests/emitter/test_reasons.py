"""Which reasons count as used: broad ones by any arithmetic, precise ones only by name."""

from __future__ import annotations

import pytest

from shomei.emitter import emit_plan
from shomei.emitter.reasons import is_used, wanted
from shomei.obligations import build
from shomei.parser import parse


def used(text: str) -> list[bool | None]:
    """Whether each reason of the last step is used by the first alternative."""
    plan = build(parse(text, "test.txt"))
    step = plan.obligations[-1]
    emission = emit_plan(plan, {step.id})[step.id]
    uses = {use for claim in emission.claims for use in claim.alternatives[0].uses}
    return [is_used(reason, step, frozenset(uses)) for reason in step.reasons]


F = "assume x > 0\ndefine f(x) = x^2\n"
FORMULAS = "formula (1): (X + Y)^2 = X^2 + 2 X Y + Y^2\nformula (2): X \\cdot 1 = X\n"
POWER = "(x + 1)^2 = x^2 + 2 x + 1"


@pytest.mark.parametrize(
    "text",
    [
        "x + x = 2 x   by algebra",
        "x + x = 2 x   by calculation",
        "x + x = 2 x   計算により",
        "x^2 + 1 > 0   by algebra",
        "assume x > 0, y > x\n\\log x < \\log y   by monotonicity",
        "assume x > 0\n\\log (x^2) = 2 \\log x   by logarithm of a power",
        "assume x > 0\n\\log (x^2) = 2 \\log x   累乗の対数より",
        f"{FORMULAS}{POWER}   by (1)",
        f"{F}f(x) = x^2   by definition of f",
        f"{F}f'(x) = 2 x   by power rule",
        f"{F}\\frac{{d}}{{dx}} (x \\sin x) = \\sin x + x \\cos x   by product rule",
        f"{F}\\frac{{d}}{{dx}} \\sin (x^2) = 2 x \\cos (x^2)   by chain rule",
        (
            f"{F}\\frac{{d}}{{dx}} \\frac{{\\sin x}}{{x}} = \\frac{{x \\cos x - \\sin x}}{{x^2}} "
            "  by quotient rule"
        ),
        f"{F}\\lim_{{x \\to 2}} \\log x = \\log 2   by continuity of \\log",
        f"{F}\\lim_{{x \\to 2}} \\log x = \\log 2   対数の連続性より",
        "\\lim_{t \\to 0} (1 + t)^{\\frac{1}{t}} = e   by definition of e",
        "\\lim_{t \\to 0} (2 t + 1) = 1   by limit",
        "let n \\in \\mathbb{N}\n2^n > 0   by induction on n",
        "assume x > 0\nx + 1 > 0   by assumption",
    ],
)
def test_these_reasons_are_used(text: str) -> None:
    assert used(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "x + x = 2 x   by product rule",
        "x + x = 2 x   by continuity of \\sin",
        "x + x = 2 x   by limit",
        "x + x = 2 x   by definition of f",
        "x + x = 2 x   by definition of the derivative",
        "x + x = 2 x   by substitution t = y",
        "x + x = 2 x   by logarithm of a power",
        "x + x = 2 x   by squeeze theorem",
        "let n \\in \\mathbb{N}\nx + x = 2 x   by induction on n",
        f"{F}f'(x) = 2 x   by quotient rule",
        f"{F}f'(x) = 2 x   by definition of the derivative",
        f"{F}\\lim_{{x \\to 2}} \\log x = \\log 2   by continuity of \\sin",
        "formula (1): \\sin (X + Y) = \\sin X \\cos Y + \\cos X \\sin Y\nx + x = 2 x   by (1)",
    ],
)
def test_these_reasons_are_not(text: str) -> None:
    source = f"define f(x) = x^2\n{text}" if "definition of f" in text else text
    assert used(source) == [False]


def test_each_of_several_reasons_is_judged() -> None:
    assert used(f"{FORMULAS}{POWER}   by (1) and (2)") == [True, True]
    assert used(f"{FORMULAS}{POWER}   by (1) and product rule") == [True, False]


def test_a_name_of_nothing_is_not_judged() -> None:
    assert used("x + x = 2 x   by magic") == [None]


def test_what_sums_up_has_the_steps_before_for_a_reason() -> None:
    plan = build(parse("x + x = 2 x\n  = x \\cdot 2\ntherefore x + x = x \\cdot 2", "test.txt"))
    assert [("steps" in wanted(each)) for each in plan.obligations][-1]
