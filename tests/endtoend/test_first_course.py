"""Single lines from texts of a first course, with the real portable Lean: true lines are verified,
and false lines near them are not, even by Lean alone.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shomei.verdicts.prove import Prover
from tests.false.corpus import portable_prover, report_by_lean_alone

TRUE = {
    "inequalities": r"""
|x| < 2 \Rightarrow x^2 < 4
x^2 < 4 \iff -2 < x \land x < 2
|x - 3| \le 2 \iff 1 \le x \land x \le 5
x^2 - 3 x + 2 < 0 \iff 1 < x \land x < 2
x^2 - 3 x + 2 \ge 0 \iff x \le 1 \lor x \ge 2
x^3 - x > 0 \iff (-1 < x \land x < 0) \lor x > 1
\frac{x - 1}{x + 2} > 0 \iff x < -2 \lor x > 1
x > 0 \land x^2 = 4 \Rightarrow x = 2
x > 0 \Rightarrow \frac{1}{x} > 0
x > 0 \Rightarrow x + \frac{1}{x} \ge 2
x < y \Rightarrow x^3 < y^3
x^2 + x + 1 > 0
-2 x^2 + 4 x - 5 < 0
a^2 + b^2 + c^2 \ge a b + b c + c a
""",
    "binomials": r"""
let n, k \in \mathbb{N}
assume k \le n
\binom{4}{0} + \binom{4}{1} + \binom{4}{2} + \binom{4}{3} + \binom{4}{4} = 16
\sum_{j=0}^{4} \binom{4}{j} = 16
\sum_{j=0}^{3} (-1)^j \binom{3}{j} = 0
(1 + x)^4 = \sum_{j=0}^{4} \binom{4}{j} x^j
\binom{49}{6} = 13983816
\binom{100}{2} = 4950
\binom{20}{10} = 184756
\binom{n + 1}{2} = \binom{n}{2} + n
\binom{n}{2} = \frac{n (n - 1)}{2}   by induction on n
""",
    "negative exponents": r"""
let n \in \mathbb{N}
assume x \neq 0, a \neq 0, b \neq 0
x^{-n} = \frac{1}{x^n}
x^{-n} x^n = 1
(\frac{1}{2})^n = 2^{-n}
\sum_{k=0}^{n} 2^{-k} = 2 - 2^{-n}   by induction on n
a^{-n} b^{-n} = (a b)^{-n}
""",
    "orders": r"""
\lim_{x \to \infty} \frac{\log x}{x} = 0
\lim_{x \to \infty} \frac{\log x}{\sqrt{x}} = 0
\lim_{x \to \infty} \frac{(\log x)^2}{x + 1} = 0
\lim_{x \to \infty} x e^{-x} = 0
\lim_{x \to \infty} \frac{x^2 + 1}{e^x} = 0
\lim_{x \to \infty} \frac{x^3}{2^x} = 0
\lim_{x \to \infty} \frac{x \log x}{e^x} = 0
\lim_{x \to -\infty} x e^x = 0
\lim_{x \to 0^+} x \log x = 0
\lim_{x \to 0^+} \sqrt{x} \log x = 0
\lim_{x \to 0^+} \frac{e^{-\frac{1}{x}}}{x} = 0
\lim_{x \to 0^+} x^x = 1
\lim_{x \to \infty} x^{\frac{1}{x}} = 1
\lim_{x \to \infty} \frac{e^x}{e^x + x} = 1
""",
    "roots and bounds": r"""
\lim_{x \to \infty} \frac{1}{\sqrt{x}} = 0
\lim_{x \to \infty} \frac{\sqrt{x}}{x + 1} = 0
\lim_{x \to \infty} (\sqrt{x + 1} - \sqrt{x}) = 0
\lim_{x \to \infty} \frac{\sin x}{x} = 0
\lim_{x \to 0} x \sin \frac{1}{x} = 0
\lim_{x \to \infty} \frac{x + \cos (x^2)}{x} = 1
\lim_{x \to 0^+} \frac{1}{\log x} = 0
""",
    "implications": r"""
x > 0 \Rightarrow \frac{1}{x} > 0
x > 1 \Rightarrow \frac{1}{x} < 1
x > 0 \Rightarrow x + \frac{1}{x} \ge 2
""",
}

#: Each line is false, or says more than is assumed.
FALSE = {
    "inequalities": r"""
