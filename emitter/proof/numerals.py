"""Laws about literals that a table cannot list: logarithms and roots of whole numbers, powers with
fractional exponents, powers of e, factorials and binomials of small numbers.
"""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from shomei.arithmetic.value import exact_root
from shomei.emitter.lean.term import Notation, Unprintable, natural, real
from shomei.terms.literals import ONE, E, exact_value, integer_value, is_natural, numeral
from shomei.terms.nodes import Apply, Binary, Expression, Number, Power, Relation

#: An equation and its proof.
Law: TypeAlias = tuple[Relation, str]

_LARGEST = 10_000
#: Lean computes these by their definitions.
_LARGEST_COUNTED = 12
#: The kernel computes these; larger ones are products of smaller ones.
_LARGEST_FACTORIAL = 200
_HIGHEST_ROOT = 100
_HIGHEST_POWER_OF_E = 100
#: Binomial coefficients are computed by Pascal's rule if that is short, otherwise by factorials.
_LARGEST_UPPER = 100
_LARGEST_CHOICE = 1000


def _factors(value: int) -> list[int]:
    found: list[int] = []
    divisor = 2
    while value > 1:
        while value % divisor == 0:
            found.append(divisor)
            value //= divisor
        divisor += 1
    return found


def numeral_laws(term: Expression, notation: Notation) -> list[Law]:
    """`log 12 = 2 log 2 + log 3` and so on down to primes, `√12 = 2 √3`, `u^(1/2) = √u`,
    `5! = 120`, each with its proof.
    """
    try:
        match term:
            case Apply("log", (Number(value=value),)) if (
                value.denominator == 1 and 1 < value <= _LARGEST
            ):
                return _log(term, value.numerator)
            case Apply("sqrt", (Number(value=value),)) if value.denominator == 1 and (
                1 <= value <= _LARGEST or math.isqrt(value.numerator) ** 2 == value > 0
            ):
                return _root(term, value.numerator)
            case Apply("root", (Number(value=degree), inside)):
                return _perfect_power(term, degree, exact_value(inside, quotients=True))
            case Apply("log", (argument,)) | Apply("sqrt", (argument,)) if not isinstance(
                argument, Number
            ):
                return _computed(term, argument, notation)
            case Power(base=base, exponent=exponent) if base == E:
                return _power_of_e(term, exponent)
            case Power(base=base, exponent=exponent):
                return _power(term, base, exponent, notation)
            case Apply("factorial", (argument,)):
                return _factorial(term, argument, notation)
            case Apply("binomial", (upper, Number(value=k))) if k.denominator == 1:
                return _binomial(term, upper, k.numerator, notation)
            case _:
                return []
    except Unprintable:
        return []


def _equal(term: Expression, value: Expression, proof: str) -> list[Law]:
    return [(Relation("=", term, value), proof)]


def _log(term: Apply, value: int) -> list[Law]:
    primes = _factors(value)
    if len(primes) < 2:
        return []
    first, count = primes[0], primes.count(primes[0])
    rest = value // first**count
    power = f"(({value} : ℝ)) = {first} ^ ({count} : ℕ)"
    logarithm = Apply("log", (numeral(first),))
    times = logarithm if count == 1 else Binary("*", numeral(count), logarithm)
    if rest == 1:
        return _equal(term, times, f"(by rw [show {power} by grind, Real.log_pow]; grind)")
    proof = (
        f"(by rw [show {power} * {rest} by grind, Real.log_mul (by grind) (by grind), "
        "Real.log_pow]; grind)"
    )
    return _equal(term, Binary("+", times, Apply("log", (numeral(rest),))), proof)


def _computed(term: Apply, argument: Expression, notation: Notation) -> list[Law]:
    """`log (0 + 1) = log 1`: an argument that is a whole number once it is computed."""
    value = exact_value(argument, quotients=True)
    if value is None or value.denominator != 1 or value < 0:
        return []
    shown = f"show ({real(argument, notation)} : ℝ) = {value} by grind"
    return _equal(term, replace(term, arguments=(Number(value),)), f"(by rw [{shown}])")


