"""Declarations and assumptions: what is in force after them, and what ends with a part of a
text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from shomei.obligations import doubts as doubting
from shomei.obligations.definedness import BEFORE_FIRST, statement_conditions
from shomei.obligations.domain import infer, properties
from shomei.obligations.model import Assumption, Context, Doubt
from shomei.obligations.scope import (
    Change,
    Scope,
    bound_in,
    called_in,
    context_of,
    why_not,
    without_definition,
    written_out,
)
from shomei.obligations.size import TooLarge
from shomei.parser.ast import Let
from shomei.terms.definitions import Binding
from shomei.terms.diagnostics import Diagnostic, not_checked
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import (
    Connective,
    Expression,
    ForAll,
    Membership,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.substitution import Capture
from shomei.terms.walk import called_names, free_variables


def at_least_one(name: str) -> Relation:
    """The hypothesis that makes a natural number a positive one."""
    return Relation(">=", Variable(name), ONE)


def declared(item: Let, scope: Scope) -> Change:
    """The scope after `let n \\in \\mathbb{N}`. The names lose their previous meaning."""
    abbreviations = {
        name: value for name, value in scope.abbreviations.items() if name not in item.names
    }
    domains = {} if item.domain is None else dict.fromkeys(item.names, item.domain)
    again = (
        item.names
        if item.anew
        else [name for name, domain in domains.items() if scope.domains.get(name, domain) != domain]
    )
    if again:
        for name in again:
            scope = without_definition(name, scope)
        scope = introduced(again, scope)
        abbreviations = {n: v for n, v in abbreviations.items() if n in scope.abbreviations}
    scope = replace(
        scope,
        domains={**scope.domains, **domains},
        declared_at={**scope.declared_at, **dict.fromkeys(item.names, item.span)},
        abbreviations=abbreviations,
        told=scope.told | set(item.names) if item.in_prose else scope.told - set(item.names),
    )
    return Change(
        _positive(item.names, item.span, scope, in_prose=item.in_prose)
        if item.domain == "N+"
        else scope
    )


def introduced(names: Iterable[str], scope: Scope) -> Scope:
    """Where letters are introduced anew: what was said of them before is of other numbers."""
    fresh = set(names)
    return replace(
        scope,
        domains={name: domain for name, domain in scope.domains.items() if name not in fresh},
        hypotheses=tuple(
            each for each in scope.hypotheses if fresh.isdisjoint(free_variables(each.statement))
        ),
        abbreviations={
            name: value
            for name, value in scope.abbreviations.items()
            if name not in fresh and fresh.isdisjoint(free_variables(value))
        },
        doubts=doubting.without(fresh, scope.doubts),
    )


def doubted(
    names: Iterable[str], statements: Iterable[Statement], scope: Scope, *, lasting: bool = False
) -> Scope:
    """The scope after something that is said of letters and not understood."""
    added: list[Doubt] = []
    for statement in statements:
        if isinstance(statement, Membership):
            added.append(replace(_ranging(statement), lasting=lasting))
            continue
        try:
            written = written_out(statement, scope)
        except (Capture, TooLarge):
            added.append(Doubt(frozenset(free_variables(statement))))
        else:
            context = context_of(written, scope)
            added.append(doubting.about(written, context, lasting=lasting))
    if unknown := frozenset(names):
        added.append(Doubt(unknown, lasting=lasting))
    return replace(scope, doubts=tuple(dict.fromkeys((*scope.doubts, *added))))


def _ranging(statement: Membership) -> Doubt:
    """The doubt whether a letter ranges over a set of numbers."""
    least = ONE if statement.domain == "N+" else ZERO
    bound = Relation(">=", Variable(statement.name), least)
    context = Context((Binding(statement.name, statement.domain),))
    if not Binding(statement.name, statement.domain).is_natural:
        bound = Relation("=", ZERO, ZERO)
    return Doubt(frozenset((statement.name,)), bound, context)


def back_to(before: Scope, scope: Scope) -> Scope:
    """Where a part ends that began in the scope `before`: what has been defined and proved since
    stays, and it is doubtful whether its assumptions and names do.
    """
    stale = {
        name
        for name, definition in before.definitions.items()
        if scope.definitions.get(name) is not definition
    } | {
        name
        for name, function in before.functions.items()
        if scope.functions.get(name) is not function
    }

    def speaks(terms: Iterable[Expression]) -> bool:
        return any(name in stale for term in terms for name in called_names(term))

    after = replace(
        scope,
        domains={
            **{n: d for n, d in scope.domains.items() if n not in scope.told},
            **{n: d for n, d in before.domains.items() if n in scope.told},
        },
        declared_at={
            **{n: s for n, s in scope.declared_at.items() if n not in scope.told},
            **{n: s for n, s in before.declared_at.items() if n in scope.told},
        },
        hypotheses=tuple(
            each
            for each in dict.fromkeys((*before.hypotheses, *scope.hypotheses))
            if (
                stale.isdisjoint(called_in(each.statement))
                if each in before.hypotheses
                else not each.in_prose
            )
        ),
        abbreviations={n: v for n, v in before.abbreviations.items() if not speaks((v,))},
    )
    kept = [each for each in scope.doubts if each.lasting or each in before.doubts]
    return replace(after, doubts=tuple(dict.fromkeys((*kept, *_lapsed(scope, after)))))


def _lapsed(before: Scope, after: Scope) -> Iterator[Doubt]:
    """The hypotheses and names that end between two scopes, as doubts."""
    for hypothesis in before.hypotheses:
        said = hypothesis.statement
        if hypothesis not in after.hypotheses and (free_variables(said) or called_in(said)):
            context = context_of(hypothesis.statement, before)
            yield doubting.about(hypothesis.statement, context, lasting=True)
    for name, value in before.abbreviations.items():
        if after.abbreviations.get(name) != value:
            equation = Relation("=", Variable(name), value)
            yield doubting.about(equation, context_of(equation, before), lasting=True)


def _positive(names: Iterable[str], span: Span, scope: Scope, *, in_prose: bool = False) -> Scope:
    """What it means for `names` to be positive whole numbers, as a hypothesis: to Lean they are
    natural numbers, 0 among them.
    """
    for name in names:
        scope = scope.with_hypothesis(at_least_one(name), "assumed", span, in_prose=in_prose)
    return scope


def assumed(
    conditions: Iterable[Statement],
    span: Span,
    scope: Scope,
    origin: Literal["assumed", "inferred", "case"] = "assumed",
    *,
    in_prose: bool = False,
) -> Change:
    """After `assume`, or in a `case`. `in_prose`: an article's words assume it."""
    known = len(scope.hypotheses)
    change = _assumed_all(conditions, span, scope, origin)
    if in_prose:
        hypotheses = change.scope.hypotheses
        added = tuple(replace(each, in_prose=True) for each in hypotheses[known:])
        marked = replace(change.scope, hypotheses=(*hypotheses[:known], *added))
        change = replace(change, scope=marked)
    after = change.scope
    names = dict.fromkeys(name for h in after.hypotheses for name in free_variables(h.statement))
    context = Context(
        tuple(map(after.binding, names)), after.hypotheses, tuple(after.definitions.values())
    )
    return replace(change, assumption=Assumption(span, context))


