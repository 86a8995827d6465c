"""What the records of powers say of each exponent; `test_records.py` tries one of each kind."""

from __future__ import annotations

import pytest

from shomei.operations.operation import Operation
from shomei.operations.powers import (
    NATURAL_POWER,
    REAL_POWER,
    RECIPROCAL_POWER,
    WHOLE_POWER,
    power,
)
from shomei.terms.literals import ONE, TWO, ZERO, numeral
from shomei.terms.nodes import Binary, Expression, Negation, Power, Relation, Variable
from tests.operations.trial import POINTS, holds

U, N = Variable("u"), Variable("n")


@pytest.mark.parametrize(
    ("exponent", "kind"),
    [
        (ZERO, NATURAL_POWER),
        (N, NATURAL_POWER),
        (Binary("+", N, ONE), NATURAL_POWER),
        (Negation(TWO), RECIPROCAL_POWER),
        (Binary("-", N, ONE), WHOLE_POWER),
        (Negation(N), WHOLE_POWER),
        (Binary("/", ONE, TWO), REAL_POWER),
        (U, REAL_POWER),
    ],
)
def test_the_exponent_tells_the_record(exponent: Expression, kind: Operation) -> None:
    assert power(exponent, frozenset({"n"})) is kind


@pytest.mark.parametrize(
    "exponent", [*map(numeral, range(5)), *(Negation(numeral(n)) for n in range(1, 5))]
)
def test_the_signs_follow_for_each_exponent(exponent: Expression) -> None:
    arguments, value = (U, exponent), Power(U, exponent)
    operation = power(exponent, frozenset())
    assert operation.signs is not None and operation.needs is not None
    for rule in operation.signs(arguments):
        tried = 0
        for u in POINTS:
            conditions = [need.condition for need in operation.needs(arguments, frozenset())]
            if all(holds(each, {"u": u}) for each in conditions):
                if all(holds(premise, {"u": u}) for premise in rule.premises):
                    tried += 1
                    assert holds(Relation(rule.sign, value, ZERO), {"u": u}), (rule, u)
                elif rule.iff:
                    assert not holds(Relation(rule.sign, value, ZERO), {"u": u}), (rule, u)
        assert tried, rule
