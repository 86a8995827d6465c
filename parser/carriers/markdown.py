"""Markdown, through markdown-it: its block structure, with rules of our own for formulas, so that
no escape of Markdown's touches them.

Displays are `$$ … $$`, `\\[ … \\]`, `\\begin{align} … \\end{align}` and fences marked `math`;
inline formulas `$ … $` and `\\( … \\)`. Code, other fences and HTML are left alone. A comment that
begins with `shomei:` holds directives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
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
from shomei.parser.lexing.vocabulary import ENVIRONMENTS
from shomei.parser.limits import MAX_PARAGRAPH
from shomei.parser.source import Fragment, Range, Source

_OPENING: Final = re.compile(
    r"\$\$|\\\[|\\begin\{(?P<name>" + "|".join(sorted(ENVIRONMENTS)) + r")(?P<star>\*?)\}"
)
_COMMENT: Final = re.compile(r"<!--\s*shomei:(?P<content>.*?)-->", re.DOTALL)
_FORMULA: Final = re.compile(r"\$\$|\\\[|\\\(|\\begin\{|(?<!\\)\$[^$\s]")
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
#: What may stand after a display on its last line: an equation's number in text, punctuation.
_AFTER: Final = re.compile(r"\s*[.,。、]?\s*\Z")


def _closing(match: re.Match[str]) -> str:
    if match.group("name"):
        return f"\\end{{{match.group('name')}{match.group('star')}}}"
    return "$$" if match.group() == "$$" else "\\]"


def _display_rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A display that begins a line; its content may span several, also blank ones."""
    if state.is_code_block(start_line):
        return False
    position = state.bMarks[start_line] + state.tShift[start_line]
    opening = _OPENING.match(state.src, position, state.eMarks[start_line])
    if opening is None:
        return False
    if silent:
        return True
    closing = _closing(opening)
    ranges: list[Range] = []
    line, begin = start_line, position if opening.group("name") else opening.end()
    while line < end_line:
        limit = state.eMarks[line]
        found = state.src.find(closing, begin if line > start_line else opening.end(), limit)
        if found >= 0:
            end = found + len(closing)
            if not _AFTER.match(state.src, end, limit):
                return False
            ranges.append((begin, end if opening.group("name") else found))
            token = state.push("shomei_display", "math", 0)
            token.map = [start_line, line + 1]
            token.meta = {"formula": tuple(ranges), "place": (position, end), "closed": True}
            state.line = line + 1
            return True
        ranges.append((begin, limit))
        line += 1
        if line < end_line:
            if (
                state.sCount[line] < state.blkIndent
                and state.bMarks[line] + state.tShift[line] < state.eMarks[line]
            ):
                break
            begin = min(state.bMarks[line] + state.tShift[line], state.eMarks[line])
    token = state.push("shomei_display", "math", 0)
    token.map = [start_line, start_line + 1]
    token.meta = {"place": (position, opening.end()), "closed": False, "closing": closing}
    state.line = start_line + 1
    return True


def _inline_rule(state: StateInline, silent: bool) -> bool:
    """`$ … $`, `$$ … $$`, `\\( … \\)`, `\\[ … \\]` in running text."""
    source, position, limit = state.src, state.pos, state.posMax
    if source.startswith("\\(", position):
        opening, closing = "\\(", "\\)"
    elif source.startswith("\\[", position):
        opening, closing = "\\[", "\\]"
    elif source.startswith("$$", position):
        opening = closing = "$$"
    elif source[position] == "$" and not source.startswith(
        "$", position - 1 if position else 0, position
    ):
        opening = closing = "$"
    else:
        return False
    begin = position + len(opening)
    if state.env.get(closing) is source:
        return False
    end = _inline_end(source, begin, limit, closing)
    if end is None and closing != "$" and source.find(closing, begin, limit) < 0:
        # It is nowhere in the rest of this paragraph: not to be looked for again.
        state.env[closing] = source
    if end is None:
        return False
    if not silent:
        token = state.push("shomei_inline", "math", 0)
        token.meta = {
            "formula": (begin, end),
            "place": (position, end + len(closing)),
            "display": opening in {"$$", "\\["},
        }
    state.pos = end + len(closing)
    return True


def _inline_end(source: str, begin: int, limit: int, closing: str) -> int | None:
    if closing != "$":
        found = source.find(closing, begin, limit)
        return found if found > begin else None
    if begin >= limit or source[begin].isspace():
        return None
    end = begin
    while end < limit:
        if source[end] == "\\":
            end += 2
            continue
        if source[end] == "`":
            return None
        if source[end] == "$":
            # A dollar after a blank or before a digit is money.
            return (
                None
                if source[end - 1].isspace() or source[end + 1 : end + 2].isdigit() or end == begin
                else end
            )
        end += 1
    return None


def _comment_rule(state: StateInline, silent: bool) -> bool:
    """Comments, with their place; Markdown's own rule would lose it."""
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos, state.posMax)
    if end < 0:
        return False
    if not silent:
        token = state.push("shomei_comment", "", 0)
        token.meta = {"place": (state.pos, end + 3)}
    state.pos = end + 3
    return True


