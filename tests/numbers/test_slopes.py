"""Derivatives in statements of connectives, by numbers."""

from __future__ import annotations

import pytest

from shomei.numbers.refute import refute
from shomei.obligations import build
from shomei.parser import parse


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("define f(x) = x^3 - 3 x\nf'(x) = 0 \\iff x = 1", "x = -1"),
        ("define f(x) = x^4\nf''(x) = 0 \\iff x = 1", "x = 0"),
        ("define f(x) = e^x\nf'(x) > 0 \\Rightarrow x > 0", "x = -1"),
        ("\\frac{d}{dx} (x^2 + 2 x) = 0 \\iff x = 1", "x = -1"),
    ],
)
def test_a_derivative_is_exact_where_a_statement_asks_whether_it_is_0(text: str, at: str) -> None:
    found = refute(build(parse(text, "a.txt")).obligations[-1], seconds=5.0)
    assert found is not None
    assert f"for {at}" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "define f(x) = x^3 - 3 x\nf'(x) = 0 \\iff x^2 = 1",
        "define f(x) = |x|\nf'(x) = 1 \\Rightarrow x > 0",
        "define f(x) = x |x|\nf'(x) = 0 \\iff x = 0",
    ],
)
def test_what_is_true_is_not_refuted(text: str) -> None:
    assert refute(build(parse(text, "a.txt")).obligations[-1], seconds=2.0) is None
