"""Which formulas of an article define a function, and for how long."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from tests.verdicts.test_doubt import verdicts

NEVER = {
    "a claim": "Let $f(x) = x^2$. Then\n\n$$ f(x) = x^3 $$\n\n$$ f(2) = 8 $$",
    "obtained": "Let $g(t) = 2t$. We obtain\n\n$$ g(k) = 14 $$\n\n$$ g(1) = 14 $$",
    "for some": "Suppose $g(c) = 4$ for some $c$. Then\n\n$$ g(x) = 4 $$\n\n$$ g'(x) = 0 $$",
    "exists": "There is a point $c$ with $f(c) = 3$.\n\n$$ f'(c) = 0 $$",
    "pieces": "Let $f(x) = x$ for $x > 0$ and $f(x) = 5$ for $x \\le 0$. Then\n\n$$ f(-1) = -1 $$",
    "rows": "$$ f(x) = x \\quad (x > 0), \\quad f(x) = -x \\quad (x \\le 0) $$\n\n$$ f(-2) = -2 $$",
    "domain": "Let $g(x) = \\sqrt{x}$ for $x \\ge 4$. Then\n\n$$ g(1) = 1 $$",
    "case": "- If $g(x) = x$, this is the mean value theorem.\n\nIn general\n\n$$ g'(d) = 1 $$",
    "abstract": "Let $f$ be a differentiable function. If $f(a) = f(b)$, then\n\n$$ f'(c) = 0 $$",
    "last week": "Recall that $f(x) = x^2$ was another function.\n\n$$ f(3) = 9 $$",
    "general": "Let $f(x) = x^2$. Now let $f$ be continuous. Then\n\n$$ f(2) = 4 $$",
    "instead": "Let $f(x) = x^2$. With $f(x) = x$ instead,\n\n$$ f(4) = 16 $$",
    "unknown": "Let $g(t) = t + 4$. Now let $g$ be some other function.\n\n$$ g(1) = 5 $$",
    "ja claim": "$f(x) = x^2$ とする。このとき\n\n$$ f(x) = 2x $$\n\nであるから\n\n$$ f(3) = 6 $$",
    "ja exists": "$f(a) = 3$ となる $a$ が存在する。\n\n$$ f(x) = 3 $$\n\n$$ f'(x) = 0 $$",
    "ja case": "- $g(x) = x$ のとき平均値の定理となる。\n\n一般には\n\n$$ g'(d) = 1 $$",
}


@pytest.mark.parametrize("name", NEVER)
def test_what_is_no_definition_verifies_nothing(name: str) -> None:
    assert "verified" not in {verdict for _, verdict in verdicts(NEVER[name])}


DEFINED = {
    "let": ("Let $f(x) = x^2$. Then\n\n$$ f(3) = 9 $$", 3),
    "again": ("Let $f(x) = x^2$.\n\nNow let\n\n$$ f(x) = x^3 $$\n\nThen\n\n$$ f(2) = 8 $$", 9),
    "for": ("For $f(x) = x^2$ we get\n\n$$ f'(x) = 2x $$", 3),
    "domain": ("Let $g(x) = x^2$ for $x \\ge 2$. Then\n\n$$ g(3) = 9 $$", 3),
    "display": ("Consider the function\n\n$$ f(x) = x^2 + 1. $$\n\nWe have $f(1) = 2$.", 5),
    "ja": ("関数\n\n$$ f(x) = x^2 $$\n\nを考える。このとき\n\n$$ f(3) = 9 $$\n\nである。", 7),
    "ja again": (
        "$f(x) = x^2$ とする。\n\n次に\n\n$$ f(x) = x^3 $$\n\nとおく。このとき\n\n$$ f(2) = 8 $$",
        9,
    ),
}


@pytest.mark.parametrize("name", DEFINED)
def test_what_is_defined_is_used(name: str) -> None:
    text, line = DEFINED[name]
    assert (line, "verified") in verdicts(text)


AGAIN = {
    "headings": "## A line\n\n$$ f(x) = 3x $$\n\n## A square\n\n$$ f(x) = x^2 \\\\ f'(x) = 2x $$",
    "examples": "$f(x) = x^2$. **Example:** Find the derivative of $f(x) = x^5$.",
    "table": "| outer | inner |\n|---|---|\n| $f(x) = x^2$ | $f(x) = x^3$ |\n| $f(x) = e^x$ | |",
    "exercises": "Input the function $f(x) = x$.\n\nInput the function $f(x) = \\sin(x)$.",
    "values": "Let $s(t) = 2t$. The path is $s(t) = t^2 + 5$.\n\n$$ s(0) = 5 $$",
    "ja": "$f(x) = x^2$ とする。\n\n**例題** 関数 $f(x) = x^3$ の微分\n\n$$ f'(x) = 3x^2 $$",
}


@pytest.mark.parametrize("name", AGAIN)
def test_another_formula_for_a_function_is_no_alarm(name: str) -> None:
    assert "refuted" not in {verdict for _, verdict in verdicts(AGAIN[name])}


def test_a_formula_that_is_claimed_or_agrees_is_about_the_same_function() -> None:
    claimed = "Let $f(x) = x^2$. Then\n\n$$ f(x) = x^3 $$"
    assert (3, "refuted") in verdicts(claimed)
    agrees = "Let $f(x) = x^2 - 2x$.\n\n$$ f(x) = (x-1)^2 - 1 $$\n\nHence $f(1) = 5$."
    assert (5, "refuted") in verdicts(agrees)
    assert (1, "refuted") in verdicts("Let $f(x) = x^2$. Then $f(x) = x^3$.")


@pytest.mark.parametrize("term", [r"\sin (g(0, 1))", "(g(1, 2))", "2 (1 + g(1, 2))"])
def test_a_constant_may_have_functions_in_its_brackets(term: str) -> None:
    document = parse(f"define g(x, y) = x + y\ndefine X = {term}\nX = X\n", "a.txt")
    assert len(document.items) == 3
