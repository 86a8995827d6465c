"""Statements about derivatives, by the same about their values."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Refine, Show, Tactic, script
from shomei.emitter.lean.statement import derivatives_taken_out, skeleton_needs
from shomei.emitter.lean.term import pure_statement
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.rests_on import RULES
from shomei.emitter.proof.sign import holds_as_printed
from shomei.emitter.proof.valued import in_brackets
from shomei.emitter.proof.values import values
from shomei.emitter.search import inside
from shomei.terms.nodes import Expression, Relation
from shomei.terms.substitution import substitute
from shomei.terms.walk import map_statement, statement_terms


@method(
    name="values of the derivatives",
    goal="slopes",
    reasons=(*RULES, "algebra"),
    cost=100,
    proofs=12,
)
def statements_of_derivatives(problem: Problem) -> Iterator[Proof]:
    """`f'(x) = 0 \\iff x = 1` from f'(x) = 2 x - 2 and `2 x - 2 = 0 \\iff x = 1`."""
    setting = problem.graph.setting
    skeleton, found = derivatives_taken_out(problem.statement)
    before: list[Tactic] = []
    requires: list[str] = []
    uses: frozenset[str] = frozenset()
    chosen: dict[str, Expression] = {}
    parts: list[str] = []
    for atom in found:
        value = next(values(atom.term, problem), None)
        if value is None:
            return
        before += value.before
        requires += value.requires
        uses |= value.uses
        chosen[atom.name] = setting.plain(value.value)
        parts.append(value.proof)
    for term in statement_terms(skeleton):
        for need in skeleton_needs(term, tuple(chosen), setting.notation):
            left, right = substitute(need.left, chosen), substitute(need.right, chosen)
            proof = holds_as_printed(Relation(need.operator, left, right), setting)
            if proof is None:
                return
            parts.append(proof)
    witnesses = [in_brackets(each, setting) for each in chosen.values()]
    start = Refine(f"⟨{', '.join([*witnesses, *parts, '?_'])}⟩")
    goal = map_statement(skeleton, lambda term: setting.plain(substitute(term, chosen)))
    shown = Show(pure_statement(goal, setting.notation))
    for each in inside(problem.within("statement", goal, Place(setting, problem.given))):
        whole = script(before, start, shown, each.script)
        how = f"rules of differentiation, {each.how}"
        yield Proof(whole, how, uses | each.uses, (*requires, *each.requires))
