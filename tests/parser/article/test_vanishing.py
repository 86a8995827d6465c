"""Where something vanishes, or is largest or smallest."""

from __future__ import annotations

import pytest

import shomei

PARABOLA = "Let $f(x) = a x - x^2$. Then we have $f'(x) = a - 2x$. "
CUBIC = "Let $f(x) = x^3 - 3x$. Then we have $f'(x) = 3x^2 - 3$. "
WIDE = "関数 $f(x) = a x - x^2$ について、$f'(x) = a - 2x$ である。"


def last(text: str) -> tuple[str, str]:
    report = shomei.check(text + "\n", suffix=".md", fast=True, ledger=False)
    end = max(report.formulas, key=lambda each: (each.line, each.column))
    return end.role, end.verdict or ""


@pytest.mark.parametrize(
    "text",
    [
        PARABOLA + r"The only critical point is $x_0 = \frac{a}{2}$.",
        PARABOLA + r"The derivative vanishes at $x = \frac{a}{2}$.",
        r"For $f(x) = a x - x^2$ the slope $f'(x) = a - 2x$ vanishes at $x_0 = \frac{a}{2}$.",
        PARABOLA + r"The maximum is at $\hat x = \frac{a}{2}$.",
        PARABOLA + "Zero slope means that\n\n$$ x = \\frac{a}{2}. $$",
        CUBIC + "The minimum is at $x_0 = 1$.",
        CUBIC
        + "Let $g(x) = a x - x^2$. The first-order condition $g'(x) = a - 2x = 0$ gives "
        + r"$x_0 = \frac{a}{2}$.",
        "Let $f(x) = 3x^2 - 6x$. Then $f'(x) = 6x - 6$ and $f''(x) = 6 > 0$, so the minimum is "
        "at $x = 1$.",
        WIDE + r"$f(x)$ は $x = \frac{a}{2}$ で最大になる。",
        WIDE + r"したがって停留点は $x_0 = \frac{a}{2}$ である。",
        "The speed satisfies $v^2 + 2 a v - 2 b = 0$ with $a, b > 0$, and the positive root is\n\n"
        "$$ v_{\\max} = - a + \\sqrt{a^2 + 2 b}. $$",
    ],
)
def test_it_is_claimed_where_something_vanishes(text: str) -> None:
    assert last(text) == ("claim", "plausible")


@pytest.mark.parametrize(
    "text",
    [
        PARABOLA + r"The only critical point is $x_0 = \frac{a}{3}$.",
        CUBIC + "The maximum is at $x_0 = 1$.",
        CUBIC + "The minimum is at $x_0 = -1$.",
        CUBIC + "The only critical point is $x = 1$.",
        CUBIC + "The minimum value is $x = 1$.",
        CUBIC + "The zero of $f$ is $x = 1$.",
        CUBIC + "The root is $x_0 = 1$.",
        CUBIC + "The function vanishes at $x = 1$.",
        CUBIC + "Let $g(x) = x^2$. Then $g'(x) = 2x$. The minimum of $g$ is at $x = 1$.",
        CUBIC + "Let $g(x) = (x - 3)^2$. The minimum of $g$ is at $x = 1$.",
        "Put $y = x^2 - 2 x$. Then $\\frac{dy}{dx} = 2 x - 2$. Put $z = x^2 + b$. The critical "
        "point of $z$ is $x = 1$.",
        CUBIC + "The optimal choice is $x = 1$.",
        CUBIC + "The negative root is $x_0 = 1$.",
        CUBIC + "The smaller root is $x_0 = 1$.",
        CUBIC + "The maximum is perhaps at $x_0 = -1$.",
        CUBIC + "There is no zero at $x_0 = 1$.",
        CUBIC + "Is the minimum at $x_0 = 1$?",
        CUBIC + "The minimum is not at $x_0 = 1$.",
        CUBIC + "The minimum is at $t_0 = 1$.",
        CUBIC + "Let $x_0 = 1$.",
        WIDE + r"$x = \frac{a}{2}$ で最小になる。",
        WIDE + r"$x = \frac{a}{2}$ で最大になるとは限らない。",
        "## Another\n\n" + CUBIC + "\n\n## Next\n\nThe minimum is at $x_0 = 1$.",
        "The speed satisfies $v^2 + 2 a v - 2 b = 0$ with $a, b > 0$, and the positive root is\n\n"
        "$$ v_{\\max} = - a - \\sqrt{a^2 + 2 b}. $$",
    ],
)
def test_nothing_is_claimed_where_it_does_not_or_is_not_said_to(text: str) -> None:
    assert last(text)[1] not in {"plausible", "verified", "refuted"}


@pytest.mark.parametrize("line", ["The tangent at $(1, 1)$ is", "よって接線の方程式は"])
def test_a_line_has_a_y_of_its_own(line: str) -> None:
    text = f"Put $y = x^2$.\n\n{line} $y = 2x - 1$."
    assert last(text)[0] == "definition"


def test_where_two_lines_meet_is_no_alarm() -> None:
    text = "放物線 $y=x^2-2x$ と直線 $y=x+4$ の交点の $x$ 座標は、$x^2-2x=x+4$ を満たす。"
    assert last(text)[1] != "refuted"