|x| < 2 \Rightarrow x^2 < 3
x^2 < 4 \iff x < 2
|x - 3| \le 2 \iff 1 \le x
x^2 - 3 x + 2 < 0 \iff 1 \le x \land x < 2
x^2 - 3 x + 2 \ge 0 \iff x \ge 2
x^3 - x > 0 \iff x > 1
\frac{x - 1}{x + 2} > 0 \iff x > 1
x^2 = 4 \Rightarrow x = 2
x \ge -1 \Rightarrow \frac{1}{x} > 0
x > 0 \Rightarrow x + \frac{1}{x} > 2
x + \frac{1}{x} \ge 2
x < y \Rightarrow x^2 < y^2
x^2 + 2 x + 1 > 0
x^2 + 3 x + 2 \ge 0
a^2 + b^2 + c^2 > a b + b c + c a
""",
    "binomials": r"""
let n, k \in \mathbb{N}
assume k \le n
\binom{4}{0} + \binom{4}{1} + \binom{4}{2} + \binom{4}{3} + \binom{4}{4} = 15
\sum_{j=1}^{4} \binom{4}{j} = 16
\binom{49}{6} = 13983815
\binom{20}{10} = 184757
\binom{2}{3} = 1
\binom{n + 1}{2} = \binom{n}{2} + n + 1
\binom{n}{2} = \frac{n (n + 1)}{2}   by induction on n
k = n   by induction on n
n \ge 1   by induction on n
""",
    "negative exponents": r"""
let n \in \mathbb{N}
assume x \ge 0
x^{-n} x^n = 1
2^{-n} = -2^n
2^{-n} < 2^{-n - 1}
\sum_{k=1}^{n} 2^{-k} = 1
""",
    "orders": r"""
\lim_{x \to \infty} \frac{\log x}{x} = 1
\lim_{x \to \infty} \frac{x}{\log x} = 0
\lim_{x \to \infty} \frac{e^x}{x} = 0
\lim_{x \to \infty} x e^x = 0
\lim_{x \to -\infty} x e^{-x} = 0
\lim_{x \to \infty} x (\frac{1}{2})^{-x} = 0
\lim_{x \to 0} x \log x = 0
\lim_{x \to 0^-} x \log x = 0
\lim_{x \to 0^+} \frac{\log x}{x} = 0
\lim_{x \to 0^+} x^x = 0
\lim_{x \to 0^-} \frac{e^{-\frac{1}{x}}}{x} = 0
\lim_{x \to \infty} x^{\frac{1}{x}} = 0
\lim_{x \to 1} \frac{\log x}{x} = 1
""",
    "roots and bounds": r"""
\lim_{x \to \infty} \frac{\sqrt{x}}{\sqrt{x} + 1} = 0
\lim_{x \to \infty} (\sqrt{x + 1} - \sqrt{x}) = 1
\lim_{x \to -\infty} \frac{1}{\sqrt{x}} = 0
\lim_{x \to \infty} \sin x = 0
\lim_{x \to \infty} x \sin \frac{1}{x} = 0
\lim_{x \to 0} \frac{\sin \frac{1}{x}}{x} = 0
\lim_{x \to \infty} \frac{\tan x}{x} = 0
\lim_{x \to 0} x \frac{1}{\sin x} = 0
\lim_{x \to 0} \frac{1}{\log x} = 0
""",
    "implications": r"""
x > -1 \Rightarrow \frac{1}{x} > 0
x < 1 \Rightarrow \frac{1}{x} > 1
x > 0 \Rightarrow x + \frac{1}{x} > 2
""",
}


@pytest.fixture(scope="module")
def prover() -> Iterator[Prover]:
    with portable_prover() as made:
        yield made


@pytest.mark.parametrize("topic", TRUE)
def test_true_lines_are_verified(topic: str, tmp_path: Path, prover: Prover) -> None:
    found = report_by_lean_alone(TRUE[topic], tmp_path, prover)
    assert [
        (step.line, step.verdict, step.statement)
        for step in found.steps
        if step.verdict != "verified"
    ] == []
    assert len(found.steps) >= 3


@pytest.mark.parametrize("topic", FALSE)
def test_lean_alone_lets_no_false_line_through(topic: str, tmp_path: Path, prover: Prover) -> None:
    found = report_by_lean_alone(FALSE[topic], tmp_path, prover)
    assert [
        (step.line, step.verdict, step.statement)
        for step in found.steps
        if step.verdict == "verified"
    ] == []
    assert len(found.steps) >= 3
