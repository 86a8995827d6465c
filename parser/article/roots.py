"""The roots of an equation, as a sentence names them: `let $\\alpha$ and $\\beta$ be the roots of
$x^2 - 5x + 3 = 0$`.

In: the pieces of a sentence, and the equations that are stated. Out: what holds of the roots. Each
solves the equation, and the polynomial is the product of the differences from them, times its first
coefficient. That is said for as many values of the unknown as there are roots; all else about them
follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.letters import Letters
from shomei.parser.article.pieces import Formula, Piece, said_of
from shomei.parser.article.premises import is_equation
from shomei.parser.source import Range
from shomei.terms.nodes import (
    Binary,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.polynomials import Expansion, TooMany
from shomei.terms.substitution import substitute
from shomei.terms.walk import called_names, children, free_variables, rebuild

#: The words that name the roots of an equation, with · for a formula: its groups `letters` and
#: `equation` are made of such.
_NAMED: Final = tuple(re.compile(each, re.IGNORECASE) for each in words("article", "roots_named"))
#: Sentences that name roots are short; in longer ones the search takes too long.
_LONGEST: Final = 300
#: For which values of the unknown the product is said.
_VALUES: Final = (Fraction(0), Fraction(1))
_ROOTS: Final = len(_VALUES)


@dataclass(frozen=True, slots=True)
class Roots:
    """The letters that a sentence gives the roots of an equation, and what holds of them. `place`:
    where the sentence has the equation.
    """

    names: tuple[str, ...]
    said: tuple[Statement, ...]
    place: Range | None = None


def named_roots(
    pieces: Sequence[Piece], letters: Letters, stated: Sequence[Statement]
) -> Roots | None:
    """The roots that a sentence names, of its own equation or of the last one that is stated. None
    where it is no such sentence.
    """
    said = said_of(pieces)
    match = None
    if len(said) <= _LONGEST:
        match = next((found for each in _NAMED if (found := each.search(said))), None)
    if match is None:
        return None
    formulas = [piece for piece in pieces if isinstance(piece, Formula)]

    def within(group: str) -> list[Formula]:
        if match[group] is None:
            return []
        begin = match.string[: match.start(group)].count("·")
        return formulas[begin : begin + match[group].count("·")]

    names = [name for each in within("letters") for name in letters.names(each)]
    own = within("equation")
    if len(set(names)) != _ROOTS or len(names) != _ROOTS:
        return None
    place = own[0].place if own else None
    equations = [each for formula in own for each in letters.stated(formula)]
    if not own:
        equations = [*reversed(stated)]
        equations.sort(key=_has_two_sides)
    for equation in equations:
        if said_of_them := _of(equation, names):
            return Roots(tuple(names), tuple(said_of_them), place)
    return None


def _has_two_sides(equation: Statement) -> bool:
    """Whether an equation has something on both sides: of two, the text speaks of the other one."""
    return not (is_equation(equation) and equation.right == Number(Fraction(0)))


def _of(equation: Statement, names: Sequence[str]) -> list[Statement]:
    """What holds of the roots of an equation; nothing if it is none of their degree."""
    if not is_equation(equation) or called_names(equation):
        return []
    if not set(names).isdisjoint(free_variables(equation)):
        return []
    term = equation.left
    if equation.right != Number(Fraction(0)):
        term = Binary("-", term, equation.right, span=equation.span)
    unknowns = {
        name: first
        for name in free_variables(term)
        if (first := _first_coefficient(term, name)) is not None
    }
    if len(unknowns) > 1 and "x" in unknowns:
        unknowns = {"x": unknowns["x"]}
    if len(unknowns) != 1:
        return []
    ((unknown, first),) = unknowns.items()
    return list(_said(equation, term, unknown, first, names))


def _said(
    equation: Relation, term: Expression, unknown: str, first: Expression, names: Sequence[str]
) -> Iterator[Statement]:
    span = equation.span
    roots = [Variable(name, span=span) for name in names]
    if set(free_variables(term)) == {unknown}:
        for root in roots:
            value = {unknown: root}
            yield Relation(
                "=", substitute(equation.left, value), substitute(equation.right, value), span=span
            )
    for at in _VALUES:
        number = Number(at, span=span)
        product = first
        for root in roots:
            product = Binary("*", product, Binary("-", number, root, span=span), span=span)
        left = substitute(term, {unknown: number})
        yield Relation("=", _folded(left), _folded(product), span=span)


def _first_coefficient(term: Expression, name: str) -> Expression | None:
    """What stands before the highest power of a letter, where that is the number of the roots: a
    number or a letter.
    """
    try:
        terms = Expansion().of(term)
    except TooMany:
        return None
    variable = Variable(name)
    found: list[tuple[Expression, Fraction]] = []
    for monomial, value in terms.items():
        powers = dict(monomial)
        if any(name in free_variables(factor) for factor in powers if factor != variable):
            return None
        exponent = powers.pop(variable, 0)
        if exponent > _ROOTS:
            return None
        if exponent == _ROOTS:
            if len(powers) > 1 or any(each != 1 for each in powers.values()):
                return None
            found.append((next(iter(powers), Number(Fraction(1))), value))
    if len(found) != 1:
        return None
    factor, value = found[0]
    if not free_variables(factor):
        return Number(value) if value > 0 else Negation(Number(-value), span=term.span)
    return factor if value == 1 else None


def _folded(term: Expression) -> Expression:
    """A term without the parts that are 0 or 1 times something, or 0 added."""
    term = rebuild(term, tuple(map(_folded, children(term))))
    zero, one = Number(Fraction(0)), Number(Fraction(1))
    match term:
        case Power(base=base, exponent=Number(value=value)) if base in (zero, one) and value > 0:
            return base
        case Binary(operator="*", left=left, right=right) if zero in (left, right):
            return Number(Fraction(0), span=term.span)
        case Binary(operator="*", left=left, right=right) if one in (left, right):
            return right if left == one else left
        case Binary(operator="+" | "-", left=left, right=right) if right == zero:
            return left
        case Binary(operator="+", left=left, right=right) if left == zero:
            return right
        case Binary(operator="-", left=left, right=right) if left == zero:
            return Negation(right, span=term.span)
        case _:
            return term
