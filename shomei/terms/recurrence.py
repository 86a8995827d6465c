"""Sequences by recursion: `a_1 = 1, a_{n+1} = 2 a_n + 1`.

In: the equations that a text gives of a sequence. Out: the same as hypotheses (`hypotheses`), the
equation for all indices from the one on that the sequence begins with; and what such hypotheses say
(`Recurrence`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from shomei.terms.functions import is_family
from shomei.terms.literals import integer_value, numeral
from shomei.terms.nodes import (
    Binary,
    Call,
    Connective,
    Expression,
    ForAll,
    Negation,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import called_names, children, conjuncts, rebuild, subtrees


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`a_{n+order} = value` for all natural numbers n from `least` on; `value` speaks of elements
    of the sequence before that one, or of other sequences. The name of n is `index`.
    """

    name: str
    index: str
    least: int
    order: int
    value: Expression


def plus(term: Expression, number: int) -> Expression:
    """A natural number and a literal: `n + 1`, with sums of literals computed."""
    inner, offset = parted(term)
    total = offset + number
    if inner is None:
        return numeral(total)
    if total == 0:
        return inner
    return Binary("+" if total > 0 else "-", inner, numeral(abs(total)))


def offset_of(term: Expression, index: str) -> int | None:
    """The number c of an index `n + c`; None if it has another form."""
    inner, offset = parted(term)
    return offset if inner == Variable(index) else None


def parted(term: Expression) -> tuple[Expression | None, int]:
    """A term as another one (None for no other) and a whole number."""
    literal = integer_value(term)
    if literal is not None:
        return None, literal
    match term:
        case Binary(operator="+" | "-" as operator, left=left, right=right):
            more = integer_value(right)
            if more is not None:
                inner, offset = parted(left)
                return inner, offset + (more if operator == "+" else -more)
            less = integer_value(left)
            if less is not None and operator == "+":
                inner, offset = parted(right)
                return inner, offset + less
    return term, 0


def at(term: Expression, index: str, value: Expression) -> Expression:
    """`term` with `value` for the index, sums of literals in other indices computed."""
    if term == Variable(index):
        return value
    inner, offset = parted(term)
    if offset and inner == Variable(index):
        return plus(value, offset)
    return rebuild(term, tuple(at(part, index, value) for part in children(term)))


def recurrence(statement: Statement) -> Recurrence | None:
    """The recursion that a hypothesis states; None if it states something else."""
    match statement:
        case ForAll(names=(index,), natural=True, body=Relation(operator="=") as equation):
            least = 0
        case ForAll(
            names=(index,),
            natural=True,
            body=Connective(
                operator="implies",
                left=Relation(operator=">=", left=Variable(name=bound), right=first),
                right=Relation(operator="=") as equation,
            ),
        ) if bound == index and (known := integer_value(first)) is not None:
            least = known
        case _:
            return None
    match equation.left:
        case Call(name=name, arguments=(place,)) if is_family(name):
            order = offset_of(place, index)
        case _:
            return None
    if order is None or order < 0:
        return None
    before = _offsets(equation.right, name, index)
    if before is None or (before and (max(before) >= order or min(before) < 0)):
        return None
    if not before and not any(map(is_family, called_names(equation.right))):
        return None
    return Recurrence(name, index, least, order, equation.right)


def _offsets(term: Expression, name: str, index: str) -> set[int] | None:
    """The offsets from n of the indices at which a sequence stands; None if one has another
    form.
    """
    found: set[int] = set()
    for part in subtrees(term):
        if isinstance(part, Call) and part.name == name:
            offset = offset_of(part.arguments[0], index) if len(part.arguments) == 1 else None
            if offset is None:
                return None
            found.add(offset)
    return found


@dataclass(frozen=True, slots=True)
class Given:
    """What a text gives of sequences by recursion: the first index of each, and the hypotheses."""

    first: dict[str, int]
    hypotheses: tuple[Statement, ...]


