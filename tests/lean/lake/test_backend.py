"""The lake backend against a stand-in that prints Lean's and Lake's own formats. The workflow of
GitHub Actions runs the real one.
"""

import json
import re
import time
from pathlib import Path

import pytest

from shomei.emitter.model import Claim
from shomei.lean.axioms import printed
from shomei.lean.backend import EnvironmentFailure
from shomei.lean.choose import choose
from shomei.lean.lake.backend import LakeBackend
from shomei.lean.lake.detect import find_lake
from shomei.lean.lake.generated import module_name
from shomei.ledger import NO_LEDGER
from shomei.verdicts.prove import Prover, prove
from shomei.verdicts.standing import Proof, Rejection
from tests.theorems import theorem_of

GOOD = "theorem good : 1 = 1 := by\n  rfl\n"
BAD = "theorem bad : 1 = 2 := by\n  -- stand-in: error\n  rfl\n"


def backend() -> LakeBackend:
    found = find_lake(required=True)
    assert found is not None
    return LakeBackend(found)


def calls(project: Path) -> list[list[str]]:
    return [json.loads(line) for line in (project / "calls.jsonl").read_text().splitlines()]


def test_a_good_body(project: Path) -> None:
    (run,) = backend().check([GOOD], timeout=60)
    assert run.complete and run.messages == () and run.failure is None


def test_an_error_is_placed_in_the_body(project: Path) -> None:
    good, bad = backend().check([GOOD, GOOD + "\n" + BAD], timeout=60)
    assert good.complete and good.messages == ()
    assert bad.complete
    (message,) = bad.messages
    assert (message.severity, message.line, message.column) == ("error", 5, 2)
    assert message.text == "unsolved goals\nx : ℝ\nhx : 0 < x\n⊢ x = x + 1"


def test_a_round_leaves_nothing_in_the_project(project: Path) -> None:
    before = sorted(project.rglob("*"))
    told: list[int] = []
    runs = backend().check([GOOD] * 5, timeout=60, on_run=lambda place, _: told.append(place))
    assert [run.complete for run in runs] == [True] * 5 and told == [0, 1, 2, 3, 4]
    assert sorted({*project.rglob("*")} - {*before}) == [project / "calls.jsonl"]
    assert {tuple(call[:3]) for call in calls(project)} == {("env", "lean", "--json")}
    assert not any(Path(call[3]).exists() for call in calls(project))


def test_what_is_accepted_becomes_one_module_that_lake_builds(project: Path) -> None:
    lean = backend()
    assert lean.keep("some/log_derivative.txt", GOOD, timeout=60) is None
    (module,) = (project / "Generated").glob("*.lean")
    assert module.stem.startswith("LogDerivative_")
    text = module.read_text("utf-8")
    assert text.startswith("import Shomei\n") and GOOD.strip() in text
    assert calls(project) == [["build", f"+Generated.{module.stem}"]]
    written = module.stat().st_mtime_ns
    assert lean.keep("some/log_derivative.txt", GOOD, timeout=60) is None
    assert module.stat().st_mtime_ns == written
    assert lean.keep("other/log_derivative.txt", BAD, timeout=60) == (
        f"error: Generated/{other(project, module)}.lean:7:2: unsolved goals"
    )
    assert list((project / "Generated").glob("*.tmp")) == []


def other(project: Path, module: Path) -> str:
    (found,) = {path.stem for path in (project / "Generated").glob("*.lean")} - {module.stem}
    return found


def test_what_lake_built_of_a_module_that_is_gone_is_removed(project: Path) -> None:
    lean = backend()
    lean.keep("one.txt", GOOD, timeout=60)
    (module,) = (project / "Generated").glob("*.lean")
    built = list((project / ".lake/build").rglob(f"{module.stem}.*"))
    assert len(built) == 8
    module.unlink()
    lean.keep("two.txt", GOOD, timeout=60)
    assert not any(path.exists() for path in built)
    assert len(list((project / ".lake/build").rglob("Generated/*"))) == 8


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("log_derivative.txt", "LogDerivative"),
        ("証明.md", "Derivation"),
        ("a b'; rm -rf.tex", "ABRmRf"),
        ("../../x.txt", "X"),
    ],
)
def test_the_name_of_a_module_is_plain(source: str, name: str) -> None:
    assert re.fullmatch(rf"{name}_[0-9a-f]{{8}}", module_name(source))


