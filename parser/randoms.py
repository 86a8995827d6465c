"""Random variables with finitely many outcomes, and what is said of them: `X takes the values
x_1, \\dots, x_n with probabilities p_1, \\dots, p_n`.

An expectation is the finite sum that it stands for: each outcome's value times its probability. So
the language has no random variables beside the sums; what the text says of their distribution are
hypotheses: no probability is negative, and all of them add up to 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from shomei.languages.language import languages
from shomei.operations.letters import GREEK
from shomei.parser.ast import Assume, Declare, Item
from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.expectations import OPERATORS, Outcomes, RandomVariable
from shomei.parser.source import Range, Source
from shomei.terms.functions import family
from shomei.terms.literals import ONE, ZERO, exact_value
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Expression,
    ForAll,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.walk import free_variables

_GREEK: Final = "|".join(sorted(GREEK, key=len, reverse=True))
_LETTER: Final = rf"(?:\\(?:{_GREEK})(?![A-Za-z])|[A-Za-z])"
#: One name of a random variable, with or without a fixed index.
_NAME: Final = r"[A-Z](?:_(?:[A-Za-z0-9]|\{[A-Za-z0-9]+\}))?"
_DOTS: Final = r"(?:\\(?:dots|ldots|cdots|dotsc)(?![A-Za-z])|\.\.\.|…)"
#: `x_1, \\dots, x_n`.
_LISTED: Final = re.compile(
    rf"\s*(?P<letter>{_LETTER})_\{{?1\}}?\s*,\s*(?:(?P=letter)_\{{?2\}}?\s*,\s*)?{_DOTS}\s*,\s*"
    r"(?P=letter)_\{?(?P<last>[A-Za-z])\}?\s*"
)
#: `x_i`, and the index and its range where they stand beside it: `i = 1, \\dots, n`.
_INDEXED: Final = re.compile(rf"\s*(?P<letter>{_LETTER})_\{{?(?P<index>[a-z])\}}?\s*")
#: The letters of numbers of outcomes and of probabilities, in the order in which they are taken.
_NUMBERS: Final = "nmNLKM"
_WEIGHTS: Final = "pqwr"
#: The most characters of a sentence that may say how something is distributed.
LONGEST: Final = 600
#: Reads the stretch of a text that holds a term. Raises `SyntaxProblem`.
Reader = Callable[[Range], Expression]


@dataclass(frozen=True, slots=True)
class Distributed:
    """What is said of random variables, with the places of the formulas in it: the kind is a name
    of the section `random` of the language files.
    """

    kind: str
    names: tuple[Range, ...]
    values: tuple[Range, ...] = ()
    weights: tuple[Range, ...] = ()


@cache
def patterns(formula: str, several: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of all languages for what is said of random variables, by kind. `formula` is
    the expression for one formula in the text, with a place for its name, `several` that for a
    list of them.
    """
    found = []
    for each in languages():
        for kind, phrases in each.sections["random"].items():
            for phrase in phrases:
                pattern = phrase.replace("<names>", several)
                for name in ("values", "weights"):
                    pattern = pattern.replace(f"<{name}>", formula.replace("<name>", name))
                gap = r"\s+" if each.spaced else r"\s*"
                found.append((kind, re.compile(pattern.replace(" ", gap), re.IGNORECASE)))
    return tuple(found)


def read_plain(source: Source, place: Range) -> Distributed | None:
    """What a line of plain text says of random variables; None if it says something else."""
    if place[1] - place[0] > LONGEST:
        return None
    for kind, pattern in patterns(r"(?P<<name>>\S.*?)", rf"(?P<names>{_PLAIN_NAMES})"):
        match = pattern.fullmatch(source.text, *_trimmed(source.text, place))
        if match is None:
            continue
        found = match.groupdict()
        names = tuple(names_in(source, match.span("names")))
        values, weights = (
            (match.span(part),) if found.get(part) else () for part in ("values", "weights")
        )
        return Distributed(kind, names, values, weights)
    return None


