"""Values with thousands of digits: they are written shortly, drawn nowhere, and stop nothing."""

from __future__ import annotations

import pytest

import shomei


@pytest.mark.parametrize(
    ("given", "claim"),
    [
        ("a = 10^{6000}", "a = 1"),
        ("a = 7^{9999}", "a < 1"),
        ("a = 10^{-6000}", "a > 1"),
        ("a = 10^{6000}, b = a", "b < 1"),
    ],
)
def test_a_counterexample_of_thousands_of_digits(given: str, claim: str) -> None:
    report = shomei.check(f"assume {given}\n{claim}\n", fast=True)
    (step,) = report.steps
    assert step.verdict == "refuted"
    assert all(len(value) < 60 for _, value in step.counterexample or ())
