"""What a sentence calls its letters: numbers, or something that is not known to be one.

In: the pieces of a sentence. Out: groups of letters, each called a number (a kind of number or a
quantity) or something else (`a permutation w`, `let w be a word`, `文字列 $w$`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from shomei.languages.language import words
from shomei.languages.phrases import NEVER
from shomei.parser.article.dependence import without_dependence
from shomei.parser.article.pieces import Formula, Piece, Text
from shomei.parser.prose.bounded_kinds import names_a_kind
from shomei.parser.prose.coverage import barred_words, everyday_nouns, is_barred, unknown_words
from shomei.parser.prose.lexicon import EMPHASIS, WORD, key_of, language_of, language_with
from shomei.terms.functions import is_family


@dataclass(frozen=True, slots=True)
class Called:
    """Letters that are called something; `number`: a number."""

    names: tuple[str, ...]
    number: bool


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word, letters (`T`), the sign of a set of numbers (`N`), another formula (`F`), or a
    mark.
    """

    kind: Literal["word", "T", "N", "F", "mark"]
    text: str
    names: tuple[str, ...] = ()
    #: Whether letters stand side by side in it, as in a product.
    joined: bool = False


def _words(name: str) -> frozenset[str]:
    """The words of this name for what letters are called, of all languages."""
    return frozenset(words("calling", name))


#: Words that say of the letters before them what they are, and those after which this is not read.
_IS: Final = _words("is")
_STOPS: Final = _words("stop")
_AUXILIARIES: Final = _words("auxiliary")
_SUPPOSING: Final = _words("supposing")
_ARTICLES: Final = _words("article")
_FUNCTIONS: Final = _words("function")
_SEQUENCES: Final = frozenset((*words("calling", "sequence"), *words("function_kinds", "sequence")))
_NUMBERS: Final = frozenset(words("number_kinds", "R"))
_JOINS: Final = frozenset((",", "、", "，")) | _words("joint")


def called_strange(
    pieces: Sequence[Piece], article: str, source: str, functions: Container[str] = ()
) -> Iterator[Called]:
    """What the letters of a sentence are called, as far as it is said. What is supposed of one of
    the `functions`, which are defined, is of another.
    """
    spoken = " ".join(piece.words for piece in pieces if isinstance(piece, Text))
    code = language_of(spoken, article)
    pieces = without_dependence(pieces, code)
    if language_with(code).spaced:
        yield from _spaced(list(_units(pieces, source)), code, functions)
    else:
        yield from _unspaced(pieces, code, source)


_INDEX: Final = r"_(?:\{[^{}]*\}|\\?[A-Za-z]+|\d)"
_DOTS: Final = r"(?:\\(?:dots|ldots|cdots|dotsc)|\.\.\.|…)"
#: `x_i`, and `x_1, \\dots, x_n`.
_OF_A_FAMILY: Final = re.compile(
    rf"\s*\\?([A-Za-z]+){_INDEX}(?:\s*,\s*(?:\\?\1{_INDEX}|{_DOTS}))*\s*"
)


def letters_of(piece: Piece, source: str) -> tuple[str, ...]:
    """The letters that a formula lists, if it is nothing else; a letter with an index stands for
    its family.
    """
    if not isinstance(piece, Formula):
        return ()
    kinds = {token.type for token in piece.tokens}
    if kinds <= {"NAME", "COMMA", "CONSTANT"}:
        return tuple(str(token.value) for token in piece.tokens if token.type != "COMMA")
    text = source[slice(*piece.place)].strip("$ \\()")
    if match := _OF_A_FAMILY.fullmatch(text):
        return (f"{match[1]}_",)
    return ()


def _units(pieces: Sequence[Piece], source: str) -> Iterator[_Unit]:
    for piece in pieces:
        if isinstance(piece, Text):
            plain = EMPHASIS.sub(lambda match: match.group(1) or "", piece.words)
            for word in WORD.findall(plain.lower().replace("’", "'")):
                yield _Unit("word" if word[0].isalpha() else "mark", word)
        elif names := letters_of(piece, source):
            joined = isinstance(piece, Formula) and any(
                {one.type, other.type} <= {"NAME", "CONSTANT"}
                for one, other in pairwise(piece.tokens)
            )
            yield _Unit("T", "", names, joined)
        else:
            yield _Unit("N" if _is_number_set(piece) else "F", "")


def _is_number_set(piece: Piece) -> bool:
    """Whether a formula is the sign of a set of numbers: `\\mathbb{N}`."""
    return isinstance(piece, Formula) and [each.type for each in piece.tokens] == ["NUMBER_SET"]


