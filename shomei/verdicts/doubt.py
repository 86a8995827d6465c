"""Formulas that the text may not claim: where one of them fails, that is no alarm but a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from shomei.obligations.model import Plan
from shomei.terms.diagnostics import Diagnostic, not_checked
from shomei.verdicts.model import StepReport, Verdict

#: What the note on such a formula says, by the verdict that it would have.
DOUBTS: Final[Mapping[Verdict, str]] = {
    "refuted": "it holds for some values only; it may be a definition or a condition",
    "undefined": "it is not defined for all values; it may be a definition or a condition",
    "unproved": "no proof was found; it may be a definition or a condition",
    "skipped": "it rests on what is not verified; it may be a definition or a condition",
}


def without_doubtful(
    plan: Plan, steps: Sequence[StepReport]
) -> tuple[list[StepReport], tuple[Diagnostic, ...]]:
    """The steps without those that fail and may be no claims, and a note on each of the latter."""
    places = {each.id: each.span for each in plan.obligations if each.tentative}
    kept = [step for step in steps if step.verdict == "verified" or step.id not in places]
    notes = tuple(
        not_checked(places[step.id], DOUBTS[step.verdict])
        for step in steps
        if step.verdict != "verified" and step.id in places and step.kind != "conclusion"
    )
    return kept, notes
