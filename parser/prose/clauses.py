"""The clauses of a sentence, and the purpose of each formula in it, as far as the grammar of its
language reads it.

A clause that the grammar does not read has no effect. A sentence that hedges (`not`, `except`,
`or`) outside the clauses that are read assumes nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from shomei.languages.language import FALLBACK
from shomei.parser.prose.grammar import Clause, clauses_of
from shomei.parser.prose.lexicon import language_of, language_with, lexemes
from shomei.parser.prose.naming import is_measured, namings

#: What a formula is for.
Effect: TypeAlias = Literal[
    "set",
    "assume",
    "contrary",
    "when",
    "since",
    "fact",
    "bare",
    "alone",
    "measured",
    "called",
    "equation",
    "goal",
    "substitute",
    "denied",
]
#: What a sentence makes of the display that it goes on into.
Said: TypeAlias = Literal["claim", "equation", "denied", "unclear", ""]
_EFFECTS: Final[dict[str, Effect]] = {
    "set": "set",
    "pair": "set",
    "assume": "assume",
    "contrary": "contrary",
    "when": "when",
    "introduce": "when",
    "since": "since",
    "fact": "fact",
    "bare": "bare",
    "solve": "equation",
    "goal": "goal",
    "substitute": "substitute",
}
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
    ("let", "put", "write", "set", "suppose", "provided", "given", "if", "any")
)
#: What may not stand in a sentence that hedges.
_ASSUMING: Final = frozenset(("set", "assume", "contrary", "when", "since", "substitute"))
#: Kinds whose words have other uses, and bind only letters beside them.
_COLLECTIVE: Final = frozenset(("groups", "events", "sets", "points"))
#: Kinds of things that have lengths, areas, sizes.
_HAVE_QUANTITIES: Final = frozenset(("points", "sets"))
_CONDITIONS: Final = frozenset(
    (
        "since",
        "if",
        "when",
        "suppose",
        "provided",
        "where",
        "with",
        "let",
        "set",
        "put",
        "write",
        "given",
    )
)
#: What a sentence that is about a case begins with, after words that lead to it.
_CASES: Final = frozenset(
    ("F", "if", "when", "for", "suppose", "let", "put", "write", "with", "given", "T")
)
_LEADS: Final = frozenset(("adverb", "and", ",", "then", "so", "scoping", "|"))
#: What may stand between a formula and words that deny it: `The last formula is`, `は一般には`.
_OF_ABOVE: Final = frozenset((",", "adverb", "topic", "that", "a", "be", "W", "noun", "equation"))
#: What may follow a list of letters without saying anything of them.
_ENDS_A_LIST: Final = frozenset(("then", "so", "with", "where", "for", "have", "adverb"))
_CONCLUDES: Final = frozenset(("then", "so", "have", "holds", "show"))
#: No sentence of more tokens is read, and no more stretches between commas are tried together.
_LONGEST: Final = 400
_MOST_STRETCHES: Final = 8


@dataclass(frozen=True, slots=True)
class Word:
    """Running words of a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A formula or reference: `F` states something, `T` are letters, `E` another term, `R` a
    reference.
    """

    category: Literal["F", "T", "E", "R"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What some letters are said to be. `pieces` are where they stand, `how` whether they are
    introduced here, said to be so, or so in one case.
    """

    kind: str
    pieces: tuple[int, ...]
    how: Literal["introduced", "said", "case"]


@dataclass(slots=True)
class Sense:
    """What a sentence says: the effects of its formulas by their indices; the kinds of its letters;
    letters that it introduces anew; what the display after it is.
    """

    effects: dict[int, Effect] = field(default_factory=dict)
    kinds: list[Kind] = field(default_factory=list)
    #: Letters that are called numbers of some kind, whether that is assumed or claimed.
    numbers: set[int] = field(default_factory=set)
    #: The kind that the language does not have, and the letters that the sentence speaks of.
    beyond: tuple[str, tuple[int, ...]] | None = None
    #: Letters that are called functions of others, and these others; both are numbers, but not
    #: independent of each other.
    depending: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)
    introduced: list[int] = field(default_factory=list)
    #: Letters that stand after a noun (`the limit L`): new ones are named by it.
    named: list[int] = field(default_factory=list)
    #: Letters of which the sentence says something that is not understood, and whether it
    #: introduces them.
    described: dict[int, bool] = field(default_factory=dict)
    #: Letters that are called by a noun that is not known.
    strange: list[int] = field(default_factory=list)
    display: Said = ""
    #: Whether it begins with its case, and not with what it says of that.
    opens: bool = False
    #: Whether it announces a display.
    announces: bool = False
    #: Whether it hedges, so that it assumes nothing.
    hedged: bool = False
    #: Letters of which the sentence says something else than was said before, without its being
    #: understood.
    unsettled: list[int] = field(default_factory=list)
    #: Whether the sentence ends what was supposed: it comes to a contradiction, or drops an
    #: assumption.
    gives_up: bool = False
    #: Whether it goes on from the case of the sentence before it.
    goes_on: bool = False
    #: Whether the sentence says that a formula before it is false.
    denies: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    category: str
    piece: int
    kind: str = ""


