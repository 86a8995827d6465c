"""What sums up a chain, where one of its rows is false."""

from __future__ import annotations

from pathlib import Path

from shomei.lean.axioms import printed
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages
from tests.fakes import FakeLean, MemoryLedger

CHAIN = r"""Then

\begin{align*}
(x + 1)^2 - x^2 &= x^2 + 2 x + 1 - x^2 \\
&= 2 x + 1 \\
&= 2 x + 3.
\end{align*}
"""


def test_the_rows_above_a_false_one_have_no_alarm(tmp_path: Path) -> None:
    path = tmp_path / "a.tex"
    path.write_text(CHAIN, "utf-8")
    prover = Prover(FakeLean(), printed(), MemoryLedger(), 60, "1")
    report = check(path, stages(), prover, lambda *_: None, refute_seconds=1.0)
    assert {step.line for step in report.steps if step.verdict == "refuted"} == {6}
    assert {step.line for step in report.steps if step.verdict == "verified"} == {4, 5}
