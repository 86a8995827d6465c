"""Values of expressions at points that satisfy no equation by chance: what is equal there is equal
as far as its form shows.

Numbers are counted modulo a large prime, so that nothing is rounded or grows; what is no rational
operation is an unknown of its own, the same for the same parts. That tells a constant from what
depends on a variable, and finds divisions by zero. It proves nothing.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import Final

from shomei.obligations.definedness import own_conditions
from shomei.terms.nodes import (
    FUNCTIONS,
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
from shomei.terms.walk import children, free_variables

_PRIME: Final = 2**61 - 1
_AT_ZERO: Final = {
    "sin": 0,
    "tan": 0,
    "arcsin": 0,
    "arctan": 0,
    "sinh": 0,
    "tanh": 0,
    "cos": 1,
    "cosh": 1,
    "exp": 1,
}


# Looked up: a denominator is asked for twice, as a part and as what must not be 0, and so are the
# denominators in it.
@lru_cache(maxsize=50_000)
def generic_value(term: Expression, point: int) -> int | None:
    """The value of `term` at the generic point number `point`; None where it is undefined there,
    whatever its variables are.
    """
    parts = [generic_value(part, point) for part in children(term)] if not _binds(term) else []
    values = [value for value in parts if value is not None]
    if len(values) < len(parts):
        return None
    for need, _ in own_conditions(term, frozenset()):
        left, right = generic_value(need.left, point), generic_value(need.right, point)
        if need.operator in (">", "<", "!=") and left == right:
            return None
    match term, values:
        case Number(value=value), _:
            return value.numerator * pow(value.denominator, -1, _PRIME) % _PRIME
        case Negation(), [a]:
            return -a % _PRIME
        case Binary(operator="+"), [a, b]:
            return (a + b) % _PRIME
        case Binary(operator="-"), [a, b]:
            return (a - b) % _PRIME
        case Binary(operator="*"), [a, b]:
            return a * b % _PRIME
        case Binary(operator="/"), [a, b]:
            return a * pow(b, -1, _PRIME) % _PRIME
        case Power(exponent=exponent), [a, b]:
            return _power(exponent, a, b, point)
        case Apply("log" | "log_base"), [*base, a] if a == 1 or a in base:
            return 0 if a == 1 else 1
        case Apply("log"), [a]:
            return _unknown("log", generic_value(Constant("e"), point), a, point)
        case Apply("log_base"), [b, a]:
            return _unknown("log", b, a, point)
        case Apply("sqrt" | "root"), [*_, 0 | 1 as a]:
            return a
        case Apply(name), [0] if name in _AT_ZERO:
            return _AT_ZERO[name]
        case Variable(name=name) | Constant(name=name), _:
            return _unknown(type(term).__name__, name, point)
        case Apply(name), _ if name in FUNCTIONS or name in ("sqrt", "root"):
            return _unknown(name, *values, point)
        case _:
            return _unknown(
                repr(canonical(term)),
                *(_unknown("Variable", name, point) for name in free_variables(term)),
            )


def is_constant(relation: Relation) -> bool:
    """Whether `relation` says the same whatever its variables are, or nothing, because it is
    undefined: no condition on them.
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


def _binds(term: Expression) -> bool:
    """Whether `term` is more than an operation on the values of its parts."""
    return type(term).__name__ in {"Limit", "BigOperator", "Derivative", "Prime", "Call"}


def _unknown(*of: object) -> int:
    return int.from_bytes(blake2b(repr(of).encode(), digest_size=8).digest()) % _PRIME
