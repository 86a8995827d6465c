"""The judge of the mutation run: it finds what is false, and takes nothing true for it."""

from __future__ import annotations

import mpmath
import pytest

from tests.mutation.falsity import falsity
from tests.mutation.values import DIGITS, Point, value
from tests.numbers.steps import step

TRUE = [
    r"(x + y)^2 = x^2 + 2xy + y^2",
    "assume x > 0\n\\log (x^2) = 2 \\log x",
    "assume x < 0\n\\sqrt{x^2} = -x",
    "assume x = y + 1\nx^2 = y^2 + 2y + 1",
    "let n \\in \\mathbb{N}\n\\sum_{k=1}^{n} k = \\frac{n (n + 1)}{2}",
    "let n \\in \\mathbb{N}\n(n + 1)! = (n + 1) n!",
    "let n \\in \\mathbb{N}\nassume x > 0\nx^{n + 1} = x \\cdot x^n",
    r"x = 2 \Rightarrow x^2 = 4",
    r"x^2 = 4 \iff x = 2 \lor x = -2",
    r"\lim_{h \to 0} \frac{\sin h}{h} = 1",
    r"\lim_{h \to 0} (1 + h)^{\frac{1}{h}} = e",
    r"\lim_{x \to \infty} \frac{2x + 1}{x} = 2",
    r"\lim_{x \to 0^+} e^{-\frac{1}{x}} = 0",
    r"\lim_{x \to 0} x \sin \frac{1}{x} = 0",
    "assume x > 0\ndefine f(x) = \\log x\nf'(x) = \\frac{1}{x}",
    "define f(x) = \\sin x\nf''(x) = -\\sin x",
    "assume x > 0\n\\frac{d}{dx} (x^2 + a x) = 2x + a",
    r"\sqrt[3]{-8} = -2",
]

FALSE = [
    (r"(x + y)^2 = x^2 + y^2", "false"),
    (r"\sqrt{x^2} = x", "false"),
    ("assume x > 0\nx \\ge 1", "false"),
    ("assume x \\neq 0\n\\log (x^2) = 2 \\log x", "meaningless"),
    ("assume x \\ge 0\n\\frac{x}{x} = 1", "meaningless"),
    ("assume y > 0\n0^0 = 1", "meaningless"),
    ("let n \\in \\mathbb{N}\n\\sum_{k=1}^{n} k = \\frac{n (n - 1)}{2}", "false"),
    ("let n \\in \\mathbb{N}\nassume n \\ge 0\n(n - 1)! > 0", "meaningless"),
    (r"x^2 = 4 \Rightarrow x = 2", "false"),
    (r"\lim_{h \to 0} \frac{\sin h}{h} = 2", "false"),
    ("assume y > 0\n\\lim_{x \\to 0} \\frac{|x|}{x} = 1", "meaningless"),
    ("assume y > 0\n\\lim_{x \\to 0} \\frac{1}{x} = 0", "meaningless"),
    ("assume x > 0\ndefine f(x) = x^2\nf'(x) = x", "false"),
    ("assume y > 0\ndefine f(x) = |x|\nf'(0) = 0", "meaningless"),
]


#: The limit is over a letter that the function holds: which h is meant is unclear.
UNCLEAR = [
    "define f(x) = x + h\n\\lim_{h \\to 0} (f(x) - x) = h",
    "define f(x) = x + h\n\\lim_{h \\to 0} f(x) = x",
]


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_unclear_is_not_judged(text: str) -> None:
    unclear = step(text)
    assert unclear.problem
    assert falsity(unclear) is None


@pytest.mark.parametrize("text", TRUE)
def test_nothing_true_is_false(text: str) -> None:
    assert falsity(step(text)) is None


@pytest.mark.parametrize(("text", "kind"), FALSE)
def test_what_is_false_is_found(text: str, kind: str) -> None:
    found = falsity(step(text))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\lim_{h \to 0} \frac{1 - \cos h}{h^2} = 0", "0.5"),
        (r"\lim_{x \to \infty} (1 + \frac{1}{x})^x = 0", "2.71828183"),
        (r"\binom{6}{2} + 3! = 0", "21.0"),
        (r"\frac{d}{dx} (x^3 \log x) = 0", "12.3177662"),
        (r"\prod_{k=1}^{4} k = 0", "24.0"),
        (r"\log_2 8 + \arctan 1 = 0", "3.78539816"),
    ],
)
def test_values(text: str, expected: str) -> None:
    goal = step(text).goal
    with mpmath.workdps(DIGITS):
        assert (
            mpmath.nstr(value(goal.left, Point({"x": mpmath.mpf(2)}, frozenset(), {})), 9)
            == expected
        )  # type: ignore[union-attr]
