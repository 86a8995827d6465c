"""The one table of the six relations between numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from shomei.terms.nodes import Relation, RelationOperator


@dataclass(frozen=True, slots=True)
class Comparison:
    """One of the six: `a op b`."""

    turned: RelationOperator
    """The relation between b and a."""
    negation: RelationOperator
    strict: RelationOperator
    """The relation without equality: `<` of `<=`; of the others, itself."""
    signs: frozenset[int]
    """The signs that a - b has exactly where it holds."""
    latex: str
    lean: str


COMPARISONS: Final[Mapping[RelationOperator, Comparison]] = MappingProxyType(
    {
        "=": Comparison("=", "!=", "=", frozenset({0}), "=", "="),
        "!=": Comparison("!=", "=", "!=", frozenset({-1, 1}), "\\neq", "≠"),
        "<": Comparison(">", ">=", "<", frozenset({-1}), "<", "<"),
        "<=": Comparison(">=", ">", "<", frozenset({-1, 0}), "\\le", "≤"),
        ">": Comparison("<", "<=", ">", frozenset({1}), ">", ">"),
        ">=": Comparison("<=", "<", ">", frozenset({0, 1}), "\\ge", "≥"),
    }
)

#: The relation of each of Lean's signs.
BY_LEAN_SIGN: Final[Mapping[str, RelationOperator]] = MappingProxyType(
    {comparison.lean: operator for operator, comparison in COMPARISONS.items()}
)


def negation(relation: Relation) -> Relation:
    """The relation that holds between two numbers exactly if `relation` does not."""
    return Relation(COMPARISONS[relation.operator].negation, relation.left, relation.right)


def turned(relation: Relation) -> Relation:
    """The relation with its sides exchanged: `b > a` for `a < b`."""
    return Relation(COMPARISONS[relation.operator].turned, relation.right, relation.left)


def ascending(relation: Relation) -> Relation:
    """The relation without `>` and `>=`, so that the smaller side is on the left."""
    return turned(relation) if relation.operator in (">", ">=") else relation


def sign(number: Fraction | float) -> int:
    """1, 0 or -1."""
    return (number > 0) - (number < 0)


def holds_between(left: Fraction, operator: RelationOperator, right: Fraction) -> bool:
    """Whether the relation is true of two exact numbers."""
    return sign(left - right) in COMPARISONS[operator].signs


def compose(first: RelationOperator | None, second: RelationOperator) -> RelationOperator | None:
    """The relation between the ends of `a first b second c`. None if there is none (`a < b > c`);
    `a != b = c` gives `!=`.
    """
    if first is None or first == "=":
        return second if first else None
    if second == "=":
        return first
    if COMPARISONS[first].strict != COMPARISONS[second].strict or "!=" in (first, second):
        return None
    return first if first == second else COMPARISONS[first].strict