def _bound_paragraphs(state: StateCore) -> None:
    """Of a paragraph that is too long for one nothing is read; one that holds formulas is reported,
    from its place in the text.
    """
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > MAX_PARAGRAPH:
            token.meta["too_long"] = _FORMULA.search(token.content) is not None
            token.content = ""


@cache
def _markdown() -> MarkdownIt:
    # Of what may stand inside a paragraph only code and formulas matter; the rules for the rest
    # would cost time and find nothing.
    markdown = MarkdownIt("commonmark").disable(
        [
            "link",
            "image",
            "autolink",
            "emphasis",
            "html_inline",
            "entity",
            "balance_pairs",
            "fragments_join",
        ]
    )
    markdown.block.ruler.before(
        "fence",
        "shomei_display",
        _display_rule,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    markdown.inline.ruler.before("escape", "shomei_inline", _inline_rule)
    markdown.inline.ruler.before("escape", "shomei_comment", _comment_rule)
    markdown.core.ruler.before("inline", "shomei_paragraphs", _bound_paragraphs)
    return markdown


def blocks(source: Source) -> Iterator[Block]:
    """The blocks of a Markdown text, in order. Raises `SyntaxProblem` for a display that is never
    closed.
    """
    # Whatever markdown-it would replace is replaced here by as many characters, so that offsets
    # stay.
    text = source.text.replace("\r\n", " \n").replace("\r", " ").replace("\ufeff", " ")
    front = _FRONT_MATTER.match(text)
    if front is not None:
        text = re.sub(r"[^\n]", " ", text[: front.end()]) + text[front.end() :]
    heading = False
    for token in _markdown().parse(text):
        match token.type:
            case "heading_open":
                heading = True
            case "heading_close":
                heading = False
            case "shomei_display":
                yield _display(source, token)
            case "inline" if token.meta.get("too_long") is not None:
                if token.meta["too_long"]:
                    start = _line_range(source, (token.map or [0])[0])[0]
                    raise source.problem(
                        start,
                        start,
                        f"a paragraph of more than {MAX_PARAGRAPH} characters",
                        hint="put blank lines between paragraphs",
                    )
            case "inline":
                yield from _paragraph(source, token, heading=heading)
            case "fence" if token.info.strip().split(" ")[0] == "math" and token.map is not None:
                yield _fence(source, token)
            case "html_block" if token.map is not None:
                yield from _html(source, token)
            case _:
                pass


def _display(source: Source, token: Token) -> Display:
    if not token.meta["closed"]:
        start, end = token.meta["place"]
        opening, closing = source.text[start:end], token.meta["closing"]
        raise source.problem(
            start,
            end,
            f"`{opening}` is never closed",
            expected=(f"`{closing}`",),
            hint=f"write `{closing}` where the formula ends",
        )
    return Display(token.meta["place"], token.meta["formula"])


def _line_range(source: Source, line: int) -> Range:
    start = source.line_starts[line]
    return start, start + len(source.line(line + 1))


def _fence(source: Source, token: Token) -> Display:
    first, last = token.map or [0, 0]
    lines = [_line_range(source, line) for line in range(first + 1, last - 1)]
    whole = (_line_range(source, first)[0], _line_range(source, last - 1)[1])
    return Display(whole, tuple(lines) or ((whole[1], whole[1]),))


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
    """A paragraph, cut where a display or a directive stands inside it."""
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
    """Where each line of a paragraph's content stands in the source: markers of lists and quotes,
    and indents, are not part of the content.
    """

    def __init__(self, starts: list[tuple[int, int]], lines: tuple[Range, ...]) -> None:
        self._starts = starts
        self.lines = lines

    def offset(self, position: int) -> int:
        """The source's offset of a position in the content."""
        low, high = 0, len(self._starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle][0] <= position else (low, middle)
        begin, offset = self._starts[low]
        return offset + position - begin

    def fragment(self, content: str, start: int, end: int) -> Fragment:
        """A stretch of the content, a range a line."""
        ranges: list[Range] = []
        while start < end:
            newline = content.find("\n", start, end)
            stop = newline if newline >= 0 else end
            if stop > start:
                ranges.append((self.offset(start), self.offset(stop - 1) + 1))
            start = stop + 1
        return tuple(ranges) or ((self.offset(start), self.offset(start)),)


def _content_places(source: Source, token: Token) -> _Places:
    first = (token.map or [0, 0])[0]
    starts: list[tuple[int, int]] = []
    lines: list[Range] = []
    position = 0
    for number, content in enumerate(token.content.split("\n")):
        start, end = _line_range(source, min(first + number, len(source.line_starts) - 1))
        # The content is the line without the markers and the indent before it; a tab among these
        # may have become blanks.
        core = content.strip()
        found = max(start, source.text.rfind(core, start, end)) if core else end
        starts.append((position, found - (len(content) - len(content.lstrip()))))
        lines.append((found, found + len(core)))
        position += len(content) + 1
    return _Places(starts, tuple(lines))


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
