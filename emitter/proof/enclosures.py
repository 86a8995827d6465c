"""Relations between two different numbers: encloses both so tightly that one is seen to be the
larger.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from shomei.emitter.effort import Effort, spend, within
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Script
from shomei.emitter.lean.term import Notation, Unprintable, real_relation
from shomei.emitter.proof.computed import MOST_DIGITS
from shomei.emitter.proof.enclosed_functions import enclose
from shomei.emitter.proof.encloser import Encloser, NoBounds
from shomei.emitter.proof.numeric import evaluate
from shomei.terms.literals import integer_value
from shomei.terms.nodes import Apply, Binary, Constant, Expression, Number, Power, Relation
from shomei.terms.walk import children, free_variables

#: The places after the point that are tried, one after the other.
_DIGITS = (4, 12, 30, 60, 120, 240)
#: The differences that floating-point numbers show for certain.
_CLEAR = 1e-7


def by_bounds(goal: Relation) -> Script | None:
    """A script that proves a relation between two different numbers, at least one of them
    irrational; None if there is none, or if the numbers are, as far as floating-point numbers show,
    in another relation.
    """
    spend(500)
    return _remembered(goal)


def bounded(goal: Relation) -> str | None:
    """`by_bounds` as a Lean term, with its statement."""
    script = by_bounds(goal)
    if script is None:
        return None
    return f"({by(*script, bracketed=True)} : {real_relation(goal, Notation())})"


@lru_cache(maxsize=1024)
def _remembered(goal: Relation) -> Script | None:
    """The script. What it takes to find it counts as nothing, whether it is remembered or not."""
    return within(Effort(), lambda: _by_bounds(goal))


def _by_bounds(goal: Relation) -> Script | None:
    sides = (goal.left, goal.right)
    if goal.operator == "=" or any(free_variables(side) for side in sides):
        return None
    if not any(map(_is_irrational, sides)):
        return None
    near, size = evaluate(Binary("-", *sides), {}), evaluate(goal.right, {})
    if near is None or size is None:
        return None
    if abs(near) > _CLEAR * max(1.0, abs(size)) and not _confirmed(goal, near):
        return None
    most = min(MOST_DIGITS, 30 + 2 * max(map(_longest, sides)))
    for digits in (each for each in _DIGITS if each <= most):
        encloser = Encloser(digits, enclose)
        try:
            p, q = encloser.bounds(goal.left), encloser.bounds(goal.right)
        except (NoBounds, Unprintable, ArithmeticError, RecursionError):
            continue
        if p.low > q.high or p.high < q.low:
            return (*encloser.lines, GRIND) if _confirmed(goal, p.low - q.high) else None
        if (p.low == q.high or p.high == q.low) and goal.operator in ("<=", ">="):
            above = p.low == q.high
            return (*encloser.lines, GRIND) if above == (goal.operator == ">=") else None
    return None


def _is_irrational(term: Expression) -> bool:
    """Whether the form of a term suggests that it is irrational, beyond arithmetic."""
    match term:
        case Constant() | Apply():
            return True
        case Power(exponent=exponent) if integer_value(exponent) is None:
            return True
        case _:
            return any(map(_is_irrational, children(term)))


def _confirmed(goal: Relation, difference: float | Fraction) -> bool:
    """Whether the goal holds if the difference of its sides has that sign."""
    positive = difference > 0
    match goal.operator:
        case "!=":
            return True
        case ">" | ">=":
            return positive
        case _:
            return not positive


def _longest(term: Expression) -> int:
    """The digits of the longest number in `term`."""
    if isinstance(term, Number):
        return len(str(term.value))
    return max(map(_longest, children(term)), default=0)
