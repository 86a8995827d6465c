"""Reasons why a record lacks a field, in words that several records share."""

from __future__ import annotations

from typing import Final

EVERYWHERE: Final = "it is defined everywhere"
ALL_VALUES: Final = "it takes every value"
BOTH_SIGNS: Final = "it takes both signs, and its argument's sign does not tell which"
NEITHER_PARITY: Final = "it is neither odd nor even"
UP_AND_DOWN: Final = "it rises and falls"
IRRATIONAL: Final = "its bounds are fractions of π, and bounds are rational numbers"
UNLISTED: Final = "no proof so far has called for it"
STEPS: Final = "it is a function of natural numbers"
ITS_OWN_TREE: Final = "sympy has a sign of its own for it"
SUBSTITUTION: Final = "it comes from those of its parts and of what it is respelled by"

#: For operations that are respelled: the rules of the other operations apply.
RESPELLED: Final = dict.fromkeys(
    (
        "signs",
        "monotonicity",
        "derivative",
        "continuity",
        "ends",
        "limits",
        "laws",
        "parity",
        "sympy",
    ),
    SUBSTITUTION,
)

#: For operators, in a record of which most fields need no entry.
OF_OPERATORS: Final = {
    "respelled": "the rules are written for it",
    "parity": NEITHER_PARITY,
    "bounds": ALL_VALUES,
    "monotonicity": "it grows or falls in each argument, by the sign of the other",
    "ends": "they come from those of its parts",
    "limits": UNLISTED,
    "exact": "it is computed",
    "laws": "Lean's arithmetic knows them",
    "sympy": ITS_OWN_TREE,
}
