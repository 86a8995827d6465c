"""Equations by cases in a display, `|x| = \\begin{cases} x & x \\ge 0 \\\\ … \\end{cases}`, as one
row for each case, with its condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.parser.article.cues import PROVISO
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing import scan
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.terminals import RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, make, start_of
from shomei.parser.mathematics import parse_raw
from shomei.parser.source import Range, Source

_CASES: Final = re.compile(
    r"\\begin\s*\{(?P<name>[dr]?cases\*?)\}(?P<rows>.*)\\end\s*\{(?P=name)\}", re.DOTALL
)
_MARKS: Final = re.compile(r"\\begin\b|\\end\b|\\\\(?:\[[^\]\n]*\])?|\\.|[&{}]", re.DOTALL)
#: The brace before the rows, where they are no environment of their own.
_BRACE: Final = re.compile(r"\\left\s*(?:\\\{|\\lbrace)")
#: What may follow the cases.
_AFTER: Final = frozenset(("COMMA", "PERIOD", "TAG", "LABEL", "ROW"))
#: Words after a condition.
_ENDS: Final = frozenset((*words("clauses", "when"), *words("clauses", "if")))
#: The sign of an equation by cases: what it says is claimed.
BY_CASES: Final = "by cases"
_OPENERS: Final = frozenset(("LBRACE", "LPAR", "LBRACKET"))
_CLOSERS: Final = frozenset(("RBRACE", "RPAR", "RBRACKET"))
#: How a reading would depend on the characters around what is repeated.
_UNSAFE: Final = frozenset(("FUNCTION", "LOG", "LN", "SUM", "PROD", "LIM", "UNREAD", "DOTS"))


def with_cases(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens of a display with the rows of each equation by cases in place of its environment.
    What defines a function is left as it is.
    """
    found: list[Token] = []
    row = index = 0
    while index < len(tokens):
        token = _unread_array(source, tokens, index, found[row:], declarations) or tokens[index]
        if token is not tokens[index]:
            found.append(token)
            index = _end(tokens, index)
            continue
        rows, after = _cases(source, tokens, index, found[row:], declarations)
        if rows is None:
            found.append(token)
            row = len(found) if token.type in {"ROW", "BEGIN"} else row
            index += 1
            continue
        left = _left(found[row:])
        chain = found[row : len(found) - len(left) - 1]
        sign = found[-1]
        del found[row:]
        if any(each.type in RELATION_TERMINALS for each in chain):
            found += [*chain, *left, ended(left[-1])]
        for value, condition in rows:
            at = start_of(value[0])
            found += [make(each.type, each.value, at, at) for each in left]
            found.append(make(sign.type, BY_CASES, at, at))
            found += [*value, *condition, ended((*value, *condition)[-1])]
        row, index = len(found), after
        while index < len(tokens) and tokens[index].type in _AFTER:
            index += 1
    return found


_Rows = list[tuple[list[Token], list[Token]]]


def _cases(
    source: Source, tokens: list[Token], index: int, row: list[Token], declarations: Declarations
) -> tuple[_Rows | None, int]:
    """The cases that begin at `index`, None if none do, and the index after them."""
    token = tokens[index]
    if not row or row[-1].type not in RELATION_TERMINALS:
        return None, index
    left = _left(row)
    unsafe = not left or any(each.type in _UNSAFE for each in left)
    if unsafe or _applies(left, declarations):
        return None, index
    if token.type == "UNREAD":
        columns = written(source, token, declarations)
        after = index + 1
    elif token.type == "BEGIN" and _BRACE.search(source.text, end_of(row[-1]), start_of(token)):
        after = _end(tokens, index)
        columns = _split(tokens[index + 1 : after - 1])
    else:
        return None, index
    rows: _Rows = []
    for cells in columns:
        trimmed = [_trimmed(cell) for cell in cells]
        if len(trimmed) != 2 or not all(trimmed):
            return None, index
        value, condition = trimmed
        rows.append((value, _condition(source, condition, declarations)))
    return (rows, after) if rows else (None, index)


def _end(tokens: list[Token], index: int) -> int:
    """The index after the end of the environment that begins at `index`."""
    ends = (place for place in range(index, len(tokens)) if tokens[place].type == "END")
    return next(ends, len(tokens) - 1) + 1


