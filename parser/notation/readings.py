"""The grammar's results for a line or a formula, before its role is known: chains, openings,
continuations, claims.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from shomei.terms.nodes import (
    Connective,
    Expression,
    Membership,
    Relation,
    RelationOperator,
    Span,
    Statement,
    Variable,
)

LogicOperator: TypeAlias = Literal["iff", "implies"]


@dataclass(frozen=True, slots=True)
class RelationLink:
    """One further term of a chain of relations."""

    operator: RelationOperator
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class RelationChain:
    """`a \\le b < c` before it is known whether that is a chain of steps or one statement."""

    first: Expression
    links: tuple[RelationLink, ...]
    span: Span

    def statement(self) -> Statement:
        """One relation, or the conjunction of all."""
        relations = self.relations()
        joined: Statement = relations[0]
        for relation in relations[1:]:
            joined = Connective("and", joined, relation, span=self.span)
        return joined

    def relations(self) -> tuple[Relation, ...]:
        """One relation for each link, from the term before it."""
        lefts = (self.first, *(link.right for link in self.links))
        return tuple(
            Relation(
                link.operator,
                left,
                link.right,
                span=replace(
                    link.span, start=left.span.start, line=left.span.line, column=left.span.column
                ),
            )
            for left, link in zip(lefts, self.links, strict=False)
        )


@dataclass(frozen=True, slots=True)
class Within:
    """`x \\in [a, b)`: a term, the two sides of its interval that are bounded, each with its
    relation as read from left to right, and the place.
    """

    term: Expression
    lower: tuple[RelationOperator, Expression] | None
    upper: tuple[RelationOperator, Expression] | None
    span: Span

    def relations(self, term: Expression | None = None) -> tuple[Statement, ...]:
        """What it says of its term, or of another one; of a letter on the whole line, that it is
        real.
        """
        about = term or self.term
        span = self.span if term is None else term.span
        found: list[Statement] = []
        if self.lower is not None:
            operator, bound = self.lower
            found.append(Relation(operator, bound, about, span=span))
        if self.upper is not None:
            operator, bound = self.upper
            found.append(Relation(operator, about, bound, span=span))
        if not found and isinstance(about, Variable):
            found.append(Membership(about.name, "R", span=span))
        return tuple(found)

    def statement(self) -> Statement:
        """All of that together."""
        first, *others = self.relations()
        for each in others:
            first = Connective("and", first, each, span=self.span)
        return first


@dataclass(frozen=True, slots=True)
class ConnectiveLink:
    """One further statement of a chain of statements."""

    operator: LogicOperator
    right: Statement
    span: Span


@dataclass(frozen=True, slots=True)
class Opening:
    """The first line of a chain: a term, a chain of relations, or a statement that `logic`
    continues.
    """

    first: Expression | RelationChain | Statement
    logic: tuple[ConnectiveLink, ...]
    tag: str | None


@dataclass(frozen=True, slots=True)
class Continuation:
    """A further line of a chain; one of the two is empty."""

    relations: tuple[RelationLink, ...]
    logic: tuple[ConnectiveLink, ...]
    tag: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """The statement of a formula, theorem or `therefore`, and its `if …`."""

    statement: Statement
    conditions: tuple[Statement, ...]
    tag: str | None
