"""Encloses the values of functions: by monotonicity, by their values at rational numbers, and by
other functions that express them.
"""

from __future__ import annotations

import decimal
import math
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final

from shomei.emitter.proof.computed import above, below, cosine, exponential, literal
from shomei.emitter.proof.encloser import Bounds, EncloseFunction, Encloser, NoBounds
from shomei.emitter.rules import Rule, rules
from shomei.terms.literals import ONE, integer_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.substitution import substitute

#: The largest argument of a sine or cosine, and the highest root.
_FARTHEST = 100
_HIGHEST = 60


def _logarithm(encloser: Encloser, term: Apply) -> Bounds:
    [inside] = term.arguments
    inner = encloser.bounds(inside)
    if inner.low <= 0:
        raise NoBounds
    margin = Fraction(1, 10**encloser.digits)
    low = below(_log(inner.low, encloser.digits) - margin, encloser.digits)
    high = above(_log(inner.high, encloser.digits) + margin, encloser.digits)
    under = exponential(low, encloser.digits + _places(low) + 2)
    over = exponential(high, encloser.digits + _places(high) + 2)
    if (
        under is None
        or over is None
        or not under[1][0] <= inner.low
        or not inner.high <= over[0][0]
    ):
        raise NoBounds
    positive = encloser.have(f"0 < {encloser.text(inside)}", "(by grind)")
    top, bottom = literal(under[1][0]), literal(over[0][0])
    return encloser.stated(
        term,
        low,
        (
            f"((Real.le_log_iff_exp_le {positive}).2 (le_trans {under[1][1]} (by grind : {top} "
            f"≤ {encloser.text(inside)})))"
        ),
        high,
        (
            f"((Real.log_le_iff_le_exp {positive}).2 (le_trans (by grind : "
            f"{encloser.text(inside)} ≤ {bottom}) {over[0][1]}))"
        ),
    )


def _square_root(encloser: Encloser, term: Apply) -> Bounds:
    [inside] = term.arguments
    inner = encloser.bounds(inside)
    if inner.low < 0:
        raise NoBounds
    low, high = _root(inner.low, 2, encloser.digits), _root(inner.high, 2, encloser.digits, up=True)
    a, b, u = literal(low), literal(high), encloser.text(inside)
    return encloser.stated(
        term,
        low,
        (
            f"(le_trans (le_of_eq (Eq.symm (Real.sqrt_sq (by grind : 0 ≤ {a})))) "
            f"(Real.sqrt_le_sqrt (by grind : {a} ^ (2 : ℕ) ≤ {u})))"
        ),
        high,
        (
            f"(le_trans (Real.sqrt_le_sqrt (by grind : {u} ≤ {b} ^ (2 : ℕ))) "
            f"(le_of_eq (Real.sqrt_sq (by grind : 0 ≤ {b}))))"
        ),
    )


def _any_root(encloser: Encloser, term: Apply) -> Bounds:
    degree, inside = term.arguments
    n = integer_value(degree)
    inner = encloser.bounds(inside)
    if n is None or not 1 <= n <= _HIGHEST or inner.low < 0:
        raise NoBounds
    low, high = _root(inner.low, n, encloser.digits), _root(inner.high, n, encloser.digits, up=True)
    return encloser.stated(
        term,
        low,
        f"(Shomei.le_root (a := {literal(low)}) {n} (by grind) (by grind) (by grind))",
        high,
        f"(Shomei.root_le (a := {literal(high)}) {n} (by grind) (by grind) (by grind) (by grind))",
    )


def _absolute(encloser: Encloser, term: Apply) -> Bounds:
    [inside] = term.arguments
    inner = encloser.bounds(inside)
    if inner.low >= 0:
        encloser.have(None, f"abs_of_nonneg (by grind : 0 ≤ {encloser.text(inside)})")
        return encloser.linear(term, inner.low, inner.high)
    if inner.high <= 0:
        encloser.have(None, f"abs_of_nonpos (by grind : {encloser.text(inside)} ≤ 0)")
        return encloser.linear(term, -inner.high, -inner.low)
    raise NoBounds


def _to_a_base(encloser: Encloser, term: Apply) -> Bounds:
    base, inside = term.arguments
    other = Binary("/", Apply("log", (inside,)), Apply("log", (base,)))
    return encloser.equal(term, other, "Eq.symm Real.log_div_log")


@lru_cache(maxsize=1)
def _definitions() -> Mapping[str, tuple[str, Rule]]:
    """The laws that express a function of one argument by others, such as `\\tan u = \\frac{\\sin
    u}{\\cos u}`, with the name of that argument.
    """
    found: dict[str, tuple[str, Rule]] = {}
    for rule in rules():
        match rule.statement:
            case Relation("=", Apply(name, (Variable(name=argument),))) if not rule.conditions:
                found.setdefault(name, (argument, rule))
    return found


def _by_law(encloser: Encloser, term: Apply) -> Bounds:
    """The bounds of what a law says that the function is. Raises `NoBounds` where none does."""
    if term.operation not in _definitions():
        raise NoBounds
    argument, law = _definitions()[term.operation]
    [inside] = term.arguments
    other = substitute(law.statement.right, {argument: inside})
    return encloser.equal(term, other, law.lean.format(**{argument: encloser.text(inside)}))


