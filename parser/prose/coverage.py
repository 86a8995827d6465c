"""Which words of a text are not known to leave alone what is claimed beside them, and which of them
may take it back.

In: running words, and the code of their language. Out: the words that are not known. The known ones
are those of `clauses` and `plain` in the language's file; hedges, denials and other kinds are not
among them, and neither are quotation marks, since what stands in them may be said by others. These
are *barred*: they keep a claim from counting wherever they stand, while a noun or a verb that is
only unknown matters where a sentence says what its letters and signs mean. A *figure* (`moonshine`)
is barred where it is said of a formula, or of what stands above; beside a claim it is a noun.

The everyday words of the language (`Language.content`) are known as well where a sentence names no
sign, letter, number or operation, to which they could give a meaning (`article/breadth.py`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal, TypeAlias

from shomei.languages.language import FALLBACK, Language
from shomei.operations.registry import OPERATIONS
from shomei.parser.prose.emphasis import without_emphasis
from shomei.parser.prose.lexicon import EMPHASIS, WORD, key_of, language_with
from shomei.parser.prose.longest import Phrases

#: The kind of things that points and triangles are.
_POINTS: Final = "points"
#: The categories of clauses that no sentence holds whose claims count.
_BARRED: Final = frozenset(("hedge", "denied", "negative", "absurd"))
#: The names in `plain` that are lists of words; the others are lists of endings.
_LISTS: Final = frozenset(("words", "phrases", "quantities", "measures", "things", "undenied"))
#: What stands in running text without being said: spacing, references, links, labels of answers,
#: tags of HTML.
_MARKUP: Final = re.compile(
    r"\\(?:label|cite[a-z]*|ref|eqref|autoref|cref|vspace|hspace|index|url|footnotemark|input)\*?"
    r"\s*(?:\[[^\]]*\])?\{[^{}]*\}|\\footnote(?=\{)"
    r"|\\(?:noindent|medskip|bigskip|smallskip|par|quad|qquad|newline|indent|hfill|centering|item"
    r"|qed|qedhere|ldots|dots|allowbreak|displaystyle|maketitle|newpage|clearpage|left|right"
    r"|begingroup|endgroup|bfseries|itshape|small|large|tableofcontents|appendix)(?![A-Za-z])"
    r"|\b[Nn]o\.(?=(?:\s|\\,|~)*\d)"
    r"|\\[!,;: \\]|\\\\\[[^\]]*\]|<!--.*?-->|\]\([^()\s]*\)|\[\^[^\]]*\]"
    r"|[（(]\s*[ア-ンあ-お甲乙丙丁]\s*[)）]"
    r"|</?(?:p|br|b|i|em|strong|span|sup|sub|center|a|div|li|ul|ol|td|tr)\b[^<>]*>|&nbsp;"
    r"|\{[#.:%][^{}]*\}|https?://[^\s)]+",
    re.DOTALL,
)
#: Emphasis that goes on into the next sentence.
_OPENED: Final = re.compile(r"\\(?:emph|text(?:bf|it|rm|sl|sc|up|sf|tt)|underline)\s*\{")
_QUOTES: Final = re.compile(r"[\"“”「」『』«»„‹›]|``|''|\\enquote")
#: Letters that stand by themselves in words: items of lists, and the like.
_ROMAN: Final = re.compile(r"[ivx]{1,4}|[a-z]")


#: One kana between known words: an ending, or a slip of the pen; none of those that deny.
_SLIP: Final = re.compile("[ぁ-ゖ](?<![ずぬんかま])")


#: The forms of words that deny, and the characters.
_DENYING: Final = re.compile(r"(?:un|non|mis|anti|pseudo)-?[a-z]{3,}|[a-z]{3,}less|[a-z]+n't")
_DENYING_CHARACTER: Final = re.compile("[不無非未誤偽嘘]")

#: How many words a heading has at most that is a mere figure, and what counts as one.
_TITLE: Final = 2
_COUNTED: Final = re.compile("[A-Za-zÀ-ɏ'’-]{2,}|[ぁ-ヿ㐀-鿿々]{1,3}")
#: Of one article the same words are asked about by several rules.
_REMEMBERED: Final = 1024

_CHARACTER: Final = re.compile("[㐀-鿿]")
#: What may stand before the noun of a measure and says which one it is: 飛距離.
_WHICH: Final = re.compile("(?![反逆虚擬似類])[㐀-鿿]{1,2}")
#: From how many characters on such a word is unknown.
_COMPOSED: Final = 3


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    known: frozenset[str]
    barred: frozenset[str]
    #: The nouns of measures, of which others are composed.
    measures: frozenset[str]
    #: The length of the longest phrase, in words or in characters.
    longest: int
    #: Both kinds, as they are searched for.
    phrases: Phrases


#: The kinds of everyday words that name nothing.
_QUALITIES: Final = frozenset(("verbs", "adjectives", "adverbs"))
#: Which words are known besides those of `clauses` and `plain`: none; everyday words; or those of
#: them that name nothing.
Breadth: TypeAlias = Literal["strict", "everyday", "qualities"]


@lru_cache(maxsize=_REMEMBERED)
def unknown_words(
    text: str, code: str, *, heading: bool = False, breadth: Breadth = "strict"
) -> tuple[str, ...]:
    """The words of a text that are not known, in order; each may change what the text claims. In a
    heading, names of people and hedges say nothing of what holds.
    """
    text = _MARKUP.sub(" ", text)
    text = EMPHASIS.sub(lambda match: match.group(1) or "", text)
    text = _OPENED.sub(" ", text)
    if heading:
        text = _QUOTES.sub(" ", text)
    text = without_emphasis(text, code)
    if quote := _QUOTES.search(text):
        return (quote.group(),)
    found = tuple(_unknown(text, code, breadth))
    return (
        tuple(each for each in found if each not in _only_in_headings(code)) if heading else found
    )


def barred_words(
    text: str, code: str, *, heading: bool = False, beside: bool = False
) -> tuple[str, ...]:
    """Those of the unknown words of a text that may deny, doubt, restrict or quote what it claims,
    or that speak of other things than numbers. `beside`: without the figures, as beside a claim;
    a heading has them only if it is no more than one (`Moonshine`).
    """
    figures = not beside and not (heading and len(_COUNTED.findall(text)) > _TITLE)
    return tuple(
        each
        for each in unknown_words(text, code, heading=heading, breadth="everyday")
        if is_barred(each, code) and (figures or not _is_figure(each, code))
    )


def _is_figure(word: str, code: str) -> bool:
    """Whether a word is barred only where something is called so."""
    return any(word in _figures(one) for one in (code, FALLBACK))


@cache
def _figures(code: str) -> frozenset[str]:
    language = language_with(code)
    return frozenset(
        key_of(each, language) for each in language.sections["plain"].get("figures", ())
    )


def is_barred(word: str, code: str) -> bool:
    """Whether an unknown word is one of those that `barred_words` tells."""
    if _QUOTES.match(word) or any(word in _listed(one).barred for one in (code, FALLBACK)):
        return True
    form = _DENYING.fullmatch(word) if word.isascii() else _DENYING_CHARACTER.search(word)
    return form is not None


def is_of_events(word: str, code: str) -> bool:
    """Whether a word speaks of events, which have letters and signs of their own."""
    return word in _words_of("events", code)


def is_of_points(word: str, code: str) -> bool:
    """Whether a word speaks of figures, whose corners have letters of their own."""
    return word in _words_of("points", code)


@cache
def _words_of(kind: str, code: str) -> frozenset[str]:
    language = language_with(code)
    listed = language.sections["other_kinds"].get(kind, ())
    return frozenset(key_of(each, language) for each in listed)


def is_hedge(word: str, code: str) -> bool:
    """Whether a word restricts or turns its own clause (`not`, `only`), rather than speak of what
    somebody claims.
    """
    return word in _hedges(code)


@cache
def _hedges(code: str) -> frozenset[str]:
    language = language_with(code)
    return frozenset(key_of(each, language) for each in language.sections["clauses"]["hedge"])


@cache
def _only_in_headings(code: str) -> frozenset[str]:
    """What changes nothing in a heading: names of people, hedges."""
    listed = language_with(code).sections["plain"].get("headings", ())
    return frozenset(form for name in listed for form in (name, f"{name}'s"))


def everyday_nouns(code: str) -> frozenset[str]:
    """Everyday nouns: what is called by one is no number."""
    return frozenset(language_with(code).content.get("nouns", ()))


@dataclass(frozen=True, slots=True)
class _Listed:
    """The words of `clauses`, `plain` and the tables of kinds, as they are looked up."""

    known: frozenset[str]
    barred: frozenset[str]


@cache
def _listed(code: str) -> _Listed:
    language = language_with(code)
    sections = language.sections
    barred = {
        key_of(phrase, language)
        for name, phrases in sections["clauses"].items()
        if name in _BARRED
        for phrase in phrases
    }
    kinds = sections["other_kinds"]
    barred |= {key_of(p, language) for kind, ps in kinds.items() if kind != _POINTS for p in ps}
    for name in ("barred", "figures"):
        barred |= {key_of(each, language) for each in sections["plain"].get(name, ())}
    known = {
        key_of(phrase, language)
        for section in ("clauses", "number_kinds", "function_kinds")
        for phrases in sections[section].values()
        for phrase in phrases
    } - barred
    plain = {key_of(each, language) for each in _plain(code)}
    plain |= {key_of(each, language) for each in _excluded(language)}
    # What a function is called in formulas may be said of it in words, too.
    plain |= {key_of(name, language) for each in OPERATIONS.values() for name in each.notation.read}
    # Which letters are points is known wherever a sentence speaks of them (`article/letters.py`).
    known |= {key_of(each, language) for each in kinds.get(_POINTS, ())} - barred
    return _Listed(frozenset(known | plain), frozenset(barred - plain))


@cache
def _vocabulary(code: str, breadth: Breadth) -> _Vocabulary:
    language, listed = language_with(code), _listed(code)
    known = listed.known | (frozenset(_content(language, breadth)) - listed.barred)
    phrases = Phrases(known | listed.barred, spaced=language.spaced)
    measures = frozenset(language.sections["plain"].get("measures", ()))
    return _Vocabulary(known, listed.barred, measures, phrases.longest, phrases)


def _plain(code: str) -> Iterator[str]:
    """The words of the section `plain` in all their forms."""
    for name, words in language_with(code).sections["plain"].items():
        if name in {"barred", "figures", "headings", "excluding"}:
            continue
        endings = ("",) if name in _LISTS else name.replace("-", "").split(" ")
        for word in words:
            for ending in endings:
                yield word + ending


def _content(language: Language, breadth: Breadth) -> Iterator[str]:
    for kind, words in language.content.items():
        if breadth == "everyday" or (breadth == "qualities" and kind in _QUALITIES):
            yield from words


def _excluded(language: Language) -> Iterator[str]:
    """What a text says that it leaves out: `without matrices`, 行列なし."""
    for phrases in language.sections["other_kinds"].values():
        for phrase in phrases:
            for word in language.sections["plain"].get("excluding", ()):
                yield f"{word} {phrase}" if language.spaced else f"{phrase}{word}"


def _unknown(text: str, code: str, breadth: Breadth) -> Iterator[str]:
    if language_with(code).spaced:
        words = WORD.findall(text.lower().replace("’", "'"))
        yield from _unknown_of(words, _vocabulary(code, breadth))
        return
    words = WORD.findall(re.sub(r"[^\x00-ɏ]", " ", text).lower())
    yield from _unknown_of(words, _vocabulary(FALLBACK, breadth))
    for stretch in re.split(r"[^぀-ヿ㐀-鿿々ー]+", re.sub(r"\s", "", text)):
        if stretch:
            yield from _unknown_in(stretch, _vocabulary(code, breadth))


def _unknown_of(units: Sequence[str], vocabulary: _Vocabulary) -> Iterator[str]:
    """The unknown ones of the words of a spaced language; at each place the longest phrase that is
    listed decides.
    """
    position = 0
    while position < len(units):
        phrase, length = vocabulary.phrases.at(units, position) or (units[position], 1)
        if phrase in vocabulary.barred or not (_is_plain(phrase, vocabulary)):
            yield phrase
        position += length


def _is_plain(word: str, vocabulary: _Vocabulary) -> bool:
    if word in vocabulary.known or not any(character.isalpha() for character in word):
        return True
    if _ROMAN.fullmatch(word):
        return True
    parts = word.removesuffix("'s").split("-")
    together = " ".join(parts)  # `false-alarm` as `false alarm`
    return together in vocabulary.known or all(part in vocabulary.known for part in parts)


def _unknown_in(stretch: str, vocabulary: _Vocabulary) -> Iterator[str]:
    """The parts of a stretch of an unspaced language that are no known words, where it is divided
    so that as little as possible is unknown; and what it holds that is barred.
    """
    far = 10 * len(stretch)
    cost = [0, *[far] * len(stretch)]
    back = [0] * (len(stretch) + 1)
    for start in range(len(stretch)):
        for end in range(start + 1, min(len(stretch), start + vocabulary.longest) + 1):
            fits = stretch[start:end] in vocabulary.known
            if (fits or end == start + 1) and cost[start] + (1 if fits else 9) < cost[end]:
                cost[end], back[end] = cost[start] + (1 if fits else 9), start
    ends = [len(stretch)]
    while ends[-1]:
        ends.append(back[ends[-1]])
    ends.reverse()
    yield from _composed(stretch, ends)
    run = ""
    for start, end in itertools.pairwise(ends):
        if (word := stretch[start:end]) in vocabulary.known:
            if run and not (_SLIP.fullmatch(run) or _says_which(run, word, vocabulary)):
                yield run
            run = ""
        else:
            run += stretch[start:end]
    if run and not _SLIP.fullmatch(run):
        yield run
    yield from _barred_in(stretch, vocabulary)


def _says_which(run: str, word: str, vocabulary: _Vocabulary) -> bool:
    """Whether unknown characters only say which measure the word after them speaks of."""
    return (
        word in vocabulary.measures
        and _WHICH.fullmatch(run) is not None
        and _DENYING_CHARACTER.search(run) is None
    )


def _composed(stretch: str, ends: Sequence[int]) -> Iterator[str]:
    """Words of several characters that are known only one by one: they may mean something else
    together.
    """
    first = 0
    for start, end in itertools.pairwise([*ends, len(stretch)]):
        if end - start == 1 and _CHARACTER.fullmatch(stretch[start:end]):
            continue
        if start - first >= _COMPOSED:
            yield stretch[first:start]
        first = end


def _barred_in(stretch: str, vocabulary: _Vocabulary) -> Iterator[str]:
    """The barred phrases of a stretch that are no parts of longer known ones."""
    for start in range(len(stretch)):
        for end in range(start + 1, min(len(stretch), start + vocabulary.longest) + 1):
            if stretch[start:end] in vocabulary.barred and not any(
                (first, last) != (start, end) and stretch[first:last] in vocabulary.known
                for first in range(max(0, end - vocabulary.longest), start + 1)
                for last in range(end, min(len(stretch), first + vocabulary.longest) + 1)
            ):
                yield stretch[start:end]
