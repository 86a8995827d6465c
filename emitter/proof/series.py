"""Limits of sequences of `c n^j b^n`, of series of such terms, and exponential series.

A series of terms f(k) has its limit by a sequence T with `f(k) = T(k + 1) - T(k)`, which a proof
confirms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Have, SimpOnly, Tactic
from shomei.emitter.lean.term import as_argument, natural, real, relation
from shomei.emitter.proof.approach import Proved
from shomei.emitter.proof.geometric import Parts, Powers, as_powers, summed, written
from shomei.emitter.proof.setting import Setting
from shomei.terms.indices import natural_parts
from shomei.terms.literals import ONE, ZERO, E, integer_value, numeral
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Expression,
    Negation,
    Power,
    Relation,
    Variable,
)
from shomei.terms.recurrence import parted, plus
from shomei.terms.substitution import substitute
from shomei.terms.walk import children, free_variables, rebuild, subtrees

#: A proof that a number is below 1 in absolute value, if there is one.
Below: TypeAlias = Callable[[Expression], str | None]


def of_powers(term: Expression, variable: str, setting: Setting, below: Below) -> Proved | None:
    """The limit of `c n^j b^n`, for numbers b below 1 in absolute value, and of sums of such terms
    with a number.
    """
    found = as_powers(term, variable, setting.notation.bind(variable, natural=True))
    if found is None or set(found.parts) <= {ONE}:
        return None
    limit = _of_parts(found.parts, setting, below)
    if limit is None:
        return None
    other = written(found.parts, variable)
    same = _equation(term, other, found, variable, setting)
    name = identifier(variable)
    return Proved(
        limit.value, f"(Shomei.tendsto_natural_of_eq 0 {limit.proof} fun {name} _ => {same})"
    )


def _equation(
    term: Expression, other: Expression, found: Powers, variable: str, setting: Setting
) -> str:
    inner = setting.notation.bind(variable, natural=True)
    equation = relation(Relation("=", term, other), inner)
    return f"({by(*found.lines, GRIND, bracketed=True)} : {equation})"


def _of_parts(parts: Parts, setting: Setting, below: Below) -> Proved | None:
    """The limit of `written(parts)`."""
    whole: tuple[Expression, str] | None = None
    for base, coefficients in parts.items():
        small = below(base) if base != ONE else None
        for degree, each in enumerate(coefficients):
            if each == ZERO:
                continue
            if small is None:
                return None
            factor = f"(Shomei.tendsto_const ({real(each, setting.notation)} : ℝ))"
            proof = f"(Shomei.tendsto_mul {factor} (Shomei.tendsto_pow_mul_pow {degree} {small}))"
            value = Binary("*", each, ZERO)
            if whole is not None:
                proof = f"(Shomei.tendsto_add {whole[1]} {proof})"
                value = Binary("+", whole[0], value)
            whole = value, proof
    if whole is None:
        return None
    text = real(whole[0], setting.notation)
    return Proved(ZERO, f"(Shomei.tendsto_value {whole[1]} (by grind : {text} = (0 : ℝ)))")


def of_a_series(whole: BigOperator, variable: str, setting: Setting, below: Below) -> Proved | None:
    """The sum of a series of such terms, from any natural number on."""
    index, body, lower = whole.index, whole.body, whole.lower
    if variable in (*free_variables(body), *free_variables(lower)):
        return None
    inner = setting.notation.bind(index, natural=True)
    found, start, lemma = as_powers(body, index, inner), lower, "tendsto_telescoping"
    if found is None:
        first, less = integer_value(lower), furthest_below(body, index)
        if first is None or not 0 < less <= first:
            return None
        shifted = _without_offsets(substitute(body, {index: plus(Variable(index), less)}))
        found = as_powers(shifted, index, inner)
        start, lemma = numeral(first - less), f"tendsto_telescoping_shifted {less}"
    steps = None if found is None else summed(found.parts)
    if found is None or steps is None:
        return None
    limit = _of_parts(steps, setting, below)
    if limit is None:
        return None
    k = identifier(index)
    lines: list[Tactic] = [
        Have(
            f"apart{i}",
            f"({real(base, setting.notation)} - 1 : ℝ) ≠ 0",
            f"Shomei.sub_one_ne_zero {below(base)}",
        )
        for i, base in enumerate(steps)
    ]
    lines += [
        Have(f"next{i}", None, f"pow_succ ({real(base, setting.notation)} : ℝ) {k}")
        for i, base in enumerate(steps)
    ]
    lines.append(Have("cast", f"(({k} + 1 : ℕ) : ℝ) = ({k} : ℝ) + 1", f"Nat.cast_add_one {k}"))
    if start is not lower:
        lines.insert(0, SimpOnly(("Nat.add_sub_cancel",)))
        if less > 1:
            moved = f"(({k} + {less} : ℕ) : ℝ) = ({k} : ℝ) + {less}"
            lines.append(Have("moved", moved, "by grind"))
    step = by(*found.lines, *lines, GRIND, bracketed=True)
    terms, before = (
        f"(fun {k} : ℕ => ({real(each, inner)} : ℝ))" for each in (body, written(steps, index))
    )
    a = as_argument(natural(start, setting.notation))
    value = Negation(_at(steps, start))
    proof = f"(Shomei.{lemma} (f := {terms}) {before} {a} {limit.proof} fun {k} _ => {step})"
    same = f"(by grind : (0 : ℝ) - {before} {a} = {real(value, setting.notation)})"
    return Proved(value, f"(Shomei.tendsto_value {proof} {same})")


def furthest_below(term: Expression, index: str) -> int:
    """The greatest m for which `n - m` is an exponent, a bound of a sum, the index of an element or
    the like in `term`, where n is `index`; 0 if there is none.
    """
    places = [
        place
        for part in subtrees(term)
        for place in (*natural_parts(part), *((part.exponent,) if isinstance(part, Power) else ()))
    ]
    offsets = (offset for inner, offset in map(parted, places) if inner == Variable(index))
    return max(0, -min(offsets, default=0))


def _at(parts: Parts, place: Expression) -> Expression:
    """The value of `written(parts)` at a natural number."""
    number = integer_value(place)
    whole: Expression = ZERO
    for base, coefficients in parts.items():
        power = ONE if number == 0 else Power(base, place)
        for degree, each in enumerate(coefficients):
            if each == ZERO or (degree and number == 0):
                continue
            term = each if power == ONE else Binary("*", each, power)
            if degree:
                factor = (
                    Power(place, numeral(degree)) if number is None else numeral(number**degree)
                )
                term = Binary("*", factor, term)
            whole = term if whole == ZERO else Binary("+", whole, term)
    return whole


def _without_offsets(term: Expression) -> Expression:
    """A term with `k` for the exponent `k + 1 - 1`."""
    match term:
        case Power(base=base, exponent=exponent):
            return Power(_without_offsets(base), _added(exponent))
        case Apply(operation="factorial", arguments=(n,)):
            return Apply("factorial", (_added(n),))
    return rebuild(term, tuple(map(_without_offsets, children(term))))


def _added(number: Expression) -> Expression:
    inner, offset = parted(number)
    if inner is None or offset < 0 or inner == number:
        return number
    return Binary("+", inner, numeral(offset)) if offset else inner


# --------------------------------------------------------------------------------------------------
# Factorials


def over_factorials(term: Expression, variable: str, setting: Setting) -> Proved | None:
    """The limit of `b^n / n!`."""
    match term:
        case Binary(operator="/", left=above, right=Apply(operation="factorial", arguments=(n,))):
            if n != Variable(variable):
                return None
        case _:
            return None
    found = _one_power(above, variable, setting)
    if found is None:
        return None
    powers, base, factor = found
    text = real(base, setting.notation)
    proof = f"(Shomei.tendsto_pow_div_factorial ({text}))"
    factor_text = real(factor, setting.notation)
    proof = f"(Shomei.tendsto_mul (Shomei.tendsto_const ({factor_text} : ℝ)) {proof})"
    zero = f"(by grind : ({factor_text} : ℝ) * 0 = (0 : ℝ))"
    other = Binary("*", factor, Binary("/", Power(base, Variable(variable)), term.right))
    same = _equation(term, other, powers, variable, setting)
    name = identifier(variable)
    return Proved(
        ZERO,
        f"(Shomei.tendsto_natural_of_eq 0 (Shomei.tendsto_value {proof} {zero}) "
        f"fun {name} _ => {same})",
    )


def exponential(whole: BigOperator, variable: str, setting: Setting) -> Proved | None:
    """The exponential series, `\\sum_{k=0}^n c b^k / k!`; with one term less, with k as a factor,
    or with its index counted from 1.
    """
    index, body, first = whole.index, whole.body, integer_value(whole.lower)
    if first not in (0, 1) or variable in free_variables(body):
        return None
    k, inner = identifier(index), setting.notation.bind(index, natural=True)
    terms = f"(fun {k} : ℕ => ({real(body, inner)} : ℝ))"
    found = _from_zero(whole, variable, setting)
    if found is not None and first == 0:
        return found
    if found is not None:
        value = _value_at_zero(body, index)
        if value is None:
            return None
        whole_value = Binary("-", found.value, value)
        text = real(whole_value, setting.notation)
        proof = f"(Shomei.tendsto_series_without_first {found.proof})"
        one = Have("one", "(Nat.factorial 0 : ℝ) = 1", "by rw [Nat.factorial_zero, Nat.cast_one]")
        equal = f"{real(found.value, setting.notation)} - {terms} 0 = {text}"
        same = f"({by(one, GRIND, bracketed=True)} : {equal})"
        return Proved(whole_value, f"(Shomei.tendsto_value {proof} {same})")
    found = _shifted(whole, variable, setting, terms)
    if found is None or first == 1:
        return found
    text = real(found.value, setting.notation)
    same = f"(by grind : {terms} 0 + {text} = {text})"
    proof = f"(Shomei.tendsto_series_with_first (f := {terms}) {found.proof})"
    return Proved(found.value, f"(Shomei.tendsto_value {proof} {same})")


def _from_zero(whole: BigOperator, variable: str, setting: Setting) -> Proved | None:
    """The series of `c b^k / k!` from 0 on, whatever its lower bound."""
    index, body = whole.index, whole.body
    above = _without_factorial(body, index)
    found = None if above is None else _one_power(above, index, setting)
    if found is None:
        return None
    powers, base, factor = found
    text, times = real(base, setting.notation), real(factor, setting.notation)
    one = Binary("/", Power(base, Variable(index)), Apply("factorial", (Variable(index),)))
    same = _equation(body, Binary("*", factor, one), powers, index, setting)
    k, n = identifier(index), identifier(variable)
    inner = setting.notation.bind(index, natural=True)
    function = f"(fun {k} : ℕ => ({real(one, inner)} : ℝ))"
    taken = f"(Shomei.sum_Icc_mul_left ({times} : ℝ) {function} 0 {n})"
    terms = f"(Shomei.sum_Icc_congr fun {k} _ _ => {same})"
    proof = (
        f"(Shomei.tendsto_natural_of_eq 0 (Shomei.tendsto_mul (Shomei.tendsto_const ({times} : ℝ)) "
        f"(Shomei.tendsto_exp_series ({text}))) fun {n} _ => Eq.trans {terms} {taken})"
    )
    return Proved(Binary("*", factor, E if base == ONE else Power(E, base)), proof)


def _shifted(whole: BigOperator, variable: str, setting: Setting, terms: str) -> Proved | None:
    """A series from 1 on whose terms are those of an exponential series one place before: `k b^k /
    k!`, `b^{k-1} / (k-1)!`.
    """
    index, body = whole.index, whole.body
    next_ = substitute(body, {index: Binary("+", Variable(index), ONE)})
    other = _without_offsets(next_)
    above = _without_factorial(body, index)
    if above is not None:
        found = as_powers(above, index, setting.notation.bind(index, natural=True))
        if found is None or len(found.parts) != 1:
            return None
        ((base, coefficients),) = found.parts.items()
        if len(coefficients) != 2 or coefficients[0] != ZERO:
            return None
        power = Power(base, Variable(index))
        factor = Binary("*", coefficients[1], base)
        other = Binary("/", Binary("*", factor, power), Apply("factorial", (Variable(index),)))
    elif other == next_:
        return None
    series = _from_zero(replace(whole, lower=ZERO, body=other), variable, setting)
    if series is None:
        return None
    k, inner = identifier(index), setting.notation.bind(index, natural=True)
    step = by(SimpOnly(("Nat.add_sub_cancel",)))
    if above is not None:
        positive = f"LT.lt.ne' (Nat.cast_add_one_pos (α := ℝ) {k})"
        step = by(
            SimpOnly(("Shomei.factorial_succ",)),
            Have("cast", f"(({k} + 1 : ℕ) : ℝ) = ({k} : ℝ) + 1", f"Nat.cast_add_one {k}"),
            Have("next", None, positive),
            Have("apart", None, f"LT.lt.ne' (Shomei.factorial_pos {k})"),
            Have("both", None, "mul_ne_zero next apart"),
            Have("power", None, f"pow_succ ({real(base, setting.notation)} : ℝ) {k}"),
            GRIND,
            bracketed=True,
        )
    g = f"(fun {k} : ℕ => ({real(other, inner)} : ℝ))"
    return Proved(
        series.value,
        f"(Shomei.tendsto_series_succ (f := {terms}) (g := {g}) {series.proof} fun {k} => {step})",
    )


def _value_at_zero(body: Expression, index: str) -> Expression | None:
    """The value of `c b^k / k!` for k = 0, as a number."""
    match body:
        case Binary(operator="/", left=Power(base=base, exponent=Variable(name=name))) if (
            name == index and index not in free_variables(base)
        ):
            return ONE
        case Binary(operator="/", left=left) if left == ONE:
            return ONE
        case _:
            return None


def _one_power(
    above: Expression, variable: str, setting: Setting
) -> tuple[Powers, Expression, Expression] | None:
    """A term as `c b^k`: its powers, b and c."""
    found = as_powers(above, variable, setting.notation.bind(variable, natural=True))
    if found is None or len(found.parts) != 1:
        return None
    ((base, coefficients),) = found.parts.items()
    if len(coefficients) != 1:
        return None
    if base == ONE:
        k = identifier(variable)
        ones = Have("ones", f"(1 : ℝ) ^ {k} = 1", f"one_pow {k}")
        found = Powers(found.parts, (*found.lines, ones))
    return found, base, coefficients[0]


def _without_factorial(term: Expression, index: str) -> Expression | None:
    """The term times `k!`, if it is divided by that."""
    match term:
        case Binary(operator="/", left=a, right=b) if b == Apply("factorial", (Variable(index),)):
            return a
        case Binary(operator="*", left=a, right=b):
            one = _without_factorial(a, index)
            if one is not None:
                return Binary("*", one, b)
            other = _without_factorial(b, index)
            return None if other is None else Binary("*", a, other)
        case Binary(operator="/", left=a, right=b):
            one = _without_factorial(a, index)
            return None if one is None else Binary("/", one, b)
        case _:
            return None
