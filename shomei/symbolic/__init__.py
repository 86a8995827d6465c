"""The bridge to sympy, for numbers and proofs alike.

In: terms and relations. Out: what sympy makes of them, as terms: a quotient in lowest terms,
factors, completed squares, the sign table of a relation; or None where it has no answer. What it
proposes is proved like anything else, and it refutes nothing.

sympy runs in a process of its own (`worker.py`, by `process.py`), which is started at the first
question, gets data and never text to evaluate, and is stopped where it takes too long. Imports
`terms` alone, and not sympy.
"""

from shomei.symbolic.encoding import is_modest
from shomei.symbolic.gathering import gathered
from shomei.symbolic.process import warm
from shomei.symbolic.questions import (
    Factors,
    Squares,
    as_squares,
    cancelled,
    divided,
    factored_difference,
    factorisation,
    factors,
    is_empty,
)

__all__ = [
    "Factors",
    "Squares",
    "as_squares",
    "cancelled",
    "divided",
    "factored_difference",
    "factorisation",
    "factors",
    "gathered",
    "is_empty",
    "is_modest",
    "warm",
]
