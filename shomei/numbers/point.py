"""A point: the values of variables where an expression is evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from shomei.arithmetic.interval import Interval
from shomei.terms.nodes import Expression


@dataclass(frozen=True, slots=True)
class Bound:
    """The value of a variable that is not a fraction: an expression in the scope where it was
    written, so that it can be computed to any precision.
    """

    expression: Expression
    scope: Scope


@dataclass(frozen=True, slots=True)
class Scope:
    """A point: the value of each variable, the variables that hold integers by their type, and the
    point of the whole statement (for captured variables).

    A variable bound to an interval stands for all of its numbers at once: what is certain for the
    interval is certain for each of them.
    """

    names: Mapping[str, Fraction | Interval | Bound]
    integers: frozenset[str] = frozenset()
    outer: Scope | None = None
    calls: int = 0

    def bind(
        self, name: str, value: Fraction | Interval | Bound, *, integer: bool = False
    ) -> Scope:
        """The point with one more variable, which may shadow another."""
        integers = self.integers | {name} if integer else self.integers - {name}
        return Scope({**self.names, name: value}, integers, self.outer or self, self.calls)
