"""`shomei.check` and `shomei.Checker`, with a Lean that is not there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import shomei
from shomei.api import checker as checkers
from shomei.lean.choose import BackendName
from shomei.parser.limits import MAX_TEXT
from tests.fakes import FakeLean

ROOT = Path(__file__).parents[2]
TRUE = "assume x > 0\nx + x = 2 x\n"
FALSE = "assume x > 0\nx + x = 3 x\n"
ARTICLE = "Some words.\n\n$$ x + x = 2 x $$\n"


def verdicts(report: shomei.Report) -> list[str]:
    return [step.verdict for step in report.steps]


def test_a_text_is_checked(lean: FakeLean) -> None:
    report = shomei.check(TRUE)
    assert (report.verified, verdicts(report)) == (True, ["verified"])
    assert (report.path, report.text, report.backend) == ("<text>.txt", TRUE, "portable")
    assert "x + x" in report.steps[0].statement


def test_a_false_text_is_not_verified(lean: FakeLean) -> None:
    report = shomei.check(FALSE)
    assert (report.verified, verdicts(report)) == (False, ["refuted"])
    assert report.steps[0].line == 2
    assert dict(report.steps[0].counterexample or ())


@pytest.mark.parametrize("as_path", [True, False])
def test_a_file_is_checked(lean: FakeLean, tmp_path: Path, as_path: bool) -> None:
    path = tmp_path / "some.txt"
    path.write_text(TRUE, "utf-8")
    report = shomei.check(path if as_path else str(path))
    assert report.verified
    assert report.path == str(path)


def test_the_suffix_says_how_a_text_is_read(lean: FakeLean) -> None:
    assert shomei.check(ARTICLE, suffix=".md").verified
    plain = shomei.check(ARTICLE).formulas
    assert [each.role for each in plain] == ["unread", "claim"]  # the words are a line, too


def test_with_a_suffix_no_file_is_read(lean: FakeLean, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("\\log (hidden) =\n", "utf-8")
    report = shomei.check(str(secret), suffix=".txt")
    assert report.problems
    assert "hidden" not in repr(report)


@pytest.mark.parametrize(
    "text", ["", "\n", "\x00", "\ud800", "\udc80", "\ufeff", "x = \u202ey", "x" * (MAX_TEXT + 1)]
)
def test_a_text_that_is_no_derivation_is_a_problem(lean: FakeLean, text: str) -> None:
    report = shomei.check(text)
    assert {problem.kind for problem in report.problems} == {"input"}
    assert not report.verified


def test_a_missing_file_is_a_problem(lean: FakeLean, tmp_path: Path) -> None:
    [problem] = shomei.check(str(tmp_path / "none.txt")).problems
    assert (problem.kind, "no such file" in problem.message) == ("input", True)


def test_a_machine_without_lean_is_a_problem(lean: FakeLean) -> None:
    lean.missing = "There is no Lean here."
    [problem] = shomei.check(TRUE).problems
    assert (problem.kind, problem.message) == ("environment", "There is no Lean here.")


def test_one_lean_checks_several(lean: FakeLean) -> None:
    with shomei.Checker() as checker:
        reports = [checker.check(text) for text in (TRUE, FALSE, "y = y\n")]
        assert not lean.closed
    assert lean.closed
    assert [report.verified for report in reports] == [True, False, True]


def test_one_problem_does_not_end_a_checker(lean: FakeLean, tmp_path: Path) -> None:
    with shomei.Checker() as checker:
        assert checker.check(tmp_path / "none.txt").problems
        assert checker.check(TRUE).verified


def test_what_was_verified_is_remembered(lean: FakeLean) -> None:
    assert not shomei.check(TRUE).steps[0].cached
    asked = lean.calls
    again = shomei.check(TRUE)
    assert again.steps[0].cached and again.verified
    assert shomei.check(TRUE, ledger=False).steps[0].cached is False
    assert lean.calls == asked + 1


def test_a_text_is_remembered_by_how_it_is_read(lean: FakeLean) -> None:
    text = "x = x\n\n$$ x + x = 2 x $$\n"
    assert shomei.check(text, suffix=".md").verified
    assert shomei.check(text, suffix=".tex").steps[0].cached in {True, False}
    kept = shomei.check(text, suffix=".md")
    assert kept.path == "<text>.md" and kept.steps[0].cached


def test_progress_is_told(lean: FakeLean) -> None:
    told: list[tuple[str, int, int]] = []
    shomei.check(TRUE, progress=lambda *step: told.append(step))
    assert {stage for stage, _, _ in told} == {"refute", "lean"}
    assert all(0 <= done <= total for _, done, total in told)


def test_a_ledger_that_cannot_be_kept_is_told(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SHOMEI_CACHE", str(tmp_path / "file" / "cache"))
    told: list[str] = []
    with shomei.Checker(on_warning=told.append) as checker:
        assert checker.check(TRUE).verified
    assert len(told) == 1 and "no ledger" in told[0]


def test_the_ledger_is_closed_where_there_is_no_lean(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []

    class Kept:
        def close(self) -> None:
            closed.append(True)

    def none(*_: object) -> None:
        raise shomei.EnvironmentFailure("there is no lake")

    monkeypatch.setattr(checkers, "_ledger", lambda _warn: Kept())
    monkeypatch.setattr(checkers, "choose", none)
    with pytest.raises(shomei.EnvironmentFailure, match="no lake"):
        shomei.check(TRUE, backend="lake")
    assert closed == [True]


@pytest.mark.parametrize("backend", ["", "Lake", "none"])
def test_an_unknown_backend_is_refused(lean: FakeLean, backend: BackendName) -> None:
    with pytest.raises(ValueError, match="auto, lake, portable"):
        shomei.check(TRUE, backend=backend)


@pytest.mark.parametrize("timeout", [0.0, -1.0, float("nan")])
def test_a_timeout_is_positive(lean: FakeLean, timeout: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        shomei.check(TRUE, timeout=timeout)


# -- the package itself ----------------------------------------------------------------------------


def test_every_public_name_is_there() -> None:
    assert sorted(shomei.__all__) == list(shomei.__all__)
    assert set(shomei.__all__) <= set(dir(shomei))
    for name in shomei.__all__:
        assert getattr(shomei, name).__doc__, name
    with pytest.raises(AttributeError, match="nothing"):
        _ = shomei.nothing


def test_it_is_typed() -> None:
    hints = get_type_hints(shomei.check)
    assert hints["return"] is shomei.Report
    assert get_args(hints["backend"]) == get_args(BackendName)
    assert Path(shomei.__file__).with_name("py.typed").is_file()


def test_importing_it_loads_little_of_the_standard_library_and_nothing_else() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); before = set(sys.modules); import shomei;"
        "print(*sorted(set(sys.modules) - before))"
    )
    said = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    loaded = set(said.split())
    assert {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names} == {
        "shomei"
    }
    assert loaded.isdisjoint({"asyncio", "dataclasses", "inspect", "pathlib", "subprocess"})


def test_python_m_shomei_is_the_command() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "shomei", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert said.startswith("shomei ")
