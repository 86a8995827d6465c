"""What an article says that letters and signs mean, and that nothing is verified of others."""

from __future__ import annotations

import pytest

from tests.verdicts.test_doubt import verdicts

OTHERS = {
    "e": "Let $e$ denote the eccentricity. Then\n\n$$ \\ln e = 1 $$",
    "pi": "Let $\\pi$ be the profit.\n\n$$ \\cos \\pi = -1 $$",
    "function e": "Let $e(x) = x + 1$. Then\n\n$$ e(0) = 0 $$",
    "strings": "For strings $u$ and $v$,\n\n$$ u v = v u $$",
    "permutations": "Let $u$ and $v$ be rotations. Then\n\n$$ u v = v u $$",
    "a string": "Suppose that $u$ is a string. Then\n\n$$ u + u = 2 u $$",
    "term": "Let $a(n)$ denote the $n$-th term. Then\n\n$$ a(n + 1) = a n + a $$",
    "unit": "By Euler, $e^{i t} = \\cos t + i \\sin t$, and so\n\n$$ i^2 t^2 \\ge 0 $$",
    "complex name": "Let\n\n$$ z = 3 + 4i $$\n\nThen\n\n$$ z^2 \\ge 0 $$",
    "log": "Here $\\log$ is the logarithm to base 10.\n\n$$ \\log e = 1 $$",
    "ln": "In this text $\\ln$ denotes the logarithm to base 2.\n\n$$ \\ln e = 1 $$",
    "degrees": "All angles are measured in degrees.\n\n$$ \\sin \\pi = 0 $$",
    "operation": "Define the operation $a * b = a + 2b$. Then\n\n$$ a * b = b * a $$",
    "bracket": "We denote the integer part of $x$ by $[x]$.\n\n$$ [2.5] = 2.5 $$",
    "sets": "Let $A = \\{3\\}$ and $B = \\{4\\}$. Then\n\n$$ A B = 12 $$",
    "floats": "In floating-point arithmetic,\n\n$$ (a + b) + c = a + (b + c) $$",
    "value": "Let $x = 2$. Then\n\n$$ \\frac{d}{dx} x^2 = 0 $$",
    "time": "Let $t = x + 1$.\n\nNow $t$ stands for the time.\n\n$$ t - 1 = x $$",
    "ja e": "誤差を $e$ とする。\n\n$$ \\log e = 1 $$",
    "ja kind": "$p$、$q$ を命題とする。\n\n$$ p + q = q + p $$",
    "ja operation": "演算を $a \\times b = a + b - 1$ で定める。\n\n$$ 2 \\times 3 = 6 $$",
    "ja log": "以下、$\\log$ の底は 2 とする。\n\n$$ \\log e = 1 $$",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_means_something_else_is_not_verified(name: str) -> None:
    last = OTHERS[name].count("\n") + 1
    assert (last, "verified") not in verdicts(OTHERS[name])


KNOWN = {
    "limit": "Let $L$ be the limit of the ratios. Then\n\n$$ (L + 1)^2 = L^2 + 2L + 1 $$",
    "e": "Let $e$ be Euler's number. Then\n\n$$ \\ln e = 1 $$",
    "natural": "Here $\\log$ is the natural logarithm to base $e$.\n\n$$ \\log e = 1 $$",
    "group": "Notes of a reading group. Here $n$ is a real number.\n\n$$ n + n = 2n $$",
    "index": "For $i \\ge 1$ we have\n\n$$ (i + 1)^2 = i^2 + 2i + 1 $$",
    "ja": "傾きを $m$ とする。\n\n$$ (m + 1)^2 = m^2 + 2m + 1 $$",
}


@pytest.mark.parametrize("name", KNOWN)
def test_quantities_are_checked(name: str) -> None:
    last = KNOWN[name].count("\n") + 1
    assert (last, "verified") in verdicts(KNOWN[name])
