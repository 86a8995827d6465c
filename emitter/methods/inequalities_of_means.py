"""Inequalities between sums over one range, by the inequalities of means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shomei.emitter.lean.script import GRIND_SUMS, script
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.linear_sums import Namer, normal_form
from shomei.emitter.proof.means import mean_lemmas
from shomei.emitter.proof.needs import brought_in
from shomei.terms.nodes import BigOperator, Expression
from shomei.terms.polynomials import TooMany
from shomei.terms.walk import subterms, subtrees


@method(
    name="inequalities of means",
    goal=("relation", "arithmetic"),
    reasons=("rule", "algebra"),
    cost=14,
    proofs=8,
)
def inequalities_of_means(problem: Problem) -> Iterator[Proof]:
    """`e^{\\sum_i p_i x_i} \\le \\sum_i p_i e^{x_i}` for weights `p_i` that add up to 1."""
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<=", ">=") or not any(
        isinstance(part, BigOperator) for part in subtrees(goal)
    ):
        return
    uses = frozenset({"algebra"})
    for each in mean_lemmas(goal, setting):
        names = Namer()
        seen: dict[BigOperator, Expression] = {}
        sides = (goal.left, goal.right, *_totals(problem))
        try:
            stated = each.tactic(setting)
            forms = [normal_form(side, setting, names, seen) for side in sides]
            own = {*_sums(form.term for form in forms)}
            ends = (each.statement.left, each.statement.right)
            more = [normal_form(side, setting, names, seen) for side in ends]
        except (TooMany, Unprintable):
            continue
        if not {*_sums(form.term for form in more)} <= own:
            continue
        forms += more
        needs, _ = brought_in([form.term for form in forms], setting)
        lines = script(problem.start, stated, needs, *(form.lines for form in forms), GRIND_SUMS)
        yield Proof(lines, each.rule, uses)


def _sums(terms: Iterable[Expression]) -> Iterator[BigOperator]:
    for term in terms:
        yield from (part for part in subterms(term) if isinstance(part, BigOperator))


def _totals(problem: Problem) -> Iterator[Expression]:
    """The sums that hypotheses are about."""
    for known in problem.setting.known:
        for side in (known.relation.left, known.relation.right):
            if isinstance(side, BigOperator):
                yield side
