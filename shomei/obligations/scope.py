"""What is in force at a point of a document, and how assumptions, declarations, renamings and
definitions change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from shomei.obligations import doubts as doubting
from shomei.obligations.definedness import statement_conditions
from shomei.obligations.domain import infer
from shomei.obligations.exponents import with_reciprocals
from shomei.obligations.model import Assumption, Context, Doubt, Fact, Hypothesis
from shomei.obligations.size import Ruler, TooLarge
from shomei.parser.ast import Cite, Define, Let, Reason, Substitute
from shomei.terms.definitions import Binding, Definition, uncaptured, unfold
from shomei.terms.diagnostics import Diagnostic, not_checked
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import (
    Call,
    Connective,
    Expression,
    Membership,
    NumberSet,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.substitution import Capture, abbreviate
from shomei.terms.walk import called_names, free_variables, map_statement, statement_terms

_NATURAL: Final = frozenset(("N", "N+"))


@dataclass(frozen=True, slots=True)
class Scope:
    """What is in force at a point of the document."""

    domains: Mapping[str, NumberSet] = field(default_factory=dict)
    #: Where the text declares each of these names.
    declared_at: Mapping[str, Span] = field(default_factory=dict)
    hypotheses: tuple[Hypothesis, ...] = ()
    abbreviations: Mapping[str, Expression] = field(default_factory=dict)
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    #: The names whose numbers an article's words tell.
    told: frozenset[str] = frozenset()
    #: What the text says without its being understood.
    doubts: tuple[Doubt, ...] = ()

    def naturals(self) -> frozenset[str]:
        """The variables that are natural numbers."""
        return frozenset(name for name, domain in self.domains.items() if domain in _NATURAL)

    def binding(self, name: str) -> Binding:
        """A free variable with the set of numbers that it ranges over; real numbers by default."""
        return Binding(name, self.domains.get(name, "R"), self.declared_at.get(name))

    def with_hypothesis(
        self,
        statement: Statement,
        origin: Literal["assumed", "inferred", "case"],
        span: Span,
        *,
        in_prose: bool = False,
    ) -> Scope:
        """The scope with one more hypothesis, unless it has it already."""
        if any(hypothesis.statement == statement for hypothesis in self.hypotheses):
            return self
        hypothesis = Hypothesis(f"h{len(self.hypotheses) + 1}", statement, origin, span, in_prose)
        return replace(self, hypotheses=(*self.hypotheses, hypothesis))


@dataclass(frozen=True, slots=True)
class Change:
    """The scope after an item, the notices on the item, and the hypotheses in force if it adds
    any.
    """

    scope: Scope
    notices: tuple[Diagnostic, ...] = ()
    assumption: Assumption | None = None


def why_not(problem: Capture | TooLarge) -> str:
    """Why a statement cannot be expanded, in words."""
    if isinstance(problem, TooLarge):
        return str(problem)
    return (
        f"an abbreviation here stands for something with {problem.name}, which the limit or sum "
        "binds to another meaning"
    )


# --------------------------------------------------------------------------------------------------
# Statements in a scope


def written_out(statement: Statement, scope: Scope) -> Statement:
    """`statement` with the abbreviations of the scope expanded. Raises `Capture` and `TooLarge`."""
    ruler = Ruler(scope.abbreviations, scope.definitions)
    for term in statement_terms(statement):
        ruler.check(term)
    fixed = frozenset(scope.domains) | {
        name for hypothesis in scope.hypotheses for name in free_variables(hypothesis.statement)
    }
    naturals = scope.naturals()
    return map_statement(
        statement,
        lambda term: with_reciprocals(
            uncaptured(abbreviate(term, scope.abbreviations, fixed), scope.definitions), naturals
        ),
    )


def reason_written_out(reason: Reason, scope: Scope) -> Reason:
    """A reason with the abbreviations in its terms expanded."""
    ruler = Ruler(scope.abbreviations, scope.definitions)
    match reason:
        case Cite(substitution=pairs):
            for _, value in pairs:
                ruler.check(value)
            written = (
                (
                    name,
                    with_reciprocals(
                        abbreviate(value, scope.abbreviations, frozenset()), scope.naturals()
                    ),
                )
                for name, value in pairs
            )
            return replace(reason, substitution=tuple(written))
        case Substitute(value=value, name=name):
            ruler.check(value)
            return replace(reason, value=abbreviate(value, _without(scope, name), frozenset()))
        case _:
            return reason


def context_of(statement: Statement, scope: Scope, about: tuple[Statement, ...] = ()) -> Context:
    """The variables, hypotheses and definitions that are relevant to `statement` and to the
    statements that it is `about`.
    """
    definitions = _used_definitions(statement_terms(statement), scope.definitions)
    wanted = dict.fromkeys(name for s in (statement, *about) for name in free_variables(s))
    for definition in definitions:
        wanted.update(dict.fromkeys(binding.name for binding in definition.captured))
    hypotheses = _hypotheses_on(wanted, scope)
    for hypothesis in hypotheses:
        wanted.update(dict.fromkeys(free_variables(hypothesis.statement)))
        for definition in _used_definitions(
            statement_terms(hypothesis.statement), scope.definitions
        ):
            if definition not in definitions:
                definitions = (*definitions, definition)
    captured = [binding.name for definition in definitions for binding in definition.captured]
    order = dict.fromkeys([*captured, *free_variables(statement), *wanted])
    in_order = sorted(hypotheses, key=scope.hypotheses.index)
    return Context(tuple(map(scope.binding, order)), tuple(in_order), definitions)


def _hypotheses_on(names: Iterable[str], scope: Scope) -> list[Hypothesis]:
    """The hypotheses about `names`, or about variables that such hypotheses mention, in the order
    in which they are reached.
    """
    wanted = set(names)
    found: list[Hypothesis] = []
    grew = True
    while grew:
        grew = False
        for hypothesis in scope.hypotheses:
            spoken = free_variables(hypothesis.statement)
            if hypothesis not in found and (not spoken or not wanted.isdisjoint(spoken)):
                found.append(hypothesis)
                wanted.update(spoken)
                grew = True
    return found


def _used_definitions(
    terms: Iterable[Expression], definitions: Mapping[str, Definition]
) -> tuple[Definition, ...]:
    """The definitions that `terms` use, directly or through other definitions, in the order of
    definition.
    """
    used: set[str] = set()
    queue = [name for term in terms for name in called_names(term)]
    while queue:
        name = queue.pop()
        if name in definitions and name not in used:
            used.add(name)
            queue += called_names(definitions[name].body)
    return tuple(definition for name, definition in definitions.items() if name in used)


# --------------------------------------------------------------------------------------------------
# Declarations and assumptions


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
    if statement.domain not in _NATURAL:
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
            for each in (*before.hypotheses, *scope.hypotheses[len(before.hypotheses) :])
            if (each in before.hypotheses or not each.in_prose)
            and not speaks(statement_terms(each.statement))
        ),
        abbreviations={n: v for n, v in before.abbreviations.items() if not speaks((v,))},
    )
    kept = [each for each in scope.doubts if each.lasting or each in before.doubts]
    return replace(after, doubts=tuple(dict.fromkeys((*kept, *_lapsed(scope, after)))))


def _lapsed(before: Scope, after: Scope) -> Iterator[Doubt]:
    """The hypotheses and names that end between two scopes, as doubts."""
    for hypothesis in before.hypotheses:
        if hypothesis not in after.hypotheses and free_variables(hypothesis.statement):
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
    origin: Literal["assumed", "case"] = "assumed",
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
    origin: Literal["assumed", "case"],
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
    statement: Statement, span: Span, scope: Scope, origin: Literal["assumed", "case"]
) -> Scope:
    """The scope with a hypothesis. Its expressions are defined: assuming log x > 1 also assumes x >
    0.
    """
    known = [hypothesis.statement for hypothesis in scope.hypotheses]
    needs = statement_conditions(statement, context_of(statement, scope))
    after = scope
    for need in infer(needs, [each for each in known if isinstance(each, Relation)]):
        if need != statement:
            after = after.with_hypothesis(need, "inferred", span)
    return after.with_hypothesis(statement, origin, span)


# --------------------------------------------------------------------------------------------------
# Renamings and definitions


def renamed(name: str, value: Expression, span: Span, scope: Scope) -> Change:
    """The scope after `let X = x`: `name` stands for `value`."""
    scope = replace(scope, doubts=doubting.without((name,), scope.doubts))
    others = _without(scope, name)
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


def _without(scope: Scope, *names: str) -> dict[str, Expression]:
    """The abbreviations that do not use `names`."""
    return {name: value for name, value in scope.abbreviations.items() if name not in names}


def defined(item: Define, scope: Scope) -> Change:
    """After `define f(x) = body`. What was defined by the f before keeps it."""
    scope = without_definition(item.name, scope)
    try:
        body = _body(item, scope)
    except (Capture, TooLarge) as problem:
        return _undefined(item, why_not(problem), scope)
    unknown = [name for name in called_names(body) if name not in scope.definitions]
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
    facts = tuple(fact for fact in scope.facts if item.name not in _called(fact.statement))
    definitions = {**scope.definitions, item.name: definition}
    return Change(replace(scope, definitions=definitions, facts=facts))


def _body(item: Define, scope: Scope) -> Expression:
    """The body of a definition, expanded. Raises `Capture` and `TooLarge`."""
    live = _without(scope, *item.parameters)
    Ruler(live, scope.definitions).check(item.body)
    parameters = frozenset(item.parameters)
    body = uncaptured(abbreviate(item.body, live, parameters), scope.definitions)
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
        captured.update((each.name, each) for each in scope.definitions[called].captured)
    return captured


def without_definition(name: str, scope: Scope) -> Scope:
    """Where a function's definition ends: what speaks of the function has it written out. What
    cannot have it (its derivative, or too long a term) ends with it, and so do the facts on all of
    these.
    """
    old = scope.definitions.get(name)
    if old is None:
        return scope
    only = {name: old}
    changed = {name}
    kept: dict[str, Definition] = {}
    for each in scope.definitions.values():
        if each.name == name:
            continue
        if changed.isdisjoint(called_names(each.body)):
            kept[each.name] = each
            continue
        changed.add(each.name)
        body = _unfolded(each.body, only, scope)
        if body is not None and set(called_names(body)) <= set(kept):
            kept[each.name] = replace(each, body=body)
    hypotheses = []
    for hypothesis in scope.hypotheses:
        terms = [_unfolded(term, only, scope) for term in statement_terms(hypothesis.statement)]
        if all(term is not None and set(called_names(term)) <= set(kept) for term in terms):
            statement = map_statement(hypothesis.statement, lambda term: unfold(term, only))
            hypotheses.append(replace(hypothesis, statement=statement))
    abbreviations = {
        other: body
        for other, value in scope.abbreviations.items()
        if (body := _unfolded(value, only, scope)) is not None
        and set(called_names(body)) <= set(kept)
    }
    facts = tuple(
        fact
        for fact in scope.facts
        if changed.isdisjoint(_called(fact.statement))
        and changed.isdisjoint(each.name for each in fact.definitions)
    )
    return replace(
        scope,
        definitions=kept,
        hypotheses=tuple(hypotheses),
        abbreviations=abbreviations,
        facts=facts,
    )


def _unfolded(term: Expression, only: Mapping[str, Definition], scope: Scope) -> Expression | None:
    """`term` with a function written out; None where it would be too large."""
    try:
        Ruler({}, scope.definitions).check(term)
    except TooLarge:
        return None
    return unfold(term, only)


def _undefined(item: Define, why: str, scope: Scope) -> Change:
    """The scope without the name that `item` would have defined; its previous meaning does not
    apply any more.
    """
    definitions = {name: old for name, old in scope.definitions.items() if name != item.name}
    notice = not_checked(item.span, why)
    return Change(replace(scope, definitions=definitions), (notice,))


def _called(statement: Statement) -> set[str]:
    return {name for term in statement_terms(statement) for name in called_names(term)}