def _unread_array(
    source: Source, tokens: list[Token], index: int, row: list[Token], declarations: Declarations
) -> Token | None:
    """What says that the rows behind a brace are cases that are not read, as those that define a
    function are not: their conditions are no factors.
    """
    token = tokens[index]
    if (
        token.type != "BEGIN"
        or not row
        or row[-1].type not in RELATION_TERMINALS
        or not _BRACE.search(source.text, end_of(row[-1]), start_of(token))
    ):
        return None
    end = _end(tokens, index)
    left = _left(row)
    cells = _split(tokens[index + 1 : end - 1])
    read = left and not any(each.type in _UNSAFE for each in left)
    if (read and not _applies(left, declarations)) or any(len(each) != 2 for each in cells):
        return None
    place = start_of(token), end_of(tokens[end - 1])
    problem = source.problem(*place, "definitions by cases are not part of the language")
    return make("UNREAD", UnsupportedNotation.of(problem), *place)


def written(source: Source, unread: Token, declarations: Declarations) -> list[list[list[Token]]]:
    """The cells of each row of the environment that is not read."""
    match = _CASES.fullmatch(source.text, start_of(unread), end_of(unread))
    if match is None:
        return []
    return [
        [scan(source, (place,), declarations, defer=True) for place in cells]
        for cells in _columns(source.text, match.span("rows"))
    ]


def _split(tokens: list[Token]) -> list[list[list[Token]]]:
    """The cells of each row of tokens."""
    rows: list[list[list[Token]]] = [[[]]]
    for token in tokens:
        if token.type == "ROW":
            rows.append([[]])
        elif token.type == "ALIGN":
            rows[-1].append([])
        else:
            rows[-1][-1].append(token)
    return [row for row in rows if any(row)]


def _trimmed(cell: list[Token]) -> list[Token]:
    while cell and cell[-1].type in {"COMMA", "PERIOD", "ALIGN"}:
        cell = cell[:-1]
    return cell


def ended(last: Token) -> Token:
    """The end of a row after its last token."""
    return make("ROW", "\\\\", end_of(last), end_of(last))


def _left(row: list[Token]) -> list[Token]:
    """The term before the relation at the end of a row."""
    depth, start = 0, 0
    for index, token in enumerate(row[:-1]):
        depth += (token.type in _OPENERS) - (token.type in _CLOSERS)
        if depth == 0 and token.type in RELATION_TERMINALS:
            start = index + 1
    return [token for token in row[start:-1] if token.type != "ALIGN"]


def _condition(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The condition of a case after `for`, or what says that it is not read."""
    start, end = start_of(tokens[0]), end_of(tokens[-1])
    inner = tokens
    if inner[0].type == "LPAR" and partners(inner).get(0) == len(inner) - 1:
        inner = inner[1:-1]
    if inner and (inner[0].type == "IF" or (inner[0].type == "PROSE" and _opens(inner[0]))):
        inner = inner[1:]
    elif inner and inner[-1].type == "PROSE" and str(inner[-1].value).strip() in _ENDS:
        inner = inner[:-1]
    try:
        parse_raw("conditions", source, inner, declarations.trial())
    except (SyntaxProblem, IndexError):
        problem = source.problem(start, end, "the condition of this case is not read")
        return [make("UNREAD", UnsupportedNotation.of(problem), start, end)]
    return [make("PROSE", "for ", start, start), *inner]


def _opens(words: Token) -> bool:
    return PROVISO.fullmatch(str(words.value).strip() + " ") is not None or (
        PROVISO.fullmatch(str(words.value).strip()) is not None
    )


def _applies(left: list[Token], declarations: Declarations) -> bool:
    """Whether the left side is a function's value that nothing has defined."""
    kinds = [token.type for token in left]
    if kinds[:2] == ["NAME", "UNDERSCORE"]:
        return True  # `a_n` or `\\chi_A(x)`
    applied = kinds[:2] == ["NAME", "LPAR"]
    return kinds == ["NAME"] or (applied and not declarations.is_function(str(left[0].value)))


def _columns(text: str, place: Range) -> Iterator[list[Range]]:
    """The columns of each row that is not empty."""
    start, stop = place
    cells: list[Range] = []
    depth = 0
    for match in _MARKS.finditer(text, *place):
        mark = match.group()
        depth += (mark in {"{", "\\begin"}) - (mark in {"}", "\\end"})
        if depth or not (mark == "&" or mark.startswith("\\\\")):
            continue
        cells.append((start, match.start()))
        start = match.end()
        if mark != "&":
            if any(text[slice(*cell)].strip() for cell in cells):
                yield cells
            cells = []
    cells.append((start, stop))
    if any(text[slice(*cell)].strip() for cell in cells):
        yield cells
