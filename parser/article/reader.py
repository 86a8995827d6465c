"""From the blocks of an article to entries, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from shomei.parser.article.alternatives import with_alternatives
from shomei.parser.article.annotations import Annotations
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import (
    PART_BEGIN,
    PART_END,
    sets_up,
)
from shomei.parser.article.displays import DisplayReader
from shomei.parser.article.equivalences import with_equivalences
from shomei.parser.article.events import Events
from shomei.parser.article.explained import Explained
from shomei.parser.article.inner import defining
from shomei.parser.article.meanings import Meanings
from shomei.parser.article.memory import Memory
from shomei.parser.article.one_index import with_any_index
from shomei.parser.article.pieces import sentences_of
from shomei.parser.article.randoms import Randoms
from shomei.parser.article.sentences import SentenceReader
from shomei.parser.article.surroundings import Surroundings
from shomei.parser.article.understanding import Understanding
from shomei.parser.ast import Assume, Define, Noted, Part
from shomei.parser.carriers import plain
from shomei.parser.carriers.blocks import (
    Block,
    Boundary,
    Directive,
    Display,
    Paragraph,
    Unread,
)
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry, Heading, Mark
from shomei.parser.errors import SyntaxProblem, TooMuch
from shomei.parser.labels import clean_label
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Node, Span

_TAG: Final = re.compile(r"\\tag\*?\s*\{([^{}\n]*)\}")
#: The levels of parts: sections have 1 to 6.
_EXAMPLE: Final = 10
_THEOREM: Final = 20
_ENVIRONMENT: Final = 30
_ITEM: Final = 40
#: The parts whose names outlast them.
_STATING: Final = frozenset((_THEOREM, _ITEM))
#: How much deeper the parts inside of an environment are.
_DEEPER: Final = 100


def tags_of(source: Source, blocks: Iterable[Block]) -> Counter[str]:
    """How often each tag is displayed in the whole article."""
    return Counter(
        clean_label(tag)
        for block in blocks
        if isinstance(block, Display)
        for tag in (*_TAG.findall(source.excerpt(block.formula)), *filter(None, [block.label]))
    )


class ArticleReader:
    """Takes the blocks of one article. Each `read` returns the entries of a block, or raises
    `SyntaxProblem` and is ready for the next block.
    """

    def __init__(self, source: Source, declarations: Declarations, blocks: Sequence[Block]) -> None:
        self._source = source
        self._declarations = declarations
        self._blocks = blocks
        self._memory = Memory(source, declarations)
        self._claims = Claims(source, declarations, self._memory, tags=tags_of(source, blocks))
        self._claims.meanings = Meanings.of(source.text)
        self._sentences = SentenceReader(source, declarations, self._memory, self._claims)
        self._understanding = Understanding(source, declarations)
        self._randoms = Randoms(source, declarations, self._memory, self._claims)
        self._events = Events(source, declarations, self._memory, self._claims.beyond)
        self._displays = DisplayReader(
            source,
            declarations,
            self._claims,
            self._sentences,
            self._understanding,
        )
        self._surroundings = Surroundings(source, declarations, blocks)
        self._explained = Explained(source, declarations, self._claims)
        self._annotations = Annotations(source, declarations)
        self._annotations.proofs_end = any(
            isinstance(block, Paragraph) and self._annotations.keyword(block) == "qed"
            for block in blocks
        )
        #: The lines of a directive that waits for its display.
        self._waiting: list[Range] = []
        self._words = ""
        #: How many environments, directives and items of lists are open.
        self._depth = 0
        #: How deep the list stands of which the words above it deny every item.
        self._denied_depth = 0
        #: The functions of names by names that are defined.
        self._given: dict[str, Define] = {}
        #: The last block.
        self._last: Block | None = None
        #: For each open LaTeX proof, whether it belongs to a theorem.
        self._proofs: list[bool] = []

    def read(self, block: Block) -> list[Entry]:
        """The entries of one block."""
        if isinstance(block, Paragraph):
            if not isinstance(self._last, Display):
                self._claims.contrary = False
                self._sentences.definitions.paragraph_ends()
            if self._depth <= self._denied_depth:
                self._sentences.denying = False
        self._last = block
        row = isinstance(block, Paragraph) and self._surroundings.in_denied_row(block)
        self._sentences.denying = self._sentences.denying or row
        entries = defining(self._read_block(block), self._declarations, self._given)
        if row:
            self._sentences.denying = False
        if entries and not any(isinstance(entry, Heading) for entry in entries):
            self._claims.awaits_proof = False
        return entries

    def _read_block(self, block: Block) -> list[Entry]:
        match block:
            case Paragraph():
                return self._read_paragraph(block)
            case Display():
                return self._read_display(block)
            case Directive(lines=lines):
                self._understanding.close()
                return list(self._read_lines(lines))
            case Boundary():
                return self._read_boundary(block)
            case Unread(place=place, why=why):
                self._displays.lose()
                return [
                    Noted(
                        self._source.text[slice(*place)].strip(),
                        "unread",
                        why,
                        span=self._source.span(*place),
                    )
                ]

    def finish(self) -> list[Entry]:
        """The remaining entries, after the last block."""
        self._understanding.finish()
        entries: list[Entry] = []
        if self._waiting:
            lines, self._waiting = self._waiting, []
            entries += self._read_lines(lines)
        # Whatever rests on a theorem that is never derived is moved to the end of the text.
        return entries + [entry for waiting in self._claims.postponed.values() for entry in waiting]

    # ----------------------------------------------------------------------------------------------

    def _read_paragraph(self, paragraph: Paragraph) -> list[Entry]:
        if paragraph.heading:
            named = self._memory.settle()
            self._memory.forget()
            self._claims.over()
            self._claims.premises.end(tasks=True)
            self._claims.meanings.world = None
            self._claims.slopes.clear()
            self._words = " ".join(self._source.text[slice(*line)] for line in paragraph.lines)
            self._understanding.heading(paragraph.lines[0], paragraph.heading, self._words)
            place = paragraph.lines[0]
            return [
                *named,
                *self._part(paragraph.heading, place, opens=not sets_up(self._words)),
                *self._memory.heading(place, paragraph.heading, self._words),
                *self._headed(paragraph),
            ]
        self._words = " ".join(self._source.text[slice(*line)] for line in paragraph.lines)
        if (keyword := self._annotations.keyword(paragraph)) is not None:
            self._understanding.close()
            lines = list(paragraph.lines)
            if self._source.text[slice(*lines[-1])].rstrip().endswith(
                (":", "：")
            ) and keyword not in {"proof", "qed", "cases", "endcase"}:
                self._waiting = lines
                return []
            return list(self._read_lines(lines))
        entries: list[Entry] = []
        if paragraph.lines:
            begin = self._source.text[slice(*paragraph.lines[0])]
            if PART_BEGIN.match(begin):
                self._claims.premises.end(tasks=True)
                entries += self._part(_EXAMPLE, paragraph.lines[0])
            elif PART_END.match(begin):
                entries += self._part(_EXAMPLE, paragraph.lines[0], opens=False)
        self._sentences.display = ""
        self._understanding.paragraph(self._surroundings.row_of(paragraph))
        first = True
        for each in sentences_of(self._source, paragraph, self._declarations):
            whole = with_alternatives(each, self._declarations, self._claims.sought_letters())
            whole = with_equivalences(whole, self._declarations)
            whole = with_any_index(whole, self._declarations, self._source.text)
            declared, sentence = self._randoms.read(whole, denied=self._sentences.denying)
            of_events, sentence = self._events.read(sentence, denied=self._sentences.denying)
            entries += declared + of_events
            resumes = first and self._understanding.continues(sentence)
            self._understanding.sentence(sentence, first=first)
            first = False
            entries += self._sentences.read(sentence, resumes=resumes)
            if each.ended:
                self._events.end()
        return entries

    def _headed(self, paragraph: Paragraph) -> list[Entry]:
        """The function that a heading is about."""
        if self._declarations.language is None:
            return []
        sentences = list(sentences_of(self._source, paragraph, self._declarations.trial()))
        pieces = [piece for each in sentences for piece in each.pieces]
        return self._sentences.definitions.headed(pieces)

    def _part(self, level: int, place: Range, *, opens: bool = True) -> list[Entry]:
        """The entry where a part begins or ends; what the words before it announce is dropped. A
        part of an environment, a directive or an item of a list ends with that at the latest.
        """
        self._memory.forget()
        self._claims.over()
        self._claims.part += 1
        states = level in _STATING
        level += _DEEPER * self._depth
        opens_small = opens and level >= _EXAMPLE
        lasting = self._memory.part(level, place, opens=opens_small, states=states)
        part = Part(level, opens, span=self._source.span(*place))
        return [part, *lasting, *self._events.again()]

    def _read_lines(self, lines: Iterable[Range]) -> Iterator[Entry]:
        for passage in plain.passages(self._source, lines):
            try:
                entries = plain.read_passage(self._source, passage, self._declarations)
            except TooMuch:
                raise
            except SyntaxProblem as problem:
                yield from self._claims.unread((passage.span.start, passage.span.end), problem)
                continue
            for entry in entries:
                self._memory.note(_conditions_of(entry))
            yield from entries

    def _read_display(self, display: Display) -> list[Entry]:
        if self._waiting:
            lines, self._waiting = [*self._waiting, *display.formula], []
            return list(self._read_lines(lines))
        explained = self._explained.before(display, self._surroundings.following(display))
        self._understanding.display(display)
        words, self._words = self._words, ""
        said, self._sentences.display = self._sentences.display, ""
        if self._surroundings.denies(display, words):
            said = "denied"
        elif self._surroundings.is_sought(display):
            said = "equation"
        satisfied = self._surroundings.is_satisfied(display, words)
        if satisfied and said != "denied":
            said = "exists"
        self._claims.posed |= self._surroundings.is_solution(display)
        entries = self._displays.read(
            display,
            said=said,
            law=not satisfied and self._surroundings.is_law(words),
            defining=not satisfied and self._surroundings.defines(display, words),
        )
        return [*explained, *entries]

    def _read_boundary(self, boundary: Boundary) -> list[Entry]:
        """Handles the beginning or end of a LaTeX environment. A proof that does not follow a
        theorem's claim is read as part of the text.
        """
        span = self._source.span(*boundary.place)
        self._memory.forget()
        self._claims.over()
        if boundary.kind in {"part", "theorem"}:
            self._claims.premises.end(tasks=True)
        self._understanding.boundary(boundary.kind, boundary.place, boundary.said, boundary.strange)
        if boundary.kind.startswith("end ") and boundary.kind != "end definition":
            self._depth = max(0, self._depth - 1)
        entries = self._bound(boundary, span)
        if boundary.kind in {"theorem", "proof", "part", "item"}:
            self._depth += 1
        return entries

    def _bound(self, boundary: Boundary, span: Span) -> list[Entry]:
        match boundary.kind:
            case "theorem":
                self._claims.theorem = boundary.label
                return self._part(_THEOREM, boundary.place)
            case "end theorem":
                self._claims.theorem = None
                return []
            case "proof":
                opens, self._claims.awaits_proof = self._claims.awaits_proof, False
                self._proofs.append(opens)
                return [
                    *([Mark("proof", span)] if opens else ()),
                    *self._part(_ENVIRONMENT, boundary.place),
                ]
            case "end proof":
                closed = [Mark("qed", span)] if self._proofs and self._proofs.pop() else []
                return [*closed, *self._part(_THEOREM, boundary.place, opens=False)]
            case "part":
                return self._part(_ENVIRONMENT, boundary.place)
            case "end part":
                return self._part(_ENVIRONMENT, boundary.place, opens=False)
            case "item":
                if self._sentences.display == "denied":
                    self._sentences.denying, self._denied_depth = True, self._depth
                return self._part(_ITEM, boundary.place)
            case "end item":
                return self._part(_ITEM, boundary.place, opens=False)
            case _:
                return []


def _conditions_of(entry: Entry) -> list[Node]:
    return list(entry.conditions) if isinstance(entry, Assume) else []