def _root(term: Apply, value: int) -> list[Law]:
    if value == 1:
        return _equal(term, ONE, "Real.sqrt_one")
    square = math.isqrt(value) if value > _LARGEST else 1
    for candidate in range(2, math.isqrt(value) + 1) if value <= _LARGEST else ():
        if value % (candidate * candidate) == 0:
            square = candidate
    if square * square == value:
        proof = (
            f"(by rw [show ({value} : ℝ) = {square} ^ (2 : ℕ) by grind]; exact Real.sqrt_sq (by "
            "grind))"
        )
        return _equal(term, numeral(square), proof)
    if square > 1:
        rest = value // (square * square)
        proof = (
            f"(by rw [show ({value} : ℝ) = {square} ^ (2 : ℕ) * {rest} by grind, Real.sqrt_mul "
            "(by grind), Real.sqrt_sq (by grind)])"
        )
        return _equal(term, Binary("*", numeral(square), Apply("sqrt", (numeral(rest),))), proof)
    primes = _factors(value)
    if len(primes) < 2:
        return []
    first, rest = primes[0], value // primes[0]
    product = Binary("*", Apply("sqrt", (numeral(first),)), Apply("sqrt", (numeral(rest),)))
    shown = f"show ({value} : ℝ) = {first} * {rest} by grind"
    return _equal(term, product, f"(by rw [{shown}]; exact Real.sqrt_mul (by grind) _)")


def _power(term: Power, base: Expression, exponent: Expression, notation: Notation) -> list[Law]:
    """A real power whose exponent is a fraction, a sum of fractions and so on: the value of the
    exponent, `√u` for a half, a whole power for a whole number.
    """
    value = exact_value(exponent, quotients=True)
    if (
        value is None
        or is_natural(exponent, notation.naturals)
        or integer_value(exponent) is not None
    ):
        return []
    below, above = real(base, notation), real(exponent, notation)
    if value == Fraction(1, 2):
        half = "" if above == "1 / 2" else f"show ({above} : ℝ) = 1 / 2 by grind, "
        return _equal(term, Apply("sqrt", (base,)), f"(by rw [{half}Real.sqrt_eq_rpow])")
    if value.denominator == 1 and value >= 0:
        proof = (
            f"(by rw [show ({above} : ℝ) = (({value.numerator} : ℕ) : ℝ) by grind]; exact "
            "Real.rpow_natCast _ _)"
        )
        return _equal(term, Power(base, Number(value)), proof)
    if (
        isinstance(exponent, Number)
        or value < 0
        or exponent == Binary("/", numeral(value.numerator), numeral(value.denominator))
    ):
        return []
    shorter = Power(base, Binary("/", numeral(value.numerator), numeral(value.denominator)))
    shown = f"show ({above} : ℝ) = {value.numerator} / {value.denominator} by grind"
    return _equal(term, shorter, f"(by rw [{shown}] : ({below}) ^ ({above} : ℝ) = _)")


def _power_of_e(term: Power, exponent: Expression) -> list[Law]:
    """`e^5` as a power of e, `e^{3/2}` as one of `e^{1/2}`, and that the square of this is e."""
    value = exact_value(exponent, quotients=True)
    if value is None or not 0 < value < _HIGHEST_POWER_OF_E or value.denominator > _HIGHEST_ROOT:
        return []
    proof = "(by rw [← Real.exp_nat_mul]; grind)"
    if value.numerator > 1:
        whole = value.denominator == 1
        unit = ONE if whole else Binary("/", ONE, numeral(value.denominator))
        return _equal(term, Power(Power(E, unit), numeral(value.numerator)), proof)
    if value == 1:
        return []
    return [(Relation("=", Power(term, numeral(value.denominator)), E), proof)]


def _perfect_power(term: Apply, degree: Fraction, value: Fraction | None) -> list[Law]:
    """`\\sqrt[3]{8} = 2`."""
    n = degree.numerator
    if value is None or value < 0 or degree.denominator != 1 or not 1 <= n <= _HIGHEST_ROOT:
        return []
    root = exact_root(value, n)
    if root is None:
        return []
    result = Number(root)
    given = f"(a := {real(result, Notation())}) {n}"
    return _equal(term, result, f"(Shomei.root_eq {given} (by grind) (by grind) (by grind))")


