"""The running text of Markdown: words and formulas of a paragraph, and what is said aside of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal, TypeAlias

from markdown_it.token import Token

from shomei.parser.carriers import dialects
from shomei.parser.carriers.blocks import (
    Block,
    Boundary,
    Directive,
    Display,
    Inline,
    Paragraph,
    Unread,
    Words,
)
from shomei.parser.carriers.places import Places, content_places
from shomei.parser.source import Range, Source

#: A comment that holds directives.
COMMENT: Final = re.compile(r"<!--\s*shomei:(?P<content>.*?)-->", re.DOTALL)
#: Code, what ends a cell of a table, and what is no part of the sentence that it stands in: struck
#: out; the text of a picture or of a tag; a link's or note's own text.
_ASIDE: Final = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<struck>~~(?=\S).+?~~|<(?P<tag>del|s|strike)\b[^<>]*>.*?</(?P=tag)\s*>)"
    r"|(?P<silent>!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])"
    r"|\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\ue000+"
    r"|<[A-Za-z][\w.-]*(?:\s+[\w:@-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)+\s*/?>)"
    r"|(?P<aside>\^\[(?P<note>(?:[^\[\]]|\[[^\[\]]*\])+)\]"
    r"|(?<!\^)\[(?P<link>(?:[^\[\]]|\[[^\[\]]*\])+)\]\((?:[^()\n]|\([^()\n]*\))*\))",
    re.DOTALL,
)
_BAR: Final = re.compile(r"(?<!\\)\|")
_Kind: TypeAlias = Literal["struck", "silent", "aside"]


class TextReader:
    """Reads paragraphs. `labelled` makes a display of its place, its formula and its label."""

    def __init__(
        self, source: Source, labelled: Callable[[Range, tuple[Range, ...], str], Display]
    ) -> None:
        self._source = source
        self._labelled = labelled
        #: What is said aside, and comes after the paragraph and the displays that belong to it.
        self._waiting: list[Block] = []

    def asides(self) -> Iterator[Block]:
        """What has been said aside and is still to come."""
        waiting, self._waiting = self._waiting, []
        yield from waiting

    def read(self, token: Token, *, heading: int) -> Iterator[Block]:
        """A paragraph, split at each display or directive inside it."""
        content, source = token.content, self._source
        places = content_places(source, token)
        pieces: list[Words | Inline] = []
        table = dialects.is_table(content.split("\n"))
        found = dialects.callout(content)
        after = found[1] if found is not None else 0
        children = list(_formulas(token.children or []))
        asides = _asides(content, children)

        def words(start: int, end: int) -> Iterator[Block]:
            """Takes words up; those of a table end with each cell."""
            while asides and asides[0][0] < end:
                begin, stop, kind = asides.pop(0)
                if begin >= start:
                    pieces.extend(_words(content, places, start, begin))
                    self._set_aside(content, places, (begin, stop), kind, children)
                    start = stop
            if table:
                for bar in _BAR.finditer(content, start, end):
                    pieces.extend(_words(content, places, start, bar.start()))
                    yield from _cut(source, pieces, places, heading=heading)
                    pieces.clear()
                    start = bar.end()
            if start < end:
                pieces.extend(_words(content, places, start, end))

        inside = [(begin, stop) for begin, stop, _ in asides]
        for child in children:
            start, end = child.meta["place"]
            if start < after or any(begin <= start < stop for begin, stop in inside):
                continue
            yield from words(after, start)
            after = end
            whole = (places.offset(start), places.offset(end - 1) + 1)
            if child.type == "shomei_comment":
                match = COMMENT.match(source.text, *whole)
                if match is not None:
                    yield from _cut(source, pieces, places, heading=heading)
                    yield Directive((match.span("content"),))
                    pieces.clear()
                continue
            formula = self._formula(content, places, child)
            if child.meta["display"]:
                yield from _cut(source, pieces, places, heading=heading)
                label = dialects.label_after(content, end)
                after = label[1] if label is not None else after
                yield self._labelled(whole, formula, label[0] if label is not None else "")
                pieces.clear()
            else:
                pieces.append(Inline(whole, formula))
        yield from words(after, len(content))
        yield from _cut(source, pieces, places, heading=heading)

    def _formula(self, content: str, places: Places, child: Token) -> tuple[Range, ...]:
        formula = places.fragment(content, *child.meta["formula"])
        if child.meta["escaped"]:
            return dialects.unescaped(self._source.text, formula)
        return formula

    def _set_aside(
        self, content: str, places: Places, place: Range, kind: _Kind, children: list[Token]
    ) -> None:
        """Keeps what stands there for later, if it holds formulas."""
        inner = [
            child
            for child in children
            if child.type == "shomei_inline" and place[0] <= child.meta["place"][0] < place[1]
        ]
        if not inner or kind == "silent":
            return
        start, end = places.range(place)
        if kind == "struck":
            self._waiting.append(Unread((start, end), "it is struck out"))
            return
        pieces: list[Words | Inline] = []
        after = place[0] + content[place[0] : place[1]].index("[") + 1
        for child in inner:
            first, last = child.meta["place"]
            pieces += _words(content, places, after, first)
            pieces.append(
                Inline(places.range((first, last)), self._formula(content, places, child))
            )
            after = last
        stop = content.rindex("]", after, place[1]) if "]" in content[after : place[1]] else after
        pieces += _words(content, places, after, stop)
        lines = tuple(piece.place for piece in pieces)
        self._waiting += [
            Boundary("part", "", (start, start)),
            Paragraph(tuple(pieces), lines),
            Boundary("end part", "", (end, end)),
        ]


def _asides(content: str, children: list[Token]) -> list[tuple[int, int, _Kind]]:
    """What is no part of the sentences of a paragraph, in order."""
    formulas = [child.meta["place"] for child in children]
    found: list[tuple[int, int, _Kind]] = []
    position = 0
    while (match := _ASIDE.search(content, position)) is not None:
        position = match.end()
        start, end = match.span()
        cut = next((last for first, last in formulas if first < start < last), None)
        if cut is not None:
            position = cut
            continue
        if any(first < end < last for first, last in formulas):
            position = start + 1
            continue
        if match["struck"] is not None:
            found.append((start, end, "struck"))
        elif match["silent"] is not None:
            found.append((start, end, "silent"))
        elif match["aside"] is not None and any(start <= first < end for first, _ in formulas):
            found.append((start, end, "aside"))
    return found


def _formulas(children: list[Token]) -> Iterator[Token]:
    for child in children:
        if child.type in {"shomei_inline", "shomei_comment"}:
            yield child
        elif child.children:
            yield from _formulas(child.children)


def _words(content: str, places: Places, start: int, end: int) -> list[Words | Inline]:
    return (
        [Words(place) for place in places.fragment(content, start, end) if place[0] < place[1]]
        if start < end
        else []
    )


def _cut(
    source: Source, pieces: list[Words | Inline], places: Places, *, heading: int
) -> Iterator[Block]:
    if not any(
        isinstance(piece, Inline) or source.text[slice(*piece.place)].strip() for piece in pieces
    ):
        return
    start, end = pieces[0].place[0], pieces[-1].place[1]
    lines = tuple(
        (max(start, first), min(end, last))
        for first, last in places.lines
        if first < end and last > start
    )
    yield Paragraph(tuple(pieces), lines, heading)
