"""Encloses terms without variables between rational numbers, and writes the lines that prove it:
sums by arithmetic, products and quotients from the bounds of their parts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, TypeAlias

from shomei.emitter.lean.script import Have, Script
from shomei.emitter.lean.term import Notation, real
from shomei.emitter.proof.computed import above, below, literal, pi
from shomei.emitter.proof.computed import exponential as exponential_bounds
from shomei.operations.spelling import respelled
from shomei.terms.evaluate import Evaluation
from shomei.terms.literals import ONE, E, integer_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
)

#: The highest power that is written out.
_HIGHEST = 400
#: The largest power of a number that is computed, in bits.
_LARGEST = 4000
#: The terms have no variables and call no functions, so that they print alike everywhere.
_PLAIN: Final = Notation()


@dataclass(frozen=True, slots=True)
class Bounds:
    """`low ≤ term` and `term ≤ high`, by the Lean terms `lower` and `upper`."""

    low: Fraction
    high: Fraction
    lower: str
    upper: str


class NoBounds(Exception):  # noqa: N818 (an outcome that the caller expects)
    """The term has no bounds that can be proved here, or not at this precision."""


#: Encloses a value of a function.
EncloseFunction: TypeAlias = "Callable[[Encloser, Apply], Bounds]"


@dataclass(slots=True)
class Encloser(Evaluation[Bounds]):
    """Encloses terms to that many decimal places, and collects the lines that prove the bounds."""

    digits: int
    enclose: EncloseFunction
    lines: list[Have] = field(default_factory=list)
    known: dict[Expression, Bounds] = field(default_factory=dict)

    # -- the lines ---------------------------------------------------------------------------------

    def text(self, term: Expression) -> str:
        """The term as Lean text, with its type, in parentheses."""
        return f"({real(term, _PLAIN)} : ℝ)"

    def have(self, statement: str | None, proof: str | Script) -> str:
        """Adds a line to the proof, and returns its name."""
        name = f"bound{len(self.lines) + 1}"
        self.lines.append(Have(name, statement, proof))
        return name

    def stated(
        self, term: Expression, low: Fraction, lower: str, high: Fraction, upper: str
    ) -> Bounds:
        """The bounds, rounded outward to the places of this encloser, as lines of the proof."""
        text = self.text(term)
        return Bounds(
            low,
            high,
            self.have(f"{literal(low)} ≤ {text}", lower),
            self.have(f"{text} ≤ {literal(high)}", upper),
        )

    def linear(self, term: Expression, low: Fraction, high: Fraction) -> Bounds:
        """Bounds that follow from the lines above by arithmetic."""
        low, high = below(low, self.digits), above(high, self.digits)
        return self.stated(term, low, "(by grind)", high, "(by grind)")

    # -- terms -------------------------------------------------------------------------------------

    def bounds(self, term: Expression) -> Bounds:
        """The bounds of `term`. Raises `NoBounds`."""
        found = self.known.get(term)
        if found is None:
            found = self.known[term] = self._value(term)
        return found

    def _no_value(self, _term: Expression) -> Bounds:
        raise NoBounds

    def _number(self, term: Number) -> Bounds:
        itself = f"(le_refl {literal(term.value)})"
        return Bounds(term.value, term.value, itself, itself)

    def _constant(self, term: Constant) -> Bounds:
        return self._pi(term) if term.name == "pi" else self.exponential(term, ONE)

    def _negation(self, term: Negation) -> Bounds:
        part = self.bounds(term.operand)
        return self.linear(term, -part.high, -part.low)

    def _binary(self, term: Binary) -> Bounds:
        if term.operator == "*":
            return self._product(term, term.left, term.right)
        if term.operator == "/":
            return self._quotient(term, term.left, term.right)
        p, q = self.bounds(term.left), self.bounds(term.right)
        if term.operator == "+":
            return self.linear(term, p.low + q.low, p.high + q.high)
        return self.linear(term, p.low - q.high, p.high - q.low)

    def _pi(self, term: Expression) -> Bounds:
        found = pi(self.digits)
        if found is None:
            raise NoBounds
        (low, lower), (high, upper) = found
        return self.stated(term, low, f"(le_of_lt {lower})", high, f"(le_of_lt {upper})")

    def _product(self, term: Expression, a: Expression, b: Expression) -> Bounds:
        p, q = self.bounds(a), self.bounds(b)
        corners = [x * y for x in (p.low, p.high) for y in (q.low, q.high)]
        if not isinstance(a, Number) and not isinstance(b, Number):
            least_a, most_a = f"(sub_nonneg.2 {p.lower})", f"(sub_nonneg.2 {p.upper})"
            least_b, most_b = f"(sub_nonneg.2 {q.lower})", f"(sub_nonneg.2 {q.upper})"
            for one in (least_a, most_a):
                for other in (least_b, most_b):
                    self.have(None, f"mul_nonneg {one} {other}")
        return self.linear(term, min(corners), max(corners))

    def _quotient(self, term: Expression, a: Expression, b: Expression) -> Bounds:
        p, q = self.bounds(a), self.bounds(b)
        if isinstance(b, Number) and b.value != 0:
            ends = sorted((p.low / b.value, p.high / b.value))
            return self.linear(term, *ends)
        if q.high < 0:
            other = Binary("/", Negation(a), Negation(b))
            turned = self.bounds(other)
            self.have(
                f"{self.text(other)} = {self.text(term)}",
                f"neg_div_neg_eq {self.text(a)} {self.text(b)}",
            )
            return self.linear(term, turned.low, turned.high)
        if q.low <= 0:
            raise NoBounds
        corners = [x / y for x in (p.low, p.high) for y in (q.low, q.high)]
        low, high = below(min(corners), self.digits), above(max(corners), self.digits)
        under = self.have(f"0 < {self.text(b)}", "(by grind)")
        return self.stated(
            term,
            low,
            f"((le_div_iff₀ {under}).2 (by grind))",
            high,
            f"((div_le_iff₀ {under}).2 (by grind))",
        )

    def _power(self, term: Power) -> Bounds:
        base, exponent = term.base, term.exponent
        if base == E:
            return self.exponential(term, exponent)
        n = integer_value(exponent)
        if n is None:
            return self._real_power(term, base, exponent)
        if n < 0:  # printed as a reciprocal
            return self._quotient(term, ONE, Power(base, Number(Fraction(-n))))
        if isinstance(base, Number):
            if _size(base.value) * max(1, n) > _LARGEST:
                raise NoBounds
            value = base.value**n
            return self.stated(term, value, "(by grind)", value, "(by grind)")
        if n > _HIGHEST:
            raise NoBounds
        if n == 0:
            return self.linear(term, Fraction(1), Fraction(1))
        if n == 1:
            part = self.bounds(base)
            return self.linear(term, part.low, part.high)
        half = Power(base, Number(Fraction(n // 2)))
        start: Expression = base if n // 2 == 1 else half
        product: Expression = Binary("*", start, start)
        if n % 2:
            product = Binary("*", product, base)
        found = self.bounds(product)
        self.have(f"{self.text(term)} = {self.text(product)}", "(by grind)")
        return self.linear(term, found.low, found.high)

    def _real_power(self, term: Expression, base: Expression, exponent: Expression) -> Bounds:
        """u^y = e^{log u · y} for positive u."""
        under = self.bounds(base)
        if under.low <= 0:
            raise NoBounds
        other = Power(E, Binary("*", Apply("log", (base,)), exponent))
        found = self.bounds(other)
        positive = self.have(f"0 < {self.text(base)}", "(by grind)")
        self.have(
            f"{self.text(term)} = {self.text(other)}",
            f"Real.rpow_def_of_pos {positive} {self.text(exponent)}",
        )
        return self.linear(term, found.low, found.high)

    def exponential(self, term: Expression, exponent: Expression) -> Bounds:
        """The bounds of `term`, which is e to the `exponent`."""
        if isinstance(exponent, Number):
            found = exponential_bounds(exponent.value, self.digits)
            if found is None:
                raise NoBounds
            (low, lower), (high, upper) = found
            return self.stated(term, low, lower, high, upper)
        inner = self.bounds(exponent)
        under = exponential_bounds(inner.low, self.digits)
        over = exponential_bounds(inner.high, self.digits)
        if under is None or over is None:
            raise NoBounds
        return self.stated(
            term,
            under[0][0],
            f"(le_trans {under[0][1]} (Real.exp_le_exp.2 {inner.lower}))",
            over[1][0],
            f"(le_trans (Real.exp_le_exp.2 {inner.upper}) {over[1][1]})",
        )

    def equal(self, term: Apply, other: Expression, proof: str) -> Bounds:
        """The bounds of another form of the term."""
        found = self.bounds(other)
        self.have(f"{self.text(term)} = {self.text(other)}", proof)
        return self.linear(term, found.low, found.high)

    def _apply(self, term: Apply) -> Bounds:
        spelled = respelled(term)
        if spelled != term:  # they print alike
            return self.bounds(spelled)
        return self.enclose(self, term)


def _size(value: Fraction) -> int:
    return max(value.numerator.bit_length(), value.denominator.bit_length())
