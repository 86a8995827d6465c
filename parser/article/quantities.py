"""What a text says of quantities such as `P(A \\mid B)`: the first equation gives one its value, as
the text does not say how it comes about, and what it says further is claimed.

In: a claim that begins with terms of such quantities. Out: the one that it gives a value, and
which.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.drafts import Draft
from shomei.parser.declarations import Declarations
from shomei.parser.quantities import is_quantity, letters_of
from shomei.terms.literals import exact_value
from shomei.terms.nodes import (
    Binary,
    BinaryOperator,
    Expression,
    Negation,
    Node,
    Relation,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables

#: What says more of the thing before it.
_WITH: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, words('clauses', 'with', spaced=True)))})\s*\Z", re.IGNORECASE
)
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
    ended: tuple[str, ...] = ()


def says_more(spoken: str) -> bool:
    """Whether words before a formula make it tell more of the thing that they speak of."""
    return _WITH.search(spoken) is not None


def announces(spoken: str) -> bool:
    """Whether the words of a sentence may only announce what it says."""
    return _SHOWS.search(spoken) is not None


def unnamed_in(nodes: Iterable[Node], declarations: Declarations) -> tuple[str, ...]:
    """The quantities in some terms of which the text has not said what they are."""
    found = (name for node in nodes for name in free_variables(node) if is_quantity(name))
    return tuple(dict.fromkeys(name for name in found if name not in declarations.renamed))


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
    names = [name for name in free_variables(left) if is_quantity(name)]
    fresh = [name for name in names if name not in declarations.renamed or name in kept]
    for name in sorted(fresh, key=len, reverse=True):
        value = _solved(left, name, right)
        if value is not None and name not in set(_behind(value, declarations)):
            return Given(name, value, right)
    return _anew(left, right, declarations) if not fresh else None


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
    return Given(left.name, right, right, tuple(ended))


def number(term: Expression, declarations: Declarations) -> Fraction | None:
    """The number that a term is with the values of its names; None for other terms."""
    for _ in range(8):
        values = {name: declarations.value_of(name) for name in free_variables(term)}
        known = {name: value for name, value in values.items() if value is not None}
        if not known:
            break
        term = substitute(term, known)
    return None if free_variables(term) else exact_value(term, quotients=True)


def _behind(term: Expression, declarations: Declarations) -> Iterator[str]:
    """The names in a term, and those behind their values."""
    seen: set[str] = set()
    pending = [*free_variables(term)]
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        if (value := declarations.value_of(name)) is not None:
            pending += free_variables(value)


def _solved(term: Expression, name: str, value: Expression) -> Expression | None:
    """What `name` is where the term is equal to `value`; None unless it is seen at once."""
    match term:
        case Variable(name=own) if own == name:
            return value
        case Negation(operand=operand):
            return _solved(operand, name, Negation(value, span=value.span))
        case Binary(operator=operator, left=left, right=right):
            in_left, in_right = (name in free_variables(side) for side in (left, right))
            if in_left == in_right:
                return None
            if in_left:
                moved = Binary(_OPPOSITE[operator], value, right, span=value.span)
                return _solved(left, name, moved)
            if operator == "-":
                return _solved(right, name, Binary("-", left, value, span=value.span))
            if operator in {"+", "*"}:
                moved = Binary(_OPPOSITE[operator], value, left, span=value.span)
                return _solved(right, name, moved)
            return None
        case _:
            return None
