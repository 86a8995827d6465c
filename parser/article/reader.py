"""From the blocks of an article to entries, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from shomei.languages.language import FALLBACK, letters, words
from shomei.languages.phrases import NEVER
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import (
    CLAIMING,
    DEFINING,
    DENYING,
    LAW,
    NO,
    PART_BEGIN,
    PART_END,
    SENTENCE_END,
)
from shomei.parser.article.displays import DisplayReader
from shomei.parser.article.meanings import Meanings
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import sentences_of
from shomei.parser.article.randoms import Randoms
from shomei.parser.article.sentences import SentenceReader
from shomei.parser.article.understanding import Understanding
from shomei.parser.ast import Assume, Noted, Part
from shomei.parser.carriers import plain
from shomei.parser.carriers.blocks import (
    Block,
    Boundary,
    Directive,
    Display,
    Inline,
    Paragraph,
    Unread,
)
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry, Heading, Mark, find_keyword
from shomei.parser.errors import SyntaxProblem, TooMuch
from shomei.parser.labels import clean_label
from shomei.parser.prose.clauses import defines_before, denies_before
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Node, Span

_TAG: Final = re.compile(r"\\tag\*?\s*\{([^{}\n]*)\}")
#: Marks of a directive, as opposed to a sentence that begins with a keyword.
_LABELLED: Final = re.compile(r"\s*(?:[（(][^()（）]{1,40}[)）]|[^\s:：（(\\$]{1,40})?\s*[:：]")
_NUMBERED: Final = re.compile(r"\s*(?:[（(][^()（）]{1,40}[)）]|[^\s:：（(\\$]{1,40})\s*[:：]")
_MATHEMATICAL: Final = re.compile(r"\s*[:：]|\s*[$\\]")
#: The levels of parts: sections have 1 to 6.
_EXAMPLE: Final = 10
_THEOREM: Final = 20
_ENVIRONMENT: Final = 30
_ITEM: Final = 40
#: How much deeper the parts inside of an environment are.
_DEEPER: Final = 100
#: How much of the paragraph above a display says what it is.
_REACH: Final = 300
#: What only the words of a sentence hold, and what may stand beside a directive's formulas.
_LETTERS: Final = re.compile(f"[{letters()}]" if letters() else NEVER)
_ANNOTATIONS: Final = re.compile(
    "|".join(re.escape(word) for word in words("lines", "annotations")) or NEVER
)


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
        self._displays = DisplayReader(
            source,
            declarations,
            self._claims,
            self._sentences,
            self._understanding,
        )
        #: Whether the article marks the end of proofs; otherwise `proof` is a heading.
        self._proofs_end = False
        self._proofs_end = any(
            isinstance(block, Paragraph) and self._keyword(block) == "qed" for block in blocks
        )
        #: The lines of a directive that waits for its display.
        self._waiting: list[Range] = []
        self._words = ""
        #: How many environments, directives and items of lists are open.
        self._depth = 0
        #: How deep the list stands of which the words above it deny every item.
        self._denied_depth = 0
        #: The last block.
        self._last: Block | None = None
        #: For each open LaTeX proof, whether it belongs to a theorem.
        self._proofs: list[bool] = []

    def read(self, block: Block) -> list[Entry]:
        """The entries of one block."""
        if isinstance(block, Paragraph):
            if not isinstance(self._last, Display):
                self._claims.contrary = False
            if self._depth <= self._denied_depth:
                self._sentences.denying = False
        self._last = block
        row = isinstance(block, Paragraph) and self._in_denied_row(block)
        self._sentences.denying = self._sentences.denying or row
        entries = self._read_block(block)
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
            self._memory.forget()
            self._claims.meanings.world = None
            self._words = " ".join(self._source.text[slice(*line)] for line in paragraph.lines)
            self._understanding.heading(paragraph.lines[0], paragraph.heading, self._words)
            place = paragraph.lines[0]
            return [
                *self._memory.end_renamings(place, paragraph.heading),
                *self._part(paragraph.heading, place),
            ]
        self._words = " ".join(self._source.text[slice(*line)] for line in paragraph.lines)
        if (keyword := self._keyword(paragraph)) is not None:
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
                entries += self._part(_EXAMPLE, paragraph.lines[0])
            elif PART_END.match(begin):
                entries += self._part(_EXAMPLE, paragraph.lines[0], opens=False)
        self._sentences.display = ""
        self._understanding.paragraph(self._row_of(paragraph))
        first = True
        for whole in sentences_of(self._source, paragraph, self._declarations):
            declared, sentence = self._randoms.read(whole, denied=self._sentences.denying)
            entries += declared
            self._understanding.sentence(sentence, first=first)
            first = False
            entries += self._sentences.read(sentence)
        return entries

    def _part(self, level: int, place: Range, *, opens: bool = True) -> list[Entry]:
        """The entry where a part begins or ends; what the words before it announce is dropped. A
        part of an environment, a directive or an item of a list ends with that at the latest.
        """
        self._memory.forget()
        level += _DEEPER * self._depth
        return [Part(level, opens, span=self._source.span(*place))]

    def _keyword(self, paragraph: Paragraph) -> str | None:
        """The keyword of a paragraph that is a directive; None for one that only begins like
        one.
        """
        if not paragraph.lines or paragraph.heading or self._declarations.language is None:
            return None
        start, end = paragraph.lines[0]
        found = find_keyword(self._source.text, start, end)
        if found is None:
            return None
        keyword, content = found
        rest = self._source.text[content:end]
        match keyword:
            case "proof":
                return keyword if not rest.strip(" .:：。") and self._proofs_end else None
            case "qed" | "cases" | "endcase":
                return keyword if not rest.strip(" .:：。") else None
            case "formula":
                return keyword if _NUMBERED.match(rest) else None
            case "theorem":
                return keyword if _LABELLED.match(rest) else None
            case _ if _MATHEMATICAL.match(rest):
                words = "".join(
                    self._source.text[slice(*piece.place)]
                    for piece in paragraph.pieces
                    if not isinstance(piece, Inline)
                )
                outside = _ANNOTATIONS.sub("", words)
                return keyword if not _LETTERS.search(outside) else None
            case _:
                return (
                    keyword
                    if self._source.text[start:content].isascii() and self._parses(paragraph)
                    else None
                )

    def _parses(self, paragraph: Paragraph) -> bool:
        """Whether `let us see` and the like are directives after all."""
        trial = self._declarations.trial()
        try:
            for passage in plain.passages(self._source, paragraph.lines):
                plain.read_passage(self._source, passage, trial)
        except SyntaxProblem:
            return False
        return True

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
        self._understanding.display(display)
        words, self._words = self._words, ""
        said, self._sentences.display = self._sentences.display, ""
        if said != "denied" and (_denied_before(words) or self._denied_after(display)):
            said = "denied"
        known = self._declarations.language is not None
        return self._displays.read(
            display,
            said=said,
            law=known and LAW.search(words[-_REACH:]) is not None,
            defining=known and (_defines(words) or self._defined_after(display)),
        )

    def _following(self, display: Display) -> str:
        """The words right after a display."""
        index = next((i for i, block in enumerate(self._blocks) if block is display), -1)
        following = self._blocks[index + 1] if 0 <= index < len(self._blocks) - 1 else None
        first = (
            following.pieces[0] if isinstance(following, Paragraph) and following.pieces else None
        )
        if first is None or isinstance(first, Inline):
            return ""
        return self._source.text[slice(*first.place)]

    def _defined_after(self, display: Display) -> bool:
        """Whether the words right after a display say that it is a definition."""
        words = self._following(display)
        return bool(words) and defines_before(words, self._declarations.language or FALLBACK)

    def _row_of(self, paragraph: Paragraph) -> str:
        """The words of the row of a table that a paragraph is a cell of, with those of its head."""
        text, start = self._source.text, paragraph.lines[0][0] if paragraph.lines else 0
        begin = text.rfind("\n", 0, start) + 1
        if not text.startswith("|", begin):
            return ""
        rows = [text[begin : text.find("\n", begin) if "\n" in text[begin:] else len(text)]]
        while begin and text.startswith("|", before := text.rfind("\n", 0, begin - 1) + 1):
            rows.append(text[before:begin])
            begin = before
        return re.sub(r"\$[^$]*\$|[|:-]", " ", f"{rows[0]} {rows[-1]}")

    def _in_denied_row(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a cell of a table in whose row a cell says that it is false."""
        if not paragraph.lines or self._declarations.language is None:
            return False
        text, start = self._source.text, paragraph.lines[0][0]
        begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        line = text[begin : end if end >= 0 else len(text)]
        if not line.lstrip().startswith("|"):
            return False
        cells = re.sub(r"\$[^$]*\$", "", line).split("|")
        return any(NO.fullmatch(cell.strip()) or DENYING.search(cell) for cell in cells)

    def _denied_after(self, display: Display) -> bool:
        """Whether the words right after a display say that it is false."""
        index = next((i for i, block in enumerate(self._blocks) if block is display), -1)
        following = self._blocks[index + 1] if 0 <= index < len(self._blocks) - 1 else None
        return isinstance(following, Paragraph) and self._denies_above(following)

    def _denies_above(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph begins by saying that the display above it is false, in a sentence
        that speaks of no other formula.
        """
        first = paragraph.pieces[0] if paragraph.pieces else None
        if first is None or isinstance(first, Inline):
            return False
        words = self._source.text[slice(*first.place)]
        end = SENTENCE_END.search(words)
        if end is None and len(paragraph.pieces) > 1:
            return False
        language = self._declarations.language
        said = words[: end.start()] if end else words
        return language is not None and (
            DENYING.search(said) is not None or denies_before(said, language)
        )

    def _read_boundary(self, boundary: Boundary) -> list[Entry]:
        """Handles the beginning or end of a LaTeX environment. A proof that does not follow a
        theorem's claim is read as part of the text.
        """
        span = self._source.span(*boundary.place)
        self._memory.forget()
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


def _denied_before(words: str) -> bool:
    """Whether the sentence that ends right before a display calls something false."""
    ends = [match.end() for match in SENTENCE_END.finditer(words)]
    if not ends or words[ends[-1] :].strip():
        return False
    last = words[ends[-2] if len(ends) > 1 else 0 :]
    return DENYING.search(last) is not None and "$" not in last


def _defines(words: str) -> bool:
    """Whether the words before a display define what it shows: its own sentence, or the one before
    if nothing of another stands between.
    """
    ends = [match.end() for match in SENTENCE_END.finditer(words)]
    last = words[ends[-1] :] if ends else words
    if not last.strip() and ends:
        last = words[ends[-2] if len(ends) > 1 else 0 :]
    found = list(DEFINING.finditer(last[-_REACH:]))
    return bool(found) and CLAIMING.search(last[-_REACH:], found[-1].end()) is None
