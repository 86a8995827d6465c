"""`shomei explain FILE:LINE`: everything about the steps on one line: what is to be proved, from
what, as which theorem, and what Lean says of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from shomei.app.commands.session import session
from shomei.app.commands.writing import write_out
from shomei.report import text
from shomei.report.escape import one_line, visible, visible_lines
from shomei.report.excerpt import excerpt
from shomei.terms.latex import print_statement
from shomei.verdicts.goals import translate
from shomei.verdicts.model import EXIT_INPUT, EXIT_VERIFIED, Report, StepReport, exit_code
from shomei.verdicts.run import step_at


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 where there is something to explain, whatever its verdict; else as `check`."""
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
            f"shomei: {visible(arguments.place)}: give a file and a line of it, as in derivations/log_derivative.txt:12",
            file=sys.stderr,
        )
        return EXIT_INPUT
    line = int(number)
    with session(arguments) as checking:
        report = checking.check(Path(path))
        if report.problems:
            write_out(text.render([report]))
            return exit_code([report])
        steps = step_at(report, line)
        if not steps:
            checking.tell(
                f"{path}:{line}: no step is on this line; steps are on the lines {_lines(report)}"
            )
            return EXIT_INPUT
        write_out("\n".join(row for step in steps for row in (*explanation(report, step), "")))
    return EXIT_VERIFIED


def explanation(report: Report, step: StepReport) -> Iterator[str]:
    """The lines that explain one step."""
    label = f" ({one_line(step.label)})" if step.label else ""
    yield f"{visible(report.path)}:{step.line}:{step.column}: {step.kind}{label}, {step.verdict} ({report.backend})"
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
    yield from _section("statement", [one_line(step.statement)])
    yield from _section("by", [one_line(step.reason)] if step.reason else [])
    yield from _section("hypotheses", [one_line(assumption) for assumption in step.assumptions])
    yield from _section("must be defined", [one_line(condition) for condition in step.conditions])
    yield from _section(
        "verdict", [part for part in (step.verdict, one_line(step.message)) if part]
    )
    if step.counterexample:
        yield from _section(
            "counterexample",
            [f"{one_line(name)} = {one_line(value)}" for name, value in step.counterexample],
        )
    yield from _section("proved by", [one_line(step.used)] if step.used else [])
    yield from _section("sympy", [one_line(decision) for decision in step.symbolic])
    yield from _section("what would help", [one_line(hint) for hint in step.hints])
    yield from _section("Lean theorem", visible_lines(step.lean).split("\n") if step.lean else [])
    yield from _section(
        "Lean says",
        visible_lines(translate(step.lean_message, print_statement)).split("\n")
        if step.lean_message
        else [],
    )
    yield from _section("axioms", [one_line(axiom) for axiom in step.axioms])


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}".rstrip() for line in lines)


def _lines(report: Report) -> str:
    numbers = sorted({step.line for step in report.steps})
    shown = ", ".join(str(number) for number in numbers[:20])
    return shown + (", …" if len(numbers) > 20 else "") if numbers else "(none)"
