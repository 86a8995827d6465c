"""How long a name lasts: `W = \\sum_i w_i` is set up in one section and used in the next ones.

In: the headings of an article, and the letters of which it says something else. Out: the entries
that end names or carry them on. A name ends where its letter is introduced, described or bounded
anew, and one of an example ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from shomei.languages.language import longest_first, words
from shomei.languages.phrases import NEVER
from shomei.parser.article.cues import PART_BEGIN
from shomei.parser.ast import Let, Unsettled
from shomei.parser.declarations import Declarations
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Expression
from shomei.terms.walk import free_variables

#: The level of a heading that begins another page: a chapter, or what is as high.
_PAGE: Final = 1
#: What stands before the words of a heading in LaTeX.
_COMMAND: Final = re.compile(r"\A\s*\\[A-Za-z]+\*?\s*\{")
_HEADING: Final = re.compile(r"^#{1,6}\s|\\(?:chapter|(?:sub)*section)\*?\s*\{", re.MULTILINE)
#: What the names of letters begin with that stand for one thing wherever they occur.
_ACCENTS: Final = ("bar", "hat", "tilde")


def _either(*names: str, spaced: bool | None = None) -> str:
    phrases = (each for name in names for each in words("clauses", name, spaced=spaced))
    return "|".join(map(re.escape, longest_first(phrases))) or NEVER


#: Words before a letter, or after it, that say what it is.
_SAYING: Final = ("any", "let", "where", "for", "given", "suppose", "if", "when")
_BEFORE: Final = re.compile(
    rf"\b(?:{_either(*_SAYING, spaced=True)})\b"
    rf"|(?:{_either('any', spaced=False)})",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"\s*(?:{_either('be', 'denote', spaced=True)})\b"
    rf"|[^。．、,，]{{0,12}}(?:{_either('set', 'suppose', 'for', 'when', spaced=False)})",
    re.IGNORECASE,
)
_LETTER: Final = r"(?:\\[A-Za-z]+|[A-Za-z])"
#: An inline formula that lists letters, and may say where they lie.
_LETTERS: Final = re.compile(
    rf"(?:\$|\\\()\s*(?P<letters>{_LETTER}(?:\s*,\s*{_LETTER})*)\s*"
    r"(?:(?:∈|\\in(?![A-Za-z]))[^$]{0,60}?"
    r"|(?:[<>≤≥]|\\(?:l[et]|g[et]|leq\w*|geq\w*|neq?)(?![A-Za-z]))"
    r"(?:[^$A-Za-z\\]|\\[dt]?frac(?![a-z])|\\[,;!]){0,60}?)?(?:\$|\\\))"
)
#: What ends the words beside a formula.
_CUT: Final = re.compile(r"[$.。．;:：\n]|\\[()\[\]]")
_REACH: Final = 40
_DISPLAY: Final = re.compile(r"\$\$.*?\$\$|\\\[.*?\\\]", re.DOTALL)


@lru_cache(maxsize=64)
def _said_anew(text: str) -> frozenset[str]:
    """The letters of which the words of a section say what they are, wherever they do so."""
    found: set[str] = set()
    text = _DISPLAY.sub(". ", text)
    for match in _LETTERS.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        after = _CUT.split(text[match.end() : match.end() + _REACH])[0]
        if _BEFORE.search(_CUT.split(before)[-1]) or _AFTER.match(after):
            found.update(each.strip().removeprefix("\\") for each in match["letters"].split(","))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Part:
    """A smaller part that is open: its level, the names that there were before it, and the letters
    if its own names outlast it.
    """

    level: int
    names: dict[str, Expression]
    known: frozenset[str] | None

    def first_named(
        self, declarations: Declarations, supposed: Collection[str]
    ) -> dict[str, Expression]:
        """What this part was the first to name, by other letters: a number is its own."""
        if self.known is None:
            return {}
        return {
            name: value
            for name, value in declarations.values.items()
            if name in declarations.renamed
            and name not in self.names
            and name not in self.known
            and name not in supposed
            and free_variables(value)
        }


@dataclass(slots=True)
class Names:
    """Knows the names of the sections that are open, and of those that have ended."""

    source: Source
    declarations: Declarations
    #: The headings that are open, by their levels, with the names that there were at each.
    sections: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    #: The names of sections that have ended: the text may still mean what they stood for.
    once: set[str] = field(default_factory=set)
    #: The names that stand for a term where the text supposes so.
    supposed: set[str] = field(default_factory=set)
    #: The smaller parts that are open.
    parts: list[_Part] = field(default_factory=list)
    #: Whether the section is an example, an exercise or the like.
    apart: bool = False

    @property
    def kept(self) -> frozenset[str]:
        """The names of sections that have ended which still stand for the same."""
        return frozenset(self.declarations.renamed & self.once)

    def give(self, name: str, value: Expression, *, lasting: bool = True) -> None:
        """A name stands for a term from here on. `lasting`: the text does not only suppose so."""
        self.once.discard(name)
        (self.supposed.discard if lasting else self.supposed.add)(name)
        self.declarations.give(name, value)

    def part(
        self, level: int, place: Range, known: Collection[str] | None, opens: bool
    ) -> list[Let | Unsettled]:
        """A proof, an example, an item or the like begins or ends: the names of the parts that end
        here are over, and those before them are what they were. `known`: the letters before one
        whose own names outlast it, as those of a theorem and of a step do (`where $S_n = n T$`).
        """
        declarations = self.declarations
        lasting: dict[str, Expression] = {}
        while self.parts and self.parts[-1].level >= level:
            part = self.parts.pop()
            lasting |= part.first_named(declarations, self.supposed)
            declarations.renamed.clear()
            for name, value in part.names.items():
                declarations.give(name, value)
        entries: list[Let | Unsettled] = []
        for name, value in lasting.items():
            if name not in declarations.renamed:
                declarations.give(name, value)
                self.once.add(name)
                entries.append(Let((name,), None, value, span=value.span))
        entries += self.end(_said_anew(self._section(place[1])), place) if entries else []
        if opens:
            names = {n: v for n, v in declarations.values.items() if n in declarations.renamed}
            self.parts.append(_Part(level, names, None if known is None else frozenset(known)))
        return entries

    def heading(self, place: Range, level: int, title: str) -> list[Let | Unsettled]:
        """A section begins: the names of the sections before it stay, unless it begins another page
        or an example, or ends one. Then they are variables again; those of the section that it is a
        part of stay all the same.
        """
        alone = PART_BEGIN.match(_COMMAND.sub("", title)) is not None
        apart = alone or self.apart or level <= _PAGE
        self.apart = alone
        renamed = self.declarations.renamed
        before = frozenset(renamed)
        while self.sections and self.sections[-1][0] >= level:
            before = self.sections.pop()[1]
        ended = renamed - before
        self.once |= ended
        entries: list[Let | Unsettled] = []
        if apart:
            entries += self._ended(sorted(ended | self.kept), place)
        self.sections.append((level, frozenset(renamed)))
        entries += self.end(_said_anew(self._section(place[1])), place)
        values = self.declarations.values
        entries += [
            Let((name,), None, value, span=value.span)
            for name, value in values.items()
            if name in self.kept
        ]
        return entries

    def _section(self, begin: int) -> str:
        """The text from here to the next heading."""
        following = _HEADING.search(self.source.text, begin)
        return self.source.text[begin : following.start() if following else None]

    def end(self, names: Iterable[str], place: Range) -> list[Let | Unsettled]:
        """The end of names of sections above whose letters are said to be something else here, and
        of those that stand for terms with these.
        """
        kept = self.kept
        ended = kept.intersection(names)
        found = 0
        while len(ended) > found:
            found = len(ended)
            ended |= {
                name
                for name in kept
                if not ended.isdisjoint(free_variables(self.declarations.values[name]))
            }
        return self._ended(sorted(ended), place)

    def drop(self, names: Iterable[str], place: Range) -> list[Let | Unsettled]:
        """The end of names that stand for something else in what follows."""
        return self._ended(sorted(self.declarations.renamed.intersection(names)), place)

    def _ended(self, names: list[str], place: Range) -> list[Let | Unsettled]:
        if not names:
            return []
        self.declarations.renamed.difference_update(names)
        span = self.source.span(place[0], place[0])
        accented = tuple(name for name in names if name.startswith(_ACCENTS))
        return [
            Let(tuple(names), "R", span=span),
            *([Unsettled(accented, lasting=True, span=span)] if accented else []),
        ]
