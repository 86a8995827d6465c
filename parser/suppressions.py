"""Comments in which an author says that an alarm is known: `<!-- shomei: off -->` … `on`, `ignore`
and `ignore-next`, each with a reason after it; in LaTeX and plain text, `% shomei: ignore`.

They change nothing that is read. What stands in their reach keeps its verdict, and the report shows
it as suppressed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from shomei.parser.ast import Suppression
from shomei.parser.carriers.blocks import Block, Directive
from shomei.parser.carriers.latex_marks import VERBATIM
from shomei.parser.source import Range, Source
from shomei.parser.suffixes import Kind

_WORDS: Final = re.compile(
    r"\s*(?P<kind>off|on|ignore-next|ignore)(?![\w-])(?:\s*[:–—-]+)?[ \t]*(?P<reason>.*?)\s*",
    re.DOTALL,
)
_COMMENT: Final = re.compile(
    r"(?:%+|(?:^|(?<=\s))#+)[ \t]*shomei:(?P<content>[^\n]*)", re.MULTILINE
)
_VERBATIM: Final = re.compile(
    rf"\\begin\s*\{{({'|'.join(VERBATIM)})\*?\}}.*?\\end\s*\{{\1\*?\}}", re.DOTALL
)
#: What opens a display, and what closes it.
_OPENING: Final = re.compile(
    r"\$\$|\\\[|\\begin\s*\{(?P<name>[^{}\n]{1,40})\}|(?P<fence>`{3,}|~{3,})"
)


def set_apart(source: Source, blocks: Iterable[Block]) -> tuple[list[Block], list[Suppression]]:
    """The blocks without those comments, and what the comments say."""
    kept: list[Block] = []
    found: list[Suppression] = []
    for block in blocks:
        if not isinstance(block, Directive):
            kept.append(block)
            continue
        read = [(line, _read(source, line)) for line in block.lines]
        found += [said for _, said in read if said is not None]
        lines = tuple(line for line, said in read if said is None)
        if lines:
            kept.append(replace(block, lines=lines))
    return kept, found


def written_after(source: Source, kind: Kind) -> Iterator[Suppression]:
    """Those in comments that end a line of plain text or LaTeX; a formula may stand before one."""
    if kind not in {"plain", "latex"}:
        return
    code = [each.span() for each in _VERBATIM.finditer(source.text)] if kind == "latex" else []
    for match in _COMMENT.finditer(source.text):
        start = match.start()
        escaped = source.text.endswith("\\", 0, start)
        foreign = kind == "latex" and match.group().startswith("#")
        if escaped or foreign or any(begin <= start < end for begin, end in code):
            continue
        said = _read(source, match.span("content"))
        if said is not None:
            yield said


def settled(source: Source, found: Iterable[Suppression]) -> tuple[Suppression, ...]:
    """Each once, in order, with the lines that it reaches."""
    ordered = sorted({each.span.start: each for each in found}.values(), key=lambda s: s.span.start)
    return tuple(_with_reach(source, ordered, index) for index in range(len(ordered)))


def _read(source: Source, place: Range) -> Suppression | None:
    start, end = place
    match = _WORDS.fullmatch(source.text, start, end)
    if match is None:
        return None
    reason = " ".join(match["reason"].split())
    return Suppression(match["kind"], reason, span=source.span(start, end))  # type: ignore[arg-type]


def _with_reach(source: Source, ordered: Sequence[Suppression], index: int) -> Suppression:
    this = ordered[index]
    last = len(source.line_starts)
    match this.kind:
        case "on":
            return this
        case "off":
            ends = (each for each in ordered[index + 1 :] if each.kind == "on")
            end = next(ends, None)
            stop = last if end is None else end.span.line
            return replace(this, first_line=this.span.line, last_line=stop)
        case "ignore":
            return replace(this, first_line=this.span.line, last_line=this.span.line)
        case "ignore-next":
            first = this.span.end_line + 1
            while first < last and not source.line(first).strip():
                first += 1
            return replace(this, first_line=first, last_line=_end_of_display(source, first))


def _end_of_display(source: Source, line: int) -> int:
    """The line in which the display ends that begins in `line`; `line` itself if none does."""
    if line > len(source.line_starts):
        return line
    start = source.line_starts[line - 1]
    stop = start + len(source.line(line))
    match = _OPENING.search(source.text, start, stop)
    if match is None:
        return line
    if match["name"]:
        closing = f"\\end{{{match['name']}}}"
    else:
        closing = match["fence"] or {"$$": "$$", "\\[": "\\]"}[match.group()]
    end = source.text.find(closing, match.end())
    return line if end < 0 else source.span(end, end).line
