"""Conditions that hold near the point of a limit: proofs of `∀ᶠ h in filter, condition`, and the
setting inside of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from shomei.emitter.lean.term import real, relation
from shomei.emitter.proof.justification import justify
from shomei.emitter.proof.numeric import evaluate
from shomei.emitter.proof.setting import Known, Setting, samples
from shomei.emitter.proof.slopes import apart_from_zero
from shomei.symbolic import factored_difference
from shomei.terms.literals import ONE, ZERO, E, integer_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Infinity,
    Negation,
    Power,
    Relation,
    Variable,
)
from shomei.terms.relations import COMPARISONS
from shomei.terms.walk import free_variables, subterms

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter

_WORDS = re.compile(r"\w+")


def base_fact(limiter: Limiter) -> tuple[Relation, str]:
    """The fact about the variable that the filter itself gives, and its proof."""
    name = Variable(limiter.approach.variable)
    point = limiter.approach.point
    if isinstance(point, Infinity):
        if point.positive:
            return Relation(">", name, ONE), "(Shomei.eventually_gt_atTop 1)"
        return Relation("<", name, Negation(ONE)), "(Shomei.eventually_lt_atBot (-1))"
    if limiter.approach.side == "+":
        return Relation(">", name, point), "(Shomei.eventually_gt _)"
    if limiter.approach.side == "-":
        return Relation("<", name, point), "(Shomei.eventually_lt _)"
    if limiter.approach.side == "full":
        fact = Relation("=", name, name)
        return fact, f"(Filter.Eventually.of_forall fun _ => rfl : {holds_near(limiter, fact)})"
    return Relation("!=", name, point), "(Shomei.eventually_ne _)"


def holds_near(limiter: Limiter, condition: Relation) -> str:
    """`∀ᶠ h in filter, condition`, as Lean text."""
    return f"∀ᶠ {limiter.name} in {limiter.filter}, {relation(condition, limiter.inner)}"


def near_setting(limiter: Limiter, facts: Sequence[Known] = ()) -> Setting:
    """The setting inside `∀ᶠ`: the facts known there (by default the filter's own, `near`), and
    sample points close to the point.
    """
    name = limiter.approach.variable
    known = (
        *_about_others(limiter.setting, name),
        *(facts or (Known("near", base_fact(limiter)[0]),)),
    )
    names = tuple(dict.fromkeys((*limiter.setting.variables, name)))
    return Setting(
        limiter.inner, names, known, _close_points(limiter), samples(limiter.inner, names, known)[1]
    )


def _close_points(limiter: Limiter) -> tuple[dict[str, float], ...]:
    points: list[dict[str, float]] = []
    for outer in limiter.setting.points:
        if isinstance(limiter.approach.point, Infinity):
            steps = [50.0, 333.0] if limiter.approach.point.positive else [-50.0, -333.0]
            points += [{**outer, limiter.approach.variable: step} for step in steps]
            continue
        centre = evaluate(limiter.approach.point, outer)
        if centre is None:
            continue
        offsets = {
            "+": [0.011, 0.0023],
            "-": [-0.011, -0.0023],
            None: [0.011, -0.0023],
            "full": [0.0, 0.011, -0.0023],
        }[limiter.approach.side]
        points += [{**outer, limiter.approach.variable: centre + offset} for offset in offsets]
    return tuple(points)


def eventually(
    limiter: Limiter, condition: Relation, given: Sequence[tuple[Relation, str]] = ()
) -> str | None:
    """A proof of `∀ᶠ h in filter, condition`; `given` are relations already known to hold near
    the point, with their proofs.
    """
    variables = set(free_variables(condition))
    if limiter.approach.variable not in variables:
        found = justify(condition, limiter.setting)
        return f"(Filter.Eventually.of_forall fun _ => {found})" if found else None
    fact, proof = base_fact(limiter)
    if condition == fact:
        return proof
    by_limit = None if _is_of_power(limiter, condition) else _by_limit(limiter, condition)
    if by_limit is not None:
        return by_limit
    pointwise = _pointwise(limiter, condition, given)
    if pointwise is None or "grind" in pointwise:
        return (
            _by_factors(limiter, condition, given)
            or _by_slope(limiter, condition)
            or _by_divergence(limiter, condition)
            or (pointwise and _from(limiter, pointwise, given, condition))
        )
    return _from(limiter, pointwise, given, condition)


def _is_of_power(limiter: Limiter, condition: Relation) -> bool:
    """Whether `condition` is the sign of a power whose exponent has the variable: it is that of any
    such power, and the limit is harder to find.
    """
    left, name = condition.left, limiter.approach.variable
    return (
        condition.right == ZERO
        and isinstance(left, Power)
        and left.base != E
        and name in free_variables(left.exponent)
    )


def _facts(
    limiter: Limiter, given: Sequence[tuple[Relation, str]]
) -> dict[str, tuple[Relation, str]]:
    fact = base_fact(limiter)
    return {
        f"near{i}": each
        for i, each in enumerate([fact, *((r, p) for r, p in given if r != fact[0])])
    }


def _pointwise(
    limiter: Limiter, condition: Relation, given: Sequence[tuple[Relation, str]]
) -> str | None:
    """A proof of `condition` at one value of the variable, from what is known near the
    point.
    """
    return justify(
        condition,
        near_setting(
            limiter, [Known(label, r) for label, (r, _) in _facts(limiter, given).items()]
        ),
    )


def _from(
    limiter: Limiter, pointwise: str, given: Sequence[tuple[Relation, str]], condition: Relation
) -> str:
    """The proof `pointwise`, for every value of the variable near the point."""
    named = _facts(limiter, given)
    if "by " not in pointwise:  # a proof term names what it uses; a tactic may use anything
        words = set(_WORDS.findall(pointwise))
        named = {name: fact for name, fact in named.items() if name in words} or {
            "near0": named["near0"]
        }
    together, pattern = conjunction([p for _, p in named.values()], list(named))
    at_one = (
        f"(fun {limiter.name} {pattern} => ({pointwise} : {relation(condition, limiter.inner)}))"
    )
    return f"(Filter.Eventually.mono {together} {at_one} : {holds_near(limiter, condition)})"


def _by_factors(
    limiter: Limiter, condition: Relation, given: Sequence[tuple[Relation, str]]
) -> str | None:
    """A product's sign, or that it is not 0, from its factors; if it has none, from those that
    sympy finds.
    """
    if condition.right != ZERO or condition.operator not in (">", ">=", "!="):
        return None
    parts = [
        part
        for part in _factors(condition.left)
        if part != condition.left and limiter.approach.variable in free_variables(part)
    ]
    if not parts:
        other = factored_difference(condition.left, ZERO) if condition.operator == "!=" else None
        if other is None or not isinstance(other, Binary | Power) or _factors(other) == [other]:
            return None
        proof = _by_factors(limiter, Relation("!=", other, ZERO), given)
        same = f"(by grind : {real(condition.left, limiter.inner)} = {real(other, limiter.inner)})"
        at_one = f"(by rw [{same}]; exact apart : {relation(condition, limiter.inner)})"
        return proof and f"(Filter.Eventually.mono {proof} (fun {limiter.name} apart => {at_one}))"
    more = list(given)
    for part in dict.fromkeys(parts):
        fact = Relation(condition.operator, part, ZERO)
        proof = eventually(limiter, fact, given)
        if proof is None:
            return None
        more.append((fact, proof))
    pointwise = _pointwise(limiter, condition, more)
    return pointwise and _from(limiter, pointwise, more, condition)


def _by_slope(limiter: Limiter, condition: Relation) -> str | None:
    """That a term which vanishes at the point with a slope other than 0 does not vanish near it."""
    functions = (isinstance(part, Apply | Power) for part in subterms(condition.left))
    if condition.operator != "!=" or condition.right != ZERO or not any(functions):
        return None
    proof = apart_from_zero(limiter, condition.left)
    return proof and f"({proof} : {holds_near(limiter, condition)})"


def _by_limit(limiter: Limiter, condition: Relation) -> str | None:
    """A relation that holds between the limits of the sides, and is strict there."""
    left, operator, right = condition.left, condition.operator, condition.right
    if operator in (">=", "<="):
        strict = Relation(COMPARISONS[operator].strict, left, right)
        proof = _by_limit(limiter, strict)
        at_one = f"(le_of_lt apart : {relation(condition, limiter.inner)})"
        return proof and f"(Filter.Eventually.mono {proof} fun {limiter.name} apart => {at_one})"
    p = limiter.limit(left)
    if p is None:
        return None
    rules = {">": "eventually_pos", "!=": "eventually_ne_zero", "<": "eventually_neg"}
    if right == ZERO and operator in rules:
        c = limiter.shown(Relation(operator, p.value, ZERO))
        return c and f"(Shomei.{rules[operator]} {p.proof} {c} : {holds_near(limiter, condition)})"
    q = limiter.limit(right)
    c = limiter.shown(Relation(operator, p.value, q.value)) if q is not None else None
    if q is None or c is None:
        return None
    first, second = (q, p) if operator == ">" else (p, q)
    rule = "eventually_ne_of_tendsto" if operator == "!=" else "eventually_lt_of_tendsto"
    proof = f"Shomei.{rule} {first.proof} {second.proof} {c}"
    return f"({proof} : {holds_near(limiter, condition)})"


def _by_divergence(limiter: Limiter, condition: Relation) -> str | None:
    """A term that grows or falls without bound is eventually above, or below, and not equal to
    any constant.
    """
    left, operator, bound = condition.left, condition.operator, condition.right
    if operator in (">=", "<="):
        strict = Relation(COMPARISONS[operator].strict, left, bound)
        proof = _by_divergence(limiter, strict)
        weak = f"(Filter.Eventually.mono {proof} fun _ apart => le_of_lt apart"
        return proof and f"{weak} : {holds_near(limiter, condition)})"
    if (
        operator not in ("<", ">", "!=")
        or isinstance(left, Variable)
        or limiter.approach.variable in free_variables(bound)
    ):
        return None
    found = limiter.diverges(left)
    if found is None or (found[0] > 0 and operator == "<") or (found[0] < 0 and operator == ">"):
        return None
    beyond = (
        f"(Shomei.eventually_{'gt_atTop' if found[0] > 0 else 'lt_atBot'} "
        f"({real(bound, limiter.setting.notation)}))"
    )
    unequal = "LT.lt.ne'" if found[0] > 0 else "LT.lt.ne"
    apart = f"({unequal} apart)" if operator == "!=" else "apart"
    shown = f"(Filter.Tendsto.eventually {found[1]} {beyond}) fun {limiter.name} apart => {apart}"
    return f"(Filter.Eventually.mono {shown} : {holds_near(limiter, condition)})"


def conjunction(proofs: Sequence[str], names: Sequence[str]) -> tuple[str, str]:
    """Proofs of several `∀ᶠ` as one, and the pattern that splits it, with the names of its
    members.
    """
    together = proofs[-1]
    for proof in reversed(proofs[:-1]):
        together = f"(Filter.Eventually.and {proof} {together})"
    return together, names[0] if len(names) == 1 else "⟨" + ", ".join(names) + "⟩"


def _factors(term: Expression) -> list[Expression]:
    """The terms that must not be 0 for a product, a quotient or a whole power not to be 0."""
    match term:
        case Binary(operator="*" | "/", left=a, right=b):
            return [*_factors(a), *_factors(b)]
        case Power(base=base, exponent=exponent) if (
            base != E and integer_value(exponent) is not None
        ):
            return _factors(base)
        case Negation(operand=a):
            return _factors(a)
        case _:
            return [term]


def _about_others(setting: Setting, name: str) -> tuple[Known, ...]:
    """The facts about the variables outside; a bound `name` hides the outer variable of that
    name.
    """
    return tuple(k for k in setting.known if name not in free_variables(k.relation))
