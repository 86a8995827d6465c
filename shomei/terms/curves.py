"""Both sides of a relation over one of its variables, as a report draws them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Curve:
    """`points` holds the values of the variable, in ascending order, with those of the left and the
    right side; None where a side has none, or where the hypotheses do not hold. At `at` the
    relation fails. `dotted`: the variable is an integer, so that nothing lies between the points.
    """

    variable: str
    at: float
    points: tuple[tuple[float, float | None, float | None], ...]
    dotted: bool = False
