"""How far the condition of a sentence reaches: to names that stand for its letters, to each formula
of the display below, and to what goes on from there; not to what is said in general.
"""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from shomei.terms.nodes import Connective


def conditioned(text: str) -> list[bool]:
    """For each step of an article, whether it is claimed under a condition."""
    return [
        isinstance(each.goal, Connective) and each.goal.operator == "implies"
        for each in build(parse(text, "a.md")).obligations
        if each.kind != "conclusion"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Put $h = t^2$. When $t = 3$, $h = 9$.",
        "The energy is $E = \\frac12 m v^2$. For $m = 2$ and $v = 3$ we have $E = 9$.",
        "Let $S = 2x + 1$. Now take $x = 2$. Then $S = 5$.",
        "$h = t^2$ とおく。$t = 3$ のとき $h = 9$ である。",
        "For $x = 2$ we have\n\n$$ x^2 = 4, \\qquad x^3 = 8 $$",
        "For $x = 2$ we have\n\n$$ \\begin{aligned} x^2 &= 4 \\\\ x^3 &= 8 \\end{aligned} $$",
        "For $x = 2$ we have\n\n$$ x^2 = 4, $$\n\nand therefore $x^3 = 8$.",
        "$x = 2$ のとき\n\n$$ x^2 = 4 $$\n\nであり、$x^3 = 8$ となる。",
    ],
)
def test_what_a_condition_reaches(text: str) -> None:
    assert all(conditioned(text))


@pytest.mark.parametrize(
    "text",
    [
        "Let $S = 2x + 1$. When $x = 2$, $S = 5$. In general $S = 5$.",
        "For $x = 2$ we have $x^2 = 4$, while in general $x^3 = 8$.",
        "$x = 2$ のとき $x^2 = 4$ であり、一般に $x^3 = 8$ となる。",
        "For $x = 2$ we have\n\n$$ x^2 = 4. $$\n\nHence $x^3 = 8$.",
        "For $x = 2$ we have\n\n$$ x^2 = 4, $$\n\nbut for all real $x$ we have $x^3 = 8$.",
        "For $x = 2$ we have\n\n$$ x^2 = 4, $$\n\nwhile always $x^3 = 8$.",
        "For $x = 2$ we have\n\n$$ x^2 = 4 $$\n\n$$ x^3 = 8 $$",
        "For $x = 2$ we have\n\n$$ x^2 = 4 $$\n\n## Another section\n\nand $x^3 = 8$.",
        "(i) $x = 2$ のとき\n\n$$ x^2 = 4 $$\n\n(ii) それ以外のとき\n\n$$ x^3 = 8 $$",
        "(i) $x = 2$ のとき\n\n$$ x^2 = 4 $$\n\n(ii) 次が成り立つ\n\n$$ x^3 = 8 $$",
        "$x = 2$ のとき\n\n$$ x^2 = 4 $$\n\nであるが、残りの場合は $x^3 = 8$ である。",
        "If $x = 2$ then\n\n$$ x^2 = 4, $$\n\nand in all other cases $x^3 = 8$.",
        "Let $S = 2x + 1$. Let $x = 2$. Then $S = 5$.\n\nNow let $x$ be real. Then $S = 5$.",
    ],
)
def test_what_it_does_not_reach(text: str) -> None:
    assert not conditioned(text)[-1]