def given(
    conditions: Sequence[Statement],
    known: Mapping[str, int],
    taken: Iterable[str] = (),
    least: int | None = None,
) -> Given | None:
    """What the conditions give, if they are a recursion for each of some sequences and their first
    elements; None for anything else. `known` are the least indices of the elements that are given
    above. `taken` are letters that have a value or range of their own. `least` is the first value
    of n, where the text says that.
    """
    own = set(taken)
    parts = [part for each in conditions for part in conjuncts(each)]
    first: dict[str, int] = {}
    stated: list[Relation] = []
    steps: list[tuple[Relation, str]] = []
    for each in parts:
        if not isinstance(each, Relation) or each.operator != "=":
            return None
        part = solved(each)
        match part.left:
            case Call(name=name, arguments=(place,)) if is_family(name):
                pass
            case _:
                return None
        literal = integer_value(place)
        if literal is not None and literal >= 0:
            first[name] = min(literal, first.get(name, literal))
            stated.append(part)
            continue
        inner, _ = parted(place)
        if not isinstance(inner, Variable) or inner.name in own:
            return None
        steps.append((part, inner.name))
    if not steps:
        return None
    own_first = set(first)
    for name, least_known in known.items():
        first[name] = min(least_known, first.get(name, least_known))
    universal: list[Statement] = []
    for equation, index in steps:
        one = _for_all(equation, index, first, least)
        if one is None:
            return None
        universal.append(one)
    recursive = {each.name for each in map(recurrence, universal) if each is not None}
    if len(recursive) < len(universal) or not recursive.issuperset(own_first):
        return None
    return Given({name: first.get(name, 0) for name in recursive}, (*stated, *universal))


def solved(equation: Relation) -> Relation:
    """`a_{n+1} - a_n = 4 n` as `a_{n+1} = 4 n + a_n`: an equation between sums in which the element
    with the highest index stands once, up to sign. Others are left as they are.
    """
    terms = [*_summands(equation.left, 1), *_summands(equation.right, -1)]
    places: dict[int, int] = {}
    for position, (_, term) in enumerate(terms):
        match term:
            case Call(name=name, arguments=(place,)) if is_family(name):
                inner, offset = parted(place)
                if isinstance(inner, Variable):
                    places[position] = offset
            case _:
                pass
    if not places or (isinstance(equation.left, Call) and places.get(0) == max(places.values())):
        return equation
    highest = max(places, key=lambda position: places[position])
    sign, element = terms[highest]
    others = [(-sign * its, term) for at, (its, term) in enumerate(terms) if at != highest]
    if list(places.values()).count(places[highest]) > 1 or not others:
        return equation
    others.sort(key=lambda each: each[0] < 0)
    first_sign, right = others[0]
    right = right if first_sign > 0 else Negation(right, span=right.span)
    for its, term in others[1:]:
        right = Binary("+" if its > 0 else "-", right, term, span=equation.span)
    return replace(equation, left=element, right=right)


def _summands(term: Expression, sign: int) -> Iterator[tuple[int, Expression]]:
    """The terms of a sum that are not 0, each with its sign."""
    match term:
        case Binary(operator="+" | "-" as operator, left=left, right=right):
            yield from _summands(left, sign)
            yield from _summands(right, sign if operator == "+" else -sign)
        case Negation(operand=inner):
            yield from _summands(inner, -sign)
        case _ if integer_value(term) != 0:
            yield sign, term


def _for_all(
    equation: Relation, index: str, first: dict[str, int], least: int | None
) -> ForAll | None:
    """A recursion for all indices, written so that the least one is n itself."""
    names = {
        part.name
        for side in (equation.left, equation.right)
        for part in subtrees(side)
        if isinstance(part, Call) and is_family(part.name)
    }
    offsets: dict[str, set[int]] = {}
    for name in names:
        both = [_offsets(side, name, index) for side in (equation.left, equation.right)]
        if any(each is None for each in both):
            return None
        offsets[name] = {offset for each in both if each for offset in each}
    lowest = min(min(each) for each in offsets.values())
    # the first n for which all elements exist, and for which the text says it
    start = max(
        (first[name] - min(each) for name, each in offsets.items() if name in first), default=0
    )
    if least is not None:
        start = max(start, least)
    start += lowest
    moved = plus(Variable(index), -lowest)
    left, right = (at(side, index, moved) for side in (equation.left, equation.right))
    body: Statement = replace(equation, left=left, right=right)
    if start > 0:
        body = Connective(
            "implies",
            Relation(">=", Variable(index), numeral(start), span=equation.span),
            body,
            span=equation.span,
        )
    return ForAll((index,), body, natural=True, span=equation.span)


def elements(statement: Statement) -> dict[str, int]:
    """The least index of the elements that equations give, by the name of their sequence."""
    found: dict[str, int] = {}
    for part in conjuncts(statement):
        match part:
            case Relation(operator="=", left=Call(name=name, arguments=(place,))) if (
                is_family(name) and (index := integer_value(place)) is not None
            ):
                found[name] = min(index, found.get(name, index))
            case _:
                pass
    return found
