"""Indices: the letters that count, and derivatives by the elements of a family.

`\\frac{\\partial E}{\\partial x_j}` is the derivative of E in a number `x_j`, where that is the
element j of the family x, with the number in the place of this one element and of no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from shomei.obligations.model import Hypothesis
from shomei.obligations.scope import Scope, Unvaried
from shomei.parser.ast import (
    Assume,
    Chain,
    Define,
    Formula,
    Item,
    Let,
    LogicChain,
    Theorem,
    Therefore,
)
from shomei.terms.definitions import unfold
from shomei.terms.functions import element_of
from shomei.terms.indices import counting
from shomei.terms.nodes import (
    BigOperator,
    Call,
    Choice,
    Derivative,
    Expression,
    Node,
    Number,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.walk import (
    children,
    free_variables,
    map_statement,
    rebuild,
    statement_terms,
    subtrees,
)

# --------------------------------------------------------------------------------------------------
# Letters that count


def _stated_in(item: Item) -> Iterator[tuple[Node, frozenset[str]]]:
    """What an item states, with the names that are its own there."""
    none: frozenset[str] = frozenset()
    match item:
        case Chain(first=first, links=links) | LogicChain(first=first, links=links):
            yield first, none
            for link in links:
                yield link.right, none
        case (
            Therefore(statement=statement)
            | Formula(statement=statement)
            | Theorem(statement=statement)
        ):
            yield statement, none
        case Assume(conditions=conditions):
            for condition in conditions:
                yield condition, none
        case Define(parameters=parameters, body=body):
            yield body, frozenset(parameters)
        case Let(value=value) if value is not None:
            yield value, none
        case _:
            return


def with_naturals(item: Item, scope: Scope) -> Scope:
    """The scope in which the letters that count in an item are natural numbers, unless the text
    says what numbers they are.
    """
    found: dict[str, None] = {}
    for node, own in _stated_in(item):
        found.update(dict.fromkeys(name for name in counting(node) if name not in own))
    new = [name for name in found if name not in scope.domains and name not in scope.abbreviations]
    if not new:
        return scope
    return replace(
        scope,
        domains={**scope.domains, **dict.fromkeys(new, "N")},
        declared_at={**scope.declared_at, **dict.fromkeys(new, item.span)},
        told=scope.told | set(new),
    )


# --------------------------------------------------------------------------------------------------
# Derivatives by elements


def with_elements(statement: Statement, scope: Scope) -> Statement:
    """`statement` with each derivative by an element of a family as one by a number that is put in
    its place. Raises `Unvaried` where a formula gives the elements.
    """
    return map_statement(statement, lambda term: _varied(term, scope))


def _varied(term: Expression, scope: Scope) -> Expression:
    term = rebuild(term, tuple(_varied(part, scope) for part in children(term)))
    if not isinstance(term, Derivative):
        return term
    known = {**scope.functions, **scope.definitions}
    found = element_of(term.variable, known)
    if found is None:
        return term
    name, indices = found
    if name in scope.definitions:
        raise Unvaried(term.variable)
    body = unfold(term.body, scope.definitions)
    return replace(term, body=_replaced(body, name, indices, Variable(term.variable)))


def _replaced(
    term: Expression, name: str, indices: tuple[str, ...], value: Expression
) -> Expression:
    """`term` with `value` in the place of one element of a family."""
    term = rebuild(term, tuple(_replaced(part, name, indices, value) for part in children(term)))
    if not isinstance(term, Call) or term.name != name:
        return term
    found: Expression = value
    for argument, index in reversed(tuple(zip(term.arguments, indices, strict=True))):
        place = _index(index)
        if argument != place:
            found = Choice(argument, place, found, term)
    return found


def _index(text: str) -> Expression:
    return Number(Fraction(int(text))) if text.isdigit() else Variable(text)


def elements(statement: Statement, scope: Scope, span: Span) -> tuple[Hypothesis, ...]:
    """What holds of the numbers that a statement differentiates by: each is an element of its
    family, and one of those that the sums over the family have.
    """
    wanted: dict[Relation, None] = {}
    for side in statement_terms(statement):
        for part in subtrees(side):
            if not isinstance(part, Derivative):
                continue
            found = element_of(part.variable, scope.functions)
            if found is None:
                continue
            name, indices = found
            own = Call(name, tuple(map(_index, indices)))
            wanted[Relation("=", Variable(part.variable), own)] = None
            for index, (lower, upper) in _ranges(part.body, name, indices):
                wanted[Relation(">=", index, lower)] = None
                wanted[Relation("<=", index, upper)] = None
    return tuple(
        Hypothesis(f"e{number}", relation, "inferred", span)
        for number, relation in enumerate(wanted, start=1)
    )


def _ranges(
    body: Expression, name: str, indices: tuple[str, ...]
) -> Iterator[tuple[Expression, tuple[Expression, Expression]]]:
    """The bounds of the sums that run over the elements of a family, for each index."""
    for part in subtrees(body):
        if not isinstance(part, BigOperator):
            continue
        for inner in subtrees(part.body):
            if not isinstance(inner, Call) or inner.name != name:
                continue
            for argument, index in zip(inner.arguments, indices, strict=True):
                if argument == Variable(part.index):
                    place = _index(index)
                    if isinstance(place, Variable) and part.index not in free_variables(part.upper):
                        yield place, (part.lower, part.upper)
