"""What the denials, doubts and concessions of a sentence are about, where that can be decided.

A word that denies or restricts keeps what is claimed beside it from counting. Often it stands in a
clause of its own, with its own subject and object, neither of which is a formula or a claim: `no
derivative is needed: F`; or it belongs to one formula only: `F, not G`. In: the pieces of a
sentence. Out: the same pieces without such words. The clauses are those of the patterns in the
section `scope` of the language's file; in a clause that no pattern fits, the words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from shomei.languages.language import Words, longest_first
from shomei.parser.article.pieces import Broken, Formula, Piece, Text, says_something
from shomei.parser.prose.coverage import barred_words, is_hedge
from shomei.parser.prose.lexicon import language_with

#: How a formula that claims something, and one that does not, stand in a sentence's words.
CLAIM: Final = "·"
TERM: Final = "◦"
#: Emphasis of single words, and letters: what is left out of a clause.
_EMPHASIS: Final = re.compile(r"\\(?:emph|text(?:bf|it|sl))\s*\{|[*_}]")
#: What stands for a part of a pattern.
_PART: Final = re.compile("<some>|<noun>|<thing>|<refers>")
_WORD: Final = re.compile(r"[^\W_]")
#: A run of words of which none is <refers>.
_SOME_SPACED: Final = (
    rf"(?:(?!(?:<refers>)(?![\w'’-]))(?:[^\W\d_][\w'’-]*|{TERM}|\d+%?)(?![\w])\s*){{1,8}}"
)
_SOME: Final = rf"(?:(?!<refers>)[^、，。．:：「」{CLAIM}]){{0,40}}?"


@dataclass(frozen=True, slots=True)
class Scoped:
    """A sentence in which what denies or doubts something else is left out.

    `beside`: without what speaks of nothing that is claimed. `own`: besides, without what may speak
    of what stands above, but not of the formulas of the sentence. `denied`: the indices of formulas
    which alone are denied; `free`: those of letters that may be anything.
    """

    beside: tuple[Piece, ...]
    own: tuple[Piece, ...]
    denied: frozenset[int] = frozenset()
    free: frozenset[int] = frozenset()


def scoped(pieces: Sequence[Piece], code: str, text: str, *, above: str = "") -> Scoped:
    """The pieces of a sentence of an article with this text, without what denies or doubts
    something else. `above`: what is claimed right above it.
    """
    patterns = _patterns(code)
    if patterns is None:
        return Scoped(tuple(pieces), tuple(pieces))
    whole, aside = without_asides(pieces, code, text)
    line = _Line(whole, text)
    free: set[int] = set()
    for match in _all(patterns.of("universal"), line.words):
        free |= {line.piece_at(at) for at in range(*match.span()) if line.words[at] == TERM}
    if not barred_words(line.words, code):
        return Scoped(whole, whole, aside, frozenset(free))
    beside, own = set[int](), set[int]()
    denied = set(aside)
    for match in _all(patterns.of("denies"), line.words):
        formulas = [at for at in range(*match.span()) if line.words[at] == CLAIM]
        if formulas and _only_hedges(match.group(), code, patterns.allowed):
            denied.add(line.piece_at(formulas[-1]))
            beside.update(range(*match.span()))
    for found, into in ((patterns.of("beside"), beside), (patterns.of("own"), own)):
        for match in _all(found, line.words):
            if _only_hedges(match.group(), code, patterns.allowed):
                into.update(range(*match.span()))
    for match in _all(patterns.of("universal"), line.words):
        beside.update(range(*match.span()))
    for match in _all(patterns.of("values"), line.words):
        if not any(value in above for value in line.terms(*match.span())):
            beside.update(range(*match.span()))
    every = beside | own
    return Scoped(line.without(beside), line.without(every), frozenset(denied), frozenset(free))


def without_asides(
    pieces: Sequence[Piece], code: str, text: str
) -> tuple[tuple[Piece, ...], frozenset[int]]:
    """A sentence without what it says of cases that it leaves out: `let F (otherwise there is
    nothing to show)`. The indices are those of the formulas there.
    """
    whole = tuple(pieces)
    patterns = _patterns(code)
    if patterns is None or not patterns.of("aside"):
        return whole, frozenset()
    line = _Line(whole, text)
    places = {at for match in _all(patterns.of("aside"), line.words) for at in range(*match.span())}
    formulas = (line.piece_at(at) for at in places if line.words[at] in {CLAIM, TERM})
    return line.without(places), frozenset(formulas)


def corrected(pieces: Sequence[Piece], code: str, text: str) -> list[tuple[Piece, ...]]:
    """A sentence divided where it says what is right after what is not: `this is wrong: the law
    is F`. It is one part where the words before may say more than that something is not so.
    """
    whole = tuple(pieces)
    patterns = _patterns(code)
    if patterns is None or not patterns.of("corrects"):
        return [whole]
    line = _Line(whole, text)
    found = sorted(match.start() for match in _all(patterns.of("corrects"), line.words))
    if not found or not found[0] or not _only_denies(line.words[: found[-1]], code, patterns):
        return [whole]
    return line.divided(found)


def broken(pieces: Sequence[Piece], code: str, text: str) -> tuple[Piece, ...]:
    """A sentence in which a mark ends the clause before what is right."""
    first, *parts = corrected(pieces, code, text)
    found = list(first)
    for part in parts:
        begin = part[0]
        assert isinstance(begin, Text)  # noqa: S101 -- a correction begins in words
        last = found[-1]
        if isinstance(last, Text):
            found[-1] = replace(last, words=f"{last.words};{begin.words}")
            found += part[1:]
        else:
            found += [replace(begin, words=f";{begin.words}"), *part[1:]]
    return tuple(found)


def heading_left(words: str, code: str) -> str:
    """A heading without what it says of no claim: `Why the square root is not needed`."""
    patterns = _patterns(code)
    for match in _all(patterns.of("headings"), words) if patterns is not None else ():
        if patterns is not None and _only_hedges(match.group(), code, patterns.allowed):
            words = words.replace(match.group(), " " * len(match.group()))
    return words


class _Patterns:
    """The patterns of a language by their names, each compiled when it is first asked for: some
    are long, and most sentences ask for few.
    """

    def __init__(self, table: Words, parts: Mapping[str, str]) -> None:
        self.allowed: Final = frozenset(table.get("allowed", ()))
        self._table = table
        self._parts = parts
        self._compiled: dict[str, tuple[re.Pattern[str], ...]] = {}

    def of(self, name: str) -> tuple[re.Pattern[str], ...]:
        """The patterns of this name."""
        if name not in self._compiled:
            self._compiled[name] = tuple(
                re.compile(_PART.sub(lambda match: self._parts[match.group()], each), re.IGNORECASE)
                for each in self._table.get(name, ())
            )
        return self._compiled[name]


@cache
def _patterns(code: str) -> _Patterns | None:
    """The patterns of a language; None if its file has none."""
    language = language_with(code)
    table = language.sections["scope"]
    if not table:
        return None
    refers = "|".join(map(re.escape, longest_first(table.get("refers", ()))))
    plain = language.sections["plain"]
    listed = (
        *language.sections["clauses"].get("noun", ()),
        *plain.get("quantities", ()),
        *plain.get("things", ()),
    )
    nouns = longest_first(each for each in listed if each not in table.get("refers", ()))
    noun = "|".join(map(re.escape, nouns))
    thing = "|".join(re.escape(each) for each in nouns if each in plain.get("things", ()))
    some = (_SOME_SPACED if language.spaced else _SOME).replace("<refers>", refers)
    ended = r"(?!\w)" if language.spaced else ""
    parts = {
        "<some>": some,
        "<noun>": rf"(?:{noun}){ended}",
        "<thing>": rf"(?:{thing}){ended}",
        "<refers>": rf"(?:{refers}){ended}",
    }
    return _Patterns(table, parts)


class _Line:
    """The words of a sentence in one line, with a sign for each formula."""

    def __init__(self, pieces: tuple[Piece, ...], text: str) -> None:
        self.pieces = pieces
        self.text = text
        self.starts: list[int] = []
        parts: list[str] = []
        length = 0
        for piece in pieces:
            self.starts.append(length)
            if isinstance(piece, Text):
                part = _EMPHASIS.sub(lambda match: " " * len(match.group()), piece.words)
                part = part.replace(CLAIM, " ").replace(TERM, " ")
            else:
                claims = isinstance(piece, Formula | Broken) and says_something(
                    text[slice(*piece.place)]
                )
                part = CLAIM if claims else TERM
            parts.append(part)
            length += len(part)
        self.words = "".join(parts)

    def piece_at(self, at: int) -> int:
        """The index of the piece at a place of the line."""
        return max(index for index, start in enumerate(self.starts) if start <= at)

    def terms(self, begin: int, end: int) -> Iterator[str]:
        """The texts of the terms of a stretch of the line."""
        for at in range(begin, end):
            if self.words[at] == TERM:
                place = self.pieces[self.piece_at(at)].place
                yield self.text[slice(*place)].strip("$\\() ")

    def divided(self, places: Sequence[int]) -> list[tuple[Piece, ...]]:
        """The pieces, divided at some places in their words."""
        parts: list[tuple[Piece, ...]] = []
        current: list[Piece] = []
        for piece, start in zip(self.pieces, self.starts, strict=True):
            if not isinstance(piece, Text):
                current.append(piece)
                continue
            position = 0
            for at in places:
                if start <= at < start + len(piece.words):
                    if piece.words[position : at - start].strip():
                        current.append(replace(piece, words=piece.words[position : at - start]))
                    parts.append(tuple(current))
                    current, position = [], at - start
            current.append(replace(piece, words=piece.words[position:]))
        return [part for part in (*parts, tuple(current)) if part]

    def without(self, places: set[int]) -> tuple[Piece, ...]:
        """The pieces without the words at these places; marks stay."""
        if not places:
            return self.pieces
        found: list[Piece] = []
        for piece, start in zip(self.pieces, self.starts, strict=True):
            if isinstance(piece, Text):
                words = "".join(
                    " " if start + at in places and _is_word(each) else each
                    for at, each in enumerate(piece.words)
                )
                found.append(replace(piece, words=words))
            else:
                found.append(piece)
        return tuple(found)


def _is_word(character: str) -> bool:
    return _WORD.match(character) is not None or character in "'’「」\"“”"


def _all(patterns: Sequence[re.Pattern[str]], words: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(words)


def _only_hedges(clause: str, code: str, allowed: frozenset[str]) -> bool:
    """Whether what keeps a clause from being understood are words that restrict or turn it."""
    return all(is_hedge(each, code) or each in allowed for each in barred_words(clause, code))


def _only_denies(words: str, code: str, patterns: _Patterns) -> bool:
    """Whether words say of something that it is not so, and nothing else that is not understood."""
    denied = frozenset(language_with(code).sections["clauses"].get("denied", ()))
    return _only_hedges(words, code, patterns.allowed | denied)
