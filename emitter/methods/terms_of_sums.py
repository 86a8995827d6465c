"""Sums and products by their terms: none, one, all between literals, or the last one split off."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.sums import sum_lines
from shomei.emitter.search import inside


@method(name="terms of the sum", goal="relation", reasons=("algebra",), cost=300)
def terms_of_sums(problem: Problem) -> Iterator[Proof]:
    """`\\sum_{k=1}^{n+1} k = \\sum_{k=1}^{n} k + (n + 1)`."""
    goal, setting = problem.relation, problem.setting
    lines = tuple(sum_lines(goal, setting))
    if lines:
        place = Place(setting, problem.given, cited=lines)
        yield from inside(problem.within("arithmetic", goal, place))
