"""L'Hôpital's rule: the limit of a quotient from that of the derivatives' quotient, where both
terms tend to 0, or the lower one grows without bound; again and again if need be.

The rules are those of `Shomei.MeanValue`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shomei.emitter.effort import spend
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Have
from shomei.emitter.lean.term import as_argument, function, real, relation
from shomei.emitter.proof.approach import Proved
from shomei.emitter.proof.derivatives import derivative
from shomei.emitter.proof.eventually import base_fact, conjunction, near_setting
from shomei.emitter.proof.justification import justify
from shomei.emitter.proof.rewriting import simpler
from shomei.emitter.proof.setting import Known, Setting
from shomei.obligations.definedness import own_conditions
from shomei.obligations.domain import tidy
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Binary, Expression, Infinity, Relation, Variable
from shomei.terms.walk import free_variables, subterms

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter

#: How often the rule is applied to one quotient.
DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class _Slope:
    """The derivative of a term near the point, with a proof that it is one."""

    value: Expression
    proof: str


class _Near:
    """What is known near the point of a limit, so that some terms are defined."""

    def __init__(self, limiter: Limiter, *terms: Expression) -> None:
        self.limiter = limiter
        fact, base = base_fact(limiter)
        facts = {fact: base}
        name = limiter.approach.variable
        for term in terms:
            for part in subterms(term):
                for need in own_conditions(part, limiter.setting.notation.naturals):
                    strict = Relation(">", need.left, need.right) if need.operator == ">=" else need
                    if strict not in facts and name in free_variables(strict):
                        proof = limiter.eventually(strict, list(facts.items()))
                        if proof is not None:
                            facts[strict] = proof
        names = [f"near{index}" for index in range(len(facts))]
        self.together, self.pattern = conjunction(list(facts.values()), names)
        known = [Known(label, each) for label, each in zip(names, facts, strict=True)]
        self.setting: Setting = near_setting(limiter, known)

    def all(self, proof: str) -> str:
        """The proof at one number, for all near the point."""
        bound = f"fun {self.limiter.name} {self.pattern} => {proof}"
        return f"(Filter.Eventually.mono {self.together} ({bound}))"

    def slope(self, term: Expression) -> _Slope | None:
        """The derivative of a term at a number near the point."""
        name = self.limiter.approach.variable
        found = derivative(term, name, Variable(name), self.setting)
        if found is None:
            return None
        value = tidy(self.setting.plain(found.value))
        proof = found.proof
        if value != found.value:
            same = relation(Relation("=", found.value, value), self.setting.notation)
            given = [
                Have(f"apart{index}", relation(need, self.setting.notation), shown)
                for index, need in enumerate(self._needs(found.value), start=1)
                if (shown := justify(need, self.setting)) is not None
            ]
            turned = by(*given, GRIND, bracketed=True)
            proof = f"Shomei.hasDerivAt_of_eq {proof} ({turned} : {same})"
        return _Slope(value, self.all(proof))

    def _needs(self, term: Expression) -> list[Relation]:
        naturals = self.setting.notation.naturals
        needs = (each for part in subterms(term) for each in own_conditions(part, naturals))
        return [each for each in dict.fromkeys(needs) if each.operator == "!="]


def of_derivatives(
    limiter: Limiter, above: Expression, below: Expression
) -> tuple[Expression, str]:
    """The limit of `above / below` by those of the derivatives, and its proof. Raises `LookupError`
    if the rule does not apply, or nothing is found.
    """
    spend(2000)
    lemma, starts = _lemma(limiter, above, below)
    near = _Near(limiter, above, below)
    up, down = near.slope(above), near.slope(below)
    if up is None or down is None:
        raise LookupError
    apart = limiter.eventually(Relation("!=", down.value, ZERO))
    found = _limit(limiter, Binary("/", up.value, down.value)) if apart else None
    if apart is None or found is None:
        raise LookupError
    name, text = limiter.approach.variable, limiter.setting.notation
    named = " ".join(
        f"({label} := {function(name, term, text)})"
        for label, term in (("f", above), ("f'", up.value), ("g", below), ("g'", down.value))
    )
    proof = f"{lemma} {named} {up.proof} {down.proof} {apart} {starts} {found.proof}"
    target = f"(𝓝 {as_argument(real(found.value, text))})"
    return found.value, limiter.typed(Binary("/", above, below), proof, target)


def _lemma(limiter: Limiter, above: Expression, below: Expression) -> tuple[str, str]:
    """The lemma for the form that the quotient has, and the proofs that it has that form."""
    point, side = limiter.approach.point, limiter.approach.side
    if side == "full":
        raise LookupError
    suffix = {None: "", "+": "_right", "-": "_left"}[side]
    p, q = limiter.limit(above), limiter.limit(below)
    if p and q and not isinstance(point, Infinity):
        if limiter.same(p.value, ZERO) and limiter.same(q.value, ZERO):
            zeros = f"{limiter.retarget(p, ZERO)} {limiter.retarget(q, ZERO)}"
            return f"Shomei.tendsto_div_of_deriv{suffix}", zeros
        raise LookupError
    growing = limiter.diverges(below) if q is None else None
    if growing is None or growing[0] < 0:
        raise LookupError
    if isinstance(point, Infinity):
        if not point.positive:
            raise LookupError
        return "Shomei.tendsto_div_of_deriv_atTop", growing[1]
    if side != "+":
        raise LookupError
    return "Shomei.tendsto_div_of_deriv_right_atTop", growing[1]


def _limit(limiter: Limiter, quotient: Expression) -> Proved | None:
    """The limit of the derivatives' quotient, as it stands or in another form."""
    found = limiter.limit(quotient)
    if found is not None:
        return found
    near = _Near(limiter, quotient)
    for other in simpler(quotient, limiter):
        found = limiter.limit(other)
        if found is not None:
            same = relation(Relation("=", quotient, other), limiter.inner)
            turned = near.all(f"(by grind : {same})")
            return Proved(found.value, f"(Shomei.tendsto_of_eq {found.proof} {turned})")
    return None


def apart_by_derivative(limiter: Limiter, term: Expression) -> str | None:
    """A proof that `term`, which tends to 0, is not 0 near the point, since its derivative is not
    0 near it.
    """
    spend(2000)
    tends = limiter.limit(term)
    if limiter.approach.side is not None or not tends or not limiter.same(tends.value, ZERO):
        return None
    near = _Near(limiter, term)
    slope = near.slope(term)
    apart = slope and limiter.eventually(Relation("!=", slope.value, ZERO))
    if slope is None or apart is None:
        return None
    name, text = limiter.approach.variable, limiter.setting.notation
    named = f"(g := {function(name, term, text)}) (g' := {function(name, slope.value, text)})"
    zero = limiter.retarget(tends, ZERO)
    return f"(Shomei.eventually_ne_zero_of_deriv {named} {slope.proof} {apart} {zero})"
