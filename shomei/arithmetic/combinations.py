"""Combinations of vectors with coefficients that are not negative: exact linear programming."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

#: The steps after which Bland's rule takes over, which cannot go round in circles.
_GREEDY = 60
_MOST_STEPS = 400


def combination(
    columns: Sequence[Mapping[Key, Fraction]],
    target: Mapping[Key, Fraction],
    spend: Callable[[int], None] = lambda _: None,
) -> dict[int, Fraction] | None:
    """The positive coefficients, by the places of their columns, of a sum of `columns` that is
    `target`; None if there is none, or if the search takes too long. `spend` is told the size of
    each step, and may raise.

    The first phase of the simplex method, on integers: every entry of the table is a determinant,
    so that the division by the last pivot leaves no remainder (Edmonds, Bareiss).
    """
    table = _table(columns, target)
    if table is None:
        return None
    width = len(columns)
    basis = [-1] * len(table)  # -1 is a row's own artificial unknown
    goal = [sum(row[j] for row in table) for j in range(width + 1)]
    last = 1
    for step in range(_MOST_STEPS):
        if goal[width] == 0:
            return {
                basis[i]: Fraction(row[width], last)
                for i, row in enumerate(table)
                if basis[i] >= 0 and row[width]
            }
        column = _entering(goal, width, greedy=step < _GREEDY)
        row = None if column is None else _leaving(table, basis, column)
        if column is None or row is None:
            return None
        spend(len(table) * width)
        pivot = table[row]
        for i, other in enumerate(table):
            if i != row:
                table[i] = _reduced(other, pivot, column, last)
        goal = _reduced(goal, pivot, column, last)
        last = pivot[column]
        basis[row] = column
    return None


def _table(
    columns: Sequence[Mapping[Key, Fraction]], target: Mapping[Key, Fraction]
) -> list[list[int]] | None:
    """A row of integers for each key, whose last entry is not negative; None if a key of the target
    is in no column.
    """
    keys: dict[Key, list[Fraction | int]] = {}
    for j, column in enumerate(columns):
        for key, value in column.items():
            keys.setdefault(key, [0] * (len(columns) + 1))[j] = value
    for key, value in target.items():
        if value and key not in keys:
            return None
        if value:
            keys[key][-1] = value
    rows: list[list[int]] = []
    for row in keys.values():
        scale = lcm(*(value.denominator for value in row)) * (-1 if row[-1] < 0 else 1)
        rows.append([value.numerator * (scale // value.denominator) for value in row])
    return rows


def _entering(goal: Sequence[int], width: int, *, greedy: bool) -> int | None:
    """The column that comes into the basis: one whose entry in the goal's row is positive."""
    if greedy:
        best = max(range(width), key=goal.__getitem__, default=None)
        return best if best is not None and goal[best] > 0 else None
    return next((j for j in range(width) if goal[j] > 0), None)


def _leaving(table: Sequence[Sequence[int]], basis: Sequence[int], column: int) -> int | None:
    """The row that bounds the entering unknown the most."""
    rows = [i for i, row in enumerate(table) if row[column] > 0]
    if not rows:
        return None
    return min(rows, key=lambda i: (Fraction(table[i][-1], table[i][column]), basis[i]))


def _reduced(row: list[int], pivot: list[int], column: int, last: int) -> list[int]:
    own, by = row[column], pivot[column]
    if own == 0:
        return [value and value * by // last for value in row] if by != last else row
    if by == last:
        return [
            value - own * other // last if other else value
            for value, other in zip(row, pivot, strict=True)
        ]
    return [
        (value * by - own * other) // last if other else value and value * by // last
        for value, other in zip(row, pivot, strict=True)
    ]
