"""What a text says of quantities such as `P(A \\mid B)`: the first equation gives one its value, as
the text does not say how it comes about, and what it says further is claimed.

In: a claim that begins with terms of such quantities. Out: the one that it gives a value, and
which.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.drafts import Draft
from shomei.parser.declarations import Declarations
from shomei.parser.moments import number
from shomei.parser.occurrences import speaks_of_measures
from shomei.parser.quantities import is_quantity, letters_of
from shomei.terms.nodes import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Negation,
    Relation,
    Variable,
)
from shomei.terms.walk import called_names, free_variables, subtrees

#: What says more of the thing before it.
_WITH: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, words('clauses', 'with', spaced=True)))})\s*\Z", re.IGNORECASE
)
_LAST_WORD: Final = re.compile(r"(?:with|and)\s+(?:the\s+)?\w+\s*\Z|確率\Z")
#: What announces something.
_SHOWS: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, words('clauses', 'show', spaced=True)))})\b", re.IGNORECASE
)
_OPPOSITE: Final[dict[BinaryOperator, BinaryOperator]] = {"+": "-", "-": "+", "*": "/", "/": "*"}


@dataclass(frozen=True, slots=True)
class Given:
    """A quantity, and the value that an equation gives it; what the equation says it is equal to.
    `anew`: it had another value before, and so did the quantities `ended`.
    """

    name: str
    value: Expression
    said: Expression
    parameters: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()


def says_more(spoken: str) -> bool:
    """Whether words before a formula make it tell more of the thing that they speak of."""
    return _WITH.search(spoken) is not None


def calls_a_chance(spoken: str) -> bool:
    """Whether words before a formula call what it names a probability: `with probability`."""
    last = _LAST_WORD.search(spoken)
    return last is not None and speaks_of_measures(last.group())


@lru_cache(maxsize=16)  # a sentence asks once for each of its formulas
def announces(spoken: str) -> bool:
    """Whether the words of a sentence may only announce what it says."""
    return _SHOWS.search(spoken) is not None


def given_by(draft: Draft, declarations: Declarations, kept: Collection[str]) -> Given | None:
    """The quantity that the first equation of a claim gives a value; `kept` are those that have
    one from a section above.
    """
    match draft:
        case Draft(first=Relation(operator="=", left=left, right=right), logic=[]):
            pass
        case Draft(first=left, links=[(link, _), *_], logic=[]) if (
            isinstance(left, Expression) and link.operator == "="
        ):
            right = link.right
        case _:
            return None
    fresh = [each for each in _quantities(left) if _is_fresh(each, declarations, kept)]
    for each in sorted(fresh, key=lambda node: len(node.name), reverse=True):
        value = _solved(left, each, right)
        if value is not None and each.name not in set(_behind(value, declarations)):
            parameters = each.arguments if isinstance(each, Call) else ()
            names = tuple(name for each in parameters for name in free_variables(each))
            return Given(each.name, value, right, names)
    return _anew(left, right, declarations) if not fresh else None


def _quantities(term: Expression) -> list[Variable | Call]:
    """The quantities in a term, each once."""
    found = (
        part
        for part in subtrees(term)
        if isinstance(part, Variable | Call) and is_quantity(part.name)
    )
    return list(dict.fromkeys(found))


def _is_fresh(node: Variable | Call, declarations: Declarations, kept: Collection[str]) -> bool:
    """Whether an equation may give it its value: nothing has done so. Of a family of quantities
    with one index, it must be any element.
    """
    if isinstance(node, Variable):
        return node.name not in declarations.renamed or node.name in kept
    index = node.arguments[0]
    return (
        node.name in declarations.moments
        and node.name not in declarations.explicit
        and len(node.arguments) == 1
        and isinstance(index, Variable)
        and not declarations.stands_for_a_term(index.name)
    )


def _anew(left: Expression, right: Expression, declarations: Declarations) -> Given | None:
    """A quantity that gets another number as its value than it had before: that of another
    example. So have the others that are of the same events.
    """
    if not isinstance(left, Variable) or not is_quantity(left.name):
        return None
    before, now = number(left, declarations), number(right, declarations)
    if before is None or now is None or before == now:
        return None
    letters = letters_of(left.name)
    ended = (
        name
        for name in sorted(declarations.renamed)
        if is_quantity(name) and not letters.isdisjoint(letters_of(name))
    )
    return Given(left.name, right, right, ended=tuple(ended))


def _behind(term: Expression, declarations: Declarations) -> Iterator[str]:
    """The names in a term, and those behind their values."""
    seen: set[str] = set()
    pending = [*free_variables(term), *called_names(term)]
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        if (value := declarations.value_of(name)) is not None:
            pending += [*free_variables(value), *called_names(value)]


def _solved(term: Expression, sought: Variable | Call, value: Expression) -> Expression | None:
    """What `sought` is where the term is equal to `value`; None unless it is seen at once."""
    if term == sought:
        return value
    match term:
        case Negation(operand=operand):
            return _solved(operand, sought, Negation(value, span=value.span))
        case Binary(operator=operator, left=left, right=right):
            in_left, in_right = (sought in subtrees(side) for side in (left, right))
            if in_left == in_right:
                return None
            if in_left:
                moved = Binary(_OPPOSITE[operator], value, right, span=value.span)
                return _solved(left, sought, moved)
            if operator == "-":
                return _solved(right, sought, Binary("-", left, value, span=value.span))
            if operator in {"+", "*"}:
                moved = Binary(_OPPOSITE[operator], value, left, span=value.span)
                return _solved(right, sought, moved)
            return None
        case _:
            return None
