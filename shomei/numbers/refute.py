"""The pre-check of one obligation: searches for a point at which the step is false or undefined.

In: an `Obligation`. Out: a `Refutation`, a claim to the author with numbers that can be checked, or
None, which means nothing.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import itemgetter
from typing import Final, cast

from shomei.arithmetic.value import Undecided
from shomei.numbers import numerals
from shomei.numbers.binders import failure, free_in, is_bound
from shomei.numbers.budget import Budget, NoLimit, OutOfBudget, Undefined
from shomei.numbers.contradiction import find_contradiction
from shomei.numbers.decision import decide
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.model import Refutation
from shomei.numbers.narrow import downhill, room
from shomei.numbers.pools import Choice
from shomei.numbers.samples import models
from shomei.numbers.sampling import Plan, Point, plan, points, seed_of, simpler, variables
from shomei.numbers.size import is_modest
from shomei.numbers.slopes import with_slopes
from shomei.numbers.truth import Verdict, holds
from shomei.obligations.model import Condition, Continuity, Obligation, RangeBinder
from shomei.obligations.signs import implied
from shomei.operations.latex import print_expression
from shomei.operations.registry import OPERATIONS
from shomei.operations.statement_latex import print_statement
from shomei.terms.definitions import by_name
from shomei.terms.literals import ZERO, numeral
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Connective,
    Constant,
    Derivative,
    Integral,
    Limit,
    Number,
    Prime,
    Relation,
    Statement,
)
from shomei.terms.relations import sign
from shomei.terms.walk import subtrees

_POINTS = 40
_POINTS_OF_BINDERS = 14
_POINTS_OF_LIMITS = 4
_PATIENT = 2
_SIGNS = 6
_SIGNS_OF_INTEGRALS = 3
_NEAREST = 3
_LITERALS = 4
_COSTLY: Final = (Limit, Prime, Derivative, BigOperator, Integral)


def refute(obligation: Obligation, *, seconds: float = 1.0) -> Refutation | None:
    """Searches for a counterexample for at most about `seconds`; deterministic except for that
    limit. None if none is found.

    A goal that sympy has settled is not tried; only its conditions remain.
    """
    if obligation.context.functions:
        return _by_samples(obligation, seconds)
    return _of_numbers(obligation, seconds, contradicts=True)


def _by_samples(obligation: Obligation, seconds: float) -> Refutation | None:
    """A counterexample with sample functions in place of the declared ones. That a sample and other
    hypotheses exclude each other says nothing.
    """
    end = time.monotonic() + seconds
    for model in models(obligation.context):
        left = end - time.monotonic()
        if left <= 0:
            return None
        found = _of_numbers(model.obligation(obligation), left, contradicts=False)
        if found is not None:
            words = ", ".join(f"{call} = {body}" for call, body in model.words)
            return replace(
                found,
                message=f"{found.message} (where {words})" if words else found.message,
                values=(*found.values, *model.words),
                condition=None,
                scope=None,
            )
    return None


def _of_numbers(obligation: Obligation, seconds: float, *, contradicts: bool) -> Refutation | None:
    """`refute` for a step without declared functions. `contradicts`: hypotheses that contradict
    each other refute it too.
    """
    if not is_modest(statements(obligation), obligation.context):
        return None
    obligation = with_slopes(obligation)
    decision = decide(obligation.goal)
    settled = decision is not None and decision.is_settled
    within = Budget.of_seconds(seconds)
    try:
        return _search(obligation, within, seconds if contradicts else 0, is_settled=settled)
    except OutOfBudget:
        return None


def statements(obligation: Obligation) -> list[Statement]:
    """All statements that the pre-check considers."""
    return [
        obligation.goal,
        *(h.statement for h in obligation.context.hypotheses),
        *(c.statement for c in obligation.conditions if not isinstance(c.statement, Continuity)),
    ]


def concerned(obligation: Obligation) -> dict[str, None]:
    """The variables that the goal and the conditions depend on."""
    names = variables(obligation.goal, obligation.context)
    for condition in obligation.conditions:
        names |= free_in(condition)
    return names


def _search(
    obligation: Obligation, budget: Budget, seconds: float, *, is_settled: bool
) -> Refutation | None:
    """The first refutation at any point, or a contradiction among the hypotheses if there is no
    point and there are `seconds` to look for one.
    """
    context = obligation.context
    evaluator = Evaluator(by_name(context.definitions), budget)
    seed = seed_of(context, obligation.goal, obligation.conditions)
    mentioned, literals = concerned(obligation), _literals(obligation)
    search = _Search.of(obligation, evaluator, is_settled=is_settled)
    seen = False
    for extra in _cases(obligation.goal):
        how = plan(context, extra, mentioned, evaluator, literals)
        tried = search.tried(how, seed)
        if isinstance(tried, Refutation):
            return tried
        seen = seen or tried
    if seen or not seconds:
        return None
    clash = find_contradiction(context, seconds=seconds / 2)
    return None if clash is None else clash.refutation


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for one obligation. `light` omits the conditions under binders, `inequality` is
    the goal if points near its failure can be searched for, and `costly` says that evaluating it
    takes long.
    """

    obligation: Obligation
    light: Obligation
    evaluator: Evaluator
    inequality: Relation | None
    costly: bool
    signs: int
    is_settled: bool

    @classmethod
    def of(cls, obligation: Obligation, evaluator: Evaluator, *, is_settled: bool) -> _Search:
        conditions = _open_conditions(obligation)
        goal = obligation.goal
        costly = any(isinstance(node, _COSTLY) for node in subtrees(goal))
        narrows = isinstance(goal, Relation) and goal.operator not in {"=", "!="}
        return cls(
            replace(obligation, conditions=conditions),
            replace(obligation, conditions=tuple(c for c in conditions if not is_bound(c))),
            evaluator,
            cast("Relation", goal) if narrows and not costly and not is_settled else None,
            costly,
            _SIGNS_OF_INTEGRALS if any(isinstance(n, Integral) for n in subtrees(goal)) else _SIGNS,
            is_settled,
        )

    def tried(self, how: Plan, seed: int) -> Refutation | bool:
        """A refutation at the points of a plan or near them; otherwise whether there is any
        point.
        """
        most = 1 if self.is_settled and not self.obligation.conditions else _POINTS
        near: list[tuple[float, int, Point]] = []
        seen = False
        signs: set[tuple[int, ...]] = set()
        for turn, point in enumerate(itertools.islice(points(how, seed, self.evaluator), most)):
            seen = True
            with_goal = self._with_goal(turn, point, signs)
            found = self._at(point, turn, with_goal=with_goal)
            if found is not None:
                return _in_simple_numbers(self.obligation, found, point, how, self.evaluator)
            left = self._room(point) if with_goal else None
            if left is not None:
                near.append((left, turn, point))
        nearest = sorted(near, key=itemgetter(0, 1))[:_NEAREST]
        return self._near([start for _, _, start in nearest], how) or seen

    def _with_goal(self, turn: int, point: Point, signs: set[tuple[int, ...]]) -> bool:
        """Whether the goal is tried at a point, which joins the `signs` of those tried. Limits are
        expensive, conditions under binders less so, others cheap: limits are tried at the first
        points, then only where the signs of the variables are new.
        """
        if self.is_settled:
            return False
        if not self.costly:
            return True
        own = _signs(point)
        is_new = own not in signs and len(signs) < self.signs
        if turn < _POINTS_OF_LIMITS or is_new:
            signs.add(own)
            return True
        return False

    def _at(self, point: Point, turn: int, *, with_goal: bool) -> Refutation | None:
        # In the time for what only fine parts show of an integral, many points are tried.
        self.evaluator.fine = patient = turn < _PATIENT
        step = self.obligation if turn < _POINTS_OF_BINDERS else self.light
        try:
            return examine(step, point, self.evaluator, patient=patient, with_goal=with_goal)
        finally:
            self.evaluator.fine = True

    def _room(self, point: Point) -> float | None:
        """The margin of an inequality at a point."""
        if self.inequality is None:
            return None
        return room(self.inequality, point, self.evaluator)

    def _near(self, starts: list[Point], how: Plan) -> Refutation | None:
        """A refutation on the way down from one of the points."""
        if self.inequality is None:
            return None
        for start in starts:
            for point in downhill(self.inequality, start, how, self.evaluator):
                found = examine(self.obligation, point, self.evaluator)
                if found is not None:
                    return _in_simple_numbers(self.obligation, found, point, how, self.evaluator)
        return None


