"""What the clauses of a stretch make of their formulas and letters, and what is lost with a stretch
that is not understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, Literal

from shomei.parser.prose.grammar import Clause
from shomei.parser.prose.naming import is_measured
from shomei.parser.prose.sense import Effect, Kind, Sense, Token

_EFFECTS: Final[dict[str, Effect]] = {
    "set": "set",
    "pair": "set",
    "assume": "assume",
    "bound": "assume",
    "boundkind": "assume",
    "kindsuch": "assume",
    "contrary": "contrary",
    "when": "when",
    "whenbound": "when",
    "introduce": "when",
    "range": "range",
    "since": "since",
    "fact": "fact",
    "bare": "bare",
    "solve": "equation",
    "goal": "goal",
    "substitute": "substitute",
}
#: The clauses that put a case.
_CASES: Final = frozenset(("when", "range"))
#: The clauses that say of what kind the letters are that their formulas bound.
_BOUNDING: Final = frozenset(("boundkind", "introduce"))
#: What may stand before letters that are merely said to be of a kind: after any other word, such
#: as `hence` or `the square of`, that is a claim, perhaps of something else.
_OPENS_A_KIND: Final = frozenset(("scoping", "and", ",", "both", "a"))
#: What may stand before bounds that count from here on since their letters are called quantities.
_OPENS_A_QUANTITY: Final = frozenset(("scoping", "and", ",", "adverb", "F"))
_REASONS: Final = frozenset(("since", "so", "then", "have"))
#: What describes the formula after it, rather than going on to it: `the convention F`.
_DESCRIBES: Final = frozenset(("W", "R", "T", "E", "any", "a", "equation", "assumption"))
#: What makes a stretch that is not understood say something else of its letters than was said.
_SAYS: Final = frozenset(
    ("let", "put", "write", "take", "set", "suppose", "provided", "given", "if")
)
#: What may stand between `any` and the letters that it is said of.
_OF_ANY: Final = frozenset(("W", "K", "a", "noun", "quality", "given", "other", "any", "adverb"))


def is_sought(clause: Sequence[Token], place: int | None = None) -> bool:
    """Whether the words before the formula at `place`, or at the end of a clause, speak of an
    equation to be solved: `the equation F`, `solving … gives`.
    """
    place = len(clause) if place is None else place
    categories = [token.category for token in clause]
    if {"holds", "any"} & set(categories):
        return False
    before = [index for index in range(place) if categories[index] == "F"]
    start = before[-1] + 1 if before else 0
    return "equation" in categories[start:place]


def take(
    found: Sequence[Clause],
    stretch: Sequence[Token],
    sense: Sense,
    assumed: list[tuple[int, Effect]],
    *,
    last: bool,
) -> None:
    """What the clauses of a stretch make of their formulas; `last`: it is the end of a sentence."""
    for clause in _apart(found, stretch, last=last):
        name = clause.name
        tokens = stretch[clause.start : clause.end]
        categories = {token.category for token in tokens}
        letters = tuple(
            token.piece
            for token in tokens
            if token.category == "T" or (name in _BOUNDING and token.category == "F")
        )
        number = next((token.kind for token in tokens if token.category == "K"), None)
        if name in _EFFECTS:
            assumed += [
                (token.piece, _effect(name, stretch, token))
                for token in tokens
                if token.category == "F"
            ]
            if name == "pair":
                assumed += [
                    (token.piece, "set") for token in tokens if token.category in {"T", "E"}
                ]
        if name in {"bound", "whenbound"}:
            sense.bounded.update(letters)
        if name in {"introduce", "free", "bound", "whenbound"} and any(
            token.category == "any" and token.kind != "fixed" for token in tokens
        ):
            sense.introduced += [token.piece for token in tokens if token.category in {"T", "F"}]
        if number is not None:
            sense.numbers.update(letters)
        if number is not None and letters and name != "since" and _declares(clause, stretch):
            how: Literal["introduced", "said", "case"] = (
                "case"
                if name == "whenkind"
                else "introduced"
                if categories & {"let", "put", "write", "given", "any", "for", "take"}
                else "said"
            )
            sense.kinds.append(Kind(number, letters, how))


def _apart(found: Sequence[Clause], stretch: Sequence[Token], *, last: bool) -> Iterator[Clause]:
    """The clauses of a stretch, without a claim among the conditions: of `A のとき B、C のとき D`,
    B is no condition beside C, and of `if A, B.` B is none at the `last` end of a sentence.
    """
    case = claimed = False
    for clause, after in zip_longest(found, found[1:]):
        if after is not None and _is_restated(clause, after, stretch):
            continue
        commas = [
            i
            for i in range(clause.start, clause.end)
            if stretch[i].category == "," and stretch[i + 1].category == "F"
        ]
        ends = (
            last and clause is found[-1] and not claimed and stretch[clause.end - 1].category == "F"
        )
        if clause.name in _CASES and commas and case:
            yield Clause("bare", clause.start, commas[-1])
            yield Clause(clause.name, commas[-1] + 1, clause.end)
        elif clause.name in {"when", "introduce"} and commas and ends:
            yield Clause(clause.name, clause.start, commas[-1])
            yield Clause("bare", commas[-1] + 1, clause.end)
        else:
            yield clause
        case = clause.name in _CASES
        claimed = claimed or clause.name in {"fact", "bare", "goal"}


def _is_restated(clause: Clause, after: Clause, stretch: Sequence[Token]) -> bool:
    """Whether the clause after some formulas puts them, in other words, as a condition: of `A,
    that is, when B` and `A、すなわち B のとき`, A is no claim.
    """
    between = [token.category for token in stretch[clause.end : after.start]]
    return clause.name == "bare" and after.name == "when" and between == [",", "then"]


def _takes_any(stretch: Sequence[Token]) -> bool:
    """Whether letters are said to be any: `every string $u$`, not `these two numbers add up to`."""
    after = False
    for token in stretch:
        if token.category == "any" and token.kind != "fixed":
            after = True
        elif after and token.category in {"T", "F"}:
            return True
        elif token.category not in _OF_ANY:
            after = False
    return False


def give_up(stretch: Sequence[Token], sense: Sense) -> None:
    """What a stretch that is not understood takes away: to assume less is always safe."""
    categories = {token.category for token in stretch}
    if not categories.isdisjoint(_SAYS) or _takes_any(stretch):
        sense.unsettled += [token.piece for token in stretch if token.category in {"T", "F"}]
    if "hedge" in categories and not categories.isdisjoint({"suppose", "assumption"}):
        sense.gives_up |= not any(token.category in {"T", "F"} for token in stretch)
        sense.introduced += [token.piece for token in stretch if token.category in {"T", "F"}]


def _declares(clause: Clause, stretch: Sequence[Token]) -> bool:
    """Whether a clause about the kind of some letters says what they are, rather than claims it."""
    tokens = stretch[clause.start : clause.end]
    if clause.name != "kind" or not (
        tokens[0].category == "T" and "be" in {token.category for token in tokens}
    ):
        return True
    return _REASONS.isdisjoint(token.category for token in stretch) and all(
        token.category in _OPENS_A_KIND for token in stretch[: clause.start]
    )


def _effect(name: str, stretch: Sequence[Token], formula: Token) -> Effect:
    """The effect of a formula in a clause of this name."""
    place = next(index for index, token in enumerate(stretch) if token is formula)
    if name in {"bare", "fact"} and is_sought(stretch, place):
        return "equation"
    if name == "bare" and is_measured([token.category for token in stretch], place):
        opened = {token.category for token in stretch[:place]} <= _OPENS_A_QUANTITY
        return "measured" if opened else "called"
    if name == "bare" and (place == 0 or stretch[place - 1].category not in _DESCRIBES):
        return "alone"
    return _EFFECTS[name]
