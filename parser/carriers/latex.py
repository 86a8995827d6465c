"""LaTeX files: displays, inline formulas, paragraphs, theorems and proofs. The preamble, comments
and verbatim text are ignored.

A comment that begins with `% shomei:` holds a directive; consecutive lines of this kind form one
text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

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
from shomei.parser.carriers.boundaries import Scope, is_strange, scope_of
from shomei.parser.carriers.latex_marks import (
    ALIAS,
    ANOTHER,
    BLANK,
    CONDITIONAL,
    DISPLAYS,
    DOCUMENT,
    DOCUMENT_END,
    INPUT,
    LEVELS,
    MARK,
    PREAMBLE_INPUT,
    VERBATIM,
    environments_of,
)
from shomei.parser.carriers.latex_titles import pieces_of_title
from shomei.parser.errors import SyntaxProblem
from shomei.parser.limits import MAX_PARAGRAPH
from shomei.parser.macros.groups import braces
from shomei.parser.source import Fragment, Range, Source

#: An item of a list among the environments that are open.
_ITEM: Final = "\\item"
#: Text that hangs on a condition of TeX's.
_IF: Final = "\\if"
#: Whether a text may hold a formula.
_FORMULA: Final = re.compile(r"(?<!\\)\$|\\[(\[]|\\begin\{")
#: How deep notes may be nested.
_DEEPEST: Final = 5


def blocks(source: Source) -> Iterator[Block]:
    """The blocks of a LaTeX text, in order."""
    return _Scanner(source).blocks()


class _Scanner:
    def __init__(self, source: Source, part: Range | None = None, depth: int = 0) -> None:
        self._source = source
        self._text = source.text
        begin = DOCUMENT.search(self._text)
        self._position = begin.end() if begin else 0
        end = DOCUMENT_END.search(self._text, self._position)
        self._end = end.start() if end else len(self._text)
        self._is_whole = part is None
        if part is not None:
            self._position, self._end = part
        self._depth = depth
        #: What is said aside of the paragraph that is being read.
        self._asides: list[Range] = []
        self._own = environments_of(self._text)
        self._pieces: list[Words | Inline] = []
        self._open: list[tuple[str, Range]] = []
        self._directive: list[Range] = []
        self._next_blank = -1
        #: Closing marks that stand nowhere in the rest of the text.
        self._missing: set[str] = set()
        self._openings, self._closings = _aliases(source)

    def blocks(self) -> Iterator[Block]:
        """One pass over the text."""
        for before in PREAMBLE_INPUT.finditer(self._text, 0, self._position * self._is_whole):
            yield Unread(before.span("input"), INPUT)
        after = self._position
        while match := MARK.search(self._text, self._position, self._end):
            self._position = match.end()
            kind = match.lastgroup
            if (definition := self._definition(match.start())) is not None:
                self._words(after, definition[0])
                self._position = after = definition[1]
                continue
            if kind == "escaped" or (
                kind == "command" and match.group("command_name") not in self._openings
            ):
                continue
            self._words(after, match.start())
            if (
                kind != "directive"
                and self._directive
                and (kind == "blank" or self._text[after : match.start()].strip())
            ):
                yield from self._flush_directive()
            try:
                yield from self._block(str(kind), match)
            except SyntaxProblem as problem:
                yield from self._flush()
                blank = BLANK.search(self._text, match.end(), self._end)
                self._position = blank.start() if blank else self._end
                yield Unread((match.start(), self._position), problem.message)
            after = self._position
        self._words(after, self._end)
        yield from self._flush()
        yield from self._flush_directive()
        unended = [(name, place) for name, place in self._open if name not in {_ITEM, _IF}]
        yield from self._end_all(0, (self._end, self._end))
        if unended:
            name, place = unended[-1]
            yield Unread(place, f"the environment `{name}` is never ended")

    def _block(self, kind: str, match: re.Match[str]) -> Iterator[Block]:
        match kind:
            case "directive":
                yield from self._flush()
                self._directive.append(match.span("content"))
            case "bracket":
                yield from self._paragraph()
                yield self._display(match, match.end(), "\\]")
            case "dollars" if match.group() == "$$":
                yield from self._paragraph()
                yield self._display(match, match.end(), "$$")
            case "dollars":
                self._inline(match, "$")
            case "paren":
                self._inline(match, "\\)")
            case "command":
                yield from self._paragraph()
                yield self._aliased(match)
            case "input":
                yield from self._flush()
                yield Unread(match.span(), INPUT)
            case "aside":
                self._asides.append(self._group(match))
            case "silent":
                self._group(match)
            case "struck":
                place = self._group(match)
                if _FORMULA.search(self._text, *place):
                    yield from self._flush()
                    yield Unread((match.start(), place[1] + 1), "it is struck out")
            case "unused":
                self._position = self._end_of_unused(match.end())
            case "conditional":
                yield from self._conditional(match)
            case "item":
                yield from self._flush()
                yield from self._end_item(match.span())
                self._open.append((_ITEM, match.span()))
                yield Boundary("item", "", match.span())
            case "begin":
                yield from self._begin(match)
            case "end":
                yield from self._close(match)
            case "heading":
                yield from self._flush()
                yield self._heading(match)
            case "blank":
                yield from self._flush()
            case _:
                pass

    def _words(self, start: int, end: int) -> None:
        if self._text[start:end].strip():
            self._pieces.append(Words((start, end)))

    def _flush(self) -> Iterator[Block]:
        yield from self._paragraph()
        asides, self._asides = self._asides, []
        for start, end in asides:
            # What is said there is not said in the text around it.
            yield Boundary("part", "", (start, start))
            if self._depth < _DEEPEST:
                yield from _Scanner(self._source, (start, end), self._depth + 1).blocks()
            else:
                yield Unread((start, end), "the text is nested too deep")
            yield Boundary("end part", "", (end, end))

    def _paragraph(self) -> Iterator[Block]:
        if self._pieces:
            pieces, self._pieces = tuple(self._pieces), []
            start, end = pieces[0].place[0], pieces[-1].place[1]
            if end - start > MAX_PARAGRAPH:
                if not any(isinstance(piece, Inline) for piece in pieces):
                    return
                yield Unread((start, end), f"a paragraph of more than {MAX_PARAGRAPH} characters")
                return
            yield Paragraph(pieces, tuple(self._lines(start, end)))

    def _group(self, match: re.Match[str]) -> Range:
        """The inside of the group that a command opens; reading goes on after it."""
        group = braces(self._text, match.end() - 1)
        if group is None or group[1] > self._end:
            raise self._unclosed(match, "}")
        self._position = group[1]
        return group[0], group[1] - 1

    def _end_of_unused(self, position: int) -> int:
        """Where the text is read again after `\\iffalse`."""
        depth = 1
        for match in CONDITIONAL.finditer(self._text, position, self._end):
            if match["word"] == "else":
                if depth == 1:
                    return match.end()
            else:
                depth += -1 if match["word"] == "fi" else 1
            if depth == 0:
                return match.end()
        return self._end

    def _conditional(self, match: re.Match[str]) -> Iterator[Block]:
        """`\\ifsolutions`, `\\else`, `\\fi`: what stands between them is said there only, since TeX
        may leave it out.
        """
        yield from self._flush()
        word = match["condition"]
        if word in {"else", "fi"}:
            depth = max((i for i, (name, _) in enumerate(self._open) if name == _IF), default=None)
            if depth is None:
                return
            yield from self._end_all(depth, match.span())
        if word != "fi":
            self._open.append((_IF, match.span()))
            yield Boundary("part", "", match.span())

    def _end_item(self, place: Range) -> Iterator[Block]:
        if self._open and self._open[-1][0] == _ITEM:
            self._open.pop()
            yield Boundary("end item", "", place)

    def _scope(self, name: str) -> Scope | None:
        return self._own.scopes.get(name) or scope_of(name)

    def _strange(self, name: str) -> str:
        """The name of an environment that does not say what stands in it."""
        own = name in self._own.titles or name in self._own.displays
        return name if not own and is_strange(name) else ""

    def _part(self, name: str) -> Scope | None:
        return "part" if self._strange(name) else None

    def _flush_directive(self) -> Iterator[Block]:
        if self._directive:
            lines, self._directive = tuple(self._directive), []
            yield Directive(lines)

    def _lines(self, start: int, end: int) -> Iterator[Range]:
        while start < end:
            newline = self._text.find("\n", start, end)
            stop = newline if newline >= 0 else end
            line = self._text[start:stop]
            if line.strip():
                begin = start + len(line) - len(line.lstrip())
                yield begin, begin + len(line.strip())
            start = stop + 1

    # ----------------------------------------------------------------------------------------------

    def _find(self, opening: re.Match[str], closing: str, limit: int) -> int:
        """The place of the closing mark; comments and escaped dollars do not count."""
        position = opening.end()
        if closing in self._missing:
            raise self._unclosed(opening, closing)
        while (found := self._text.find(closing, position, limit)) >= 0:
            line_start = max(self._text.rfind("\n", opening.start(), found) + 1, opening.start())
            if not re.search(r"(?<!\\)%", self._text[line_start:found]) and not (
                closing == "$" and self._text[found - 1] == "\\"
            ):
                return found
            position = found + len(closing)
        if limit == self._end:
            self._missing.add(closing)
        raise self._unclosed(opening, closing)

    def _unclosed(self, opening: re.Match[str], closing: str) -> SyntaxProblem:
        return self._source.problem(
            opening.start(),
            opening.end(),
            f"`{opening.group()}` is never closed",
            expected=(f"`{closing}`",),
            hint=f"write `{closing}` where the formula ends",
        )

    def _display(self, opening: re.Match[str], begin: int, closing: str) -> Display:
        other = ANOTHER.search(self._text, begin, self._end) if closing == "\\]" else None
        found = self._find(opening, closing, other.start() if other else self._end)
        self._position = found + len(closing)
        return Display((opening.start(), self._position), ((begin, found),))

    def _aliased(self, opening: re.Match[str]) -> Display:
        """A display between commands of the author's for `\\begin{equation}` and its end."""
        name = self._openings[opening.group("command_name")]
        written = [*self._closings.get(name, ()), f"\\end{{{name}}}"]
        closing = min(
            (each for each in written if self._text.find(each, opening.end(), self._end) >= 0),
            key=lambda each: self._text.find(each, opening.end(), self._end),
            default=written[0],
        )
        return self._display(opening, opening.end(), closing)

    def _definition(self, offset: int) -> Range | None:
        """The definition of a command or environment that this place lies in."""
        inside = (each for each in self._own.places if each[0] <= offset < each[1])
        if (found := next(inside, None)) is not None:
            return found
        places = self._source.macros.places
        index = bisect_right(places, (offset, len(self._text) + 1)) - 1
        return places[index] if index >= 0 and offset < places[index][1] else None

    def _inline(self, opening: re.Match[str], closing: str) -> None:
        if self._next_blank < opening.end():
            blank = BLANK.search(self._text, opening.end(), self._end)
            self._next_blank = blank.start() if blank else self._end
        found = self._find(opening, closing, self._next_blank)
        self._position = found + len(closing)
        formula: Fragment = ((opening.end(), found),)
        self._pieces.append(Inline((opening.start(), self._position), formula))

    def _heading(self, match: re.Match[str]) -> Block:
        depth, position = 1, match.end()
        while position < self._end and depth:
            depth += (self._text[position] == "{") - (self._text[position] == "}")
            position += 1
        place = (match.end(), max(match.end(), position - 1))
        self._position = position
        pieces = tuple(pieces_of_title(self._text, place))
        return Paragraph(pieces, (place,), heading=LEVELS[match.group("level")])

    def _begin(self, match: re.Match[str]) -> Iterator[Block]:
        name = match.group("opened")
        plain = name.rstrip("*")
        if name in self._own.displays:
            yield from self._paragraph()
            begin = match.end("opened") + 1
            for _ in range(self._own.displays[name]):
                group = braces(self._text, begin)
                begin = group[1] if group is not None else begin
            yield self._display(match, begin, f"\\end{{{name}}}")
            return
        if plain == "math":
            self._inline(match, "\\end{math}")
            return
        if plain in VERBATIM or plain in DISPLAYS:
            closing = f"\\end{{{name}}}"
            found = (
                self._text.find(closing, match.end(), self._end)
                if plain in VERBATIM
                else self._find(match, closing, self._end)
            )
            if found < 0:
                raise self._unclosed(match, closing)
            self._position = found + len(closing)
            if plain in DISPLAYS:
                yield from self._paragraph()
                yield Display((match.start(), self._position), ((match.start(), self._position),))
            return
        self._open.append((name, match.span()))
        kind, strange = self._scope(name), self._strange(name)
        if kind or strange:
            yield from self._flush()
            said = f"{self._own.titles.get(name, '')} {match.group('title') or ''}"
            label = self._theorem_label(match)
            yield Boundary(kind or "part", label, match.span(), said, strange)

    def _theorem_label(self, match: re.Match[str]) -> str:
        """What a theorem is cited by: its `\\label`, or else its title."""
        label = re.compile(r"\s*\\label\s*\{([^{}\n]{1,80})\}").match(
            self._text, match.end(), self._end
        )
        return label.group(1) if label else " ".join((match.group("title") or "").split())

    def _close(self, match: re.Match[str]) -> Iterator[Block]:
        """The end of an environment, and of those that are open inside it."""
        name = match.group("closed")
        depth = max(
            (index for index, (opened, _) in enumerate(self._open) if opened == name), default=None
        )
        inner = [opened for opened, _ in self._open[(-1 if depth is None else depth) + 1 :]]
        inner = [opened for opened in inner if opened not in {_ITEM, _IF}]
        if depth is None or inner:
            opened = f"while `{inner[-1]}` is open" if inner else "and nothing is open"
            yield from self._flush()
            yield Unread(match.span(), f"`{match.group()}` {opened}")
        if depth is not None:
            yield from self._end_all(depth, match.span())

    def _end_all(self, depth: int, place: Range) -> Iterator[Block]:
        while len(self._open) > depth:
            name, _ = self._open.pop()
            if name == _ITEM:
                yield from self._flush()
                yield Boundary("end item", "", place)
            elif kind := "part" if name == _IF else self._scope(name) or self._part(name):
                yield from self._flush()
                yield Boundary(f"end {kind}", "", place)  # type: ignore[arg-type]


def _aliases(source: Source) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The author's commands that begin a display, with its environment, and by the environment
    those that end one.
    """
    openings: dict[str, str] = {}
    closings: dict[str, list[str]] = {}
    for name, meanings in source.macros.by_name.items():
        body = next((macro.body for macro in meanings.macros if macro is not None), "")
        match = ALIAS.fullmatch(body)
        if match is None or match.group("name").rstrip("*") not in DISPLAYS:
            continue
        if match.group("mark") == "begin":
            openings[name] = match.group("name")
        else:
            closings.setdefault(match.group("name"), []).append(f"\\{name}")
    return openings, closings
