"""Puts what the stages have found into a report: while Lean is still at work, and at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from shomei.emitter.model import Emission
from shomei.numbers.model import Refutation
from shomei.obligations.model import Assumption, Plan
from shomei.parser.ast import Document
from shomei.parser.suffixes import kind_of
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import NOWHERE
from shomei.verdicts.doubt import without_doubtful
from shomei.verdicts.formulas import formula_reports
from shomei.verdicts.judge import judge, judge_assumption, lost, place_of, plausible
from shomei.verdicts.model import FINE, Report, StepReport, cause_in_chain
from shomei.verdicts.premises import in_force
from shomei.verdicts.reasons import unused_reasons
from shomei.verdicts.stages import Stages
from shomei.verdicts.standing import Outcome
from shomei.verdicts.suppression import suppressed

#: How long a step in doubt may be tried with numbers, in seconds.
_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Tried:
    """The refutations of steps (by id) and assumptions (by index), and what sympy decided about the
    steps that were tried.
    """

    refutations: dict[str, Refutation] = field(default_factory=dict)
    contradictions: dict[int, Refutation] = field(default_factory=dict)
    symbolic: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is known of a derivation so far: `outcomes` by the names of theorems, `advice` by
    the ids of steps.
    """

    document: Document
    plan: Plan
    emissions: Mapping[str, Emission]
    tried: Tried
    problems: tuple[Diagnostic, ...] = ()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    advice: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def reported(
    report: Report,
    found: Findings,
    stages: Stages,
    *,
    partial: bool = False,
    seconds: float = _SECONDS,
) -> Report:
    """The report with the verdicts on its steps and formulas. `partial`: Lean has not answered on
    every theorem, and a step that neither it nor numbers have decided is `plausible`.
    """
    plan, document = found.plan, found.document
    steps = _steps(found, stages, partial=partial)
    doubted = without_doubtful(
        plan,
        steps,
        fails=lambda each: _fails(stages.refute(each, seconds)),
        possible=lambda context: stages.possible(context, seconds),
        impossible=lambda context: (
            stages.contradiction(Assumption(NOWHERE, context), seconds) is not None
        ),
        article=kind_of(document.path) != "plain",
    )
    unused = (
        () if partial else unused_reasons(plan, found.emissions, found.outcomes, stages.is_used)
    )
    whole = replace(
        report,
        warnings=in_order((*report.warnings, *unused, *doubted.notes)),
        formulas=formula_reports(document, plan, doubted.steps, doubted.reasons),
        in_force=in_force(plan.extents, stages.show),
        steps=tuple(sorted(_beside_what_fails(doubted.steps), key=_place)),
        problems=(*found.problems, *_lost(plan, found.emissions, found.outcomes)),
    )
    return suppressed(whole, document.suppressions)


def _beside_what_fails(steps: Sequence[StepReport]) -> Iterator[StepReport]:
    """The steps. What sums up a chain, and fails because one of the chain's steps does, is placed
    where that step is, so that no alarm stands at the chain's sound beginning.
    """
    for step in steps:
        fails = step.kind == "conclusion" and step.verdict not in FINE
        cause = cause_in_chain(step, steps) if fails else None
        yield step if cause is None else replace(step, line=cause.line, column=cause.column)


def _place(step: StepReport) -> tuple[int, int, int]:
    """Where a step is told: what sums up a chain comes after it."""
    if step.kind == "conclusion":
        return step.end_line, step.end_column, 1
    return step.line, step.column, 0


def _steps(found: Findings, stages: Stages, *, partial: bool) -> list[StepReport]:
    plan, emissions, tried = found.plan, found.emissions, found.tried
    places = {o.id: place_of(o, found.document.cells) for o in plan.obligations}
    owning = {
        c.alternatives[0].name: o.id
        for o in plan.obligations
        if o.id in emissions
        for c in emissions[o.id].claims
        if c.alternatives
    }
    owners = places | {name: places[step] for name, step in owning.items()}
    steps = [
        judge(
            o,
            emissions.get(o.id),
            tried.refutations.get(o.id),
            outcomes=found.outcomes,
            owners=owners,
            steps=owning,
            advice=found.advice.get(o.id, ()),
            symbolic=tried.symbolic.get(o.id, ()),
            in_prose=bool(found.document.formulas),
            show=stages.show,
        )
        for o in plan.obligations
    ]
    if partial:
        open_steps = {o.id for o in plan.obligations if o.problem is None} - set(tried.refutations)
        steps = [
            plausible(step) if step.id in open_steps and step.verdict != "verified" else step
            for step in steps
        ]
    steps.extend(
        judge_assumption(plan.assumptions[index], refutation, stages.show)
        for index, refutation in tried.contradictions.items()
    )
    return steps


def in_order(notices: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Notices in the order of the text."""
    return tuple(sorted(notices, key=lambda notice: (notice.line or 0, notice.column or 0)))


def _fails(found: Refutation | None) -> bool:
    """Whether a refutation shows numbers, and not only that there are none."""
    return found is not None and found.kind != "contradiction" and bool(found.values)


def _lost(
    plan: Plan, emissions: Mapping[str, Emission], outcomes: Mapping[str, Outcome]
) -> tuple[Diagnostic, ...]:
    """A problem for each step on which Lean timed out or died."""
    return tuple(
        Diagnostic("environment", f"Lean came to no end on this step: {why}", o.span)
        for o in plan.obligations
        if o.id in emissions and (why := lost(emissions[o.id], outcomes)) is not None
    )
