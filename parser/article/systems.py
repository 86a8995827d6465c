"""Systems of equations in a display, `\\begin{cases} x + y = 3 \\\\ x - y = 1 \\end{cases}`, as one
row for each equation.

In: the tokens of a display. Out: the same with the rows of each system in place of its
environment, where that stands alone and each of its rows is one relation. Others are left alone.
"""

from __future__ import annotations

from typing import Final

from lark import Token

from shomei.parser.article.formulas import top_level
from shomei.parser.article.piecewise import ended, written
from shomei.parser.declarations import Declarations
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.source import Source

#: What a row of a system has none of.
_OTHER: Final = LOGIC_TERMINALS | frozenset(
    ("UNREAD", "PROSE", "IF", "TAG", "LABEL", "COMMA", "IN")
)
#: What may follow a system in its row.
_AFTER: Final = frozenset(("COMMA", "PERIOD", "TAG", "LABEL", "ROW", "END"))


def with_systems(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens of a display with the equations of its systems as rows."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        alone = (not found or found[-1].type in {"ROW", "BEGIN"}) and (
            index + 1 == len(tokens) or tokens[index + 1].type in _AFTER
        )
        rows = _rows(source, token, declarations) if alone and token.type == "UNREAD" else []
        for number, row in enumerate(rows):
            found += row
            if number + 1 < len(rows):
                found.append(ended(row[-1]))
        if not rows:
            found.append(token)
    return found


def _rows(source: Source, unread: Token, declarations: Declarations) -> list[list[Token]]:
    """The equations of a system; none if it is something else."""
    found: list[list[Token]] = []
    for cells in written(source, unread, declarations):
        row = [token for cell in cells for token in cell if token.type != "ALIGN"]
        while row and row[-1].type in {"COMMA", "PERIOD"}:
            row = row[:-1]
        outside = [token.type for _, token in top_level(tuple(row))]
        relations = [kind for kind in outside if kind in RELATION_TERMINALS]
        if len(relations) != 1 or outside[0] in RELATION_TERMINALS or set(outside) & _OTHER:
            return []
        found.append(row)
    return found if len(found) > 1 else []
