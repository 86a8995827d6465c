"""Claims that fail: an alarm where all that the text says of their letters is understood, else a
note. Numbers stand in for Lean: what they do not refute counts as verified.
"""

from __future__ import annotations

import pytest

import shomei
from shomei.numbers import find_contradiction, find_witness, refute
from shomei.obligations import build
from shomei.obligations.model import Context, Obligation
from shomei.parser import parse
from shomei.verdicts.doubt import without_doubtful
from shomei.verdicts.model import StepReport


def alarms(text: str, name: str = "a.md") -> list[int]:
    """The lines on which a claim is refuted."""
    return sorted({line for line, verdict in verdicts(text, name) if verdict == "refuted"})


def verdicts(text: str, name: str = "a.md") -> list[tuple[int, str]]:
    """The lines and verdicts of the claims that have one."""
    plan = build(parse(text, name))

    def fails(each: Obligation) -> bool:
        found = refute(each)
        return found is not None and found.kind != "contradiction"

    def possible(context: Context) -> bool:
        return find_witness(context, seconds=1.0) is not None

    steps = [
        StepReport(
            each.id,
            each.span.line,
            each.span.column,
            each.span.end_line,
            each.span.end_column,
            "",
            "",
            "unproved" if each.problem else "refuted" if refute(each) else "verified",
            kind=each.kind,
        )
        for each in plan.obligations
    ]
    doubted = without_doubtful(
        plan,
        steps,
        fails=fails,
        possible=possible,
        impossible=lambda context: find_contradiction(context) is not None,
    )
    return [(step.line, step.verdict) for step in doubted.steps]


QUIET = {
    "equation": "We solve the equation\n\n$$ 2x + 3 = 7 $$\n\nand get $x = 2$.",
    "solve": "Solving $x^2 - 5x + 6 = 0$ gives $(x - 2)(x - 3) = 0$, so $x = 2$.",
    "cases": "Solve $|x| = 2x - 3$.\n\n- If $x \\ge 0$, then $x = 2x - 3$, so $x = 3$.\n"
    "- If $x < 0$, then $-x = 2x - 3$, that is $3x = 3$.",
    "limit": "If the ratios tend to a limit $L$, it must satisfy\n\n$$ L = 1 + \\frac{1}{L}, $$\n\n"
    "that is $L^2 - L - 1 = 0$.",
    "roots": "Let $\\alpha$ and $\\beta$ be the roots. Then\n\n$$ \\alpha + \\beta = 5 $$",
    "condition": "Take positive numbers with $u v = 1$. Then\n\n$$ u + \\frac{1}{v} = 2 u $$",
    "value": "Put $t = 3$. Then we have\n\n$$ t^2 = 9 $$\n\nNext we get\n\n$$ t^2 + 1 = 10 $$",
    "ended": "## One\n\nLet $x > 0$.\n\n## Two\n\nWe have\n\n$$ \\sqrt{x^2} = x $$",
    "named": "## One\n\nWrite $s = a + b$.\n\n## Two\n\nThen\n\n$$ s^2 = a^2 + 2ab + b^2 $$",
    "recurrence": "Let $a_{n+1} = 4 a_n - 6$ and $a_1 = 3$. With $b_n = a_n - 2$ we get\n\n"
    "$$ b_n = 4^{n-1} $$",
    "both": "The roots are\n\n$$ \\mu_{1,2} = 1 \\pm \\sqrt{2} $$\n\nand so\n\n"
    "$$ \\mu_1 \\mu_2 = -1 $$",
    "counting": "Then\n\n$$ \\sum_{k=1}^{n} \\frac{1}{k^2} \\le 1 + (1 - \\frac{1}{n}) < 2 $$",
    "again": "Let $f(x) = x + 1$. Then $f(2) = 3$. Now let $f(x) = x^2$. Then we have $f(3) = 9$.",
    "since": "Let $x > 0$. Since $x > 2$, we have $x^2 > 4$.",
    "reason": "Since $p + q = 1$, we get\n\n$$ p^2 + p q = p $$",
    "items": "- Let $x > 0$.\n- Then $\\sqrt{x^2} = x$, that is $|x| = x$.",
    "put_in": "Start with $u_0 = 1$, so that $u_1 = 4$ and $u_2 = 2 \\cdot 4 = 8$.",
    "another": "Let $f(x) = a x^2$. For $a = 1$ we look at $f(x) = x^3$ as well.",
    "another_case": "Let $f(x) = a x^2$. For $a = 1$, consider another function $f(x) = x^3$. "
    "Then $f(2) = 8$.",
    "another_anew": "Let $f(x) = a x^2$. Now let $a = 1$ and let $f(x) = x^3$. So $f(2) = 8$.",
    "ja_range": "$k \\le t \\le k + 1$ では\n\n$$ (t - k)(t - k - 1) \\le 0 $$\n\nである。",
    "ja_solve": "$x^2 = 4$ を解くと $x = 2$ である。",
    "ja_equation": "方程式 $x^2 - 3x + 2 = 0$ を考える。左辺を因数分解すると\n\n"
    "$$ (x - 1)(x - 2) = 0 $$\n\nとなる。",
    "ja_roots": "2つの解を $p$、$q$ とすると、\n\n$$ p + q = 3 $$\n\nが成り立つ。",
    "ja_contradicts": "これは $0 \\le v \\le 1$ に矛盾する。",
}


