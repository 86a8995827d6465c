"""Markdown, through markdown-it: its block structure, with rules of our own for formulas, so that
no escape of Markdown's touches them.

Displays are `$$ … $$`, `\\[ … \\]`, `\\begin{align} … \\end{align}` and fences marked `math` or
`{math}`; inline formulas `$ … $` and `\\( … \\)`. The content of other directives, such as MyST's
```` ```{prf:theorem} ```` and `:::{note}`, is Markdown too. Code and HTML are left alone. A comment
that begins with `shomei:` holds directives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from markdown_it.token import Token

from shomei.parser.carriers.blocks import (
    Block,
    Directive,
    Display,
    Inline,
    Paragraph,
    Unread,
    Words,
)
from shomei.parser.carriers.markdown_rules import FORMULA, OPENING, OPTION, directive, markdown
from shomei.parser.limits import MAX_PARAGRAPH
from shomei.parser.source import Fragment, Range, Source

_COMMENT: Final = re.compile(r"<!--\s*shomei:(?P<content>.*?)-->", re.DOTALL)
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_CODE: Final = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
#: How deeply directives may be nested.
_MAX_FENCES: Final = 10


def blocks(source: Source) -> Iterator[Block]:
    """The blocks of a Markdown text, in order."""
    # Replace whatever markdown-it would replace by as many characters, so that offsets stay
    # correct.
    text = source.text.replace("\r\n", " \n").replace("\r", " ").replace("\ufeff", " ")
    front = _FRONT_MATTER.match(text)
    if front is not None:
        text = re.sub(r"[^\n]", " ", text[: front.end()]) + text[front.end() :]
    yield from _blocks(source, text, 0)


def blocks_of_lines(source: Source, first: int, last: int) -> Iterator[Block]:
    """The blocks of some lines of the source, from `first` (counted from 0) on up to `last`
    (exclusive), as those of a text by themselves.
    """
    start = source.line_starts[first]
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    text = source.text[start:end].replace("\r", " ").replace("\ufeff", " ")
    yield from _blocks(source, text, first)


def _blocks(source: Source, text: str, first: int) -> Iterator[Block]:
    """The blocks of a text that begins with line `first` of the source."""
    start = source.line_starts[first]
    heading = False
    for token in markdown().parse(text):
        if first and token.map is not None:
            token.map = [token.map[0] + first, token.map[1] + first]
        if first and token.type == "shomei_display":
            begin, end = token.meta["place"]
            formula = tuple((a + start, b + start) for a, b in token.meta.get("formula", ()))
            token.meta |= {"place": (begin + start, end + start), "formula": formula}
        match token.type:
            case "heading_open":
                heading = True
            case "heading_close":
                heading = False
            case "fence" if token.map is not None:
                yield from _fence(source, token, 0)
            case _:
                yield from _block(source, token, heading=heading)


def with_definitions(source: Source, blocks: Iterable[Block]) -> tuple[str, list[Range]]:
    """The stretches in which commands may be defined, formulas and text other than code, and the
    source's text with blanks for the marks of quotes and lists in them.
    """
    parts: list[str] = []
    stretches: list[Range] = []
    done = 0
    for block in blocks:
        match block:
            case Display(formula=lines) | Paragraph(lines=lines) if lines:
                for start, end in lines:
                    if start > done:
                        gap = source.text[done:start]
                        parts.append(re.sub(r"[^\n]", " ", gap))
                        done = start
                    parts.append(source.text[done:end])
                    done = max(done, end)
                position = lines[0][0]
                for code in _CODE.finditer(source.text, lines[0][0], lines[-1][1]):
                    stretches.append((position, code.start()))
                    position = code.end()
                stretches.append((position, lines[-1][1]))
            case Unread(place=(start, end)) if start >= done:
                parts.append(source.text[done:end])
                done = end
                stretches.append((start, end))
            case _:
                pass
    return "".join(parts), stretches


def _block(source: Source, token: Token, *, heading: bool) -> Iterator[Block]:
    """The block of one token of a text, or of a directive's content."""
    match token.type:
        case "shomei_display":
            yield _display(source, token)
        case "inline" if token.meta.get("too_long") is not None:
            if token.meta["too_long"]:
                first, last = token.map or [0, 1]
                place = (_line_range(source, first)[0], _line_range(source, last - 1)[1])
                yield Unread(place, f"a paragraph of more than {MAX_PARAGRAPH} characters")
        case "inline":
            yield from _paragraph(source, token, heading=heading)
        case "html_block" if token.map is not None:
            yield from _html(source, token)
        case _:
            pass


