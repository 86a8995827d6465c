"""Values between which a text leaves the choice: `x = 4 or x = -2` is one statement, and no hedge.

In: the pieces of a sentence. Out: the same, where formulas that say which values one letter or
term has, or which terms have a value, and that stand in a list with `or`, are a single formula. So
are two values of one letter in a list with `and`, which it cannot have at once: `the roots are x =
3 and x = 4`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.languages.phrases import NEVER
from shomei.parser.article.formulas import top_level
from shomei.parser.article.pieces import Formula, Piece, Sentence, Text
from shomei.parser.declarations import Declarations
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, make, start_of
from shomei.parser.notation.signs import is_twofold, with_sign

#: What stands between the last two alternatives, and between those before them.
_OR: Final = re.compile(
    rf"\s*(?:{'|'.join(words('article', 'alternative')) or NEVER})\s*\Z", re.IGNORECASE
)
_COMMA: Final = re.compile(r"\s*[,、，]\s*\Z")
_AND: Final = re.compile(
    rf"\s*[,、，]?\s*(?:{'|'.join(words('article', 'joint')) or NEVER})?\s*\Z", re.IGNORECASE
)
#: What may stand before all of them: `either`.
_EITHER: Final = re.compile(
    rf"(?:{'|'.join(words('article', 'either')) or NEVER})\s*\Z", re.IGNORECASE
)
#: What no single relation has outside of its brackets.
_OTHER: Final = LOGIC_TERMINALS | frozenset(
    ("COMMA", "TO", "IN", "AND", "OR", "IF", "TAG", "LABEL", "INEXACT", "PROSE")
)


def with_alternatives(
    sentence: Sentence, declarations: Declarations, sought: frozenset[str] = frozenset()
) -> Sentence:
    """A sentence with each list of alternatives as one formula, which is seen in place of them.
    `sought`: the letters of the equations above.
    """
    pieces = _spelled_out(sentence.pieces, sought)
    index = len(pieces) - 2
    while index > 0:
        if _joins(pieces, index, _OR) or _differ(pieces, index):
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


def _both_signs(tokens: tuple[Token, ...]) -> list[Token]:
    """`x = \\pm 1`, one of several alternatives, as two of them."""
    if not is_twofold(list(tokens)):
        return list(tokens)
    upper, lower = with_sign(list(tokens), "upper"), with_sign(list(tokens), "lower")
    return [*upper, make("OR", "or", end_of(tokens[-1]), end_of(tokens[-1])), *lower]


def _spelled_out(pieces: Sequence[Piece], sought: frozenset[str]) -> list[Piece]:
    """The pieces with `x = -1, 3` as `x = -1 or x = 3`, if x is sought or the sentence has an
    equation for it.
    """
    found: list[Piece] = []
    letters = set(sought)
    for piece in pieces:
        if isinstance(piece, Formula):
            tokens = piece.tokens
            cuts = [index for index, token in top_level(tokens) if token.type == "COMMA"]
            if cuts and len(tokens) > 2 and str(tokens[0].value) in letters:
                parts = _values(tokens, cuts)
                piece = Formula(parts, piece.place) if parts else piece  # noqa: PLW2901
            letters |= {str(token.value) for token in tokens if token.type == "NAME"}
        found.append(piece)
    return found


def _values(tokens: tuple[Token, ...], cuts: list[int]) -> tuple[Token, ...]:
    """The alternatives of a list of values of a letter; none where it is no such list."""
    letter, sign = tokens[:2]
    ends = [*cuts, len(tokens)]
    values = [tokens[a + 1 : b] for a, b in zip([1, *cuts], ends, strict=True)]
    if (letter.type, sign.type) != ("NAME", "EQ") or not all(map(_is_value, values)):
        return ()
    found = [*tokens[:2], *values[0]]
    for value in values[1:]:
        found.append(make("OR", "or", start_of(value[0]), start_of(value[0])))
        found += [letter, sign, *value]
    return tuple(found)


def _is_value(tokens: tuple[Token, ...]) -> bool:
    """Whether some tokens are a number by themselves."""
    return bool(tokens) and not any(
        token.type in RELATION_TERMINALS | _OTHER | {"NAME", "DOTS", "PM", "MP"} for token in tokens
    )


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


def _differ(pieces: list[Piece], index: int) -> bool:
    """Whether the words at `index` join two values of one letter that are not the same."""
    before, after = pieces[index - 1], pieces[index + 1]
    if not (_joins(pieces, index, _AND) and isinstance(before, Formula)):
        return False
    one = _sides(_last(before))
    another = _sides(_last(after, first=True)) if isinstance(after, Formula) else None
    if one is None or another is None or [token.type for token in one[0]] != ["NAME"]:
        return False
    letters, values = (
        [[str(token.value) for token in side] for side in sides]
        for sides in zip(one, another, strict=True)
    )
    return letters[0] == letters[1] and values[0] != values[1]


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
        tokens += _both_signs(each.tokens)
    return Formula(tuple(tokens), (formulas[0].place[0], formulas[-1].place[1]))
