"""Refutes steps by numbers, before Lean is asked.

In: an `Obligation` (or its context). Out: a `Refutation` with numbers that a reader can check, a
contradiction among hypotheses, a witness that they are consistent, or hypotheses that may be
missing. It never verifies: None means nothing. May import `terms`, `parser`, `obligations`,
`symbolic` and mpmath.
"""

from shomei.numbers.contradiction import Contradiction, find_contradiction, find_witness
from shomei.numbers.curves import with_curve
from shomei.numbers.decision import Decision, decide
from shomei.numbers.model import Refutation
from shomei.numbers.premise import excluded_premise
from shomei.numbers.refute import refute
from shomei.numbers.suggest import suggest_hypotheses

__all__ = [
    "Contradiction",
    "Decision",
    "Refutation",
    "decide",
    "excluded_premise",
    "find_contradiction",
    "find_witness",
    "refute",
    "suggest_hypotheses",
    "with_curve",
]