def names_in(source: Source, place: Range) -> Iterator[Range]:
    """The names of random variables that a stretch lists; none if it holds anything else."""
    if re.compile(_PLAIN_NAMES).fullmatch(source.text, *_trimmed(source.text, place)):
        yield from (name.span() for name in re.compile(_NAME).finditer(source.text, *place))


def speaks_of_randoms(text: str) -> bool:
    """Whether a text may say how random variables are distributed."""
    return _SPEAKS.search(text) is not None


_SPEAKS: Final = re.compile(r"\bprobabilit(?:y|ies)\b|確率", re.IGNORECASE)
_PLAIN_NAMES: Final = rf"{_NAME}(?:\s*(?:,\s*and\s|,|and\s|と|、)\s*{_NAME})*"


def _trimmed(text: str, place: Range) -> Range:
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ".。"):
        end -= 1
    return start, end


def declare(
    sentence: Distributed,
    source: Source,
    declarations: Declarations,
    read: Reader,
    span: Span,
    *,
    in_prose: bool = False,
) -> list[Item]:
    """The items that a sentence about random variables makes, and notes what they are. Raises
    `SyntaxProblem` for what is no distribution, before anything is noted.
    """
    names = [_name(source.text[slice(*place)]) for place in sentence.names]
    if sentence.kind == "independent":
        return _independent(names, source, declarations, span)
    families: list[str] = []
    if sentence.kind == "outcomes":
        outcomes, values, families = _unnamed(names, source)
    else:
        outcomes, values = _distributed(sentence, names, source, declarations, read)
    conditions = tuple(_said(outcomes, span))
    for letter in families:
        declarations.declare(letter, 1, natural=True)
    for name, value in zip(names, values, strict=True):
        declarations.randoms[name] = RandomVariable(len(declarations.outcomes), value)
        declarations.variables.discard(name)
        declarations.lost.discard(name)
    declarations.outcomes.append(outcomes)
    _name_operators(source, declarations, names)
    items: list[Item] = []
    if families:
        items.append(Declare(tuple(families), 1, (), span=span, in_prose=in_prose))
    return [*items, Assume(conditions, span=span, in_prose=in_prose)]


def _name(text: str) -> str:
    return text.replace("{", "").replace("}", "").strip()


def _said(outcomes: Outcomes, span: Span) -> Iterator[Statement]:
    """No probability is negative, and all of them add up to 1."""
    for weight in outcomes.weights:
        statement: Statement = Relation(">=", weight, ZERO, span=span)
        if outcomes.index in free_variables(weight):
            yield ForAll((outcomes.index,), statement, natural=True, span=span)
        elif (value := exact_value(weight)) is None or value < 0:
            yield statement
    yield Relation("=", _total(outcomes, outcomes.weights), ONE, span=span)


def _total(outcomes: Outcomes, terms: Sequence[Expression]) -> Expression:
    if outcomes.index:
        return BigOperator("sum", outcomes.index, outcomes.lower, outcomes.upper, terms[0])
    whole = terms[0]
    for term in terms[1:]:
        whole = Binary("+", whole, term)
    return whole


def _unnamed(
    names: Sequence[str], source: Source
) -> tuple[Outcomes, list[tuple[Expression, ...]], list[str]]:
    """Outcomes whose number and probabilities the text does not name, so that they get letters
    which it does not use.
    """
    if any("_" in name for name in names):
        place = 0, min(1, len(source.text))
        raise UnsupportedNotation.of(
            source.problem(*place, "random variables with an index need a distribution")
        )
    number, weight = _unused(_NUMBERS, source), _unused(_WEIGHTS, source)
    index = Variable("i")
    outcomes = Outcomes((Call(family(weight), (index,)),), "i", ONE, Variable(number))
    values: list[tuple[Expression, ...]] = [(Call(family(name), (index,)),) for name in names]
    return outcomes, values, [family(weight), *(family(name) for name in names)]


def _unused(letters: str, source: Source) -> str:
    for letter in letters:
        if re.search(rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])", source.text) is None:
            return letter
    return letters[0] * 2


