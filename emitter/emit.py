"""Emits one obligation after another: its claims, and the candidate proofs of each."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from shomei.emitter.effort import Effort, within
from shomei.emitter.lean.script import GRIND, Fail
from shomei.emitter.lean.statement import existence, proposition, reads_limits
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import Goal, Problem, Proof
from shomei.emitter.model import Alternatives, Claim, Emission, Theorem
from shomei.emitter.proof.definedness import definedness
from shomei.emitter.proof.graph import Graph
from shomei.emitter.proof.needs import floors, from_absolute_values
from shomei.emitter.proof.recursion import elements_above
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.search import has_giant_power, search
from shomei.emitter.theorem import binders, notation_of, render
from shomei.obligations.model import Fact, Obligation, Plan
from shomei.operations.spelling import normalise_relation
from shomei.terms.definitions import unfold_statement
from shomei.terms.nodes import Relation, Statement
from shomei.terms.walk import is_limiting

#: Part of the ledger's keys. Change it whenever the emission of an unchanged obligation changes.
VERSION = "38"

#: How many steps before it (and after it, for the existence of a limit) a step considers, so that
#: the time is linear in the length of a document.
_MOST_FACTS = 400

#: The most characters of a theorem. Lean takes a minute or two for one of 100,000.
_LONGEST: Final = 80_000


@dataclass(frozen=True, slots=True)
class Workshop:
    """Data that all claims of one obligation share."""

    obligation: Obligation
    setting: Setting
    graph: Graph
    #: The earlier steps on elements of sequences that the setting knows.
    lent: tuple[str, ...] = ()


def workshop(obligation: Obligation) -> Workshop:
    """The setting of an obligation (its hypotheses without limits, with their Lean names) and the
    graph of the equations before it.
    """
    notation = notation_of(obligation.context)
    definitions = notation.definitions
    known: list[Known] = []
    for hypothesis in obligation.context.hypotheses:
        statement = unfold_statement(hypothesis.statement, definitions)
        if isinstance(statement, Relation) and not reads_limits(statement):
            known.append(Known(hypothesis.name, normalise_relation(statement)))
    names = tuple(binding.name for binding in obligation.context.variables)
    setting = within(Effort(), lambda: Setting.of(notation, names, tuple(known)))
    setting = setting.with_known(tuple(from_absolute_values(known)))
    lent = elements_above(obligation, setting)
    setting = setting.with_known(tuple(known for known, _ in lent))
    graph = Graph(obligation.facts, setting)
    return Workshop(obligation, setting, graph, tuple(dict.fromkeys(name for _, name in lent)))


def _resting(theorem: Theorem, lent: tuple[str, ...]) -> Theorem:
    """The theorem, which rests on those of the steps before that its proof names."""
    named = (name for name in lent if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", theorem.text))
    requires = tuple(dict.fromkeys((*theorem.requires, *named)))
    return theorem if requires == theorem.requires else replace(theorem, requires=requires)


def emit_plan(plan: Plan, only: Container[str] | None = None) -> dict[str, Emission]:
    """The emissions, by id, of all obligations that can be stated, or of those with an id in
    `only`.
    """
    emissions: dict[str, Emission] = {}
    for obligation in plan.obligations:
        if obligation.problem is None and (only is None or obligation.id in only):
            emissions[obligation.id] = emit(obligation)
    return _with_existence(plan, emissions)


def emit(obligation: Obligation) -> Emission:
    """The claims of one obligation, except those of existence, which rest on later steps."""
    obligation = replace(obligation, facts=obligation.facts[-_MOST_FACTS:])
    try:
        shop = workshop(obligation)
        arguments = binders(obligation.context, shop.setting.notation)
        claims = []
        defined = _defined(shop, arguments)
        if defined is not None:
            claims.append(defined)
        claims.append(_statement(shop, arguments))
        return Emission(tuple(claims))
    except Unprintable as problem:
        return Emission((), str(problem))
    except RecursionError:
        return Emission((), "the expression is nested too deeply")


def _defined(shop: Workshop, arguments: tuple[str, ...]) -> Claim | None:
    obligation = shop.obligation
    found = within(Effort(), lambda: definedness(obligation.conditions, shop.setting))
    if found is None:
        return None
    statement, script, about = found
    theorem = render(
        f"{obligation.id}_defined",
        arguments,
        statement,
        (*floors(shop.setting), *script),
        source=f"{obligation.source}: defined",
    )
    return Claim("defined", about, (_resting(theorem, shop.lent),))


def _statement(shop: Workshop, arguments: tuple[str, ...]) -> Claim:
    obligation = shop.obligation
    statement = proposition(obligation.goal, shop.setting.notation)
    kind = kind_of(obligation)
    theorems: Iterable[Theorem] = ()
    if kind != "cover" or not isinstance(obligation.goal, Relation):  # a single case is not a split
        fallback = obligation.kind != "cases"
        theorems = _theorems(shop, obligation.id, arguments, statement, kind, fallback=fallback)
    return Claim("statement", obligation.source, Alternatives(theorems))


def _theorems(
    shop: Workshop,
    name: str,
    arguments: tuple[str, ...],
    statement: str,
    kind: Goal,
    *,
    fallback: bool = False,
) -> Iterator[Theorem]:
    """The proofs as theorems, without those that would take Lean minutes. If there is none and
    `fallback` asks for one, a bare `grind`, so that Lean reports what remains of the goal.
    """
    obligation = shop.obligation

    def theorem(proof: Proof) -> Theorem:
        made = render(
            name,
            arguments,
            statement,
            proof.script,
            source=obligation.source,
            how=proof.how,
            uses=proof.uses,
            requires=proof.requires,
        )
        return _resting(made, shop.lent)

    found = False
    for proof in search(problem_for(shop, kind)):
        made = theorem(proof)
        if len(made.text) <= _LONGEST:
            found = True
            yield made
    if not found and fallback:
        hopeless = isinstance(obligation.goal, Relation) and reads_limits(obligation.goal)
        hopeless = hopeless or has_giant_power(obligation.goal)
        last = Fail("no rule was found that proves this step") if hopeless else GRIND
        yield theorem(Proof((last,), "algebra", frozenset({"algebra"})))


def problem_for(shop: Workshop, kind: Goal) -> Problem:
    """The obligation's goal, in the form that methods for such goals take."""
    goal: Statement = shop.obligation.goal
    if kind in ("relation", "statement", "slopes", "cover"):
        goal = unfold_statement(goal, shop.setting.notation.definitions)
    if kind == "relation" and isinstance(goal, Relation):
        goal = normalise_relation(goal)
    return Problem(shop.obligation, kind, goal, shop.graph)


