"""Laws that are tried when nothing else proves a step."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import named, rules_in, saturate
from shomei.emitter.rules import rules

#: Laws that prove an inequality only where they state it as it stands.
_BOUNDS = frozenset({"bound"})


@method(name="further laws", goal="relation", reasons=("rule", "algebra"), cost=630)
def further_laws(problem: Problem) -> Iterator[Proof]:
    """`\\sin 3 x = 3 \\sin x - 4 \\sin^3 x`, and `\\log x < x - 1` for strict inequalities."""
    last = {rule.id: rule for rule in rules() if rule.is_last}
    strict = problem.relation.operator in ("<", ">", "!=")
    laws = [
        law
        for law in saturate(
            problem.findings.terms, problem.setting, rounds=1, skip=_BOUNDS, last=True
        )
        if law.rule in last and (strict or last[law.rule].statement.operator != "<")
    ]
    if laws:
        lines = script(problem.start, (law.tactic(problem.setting) for law in laws), GRIND)
        lemmas = [*problem.place.cited, *laws]
        yield Proof(lines, named(lemmas), frozenset({"algebra"}) | rules_in(lemmas))
