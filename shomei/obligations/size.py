"""Computes how large a term becomes once its abbreviations and definitions are expanded, without
expanding them.

`let b = a + a`, `let c = b + b`, … doubles a term with every line. Terms that would become too
large are refused while they are still small. So are circular definitions, whose expansion would
never end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from shomei.parser.limits import MAX_DEPTH
from shomei.terms.definitions import Definition
from shomei.terms.nodes import Call, Expression, Prime, Variable
from shomei.terms.walk import children

#: The number of parts of one expanded term. The longest in an article has some hundred.
MAX_PARTS = 10_000


class TooLarge(Exception):  # noqa: N818 (an outcome that callers expect, named for what the term is)
    """The expanded term would be too large."""

    def __init__(self) -> None:
        super().__init__(
            f"it is too large once everything in it is written out: more than {MAX_PARTS} "
            f"parts, or {MAX_DEPTH} levels"
        )


@dataclass(frozen=True, slots=True)
class _Size:
    """The parts and levels of a term, and the number of occurrences of each parameter."""

    parts: int
    depth: int
    uses: Mapping[str, int]


_ONE = _Size(1, 1, {})


class Ruler:
    """Measures terms over abbreviations and definitions. Each of these is measured once, when a
    term first uses it.
    """

    def __init__(
        self, abbreviations: Mapping[str, Expression], definitions: Mapping[str, Definition]
    ) -> None:
        self._abbreviations = abbreviations
        self._definitions = definitions
        self._names: dict[str, _Size] = {}
        self._functions: dict[str, _Size] = {}
        self._open: set[str] = set()

    def check(self, term: Expression) -> None:
        """Raises `TooLarge` if the expanded term would be too large."""
        try:
            self._measure(term, frozenset())
        except RecursionError:
            raise TooLarge from None

    def _measure(self, term: Expression, parameters: frozenset[str]) -> _Size:
        match term:
            case Variable(name=name):
                found = _Size(1, 1, {name: 1}) if name in parameters else self._name(name)
            case Call(name=name, arguments=arguments) if name in self._definitions:
                found = self._applied(name, [self._measure(part, parameters) for part in arguments])
            case Prime(name=name, argument=argument) if name in self._definitions:
                found = self._applied(name, [self._measure(argument, parameters)])
            case _:
                parts = [self._measure(part, parameters) for part in children(term)]
                found = _Size(
                    1 + sum(part.parts for part in parts),
                    1 + max((part.depth for part in parts), default=0),
                    _total(parts),
                )
        if found.parts > MAX_PARTS or found.depth > MAX_DEPTH:
            raise TooLarge
        return found

    def _name(self, name: str) -> _Size:
        if name not in self._abbreviations:
            return _ONE
        if name not in self._names:
            # The value of an abbreviation contains no abbreviations: they are expanded when it is
            # made.
            self._names[name] = Ruler({}, self._definitions)._measure(
                self._abbreviations[name], frozenset()
            )
        return self._names[name]

    def _applied(self, name: str, arguments: list[_Size]) -> _Size:
        definition = self._definitions[name]
        if name not in self._functions:
            if name in self._open:
                raise TooLarge
            self._open.add(name)
            self._functions[name] = self._measure(definition.body, frozenset(definition.parameters))
            self._open.discard(name)
        body = self._functions[name]
        # An argument that the body does not use still has conditions.
        counts = [max(body.uses.get(parameter, 0), 1) for parameter in definition.parameters]
        inside = [
            _Size(
                count * size.parts,
                size.depth,
                {key: count * value for key, value in size.uses.items()},
            )
            for count, size in zip(counts, arguments, strict=False)
        ]
        # The argument replaces the parameter, which is one level of the body.
        depth = max([body.depth, *(body.depth - 1 + size.depth for size in inside)])
        return _Size(body.parts + sum(size.parts for size in inside), depth, _total(inside))


def _total(parts: list[_Size]) -> dict[str, int]:
    uses: Counter[str] = Counter()
    for part in parts:
        uses.update(part.uses)
    return dict(uses)
