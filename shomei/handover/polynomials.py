"""Reads the text of terms as the arithmetical tactics of Mathlib read them: sums, products, powers
and quotients, over atoms that a tactic does not look into.

Two atoms are the same if their texts are: Mathlib compares them up to reducible definitions, which
is no less. Terms of natural numbers are atoms under their casts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from shomei.handover.text import ascribed, bare, depths, words

#: The powers of atoms; no power is 0.
Monomial: TypeAlias = frozenset[tuple[str, int]]
#: Coefficients, none of which is 0, by monomials.
Polynomial: TypeAlias = Mapping[Monomial, Fraction]

#: How quotients are read. "ring": `a / b` is `a * b⁻¹`, where `b⁻¹` cancels nothing. "field": a
#: numerator over a denominator. "linear": only quotients by numerals; others are atoms.
Reading: TypeAlias = Literal["ring", "field", "linear"]

ONE: Final[Monomial] = frozenset()
_MOST: Final = 400
_POWER: Final = 24
_DEEP: Final = 80
_BINDERS: Final = ("∑", "∏", "fun ", "∀", "∃", "if ", "∫", "by ", "have ")
_NUMBER: Final = re.compile(r"\d+\Z")
_EXPONENT: Final = re.compile(r"\((\d+) : ℕ\)\Z|\d+\Z")
_WORD: Final = re.compile(r"[A-Za-z_][\w'.]*\Z")


class NoTermError(Exception):
    """A text is no term of real numbers, or one that is too large."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """A numerator over a denominator, which is 1 but for "field"; `nonzero` are the texts of the
    terms that it divides by.
    """

    top: Polynomial
    bottom: Polynomial
    nonzero: tuple[str, ...] = ()


def constant(value: Fraction) -> Polynomial:
    """A polynomial without atoms."""
    return {ONE: value} if value else {}


def added(left: Polynomial, right: Polynomial) -> Polynomial:
    """The sum."""
    found = dict(left)
    for monomial, value in right.items():
        total = found.get(monomial, Fraction(0)) + value
        if total:
            found[monomial] = total
        else:
            found.pop(monomial, None)
    return found


def scaled(polynomial: Polynomial, by: Fraction) -> Polynomial:
    """The polynomial times a number."""
    return {monomial: value * by for monomial, value in polynomial.items()} if by else {}


def multiplied(left: Polynomial, right: Polynomial) -> Polynomial:
    """The product. Raises `NoTermError` if it is too large."""
    if len(left) * len(right) > _MOST * 50:
        raise NoTermError
    found: dict[Monomial, Fraction] = {}
    for one, first in left.items():
        for other, second in right.items():
            powers = dict(one)
            for atom, power in other:
                powers[atom] = powers.get(atom, 0) + power
            monomial = frozenset(powers.items())
            found[monomial] = found.get(monomial, Fraction(0)) + first * second
    if len(found) > _MOST:
        raise NoTermError
    return {monomial: value for monomial, value in found.items() if value}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts. `reals` and `naturals`: the variables that are known to be such numbers; a
    natural number is no term without a cast. `equations`: what stands for an atom, as after `rw`
    with an equation.
    """

    reading: Reading
    reals: Collection[str] = ()
    naturals: Collection[str] = ()
    equations: Mapping[str, str] = field(default_factory=dict)

    def term(self, text: str, depth: int = 0) -> Quotient:
        """The term that a text says. Raises `NoTermError` if it is none."""
        text = bare(" ".join(text.split()))
        if depth > _DEEP or not text:
            raise NoTermError
        inner, kind = ascribed(text)
        if kind is not None:
            if kind != "ℝ":
                raise NoTermError
            return self._cast(inner, depth + 1)
        if text.startswith(_BINDERS):
            return self._atom(text, depth)
        if (found := _sum(text)) is not None:
            left, sign, right = found
            first, second = self.term(left, depth + 1), self.term(right, depth + 1)
            return _plus(first, _times_number(second, -1) if sign == "-" else second)
        if (found := _product(text)) is not None:
            left, sign, right = found
            first = self.term(left, depth + 1)
            if sign == "*":
                return _times(first, self.term(right, depth + 1))
            return self._over(text, first, right, depth)
        if text.startswith("-"):
            return _times_number(self.term(text[1:], depth + 1), -1)
        return self._power(text, depth)

    def _power(self, text: str, depth: int) -> Quotient:
        place = _first(text, " ^ ")
        if place is None or depth > _DEEP:
            return self._application(text, depth)
        base, exponent = text[:place], text[place + 3 :]
        number = _EXPONENT.match(exponent)
        if number is not None:
            count = int(number[1] or number[0])
            if count <= _POWER:
                return self._raised(self.term(base, depth + 1), count)
        more = re.fullmatch(r"\((.+) \+ (\d+) : ℕ\)", exponent)
        if more is not None and self.reading != "linear" and int(more[2]) <= _POWER:
            # x ^ (n + 1) is x ^ n * x.
            power = self._power(f"{base} ^ ({bare(more[1])} : ℕ)", depth + 1)
            return _times(power, self._raised(self.term(base, depth + 1), int(more[2])))
        return self._atom(text, depth)

    @staticmethod
    def _raised(base: Quotient, count: int) -> Quotient:
        found = Quotient(constant(Fraction(1)), constant(Fraction(1)), base.nonzero)
        for _ in range(count):
            found = _times(found, base)
        return found

    def _over(self, text: str, top: Quotient, divisor: str, depth: int) -> Quotient:
        """`top` divided by what the text `divisor` says."""
        by = self.term(divisor, depth + 1)
        if set(by.top) <= {ONE} and by.bottom == constant(Fraction(1)):
            number = by.top.get(ONE, Fraction(0))
            if not number:
                raise NoTermError
            return _times_number(top, 1 / number)
        if self.reading == "linear":
            return self._atom(text, depth)
        if self.reading == "ring":
            return _times(top, Quotient(_inverse(by.top), constant(Fraction(1))))
        if not by.top:
            raise NoTermError
        nonzero = (*top.nonzero, *by.nonzero, *_factors(divisor))
        return Quotient(multiplied(top.top, by.bottom), multiplied(top.bottom, by.top), nonzero)

    def _application(self, text: str, depth: int) -> Quotient:
        if _NUMBER.match(text):
            return Quotient(constant(Fraction(int(text))), constant(Fraction(1)))
        if text.endswith("⁻¹"):
            one = Quotient(constant(Fraction(1)), constant(Fraction(1)))
            return self._over(text, one, text[:-2], depth)
        if text in self.naturals or text.startswith("Nat."):
            raise NoTermError
        if not _WORD.match(text) and len(words(text)) < 2:
            raise NoTermError
        return self._atom(text, depth)

    def _cast(self, inner: str, depth: int) -> Quotient:
        """`(inner : ℝ)`: the term itself, or one of natural numbers under a cast."""
        inside, kind = ascribed(inner)
        inside = bare(inside)
        if kind == "ℕ" or inside.startswith("Nat."):
            return self._atom(f"({inside} : ℕ)", depth)
        if _WORD.match(inside) and inside not in self.reals:
            return self._atom(f"({inside} : ℕ)", depth)
        # A sum of natural numbers that is given the type ℝ is a sum of casts.
        return self.term(inner, depth + 1)

    def _atom(self, text: str, depth: int) -> Quotient:
        text = self.canonical(text)
        place = _first(text, " ^ ")
        if place is not None and self.reading != "linear":
            # The tactics compute the numbers that are raised to a power.
            base = self.term(text[:place], depth + 1)
            if set(base.top) <= {ONE} and base.bottom == constant(Fraction(1)):
                text = f"{base.top.get(ONE, Fraction(0))}{text[place:]}"
        other = self.equations.get(text)
        if other is not None:
            return self.term(other, depth + 8)
        return Quotient(one_atom(text), constant(Fraction(1)))

    def canonical(self, text: str) -> str:
        """The text of an atom without brackets and types that it does not need."""
        if text.startswith(_BINDERS):
            return text
        place = _first(text, " ^ ")
        if place is not None:
            exponent = text[place + 3 :]
            inner, kind = ascribed(exponent)
            raised = f"({bare(inner)} : {kind})" if kind is not None else exponent
            return f"{self._argument(text[:place])} ^ {raised}"
        found = words(text)
        if len(found) > 1 and _WORD.match(found[0]):
            return " ".join([found[0], *map(self._argument, found[1:])])
        return text

    def _argument(self, text: str) -> str:
        inner, kind = ascribed(text)
        inner = bare(inner)
        if kind is not None and (kind != "ℝ" or (_WORD.match(inner) and inner not in self.reals)):
            return f"({inner} : {kind})"
        inner = self.canonical(inner)
        return inner if _WORD.match(inner) or _NUMBER.match(inner) else f"({inner})"


