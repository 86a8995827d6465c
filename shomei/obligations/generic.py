"""Values of expressions at points that satisfy no equation by chance. If two expressions are equal
there, they are equal as far as their form shows.

Numbers are computed modulo a large prime, so nothing is rounded or grows. A term that is not a
rational operation is treated as an unknown, the same one for equal parts. This distinguishes
constants from terms that depend on a variable, and finds divisions by zero. It proves nothing.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import Final

from shomei.obligations.definedness import own_conditions
from shomei.operations.registry import OPERATIONS
from shomei.operations.spelling import respelled
from shomei.terms.evaluate import Evaluation
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.normal import canonical
from shomei.terms.walk import free_variables

_PRIME: Final = 2**61 - 1


class _UndefinedError(Exception):
    """The term has no value for any values of the variables."""


class _Residues(Evaluation[int, int]):
    """Values modulo the prime. Raises `_UndefinedError`. A limit, a sum or a defined function is an
    unknown.
    """

    __slots__ = ()

    def _value(self, term: Expression, point: int) -> int:
        found = generic_value(term, point)
        if found is None:
            raise _UndefinedError
        return found

    def computed(self, term: Expression, point: int) -> int:
        """The value of `term`, with its parts looked up."""
        value: int = self._rules[type(term)](self, term, point)
        return value

    def _no_value(self, term: Expression, point: int) -> int:
        return _unknown(
            repr(canonical(term)),
            *(_unknown("Variable", name, point) for name in free_variables(term)),
        )

    def _number(self, term: Number, _point: int) -> int:
        return term.value.numerator * pow(term.value.denominator, -1, _PRIME) % _PRIME

    def _variable(self, term: Variable, point: int) -> int:
        return _unknown("Variable", term.name, point)

    def _constant(self, term: Constant, point: int) -> int:
        return _unknown("Constant", term.name, point)

    def _negated(self, value: int) -> int:
        return -value % _PRIME

    def _combined(self, term: Binary, left: int, right: int, point: int) -> int:
        self._require(term, point)
        match term.operator:
            case "+":
                return (left + right) % _PRIME
            case "-":
                return (left - right) % _PRIME
            case "*":
                return left * right % _PRIME
            case "/":
                return left * pow(right, -1, _PRIME) % _PRIME

    def _power(self, term: Power, point: int) -> int:
        below, above = self._value(term.base, point), self._value(term.exponent, point)
        self._require(term, point)
        return _power(term.exponent, below, above, point)

    def _apply(self, term: Apply, point: int) -> int:
        values = [self._value(part, point) for part in term.arguments]
        self._require(term, point)
        operation = OPERATIONS[term.operation]
        exact = operation.exact(values)
        if exact is not None:
            return int(exact)
        spelled = respelled(term)
        if spelled is not term:
            return self._value(spelled, point)
        if operation.lean.arguments == "real":
            return _unknown(term.operation, *values, point)
        return self._no_value(term, point)

    def _require(self, term: Expression, point: int) -> None:
        """Raises if a condition of the outermost operation of `term` is false at the point."""
        for need in own_conditions(term, frozenset()):
            left, right = self._value(need.left, point), self._value(need.right, point)
            if need.operator in (">", "<", "!=") and left == right:
                raise _UndefinedError


_RESIDUES = _Residues()


# Cached: a denominator is needed twice, as a part and in its condition, and so are the denominators
# inside it.
@lru_cache(maxsize=50_000)
def generic_value(term: Expression, point: int) -> int | None:
    """The value of `term` at the generic point number `point`; None if it is undefined there
    whatever its variables are.
    """
    try:
        return _RESIDUES.computed(term, point)
    except _UndefinedError:
        return None


def is_constant(relation: Relation) -> bool:
    """Whether `relation` is no condition on its variables: it has the same truth value for all of
    them, or is undefined.
    """
    for side in (relation.left, relation.right):
        here, there = generic_value(side, 1), generic_value(side, 2)
        if here is None or there is None:
            return True
    difference = Binary("-", relation.left, relation.right)
    return generic_value(difference, 1) == generic_value(difference, 2)


def _power(exponent: Expression, a: int, b: int, point: int) -> int:
    match exponent:
        case Number(value=value) if value.denominator == 1:
            return pow(a, value.numerator, _PRIME)
        case Negation(operand=Number(value=value)) if value.denominator == 1:
            return pow(a, -value.numerator, _PRIME)
        case _ if b == 0 or a == 1:
            return 1
        case _:
            return _unknown("power", a, b, point)


def _unknown(*of: object) -> int:
    return int.from_bytes(blake2b(repr(of).encode(), digest_size=8).digest()) % _PRIME
