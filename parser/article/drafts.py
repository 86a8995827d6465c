"""Claims that are read but not yet placed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from shomei.parser.article.formulas import Conditions, Stated
from shomei.parser.article.pieces import place_of
from shomei.parser.article.rows import DraftRow
from shomei.parser.ast import LogicLink
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.notation import Continuation, Opening, RelationChain, RelationLink
from shomei.parser.notation.signs import Signs
from shomei.parser.reason_nodes import Reason
from shomei.parser.source import Range, Source
from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    Call,
    Connective,
    Expression,
    Node,
    Number,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import free_variables, subtrees


@dataclass(slots=True)
class Draft:
    """A claim that is read but not yet placed: a chain of terms (`links`) or of statements
    (`logic`), each link with its own reasons.
    """

    first: Expression | Statement
    links: list[tuple[RelationLink, tuple[Reason, ...]]]
    logic: list[LogicLink]
    tag: str | None
    place: Range
    #: Of a single statement.
    reasons: tuple[Reason, ...] = ()

    def nodes(self) -> list[Node]:
        """Every expression and statement of the claim."""
        return [
            self.first,
            *(link.right for link, _ in self.links),
            *(link.right for link in self.logic),
        ]

    def statement(self) -> Statement:
        """The claim as one statement, if it is a single relation or statement; of a chain of
        statements, the last.
        """
        if isinstance(self.first, Statement):
            joined = self.first
            for link in self.logic:
                joined = Connective(link.operator, joined, link.right, span=self.first.span)
            return joined
        return self._chain().statement()

    def relations(self) -> tuple[Relation, ...]:
        """The relations of a chain of terms."""
        return self._chain().relations()

    def statement_first(self) -> Statement:
        """What a chain of statements begins with."""
        if isinstance(self.first, Statement):
            return self.first
        return self._chain().statement()

    def _chain(self) -> RelationChain:
        first = cast("Expression", self.first)
        return RelationChain(first, tuple(link for link, _ in self.links), first.span)


def draft_of(reading: Stated) -> Draft:
    """A draft of the statement of one formula."""
    opening = reading.opening
    logic = [LogicLink(link.operator, link.right, span=link.span) for link in opening.logic]
    if isinstance(opening.first, RelationChain):
        return Draft(
            opening.first.first,
            [(link, ()) for link in opening.first.links],
            logic,
            opening.tag,
            reading.place,
        )
    return Draft(opening.first, [], logic, opening.tag, reading.place)


def joined_drafts(signs: Signs, upper: Draft, lower: Draft) -> Iterator[Draft]:
    """The claims that say what two others say, which were read with the upper and with the lower
    signs: one for each relation of a chain. Raises where they do not say whether both hold.
    """
    if upper.logic or not upper.links:
        one, other = upper.statement_first(), lower.statement_first()
        first = signs.statement(one, other, alternatives=bool(upper.logic))
        logic = [
            replace(link, right=signs.statement(link.right, below.right, alternatives=True))
            for link, below in zip(upper.logic, lower.logic, strict=True)
        ]
        yield Draft(first, [], logic, upper.tag, upper.place)
        return
    pairs = zip(upper.relations(), lower.relations(), upper.links, strict=True)
    for one, other, link in pairs:
        tag = upper.tag if link is upper.links[-1] else None
        place = upper.place if len(upper.links) == 1 else (one.span.start, one.span.end)
        if one == other:
            yield Draft(one.left, [link], [], tag, place)
        else:
            yield Draft(signs.relation(one, other), [], [], tag, place, reasons=link[1])


def bounds_a_letter(draft: Draft) -> bool:
    """Whether a draft compares a mere letter with a number: `(a > 0)` behind a law."""
    match draft:
        case Draft(first=Relation() as relation, links=[], logic=[]):
            operator, sides = relation.operator, (relation.left, relation.right)
        case Draft(first=Variable() | Number() as left, links=[(link, _)], logic=[]):
            operator, sides = link.operator, (left, link.right)
        case _:
            return False
    letters = [side for side in sides if isinstance(side, Variable)]
    others = [side for side in sides if not free_variables(side)]
    return operator != "=" and len(letters) == len(others) == 1


def gives_an_element(draft: Draft) -> bool:
    """Whether it begins with what an element of a family is equal to: that may say what the family
    is, by values or by a recursion.
    """
    match draft:
        case Draft(first=Call(name=name), links=[(RelationLink(operator="="), _), *_]):
            return is_family(name)
        case Draft(first=Relation(operator="=", left=Call(name=name)), logic=[]):
            return is_family(name)
        case _:
            return False


def recurs(draft: Draft) -> bool:
    """Whether a chain of statements begins with a relation between elements of one family at
    several indices, such as `a_{n+1} = 2 a_n`: that may be meant for all n.
    """
    found: dict[str, set[tuple[Expression, ...]]] = {}
    for part in subtrees(draft.first) if draft.logic else ():
        if (
            isinstance(part, Call)
            and is_family(part.name)
            and any(map(free_variables, part.arguments))
        ):
            found.setdefault(part.name, set()).add(part.arguments)
    return any(len(indices) > 1 for indices in found.values())


def chain_of(opening: Opening, reasons: tuple[Reason, ...], place: Range) -> Draft:
    """The chain that a row begins."""
    logic = [
        LogicLink(link.operator, link.right, reasons, span=link.span) for link in opening.logic
    ]
    if isinstance(opening.first, RelationChain):
        return Draft(
            opening.first.first,
            [(link, reasons) for link in opening.first.links],
            logic,
            opening.tag,
            place,
        )
    return Draft(opening.first, [], logic, opening.tag, place)


def extend(source: Source, draft: Draft, continuation: Continuation, row: DraftRow) -> None:
    """Adds a row that goes on to the chain. Raises if the two do not fit together."""
    if continuation.relations and (draft.logic or isinstance(draft.first, Statement)):
        where = place_of(tuple(row.tokens))
        raise UnsupportedNotation.of(
            source.problem(
                *where,
                "a relation goes on from a chain of statements",
                hint="write the whole statement after \\iff or \\Rightarrow",
            )
        )
    if continuation.logic and not isinstance(draft.first, Statement):
        if not draft.links:
            where = place_of(tuple(row.tokens))
            raise source.problem(
                *where,
                "a term cannot be equivalent to a statement",
                expected=("a statement such as x = 1",),
            )
        draft.first, draft.links = draft.statement(), []
    draft.links += [(link, row.reasons) for link in continuation.relations]
    draft.logic += [
        LogicLink(link.operator, link.right, row.reasons, span=link.span)
        for link in continuation.logic
    ]
    draft.tag = continuation.tag or draft.tag


def drafts_of(reading: Stated | Conditions) -> list[Draft]:
    """The claims that a formula in a sentence makes."""
    if isinstance(reading, Stated):
        return [draft_of(reading)]
    return [
        Draft(each, [], [], None, (each.span.start, each.span.end)) for each in reading.statements
    ]
