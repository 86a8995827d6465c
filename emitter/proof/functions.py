"""What is known of declared functions: proofs of their properties from the hypotheses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.lean.term import Notation, as_argument, natural, typed
from shomei.emitter.rules.match import match
from shomei.operations.spelling import normalise_relation
from shomei.terms.nodes import Expression, ForAll, Property, PropertyKind, Relation, Variable
from shomei.terms.relations import turned
from shomei.terms.substitution import substitute

#: A kind, the kinds that it follows from, and Mathlib's lemma for each.
_FOLLOWS: dict[PropertyKind, tuple[tuple[PropertyKind, str], ...]] = {
    "differentiable": (),
    "continuous": (("differentiable", "Differentiable.continuous"),),
    "increasing": (("strictly increasing", "Shomei.monotone_of_strictMono"),),
    "decreasing": (("strictly decreasing", "Shomei.antitone_of_strictAnti"),),
    "strictly increasing": (),
    "strictly decreasing": (),
}
#: A relation, from the proof of the one with its sides the other way round.
_TURNED = {"=": "(Eq.symm {})", "!=": "(Ne.symm {})"}
_AT_A_POINT: dict[PropertyKind, tuple[tuple[PropertyKind, str], ...]] = {
    "continuous": (("differentiable", "DifferentiableAt.continuousAt"),),
}


def property_proof(wanted: Property, notation: Notation) -> str | None:
    """A proof of a property of a declared function, from the hypotheses on it; None if they do not
    give it.
    """
    everywhere = replace(wanted, at=None)
    stated = {statement: name for name, statement in notation.told}
    if wanted in stated:
        return stated[wanted]
    if wanted.at is not None:
        whole = property_proof(everywhere, notation)
        if whole is not None:
            return f"({whole} {as_argument(typed(wanted.at, notation))})"
        for kind, lemma in _AT_A_POINT.get(wanted.kind, ()):
            found = property_proof(replace(wanted, kind=kind), notation)
            if found is not None:
                return f"({lemma} {found})"
        return None
    for kind, lemma in _FOLLOWS[wanted.kind]:
        found = property_proof(replace(wanted, kind=kind), notation)
        if found is not None:
            return f"({lemma} {found})"
    return None


def differentiable_at(name: str, order: int, point: Expression, notation: Notation) -> str | None:
    """A proof that a declared function, differentiated `order` times, is differentiable at a
    point.
    """
    return property_proof(Property("differentiable", name, order, point), notation)


def continuous_at(name: str, order: int, point: Expression, notation: Notation) -> str | None:
    """A proof that a declared function, differentiated `order` times, is continuous at a point."""
    return property_proof(Property("continuous", name, order, point), notation)


def by_universal(wanted: Relation, notation: Notation) -> str | None:
    """A proof of a relation that a hypothesis states for all numbers, at those of this relation."""
    for name, statement in notation.told:
        if not isinstance(statement, ForAll) or not isinstance(statement.body, Relation):
            continue
        stated = normalise_relation(statement.body)
        kinds = dict.fromkeys(statement.names, "N" if statement.natural else "R")
        for form, proof in ((stated, "{}"), (turned(stated), _TURNED.get(stated.operator, "{}"))):
            if form.operator != wanted.operator:
                continue
            values = match(form.left, wanted.left, kinds, notation)
            values = values and match(form.right, wanted.right, kinds, notation, values)
            if values is None or not set(statement.names) <= set(values):
                continue
            write = natural if statement.natural else typed
            at = [as_argument(write(values[each], notation)) for each in statement.names]
            return proof.format(f"({' '.join([name, *at])})")
    return None


def rewritings(term: Expression, notation: Notation) -> Iterator[tuple[Expression, str]]:
    """The terms that hypotheses for all numbers put in the place of `term`, each with a proof that
    `term` is equal to it.
    """
    for name, statement in notation.told:
        if not isinstance(statement, ForAll) or not isinstance(statement.body, Relation):
            continue
        stated = normalise_relation(statement.body)
        if stated.operator != "=" or statement.natural:
            continue
        kinds = dict.fromkeys(statement.names, "R")
        for one, other, proof in (
            (stated.left, stated.right, "{}"),
            (stated.right, stated.left, "(Eq.symm {})"),
        ):
            values = None if isinstance(one, Variable) else match(one, term, kinds, notation)
            if values is None or not set(statement.names) <= set(values):
                continue
            at = [as_argument(typed(values[each], notation)) for each in statement.names]
            yield substitute(other, values), proof.format(f"({' '.join([name, *at])})")
