"""The number of an equation, and its marks, behind a formula."""

from __future__ import annotations

import pytest

import shomei


def told(display: str) -> list[tuple[str, str]]:
    text = f"We have\n\n$$ {display} $$\n"
    report = shomei.check(text, suffix=".md", fast=True, ledger=False)
    return [(each.role, each.verdict or "") for each in report.formulas]


@pytest.mark.parametrize(
    "behind",
    [
        r"\quad (1)",
        r"\qquad (2.3)",
        r". \quad [2]",
        r"\quad [2 \text{ marks}]",
        r"\qquad (*)",
        r"\quad (3a)",
        r"\quad (ii)",
    ],
)
def test_they_are_no_part_of_it(behind: str) -> None:
    assert told(rf"x + x = 2x {behind}") == [("claim", "plausible")]
    assert told(rf"x + x = 3x {behind}") == [("claim", "refuted")]


@pytest.mark.parametrize("behind", [r"\quad (x)", r"\quad [2] = 3x", r"\quad [2 \text{ false}]"])
def test_other_brackets_are(behind: str) -> None:
    assert told(rf"x + x = 2x {behind}")[-1] != ("claim", "plausible")
