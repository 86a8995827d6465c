"""The role of every formula of a document, from its items and the obligations that they make."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shomei.obligations.model import Obligation, PlannedFormula
from shomei.parser.ast import (
    Assume,
    CaseSplit,
    Chain,
    Define,
    Document,
    Formula,
    Item,
    Let,
    LogicChain,
    Noted,
    Theorem,
    Therefore,
)
from shomei.terms.nodes import Span
from shomei.terms.roles import Role

#: The order of roles: of two roles of one formula, the first is reported.
_FIRST: Final[tuple[Role, ...]] = (
    "claim",
    "unread",
    "beyond",
    "denied",
    "definition",
    "assumption",
    "case",
    "goal",
    "mention",
)


@dataclass(frozen=True, slots=True)
class _Said:
    """What an item says about the place of a formula."""

    span: Span
    role: Role
    why: str = ""


def accounted(document: Document, obligations: Sequence[Obligation]) -> tuple[PlannedFormula, ...]:
    """The formulas of an article in the order in which they were seen, each once; and the places
    that only items mention, which are all the places of a text without prose.
    """
    said = sorted(_said(document.items), key=lambda each: (each.span.start, each.span.end))
    starts = [each.span.start for each in said]
    widest = max((each.span.end - each.span.start for each in said), default=0)
    claims = sorted(
        (each for each in obligations if each.kind not in {"conclusion", "cases"}),
        key=lambda each: each.span.start,
    )
    claimed = [each.span.start for each in claims]
    widest_claim = max((each.span.end - each.span.start for each in claims), default=0)
    found: list[PlannedFormula] = []
    told: set[int] = set()
    for seen in document.formulas:
        begin, end = seen.span.start, seen.span.end
        here = [
            index
            for index in range(bisect_left(starts, begin - widest), bisect_left(starts, end))
            if said[index].span.end > begin
        ]
        told.update(here)
        ids = tuple(
            each.id
            for each in claims[
                bisect_left(claimed, begin - widest_claim) : bisect_left(claimed, end)
            ]
            if each.span.end > begin
        )
        best = min((said[index] for index in here), key=_rank, default=None)
        if ids and (best is None or best.role == "claim"):
            found.append(PlannedFormula(seen.span, "claim", obligations=ids))
        elif best is not None:
            found.append(PlannedFormula(seen.span, best.role, best.why))
        else:
            found.append(PlannedFormula(seen.span, seen.role, seen.why))
    alone: dict[tuple[int, int], _Said] = {}
    for index, each in enumerate(said):
        if index not in told and each.span.end > each.span.start:
            place = each.span.start, each.span.end
            alone[place] = min(alone.get(place, each), each, key=_rank)
    found += (_alone(each, claims) for each in alone.values())
    return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end)))


def _alone(each: _Said, claims: Sequence[Obligation]) -> PlannedFormula:
    ids = (
        tuple(
            claim.id
            for claim in claims
            if claim.span.start < each.span.end and claim.span.end > each.span.start
        )
        if each.role == "claim"
        else ()
    )
    return PlannedFormula(each.span, each.role, each.why, ids)


def _rank(each: _Said) -> int:
    return _FIRST.index(each.role)


def _said(items: Iterable[Item]) -> Iterator[_Said]:
    for item in items:
        match item:
            case Assume():
                yield _Said(item.span, "assumption", "it is assumed from here on")
            case Let() if item.span.start == item.span.end:
                pass  # words alone that free letters
            case Let(value=None):
                yield _Said(item.span, "assumption", "it says what a letter stands for")
            case Let() | Define():
                yield _Said(item.span, "definition", "it gives a name its meaning")
            case Chain() | LogicChain() | Therefore() | Formula():
                yield _Said(item.span, "claim")
            case Theorem(proof=proof):
                yield _Said(item.span, "claim")
                yield from _said(proof)
            case CaseSplit(cases=cases):
                for case in cases:
                    yield _Said(case.span, "case", "assumed in this case")
                    yield from _said(case.body)
            case Noted(role=role, why=why):
                yield _Said(item.span, role, why)
