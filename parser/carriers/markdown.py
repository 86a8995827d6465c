"""Markdown, through markdown-it: its block structure, with rules of our own for formulas, so that
no escape of Markdown's touches them.

Displays are `$$ … $$`, `\\[ … \\]`, `\\begin{align} … \\end{align}` and fences marked `math` or
`{math}`; inline formulas `$ … $` and `\\( … \\)`. The content of other directives, such as MyST's
```` ```{prf:theorem} ```` and `:::{note}`, is Markdown too, and so is that of HTML's elements. Code
is left alone. A comment that begins with `shomei:` holds directives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markdown_it.token import Token

from shomei.parser.carriers import dialects
from shomei.parser.carriers.blocks import (
    Block,
    Boundary,
    Directive,
    Display,
    Paragraph,
    Unread,
)
from shomei.parser.carriers.markdown_rules import FORMULA, OPENING, OPTION, directive, markdown
from shomei.parser.carriers.markdown_text import COMMENT, TextReader
from shomei.parser.carriers.places import Places, line_places, line_range
from shomei.parser.limits import MAX_PARAGRAPH
from shomei.parser.source import Range, Source

_CODE: Final = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_TAG: Final = re.compile(
    r"</?(?:[A-Z][\w.]*|a|abbr|b|blockquote|br|center|dd|details|div|dl|dt|em|figcaption|figure|font"
    r"|h[1-6]|hr|i|kbd|li|main|mark|ol|p|section|small|span|strong|sub|summary|sup|table|tbody|td"
    r"|tfoot|th|thead|tr|u|ul)"
    r"(?:\s+[\w:@-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[\w.%#-]+))?)*\s*/?>"
    r"|<(?P<kept>script|style|pre|code|textarea|svg)\b.*?</(?P=kept)\s*>",
    re.DOTALL,
)
#: How deeply directives may be nested.
_MAX_FENCES: Final = 10


def blocks(source: Source) -> Iterator[Block]:
    """The blocks of a Markdown text, in order."""
    # Replace whatever markdown-it would replace by as many characters, so that offsets stay
    # correct.
    text = source.text.replace("\r\n", " \n").replace("\r", " ").replace("\ufeff", " ")
    yield from _Reader(source).read(dialects.without_preamble(text, source.path), 0)


def blocks_of_lines(source: Source, first: int, last: int) -> Iterator[Block]:
    """The blocks of some lines of the source, from `first` (counted from 0) on up to `last`
    (exclusive), as those of a text by themselves.
    """
    start = source.line_starts[first]
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    text = source.text[start:end].replace("\r", " ").replace("\ufeff", " ")
    yield from _Reader(source).read(text, first)


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
                        parts.append(dialects.blank(source.text[done:start]))
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


class _Reader:
    """Reads a text, and what its directives hold."""

    def __init__(self, source: Source) -> None:
        self._source = source
        #: What the next display or directive is cited by.
        self._target = ""
        #: The parts that are open, and where each ends at the latest.
        self._open: list[tuple[str, int]] = []
        self._text = TextReader(source, self._labelled)

    def read(
        self, text: str, first: int, *, places: Places | None = None, depth: int = 0
    ) -> Iterator[Block]:
        """The blocks of a text that begins with line `first` of the source; `places` are those of
        its characters where they are not the same as in the source.
        """
        start = self._source.line_starts[first]
        heading = 0
        outside = len(self._open)
        tokens = markdown(indented_code=not depth).parse(text)
        for token in tokens:
            self._move(token, first, start, places)
            if token.type != "shomei_display" and not _is_display(token):
                yield from self._text.asides()
            match token.type:
                case "heading_open":
                    # The title of a directive is no section of the article.
                    heading = int(token.tag[1:])
                case "heading_close":
                    heading = 0
                case "list_item_open":
                    yield self._opened("item", token, "")
                case "blockquote_open":
                    yield self._opened(self._quote(tokens, token), token, "")
                case "list_item_close" | "blockquote_close":
                    yield from self._closed(outside)
                case "shomei_marker":
                    yield from self._marker(token, outside)
                case "fence" if token.map is not None:
                    yield from self._fence(token, depth)
                case "html_block" if token.map is not None:
                    yield from self._html(token, depth)
                case _:
                    yield from self._block(token, heading=heading)
        yield from self._text.asides()
        while len(self._open) > outside:
            yield from self._closed(outside)

    def _move(self, token: Token, first: int, start: int, places: Places | None) -> None:
        """Gives a token its places in the source."""
        if token.map is not None and first:
            token.map = [token.map[0] + first, token.map[1] + first]
        if token.type != "shomei_display" or not (first or places):
            return
        begin, end = token.meta["place"]
        formula: Sequence[Range] = token.meta.get("formula", ())
        if places is not None:
            token.meta |= {
                "place": places.range((begin, end)),
                "formula": tuple(map(places.range, formula)),
            }
        else:
            token.meta |= {
                "place": (begin + start, end + start),
                "formula": tuple((a + start, b + start) for a, b in formula),
            }

    # ----------------------------------------------------------------------------------------------
    # Parts

    def _opened(
        self, scope: str, token: Token, label: str, said: str = "", strange: str = ""
    ) -> Boundary:
        first, last = token.map or [0, 1]
        place = line_range(self._source, first)[0]
        self._open.append((scope, line_range(self._source, max(first, last - 1))[1]))
        return Boundary(scope, label, (place, place), said, strange)  # type: ignore[arg-type]

    def _closed(self, outside: int) -> Iterator[Boundary]:
        if len(self._open) > outside:
            scope, place = self._open.pop()
            yield Boundary(f"end {scope}", "", (place, place))  # type: ignore[arg-type]

    def _quote(self, tokens: list[Token], quote: Token) -> str:
        """What a quote is: a part, or what a callout says."""
        index = next(i for i, each in enumerate(tokens) if each is quote)
        first = next((each for each in tokens[index : index + 4] if each.type == "inline"), None)
        found = dialects.callout(first.content) if first is not None else None
        return found[0] if found is not None else "part"

    def _marker(self, token: Token, outside: int) -> Iterator[Block]:
        """`:::{prf:theorem}`, `::: {#thm-sum}`, `::: theorem`, and `:::`."""
        info = token.info.strip()
        if not info:
            yield from self._closed(outside)
            return
        name, title = directive(info)
        if name is None:
            name, _, title = info.partition(" ")
        if FORMULA.search(title):
            place = line_range(self._source, (token.map or [0])[0])
            yield Unread(place, "a formula in a directive's title is not read")
        label = dialects.label_of_directive(info, token.content.split("\n")) or self._target
        self._target = ""
        scope = dialects.scope_of_fence(info, name, title)
        yield self._opened(scope, token, label, title, dialects.strange(info, name))

    def _fence(self, token: Token, depth: int) -> Iterator[Block]:
        """A fence: mathematics, a directive whose content is text (MyST's `{prf:theorem}`), or
        code, which is ignored.
        """
        first, last = token.map or [0, 0]
        name, title = directive(token.info)
        whole = (line_range(self._source, first)[0], line_range(self._source, last - 1)[1])
        lines = token.content.split("\n")
        if name == "math":
            lines = lines[:-1]
            places = line_places(self._source, first + 1, lines)[1]
            options = _options(lines)
            formula = tuple(places[options:]) or ((whole[1], whole[1]),)
            yield self._labelled(
                whole, formula, dialects.label_of_directive(token.info, lines[:options])
            )
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
            yield Unread(
                line_range(self._source, first), "a formula in a directive's title is not read"
            )
        options = _options(lines)
        label = dialects.label_of_directive(token.info, lines[:options]) or self._target
        self._target = ""
        scope = dialects.scope_of_fence(token.info, name, title)
        yield self._opened(scope, token, label, title, dialects.strange(token.info, name))
        # Replace the options by as many blanks, so that offsets stay correct.
        text = "\n".join([*(" " * len(line) for line in lines[:options]), *lines[options:]])
        yield from self._inside(lines, text, first + 1, depth)
        yield from self._closed(0)

    def _inside(self, lines: list[str], text: str, first: int, depth: int) -> Iterator[Block]:
        """The blocks of a directive's content, which is Markdown in its own right. `lines` is how
        the source has the text.
        """
        if first < len(self._source.line_starts):
            places = Places(line_places(self._source, first, lines)[0], ())
            yield from self.read(text, first, places=places, depth=depth + 1)

    def _html(self, token: Token, depth: int) -> Iterator[Block]:
        first, last = token.map or [0, 0]
        whole = (line_range(self._source, first)[0], line_range(self._source, last - 1)[1])
        directives = list(COMMENT.finditer(self._source.text, *whole))
        for match in directives:
            yield Directive((match.span("content"),))
        text = _without_comments(token.content)
        if directives or not FORMULA.search(text):
            for tag in _PART.finditer(text):
                if tag["end"]:
                    yield from self._closed(0)
                else:
                    summary = " ".join(match[1] for match in _SUMMARY.finditer(text))
                    struck = tag["struck"] or ""
                    yield self._opened("part", token, "", dialects.untagged(summary), struck)
            return
        if depth >= _MAX_FENCES:
            yield Unread(whole, f"directives inside each other more than {_MAX_FENCES} deep")
            return
        lines = token.content.split("\n")
        text = _TAG.sub(lambda match: dialects.blank(match.group()), text)
        if re.match(r"\s*</?[A-Za-z]", text):
            if FORMULA.search(text):
                yield Unread(
                    whole, "formulas inside HTML are not read: put a blank line after the tag"
                )
            return
        yield self._opened("part", token, "")
        yield from self._inside(lines, text, first, depth)
        yield from self._closed(0)

    # ----------------------------------------------------------------------------------------------
    # Text

    def _block(self, token: Token, *, heading: int) -> Iterator[Block]:
        """The block of one token of a text, or of a directive's content."""
        match token.type:
            case "shomei_display" if token.meta["closed"]:
                formula = token.meta["formula"]
                if token.meta["escaped"]:
                    formula = dialects.unescaped(self._source.text, formula)
                yield self._labelled(token.meta["place"], formula, token.meta["label"])
            case "shomei_display":
                opening = OPENING.match(self._source.text, token.meta["place"][0])
                shown = opening.group() if opening else ""
                yield Unread(token.meta["place"], f"`{shown}` is never closed")
            case "inline" if token.meta.get("too_long") is not None:
                if token.meta["too_long"]:
                    first, last = token.map or [0, 1]
                    start = line_range(self._source, first)[0]
                    place = (start, line_range(self._source, last - 1)[1])
                    yield Unread(place, f"a paragraph of more than {MAX_PARAGRAPH} characters")
            case "inline" if (target := dialects.TARGET.fullmatch(token.content)) is not None:
                self._target = target["name"]
            case "inline":
                yield from self._text.read(token, heading=heading)
            case _:
                pass

    def _labelled(self, place: Range, formula: tuple[Range, ...], label: str) -> Display:
        formula, inside = dialects.without_labels(self._source.text, formula)
        label, self._target = label or inside or self._target, ""
        return Display(place, formula, label)


def _is_display(token: Token) -> bool:
    return token.nesting < 0 or (token.type == "fence" and directive(token.info)[0] == "math")


def _options(lines: list[str]) -> int:
    """The number of lines of options in a directive's content: `:label: name`, or YAML."""
    index = 0
    if lines[:1] and lines[0].strip() == "---":
        ends = [at for at, line in enumerate(lines[1:], 1) if line.strip() == "---"]
        index = ends[0] + 1 if ends else 0
    while index < len(lines) and OPTION.match(lines[index]):
        index += 1
    return index


#: The tags of HTML whose content is a part of its own.
_PART: Final = re.compile(
    r"<(?P<end>/)?(?:article|aside|blockquote|details|section|(?P<struck>s|del|strike))\b[^<>]*>",
    re.IGNORECASE,
)


_SUMMARY: Final = re.compile(r"<summary[^<>]*>(.*?)(?:</summary>|\Z)", re.DOTALL | re.IGNORECASE)


def _without_comments(html: str) -> str:
    """The text with blanks for its comments."""
    kept: list[str] = []
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        end = html.find("-->", start)
        end = len(html) if end < 0 else end + 3
        kept += [html[position:start], dialects.blank(html[start:end])]
        position = end
    return "".join([*kept, html[position:]])
