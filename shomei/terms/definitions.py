"""Functions that a derivation defines, and their expansion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import overload

from shomei.terms.nodes import Call, Expression, NumberSet, Relation, Span, Statement
from shomei.terms.substitution import substitute
from shomei.terms.walk import (
    bound_name,
    called_names,
    children,
    map_statement,
    rebuild,
)


@dataclass(frozen=True, slots=True)
class Binding:
    """A free variable of a step, and the numbers it ranges over. `span` is where the text says so,
    if it does.
    """

    name: str
    domain: NumberSet = "R"
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def is_natural(self) -> bool:
        """Whether it ranges over natural numbers, from 0 or from 1 on."""
        return self.domain in ("N", "N+")


def natural_names(bindings: Iterable[Binding]) -> frozenset[str]:
    """The names that range over natural numbers."""
    return frozenset(binding.name for binding in bindings if binding.is_natural)


@dataclass(frozen=True, slots=True)
class Definition:
    """`name(parameters) = body`. `captured` are the free variables of the body that are not
    parameters, in order.
    """

    name: str
    parameters: tuple[str, ...]
    body: Expression
    captured: tuple[Binding, ...] = ()


def by_name(definitions: Iterable[Definition]) -> dict[str, Definition]:
    """The definitions by the names of their functions."""
    return {definition.name: definition for definition in definitions}


def spoken_of(term: Expression, definitions: Mapping[str, Definition]) -> set[str]:
    """The variables that the functions called in `term` use without having them as parameters."""
    return {
        binding.name
        for name in called_names(term)
        if name in definitions
        for binding in definitions[name].captured
    }


def captures(term: Expression, definitions: Mapping[str, Definition]) -> str | None:
    """A variable that a limit, a sum or an integral in a term binds, and of which a function called
    below it speaks besides its parameters: a reader takes both for the same, as in
    `\\int_0^1 f(x)\\,dc` after `f(x) = c x`. None if there is none.
    """
    bound = bound_name(term)
    *_, body = children(term) or (term,)
    if bound is not None and bound in spoken_of(body, definitions):
        return bound
    inside = (captures(part, definitions) for part in children(term))
    return next((found for found in inside if found is not None), None)


def unfold(term: Expression, definitions: Mapping[str, Definition]) -> Expression:
    """`term` with every application of a defined function replaced by its body. `f'(E)` stays,
    since a derivative is not an application.
    """
    parts = tuple(unfold(part, definitions) for part in children(term))
    if isinstance(term, Call) and term.name in definitions:
        definition = definitions[term.name]
        if len(parts) == len(definition.parameters):
            return unfold(
                substitute(definition.body, dict(zip(definition.parameters, parts, strict=True))),
                definitions,
            )
    return rebuild(term, parts)


@overload
def unfold_statement(statement: Relation, definitions: Mapping[str, Definition]) -> Relation: ...


@overload
def unfold_statement(statement: Statement, definitions: Mapping[str, Definition]) -> Statement: ...


def unfold_statement(statement: Statement, definitions: Mapping[str, Definition]) -> Statement:
    """`unfold` on every expression of `statement`."""
    return map_statement(statement, lambda term: unfold(term, definitions))
