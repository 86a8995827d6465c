"""Finds contradictory hypotheses by enclosures over boxes: the line is cut until some hypothesis is
false throughout each piece.

In: numbered statements in one or two variables. Out: the numbers of those that were needed, or
None, which means nothing. An enclosure over a box holds at each of its points, so a result is a
proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval, Raw
from shomei.arithmetic.value import Undecided
from shomei.numbers.budget import NoLimit, OutOfBudget, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.point import Scope
from shomei.numbers.truth import holds
from shomei.terms.nodes import Statement

_MOST_BOXES = 400
_MOST_VARIABLES = 2
_PRECISION = 60


def exhausted(
    statements: Sequence[tuple[int, Statement]],
    names: Sequence[str],
    edges: Sequence[Fraction],
    integers: frozenset[str],
    evaluator: Evaluator,
) -> frozenset[int] | None:
    """The numbers of statements that leave no point, over all real values of `names`; `edges` are
    good places to cut.
    """
    if not 1 <= len(names) <= _MOST_VARIABLES:
        return None
    cuts = sorted({Fraction(0), *edges})
    ends = [libmp.fninf, *(_raw(cut) for cut in cuts), libmp.finf]
    line = [Interval(low, high) for low, high in itertools.pairwise(ends)]
    boxes: list[tuple[Interval, ...]] = (
        [(piece,) for piece in line] if len(names) == 1 else [(a, b) for a in line for b in line]
    )
    needed: set[int] = set()
    for _ in range(_MOST_BOXES):
        if not boxes:
            return frozenset(needed)
        box = boxes.pop()
        scope = Scope(dict(zip(names, box, strict=True)), integers)
        number = next(
            (number for number, statement in statements if _fails(evaluator, statement, scope)),
            None,
        )
        if number is not None:
            needed.add(number)
            continue
        halves = _halves(box)
        if halves is None:
            return None
        boxes += halves
    return None


def _fails(evaluator: Evaluator, statement: Statement, scope: Scope) -> bool:
    """Whether the statement is false or undefined at every point of the box."""
    try:
        return holds(evaluator, statement, scope).answer == "no"
    except Undefined:
        return True
    except (Undecided, NoLimit, ArithmeticError, ValueError, OutOfBudget):
        return False


def _raw(value: Fraction) -> Raw:
    result: Raw = libmp.from_rational(value.numerator, value.denominator, _PRECISION, "n")
    return result


def _halves(box: tuple[Interval, ...]) -> list[tuple[Interval, ...]] | None:
    """The box cut across its widest side; None if it is too small for that to help."""
    widest = max(range(len(box)), key=lambda i: _extent(box[i]))
    side = box[widest]
    if _extent(side) < -30:
        return None
    middle = _middle(side)
    return [
        (*box[:widest], Interval(side.low, middle), *box[widest + 1 :]),
        (*box[:widest], Interval(middle, side.high), *box[widest + 1 :]),
    ]


def _extent(side: Interval) -> int:
    return 1 << 20 if libmp.finf == side.high or libmp.fninf == side.low else iv.width_order(side)


def _middle(side: Interval) -> Raw:
    """Where to cut: in the middle, or four times as far out on an unbounded side."""
    if side.low == libmp.fninf:
        return libmp.mpf_neg(_middle(iv.negate(side))) if side.high != libmp.finf else libmp.fzero  # type: ignore[no-any-return]
    if side.high == libmp.finf:
        if libmp.mpf_gt(side.low, libmp.fone):
            return libmp.mpf_shift(side.low, 2)  # type: ignore[no-any-return]
        return libmp.from_int(2)  # type: ignore[no-any-return]
    return iv.middle(side)
