"""Sums, differences, products, quotients and negation."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from shomei.arithmetic.value import (
    Value,
    combine,
    negate,
)
from shomei.operations.absences import (
    EVERYWHERE,
    OF_OPERATORS,
)
from shomei.operations.operation import (
    Arguments,
    Binding,
    Continuity,
    LeanForm,
    Need,
    Notation,
    Operation,
    Sign,
    SignRule,
    Slope,
)
from shomei.operations.values import refuse_zero
from shomei.terms.literals import (
    TWO,
    ZERO,
)
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    applies,
)

_OF_SUMS: Final = {
    **OF_OPERATORS,
    "needs": EVERYWHERE,
    "notation": "the brackets around a limit in a sum depend on the term after it",
}


def signed(sign_: Sign, *terms: Expression) -> tuple[Relation, ...]:
    """That each of the terms has this sign."""
    return tuple(Relation(sign_, term, ZERO) for term in terms)


# --------------------------------------------------------------------------------------------------
# Sums, differences, negation


def _signs_of_sum(arguments: Arguments) -> tuple[SignRule, ...]:
    a, b = arguments
    positive = (
        ("(add_pos {1} {2})", (*signed(">", a), *signed(">", b))),
        ("(add_pos_of_pos_of_nonneg {1} {2})", (*signed(">", a), *signed(">=", b))),
        ("(add_pos_of_nonneg_of_pos {1} {2})", (*signed(">=", a), *signed(">", b))),
    )
    return (
        SignRule(">=", "(add_nonneg {1} {2})", signed(">=", a, b)),
        *(SignRule(">", proof, premises) for proof, premises in positive),
        *(SignRule("!=", f"(LT.lt.ne' {proof})", premises) for proof, premises in positive),
    )


def _signs_of_difference(arguments: Arguments) -> tuple[SignRule, ...]:
    """`√a - √b ≠ 0` for different a and b, and `1 - p / (p + q) > 0` for positive p and q."""
    match arguments:
        case (
            Number(value=one),
            Binary(operator="/", left=part, right=Binary(operator="+", left=p, right=q)),
        ) if one == 1 and part == p:
            lemma, positive = "(Shomei.one_sub_div_pos {1} {2})", signed(">", p, q)
            return (
                SignRule(">", lemma, positive),
                SignRule("!=", f"(LT.lt.ne' {lemma})", positive),
            )
    if not all(applies(root_, "sqrt") for root_ in arguments):
        return ()
    a, b = (part for root_ in arguments if isinstance(root_, Apply) for part in root_.arguments)
    return (
        SignRule(
            "!=",
            "(sub_ne_zero.mpr (fun equal => absurd ((Real.sqrt_inj {1} {2}).mp equal) {3}))",
            (*signed(">=", a, b), Relation("!=", a, b)),
        ),
    )


ADD = Operation(
    name="+",
    notation=Notation(binding=Binding.SUM),
    words={"en": "the sum", "ja": "和"},
    lean=LeanForm("+", level=65),
    arity=2,
    signs=_signs_of_sum,
    inverse=lambda arguments, position, value: (Binary("-", value, arguments[1 - position]),),
    derivative=Slope("Shomei.hasDerivAt_add", lambda _a, _b, da, db: Binary("+", da, db)),
    continuity=Continuity("Shomei.tendsto_add"),
    approximate=operator.add,
    value=lambda a, b, *, bits, **_: combine("+", a, b, bits),
    absent=_OF_SUMS,
)

SUBTRACT = Operation(
    name="-",
    notation=Notation(binding=Binding.SUM),
    words={"en": "the difference", "ja": "差"},
    lean=LeanForm("-", level=65),
    arity=2,
    signs=_signs_of_difference,
    inverse=lambda arguments, position, value: (
        Binary("-", arguments[0], value) if position else Binary("+", value, arguments[1]),
    ),
    derivative=Slope("Shomei.hasDerivAt_sub", lambda _a, _b, da, db: Binary("-", da, db)),
    continuity=Continuity("Shomei.tendsto_sub"),
    approximate=operator.sub,
    value=lambda a, b, *, bits, **_: combine("-", a, b, bits),
    absent=_OF_SUMS,
)

NEGATE = Operation(
    name="neg",
    notation=Notation(pattern="-{0:product}", binding=Binding.SUM),
    words={"en": "the negative", "ja": "反数"},
    lean=LeanForm("-", level=75),
    signs=lambda arguments: (
        SignRule(">", "(neg_pos.mpr {1})", signed("<", *arguments)),
        SignRule("<", "(neg_lt_zero.mpr {1})", signed(">", *arguments)),
        SignRule("!=", "(neg_ne_zero.mpr {1})", signed("!=", *arguments), iff=True),
    ),
    inverse=lambda _arguments, _position, value: (Negation(value),),
    derivative=Slope("Shomei.hasDerivAt_neg", lambda _u, du: Negation(du)),
    continuity=Continuity("Shomei.tendsto_neg"),
    approximate=operator.neg,
    value=lambda a, **_: negate(a),
    absent={
        **OF_OPERATORS,
        "needs": EVERYWHERE,
        "parity": "it is odd, and `-(-x)` is x to Lean's arithmetic",
        "monotonicity": "it falls",
    },
)


# --------------------------------------------------------------------------------------------------
# Products and quotients


def _beside_a_number(arguments: Arguments) -> tuple[SignRule, ...]:
    """The signs of a product or quotient that are those of the term beside a positive number."""
    return tuple(
        SignRule(sign_, "", signed(sign_, other), iff=True)
        for number, other in (arguments, arguments[::-1])
        if isinstance(number, Number) and number.value > 0
        for sign_ in (">", ">=")
    )[:2]


def _signs_of_product(arguments: Arguments) -> tuple[SignRule, ...]:
    a, b = arguments
    return (
        *((SignRule(">=", "(mul_self_nonneg _)"),) if a == b else ()),
        SignRule(">", "(mul_pos {1} {2})", signed(">", a, b)),
        SignRule(">", "(mul_pos_of_neg_of_neg {1} {2})", signed("<", a, b)),
        SignRule("<", "(mul_neg_of_pos_of_neg {1} {2})", (*signed(">", a), *signed("<", b))),
        SignRule("<", "(mul_neg_of_neg_of_pos {1} {2})", (*signed("<", a), *signed(">", b))),
        SignRule(">=", "(mul_nonneg {1} {2})", signed(">=", a, b)),
        SignRule("!=", "(mul_ne_zero {1} {2})", signed("!=", a, b), iff=True),
        *_beside_a_number(arguments),
    )


def _signs_of_quotient(arguments: Arguments) -> tuple[SignRule, ...]:
    a, b = arguments
    return (
        SignRule(">", "(div_pos {1} {2})", signed(">", *arguments)),
        SignRule("<", "(div_neg_of_neg_of_pos {1} {2})", (*signed("<", a), *signed(">", b))),
        SignRule(">=", "(div_nonneg {1} {2})", signed(">=", *arguments)),
        SignRule("!=", "(div_ne_zero {1} {2})", signed("!=", *arguments), iff=True),
        *_beside_a_number(arguments),
    )


def _quotient_needs(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    below = arguments[1]
    if isinstance(below, Number) and below.value != 0:
        return ()
    return (Need(Relation("!=", below, ZERO), "a denominator"),)


def _quotient_value(a: Value, b: Value, *, bits: int, boxes: bool) -> Value:
    refuse_zero(b, "the denominator", 1, boxes=boxes)
    return combine("/", a, b, bits)


MULTIPLY = Operation(
    name="*",
    notation=Notation(binding=Binding.CLOSED),
    words={"en": "the product", "ja": "積"},
    lean=LeanForm("*", level=70),
    arity=2,
    signs=_signs_of_product,
    inverse=lambda arguments, position, value: (Binary("/", value, arguments[1 - position]),),
    derivative=Slope(
        "Shomei.hasDerivAt_mul",
        lambda a, b, da, db: Binary("+", Binary("*", da, b), Binary("*", a, db)),
    ),
    continuity=Continuity("Shomei.tendsto_mul"),
    approximate=operator.mul,
    value=lambda a, b, *, bits, **_: combine("*", a, b, bits),
    absent={
        **OF_OPERATORS,
        "needs": EVERYWHERE,
        "notation": "its factors stand side by side where they can",
    },
)

DIVIDE = Operation(
    name="/",
    notation=Notation(pattern="\\frac{{{0:numerator}}}{{{1}}}", binding=Binding.ATOM),
    words={"en": "the quotient", "ja": "商"},
    lean=LeanForm("/", level=70),
    arity=2,
    needs=_quotient_needs,
    signs=_signs_of_quotient,
    inverse=lambda arguments, position, value: (
        Binary("/", arguments[0], value) if position else Binary("*", value, arguments[1]),
    ),
    derivative=Slope(
        "Shomei.hasDerivAt_div",
        lambda a, b, da, db: Binary(
            "/", Binary("-", Binary("*", da, b), Binary("*", a, db)), Power(b, TWO)
        ),
        lambda _a, b: signed("!=", b),
    ),
    continuity=Continuity("Shomei.tendsto_div", lambda _a, b: signed("!=", b)),
    approximate=operator.truediv,
    value=_quotient_value,
    absent=OF_OPERATORS,
)

OPERATIONS = (ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE)

#: The record of each sign between two terms.
BINARY: Final[Mapping[str, Operation]] = MappingProxyType(
    {operation.name: operation for operation in (ADD, SUBTRACT, MULTIPLY, DIVIDE)}
)
