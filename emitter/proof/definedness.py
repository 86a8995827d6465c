"""Proves that expressions are defined: each condition under its binders, by form, by limits near a
point, or for every index.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final, cast

from shomei.emitter.effort import Exhausted
from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Exact, Have, Script, without_type
from shomei.emitter.lean.statement import unfolded_point
from shomei.emitter.lean.term import filter_of, natural, pure_statement, relation
from shomei.emitter.proof.approach import Approach
from shomei.emitter.proof.eventually import base_fact, near_setting
from shomei.emitter.proof.functions import property_proof
from shomei.emitter.proof.integrals import Between, between, continuity, continuous_on
from shomei.emitter.proof.justification import justify
from shomei.emitter.proof.limits import Limiter
from shomei.emitter.proof.setting import Known, Setting
from shomei.obligations.model import (
    Binder,
    Condition,
    Continuity,
    IndexBinder,
    LimitBinder,
    NearBinder,
    RangeBinder,
)
from shomei.terms.definitions import unfold
from shomei.terms.literals import is_natural, numeral
from shomei.terms.nodes import Integral, Number, Property, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import map_statement, subterms

#: The numbers beyond which a condition is not looked for.
_FURTHEST: Final = 1000


def definedness(
    conditions: Sequence[Condition], setting: Setting
) -> tuple[str, Script, str] | None:
    """(proposition, script, words) for all conditions together; None if there are none."""
    if not conditions:
        return None
    statements: dict[str, str] = {}
    lines: list[tuple[str, str, str]] = []
    words: dict[str, None] = {}
    near: dict[object, list[tuple[Relation, str]]] = {}
    for condition in conditions:
        if isinstance(condition.statement, Property):
            statement, proof = _of_function(condition.binders, condition.statement, setting)
            if statement not in statements:
                statements[statement] = f"part{len(statements) + 1}"
                lines.append((statements[statement], statement, without_type(proof, statement)))
                words[condition.why] = None
            continue
        if isinstance(condition.statement, Continuity):
            binders = tuple(_unfolded(binder, setting) for binder in condition.binders)
            statement, proof = under(binders, condition.statement, setting)
            if statement not in statements:
                statements[statement] = f"part{len(statements) + 1}"
                lines.append((statements[statement], statement, without_type(proof, statement)))
                words[condition.why] = None
            continue
        goal = setting.plain_relation(condition.statement)
        before = near.setdefault((condition.binders, condition.premises), [])
        known = tuple(
            Known(f"premise{number}", setting.plain_relation(premise))
            for number, premise in enumerate(condition.premises)
        )
        inner = setting
        if known:
            inner = Setting.of(setting.notation, setting.variables, (*setting.known, *known))
        statement, proof = under(
            tuple(_unfolded(binder, setting) for binder in condition.binders), goal, inner, before
        )
        for premise in reversed(known):
            stated = relation(premise.relation, setting.notation)
            statement = f"({stated}) → ({statement})"
            proof = f"(fun {premise.name} => {proof})"
        if statement not in statements:
            statements[statement] = f"part{len(statements) + 1}"
            lines.append((statements[statement], statement, without_type(proof, statement)))
            words[condition.why] = None
        shown = " ".join([statements[statement], *(premise.name for premise in known)])
        before.append((goal, f"({shown})" if known else shown))
    about = ", ".join(words)
    if len(statements) == 1:
        return next(iter(statements)), (Exact(proof),), about
    return " ∧ ".join(f"({s})" for s in statements), together(lines), about


def together(parts: Sequence[tuple[str, str, str]]) -> Script:
    """The proof of a conjunction from (name, statement, proof) of its parts. A part is stated on
    its own only if another one rests on it, or if tactics may use it that come after it.
    """
    tactics = max((i for i, (_, _, proof) in enumerate(parts) if "by " in proof), default=-1)
    lines: list[Have] = []
    terms: list[str] = []
    for i, (name, statement, proof) in enumerate(parts):
        cited = re.compile(rf"\b{name}\b")
        if proof.isidentifier() or (
            i >= tactics and not any(cited.search(other) for _, _, other in parts)
        ):
            terms.append(proof)
        else:
            lines.append(Have(name, statement, proof))
            terms.append(name)
    return *lines, Exact(f"⟨{', '.join(terms)}⟩")


def _unfolded(binder: Binder, setting: Setting) -> Binder:
    """The binder with the functions in force expanded."""
    definitions = setting.notation.definitions
    match binder:
        case IndexBinder(lower=lower, upper=upper):
            return replace(
                binder, lower=unfold(lower, definitions), upper=unfold(upper, definitions)
            )
        case LimitBinder(point=point):
            return replace(binder, point=unfolded_point(point, setting.notation))
        case NearBinder(point=point):
            return replace(binder, point=unfold(point, definitions))
        case RangeBinder(lower=lower, upper=upper):
            return replace(
                binder, lower=unfold(lower, definitions), upper=unfold(upper, definitions)
            )


def under(
    binders: Sequence[Binder],
    goal: Relation | Continuity,
    setting: Setting,
    before: Sequence[tuple[Relation, str]] = (),
) -> tuple[str, str]:
    """The proposition that `goal` holds under `binders`, and a proof term for it (`by grind` if
    nothing better is found).

    `before` are relations that are already proved under the same binders, with their proofs.
    """
    if not binders and isinstance(goal, Continuity):
        return _continuous(goal, setting)
    if not binders and isinstance(goal, Relation):
        return relation(goal, setting.notation), _found(
            lambda: justify(goal, setting)
        ) or "(by grind)"
    first, rest = binders[0], binders[1:]
    match first:
        case LimitBinder(natural=True):
            return _along(first, rest, goal, setting)
        case LimitBinder(variable=variable, point=point, side=side):
            return _near(Approach(variable, point, side), rest, goal, setting, before)
        case NearBinder(variable=variable, point=point):
            return _near(Approach(variable, point, "full"), rest, goal, setting, before)
        case IndexBinder(variable=variable, lower=lower, upper=upper):
            name = identifier(variable)
            naturals = setting.notation.naturals
            low, high = natural(lower, setting.notation), natural(upper, setting.notation)
            known = (
                Known("least", Relation(">=", Variable(variable), lower)),
                Known("most", Relation("<=", Variable(variable), upper)),
            )
            usable = known if is_natural(upper, naturals) else known[:1]
            inner = setting.extend(usable, (variable,), (variable,))
            statement, proof = under(rest, goal, inner)
            return (
                f"∀ {name} : ℕ, {low} ≤ {name} → {name} ≤ {high} → ({statement})",
                f"(fun {name} least most => {proof})",
            )
        case RangeBinder():
            return _between(first, rest, goal, setting)


def _along(
    binder: LimitBinder, rest: Sequence[Binder], goal: Relation | Continuity, setting: Setting
) -> tuple[str, str]:
    """For all natural numbers from some number on."""
    name = identifier(binder.variable)
    literals = [1]
    if isinstance(goal, Relation):
        literals += [
            part.value.numerator + 1
            for side in (goal.left, goal.right)
            for part in subterms(side)
            if isinstance(part, Number) and part.value.denominator == 1 and part.value < _FURTHEST
        ]
    least = max(literals)
    known = Known("near", Relation(">=", Variable(binder.variable), numeral(least)))
    inner = setting.extend((known,), (binder.variable,), (binder.variable,))
    statement, proof = under(rest, goal, inner)
    if proof == "(by grind)":
        proof = f"(by have up : (({least} : ℕ) : ℝ) ≤ ({name} : ℝ) := Nat.cast_le.mpr near; grind)"
    return (
        f"∃ fromHere : ℕ, ∀ {name} : ℕ, fromHere ≤ {name} → ({statement})",
        f"⟨{least}, fun {name} near => {proof}⟩",
    )


def _continuous(goal: Continuity, setting: Setting) -> tuple[str, str]:
    statement, proof = "", None
    with suppress(Exhausted):
        statement, proof = continuity(goal.integral, setting)
    return statement or continuous_on(goal.integral, setting), proof or "(by grind)"


def _between(
    binder: RangeBinder, rest: Sequence[Binder], goal: Relation | Continuity, setting: Setting
) -> tuple[str, str]:
    """For all numbers between two bounds."""
    range_ = between(binder.variable, binder.lower, binder.upper, setting)
    renamed = {binder.variable: Variable(range_.name)}
    if isinstance(goal, Relation):
        goal = map_statement(goal, lambda term: substitute(term, renamed))
    elif range_.name != binder.variable:
        goal = Continuity(cast("Integral", substitute(goal.integral, renamed)))
    name = identifier(range_.name)
    found = [under(rest, goal, way.setting) for way in range_.ways]
    ways = " ".join(f"(fun atleast atmost => {proof})" for _, proof in found)
    inside = _lies_between(range_, binder, range_.ways[0].setting)
    return (
        f"∀ {name} : ℝ, ({inside}) → ({found[0][0]})",
        f"(fun {name} inside => {range_.lemma} (Set.mem_uIcc.2 inside) {ways})",
    )


def _lies_between(range_: Between, binder: RangeBinder, setting: Setting) -> str:
    """The proposition that a number lies between two bounds, whichever is the smaller one."""
    return " ∨ ".join(
        f"({' ∧ '.join(relation(each, setting.notation) for each in order)})"
        for order in (
            (
                Relation("<=", one, Variable(range_.name)),
                Relation("<=", Variable(range_.name), other),
            )
            for one, other in ((binder.lower, binder.upper), (binder.upper, binder.lower))
        )
    )


def _of_function(binders: Sequence[Binder], goal: Property, setting: Setting) -> tuple[str, str]:
    """The proposition that a declared function has a property under `binders`, and a proof term
    for it, which rests on its having the property everywhere.
    """
    if not binders:
        point = None if goal.at is None else setting.plain(goal.at)
        wanted = replace(goal, at=point)
        found = property_proof(wanted, setting.notation)
        return pure_statement(wanted, setting.notation), found or "(by assumption)"
    first, rest = _unfolded(binders[0], setting), binders[1:]
    name = identifier(first.variable)
    if isinstance(first, IndexBinder):
        inner = setting.extend((), (first.variable,), (first.variable,))
        low, high = (natural(each, setting.notation) for each in (first.lower, first.upper))
        statement, proof = _of_function(rest, goal, inner)
        return (
            f"∀ {name} : ℕ, {low} ≤ {name} → {name} ≤ {high} → ({statement})",
            f"(fun {name} _ _ => {proof})",
        )
    if isinstance(first, RangeBinder):
        return _of_function_between(first, rest, goal, setting)
    side = first.side if isinstance(first, LimitBinder) else "full"
    source = filter_of(first.point, side, setting.notation)
    statement, proof = _of_function(rest, goal, setting.extend((), (first.variable,)))
    shown = statement if not rest else f"({statement})"
    return (
        f"∀ᶠ {name} in {source}, {shown}",
        f"(Filter.Eventually.of_forall fun {name} => {proof})",
    )


def _of_function_between(
    binder: RangeBinder, rest: Sequence[Binder], goal: Property, setting: Setting
) -> tuple[str, str]:
    range_ = between(binder.variable, binder.lower, binder.upper, setting)
    inner = setting.extend((), (range_.name,))
    renamed = {binder.variable: Variable(range_.name)}
    point = goal.at and substitute(goal.at, renamed)
    statement, proof = _of_function(rest, replace(goal, at=point), inner)
    name = identifier(range_.name)
    return (
        f"∀ {name} : ℝ, ({_lies_between(range_, binder, inner)}) → ({statement})",
        f"(fun {name} _ => {proof})",
    )


def _found(search: Callable[[], str | None]) -> str | None:
    try:
        return search()
    except Exhausted:
        return None


def _near(
    approach: Approach,
    rest: Sequence[Binder],
    goal: Relation | Continuity,
    setting: Setting,
    before: Sequence[tuple[Relation, str]],
) -> tuple[str, str]:
    limiter = Limiter(approach, setting)
    name = identifier(approach.variable)
    if not rest and isinstance(goal, Relation):
        statement = f"∀ᶠ {name} in {limiter.filter}, {relation(goal, limiter.inner)}"
        return statement, _found(
            lambda: limiter.eventually(goal, before)
        ) or f"(Filter.Eventually.of_forall fun {name} => by grind)"
    inner = near_setting(limiter)
    statement, proof = under(rest, goal, inner)
    _, base = base_fact(limiter)
    return (
        f"∀ᶠ {name} in {limiter.filter}, ({statement})",
        f"(Filter.Eventually.mono {base} (fun {name} near => {proof}))",
    )