def _factorial(term: Apply, argument: Expression, notation: Notation) -> list[Law]:
    """The value of a small factorial; and `(n + 2)! = (n + 2) (n + 1)!` and so on, which the
    table's `(n + 1)!` does not match.
    """
    match argument:
        case Number(value=value) if value.denominator == 1 and value > _LARGEST_FACTORIAL:
            shown = f"show ({value} : ℕ) = {value - 1} + 1 from rfl, Nat.factorial_succ"
            product = Binary("*", argument, Apply("factorial", (Number(value - 1),)))
            return _equal(term, product, f"(by rw [{shown}, Nat.cast_mul]; grind)")
        case Number(value=value) if value.denominator == 1:
            number = math.factorial(value.numerator)
            way = "from rfl" if value <= _LARGEST_COUNTED else "by decide +kernel"
            shown = f"show Nat.factorial {value} = {number} {way}"
            return _equal(term, numeral(number), f"(by rw [{shown}]; grind)")
        case Binary(operator="+", left=n, right=Number(value=more)) if (
            more.denominator == 1 and more >= 2 and is_natural(n, notation.naturals)
        ):
            before = Binary("+", n, Number(more - 1))
            text = natural(n, notation)
            shown = (
                f"show Nat.factorial ({text} + {more}) = ({text} + {more}) * Nat.factorial "
                f"({text} + {more - 1}) from Nat.factorial_succ _"
            )
            product = Binary("*", argument, Apply("factorial", (before,)))
            return _equal(term, product, f"(by rw [{shown}, Nat.cast_mul]; grind)")
        case Binary(operator="-"):  # (5 - 2)!
            counted = exact_value(argument)
            if counted is None or counted.denominator != 1 or not 0 <= counted <= _LARGEST_COUNTED:
                return []
            number = math.factorial(counted.numerator)
            shown = f"show Nat.factorial ({natural(argument, notation)}) = {number} from rfl"
            return _equal(term, numeral(number), f"(by rw [{shown}]; grind)")
        case _:
            return []


def _binomial(term: Apply, upper: Expression, lower: int, notation: Notation) -> list[Law]:
    """The value of a binomial coefficient of numbers; and Pascal's rule for `\\binom{n + 1}{2}` and
    so on, which the table's `m + 1` does not match.
    """
    match upper:
        case Number(value=value) if (
            value.denominator == 1 and value <= _LARGEST_UPPER and lower <= _LARGEST_UPPER
        ):
            n = value.numerator
            count = math.comb(n, lower)
            computed = f"show Nat.choose {n} {lower} = {count}"
            if count <= _LARGEST_CHOICE:
                proof = f"(by rw [{computed} from rfl]; grind)"
            else:
                factorials = {
                    str(lower): lower,
                    **({f"({n} - {lower})": n - lower} if n != 2 * lower else {}),
                    str(n): n,
                }
                shown = ", ".join(
                    f"show Nat.factorial {text} = {math.factorial(number)} from rfl"
                    for text, number in factorials.items()
                )
                raw = (
                    f"have value := Nat.choose_mul_factorial_mul_factorial (by omega : {lower} ≤ "
                    f"{n})"
                )
                proof = f"(by {raw}; rw [{shown}] at value; rw [{computed} by omega]; grind)"
            return _equal(term, numeral(count), proof)
        case Binary(operator="+", left=n, right=Number(value=more)) if (
            lower >= 2 and more.denominator == 1 and more >= 1 and is_natural(n, notation.naturals)
        ):
            before = n if more == 1 else Binary("+", n, Number(more - 1))
            smaller = numeral(lower - 1)
            text = natural(before, notation)
            shown = (
                f"show Nat.choose ({natural(upper, notation)}) {lower} = Nat.choose ({text}) "
                f"{lower - 1} + Nat.choose ({text}) {lower} from rfl"
            )
            same = replace(term, arguments=(before, term.arguments[1]))
            pascal = Binary("+", Apply("binomial", (before, smaller)), same)
            return _equal(term, pascal, f"(by rw [{shown}, Nat.cast_add])")
        case _:
            return []
