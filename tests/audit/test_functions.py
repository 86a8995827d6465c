"""The audit's own account of the functions and the operations' records say the same."""

from __future__ import annotations

from shomei.audit.functions import ARITIES, NATURAL_ARITIES, QUOTIENTS, REAL
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import ONE
from shomei.terms.nodes import Apply, Binary, Expression, Variable

X = Variable("x")

#: What the audit knows by arms of its own: e is spelled out, roots are powers.
APART = {"log_base": "Real.logb", "root": "", "abs": "abs", "max": "", "min": ""}


def test_every_operation_is_known_to_the_audit_by_its_lean_name() -> None:
    known = {**REAL, **APART, **dict.fromkeys(QUOTIENTS)}
    for name, operation in OPERATIONS.items():
        if operation.lean.arguments == "natural":
            assert NATURAL_ARITIES[operation.lean.head] == operation.arity
        elif name in QUOTIENTS:
            assert name not in REAL
        else:
            assert known[name] == operation.lean.head, name
    natural = {o.name for o in OPERATIONS.values() if o.lean.arguments == "natural"}
    assert set(OPERATIONS) == set(known) | natural


def test_both_count_the_same_arguments() -> None:
    for operation in OPERATIONS.values():
        if operation.lean.head in ARITIES:
            assert ARITIES[operation.lean.head] == operation.arity


def test_quotients_are_what_the_records_respell() -> None:
    for name, (above, below) in QUOTIENTS.items():
        top: Expression = Apply(above, (X,)) if above else ONE
        respell = OPERATIONS[name].respelled
        assert respell is not None
        assert respell((X,)) == Binary("/", top, Apply(below, (X,)))
