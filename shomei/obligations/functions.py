"""Declared functions: what is in force after a declaration, and after the end of one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from shomei.obligations.assumptions import assumed, introduced
from shomei.obligations.scope import Change, Scope, called_in, without_definition
from shomei.parser.ast import Declare
from shomei.terms.functions import Function, is_family
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Call,
    Expression,
    ForAll,
    Negation,
    Property,
    PropertyKind,
    Relation,
    RelationOperator,
    Statement,
    Variable,
)
from shomei.terms.walk import called_names

#: A smooth function is assumed to have derivatives up to this order, which is less than what is
#: said.
_SMOOTH: Final = 5
_ORDERED: Final[dict[str, PropertyKind]] = {
    "increasing": "increasing",
    "decreasing": "decreasing",
    "strictly_increasing": "strictly increasing",
    "strictly_decreasing": "strictly decreasing",
}


def declared(item: Declare, scope: Scope) -> Change:
    """The scope after `let f \\colon \\mathbb{R} \\to \\mathbb{R}`. The names lose their previous
    meaning.
    """
    functions = {name: Function(name, item.arity, item.first, item.span) for name in item.names}
    if item.again and functions.keys() <= scope.functions.keys():
        return Change(replace(scope, functions={**scope.functions, **functions}))
    for name in item.names:
        scope = without_definition(name, scope)
        scope = without_function(name, scope)
    scope = introduced(item.names, scope)
    scope = replace(scope, functions={**scope.functions, **functions})
    conditions = [
        condition
        for name in item.names
        for kind in item.kinds
        for condition in _conditions(kind, name, item.arity)
    ]
    if not conditions:
        return Change(scope)
    return assumed(dict.fromkeys(conditions), item.span, scope, in_prose=item.in_prose)


def without_function(name: str, scope: Scope) -> Scope:
    """Where a declared function ends: what speaks of it ends with it."""
    if name not in scope.functions:
        return scope
    gone = {name}
    kept = {}
    for each in scope.definitions.values():
        if gone.isdisjoint(called_names(each.body)):
            kept[each.name] = each
        else:
            gone.add(each.name)
    return replace(
        scope,
        functions={other: each for other, each in scope.functions.items() if other != name},
        definitions=kept,
        hypotheses=tuple(
            each for each in scope.hypotheses if gone.isdisjoint(called_in(each.statement))
        ),
        abbreviations={
            other: value
            for other, value in scope.abbreviations.items()
            if gone.isdisjoint(called_names(value))
        },
        facts=tuple(
            fact
            for fact in scope.facts
            if name not in {each.name for each in fact.functions}
            and gone.isdisjoint(each.name for each in fact.definitions)
        ),
    )


def _conditions(kind: str, name: str, arity: int) -> tuple[Statement, ...]:
    """What it means that a declared function is of a kind; nothing where the kind is one of
    functions of one real variable, and this is none.
    """
    variables = ("n", "m")[:arity] if is_family(name) else ("x", "y")[:arity]
    whole = is_family(name)
    value = Call(name, tuple(map(Variable, variables)))

    def always(operator: RelationOperator, other: Expression) -> tuple[Statement, ...]:
        return (ForAll(variables, Relation(operator, value, other), whole),)

    match kind:
        case "positive":
            return always(">", ZERO)
        case "nonnegative":
            return always(">=", ZERO)
        case "nonzero":
            return always("!=", ZERO)
        case _ if arity != 1:
            return ()
        case "increasing" | "decreasing" | "strictly_increasing" | "strictly_decreasing":
            return (Property(_ORDERED[kind], name),)
        case _ if whole:
            return ()
        case "even" | "odd":
            turned = Call(name, (Negation(Variable("x")),))
            same = value if kind == "even" else Negation(value)
            return (ForAll(("x",), Relation("=", turned, same)),)
        case "continuous":
            return (Property("continuous", name),)
        case "continuously_differentiable":
            return (Property("differentiable", name), Property("continuous", name, 1))
        case _:
            orders = {"differentiable": 1, "twice_differentiable": 2, "smooth": _SMOOTH}.get(
                kind, 0
            )
            return tuple(Property("differentiable", name, order) for order in range(orders))
