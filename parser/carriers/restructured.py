"""reStructuredText, through docutils: its block structure. The text of its blocks is cut into
words and formulas here, since docutils does not keep the places of what stands in a line.

Displays are `.. math::`, inline formulas `:math:`…`` and, where a default role says so, `` `…` ``.
The content of other directives is text too, except that of code. Nothing is included, run or
replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from threading import Lock
from typing import Any, Final

from docutils import nodes
from docutils.frontend import Values, get_default_settings
from docutils.parsers.rst import Directive as DocutilsDirective
from docutils.parsers.rst import Parser, directives, states
from docutils.utils import new_document

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
from shomei.parser.carriers.boundaries import scope_of_directive
from shomei.parser.carriers.markdown_rules import is_code
from shomei.parser.limits import MAX_PARAGRAPH
from shomei.parser.source import Fragment, Range, Source

_INLINE: Final = re.compile(
    r"""
    (?P<escaped>  \\.)
  | (?P<literal>  ``.+?``(?!`))
  | (?P<role>     :(?P<name>[A-Za-z][\w:.+-]*):`(?P<content>(?:[^`\\]|\\.)+)`)
  | (?P<plain>    `(?P<text>(?:[^`\\]|\\.)+)`(?::(?P<after>[A-Za-z][\w:.+-]*):|(?P<target>__?))?)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPTION: Final = re.compile(r"\s*:(?P<name>[A-Za-z][\w-]*):[ \t]*(?P<value>.*)")
#: What stands behind a directive's name.
_BEHIND: Final = re.compile(r"::[ \t]+\S")
#: Directives whose text may begin there.
_UNTITLED: Final = frozenset(
    ("note", "tip", "hint", "warning", "caution", "danger", "error", "important", "attention")
) | {"seealso", "math", "epigraph", "highlights", "pull-quote", "replace"}
_DIRECTIVE: Final = re.compile(r"\s*shomei:")
_FORMULA: Final = re.compile(r":math:`|\$\$|\\\[|\\begin\{")
#: What would be a line's end for docutils alone.
_STRANGE_BREAKS: Final = str.maketrans(dict.fromkeys("\v\f\x85\u2028\u2029\r\ufeff", " "))
_LONG_LINE: Final = 1_000_000


class _Text(nodes.inline):  # type: ignore[misc]
    """A block's text, with the line that it begins in."""


class _Read(nodes.Element):  # type: ignore[misc]
    """A directive: its name, title, label and lines; its content, read, are its children."""


class _AnyDirective(DocutilsDirective):  # type: ignore[misc]
    """Takes what stands behind its name, its options and its content as they are."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        lines = list(self.content)
        behind = _BEHIND.search(self.block_text.split("\n", 1)[0])
        count = 0
        if behind is not None and self.name not in _UNTITLED:
            while count < len(lines) and lines[count].strip() and not _OPTION.match(lines[count]):
                count += 1
        title = " ".join(line.strip() for line in lines[:count])
        label = ""
        while count < len(lines) and (option := _OPTION.match(lines[count])):
            label = option["value"].strip() if option["name"] in {"label", "name"} else label
            count += 1
        _, line = self.state_machine.get_source_and_line(self.lineno)
        node = _Read(self.block_text, name=self.name, title=title, label=label, line=line)
        if self.name != "math" and not is_code(self.name):
            self.state.nested_parse(self.content[count:], self.content_offset + count, node)
        return [node]


class _Directives(dict[str, Any]):
    """Every directive by every name."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> Any:
        return _AnyDirective


class _Inliner(states.Inliner):  # type: ignore[misc]
    """Leaves the text of a block as it is."""

    def init_customizations(self, settings: Any) -> None:
        del settings

    def parse(self, text: str, lineno: int, memo: Any, parent: Any) -> Any:
        del parent
        _, line = memo.reporter.get_source_and_line(lineno)
        return [_Text(text, line=line)], []


#: docutils has one table of directives for all documents.
_TABLE: Final = Lock()


@cache
def _default_settings() -> Values:
    """docutils makes its defaults by way of its command line's options, which takes long."""
    return get_default_settings(Parser)


def _tree(source: Source) -> nodes.document:
    settings = _default_settings().copy()
    settings.report_level = settings.halt_level = 5
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.line_length_limit = _LONG_LINE
    settings.warning_stream = ""
    document = new_document("", settings)
    with _TABLE:
        before = directives._directives
        directives._directives = _Directives()
        try:
            Parser(inliner=_Inliner()).parse(source.text.translate(_STRANGE_BREAKS), document)
        finally:
            directives._directives = before
    return document


def blocks(source: Source) -> Iterator[Block]:
    """The blocks of the text, in order."""
    try:
        tree = _tree(source)
    except RecursionError:
        yield Unread((0, len(source.line(1))), "the text is nested too deep")
        return
    yield from _Reader(source).read(tree, 1)


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._flat = source.text.replace("\t", " ")
        #: The default role.
        self._role = ""

    def read(self, node: nodes.Element, level: int) -> Iterator[Block]:
        """The blocks of a node; `level` is that of the sections in it."""
        for child in node.children:
            match child:
                case _Text():
                    heading = level - 1 if isinstance(node, nodes.title) else 0
                    yield from self._text(child, heading)
                case _Read():
                    yield from self._directive(child, level)
                case nodes.section():
                    yield from self.read(child, level + 1)
                case nodes.comment():
                    yield from self._comment(child)
                case nodes.list_item():
                    place = self._place_of(child)
                    yield Boundary("item", "", place)
                    yield from self.read(child, level)
                    yield Boundary("end item", "", place)
                case nodes.system_message() | nodes.literal_block() | nodes.doctest_block():
                    pass
                case nodes.Element():
                    yield from self.read(child, level)
                case _:
                    pass

    def _place_of(self, node: nodes.Element) -> Range:
        """Where the first text of a node stands."""
        first = next(iter(node.findall(_Text)), None)
        line = self._line(first["line"] if first is not None else node.line or 1)
        return line[0], line[0]

    def _line(self, number: int) -> Range:
        """The range of a line, counted from 1; the last for one that there is not."""
        number = max(1, min(number, len(self._source.line_starts)))
        start = self._source.line_starts[number - 1]
        return start, start + len(self._source.line(number))

    # ----------------------------------------------------------------------------------------------

    def _directive(self, node: _Read, level: int) -> Iterator[Block]:
        name, title = node["name"], node["title"]
        if name == "math":
            yield from self._displays(node)
            return
        if name == "default-role":
            self._role = title
            return
        whole = self._whole(node)
        if is_code(name):
            if name == "raw" and _FORMULA.search(node.rawsource):
                yield Unread(whole, "a raw block is not read")
            return
        scope = scope_of_directive(name, title)
        yield Boundary(scope, node["label"], (whole[0], whole[0]))
        if _FORMULA.search(title):
            yield Unread(self._line(node["line"]), "a formula in a directive's title is not read")
        yield from self.read(node, level)
        yield Boundary(f"end {scope}", "", (whole[1], whole[1]))  # type: ignore[arg-type]

    def _whole(self, node: _Read) -> Range:
        first, count = node["line"], node.rawsource.count("\n")
        start = self._line(first)
        line = self._source.text[slice(*start)]
        return start[0] + len(line) - len(line.lstrip()), self._line(first + count)[1]

    def _displays(self, node: _Read) -> Iterator[Display]:
        """`.. math::`: the equations behind it, without its options. A blank line is between two of
        them; its label is that of the last.
        """
        first, rows = node["line"], node.rawsource.split("\n")
        equations: list[list[Range]] = [[]]
        optional = True
        for number in range(first, first + len(rows)):
            start, end = self._line(number)
            line = self._source.text[start:end]
            if number == first:
                at = line.find("::")
                start += at + 2 if at >= 0 else 0
                line = self._source.text[start:end]
            elif optional and _OPTION.fullmatch(line):
                continue
            if line.strip():
                start += len(line) - len(line.lstrip())
                equations[-1].append((start, start + len(line.strip())))
            elif number > first:
                optional = False
                if equations[-1] and ":nowrap:" not in node.rawsource:
                    equations.append([])
        written = [each for each in equations if each]
        whole = self._whole(node)
        if not written:
            yield Display(whole, ((whole[1], whole[1]),))
        for index, lines in enumerate(written):
            last = index == len(written) - 1
            place = (whole[0] if index == 0 else lines[0][0], whole[1] if last else lines[-1][1])
            yield Display(place, tuple(lines), node["label"] if last else "")

    def _comment(self, node: nodes.comment) -> Iterator[Block]:
        text = node.rawsource or node.astext()
        if not _DIRECTIVE.match(text):
            return
        place = self._find(text.split("\n"), node.line or 1)
        if place is None:
            return
        begin = self._source.text.find("shomei:", place[0][0])
        rest = (begin + len("shomei:"), place[0][1])
        yield Directive((rest, *place[1:]))

    # ----------------------------------------------------------------------------------------------

    def _find(self, lines: list[str], first: int) -> tuple[Range, ...] | None:
        """Where the lines of a block stand in the source, the first in line `first` or near it."""
        for begin in (first, first - 1, first + 1, *range(first - 2, first - 9, -1)):
            found = self._find_at(lines, begin)
            if found is not None:
                return found
        return None

    def _find_at(self, lines: list[str], first: int) -> tuple[Range, ...] | None:
        if not 1 <= first <= len(self._source.line_starts) - len(lines) + 1:
            return None
        places: list[Range] = []
        for number, line in enumerate(lines, first):
            start, end = self._line(number)
            core = line.strip()
            found = self._flat.find(core, start, end) if core else end
            if found < 0:
                return None
            places.append((found, found + len(core)))
        return tuple(places)

    def _text(self, node: _Text, heading: int) -> Iterator[Block]:
        """The paragraph of a block's text."""
        text = node.rawsource
        lines = text.split("\n")
        places = self._find(lines, node["line"])
        if places is None:
            if _FORMULA.search(text):
                yield Unread(self._line(node["line"]), "its place in the text is not found")
            return
        if len(text) > MAX_PARAGRAPH:
            if _FORMULA.search(text):
                place = (places[0][0], places[-1][1])
                yield Unread(place, f"a paragraph of more than {MAX_PARAGRAPH} characters")
            return
        pieces: list[Words | Inline] = []
        content = _Content(lines, places)
        after = 0
        for match in _INLINE.finditer(content.text):
            inside = self._formula(match)
            if inside is None:
                continue
            pieces += map(Words, content.fragment(after, match.start()))
            whole = content.fragment(*match.span())
            pieces.append(Inline((whole[0][0], whole[-1][1]), content.fragment(*inside)))
            after = match.end()
        pieces += map(Words, content.fragment(after, len(content.text)))
        if any(self._source.text[slice(*piece.place)].strip() for piece in pieces):
            yield Paragraph(tuple(pieces), tuple(p for p in places if p[0] < p[1]), heading)

    def _formula(self, match: re.Match[str]) -> Range | None:
        """The formula in what a role, written or the default one, marks."""
        if match["role"] and match["name"] == "math":
            return match.span("content")
        if match["plain"] and not match["target"]:
            role = match["after"] or self._role
            return match.span("text") if role == "math" else None
        return None


class _Content:
    """The lines of a block as one text, with the places of its parts in the source."""

    def __init__(self, lines: list[str], places: tuple[Range, ...]) -> None:
        cores = [line.strip() for line in lines]
        self.text = "\n".join(cores)
        self._places: list[tuple[int, int, int]] = []
        position = 0
        for core, (start, _) in zip(cores, places, strict=True):
            self._places.append((position, position + len(core), start))
            position += len(core) + 1

    def fragment(self, start: int, end: int) -> Fragment:
        """A stretch of the text, as a range for each line."""
        return tuple(
            (offset + max(start, first) - first, offset + min(end, last) - first)
            for first, last, offset in self._places
            if max(start, first) < min(end, last)
        )
