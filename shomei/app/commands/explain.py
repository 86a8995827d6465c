"""`shomei explain FILE:LINE`, or FILE:CELL:LINE of a notebook: everything about the steps on
one line: the goal, its hypotheses, the theorem, and Lean's answer.
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
from shomei.app.commands.writing import write_out
from shomei.languages.language import FALLBACK
from shomei.languages.messages import say, translated, translated_list
from shomei.operations.latex import print_statement
from shomei.report.escape import one_line, visible, visible_lines
from shomei.report.excerpt import excerpt
from shomei.report.formats import text
from shomei.verdicts.goals import translate
from shomei.verdicts.model import EXIT_INPUT, EXIT_VERIFIED, Report, StepReport, exit_code
from shomei.verdicts.run import step_at

#: A notebook and a cell of it.
_CELL: Final = re.compile(r"(?P<path>.+\.ipynb):(?:cell )?(?P<cell>[0-9]{1,6})", re.IGNORECASE)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 if there is something to explain, whatever its verdict; otherwise as for
    `check`.
    """
    path, separator, number = arguments.place.rpartition(":")
    if (
        not separator
        or not path
        or not number.isascii()
        or not number.isdecimal()
        or not 1 <= len(number) <= 9
        or int(number) == 0
    ):
        print(  # noqa: T201
            f"shomei: {visible(arguments.place)}: give a file and a line of it, as in "
            "derivations/log_derivative.txt:12",
            file=sys.stderr,
        )
        return EXIT_INPUT
    line = int(number)
    in_cell = _CELL.fullmatch(path)
    path = in_cell["path"] if in_cell else path
    code = spoken(arguments, sys.stdout.encoding or "ascii")
    with session(arguments) as checking:
        report = checking.check(Path(path))
        if report.problems:
            write_out(text.render([report], language=code))
            return exit_code([report])
        found = report.cells.line_of(int(in_cell["cell"]), line) if in_cell else line
        steps = step_at(report, found) if found is not None else ()
        if not steps:
            there = f"steps are on the lines {_lines(report)}"
            checking.tell(f"{arguments.place}: no step is on this line; {there}")
            return EXIT_INPUT
        write_out(
            "\n".join(row for step in steps for row in (*explanation(report, step, code), ""))
        )
    return EXIT_VERIFIED


def explanation(report: Report, step: StepReport, code: str = FALLBACK) -> Iterator[str]:
    """The lines that explain one step, in the language with this code."""

    def section(title: str, lines: Iterable[str]) -> Iterator[str]:
        return _section(say(f"explain.{title}", code), list(lines))

    verdict = say(f"text.{step.verdict}", code)
    label = f" ({one_line(step.label)})" if step.label else ""
    place = f"{visible(report.path)}:{report.cells.place(step.line)}:{step.column}"
    yield (f"{place}: {step.kind}{label}, {verdict} ({report.backend})")
    quoted = excerpt(
        report.text,
        line=step.line,
        column=step.column,
        end_line=step.end_line,
        end_column=step.end_column,
        width=160,
    )
    if quoted is not None:
        yield f"  {quoted.line}"
        yield f"  {quoted.carets}"
    yield from section("statement", [one_line(step.statement)])
    yield from section("by", [one_line(step.reason)] if step.reason else [])
    yield from section("hypotheses", [one_line(assumption) for assumption in step.assumptions])
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
        visible_lines(translate(step.lean_message, print_statement)).split("\n")
        if step.lean_message
        else [],
    )
    yield from section("axioms", [one_line(axiom) for axiom in step.axioms])


def _condition(condition: str, code: str) -> str:
    """`x > 0: the argument of a logarithm`."""
    statement, colon, why = one_line(condition).rpartition(": ")
    return f"{statement}{colon}{translated(why, code)}"


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}".rstrip() for line in lines)


def _lines(report: Report) -> str:
    numbers = sorted({step.line for step in report.steps})
    shown = ", ".join(report.cells.short(number) for number in numbers[:20])
    return shown + (", …" if len(numbers) > 20 else "") if numbers else "(none)"
