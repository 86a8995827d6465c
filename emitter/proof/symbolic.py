"""The bridge to sympy, which proposes other ways of writing a term: in lowest terms, factored. What
it proposes is proved like anything else.

Sub-terms that are not rational functions of others are symbols to it. sympy is imported on first
use: most steps need none of it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from inspect import CO_GENERATOR
from itertools import islice
from types import FrameType
from typing import Any, TypeVar

from shomei.terms.literals import ONE, E
from shomei.terms.nodes import Binary, Expression, Function, Log, Negation, Number, Power
from shomei.terms.walk import subterms

#: Larger terms, and those of a higher degree or with longer numbers when they are multiplied out,
#: are not given to sympy.
_LARGEST = 200
_HIGHEST = 80
_LONGEST = 600
#: Calls of functions that one question to sympy may take: about two seconds. Factoring can take for
#: ever.
_MOST_CALLS = 1_000_000
#: Where calls are slow, the seconds count after all: no step of an article comes near them.
_MOST_SECONDS = 5.0

Answer = TypeVar("Answer")


class _Stopped(BaseException):
    """Raised inside sympy, which catches some exceptions of its own. Never seen outside of
    `_bounded`.
    """


def _bounded(question: Callable[[], Answer]) -> Answer | None:
    """The answer of a function of sympy's, or None where it has none or takes too long. Calls are
    counted rather than seconds, so that runs agree.
    """
    import sympy

    left = _MOST_CALLS
    end = time.monotonic() + _MOST_SECONDS

    def count(frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal left
        left -= 1
        # Not where a generator is entered: it may be one that is being closed, and what is raised
        # there is lost.
        if (
            left < 0 or (left % 128 < 4 and time.monotonic() > end)
        ) and not frame.f_code.co_flags & CO_GENERATOR:
            raise _Stopped

    before = sys.gettrace()
    sys.settrace(count)
    try:
        return question()
    except (_Stopped, ValueError, ArithmeticError, RecursionError, sympy.PolynomialError):
        return None
    finally:
        sys.settrace(before)


def is_modest(term: Expression) -> bool:
    """Whether sympy may be asked about a term: it has not too many parts, and no power of it,
    multiplied out, is too high or has too long numbers.
    """
    if sum(1 for _ in islice(subterms(term), _LARGEST + 1)) > _LARGEST:
        return False
    degree, bits = _growth(term)
    return degree <= _HIGHEST and bits <= _LONGEST


def _growth(term: Expression) -> tuple[int, int]:
    """At least the degree of numerator and denominator of the term as `to_sympy` sees it, and the
    bits of the numbers in them.
    """
    match term:
        case Number(value=value):
            return 0, value.numerator.bit_length() + value.denominator.bit_length()
        case Negation(operand=a):
            return _growth(a)
        case Binary(left=a, right=b):
            (one, short), (other, long) = _growth(a), _growth(b)
            return one + other, short + long
        case Power(base=base, exponent=Number(value=value)) if (
            value.denominator == 1 and value <= _MOST_POWER
        ):
            degree, bits = _growth(base)
            return degree * value.numerator, bits * value.numerator
        case _:
            return 1, 1


_MOST_POWER = 40


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
            return (
                x + y
                if operator == "+"
                else x - y
                if operator == "-"
                else x * y
                if operator == "*"
                else x / y
            )
        case Power(base=base, exponent=Number(value=value)) if (
            value.denominator == 1 and value <= _MOST_POWER
        ):
            return to_sympy(base, atoms) ** value.numerator
        case _:
            return atoms.symbol(term)


def _standard(a: Expression, b: Expression) -> bool:
    """The quotients of the table of known limits stay as they are."""
    match a:
        case (
            Function(name="sin", argument=u)
            | Log(base=None, argument=Binary(operator="+", right=u))
        ):
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
            total = (
                Binary("-", total, from_sympy(-part, atoms))
                if part.could_extract_minus_sign()
                else Binary("+", total, from_sympy(part, atoms))
            )
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

    if not is_modest(term):
        return None
    atoms = Atoms()
    return _bounded(lambda: from_sympy(sympy.cancel(sympy.together(to_sympy(term, atoms))), atoms))


def factored_difference(large: Expression, small: Expression) -> Expression | None:
    """`large - small` as a quotient of products of irreducible factors."""
    import sympy

    if not is_modest(Binary("-", large, small)):
        return None
    atoms = Atoms()
    return _bounded(
        lambda: from_sympy(
            sympy.factor(sympy.together(to_sympy(large, atoms) - to_sympy(small, atoms))), atoms
        )
    )


def factors(term: Expression) -> list[Expression] | None:
    """The irreducible factors of the numerator of `term`, without constants; None where sympy finds
    no form.
    """
    import sympy

    if not is_modest(term):
        return None
    atoms = Atoms()

    def question() -> list[Expression]:
        top, _ = sympy.fraction(sympy.together(to_sympy(term, atoms)))
        _, found = sympy.factor_list(top)
        return [from_sympy(factor, atoms) for factor, _ in found]

    return _bounded(question)


def divided(term: Expression, unknown: Expression) -> Expression | None:
    """A rational function of `unknown`, a variable or a root of it, with its highest power divided
    out, in terms of 1/x.
    """
    import sympy

    if not is_modest(term):
        return None
    atoms = Atoms()

    def question() -> Expression:
        x = atoms.symbol(unknown)
        top, bottom = sympy.fraction(sympy.cancel(sympy.together(to_sympy(term, atoms))))
        degree = max(sympy.Poly(top, x).degree(), sympy.Poly(bottom, x).degree())
        inverse = atoms.symbol(Binary("/", ONE, unknown))
        upper = sympy.expand(sympy.expand(top / x**degree).subs(x, 1 / inverse))
        lower = sympy.expand(sympy.expand(bottom / x**degree).subs(x, 1 / inverse))
        return Binary("/", from_sympy(upper, atoms), from_sympy(lower, atoms))

    return _bounded(question)


@dataclass(frozen=True, slots=True)
class Factors:
    """A term as `scale` times the product of `above` by that of `below`: irreducible factors, each
    with how often it occurs.
    """

    scale: Fraction
    above: tuple[tuple[Expression, int], ...]
    below: tuple[tuple[Expression, int], ...]


def factorisation(term: Expression) -> Factors | None:
    """The factors of `term` in lowest terms; None where sympy finds none."""
    import sympy

    if not is_modest(term):
        return None
    atoms = Atoms()

    def question() -> Factors | None:
        (scale, above), (divisor, below) = (
            sympy.factor_list(part)
            for part in sympy.fraction(sympy.cancel(sympy.together(to_sympy(term, atoms))))
        )
        number = scale / divisor
        if not number.is_Rational:
            return None
        taken = (
            tuple((from_sympy(factor, atoms), int(times)) for factor, times in part)
            for part in (above, below)
        )
        return Factors(Fraction(int(number.p), int(number.q)), *taken)

    return _bounded(question)


@dataclass(frozen=True, slots=True)
class Squares:
    """A polynomial as a sum: the squares of multiples of `roots`, all with one `sign`, and a
    constant, of which `rest` is the sign.
    """

    roots: tuple[Expression, ...]
    sign: int
    rest: int


def as_squares(term: Expression) -> Squares | None:
    """A polynomial of the second degree by completing squares; None where the squares have
    different signs, or where no constant is left.
    """
    import sympy

    if not is_modest(term):
        return None
    atoms = Atoms()

    def question() -> Squares | None:
        left = sympy.expand(to_sympy(term, atoms))
        roots, signs = [], set[int]()
        for symbol in sorted(left.free_symbols, key=str):
            scale = left.coeff(symbol, 2)
            if scale.is_Rational and scale != 0:
                root = symbol + left.coeff(symbol, 1) / (2 * scale)
                left = sympy.expand(left - scale * root**2)
                roots.append(from_sympy(sympy.fraction(sympy.together(root))[0], atoms))
                signs.add(1 if scale > 0 else -1)
        return (
            Squares(tuple(roots), signs.pop(), int(sympy.sign(left)))
            if left.is_Rational and len(signs) == 1
            else None
        )

    return _bounded(question)
