"""Suggests missing hypotheses: one or two simple ones that exclude every sampled failure and leave
points where the step holds.

In: an obligation that is refuted or unproved. Out: statements, weakest first; none if nothing
simple works. A hint, never a proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from fractions import Fraction

from shomei.numbers.budget import Budget, OutOfBudget
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.pools import satisfied
from shomei.numbers.refute import concerned, examine, statements
from shomei.numbers.sampling import Plan, Point, plan, points, seed_of
from shomei.numbers.size import is_modest
from shomei.obligations.domain import infer
from shomei.obligations.model import Obligation
from shomei.terms.definitions import by_name
from shomei.terms.literals import numeral
from shomei.terms.nodes import (
    Expression,
    Negation,
    Relation,
    RelationOperator,
    Statement,
    Variable,
)

_POINTS = 60
_FEWEST_LEFT = 3
_MOST_TOGETHER = 3
_MOST_ROUNDS = 6


def suggest_hypotheses(obligation: Obligation, *, seconds: float = 1.0) -> tuple[Statement, ...]:
    """Hypotheses that are not in the context and under which no sampled point refutes the step."""
    if not is_modest(statements(obligation), obligation.context):
        return ()
    mentioned = concerned(obligation)
    evaluator = Evaluator(
        by_name(obligation.context.definitions),
        Budget.of_seconds(seconds),
    )
    bad: list[Point] = []
    good: list[Point] = []

    def sample(extra: tuple[Statement, ...]) -> bool:
        """Sorts more points into the good and the bad. Returns whether none of these is bad."""
        before = len(bad)
        how = plan(obligation.context, extra, mentioned, evaluator)
        for point in itertools.islice(
            points(how, seed_of(obligation.context, obligation.goal, extra), evaluator), _POINTS
        ):
            (bad if examine(obligation, point, evaluator) is not None else good).append(point)
        return len(bad) == before

    try:
        if sample(()):
            return ()
        how = plan(obligation.context, (), mentioned, evaluator)
        # authors most often leave out the conditions of their expressions
        for kind in (_needed, _about_each, _about_pairs):
            # a choice is tried on fresh points, and those that refute it enter the next choice
            for _ in range(_MOST_ROUNDS):
                found = _choose(kind(obligation, how, bad), bad, good, evaluator)
                if not found:
                    break
                if sample(found):
                    return found
    except OutOfBudget:
        pass
    return ()


def _choose(
    candidates: Sequence[Statement], bad: list[Point], good: list[Point], evaluator: Evaluator
) -> tuple[Statement, ...]:
    """The first single candidate, else pair, else triple, that no bad point satisfies and enough
    good points do; the most general of its kind.
    """
    excluded = {
        id(c): frozenset(
            n for n, point in enumerate(bad) if not satisfied(evaluator, c, point.scope)
        )
        for c in candidates
    }
    kept = {
        id(c): frozenset(n for n, point in enumerate(good) if satisfied(evaluator, c, point.scope))
        for c in candidates
    }
    useful = [c for c in candidates if excluded[id(c)] and len(kept[id(c)]) >= _FEWEST_LEFT]
    for size in range(1, _MOST_TOGETHER + 1):
        best: tuple[int, tuple[Statement, ...]] | None = None
        for chosen in itertools.islice(itertools.combinations(useful, size), 5000):
            if len(frozenset().union(*(excluded[id(c)] for c in chosen))) < len(bad):
                continue
            left = frozenset.intersection(*(kept[id(c)] for c in chosen))
            if len(left) >= _FEWEST_LEFT and (best is None or len(left) > best[0]):
                best = len(left), chosen
        if best is not None:
            return best[1]
    return ()


def _needed(obligation: Obligation, _how: Plan, _bad: Sequence[Point]) -> list[Statement]:
    """The conditions of the step's expressions that the context does not give, as short as
    possible.
    """
    return list(
        infer(
            obligation.conditions,
            [
                h.statement
                for h in obligation.context.hypotheses
                if isinstance(h.statement, Relation)
            ],
        )
    )


def _about_each(obligation: Obligation, how: Plan, bad: Sequence[Point]) -> list[Statement]:
    """Signs of each variable, and numbers that it must not equal; for whole numbers, the end of the
    failures.
    """
    found: list[Statement] = [
        Relation(operator, Variable(name), _integer(value))
        for operator, value in _SIGNS
        for name in _free(how)
    ]
    for name in _free(how):
        values = {value for point in bad if isinstance(value := point.scope.names[name], Fraction)}
        if how.domains[name] in {"N", "N+", "Z"} and values:
            found.append(Relation(">=", Variable(name), _integer(int(max(values)) + 1)))
        if len(values) == 1 and next(iter(values)).denominator == 1:
            found.append(Relation("!=", Variable(name), _integer(int(values.pop()))))
    return _new(obligation, found)


def _about_pairs(obligation: Obligation, how: Plan, _bad: Sequence[Point]) -> list[Statement]:
    """Comparisons of two variables."""
    operators: tuple[RelationOperator, ...] = ("!=", ">=", ">", "<=", "<")
    pairs = itertools.combinations(_free(how), 2)
    return _new(
        obligation,
        (
            Relation(operator, Variable(one), Variable(other))
            for one, other in pairs
            for operator in operators
        ),
    )


_SIGNS: tuple[tuple[RelationOperator, int], ...] = (
    ("!=", 0),
    (">", 0),
    (">=", 0),
    ("!=", 1),
    ("<", 0),
    ("<=", 0),
    (">", 1),
    (">=", 1),
    ("!=", -1),
)


def _free(how: Plan) -> list[str]:
    return [name for name in how.shown if name not in how.solved]


def _new(obligation: Obligation, statements: Iterable[Statement]) -> list[Statement]:
    known = {h.statement for h in obligation.context.hypotheses}
    return [statement for statement in statements if statement not in known]


def _integer(value: int) -> Expression:
    number = numeral(abs(value))
    return Negation(number) if value < 0 else number
