"""The report for people: the results line by line, then a diagnostic for each step that is not
verified, then a line of summary.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from rich.cells import cell_len

from shomei.languages.language import FALLBACK
from shomei.languages.messages import listed, say, translated, translated_list
from shomei.report import basis
from shomei.report.escape import one_line, visible, visible_lines
from shomei.report.excerpt import crop, excerpt
from shomei.report.formulas import counted, number
from shomei.report.marks import MARKS
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import (
    FINE,
    VERDICTS,
    Report,
    StepReport,
    Summary,
    Verdict,
    summarize,
)

#: A line is a run of (text, style) pieces. Styles are Rich's, and are dropped without colour.
Piece: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[Piece, ...]

_STYLE: Final[dict[Verdict, str]] = {
    "verified": "green",
    "plausible": "cyan",
    "refuted": "bold red",
    "unproved": "yellow",
    "undefined": "magenta",
    "skipped": "dim",
}
_MARK: Final[dict[Verdict, str]] = {**MARKS, "skipped": "-"}
_ASCII_MARK: Final[dict[Verdict, str]] = {**_MARK, "verified": "+", "refuted": "x"}

#: The width of a quoted line if no terminal limits it.
_WIDE: Final = 160
_STATEMENT: Final = 48


def render(
    reports: Sequence[Report],
    *,
    color: bool = False,
    width: int | None = None,
    verbose: bool = False,
    quiet: bool = False,
    ascii_only: bool = False,
    language: str = FALLBACK,
) -> str:
    """The whole report, in the language with this code. `width` in cells crops quoted source and
    the listing. None means that there is no terminal, so only absurdly long lines are cropped.
    `quiet`: only what makes the check fail is told.
    """
    marks = _ASCII_MARK if ascii_only else _MARK
    lines: list[Line] = []
    if quiet:
        for report in reports:
            lines.extend(_failures(report, width or _WIDE, language))
        return _paint(lines) if color else _plain(lines)
    for report in reports:
        lines.extend(_file(report, width=width, verbose=verbose, marks=marks, code=language))
        lines.append(())
    lines.append(_summary(reports, language, verbose=verbose))
    if any(f.role != "claim" for report in reports for f in report.formulas):
        lines.append(((counted(reports, language), "dim"),))
    return _paint(lines) if color else _plain(lines)


def _plain(lines: Iterable[Line]) -> str:
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _failures(report: Report, width: int, code: str) -> Iterable[Line]:
    """What makes the check of a file fail."""
    for step in report.steps:
        if report.fails(step):
            yield from _diagnostic(report, step, width, code)
    for told in (*report.failing_notices, *report.problems):
        yield from _told(report, told, told.hints, width, code)


def _file(
    report: Report, *, width: int | None, verbose: bool, marks: dict[Verdict, str], code: str
) -> Iterable[Line]:
    if report.steps:
        yield ((visible(report.path), "bold"), (f" ({report.backend})", "dim"))
    digits = max((len(report.cells.short(step.line)) for step in report.steps), default=1)
    columns = min(
        max((cell_len(_statement(step)) for step in report.steps), default=0),
        _STATEMENT if width is None else max(20, width // 2),
    )
    for step in report.steps:
        yield _listed(step, report, code, digits=digits, columns=columns, width=width, marks=marks)
        if verbose:
            yield from _details(report, step, code)
        elif step.verdict in FINE and (rests := _rests(report, step, code)):
            yield ((" " * (digits + 6) + crop(rests, (width or _WIDE) - digits - 6), "dim"),)
    for step in report.steps:
        if step.is_alarm:
            yield ()
            yield from _diagnostic(report, step, width or _WIDE, code)
    heard: set[str] = set()
    for notice in report.warnings:
        yield ()
        # Many notes of an article have the same help; once is enough.
        hints = [hint for hint in notice.hints if hint not in heard]
        heard.update(hints)
        yield from _told(report, notice, hints, width or _WIDE, code)
    for index, problem in enumerate(report.problems):
        if index or report.steps or report.warnings:
            yield ()
        yield from _told(report, problem, problem.hints, width or _WIDE, code)
    if verbose and report.seconds:
        yield ()
        stages = (
            f"{say(f'stages.{stage}', code)} {seconds:.2f} s" for stage, seconds in report.seconds
        )
        yield ((f"  {say('text.time', code, listed=', '.join(stages))}", "dim"),)


def _rests(report: Report, step: StepReport, code: str) -> str:
    """What the verdict rests on that is not on the step's own line: `under x > 0 (line 3), for a >
    0, with Y = x + h (line 7)`. Conditions that are inferred come from no line.
    """
    said = {each.statement for each in basis.of(step, basis.SAID)}
    unsaid = (each.statement for each in basis.of(step, ("inferred",)))
    inferred = (one_line(each) for each in unsaid if each not in said)
    parts = (
        ("text.under", basis.of(step, basis.SAID), ()),
        ("text.for", basis.of(step, ("proof",)), inferred),
        ("text.with", basis.of(step, basis.NAMES), ()),
    )
    told = ((key, [*more, *basis.in_words(each, code, report.cells)]) for key, each, more in parts)
    return listed((say(key, code, listed=listed(each, code)) for key, each in told if each), code)


def _premises(report: Report, step: StepReport, code: str) -> Iterable[tuple[str, str]]:
    """The keys of what kinds of premises a step has, and the premises in words."""
    kinds = (
        ("assuming", (*basis.SAID, *basis.UNSAID)),
        ("renamed", basis.NAMES),
        ("where", basis.FUNCTIONS),
    )
    for key, origins in kinds:
        if premises := basis.of(step, origins):
            yield key, listed(basis.in_words(premises, code, report.cells), code)


def _joined(texts: Iterable[str], code: str) -> str:
    return listed((one_line(text) for text in texts), code)


def _statement(step: StepReport) -> str:
    statement = one_line(step.statement)
    # The text of a formula begins with its number, and a tag shows it.
    return (
        f"({one_line(step.label)}) {statement}"
        if step.label and step.label not in step.statement
        else statement
    )


def _listed(
    step: StepReport,
    report: Report,
    code: str,
    *,
    digits: int,
    columns: int,
    width: int | None,
    marks: dict[Verdict, str],
) -> Line:
    style = _STYLE[step.verdict]
    # A statement is shown completely unless the line is limited; its column is only padded to a
    # common width.
    limit = _WIDE if width is None else columns
    statement = crop(_statement(step), limit)
    head = f"  {marks[step.verdict]} {report.cells.short(step.line):>{digits}}  "
    if step.suppressed is not None:
        verdict = say(f"text.{step.verdict}", code)
        known = say("text.suppressed_by", code, verdict=verdict, reason=one_line(step.suppressed))
        tail, style = f"  {known}", "dim"
    elif step.verdict not in FINE:
        tail = f"  {say(f'text.{step.verdict}', code)}"
    else:
        how = translated_list(step.used, code) if step.used else step.reason
        if step.kind == "conclusion":
            how = say("text.chain", code)
        tail = f"  {one_line(how)}" if how else ""
    padded = statement + " " * max(0, columns - cell_len(statement)) if tail else statement
    room = (_WIDE if width is None else width) - cell_len(head) - cell_len(padded)
    tail = crop(tail, room) if room > 2 else ""
    return ((head, style), (padded, ""), (tail, "dim" if step.verdict in FINE else style))


def _details(report: Report, step: StepReport, code: str) -> Iterable[Line]:
    indent = " " * 8
    said: list[str] = []
    if step.reason:
        said.append(say("text.byline", code, reason=one_line(step.reason)))
    for key, told in _premises(report, step, code):
        said.append(say(f"text.premises.{key}", code, listed=told))
    said += (f"sympy: {translated(one_line(each), code)}" for each in step.symbolic)
    yield from (((indent + line, "dim"),) for line in said)
    for line in visible_lines(step.lean).split("\n") if step.lean else ():
        yield ((indent + line, "cyan"),)
    if step.axioms:
        axioms = say("text.axioms", code, listed=_joined(step.axioms, code))
        yield ((indent + axioms, "dim"),)


def _diagnostic(report: Report, step: StepReport, width: int, code: str) -> Iterable[Line]:
    message = translated(one_line(step.message), code) or say(f"text.default.{step.verdict}", code)
    yield (
        (f"{visible(report.path)}:{report.cells.place(step.line)}:{step.column}: ", "bold"),
        (say(f"text.{step.verdict}", code), _STYLE[step.verdict]),
        (f": {message}", ""),
    )
    place = (step.line, step.column, step.end_line, step.end_column)
    yield from _quote(report, place, width, _STYLE[step.verdict])
    if step.counterexample:
        numbers = (
            f"{translated(name, code)} = {translated(value, code)}"
            for name, value in step.counterexample
        )
        yield _note("counterexample", listed(numbers, code), code)
    if step.reason:
        yield _note("by", step.reason, code)
    for key, told in _premises(report, step, code):
        yield _note(key, told, code)
    for hint in step.hints:
        yield _note("help", translated(hint, code), code)


def _told(
    report: Report, told: Diagnostic, hints: Iterable[str], width: int, code: str
) -> Iterable[Line]:
    """A diagnostic that is not a verdict, with the line that it is about and these hints."""
    line = report.cells.place(told.line) if told.line else ""
    at = (line, str(told.column or ""))
    place = ":".join([visible(report.path), *(each for each in at if each)])
    if told.kind == "note":
        style, word = "cyan", say("text.note", code)
        message = translated(one_line(told.message), code)
        head, *rest = [f"{message} [{one_line(told.code)}]"]
    else:
        style, word = "bold red", say("text.error", code)
        head, *rest = visible_lines(told.message).split("\n")
        head = translated(head, code)
    yield ((f"{place}: ", "bold"), (word, style), (f": {head}", ""))
    if told.span is not None:
        span = told.span
        marked = (span.line, span.column, span.end_line, span.end_column)
        yield from _quote(report, marked, width, style)
    for line in rest:
        yield ((f"  {line}", ""),)
    if told.detail:
        yield _note("tried", translated(one_line(told.detail), code), code)
    for hint in hints:
        yield _note("help", translated(hint, code), code)


def _quote(
    report: Report, place: tuple[int, int, int, int], width: int, style: str
) -> Iterable[Line]:
    line, column, end_line, end_column = place
    number = report.cells.short(line)
    gutter = len(number) + 1
    quoted = excerpt(
        report.text,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        width=width - gutter - 3,
    )
    if quoted is not None:
        yield ((f" {number} | ", "blue"), (quoted.line, ""))
        yield ((f" {' ' * len(number)} | ", "blue"), (quoted.carets, style))


def _note(name: str, text: str, code: str) -> Line:
    return ((f"   = {say(f'text.{name}', code)}: ", "bold"), (one_line(text), ""))


def _summary(reports: Sequence[Report], code: str, *, verbose: bool) -> Line:
    summary = summarize(reports)
    backends = ", ".join(dict.fromkeys(report.backend for report in reports if report.steps))
    where = f" ({backends})" if backends else ""
    steps = number("text.step", summary.steps, code)
    if summary.files > 1:
        steps = say("text.in.files", code, steps=steps, count=summary.files)
    total = sum(seconds for report in reports for _, seconds in report.seconds)
    time = f" {say('text.in.time', code, time=f'{total:.1f}')}" if verbose else ""
    if summary.exit_code == 0 and not summary.steps:
        return ((f"{say('text.claimless', code)}{time}", "bold"),)
    clean = summary.exit_code == 0 and not summary.suppressed
    if clean and summary.verified == summary.steps:
        return ((f"{say('text.all', code, steps=steps)}{where}{time}", "bold green"),)
    if clean and summary.plausible == summary.steps:
        return ((f"{say('text.plausible_all', code, steps=steps)}{time}", "bold cyan"),)
    tally = _tally(summary, steps, code)
    in_part = sum(bool(report.problems and report.steps) for report in reports)
    unread = summary.problems - in_part
    problems = number("text.unchecked", unread, code) if unread else ""
    others = number("text.in_part", in_part, code) if in_part else ""
    failing = sum(len(report.failing_notices) for report in reports)
    strict = number("text.strict", failing, code) if failing else ""
    told = "; ".join(part for part in (tally, problems, others, strict) if part) or say(
        "text.nothing", code
    )
    return ((told + where + time, "bold red" if summary.exit_code else "bold yellow"),)


def _tally(summary: Summary, steps: str, code: str) -> str:
    """How many steps have each verdict."""
    counts: dict[str, int] = {verdict: getattr(summary, verdict) for verdict in VERDICTS}
    counts["suppressed"] = summary.suppressed
    parts = listed(
        (
            say("text.count", code, count=count, verdict=say(f"text.{verdict}", code))
            for verdict, count in counts.items()
            if count
        ),
        code,
    )
    return say("text.tally", code, steps=steps, listed=parts) if parts else ""


def _paint(lines: Iterable[Line]) -> str:
    from rich.console import Console
    from rich.text import Text

    buffer = io.StringIO()
    # The pieces already fit the width; Rich only paints here and must not wrap.
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
