"""Where the content of a Markdown block stands in the source."""

from __future__ import annotations

from markdown_it.token import Token

from shomei.parser.source import Fragment, Range, Source


def line_range(source: Source, line: int) -> Range:
    """The range of a line, counted from 0."""
    start = source.line_starts[line]
    return start, start + len(source.line(line + 1))


class Places:
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


def content_places(source: Source, token: Token) -> Places:
    """Where the content of a paragraph's token stands."""
    starts, lines = line_places(source, (token.map or [0, 0])[0], token.content.split("\n"))
    return Places(starts, tuple(lines))


def line_places(
    source: Source, first: int, contents: list[str]
) -> tuple[list[tuple[int, int]], list[Range]]:
    """Where each line of a block's content begins there and in the source, and its range."""
    starts: list[tuple[int, int]] = []
    lines: list[Range] = []
    position = 0
    for number, content in enumerate(contents):
        start, end = line_range(source, min(first + number, len(source.line_starts) - 1))
        # The content is the line without the markers and the indent before it; a tab among these
        # may have become blanks.
        core = content.strip()
        found = max(start, source.text.rfind(core, start, end)) if core else end
        starts.append((position, found - (len(content) - len(content.lstrip()))))
        lines.append((found, found + len(core)))
        position += len(content) + 1
    return starts, lines
