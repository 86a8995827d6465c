"""Kinds of things that the language does not have: `the matrix A`, `the side AB`. The letters near
them are no numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shomei.parser.prose.lexicon import language_with
from shomei.parser.prose.sense import Sense, Token, has_letters, parts_of

#: Kinds whose words have other uses, and bind only letters beside them.
_COLLECTIVE: Final = frozenset(("groups", "events", "sets", "points"))
#: Kinds of things that have lengths, areas, sizes.
_HAVE_QUANTITIES: Final = frozenset(("points", "sets"))
#: What may follow a list of letters without saying anything of them.
_ENDS_A_LIST: Final = frozenset(("then", "so", "with", "where", "for", "have", "adverb"))


def read_other_kinds(tokens: Sequence[Token], sense: Sense, code: str) -> None:
    """A kind of thing that the language does not have: each letter of its part of the sentence may
    be one that is not said to be a number, or named by a noun for one (`the angle α`); where there
    is none, each letter of the sentence.
    """
    before = dict(zip(tokens[1:], tokens, strict=False))
    letters_in = [
        each
        for each in tokens
        if each.category in {"T", "F"}
        and each.piece not in sense.numbers
        and not (each in before and before[each].category == "noun")
    ]
    for part in parts_of(tokens):
        kind = next((part[at].kind for at in range(len(part)) if _is_other(part, at)), None)
        if kind is None:
            continue
        if kind == "dependent variables":
            sense.depending.append(_depending(tokens, part, code))
            continue
        letters = tuple(each.piece for each in letters_in if each in part)
        if not letters and kind not in _COLLECTIVE:
            letters = tuple(each.piece for each in letters_in)
        if letters:
            sense.beyond = (kind, (*(sense.beyond[1] if sense.beyond else ()), *letters))


def _is_other(part: Sequence[Token], at: int) -> bool:
    """Whether a kind that the language does not have is named at a place, and not only what has a
    quantity: `the sides of a triangle` and 三角形の辺 are numbers, `the area of the triangle ABC`
    names points.
    """
    token = part[at]
    if token.category != "other":
        return False
    after = [each.category for each in part[at + 1 : at + 3]]
    if token.kind not in _HAVE_QUANTITIES or (after and after[0] in {"T", "F", "E"}):
        return True
    before = at - 1
    while before > 0 and part[before].category in {"a", "any", "W", "quality"}:
        before -= 1
    of = before > 0 and part[before].category == "by" and part[before - 1].category == "noun"
    return not of and after != ["of", "noun"]


def _depending(
    tokens: Sequence[Token], part: Sequence[Token], code: str
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The letters of `y depends on x` and `u is a function of s and t`, and those that they depend
    on, as far as these stand right beside the words.
    """
    at = next(index for index, token in enumerate(part) if token.category == "other")
    beside = part[at + 1 :] if language_with(code).spaced else part[at - 1 :: -1] if at else ()
    others = _listed(beside)
    within = part if has_letters(part) else tokens
    letters = (each.piece for each in within if each.category in {"T", "F", "E"})
    return tuple(each for each in letters if each not in others), others


def _listed(tokens: Sequence[Token]) -> tuple[int, ...]:
    """The letters of the list that stands at the beginning: `x and t`. Of `x and z is …`, only the
    first.
    """
    found: list[int] = []
    for token in tokens:
        if token.category == "T":
            found.append(token.piece)
        elif not found:
            break
        elif token.category not in {",", "and"}:
            return tuple(found) if token.category in _ENDS_A_LIST else tuple(found[:1])
    return tuple(found)
