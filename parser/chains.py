"""Assembles chains from their lines: an opening and its continuations, each with its own
reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from shomei.parser.ast import Chain, Item, Let, Link, LogicChain, LogicLink, Therefore
from shomei.parser.declarations import Declarations
from shomei.parser.implicit_definitions import implicit_definition
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.vocabulary import CHARACTERS, COMMANDS, CONNECTING_WORDS
from shomei.parser.mathematics import parse_continuation, parse_opening
from shomei.parser.notation import RelationChain, RelationLink
from shomei.parser.notation.signs import Sign, Signs
from shomei.parser.reason_nodes import Reason
from shomei.parser.reasons import parse_reasons
from shomei.parser.source import Fragment, Range, Source
from shomei.terms.nodes import Expression, Relation, Span, Statement, Variable
from shomei.terms.walk import free_variables, is_numeral


def _starts(table: dict[str, str]) -> list[str]:
    return [
        re.escape(spelling)
        for spelling, terminal in table.items()
        if terminal in RELATION_TERMINALS | LOGIC_TERMINALS
    ]


#: The relations and connectives, in every spelling, at the beginning of a line.
_RELATION_START: Final = re.compile(
    r"[\s&$]*(?:<=>|<=|>=|!=|=>|"
    + "|".join(_starts(CHARACTERS))
    + r"|\\(?:"
    + "|".join(_starts(COMMANDS))
    + r")(?![A-Za-z])"
    + "".join(
        rf"|{re.escape(word)}\s"
        for word, terminal in CONNECTING_WORDS.items()
        if terminal in LOGIC_TERMINALS
    )
    + ")"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chain: the places of its formula and its reason."""

    formula: Fragment
    reason: Range | None = None


def begins_with_relation(source: Source, fragment: Fragment) -> bool:
    """Whether a line continues a chain."""
    return bool(fragment) and _RELATION_START.match(source.text, *fragment[0]) is not None


def read_chain(
    source: Source, rows: list[Row], declarations: Declarations, span: Span, *, names: bool = False
) -> list[Item]:
    """The item or items that the rows make: a chain, a chain of statements, a definition in the
    form of an equation, or a claim. `names`: a new letter alone on the left is a name for what it
    equals.

    A reason applies to every link of its row. A tag names everything before it, so the rows after
    it form a chain of their own, which begins with the last term of the tagged row. Raises
    `SyntaxProblem`.
    """
    if (
        len(rows) == 1
        and rows[0].reason is None
        and (definition := implicit_definition(source, rows[0].formula, declarations)) is not None
    ):
        return [replace(definition, span=span)]
    if begins_with_relation(source, rows[0].formula):
        raise source.problem(
            *rows[0].formula[0],
            "a relation with nothing before it",
            expected=("an expression",),
            hint="write what stands on its left, or put it right below its chain",
        )
    if any(_SIGN.search(source.text, *place) for row in rows for place in row.formula):
        upper = _read_chain(source, rows, declarations, span, "upper")
        lower = _read_chain(source, rows, declarations.trial(), span, "lower")
        signs = Signs(source, declarations.warnings)
        return [item for pair in zip(upper, lower, strict=True) for item in _for_both(signs, *pair)]
    spoken = declarations.variables | declarations.renamed | set(declarations.functions)
    items = _read_chain(source, rows, declarations, span, None)
    return _naming(items, spoken, declarations) if names else items


def _naming(items: list[Item], spoken: set[str], declarations: Declarations) -> list[Item]:
    """`y = x^2` as a name for the term, if nothing has spoken of y. What the chain says further of
    the term is claimed.
    """
    chain = items[0]
    if not isinstance(chain, Chain) or not isinstance(chain.first, Variable):
        return items
    name, (link, *rest) = chain.first.name, chain.links
    if (
        link.operator != "="
        or link.reasons
        or (chain.tag is not None and not rest)
        or name in spoken
        or name in free_variables(link.right)
        or is_numeral(link.right)
        or isinstance(link.right, Variable)
    ):
        return items
    declarations.give(name, link.right)
    place = replace(chain.span, end=link.right.span.end)
    place = replace(place, end_line=link.right.span.end_line, end_column=link.right.span.end_column)
    let = Let((name,), None, link.right, span=place)
    if not rest:
        return [let, *items[1:]]
    return [let, replace(chain, first=link.right, links=tuple(rest)), *items[1:]]


#: What is read twice.
_SIGN: Final = re.compile(r"\\(?:pm|mp)(?![A-Za-z])|[±∓]")


def _for_both(signs: Signs, upper: Item, lower: Item) -> Iterator[Item]:
    """The items that say what two others say, one with the upper and one with the lower signs."""
    match upper, lower:
        case _ if upper == lower:
            yield upper
        case Chain(), Chain():
            pairs = list(zip(_relations(upper), _relations(lower), strict=True))
            for link, (one, other) in zip(upper.links, pairs, strict=True):
                tag = upper.tag if link is upper.links[-1] else None
                span = upper.span if len(pairs) == 1 else one.span
                if one == other:
                    yield Chain(one.left, (link,), tag, span=span)
                else:
                    yield Therefore(signs.relation(one, other), tag, link.reasons, span=span)
        case LogicChain(), LogicChain():
            first = signs.statement(upper.first, lower.first, alternatives=True)
            links = tuple(
                replace(one, right=signs.statement(one.right, other.right, alternatives=True))
                for one, other in zip(upper.links, lower.links, strict=True)
            )
            yield replace(upper, first=first, links=links)
        case Therefore(), Therefore():
            yield replace(upper, statement=signs.statement(upper.statement, lower.statement))
        case _:
            raise signs.two_things(upper.span)


