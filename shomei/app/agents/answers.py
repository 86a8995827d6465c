"""What an agent is told: reports and rules as plain data. Pure.

Every string is data from a derivation, in which invisible characters are written as escapes. The
classes have no slots, since the protocol's library takes a class's own attributes for defaults.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shomei.report.escape import one_line, visible_lines
from shomei.report.roles import formulas_at
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import Report, StepReport, exit_code

#: How many rules one answer lists.
_MOST: Final = 25


@dataclass(frozen=True)
class Step:
    """The verdict on one step."""

    line: int
    statement: str
    verdict: str
    message: str
    counterexample: dict[str, str]
    hints: list[str]
    proved_by: str
    assuming: list[str]


@dataclass(frozen=True)
class Told:
    """A problem or a note, and its line; 0 where it is about the whole text."""

    line: int
    message: str
    hints: list[str]


@dataclass(frozen=True)
class Checked:
    """What a check comes to. `verified`: there is a step, and Lean has accepted every one."""

    verified: bool
    exit_status: int
    backend: str
    steps: list[Step]
    problems: list[Told]
    notes: list[Told]


@dataclass(frozen=True)
class Explained:
    """All that is known about the formulas on one line."""

    line: int
    roles: list[str]
    steps: list[Step]
    conditions: list[str]
    theorems: list[str]
    lean_says: list[str]
    axioms: list[str]


@dataclass(frozen=True)
class Rule:
    """A law that a proof may use, and what to write after `by` to cite it."""

    name: str
    cite_as: list[str]
    statement: str
    conditions: list[str]
    mathlib: list[str]


@dataclass(frozen=True)
class Rules:
    """The rules that a query is for; `more` counts those that are left out."""

    rules: list[Rule]
    more: int


def checked(report: Report) -> Checked:
    """The verdicts on all steps."""
    return Checked(
        verified=report.verified,
        exit_status=exit_code([report]),
        backend=report.backend,
        steps=[_step(step) for step in report.steps],
        problems=[_told(problem) for problem in report.problems],
        notes=[_told(notice) for notice in report.warnings],
    )


def explained(report: Report, line: int) -> Explained:
    """The steps on a line with their conditions and theorems, and the roles of its formulas."""
    steps = [step for step in report.steps if step.line <= line <= step.end_line]
    return Explained(
        line=line,
        roles=[
            one_line(f"{each.role}: {each.text}" + (f" ({each.reason})" if each.reason else ""))
            for each in formulas_at(report, line)
        ],
        steps=[_step(step) for step in steps],
        conditions=[one_line(each) for step in steps for each in step.conditions],
        theorems=[visible_lines(step.lean) for step in steps if step.lean],
        lean_says=[visible_lines(step.lean_message) for step in steps if step.lean_message],
        axioms=sorted({one_line(axiom) for step in steps for axiom in step.axioms}),
    )


def rules(query: str) -> Rules:
    """The rules whose name, statement or lemma holds every word of the query."""
    from shomei.emitter.rules import rules as all_rules
    from shomei.emitter.rules.page import lemmas
    from shomei.languages.names import names_of
    from shomei.operations.statement_latex import print_statement

    words = [_squeezed(word) for word in query.split()]
    found: list[Rule] = []
    for rule in all_rules():
        entry = Rule(
            name=rule.id,
            cite_as=list(names_of(rule.id, "en")),
            statement=rule.latex,
            conditions=[print_statement(condition) for condition in rule.conditions],
            mathlib=list(lemmas(rule)),
        )
        text = _squeezed(
            " ".join((rule.topic, rule.id, rule.latex, *entry.cite_as, *entry.mathlib))
        )
        if all(word in text for word in words):
            found.append(entry)
    return Rules(rules=found[:_MOST], more=max(0, len(found) - _MOST))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s_]+", "", text).lower()


def _step(step: StepReport) -> Step:
    return Step(
        line=step.line,
        statement=one_line(step.statement),
        verdict=step.verdict,
        message=visible_lines(step.message),
        counterexample={
            one_line(name): one_line(value) for name, value in step.counterexample or ()
        },
        hints=[one_line(hint) for hint in step.hints],
        proved_by=one_line(step.used),
        assuming=[one_line(each) for each in step.assumptions],
    )


def _told(told: Diagnostic) -> Told:
    return Told(
        line=told.line or 0,
        message=visible_lines(told.message),
        hints=[one_line(hint) for hint in told.hints],
    )
