"""The derivation of the logarithm's derivative, from the file to the verdicts, with the real
portable Lean.
"""

from pathlib import Path

from tests.endtoend.command import ROOT, report

DERIVATION = ROOT / "derivations" / "log_derivative.txt"


def test_every_step_is_verified() -> None:
    code, found = report(DERIVATION, "--no-ledger")
    bad = [
        (step["line"], step["verdict"], step["message"])
        for step in found["steps"]
        if step["verdict"] != "verified"
    ]
    assert bad == []
    assert code == 0
    assert len(found["steps"]) >= 25


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
