"""The formulas of a derivation with their roles, and the verdicts on those that claim something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shomei.obligations.model import Plan, PlannedFormula
from shomei.parser.ast import Document
from shomei.verdicts.model import FormulaReport, StepReport, Verdict

#: Why a formula that may be claimed has no verdict.
UNSURE: Final = "it may be a definition or a condition"
#: Of the verdicts on the steps of one formula, the one that is told.
_FIRST: Final[tuple[Verdict, ...]] = ("refuted", "undefined", "unproved", "skipped", "verified")


def formula_reports(
    document: Document, plan: Plan, steps: Mapping[str, StepReport]
) -> tuple[FormulaReport, ...]:
    """A report on each formula of the plan; `steps` are the verdicts by step id."""
    return tuple(_report(document, formula, steps) for formula in plan.formulas)


def _report(
    document: Document, formula: PlannedFormula, steps: Mapping[str, StepReport]
) -> FormulaReport:
    span = formula.span
    made = [steps[name] for name in formula.obligations if name in steps]
    worst = min(made, key=lambda step: _FIRST.index(step.verdict), default=None)
    return FormulaReport(
        span.line,
        span.column,
        span.end_line,
        span.end_column,
        document.quote(span),
        formula.role if made or not formula.obligations else "mention",
        worst.verdict if worst else None,
        (worst.message or worst.used)
        if worst
        else formula.why or (UNSURE if formula.obligations else ""),
    )
