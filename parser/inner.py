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
    called = f"{name}_{inner}"
    clash = called in known.variables | known.renamed | known.declared | known.families
    if clash or (called in known.functions and called not in known.inner):
        return None
    return Define(called, (inner,), body, span=within.span)


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
