"""Kinds of things that the language does not have: `the matrix A`, `the side AB`. The letters near
them are no numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from shomei.parser.prose.lexicon import language_with
from shomei.parser.prose.sense import Sense, Token, has_letters, parts_of

#: Kinds whose words have other uses, and bind only letters beside them.
_COLLECTIVE: Final = frozenset(("groups", "events", "sets", "points"))
#: Kinds of things of which formulas state nothing: a letter that one compares is a number.
_NAMED: Final = frozenset(("events",))
#: Kinds of things that have lengths, areas, sizes.
_HAVE_QUANTITIES: Final = frozenset(("points", "sets"))
#: What stands between the letters of a list; what stands between a kind and its letters, as in `the
#: segment from a to b`; what may stand in its noun phrase before it; what says of letters that they
#: are something.
_LISTING: Final = frozenset(("and", ",", "both"))
_JOINING: Final = frozenset(("W", "by", "a", "any"))
_IN_A_PHRASE: Final = frozenset(("a", "any", "W", "quality", "given", "adverb", "by", "of", "both"))
_IS: Final = frozenset(("be", "topic", "object", "subject", "denote"))
#: What may follow a list of letters without saying anything of them.
_ENDS_A_LIST: Final = frozenset(("then", "so", "with", "where", "for", "have", "adverb"))


def read_other_kinds(tokens: Sequence[Token], sense: Sense, code: str) -> None:
    """A kind of thing that the language does not have: each letter of its part of the sentence may
    be one that is not said to be a number, or named by a noun for one (`the angle α`); where there
    is none, each letter of the sentence.
    """
    letters_in = [
        each
        for at, each in enumerate(tokens)
        if each.category in {"T", "F"}
        and each.piece not in sense.numbers
        and not _follows_a_noun(tokens, at)
    ]
    for part in parts_of(tokens):
        places = [at for at in range(len(part)) if _is_other(part, at)]
        if not places:
            continue
        kind = part[places[0]].kind
        if kind == "dependent variables":
            sense.depending.append(_depending(tokens, part, code))
            continue
        letters = tuple(
            each.piece
            for each in letters_in
            if each in part and (each.category == "T" or kind not in _NAMED)
        )
        if not letters and kind not in _COLLECTIVE:
            letters = tuple(each.piece for each in letters_in)
        if letters:
            sense.called.update(each for at in places for each in _called(part, at))
            sense.beyond = (kind, (*(sense.beyond[1] if sense.beyond else ()), *letters))


def _follows_a_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quantity is named right before a letter: `the area F`, 面積を F."""
    before = [token.category for token in tokens[max(0, at - 2) : at]]
    return before[-1:] == ["noun"] or before == ["noun", "object"]


def _called(part: Sequence[Token], at: int) -> Iterator[int]:
    """The letters that the kind named at a place is said of: those right behind it, as in `the
    points a and b`, and those that are said to be such, as in `let a and b be two points`.
    """
    for token in part[at + 1 :]:
        if token.category in {"T", "F", "E"}:
            yield token.piece
        elif token.category not in _LISTING | _JOINING:
            break
    while at > 0 and part[at - 1].category in _IN_A_PHRASE:
        at -= 1
    if at == 0 or part[at - 1].category not in _IS:
        return
    for token in reversed(part[: at - 1]):
        if token.category in {"T", "F", "E"}:
            yield token.piece
        elif token.category not in _LISTING:
            break


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
    rest = (each.category for each in part[at + 1 :])
    size = next((each for each in rest if each not in {"of", "W"}), "")
    before = at - 1
    while before > 0 and part[before].category in {"a", "any", "W", "quality", "given"}:
        before -= 1
    of = before > 0 and part[before].category == "by" and part[before - 1].category == "noun"
    return not of and (after[:1] != ["of"] or size != "noun")


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
