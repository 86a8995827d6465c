"""Derivatives by letters that have a value: after `p = \\sigma(z)` and `L = -\\log p`,
`\\frac{\\partial L}{\\partial p}` is the derivative of the function that L is of p, at this p.

In: the names of a text, and what they stand for. Out: that function, by a definition which the text
does not write down.
"""

from __future__ import annotations

from typing import Final

from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.terms.nodes import Expression, Variable
from shomei.terms.substitution import Capture, substitute
from shomei.terms.walk import free_variables

#: How many names within names are looked up.
_DEEPEST: Final = 12
#: How many functions one name may be of one letter, at different places of a text.
_MOST: Final = 100


def function_of(name: str, inner: str, known: Declarations) -> Define | None:
    """The function that a name is of another one; None where it is none, or it is unclear what else
    varies with that.
    """
    within = known.value_of(inner)
    if within is None:
        return None
    body = _written_out(Variable(name), known, inner)
    below = _written_out(within, known, None)
    if body is None or below is None or inner not in free_variables(body):
        return None
    if not set(free_variables(below)).isdisjoint(free_variables(body)):
        return None
    return _define(name, inner, body, within, known)


def function_in(name: str, letter: str, known: Declarations) -> Define | None:
    """The function that a name is of a letter without a value: after `V = p - p^2`, that of
    `V(p)`.
    """
    value = known.value_of(name)
    if value is None or known.value_of(letter) is not None:
        return None
    body = _written_out(Variable(name), known, letter)
    if body is None or letter not in free_variables(body):
        return None
    return _define(name, letter, body, value, known)


def letters_behind(name: str, known: Declarations) -> frozenset[str]:
    """The letters without a value of what a name stands for."""
    body = _written_out(Variable(name), known, None)
    return frozenset() if body is None else frozenset(free_variables(body))


def _define(
    name: str, inner: str, body: Expression, within: Expression, known: Declarations
) -> Define | None:
    """The definition, under a name of its own; None where that is taken."""
    if "_" in inner:
        return None
    for count in range(1, _MOST):
        called = f"{name}_{inner}" + (str(count) if count > 1 else "")
        item = known.inner.get(called)
        if item is None:
            clash = called in known.variables | known.renamed | known.declared | known.families
            if clash or called in known.functions:
                return None
            return Define(called, (inner,), body, span=within.span)
        if item.body == body:
            return item
    return None


def _written_out(term: Expression, known: Declarations, inner: str | None) -> Expression | None:
    """A term with what its names stand for, but for one of them."""
    for _ in range(_DEEPEST):
        values = {
            each: value
            for each in free_variables(term)
            if each != inner and (value := known.value_of(each)) is not None
        }
        if not values:
            return term
        try:
            term = substitute(term, values)
        except Capture:
            return None
    return None
