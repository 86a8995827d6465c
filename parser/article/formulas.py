"""Classifies one formula of an article: a statement, a definition, an arrow, a term, a continued
chain, or nothing that can be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from lark import Token

from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.implicit_definitions import name_defined_by, read_definition
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.mathematics import parse_raw
from shomei.parser.notation import Continuation, Opening, RelationChain
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Expression, Statement

_OPENERS: Final = frozenset(("LBRACE", "LPAR", "LBRACKET"))
_CLOSERS: Final = frozenset(("RBRACE", "RPAR", "RBRACKET"))


@dataclass(frozen=True, slots=True)
class Stated:
    """An opening that states something: a chain of relations, or statements with connectives."""

    opening: Opening
    place: Range


@dataclass(frozen=True, slots=True)
class Conditions:
    """Several statements separated by commas, or memberships."""

    statements: tuple[Statement, ...]
    place: Range


@dataclass(frozen=True, slots=True)
class Continued:
    """Relations with nothing before the first."""

    continuation: Continuation
    place: Range


@dataclass(frozen=True, slots=True)
class Defined:
    """`f(x) = …`, the first time; `further`: what a chain `f(x) = … = …` says of it from there
    on.
    """

    item: Define
    place: Range
    further: Stated | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """`A \\to B`: one is replaced by the other. A side that is not an expression (a bare `\\lim`)
    is None.
    """

    left: Expression | None
    right: Expression | None
    place: Range


@dataclass(frozen=True, slots=True)
class Term:
    """An expression that states nothing by itself; None if it is not even an expression (`\\lim_{h
    \\to 0}` alone).
    """

    expression: Expression | None
    place: Range


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A formula that has the form of a statement but cannot be read."""

    problem: SyntaxProblem
    place: Range


Reading: TypeAlias = Stated | Conditions | Continued | Defined | Arrow | Term | Unreadable


def top_level(tokens: tuple[Token, ...]) -> list[tuple[int, Token]]:
    """The tokens outside all brackets, with their indices."""
    depth = 0
    found: list[tuple[int, Token]] = []
    for index, token in enumerate(tokens):
        if token.type in _CLOSERS:
            depth -= 1
        elif depth <= 0 and token.type not in _OPENERS:
            found.append((index, token))
        depth += token.type in _OPENERS
    return found


def says_assigned(tokens: tuple[Token, ...]) -> bool:
    """Whether there is a `:=` outside all brackets."""
    return any(token.type == "EQ" and token.value == ":=" for _, token in top_level(tokens))


def read_formula(
    source: Source, tokens: tuple[Token, ...], place: Range, declarations: Declarations
) -> Reading:
    """Reads raw tokens (at least one, without layout). Problems are returned as `Unreadable`, or
    ignored if nothing is claimed.
    """
    kinds = {token.type for _, token in top_level(tokens)}
    if "TO" in kinds:
        return _read_arrow(source, tokens, place, declarations)
    if not _claims(tokens):
        return Term(_expression_or_none(source, tokens, declarations), place)
    try:
        if tokens[0].type in RELATION_TERMINALS | LOGIC_TERMINALS:
            return Continued(_parse("continuation", source, tokens, declarations), place)
        if (name := name_defined_by(list(tokens), declarations)) is not None:
            return Defined(read_definition(source, list(tokens), name, declarations), place)
        if (defined := _chained(source, tokens, place, declarations)) is not None:
            return defined
        if says_assigned(tokens):
            why = "`:=` gives a name, and claims nothing"
            raise UnsupportedNotation.of(source.problem(*place, why))
        if kinds & {"COMMA", "IN"}:
            return Conditions(_parse("conditions", source, tokens, declarations), place)
        return Stated(_parse("opening", source, tokens, declarations), place)
    except SyntaxProblem as problem:
        return Unreadable(problem, place)


def second_relation(tokens: Sequence[Token]) -> int | None:
    """The index of the second relation of a chain, which claims something of what the first one may
    define.
    """
    signs = [i for i, token in top_level(tuple(tokens)) if token.type in RELATION_TERMINALS]
    return signs[1] if len(signs) > 1 else None


def _chained(
    source: Source, tokens: tuple[Token, ...], place: Range, declarations: Declarations
) -> Defined | None:
    """`f(x) = … = …`, of an f of which nothing is known."""
    cut = second_relation(tokens)
    if cut is None or (name := name_defined_by(list(tokens[:cut]), declarations)) is None:
        return None
    item = read_definition(source, list(tokens[:cut]), name, declarations)
    going_on: Continuation = _parse("continuation", source, tokens[cut:], declarations)
    if not going_on.relations or going_on.logic:
        return Defined(item, place)
    chain = RelationChain(item.body, going_on.relations, item.body.span)
    begin = start_of(tokens[cut])
    return Defined(item, (place[0], begin), Stated(Opening(chain, (), None), (begin, place[1])))


def states_something(tokens: tuple[Token, ...]) -> bool:
    """Whether a formula holds a relation or an arrow of its own, not only inside a limit or sum."""
    return _claims(tokens) or any(token.type == "TO" for _, token in top_level(tokens))


def _claims(tokens: tuple[Token, ...]) -> bool:
    """Whether there is a relation outside braces: one inside belongs to a limit or a sum, as long
    as the braces are closed.
    """
    braces = 0
    inside = outside = False
    for token in tokens:
        braces += (token.type == "LBRACE") - (token.type == "RBRACE")
        if token.type in RELATION_TERMINALS | LOGIC_TERMINALS | {"IN"}:
            inside = inside or braces > 0
            outside = outside or braces <= 0
    return outside or (inside and braces != 0)


def _parse(
    start: Any, source: Source, tokens: tuple[Token, ...], declarations: Declarations
) -> Any:
    return parse_raw(start, source, list(tokens), declarations)


def _expression_or_none(
    source: Source, tokens: tuple[Token, ...], declarations: Declarations
) -> Expression | None:
    """The expression, without the declarations and warnings of reading it, since nothing is
    claimed.
    """
    trial = declarations.trial()
    try:
        node: Expression = _parse("expression", source, tokens, trial)
    except SyntaxProblem:
        return None
    return node


def _read_arrow(
    source: Source, tokens: tuple[Token, ...], place: Range, declarations: Declarations
) -> Reading:
    arrows = [index for index, token in top_level(tokens) if token.type == "TO"]
    if len(arrows) != 1 or not 0 < arrows[0] < len(tokens) - 1:
        problem = source.problem(
            start_of(tokens[arrows[0]]),
            end_of(tokens[arrows[0]]),
            "an arrow with more than two sides, or fewer, says nothing exact",
        )
        return Unreadable(UnsupportedNotation.of(problem), place)
    left, right = tokens[: arrows[0]], tokens[arrows[0] + 1 :]
    return Arrow(
        _expression_or_none(source, left, declarations),
        _expression_or_none(source, right, declarations),
        place,
    )


def statements_of(reading: Stated | Conditions) -> tuple[Statement, ...]:
    """Every single statement in a reading; a chain gives one for each of its relations."""
    if isinstance(reading, Conditions):
        return reading.statements
    first = reading.opening.first
    if isinstance(first, RelationChain):
        return first.relations()
    if reading.opening.logic or not isinstance(first, Statement):
        return ()
    return (first,)
