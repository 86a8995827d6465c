"""The derivation of the logarithm's derivative, from the file to the verdicts, with the real
portable Lean.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bench.emitted import TACTICS, measured
from shomei.lean.axioms import printed
from shomei.lean.lake.detect import PROJECT
from shomei.lean.portable.backend import PortableBackend
from tests.endtoend.command import ROOT, report

DERIVATION = ROOT / "derivations" / "log_derivative.txt"


@dataclass(frozen=True, slots=True)
class Checked:
    """The exit status of one check, its steps, and the Lean file that it wrote."""

    code: int
    steps: list[dict[str, Any]]
    emitted: str


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    path = tmp_path_factory.mktemp("emitted") / "Emitted.lean"
    code, found = report(DERIVATION, "--no-ledger", "--emit", path)
    return Checked(code, found["steps"], path.read_text("utf-8"))


def test_every_step_is_verified(checked: Checked) -> None:
    bad = [
        (step["line"], step["verdict"], step["message"])
        for step in checked.steps
        if step["verdict"] != "verified"
    ]
    assert bad == []
    assert checked.code == 0
    assert len(checked.steps) >= 25


def test_the_emitted_file_stands_as_a_whole(checked: Checked) -> None:
    """Every theorem after those that it cites, nothing taken for granted: the last ones rest on the
    interface's axioms and Lean's own alone.
    """
    assert checked.code == 0
    head, _, body = checked.emitted.partition("open Filter Topology\n")
    assert head.startswith("import Mathlib\nimport Shomei\n")
    assert not re.search(r"\b(?:sorry|axiom|native_decide)\b", body)
    backend = PortableBackend()
    audit = printed(lambda: backend.axioms)
    tactics = (PROJECT / "portable" / "Tactics.lean").read_text("utf-8")
    last = {"LogDerivative.eq_3_1", "LogDerivative.eq_3_2"}
    (run,) = backend.check([f"{tactics}\n{body}\n{audit.ask(sorted(last))}"], timeout=600)
    assert run.complete
    assert [message for message in run.messages if message.severity == "error"] == []
    axioms = audit.read(run.messages)
    assert set(axioms) == last
    assert set().union(*axioms.values()) <= audit.allowed()


def test_the_emitted_file_is_written_for_people(checked: Checked) -> None:
    """The bars that `python -m bench.emitted` measures for the whole gallery."""
    found = measured(checked.emitted)
    assert found.accepted and found.long <= found.lines / 10
    assert sum(found.ends[tactic] for tactic in TACTICS) >= 0.7 * found.ends.total()
    assert "noncomputable def f (a x : ℝ) : ℝ := Real.logb a x\n" in checked.emitted


def test_a_wrong_sign_is_refuted_on_its_line(tmp_path: Path) -> None:
    text = DERIVATION.read_text(encoding="utf-8")
    wrong = text.replace(r"\log_a Y - \log_a X" + "\n", r"\log_a Y + \log_a X" + "\n", 1)
    assert wrong != text
    line = next(
        i
        for i, (a, b) in enumerate(zip(text.splitlines(), wrong.splitlines(), strict=True), 1)
        if a != b
    )
    path = tmp_path / "wrong.txt"
    path.write_text(wrong, encoding="utf-8")
    code, found = report(path, "--no-ledger")
    assert code == 1
    assert any(
        step["line"] == line and step["verdict"] == "refuted" and step["counterexample"]
        for step in found["steps"]
    )
