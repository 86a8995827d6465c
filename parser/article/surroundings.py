"""What the words around a display, and the other cells of a row, say of what is written there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shomei.languages.language import FALLBACK
from shomei.languages.phrases import matching
from shomei.parser.article.cues import (
    CLAIMING,
    DEFINING,
    DENYING,
    EXISTS,
    LAW,
    NO,
    SATISFIED,
    SENTENCE_END,
    SOUGHT,
)
from shomei.parser.carriers.blocks import Block, Display, Inline, Paragraph
from shomei.parser.declarations import Declarations
from shomei.parser.prose.denials import defines_before, denies_before
from shomei.parser.source import Range, Source

#: How much of the paragraph above or below a display says what it is.
_REACH: Final = 300
_SOLUTION: Final = matching("article", "solution_after")
_FORMULA: Final = re.compile(r"\$[^$]*\$")
_RULES: Final = re.compile(r"[|:-]")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Looks at what stands around a block of an article. In a language that is not known, nothing
    is said there.
    """

    source: Source
    declarations: Declarations
    blocks: Sequence[Block]

    def denies(self, display: Display, above: str) -> bool:
        """Whether the words above a display, or right after it, say that it is false."""
        return _denied_before(above) or self._denied_after(display)

    def is_law(self, above: str) -> bool:
        """Whether the words above a display call it a law."""
        known = self.declarations.language is not None
        return known and LAW.search(above[-_REACH:]) is not None

    def defines(self, display: Display, above: str) -> bool:
        """Whether the words around a display say that it is a definition."""
        known = self.declarations.language is not None
        return known and (_defines(above) or self._defined_after(display))

    def is_sought(self, display: Display) -> bool:
        """Whether the words right after a display call it an equation to be solved."""
        return SOUGHT.match(self._words_after(display)) is not None

    def is_solution(self, display: Display) -> bool:
        """Whether the words right after a display call it the solution of an equation."""
        return _SOLUTION.match(self._words_after(display)) is not None

    def is_satisfied(self, display: Display, above: str) -> bool:
        """Whether the words above a display, or right after it, say that some numbers satisfy it:
        of others it is not claimed.
        """
        leads = self.declarations.language is not None and EXISTS.search(
            _FORMULA.sub("·", _last_sentence(above))
        )
        return bool(leads) or SATISFIED.match(self._words_after(display)) is not None

    def _words_after(self, display: Display) -> str:
        """The words right after a display, with · for each formula."""
        first = _opening_words(self.following(display))
        if first is None or self.declarations.language is None:
            return ""
        return _FORMULA.sub("·", self.source.text[first[0] : first[0] + _REACH])

    def row_of(self, paragraph: Paragraph) -> str:
        """The words of the row of a table that a paragraph is a cell of, with those of its head."""
        text, start = self.source.text, paragraph.lines[0][0] if paragraph.lines else 0
        begin = text.rfind("\n", 0, start) + 1
        if not text.startswith("|", begin):
            return ""
        rows = [text[begin : text.find("\n", begin) if "\n" in text[begin:] else len(text)]]
        while begin and text.startswith("|", before := text.rfind("\n", 0, begin - 1) + 1):
            rows.append(text[before:begin])
            begin = before
        return _RULES.sub(" ", _FORMULA.sub(" ", f"{rows[0]} {rows[-1]}"))

    def in_denied_row(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a cell of a table in whose row a cell says that it is false."""
        if not paragraph.lines or self.declarations.language is None:
            return False
        text, start = self.source.text, paragraph.lines[0][0]
        begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        line = text[begin : end if end >= 0 else len(text)]
        if not line.lstrip().startswith("|"):
            return False
        cells = _FORMULA.sub("", line).split("|")
        return any(NO.fullmatch(cell.strip()) or DENYING.search(cell) for cell in cells)

    def following(self, display: Display) -> Paragraph | None:
        """The paragraph right after a display."""
        index = next((i for i, block in enumerate(self.blocks) if block is display), -1)
        following = self.blocks[index + 1] if 0 <= index < len(self.blocks) - 1 else None
        return following if isinstance(following, Paragraph) else None

    def _defined_after(self, display: Display) -> bool:
        """Whether the words right after a display say that it is a definition."""
        first = _opening_words(self.following(display))
        words = self.source.text[slice(*first)] if first is not None else ""
        return bool(words) and defines_before(words, self.declarations.language or FALLBACK)

    def _denied_after(self, display: Display) -> bool:
        """Whether the words right after a display say that it is false."""
        following = self.following(display)
        return following is not None and self._denies_above(following)

    def _denies_above(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph begins by saying that the display above it is false, in a sentence
        that speaks of no other formula.
        """
        first = _opening_words(paragraph)
        if first is None:
            return False
        words = self.source.text[slice(*first)]
        end = SENTENCE_END.search(words)
        if end is None and len(paragraph.pieces) > 1:
            return False
        language = self.declarations.language
        said = words[: end.start()] if end else words
        return language is not None and (
            DENYING.search(said) is not None or denies_before(said, language)
        )


def _opening_words(paragraph: Paragraph | None) -> Range | None:
    """The place of the words that a paragraph begins with; None if it begins with a formula."""
    first = paragraph.pieces[0] if paragraph is not None and paragraph.pieces else None
    return None if first is None or isinstance(first, Inline) else first.place


def _denied_before(words: str) -> bool:
    """Whether the sentence that ends right before a display calls something false."""
    ends = [match.end() for match in SENTENCE_END.finditer(words)]
    if not ends or words[ends[-1] :].strip():
        return False
    last = words[ends[-2] if len(ends) > 1 else 0 :]
    return DENYING.search(last) is not None and "$" not in last


def _last_sentence(words: str) -> str:
    """The end of some words that no full stop follows."""
    ends = [match.end() for match in SENTENCE_END.finditer(words)]
    return words[ends[-1] if ends else 0 :]


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
