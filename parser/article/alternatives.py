"""Values between which a text leaves the choice: `x = 4 or x = -2` is one statement, and no hedge.

In: the pieces of a sentence. Out: the same, where formulas that say which values one letter or
term has, or which terms have a value, and that stand in a list with `or`, are a single formula.
"""

from __future__ import annotations

import re
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.languages.phrases import NEVER
from shomei.parser.article.formulas import top_level
from shomei.parser.article.pieces import Formula, Piece, Sentence, Text
from shomei.parser.declarations import Declarations
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, make, start_of

#: What stands between the last two alternatives, and between those before them.
_OR: Final = re.compile(
    rf"\s*(?:{'|'.join(words('article', 'alternative')) or NEVER})\s*\Z", re.IGNORECASE
)
_COMMA: Final = re.compile(r"\s*[,、，]\s*\Z")
#: What may stand before all of them: `either`.
_EITHER: Final = re.compile(
    rf"(?:{'|'.join(words('article', 'either')) or NEVER})\s*\Z", re.IGNORECASE
)
#: What no single relation has outside of its brackets.
_OTHER: Final = LOGIC_TERMINALS | frozenset(
    ("COMMA", "TO", "IN", "AND", "OR", "IF", "TAG", "LABEL", "INEXACT", "PROSE", "PM", "MP")
)


def with_alternatives(sentence: Sentence, declarations: Declarations) -> Sentence:
    """A sentence with each list of alternatives as one formula, which is seen in place of them."""
    pieces = list(sentence.pieces)
    index = len(pieces) - 2
    while index > 0:
        if _joins(pieces, index, _OR):
            begin = index - 1
            while begin > 1 and _joins(pieces, begin - 1, _COMMA):
                begin -= 2
            merged = _merged(pieces[begin : index + 2 : 2])
            for each in pieces[begin : index + 2 : 2]:
                declarations.formulas.pop(each.place, None)
            declarations.see(merged.place)
            if begin and isinstance(before := pieces[begin - 1], Text):
                pieces[begin - 1] = Text(_EITHER.sub("", before.words), before.place)
            pieces[begin : index + 2] = [merged]
            index = begin
        index -= 1
    return Sentence(tuple(pieces), sentence.ended)


def _joins(pieces: list[Piece], index: int, joint: re.Pattern[str]) -> bool:
    """Whether the words at `index` join two alternatives."""
    before, between, after = pieces[index - 1], pieces[index], pieces[index + 1]
    return (
        isinstance(between, Text)
        and joint.match(between.words) is not None
        and isinstance(before, Formula)
        and isinstance(after, Formula)
        and _are_alternatives(before, after)
    )


def _are_alternatives(first: Formula, second: Formula) -> bool:
    """Whether two formulas compare the same term with values, or terms with the same kind of
    value: a number.
    """
    one, another = _sides(_last(first)), _sides(_last(second, first=True))
    if one is None or another is None:
        return False
    (left, value), (other, further) = one, another
    if any(token.type == "NAME" for token in (*value, *further)):
        return False
    return [(t.type, t.value) for t in left] == [(t.type, t.value) for t in other] or (
        any(token.type == "NAME" for token in left) and any(token.type == "NAME" for token in other)
    )


def _last(formula: Formula, *, first: bool = False) -> tuple[Token, ...]:
    """The last, or the first, of the alternatives that are one formula already."""
    cuts = [index for index, token in top_level(formula.tokens) if token.type == "OR"]
    if not cuts:
        return formula.tokens
    return formula.tokens[: cuts[0]] if first else formula.tokens[cuts[-1] + 1 :]


def _sides(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """The sides of a formula that is one equation."""
    outside = top_level(tokens)
    signs = [index for index, token in outside if token.type in RELATION_TERMINALS]
    if len(signs) != 1 or any(token.type in _OTHER for _, token in outside):
        return None
    if tokens[signs[0]].type != "EQ":
        return None
    return tokens[: signs[0]], tokens[signs[0] + 1 :]


def _merged(formulas: list[Piece]) -> Formula:
    tokens: list[Token] = []
    for each in formulas:
        assert isinstance(each, Formula)  # noqa: S101 -- `_joins` has looked
        if tokens:
            tokens.append(make("OR", "or", end_of(tokens[-1]), start_of(each.tokens[0])))
        tokens += each.tokens
    return Formula(tuple(tokens), (formulas[0].place[0], formulas[-1].place[1]))