def kind_of(obligation: Obligation) -> Goal:
    """The kind of goal of the step's statement."""
    goal = obligation.goal
    if obligation.kind == "cases":
        return "result" if obligation.cases else "cover"
    if not isinstance(goal, Relation):
        return "slopes" if reads_limits(goal) else "statement"
    if not reads_limits(goal):
        return "relation"
    if goal.operator != "=":
        return "comparison"
    return "equivalence" if is_limiting(goal.left) and is_limiting(goal.right) else "value"


def _with_existence(plan: Plan, emissions: dict[str, Emission]) -> dict[str, Emission]:
    """Adds to each equation between limiting terms the claim that they have a value: an equation
    between limits that do not exist states nothing.
    """
    complete = dict(emissions)
    for position, obligation in enumerate(plan.obligations):
        goal = obligation.goal
        if (
            obligation.id not in emissions
            or not emissions[obligation.id].claims
            or not isinstance(goal, Relation)
        ):
            continue
        if not (goal.operator == "=" and is_limiting(goal.left) and is_limiting(goal.right)):
            continue
        try:
            shop = workshop(_seeing_all(plan, position))
            arguments = binders(shop.obligation.context, shop.setting.notation)
            statement = existence(goal, shop.setting.notation)
            name = f"{obligation.id}_exists"
            alternatives = Alternatives(_theorems(shop, name, arguments, statement, "existence"))
        except Unprintable as problem:
            complete[obligation.id] = Emission((), str(problem))
            continue
        claim = Claim("exists", obligation.source, alternatives)
        complete[obligation.id] = Emission((*emissions[obligation.id].claims, claim))
    return complete


def _seeing_all(plan: Plan, position: int) -> Obligation:
    """The obligation with the facts of the whole document, including later ones and itself: its
    existence may rest on the end of its chain.
    """
    obligation = plan.obligations[position]
    known = {fact.obligation for fact in obligation.facts}
    more = [
        Fact(
            other.id,
            other.context.variables,
            other.context.hypotheses,
            other.goal,
            other.context.definitions,
            other.context.functions,
        )
        for other in plan.obligations[position : position + _MOST_FACTS]
        if other.problem is None and other.id not in known
    ]
    return replace(obligation, facts=(*obligation.facts[-_MOST_FACTS:], *more))
