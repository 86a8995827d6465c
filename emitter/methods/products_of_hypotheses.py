"""An inequality from products of the hypotheses and of what the laws say."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import rules_in
from shomei.emitter.proof.products import naturals_as_reals, products
from shomei.emitter.proof.setting import Known


@method(
    name="products of hypotheses",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra", "assumption"),
    cost=230,
    proofs=2,
)
def products_of_hypotheses(problem: Problem) -> Iterator[Proof]:
    """`x^2 < 1` from `0 < x` and `x < 1`; `\\sqrt{a} \\sqrt{b} \\ge 0`."""
    goal, setting = problem.relation, problem.setting
    if goal.operator == "=":
        return
    laws = problem.findings.laws[:12]
    casts, of_naturals = naturals_as_reals(setting)
    of_laws = (Known(law.name, law.statement) for law in laws)
    lines = products((*of_naturals, *setting.known, *of_laws), setting, goal)
    if lines:
        brought_in = [*casts, *(law.tactic(setting) for law in laws)]
        uses = frozenset({"algebra", "assumption"}) | rules_in(laws)
        yield Proof(
            script(problem.start, brought_in, lines, GRIND), "products of what is known", uses
        )
