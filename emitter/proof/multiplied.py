"""An inequality with a quotient, multiplied by its positive denominator."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Exact, Have
from shomei.emitter.lean.term import real_relation
from shomei.emitter.method import Goal, Place, Problem, Proof, Prove
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import positive
from shomei.terms.nodes import Binary, Number, Relation, RelationOperator
from shomei.terms.relations import ascending


def multiplied(goal: Relation, setting: Setting) -> Iterator[tuple[Relation, str]]:
    """For each side that is a quotient: the inequality multiplied by its denominator, and the lemma
    that gives back the goal, applied to the denominator's sign. What numbers refute is left out.
    """
    low = ascending(goal)
    strict = low.operator == "<"
    sign: RelationOperator = "<" if strict else "<="
    for side in (low.left, low.right):
        if not isinstance(side, Binary) or side.operator != "/" or isinstance(side.right, Number):
            continue
        above = positive(side.right, setting)
        if above is None:
            continue
        if side is low.left:
            wanted = Relation(sign, side.left, Binary("*", low.right, side.right))
            lemma = "div_lt_iff₀" if strict else "div_le_iff₀"
        else:
            wanted = Relation(sign, Binary("*", low.left, side.right), side.left)
            lemma = "lt_div_iff₀" if strict else "le_div_iff₀"
        if setting.seems(wanted) is not False:
            yield wanted, f"({lemma} {above}).2"


def by_multiplying(problem: Problem, kind: Goal, prove: Prove) -> Iterator[Proof]:
    """The proofs of an inequality with a quotient by those that `prove` finds, as a goal of this
    kind, for what `multiplied` gives for it.
    """
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<", "<=", ">", ">="):
        return
    for wanted, lemma in multiplied(goal, setting):
        place = Place(setting, problem.given)
        statement = real_relation(wanted, setting.notation)
        for each in prove(problem.within(kind, wanted, place)):
            script = (Have("multiplied", statement, each.script), Exact(f"{lemma} multiplied"))
            yield Proof((*problem.given, *script), each.how, each.uses, each.requires)