def _signs(point: Point) -> tuple[int, ...]:
    """The signs of a point's numbers, those without a sign as 1."""
    return tuple(
        sign(value) if isinstance(value, Fraction) else 1 for value in point.chosen.values()
    )


def _literals(obligation: Obligation) -> list[Choice]:
    """Numbers of the step that are not tried anyway, and fractions of pi if it has angles."""
    nodes = list(subtrees(obligation.goal))
    written = dict.fromkeys(
        node.value for node in nodes if isinstance(node, Number) and node.value > 3
    )
    found: list[Choice] = [*itertools.islice(written, _LITERALS)]
    if any(isinstance(node, Apply) and OPERATIONS[node.operation].angle for node in nodes):
        found += [
            Constant("pi"),
            *(Binary("/", Constant("pi"), numeral(part)) for part in (2, 3, 4)),
        ]
    return found


def _open_conditions(obligation: Obligation) -> tuple[Condition, ...]:
    """The conditions that do not follow from the hypotheses by their form."""
    known = frozenset(
        h.statement for h in obligation.context.hypotheses if isinstance(h.statement, Relation)
    )
    return tuple(
        c
        for c in obligation.conditions
        if isinstance(c.statement, Relation) and (is_bound(c) or not implied(c.statement, known))
    )


def _in_simple_numbers(
    obligation: Obligation, found: Refutation, point: Point, how: Plan, evaluator: Evaluator
) -> Refutation:
    """The same refutation at a point that is easier to check by hand, if there is one."""

    def same(other: Point) -> bool:
        again = examine(obligation, other, evaluator, patient=True)
        return again is not None and (again.kind, again.condition) == (found.kind, found.condition)

    try:
        better = examine(obligation, simpler(point, how, evaluator, same), evaluator, patient=True)
    except OutOfBudget:
        return found
    return better or found


