"""Formulas that list the values of a letter."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.parser import parse


def roles(text: str, line: int) -> list[str]:
    plan = build(parse(text, "a.md"))
    return [each.role for each in plan.formulas if each.span.line == line]


@pytest.mark.parametrize(
    "given",
    [
        r"We add this for $k = 1, 2, \dots, n$.",
        r"The solutions are $k = \frac{\pi}{6}, \frac{5 \pi}{6}, \frac{\pi}{2}$.",
        r"The label is $k \in \{0, 1\}$.",
        r"$k = 1, 2, \ldots, n$ について加える。",
    ],
)
def test_what_has_listed_values_is_a_number(given: str) -> None:
    text = f"{given}\n\nHence\n\n$$ (k + 1)^2 = k^2 + 2 k + 1 $$\n"
    assert roles(text, 5) == ["claim"]
    assert roles(text, 1) != ["claim"]


@pytest.mark.parametrize(
    "given",
    [
        r"We have $k = \{1\}, \{2\}$.",
        r"We have $k = (1, 2), (3, 4)$.",
        r"We have $k \in \{a, \heartsuit\}$.",
        r"We have $k \in \{1, 2\}^n$.",
    ],
)
def test_what_lists_no_numbers_tells_nothing(given: str) -> None:
    assert roles(f"{given}\n\nHence\n\n$$ k + k = 2 k $$\n", 5) == ["beyond"]
