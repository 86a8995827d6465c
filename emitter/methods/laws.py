"""Arithmetic, with the laws that the terms call for: the rule table, numerals, opposite
arguments.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, Script, script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.connectives import monotone_lines, relations_of, zero_products
from shomei.emitter.proof.laws import Lemma, alignments, named, rules_in, saturate, stated
from shomei.emitter.proof.squares import squares


@method(
    name="laws",
    goal=("relation", "arithmetic", "near"),
    reasons=("rule", "algebra"),
    cost=140,
)
def laws(problem: Problem) -> Iterator[Proof]:
    """The laws of the goal's functions; then more of them, with squares where it is an
    inequality.
    """
    findings, setting = problem.findings, problem.setting
    if findings.has_laws:
        own = alignments(findings.terms, setting) if problem.place.cited else findings.aligned
        lines = script(
            problem.start,
            findings.turned,
            stated("same", own, setting),
            (law.tactic(setting) for law in findings.laws),
            stated("also", (each for each in findings.same if each not in own), setting),
            GRIND,
        )
        yield _proof(problem, lines, findings.laws)
        richer = findings.richer
        full = [
            *findings.terms,
            *(side for law in richer for side in (law.statement.left, law.statement.right)),
        ]
        lines = script(
            problem.start,
            findings.turned,
            (law.tactic(setting) for law in richer),
            stated("also", alignments(full, setting), setting),
            squares(problem.relation, setting),
            GRIND,
        )
        yield _proof(problem, lines, richer)
    elif problem.relation.operator not in ("=", "!=") and findings.order_laws:
        order_laws = (law.tactic(setting) for law in findings.order_laws)
        yield _proof(problem, script(problem.start, order_laws, GRIND), findings.order_laws)


def _proof(problem: Problem, lines: Script, brought_in: list[Lemma]) -> Proof:
    lemmas = [*problem.place.cited, *brought_in]
    return Proof(lines, named(lemmas), frozenset({"algebra"}) | rules_in(lemmas))


@method(
    name="laws in a statement",
    goal=("statement", "cover"),
    reasons=("rule", "algebra", "monotonicity"),
    cost=140,
)
def laws_in_statements(problem: Problem) -> Iterator[Proof]:
    """The laws of the functions in a statement, and that `log`, `exp` and `√` preserve the
    order.
    """
    setting = problem.setting
    parts = relations_of(problem.statement)
    terms = [side for part in parts for side in (part.left, part.right)]
    brought_in = saturate(terms, setting)
    same = alignments(terms, setting)
    monotone = monotone_lines(list(parts), setting)
    if not (brought_in or same or monotone):
        return
    lines = script(
        problem.given,
        zero_products(problem.statement, setting),
        (law.tactic(setting) for law in brought_in),
        stated("also", same, setting),
        monotone,
        GRIND,
    )
    how = ", ".join(
        part for part in (named(brought_in), "monotonicity" if monotone else "") if part
    )
    uses = frozenset({"algebra", *(["monotonicity"] if monotone else [])})
    yield Proof(lines, how, uses | rules_in(brought_in))
