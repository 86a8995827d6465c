"""The questions that sympy is asked, each with the type of its answer.

All of them are restricted to modest terms (`encoding.is_modest`); for any other term the answer is
None at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from shomei.symbolic.encoding import Atoms, is_modest
from shomei.symbolic.process import MOST_CALLS, Symbolic
from shomei.terms.literals import ONE
from shomei.terms.nodes import Binary, Expression, Relation, Variable


@dataclass(frozen=True, slots=True)
class Factors:
    """A term as `scale` times the product of `above` divided by the product of `below`: irreducible
    factors with their multiplicities.
    """

    scale: Fraction
    above: tuple[tuple[Expression, int], ...]
    below: tuple[tuple[Expression, int], ...]


@dataclass(frozen=True, slots=True)
class Squares:
    """A polynomial as a sum of a constant and the squares of multiples of `roots`, all with one
    `sign`; `rest` is the sign of the constant.
    """

    roots: tuple[Expression, ...]
    sign: int
    rest: int


def _ask(
    question: str, *arguments: object, calls: int = MOST_CALLS, seconds: float | None = None
) -> Any:
    return Symbolic.shared().ask(question, *arguments, calls=calls, seconds=seconds)


def cancelled(term: Expression) -> Expression | None:
    """`term` as a quotient in lowest terms."""
    if not is_modest(term):
        return None
    atoms = Atoms()
    found = _ask("cancel", atoms.encode(term))
    return None if found is None else atoms.decode(found)


def factored_difference(
    large: Expression, small: Expression, *, calls: int = MOST_CALLS
) -> Expression | None:
    """`large - small` as a quotient of products of irreducible factors; `calls` limits the work."""
    if not is_modest(Binary("-", large, small)):
        return None
    atoms = Atoms()
    found = _ask("factored_difference", atoms.encode(large), atoms.encode(small), calls=calls)
    return None if found is None else atoms.decode(found)


def factors(term: Expression) -> list[Expression] | None:
    """The irreducible factors of the numerator of `term`, without constants; None if sympy finds
    none.
    """
    if not is_modest(term):
        return None
    atoms = Atoms()
    found = _ask("factors", atoms.encode(term))
    return None if found is None else [atoms.decode(factor) for factor in found]


def divided(term: Expression, unknown: Expression) -> Expression | None:
    """A rational function of `unknown` (a variable or a root of one) with its highest power divided
    out, in terms of 1/x.
    """
    if not is_modest(term):
        return None
    atoms = Atoms()
    x = atoms.name(unknown)
    tree = atoms.encode(term)
    found = _ask("divide", tree, x, atoms.name(Binary("/", ONE, unknown)))
    if found is None:
        return None
    upper, lower = (atoms.decode(part) for part in found)
    return Binary("/", upper, lower)


def factorisation(term: Expression) -> Factors | None:
    """The factors of `term` in lowest terms; None if sympy finds none."""
    if not is_modest(term):
        return None
    atoms = Atoms()
    found = _ask("factorise", atoms.encode(term))
    if found is None:
        return None
    (_, above, below), *taken = found
    powers = (tuple((atoms.decode(factor), times) for factor, times in part) for part in taken)
    return Factors(Fraction(int(above, 16), int(below, 16)), *powers)


def as_squares(term: Expression) -> Squares | None:
    """A polynomial of degree 2 by completing squares; None if the squares have different signs, or
    if no constant is left.
    """
    if not is_modest(term):
        return None
    atoms = Atoms()
    found = _ask("complete_squares", atoms.encode(term))
    if found is None:
        return None
    roots, sign, rest = found
    return Squares(tuple(atoms.decode(root) for root in roots), sign, rest)


def is_empty(relations: Sequence[Relation], name: str, *, seconds: float) -> bool | None:
    """Whether no real number `name` satisfies all relations; None if they are not rational in it,
    or `seconds` run out.
    """
    variable = Variable(name)
    atoms = Atoms()
    symbol = atoms.name(variable)
    if not all(is_modest(Binary("-", each.left, each.right)) for each in relations):
        return None
    trees = [
        [each.operator, atoms.encode(each.left), atoms.encode(each.right)] for each in relations
    ]
    if atoms.terms != (variable,):
        return None
    found = _ask("is_empty", trees, symbol, seconds=seconds)
    return found if isinstance(found, bool) else None
