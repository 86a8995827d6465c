"""A step, and trying numbers on it and on similar statements until the time is up."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from shomei.arithmetic.value import Undecided
from shomei.emitter.effort import ENOUGH, Effort, Exhausted, within
from shomei.emitter.emit import workshop
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.proof.setting import Setting
from shomei.numbers import numerals, refute
from shomei.numbers.budget import Budget, NoLimit, OutOfBudget, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.refute import concerned, examine, statements
from shomei.numbers.sampling import Point, plan, points, seed_of
from shomei.numbers.size import is_modest
from shomei.obligations.model import Obligation
from shomei.terms.definitions import by_name
from shomei.terms.nodes import Expression, Relation, Statement

_POINTS = 12
_PRECISION = 72
_DIGITS = 4
_EFFORT = ENOUGH // 5
#: The factor by which a trial may take longer on the clock than its work.
_BUSY = 4.0

Found = TypeVar("Found")


def bounded(search: Callable[[], Found]) -> Found | None:
    """The result of a search of the emitter with a small effort; None if it does not finish or
    meets something without a Lean form.
    """
    try:
        return within(Effort(_EFFORT), search)
    except (Exhausted, Unprintable, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of all trials: after a certain amount of work of this thread, so that the hints do
    not depend on what else the machine does, and in any case at a moment on the clock.
    """

    work: float
    clock: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """After `seconds` of work from now on, allowing for a machine that is mostly busy."""
        return cls(time.thread_time() + seconds, time.monotonic() + _BUSY * seconds)

    def left(self) -> float:
        """The seconds until then; 0 if it has passed."""
        return max(0.0, min(self.work - time.thread_time(), self.clock - time.monotonic()))


@dataclass(frozen=True)
class Trial:
    """`obligation` and the deadline for its trials."""

    obligation: Obligation
    end: Deadline

    @property
    def seconds(self) -> float:
        """What is left."""
        return self.end.left()

    @cached_property
    def setting(self) -> Setting | None:
        """The emitter's context of the step; None if it contains something unprintable."""
        return bounded(lambda: workshop(self.obligation).setting)

    def _verdict(self, statement: Statement) -> str | None:
        """The kind of refutation of another statement in place of the step; "" for none, None if
        there is no time.
        """
        if self.seconds == 0:
            return None
        found = refute(
            replace(self.obligation, goal=statement, conditions=()), seconds=min(0.5, self.seconds)
        )
        return "" if found is None else found.kind

    def stands(self, statement: Statement) -> bool:
        """Whether numbers were tried on the statement without refuting it."""
        return self._verdict(statement) == ""

    def fails(self, statement: Statement) -> bool:
        """Whether the statement is false for some numbers that satisfy the step's hypotheses."""
        return self._verdict(statement) == "false"

    @cached_property
    def _evaluator(self) -> Evaluator:
        return Evaluator(
            by_name(self.obligation.context.definitions),
            Budget.of_seconds(max(0.05, self.seconds)),
        )

    @cached_property
    def _points(self) -> tuple[Point, ...]:
        """Points inside the hypotheses."""
        if not is_modest(statements(self.obligation), self.obligation.context):
            return ()
        try:
            how = plan(self.obligation.context, (), concerned(self.obligation), self._evaluator)
            return tuple(
                itertools.islice(
                    points(
                        how, seed_of(self.obligation.context, self.obligation.goal), self._evaluator
                    ),
                    _POINTS,
                )
            )
        except OutOfBudget:
            return ()

    @cached_property
    def point(self) -> Point | None:
        """A point inside the hypotheses at which the step is defined and not refuted."""
        try:
            return next(
                (
                    point
                    for point in self._points
                    if examine(self.obligation, point, self._evaluator) is None
                ),
                None,
            )
        except OutOfBudget:
            return None

    def value(self, term: Expression, *, anywhere: bool = False) -> str | None:
        """The value of a term at `point` (or, with `anywhere`, at a point where the step fails), as
        text; None if it cannot be computed.
        """
        point = next(iter(self._points), None) if anywhere else self.point
        if point is None:
            return None
        try:
            return numerals.number(self._evaluator.value(term, point.scope, _PRECISION), _DIGITS)
        except (Undefined, Undecided, NoLimit, OutOfBudget):
            return None

    def relation(self) -> Relation | None:
        """The step as a single relation, if it is one."""
        return self.obligation.goal if isinstance(self.obligation.goal, Relation) else None
