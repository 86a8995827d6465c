"""Whether a statement holds at a point: yes, no, or not known. A `no` comes with its numbers.

In: a statement, a `Scope`, an `Evaluator`. Out: a `Verdict`. `Undefined` is raised if a side is
undefined there. If the numbers are enclosures, a `no` is certain. If a limit is involved, the sides
must differ by far more than its estimated error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Undecided, Value, combine, to_interval
from shomei.numbers import numerals
from shomei.numbers.budget import NoLimit, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.point import Scope
from shomei.terms.nodes import (
    Connective,
    Expression,
    ForAll,
    Membership,
    NumberSet,
    Property,
    Relation,
    RelationOperator,
    Statement,
    Variable,
)
from shomei.terms.relations import COMPARISONS

#: "likely": equal to 200 bits, which no enclosure can distinguish from equal.
Answer: TypeAlias = Literal["yes", "likely", "no", "unknown"]

_PRECISIONS = (72, 160, 400)
_SURE_ZERO_BITS = 200
#: A value that looks like 0 is computed once more at this precision before it counts as 0: 1 - 1/(1
#: + e^{-1000}) does not.
_LAST_PRECISION = 6000
#: Near 0, numbers are compared as if they were no smaller than this.
_SMALLEST_BITS = 100
_CLOSE_BITS = 48
_EVIDENCE_BITS = 34


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer; `left` and `right` are the values that make it `no`, as text. `likely_equal`: the
    sides agree to 200 bits although the relation forbids that.
    """

    answer: Answer
    left: str | None = None
    right: str | None = None
    likely_equal: bool = False


_YES, _LIKELY, _NO, _UNKNOWN = Verdict("yes"), Verdict("likely"), Verdict("no"), Verdict("unknown")


def holds(
    evaluator: Evaluator,
    statement: Statement,
    scope: Scope,
    *,
    patient: bool = False,
    zeros: bool = False,
) -> Verdict:
    """Whether the statement holds at the point. `patient`: distinguish equal numbers from nearly
    equal ones up to 200 bits (for hypotheses).

    `zeros`: count a `likely` zero as a zero, since no enclosure can prove that cos(π/2) is one (for
    conditions, whose right side is a plain number).
    """
    match statement:
        case Relation():
            verdict = _relation(evaluator, statement, scope, patient=patient or zeros)
            if zeros and verdict.answer == "unknown" and verdict.likely_equal:
                verdict = _relation(
                    evaluator, statement, scope, patient=True, precisions=(_LAST_PRECISION,)
                )
                return Verdict("no", "0", "0") if verdict.likely_equal else verdict
            return verdict
        case Membership():
            return _membership(evaluator, statement, scope)
        case Connective():
            return _connective(evaluator, statement, scope, patient=patient)
        case Property() | ForAll():
            # The sample functions that the numbers put in place of declared ones satisfy these.
            return _UNKNOWN


def _relation(
    evaluator: Evaluator,
    relation: Relation,
    scope: Scope,
    *,
    patient: bool,
    precisions: Sequence[int] = _PRECISIONS,
) -> Verdict:
    accepted = COMPARISONS[relation.operator].signs
    for precision in precisions:
        try:
            left, no_left = _side(evaluator, relation.left, scope, precision)
            right, no_right = _side(evaluator, relation.right, scope, precision)
        except Undecided:
            continue
        if left is None or right is None:
            if relation.operator == "=" and (left is None) != (right is None):
                return Verdict(
                    "no",
                    f"no value ({no_left})" if left is None else numerals.number(left, 4),
                    f"no value ({no_right})" if right is None else numerals.number(right, 4),
                )
            return _UNKNOWN
        if evaluator.over_boxes:
            return (
                _NO
                if _excluded(
                    relation.operator, to_interval(combine("-", left, right, precision), precision)
                )
                else _UNKNOWN
            )
        outcome = _compare(left, right, precision)
        if isinstance(outcome, int):
            if outcome in accepted:
                return _YES
            return Verdict(
                "no",
                *(
                    numerals.pair(left, right)
                    if outcome
                    else (numerals.number(left), numerals.number(right))
                ),
            )
        if outcome == "unknown" or (outcome == "close" and not patient):
            return _UNKNOWN
        if outcome == "likely":
            return _LIKELY if 0 in accepted else Verdict("unknown", likely_equal=True)
    return _UNKNOWN


