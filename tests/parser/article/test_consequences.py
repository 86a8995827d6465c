"""Of `A, so B` B is claimed where A holds, and of nothing else."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.terms.nodes import Connective


def last(text: str) -> Obligation:
    """The last step of an article."""
    return build(parse(text, "a.md")).obligations[-1]


def is_drawn(text: str) -> bool:
    """Whether the last step has a premise."""
    goal = last(text).goal
    return isinstance(goal, Connective) and goal.operator == "implies"


@pytest.mark.parametrize(
    "text",
    [
        "We get $2 u - 4 = 0$, so $u = 2$.",
        "We get $2 u - 4 = 0$. Hence $u = 2$.",
        "We find\n\n$$ 2 u - 4 = 0, $$\n\nand therefore\n\n$$ u = 2. $$",
        "Here $p + q = 5$, $p q = 3$. Therefore\n\n$$ p^2 + q^2 = 19. $$",
        "Since $u + v = 2$ and $v = 0$, we have $u = 2$.",
        "We have\n\n$$ 2 (c - s) = 2 c - 2 s. $$\n\nSetting this to zero gives $c = s$.",
        "We have\n\n$$ 2 (c - s) = 2 c - 2 s. $$\n\nSetting it equal to $0$ yields\n\n$$ c = s. $$",
        "Solve $2 u = 4$. We get $u = 2$.",
        "The equation is $\\frac{1}{f} = \\frac{1}{b} + \\frac{1}{d}$. Solving for $d$,\n\n"
        "$$ d = \\frac{b f}{b - f}. $$",
        "Then $1 - 2 u = u + 4$,\nso $u = -1$.",
        "We find $4 u^3 = 2 v$, that is $v = 2 u^3$.",
        "$u^2 - 4 = (u - 2) (u + 2) = 0$ となり、$u = 2$ または $u = -2$ を得る。",
        "方程式 $2 u = 4$ を解く。両辺を $2$ で割って $u = 2$ を得る。",
        "$2 u = 4 v$ を $u$ について解いて\n\n$$ u = 2 v $$\n\nを得る。",
        "$2 u - 4 = 0$ となる。よって $u = 2$ である。",
        "$p + q = 5$、$p q = 3$ である。ゆえに\n\n$$ p^2 + q^2 = 19 $$\n\nとなる。",
        "次を得る。\n\n$$ 2 (c - s) = 2 c - 2 s $$\n\nこれを $0$ とおくと $c = s$ を得る。",
    ],
)
def test_what_an_equation_leads_to(text: str) -> None:
    assert is_drawn(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that $x = 1$. Hence $x^2 = 1$.",
        "Is $x = 1$? Then $x^2 = 1$.",
        "Solve $2 x = 6$: we get $x = 3$. Now solve $3 x = 12$.",
        "The equation is $2 x = 6$. Cats are nice. Solving gives $x = 3$.",
        "The equation is $2 x = 6$ if $x$ is large. Solving gives $x = 3$.",
        "We do not have $2 x = 6$; dividing by $2$, $x = 3$.",
        "Tom has $x = 3$, and Ann has $x = 4$. So $x^2 = 9$.",
        "$x = 2$ gives $4 = 4$. So in general\n\n$$ x^2 = 4. $$",
        "We get $x = 1$ or $x = 2$. So $x^2 = 1$.",
        "We get $x = 1$.\n\n## Another section\n\nHence $x^2 = 1$.",
        "- We get $x = 1$.\n- Hence $x^2 = 1$.",
        "We get $x = 1$. Now let $x$ be a real number. So $x^2 = 1$.",
        "We get $x = 1$, but for every real number $x$ we have $x^2 = 1$.",
        "We get $y = 1$, so $x^2 = 1$.",
        "We get $x = 1$. Cats are nice. So $x^2 = 1$.",
        "The equation $x^2 = 4$ has the root $x = 2$. Therefore\n\n$$ x + 1 = 3. $$",
        "Plot $y = x$ and $y = x^2$. Then\n\n$$ x = x^2. $$",
        "We have\n\n$$ c - s = c - s. $$\n\nNever setting this to zero, we have $c = s$.",
        "$x = 1$ ではない。よって $x^2 = 1$ である。",
        "$x = 1$ となる。\n\n## 次の節\n\nよって $x^2 = 1$ である。",
    ],
)
def test_what_no_equation_leads_to(text: str) -> None:
    assert not is_drawn(text)


def test_an_identity_needs_no_equation() -> None:
    assert not is_drawn("We get $a = b + c$. Hence\n\n$$ (b + c)^2 - b^2 = 2 b c + c^2. $$")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Setting this to zero gives\n\n$$ \\hat c = 2 s. $$", True),
        ("This is nice. The estimate is\n\n$$ \\hat c = 2 s. $$", False),
        ("Setting this to zero gives\n\n$$ \\hat a = 2 s. $$", False),
    ],
)
def test_a_solution_with_a_name_of_its_own(text: str, *, drawn: bool) -> None:
    found = build(parse(f"We have\n\n$$ 2 (c - 2 s) = 2 c - 4 s. $$\n\n{text}", "a.md")).obligations
    assert (len(found) > 1) == drawn


def test_a_value_with_its_calculation_may_be_one_of_an_example() -> None:
    text = "The mean of these is $m^2 = \\frac{1 + 7}{2} = 4$, and so on."
    step = build(parse(text, "a.md")).obligations[0]
    assert step.conditional


def test_a_step_that_is_not_understood_leads_to_nothing_that_counts() -> None:
    assert last("Perhaps $2 u - 4 = 0$. Hence $u = 2$.").reserved


def test_a_derivative_by_a_letter_that_others_do_not_depend_on() -> None:
    text = (
        "The price $u$ belongs to $v$. We have\n\n"
        "$$ \\frac{d}{da} (u a + v) = u. $$\n\nWe have\n\n$$ \\frac{d}{du} (u v) = v. $$"
    )
    one, other = build(parse(text, "a.md")).obligations
    assert not one.reserved
    assert other.reserved


def test_an_accented_letter_of_which_the_words_are_not_read() -> None:
    step = last("The mean of these is also written $\\bar x$. We have $n \\bar x - 2 n = 0$.")
    assert step.doubts
