"""Random variables with finitely many outcomes, as the sentences of an article introduce them: `Let
$X$ take the values $x_1, \\dots, x_n$ with probabilities $p_1, \\dots, p_n$`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import QUESTION
from shomei.parser.article.functions import cut
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import Broken, Formula, Piece, Sentence, Text
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import SyntaxProblem
from shomei.parser.mathematics import parse_expression
from shomei.parser.randoms import LONGEST, Distributed, declare, names_in, patterns
from shomei.parser.source import Range, Source

MARK: Final = r"\ue000\d+\ue001"
SEVERAL: Final = rf"{MARK}(?:\s*(?:,\s*and|,|and|と|、)\s*{MARK})*"
_PATTERNS: Final = rf"(?P<<name>>{SEVERAL})", rf"(?P<names>{SEVERAL})"
#: What a sentence that introduces something begins with.
OPENING: Final = re.compile(
    rf"[\W_]*(?:(?:{'|'.join(map(re.escape, words('clauses', 'suppose', spaced=True)))}"
    rf"|{'|'.join(map(re.escape, words('clauses', 'let', spaced=True)))}"
    r"|now|also|that|an?|the)\s*)*",
    re.IGNORECASE,
)
#: What introduces a letter anew, or says how it is distributed.
_AGAIN: Final = re.compile(
    r"\b(?:random|distribut\w*|follows?|let|suppose|assume|consider|given|now|take|another|other"
    r"|different|new)\b|確率変数|分布|従う|とする|とします|とおく|別の|他の|ほかの",
    re.IGNORECASE,
)
#: What stands for an expectation, a variance or a probability, by itself or of something.
_OPERATOR: Final = re.compile(
    r"(?:\\(?:mathbb|mathrm|mathsf|operatorname|text)\s*\{?\s*)?(?:E|P|Pr|Var|V)\s*\}?"
    r"\s*(?:(?:\\left)?\s*[\[(].*[\])])?"
)
_RELATION: Final = re.compile(r"[=<>≤≥≠]|\\(?:l[et]|g[et]|leq|geq|neq?|approx|sim)(?![a-z])")
#: What is said of such a sign, where it is no claim: what it is, or stands for.
_MEANT: Final = re.compile(
    r"\s*(?:here|now|always)?\s*(?:is|are|be|was|denotes?|means?|stands?|represents?|shall|will)\b"
    r"|\s*(?:は|を|とは|が)"
)
_MEANING: Final = re.compile(
    r"\b(?:write|writes|denote[sd]?|call|called|by|let|use|using|symbol|sign|letter)\s*(?:the\s+)?\Z"
    r"|(?:記号|文字|を|で)\s*\Z",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"[A-Z](?:_(?:[A-Za-z0-9]|\{[A-Za-z0-9]+\}))?")
_ALONE: Final = re.compile(r"[A-Z0-9a-z_{},\s]*")
_SAID: Final = re.compile(r"\s*(?:=|:|\\(?:sim|in|mid|ge|le|geq|leq|colon)(?![a-z])|[<>|~])")
_DELIMITERS: Final = re.compile(r"\s*(?:\$+|\\[(\[])?\s*(?P<inside>.*?)\s*(?:\$+|\\[)\]])?\s*")


@dataclass(slots=True)
class Randoms:
    """Knows how the random variables of an article are distributed."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims

    def read(self, sentence: Sentence, *, denied: bool) -> tuple[list[Entry], Sentence]:
        """What a sentence says of random variables, and the rest of it. Nothing is taken from one
        that asks, or that what stands above denies.
        """
        pieces = sentence.pieces
        text = marked(pieces)
        unclear = denied or self.declarations.language is None or QUESTION.search(text)
        if "\ue000" not in text or unclear:
            return [], sentence
        if len(text) > LONGEST:
            self._forget(text, pieces)
            return [], sentence
        for kind, pattern in patterns(*_PATTERNS):
            match = pattern.search(text)
            if match is None or OPENING.fullmatch(text, 0, match.start()) is None:
                continue
            entries = self._declared(kind, match, pieces)
            if entries is not None:
                # Something is left, so that what comes next is not taken for its continuation.
                rest = text[match.end() :] or " "
                return entries, replace(sentence, pieces=tuple(cut(pieces, rest)))
        self._forget(text, pieces)
        return [], sentence

    def _forget(self, text: str, pieces: Sequence[Piece]) -> None:
        """Something else may be said here of the random variables that are introduced again, or of
        what an expectation is.
        """
        if self.declarations.randoms and self._says_what_it_means(text, pieces):
            self.declarations.lost.update(self.declarations.randoms)
        if self.declarations.randoms and _AGAIN.search(text):
            for piece in pieces:
                if isinstance(piece, Text):
                    continue
                begin, end = self._inside(piece)
                for match in _NAMED.finditer(self.source.text, begin, end):
                    name = re.sub(r"[{}\s]", "", match.group())
                    if name in self.declarations.randoms and (
                        _ALONE.fullmatch(self.source.text, begin, end)
                        or _SAID.match(self.source.text, match.end(), end)
                    ):
                        self.declarations.lost.add(name)

    def _says_what_it_means(self, text: str, pieces: Sequence[Piece]) -> bool:
        """Whether the words around the sign of an expectation say what it stands for."""
        for mark in re.finditer(r"\ue000(\d+)\ue001", text):
            begin, end = self._inside(pieces[int(mark[1])])
            written = self.source.text[begin:end]
            if _OPERATOR.fullmatch(written) and not _RELATION.search(written):
                before, after = text[: mark.start()], text[mark.end() :]
                if _MEANT.match(after) or _MEANING.search(before):
                    return True
        return False

    def _declared(
        self, kind: str, match: re.Match[str], pieces: Sequence[Piece]
    ) -> list[Entry] | None:
        marked = self._places(match["names"], pieces)
        names = [name for place in marked for name in names_in(self.source, place)]
        groups = match.groupdict()
        values, weights = (
            self._places(groups.get(part) or "", pieces) for part in ("values", "weights")
        )
        if not names:
            return None
        place = marked[0][0], pieces[last_in(match)].place[1]
        said = Distributed(kind, tuple(names), tuple(values), tuple(weights))
        known = self.declarations.trial()
        try:
            entries = declare(
                said,
                self.source,
                self.declarations,
                lambda each: parse_expression(self.source, (each,), known),
                self.source.span(*place),
                in_prose=True,
            )
        except SyntaxProblem:
            return None
        for start, end in names:
            name = re.sub(r"[{}\s]", "", self.source.text[start:end])
            self.claims.beyond.pop(name, None)
            self.claims.declared.discard(name)
            self.memory.know((name,))
        see_conditions(self.declarations, match, pieces)
        return list(entries)

    def _places(self, marks: str, pieces: Sequence[Piece]) -> list[Range]:
        """The stretches of the formulas that are marked."""
        return [self._inside(pieces[int(mark)]) for mark in re.findall(r"\ue000(\d+)", marks)]

    def _inside(self, piece: Piece) -> Range:
        return inside(self.source, piece)


def marked(pieces: Sequence[Piece]) -> str:
    """The words of a sentence, with a mark for each formula that holds its number."""
    return "".join(
        piece.words if isinstance(piece, Text) else f"\ue000{index}\ue001"
        for index, piece in enumerate(pieces)
    )


def inside(source: Source, piece: Piece) -> Range:
    """The stretch of a formula without the signs around it."""
    start, end = piece.place
    found = _DELIMITERS.fullmatch(source.text, start, end)
    return found.span("inside") if found else (start, end)


def see_conditions(
    declarations: Declarations, match: re.Match[str], pieces: Sequence[Piece]
) -> None:
    """The formulas up to the end of what was matched are conditions."""
    for piece in pieces[: last_in(match) + 1]:
        if isinstance(piece, Formula | Broken):
            declarations.see(piece.place, "assumption", "it is a condition of what follows")


def last_in(match: re.Match[str]) -> int:
    """The number of the last formula in what was matched."""
    return int(re.findall(r"\ue000(\d+)\ue001", match.group())[-1])
