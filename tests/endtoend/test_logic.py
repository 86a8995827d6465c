"""Cases, equivalences, implications and induction with the real portable Lean: true steps are
verified, and false ones are not, even by Lean alone.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shomei.verdicts.prove import Prover
from tests.false.corpus import portable_prover, report_by_lean_alone

TRUE = r"""
let x, y \in \mathbb{R}
let n \in \mathbb{N}
assume a \neq 0

case x \ge 0
  |x| = x
  |x|^2 = x^2
endcase
case x < 0
  |x| = -x
  |x|^2 = x^2
endcase
x = x
case x \ge 0, y \ge 0
  |x y| = |x| |y|
endcase
case x < 0
  |x y| = |x| |y|
endcase
case y < 0
  |x y| = |x| |y|
endcase

x^2 - 5 x + 6 = 0
  \iff (x - 2)(x - 3) = 0
  \iff x = 2 \lor x = 3
a x = a y \iff x = y
x = 2
  \Rightarrow x^2 = 4
  \iff x = 2 \lor x = -2
\sum_{k=1}^{n} k = \frac{n (n + 1)}{2}   by induction on n
x < x + 1
  \le x + 1 + y^2
  = y^2 + x + 1
"""

#: Each line is false, or does not follow; none of them is looked at with numbers.
FALSE = r"""
let x, y, a \in \mathbb{R}
let n \in \mathbb{N}
case x > 0
  |x| \ge x
endcase
case x < 0
  |x| \ge x
endcase
x = x
case x \ge 0, y \ge 0
  |x y| = |x| |y|
endcase
case x < 0, y < 0
  |x y| = |x| |y|
endcase
x = 3 \Rightarrow x^2 = 9
therefore x^2 = 9 \Rightarrow x = 3
x^2 = 9 \iff x = 3
a x = a y \iff x = y
a x = a y \Rightarrow x = y
x^2 = x \iff x = 1
\sum_{k=1}^{n} k = \frac{n (n + 1)}{2} + 1   by induction on n
\sum_{k=0}^{n} 2^k = 2^{n + 1}   by induction on n
(1 + x)^n \ge 1 + n x   by induction on n
n! = n^2   by induction on n
2^n \ge n^2   by induction on n
\sum_{k=0}^{n} x^k = \frac{x^{n + 1} - 1}{x - 1}   by induction on n
\binom{n}{n - 1} = n
x \le x + y^2
  < x + y^2 + 1
  \le x + y^2
"""

#: The lines of `FALSE` that are true in themselves.
HARMLESS = {
    (5, "step"),
    (8, "step"),
    (10, "step"),
    (12, "step"),
    (15, "step"),
    (17, "step"),
    (30, "step"),
    (31, "step"),
}


@pytest.fixture(scope="module")
def prover() -> Iterator[Prover]:
    with portable_prover() as made:
        yield made


def test_true_steps_are_verified(tmp_path: Path, prover: Prover) -> None:
    found = report_by_lean_alone(TRUE, tmp_path, prover)
    assert [
        (step.line, step.verdict, step.statement)
        for step in found.steps
        if step.verdict != "verified"
    ] == []
    kinds = [step.kind for step in found.steps]
    assert kinds.count("cases") == 4
    assert kinds.count("conclusion") == 3


def test_lean_alone_lets_no_false_step_through(tmp_path: Path, prover: Prover) -> None:
    found = report_by_lean_alone(FALSE, tmp_path, prover)
    verified = [
        (step.line, step.kind, step.statement) for step in found.steps if step.verdict == "verified"
    ]
    assert [step for step in verified if step[:2] not in HARMLESS] == []
    assert len(found.steps) - len(verified) >= 16
