"""Inequalities by the sign of the derivative of the difference of their sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shomei.emitter.lean.script import Cases, Exact, Goal, Have, Script
from shomei.emitter.lean.term import real
from shomei.emitter.method import Problem, Proof
from shomei.emitter.proof.anchors import Anchor, anchors
from shomei.emitter.proof.numeric import evaluate
from shomei.emitter.proof.rise import Riser
from shomei.emitter.proof.setting import Setting
from shomei.terms.literals import ONE, TWO, ZERO, E, integer_value, numeral
from shomei.terms.nodes import (
    Apply,
    Binary,
    Call,
    Constant,
    DerivativeAt,
    Expression,
    Power,
    Relation,
    Variable,
)
from shomei.terms.relations import ascending
from shomei.terms.walk import free_variables, is_limiting, subterms

#: Numbers at which a function of a text has its least value, most often.
_USUAL: Final[tuple[Expression, ...]] = (
    ZERO,
    ONE,
    E,
    Binary("/", ONE, E),
    numeral(-1),
    TWO,
    Binary("/", ONE, TWO),
    Binary("/", Constant("pi"), TWO),
)
_CLOSE: Final = 1e-9
_HOW: Final = "sign of the derivative"


def by_rise(problem: Problem) -> Iterator[Proof]:
    """`x < \\tan x` for x > 0, since the difference is 0 at 0 and has a positive derivative; `x - 1
    \\ge \\log x`, since it falls up to 1 and rises from there.
    """
    goal = problem.relation
    if goal.operator not in ("<", "<=", ">", ">=") or is_limiting(goal):
        return
    low = ascending(goal)
    strict = low.operator == "<"
    difference = low.right if low.left == ZERO else Binary("-", low.right, low.left)
    if not any(map(_is_function, subterms(difference))):
        return
    setting = problem.setting
    uses = frozenset({"monotonicity", "differentiation"})
    for variable in reversed(free_variables(difference)):
        if variable in setting.notation.naturals:
            continue
        for anchor in anchors(variable, setting):
            if strict and not anchor.strict:
                continue
            for direct in (False, True):
                riser = Riser(variable, anchor, problem, setting, strict=strict, direct=direct)
                script = riser.shown(difference)
                if script is not None:
                    yield Proof((*problem.start, *_ended(script, low, setting)), _HOW, uses)
        if strict:
            continue
        for least in _least(difference, variable, setting):
            script = _around(difference, variable, least, problem, low)
            if script is not None:
                yield Proof((*problem.start, *script), _HOW, uses)


def _is_function(part: Expression) -> bool:
    """Whether a term is more than arithmetic, which other methods know better."""
    if isinstance(part, Power):
        return integer_value(part.exponent) is None
    return isinstance(part, Apply | Call | DerivativeAt)


def _ended(script: Script, low: Relation, setting: Setting) -> Script:
    """The script, for the inequality as it stands."""
    if low.left == ZERO:
        return script
    *lines, last = script
    difference = real(Binary("-", low.right, low.left), setting.notation)
    order = "<" if low.operator == "<" else "≤"
    lemma = "sub_pos.1" if low.operator == "<" else "sub_nonneg.1"
    return (*lines, Have("rise", f"0 {order} {difference}", (last,)), Exact(f"{lemma} rise"))


def _least(difference: Expression, variable: str, setting: Setting) -> Iterator[Expression]:
    """Numbers, or other variables, at which the difference is 0."""
    others = [Variable(each) for each in free_variables(difference) if each != variable]
    points = setting.points[:6] or ({},)
    for number in (*others, *_USUAL):
        at = [evaluate(number, point) for point in points]
        values = [
            evaluate(difference, {**point, variable: value})
            for point, value in zip(points, at, strict=True)
            if value is not None
        ]
        if values and all(value is not None and abs(value) <= _CLOSE for value in values):
            yield number


def _around(
    difference: Expression, variable: str, least: Expression, problem: Problem, low: Relation
) -> Script | None:
    """The inequality on both sides of a number at which the difference is 0."""
    setting = problem.setting
    ways: list[Script] = []
    for side in ("right", "left"):
        anchor = Anchor(least, "right" if side == "right" else "left", "over", False)
        script = Riser(variable, anchor, problem, setting, strict=False).shown(difference)
        if script is None:
            return None
        ways.append(_ended(script, low, setting))
    text = setting.notation
    split = f"le_total ({real(least, text)} : ℝ) {real(Variable(variable), text)}"
    return (Cases(split, ("over", "over")), *(Goal(way) for way in ways))
