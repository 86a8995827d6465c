"""The driver and the judge, over stages made by hand."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from shomei.emitter.model import Emission
from shomei.lean.axioms import printed
from shomei.numbers.model import Refutation
from shomei.obligations.model import Assumption, Context, Hypothesis, Plan
from shomei.parser.ast import Document
from shomei.parser.errors import SyntaxProblem, UnreadableInput
from shomei.terms.diagnostics import Diagnostic, not_checked, note
from shomei.verdicts.model import Report, StepReport, exit_code
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import MOST_ADVISED, check, step_at
from tests.fakes import (
    X_IS_X,
    X_NE_Y,
    FakeLean,
    FakeStages,
    MemoryLedger,
    claim,
    obligation,
    span,
    steps,
    theorem,
)

FALSE = Refutation("false", "fails for x = 1: left 1, right 2", (("x", "1"),), "1", "2")


def checked(
    fake: FakeStages, lean: FakeLean | None = None, ledger: MemoryLedger | None = None
) -> Report:
    prover = Prover(lean or FakeLean(), printed(), ledger or MemoryLedger(), 60, "1")
    return check(Path("some.txt"), fake.stages(), prover, lambda *_: None, refute_seconds=1.0)


def by_id(report: Report) -> dict[str, StepReport]:
    return {step.id: step for step in report.steps}


def verdicts(report: Report) -> dict[str, str]:
    return {step.id: step.verdict for step in report.steps}


def test_a_verified_step_tells_all() -> None:
    fake = steps("a")
    first = replace(
        fake.plan.obligations[0], label="2.1", context=Context((), (Hypothesis("h1", X_NE_Y),))
    )
    fake.plan = replace(fake.plan, obligations=(first,))
    report = checked(fake)
    (step,) = report.steps
    assert (step.id, step.line, step.column, step.end_line, step.end_column) == ("a", 1, 3, 1, 8)
    assert (step.statement, step.reason, step.label, step.kind) == (
        "source of a",
        "algebra",
        "2.1",
        "step",
    )
    assert (step.verdict, step.used, step.assumptions, step.axioms) == (
        "verified",
        "algebra",
        ("x ≠ y",),
        ("propext",),
    )
    assert step.lean == "theorem a :\n    1 = 1 := by\n  rfl  -- of a"
    assert not step.cached and step.counterexample is None
    assert report.lean.startswith("import Shomei\n") and step.lean in report.lean
    assert [name for name, _ in report.seconds] == [
        "parse",
        "plan",
        "emit",
        "audit",
        "ledger",
        "refute",
        "lean",
        "build",
        "advise",
    ]
    assert exit_code([report]) == 0


def test_steps_are_told_in_the_order_of_their_lines() -> None:
    fake = steps("a", "b", "c")
    fake.plan = replace(fake.plan, obligations=tuple(reversed(fake.plan.obligations)))
    assert [step.id for step in checked(fake).steps] == ["a", "b", "c"]


def test_what_lean_rejects_is_unproved_and_hides_nothing() -> None:
    fake = steps("a", "b", "c")
    fake.emissions["b"] = Emission((claim(theorem("b", "wrong")),))
    report = checked(fake, FakeLean({"wrong": "unsolved goals\n⊢ x = y"}))
    assert verdicts(report) == {"a": "verified", "b": "unproved", "c": "verified"}
    step = by_id(report)["b"]
    assert step.lean_message == "unsolved goals\n⊢ x = y"
    assert step.hints == ("what is left to prove: x ≠ y",)
    assert exit_code([report]) == 1


def test_what_is_accepted_is_kept_as_one_module() -> None:
    fake = steps("a", "b", "c")
    fake.emissions["b"] = Emission((claim(theorem("b", "wrong")),))
    lean = FakeLean({"wrong": "unsolved goals\n⊢ x = y"})
    assert checked(fake, lean).problems == ()
    ((source, body),) = lean.kept
    assert source == "some.txt" and re.findall(r"^theorem (\w+)", body, re.MULTILINE) == ["a", "c"]
    lean = FakeLean(unbuilt="error: no room")
    (problem,) = checked(steps("a"), lean).problems
    assert problem.kind == "environment" and problem.message.endswith("module: error: no room")


def test_a_step_is_not_told_again_as_what_is_left() -> None:
    fake = steps("a")
    fake.emissions["a"] = Emission((claim(theorem("a", "wrong")),))
    fake.show = lambda _statement: "x equals x"
    report = checked(fake, FakeLean({"wrong": "unsolved goals\n⊢ x = x"}))
    assert by_id(report)["a"].hints == ()


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [("false", "refuted"), ("undefined", "undefined"), ("contradiction", "refuted")],
)
def test_what_numbers_refute_is_not_given_to_lean(kind: str, verdict: str) -> None:
    fake = steps("a", "b")
    fake.refutations["b"] = replace(FALSE, kind=kind)  # type: ignore[arg-type]
    lean = FakeLean()
    report = checked(fake, lean)
    step = by_id(report)["b"]
    assert (step.verdict, step.message) == (verdict, "fails for x = 1: left 1, right 2")
    assert step.counterexample == (("x", "1"), ("left side", "1"), ("right side", "2"))
    assert lean.asked == [["a"]]


def test_numbers_outweigh_a_step_that_cannot_be_stated() -> None:
    fake = steps("a")
    fake.emissions["a"] = Emission((), "nested too deeply")
    fake.refutations["a"] = FALSE
    assert by_id(checked(fake))["a"].verdict == "refuted"


def test_what_rests_on_an_unverified_step_is_skipped() -> None:
    fake = steps("a", "b", "c")
    fake.plan = replace(
        fake.plan,
        obligations=(replace(fake.plan.obligations[0], label="4.1"), *fake.plan.obligations[1:]),
    )
    fake.emissions["b"] = Emission((claim(theorem("b", "rfl", "a")),))
    fake.refutations["a"] = FALSE
    report = checked(fake)
    assert verdicts(report) == {"a": "refuted", "b": "skipped", "c": "verified"}
    assert by_id(report)["b"].message == "it rests on (4.1), line 1, which is not verified"


def test_all_that_it_rests_on_is_named() -> None:
    fake = steps("a", "b", "c", "d")
    fake.emissions["d"] = Emission((claim(theorem("d", "rfl", "a", "b", "c")),))
    for name in "abc":
        fake.refutations[name] = FALSE
    assert (
        by_id(checked(fake))["d"].message
        == "it rests on line 1, line 2 and line 3, which are not verified"
    )


def test_the_steps_that_its_proof_cites_are_told() -> None:
    fake = steps("a", "b", "c")
    fake.emissions["c"] = Emission((claim(theorem("c", "rfl", "a", "b")),))
    report = by_id(checked(fake))
    assert (report["a"].rests_on, report["c"].rests_on) == ((), ("a", "b"))


def test_an_undefined_expression_comes_before_an_unproved_statement() -> None:
    fake = steps("a")
    fake.emissions["a"] = Emission(
        (
            claim(theorem("a", "wrong")),
            claim(theorem("a_defined", "wrong"), kind="defined", about="the denominator x"),
        )
    )
    step = by_id(checked(fake, FakeLean({"wrong": "no"})))["a"]
    assert (step.verdict, step.message) == (
        "undefined",
        "the denominator x is not shown to be defined here",
    )


def test_a_limit_that_is_not_shown_to_exist_is_undefined() -> None:
    fake = steps("a")
    fake.emissions["a"] = Emission(
        (claim(theorem("a")), claim(theorem("a_exists", "wrong"), kind="exists", about="the limit"))
    )
    step = by_id(checked(fake, FakeLean({"wrong": "no"})))["a"]
    assert (step.verdict, step.message) == ("undefined", "the limit is not shown to exist")


def test_a_limit_for_whose_existence_no_proof_is_found_is_undefined() -> None:
    fake = steps("a")
    fake.emissions["a"] = Emission(
        (
            claim(theorem("a")),
            replace(claim(theorem("a_exists"), kind="exists", about="\\lim x"), alternatives=()),
        )
    )
    (step,) = checked(fake).steps
    assert (step.verdict, step.message) == ("undefined", "\\lim x is not shown to exist")


def test_a_step_is_verified_only_when_all_its_claims_are() -> None:
    fake = steps("a")
    good, bad = claim(theorem("a")), claim(theorem("a_defined", "wrong"), kind="defined")
    fake.emissions["a"] = Emission((good, bad))
    assert by_id(checked(fake, FakeLean({"wrong": "no"})))["a"].verdict == "undefined"
    fake.emissions["a"] = Emission((good, replace(bad, alternatives=())))
    assert by_id(checked(fake))["a"].verdict == "unproved"


def test_a_step_without_claims_is_not_verified() -> None:
    fake = steps("a", "b")
    fake.emissions["a"] = Emission(())
    del fake.emissions["b"]
    assert verdicts(checked(fake)) == {"a": "unproved", "b": "unproved"}


def test_a_step_that_cannot_be_stated_says_why() -> None:
    fake = steps("a")
    fake.plan = Plan((obligation("a", problem="(9.9) is not a formula above"),))
    fake.emissions = {}
    step = by_id(checked(fake))["a"]
    assert (step.verdict, step.message) == ("unproved", "(9.9) is not a formula above")
    assert fake.refuted == []
    fake = steps("a")
    fake.emissions["a"] = Emission((), "the expression is nested too deeply")
    assert by_id(checked(fake))["a"].message == "the expression is nested too deeply"


def test_contradictory_hypotheses_are_refuted_where_they_stand() -> None:
    context = Context((), (Hypothesis("h1", X_IS_X), Hypothesis("h2", X_NE_Y)))
    fake = steps("a", assumptions=(Assumption(span(4), context),))
    fake.contradictions[0] = Refutation(
        "contradiction", "no numbers satisfy these hypotheses together"
    )
    report = checked(fake)
    step = report.steps[-1]
    assert (step.line, step.kind, step.verdict, step.statement) == (
        4,
        "assume",
        "refuted",
        "x = x, x ≠ y",
    )
    assert exit_code([report]) == 1


def test_lean_that_comes_to_no_end_is_the_environments_fault() -> None:
    fake = steps("a", "b")
    report = checked(fake, FakeLean(dies_on=frozenset({"b"})))
    assert verdicts(report) == {"a": "verified", "b": "unproved"}
    assert [(problem.kind, problem.line) for problem in report.problems] == [("environment", 2)]
    assert "out of memory" in report.problems[0].message
    assert exit_code([report]) == 3


def test_without_lean_there_are_no_verdicts() -> None:
    report = checked(steps("a"), FakeLean(missing="There is no Node."))
    assert report.steps == () and report.problems[0].message == "There is no Node."
    assert exit_code([report]) == 3


def test_what_is_known_is_neither_tried_nor_asked() -> None:
    fake, ledger = steps("a", "b"), MemoryLedger()
    checked(fake, None, ledger)
    fake.emissions["b"] = Emission((claim(theorem("b", "otherwise")),))
    fake.refuted.clear()
    lean = FakeLean()
    report = checked(fake, lean, ledger)
    assert fake.refuted == ["b"] and lean.asked == [["b"]]
    assert [step.cached for step in report.steps] == [True, False]
    fake.refuted.clear()
    assert all(
        step.verdict == "verified" and step.cached for step in checked(fake, lean, ledger).steps
    )
    assert fake.refuted == [] and lean.calls == 1


def test_what_is_known_may_say_nothing_here() -> None:
    hypotheses = (Hypothesis("d1", X_IS_X, "inferred"),)
    fake = FakeStages(
        Plan((obligation("a", hypotheses=hypotheses),)), {"a": Emission((claim(theorem("a")),))}
    )
    ledger = MemoryLedger()
    assert [step.verdict for step in checked(fake, None, ledger).steps] == ["verified"]
    fake.vacuous["a"] = Refutation("undefined", "it says nothing")
    assert [step.verdict for step in checked(fake, None, ledger).steps] == ["undefined"]


def test_nothing_false_is_kept() -> None:
    fake, ledger = steps("a"), MemoryLedger()
    fake.refutations["a"] = FALSE
    checked(fake, None, ledger)
    assert ledger.entries == {}


def test_what_would_help_is_told_for_the_first_failures() -> None:
    names = [f"s{number}" for number in range(MOST_ADVISED + 3)]
    fake = steps(*names)
    for name in names:
        fake.refutations[name] = FALSE
        fake.advice[name] = ("assume x > 0",)
    report = checked(fake)
    assert [bool(step.hints) for step in report.steps] == [True] * MOST_ADVISED + [False] * 3
    assert report.steps[0].hints == ("assume x > 0",)


def test_no_advice_for_what_is_verified_or_waits() -> None:
    fake = steps("a", "b", "c")
    fake.emissions["b"] = Emission((claim(theorem("b", "wrong")),))
    fake.emissions["c"] = Emission((claim(theorem("c", "rfl", "b")),))
    fake.advice = dict.fromkeys("abc", ("assume x > 0",))
    report = checked(fake, FakeLean({"wrong": "no"}))
    assert [bool(step.hints) for step in report.steps] == [False, True, False]


def test_notices_and_warnings_are_passed_on_in_order() -> None:
    fake = steps("a", notices=(not_checked(span(3), "prose"),))
    warned = Document("some.txt", "x\n", (), (note("log", "log without its backslash", span(1)),))
    fake.read = lambda _: warned
    report = checked(fake)
    assert [(notice.line, notice.code, notice.message) for notice in report.warnings] == [
        (1, "log", "log without its backslash"),
        (3, "not-checked", "not checked: prose"),
    ]


def test_a_syntax_error_is_a_problem_with_a_place(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("\\frac{1\n")

    def read(_: Path) -> Document:
        raise SyntaxProblem(
            str(path),
            (
                Diagnostic("input", "a } is missing", span(1), ("}",), "close it"),
                Diagnostic("input", "second", span(2)),
            ),
        )

    fake = steps()
    fake.read = read
    prover = Prover(FakeLean(), printed(), MemoryLedger(), 60, "1")
    report = check(path, fake.stages(), prover, lambda *_: None, refute_seconds=1.0)
    assert report.text == "\\frac{1\n"
    first, second = report.problems
    assert (first.kind, first.message, first.line, first.column, first.hints) == (
        "input",
        "a } is missing",
        1,
        3,
        ("expected }", "close it"),
    )
    assert second.message == "second"
    assert exit_code([report]) == 2


def test_an_unreadable_file_is_a_problem_without_a_place(tmp_path: Path) -> None:
    def read(path: Path) -> Document:
        raise UnreadableInput(str(path), "there is no such file")

    fake = steps()
    fake.read = read
    prover = Prover(FakeLean(), printed(), MemoryLedger(), 60, "1")
    report = check(
        tmp_path / "none.txt", fake.stages(), prover, lambda *_: None, refute_seconds=1.0
    )
    assert report.problems[0].message == "there is no such file" and report.problems[0].line is None
    assert exit_code([report]) == 2


def test_the_steps_on_a_line() -> None:
    report = checked(steps("a", "b"))
    assert [step.id for step in step_at(report, 2)] == ["b"]
    assert step_at(report, 9) == ()
    long = replace(report, steps=(replace(report.steps[0], end_line=5),))
    assert [step.id for step in step_at(long, 4)] == ["a"]


def test_progress_is_told_for_both_long_stages() -> None:
    told: list[tuple[str, int, int]] = []
    prover = Prover(FakeLean(), printed(), MemoryLedger(), 60, "1")
    check(
        Path("p.txt"),
        steps("a", "b").stages(),
        prover,
        lambda *news: told.append(news),
        refute_seconds=1.0,
    )
    assert told == [("refute", 1, 2), ("refute", 2, 2), ("lean", 0, 2), ("lean", 2, 2)]


def test_a_statement_is_told_as_written_and_printed_where_it_stands_nowhere() -> None:
    fake = steps("a", "b")
    first, second = fake.plan.obligations
    changed = (
        replace(first, source="x = y \\tag{1}   by algebra", statement="x = y"),
        replace(second, kind="conclusion", source="x = y\n= z by algebra", statement=""),
    )
    fake.plan = replace(fake.plan, obligations=changed)
    assert [step.statement for step in checked(fake).steps] == ["x = y", "x = x"]


def test_conditions_that_the_file_leaves_unsaid_are_told() -> None:
    hypotheses = (Hypothesis("h1", X_IS_X), Hypothesis("d1", X_IS_X, "inferred"))
    fake = FakeStages(
        Plan((obligation("a", hypotheses=hypotheses),)), {"a": Emission((claim(theorem("a")),))}
    )
    [step] = checked(fake).steps
    assert (len(step.assumptions), step.inferred) == (2, ("x = x",))


def test_what_a_proof_assumes_is_told_with_its_theorem() -> None:
    hypotheses = (Hypothesis("h1", X_IS_X), Hypothesis("h2", X_IS_X, "proof"))
    fake = FakeStages(
        Plan((obligation("a", hypotheses=hypotheses),)), {"a": Emission((claim(theorem("a")),))}
    )
    [step] = checked(fake).steps
    assert (len(step.assumptions), step.inferred) == (2, ("x = x",))
