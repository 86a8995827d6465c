"""Puts the entries of a text into blocks: proofs into their theorems, cases into their split."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from shomei.parser.ast import Case, CaseSplit, Item, Noted, Theorem, Unsettled
from shomei.parser.directives import CaseHeading, Entry, Heading, Keyword, Mark
from shomei.parser.limits import MAX_BLOCKS
from shomei.parser.source import Source
from shomei.parser.suffixes import kind_of
from shomei.terms.nodes import Span


@dataclass(slots=True)
class _Proof:
    heading: Heading
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class _Branch:
    heading: CaseHeading
    items: list[Item] = field(default_factory=list)
    is_first: bool = False


_Block: TypeAlias = _Proof | _Branch


def _theorem(heading: Heading, proof: tuple[Item, ...]) -> Theorem:
    return Theorem(
        heading.label, heading.statement, proof, span=heading.span, in_prose=heading.in_prose
    )


class Assembler:
    """Takes entries one by one; `finish` returns the items of the document. Raises `SyntaxProblem`
    if a block has no beginning or no end.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._is_article = kind_of(source.path) != "plain"
        self._top: list[Item] = []
        self._blocks: list[_Block] = []
        self._waiting: Heading | None = None
        #: In an article, how many blocks are open around each proof that follows no theorem that is
        #: read: its steps are part of the text.
        self._free: list[int] = []
        #: Whether the next case is the first of its split.
        self._new_split = False

    @property
    def _items(self) -> list[Item]:
        return self._blocks[-1].items if self._blocks else self._top

    def add(self, entry: Entry) -> None:
        """Puts one entry in its place."""
        if isinstance(entry, Mark) and entry.keyword == "proof":
            self._open_proof(entry)
            return
        if isinstance(entry, Noted | Unsettled) and self._waiting is not None:
            self._items.append(entry)  # the proof may come all the same
            return
        self._settle_waiting()
        match entry:
            case Heading():
                self._waiting = entry
            case CaseHeading():
                self._push(_Branch(entry, is_first=self._new_split), entry.span)
                self._new_split = False
            case Mark(keyword="cases"):
                self._new_split = True
            case Mark(keyword="qed"):
                self._close_proof(entry)
            case Mark():
                self._close_case(entry)
            case _:
                self._items.append(entry)

    def _push(self, block: _Block, span: Span) -> None:
        if len(self._blocks) >= MAX_BLOCKS:
            raise self._source.problem(
                span.start, span.end, f"proofs and cases are nested more than {MAX_BLOCKS} deep"
            )
        self._blocks.append(block)

    def _settle_waiting(self) -> None:
        """Handles a theorem without a proof of its own: its proof comes later, or it follows from
        the text above.
        """
        if self._waiting is not None:
            heading, self._waiting = self._waiting, None
            self._items.append(_theorem(heading, ()))

    def _open_proof(self, mark: Mark) -> None:
        if self._waiting is None and self._is_article:
            self._free.append(len(self._blocks))
            return
        if self._waiting is None:
            raise self._source.problem(
                mark.span.start,
                mark.span.end,
                "this proof has no theorem",
                hint="write `theorem name: STATEMENT` on the line above",
            )
        heading, self._waiting = self._waiting, None
        self._push(_Proof(heading), mark.span)

    def _close_proof(self, mark: Mark) -> None:
        if self._free and self._free[-1] == len(self._blocks):
            self._free.pop()
            return
        block = self._blocks[-1] if self._blocks else None
        if not isinstance(block, _Proof):
            open_case = " (a case is still open: write `endcase`)" if block is not None else ""
            raise self._source.problem(
                mark.span.start,
                mark.span.end,
                f"`qed` ends no proof{open_case}",
                hint="write `proof` after the theorem",
            )
        self._blocks.pop()
        self._items.append(_theorem(block.heading, tuple(block.items)))

    def _close_case(self, mark: Mark) -> None:
        block = self._blocks[-1] if self._blocks else None
        if not isinstance(block, _Branch):
            raise self._source.problem(
                mark.span.start,
                mark.span.end,
                "`endcase` ends no case",
                hint="write `case x \\ge 0` above",
            )
        self._blocks.pop()
        case = Case(block.heading.condition, tuple(block.items), span=block.heading.span)
        last = self._items[-1] if self._items else None
        if isinstance(last, CaseSplit) and not block.is_first:
            span = self._source.span(last.span.start, case.span.end)
            self._items[-1] = CaseSplit((*last.cases, case), span=span)
        else:
            self._items.append(CaseSplit((case,), span=case.span))

    def finish(self, *, open_blocks_end: bool = False) -> tuple[Item, ...]:
        """The items. Raises if a block is still open."""
        self._settle_waiting()
        while self._blocks and open_blocks_end:
            block = self._blocks[-1]
            end: Keyword = "qed" if isinstance(block, _Proof) else "endcase"
            self.add(Mark(end, block.heading.span))
        if self._blocks:
            block = self._blocks[-1]
            what, end = ("proof", "qed") if isinstance(block, _Proof) else ("case", "endcase")
            raise self._source.problem(
                block.heading.span.start,
                block.heading.span.end,
                f"the {what} that begins here is never ended",
                expected=(f"`{end}`",),
                hint=f"write `{end}` where it ends",
            )
        return tuple(self._top)
