"""Arithmetic on numbers that are exact, or known to lie in an interval.

In: numbers and a precision in bits. Out: numbers. `interval.py` computes enclosures, over mpmath's
raw numbers; `value.py` stays exact as long as it can. This room knows nothing of terms and imports
nothing of the project.
"""
