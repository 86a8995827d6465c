"""Inequalities and equations between values of a function that keeps the order, as those between
its arguments: `e^x > 1` says that `x > 0`, and `x^3 = 8` that `x = 2`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from shomei.arithmetic.value import exact_root
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import Exact, Have, Rw, Tactic
from shomei.emitter.lean.term import real, real_relation
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import discharge, nonnegative, positive
from shomei.symbolic import factors
from shomei.terms.literals import ONE, E, exact_value, integer_value, numeral
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Number,
    Power,
    Relation,
    applies,
)
from shomei.terms.polynomials import UNIT, Expansion, TooMany
from shomei.terms.walk import free_variables

_MOST = 8


@dataclass(frozen=True, slots=True)
class _Order:
    """`f(a) < c` if and only if `a < b`: `low` proves it, and `high` that `c < f(a)` if and only if
    `b < a`.
    """

    value: Expression
    other: Expression
    argument: Expression
    bound: Expression
    low: str
    high: str


def order_lines(parts: Iterable[Relation], setting: Setting) -> list[Have]:
    """The equivalences that the relations call for, and the values of constants in them."""
    lines: dict[str, Have] = {}
    for part in parts:
        for value, other in _compared(part):
            for found in _orders(value, other, setting):
                for proof, ends, inner in (
                    (found.low, (found.value, found.other), (found.argument, found.bound)),
                    (found.high, (found.other, found.value), (found.bound, found.argument)),
                ):
                    outside = real_relation(Relation("<", *ends), setting.notation)
                    inside = real_relation(Relation("<", *inner), setting.notation)
                    statement = f"({outside}) ↔ ({inside})"
                    lines.setdefault(statement, Have(f"turns{len(lines)}", statement, proof))
    units = [Have("unit0", None, "Real.exp_zero"), Have("unit1", None, "Real.log_one")]
    return [*units, *list(lines.values())[: 2 * _MOST]] if lines else []


def _compared(part: Relation) -> Iterator[tuple[Expression, Expression]]:
    """The sides of a relation; and where its difference, or a factor of it, has one atom, this and
    the number that makes it 0.
    """
    yield part.left, part.right
    yield part.right, part.left
    difference = Binary("-", part.left, part.right)
    split = factors(difference) if part.operator in ("=", "!=") else None
    for factor in split or (difference,):
        try:
            polynomial = Expansion().of(factor)
        except TooMany:
            continue
        atoms = [monomial for monomial in polynomial if monomial != UNIT]
        if len(atoms) == 1 and len(atoms[0]) == 1:
            value = -polynomial.get(UNIT, Fraction(0)) / polynomial[atoms[0]]
            (atom, power) = atoms[0][0]
            term = atom if power == 1 else Power(atom, numeral(power))
            if term not in (part.left, part.right) and value >= 0:
                yield term, Number(value)


def _orders(value: Expression, other: Expression, setting: Setting) -> Iterator[_Order]:
    if not free_variables(value):
        return
    match value:
        case Power(base=base, exponent=a) if base == E:
            yield from _exponential(value, a, other, setting)
        case Apply("log", (a,)) if not applies(other, "log"):
            above = positive(a, setting)
            if above is not None:
                low = f"Real.log_lt_iff_lt_exp {above}"
                high = f"Real.lt_log_iff_exp_lt {above}"
                yield _Order(value, other, a, Power(E, other), low, high)
        case Apply("sqrt", (a,)):
            if isinstance(other, Apply) and other.operation == "sqrt":
                p, q = nonnegative(a, setting), nonnegative(other.arguments[0], setting)
                if p and q:
                    low, high = f"Real.sqrt_lt_sqrt_iff {p}", f"Real.sqrt_lt_sqrt_iff {q}"
                    yield _Order(value, other, a, other.arguments[0], low, high)
        case Power(base=a, exponent=exponent):
            degree = integer_value(exponent)
            if degree is not None and degree > 1:
                yield from _power(value, a, degree, other, setting)
            elif degree is None and not free_variables(a):
                yield from _exponent(value, other, setting)
        case _:
            return


def _exponential(
    value: Expression, a: Expression, other: Expression, setting: Setting
) -> Iterator[_Order]:
    if isinstance(other, Power) and other.base == E:
        b = other.exponent
        x, y = real(a, setting.notation), real(b, setting.notation)
        yield _Order(
            value,
            other,
            a,
            b,
            f"Real.exp_lt_exp (x := {x}) (y := {y})",
            f"Real.exp_lt_exp (x := {y}) (y := {x})",
        )
        return
    above = positive(other, setting)
    if above is None:
        return
    low = f"(Real.lt_log_iff_exp_lt {above}).symm"
    high = f"(Real.log_lt_iff_lt_exp {above}).symm"
    yield _Order(value, other, a, Apply("log", (other,)), low, high)


def _power(
    value: Expression, a: Expression, degree: int, other: Expression, setting: Setting
) -> Iterator[_Order]:
    """A power with a natural exponent, compared with such a power or with the power of a
    fraction.
    """
    text = setting.notation
    number = exact_value(other, quotients=True)
    same: tuple[str, ...] = ()
    if isinstance(other, Power) and integer_value(other.exponent) == degree:
        b: Expression = other.base
    elif number is not None and number >= 0 and exact_root(number, degree) is not None:
        b = Number(exact_root(number, degree) or Fraction(0))
        same = (
            f"show ({real(other, text)} : ℝ) = {real(Power(b, numeral(degree)), text)} by grind",
        )
    else:
        return
    before: tuple[Tactic, ...] = (Rw(same),) if same else ()
    p, q = nonnegative(a, setting), nonnegative(b, setting)
    if degree % 2:
        low = high = f"Shomei.odd_pow_lt_iff {degree // 2}"
    elif p and q:
        low, high = (
            f"Shomei.pow_lt_iff {degree - 1} {p} {q}",
            f"Shomei.pow_lt_iff {degree - 1} {q} {p}",
        )
    elif degree == 2:
        low = high = "Shomei.sq_lt_iff"
        if same:
            size = f"abs_of_nonneg (by grind : (0 : ℝ) ≤ {real(b, text)})"
            low = high = f"(by rw [Shomei.sq_lt_iff, {size}])"
        a, b = Apply("abs", (a,)), b if same else Apply("abs", (b,))
    else:
        return
    low, high = (_after(before, each) for each in (low, high))
    yield _Order(value, other, a, b, low, high)


def _after(before: tuple[Tactic, ...], proof: str) -> str:
    return by(*before, Exact(proof), bracketed=True) if before else proof


def _exponent(value: Power, other: Expression, setting: Setting) -> Iterator[_Order]:
    """A power of a number above 1, compared with such a power or with a whole power as a number."""
    base = exact_value(value.base, quotients=True)
    number = exact_value(other, quotients=True)
    above = discharge(Relation(">", value.base, ONE), setting)
    if base is None or base <= 1 or above is None:
        return
    lemma = f"Shomei.exponent_lt_iff {above}"
    if isinstance(other, Power) and other.base == value.base and free_variables(other.exponent):
        yield _Order(value, other, value.exponent, other.exponent, lemma, lemma)
        return
    power = _logarithm(number, base) if number is not None else None
    if power is None:
        return
    text = setting.notation
    a, n = real(value.base, text), str(power)
    same = f"({real(other, text)} : ℝ) = ({a} : ℝ) ^ (({n} : ℕ) : ℝ)"
    whole = f"show {same} by rw [Real.rpow_natCast]; grind"
    cast = f"show (({n} : ℕ) : ℝ) = {n} by grind"
    proof = by(Rw((whole, cast)), Exact(lemma), bracketed=True)
    yield _Order(value, other, value.exponent, numeral(power), proof, proof)


def _logarithm(number: Fraction, base: Fraction) -> int | None:
    """The natural number n with base^n = number, for a base above 1."""
    power, product = 0, Fraction(1)
    while product < number:
        power, product = power + 1, product * base
    return power if product == number else None
