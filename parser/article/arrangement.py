"""The pieces of a sentence in the order in which they are read: conditions before their claim, and
what belongs to one list together.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.cues import ACTS_ON, JOINT, PART_BEGIN, PROVISO, SETTING
from shomei.parser.article.formulas import states_something
from shomei.parser.article.pieces import Formula, Piece, Reference, Text

#: What makes the formula before it a claim.
_HOLDS: Final = re.compile(rf"\s*(?:{'|'.join(map(re.escape, words('clauses', 'holds')))})\b")
#: The label of an example or the like, in the line of its first sentence.
_LABEL: Final = re.compile(
    rf"{PART_BEGIN.pattern}|\s*[*_]{{1,3}}[^*_]+[*_]{{1,3}}"
    r"|\s*(?:\\(?:no)?indent\s*)?\\(?:text(?:bf|it|sc)|emph|paragraph)\s*\{[^{}]*\}",
    re.IGNORECASE,
)
#: What joins a second condition to the first one.
_ANOTHER: Final = re.compile(
    rf"[\s,]*(?:{'|'.join((*words('article', 'joint'), *words('article', 'alternative')))})"
    rf"{PROVISO.pattern}",
    re.IGNORECASE,
)
#: How many pieces the words up to the end of a sentence are taken from.
_REST: Final = 8


def with_provisos_first(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """`A for B` and `A where B` as `for B, A`: the conditions of a claim are read before it."""
    for index in range(1, len(pieces) - 1):
        words = pieces[index]
        if (
            isinstance(words, Text)
            and PROVISO.match(words.words)
            and _states(pieces[index - 1])
            and isinstance(pieces[index + 1], Formula)
            and not _is_solved_for(pieces, index)
        ):
            end = index + 2
            while (
                end + 1 < len(pieces)
                and is_joint(pieces[end])
                and isinstance(pieces[end + 1], Formula)
                and not PROVISO.match(words_at(pieces, end + 2))
                and not _HOLDS.match(words_at(pieces, end + 2))
            ):
                end += 2
            if _puts_another_case(pieces, index + 1, end):
                return pieces
            first = _list_start(pieces, index - 1)
            between = Text(" we have ", words.place)
            begin = first
            label, setting = _opening(pieces[first - 1] if first else None)
            if setting is not None:
                begin, between = first - 1, Text(f", {setting.words}", setting.place)
            return (
                *pieces[:begin],
                *label,
                *pieces[index:end],
                between,
                *pieces[first:index],
                *with_provisos_first(pieces[end:]),
            )
    return pieces


def _puts_another_case(pieces: tuple[Piece, ...], index: int, end: int) -> bool:
    """Whether a second condition on the letters of the first one stands after it: of `A for x > 0
    and for x < 0`, neither holds throughout, so that nothing can be assumed.
    """
    other = pieces[end + 1] if end + 1 < len(pieces) else None
    return (
        isinstance(other, Formula)
        and _ANOTHER.fullmatch(words_at(pieces, end)) is not None
        and not _names(pieces[index]).isdisjoint(_names(other))
    )


def _names(piece: Piece) -> set[str]:
    tokens = piece.tokens if isinstance(piece, Formula) else ()
    return {str(token.value) for token in tokens if token.type == "NAME"}


def _is_solved_for(pieces: tuple[Piece, ...], index: int) -> bool:
    """Whether the words at `index` name the letter for which the equation before them is solved:
    `solve A for x`.
    """
    letter = pieces[index + 1]
    before = words_at(pieces, _list_start(pieces, index - 1) - 1)
    return isinstance(letter, Formula) and len(letter.tokens) == 1 and bool(ACTS_ON.search(before))


def list_end(pieces: tuple[Piece, ...], index: int) -> int:
    """The last reference of the list that contains the one at `index`: `(1) と (2)`."""
    while (
        index + 2 < len(pieces)
        and is_joint(pieces[index + 1])
        and isinstance(pieces[index + 2], Reference)
    ):
        index += 2
    return index


def words_at(pieces: tuple[Piece, ...], index: int) -> str:
    """The words at a place; none where there is no text."""
    piece = pieces[index] if 0 <= index < len(pieces) else None
    return piece.words if isinstance(piece, Text) else ""


def rest(pieces: tuple[Piece, ...], index: int) -> str:
    """The words from here to the end of the sentence, with a mark in place of each formula."""
    return "".join(
        piece.words if isinstance(piece, Text) else "·" for piece in pieces[index : index + _REST]
    )


def _list_start(pieces: tuple[Piece, ...], index: int) -> int:
    """The first formula of the list that ends at `index`, with the words before it that belong to
    it.
    """
    while index >= 2 and is_joint(pieces[index - 1]) and isinstance(pieces[index - 2], Formula):
        index -= 2
    return index


def _opening(piece: Piece | None) -> tuple[tuple[Text, ...], Text | None]:
    """Words that only open a definition (`Let`, `and put`), and the label before them
    (`**Example 1.**`).
    """
    if not isinstance(piece, Text):
        return (), None
    if SETTING.fullmatch(piece.words):
        return (), piece
    label = _LABEL.match(piece.words)
    if label is None or not SETTING.fullmatch(piece.words[label.end() :]):
        return (), None
    return (replace(piece, words=label.group()),), replace(piece, words=piece.words[label.end() :])


def _states(piece: Piece) -> bool:
    return isinstance(piece, Formula) and states_something(piece.tokens)


def is_joint(piece: Piece) -> bool:
    """Whether it joins the formulas of a list."""
    return isinstance(piece, Text) and JOINT.match(piece.words) is not None
