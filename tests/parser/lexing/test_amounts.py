"""Letters that often name functions, where a formula shows that they are numbers."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.errors import SyntaxProblem
from shomei.parser.lexing.amounts import amounts_in


def read(text: str) -> str:
    return print_statement(build(parse(text, "test.txt")).obligations[-1].goal)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("P (1 + r)^2 = P e^r", r"P \cdot (1 + r)^2 = P e^r"),
        ("P(1 + r)^2 = Pr + 1", r"P \cdot (1 + r)^2 = P r + 1"),
        (r"D \left(2 - a\right) = \pi D a", r"D \cdot (2 - a) = \pi D a"),
    ],
)
def test_a_factor_elsewhere_in_the_formula_is_a_number(written: str, meant: str) -> None:
    assert read(written) == read(meant)


@pytest.mark.parametrize(
    "text",
    [
        "E(2 + X) = 2 + EX",  # an expectation
        "P(1 + r) = P",
        "P(x + 1) = Pe^x",
        "V(1 - p) = V(p)",
        "P(1, 2) = Pe^r",
    ],
)
def test_what_may_be_a_value_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem, match="looks like a function"):
        parse(text, "test.txt")


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        (r"With $f = \frac{1}{20}$ the share is $f(1 - p)$.", "f"),
        (r"誤り率 $f$（$0 < f < 1$）に対して $f(1-p)$ となる。", "f"),
        ("The principal $P$ grows to $P(1 + r)$.", "P"),
        ("元金 $P$ が $P(1 - r)^2$ になる。", "P"),
        (r"\(D = 500\) grows to \[ D\left(1 + r\right)^k. \]", "D"),
        (r"Let $b, c > 0$. The gap is $b\,(q^*)^2$.", "b"),
        (r"Let $F(K) = B K^a$ with $B > 0$. Then $B(tK)^a$ is more.", "B"),
        (
            r"$$ v = B\left(\sin \omega t - \cos \omega t\right), \qquad B = \frac{V}{2}. $$",
            "B",
        ),
        (r"The share is $1 - \phi^2$, and $\phi(a + b)$ is more. Look at the function $p$.", "phi"),
    ],
)
def test_a_text_has_the_letter_as_a_number(text: str, letter: str) -> None:
    assert letter in amounts_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The share is $f(1 - p)$.",
        "Let $f$ be a function with $f > 0$ and $f(1 - p)$.",
        "The functions $g$ and $f$ have $f > 0$ and $f(1 - p)$.",
        "$f$ は連続で $f > 0$ とする。$f(1 - p)$",
        "As $f > 0$, $f(1 - p) = f(p)$.",
        "As $f > 0$, $f(1 - p) = f(2)$.",
        "As $f > 0$, $f(1 - p, q)$.",
        "As $f > 0$, $f(1 - p) = f'$.",
        r"As $f > 0$, $f(1 - p) = \frac{df}{dp}$.",
        r"As $f > 0$, $f(1 - p) = \int_0^1 f\,dp$.",
        r"As $f > 0$, $f \circ g(1 - p) = f(1 - p)$.",
        r"As $f > 0$, $f \colon A \to B$ has $f(1 - p)$.",
        "As $f > 0$, $f(X = 1) + f(1 - p)$.",
        "As $f(x) - 1 - f > 0$, $f(1 - p)$.",
        "The speed $f$ is $f(t + 1)$.",
        "The speed $f$ is $f(1 + t)$, and $f(t + 2)$ later.",
        "The share $f$ has $f(1 - p)$ and $f(A)$.",
        "The function $f$ has the value $f$ and $f(1 - p)$.",
        "As $f > 0$ and $f g = 1$, $f(x)^2$.",
        "As $f > 0$, $f(x)$.",
    ],
)
def test_what_a_text_treats_as_a_function_is_no_number(text: str) -> None:
    assert "f" not in amounts_in(text)
