"""A further formula for a function: a claim where it agrees with the definition."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.parser import parse

SAME = (
    (r"\sigma(z) = \frac{1}{1 + e^{-z}}", r"\sigma(z) = \frac{e^z}{1 + e^z}"),
    (r"g(x) = \log(x^2 + 1) - \log x", r"g(x) = \log\left(x + \frac{1}{x}\right)"),
    (
        r"J(c) = \sum_{i=1}^{n} w_i (y_i - c)^2",
        r"J(c) = \sum_{i=1}^{n} w_i y_i^2 - 2 c \sum_{i=1}^{n} w_i y_i + c^2 \sum_{i=1}^{n} w_i",
    ),
    (r"h(x) = \sqrt{x^2 + 1} - x", r"h(x) = \frac{1}{\sqrt{x^2 + 1} + x}"),
)
OTHER = (
    (r"\sigma(z) = \frac{1}{1 + e^{-z}}", r"\sigma(z) = \frac{e^z}{2 + e^z}"),
    (r"g(x) = \log(x^2 + 1)", r"g(x) = 2 \log x"),
    (r"J(c) = \sum_{i=1}^{n} (y_i - c)^2", r"J(c) = \sum_{i=1}^{n} |y_i - c|"),
    (r"J(c) = \sum_{i=1}^{n} y_i c", r"J(c) = \sum_{i=1}^{n-1} y_i c"),
    (r"h(x) = \sqrt{x^2}", r"h(x) = x"),
)


def roles(text: str, line: int) -> list[str]:
    plan = build(parse(text, "a.md"))
    return [each.role for each in plan.formulas if each.span.line == line]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_what_agrees_is_claimed(first: str, second: str) -> None:
    text = f"Consider\n\n$$ {first} $$\n\nHere is one more.\n\n$$ {second} $$\n"
    assert roles(text, 7) == ["claim"]


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_what_differs_leaves_the_function_unknown(first: str, second: str) -> None:
    name = first.split("(", maxsplit=1)[0]
    text = f"Consider\n\n$$ {first} $$\n\nHere is one more.\n\n$$ {second} $$\n\nThen\n\n$$ "
    text += f"{name}(1) - {name}(1) = 0 $$\n"
    assert roles(text, 7) == ["mention"]
    assert "claim" not in roles(text, 11)
