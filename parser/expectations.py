"""Expectations of random variables with finitely many outcomes, as the sums that they stand for.

In: a term that speaks of random variables, and how the text says that they are distributed. Out: a
term that does not: the sum over all outcomes of the value times the probability.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shomei.terms.literals import ONE, TWO
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Expression,
    Power,
    Span,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import bound_name, free_variables, subtrees

#: The operators on random variables, with the number of arguments that each takes.
OPERATORS: Final = {"E": 1, "Var": 1, "Cov": 2}
#: The most parts of an expectation that is written out: nested ones double with each level.
_LONGEST: Final = 4000
#: The letters of indices, in the order in which they are taken.
_INDICES: Final = "ijklrstuv"


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes of an experiment: one for each of the probabilities `weights`; or, if there is
    an `index`, one for each of its values from `lower` to `upper`, whose probability is the only
    weight.
    """

    weights: tuple[Expression, ...]
    index: str = ""
    lower: Expression = ONE
    upper: Expression = ONE


@dataclass(frozen=True, slots=True)
class RandomVariable:
    """The number of the experiment that a random variable belongs to, and its value for each of
    the weights.
    """

    outcomes: int
    values: tuple[Expression, ...]


class NoDistribution(ValueError):  # noqa: N818 (the text lacks something; nothing is wrong with it)
    """The text does not say how the random variables in a term are distributed, or the term is too
    long to be written out.
    """


@dataclass(frozen=True, slots=True)
class Distributions:
    """What a text says of its random variables, by their names. `independent` are sets of
    experiments, by their numbers, of which none tells anything about the others.
    """

    outcomes: Sequence[Outcomes]
    randoms: Mapping[str, RandomVariable]
    independent: Collection[frozenset[int]]

    def value(self, name: str, arguments: tuple[Expression, ...], span: Span) -> Expression:
        """The sum that `E[X]`, `\\mathrm{Var}(X)` or `\\mathrm{Cov}(X, Y)` is. Raises
        `NoDistribution`.
        """
        if name == "E":
            return self.expectation(arguments[0], span)
        if len(arguments) == 1:
            return self.expectation(Power(self._deviation(arguments[0], span), TWO), span)
        one, other = (self._deviation(each, span) for each in arguments)
        return self.expectation(Binary("*", one, other), span)

    def _deviation(self, term: Expression, span: Span) -> Expression:
        return Binary("-", term, self.expectation(term, span))

    def expectation(self, term: Expression, span: Span) -> Expression:
        """The sum over all outcomes that the random variables in `term` depend on."""
        names = [name for name in free_variables(term) if name in self.randoms]
        spaces = sorted({self.randoms[name].outcomes for name in names})
        if not spaces and len(self.outcomes) == 1:
            spaces = [0]
        if not spaces or not (
            len(spaces) == 1 or any(each.issuperset(spaces) for each in self.independent)
        ):
            raise NoDistribution(
                "the text does not say how these random variables are distributed together"
            )
        size = sum(1 for _ in itertools.islice(subtrees(term), _LONGEST))
        for space in spaces:
            size *= len(self.outcomes[space].weights)
        if size >= _LONGEST:
            raise NoDistribution("this expectation is too long to be written out")
        for space in reversed(spaces):
            own = [name for name in names if self.randoms[name].outcomes == space]
            term = self._over(self.outcomes[space], own, term, span)
        return term

    def _over(
        self, outcomes: Outcomes, names: Sequence[str], term: Expression, span: Span
    ) -> Expression:
        values = {name: self.randoms[name].values for name in names}
        if outcomes.index:
            taken = {*free_variables(term), *map(bound_name, subtrees(term))}
            taken |= set(free_variables(outcomes.upper)) | set(free_variables(outcomes.lower))
            index = next(letter for letter in _indices() if letter not in taken)
            at = {outcomes.index: Variable(index)}
            put = {name: substitute(value[0], at) for name, value in values.items()}
            weight = substitute(outcomes.weights[0], at)
            body = _product(weight, substitute(term, put), span)
            return BigOperator("sum", index, outcomes.lower, outcomes.upper, body, span=span)
        terms = [
            _product(weight, substitute(term, {n: v[at] for n, v in values.items()}), span)
            for at, weight in enumerate(outcomes.weights)
        ]
        whole = terms[0]
        for each in terms[1:]:
            whole = Binary("+", whole, each, span=span)
        return whole


def _product(weight: Expression, value: Expression, span: Span) -> Expression:
    return Binary("*", weight, value, span=span)


def _indices() -> itertools.chain[str]:
    return itertools.chain(_INDICES, (f"i_{count}" for count in itertools.count(1)))