def understand(pieces: Sequence[Word | Named], language: str = FALLBACK, *, ended: bool) -> Sense:
    """What a sentence says in an article in this language; `ended` is false where it goes on into
    a display.
    """
    words = "".join(piece.text for piece in pieces if isinstance(piece, Word))
    code = language_of(words, language)
    tokens = list(_tokens(pieces, code))
    sense = Sense(goes_on=not tokens)
    if len(tokens) > _LONGEST:
        _read_other_kinds(tokens, sense, code)
        sense.display = "" if ended else "unclear"
        return sense
    reading = _Reading(code, ended, sense, _last_word(tokens))
    above: list[_Token] = []
    for part in _parts(tokens):
        reading.part(part, above)
        above = part
    reading.settle()
    _read_other_kinds(tokens, sense, code)
    kinds = {piece for kind in sense.kinds for piece in kind.pieces}
    sense.described = {p: anew for p, anew in sense.described.items() if p not in kinds}
    sense.introduced += [piece for piece, anew in sense.described.items() if anew]
    sense.gives_up |= any(token.category == "absurd" for token in tokens)
    first = next((each.category for each in tokens if each.category not in _LEADS), "")
    sense.opens = first in _CASES
    sense.announces = any(token.category == "follows" for token in tokens)
    if tokens:
        sense.goes_on = tokens[0].category in {"then", "so"}
        sense.display = reading.of_display()
    return sense


def _last_word(tokens: Sequence[_Token]) -> _Token | None:
    return next((token for token in reversed(tokens) if token.category != "|"), None)


@dataclass(slots=True)
class _Reading:
    """A sentence as it is read, part by part."""

    code: str
    ended: bool
    sense: Sense
    #: The last token that is no mark.
    final: _Token | None
    #: Whether the last stretch was read, and whether it asks for what solves an equation, or
    #: denies.
    last_read: bool = False
    sought: bool = False
    negated: bool = False
    #: Whether the sentence takes back what it assumes.
    hedged: bool = False
    assumed: list[tuple[int, Effect]] = field(default_factory=list)

    def part(self, part: list[_Token], above: list[_Token]) -> None:
        """A part of the sentence, after the one `above` it."""
        if any(token.category == "denied" for token in part):
            _deny(part if _has_letters(part) else [*above, *part], self.sense)
            self.hedged, self.last_read, self.negated = True, False, True
            return
        _take_names(part, self.sense)
        for stretch in _stretches(part, self.code):
            found = _read(stretch, self.code)
            self.last_read = found is not None
            self.sought = _is_sought(stretch)
            self.negated = found is None and _negate(stretch, self.sense)
            if found is None:
                _give_up(stretch, self.sense)
                self.assumed += [(piece, "called") for piece in _measured(stretch)]
                self.hedged |= any(token.category in {"hedge", "absurd"} for token in stretch)
            else:
                last = self.ended and stretch[-1] is self.final
                _take(found, stretch, self.sense, self.assumed, last=last)

    def settle(self) -> None:
        """Gives each formula its effect, now that all parts are read."""
        for piece, effect in self.assumed:
            denied = self.sense.effects.get(piece) == "denied"
            if not denied and not (self.hedged and effect in _ASSUMING):
                self.sense.effects[piece] = effect
        if self.hedged:
            # That letters are introduced anew takes away what was said of them: that is always
            # safe.
            self.sense.introduced += [
                piece
                for kind in self.sense.kinds
                if kind.how == "introduced"
                for piece in kind.pieces
            ]
            self.sense.kinds = []
        self.sense.hedged = self.hedged

    def of_display(self) -> Said:
        """The role of the display that the sentence goes on into; nothing where it does not."""
        if (self.sense.denies and not self.sense.effects) or (self.negated and not self.ended):
            return "denied"
        if self.ended:
            return ""
        if self.last_read and not self.hedged:
            return "equation" if self.sought else "claim"
        return "unclear"


