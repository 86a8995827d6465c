"""Limits of functions that are equal near a point: from the filter to one number near the point."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Clear, Have, Intro, Refine, Script, Show, script, stated
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Place, Problem, Proof
from shomei.emitter.proof.approach import Approach
from shomei.emitter.proof.eventually import base_fact, conjunction, holds_near, near_setting
from shomei.emitter.proof.graph import node
from shomei.emitter.proof.limits import Limiter
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.search import inside
from shomei.obligations.model import LimitBinder, Obligation
from shomei.operations.spelling import normalise_relation
from shomei.terms.definitions import unfold_statement
from shomei.terms.nodes import Expression, Infinity, Limit, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, is_limiting


def node_point(limit: Limit, setting: Setting) -> object:
    """A key that two limits share exactly if they have the same point (from whichever side)."""
    return limit.point if isinstance(limit.point, Infinity) else node(limit.point, setting)


def enter(
    obligation: Obligation, limit: Limit, limiter: Limiter, *, renamed: bool
) -> tuple[Script, Setting]:
    """Lines that go from `∀ᶠ h in filter, …` to one h near the point, with the conditions of the
    step on it in the context.

    `renamed`: the conditions on another limit's variable at the same point also apply to this
    one's.
    """
    variable = limiter.approach.variable
    name = identifier(variable)
    fact, base = base_fact(limiter)
    found: dict[Relation, str] = {fact: "near0"}

    def near(number: int, fact: Relation, proof: str) -> Have:
        return stated(f"near{number}", holds_near(limiter, fact), proof)

    lines = [near(0, fact, base)]
    for condition in _near_conditions(obligation, limit, limiter.setting, renamed=renamed):
        if condition not in found and limiter.setting.name_of(condition) is None:
            proof = limiter.eventually(condition, list(found.items()))
            if proof is not None:
                lines.append(near(len(found), condition, proof))
                found[condition] = f"near{len(found)}"
    inside = [f"at{i}" for i in range(len(found))]
    together, pattern = conjunction(list(found.values()), inside)
    enter = (
        Refine(f"Filter.Eventually.mono {together} ?_"),
        Intro((name, pattern)),
        Clear(tuple(found.values())),  # `grind` would take all of them apart
    )
    return (*lines, *enter), near_setting(
        limiter, [Known(label, r) for label, r in zip(inside, found, strict=True)]
    )


def _near_conditions(
    obligation: Obligation, limit: Limit, setting: Setting, *, renamed: bool
) -> Iterator[Relation]:
    """The conditions of the step on the limit's variable near the point."""
    for condition in obligation.conditions:
        if len(condition.binders) != 1 or not isinstance(condition.binders[0], LimitBinder):
            continue
        binder = condition.binders[0]
        if (binder.point, binder.side) != (limit.point, limit.side):
            continue
        if not isinstance(condition.statement, Relation):
            continue
        statement = unfold_statement(condition.statement, setting.notation.definitions)
        if binder.variable != limit.variable:
            if not renamed or limit.variable in free_variables(statement):
                continue
            renaming: dict[str, Expression] = {binder.variable: Variable(limit.variable)}
            statement = Relation(
                statement.operator,
                substitute(statement.left, renaming),
                substitute(statement.right, renaming),
            )
        yield normalise_relation(statement)


def congruent(problem: Problem, left: Limit, right: Limit) -> Iterator[Proof]:
    """Two limits along the same filter of functions that are equal near the point."""
    setting = problem.graph.setting
    limiter = Limiter(Approach.of(left), setting)
    lines, inner = enter(problem.obligation, left, limiter, renamed=True)
    goal = setting.plain_relation(Relation("=", left.body, right.body))
    if is_limiting(goal) or (inner.points and inner.seems(goal) is False):
        return
    head = script(Refine("Filter.tendsto_congr' ?_"), lines, Show(relation(goal, inner.notation)))
    for found in inside(problem.within("near", goal, Place(inner))):
        uses = found.uses | {"limit"}
        yield Proof((*head, *found.script), found.how, uses, found.requires)
