"""Inequalities with a square root, by squaring, with the sign of the other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shomei.emitter.lean.script import GRIND, Have, script
from shomei.emitter.lean.term import real_relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.connectives import relations_of
from shomei.emitter.proof.isolated_roots import isolated, without_root
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign_table import table_proofs
from shomei.emitter.search import inside
from shomei.terms.literals import TWO, ZERO
from shomei.terms.nodes import (
    Expression,
    Power,
    Relation,
    RelationOperator,
    Variable,
    applies,
)
from shomei.terms.walk import subterms

_HOW = "square of a root"


@method(name="squaring an inequality", goal="relation", reasons=("algebra",), cost=125)
def squaring_an_inequality(problem: Problem) -> Iterator[Proof]:
    """`\\frac{a + b}{2} \\ge \\sqrt{a b}`, because the square of the mean is at least `a b`."""
    goal, setting = problem.relation, problem.setting
    if goal.operator in ("=", "!="):
        return
    found = isolated(goal)
    lines = without_root(goal, setting, 0) if found is not None else None
    if found is None or lines is None or setting.seems(found.square) is False:
        return
    place = Place(setting, problem.given)
    signs: list[RelationOperator] = [">", ">="] if found.operator == "<" else [">="]
    above = [
        Have("sign", real_relation(wanted, setting.notation), each.script)
        for wanted in (Relation(sign, found.value, ZERO) for sign in signs[:1])
        if found.operator in ("<", "<=") and setting.seems(wanted) is not False
        for each in list(inside(problem.within("arithmetic", wanted, place)))[:1]
    ]
    if found.operator in ("<", "<=") and not above:
        return
    for each in inside(problem.within("arithmetic", found.square, place)):
        squared = Have("square", real_relation(found.square, setting.notation), each.script)
        yield Proof(
            script(problem.given, lines[0], above, squared, GRIND),
            f"{_HOW}, {each.how}",
            each.uses,
        )


@method(name="roots in a statement", goal=("statement", "cover"), reasons=("algebra",), cost=205)
def roots_in_statements(problem: Problem) -> Iterator[Proof]:
    """`\\sqrt{x + 2} > x \\iff x < 2`, by the same without the root, and a table of signs."""
    setting = problem.setting
    parts = relations_of(problem.statement)
    lines: list[Have] = []
    relations: list[Relation] = []
    for number, part in enumerate(parts):
        sides: tuple[Expression, ...] = (part.left, part.right)
        if not any(applies(each, "sqrt") for side in sides for each in subterms(side)):
            relations.append(part)
            continue
        found = without_root(part, setting, number)
        if found is None:
            relations.append(part)
            continue
        lines += found[0]
        relations += found[1]
    if not lines:
        return
    lines += _squares_of_zero(relations, setting)
    uses = frozenset({"algebra"})
    yield Proof(script(problem.given, lines, GRIND), _HOW, uses)
    for proof, how in table_proofs(tuple(relations), setting, (*problem.given, *lines)):
        yield Proof(proof, f"{_HOW}, {how}", uses | {"case"})


def _squares_of_zero(relations: Sequence[Relation], setting: Setting) -> list[Have]:
    """That the square of a letter is 0 where the letter is, which `grind` does not see where it
    knows that only by an order: `x \\ge 0` and not `x > 0`.
    """
    squares = {
        part: None
        for each in relations
        for side in (each.left, each.right)
        for part in subterms(side)
        if isinstance(part, Power) and part.exponent == TWO and isinstance(part.base, Variable)
    }
    lines: list[Have] = []
    for number, square in enumerate(squares):
        zero, whole = (
            real_relation(Relation("=", each, ZERO), setting.notation)
            for each in (square.base, square)
        )
        lines.append(
            Have(f"flat{number}", f"{zero} → {whole}", "fun zero => (by rw [zero]; grind)")
        )
    return lines