def _wave(encloser: Encloser, term: Apply) -> Bounds:
    """A sine or cosine, from its value at a rational number near the argument."""
    [inside] = term.arguments
    inner = encloser.bounds(inside)
    if isinstance(inside, Number) or (
        isinstance(inside, Negation) and isinstance(inside.operand, Number)
    ):
        return _wave_at(encloser, term)
    middle = below((inner.low + inner.high) / 2, encloser.digits)
    radius = max(inner.high - middle, middle - inner.low)
    at = Number(middle) if middle >= 0 else Negation(Number(-middle))
    near = encloser.bounds(Apply(term.operation, (at,)))
    u, v = encloser.text(inside), encloser.text(at)
    gap = encloser.have(
        None,
        f"le_trans (Real.abs_{term.operation}_sub_{term.operation}_le {u} {v}) (abs_le.2 "
        f"(by grind) : abs ({u} - {v}) ≤ {literal(radius)})",
    )
    encloser.have(None, f"abs_le.1 {gap}")
    return encloser.linear(term, near.low - radius, near.high + radius)


def _wave_at(encloser: Encloser, term: Apply) -> Bounds:
    [inside] = term.arguments
    if isinstance(inside, Negation):
        turned: Expression = Apply(term.operation, (inside.operand,))
        if term.operation == "sin":
            turned = Negation(turned)
        proof = f"Real.{term.operation}_neg {encloser.text(inside.operand)}"
        return encloser.equal(term, turned, proof)
    if not isinstance(inside, Number) or inside.value > _FARTHEST:
        raise NoBounds
    if inside.value == 0:
        value, lemma = Fraction(term.operation == "cos"), f"Real.{term.operation}_zero"
        least, most = f"(le_of_eq (Eq.symm {lemma}))", f"(le_of_eq {lemma})"
        return encloser.stated(term, value, least, value, most)
    half = Number(inside.value / 2)
    double = (
        f"(by have law := {{}} {encloser.text(half)}; rw [show 2 * {encloser.text(half)} = "
        f"{encloser.text(inside)} by grind] at law; exact law)"
    )
    if term.operation == "cos":
        found = cosine(inside.value, encloser.digits)
        if found is not None:
            (low, lower), (high, upper) = found
            return encloser.stated(term, low, lower, high, upper)
        if inside.value <= 2:
            raise NoBounds
        square = Power(Apply("cos", (half,)), Number(Fraction(2)))
        other = Binary("-", Binary("*", Number(Fraction(2)), square), ONE)
        return encloser.equal(term, other, double.format("Real.cos_two_mul"))
    if inside.value > 1:
        sine, cosine_ = Apply("sin", (half,)), Apply("cos", (half,))
        other = Binary("*", Binary("*", Number(Fraction(2)), sine), cosine_)
        return encloser.equal(term, other, double.format("Real.sin_two_mul"))
    return _small_sine(encloser, term, inside)


def _small_sine(encloser: Encloser, term: Apply, inside: Number) -> Bounds:
    """The sine of an angle up to 1: its square is (1 - cos 2x) / 2."""
    digits = 2 * encloser.digits + 2
    found = cosine(2 * inside.value, digits)
    if found is None:
        raise NoBounds
    (low, lower), (high, upper) = found
    least = _root(max(Fraction(0), (1 - high) / 2), 2, encloser.digits)
    most = _root((1 - low) / 2, 2, encloser.digits, up=True)
    x, twice = encloser.text(inside), literal(2 * inside.value)
    same = f"(by grind : 2 * {x} = {twice})"
    return encloser.stated(
        term,
        least,
        (
            f"(Shomei.le_sin_of_cos (by grind) (by grind) (by rw [{same}]; exact le_trans "
            f"{upper} (by grind : {literal(high)} ≤ 1 - 2 * {literal(least)} ^ (2 : ℕ))))"
        ),
        most,
        (
            f"(Shomei.sin_le_of_cos (by grind) (by rw [{same}]; exact le_trans "
            f"(by grind : 1 - 2 * {literal(most)} ^ (2 : ℕ) ≤ {literal(low)}) {lower}))"
        ),
    )


def _places(exponent: Fraction) -> int:
    """The places that a bound of an exponential needs more, to be as exact as its exponent."""
    return max(0, math.ceil(-float(exponent) / math.log(10)))


def _log(value: Fraction, digits: int) -> Fraction:
    """The logarithm of a positive number, nearly to that many places."""
    with decimal.localcontext() as context:
        context.prec = digits + 25
        number = decimal.Decimal(value.numerator) / decimal.Decimal(value.denominator)
        return Fraction(number.ln())


def _root(value: Fraction, degree: int, digits: int, *, up: bool = False) -> Fraction:
    """The root of a number that is not negative, rounded down or up to that many places."""
    scale = 10**digits
    whole = value * scale**degree
    target = -(-whole.numerator // whole.denominator) if up else math.floor(whole)
    found = _integer_root(target, degree)
    if up and found**degree < target:
        found += 1
    return Fraction(found, scale)


def _integer_root(value: int, degree: int) -> int:
    if degree == 2:
        return math.isqrt(value)
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= value else (low, middle - 1)
    return low


#: The functions whose values are enclosed in ways of their own.
_FUNCTIONS: Final[Mapping[str, EncloseFunction]] = {
    "sqrt": _square_root,
    "root": _any_root,
    "log": _logarithm,
    "log_base": _to_a_base,
    "abs": _absolute,
    "sin": _wave,
    "cos": _wave,
}


def enclose(encloser: Encloser, term: Apply) -> Bounds:
    """The bounds of a value of a function. Raises `NoBounds`."""
    return _FUNCTIONS.get(term.operation, _by_law)(encloser, term)
