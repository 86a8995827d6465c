"""What is known of declared functions: proofs of their properties from the hypotheses."""

from __future__ import annotations

from dataclasses import replace

from shomei.emitter.lean.term import Notation, as_argument, typed
from shomei.terms.nodes import Expression, Property, PropertyKind

#: A kind, the kinds that it follows from, and Mathlib's lemma for each.
_FOLLOWS: dict[PropertyKind, tuple[tuple[PropertyKind, str], ...]] = {
    "differentiable": (),
    "continuous": (("differentiable", "Differentiable.continuous"),),
    "increasing": (("strictly increasing", "StrictMono.monotone"),),
    "decreasing": (("strictly decreasing", "StrictAnti.antitone"),),
    "strictly increasing": (),
    "strictly decreasing": (),
}
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
