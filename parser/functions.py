"""Declarations of functions without a formula: `f, g \\colon \\mathbb{R} \\to \\mathbb{R}
differentiable`, `f be a differentiable function`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from shomei.languages.language import Language, languages, words
from shomei.operations.letters import GREEK
from shomei.parser.ast import Declare
from shomei.parser.declarations import Declarations
from shomei.terms.functions import family, is_family
from shomei.terms.literals import numeral
from shomei.terms.nodes import Call, Connective, ForAll, Relation, Span, Statement, Variable
from shomei.terms.walk import free_variables, subterms

_REAL: Final = (
    r"(?:\\mathbb\s*\{?\s*R\s*\}?|\\mathbf\s*\{?\s*R\s*\}?|\\R(?![A-Za-z])|\\RR(?![A-Za-z])|ℝ|R)"
)
_NATURAL: Final = (
    r"(?:\\mathbb\s*\{?\s*N\s*\}?|\\mathbf\s*\{?\s*N\s*\}?|\\N(?![A-Za-z])|\\NN(?![A-Za-z])|ℕ|N)"
    r"(?:_\{?\s*(?:0|\\ge(?:q)?\s*0)\s*\}?)?"
)
_TIMES: Final = r"\s*(?:\\times|×)\s*"
_LETTER: Final = (
    rf"\\(?:{'|'.join(GREEK)})(?![A-Za-z])|[A-Za-z](?:_(?:[A-Za-z0-9]|\{{[A-Za-z0-9]+\}}))?"
)
_NAMES: Final = re.compile(
    rf"\s*(?P<names>(?:{_LETTER})(?:\s*,\s*(?:\\[,;: ]\s*)?(?:{_LETTER}))*)\s*"
)
_SIGNATURE: Final = re.compile(
    rf"(?:\\colon|:|：)\s*(?P<from>{_REAL}(?:\^\{{?2\}}?|{_TIMES}{_REAL})?"
    rf"|{_NATURAL}(?:\^\{{?2\}}?|{_TIMES}{_NATURAL})?)"
    rf"\s*(?:\\to|\\rightarrow|\\longrightarrow|→|->)\s*{_REAL}(?![A-Za-z])\s*"
)
#: The indices of a sequence in its name: `(a_n)`, `\{a_n\}_{n \ge 1}`, `a_n`.
_SEQUENCE: Final = re.compile(
    rf"\s*(?:\(|\\\{{|\\left\s*\(|\\left\s*\\\{{|\\langle)?\s*(?P<letter>\\(?:{'|'.join(GREEK)})|[A-Za-z])"
    r"_\{?\s*[ijkmn]\s*\}?\s*(?:\\right\s*)?(?:\)|\\\}|\\rangle)?"
    r"(?:_\{?[^{}]*(?:\{[^{}]*\}[^{}]*)*\}?)?(?:\^\{?\\infty\}?)?\s*"
)
#: Words of these kinds make a name that of a function where no noun does.
_TELLING: Final = frozenset(
    (
        "differentiable",
        "twice_differentiable",
        "smooth",
        "continuous",
        "continuously_differentiable",
    )
)
_NOUNS: Final = frozenset(("function", "sequence"))
_PUNCTUATION: Final = re.compile(r"(?:[\s,、。.;]|and\b|\$)+")


@dataclass(frozen=True, slots=True)
class Said:
    """The words beside the names: the kinds in them, and whether they call the names functions or
    sequences.
    """

    kinds: tuple[str, ...]
    noun: str = ""


def read_words(words: str) -> Said | None:
    """What words say of functions; None if anything in them is not understood."""
    rest, noun = words.strip(), ""
    kinds: list[str] = []
    while True:
        rest = _PUNCTUATION.sub("", rest, count=1) if _PUNCTUATION.match(rest) else rest
        if not rest:
            return Said(tuple(dict.fromkeys(kinds)), noun)
        found = _phrase(rest)
        if found is None:
            return None
        kind, length = found
        rest = rest[length:]
        if kind in _NOUNS:
            noun = kind
        elif kind != "filling":
            kinds.append(kind)
            noun = noun or ("function" if kind in _TELLING or kind in _FUNCTION_ONLY else "")


_FUNCTION_ONLY: Final = frozenset(("twice_differentiable", "smooth"))


def _phrase(text: str) -> tuple[str, int] | None:
    """The kind of the longest phrase that the text begins with, and its length."""
    for phrase, kind, spaced in _phrases():
        if text[: len(phrase)].lower() == phrase and not (
            spaced and text[len(phrase) : len(phrase) + 1].isalpha()
        ):
            return kind, len(phrase)
    return None


@cache
def _phrases() -> tuple[tuple[str, str, bool], ...]:
    found = [
        (phrase, kind, each.spaced)
        for each in languages()
        for kind, phrases in each.sections["function_kinds"].items()
        for phrase in phrases
    ]
    return tuple(sorted(found, key=lambda each: len(each[0]), reverse=True))


def word_of(kind: str, language: Language) -> str:
    """The first word of a language for a kind."""
    return language.words("function_kinds", kind)[0]


def read_declaration(text: str, declarations: Declarations, span: Span) -> Declare | None:
    """The declaration in the text after `let`; None if it is something else. What is declared is
    noted.
    """
    text = text.strip().strip("$").strip()
    match = _NAMES.match(text)
    signature = match and _SIGNATURE.match(text, match.end())
    if match and signature:
        said = read_words(text[signature.end() :])
        if said is None:
            return None
        names, natural, arity = _signed(match, signature)
        return declare(names, said, declarations, span, natural=natural, arity=arity)
    if match:
        said = read_words(text[match.end() :])
        if said is not None and said.noun == "function":
            return declare(_names(match["names"]), said, declarations, span)
    sequence = _SEQUENCE.match(text)
    said = read_words(text[sequence.end() :]) if sequence else None
    if sequence and said is not None and said.noun == "sequence":
        return declare(_names(sequence["letter"]), said, declarations, span, natural=True)
    return None


def _signed(names: re.Match[str], signature: re.Match[str]) -> tuple[tuple[str, ...], bool, int]:
    domain = signature["from"]
    natural = re.match(_NATURAL, domain) is not None and not re.match(_REAL, domain)
    arity = 2 if re.search(r"\^|\\times|×", domain) else 1
    return _names(names["names"]), natural, arity


def read_signature(text: str) -> tuple[tuple[str, ...], bool, int] | None:
    """The names in `f, g \\colon \\mathbb{R} \\to \\mathbb{R}`, whether they are families, and the
    number of their arguments.
    """
    names = _NAMES.match(text)
    signature = names and _SIGNATURE.fullmatch(text, names.end())
    return _signed(names, signature) if names and signature else None


def read_names(text: str) -> tuple[str, ...] | None:
    """The letters that a formula lists, if it holds nothing else."""
    match = _NAMES.fullmatch(text)
    return _names(match["names"]) if match else None


def read_range(text: str) -> tuple[tuple[str, ...], bool] | None:
    """The letters of `x, y` or `x \\in \\mathbb{R}`, and whether they are natural numbers."""
    match = _RANGING.fullmatch(text)
    if match is None or match["least"] is not None:
        return None
    return _names(match["names"]), match["natural"] is not None


def read_sequence(text: str) -> str | None:
    """The letter of the sequence in `(a_n)`, `\\{a_n\\}`, `a_n` or `(a_n)_{n \\ge 1}`."""
    match = _SEQUENCE.fullmatch(text)
    return _names(match["letter"])[0] if match else None


def _names(text: str) -> tuple[str, ...]:
    parts = (
        part.strip().lstrip("\\").replace("{", "").replace("}", "") for part in text.split(",")
    )
    return tuple(dict.fromkeys(part for part in parts if part))


def declare(
    names: tuple[str, ...],
    said: Said,
    declarations: Declarations,
    span: Span,
    *,
    natural: bool = False,
    arity: int = 1,
    in_prose: bool = False,
) -> Declare:
    """The item that declares these names, which is noted for what is read after it."""
    for name in names:
        declarations.declare(name, arity, natural=natural)
    own = tuple(family(name) if natural else name for name in names)
    return Declare(own, arity, said.kinds, span=span, in_prose=in_prose)


#: `… for all x, y`, `… \forall x \in \mathbb{R}` at the end of an assumption, and `for all x: …`.
_VARIABLES: Final = rf"(?P<names>(?:{_LETTER})(?:\s*(?:,|and)\s*(?:{_LETTER}))*)"
_RANGE: Final = (
    rf"(?:\s*(?:\\in|∈)\s*(?:{_REAL}|(?P<natural>{_NATURAL}))"
    r"|\s*(?:\\ge(?:q|qq|qslant)?(?![A-Za-z])|≥|>=|≧)\s*(?P<least>\d{1,6}))?"
)
_EVERY: Final = "|".join(words("lines", "every", spaced=True))
_QUANTIFIER: Final = (
    rf"(?:\\forall|∀|(?:for\s+(?:all|every|each|any)|{_EVERY})\b)"
    r"\s*(?:real\s+(?:numbers?\s+)?|numbers?\s+)?"
)
_RANGING: Final = re.compile(rf"\s*{_VARIABLES}{_RANGE}\s*")
_AFTER: Final = re.compile(
    rf"(?P<rest>.*?\S)\s*,?\s*{_QUANTIFIER}{_VARIABLES}{_RANGE}\s*", re.DOTALL
)
_AFTER_JA: Final = re.compile(
    rf"(?:任意の|すべての|全ての)\s*(?:実数\s*)?{_VARIABLES}{_RANGE}\s*(?:に対して|について)\s*[、,]?\s*(?P<rest>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Universal:
    """An assumption for all numbers: where it stands without its quantifier, and its variables,
    which are at least `least`.
    """

    place: tuple[int, int]
    names: tuple[str, ...]
    natural: bool
    least: int | None = None


def read_universal(text: str, start: int, end: int) -> Universal | None:
    """The assumption in a stretch of the text, if it says for which variables it holds."""
    match = _AFTER.fullmatch(text, start, end) or _AFTER_JA.fullmatch(text, start, end)
    if match is None:
        return None
    names = re.sub(r"\band\b", ",", match["names"])
    least = match["least"]
    return Universal(
        match.span("rest"),
        _names(names),
        match["natural"] is not None,
        None if least is None else int(least),
    )


def for_all(
    conditions: tuple[Statement, ...],
    names: tuple[str, ...],
    *,
    natural: bool,
    least: int | None = None,
) -> tuple[Statement, ...]:
    """The conditions for all values of the variables that each of them has, from `least` on.
    Indices are natural numbers, and so are all of them if the text says so (`natural`).
    """
    made: list[Statement] = []
    for stated in conditions:
        condition = stated
        for name in names if least is not None else ():
            bound = Relation(">=", Variable(name), numeral(least or 0), span=stated.span)
            condition = Connective("implies", bound, condition, span=stated.span)
        own = [name for name in names if name in free_variables(condition)]
        indices = _indices(condition)
        whole = tuple(name for name in own if natural or name in indices)
        others = tuple(name for name in own if name not in whole)
        span, statement = condition.span, condition
        for each, is_natural in ((whole, True), (others, False)):
            statement = ForAll(each, statement, is_natural, span=span) if each else statement
        made.append(statement)
    return tuple(made)


def _indices(statement: Statement) -> set[str]:
    """The variables in the indices of families."""
    return {
        name
        for part in subterms(statement)
        if isinstance(part, Call) and is_family(part.name)
        for index in part.arguments
        for name in free_variables(index)
    }