def _display(source: Source, token: Token) -> Display | Unread:
    if token.meta["closed"]:
        return Display(token.meta["place"], token.meta["formula"])
    start = token.meta["place"][0]
    opening = OPENING.match(source.text, start)
    return Unread(token.meta["place"], f"`{opening.group() if opening else ''}` is never closed")


def _line_range(source: Source, line: int) -> Range:
    start = source.line_starts[line]
    return start, start + len(source.line(line + 1))


def _fence(source: Source, token: Token, depth: int) -> Iterator[Block]:
    """A fence: mathematics, a directive whose content is text (MyST's `{prf:theorem}`), or code,
    which is ignored.
    """
    first, last = token.map or [0, 0]
    name, title = directive(token.info)
    whole = (_line_range(source, first)[0], _line_range(source, last - 1)[1])
    if name == "math":
        lines = token.content.split("\n")[:-1]
        _, places = _line_places(source, first + 1, lines)
        yield Display(whole, tuple(places[_options(lines) :]) or ((whole[1], whole[1]),))
        return
    if name is None:
        return
    if name.startswith("="):
        if FORMULA.search(token.content):
            yield Unread(whole, f"a raw block for {name[1:40]} is not read")
        return
    if depth >= _MAX_FENCES:
        yield Unread(whole, f"directives inside each other more than {_MAX_FENCES} deep")
        return
    if FORMULA.search(title):
        yield Unread(_line_range(source, first), "a formula in a directive's title is not read")
    yield from _content(source, token, depth)


def _options(lines: list[str]) -> int:
    """The number of lines of options in a directive's content: `:label: name`, or YAML."""
    index = 0
    if lines[:1] and lines[0].strip() == "---":
        ends = [at for at, line in enumerate(lines[1:], 1) if line.strip() == "---"]
        index = ends[0] + 1 if ends else 0
    while index < len(lines) and OPTION.match(lines[index]):
        index += 1
    return index


def _content(source: Source, fence: Token, depth: int) -> Iterator[Block]:
    """The blocks of a directive's content, which is Markdown in its own right."""
    first = (fence.map or [0, 0])[0] + 1
    lines = fence.content.split("\n")
    options = _options(lines)
    places = _Places(_line_places(source, first, lines)[0], ())
    # Replace the options by as many blanks, so that offsets stay correct.
    text = "\n".join([*(" " * len(line) for line in lines[:options]), *lines[options:]])
    heading = False
    for token in markdown().parse(text):
        if token.map is not None:
            token.map = [token.map[0] + first, token.map[1] + first]
        if token.type == "shomei_display":
            formula = tuple(places.range(each) for each in token.meta.get("formula", ()))
            token.meta |= {"place": places.range(token.meta["place"]), "formula": formula}
        if token.type in {"heading_open", "heading_close"}:
            heading = token.type == "heading_open"
        elif token.type == "fence":
            yield from _fence(source, token, depth + 1)
        else:
            yield from _block(source, token, heading=heading)


def _html(source: Source, token: Token) -> Iterator[Block]:
    first, last = token.map or [0, 0]
    start, end = _line_range(source, first)[0], _line_range(source, last - 1)[1]
    directives = [match.span("content") for match in _COMMENT.finditer(source.text, start, end)]
    for content in directives:
        yield Directive((content,))
    if not directives and re.search(
        r"\$\$|\\\[|\\begin\{", _without_comments(source.text[start:end])
    ):
        yield Unread(
            (start, end), "formulas inside HTML are not read: put a blank line after the tag"
        )


