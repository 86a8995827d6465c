"""One obligation after another: its claims, and for each the proofs that may stand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from shomei.emitter.effort import Effort, Exhausted, each_within, within
from shomei.emitter.lean.script import GRIND, Fail, Script
from shomei.emitter.lean.statement import existence, proposition, reads_limits
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.model import Alternatives, Claim, Emission, Theorem
from shomei.emitter.proof.cases import case_proofs
from shomei.emitter.proof.definedness import definedness
from shomei.emitter.proof.graph import Graph
from shomei.emitter.proof.logic import connective_proofs
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.steps import Proof, existence_proofs, limiting_proofs, plain_proofs
from shomei.emitter.theorem import notation_of, render
from shomei.obligations.model import Fact, Obligation, Plan
from shomei.terms.definitions import unfold_statement
from shomei.terms.nodes import Relation
from shomei.terms.normal import normalise_relation
from shomei.terms.walk import is_limiting

#: Part of the ledger's keys: change it when the same obligation is emitted otherwise.
VERSION = "16"

_MOST_ALTERNATIVES = 8

#: How many steps before it (and after it, for what a limit's existence rests on) a step looks at,
#: so that the time grows with a document's length alone.
_MOST_FACTS = 400


@dataclass(frozen=True, slots=True)
class Workshop:
    """What all claims of one obligation share."""

    obligation: Obligation
    setting: Setting
    graph: Graph


def workshop(obligation: Obligation) -> Workshop:
    """The setting of an obligation (its hypotheses without limits, as Lean names them) and the
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
    return Workshop(obligation, setting, Graph(obligation.facts, setting))


def emit_plan(plan: Plan, only: Container[str] | None = None) -> dict[str, Emission]:
    """The emissions of all obligations that can be stated, or of those with an id in `only`, by id."""
    emissions: dict[str, Emission] = {}
    for obligation in plan.obligations:
        if obligation.problem is None and (only is None or obligation.id in only):
            emissions[obligation.id] = emit(obligation)
    return _with_existence(plan, emissions)


def emit(obligation: Obligation) -> Emission:
    """The claims of one obligation, without those of existence, which rest on later steps."""
    obligation = replace(obligation, facts=obligation.facts[-_MOST_FACTS:])
    try:
        shop = workshop(obligation)
        claims = []
        defined = _defined(shop)
        if defined is not None:
            claims.append(defined)
        claims.append(_statement(shop))
        return Emission(tuple(claims))
    except Unprintable as problem:
        return Emission((), str(problem))
    except RecursionError:
        return Emission((), "the expression is nested too deeply")


def _defined(shop: Workshop) -> Claim | None:
    obligation = shop.obligation
    found = within(Effort(), lambda: definedness(obligation.conditions, shop.setting))
    if found is None:
        return None
    statement, script, about = found
    theorem = render(
        f"{obligation.id}_defined",
        obligation.context,
        statement,
        script,
        source=f"{obligation.source}: defined",
    )
    return Claim("defined", about, (theorem,))


def _statement(shop: Workshop) -> Claim:
    obligation = shop.obligation
    statement = proposition(obligation.goal, shop.setting.notation)
    return Claim(
        "statement",
        obligation.source,
        Alternatives(
            _theorems(
                shop, obligation.id, statement, _proofs(shop), fallback=obligation.kind != "cases"
            )
        ),
    )


def _theorems(
    shop: Workshop, name: str, statement: str, found: Iterable[Proof], *, fallback: bool = False
) -> Iterator[Theorem]:
    """The proofs as theorems, each once; a bare `grind` where there is none and `fallback` asks for
    one, so that Lean can say what it makes of the goal.
    """
    obligation = shop.obligation
    seen: set[Script] = set()
    for script, how, requires in _while_printable(found):
        if script in seen:
            continue
        seen.add(script)
        yield render(
            name,
            obligation.context,
            statement,
            script,
            source=obligation.source,
            how=how,
            requires=requires,
        )
        if len(seen) == _MOST_ALTERNATIVES:
            return
    if not seen and fallback:
        hopeless = isinstance(obligation.goal, Relation) and reads_limits(obligation.goal)
        last = Fail("no rule was found that proves this step") if hopeless else GRIND
        yield render(
            name, obligation.context, statement, (last,), source=obligation.source, how="algebra"
        )


def _while_printable(found: Iterable[Proof]) -> Iterator[Proof]:
    """The proofs up to the first that has no place in Lean or takes too much effort.

    They are made one by one when they are asked for, after `emit` has returned, so the end is here.
    """
    try:
        yield from each_within(Effort(), found)
    except (Unprintable, RecursionError, Exhausted):
        return


def _proofs(shop: Workshop) -> Iterator[Proof]:
    goal = shop.obligation.goal
    if shop.obligation.kind == "cases":
        yield from case_proofs(shop.obligation, shop.setting)
    elif not isinstance(goal, Relation):
        yield from connective_proofs(shop.obligation, shop.setting)
    elif reads_limits(goal):
        yield from limiting_proofs(shop.obligation, goal, shop.setting, shop.graph)
    else:
        yield from plain_proofs(shop.obligation, goal, shop.setting, shop.graph)


def _with_existence(plan: Plan, emissions: dict[str, Emission]) -> dict[str, Emission]:
    """Adds to each equation between limiting terms the claim that they have a value: an equation
    between limits that do not exist says nothing.
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
            statement = existence(goal, shop.setting.notation)
            name = f"{obligation.id}_exists"
            alternatives = Alternatives(
                _theorems(
                    shop,
                    name,
                    statement,
                    existence_proofs(shop.obligation, goal, shop.setting, shop.graph),
                )
            )
        except Unprintable as problem:
            complete[obligation.id] = Emission((), str(problem))
            continue
        claim = Claim("exists", obligation.source, alternatives)
        complete[obligation.id] = Emission((*emissions[obligation.id].claims, claim))
    return complete


def _seeing_all(plan: Plan, position: int) -> Obligation:
    """The obligation with the facts of the whole document, later ones and itself too: its existence
    may rest on where its chain ends.
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
        )
        for other in plan.obligations[position : position + _MOST_FACTS]
        if other.problem is None and other.id not in known
    ]
    return replace(obligation, facts=(*obligation.facts[-_MOST_FACTS:], *more))