def denies_before(text: str, language: str = FALLBACK) -> bool:
    """Whether words right after a formula say that it is false, before anything else is said."""
    code = language_of(text, language)
    for lexeme in lexemes(text, code):
        if lexeme.category == "denied":
            return True
        if lexeme.category not in _OF_ABOVE:
            return False
    return False


def defines_before(text: str, language: str = FALLBACK) -> bool:
    """Whether words right after a formula say that it is a definition."""
    first = next(lexemes(text, language_of(text, language)), None)
    return first is not None and first.category == "set"


def _tokens(pieces: Sequence[Word | Named], code: str) -> Iterator[_Token]:
    for index, piece in enumerate(pieces):
        if isinstance(piece, Named):
            yield _Token(piece.category, index)
            continue
        for lexeme in lexemes(piece.text, code):
            yield _Token(lexeme.category, index, lexeme.kind)


def _parts(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """The tokens between marks that end a clause whatever comes after."""
    current: list[_Token] = []
    for token in tokens:
        if token.category == "|":
            if current:
                yield current
            current = []
        else:
            current.append(token)
    if current:
        yield current


def _read(stretch: Sequence[_Token], code: str) -> tuple[Clause, ...] | None:
    return clauses_of([token.category for token in stretch], code)


def _stretches(part: list[_Token], code: str) -> Iterator[list[_Token]]:
    """A part as a whole if it can be read, else its stretches between commas, of which the longest
    that can be read are taken.
    """
    if _read(part, code) is not None:
        yield part
        return
    stretches: list[list[_Token]] = [[]]
    for token in part:
        if token.category == ",":
            stretches.append([])
        else:
            stretches[-1].append(token)
    position = 0
    while position < len(stretches):
        for end in range(min(len(stretches), position + _MOST_STRETCHES), position, -1):
            joined: list[_Token] = []
            for index, stretch in enumerate(stretches[position:end]):
                joined += [_Token(",", -1)] * (index > 0) + stretch
            if end == position + 1 or _read(joined, code) is not None:
                if joined:
                    yield joined
                position = end
                break


def _has_letters(part: Sequence[_Token]) -> bool:
    return any(token.category in {"F", "T"} for token in part)


def _deny(part: list[_Token], sense: Sense) -> None:
    formulas = [token.piece for token in part if token.category == "F"]
    for piece in formulas:
        sense.effects[piece] = "denied"
    letters = any(token.category == "T" for token in part)
    sense.denies = sense.denies or not (formulas or letters)


def _negate(stretch: Sequence[_Token], sense: Sense) -> bool:
    """Denies the formulas of a stretch that is not understood, and has a negative word with no
    condition beside it and no conclusion between; whether it may deny a display as well.
    """
    categories = [token.category for token in stretch]
    places = [i for i, each in enumerate(stretch) if _is_negative(each)]
    if not places or not _CONDITIONS.isdisjoint(categories):
        return False
    negative = places[-1]
    for index, token in enumerate(stretch):
        between = categories[min(index, negative) : max(index, negative)]
        if token.category == "F" and _CONCLUDES.isdisjoint(between):
            sense.effects[token.piece] = "denied"
    return _CONCLUDES.isdisjoint(categories[negative:])


def _is_negative(token: _Token) -> bool:
    """Whether a token is a negative word, and not the kind of a negative number."""
    return token.category == "hedge" and token.kind == "negative"


def _read_other_kinds(tokens: Sequence[_Token], sense: Sense, code: str) -> None:
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
    for part in _parts(tokens):
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


def _is_other(part: Sequence[_Token], at: int) -> bool:
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
    tokens: Sequence[_Token], part: Sequence[_Token], code: str
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The letters of `y depends on x` and `u is a function of s and t`, and those that they depend
    on, as far as these stand right beside the words.
    """
    at = next(index for index, token in enumerate(part) if token.category == "other")
    beside = part[at + 1 :] if language_with(code).spaced else part[at - 1 :: -1] if at else ()
    others = _listed(beside)
    within = part if _has_letters(part) else tokens
    letters = (each.piece for each in within if each.category in {"T", "F", "E"})
    return tuple(each for each in letters if each not in others), others


def _listed(tokens: Sequence[_Token]) -> tuple[int, ...]:
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


def _take_names(stretch: Sequence[_Token], sense: Sense) -> None:
    """What a stretch calls its letters."""
    for each in namings([(token.category, token.piece) for token in stretch]):
        if each.strange:
            sense.strange.append(each.piece)
        if each.described:
            anew = each.anew or sense.described.get(each.piece, False)
            sense.described[each.piece] = anew
        else:
            sense.named.append(each.piece)


def _measured(stretch: Sequence[_Token]) -> Iterator[int]:
    """The formulas of a stretch that are called quantities."""
    categories = [token.category for token in stretch]
    for place, token in enumerate(stretch):
        if token.category == "F" and is_measured(categories, place):
            yield token.piece


def _is_sought(clause: Sequence[_Token], place: int | None = None) -> bool:
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


def _take(
    found: Sequence[Clause],
    stretch: Sequence[_Token],
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
        letters = tuple(token.piece for token in tokens if token.category == "T")
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
        if name in {"introduce", "free"} and "any" in categories:
            sense.introduced += [token.piece for token in tokens if token.category in {"T", "F"}]
        if number is not None:
            sense.numbers.update(letters)
        if number is not None and letters and name != "since" and _declares(clause, stretch):
            how: Literal["introduced", "said", "case"] = (
                "case"
                if name == "whenkind"
                else "introduced"
                if categories & {"let", "put", "write", "any", "for"}
                else "said"
            )
            sense.kinds.append(Kind(number, letters, how))


def _apart(found: Sequence[Clause], stretch: Sequence[_Token], *, last: bool) -> Iterator[Clause]:
    """The clauses of a stretch, without a claim among the conditions: of `A のとき B、C のとき D`,
    B is no condition beside C, and of `if A, B.` B is none at the `last` end of a sentence.
    """
    case = claimed = False
    for clause in found:
        commas = [
            i
            for i in range(clause.start, clause.end)
            if stretch[i].category == "," and stretch[i + 1].category == "F"
        ]
        ends = (
            last and clause is found[-1] and not claimed and stretch[clause.end - 1].category == "F"
        )
        if clause.name == "when" and commas and case:
            yield Clause("bare", clause.start, commas[-1])
            yield Clause("when", commas[-1] + 1, clause.end)
        elif clause.name in {"when", "introduce"} and commas and ends:
            yield Clause(clause.name, clause.start, commas[-1])
            yield Clause("bare", commas[-1] + 1, clause.end)
        else:
            yield clause
        case = clause.name == "when"
        claimed = claimed or clause.name in {"fact", "bare", "goal"}


def _give_up(stretch: Sequence[_Token], sense: Sense) -> None:
    """What a stretch that is not understood takes away: to assume less is always safe."""
    categories = {token.category for token in stretch}
    if not categories.isdisjoint(_SAYS):
        sense.unsettled += [token.piece for token in stretch if token.category in {"T", "F"}]
    if "hedge" in categories and not categories.isdisjoint({"suppose", "assumption"}):
        sense.gives_up |= not any(token.category in {"T", "F"} for token in stretch)
        sense.introduced += [token.piece for token in stretch if token.category in {"T", "F"}]


def _declares(clause: Clause, stretch: Sequence[_Token]) -> bool:
    """Whether a clause about the kind of some letters says what they are, rather than claims it."""
    tokens = stretch[clause.start : clause.end]
    if clause.name != "kind" or not (
        tokens[0].category == "T" and "be" in {token.category for token in tokens}
    ):
        return True
    return _REASONS.isdisjoint(token.category for token in stretch) and all(
        token.category in _OPENS_A_KIND for token in stretch[: clause.start]
    )


def _effect(name: str, stretch: Sequence[_Token], formula: _Token) -> Effect:
    """The effect of a formula in a clause of this name."""
    place = next(index for index, token in enumerate(stretch) if token is formula)
    if name in {"bare", "fact"} and _is_sought(stretch, place):
        return "equation"
    if name == "bare" and is_measured([token.category for token in stretch], place):
        opened = {token.category for token in stretch[:place]} <= _OPENS_A_QUANTITY
        return "measured" if opened else "called"
    if name == "bare" and (place == 0 or stretch[place - 1].category not in _DESCRIBES):
        return "alone"
    return _EFFECTS[name]
