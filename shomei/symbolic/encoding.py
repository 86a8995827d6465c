"""Encodes terms as data for sympy's process, and decodes its answers.

A term is a rational function of atoms, as nested lists such as `["+", ["q0"], ["n", "0x1", "0x2"]]`
(a symbol, a rational number with hexadecimal parts, a sum). Everything that is not a number, sum,
product, quotient or power by a natural number is an atom, which sympy cannot look into.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from typing import Any, Final, TypeAlias

from shomei.terms.evaluate import Evaluation
from shomei.terms.literals import ONE, TWO, E, numeral
from shomei.terms.nodes import Apply, Binary, Expression, Negation, Number, Power
from shomei.terms.walk import subterms

#: A term as nested lists of strings and numbers.
Tree: TypeAlias = list[Any]

#: sympy is not asked about larger terms, nor about terms that have a higher degree or longer
#: numbers once multiplied out.
_LARGEST = 200
_HIGHEST = 80
_LONGEST = 600
_MOST_POWER = 40


def is_modest(term: Expression) -> bool:
    """Whether sympy may be asked about a term: it does not have too many parts, and no power in it,
    multiplied out, has too high a degree or too long numbers.
    """
    if sum(1 for _ in islice(subterms(term), _LARGEST + 1)) > _LARGEST:
        return False
    degree, bits = growth(term)
    return degree <= _HIGHEST and bits <= _LONGEST


class _Growth(Evaluation[tuple[int, int]]):
    """The degree, and the bits of the numbers."""

    def of(self, term: Expression) -> tuple[int, int]:
        """Both of a term."""
        return self._value(term)

    def _no_value(self, _term: Expression) -> tuple[int, int]:
        return 1, 1

    def _number(self, term: Number) -> tuple[int, int]:
        return 0, term.value.numerator.bit_length() + term.value.denominator.bit_length()

    def _negated(self, value: tuple[int, int]) -> tuple[int, int]:
        return value

    def _combined(
        self, _term: Binary, left: tuple[int, int], right: tuple[int, int]
    ) -> tuple[int, int]:
        return left[0] + right[0], left[1] + right[1]

    def _power(self, term: Power) -> tuple[int, int]:
        match term.exponent:
            case Number(value=value) if _is_natural(value):
                degree, bits = self._value(term.base)
                return degree * value.numerator, bits * value.numerator
            case _:
                return self._no_value(term)


_GROWTH: Final = _Growth()


def growth(term: Expression) -> tuple[int, int]:
    """Upper bounds for the degree of numerator and denominator of the term as sympy sees it, and
    for the bits of their numbers.
    """
    return _GROWTH.of(term)


class Atoms:
    """The subterms that sympy sees as symbols, named in the order of their first occurrence."""

    __slots__ = ("_names", "_terms")

    def __init__(self) -> None:
        self._names: dict[Expression, str] = {}
        self._terms: dict[str, Expression] = {}

    @property
    def terms(self) -> tuple[Expression, ...]:
        """All atoms, in their order."""
        return tuple(self._names)

    def name(self, term: Expression) -> str:
        """The name of the symbol for `term`, always the same one."""
        if term not in self._names:
            name = f"q{len(self._names)}"
            self._names[term] = name
            self._terms[name] = term
        return self._names[term]

    def encode(self, term: Expression) -> Tree:
        """`term` as a rational function of atoms; subterms that sympy must not look into are added
        to `atoms`.
        """
        match term:
            case Number(value=value):
                return ["n", hex(value.numerator), hex(value.denominator)]
            case Negation(operand=a):
                return ["neg", self.encode(a)]
            case Binary(operator="/", left=a, right=b) if _is_standard(a, b):
                return [self.name(term)]
            case Binary(operator=operator, left=a, right=b):
                return [operator, self.encode(a), self.encode(b)]
            case Power(base=base, exponent=Number(value=value)) if _is_natural(value):
                return ["^", self.encode(base), value.numerator]
            case _:
                return [self.name(term)]

    def decode(self, tree: Tree) -> Expression:
        """The term for an answer of sympy's process: `["sum", [1, a], [-1, b]]` is `a - b`, and
        `["product", a, b, c]` is `(a b) c`.
        """
        match tree:
            case ["n", str(above), str(below)]:
                value = Fraction(int(above, 16), int(below, 16))
                return Negation(Number(-value)) if value < 0 else Number(value)
            case ["sum", [_, first], *others]:
                total = self.decode(first)
                for sign, part in others:
                    total = Binary("+" if sign > 0 else "-", total, self.decode(part))
                return total
            case ["product", first, *others]:
                product = self.decode(first)
                for part in others:
                    product = Binary("*", product, self.decode(part))
                return product
            case ["/", above, below]:
                return Binary("/", self.decode(above), self.decode(below))
            case ["inverse", below]:
                return Binary("/", ONE, self.decode(below))
            case ["^", base, int(exponent)]:
                return Power(self.decode(base), numeral(exponent))
            case [str(name)]:
                return self._terms[name]
        raise ValueError(f"no term: {tree!r:.80}")


def _is_natural(exponent: Fraction) -> bool:
    return exponent.denominator == 1 and exponent <= _MOST_POWER


def _is_standard(a: Expression, b: Expression) -> bool:
    """Whether `term` is a quotient of the table of known limits, which must stay as it is."""
    match a:
        case Apply("sin", (u,)) | Apply("log", (Binary(operator="+", right=u),)):
            return b == u
        case Binary(operator="-", left=Power(base=base, exponent=u)) if base == E:
            return b == u
        case Binary(operator="-", right=Apply("cos", (u,))):
            return b == Power(u, TWO)
        case _:
            return False