@pytest.mark.parametrize("name", QUIET)
def test_what_may_hold_is_no_alarm(name: str) -> None:
    assert alarms(QUIET[name]) == []


LOUD = {
    "equation": ("We solve the equation\n\n$$ x^2 = 4 $$\n\nThen\n\n$$ (x + 1)^2 = x^2 + 1 $$", 7),
    "no_solution": ("The equation\n\n$$ (x + 1)^2 - x^2 - 2x = 2 $$\n\nfollows.", 3),
    "condition": ("For $u v = 1$ we get\n\n$$ (u + v)^2 = u^2 + v^2 + 1 $$", 3),
    "ended": ("## One\n\nLet $x > 0$.\n\n## Two\n\nWe have\n\n$$ (x + 1)^2 = x^2 + 1 $$", 9),
    "other_case": (
        "## One\n\nFor $n = 0$ it is clear.\n\n## Two\n\nThen\n\n$$ (n + 1)^2 = n^2 + 1 $$",
        9,
    ),
    "named": (
        "## One\n\nWrite $s = a + b$.\n\n## Two\n\nThen\n\n$$ s^2 = a^2 + ab + b^2 $$",
        9,
    ),
    "anew": ("Let $x$ be a root of it. Let $x$ be a real number. Then\n\n$$ x + x = 3 x $$", 3),
    "below": ("$$\n\\begin{aligned}\nu &= \\oint f = 1 + 1 \\\\\n&= 3\n\\end{aligned}\n$$", 4),
    "since": ("Let $x > 0$. Since $(x + 1)^2 = x^2 + 1$, it is so.", 1),
    "passed": ("For $n = 0$ it is clear. If it holds, then\n\n$$ (n + 1)^2 = n^2 + 2 $$", 3),
    "put_in": (
        "Start with $u_0 = 1$; then $u_1 = \\frac{1}{3} (2 + 8) = \\frac{11}{3}$ and so on.",
        1,
    ),
    "case": ("Let $f(x) = a x^2 - b x$. For $a = 1$, $b = 4$ we get $f(x) = x^2 - 5x$.", 1),
    "ja_case": ("$f(x) = a x^2 + 1$ とおく。$a = 3$ のとき $f(2) = 14$ である。", 1),
    "ja": ("方程式 $x^2 = 4$ を考える。展開すると\n\n$$ (x + 1)^2 = x^2 + x + 1 $$", 3),
}


@pytest.mark.parametrize("name", LOUD)
def test_what_fails_under_all_that_is_said_is_an_alarm(name: str) -> None:
    text, line = LOUD[name]
    assert alarms(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Let $x > 0$. Since $x > 2$, we have $x^2 > 4$.",
        "$x$ を正の数とする。$x > 2$ なので、$x^2 > 4$ である。",
        "For $n = 0$ both sides are 1. If it holds for $m$, then\n\n$$ n + 1 = 1 $$",
        "Suppose first that $n = 0$. Both sides are 1. Next it is shown for $m$. Then $n + 1 = 1$.",
    ],
)
def test_a_condition_that_has_passed_verifies_nothing(text: str) -> None:
    assert verdicts(text) == []


RANGES = [
    "The map is continuous on $a \\le x \\le b$ and differentiable on $a < x < b$.",
    "Let $-2 < r < 2$ be a real number. Show that the series converges.",
    "For $-1 < t < 0$, the function is even. Compare that to $0 < u v < 3$ above.",
    "The parameter of the coin lies in $0 \\le p \\le 1$ of course.",
    "関数 $f$ が$a \\leq x \\leq b$ で連続、$a < x < b$ で微分可能のとき、",
    "$0<x<b$ 内の点 $x=c$ で最大値をとる。",
    "積分範囲は$0\\leq r\\leq 1$，$\\theta$は$0\\leq\\theta\\leq 2\\pi$である．",
    "| interval | point |\n|---|---|\n| $[0,c]$ | $0<d<c$ |",
]


