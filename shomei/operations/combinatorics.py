"""Factorials and binomial coefficients, of natural numbers."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Final

from shomei.arithmetic.value import Value
from shomei.operations.absences import STEPS, UNLISTED
from shomei.operations.operation import (
    Arguments,
    Binding,
    LeanForm,
    Need,
    Notation,
    Operation,
    SignRule,
)
from shomei.operations.values import small_natural, whole
from shomei.terms.natural import at_least_zero, differences

_LARGEST: Final = 3000
_LARGEST_FLOAT: Final = 1000

_OF_STEPS: Final = dict.fromkeys(
    ("parity", "monotonicity", "inverse", "derivative", "continuity", "ends", "limits", "sympy"),
    STEPS,
)


def _factorial_needs(arguments: Arguments, naturals: frozenset[str]) -> tuple[Need, ...]:
    return tuple(
        Need(condition, "the argument of a factorial")
        for condition in at_least_zero(differences(arguments[0]), naturals)
    )


def _binomial_needs(arguments: Arguments, naturals: frozenset[str]) -> tuple[Need, ...]:
    entries = [term for entry in arguments for term in differences(entry)]
    return tuple(
        Need(condition, "an entry of a binomial coefficient")
        for condition in at_least_zero(entries, naturals)
    )


def _factorial_value(n: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return Fraction(math.factorial(small_natural(n, _LARGEST)))


def _binomial_value(n: Value, k: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    upper = small_natural(n, _LARGEST)
    return Fraction(math.comb(upper, small_natural(k, _LARGEST)))


FACTORIAL = Operation(
    name="factorial",
    notation=Notation(pattern="{0:postfix}!", juxtaposed=False),
    words={"en": "the factorial", "ja": "階乗"},
    lean=LeanForm("Nat.factorial", arguments="natural"),
    needs=_factorial_needs,
    signs=lambda _: (
        SignRule(">", "(Nat.cast_pos.mpr (Nat.factorial_pos _))"),
        SignRule("!=", "(Nat.cast_ne_zero.mpr (Nat.factorial_ne_zero _))"),
    ),
    approximate=lambda n: float(math.factorial(whole(n, _LARGEST_FLOAT))),
    value=_factorial_value,
    laws="combinatorics",
    absent={
        **_OF_STEPS,
        "respelled": "the rules are written for it",
        "bounds": UNLISTED,
        "exact": "it is computed",
    },
)

BINOMIAL = Operation(
    name="binomial",
    notation=Notation(pattern="\\binom{{{0}}}{{{1}}}", binding=Binding.ATOM, juxtaposed=False),
    words={"en": "the binomial coefficient", "ja": "二項係数"},
    lean=LeanForm("Nat.choose", arguments="natural"),
    arity=2,
    needs=_binomial_needs,
    approximate=lambda n, k: float(math.comb(whole(n, _LARGEST_FLOAT), whole(k, _LARGEST_FLOAT))),
    value=_binomial_value,
    laws="combinatorics",
    absent={
        **_OF_STEPS,
        "respelled": "the rules are written for it",
        "signs": "it is 0 where the lower entry is the larger one",
        "bounds": UNLISTED,
        "exact": "it is computed",
    },
)

OPERATIONS = (FACTORIAL, BINOMIAL)
