"""Equations between sums, by their normal form."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND_SUMS, script
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.linear_sums import Namer, joined_terms, normal_form
from shomei.emitter.proof.needs import brought_in
from shomei.emitter.proof.ranges import arrangements, differences_cast
from shomei.terms.nodes import BigOperator, Binary, Call, Choice, Expression, Relation
from shomei.terms.polynomials import TooMany
from shomei.terms.walk import free_variables, subtrees


@method(
    name="sums in normal form",
    goal="relation",
    reasons=("sum_rule", "algebra"),
    cost=315,
    proofs=4,
)
def sums_in_normal_form(problem: Problem) -> Iterator[Proof]:
    """`\\sum_{k=1}^{n} (x_k - c)^2 = \\sum_{k=1}^{n} x_k^2 - 2 c \\sum_{k=1}^{n} x_k + n c^2`."""
    if not _has_families(problem) and not _is_numeric(problem):
        yield from _by_normal_form(problem)


@method(
    name="sums over families",
    goal=("relation", "arithmetic"),
    reasons=("sum_rule", "algebra"),
    cost=15,
    proofs=4,
)
def sums_over_families(problem: Problem) -> Iterator[Proof]:
    """`\\sum_{k=1}^{n} e^{x_k} \\delta_{kj} = e^{x_j}`: nothing cheaper proves these."""
    if _has_families(problem):
        if _divides_by_sums(problem):
            yield from _by_joined_terms(problem)
        yield from _by_normal_form(problem)


def _divides_by_sums(problem: Problem) -> bool:
    """Whether a term of a sum is divided by a sum or difference with the index, which no normal
    form brings to the other side.
    """
    return any(
        isinstance(part, Binary)
        and part.operator == "/"
        and any(
            isinstance(below, Binary) and below.operator in ("+", "-")
            for below in subtrees(part.right)
        )
        and whole.index in free_variables(part.right)
        for whole in subtrees(problem.relation)
        if isinstance(whole, BigOperator)
        for part in subtrees(whole.body)
    )


def _by_joined_terms(problem: Problem) -> Iterator[Proof]:
    try:
        lines = joined_terms(problem.relation, problem.setting, Namer())
    except (TooMany, Unprintable):
        return
    if lines is not None:
        given = script(problem.start, lines, GRIND_SUMS)
        yield Proof(given, "linearity of the sum, term by term", frozenset({"sum_rule", "algebra"}))


def _is_numeric(problem: Problem) -> bool:
    """Whether the bounds of all sums are literals, so that their terms are few."""
    return not any(
        free_variables(bound)
        for part in subtrees(problem.relation)
        if isinstance(part, BigOperator)
        for bound in (part.lower, part.upper)
    )


def _has_families(problem: Problem) -> bool:
    """Whether the goal has a sum whose terms are elements of families, or choices by an index."""
    return any(
        isinstance(part, BigOperator)
        and any(isinstance(each, Call | Choice) for each in subtrees(part.body))
        for part in subtrees(problem.relation)
    )


def _by_normal_form(problem: Problem) -> Iterator[Proof]:
    goal, setting = problem.relation, problem.setting
    if not any(isinstance(part, BigOperator) for part in subtrees(goal)) or problem.place.cited:
        return
    names = Namer()
    for arrangement in arrangements(goal, setting, names):
        changed = arrangement.goal
        try:
            seen: dict[BigOperator, Expression] = {}
            left = normal_form(changed.left, setting, names, seen)
            right = normal_form(changed.right, setting, names, seen)
        except (TooMany, Unprintable):
            continue
        if setting.seems(Relation(goal.operator, left.term, right.term)) is False:
            continue
        needs, _ = brought_in((left.term, right.term), setting)
        casts = differences_cast((goal, changed), setting)
        lines = script(
            problem.start, casts, needs, arrangement.lines, left.lines, right.lines, GRIND_SUMS
        )
        yield Proof(lines, "linearity of the sum", frozenset({"sum_rule", "algebra"}))
