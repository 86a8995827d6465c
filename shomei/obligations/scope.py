"""What is in force at a point of a document, and what a statement means there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from shomei.obligations.bounds import is_counted
from shomei.obligations.exponents import with_reciprocals
from shomei.obligations.model import Assumption, Context, Doubt, Fact, Hypothesis
from shomei.obligations.sequences import of_sequences
from shomei.obligations.size import Ruler, TooLarge
from shomei.parser.reason_nodes import Cite, Reason, Substitute
from shomei.terms.definitions import (
    Binding,
    Definition,
    captures,
    natural_names,
    spoken_of,
    unfold,
)
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.functions import ANY, Function, with_derivatives
from shomei.terms.nodes import (
    Connective,
    Expression,
    ForAll,
    Node,
    NumberSet,
    Span,
    Statement,
    Variable,
)
from shomei.terms.substitution import Capture, abbreviate, fresh, substitute
from shomei.terms.walk import called_names, free_variables, map_statement, statement_terms


@dataclass(frozen=True, slots=True)
class Scope:
    """What is in force at a point of the document."""

    domains: Mapping[str, NumberSet] = field(default_factory=dict)
    #: Where the text declares each of these names.
    declared_at: Mapping[str, Span] = field(default_factory=dict)
    hypotheses: tuple[Hypothesis, ...] = ()
    abbreviations: Mapping[str, Expression] = field(default_factory=dict)
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    #: The functions without a formula.
    functions: Mapping[str, Function] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    #: The names whose numbers an article's words tell.
    told: frozenset[str] = frozenset()
    #: What the text says without its being understood.
    doubts: tuple[Doubt, ...] = ()

    def naturals(self) -> frozenset[str]:
        """The variables that are natural numbers."""
        return natural_names(map(self.binding, self.domains))

    def binding(self, name: str) -> Binding:
        """A free variable with the set of numbers that it ranges over; real numbers by default. An
        integer that a hypothesis bounds by 0 or more is a natural number.
        """
        domain = self.domains.get(name, "R")
        if domain == "Z" and any(
            each.origin == "assumed" and is_counted(name, each.statement)
            for each in self.hypotheses
        ):
            domain = "N"
        return Binding(name, domain, self.declared_at.get(name))

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
        taken = {hypothesis.name for hypothesis in self.hypotheses}
        number = len(self.hypotheses) + 1
        while f"h{number}" in taken:  # where some have ended, the others keep their names
            number += 1
        hypothesis = Hypothesis(f"h{number}", statement, origin, span, in_prose)
        return replace(self, hypotheses=(*self.hypotheses, hypothesis))


@dataclass(frozen=True, slots=True)
class Change:
    """The scope after an item, the notices on the item, and the hypotheses in force if it adds
    any.
    """

    scope: Scope
    notices: tuple[Diagnostic, ...] = ()
    assumption: Assumption | None = None


class Unvaried(Capture):
    """A derivative is by an element of a family whose elements a formula gives."""


class Moved(Capture):
    """What a limit, a sum or an integral binds stands in a function below it."""


def refuse_moved(term: Expression, scope: Scope) -> None:
    """Raises `Moved` where it is not clear which of two letters a term means."""
    if (moved := captures(term, scope.definitions)) is not None:
        raise Moved(moved)


def why_not(problem: Capture | TooLarge) -> str:
    """Why a statement cannot be expanded, in words."""
    if isinstance(problem, Unvaried):
        return (
            f"{problem.name} is given by a formula, so a derivative by it does not say what varies"
        )
    if isinstance(problem, TooLarge):
        return str(problem)
    if isinstance(problem, Moved):
        return (
            f"a function here speaks of {problem.name} in its definition: it is unclear whether "
            f"that is the {problem.name} which varies"
        )
    return (
        f"an abbreviation here stands for something with {problem.name}, which the limit or sum "
        "binds to another meaning"
    )


def written_out(statement: Statement, scope: Scope) -> Statement:
    """`statement` with the abbreviations of the scope expanded. Raises `Capture` and `TooLarge`."""
    ruler = Ruler(scope.abbreviations, scope.definitions)
    for term in statement_terms(statement):
        ruler.check(term)
    fixed = frozenset(scope.domains) | {
        name for hypothesis in scope.hypotheses for name in free_variables(hypothesis.statement)
    }
    naturals = scope.naturals()
    statement = _named(statement, scope)
    hidden = bound_in(statement)
    values = {name: value for name, value in scope.abbreviations.items() if name not in hidden}

    def written(term: Expression) -> Expression:
        term = of_sequences(with_derivatives(term, scope.functions), naturals)
        for name in free_variables(term):
            if name in values and (inside := hidden.intersection(free_variables(values[name]))):
                raise Capture(min(inside))
        if inside := hidden & spoken_of(term, scope.definitions):
            raise Capture(min(inside))
        term = abbreviate(term, values, fixed)
        refuse_moved(term, scope)
        return with_reciprocals(term, naturals)

    return map_statement(statement, written)


def bound_in(statement: Statement) -> frozenset[str]:
    """The variables that a statement is said to hold for all of."""
    match statement:
        case ForAll(names=names, body=body):
            return bound_in(body) | set(names)
        case Connective(left=left, right=right):
            return bound_in(left) | bound_in(right)
        case _:
            return frozenset()


def _named(statement: Statement, scope: Scope) -> Statement:
    """`statement` with a name for the variable of functions that stand without their argument: one
    of which nothing is known, so that it holds for all numbers.
    """
    if ANY not in {*free_variables(statement), *bound_in(statement)}:
        return statement
    taken = {*free_variables(statement), *scope.abbreviations, *scope.domains}
    taken |= {name for each in scope.hypotheses for name in free_variables(each.statement)}
    taken |= {each.name for one in scope.definitions.values() for each in one.captured}
    name = next((each for each in ("x", "t", "s", "z", "u") if each not in taken), None)
    name = name or fresh("x", taken)
    return renamed_variable(statement, ANY, name)


def renamed_variable(statement: Statement, old: str, new: str) -> Statement:
    """`statement` with another name for one of its variables, bound or free; it does not have the
    new one.
    """
    if isinstance(statement, ForAll):
        names = tuple(new if name == old else name for name in statement.names)
        return replace(statement, names=names, body=renamed_variable(statement.body, old, new))
    if isinstance(statement, Connective):
        left, right = (
            renamed_variable(each, old, new) for each in (statement.left, statement.right)
        )
        return replace(statement, left=left, right=right)
    return map_statement(statement, lambda term: substitute(term, {old: Variable(new)}))


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
            return replace(
                reason, value=abbreviate(value, abbreviations_without(scope, name), frozenset())
            )
        case _:
            return reason


def abbreviations_without(scope: Scope, *names: str) -> dict[str, Expression]:
    """The abbreviations that do not use `names`."""
    return {name: value for name, value in scope.abbreviations.items() if name not in names}


def context_of(statement: Statement, scope: Scope, about: tuple[Statement, ...] = ()) -> Context:
    """The variables, hypotheses and definitions that are relevant to `statement` and to the
    statements that it is `about`.
    """
    definitions = _used_definitions(statement_terms(statement), scope.definitions)
    wanted = dict.fromkeys(name for s in (statement, *about) for name in spoken(s, scope))
    for definition in definitions:
        wanted.update(dict.fromkeys(binding.name for binding in definition.captured))
        wanted.update(dict.fromkeys(declared_in(definition.body, scope)))
    hypotheses = _hypotheses_on(wanted, scope)
    for hypothesis in hypotheses:
        wanted.update(dict.fromkeys(spoken(hypothesis.statement, scope)))
        for definition in _used_definitions(
            statement_terms(hypothesis.statement), scope.definitions
        ):
            if definition not in definitions:
                definitions = (*definitions, definition)
                wanted.update(dict.fromkeys(declared_in(definition.body, scope)))
    captured = [binding.name for definition in definitions for binding in definition.captured]
    functions = tuple(each for name, each in scope.functions.items() if name in wanted)
    order = dict.fromkeys([*captured, *free_variables(statement), *wanted])
    order = dict.fromkeys(name for name in order if name not in scope.functions)
    in_order = sorted(hypotheses, key=scope.hypotheses.index)
    return Context(tuple(map(scope.binding, order)), tuple(in_order), definitions, functions)


def spoken(statement: Statement, scope: Scope) -> tuple[str, ...]:
    """The free variables of a statement and the declared functions in it."""
    return (*free_variables(statement), *declared_in(statement, scope))


def declared_in(node: Node, scope: Scope) -> tuple[str, ...]:
    """The declared functions in a term or statement."""
    if not scope.functions:
        return ()
    return tuple(name for name in called_names(node) if name in scope.functions)


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
            names_of = spoken(hypothesis.statement, scope)
            if hypothesis not in found and (not names_of or not wanted.isdisjoint(names_of)):
                found.append(hypothesis)
                wanted.update(names_of)
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
        if changed.isdisjoint(called_in(fact.statement))
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


def called_in(statement: Statement) -> set[str]:
    """The names of the defined functions in a statement."""
    return set(called_names(statement))