def one_atom(text: str) -> Polynomial:
    """The polynomial that an atom is."""
    return {frozenset({(text, 1)}): Fraction(1)}


def _inverse(polynomial: Polynomial) -> Polynomial:
    """The inverse as `ring` has it: of each factor of a monomial, else of the whole."""
    if len(polynomial) == 1:
        ((monomial, value),) = polynomial.items()
        powers = {(_turned(atom), power) for atom, power in monomial}
        return {frozenset(powers): 1 / value}
    name = " + ".join(
        sorted(f"{value}{sorted(monomial)}" for monomial, value in polynomial.items())
    )
    return one_atom(f"({name})⁻¹")


def _turned(atom: str) -> str:
    return atom[1:-3] if atom.endswith(")⁻¹") else f"({atom})⁻¹"


def _plus(left: Quotient, right: Quotient) -> Quotient:
    nonzero = (*left.nonzero, *right.nonzero)
    if left.bottom == right.bottom:
        return Quotient(added(left.top, right.top), left.bottom, nonzero)
    top = added(multiplied(left.top, right.bottom), multiplied(right.top, left.bottom))
    return Quotient(top, multiplied(left.bottom, right.bottom), nonzero)


def _times(left: Quotient, right: Quotient) -> Quotient:
    return Quotient(
        multiplied(left.top, right.top),
        multiplied(left.bottom, right.bottom),
        (*left.nonzero, *right.nonzero),
    )