@pytest.mark.parametrize("text", RANGES)
def test_between_what_a_letter_lies_is_doubted_as_a_whole(text: str) -> None:
    assert verdicts(text) == []


def test_between_what_a_known_letter_lies_is_claimed() -> None:
    assert alarms("Let $0 < x < 1$. Hence $0 < x < \\frac12$.") == [1]
    assert alarms("$0 < x < 1$ とする。よって $0 < 2x < 1$ である。") == [1]


def test_a_line_of_which_one_link_fails_is_not_verified() -> None:
    assert verdicts("$$ x = 2 \\iff x^2 = 4 \\iff |x| = 2 $$") == []


def test_a_name_beside_a_claim_leaves_it_verified() -> None:
    assert (1, "verified") in verdicts("We get $s = (a + b)^2 = a^2 + 2ab + b^2$.")


def test_a_bound_in_brackets_behind_a_law_is_no_part_of_the_theorem() -> None:
    laws = (
        "\\item $\\frac{c K}{K} = c$, ($K \\neq 0$)",
        "\\item roots (when $n$ is odd or $L \\ge 0$)",
        "\\item $\\sqrt{a^2} = a$ ($a > 0$)",
    )
    text = "\n".join(
        ("\\begin{theorem}\\begin{enumerate}", *laws, "\\end{enumerate}\\end{theorem}")
    )
    assert not set(alarms(text, "a.tex")) & {2, 3}


def test_what_a_chain_says_of_an_element_of_which_nothing_is_known_counts() -> None:
    said = "We get $u_1 = 2 \\cdot 3 = 6$, and so on to $u_n$ and $u_{n+1}$."
    assert verdicts(f"Start with $u_0 = 1$. {said}") == [(1, "verified")]
    assert verdicts(f"Suppose that $u_1 = 1$. {said}") == []
    assert alarms(f"Let $u_0 = 1$ and $u_{{n+1}} = 2 u_n$. {said}") == [1]


@pytest.mark.parametrize(
    ("text", "undefined"),
    [
        (r"We have $\sqrt[3]{-8} = -2$.", False),
        (r"Put $v = \sqrt[5]{1 - \sqrt 2}$. We have $v^5 + \sqrt 2 = 1$.", False),
        (r"We have $\sqrt[4]{-16} = -2$.", True),
        (r"We have $\sqrt{1 - \sqrt 2} > 0$.", True),
    ],
)
def test_a_root_of_odd_degree_below_zero_is_no_mistake(text: str, undefined: bool) -> None:
    report = shomei.check(f"{text}\n", suffix=".md", fast=True, ledger=False)
    assert ("undefined" in {step.verdict for step in report.steps}) == undefined
    assert not any(step.verdict == "plausible" for step in report.steps)


@pytest.mark.parametrize(
    ("second", "stays"),
    [
        (r"2 \log x + 3", True),
        (r"2 \log x + 2", False),  # for no x
        (r"2 \log x + 1 + x", False),  # for x = 2, but the text does not say so
    ],
)
def test_a_chain_with_a_link_that_nothing_makes_true_is_noted_as_a_whole(
    second: str, stays: bool
) -> None:
    text = (
        r"Let $F(x) = x^2 \log x$ for $x > 0$ in the frobnicated case. Then"
        + f"\n\n$$ F''(x) = 2 \\log x + 1 + x \\cdot \\frac2x = {second} $$\n"
    )
    report = shomei.check(text, suffix=".md", fast=True, ledger=False)
    assert ("plausible" in {step.verdict for step in report.steps}) == stays


def test_what_a_chain_says_from_end_to_end_rests_on_all_its_links() -> None:
    text = (
        "The cost $c > 0$ of a frobnicated unit is fixed, and\n\n"
        r"$$ G(t) = 4t^2 + \frac{c}{t^2} \qquad (t > 0). $$"
        "\n\nHence\n\n"
        r"$$ G''(t) = 8 + \frac{2c}{t^3} > 0. $$"
    )
    report = shomei.check(f"{text}\n", suffix=".md", fast=True, ledger=False)
    assert "plausible" not in {step.verdict for step in report.steps}
