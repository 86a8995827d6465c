"""Numbers for the probabilities of outcomes that three or more events make (`parser/events.py`).

Single numbers, each from its pool, hardly ever make events independent. In: what a context says of
such probabilities. Out: proposals for all of them at a time, which whoever takes them tries in
everything that is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Final

from shomei.terms.literals import exact_value
from shomei.terms.nodes import Binary, Expression, Relation, Statement, Variable

#: A letter with a digit for each event: `p_101`.
_OUTCOME: Final = re.compile(r"(?P<letter>[A-Za-z]+)_(?P<digits>[01]{3,4})")
_CHANCES: Final = tuple(
    Fraction(*each) for each in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 10))
)
#: How many proposals of each kind are made.
_EACH: Final = 6


def proposals(statements: Sequence[Statement], random: Random) -> Iterator[dict[str, Fraction]]:
    """Numbers for the outcomes of events, and for the variables that are sums of them: independent
    events, events that are so in pairs only, and any of those that are possible.
    """
    groups = [names for each in statements if (names := outcomes(each))]
    never = _impossible(statements) if groups else frozenset()
    for _ in range(_EACH if groups else 0):
        for kind in (_independent, _in_pairs, _any):
            values: dict[str, Fraction] = {}
            for names in groups:
                values |= kind(names, never, random)
            yield values | _sums(statements, values)


def outcomes(statement: Statement) -> tuple[str, ...]:
    """The probabilities of all the outcomes of three or four events, if the statement says that
    they add up to 1; else none.
    """
    if not (isinstance(statement, Relation) and statement.operator == "="):
        return ()
    if exact_value(statement.right) != 1:
        return ()
    names = tuple(_summands(statement.left))
    found = [_OUTCOME.fullmatch(each) for each in names]
    letters = {each["letter"] for each in found if each}
    counts = {len(each["digits"]) for each in found if each}
    complete = len(letters) == len(counts) == 1 and len(set(names)) == 2 ** min(counts, default=0)
    return names if complete and len(names) == len(set(names)) and None not in found else ()


def _summands(term: Expression) -> Iterator[str]:
    match term:
        case Binary(operator="+", left=left, right=Variable(name=name)):
            yield from _summands(left)
            yield name
        case Variable(name=name):
            yield name
        case _:
            yield ""


def _digits(name: str) -> tuple[int, ...]:
    return tuple(map(int, name.rpartition("_")[2]))


def _independent(
    names: Sequence[str], _never: Collection[str], random: Random
) -> dict[str, Fraction]:
    chances = [random.choice(_CHANCES) for _ in _digits(names[0])]
    return {name: _product(chances, _digits(name)) for name in names}


def _product(chances: Iterable[Fraction], digits: Iterable[int]) -> Fraction:
    whole = Fraction(1)
    for chance, happens in zip(chances, digits, strict=True):
        whole *= chance if happens else 1 - chance
    return whole


def _in_pairs(names: Sequence[str], _never: Collection[str], random: Random) -> dict[str, Fraction]:
    """Two throws of a coin, and whether both are the same: each two of the events are independent,
    and the third follows from these. Any further events are independent of them.
    """
    found = dict.fromkeys(names, Fraction(0))
    odd = random.choice((0, 1))
    chances = [random.choice(_CHANCES) for _ in _digits(names[0])[3:]]
    for name in found:
        first, further = _digits(name)[:3], _digits(name)[3:]
        even = Fraction(1, 4) if sum(first) % 2 == odd else Fraction(0)
        found[name] = even * _product(chances, further)
    return found


def _any(names: Sequence[str], never: Collection[str], random: Random) -> dict[str, Fraction]:
    least = random.choice((0, 1))
    parts = {name: 0 if name in never else random.randint(least, 4) for name in names}
    whole = sum(parts.values())
    return {name: Fraction(part, whole) for name, part in parts.items()} if whole else {}


def _impossible(statements: Sequence[Statement]) -> frozenset[str]:
    """The outcomes that the statements say to be 0, by themselves or in a sum."""
    zeros = {
        each.left.name
        for each in statements
        if isinstance(each, Relation)
        and each.operator == "="
        and isinstance(each.left, Variable)
        and exact_value(each.right) == 0
    }
    parts = {
        part
        for each in statements
        if isinstance(each, Relation)
        and each.operator == "="
        and isinstance(each.left, Variable)
        and each.left.name in zeros
        for part in _summands(each.right)
    }
    return frozenset(zeros | parts)


def _sums(statements: Iterable[Statement], values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The variables that the statements say to be sums of those with values."""
    found: dict[str, Fraction] = {}
    for each in statements:
        if isinstance(each, Relation) and each.operator == "=" and isinstance(each.left, Variable):
            parts = list(_summands(each.right))
            if len(parts) > 1 and all(part in values for part in parts):
                found[each.left.name] = sum((values[part] for part in parts), Fraction(0))
    return found
