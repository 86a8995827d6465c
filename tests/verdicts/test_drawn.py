"""What an article draws from what it has stated is owed under that, and nothing else is."""

from __future__ import annotations

import pytest

from shomei.obligations.model import Obligation
from shomei.terms.nodes import Connective
from shomei.verdicts.model import Text
from shomei.verdicts.wiring import stages

STAGES = stages()


def last(text: str) -> Obligation:
    """The last step of an article."""
    return STAGES.build(STAGES.read(Text(text, "a.md"))).obligations[-1]


def premise(text: str) -> str:
    """What the last step of an article is drawn from, if numbers do not refute it."""
    step = last(text)
    goal = step.goal
    if not isinstance(goal, Connective) or STAGES.refute(step, 0.5) is not None:
        return ""
    return STAGES.show(goal.left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The half-life $h$ satisfies\n\n"
            "$$ e^{-k h} = \\frac12, \\qquad h = \\frac{\\ln 2}{k}. $$",
            "e^{-k h} = \\frac{1}{2}",
        ),
        (
            "By the law of cosines\n\n$$c^2 = a^2 + b^2 - 2ab\\cos u.$$\n\n"
            "Solving for the cosine we obtain\n\n$$\\cos u = \\frac{a^2 + b^2 - c^2}{2ab}.$$",
            "c^{2} = a^{2} + b^{2} - 2 a b \\cos u",
        ),
        ("Solve $2 u + v = 4$ for $v$:\n\n$$ v = 4 - 2 u. $$", "2 u + v = 4"),
        (
            "The number must satisfy\n\n$$ L^2 - L - 1 = 0, $$\n\n"
            "and so, being positive,\n\n$$ L = \\frac{1 + \\sqrt{5}}{2}. $$",
            "L > 0 \\land L^{2} - L - 1 = 0",
        ),
        (
            "連立方程式は\n\n$$\na p + b r = s,\\qquad a r + b q = t \\tag{1}\n$$\n\n"
            "である。\n\n## 解く\n\n(1) の第 1 式に $q$、第 2 式に $r$ を掛けて引くと\n\n"
            "$$\na(pq - r^2) = qs - rt\n$$\n\nとなる。",
            "a p + b r = s \\land a r + b q = t",
        ),
        (
            "Put $f(x) = x^2 - 4x$. Then $f'(x) = 2x - 4$. Setting $f'(x) = 0$ we find $x = 2$.",
            "2 x - 4 = 0",
        ),
        (
            "Denote half of the perimeter by $s = \\frac12 (a + b + c)$. The side is\n\n"
            "$$ a + b - c = 2 (s - c). $$",
            "s = \\frac{1}{2} \\cdot (a + b + c)",
        ),
        (
            "By Vieta's formulas $u + v = 4$ and $u v = 1$. Hence $u^2 + v^2 = 14$.",
            "u + v = 4 \\land u v = 1",
        ),
        (
            "2 つの解を $u,v$ とおくと、\n\n$$\nu + v = -p,\\qquad u v = q\n$$\n\n"
            "である。したがって\n\n$$\n(u - v)^2 = p^2 - 4 q\n$$\n\nとなる。",
            "u + v = -p \\land u v = q",
        ),
        (
            "質量を $m>0$ とする。エネルギー保存則より $mgh=\\frac12mv^2$ である。"
            "よって $v^2=2gh$ となる。",
            "m g h = \\frac{1}{2} \\cdot m \\cdot v^{2}",
        ),
    ],
)
def test_what_is_drawn(text: str, expected: str) -> None:
    assert premise(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The equation is $u^2 = 2u$. Thus, for every real $u$, $u^4 = 2u^3$.",
        "The equation is $u^2 = 2u$.\n\n## Other\n\nHence $u^4 = 2 u^3$.",
        "It is not true that $u^2 = 2u$. Hence $u^4 = 2 u^3$.",
        "Is $u^2 = 2u$? So $u^4 = 2 u^3$.",
        "If $u^2 = 2u$, then $u = 0$ or $u = 2$. Thus $u^4 = 2 u^3$.",
        "The equation is $u^2 = 2u$. Let $u$ be a real number. Then $u^4 = 2 u^3$.",
        "The equation is $u^2 = 2u$. In general $u^4 = 2 u^3$.",
        "- The equation is $u^2 = 2u$.\n- Hence $u^4 = 2 u^3$.",
        "方程式は $u^2=2u$ ではない。よって $u^4=2u^3$ である。",
        "We have $u + v = 1$ and $u + v = 2$. So $u = 7$.",
        "The equation is $u^2 = 2u$. Now let $u^2 = 4$. Hence $u = 0$.",
        "Half of $s = \\frac12 a$ is wrong. The sides are\n\n$$ u = 2 s - a + u. $$",
        "Half is $s = \\frac12 a$. Let $s$ be another number. A side is\n\n$$ a + u = 2 s + u. $$",
        "If $s = \\frac12 a$, we are done. The side is\n\n$$ a + u = 2 s + u. $$",
        "By conservation of energy $u = 2 v$. Hence $u^2 = 3 v^2$.",
    ],
)
def test_what_is_not(text: str) -> None:
    assert premise(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Put $f(x) = x^2 - 4x$. Then $f'(x) = 2x - 5$. Setting $f'(x) = 0$ we find $x = \\frac52$.",
        "Put $f(x) = x^2 - 4x$. Then $f'(x) = 2x - 4$. Now put $f(x) = x^2 - 6x$. "
        "Setting $f'(x) = 0$ we find $x = 2$.",
    ],
)
def test_a_derivative_is_what_it_is(text: str) -> None:
    assert premise(text) in ("", "f'(x) = 0")


def test_numbers_are_no_law() -> None:
    assert not last("By Pythagoras\n\n$$ 3^2 + 4^2 = 6^2. $$").tentative
    assert last("By Pythagoras\n\n$$ a^2 + b^2 = c^2. $$").tentative
