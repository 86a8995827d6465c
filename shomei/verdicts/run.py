"""Checks one derivation, from its path or text to its report. The stages are passed in; reading,
Lean and the ledger are at the edges.

A file that cannot be read, or a Lean that cannot be started, raises no exception: the report then
has a problem.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from shomei.emitter.model import Claim, Emission
from shomei.emitter.theorem import comment
from shomei.lean.backend import EnvironmentFailure
from shomei.numbers.model import Refutation
from shomei.obligations.model import Plan
from shomei.parser.ast import Document
from shomei.parser.errors import (
    EmptyInput,
    InputProblem,
    NothingToCheck,
    SyntaxProblem,
    UnreadableInput,
    UnsupportedNotation,
)
from shomei.parser.files import file_bytes
from shomei.parser.limits import MAX_TEXT
from shomei.parser.suffixes import kind_of
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.clock import Clock
from shomei.verdicts.judge import (
    fails_by_itself,
)
from shomei.verdicts.model import NO_LEAN, Report, StepReport, Text
from shomei.verdicts.prove import Prover, look_up, prove
from shomei.verdicts.reporting import Findings, Tried, in_order, reported
from shomei.verdicts.stages import Stages
from shomei.verdicts.standing import Outcome, Proof, by_citation

#: The number of failing steps that get advice, which takes up to a second each.
MOST_ADVISED: Final = 8

#: The module of all accepted theorems may take so many times as long as a batch of them.
_WHOLE: Final = 4

#: Called with the name of a stage, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


def check(
    source: Path | Text,
    stages: Stages,
    prover: Prover | None,
    progress: Progress,
    *,
    refute_seconds: float,
    preview: Callable[[Report], None] | None = None,
    write: Callable[[Report, Findings], str] | None = None,
) -> Report:
    """The report on one derivation. `refute_seconds` limits the time for trying numbers on one
    step. Without a prover no theorem is made and no step is verified; one that nothing speaks
    against is `plausible`. `preview` receives the report as far as it is known, before Lean is
    asked and after each of its answers; what Lean has not answered yet is `plausible` there.
    `write` makes the text of the Lean file, which otherwise holds the theorems as they were
    checked.
    """
    clock = Clock()
    backend = NO_LEAN if prover is None else prover.backend.name
    name = source.name if isinstance(source, Text) else str(source)
    try:
        with clock.stage("parse"):
            document = stages.read(source)
        problems: tuple[Diagnostic, ...] = ()
    except (EmptyInput, NothingToCheck) as problem:
        return _without_mathematics(source, name, backend, problem)
    except InputProblem as problem:
        problems = input_problems(problem)
        rest = problem.rest if isinstance(problem, SyntaxProblem) else None
        if rest is None:
            return _unread(source, name, backend, problem)
        if isinstance(problem, UnsupportedNotation):
            problems = ()  # the report has a note on each
        document = rest
    report = Report(name, backend, text=document.text, cells=document.cells)
    with clock.stage("plan"):
        plan = stages.build(document)
    with clock.stage("emit"):
        emissions = {} if prover is None else stages.emit(plan)
    with clock.stage("audit"):
        # Looks at the first theorem of each claim, which is made only now.
        emissions = {} if prover is None else stages.audit(plan, emissions)
        claims = [
            claim
            for emission in emissions.values()
            for claim in emission.claims
            if claim.alternatives
        ]
    report = replace(report, warnings=_notices(document, plan, stages, problems))
    try:
        with clock.stage("ledger"):
            known = {} if prover is None else look_up(claims, prover)
        with clock.stage("refute"):
            tried = _refute(
                plan, emissions, known, stages, progress=progress, seconds=refute_seconds
            )
            refutations = tried.refutations
        with clock.stage("lean"):
            open_claims = _worth_proving(plan, emissions, refutations)
            found = Findings(document, plan, emissions, tried, problems)

            def told(proofs: Mapping[str, Proof]) -> None:
                if preview is not None and prover is not None:
                    so_far = replace(found, outcomes=proofs)
                    preview(reported(report, so_far, stages, partial=True))

            told(known)
            outcomes = (
                {}
                if prover is None
                else prove(
                    open_claims,
                    prover,
                    known,
                    lambda done, total: progress("lean", done, total),
                    told if preview is not None else None,
                )
            )
    except EnvironmentFailure as failure:
        return replace(
            report,
            problems=(*problems, Diagnostic("environment", str(failure))),
            seconds=clock.listed(),
        )
    with clock.stage("build"):
        problems = (*problems, *_built(source, open_claims, outcomes, prover))
        found = replace(found, problems=problems)
    with clock.stage("advise"):
        advice = _advise(
            plan, emissions, refutations, outcomes, stages=stages, seconds=refute_seconds
        )
    found = replace(found, outcomes=outcomes, advice=advice)
    told_of = reported(report, found, stages, partial=prover is None, seconds=refute_seconds)
    if write is None:
        text = lean_file(source.name, open_claims, outcomes)
        return replace(told_of, seconds=clock.listed(), lean=text)
    try:
        with clock.stage("write"):
            text = write(told_of, found)
    except EnvironmentFailure as failure:
        text = ""
        lost = Diagnostic("environment", str(failure))
        told_of = replace(told_of, problems=(*told_of.problems, lost))
    return replace(told_of, seconds=clock.listed(), lean=text)


def _built(
    source: Path | Text,
    claims: Sequence[Claim],
    outcomes: Mapping[str, Outcome],
    prover: Prover | None,
) -> tuple[Diagnostic, ...]:
    """Has the accepted theorems of a file built as one module, where the backend does so. A problem
    if Lean rejects as a whole what it accepts one by one.
    """
    if prover is None or isinstance(source, Text):
        return ()
    accepted = {
        name: outcome.theorem
        for claim in claims
        if isinstance(outcome := outcomes[name := claim.alternatives[0].name], Proof)
    }
    if not accepted:
        return ()
    body = "\n".join(theorem.text for theorem in by_citation(accepted))
    try:
        why = prover.backend.keep(str(source), body, timeout=_WHOLE * prover.timeout)
    except EnvironmentFailure as failure:
        return (Diagnostic("environment", str(failure)),)
    if why is None:
        return ()
    return (Diagnostic("environment", f"the accepted theorems do not build as one module: {why}"),)


def lean_file(source: str, claims: Sequence[Claim], outcomes: Mapping[str, Outcome]) -> str:
    """All theorems as one Lean file over Mathlib, each after those that it cites: the ones that
    Lean accepts, and the first attempt at each of the others.

    `source` names the derivation.
    """
    chosen = {
        claim.alternatives[0].name: outcomes[claim.alternatives[0].name].theorem for claim in claims
    }
    return "\n".join(
        [
            (
                f"import Shomei\n\n/-! The steps of {comment(source)}, a theorem for each claim, "
                "after those that it cites. -/\n"
            ),
            "set_option linter.all false\n\nopen Filter Topology\n",
            *(theorem.text.strip("\n") + "\n" for theorem in by_citation(chosen)),
        ]
    )


def input_problems(problem: InputProblem) -> tuple[Diagnostic, ...]:
    """The problems of the report for what the parser raised."""
    if isinstance(problem, SyntaxProblem):
        return problem.problems
    message = problem.message if isinstance(problem, UnreadableInput) else str(problem)
    return (Diagnostic("input", message),)


def _unread(source: Path | Text, name: str, backend: str, problem: InputProblem) -> Report:
    """The report on what is no derivation."""
    problems = input_problems(problem)
    if isinstance(problem, SyntaxProblem) and problem.text is not None:
        return Report(name, backend, problems=problems, text=problem.text, cells=problem.cells)
    return Report(name, backend, problems=problems, text=_quotable(source))


def _without_mathematics(
    source: Path | Text, name: str, backend: str, problem: InputProblem
) -> Report:
    """The report on a text that claims nothing, which an article may do."""
    if kind_of(name) == "plain":
        return _unread(source, name, backend, problem)
    return Report(name, backend, text=_quotable(source))


def _quotable(source: Path | Text) -> str:
    """The source for quoting in a syntax error. Empty if it is not readable text, since then the
    problem has no line either.
    """
    if isinstance(source, Text):
        return source.text
    try:
        return file_bytes(source, MAX_TEXT).decode("utf-8")
    except (UnreadableInput, UnicodeDecodeError):
        return ""


def _notices(
    document: Document, plan: Plan, stages: Stages, problems: Sequence[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """All notes but those that say of a formula what a problem says."""
    told = {(problem.line, problem.message) for problem in problems}
    return in_order(
        each
        for each in (*document.warnings, *plan.notices, *stages.remarks(document, plan))
        if (each.line, each.message.removeprefix("not checked: ")) not in told
    )


def _refute(
    plan: Plan,
    emissions: Mapping[str, Emission],
    known: Mapping[str, Proof],
    stages: Stages,
    *,
    progress: Progress,
    seconds: float,
) -> Tried:
    """Tries the assumptions and every step that Lean has not verified before. Those that it has may
    still say nothing here, where their conditions are inferred.
    """
    untried = []
    vacuous: dict[str, Refutation] = {}
    for obligation in plan.obligations:
        if not _is_known(emissions.get(obligation.id), known):
            untried.append(obligation)
        elif any(each.origin == "inferred" for each in obligation.context.hypotheses) and (
            found := stages.vacuous(obligation, seconds)
        ):
            vacuous[obligation.id] = found
    tried = Tried(vacuous)
    total = len(untried) + len(plan.assumptions)
    for index, assumption in enumerate(plan.assumptions):
        if (found := stages.contradiction(assumption, seconds)) is not None:
            tried.contradictions[index] = found
        progress("refute", index + 1, total)
    for done, obligation in enumerate(untried, start=len(plan.assumptions) + 1):
        if obligation.problem is None:
            if (found := stages.refute(obligation, seconds)) is not None:
                tried.refutations[obligation.id] = found
            tried.symbolic[obligation.id] = stages.symbolic(obligation)
        progress("refute", done, total)
    return tried


def _is_known(emission: Emission | None, known: Mapping[str, Proof]) -> bool:
    if emission is None or not emission.claims:
        return False
    return all(
        claim.alternatives and claim.alternatives[0].name in known for claim in emission.claims
    )


def _worth_proving(
    plan: Plan, emissions: Mapping[str, Emission], refutations: Mapping[str, Refutation]
) -> list[Claim]:
    """The claims of every step that numbers do not refute: Lean would search long, and in vain, for
    a proof of a false statement.
    """
    return [
        claim
        for obligation in plan.obligations
        if obligation.id in emissions and obligation.id not in refutations
        for claim in emissions[obligation.id].claims
        if claim.alternatives
    ]


def _advise(
    plan: Plan,
    emissions: Mapping[str, Emission],
    refutations: Mapping[str, Refutation],
    outcomes: Mapping[str, Outcome],
    *,
    stages: Stages,
    seconds: float,
) -> dict[str, tuple[str, ...]]:
    """Hints for the first few steps that fail by themselves, by their ids. The others are usually
    the same mistake again.
    """
    advice: dict[str, tuple[str, ...]] = {}
    for obligation in plan.obligations:
        refutation = refutations.get(obligation.id)
        failed = (
            refutation
            or fails_by_itself(emissions.get(obligation.id), outcomes)
            or ("statement" if obligation.problem else None)
        )
        if failed is not None:
            advice[obligation.id] = stages.advise(obligation, failed, seconds)
            if len(advice) == MOST_ADVISED:
                break
    return advice


def step_at(report: Report, line: int) -> tuple[StepReport, ...]:
    """The steps on `line`: those that begin there, or else those that extend over it."""
    begin = tuple(step for step in report.steps if step.line == line)
    return begin or tuple(step for step in report.steps if step.line <= line <= step.end_line)
