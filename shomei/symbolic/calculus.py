"""Antiderivatives: by a table for what is integrated at sight, by sympy for the rest.

What comes out is a guess that a proof must confirm by differentiating.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from shomei.operations.registry import OPERATIONS
from shomei.symbolic.encoding import Tree
from shomei.symbolic.process import Symbolic
from shomei.terms.evaluate import Evaluation
from shomei.terms.literals import ONE, TWO, E, exact_value, integer_value, numeral, root
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Variable,
)
from shomei.terms.walk import free_variables, subterms

#: The functions of one argument that sympy knows, by its names.
_OURS: Final = {each.sympy: each.name for each in OPERATIONS.values() if each.sympy}
#: sympy is not asked about larger integrands.
_LARGEST: Final = 60
_CALLS: Final = 3_000_000
_SECONDS: Final = 6.0


def antiderivative(term: Expression, variable: str) -> Expression | None:
    """A term whose derivative by the variable may be `term`; None if none is found."""
    found = _at_sight(term, variable)
    if found is not None:
        return found
    if sum(1 for _ in subterms(term)) > _LARGEST:
        return None
    names = {name: f"q{index}" for index, name in enumerate(free_variables(term))}
    tree = _ENCODING.of(term, names)
    if tree is None or variable not in names:
        return None
    answer = Symbolic.shared().ask(
        "antiderivative", tree, names[variable], calls=_CALLS, seconds=_SECONDS
    )
    back = {symbol: name for name, symbol in names.items()}
    return None if answer is None else _decoded(answer, back)


# --------------------------------------------------------------------------------------------------
# At sight


def _at_sight(term: Expression, x: str) -> Expression | None:
    """Sums and multiples of powers, and of functions of linear terms."""
    if x not in free_variables(term):
        return Binary("*", term, Variable(x))
    match term:
        case Variable():
            return Binary("/", Power(term, TWO), TWO)
        case Negation(operand=a):
            inner = _at_sight(a, x)
            return inner and Negation(inner)
        case Binary(operator="+" | "-" as sign, left=a, right=b):
            one, other = _at_sight(a, x), _at_sight(b, x)
            return one and other and Binary(sign, one, other)
        case Binary(operator="*", left=a, right=b) if x not in free_variables(a):
            inner = _at_sight(b, x)
            return inner and Binary("*", a, inner)
        case Binary(operator="*" | "/" as sign, left=a, right=b) if x not in free_variables(b):
            inner = _at_sight(a, x)
            return inner and Binary(sign, inner, b)
        case Binary(operator="/", left=a, right=b) if x not in free_variables(a):
            inner = _reciprocal(b, x)
            return inner if inner is None or a == ONE else Binary("*", a, inner)
        case _:
            return _of_linear(term, x)


def _of_linear(term: Expression, x: str) -> Expression | None:
    """Powers, exponentials, sines and cosines of linear terms."""
    match term:
        case Power(base=base, exponent=exponent) if base == E:
            slope = _slope(exponent, x)
            return slope and _over(term, slope)
        case Power(base=base, exponent=exponent) if x not in free_variables(exponent):
            slope, value = _slope(base, x), exact_value(exponent, quotients=True)
            if slope is None or value is None or value == -1:
                return None
            higher = Number(value + 1) if value > -1 else Negation(Number(-value - 1))
            return _over(Binary("/", Power(base, higher), higher), slope)
        case Apply("sin", (u,)):
            slope = _slope(u, x)
            return slope and _over(Negation(Apply("cos", (u,))), slope)
        case Apply("cos" | "sinh" | "cosh" as name, (u,)):
            slope = _slope(u, x)
            partner = {"cos": "sin", "sinh": "cosh", "cosh": "sinh"}[name]
            return slope and _over(Apply(partner, (u,)), slope)
        case Apply("sqrt", (u,)):
            slope = _slope(u, x)
            whole = Binary("/", Binary("*", Binary("*", TWO, u), term), numeral(3))
            return slope and _over(whole, slope)
        case _:
            return None


def _reciprocal(below: Expression, x: str) -> Expression | None:
    """An antiderivative of `1 / below`."""
    slope = _slope(below, x)
    if slope is not None:
        return _over(Apply("log", (Apply("abs", (below,)),)), slope)
    match below:
        case Binary(operator="+", left=a, right=b) if {a, b} == {ONE, Power(Variable(x), TWO)}:
            return Apply("arctan", (Variable(x),))
        case Power(base=base, exponent=exponent):
            slope, value = _slope(base, x), integer_value(exponent)
            if slope is None or value is None or value < 2:
                return None
            power = base if value == 2 else Power(base, numeral(value - 1))
            whole = Negation(Binary("/", ONE, Binary("*", numeral(value - 1), power)))
            return _over(whole, slope)
        case Apply("sqrt", (u,)):
            slope = _slope(u, x)
            return slope and _over(Binary("*", TWO, below), slope)
        case _:
            return None


def _slope(term: Expression, x: str) -> Expression | None:
    """The factor of x in a linear term."""
    match term:
        case Variable(name=name) if name == x:
            return ONE
        case Negation(operand=a):
            inner = _slope(a, x)
            return inner and Negation(inner)
        case Binary(operator="+" | "-" as sign, left=a, right=b):
            if x not in free_variables(b):
                return _slope(a, x)
            if x not in free_variables(a):
                inner = _slope(b, x)
                return inner and (Negation(inner) if sign == "-" else inner)
            return None
        case Binary(operator="*", left=a, right=b) if x not in free_variables(a):
            inner = _slope(b, x)
            return inner and (a if inner == ONE else Binary("*", a, inner))
        case Binary(operator="*" | "/" as sign, left=a, right=b) if x not in free_variables(b):
            inner = _slope(a, x)
            if inner == ONE:
                return b if sign == "*" else Binary("/", ONE, b)
            return inner and Binary(sign, inner, b)
        case _:
            return None


def _over(term: Expression, slope: Expression) -> Expression:
    if slope == Negation(ONE):
        return term.operand if isinstance(term, Negation) else Negation(term)
    return term if slope == ONE else Binary("/", term, slope)


# --------------------------------------------------------------------------------------------------
# sympy's terms


class _Encoding(Evaluation[Tree, Mapping[str, str]]):
    """The walk over nested lists, with every function that sympy knows."""

    def of(self, term: Expression, names: Mapping[str, str]) -> Tree | None:
        """The term with its variables renamed; None if sympy does not know all of it."""
        try:
            return self._value(term, names)
        except NotImplementedError:
            return None

    def _number(self, term: Number, _names: Mapping[str, str]) -> Tree:
        return ["n", hex(term.value.numerator), hex(term.value.denominator)]

    def _variable(self, term: Variable, names: Mapping[str, str]) -> Tree:
        return [names[term.name]]

    def _constant(self, term: Constant, _names: Mapping[str, str]) -> Tree:
        return ["constant", term.name]

    def _negated(self, value: Tree) -> Tree:
        return ["neg", value]

    def _combined(self, term: Binary, left: Tree, right: Tree, _names: Mapping[str, str]) -> Tree:
        return [term.operator, left, right]

    def _power(self, term: Power, names: Mapping[str, str]) -> Tree:
        return ["power", self._value(term.base, names), self._value(term.exponent, names)]

    def _apply(self, term: Apply, names: Mapping[str, str]) -> Tree:
        theirs = OPERATIONS[term.operation].sympy
        if term.operation == "sqrt":
            return ["power", self._value(term.arguments[0], names), ["n", "0x1", "0x2"]]
        if not theirs:
            return self._no_value(term, names)
        return ["apply", theirs, self._value(term.arguments[0], names)]


_ENCODING: Final = _Encoding()


def _decoded(tree: Any, names: dict[str, str]) -> Expression | None:
    match tree:
        case ["n", str(above), str(below)]:
            value = Fraction(int(above, 16), int(below, 16))
            size: Expression = numeral(abs(value.numerator))
            if value.denominator != 1:
                size = Binary("/", size, numeral(value.denominator))
            return Negation(size) if value < 0 else size
        case ["constant", "e" | "pi" as name]:
            return Constant(name)
        case ["neg", inner]:
            found = _decoded(inner, names)
            return found and Negation(found)
        case ["+" | "-" | "*" | "/" as operator, left, right]:
            one, other = _decoded(left, names), _decoded(right, names)
            return one and other and Binary(operator, one, other)
        case ["power", base, ["n", "0x1", "0x2"]]:
            found = _decoded(base, names)
            return found and root(2, found)
        case ["power", base, exponent]:
            one, other = _decoded(base, names), _decoded(exponent, names)
            return one and other and Power(one, other)
        case ["apply", str(name), inner] if name in _OURS:
            found = _decoded(inner, names)
            return found and Apply(_OURS[name], (found,))
        case [str(symbol)] if symbol in names:
            return Variable(names[symbol])
        case _:
            return None
