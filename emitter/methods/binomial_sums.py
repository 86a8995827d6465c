"""Sums with binomial coefficients: the binomial theorem, and the moments that follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, GRIND_SUMS, Exact, Have, Rw, script
from shomei.emitter.lean.term import Unprintable, as_argument, natural, real
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sums import big_operators
from shomei.terms.literals import ONE, ZERO, integer_value
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Expression,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.polynomials import UNIT, Expansion, TooMany
from shomei.terms.walk import factors_of, free_variables, subtrees

_LEMMAS = {0: "binomial_theorem", 1: "binomial_mean", 2: "binomial_square"}


@method(name="binomial sums", goal="relation", reasons=("rule", "sum_rule", "algebra"), cost=16)
def binomial_sums(problem: Problem) -> Iterator[Proof]:
    """`\\sum_{k=0}^{n} \\binom{n}{k} = 2^n`, `\\sum_k k \\binom{n}{k} p^k (1 - p)^{n-k} = n p`."""
    goal, setting = problem.relation, problem.setting
    if goal.operator != "=":
        return
    lines: list[Have] = []
    try:
        for sum_ in big_operators((goal.left, goal.right)):
            lines += _value(sum_, goal, setting, len(lines))
    except Unprintable:
        return
    if lines:
        uses = frozenset({"algebra", "sum_rule"})
        yield Proof(script(problem.start, lines, GRIND_SUMS), "binomial theorem", uses)


def _value(sum_: BigOperator, goal: Relation, setting: Setting, number: int) -> list[Have]:
    """The value of a sum, and that of a power of 1 in it."""
    n, k = sum_.upper, Variable(sum_.index)
    if sum_.operator != "sum" or sum_.lower != ZERO or not isinstance(n, Variable):
        return []
    if not set(free_variables(sum_)) <= set(setting.variables):
        return []
    x: Expression = ONE
    y: Expression = ONE
    moment, coefficient = 0, 0
    for factor in factors_of(sum_.body):
        if factor == Apply("binomial", (n, k)):
            coefficient += 1
        elif factor == k:
            moment += 1
        elif isinstance(factor, Power) and factor.base == k:
            moment += integer_value(factor.exponent) or 9
        elif isinstance(factor, Power) and factor.exponent == k and x == ONE:
            x = factor.base
        elif isinstance(factor, Power) and factor.exponent == Binary("-", n, k) and y == ONE:
            y = factor.base
        else:
            return []
    varies = k.name in {*free_variables(x), *free_variables(y)}
    if coefficient != 1 or moment not in _LEMMAS or varies:
        return []
    parts = (x, y, _total(x, y, goal, setting))
    lines = _lines(sum_, n, parts, moment, setting)
    return [replace(line, name=f"{line.name}_{number}") for line in lines]


def _total(x: Expression, y: Expression, goal: Relation, setting: Setting) -> Expression:
    """`x + y` as a number, or as the base of a power in the goal, or as it is."""
    whole = Binary("+", x, y)
    try:
        polynomial = Expansion().of(whole)
    except TooMany:
        return whole
    if set(polynomial) <= {UNIT} and polynomial.get(UNIT, 0) >= 0:
        return Number(polynomial[UNIT]) if polynomial else ZERO
    for part in subtrees(goal):
        if not isinstance(part, Power) or part.base == whole or not setting.points:
            continue
        if setting.seems(Relation("=", part.base, whole)):
            return part.base
    return whole


def _lines(
    sum_: BigOperator,
    n: Variable,
    parts: tuple[Expression, Expression, Expression],
    moment: int,
    setting: Setting,
) -> list[Have]:
    x, y, total = parts
    text = setting.notation
    index, count = identifier(sum_.index), natural(n, text)
    a, b, s = (f"({real(each, text)} : ℝ)" for each in (x, y, total))
    m = f"({count} : ℝ)"
    powers = {
        0: f"{s} ^ {count}",
        1: f"{m} * {a} * {s} ^ ({count} - 1)",
        2: f"{m} * {a} * (({m} - 1) * {a} * {s} ^ ({count} - 2) + {s} ^ ({count} - 1))",
    }
    ones = [
        Have(f"one{place}", None, f"one_pow (α := ℝ) ({exponent})")
        for place, exponent in enumerate((index, f"{count} - {index}"))
    ]
    each = f"(fun {index} _ _ => {by(*ones, GRIND, bracketed=True)})"
    lemma = f"Shomei.{_LEMMAS[moment]} {as_argument(a)} {as_argument(b)} {count}"
    turned = () if total == Binary("+", x, y) else (Rw((f"show {a} + {b} = {s} by grind",), "all"),)
    result = Exact(f"Eq.trans (Shomei.sum_Icc_congr {each}) all")
    proof = by(Have("all", None, lemma), *turned, result, bracketed=True)
    statement = f"{real(sum_, text)} = {powers[moment]}"
    found = [Have("binomial", statement, proof)]
    if total == ONE:
        found += [
            Have(f"unit{less}", None, f"one_pow (α := ℝ) ({count} - {less})") for less in range(3)
        ]
    return found
