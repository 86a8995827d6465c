"""Powers with a logarithm in the exponent: `27^{\\log_3 x + 1}` is `27 x^3`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Have
from shomei.emitter.lean.term import real
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import nonzero, positive
from shomei.terms.literals import ONE, E, exact_value, numeral
from shomei.terms.nodes import Apply, Binary, Expression, Negation, Power, Relation, applies
from shomei.terms.walk import children, free_variables, rebuild, subterms

#: The largest power that is written out.
_HIGHEST: Final = 12


@dataclass(frozen=True, slots=True)
class Reduced:
    """`base^exponent` as `argument^times base^rest`; `ratio` is `log base / log of the logarithm's
    base`, and `factor` that of the logarithm.
    """

    power: Power
    base: Expression
    argument: Expression
    factor: Fraction
    ratio: Fraction
    rest: int

    @property
    def times(self) -> int:
        """The exponent of the logarithm's argument."""
        return int(self.factor * self.ratio)

    @property
    def value(self) -> Expression:
        """The term without the logarithm."""
        above: Expression = ONE
        below: Expression = ONE
        for part, exponent in ((self.argument, self.times), (self.power.base, self.rest)):
            if exponent > 0:
                above = _product(above, Power(part, numeral(exponent)) if exponent > 1 else part)
            elif exponent < 0:
                below = _product(below, Power(part, numeral(-exponent)) if exponent < -1 else part)
        return above if below == ONE else Binary("/", above, below)


def reduced(power: Expression) -> Reduced | None:
    """A power whose exponent is a multiple of a logarithm and a whole number."""
    if not isinstance(power, Power) or not free_variables(power.exponent):
        return None
    found = _linear(power.exponent)
    if found is None:
        return None
    logarithm, factor, rest = found
    base, argument = _logarithm(logarithm)
    ratio = _ratio(power.base, base)
    if ratio is None or rest.denominator != 1 or abs(rest) > _HIGHEST:
        return None
    times = factor * ratio
    if times.denominator != 1 or abs(times) > _HIGHEST:
        return None
    return Reduced(power, base, argument, factor, ratio, int(rest))


def without_logarithms(term: Expression) -> Expression:
    """A term with such powers written without their logarithms."""
    found = reduced(term)
    if found is not None:
        return found.value
    return rebuild(term, tuple(without_logarithms(each) for each in children(term)))


def equations(goal: Relation, setting: Setting) -> list[Have]:
    """The equations for the powers in a relation whose bases are numbers other than e."""
    powers = dict.fromkeys(part for side in (goal.left, goal.right) for part in subterms(side))
    found = (line for each in powers for line in _line(each, setting))
    return [Have(f"whole{i}", *each) for i, each in enumerate(found)]


def _line(power: Expression, setting: Setting) -> Iterator[tuple[str, str]]:
    found = reduced(power)
    if found is None or found.power.base == E:
        return
    above = positive(found.argument, setting)
    base = positive(found.power.base, setting)
    apart = nonzero(Apply("log", (found.base,)), setting)
    if above is None or base is None or apart is None:
        return
    a, b, u = (
        f"({real(each, setting.notation)} : ℝ)"
        for each in (found.base, found.power.base, found.argument)
    )
    n, p = max(found.times, 0), max(-found.times, 0)
    k, m = max(found.rest, 0), max(-found.rest, 0)
    up, down = found.ratio.numerator, found.ratio.denominator
    logs = Have("logs", None, f"Shomei.mul_log_of_pow (a := {a}) (b := {b}) {up} {down} (by grind)")
    factor = _number(found.factor)
    same = by(logs, GRIND, bracketed=True)
    whole = real(power, setting.notation)
    yield (
        f"({whole} : ℝ) * ({u} ^ {p} * {b} ^ {m}) = {u} ^ {n} * {b} ^ {k}",
        f"Shomei.rpow_logb (a := {a}) (c := {factor}) {n} {p} {k} {m} {apart} {base} {above} "
        f"({same}) (by grind)",
    )


def _number(value: Fraction) -> str:
    sign = "-" if value < 0 else ""
    return f"({sign}{abs(value.numerator)} / {value.denominator} : ℝ)"


def _linear(term: Expression) -> tuple[Apply, Fraction, Fraction] | None:
    """A logarithm, its factor, and the number beside it."""
    if isinstance(term, Apply) and applies(term, "log", "log_base"):
        return term, Fraction(1), Fraction(0)
    match term:
        case Negation(operand=a):
            return _scaled(_linear(a), Fraction(-1))
        case Binary(operator="*", left=a, right=b):
            for one, other in ((a, b), (b, a)):
                number = exact_value(one, quotients=True)
                if number is not None:
                    return _scaled(_linear(other), Fraction(number))
            return None
        case Binary(operator="/", left=a, right=b):
            number = exact_value(b, quotients=True)
            return None if not number else _scaled(_linear(a), 1 / Fraction(number))
        case Binary(operator="+" | "-" as sign, left=a, right=b):
            for one, other, times in ((a, b, 1), (b, a, -1)):
                number = exact_value(other, quotients=True)
                found = None if number is None else _linear(one)
                if found is None or number is None:
                    continue
                if sign == "+":
                    return found[0], found[1], found[2] + number
                return found[0], times * found[1], times * (found[2] - number)
            return None
        case _:
            return None


def _scaled(
    found: tuple[Apply, Fraction, Fraction] | None, times: Fraction
) -> tuple[Apply, Fraction, Fraction] | None:
    return None if found is None else (found[0], found[1] * times, found[2] * times)


def _logarithm(term: Apply) -> tuple[Expression, Expression]:
    """The base and the argument of a logarithm."""
    return (
        (E, term.arguments[0])
        if len(term.arguments) == 1
        else (term.arguments[0], term.arguments[1])
    )


def _ratio(one: Expression, other: Expression) -> Fraction | None:
    """`log one / log other`, if both are powers of one number."""
    if one == other:
        return Fraction(1)
    a, b = exact_value(one, quotients=True), exact_value(other, quotients=True)
    if a is None or b is None or min(a, b) <= 0 or 1 in (a, b):
        return None
    for down in range(1, 7):
        for up in range(1, _HIGHEST):
            if Fraction(a) ** down == Fraction(b) ** up:
                return Fraction(up, down)
    return None


def _product(a: Expression, b: Expression) -> Expression:
    return b if a == ONE else Binary("*", a, b)
