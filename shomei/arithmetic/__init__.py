"""Arithmetic on numbers that are exact, or known to lie in an interval.

In: numbers and a precision in bits. Out: numbers. `interval.py` encloses, over mpmath's raw
numbers; `value.py` stays exact as long as it can. Nothing here knows of terms; it imports nothing
of the project.
"""
