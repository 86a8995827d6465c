"""Declared functions: names without a formula, such as `f` in "let f be differentiable", and
families such as `x_i`.

A name that ends in `_` is that of a family: `x_` for `x_i`. Its arguments are natural numbers;
those of other functions are real numbers. The values of all are real numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from shomei.terms.nodes import (
    Call,
    Derivative,
    DerivativeAt,
    Expression,
    Prime,
    PropertyKind,
    Span,
    Variable,
)
from shomei.terms.walk import children, free_variables, rebuild

#: The variable of a function that stands without its argument, until its statement gets a name for
#: it: `f'` is `f'(ANY)`.
ANY: Final = "x_any"
#: What is true of the derivative of a function of a kind goes beyond it: only a function that is
#: differentiable has one.
SMOOTH: Final[PropertyKind] = "differentiable"


@dataclass(frozen=True, slots=True)
class Function:
    """A declared function and the number of its arguments. `span` is where the text says so. The
    indices of a sequence count from `first` on.
    """

    name: str
    arity: int = 1
    first: int = 0
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def is_family(self) -> bool:
        """Whether its arguments are indices, natural numbers from 0 on."""
        return is_family(self.name)


def is_family(name: str) -> bool:
    """Whether this is the name of a family, whose arguments are natural numbers."""
    return name.endswith("_")


def element(name: str, indices: tuple[str, ...]) -> str:
    """The variable that an element of a family is where the text differentiates by it: `x_j` for
    the element j of `x_`.
    """
    return f"{name}{'_'.join(indices)}"


def element_of(variable: str, declared: Collection[str]) -> tuple[str, tuple[str, ...]] | None:
    """The family and the indices of a variable that is an element; None if it is none."""
    letter, mark, indices = variable.partition("_")
    name, parts = family(letter), tuple(indices.split("_"))
    simple = all(len(each) == 1 or each.isdigit() for each in parts)
    return (name, parts) if mark and indices and simple and name in declared else None


def family(letter: str) -> str:
    """The name of the family with this letter: `x_` for `x_i`."""
    return f"{letter}_"


def with_derivatives(term: Expression, declared: Collection[str]) -> Expression:
    """`term` with the derivatives of declared functions as numbers: `f'(E)`, `\\frac{d}{dx} f(x)`
    and `\\frac{d}{dx} f'(x)` become `DerivativeAt`.
    """
    if not declared:
        return term
    term = rebuild(term, tuple(with_derivatives(part, declared) for part in children(term)))
    if isinstance(term, Prime) and term.name in declared:
        return DerivativeAt(term.name, (term.order,), (term.argument,), span=term.span)
    if isinstance(term, Derivative) and isinstance(term.body, Call | DerivativeAt):
        body = term.body
        place = _varied(body.arguments, term.variable)
        if body.name in declared and not is_family(body.name) and place is not None:
            orders = list(
                body.orders if isinstance(body, DerivativeAt) else (0,) * len(body.arguments)
            )
            orders[place] += term.order
            return DerivativeAt(body.name, tuple(orders), body.arguments, span=term.span)
    return term


def _varied(arguments: Iterable[Expression], variable: str) -> int | None:
    """The place of the argument that is the variable; None if another one depends on it."""
    places = [index for index, each in enumerate(arguments) if variable in free_variables(each)]
    if len(places) != 1:
        return None
    only = tuple(arguments)[places[0]]
    return places[0] if isinstance(only, Variable) else None