def test_lake_that_hangs_is_ended_with_its_children(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOMEI_STAND_IN", "hang")
    begun = time.monotonic()
    (run,) = backend().check([GOOD], timeout=1.5)
    assert time.monotonic() - begun < 30
    assert not run.complete and run.failure == "lake took longer than 1.5 s"
    child = int(next(project.glob("child.*.pid")).read_text())
    for _ in range(100):
        if not _is_running(child):
            break
        time.sleep(0.05)
    assert not _is_running(child)


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_lake_that_is_killed_says_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOMEI_STAND_IN", "die")
    (run,) = backend().check([GOOD], timeout=60)
    assert not run.complete and run.failure is not None and "signal 9" in run.failure


def test_lean_that_dies_in_the_middle_says_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOMEI_STAND_IN", "cut")
    (run,) = backend().check([GOOD + "\n#print axioms good\n"], timeout=60)
    assert not run.complete and run.failure is not None


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("broken", "unknown module prefix 'Shomei'"),
        ("lake", "no configuration file with a supported extension"),
    ],
)
def test_a_library_that_is_missing_is_the_environments_fault(
    project: Path, monkeypatch: pytest.MonkeyPatch, mode: str, said: str
) -> None:
    monkeypatch.setenv("SHOMEI_STAND_IN", mode)
    with pytest.raises(EnvironmentFailure, match=said):
        backend().check([GOOD], timeout=60)


def test_a_folder_that_cannot_be_written(project: Path) -> None:
    (project / "Generated").write_text("in the way")
    with pytest.raises(EnvironmentFailure, match="cannot be written"):
        backend().keep("one.txt", GOOD, timeout=60)


def test_identity_changes_with_toolchain_mathlib_and_rules(project: Path) -> None:
    seen = {backend().identity}
    (project / "lean-toolchain").write_text("leanprover/lean4:v4.29.0\n")
    seen.add(backend().identity)
    (project / "lake-manifest.json").write_text('{"rev": 1}\n')
    seen.add(backend().identity)
    (project / "Shomei.lean").write_text("import Mathlib\n-- more\n")
    seen.add(backend().identity)
    (project / "Shomei").mkdir()
    (project / "Shomei" / "Rules.lean").write_text("")
    seen.add(backend().identity)
    assert len(seen) == 5


def test_auto_takes_lake_where_the_library_is_built(project: Path) -> None:
    chosen, audit = choose("auto", lambda _: None)
    assert chosen.name == "lake" and audit is not None
    assert choose("portable", lambda _: None)[0].name == "portable"


def test_auto_takes_the_portable_lean_where_the_library_is_not_built(project: Path) -> None:
    next(project.rglob("Shomei.olean")).unlink()
    assert choose("auto", lambda _: None)[0].name == "portable"
    with pytest.raises(EnvironmentFailure, match="lake exe cache get"):
        choose("lake", lambda _: None)


def test_without_lake_on_the_path(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert choose("auto", lambda _: None)[0].name == "portable"
    with pytest.raises(EnvironmentFailure, match="not on the PATH"):
        choose("lake", lambda _: None)


def claim(name: str, comment: str = "") -> Claim:
    text = (
        f"theorem {name} :\n    1 = 1 := by\n"
        + (f"  -- stand-in: {comment}\n" if comment else "")
        + "  rfl\n"
    )
    return Claim("statement", "", (theorem_of(text, how="rfl"),))


def test_axioms_are_audited(project: Path) -> None:
    claims = [
        claim("fine"),
        claim("wrong", "error"),
        claim("odd", "warning"),
        claim("lazy", "sorry"),
        claim("cheat", "axiom Foo.bar"),
    ]
    outcomes = prove(claims, Prover(backend(), printed(), NO_LEDGER, 60, "1"), {})
    fine = outcomes["fine"]
    assert isinstance(fine, Proof) and set(fine.axioms) == {
        "propext",
        "Classical.choice",
        "Quot.sound",
    }
    complaints = {
        name: outcome.complaint
        for name, outcome in outcomes.items()
        if isinstance(outcome, Rejection)
    }
    assert set(complaints) == {"wrong", "odd", "lazy", "cheat"}
    assert complaints["cheat"] == "the theorem rests on Foo.bar"
    assert complaints["lazy"] == "declaration uses `sorry`"
