"""The derivation of the logarithm's derivative, from its file to its verdicts, with the real
portable Lean.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from shomei.lean.axioms import printed
from shomei.lean.portable.backend import PortableBackend

ROOT = Path(__file__).parents[2]
DERIVATION = ROOT / "derivations" / "log_derivative.txt"


def run(path: Path) -> tuple[int, dict[str, object]]:
    command = [
        sys.executable,
        "-m",
        "shomei.app.cli",
        "check",
        "--backend",
        "portable",
        "--format",
        "json",
        "--no-ledger",
        str(path),
    ]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=1500, check=False
    )
    report: dict[str, object] = json.loads(done.stdout)
    return done.returncode, report


def steps(report: dict[str, object]) -> list[dict[str, object]]:
    files = report["files"]
    assert isinstance(files, list)
    return list(files[0]["steps"])


def test_every_step_is_verified() -> None:
    code, report = run(DERIVATION)
    bad = [
        (step["line"], step["verdict"], step["message"])
        for step in steps(report)
        if step["verdict"] != "verified"
    ]
    assert bad == []
    assert code == 0
    assert len(steps(report)) >= 25


def test_the_emitted_file_stands_as_a_whole(tmp_path: Path) -> None:
    """Every theorem after those that it cites, nothing taken for granted: the last ones rest on the
    interface's axioms and Lean's own alone.
    """
    emitted = tmp_path / "Emitted.lean"
    command = [
        sys.executable,
        "-m",
        "shomei.app.cli",
        "check",
        "--backend",
        "portable",
        "--emit",
        str(emitted),
        str(DERIVATION),
    ]
    assert (
        subprocess.run(command, cwd=ROOT, capture_output=True, timeout=1500, check=False).returncode
        == 0
    )
    head, _, body = emitted.read_text("utf-8").partition("open Filter Topology\n")
    assert head.startswith("import Shomei\n")
    assert not re.search(r"\b(?:sorry|axiom|native_decide)\b", body)
    backend = PortableBackend()
    audit = printed(lambda: backend.axioms)
    (run,) = backend.check([body + audit.ask(["theorem_3_1", "theorem_3_2"])], timeout=600)
    assert run.complete
    assert [message for message in run.messages if message.severity != "information"] == []
    axioms = audit.read(run.messages)
    assert set(axioms) == {"theorem_3_1", "theorem_3_2"}
    assert set().union(*axioms.values()) <= audit.allowed()


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
    code, report = run(path)
    assert code == 1
    assert any(
        step["line"] == line and step["verdict"] == "refuted" and step["counterexample"]
        for step in steps(report)
    )
