"""The variable of a limit with its point, and a limit that is proved."""

from __future__ import annotations

from dataclasses import dataclass

from shomei.emitter.lean.term import Unprintable
from shomei.terms.nodes import Expression, Infinity, Limit


@dataclass(frozen=True, slots=True)
class Proved:
    """`Tendsto (fun h => term) filter (𝓝 value)`, proved by the Lean term `proof`."""

    value: Expression
    proof: str


@dataclass(frozen=True, slots=True)
class Approach:
    """The variable of a limit and its point."""

    variable: str
    point: Expression | Infinity
    side: str | None

    @staticmethod
    def of(limit: Limit) -> Approach:
        """The variable of `limit` and its point. Raises `Unprintable` for that of a sequence."""
        if limit.natural:
            raise Unprintable("the limit of a sequence is no limit over the real numbers")
        return Approach(limit.variable, limit.point, limit.side)

    @property
    def at_infinity(self) -> bool:
        """Whether the variable grows or falls without bound."""
        return isinstance(self.point, Infinity)