def _cases(goal: Statement) -> tuple[tuple[Statement, ...], ...]:
    """What may be assumed on the way to the goal: the left side of an implication, or either side
    of an equivalence.
    """
    if isinstance(goal, Connective) and goal.operator == "implies":
        return ((goal.left,),)
    if isinstance(goal, Connective) and goal.operator == "iff":
        return ((goal.left,), (goal.right,), ())
    return ((),)


def examine(
    obligation: Obligation,
    point: Point,
    evaluator: Evaluator,
    *,
    patient: bool = False,
    with_goal: bool = True,
) -> Refutation | None:
    """What is wrong with the step at one point inside its hypotheses. `patient`: also distinguishes
    numbers that agree to 48 bits.
    """
    for condition in obligation.conditions:
        found = failure(evaluator, condition, point.scope)
        if found is not None:
            return undefined_at(point, condition, *found)
    if not with_goal:
        return None
    goal = obligation.goal
    verdict = _judge(evaluator, goal, point, patient=patient)
    if isinstance(verdict, Undefined):
        if isinstance(goal, Connective):
            return None
        value = numerals.number(verdict.value)
        return Refutation(
            "undefined",
            f"{verdict.why}, {print_expression(verdict.part)}, is {value}{_for(point)}",
            point.values,
        )
    if verdict is None or verdict.answer != "no":
        return None
    evaluator.deep = True
    try:
        confirmed = _judge(evaluator, goal, point, patient=patient)
    finally:
        evaluator.deep = False
    if not isinstance(confirmed, Verdict) or confirmed.answer != "no":
        return None
    sides = (
        f": left {confirmed.left}, right {confirmed.right}"
        if confirmed.right is not None
        else f": {confirmed.left}"
    )
    return Refutation(
        "false",
        f"fails{_for(point)}{sides}",
        point.values,
        confirmed.left,
        confirmed.right,
        scope=point.scope,
    )


def _judge(
    evaluator: Evaluator, goal: Statement, point: Point, *, patient: bool
) -> Verdict | Undefined | None:
    try:
        return holds(evaluator, goal, point.scope, patient=patient or isinstance(goal, Connective))
    except Undefined as reason:
        return reason
    except (Undecided, NoLimit):
        return None


def undefined_at(point: Point, condition: Condition, value: str | None, near: str) -> Refutation:
    """The refutation for a failing condition."""
    where = f"{_for(point)}{near}"
    if not point.values and any(isinstance(each, RangeBinder) for each in condition.binders):
        where = near.replace(" and ", " for ", 1)
    statement = condition.statement
    named = isinstance(statement, Relation) and (
        statement.operator in {"!=", ">"} or statement.right == ZERO
    )
    if isinstance(statement, Continuity):
        message = f"{condition.why} is not continuous{where}"
    elif value is None or not named or not isinstance(statement, Relation):
        # "n, is 0" does not show a reader that n \\ge 1 fails
        message = f"{condition.why} asks for {print_statement(statement)}, which fails{where}"
    else:
        message = f"{condition.why}, {print_expression(statement.left)}, is {value}{where}"
    return Refutation("undefined", message, point.values, condition=condition)


def _for(point: Point) -> str:
    return (
        " for " + ", ".join(f"{name} = {value}" for name, value in point.values)
        if point.values
        else ""
    )
