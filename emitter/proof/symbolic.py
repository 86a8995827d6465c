"""The bridge to sympy, which proposes other ways of writing a term: in lowest terms, factored. What it proposes is proved like anything else.

Sub-terms that are not rational functions of others are symbols to it. sympy is imported on first use: most steps need none of it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from obligations.definedness import ONE, E
from obligations.terms import subterms
from parser.ast import Binary, Expression, Function, Log, Negation, Number, Power

_LARGEST = 200


class Atoms:
    """Sub-terms that sympy sees as symbols."""

    def __init__(self) -> None:
        self.names: dict[Expression, Any] = {}
        self.terms: dict[str, Expression] = {}

    def symbol(self, term: Expression) -> Any:
        """The symbol that stands for `term`, always the same one."""
        import sympy

        if term not in self.names:
            name = f"q{len(self.names)}"
            self.names[term] = sympy.Symbol(name)
            self.terms[name] = term
        return self.names[term]


def to_sympy(term: Expression, atoms: Atoms) -> Any:
    """`term` as a rational function over `atoms`, which gains what sympy shall not look into."""
    import sympy

    match term:
        case Number(value=value):
            return sympy.Rational(value.numerator, value.denominator)
        case Negation(operand=a):
            return -to_sympy(a, atoms)
        case Binary(operator="/", left=a, right=b) if _standard(a, b):
            return atoms.symbol(term)
        case Binary(operator=operator, left=a, right=b):
            x, y = to_sympy(a, atoms), to_sympy(b, atoms)
            return x + y if operator == "+" else x - y if operator == "-" else x * y if operator == "*" else x / y
        case Power(base=base, exponent=Number(value=value)) if value.denominator == 1 and value <= 40:
            return to_sympy(base, atoms) ** value.numerator
        case _:
            return atoms.symbol(term)


def _standard(a: Expression, b: Expression) -> bool:
    """The quotients of the table of known limits stay as they are."""
    match a:
        case Function(name="sin", argument=u) | Log(base=None, argument=Binary(operator="+", right=u)):
            return b == u
        case Binary(operator="-", left=Power(base=base, exponent=u)) if base == E:
            return b == u
        case Binary(operator="-", right=Function(name="cos", argument=u)):
            return b == Power(u, Number(Fraction(2)))
        case _:
            return False


def from_sympy(value: Any, atoms: Atoms) -> Expression:
    """The way back. Raises ValueError for a form that `to_sympy` never makes."""
    import sympy

    if value.is_Rational:
        number = Number(Fraction(abs(int(value.p)), int(value.q)))
        return Negation(number) if value < 0 else number
    if value.is_Symbol:
        return atoms.terms[value.name]
    if value.is_Add:
        terms = value.as_ordered_terms()
        total = from_sympy(terms[0], atoms)
        for part in terms[1:]:
            total = Binary("-", total, from_sympy(-part, atoms)) if part.could_extract_minus_sign() else Binary("+", total, from_sympy(part, atoms))
        return total
    if value.is_Mul:
        top, bottom = value.as_numer_denom()
        if bottom != 1:
            return Binary("/", from_sympy(top, atoms), from_sympy(bottom, atoms))
        factors = value.as_ordered_factors()
        product = from_sympy(factors[0], atoms)
        for part in factors[1:]:
            product = Binary("*", product, from_sympy(part, atoms))
        return product
    if value.is_Pow and value.exp.is_Integer:
        if value.exp < 0:
            return Binary("/", ONE, from_sympy(sympy.Pow(value.base, -value.exp), atoms))
        return Power(from_sympy(value.base, atoms), Number(Fraction(int(value.exp))))
    raise ValueError(f"no term for {value}")


def cancelled(term: Expression) -> Expression | None:
    """`term` as a quotient in lowest terms."""
    import sympy

    atoms = Atoms()
    try:
        value = sympy.cancel(sympy.together(to_sympy(term, atoms)))
        return from_sympy(value, atoms)
    except (ValueError, ArithmeticError, sympy.PolynomialError):
        return None


def factored_difference(large: Expression, small: Expression) -> Expression | None:
    """`large - small` as a quotient of products of irreducible factors."""
    import sympy

    if sum(1 for side in (large, small) for _ in subterms(side)) > _LARGEST:
        return None
    atoms = Atoms()
    try:
        value = sympy.factor(sympy.together(to_sympy(large, atoms) - to_sympy(small, atoms)))
        return from_sympy(value, atoms)
    except (ValueError, ArithmeticError, sympy.PolynomialError):
        return None


def factors(term: Expression) -> list[Expression] | None:
    """The irreducible factors of the numerator of `term`, without constants; None where sympy finds no form."""
    import sympy

    if sum(1 for _ in subterms(term)) > _LARGEST:
        return None
    atoms = Atoms()
    try:
        top, _ = sympy.fraction(sympy.together(to_sympy(term, atoms)))
        _, found = sympy.factor_list(top)
        return [from_sympy(factor, atoms) for factor, _ in found]
    except (ValueError, ArithmeticError, sympy.PolynomialError):
        return None