def _without_comments(html: str) -> str:
    kept: list[str] = []
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        kept.append(html[position:start])
        end = html.find("-->", start)
        if end < 0:
            return "".join(kept)
        position = end + 3
    return "".join([*kept, html[position:]])


def _paragraph(source: Source, token: Token, *, heading: bool) -> Iterator[Block]:
    """A paragraph, split at each display or directive inside it."""
    places = _content_places(source, token)
    pieces: list[Words | Inline] = []
    after = 0
    for child in _formulas(token.children or []):
        start, end = child.meta["place"]
        pieces += _words(token.content, places, after, start)
        after = end
        whole = (places.offset(start), places.offset(end - 1) + 1)
        if child.type == "shomei_comment":
            match = _COMMENT.match(source.text, *whole)
            if match is not None:
                yield from _cut(source, pieces, places, heading=heading)
                yield Directive((match.span("content"),))
                pieces = []
        elif child.meta["display"]:
            yield from _cut(source, pieces, places, heading=heading)
            yield Display(whole, places.fragment(token.content, *child.meta["formula"]))
            pieces = []
        else:
            pieces.append(Inline(whole, places.fragment(token.content, *child.meta["formula"])))
    pieces += _words(token.content, places, after, len(token.content))
    yield from _cut(source, pieces, places, heading=heading)


def _formulas(children: list[Token]) -> Iterator[Token]:
    for child in children:
        if child.type in {"shomei_inline", "shomei_comment"}:
            yield child
        elif child.children:
            yield from _formulas(child.children)


class _Places:
    """The place of each line of a paragraph's content in the source: markers of lists and quotes,
    and indents, are not part of the content.
    """

    def __init__(self, starts: list[tuple[int, int]], lines: tuple[Range, ...]) -> None:
        self._starts = starts
        self.lines = lines

    def offset(self, position: int) -> int:
        """The offset in the source of a position in the content."""
        low, high = 0, len(self._starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle][0] <= position else (low, middle)
        begin, offset = self._starts[low]
        return offset + position - begin

    def range(self, place: Range) -> Range:
        """The range in the source of a part of the content."""
        start, end = place
        return self.offset(start), self.offset(end - 1) + 1 if end > start else self.offset(start)

    def fragment(self, content: str, start: int, end: int) -> Fragment:
        """A part of the content, as one range per line."""
        ranges: list[Range] = []
        while start < end:
            newline = content.find("\n", start, end)
            stop = newline if newline >= 0 else end
            if stop > start:
                ranges.append((self.offset(start), self.offset(stop - 1) + 1))
            start = stop + 1
        return tuple(ranges) or ((self.offset(start), self.offset(start)),)


def _content_places(source: Source, token: Token) -> _Places:
    starts, lines = _line_places(source, (token.map or [0, 0])[0], token.content.split("\n"))
    return _Places(starts, tuple(lines))


def _line_places(
    source: Source, first: int, contents: list[str]
) -> tuple[list[tuple[int, int]], list[Range]]:
    """Where each line of a block's content begins there and in the source, and its range."""
    starts: list[tuple[int, int]] = []
    lines: list[Range] = []
    position = 0
    for number, content in enumerate(contents):
        start, end = _line_range(source, min(first + number, len(source.line_starts) - 1))
        # The content is the line without the markers and the indent before it; a tab among these
        # may have become blanks.
        core = content.strip()
        found = max(start, source.text.rfind(core, start, end)) if core else end
        starts.append((position, found - (len(content) - len(content.lstrip()))))
        lines.append((found, found + len(core)))
        position += len(content) + 1
    return starts, lines


def _words(content: str, places: _Places, start: int, end: int) -> list[Words | Inline]:
    return (
        [Words(place) for place in places.fragment(content, start, end) if place[0] < place[1]]
        if start < end
        else []
    )


def _cut(
    source: Source, pieces: list[Words | Inline], places: _Places, *, heading: bool
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
