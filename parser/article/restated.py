"""Whether `f(x) = …`, once more, says the same of a function as its definition: that is a claim
about it, or the beginning of one. In: the definition, the formula, and what names and functions
stand for. Out: a decision, by the values at a few points.

It decides of which function a text speaks, and proves nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from shomei.operations.operators import BINARY
from shomei.operations.registry import applied
from shomei.parser.ast import Define
from shomei.terms.evaluate import Evaluation
from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Constant,
    Expression,
    Number,
    Power,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, subterms

#: Where two formulas are compared: the value of the first letter, and how far the next one is from
#: it.
_POINTS: Final = (
    (2.0, 0.85),
    (-3.0, 0.85),
    (2.5, 0.85),
    (-0.35, 0.85),
    (7.0, 0.85),
    (0.15, 0.09),
    (0.4, 0.07),
)
#: How far sums count, and the longest one that is tried.
_LENGTH: Final = 3.0
_LONGEST: Final = 50
#: How many values of definitions within definitions are looked up.
_DEEPEST: Final = 12
_CONSTANTS: Final = {"e": math.e, "pi": math.pi}
_TOLERANCE: Final = 1e-9
_HIGHEST: Final = 1e60


@dataclass(frozen=True, slots=True)
class Meaning:
    """What names and functions stand for."""

    value_of: Callable[[str], Expression | None]
    definitions: Mapping[str, Define] = field(default_factory=dict)


def says_the_same(
    definition: Define, parameters: tuple[str, ...], body: Expression, meaning: Meaning
) -> bool:
    """Whether a formula for a function of these parameters agrees with its definition."""
    if len(parameters) != len(definition.parameters):
        return False
    renamed = substitute(
        definition.body, dict(zip(definition.parameters, map(Variable, parameters), strict=True))
    )
    if renamed == body:
        return True
    names = sorted({*free_variables(renamed), *free_variables(body)})
    lengths = {
        name
        for term in (renamed, body)
        for part in subterms(term)
        if isinstance(part, BigOperator)
        for bound in (part.lower, part.upper)
        for name in free_variables(bound)
    }
    agreed = False
    for first, apart in _POINTS:
        values = {name: first + index * apart for index, name in enumerate(names)}
        values.update(dict.fromkeys(lengths, _LENGTH))
        found = [_Values(meaning).at(term, values) for term in (renamed, body)]
        if found[0] is None and found[1] is None:
            continue
        if (
            found[0] is None
            or found[1] is None
            or not math.isclose(found[0], found[1], rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
        ):
            return False
        agreed = True
    return agreed


def _elsewhere(name: str) -> float:
    """The value of a letter that occurs only in what names stand for."""
    return 1.3 + sum(map(ord, name)) % 17 / 7


@dataclass(frozen=True, slots=True)
class _Values(Evaluation[float, Mapping[str, float]]):
    """The walk over floats. Families have values that no formula gives."""

    meaning: Meaning
    depth: int = 0

    def at(self, term: Expression, values: Mapping[str, float]) -> float | None:
        """The value of `term` where its letters have these values; None where it has none."""
        try:
            value = self._value(term, values)
        except (NotImplementedError, ArithmeticError, ValueError, RecursionError):
            return None
        return value if abs(value) < _HIGHEST else None

    def _number(self, term: Number, _values: Mapping[str, float]) -> float:
        return float(term.value)

    def _constant(self, term: Constant, values: Mapping[str, float]) -> float:
        return _CONSTANTS[term.name] if term.name in _CONSTANTS else self._no_value(term, values)

    def _variable(self, term: Variable, values: Mapping[str, float]) -> float:
        value = self.meaning.value_of(term.name)
        if value is not None:
            return self._deeper()._value(value, values)
        return values[term.name] if term.name in values else _elsewhere(term.name)

    def _negated(self, value: float) -> float:
        return -value

    def _combined(
        self, term: Binary, left: float, right: float, _values: Mapping[str, float]
    ) -> float:
        return BINARY[term.operator].approximate(left, right)

    def _power(self, term: Power, values: Mapping[str, float]) -> float:
        base, exponent = self._value(term.base, values), self._value(term.exponent, values)
        return float(math.pow(base, exponent))

    def _apply(self, term: Apply, values: Mapping[str, float]) -> float:
        found = applied(term)
        if found is None:
            return self._no_value(term, values)
        operation, arguments = found
        return operation.approximate(*(self._value(each, values) for each in arguments))

    def _call(self, term: Call, values: Mapping[str, float]) -> float:
        arguments = [self._value(each, values) for each in term.arguments]
        item = self.meaning.definitions.get(term.name)
        if item is not None and len(item.parameters) == len(arguments):
            inside = {**values, **dict(zip(item.parameters, arguments, strict=True))}
            return self._deeper()._value(item.body, inside)
        if not is_family(term.name):
            return self._no_value(term, values)
        at = sum(map(ord, term.name)) + sum((k + 2) * each for k, each in enumerate(arguments))
        return 1.5 + math.sin(at) + at % 3 / 5

    def _big_operator(self, term: BigOperator, values: Mapping[str, float]) -> float:
        lower, upper = (self._value(each, values) for each in (term.lower, term.upper))
        if lower != int(lower) or upper != int(upper) or upper - lower > _LONGEST:
            return self._no_value(term, values)
        each = [
            self._value(term.body, {**values, term.index: float(k)})
            for k in range(int(lower), int(upper) + 1)
        ]
        return math.fsum(each) if term.operator == "sum" else math.prod(each)

    def _deeper(self) -> _Values:
        if self.depth >= _DEEPEST:
            raise NotImplementedError
        return _Values(self.meaning, self.depth + 1)
