"""Plain text: a statement a line, a chain over several, comments after `#` or `%`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from shomei.languages.language import words
from shomei.parser import occurrences
from shomei.parser.ast import Assume, LogicChain, LogicLink
from shomei.parser.chains import Row, begins_with_relation, read_chain
from shomei.parser.declarations import Declarations
from shomei.parser.directives import (
    Entry,
    Keyword,
    conjunction,
    find_keyword,
    read_directive,
)
from shomei.parser.errors import SyntaxProblem
from shomei.parser.functions import for_all, read_declaration, read_universal
from shomei.parser.limits import MAX_BRACKETS, MAX_LINE
from shomei.parser.mathematics import parse_claim, parse_conditions
from shomei.parser.openings import find_closing, find_opening, find_word
from shomei.parser.provisos import find_proviso
from shomei.parser.randoms import read_plain
from shomei.parser.reasons import parse_reasons, split_reason
from shomei.parser.sequences import read_recursion
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Span

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#|(?<!\\)%")
#: Directives with a label or nothing on their line.
_LABELLED: Final = frozenset(("formula", "theorem", "proof", "qed", "cases", "endcase"))
_COMMENT_LINE: Final = re.compile(r"^[ \t]*#(?!\d)[^\n]*", re.MULTILINE)
_UNFINISHED: Final = re.compile(
    r"(?:[-+=<>*/,、:：(（{\[&≤≥≠×·±∓]|\\(?:cdot|times|pm|mp|leq?|geq?|neq?|land|lor|iff|Rightarrow|implies|Leftrightarrow|in|frac|to|left|lim|sum|log|sqrt))\s*\$*\s*$"
)
_REASON_GOES_ON: Final = re.compile(
    "(?:[,;、=+*(-]"
    + "".join(rf"|\b{re.escape(word)}" for word in words("reasons", "go_on", spaced=True))
    + "".join(f"|{re.escape(word)}" for word in words("reasons", "go_on", spaced=False))
    + r")\s*\Z"
)
_GOES_ON: Final = re.compile(
    r"\s*(?:&\s*)?(?:[+*/)}\],×·＋±∓]|\\(?:cdot|times|pm|mp|land|lor|right|tag|end)(?![A-Za-z])"
    + "".join(rf"|{re.escape(word)}\s" for word in words("lines", "continue", spaced=True))
    + "".join(f"|{re.escape(word)}" for word in words("lines", "continue", spaced=False))
    + ")"
)
_BRACE_OR_RELATION: Final = re.compile(r"[{}=<>≤≥≠≦≧]|\\(?:leq?|geq?|neq?)(?![A-Za-z])")
_MINUS: Final = re.compile(r"(\s*)[-−]")
_DISPLAY: Final = re.compile(r"\$\$|\\\[|\\\]|\\begin\b|\\end\b")


#: Signs of programming languages, and what they are here.
_PROGRAMMED: Final = re.compile(r"\*\*|(?<![<>!=:])==(?![=>])")
_MEANT: Final = {"**": "^", "==": "="}
#: Words for which the language has a sign.
_SPELLINGS: Final = {
    "abs": "write |x|, or \\lvert x \\rvert",
    "int": "integrals are not part of the language",
}


@dataclass(slots=True)
class Passage:
    """The lines of one statement; `keyword` is its directive, `None` for a chain."""

    keyword: Keyword | None
    lines: list[Range]
    span: Span
    #: Whether its words are read as in a file of plain text.
    worded: bool = False
    premise: Range | None = None
    names: tuple[str, ...] = ()


def ranges_of_definitions(source: Source) -> Iterator[Range]:
    """The stretches in which commands may be defined: everything but comments after `#`."""
    position = 0
    for match in _COMMENT_LINE.finditer(source.text):
        yield position, match.start()
        position = match.end()
    yield position, len(source.text)


def passages(source: Source, places: Iterable[Range], *, worded: bool = False) -> Iterator[Passage]:
    """The statements in stretches of plain text, in order. A stretch begins a line of its own; it
    may hold many. `worded`: lines may begin with words such as `Then` and `Suppose that`.
    """
    current: Passage | None = None
    open_displays: tuple[str, ...] = ()
    indent = 0
    for start, end in (line for place in places for line in _lines(source, place)):
        if end - start > MAX_LINE:
            raise source.problem(
                start,
                start + 1,
                f"this line is longer than {MAX_LINE} characters",
                hint="write a step a line",
            )
        if start == end:
            # A blank line ends nothing by itself, except that a signed term cannot go on after it.
            indent = 10**9
            continue
        if current is not None and (
            open_displays or _continues(source, current, (start, end), indent)
        ):
            current.lines.append((start, end))
            current.span = source.span(current.span.start, end)
        else:
            if current is not None:
                yield current
            current = _begin(source, start, end, worded=worded)
            indent = source.span(start, end).column
            open_displays = ()
        open_displays = _open_displays(source.text, (start, end), open_displays)
    if current is not None:
        yield current


def _begin(source: Source, start: int, end: int, *, worded: bool) -> Passage:
    span = source.span(start, end)
    found = find_keyword(source.text, start, end)
    opening = find_opening(source.text, start, end) if worded else None
    # `assume that` is more than the keyword.
    if found is not None and not (
        opening is not None and source.text[found[1] : opening.content[0]].strip(" ,:：")
    ):
        return Passage(found[0], [(found[1], end)], span, worded)
    if opening is None:
        return _conditioned(source, Passage(None, [(start, end)], span, worded))
    keyword: Keyword | None = None if opening.kind == "claim" else opening.kind
    passage = Passage(keyword, [opening.content], span, worded, opening.premise, opening.names)
    return _conditioned(source, passage)


def _conditioned(source: Source, passage: Passage) -> Passage:
    """The passage of a claim without the condition that its line says."""
    if passage.keyword is not None or not passage.worded or passage.premise is not None:
        return passage
    if _split(source, passage, passage.lines[0])[1] is not None:
        return passage  # a reason may hold conditions of its own
    proviso = find_proviso(source.text, *passage.lines[0])
    if proviso is None or (passage.names and proviso.names):
        return passage
    passage.lines = [proviso.claim]
    passage.premise = proviso.condition
    passage.names = passage.names or proviso.names
    return passage


def _lines(source: Source, place: Range) -> Iterator[Range]:
    """Each line's stretch, without its comment and the blanks around it; an empty one for a blank
    line. Definitions of commands are left out.
    """
    for stretch in source.read_of((place,)):
        yield from _lines_of(source.text, stretch)


def _lines_of(text: str, place: Range) -> Iterator[Range]:
    start, stop = place
    while start < stop:
        newline = text.find("\n", start, stop)
        end = newline if newline >= 0 else stop
        comment = _COMMENT.search(text, start, end)
        last = comment.start() if comment else end
        line = text[start:last]
        if line.strip() or comment is None:
            begin = start + len(line) - len(line.lstrip())
            yield (begin, begin + len(line.strip())) if line.strip() else (start, start)
        start = end + 1


def _continues(source: Source, passage: Passage, line: Range, indent: int) -> bool:
    """Whether a line goes on with the statement above it."""
    start, end = line
    if find_keyword(source.text, start, end) is not None:
        return False
    if passage.keyword in {"proof", "qed", "cases", "endcase"}:
        return False
    if passage.worded and find_opening(source.text, start, end) is not None:
        return False
    if begins_with_relation(source, (line,)) or _GOES_ON.match(source.text, start, end):
        return True
    _, reason = split_reason(source.text, *passage.lines[-1])
    if reason is not None and reason[0] < reason[1]:
        # `by continuity of \log` is at its end, though a formula that ends so would not be.
        if _REASON_GOES_ON.search(source.text, *reason):
            return True
    elif _UNFINISHED.search(source.text, *passage.lines[-1]):
        return True
    return (
        _MINUS.match(source.text, start, end) is not None
        and source.span(start, end).column > indent
    )


def _open_displays(text: str, line: Range, opened: tuple[str, ...]) -> tuple[str, ...]:
    """Which of `$$`, `\\[`, `\\begin{…}` are open after a line, given those that were before it."""
    stack = list(opened)
    for match in _DISPLAY.finditer(text, *line):
        mark = match.group()
        if mark in {"\\]", "\\end"} or (mark == "$$" and stack[-1:] == ["$$"]):
            del stack[-1:]
        else:
            stack.append(mark)
    return tuple(stack[:MAX_BRACKETS])


def read_passage(source: Source, passage: Passage, declarations: Declarations) -> list[Entry]:
    """What a passage says. Raises `SyntaxProblem`."""
    rows = _rows(source, passage)
    if (declared := _on_functions(source, passage, rows, declarations)) is not None:
        return declared
    on_randoms = passage.keyword == "let" and any(
        read_plain(source, stretch) or any(occurrences.read_plain(source, stretch))
        for row in rows
        for stretch in row.formula
    )
    if passage.worded and passage.keyword not in _LABELLED and not on_randoms:
        _refuse_words(source, [*rows, *([Row((passage.premise,))] if passage.premise else [])])
    if passage.premise is not None:
        return [_implication(source, passage.premise, rows, declarations, passage.span)]
    if passage.keyword is not None:
        return read_directive(source, passage.keyword, rows, declarations, passage.span)
    return list(read_chain(source, rows, declarations, passage.span, names=passage.worded))


def _on_functions(
    source: Source, passage: Passage, rows: list[Row], declarations: Declarations
) -> list[Entry] | None:
    """The declaration of functions without a formula, or what is assumed of them for all numbers;
    None if the passage is something else.
    """
    if len(rows) != 1 or len(rows[0].formula) != 1 or rows[0].reason is not None:
        return None
    start, end = rows[0].formula[0]
    if passage.keyword == "let":
        declared = read_declaration(source.text[start:end], declarations, passage.span)
        return None if declared is None else [declared]
    if passage.keyword != "assume" or not declarations.declared:
        return None
    found = read_universal(source.text, start, end)
    if found is None:
        return None
    conditions = parse_conditions(source, (found.place,), declarations)
    recursion = read_recursion(conditions, declarations, passage.span, least=found.least)
    if recursion is not None:
        return list(recursion)
    if any(declarations.speaks_of_declared(each) for each in conditions):
        whole = for_all(conditions, found.names, natural=found.natural, least=found.least)
        return [Assume(whole, span=passage.span)]
    return None


def _refuse_words(source: Source, rows: list[Row]) -> None:
    for row in rows:
        for start, end in row.formula:
            if (word := find_word(source.text, start, end)) is not None:
                raise _no_product(source, word)
            if (sign := _PROGRAMMED.search(source.text, start, end)) is not None:
                shown, meant = sign.group(), _MEANT[sign.group()]
                raise source.problem(
                    *sign.span(), f"`{shown}` cannot stand here", hint=f"write {meant}"
                )


def _no_product(source: Source, word: Range) -> SyntaxProblem:
    shown = source.text[slice(*word)]
    if shown[0].isdigit():
        return source.problem(
            *word,
            f"`{shown}` can be read as a power of ten, or as a product with e",
            hint="write 10^{…}, or e \\cdot …",
        )
    return source.problem(
        *word,
        f"`{shown}` is a word, and no product of its letters",
        hint=_SPELLINGS.get(shown, "write \\mathrm{…} around a name, # before a comment"),
    )


def _implication(
    source: Source, premise: Range, rows: list[Row], declarations: Declarations, span: Span
) -> LogicChain:
    """`If A then B`."""
    fragment = tuple(stretch for row in rows for stretch in row.formula)
    conditions = parse_conditions(source, (premise,), declarations)
    claim = parse_claim(source, fragment, declarations)
    if claim.conditions:
        place = claim.conditions[0].span
        raise source.problem(place.start, place.end, "this has two conditions: write them as one")
    reasons = tuple(
        reason
        for row in rows
        if row.reason is not None
        for reason in parse_reasons(source, row.reason, declarations)
    )
    link = LogicLink("implies", claim.statement, reasons, span=span)
    return LogicChain(conjunction(conditions), (link,), claim.tag, span=span)


def _split(source: Source, passage: Passage, line: Range) -> tuple[Range, Range | None]:
    """A line's formula and its reason."""
    if passage.worded and (closing := find_closing(source.text, *line)) is not None:
        formula, inside = closing
        nothing, reason = split_reason(source.text, *inside)
        return formula, (reason if reason is not None and nothing[0] == nothing[1] else inside)
    return split_reason(source.text, *line)


