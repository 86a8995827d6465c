"""The passages of a plain text, one after the other: one that cannot be read does not hide the
others, and nothing is taken for true that would rest on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from shomei.languages.language import FALLBACK, words
from shomei.languages.phrases import NEVER, matching
from shomei.operations.letters import GREEK
from shomei.operations.registry import OPERATIONS
from shomei.parser.article.cues import DENYING, NO
from shomei.parser.article.elsewhere import ELSEWHERE
from shomei.parser.ast import Let, Noted, Reserve, Unsettled
from shomei.parser.carriers.plain import Passage, read_passage
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import InexactStatement, SyntaxProblem, TooMuch, UnsupportedNotation
from shomei.parser.prose.coverage import unknown_words
from shomei.parser.prose.lexicon import language_of
from shomei.parser.source import Range, Source
from shomei.terms.diagnostics import Diagnostic

#: A command, a name with its braces, or letters.
_NAMES: Final = re.compile(
    r"\\(?:operatorname\*?|mathrm|mathit|mathsf|text)\s*\{(?P<word>[^{}]*)\}"
    r"|\\(?P<command>[A-Za-z]+)|(?P<letters>[A-Za-z]+)|(?P<other>[^\W\d_A-Za-z])"
)
#: What is said of a formula with two readings.
_READINGS: Final = "can be read"
_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
#: From how many letters on a run names nothing.
_WORD: Final = 3
#: After one of these that is not read it is not known under what the rest is said.
_BLOCKS: Final = frozenset(("theorem", "proof", "qed", "case", "cases", "endcase"))
#: What says something of its names for the rest of the text.
_NAMING: Final = frozenset(("assume", "let", "define", "formula"))
#: What may make a line before an inexact sign claim something.
_RELATION: Final = re.compile(r"[=<>≤≥≠≦≧]|\\(?:leq?|geq?|neq?)(?![A-Za-z])")
#: What supposes something, and from how many words on it is a sentence.
_SUPPOSING: Final = frozenset(("assume", "let"))
_SENTENCE: Final = 3
#: The left side of what defines a function, if it is none yet.
_LEFT: Final = re.compile(
    r"\s*\$*\\?[A-Za-z]+(?:_\w|_\{[^{}]*\})?\s*(?:\\left\s*)?\([^()=]{1,80}\)\s*="
)


#: What a line begins with that takes a letter anew, and the letters that range over something.
_ANEW: Final = re.compile(rf"\s*(?:{'|'.join(words('lines', 'anew')) or NEVER})\s*", re.IGNORECASE)
_RANGE: Final = re.compile(
    r"\s*\$?\s*(?P<names>\\?[A-Za-z]+(?:\s*,\s*\\?[A-Za-z]+)*)\s*(?:\\in\b|∈)"
)


#: Why a step does not count that stands beside a line of words.
_LINE: Final = "it holds as it is read, but line <line> is not understood"
_COMMENTED: Final = "it holds as it is read, but its comment is not understood"
#: A line of words: two in a row, or letters that no formula has.
_WORDS: Final = re.compile(
    r"[^\W\d_]{2,}[,:;'’-]?\s+[^\W\d_]{2,}|[ぁ-ヿ㐀-鿿]{2,}|\A[^\W\d_]{4,}\W*\Z"
)
_UNSPACED: Final = re.compile("[ぁ-ヿ㐀-鿿]")
_LONG: Final = re.compile(r"[^\W\d_]{3,}")
#: A word and a letter: `Negate x.`
_ORDER: Final = re.compile(r"[^\W\d_]{4,}\s+[A-Za-z]\b")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#\s*(.*)$")
#: A letter by itself.
_SINGLE: Final = re.compile(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])")
_CHANGES: Final = matching("notation", "changes")
_WORLD: Final = matching("notation", "arithmetic")


def _speaks(said: str) -> bool:
    """Whether there are words in a line that are no names of functions."""
    return any(match.lower() not in OPERATIONS for match in _LONG.findall(_COMMAND.sub(" ", said)))


class LineReader:
    """Reads passages in order. `problems` are those of the passages that are not read; such a
    passage is a note among the items. `mistakes` counts those that have not merely two
    readings.
    """

    def __init__(self, source: Source, declarations: Declarations) -> None:
        self.problems: list[Diagnostic] = []
        self.mistakes = 0
        #: What is said of sentences, which a derivation may have between its lines.
        self.prose: list[Diagnostic] = []
        #: What is said of signs that claim nothing exact.
        self.inexact: list[Diagnostic] = []
        self._source = source
        self._declarations = declarations
        #: The line of a passage that is not read, by each name that it may speak of.
        self._lost: dict[str, int] = {}
        #: What has been spoken of.
        self._used: set[str] = set()
        #: The line of one after which nothing is read.
        self._stopped: int | None = None

    def read(self, passage: Passage) -> list[Entry]:
        """What a passage says. Raises `TooMuch` where the text is more than is read."""
        self._hold_commented(passage)
        if (line := self._rests_on(passage)) is not None:
            self._lose(passage, line)
            return self._noted(
                passage, f"it rests on line {self._source.cells.told(line)}, which is not read"
            )
        anew = sorted({*passage.names, *self._taken(passage)} & self._used)
        self._used.update(self._names(passage.lines))
        try:
            if anew:
                # What is assumed of the name above would hold here too.
                raise self._source.problem(
                    passage.span.start,
                    passage.span.end,
                    f"`{anew[0]}` is spoken of above, and here it is any number",
                    hint="take another letter",
                )
            return read_passage(self._source, passage, self._declarations)
        except TooMuch:
            raise
        except InexactStatement as problem:
            return self._exact(passage, problem)
        except SyntaxProblem as problem:
            if self._is_prose(passage):
                self.prose += problem.problems
            else:
                self.problems += problem.problems
                unclear = isinstance(problem, UnsupportedNotation) and _READINGS in problem.message
                self.mistakes += not unclear
            self._hold_back(passage)
            if self._is_sentence(passage):
                return [*self._noted(passage, problem.message), *self._of_sentence(passage)]
            self._lose(passage, passage.span.line)
            noted = self._noted(passage, problem.message, problem.hint or "")
            return [*noted, *self._left_open(passage)]

    def _is_prose(self, passage: Passage) -> bool:
        """Whether a passage that is not read is a sentence, and no formula with a mistake."""
        said = " ".join(self._source.text[slice(*place)] for place in passage.lines)
        words = bool(_WORDS.search(_COMMAND.sub(" ", said)))
        return (words and passage.keyword is None) or self._is_sentence(passage)

    def _is_sentence(self, passage: Passage) -> bool:
        """Whether a passage is a sentence about letters that begins with a directive's word: `Let x
        and y be real numbers.`, or has words before one at its end: `x と y を実数とする。`
        """
        text = self._source.text
        said = _COMMAND.sub(" ", text[passage.span.start : passage.span.end])
        if passage.keyword in _SUPPOSING and passage.lines[0][0] == passage.span.start:
            return any(_UNSPACED.search(text[slice(*line)]) for line in passage.lines)
        return (
            passage.keyword in _SUPPOSING
            and text[passage.span.start].isupper()
            and len(_LONG.findall(said)) >= _SENTENCE
        )

    def _of_sentence(self, passage: Passage) -> list[Entry]:
        """Nothing is known of the letters of a sentence that is not read, and nothing that was said
        of them holds on.
        """
        said = self._source.text[passage.span.start : passage.span.end]
        letters = tuple(dict.fromkeys(_SINGLE.findall(said)))
        if not letters:
            return []
        left = Let(letters, "R", anew=True, in_prose=True, span=passage.span)
        return [left, Unsettled(letters, lasting=True, span=passage.span)]

    def _hold_back(self, passage: Passage) -> None:
        """Nothing counts after a line of words that is not understood, nor what stands right above
        it, of which it may speak.
        """
        text = self._source.text
        said = text[passage.span.start : passage.span.end]
        words = _COMMAND.sub(" ", said)
        if not (_WORDS.search(words) or (_ORDER.search(words) and not _RELATION.search(said))):
            return
        strange = unknown_words(_COMMAND.sub(" ", said), language_of(said, FALLBACK))
        if not (strange or _CHANGES.search(_SINGLE.sub("·", said)) or _WORLD.search(said)):
            return
        above = text[: passage.span.start].rstrip()
        begin = above.rfind("\n\n") + 1
        why = _LINE.replace("<line>", str(self._source.cells.told(passage.span.line)))
        self._declarations.reserves.append(Reserve(begin, len(text), why, alarming=True))

    def _left_open(self, passage: Passage) -> list[Entry]:
        """What is not known after a line of words that is not read: what its letters are, if it may
        put a case (`Case 1: x > 0.`); and nothing that was assumed, if it turns to other numbers.
        """
        said = self._source.text[passage.span.start : passage.span.end]
        if ELSEWHERE.search(_SINGLE.sub("·", said)) and self._used:
            names = tuple(sorted(self._used))
            left = Let(names, "R", anew=True, in_prose=True, span=passage.span)
            return [left, Unsettled(names, lasting=True, span=passage.span)]
        letters = tuple(dict.fromkeys(_SINGLE.findall(said)))
        if letters and _RELATION.search(said) and passage.keyword is None and _speaks(said):
            open_ones = Unsettled(letters, lasting=True, span=passage.span)
            valued = tuple(each for each in letters if each in self._declarations.renamed)
            if valued:
                return [Let(valued, "R", anew=True, in_prose=True, span=passage.span), open_ones]
            return [open_ones]
        return []

    def _hold_commented(self, passage: Passage) -> None:
        """A line does not count whose comment calls it wrong."""
        text = self._source.text
        last = text.find("\n", passage.span.end)
        comment = _COMMENT.search(text[passage.span.start : last if last >= 0 else len(text)])
        if comment and (DENYING.search(comment[1]) or NO.fullmatch(comment[1].strip(" .!"))):
            place = passage.span.start, passage.span.end
            self._declarations.reserves.append(Reserve(*place, _COMMENTED, alarming=True))

    def _exact(self, passage: Passage, problem: SyntaxProblem) -> list[Entry]:
        """What a passage claims before a sign such as `\\approx`, which claims nothing."""
        self.inexact += problem.problems
        cut, end = problem.span.start, passage.span.end
        before = [(start, min(stop, cut)) for start, stop in passage.lines if start < cut]
        if passage.keyword is None and any(
            _RELATION.search(self._source.text, *place) for place in before
        ):
            exact = replace(passage, lines=before, span=self._source.span(before[0][0], cut))
            rest = self._source.span(cut, end)
            try:
                entries = read_passage(self._source, exact, self._declarations)
            except SyntaxProblem:
                pass
            else:
                shown = self._source.text[cut:end]
                return [*entries, Noted(shown, "unread", problem.message, "", span=rest)]
        self._lose(passage, passage.span.line)
        return self._noted(passage, problem.message)

    def _taken(self, passage: Passage) -> Iterator[str]:
        """The letters of `Take x \\in \\mathbb{R}`: another number than before."""
        if passage.keyword != "assume":
            return
        begin = self._source.line_starts[passage.span.line - 1]
        start, end = passage.lines[0]
        if _ANEW.fullmatch(self._source.text, begin, start) and (
            found := _RANGE.match(self._source.text, start, end)
        ):
            yield from re.findall(r"[A-Za-z]+", found["names"])

    def _noted(self, passage: Passage, why: str, hint: str = "") -> list[Entry]:
        if passage.keyword in _BLOCKS:
            return []
        text = self._source.text[passage.span.start : passage.span.end]
        return [Noted(text, "unread", why, hint, span=passage.span)]

    def _rests_on(self, passage: Passage) -> int | None:
        if self._stopped is not None:
            return self._stopped
        if not self._lost:
            return None
        return next(
            (self._lost[name] for name in self._names(passage.lines) if name in self._lost), None
        )

    def _lose(self, passage: Passage, line: int) -> None:
        if passage.keyword in _BLOCKS:
            self._stopped = line
        elif passage.keyword in _NAMING:
            for name in self._names(passage.lines, words=False):
                self._lost.setdefault(name, line)
        elif passage.keyword is None:
            left = _LEFT.match(self._source.text, *passage.lines[0])
            name = next(iter(self._names([left.span()])), "") if left is not None else ""
            if name and not self._declarations.is_function(name):
                self._lost.setdefault(name, line)

    def _names(self, ranges: Iterable[Range], *, words: bool = True) -> Iterable[str]:
        """Every name that may stand in these stretches; without `words`, those in no long run of
        letters.
        """
        for start, end in ranges:
            for match in _NAMES.finditer(self._source.text, start, end):
                command = match["command"]
                if match["letters"]:
                    if words or len(match["letters"]) < _WORD:
                        yield from match["letters"]
                elif command is None:
                    yield match["word"] or match["other"] or ""
                elif command in GREEK or command in self._source.macros.by_name:
                    yield command
