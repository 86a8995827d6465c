"""Turns the results of the numbers and of Lean into the verdict on a step, in the reader's words.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from shomei.emitter.model import Claim, ClaimKind, Emission, Theorem
from shomei.numbers.model import Refutation
from shomei.obligations.model import Assumption, Continuity, Obligation
from shomei.terms.cells import NO_CELLS, Cells
from shomei.terms.nodes import Statement
from shomei.verdicts.goals import translate
from shomei.verdicts.model import StepReport, Verdict
from shomei.verdicts.premises import premises
from shomei.verdicts.standing import Outcome, Proof, Rejection

#: The order in which failed claims are reported: first those that the reader can act on.
_FIRST: Final[tuple[ClaimKind, ...]] = ("defined", "exists", "statement")
#: The messages of Lean or its audit that concern a reader. Messages of tactics are only for `shomei
#: explain`.
_SAID: Final = re.compile(
    r"the theorem rests on|Lean did not|it does not state|\(deterministic\) timeout|maximum "
    r"recursion"
)

#: The words for an expression whose claim fails.
_NOT_SHOWN: Final[Mapping[ClaimKind, str]] = {"defined": "be defined here", "exists": "exist"}

#: The verdicts that numbers can give; only Lean gives `verified`.
_REFUTED: Mapping[str, Verdict] = {
    "false": "refuted",
    "undefined": "undefined",
    "contradiction": "refuted",
}


def judge(
    obligation: Obligation,
    emission: Emission | None,
    refutation: Refutation | None,
    *,
    outcomes: Mapping[str, Outcome],
    owners: Mapping[str, str],
    steps: Mapping[str, str],
    advice: tuple[str, ...],
    symbolic: tuple[str, ...] = (),
    in_prose: bool = False,
    show: Callable[[Statement], str],
) -> StepReport:
    """The report on one step.

    `outcomes` holds the outcome of each claim by the name of its theorem; `owners` the place of
    the step that a theorem belongs to, and `steps` its id; `advice` the hints, if there are any;
    `symbolic` what sympy decided. `show` prints a statement in the notation of the source.
    `in_prose`: it is a step of an article, where conditions are left unsaid; that none proves an
    expression to be defined is reported as a missing proof, unless numbers show that it is not.
    """
    claims = emission.claims if emission else ()
    problem = obligation.problem or (emission.problem if emission else None)
    results = _results(claims, outcomes)
    proofs = [outcome for _, outcome in results if isinstance(outcome, Proof)]
    verdict, message, hints = _verdict(
        problem, claims, refutation, results, owners=owners, show=show, goal=show(obligation.goal)
    )
    if in_prose and verdict == "undefined" and refutation is None:
        verdict = "unproved"
    span = obligation.span
    return StepReport(
        id=obligation.id,
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        statement=obligation.statement or show(obligation.goal),
        reason=obligation.reason_text,
        verdict=verdict,
        message=message,
        premises=premises(obligation, show),
        lean="\n\n".join(theorem.text.strip("\n") for theorem in _shown(claims, outcomes)),
        counterexample=_numbers(refutation),
        hints=(*advice, *hints),
        used=_used(results) if verdict == "verified" else "",
        kind=obligation.kind,
        label=obligation.label,
        axioms=tuple(sorted({axiom for proof in proofs for axiom in proof.axioms})),
        cached=bool(proofs) and all(proof.cached for proof in proofs),
        conditions=tuple(
            f"{show(condition.statement)}: {condition.why}"
            for condition in obligation.conditions
            if not isinstance(condition.statement, Continuity)
        ),
        lean_message=_complaint(results),
        symbolic=(*symbolic, *(refutation.symbolic if refutation else ())),
        curve=refutation.curve if refutation else None,
        rests_on=tuple(sorted(_cited(proofs, steps) - {obligation.id})),
    )


def _cited(proofs: Sequence[Proof], steps: Mapping[str, str]) -> set[str]:
    """The steps whose theorems the proofs cite."""
    return {steps[name] for proof in proofs for name in proof.theorem.requires if name in steps}


def plausible(step: StepReport) -> StepReport:
    """A step that numbers have been tried on in vain, where Lean is not asked."""
    return replace(step, verdict="plausible", message="", hints=())


def judge_assumption(
    assumption: Assumption, refutation: Refutation, show: Callable[[Statement], str]
) -> StepReport:
    """The report on contradictory hypotheses. It is placed at the line that introduces the
    contradiction; from there on anything would follow.
    """
    span = assumption.span
    return StepReport(
        id=f"assume_{span.line}_{span.column}",
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        statement=", ".join(
            show(hypothesis.statement) for hypothesis in assumption.context.hypotheses
        ),
        reason="",
        verdict="refuted",
        message=refutation.message,
        counterexample=_numbers(refutation),
        hints=("anything follows from hypotheses that exclude each other; drop one of them",),
        kind="assume",
        symbolic=refutation.symbolic,
    )


def fails_by_itself(emission: Emission | None, outcomes: Mapping[str, Outcome]) -> ClaimKind | None:
    """The claims that fail of a step without a proof, unless the step merely waits for another
    one.
    """
    failed: list[ClaimKind] = []
    for claim in emission.claims if emission else ():
        outcome = outcomes.get(claim.alternatives[0].name) if claim.alternatives else None
        if not claim.alternatives or (isinstance(outcome, Rejection) and not outcome.missing):
            failed.append(claim.kind)
    return min(failed, key=_FIRST.index, default=None)


def lost(emission: Emission, outcomes: Mapping[str, Outcome]) -> str | None:
    """Why Lean timed out or died on some claim of a step, if it did: that is a failure of the
    environment, not of the derivation.
    """
    found = (
        outcomes.get(claim.alternatives[0].name) for claim in emission.claims if claim.alternatives
    )
    return next(
        (outcome.lost for outcome in found if isinstance(outcome, Rejection) and outcome.lost), None
    )


def _results(
    claims: Sequence[Claim], outcomes: Mapping[str, Outcome]
) -> list[tuple[Claim, Outcome]]:
    """The claims that have an outcome. Those of a refuted step were not given to Lean."""
    tried = (claim for claim in claims if claim.alternatives)
    names = ((claim, claim.alternatives[0].name) for claim in tried)
    return [(claim, outcomes[name]) for claim, name in names if name in outcomes]


def _verdict(
    problem: str | None,
    claims: Sequence[Claim],
    refutation: Refutation | None,
    results: Sequence[tuple[Claim, Outcome]],
    *,
    owners: Mapping[str, str],
    show: Callable[[Statement], str],
    goal: str,
) -> tuple[Verdict, str, tuple[str, ...]]:
    if refutation is not None:
        return _REFUTED[refutation.kind], refutation.message, ()
    if problem is not None:
        return "unproved", problem, ()
    failed = [(claim, outcome) for claim, outcome in results if isinstance(outcome, Rejection)]
    if not failed:
        return _unrejected(claims, results)
    # Report first what the reader can act on: the step's own failures, then the claims that wait
    # for others.
    own = [(claim, outcome) for claim, outcome in failed if not outcome.missing]
    if own:
        return _rejected(own, show, goal)
    return _waiting([outcome for _, outcome in failed], owners)


def _unrejected(
    claims: Sequence[Claim], results: Sequence[tuple[Claim, Outcome]]
) -> tuple[Verdict, str, tuple[str, ...]]:
    """The verdict if Lean has rejected nothing."""
    if claims and len(results) == len(claims):
        return "verified", "", ()
    unattempted = [claim for claim in claims if not claim.alternatives]
    if unattempted and all(claim.kind == "exists" for claim in unattempted):
        return "undefined", f"{unattempted[0].about} is not shown to exist", ()
    return "unproved", "no proof was found: no rule applies to this step", ()


def _rejected(
    own: Sequence[tuple[Claim, Rejection]], show: Callable[[Statement], str], goal: str
) -> tuple[Verdict, str, tuple[str, ...]]:
    """The verdict on the step's own claims that Lean has rejected; an undefined expression comes
    before the statement.
    """
    for claim, outcome in own:
        if claim.kind in _NOT_SHOWN:
            message = f"{claim.about} is not shown to {_NOT_SHOWN[claim.kind]}"
            return "undefined", message, _lean_says(outcome, show, goal)
    _, outcome = own[0]
    if outcome.lost and not outcome.complaint:
        return "unproved", f"Lean came to no end on this step: {outcome.lost}", ()
    return "unproved", "no proof was found that Lean accepts", _lean_says(outcome, show, goal)


def _waiting(
    rejections: Sequence[Rejection], owners: Mapping[str, str]
) -> tuple[Verdict, str, tuple[str, ...]]:
    """The verdict on a step that only waits for others."""
    missing = dict.fromkeys(name for rejection in rejections for name in rejection.missing)
    places = list(dict.fromkeys(owners.get(name, name) for name in missing))
    listed = " and ".join(part for part in (", ".join(places[:-1]), places[-1]) if part)
    verb = "is" if len(places) == 1 else "are"
    return "skipped", f"it rests on {listed}, which {verb} not verified", ()


def _shown(claims: Sequence[Claim], outcomes: Mapping[str, Outcome]) -> Iterator[Theorem]:
    """The accepted theorem of each claim, or else the first that was or would have been tried."""
    for claim in claims:
        if claim.alternatives:
            outcome = outcomes.get(claim.alternatives[0].name)
            yield outcome.theorem if outcome else claim.alternatives[0]


def place_of(obligation: Obligation, cells: Cells = NO_CELLS) -> str:
    """Where a step stands, as another step's message names it."""
    label = f"({obligation.label}), " if obligation.label else ""
    return f"{label}line {cells.told(obligation.span.line)}"


