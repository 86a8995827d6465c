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
    "points": "Let $A$, $B$, $C$ be points in the plane.\n\n$$ A + B - B = A $$",
    "segments": "三角形 $ABC$ において $AB = 3$ とする。\n\n$$ AB \\cdot AC = AC \\cdot AB $$",
    "octal": "以下の数はすべて8進数である。\n\n$$ 4 + 4 = 8 $$",
    "relation": "Here $a < b$ means that $a$ divides $b$.\n\n$$ 2 < 3 $$",
    "ja e": "誤差を $e$ とする。\n\n$$ \\log e = 1 $$",
    "volume": "Suppose the volume $V$ varies with the temperature $T$. Then\n\n"
    "$$ \\frac{\\partial}{\\partial T} (T V) = V $$",
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


DENIED = {
    "by no means": "It is by no means true that\n\n$$ 1 + 1 = 2 $$",
    "not the case": "They are not equal, that is, it is not the case that\n\n$$ 1 + 1 = 2 $$",
    "in the row": "$$ 1 + 1 = 2 \\quad \\text{(false!)} $$",
    "below": "$$ 1 + 1 = 2 $$\n\nThe last formula is not correct.",
    "list": "The following are **not** identities:\n\n- $1 + 1 = 2$\n- $2 + 2 = 4$",
    "sometimes": "Sometimes, though not always,\n\n$$ 1 + 1 = 2 $$",
    "emphasis": "It is \\emph{not} true that $1 + 1 = 2$.",
    "mark": "❌ $1 + 1 = 2$",
    "for no": "$$ x^2 + 1 > 0 \\quad \\text{for no real } x $$",
    "sadly": "$$ 1 + 1 = 2 $$\n\nSadly, this is not true.",
    "myth": "It is a myth that\n\n$$ 1 + 1 = 2 $$",
    "none": "None of the following is correct:\n\n- $1 + 1 = 2$",
    "above": "The next formula is wrong.\n\n$$ 1 + 1 = 2 $$",
    "row": "| formula | |\n|---|---|\n| $1 + 1 = 2$ | no |\n| wrong | $2 + 2 = 4$ |",
    "ja row": "| 式 | |\n|---|---|\n| $1 + 1 = 2$ | 偽 |",
    "ja misread": "次の主張は誤解である：\n\n$$ 1 + 1 = 2 $$",
    "ja equation": "$1 + 1 = 2$ という等式は正しくない。",
    "ja": "$1 + 1 = 2$ とはいえない。",
    "ja below": "$$ 1 + 1 = 2 $$\n\nは一般には成り立たない。",
    "ja lie": "「$1 + 1 = 2$」は嘘である。",
}


@pytest.mark.parametrize("name", DENIED)
def test_what_is_denied_is_not_verified(name: str) -> None:
    assert verdicts(DENIED[name]) == []


CONTRARY = {
    "roots": "$\\sqrt{2} + \\sqrt{3} = \\sqrt{5}$ と仮定する。両辺を2乗すると\n\n"
    "$$ 5 + 2 \\sqrt{6} = 5 = 5 $$\n\nとなり矛盾する。",
    "closed": "Suppose $1 = 2$. Then $2 = 4$.",
    "contrary": "Suppose on the contrary that $x^2 < 0$. Then $x > x + 1$.",
}


@pytest.mark.parametrize("name", CONTRARY)
def test_under_the_contrary_nothing_is_an_alarm(name: str) -> None:
    assert "refuted" not in {verdict for _, verdict in verdicts(CONTRARY[name])}


@pytest.mark.parametrize(
    "text",
    [
        "等号は $a = b$ のとき成り立つ。\n\n$$ a - b = 0 $$",
        "等号が成り立つのは $x = y$ のときである。\n\n$$ x - y = 0 $$",
        "$x > 0$ とする。\n\n以下では $x > 0$ の仮定を外す。\n\n$$ |x| = x $$",
        "$n = 3$ か $n = 5$ のとき、$n = 5$ である。",
        "This is trivial if $a = 0$. So\n\n$$ a b = 0 $$",
        "Equality holds if $a = b$. Hence\n\n$$ a = b $$",
    ],
)
def test_a_case_ends_with_its_sentence(text: str) -> None:
    assert "verified" not in {verdict for _, verdict in verdicts(text)}
