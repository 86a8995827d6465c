"""The reasons that an author gives for a step, as they are read."""

# ruff: noqa: RUF009 -- a span's field is the same for every node; it is no default that is computed

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from shomei.terms.nodes import Expression, Span, span_field


@dataclass(frozen=True, slots=True)
class Cite:
    """`(2.4)`, `(2.4) with X = x, Y = x + h`, or a theorem's name."""

    label: str
    substitution: tuple[tuple[str, Expression], ...] = ()
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Substitute:
    """`substitution t = \\frac{h}{x}`: a change of the limit's variable."""

    name: str
    value: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class DefinitionOf:
    """`definition of f`, `definition of e` (name "e"), `definition of the derivative` (name
    "derivative").
    """

    name: str
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Continuity:
    """`continuity of \\log_a`; `function` is its LaTeX text, kept for the report alone."""

    function: str
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Named:
    """A reason that is a name: `algebra`, `limit`, `induction`, `product rule`, … `ids` are those
    of the ways of proving and the rules that the languages call so; none for a name of nothing.
    """

    rule: str
    ids: tuple[str, ...] = field(default=(), compare=False)
    span: Span = span_field()


Reason: TypeAlias = Cite | Substitute | DefinitionOf | Continuity | Named
