"""Proofs for all numbers between two bounds: that an integrand is continuous there, and that it is
the derivative of another function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.term import as_argument, function, relation, typed
from shomei.emitter.proof.approach import Approach
from shomei.emitter.proof.eventually import base_fact, conjunction, near_setting
from shomei.emitter.proof.justification import justify
from shomei.emitter.proof.limits import Limiter
from shomei.emitter.proof.setting import Known, Setting
from shomei.obligations.definedness import own_conditions
from shomei.terms.nodes import Expression, Integral, Relation, Variable
from shomei.terms.substitution import fresh, substitute
from shomei.terms.walk import free_variables, subterms


@dataclass(frozen=True, slots=True)
class Way:
    """One order of two bounds, with the setting at a number between them."""

    setting: Setting
    small: Expression
    large: Expression


@dataclass(frozen=True, slots=True)
class Between:
    """All numbers `name` between two bounds: `lemma` leads from their lying there to each of the
    ways.
    """

    name: str
    lemma: str
    ways: tuple[Way, ...]


def between(variable: str, lower: Expression, upper: Expression, setting: Setting) -> Between:
    """The numbers between two bounds, in the order of the bounds that is known, or in both."""
    name = fresh(variable, set(setting.variables)) if variable in setting.variables else variable
    for small, large, lemma in (
        (lower, upper, "Shomei.within_of_le"),
        (upper, lower, "Shomei.within_of_ge"),
    ):
        ordered = Relation("<=", small, large)
        proof = justify(ordered, setting) if setting.seems(ordered) is not False else None
        if proof is not None:
            stated = f"({proof} : {relation(ordered, setting.notation)})"
            return Between(name, f"{lemma} {stated}", (_way(name, small, large, setting),))
    ways = (_way(name, lower, upper, setting), _way(name, upper, lower, setting))
    return Between(name, "Shomei.within", ways)


def _way(name: str, small: Expression, large: Expression, setting: Setting) -> Way:
    known = (
        Known("atleast", Relation(">=", Variable(name), small)),
        Known("atmost", Relation("<=", Variable(name), large)),
    )
    return Way(setting.extend(known, (name,)), small, large)


def for_all(range_: Between, prove: Callable[[Setting], str | None]) -> str | None:
    """A proof of something for each number in a range, as a function of the number and of its lying
    in `Set.uIcc`; None if `prove` fails.
    """
    found = [prove(way.setting) for way in range_.ways]
    proofs = [each for each in found if each is not None]
    if len(proofs) < len(found):
        return None
    ways = " ".join(f"(fun atleast atmost => {each})" for each in proofs)
    return f"(fun {identifier(range_.name)} inside => {range_.lemma} inside {ways})"


def continuous_on(term: Integral, setting: Setting) -> str:
    """The proposition that an integrand is continuous between its bounds."""
    bounds = " ".join(
        as_argument(typed(setting.plain(each), setting.notation))
        for each in (term.lower, term.upper)
    )
    mapped = function(term.variable, setting.plain(term.body), setting.notation)
    return f"ContinuousOn {mapped} (Set.uIcc {bounds})"


def continuity(term: Integral, setting: Setting) -> tuple[str, str | None]:
    """The proposition that an integrand is continuous between its bounds, and a proof term."""
    lower, upper = (setting.plain(each) for each in (term.lower, term.upper))
    body = setting.plain(term.body)
    statement = continuous_on(term, setting)
    range_ = between(term.variable, lower, upper, setting)

    def at_each(inner: Setting) -> str | None:
        return tends_to_its_value(term.variable, body, range_.name, inner)

    found = for_all(range_, at_each)
    return statement, found and f"(Shomei.continuousOn_of_tendsto {found})"


def integrand_near(term: Integral, point: Expression, setting: Setting) -> tuple[str, str] | None:
    """Proofs that an integrand is continuous between the bounds, and near one of them, `point`."""
    _, continuous = continuity(term, setting)
    name = fresh("u", {*setting.variables, *free_variables(term)})
    limiter = Limiter(Approach(name, point, "full"), setting)
    body = substitute(setting.plain(term.body), {term.variable: Variable(name)})
    fact, base = base_fact(limiter)
    facts = {fact: base}
    for part in subterms(body):
        for need in own_conditions(part, setting.notation.naturals):
            strict = Relation(">", need.left, need.right) if need.operator == ">=" else need
            if name in free_variables(strict):
                proof = limiter.eventually(strict, list(facts.items()))
                if proof is not None:
                    facts[strict] = proof
    names = [f"near{index}" for index in range(len(facts))]
    inside = near_setting(
        limiter, [Known(label, each) for label, each in zip(names, facts, strict=True)]
    )
    found = tends_to_its_value(term.variable, setting.plain(term.body), name, inside)
    if continuous is None or found is None:
        return None
    together, pattern = conjunction(list(facts.values()), names)
    near = f"(Filter.Eventually.mono {together} (fun {identifier(name)} {pattern} => {found}))"
    return continuous, near


def tends_to_its_value(variable: str, body: Expression, name: str, setting: Setting) -> str | None:
    """A proof that `body` tends to its value as its variable tends to `name`."""
    moving = fresh(variable, {*setting.variables, *free_variables(body), name})
    moved = substitute(body, {variable: Variable(moving)})
    limiter = Limiter(Approach(moving, Variable(name), "full"), setting)
    found = limiter.limit(moved)
    if found is None:
        return None
    value = substitute(body, {variable: Variable(name)})
    if found.value == value:
        return found.proof
    same = relation(Relation("=", found.value, value), setting.notation)
    return f"(Shomei.tendsto_value {found.proof} (by grind : {same}))"
