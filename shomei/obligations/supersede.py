"""Which hypotheses a text leaves behind where it bounds one of their letters again.

In: what an article's words assume, and the scope. Out: the scope in which it is assumed. Bounds
that say less of a letter than those in force, such as `x > 0` after `x > 5`, say nothing of the
same number; bounds that exclude them, such as `x < 0`, cannot be of it at all. Either way the
letter is another number from here on. What was assumed of it before stays as a doubt: a claim that
fails without it is no alarm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from shomei.obligations import doubts as doubting
from shomei.obligations.bounds import bounds
from shomei.obligations.model import Hypothesis
from shomei.obligations.scope import Scope, context_of
from shomei.terms.nodes import Statement
from shomei.terms.walk import free_variables


@dataclass(frozen=True, slots=True)
class _Interval:
    """The numbers between two ends, each with whether it is left out; None: there is no end."""

    low: tuple[Fraction, bool] | None = None
    high: tuple[Fraction, bool] | None = None

    def bounded(self, operator: str, value: Fraction) -> _Interval:
        """Its numbers that are also on one side of a value."""
        end = value, operator in {"<", ">"}
        if operator in {">", ">="}:
            return replace(self, low=end if self.low is None else max(self.low, end))
        if self.high is None:
            return replace(self, high=end)
        lower = min((self.high[0], not self.high[1]), (value, not end[1]))
        return replace(self, high=(lower[0], not lower[1]))

    def is_empty(self) -> bool:
        """Whether it holds no number."""
        if self.low is None or self.high is None:
            return False
        return self.low[0] > self.high[0] or (
            self.low[0] == self.high[0] and (self.low[1] or self.high[1])
        )


def superseded(conditions: Iterable[Statement], scope: Scope) -> Scope:
    """The scope without what it assumes of the letters that these conditions bound anew."""
    said: dict[str, list[tuple[str, Fraction]]] = {}
    for condition in conditions:
        for name, operator, value in bounds(condition):
            said.setdefault(name, []).append((operator, value))
    known = [each for h in scope.hypotheses if _is_told(h) for each in bounds(h.statement)]
    fresh = {name for name, new in said.items() if _is_another(name, new, known)}
    if not fresh:
        return scope
    left = [each for each in scope.hypotheses if fresh.isdisjoint(free_variables(each.statement))]
    ended = [each for each in scope.hypotheses if fresh & set(free_variables(each.statement))]
    doubts = [
        doubting.about(each.statement, context_of(each.statement, scope), lasting=True)
        for each in ended
    ]
    return replace(
        scope,
        hypotheses=tuple(left),
        doubts=tuple(dict.fromkeys((*scope.doubts, *doubts))),
    )


def _is_another(
    name: str, bounds: list[tuple[str, Fraction]], known: list[tuple[str, str, Fraction]]
) -> bool:
    """Whether a letter with these bounds cannot be the one of which others are known."""
    before = _Interval()
    for other, operator, value in known:
        if other == name:
            before = before.bounded(operator, value)
    both, alone = before, _Interval()
    for operator, value in bounds:
        both, alone = both.bounded(operator, value), alone.bounded(operator, value)
    if before == _Interval() or alone == before or alone.is_empty():
        return False
    return both == before or both.is_empty()


def _is_told(hypothesis: Hypothesis) -> bool:
    return hypothesis.in_prose and hypothesis.origin == "assumed"
