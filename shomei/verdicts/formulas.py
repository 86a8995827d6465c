"""The formulas of a derivation with their roles, and the verdicts on those that claim something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from shomei.obligations.model import Plan, PlannedFormula
from shomei.parser.ast import Document
from shomei.parser.lexing.refusals import UNSUPPORTED
from shomei.terms.nodes import Relation, Statement
from shomei.verdicts.model import FINE, FormulaReport, StepReport, Verdict

#: Of the verdicts on the steps of one formula, the one that is told.
_FIRST: Final[tuple[Verdict, ...]] = (
    "refuted",
    "undefined",
    "unproved",
    "skipped",
    "plausible",
    "verified",
)
#: Kinds of what is not read, by the beginning of the reason.
_KINDS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(".*(?:can be read|can mean|it is unclear)"), "ambiguous"),
    (re.compile(r"its declaration in line \d+ is not read"), "unread declarations"),
    (re.compile("it goes on from what is not read"), "what goes on from these"),
    (re.compile(".*sequences are not part of the language"), "sequences"),
    (re.compile("nothing above defines|.*looks like a (?:function|derivative)"), "undefined names"),
    (re.compile("a subscript is|this subscript is"), "subscripts"),
    (re.compile(".*(?:cannot stand here|is never closed|ends too early)"), "syntax"),
)
#: A command or environment that a reason names, such as `\approx`, and a command in a formula.
_NAMED: Final = re.compile(r"`(\\[A-Za-z]{2,})`|the environment `(\w+)`")
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)")
_NOT_PART: Final = re.compile(r"([a-z][a-z ]*) (?:is|are) not part of the language")


def formula_reports(
    document: Document, plan: Plan, steps: Iterable[StepReport], doubts: Mapping[str, str]
) -> tuple[FormulaReport, ...]:
    """A report on each formula of the plan. `steps` are those that have a verdict; `doubts` says by
    the ids of the others why they have none.
    """
    verdicts = {step.id: step for step in steps}
    named = {each.id for each in plan.obligations if _may_name(each.goal)}
    parts = {name: why for name, why in doubts.items() if name not in named}
    return tuple(
        _report(document, formula, verdicts, doubts, parts)
        for formula in plan.formulas
        if formula.span.line
    )


def _may_name(goal: Statement) -> bool:
    """Whether a statement in doubt may give a name to what the rest of its formula is about."""
    return isinstance(goal, Relation) and goal.operator == "="


def _report(
    document: Document,
    formula: PlannedFormula,
    steps: Mapping[str, StepReport],
    doubts: Mapping[str, str],
    parts: Mapping[str, str],
) -> FormulaReport:
    """`parts`: those of the doubts that make the whole formula doubtful."""
    span = formula.span
    text = document.quote(span)
    made = [steps[name] for name in formula.obligations if name in steps]
    worst = min(made, key=lambda step: _FIRST.index(step.verdict), default=None)
    if worst and worst.verdict in FINE and any(n in parts for n in formula.obligations):
        made, worst = [], None
    doubt = next((doubts[name] for name in formula.obligations if name in doubts), "")
    reason = (worst.message or worst.used) if worst else formula.why or doubt
    return FormulaReport(
        span.line,
        span.column,
        span.end_line,
        span.end_column,
        text,
        formula.role if made or not formula.obligations else "mention",
        worst.verdict if worst else None,
        reason,
        kind_of(text, reason) if formula.role in {"beyond", "unread"} else "",
    )


def kind_of(text: str, reason: str) -> str:
    """The notation that keeps a formula from being read, or what it speaks of, as short as it can
    be said: `\\int`, `matrices`.
    """
    for pattern, kind in _KINDS:
        if pattern.match(reason):
            return kind
    if command := _NAMED.search(reason):
        return command[1] or command[2]
    for name in _COMMAND.findall(text):
        if UNSUPPORTED.get(name) == reason:
            return f"\\{name}"
    found = _NOT_PART.fullmatch(reason)
    return found[1] if found else reason
