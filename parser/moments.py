"""Expectations and variances of which a text does not say how they come about, as terms: `E[a X +
b]` is `a E[X] + b`, and `\\mathrm{Var}(X)` is `E[X^2] - E[X]^2`.

What is left are the expectations of products of random variables, each a number with a name of its
own (`E(X^2)`; with indices, `E(X_i)`, a family). Only that expectations are linear is in the terms;
nothing is assumed. A letter is that of a random variable if it is a capital one, has an accent as
estimators do, or stands alone in the brackets of an expectation somewhere in the text.

In: what stands in the brackets. Out: a term without random variables.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from shomei.operations.latex import print_name
from shomei.operations.letters import GREEK, Letter
from shomei.parser.declarations import Declarations
from shomei.parser.expectations import NoDistribution
from shomei.parser.quantities import PLACE
from shomei.terms.functions import family, is_family
from shomei.terms.literals import ONE, TWO, exact_value
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Expression,
    Negation,
    Number,
    Power,
    Span,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import called_names, free_variables, subtrees

#: The operators as they stand in tokens, by how a text writes them; the number of their arguments.
OPERATORS: Final = {"E": "E(·)", "V": "Var(·)", "Var": "Var(·)", "Cov": "Cov(·)"}
ARITIES: Final = {"E(·)": 1, "Var(·)": 1, "Cov(·)": 2}
#: The accents of estimators and means.
_ACCENTS: Final = frozenset(("bar", "hat", "tilde"))
#: The highest power that is written out.
_HIGHEST: Final = 4
_MOST_TERMS: Final = 60
#: How deep the values of names are put into each other.
_DEEPEST: Final = 8
#: Small letters that random variables are often called.
_OFTEN_RANDOM: Final = frozenset("stuvwxyz")
_GREEK: Final = "|".join(sorted(GREEK, key=len, reverse=True))
_ALONE: Final = re.compile(
    r"(?<![A-Za-z])(?:E|V|Var|Cov)\s*\}?\s*(?:\\left|\\[bB]igg?l?)?\s*[\[(]\s*"
    rf"(?P<letter>\\(?:{_GREEK})(?![A-Za-z])|[A-Za-z](?![A-Za-z(]))"
    r"\s*(?:_\s*(?:\w|\{[^{}]*\}))?\s*(?:\^\s*\w\s*)?(?:\\right|\\[bB]igg?r?)?\s*[\]),]"
)


def is_random(name: str, text: str) -> bool:
    """Whether a letter is one of a random variable, where it stands in an expectation."""
    base = name.partition("_")[0]
    letter = Letter.of(base)
    if letter is None:
        return False
    plain = letter.base
    return (
        (len(plain) == 1 and plain.isupper()) or letter.accent in _ACCENTS or plain in _alone(text)
    )


@lru_cache(maxsize=8)
def _alone(text: str) -> frozenset[str]:
    """The letters that stand alone in the brackets of an expectation."""
    return frozenset(match["letter"].removeprefix("\\") for match in _ALONE.finditer(text))


def moment(
    operator: str, arguments: Sequence[Expression], text: str, known: Declarations, span: Span
) -> Expression:
    """The term that an expectation, variance or covariance is. Raises `NoDistribution`."""
    reader = _Reader(text, known, span, _bounds(arguments))
    one, other = arguments[0], arguments[-1]
    if operator == "E(·)":
        return reader.expectation(one)
    mean = Binary("*", reader.expectation(one), reader.expectation(other), span=span)
    if one == other:
        mean_squared = Power(reader.expectation(one), TWO, span=span)
        return Binary("-", reader.expectation(Power(one, TWO, span=span)), mean_squared, span=span)
    both = reader.expectation(Binary("*", one, other, span=span))
    return Binary("-", both, mean, span=span)


def _bounds(terms: Collection[Expression]) -> frozenset[str]:
    """The letters of the bounds of sums, which are numbers."""
    return frozenset(
        name
        for term in terms
        for part in subtrees(term)
        if isinstance(part, BigOperator)
        for side in (part.lower, part.upper)
        for name in (*free_variables(side), part.index)
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads expectations of one formula. `numbers` are letters that are no random variables."""

    text: str
    known: Declarations
    span: Span
    numbers: frozenset[str]

    def expectation(self, term: Expression) -> Expression:
        """The expectation of a term."""
        if not self.varies(term):
            return term
        match term:
            case Variable(name=name) if (value := self._expanded(name)) is not None:
                try:
                    return self.expectation(value)
                except NoDistribution:
                    return self._named([(term, 1)])  # by itself it is a number all the same
            case Negation(operand=operand):
                return Negation(self.expectation(operand), span=self.span)
            case Binary(operator="+" | "-" as sign, left=left, right=right):
                sides = self.expectation(left), self.expectation(right)
                return Binary(sign, *sides, span=self.span)
            case Binary(operator="/", left=left, right=right) if not self.varies(right):
                return Binary("/", self.expectation(left), right, span=self.span)
            case Binary(operator="*", left=left, right=right) if not self.varies(left):
                return Binary("*", left, self.expectation(right), span=self.span)
            case Binary(operator="*", left=left, right=right) if not self.varies(right):
                return Binary("*", self.expectation(left), right, span=self.span)
            case BigOperator(operator="sum", index=index, lower=lower, upper=upper, body=body):
                own = self.expectation(body)
                return BigOperator("sum", index, lower, upper, own, span=self.span)
            case Variable() | Call():
                return self._named([(term, 1)])
            case _:
                return self._product(term)

    def varies(self, term: Expression) -> bool:
        """Whether random variables occur in a term."""
        return any(self._is_random(name) for name in _names(term))

    def _is_random(self, name: str) -> bool:
        """Whether a letter is one of a random variable. Raises `NoDistribution` for one that may
        be.
        """
        if name in self.numbers:
            return False
        if is_random(name.removesuffix("_"), self.text) or self._expanded(name) is not None:
            return True
        if name in _OFTEN_RANDOM and self.known.value_of(name) is None:
            raise NoDistribution(f"the text does not say how `{name}` is distributed")
        return False

    def _expanded(self, name: str) -> Expression | None:
        """The value of a name in which random variables occur."""
        value = self.known.value_of(name)
        return value if value is not None and self.varies(value) else None

    def _product(self, term: Expression) -> Expression:
        """The expectation of a product or power, which is multiplied out."""
        whole: Expression | None = None
        for numbers, randoms in self._terms(term):
            own = self._named(randoms) if randoms else ONE
            for each in reversed(numbers):
                own = each if own == ONE else Binary("*", each, own, span=self.span)
            whole = own if whole is None else Binary("+", whole, own, span=self.span)
        if whole is None:
            raise NoDistribution("this expectation is not read")
        return whole

    def _terms(
        self, term: Expression
    ) -> list[tuple[list[Expression], list[tuple[Expression, int]]]]:
        """The terms of a polynomial in random variables: the numbers in each, and the random
        variables with their exponents. Raises `NoDistribution` for anything else.
        """
        if not self.varies(term):
            return [([term], [])]
        match term:
            case Variable(name=name) if (value := self._expanded(name)) is not None:
                try:
                    return self._terms(value)
                except NoDistribution:
                    return [([], [(term, 1)])]
            case Variable() | Call():
                return [([], [(term, 1)])]
            case Negation(operand=operand):
                return self._multiplied([([_MINUS], [])], self._terms(operand))
            case Binary(operator="+", left=left, right=right):
                return self._terms(left) + self._terms(right)
            case Binary(operator="-", left=left, right=right):
                return self._terms(left) + self._terms(Negation(right, span=self.span))
            case Binary(operator="*", left=left, right=right):
                return self._multiplied(self._terms(left), self._terms(right))
            case Binary(operator="/", left=left, right=right) if not self.varies(right):
                part = Binary("/", ONE, right, span=self.span)
                return self._multiplied([([part], [])], self._terms(left))
            case Power(base=base, exponent=Number(value=Fraction(denominator=1) as value)) if (
                1 <= value <= _HIGHEST
            ):
                found = self._terms(base)
                for _ in range(int(value) - 1):
                    found = self._multiplied(found, self._terms(base))
                return found
            case _:
                raise NoDistribution("this expectation is not read")

    def _multiplied(
        self,
        one: list[tuple[list[Expression], list[tuple[Expression, int]]]],
        other: list[tuple[list[Expression], list[tuple[Expression, int]]]],
    ) -> list[tuple[list[Expression], list[tuple[Expression, int]]]]:
        if len(one) * len(other) > _MOST_TERMS:
            raise NoDistribution("this expectation is too long to be written out")
        return [
            (numbers + more, _joined([*randoms, *others]))
            for numbers, randoms in one
            for more, others in other
        ]

    def _named(self, randoms: Sequence[tuple[Expression, int]]) -> Expression:
        """The expectation of a product of powers of random variables, by its name."""
        shown: list[str] = []
        arguments: list[Expression] = []
        for factor, exponent in sorted(randoms, key=repr):
            match factor:
                case Variable(name=name) if (
                    len(randoms) == 1 and (values := self._values(name)) is not None
                ):
                    return self._over(values, exponent)
                case Variable(name=name):
                    text = print_name(name)
                case Call(name=name, arguments=indices) if is_family(name):
                    places = ",".join(PLACE * len(indices))
                    text = f"{print_name(name.removesuffix('_'))}_{{{places}}}"
                    arguments += indices
                case _:
                    raise NoDistribution("this expectation is not read")
            shown.append(text if exponent == 1 else f"{text}^{exponent}")
        name = f"E({' '.join(shown)})"
        if not arguments:
            return Variable(name, span=self.span)
        own = family(name)
        self.known.moments[own] = len(arguments)
        self.known.declare(own, len(arguments), natural=True)
        return Call(own, tuple(arguments), span=self.span)

    def _values(self, letter: str) -> dict[str, Fraction] | None:
        """The values that a random variable takes, by the names of their probabilities, where the
        text says these of all: they add up to 1.
        """
        start = f"P({letter} = "
        names = sorted(name for name in self.known.renamed if name.startswith(start))
        chances = [number(Variable(name), self.known) for name in names]
        if not names or any(chance is None or chance < 0 for chance in chances):
            return None
        if sum(chance for chance in chances if chance is not None) != 1:
            return None
        try:
            return {name: Fraction(name[len(start) : -1]) for name in names}
        except (ValueError, ZeroDivisionError):
            return None

    def _over(self, values: dict[str, Fraction], exponent: int) -> Expression:
        """The sum over all values of one random variable."""
        whole: Expression | None = None
        for name, value in sorted(values.items(), key=lambda each: each[1]):
            factor = Number(value**exponent, span=self.span)
            own = Binary("*", factor, Variable(name, span=self.span), span=self.span)
            whole = own if whole is None else Binary("+", whole, own, span=self.span)
        return ONE if whole is None else whole


def number(term: Expression, known: Declarations) -> Fraction | None:
    """The number that a term is with the values of its names; None for other terms."""
    for _ in range(_DEEPEST):
        values = {name: known.value_of(name) for name in free_variables(term)}
        given = {name: value for name, value in values.items() if value is not None}
        if not given:
            break
        term = substitute(term, given)
    return None if free_variables(term) else exact_value(term, quotients=True)


def _names(term: Expression) -> Iterator[str]:
    yield from free_variables(term)
    yield from called_names(term)


def _joined(factors: Sequence[tuple[Expression, int]]) -> list[tuple[Expression, int]]:
    found: list[tuple[Expression, int]] = []
    for factor, exponent in factors:
        same = next((at for at, (each, _) in enumerate(found) if each == factor), None)
        if same is None:
            found.append((factor, exponent))
        else:
            found[same] = factor, found[same][1] + exponent
    return found


_MINUS: Final = Number(Fraction(-1))
