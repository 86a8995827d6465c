"""Sums and products that begin below zero, counted from 0: `\\sum_{k=-2}^{1} k` is
`\\sum_{k=0}^{3} (k - 2)`, since indices are natural numbers.
"""

from __future__ import annotations

from dataclasses import replace

from shomei.terms.literals import integer_value, numeral
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Choice,
    Expression,
    Negation,
    Power,
    Variable,
    applies,
)
from shomei.terms.substitution import Capture, substitute
from shomei.terms.walk import free_variables, subterms


def counted_from_zero(whole: BigOperator) -> BigOperator:
    """The same sum or product from 0 on, if it begins at a negative number, and its index is used
    as a number only: neither in an exponent nor where a natural number stands.
    """
    match whole.lower:
        case Negation(operand=size) if (below := integer_value(size)) is not None and below > 0:
            pass
        case _:
            return whole
    if any(whole.index in free_variables(each) for each in _whole_places(whole.body)):
        return whole
    last = integer_value(whole.upper)
    if last is None:
        upper: Expression = Binary("+", whole.upper, numeral(below))
    elif last + below < 0:
        return whole
    else:
        upper = numeral(last + below)
    index = Binary("-", Variable(whole.index), numeral(below))
    try:
        body = substitute(whole.body, {whole.index: index})
    except Capture:  # a letter inside is bound again
        return whole
    return replace(whole, lower=numeral(0), upper=upper, body=body)


def _whole_places(term: Expression) -> list[Expression]:
    """The parts of a term that are whole numbers by where they stand."""
    found: list[Expression] = []
    for part in subterms(term):
        if isinstance(part, Power):
            found.append(part.exponent)
        elif isinstance(part, Call | Choice | BigOperator) or applies(
            part, "factorial", "binomial"
        ):
            found.append(part)
    return found