def _assumed_all(
    conditions: Iterable[Statement],
    span: Span,
    outer: Scope,
    origin: Literal["assumed", "inferred", "case"],
) -> Change:
    notices: list[Diagnostic] = []
    scope = outer
    for condition in conditions:
        match condition:
            case Membership(name=name, domain=domain):
                scope = replace(
                    scope,
                    domains={**scope.domains, name: domain},
                    declared_at={**scope.declared_at, name: condition.span},
                )
                scope = _positive((name,), span, scope) if domain == "N+" else scope
            case Connective(operator="and", left=left, right=right):
                both = _assumed_all((left, right), span, scope, origin)
                scope = both.scope
                notices += both.notices
            case _:
                try:
                    statement = written_out(condition, outer)
                except (Capture, TooLarge) as problem:
                    why = f"this is not assumed: {why_not(problem)}"
                    notices.append(not_checked(condition.span, why))
                else:
                    scope = _assumed_one(statement, span, scope, origin)
    return Change(scope, tuple(notices))


def _assumed_one(
    statement: Statement, span: Span, scope: Scope, origin: Literal["assumed", "inferred", "case"]
) -> Scope:
    """The scope with a hypothesis. Its expressions are defined: assuming log x > 1 also assumes x >
    0.
    """
    known = [hypothesis.statement for hypothesis in scope.hypotheses]
    context = context_of(statement, scope)
    bound = bound_in(statement)
    needs = [
        each
        for each in statement_conditions(statement, context)
        if each.why != BEFORE_FIRST or bound.isdisjoint(free_variables(each.said))
    ]
    after = scope
    for need in infer(needs, [each for each in known if isinstance(each, Relation)]):
        if not bound.isdisjoint(free_variables(need)):
            natural = isinstance(statement, ForAll) and statement.natural
            said = _under_its_premise(need, statement)
            names = tuple(name for name in bound if name in free_variables(said))
            after = after.with_hypothesis(ForAll(names, said, natural), "inferred", span)
        elif need != statement:
            after = after.with_hypothesis(need, "inferred", span)
    for each in properties(needs, known):
        if each != statement:
            after = after.with_hypothesis(each, "inferred", span)
    return after.with_hypothesis(statement, origin, span)


def _under_its_premise(need: Relation, statement: Statement) -> Statement:
    """What a condition on all numbers of a statement comes to: under its premise, if it has one."""
    match statement:
        case ForAll(body=Connective(operator="implies", left=premise)):
            return Connective("implies", premise, need)
        case _:
            return need
