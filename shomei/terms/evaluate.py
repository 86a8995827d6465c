"""The one walk that computes the value of a term, over any kind of number.

A domain (floats, residues, intervals) is a subclass. It defines the value of a literal, a quotient
or an operation, and inherits the walk. `*at` is whatever else its values depend on: the point, a
precision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final, Generic, TypeVar, TypeVarTuple

from shomei.terms.nodes import (
    Antiderivative,
    Apply,
    BigOperator,
    Binary,
    Call,
    Choice,
    Constant,
    Derivative,
    DerivativeAt,
    Expression,
    Infinity,
    Integral,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Variable,
)

Value = TypeVar("Value")
At = TypeVarTuple("At")

#: The method for each kind of node.
_RULES: Final[dict[type[Any], str]] = {
    Number: "_number",
    Variable: "_variable",
    Constant: "_constant",
    Negation: "_negation",
    Binary: "_binary",
    Power: "_power",
    Apply: "_apply",
    Call: "_call",
    Prime: "_prime",
    DerivativeAt: "_derivative_at",
    Derivative: "_derivative",
    Limit: "_limit",
    BigOperator: "_big_operator",
    Antiderivative: "_no_value",
    Choice: "_choice",
    Integral: "_integral",
    Infinity: "_no_value",
}


class Evaluation(Generic[Value, *At]):
    """The walk. A domain overrides `_combined`, `_negated`, and the method of each kind of node
    that has a value in it. The other kinds end in `_no_value`, which raises.
    """

    __slots__ = ()

    #: The domain's own method for each kind of node, as a plain function: looked up once.
    _rules: ClassVar[Mapping[type[Any], Callable[..., Any]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._rules = {kind: getattr(cls, name) for kind, name in _RULES.items()}

    def _value(self, term: Expression, *at: *At) -> Value:
        value: Value = self._rules[type(term)](self, term, *at)
        return value

    def _no_value(self, _term: Expression, *_at: *At) -> Value:
        raise NotImplementedError

    def _negated(self, value: Value) -> Value:
        """The number with the opposite sign."""
        raise NotImplementedError

    def _combined(self, term: Binary, left: Value, right: Value, *at: *At) -> Value:
        """The value of `term`, given the values of its sides."""
        raise NotImplementedError

    def _number(self, term: Number, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _variable(self, term: Variable, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _constant(self, term: Constant, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _power(self, term: Power, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _apply(self, term: Apply, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _call(self, term: Call, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _prime(self, term: Prime, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _derivative_at(self, term: DerivativeAt, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _derivative(self, term: Derivative, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _limit(self, term: Limit, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _big_operator(self, term: BigOperator, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _choice(self, term: Choice, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _integral(self, term: Integral, *at: *At) -> Value:
        return self._no_value(term, *at)

    def _negation(self, term: Negation, *at: *At) -> Value:
        return self._negated(self._value(term.operand, *at))

    def _binary(self, term: Binary, *at: *At) -> Value:
        # Walk the left spine in a loop, so that sums of thousands of terms need no deeper stack.
        spine: list[Binary] = []
        node: Expression = term
        while isinstance(node, Binary):
            spine.append(node)
            node = node.left
        left = self._value(node, *at)
        for parent in reversed(spine):
            left = self._combined(parent, left, self._value(parent.right, *at), *at)
        return left
