"""Letters that an article calls functions of others, without a formula: `y depends on x`.

What is true of all numbers is true of these letters, but a derivative, an integral, a limit or a
sum must not take one for a constant. In: what sentences say, and the terms of claims. Out: whether
a claim does so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from shomei.terms.nodes import (
    Antiderivative,
    BigOperator,
    Derivative,
    Integral,
    Limit,
    Node,
    Prime,
)
from shomei.terms.walk import subtrees

#: What the language says of such a claim.
DEPENDENT: Final = "dependent variables"
#: The letters that a term speaks of once names and functions are replaced by what they stand for.
Expand: TypeAlias = Callable[[Node], frozenset[str]]


@dataclass(slots=True)
class Dependence:
    """Grows as the article is read."""

    letters: set[str] = field(default_factory=set)
    #: The letters that others depend on; those of one group are independent of each other.
    groups: list[frozenset[str]] = field(default_factory=list)

    def add(self, letters: Iterable[str], on: Iterable[str]) -> tuple[str, ...]:
        """Letters depend on others from here on. Returns those that do."""
        group = frozenset(on)
        names = tuple(dict.fromkeys(each for each in letters if each not in group))
        self.letters.update(names)
        if group:
            self.groups.append(group)
        return names

    def end(self, names: Iterable[str]) -> None:
        """These letters are introduced anew."""
        fresh = set(names)
        self.letters -= fresh
        self.groups = [each - fresh for each in self.groups if each - fresh]

    def misread(self, nodes: Iterable[Node], expand: Expand, parameter: Expand) -> bool:
        """Whether something is taken for a constant that may depend on what varies. `parameter`
        gives the letters that the definition of a primed function speaks of, besides its own.
        """
        if not self.letters and not self.groups:
            return False
        for node in nodes:
            for part in subtrees(node):
                match part:
                    case (
                        Derivative(variable=variable, body=body)
                        | Antiderivative(variable=variable, body=body)
                        | Integral(variable=variable, body=body)
                        | Limit(variable=variable, body=body)
                    ):
                        if self._moves(variable, expand(body)):
                            return True
                    case BigOperator(index=index, body=body):
                        if self.letters & (expand(body) - {index}):
                            return True
                    case Prime():
                        if self._moves(None, parameter(part)):
                            return True
                    case _:
                        pass
        return False

    def _moves(self, variable: str | None, names: frozenset[str]) -> bool:
        """Whether one of the letters may depend on the variable, which may be a parameter that has
        no letter of its own.
        """
        if self.letters & (names - {variable}):
            return True
        return any(group & (names - {variable}) and variable not in group for group in self.groups)
