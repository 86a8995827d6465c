"""What does not count as verified, since the text around it is not understood."""

from __future__ import annotations

from shomei.lean.axioms import printed
from shomei.verdicts.model import Report, Text
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages
from tests.fakes import FakeLean, MemoryLedger


def report(text: str) -> Report:
    """The report of a Lean that accepts every theorem."""
    prover = Prover(FakeLean(), printed(), MemoryLedger(), 60, "1")
    return check(
        Text(text=text, name="a.md"), stages(), prover, lambda *_: None, refute_seconds=1.0
    )


def test_what_holds_is_noted_with_the_words() -> None:
    found = report("Contrary to folklore, $1 + 1 = 2$.")
    assert not found.steps
    (formula,) = found.formulas
    assert formula.role == "mention"
    assert formula.reason.startswith("it holds as it is read")
    assert "folklore" in formula.reason
    assert any("plain words" in hint for note in found.warnings for hint in note.hints)


def test_what_fails_is_no_alarm() -> None:
    found = report("Contrary to folklore, we have $1 + 1 = 3$.")
    assert not found.steps


def test_a_sentence_beside_a_formula_that_fails() -> None:
    found = report("$3^2 = 9$ であるが、$3^3 = 28$ である。")
    assert all(step.verdict != "verified" for step in found.steps)


def test_a_plain_sentence_counts() -> None:
    found = report("We have $1 + 1 = 2$.")
    assert [step.verdict for step in found.steps] == ["verified"]
