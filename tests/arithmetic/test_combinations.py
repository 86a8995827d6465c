"""Positive combinations of vectors."""

from __future__ import annotations

import random
from fractions import Fraction

from shomei.arithmetic.combinations import combination


def _sum(columns: list[dict[str, Fraction]], found: dict[int, Fraction]) -> dict[str, Fraction]:
    total: dict[str, Fraction] = {}
    for place, factor in found.items():
        for key, value in columns[place].items():
            total[key] = total.get(key, Fraction(0)) + factor * value
    return {key: value for key, value in total.items() if value}


def test_a_sum_that_exists_is_found() -> None:
    source = random.Random(7)
    for _ in range(60):
        columns = [
            {
                key: Fraction(source.randint(-3, 3), source.randint(1, 3))
                for key in source.sample("abcdefgh", 3)
            }
            for _ in range(source.randint(1, 14))
        ]
        factors = {
            source.randrange(len(columns)): Fraction(source.randint(1, 9), 4) for _ in range(3)
        }
        target = _sum(columns, factors)
        found = combination(columns, target)
        assert found is not None
        assert min(found.values(), default=1) > 0
        assert _sum(columns, found) == target


def test_no_sum_is_found_where_none_exists() -> None:
    one = Fraction(1)
    assert combination([{"a": one}], {"a": -one}) is None
    assert combination([{"a": one}, {"a": one, "b": one}], {"a": one, "b": -one}) is None
    assert combination([{"a": one}], {"b": one}) is None
    assert combination([{"a": one, "b": -one}, {"a": -one, "b": one}], {"a": one}) is None


def test_the_size_of_each_step_is_told() -> None:
    told: list[int] = []
    combination(
        [{"a": Fraction(1)}, {"a": Fraction(1), "b": Fraction(1)}],
        {"b": Fraction(2), "a": Fraction(3)},
        told.append,
    )
    assert told
