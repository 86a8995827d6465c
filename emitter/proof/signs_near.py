"""Limits of terms with absolute values, of which the sign inside is settled near the point:
`|\\log x + 1| / \\log x` is `(\\log x + 1) / \\log x` for all large x.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from shomei.emitter.lean.term import real, relation
from shomei.emitter.proof.approach import Proved
from shomei.emitter.proof.eventually import base_fact, conjunction, holds_near
from shomei.emitter.proof.rewriting import simpler
from shomei.emitter.proof.roots_at_infinity import denominators
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Expression, Negation, Relation, RelationOperator, applies
from shomei.terms.substitution import replaced
from shomei.terms.walk import free_variables, subterms

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter


_SIGNS: Final[tuple[tuple[RelationOperator, str], ...]] = (
    (">", "abs_of_pos"),
    ("<", "abs_of_neg"),
)


def without_absolute_values(limiter: Limiter, term: Expression) -> Proved:
    """The limit of a term with absolute values of the variable, and its proof. Raises
    `LookupError`.
    """
    name = limiter.approach.variable
    sizes = [
        part
        for part in dict.fromkeys(subterms(term))
        if applies(part, "abs") and name in free_variables(part)
    ]
    if len(sizes) != 1 or sizes[0] == term:
        raise LookupError
    size = sizes[0]
    inside = size.arguments[0]
    for sign, lemma in _SIGNS:
        condition = Relation(sign, inside, ZERO)
        near = limiter.eventually(condition)
        if near is None:
            continue
        other = replaced(term, size, inside if sign == ">" else Negation(inside))
        for found in _limits(limiter, other):
            goal = relation(Relation("=", term, other), limiter.inner)
            same = f"(Filter.Eventually.mono ({near} : {holds_near(limiter, condition)}) "
            same += f"fun {limiter.name} sign => (by rw [{lemma} sign] : {goal}))"
            target = f"(𝓝 ({real(found.value, limiter.setting.notation)}))"
            whole = f"Shomei.tendsto_of_eq {found.proof} {same}"
            return replace(found, proof=limiter.typed(term, whole, target))
    raise LookupError


def _limits(limiter: Limiter, term: Expression) -> Iterator[Proved]:
    """The limit of a term, by its parts or in another form."""
    found = limiter.limit(term)
    if found is not None:
        yield found
        return
    for other in simpler(term, limiter):
        found = limiter.limit(other)
        if found is None:
            continue
        facts = {"near": base_fact(limiter)[1]}
        for place, below in enumerate(denominators(term, limiter.approach.variable)):
            proof = limiter.eventually(Relation("!=", below, ZERO))
            if proof is not None:
                stated = holds_near(limiter, Relation("!=", below, ZERO))
                facts[f"apart{place}"] = f"({proof} : {stated})"
        together, pattern = conjunction(list(facts.values()), list(facts))
        goal = relation(Relation("=", term, other), limiter.inner)
        same = f"(Filter.Eventually.mono {together} fun {limiter.name} {pattern} => "
        same += f"(by grind : {goal}))"
        yield replace(found, proof=f"(Shomei.tendsto_of_eq {found.proof} {same})")
