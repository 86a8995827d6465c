"""`shomei explain FILE:LINE`, or FILE:CELL:LINE of a notebook: everything about the formulas on one
line: which role each has and why, from where to where an assumption is in force, and for a claim
its hypotheses, the theorem, and Lean's answer. `shomei explain FILE` lists the formulas.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from shomei.app.commands.check import spoken
from shomei.app.commands.session import session
from shomei.app.commands.settling import settled
from shomei.app.commands.writing import write_out
from shomei.languages.language import FALLBACK
from shomei.languages.messages import say, translated, translated_list
from shomei.operations.statement_latex import print_statement
from shomei.report import basis
from shomei.report.escape import one_line, visible, visible_lines
from shomei.report.formats import text
from shomei.report.roles import formulas_at, overview, quotation, role, section_of
from shomei.verdicts.goals import wholly
from shomei.verdicts.model import (
    EXIT_INPUT,
    EXIT_VERIFIED,
    FormulaReport,
    Origin,
    Report,
    StepReport,
    exit_code,
)
from shomei.verdicts.run import step_at

#: A notebook and a cell of it.
_CELL: Final = re.compile(r"(?P<path>.+\.ipynb):(?:cell )?(?P<cell>[0-9]{1,6})", re.IGNORECASE)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 if there is something to explain, whatever its verdict; otherwise as for
    `check`.
    """
    found = _place(arguments.place)
    if found is None:
        print(  # noqa: T201
            f"shomei: {visible(arguments.place)}: give a file and a line of it, as in "
            "derivations/log_derivative.txt:12",
            file=sys.stderr,
        )
        return EXIT_INPUT
    if not settled(arguments):
        return EXIT_INPUT
    path, number = found
    in_cell = _CELL.fullmatch(path)
    path = in_cell["path"] if in_cell else path
    code = spoken(arguments, sys.stdout.encoding or "ascii")
    with session(arguments) as checking:
        report = checking.check(Path(path))
        if number is None:
            told = [*overview(report, code)]
        else:
            cell = int(in_cell["cell"]) if in_cell else None
            line = number if cell is None else report.cells.line_of(cell, number)
            told = [] if line is None else [*_told(report, line, code)]
        if report.problems and (number is None or not told):
            told += [*text.render([report], language=code).split("\n")]
            write_out("\n".join(told))
            return exit_code([report])
        if not told:
            checking.tell(
                f"{arguments.place}: no formula is on this line; formulas are on the lines "
                f"{_lines(report)}"
            )
            return EXIT_INPUT
        write_out("\n".join((*told, "")) if number is None else "\n".join(told))
    return EXIT_VERIFIED


def _place(text: str) -> tuple[str, int | None] | None:
    """`FILE:LINE` or `FILE`; None if it is neither."""
    path, separator, number = text.rpartition(":")
    if not separator:
        return (text, None) if text else None
    if path and number.isascii() and number.isdecimal() and len(number) <= 9 and int(number):
        return path, int(number)
    # A path may hold a colon itself.
    return (text, None) if path and Path(text).is_file() else None


def _told(report: Report, line: int, code: str) -> Iterator[str]:
    """The lines about all formulas and steps on a line."""
    shown: set[str] = set()
    for formula in formulas_at(report, line):
        steps = _steps_of(report, formula)
        shown.update(step.id for step in steps)
        yield from role(report, formula, code)
        for step in steps:
            yield from explanation(report, step, code)
        yield ""
    for step in step_at(report, line):
        if step.id not in shown:
            yield from (*explanation(report, step, code), "")


def _steps_of(report: Report, formula: FormulaReport) -> list[StepReport]:
    """The steps that stand in a formula which has a verdict."""
    if formula.verdict is None:
        return []
    begin, end = (formula.line, formula.column), (formula.end_line, formula.end_column)
    return [
        step
        for step in report.steps
        if (step.line, step.column) < end and begin < (step.end_line, step.end_column)
    ]


def explanation(report: Report, step: StepReport, code: str = FALLBACK) -> Iterator[str]:
    """The lines that explain one step, in the language with this code."""

    def section(title: str, lines: Iterable[str]) -> Iterator[str]:
        return section_of(title, list(lines), code)

    def premises(*origins: Origin) -> list[str]:
        return basis.each_in_words(basis.of(step, origins), code, report.cells)

    verdict = say(f"text.{step.verdict}", code)
    kind = say(f"explain.kind.{step.kind}", code)
    label = f" ({one_line(step.label)})" if step.label else ""
    place = f"{visible(report.path)}:{report.cells.place(step.line)}:{step.column}"
    yield f"{place}: {kind}{label}, {verdict} ({report.backend})"
    yield from quotation(report, step)
    yield from section("statement", [one_line(step.statement)])
    yield from section("by", [one_line(step.reason)] if step.reason else [])
    yield from section("hypotheses", premises(*basis.SAID, *basis.UNSAID))
    yield from section("names", premises(*basis.NAMES))
    yield from section("functions", premises(*basis.FUNCTIONS))
    yield from section("defined", [_condition(each, code) for each in step.conditions])
    yield from section(
        "verdict", [part for part in (verdict, translated(one_line(step.message), code)) if part]
    )
    if step.counterexample:
        yield from section(
            "counterexample",
            [
                f"{translated(one_line(name), code)} = {translated(one_line(value), code)}"
                for name, value in step.counterexample
            ],
        )
    yield from section("proof", [translated_list(one_line(step.used), code)] if step.used else [])
    yield from section("sympy", [translated(one_line(each), code) for each in step.symbolic])
    yield from section("help", [translated(one_line(hint), code) for hint in step.hints])
    yield from section("theorem", visible_lines(step.lean).split("\n") if step.lean else [])
    yield from section(
        "complaint",
        visible_lines(wholly(step.lean_message, print_statement)).split("\n")
        if step.lean_message
        else [],
    )
    yield from section("axioms", [one_line(axiom) for axiom in step.axioms])


def _condition(condition: str, code: str) -> str:
    """`x > 0: the argument of a logarithm`."""
    statement, colon, why = one_line(condition).rpartition(": ")
    return f"{statement}{colon}{translated(why, code)}"


def _lines(report: Report) -> str:
    formulas = {formula.line for formula in report.formulas}
    numbers = sorted(formulas | {step.line for step in report.steps})
    shown = ", ".join(report.cells.short(number) for number in numbers[:20])
    return shown + (", …" if len(numbers) > 20 else "") if numbers else "(none)"
