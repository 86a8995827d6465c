"""Sequences that a display gives in several rows, or behind a brace: `p_{n+1} = p_n + 2 q_n` and
below it `q_{n+1} = p_n + q_n`, with words and conditions on the index beside them.

In: the tokens of a display. Out: the entries that give the sequences, None for any other display.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lark import Token

from shomei.parser.article.claims import Claims
from shomei.parser.article.formulas import top_level
from shomei.parser.article.pieces import Formula, Row, pieces_of_row, place_of, rows_of
from shomei.parser.article.piecewise import written
from shomei.parser.article.rows import counts_from, split_condition
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import SyntaxProblem, TooMuch
from shomei.parser.lexing.terminals import RELATION_TERMINALS
from shomei.parser.mathematics import parse_raw
from shomei.parser.source import Source
from shomei.terms.functions import is_family
from shomei.terms.nodes import Call, Relation, Statement
from shomei.terms.recurrence import solved
from shomei.terms.walk import conjuncts

_ENDS: Final = frozenset(("TAG", "PERIOD", "COMMA", "SEMICOLON"))


def given_by_rows(
    source: Source, tokens: Sequence[Token], declarations: Declarations, claims: Claims
) -> list[Entry] | None:
    """The entries of a display all of whose rows give elements of sequences or recursions."""
    rows = [row for each in _rows(source, tokens, declarations) for row in rows_of(each)]
    trial = declarations.trial()
    statements: list[Statement] = []
    places: list[tuple[int, int]] = []
    least: int | None = None
    for row in rows:
        for piece in pieces_of_row(source, row):
            if not isinstance(piece, Formula):
                continue
            body, condition = split_condition(Row(piece.tokens, row.indented))
            from_here = counts_from(piece.tokens if condition is None else condition.tokens)
            if from_here is not None:
                least = max(least or 0, from_here)
            found = _given(source, body.tokens, trial)
            if found is None:
                if from_here is None:
                    return None
                continue
            statements += found
            places.append(place_of(body.tokens))
    if not places or (len(places) < 2 and least is None):
        return None
    given = claims.sequence(tuple(statements), (places[0][0], places[-1][1]), least=least)
    if given is None:
        return None
    declarations.indexed |= trial.indexed
    for place in places:
        declarations.see(place, "definition", "it gives a sequence")
    return given


def _rows(
    source: Source, tokens: Sequence[Token], declarations: Declarations
) -> Iterator[list[Token]]:
    """The tokens of a display, with the rows behind a brace as rows of their own."""
    rest = [token for token in tokens if token.type not in {"TAG", "LABEL", "PERIOD", "COMMA"}]
    if len(rest) == 1 and rest[0].type == "UNREAD":
        try:
            for cells in written(source, rest[0], declarations):
                yield [token for cell in cells for token in cell]
        except TooMuch:
            raise
        except SyntaxProblem:
            return
    else:
        yield list(tokens)


def _given(
    source: Source, tokens: Sequence[Token], declarations: Declarations
) -> tuple[Statement, ...] | None:
    """The equations of a piece of a row, if each gives an element or a recursion."""
    body = [token for token in tokens if token.type not in _ENDS or token.type == "COMMA"]
    while body and body[-1].type in _ENDS:
        body.pop()
    if not any(token.type in RELATION_TERMINALS for _, token in top_level(tuple(body))):
        return None
    try:
        statements = parse_raw("conditions", source, body, declarations)
    except TooMuch:
        raise
    except SyntaxProblem:
        return None
    parts = [part for each in statements for part in conjuncts(each)]
    return tuple(statements) if all(map(_gives, parts)) else None


def _gives(statement: Statement) -> bool:
    match statement:
        case Relation(operator="=") as equation:
            left = solved(equation).left
            return isinstance(left, Call) and is_family(left.name)
        case _:
            return False