def _distributed(
    sentence: Distributed,
    names: Sequence[str],
    source: Source,
    declarations: Declarations,
    read: Reader,
) -> tuple[Outcomes, list[tuple[Expression, ...]]]:
    """The outcomes of one random variable that takes values with probabilities."""
    values, weights = sentence.values, sentence.weights
    if len(names) != 1 or not values or not weights:
        raise UnsupportedNotation.of(
            source.problem(*sentence.names[-1], "one random variable takes values at a time")
        )
    one = _family(source, values, declarations)
    other = _family(source, weights, declarations)
    equal = sentence.kind == "equally"
    if one is not None and (equal or (other is not None and one[1] == other[1])):
        index = Variable("i")
        declarations.indexed.add(one[0])
        chance: Expression
        if equal or other is None:
            chance = read(weights[0])
        else:
            chance = Call(other[0], (index,))
            declarations.indexed.add(other[0])
        outcomes = Outcomes((chance,), "i", ONE, Variable(one[1]))
        return outcomes, [(Call(one[0], (index,)),)]
    listed = one is None and other is None
    taken = [read(place) for place in _parts(source.text, values)] if listed else []
    chances = [read(place) for place in _parts(source.text, weights)] if listed else []
    chances *= len(taken) if equal else 1
    if not listed or len(taken) != len(chances):
        raise UnsupportedNotation.of(
            source.problem(
                weights[0][0], weights[-1][1], "there are not as many probabilities here as values"
            )
        )
    return Outcomes(tuple(chances)), [tuple(taken)]


def _family(
    source: Source, places: Sequence[Range], declarations: Declarations
) -> tuple[str, str] | None:
    """The family in `x_1, \\dots, x_n` or `x_i`, and its last index; None for anything else."""
    text = source.text[slice(*places[0])] if len(places) == 1 else ""
    if match := _LISTED.fullmatch(text):
        name, last = family(match["letter"].lstrip("\\")), match["last"]
    elif match := _INDEXED.fullmatch(text):
        name = family(match["letter"].lstrip("\\"))
        bound = declarations.lengths.get(match["index"], declarations.lengths.get(""))
        if bound is None:
            return None
        last = bound
    else:
        return None
    return (name, last) if name in declarations.families else None


def _parts(text: str, places: Iterable[Range]) -> Iterator[Range]:
    """The stretches between the commas of lists."""
    for place in places:
        yield from _parts_of(text, place)


def _parts_of(text: str, place: Range) -> Iterator[Range]:
    depth, start = 0, place[0]
    joint = re.compile(r"\s*(?:,\s*(?:and\b|\\dots)?|\band\b|、|と)\s*")
    at = place[0]
    while at < place[1]:
        depth += (text[at] in "({[") - (text[at] in ")}]")
        match = joint.match(text, at, place[1]) if depth == 0 else None
        if match is not None and match.end() > at and match.group().strip():
            yield start, at
            start = at = match.end()
        else:
            at += 1
    yield start, place[1]


def _independent(
    names: Sequence[str], source: Source, declarations: Declarations, span: Span
) -> list[Item]:
    known = declarations.randoms.keys() - declarations.lost
    unknown = next((name for name in names if name not in known), None)
    if unknown is not None or len(names) < 2:
        raise UnsupportedNotation.of(
            source.problem(
                span.start, span.end, f"`{unknown or names[0]}` is no random variable here"
            )
        )
    spaces = [declarations.randoms[name].outcomes for name in names]
    if len(set(spaces)) < len(names):
        raise UnsupportedNotation.of(
            source.problem(
                span.start,
                span.end,
                "independent random variables need a distribution each",
            )
        )
    declarations.independent.append(frozenset(spaces))
    return []


def _name_operators(source: Source, declarations: Declarations, names: Iterable[str]) -> None:
    """The names of the operators are known from here on, unless the text uses them otherwise."""
    taken = declarations.variables | declarations.renamed
    wanted = dict(OPERATORS)
    for name in names:
        shown = re.escape(name)
        if re.search(rf"(?<![A-Za-z])V\s*(?:\\left\s*)?[(\[]\s*{shown}\s*", source.text):
            wanted["V"] = 1
    for name, count in wanted.items():
        if name not in taken and name not in declarations.functions:
            declarations.functions[name] = ("X", "Y")[:count]
            declarations.operators.add(name)