@cache
def _nouns(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of kinds of numbers and quantities, and those of other known things."""
    language = language_with(code)
    numbers = {
        word
        for phrases in language.sections["number_kinds"].values()
        for phrase in phrases
        for word in key_of(phrase, language).split(" ")
    }
    numbers |= {key_of(w, language) for w in language.sections["clauses"].get("noun", ())}
    numbers |= {key_of(w, language) for w in language.sections["clauses"].get("equation", ())}
    numbers |= {key_of(w, language) for w in language.sections["plain"].get("quantities", ())}
    things = {key_of(w, language) for w in language.sections["plain"].get("things", ())}
    things |= everyday_nouns(code) - numbers
    return frozenset(numbers - things), frozenset(things)


def number_nouns(code: str) -> frozenset[str]:
    """The words of kinds of numbers and of quantities."""
    return _nouns(code)[0]


@cache
def _objects(code: str) -> frozenset[str]:
    """The things of mathematics that are no numbers."""
    language = language_with(code)
    return frozenset(
        key_of(each, language) for each in language.sections["calling"].get("objects", ())
    )


def _is_object(noun: str, code: str) -> bool:
    """Whether a noun right before a letter makes it something else than a number. What is measured
    or counted has a noun as well (`the rental r`), and need not be known.
    """
    if language_with(code).spaced:
        return noun in _objects(code) or is_barred(noun, code)
    return noun.endswith(tuple(_objects(code))) or bool(barred_words(noun, code))


def _is_strange(words: str, code: str) -> bool:
    """Whether something is called by words that are not known; everyday nouns are things."""
    return bool(unknown_words(words, code, breadth="everyday"))


def _spaced(units: list[_Unit], code: str, functions: Container[str]) -> Iterator[Called]:
    numbers = number_nouns(code)
    index = 0
    while index < len(units):
        if units[index].kind != "T":
            index += 1
            continue
        first = index
        joined = units[index].joined
        names: list[str] = list(units[index].names)
        while (
            index + 2 < len(units)
            and units[index + 1].text in _JOINS
            and units[index + 2].kind == "T"
        ):
            index += 2
            names += units[index].names
        before, quality = _words_before(units, first)
        index += 1
        while index < len(units) and units[index].text in _AUXILIARIES:
            index += 1
        after = units[index].text if index < len(units) else ""
        if before and before not in numbers and _is_object(before, code):
            yield Called(tuple(names), number=False)
        elif before in numbers:
            yield Called(tuple(names), number=not is_barred(quality, code))
        supposed = after in _IS and before in _SUPPOSING
        if (
            supposed
            and any(name in functions and not is_family(name) for name in names)
            and not _says_function(units[index + 1 :])
        ):
            yield Called(tuple(names), number=False)
        elif after in _IS and not (joined and _is_quality(units[index + 1 :])):
            yield from _described(tuple(names), units[index + 1 :], code)


def _words_before(units: Sequence[_Unit], index: int) -> tuple[str, str]:
    """The word right before the unit at an index, and the one before that; empty where there is
    none.
    """
    two = [unit.text if unit.kind == "word" else "" for unit in units[max(0, index - 2) : index]]
    quality, before = ["", "", *two][-2:]
    return before, quality


def _is_quality(rest: Sequence[_Unit]) -> bool:
    """Whether what is said has no article, as in `$p N$ are ill`: then it is no noun."""
    return not (rest and rest[0].text in _ARTICLES)


def _says_function(rest: Sequence[_Unit]) -> bool:
    """Whether `let f be …` says that f is a function."""
    for unit in rest:
        if unit.kind != "word" or unit.text in _STOPS:
            return False
        if unit.text in _FUNCTIONS or unit.text in _SEQUENCES:
            return True
    return False


def _is_sequence(names: Sequence[str], core: Sequence[str], after: Sequence[_Unit]) -> bool:
    """Whether letters with indices are called a sequence, and not one of other things than
    numbers: `the geometric sequence with …`.
    """
    of = [unit.text for unit in after[:1]]
    return (
        all(name.endswith("_") for name in names)
        and any(word in _SEQUENCES for word in core)
        and (of != ["of"] or any(unit.text in _NUMBERS for unit in after[1:4]))
    )


def _described(names: tuple[str, ...], rest: Sequence[_Unit], code: str) -> Iterator[Called]:
    """`x is …`, `let x be …`."""
    numbers, things = _nouns(code)
    core: list[str] = []
    for unit in rest:
        if not (unit.kind == "word" or unit.text.isdigit()) or unit.text in _STOPS:
            break  # a number may belong to the words: `other than 1`
        core.append(unit.text)
    if any(unit.text in _ELEMENT for unit in rest[:2]) and any(
        unit.kind == "N" for unit in rest[:4]
    ):
        yield Called(names, number=True)
    elif any(word in things for word in core) or _is_strange(" ".join(core), code):
        yield Called(names, number=False)
    elif any(word in numbers for word in core) or _is_sequence(names, core, rest[len(core) :]):
        yield Called(names, number=True)
    elif core and core[0] in _ARTICLES and len(core) > 1:
        yield Called(names, number=False)


#: What a member of a set is called.
_ELEMENT: Final = words("calling", "element")
#: What closes a description in Japanese: `x を … とする`.
#: The last characters of nouns of numbers.
_SUFFIXES: Final = words("calling", "suffix")
_SETS: Final = re.compile("|".join(map(re.escape, words("calling", "set"))) or NEVER)
_TAIL: Final = re.compile(r"[一-鿿々ァ-ヿー]+\Z")


def _unspaced(pieces: Sequence[Piece], code: str, source: str) -> Iterator[Called]:
    index = 0
    while index < len(pieces):
        names, last = _listed(pieces, index, source)
        if names:
            before = pieces[index - 1] if index else None
            yield from _called_before(before, names, code)
            yield from _called_after(pieces[last + 1 :], names, code)
            yield from _named_by(before, pieces[last + 1 : last + 2], names, code)
        index = last + 1


def _listed(pieces: Sequence[Piece], index: int, source: str) -> tuple[tuple[str, ...], int]:
    """The letters of the formulas from here on that joints make one list, and the last of them."""
    names = list(letters_of(pieces[index], source))
    while (
        names
        and index + 2 < len(pieces)
        and isinstance(joint := pieces[index + 1], Text)
        and joint.words.strip() in _JOINS
        and (more := letters_of(pieces[index + 2], source))
    ):
        index += 2
        names += more
    return tuple(names), index


def _called_before(piece: Piece | None, names: tuple[str, ...], code: str) -> Iterator[Called]:
    """What a noun right before the letters calls them: `実数 x`."""
    numbers, things = _nouns(code)
    words = piece.words.rstrip(" *_") if isinstance(piece, Text) else ""
    tail = _TAIL.search(words)
    if tail is None:
        if any(len(each) > 1 and words.endswith(each) for each in things):
            yield Called(names, number=False)
        return
    noun = tail.group()
    if noun in numbers or noun.endswith((*_SUFFIXES, *(n for n in numbers if len(n) > 1))):
        yield Called(names, number=True)
    elif _is_object(noun, code):
        yield Called(names, number=False)


def _named_by(
    before: Piece | None, after: Sequence[Piece], names: tuple[str, ...], code: str
) -> Iterator[Called]:
    """The number that letters are a name of: `確率を p とする`."""
    words = before.words.rstrip() if isinstance(before, Text) else ""
    said = after[0].words.lstrip() if after and isinstance(after[0], Text) else ""
    tail = _TAIL.search(words[:-1]) if words.endswith("を") and _SETS.match(said) else None
    numbers, _ = _nouns(code)
    if tail is not None and (
        tail.group() in numbers or tail.group().endswith(tuple(n for n in numbers if len(n) > 1))
    ):
        yield Called(names, number=True)


def _called_after(pieces: Sequence[Piece], names: tuple[str, ...], code: str) -> Iterator[Called]:
    """What a phrase after the letters calls them: `x を実数とする`."""
    rest = "".join(piece.words if isinstance(piece, Text) else "·" for piece in pieces).strip()
    match = re.match(r"(?:を|は|が)[、，]?(.*)", rest, re.DOTALL)
    phrase = re.split(r"[。、，．]", match[1])[0] if match else ""
    closing = _SETS.search(phrase)
    numbers, things = _nouns(code)
    if closing is None:
        if match and any(len(each) > 1 and phrase.endswith(each) for each in things):
            yield Called(names, number=False)
        return
    said = re.sub(r"[·\s]", "", phrase[: closing.start()])
    if not said or phrase[: closing.start()].strip()[-1:] == "·":
        return
    kind = re.sub(r"\s", "", phrase[: closing.start()].replace("·", "0"))
    if any(said.endswith(n) for n in numbers) or names_a_kind(kind, code):
        yield Called(names, number=True)
    elif _is_strange(said, code) or any(said.endswith(n) for n in things) or _TAIL.search(said):
        yield Called(names, number=False)