def _relations(chain: Chain) -> tuple[Relation, ...]:
    links = tuple(RelationLink(link.operator, link.right, link.span) for link in chain.links)
    return RelationChain(chain.first, links, chain.span).relations()


def _read_chain(
    source: Source, rows: list[Row], declarations: Declarations, span: Span, sign: Sign | None
) -> list[Item]:
    opening = parse_opening(source, rows[0].formula, declarations, sign)
    reasons = _reasons(source, rows[0], declarations)
    tag = opening.tag
    if isinstance(opening.first, Statement) and not opening.logic and len(rows) == 1:
        return [Therefore(opening.first, tag, reasons, span=span)]
    chain = _Chain.begin(source, opening.first, reasons, span)
    chain.add_logic(
        [LogicLink(link.operator, link.right, reasons, span=link.span) for link in opening.logic]
    )
    items: list[Item] = []
    end = _end(rows[0])
    for row in rows[1:]:
        if tag is not None:
            chain.span = source.span(chain.span.start, end)
            items.append(chain.item(tag))
            chain = _Chain(source, source.span(row.formula[0][0], span.end), chain.last(), [], [])
            tag = None
        continuation = parse_continuation(source, row.formula, declarations, sign)
        reasons = _reasons(source, row, declarations)
        chain.add_relations(_links(continuation.relations, reasons))
        chain.add_logic(
            [
                LogicLink(link.operator, link.right, reasons, span=link.span)
                for link in continuation.logic
            ]
        )
        tag = continuation.tag
        end = _end(row)
    return [*items, chain.item(tag)]


def _end(row: Row) -> int:
    return max(row.formula[-1][1], row.reason[1] if row.reason is not None else 0)


def _reasons(source: Source, row: Row, declarations: Declarations) -> tuple[Reason, ...]:
    return parse_reasons(source, row.reason, declarations) if row.reason is not None else ()


def _links(links: tuple[RelationLink, ...], reasons: tuple[Reason, ...]) -> list[Link]:
    return [Link(link.operator, link.right, reasons, span=link.span) for link in links]


@dataclass(slots=True)
class _Chain:
    """A chain that grows row by row. It is a chain of terms until a row begins with `\\iff` or
    `\\Rightarrow`.
    """

    source: Source
    span: Span
    first: Expression | Statement
    links: list[Link]
    logic: list[LogicLink]

    @classmethod
    def begin(
        cls,
        source: Source,
        first: Expression | RelationChain | Statement,
        reasons: tuple[Reason, ...],
        span: Span,
    ) -> _Chain:
        if isinstance(first, RelationChain):
            return cls(source, span, first.first, _links(first.links, reasons), [])
        return cls(source, span, first, [], [])

    def add_relations(self, links: list[Link]) -> None:
        if not links:
            return
        if self.logic or isinstance(self.first, Statement):
            place = links[0].span
            raise self.source.problem(
                place.start,
                place.end,
                "a relation goes on from a chain of statements",
                hint="write the whole statement after \\iff or \\Rightarrow",
            )
        self.links += links

    def add_logic(self, links: list[LogicLink]) -> None:
        if not links:
            return
        if not isinstance(self.first, Statement):
            if not self.links:
                place = self.first.span
                raise self.source.problem(
                    place.start,
                    place.end,
                    "a term cannot be equivalent to a statement",
                    expected=("a statement such as x = 1",),
                )
            if any(link.reasons for link in self.links):
                place = self.links[0].span
                raise self.source.problem(
                    place.start,
                    place.end,
                    "the reason of a chain's first statement proves nothing",
                    hint="put the reason on the line of the \\iff it is for",
                )
            self.first = _statement_of(self.first, self.links)
            self.links = []
        self.logic += links

    def last(self) -> Expression | Statement:
        """The term or statement that a further row would continue from."""
        return (
            self.logic[-1].right
            if self.logic
            else self.links[-1].right
            if self.links
            else self.first
        )

    def item(self, tag: str | None) -> Item:
        if isinstance(self.first, Statement):
            return LogicChain(self.first, tuple(self.logic), tag, span=self.span)
        if not self.links:
            place = self.first.span
            raise self.source.problem(
                place.start,
                place.end,
                "this says nothing yet: a chain needs a relation",
                expected=("a relation such as `=`",),
                hint="go on with a line that begins with `=`; begin a comment with #",
            )
        return Chain(self.first, tuple(self.links), tag, span=self.span)


def _statement_of(first: Expression, links: list[Link]) -> Statement:
    chain = RelationChain(
        first,
        tuple(RelationLink(link.operator, link.right, link.span) for link in links),
        first.span,
    )
    return chain.statement()