def _rows(source: Source, passage: Passage) -> list[Row]:
    """The lines with their reasons; a line that begins with no relation goes on with the formula of
    the one above.
    """
    rows: list[Row] = []
    for line in passage.lines:
        formula, reason = _split(source, passage, line)
        fragment = (formula,) if formula[0] < formula[1] else ()
        if not rows:
            rows.append(Row(fragment or (formula,), reason))
        elif (
            passage.keyword is None
            and fragment
            and begins_with_relation(source, fragment)
            and not _UNFINISHED.search(source.text, *rows[-1].formula[-1])
        ):
            rows.append(Row(fragment, reason))
        elif (
            rows[-1].reason is not None
            and reason is None
            and _REASON_GOES_ON.search(source.text, *rows[-1].reason)
        ):
            rows[-1] = Row(rows[-1].formula, (rows[-1].reason[0], line[1]))
        elif rows[-1].reason is not None and fragment:
            where = fragment[0]
            raise source.problem(
                *where,
                "a formula goes on after its reason",
                hint="write the reason on the formula's last line",
            )
        elif rows[-1].reason is not None and reason is not None:
            rows[-1] = Row(rows[-1].formula, (rows[-1].reason[0], reason[1]))
        else:
            if (
                passage.keyword is None
                and fragment
                and _claims(source.text, fragment[0])
                and any(_claims(source.text, stretch) for stretch in rows[-1].formula)
            ):
                raise source.problem(
                    *fragment[0],
                    "a new statement begins inside a display",
                    hint="write each statement on its own, outside the display",
                )
            rows[-1] = Row((*rows[-1].formula, *fragment), reason)
    return rows


def _claims(text: str, place: Range) -> bool:
    """Whether a line holds a relation outside braces, and no sign at its beginning or end joins it
    to its neighbours.
    """
    depth = 0
    for match in _BRACE_OR_RELATION.finditer(text, *place):
        depth += (match.group() == "{") - (match.group() == "}")
        if depth == 0 and match.group() not in "{}":
            return not (_GOES_ON.match(text, *place) or _UNFINISHED.search(text, *place))
    return False
