"""Statements about derivatives, by the same about their values."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Refine, Show, script
from shomei.emitter.lean.statement import derivatives_taken_out
from shomei.emitter.lean.term import pure_statement
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.rests_on import RULES
from shomei.emitter.proof.valued import in_brackets
from shomei.emitter.proof.values import values_of_atoms
from shomei.emitter.search import inside
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
    atoms = values_of_atoms(found, problem)
    needs = None if atoms is None else atoms.needs(statement_terms(skeleton), setting)
    if atoms is None or needs is None:
        return
    chosen = atoms.chosen
    witnesses = [in_brackets(each, setting) for each in chosen.values()]
    start = Refine(f"⟨{', '.join([*witnesses, *atoms.proofs, *needs, '?_'])}⟩")
    goal = map_statement(skeleton, lambda term: setting.plain(substitute(term, chosen)))
    shown = Show(pure_statement(goal, setting.notation))
    for each in inside(problem.within("statement", goal, Place(setting, problem.given))):
        whole = script(atoms.before, start, shown, each.script)
        how = f"rules of differentiation, {each.how}"
        yield Proof(whole, how, atoms.uses | each.uses, (*atoms.requires, *each.requires))