def _side(
    evaluator: Evaluator, expression: Expression, scope: Scope, precision: int
) -> tuple[Value | None, str]:
    try:
        return evaluator.value(expression, scope, precision), ""
    except NoLimit as reason:
        return None, reason.why


def _compare(
    left: Value, right: Value, precision: int
) -> int | Literal["unknown", "more", "close", "likely"]:
    """The sign of left - right; "more" requests more precision, "close" is 0 to 48 bits, "likely"
    to 200, and "unknown" means that no precision will help.
    """
    if not isinstance(left, Interval) and not isinstance(right, Interval):
        difference = left.numerator * right.denominator - right.numerator * left.denominator
        return (difference > 0) - (difference < 0)
    a, b = to_interval(left, precision), to_interval(right, precision)
    gap = to_interval(combine("-", a, b, precision), precision)
    found = iv.sign(gap)
    if not (a.sure and b.sure):
        size = max(iv.size_order(a), iv.size_order(b), -_EVIDENCE_BITS)
        error = max(iv.width_order(a), iv.width_order(b))
        far = iv.order(iv.middle(gap)) > max(size - _EVIDENCE_BITS, error + 10)
        return found if found and far else "unknown"
    if found is not None:
        # a margin of 16 times the width, beyond the enclosure
        return found if iv.is_tight(gap, 4) else "more"
    size = max(iv.size_order(a), iv.size_order(b), -_SMALLEST_BITS)
    width = iv.width_order(gap)
    if width < size - _SURE_ZERO_BITS:
        return "likely"
    return "close" if width < size - _CLOSE_BITS else "more"


def _excluded(operator: RelationOperator, difference: Interval) -> bool:
    """Whether no number of the interval, as left - right, satisfies the relation."""
    low, high = libmp.mpf_sign(difference.low), libmp.mpf_sign(difference.high)
    return COMPARISONS[operator].signs.isdisjoint(range(low, high + 1))


def _membership(evaluator: Evaluator, statement: Membership, scope: Scope) -> Verdict:
    value = evaluator.value(Variable(statement.name), scope, 64)
    if isinstance(value, Interval):
        return _YES if statement.domain == "R" else _UNKNOWN
    return (
        _YES if in_domain(value, statement.domain) else Verdict("no", numerals.number(value), None)
    )


def in_domain(value: Fraction, domain: NumberSet) -> bool:
    """Whether a fraction belongs to a set of numbers. N contains 0 and N+ does not."""
    if domain in {"Q", "R"}:
        return True
    return value.denominator == 1 and (domain == "Z" or value >= (1 if domain == "N+" else 0))


def _connective(
    evaluator: Evaluator, statement: Connective, scope: Scope, *, patient: bool
) -> Verdict:
    left = _answer(evaluator, statement.left, scope, patient=patient)
    right = _answer(evaluator, statement.right, scope, patient=patient)
    texts = _word(left), _word(right)
    match statement.operator:
        case "and":
            if "no" in {left, right}:
                return Verdict("no", *texts)
            return Verdict(_weaker(left, right))
        case "or":
            if "yes" in {left, right}:
                return _YES
            if left == right == "no":
                return Verdict("no", *texts)
            return _LIKELY if "likely" in {left, right} else _UNKNOWN
        case "implies":
            if left == "no" or right == "yes":
                return _YES
            if right == "no" and left in {"yes", "likely"}:
                return Verdict("no", *texts)
            return _LIKELY if right == "likely" else _UNKNOWN
        case "iff":
            if "unknown" in {left, right}:
                return _UNKNOWN
            if (left == "no") != (right == "no"):
                return Verdict("no", *texts)
            return Verdict(_weaker(left, right)) if left != "no" else _YES


def _answer(evaluator: Evaluator, statement: Statement, scope: Scope, *, patient: bool) -> Answer:
    try:
        return holds(evaluator, statement, scope, patient=patient).answer
    except Undefined:
        # the antecedent may be what makes the rest defined; the obligation has separate conditions
        # for that
        return "unknown"


def _weaker(left: Answer, right: Answer) -> Answer:
    order: tuple[Answer, ...] = ("unknown", "likely", "yes")
    return order[min(order.index(left), order.index(right))]


def _word(answer: Answer) -> str:
    return {"yes": "true", "likely": "true", "no": "false", "unknown": "unknown"}[answer]
