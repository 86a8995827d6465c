"""Values that a text puts in for letters: `for a = 2 and b = 6 we get f(x) = x^2 - 6x`.

In: the conditions that are in force where something is claimed, and the letters that it is about.
Out: whether it is claimed for some values of theirs, and whether numbers satisfy a condition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from fractions import Fraction
from typing import Final

from shomei.operations.registry import own_needs
from shomei.parser.article.premises import is_equation
from shomei.terms.literals import exact_value
from shomei.terms.nodes import Choice, Constant, Expression, Relation, Statement, Variable
from shomei.terms.relations import holds_between
from shomei.terms.walk import free_variables, subterms

_NEARLY: Final = {"e": Fraction("2.718281828459"), "pi": Fraction("3.141592653589")}


def values_in(conditions: Iterable[Statement]) -> dict[str, Expression]:
    """The values that conditions give letters."""
    return {
        each.left.name: each.right
        for each in conditions
        if is_equation(each) and isinstance(each.left, Variable) and not free_variables(each.right)
    }


def puts_in(conditions: Iterable[Statement], letters: Set[str]) -> bool:
    """Whether conditions give the value of one of some letters: then what is said of a function
    that speaks of it, besides its parameters, is said of the function in this case.
    """
    return not letters.isdisjoint(values_in(conditions))


def number_of(term: Expression) -> Fraction | None:
    """The number that a term is by itself, with its sign, or nearly: for e and pi, one so near that
    none with fewer digits lies between. None for others.
    """
    if isinstance(term, Constant):
        return _NEARLY.get(term.name)
    return exact_value(term, quotients=True)


def satisfies(condition: Statement, values: Mapping[str, Fraction | None]) -> bool:
    """Whether numbers are seen to satisfy a condition."""
    if not isinstance(condition, Relation):
        return False
    sides = [
        values.get(side.name) if isinstance(side, Variable) else number_of(side)
        for side in (condition.left, condition.right)
    ]
    if sides[0] is None or sides[1] is None:
        return False
    return holds_between(sides[0], condition.operator, sides[1])


def is_owed(condition: Statement, body: Expression) -> bool:
    """Whether a term has no value where a condition fails, as `\\log k` has none unless k > 0: who
    says something of the term owes the condition in any case.
    """
    parts = list(subterms(body))
    if not isinstance(condition, Relation) or any(isinstance(part, Choice) for part in parts):
        return False
    asked = condition.operator, condition.left, condition.right
    return any(
        (need.condition.operator, need.condition.left, need.condition.right) == asked
        for part in parts
        for need in own_needs(part, frozenset())
    )
