"""Paragraphs of an article that are directives, as in a text of derivations alone: `let x > 0`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shomei.languages.language import letters, words
from shomei.languages.phrases import NEVER
from shomei.parser.carriers import plain
from shomei.parser.carriers.blocks import Inline, Paragraph
from shomei.parser.declarations import Declarations
from shomei.parser.directives import find_keyword
from shomei.parser.errors import SyntaxProblem
from shomei.parser.source import Source

#: Marks of a directive, as opposed to a sentence that begins with a keyword.
_LABELLED: Final = re.compile(r"\s*(?:[（(][^()（）]{1,40}[)）]|[^\s:：（(\\$]{1,40})?\s*[:：]")
_NUMBERED: Final = re.compile(r"\s*(?:[（(][^()（）]{1,40}[)）]|[^\s:：（(\\$]{1,40})\s*[:：]")
_MATHEMATICAL: Final = re.compile(r"\s*[:：]|\s*[$\\]")
#: What only the words of a sentence hold, and what may stand beside a directive's formulas.
_LETTERS: Final = re.compile(f"[{letters()}]" if letters() else NEVER)
_ANNOTATIONS: Final = re.compile(
    "|".join(re.escape(word) for word in words("lines", "annotations")) or NEVER
)


@dataclass(slots=True)
class Annotations:
    """Finds the paragraphs that are directives."""

    source: Source
    declarations: Declarations
    #: Whether the article marks the end of proofs; otherwise `proof` is a heading.
    proofs_end: bool = False

    def keyword(self, paragraph: Paragraph) -> str | None:
        """The keyword of a paragraph that is a directive; None for one that only begins like
        one.
        """
        if not paragraph.lines or paragraph.heading or self.declarations.language is None:
            return None
        start, end = paragraph.lines[0]
        found = find_keyword(self.source.text, start, end)
        if found is None:
            return None
        keyword, content = found
        rest = self.source.text[content:end]
        match keyword:
            case "proof":
                return keyword if not rest.strip(" .:：。") and self.proofs_end else None
            case "qed" | "cases" | "endcase":
                return keyword if not rest.strip(" .:：。") else None
            case "formula":
                return keyword if _NUMBERED.match(rest) else None
            case "theorem":
                return keyword if _LABELLED.match(rest) else None
            case _ if _MATHEMATICAL.match(rest):
                words = "".join(
                    self.source.text[slice(*piece.place)]
                    for piece in paragraph.pieces
                    if not isinstance(piece, Inline)
                )
                outside = _ANNOTATIONS.sub("", words)
                return keyword if not _LETTERS.search(outside) else None
            case _:
                return (
                    keyword
                    if self.source.text[start:content].isascii() and self._parses(paragraph)
                    else None
                )

    def _parses(self, paragraph: Paragraph) -> bool:
        """Whether `let us see` and the like are directives after all."""
        trial = self.declarations.trial()
        try:
            for passage in plain.passages(self.source, paragraph.lines):
                plain.read_passage(self.source, passage, trial)
        except SyntaxProblem:
            return False
        return True