def _lean_says(outcome: Rejection, show: Callable[[Statement], str], goal: str) -> tuple[str, ...]:
    """The messages of Lean that concern a reader, and the goal it has left open, unless that is the
    step itself or has no notation in the source.
    """
    complaint = outcome.complaint.strip()
    first = complaint.split("\n", 1)[0]
    said = (f"Lean says: {first}",) if _SAID.match(first) else ()
    goals = [
        (before, after)
        for before, after in zip(
            complaint.split("\n"), translate(complaint, show).split("\n"), strict=False
        )
        if after.startswith("⊢ ")
    ]
    left = tuple(
        f"what is left to prove: {after.removeprefix('⊢ ')}"
        for before, after in goals[:1]
        if after not in (before, f"⊢ {goal}")
    )
    return (*said, *left)


def _complaint(results: Sequence[tuple[Claim, Outcome]]) -> str:
    """Lean's message on the first claim that has one."""
    rejections = (outcome for _, outcome in results if isinstance(outcome, Rejection))
    return next((each.complaint for each in rejections if each.complaint), "")


def _numbers(refutation: Refutation | None) -> tuple[tuple[str, str], ...] | None:
    if refutation is None:
        return None
    sides = (("left side", refutation.left), ("right side", refutation.right))
    numbers = (*refutation.values, *((name, value) for name, value in sides if value is not None))
    return numbers or None


def _used(results: Sequence[tuple[Claim, Outcome]]) -> str:
    ways = (
        outcome.theorem.how
        for claim, outcome in results
        if claim.kind == "statement" and isinstance(outcome, Proof)
    )
    return ", ".join(dict.fromkeys(way for way in ways if way))
