"""Refutes steps early, by numbers.

In: an `Obligation` (or its context). Out: a `Refutation` with numbers that a reader can check, a contradiction among hypotheses, a witness that they are
consistent, or hypotheses that may be missing. It never verifies: None means nothing. May import `parser.ast`, `obligations.model`, mpmath, and sympy, the
last one in a process of its own alone.
"""

from checker.precheck.refute import Refutation, refute

__all__ = ["Refutation", "refute"]
