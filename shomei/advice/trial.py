"""A step and the numbers that are tried on it and on statements like it, until the time is up."""

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
from shomei.numbers.evaluate import Budget, Evaluator, NoLimit, OutOfBudget, Undefined
from shomei.numbers.refute import concerned, examine, statements
from shomei.numbers.sampling import Point, plan, points, seed_of
from shomei.numbers.size import is_modest
from shomei.obligations.model import Obligation
from shomei.terms.nodes import Expression, Relation, Statement

_POINTS = 12
_PRECISION = 72
_DIGITS = 4
_EFFORT = ENOUGH // 5
#: How much longer than its work a trial may take by the clock.
_BUSY = 4.0

Found = TypeVar("Found")


def bounded(search: Callable[[], Found]) -> Found | None:
    """What a search of the emitter's finds with a small effort; None where it finds no end or what
    Lean has no form for.
    """
    try:
        return within(Effort(_EFFORT), search)
    except (Exhausted, Unprintable, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class Deadline:
    """When nothing more is tried: after so much work of this thread, so that what is told does not
    depend on what else the machine does, and in any case at a moment on the clock.
    """

    work: float
    clock: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """After `seconds` of work from now on, on a machine of which the greater part is busy."""
        return cls(time.thread_time() + seconds, time.monotonic() + _BUSY * seconds)

    def left(self) -> float:
        """The seconds until then; 0 where it has gone by."""
        return max(0.0, min(self.work - time.thread_time(), self.clock - time.monotonic()))


@dataclass(frozen=True)
class Trial:
    """`obligation` and when nothing more is tried."""

    obligation: Obligation
    end: Deadline

    @property
    def seconds(self) -> float:
        """What is left."""
        return self.end.left()

    @cached_property
    def setting(self) -> Setting | None:
        """What the emitter knows around the step; None for what it cannot print."""
        return bounded(lambda: workshop(self.obligation).setting)

    def _verdict(self, statement: Statement) -> str | None:
        """What numbers say against another statement in the step's place: the kind of its
        refutation; "" for nothing, None where there is no time.
        """
        if self.seconds == 0:
            return None
        found = refute(
            replace(self.obligation, goal=statement, conditions=()), seconds=min(0.5, self.seconds)
        )
        return "" if found is None else found.kind

    def stands(self, statement: Statement) -> bool:
        """Whether numbers were tried on the statement and say nothing against it."""
        return self._verdict(statement) == ""

    def fails(self, statement: Statement) -> bool:
        """Whether the statement is false for some numbers that satisfy the step's hypotheses."""
        return self._verdict(statement) == "false"

    @cached_property
    def _evaluator(self) -> Evaluator:
        return Evaluator(
            {d.name: d for d in self.obligation.context.definitions},
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
        """A point inside the hypotheses at which the step means something and nothing speaks
        against it.
        """
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
        """A term's value at `point` (or at a point where the step fails, `anywhere`), written out;
        None where it cannot be computed.
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
