"""The bridge to sympy, for numbers and proofs alike.

In: terms and relations. Out: sympy's answer, as terms: a quotient in lowest terms, factors,
completed squares, the sign table of a relation; or None if there is no answer. Whatever sympy
proposes must still be proved, and sympy refutes nothing.

sympy runs in its own process (`worker.py`, managed by `process.py`). The process starts at the
first question, receives data and never text to evaluate, and is killed if it takes too long. This
room imports only `terms`, and not sympy.
"""

from shomei.symbolic.calculus import antiderivative
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
    "antiderivative",
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