def _times_number(term: Quotient, by: Fraction | int) -> Quotient:
    return Quotient(scaled(term.top, Fraction(by)), term.bottom, term.nonzero)


# --------------------------------------------------------------------------------------------------
# Text


def _first(text: str, separator: str) -> int | None:
    """The first place of `separator` outside of brackets."""
    levels = depths(text)
    place = text.find(separator)
    while place >= 0:
        if levels[place] == 0:
            return place
        place = text.find(separator, place + 1)
    return None


def _last_of(text: str, signs: str) -> tuple[str, str, str] | None:
    """`text` cut at the last of these signs that stands between spaces, outside of brackets."""
    levels = depths(text)
    for place in range(len(text) - 3, 0, -1):
        sign = text[place + 1]
        if text[place] == " " and text[place + 2] == " " and sign in signs and levels[place] == 0:
            return text[:place], sign, text[place + 3 :]
    return None


def _sum(text: str) -> tuple[str, str, str] | None:
    return _last_of(text, "+-")


def _product(text: str) -> tuple[str, str, str] | None:
    return _last_of(text, "*/")


def _factors(text: str) -> tuple[str, ...]:
    """The terms that must not be 0 where a product is not: its factors but for numerals, each as a
    term with its type.
    """
    inner, kind = ascribed(text)
    text = bare(inner) if kind in ("ℝ", None) else bare(text)
    if _sum(text) is None and not text.startswith(_BINDERS):
        found = _product(text)
        if found is not None:
            return (*_factors(found[0]), *_factors(found[2]))
        place = _first(text, " ^ ")
        if place is not None and _EXPONENT.match(text[place + 3 :]):
            return _factors(text[:place])
        if _NUMBER.match(text):
            return ()
    return (f"({text} : ℝ)",)
