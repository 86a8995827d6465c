"""Renamings and definitions: what is in force after them, and after their end."""

from __future__ import annotations

from dataclasses import replace

from shomei.obligations import doubts as doubting
from shomei.obligations.assumptions import assumed
from shomei.obligations.exponents import with_reciprocals
from shomei.obligations.functions import without_function
from shomei.obligations.scope import (
    Change,
    Scope,
    abbreviations_without,
    called_in,
    refuse_moved,
    why_not,
    without_definition,
)
from shomei.obligations.size import Ruler, TooLarge
from shomei.parser.ast import Define
from shomei.terms.definitions import Binding, Definition
from shomei.terms.diagnostics import not_checked
from shomei.terms.functions import with_derivatives
from shomei.terms.nodes import (
    Call,
    Expression,
    Relation,
    Span,
    Variable,
)
from shomei.terms.substitution import Capture, abbreviate
from shomei.terms.walk import called_names, free_variables


def renamed(name: str, value: Expression, span: Span, scope: Scope) -> Change:
    """The scope after `let X = x`: `name` stands for `value`."""
    scope = replace(scope, doubts=doubting.without((name,), scope.doubts))
    others = abbreviations_without(scope, name)
    try:
        Ruler(others, scope.definitions).check(value)
        value = abbreviate(value, others, frozenset())
    except Capture as capture:
        why = f"the renaming would capture {capture.name}"
        return Change(scope, (not_checked(span, why),))
    except TooLarge as problem:
        notice = not_checked(span, str(problem))
        return Change(replace(scope, abbreviations=others), (notice,))
    if value == Variable(name):
        return Change(replace(scope, abbreviations=others))
    if name in free_variables(value):
        return Change(scope, (not_checked(span, f"{name} is defined by itself"),))
    if any(name in free_variables(hypothesis.statement) for hypothesis in scope.hypotheses):
        # A name that occurs in hypotheses cannot become a mere abbreviation: the renaming is an
        # equation between numbers.
        return assumed([Relation("=", Variable(name), value)], span, scope)
    return Change(replace(scope, abbreviations={**scope.abbreviations, name: value}))


def defined(item: Define, scope: Scope) -> Change:
    """After `define f(x) = body`. What was defined by the f before keeps it."""
    scope = without_function(item.name, without_definition(item.name, scope))
    try:
        body = _body(item, scope)
    except (Capture, TooLarge) as problem:
        return _undefined(item, why_not(problem), scope)
    known = {**scope.definitions, **scope.functions}
    unknown = [name for name in called_names(body) if name not in known]
    if unknown:
        why = (
            f"{item.name} is defined by itself"
            if item.name in unknown
            else f"{unknown[0]} is not defined"
        )
        return Change(scope, (not_checked(item.span, why),))
    captured = _captured(item, body, scope)
    clash = next((name for name in captured if name in item.parameters), None)
    if clash is not None:
        # `define g(t) = t x`, then `define f(x) = g(x)`: the x of f is not the x that g captures,
        # and one name cannot be both.
        why = f"{clash} is a parameter here, and another variable in a function that is called"
        return _undefined(item, why, scope)
    definition = Definition(item.name, item.parameters, body, tuple(captured.values()))
    # A name that is redefined: what was proved about the old function does not hold for the new
    # one.
    facts = tuple(fact for fact in scope.facts if item.name not in called_in(fact.statement))
    definitions = {**scope.definitions, item.name: definition}
    return Change(replace(scope, definitions=definitions, facts=facts))


def _body(item: Define, scope: Scope) -> Expression:
    """The body of a definition, expanded. Raises `Capture` and `TooLarge`."""
    live = abbreviations_without(scope, *item.parameters)
    Ruler(live, scope.definitions).check(item.body)
    parameters = frozenset(item.parameters)
    body = with_derivatives(item.body, scope.functions)
    body = abbreviate(body, live, parameters)
    refuse_moved(body, scope)
    body = with_reciprocals(body, scope.naturals() - parameters)
    named = Definition(item.name, item.parameters, body)
    call = Call(item.name, tuple(map(Variable, item.parameters)))
    Ruler({}, {**scope.definitions, item.name: named}).check(call)
    return body


def _captured(item: Define, body: Expression, scope: Scope) -> dict[str, Binding]:
    """The variables of a body that are not parameters: its own, and those that the functions it
    calls capture.
    """
    captured = {
        name: scope.binding(name) for name in free_variables(body) if name not in item.parameters
    }
    for called in called_names(body):
        if called in scope.functions:
            continue
        captured.update((each.name, each) for each in scope.definitions[called].captured)
    return captured


def _undefined(item: Define, why: str, scope: Scope) -> Change:
    """The scope without the name that `item` would have defined; its previous meaning does not
    apply any more.
    """
    definitions = {name: old for name, old in scope.definitions.items() if name != item.name}
    notice = not_checked(item.span, why)
    return Change(replace(scope, definitions=definitions), (notice,))
