"""The report for people: what is proved, line by line, then a diagnostic for each step that is not,
then one line of summary.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from rich.cells import cell_len

from shomei.report.escape import one_line, visible, visible_lines
from shomei.report.excerpt import crop, excerpt
from shomei.verdicts.model import (
    VERDICTS,
    Notice,
    Problem,
    Report,
    StepReport,
    Verdict,
    summarize,
)

#: A line is a run of (text, style) pieces; styles are Rich's, and are dropped where there is no
#: colour.
Piece: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[Piece, ...]

_STYLE: Final[dict[Verdict, str]] = {
    "verified": "green",
    "refuted": "bold red",
    "unproved": "yellow",
    "undefined": "magenta",
    "skipped": "dim",
}
_MARK: Final[dict[Verdict, str]] = {
    "verified": "✓",
    "refuted": "✗",
    "unproved": "?",
    "undefined": "!",
    "skipped": "-",
}
_ASCII_MARK: Final[dict[Verdict, str]] = {**_MARK, "verified": "+", "refuted": "x"}

#: How wide a quoted line may be where no terminal says how wide it is.
_WIDE: Final = 160
_STATEMENT: Final = 48


def render(
    reports: Sequence[Report],
    *,
    color: bool = False,
    width: int | None = None,
    verbose: bool = False,
    ascii_only: bool = False,
) -> str:
    """All of it as one text. `width` in cells crops quoted source and the listing (None: no
    terminal, so only what is absurdly long is cropped).
    """
    marks = _ASCII_MARK if ascii_only else _MARK
    lines: list[Line] = []
    for report in reports:
        lines.extend(_file(report, width=width, verbose=verbose, marks=marks))
        lines.append(())
    lines.append(_summary(reports, verbose=verbose))
    return (
        _paint(lines)
        if color
        else "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
    )


def _file(
    report: Report, *, width: int | None, verbose: bool, marks: dict[Verdict, str]
) -> Iterable[Line]:
    if report.steps:
        yield ((visible(report.path), "bold"), (f" ({report.backend})", "dim"))
    digits = max((len(str(step.line)) for step in report.steps), default=1)
    columns = min(
        max((cell_len(_statement(step)) for step in report.steps), default=0),
        _STATEMENT if width is None else max(20, width // 2),
    )
    for step in report.steps:
        yield _listed(step, digits=digits, columns=columns, width=width, marks=marks)
        if verbose:
            yield from _details(step)
        elif step.verdict == "verified" and (unsaid := _unsaid(step)):
            yield ((" " * (digits + 6) + crop(unsaid, (width or _WIDE) - digits - 6), "dim"),)
    for step in report.steps:
        if step.verdict != "verified":
            yield ()
            yield from _diagnostic(report, step, width or _WIDE)
    for notice in report.warnings:
        yield ()
        yield from _warning(report, notice, width or _WIDE)
    for index, problem in enumerate(report.problems):
        if index or report.steps or report.warnings:
            yield ()
        yield from _problem(report.path, problem, report.text, width or _WIDE)
    if verbose and report.seconds:
        yield ()
        yield (
            (
                "  time: "
                + ", ".join(f"{stage} {seconds:.2f} s" for stage, seconds in report.seconds),
                "dim",
            ),
        )


def _unsaid(step: StepReport) -> str:
    """What belongs to the theorem and does not stand on the step's own line:
    `for x > 0, with Y = x + h`.
    """
    conditions = ", ".join(one_line(each) for each in step.inferred)
    renamings = ", ".join(one_line(each) for each in step.renamings)
    return ", ".join(
        part
        for part in (
            f"for {conditions}" if conditions else "",
            f"with {renamings}" if renamings else "",
        )
        if part
    )


def _statement(step: StepReport) -> str:
    statement = one_line(step.statement)
    # A formula's own text begins with its number, and a tag shows it.
    return (
        f"({one_line(step.label)}) {statement}"
        if step.label and step.label not in step.statement
        else statement
    )


def _listed(
    step: StepReport, *, digits: int, columns: int, width: int | None, marks: dict[Verdict, str]
) -> Line:
    style = _STYLE[step.verdict]
    # A statement is shown whole where nothing limits the line; its column is only padded up to a
    # common width.
    limit = _WIDE if width is None else columns
    statement = crop(_statement(step), limit)
    head = f"  {marks[step.verdict]} {step.line:>{digits}}  "
    if step.verdict != "verified":
        tail = f"  {step.verdict}"
    else:
        how = step.used or step.reason
        tail = f"  {one_line(how)}" if how else ""
    padded = statement + " " * max(0, columns - cell_len(statement)) if tail else statement
    room = (_WIDE if width is None else width) - cell_len(head) - cell_len(padded)
    tail = crop(tail, room) if room > 2 else ""
    return ((head, style), (padded, ""), (tail, "dim" if step.verdict == "verified" else style))


def _details(step: StepReport) -> Iterable[Line]:
    indent = " " * 8
    if step.reason:
        yield ((f"{indent}by {one_line(step.reason)}", "dim"),)
    if step.assumptions:
        yield ((f"{indent}assuming " + ", ".join(one_line(a) for a in step.assumptions), "dim"),)
    if step.renamings:
        yield ((f"{indent}with " + ", ".join(one_line(a) for a in step.renamings), "dim"),)
    for decision in step.symbolic:
        yield ((f"{indent}sympy: {one_line(decision)}", "dim"),)
    for line in visible_lines(step.lean).split("\n") if step.lean else ():
        yield ((indent + line, "cyan"),)
    if step.axioms:
        yield ((f"{indent}axioms: " + ", ".join(one_line(a) for a in step.axioms), "dim"),)


def _diagnostic(report: Report, step: StepReport, width: int) -> Iterable[Line]:
    message = one_line(step.message) or _DEFAULT_MESSAGE[step.verdict]
    yield (
        (f"{visible(report.path)}:{step.line}:{step.column}: ", "bold"),
        (step.verdict, _STYLE[step.verdict]),
        (f": {message}", ""),
    )
    place = (step.line, step.column, step.end_line, step.end_column)
    yield from _quote(report.text, place, width, _STYLE[step.verdict])
    if step.counterexample:
        yield _note(
            "counterexample", ", ".join(f"{name} = {value}" for name, value in step.counterexample)
        )
    if step.reason:
        yield _note("by", step.reason)
    if step.assumptions:
        yield _note("assuming", ", ".join(step.assumptions))
    if step.renamings:
        yield _note("with", ", ".join(step.renamings))
    for hint in step.hints:
        yield _note("help", hint)


_DEFAULT_MESSAGE: Final[dict[Verdict, str]] = {
    "verified": "Lean accepts the step",
    "refuted": "the step is false",
    "unproved": "no proof of the step was found",
    "undefined": "an expression of the step need not be defined here",
    "skipped": "it rests on a step that is not verified",
}


def _warning(report: Report, notice: Notice, width: int) -> Iterable[Line]:
    yield (
        (f"{visible(report.path)}:{notice.line}:{notice.column}: ", "bold"),
        ("note", "cyan"),
        (f": {one_line(notice.message)} [{one_line(notice.code)}]", ""),
    )
    yield from _quote(
        report.text, (notice.line, notice.column, notice.end_line, notice.end_column), width, "cyan"
    )


def _problem(path: str, problem: Problem, text: str, width: int) -> Iterable[Line]:
    place = visible(path)
    if problem.line is not None:
        place += f":{problem.line}"
        if problem.column is not None:
            place += f":{problem.column}"
    head, *rest = visible_lines(problem.message).split("\n")
    yield ((f"{place}: ", "bold"), ("error", "bold red"), (f": {head}", ""))
    if problem.line is not None:
        column = problem.column or 1
        marked = (
            problem.line,
            column,
            problem.end_line or problem.line,
            problem.end_column or column + 1,
        )
        yield from _quote(text, marked, width, "bold red")
    for line in rest:
        yield ((f"  {line}", ""),)
    for hint in problem.hints:
        yield _note("help", hint)


def _quote(text: str, place: tuple[int, int, int, int], width: int, style: str) -> Iterable[Line]:
    line, column, end_line, end_column = place
    gutter = len(str(line)) + 1
    quoted = excerpt(
        text,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        width=width - gutter - 3,
    )
    if quoted is not None:
        yield ((f" {quoted.number} | ", "blue"), (quoted.line, ""))
        yield ((f" {' ' * len(str(quoted.number))} | ", "blue"), (quoted.carets, style))


def _note(name: str, text: str) -> Line:
    return ((f"   = {name}: ", "bold"), (one_line(text), ""))


def _summary(reports: Sequence[Report], *, verbose: bool) -> Line:
    summary = summarize(reports)
    backends = ", ".join(dict.fromkeys(report.backend for report in reports if report.steps))
    where = f" ({backends})" if backends else ""
    files = f" in {summary.files} files" if summary.files > 1 else ""
    steps = f"{summary.steps} step{'' if summary.steps == 1 else 's'}"
    total = sum(seconds for report in reports for _, seconds in report.seconds)
    time = f" in {total:.1f} s" if verbose else ""
    if summary.exit_code == 0:
        return ((f"{steps} verified{files}{where}{time}", "bold green"),)
    counts = {verdict: getattr(summary, verdict) for verdict in VERDICTS}
    parts = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
    problems = (
        f"{summary.problems} file{'' if summary.problems == 1 else 's'} not checked"
        if summary.problems
        else ""
    )
    tally = (
        "; ".join(part for part in (f"{steps}{files}: {parts}" if parts else "", problems) if part)
        or "nothing to check"
    )
    return ((tally + where + time, "bold red"),)


def _paint(lines: Iterable[Line]) -> str:
    from rich.console import Console
    from rich.text import Text

    buffer = io.StringIO()
    # The width was dealt with piece by piece; Rich only paints here and must not wrap.
    console = Console(
        file=buffer,
        force_terminal=True,
        color_system="standard",
        width=10**6,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for line in lines:
        console.print(Text.assemble(*line, end=""), soft_wrap=True)
    return buffer.getvalue()
