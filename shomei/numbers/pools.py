"""The candidates for a variable: numbers and constants that its bounds allow, simple ones first.

In: the domain of a variable, the statements about it alone, the numbers of the step. Out: choices.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from shomei.arithmetic.value import Undecided
from shomei.numbers.budget import NoLimit, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.isolate import isolate
from shomei.numbers.point import Bound, Scope
from shomei.numbers.truth import holds, in_domain
from shomei.terms.nodes import (
    Constant,
    Expression,
    Negation,
    NumberSet,
    Relation,
    Statement,
)


def _fractions(text: str) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, text.split()))


REALS = _fractions(
    "2 3 1/2 1 -1 0 -2 3/2 1/3 5 -1/2 -3 4 2/3 10 1/10 -3/2 7/3 -5 100 1/100 -10 -1/10 -100 9/10 "
    "11/10 1000 1/1000"
)
_INTEGERS = _fractions("2 3 1 0 -1 4 5 -2 7 -3 10 6 -5 12 20")
#: The offsets from an edge, and the fractions of the distance between two edges.
_AROUND = _fractions("0 1 -1 2 -2 5 -5 1/2 -1/2 1/10 -1/10 10")
_BETWEEN = _fractions("1/2 1/3 3/4 1/10 9/10 1/100")

_E = Constant("e")
_FEW = 8
#: How many of the simplest numbers are tried before those of the step.
SIMPLEST = 7

#: A candidate for a variable: a fraction, or an expression without variables, such as e or half of
#: pi.
Choice: TypeAlias = Fraction | Expression


def pool_of(
    name: str,
    domain: NumberSet,
    bounds: Sequence[Statement],
    literals: Sequence[Choice],
    evaluator: Evaluator,
) -> tuple[Choice, ...]:
    """The candidates for a variable: the usual small numbers that satisfy its bounds; if few do,
    numbers near and between the bounds.
    """
    integer = domain in {"N", "N+", "Z"}
    near_literals: list[Choice] = []
    for value in literals:
        if isinstance(value, Fraction):
            near_literals += [value, value + 1, value - 1, -value]
        elif domain == "R":
            near_literals += [value, Negation(value)]
    usual: tuple[Choice, ...] = (
        _INTEGERS if integer else REALS if domain == "Q" else (*REALS[:8], _E, *REALS[8:])
    )
    tried = dict.fromkeys([*usual[:SIMPLEST], *near_literals, *usual[SIMPLEST:]])
    fitting = tuple(value for value in tried if _fits(name, value, domain, bounds, evaluator))
    if len(fitting) >= _FEW:
        return fitting
    ends = sorted({edge for bound in bounds for edge in edges(bound, name, evaluator)})
    near = [
        value
        for end in ends
        for value in (*(end + offset for offset in _AROUND), 2 * end, 10 * end, end / 2)
    ]
    between = [
        low + (high - low) * part for low, high in itertools.pairwise(ends) for part in _BETWEEN
    ]
    between += [Fraction(round(value)) for value in between]
    extra = (
        value
        for value in dict.fromkeys(between + near)
        if value not in fitting and _fits(name, value, domain, bounds, evaluator)
    )
    return fitting + tuple(extra)


def edges(bound: Statement, name: str, evaluator: Evaluator) -> Iterator[Fraction]:
    """The number that a variable is compared with, to about 20 bits unless it is a fraction."""
    from mpmath import libmp

    from shomei.arithmetic.interval import middle

    if not isinstance(bound, Relation):
        return
    equality = Relation("=", bound.left, bound.right)
    for candidate in isolate(equality, name):
        try:
            value = evaluator.value(candidate, Scope({}), 64)
        except (Undefined, Undecided, NoLimit):
            continue
        if isinstance(value, Fraction):
            yield value
        else:
            numerator, denominator = libmp.to_rational(middle(value))
            yield Fraction(int(numerator), int(denominator)).limit_denominator(1 << 20)


def _fits(
    name: str, value: Choice, domain: NumberSet, bounds: Sequence[Statement], evaluator: Evaluator
) -> bool:
    if isinstance(value, Fraction) and not in_domain(value, domain):
        return False
    scope = scope_at({name: value}, {name: domain})
    return all(satisfied(evaluator, bound, scope) for bound in bounds)


def satisfied(
    evaluator: Evaluator, statement: Statement, scope: Scope, *, unknown: bool = False
) -> bool:
    """Whether a hypothesis holds at a point, for certain or to 200 bits; `unknown` if that cannot
    be determined.
    """
    try:
        answer = holds(evaluator, statement, scope, patient=True).answer
    except (Undefined, NoLimit):
        return False
    except Undecided:
        return unknown
    return unknown if answer == "unknown" else answer != "no"


def scope_at(values: Mapping[str, Choice], domains: Mapping[str, NumberSet]) -> Scope:
    """The point at which the variables have these values."""
    empty = Scope({})
    integers = frozenset(name for name in values if domains[name] in {"N", "N+", "Z"})
    return Scope(
        {
            name: value if isinstance(value, Fraction) else Bound(value, empty)
            for name, value in values.items()
        },
        integers,
    )
