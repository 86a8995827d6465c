"""`shomei check`: checks files and reports on them."""

from __future__ import annotations

import argparse
import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from shomei.app.commands.session import Session, session
from shomei.app.commands.writing import write_atomically, write_out
from shomei.verdicts.model import EXIT_INPUT, Report, exit_code


def run(arguments: argparse.Namespace) -> int:
    """Exit status: the worst of the files' statuses."""
    paths = [Path(path) for path in arguments.paths]
    wrong = _wrong_call(paths, arguments)
    if wrong is not None:
        print(f"shomei: {wrong}", file=sys.stderr)  # noqa: T201
        return EXIT_INPUT
    with session(arguments) as checking:
        reports = [checking.check(path) for path in paths]
        return publish(reports, arguments, checking)


def publish(reports: Sequence[Report], arguments: argparse.Namespace, checking: Session) -> int:
    """Writes the reports where `arguments` request them. Returns the resulting exit status."""
    if getattr(arguments, "strict", False):
        reports = [replace(report, strict=True) for report in reports]
    output = getattr(arguments, "output", None)
    emit = getattr(arguments, "emit", None)
    with checking.clock.stage("report"):
        text = render(reports, arguments, to_file=output is not None)
    if emit is not None:
        write_atomically(Path(emit), "".join(report.lean for report in reports))
    if output is not None:
        write_atomically(Path(output), text)
    else:
        write_out(text)
    for report in reports:
        # A program that reads the report finds the problem there; the user should see it too.
        if getattr(arguments, "format", "text") != "text" or output is not None:
            for problem in report.problems:
                place = (
                    f"{report.path}:{report.cells.place(problem.line)}"
                    if problem.line is not None
                    else report.path
                )
                checking.tell(f"{place}: {problem.message}")
    return exit_code(reports)


def render(reports: Sequence[Report], arguments: argparse.Namespace, *, to_file: bool) -> str:
    """The reports in the format that `arguments` request. Text is fitted to the terminal if it goes
    to one.
    """
    kind = getattr(arguments, "format", "text")
    if kind != "text":
        from shomei.report import formats

        return formats.render(kind, reports)
    from shomei.report.formats import text

    to_terminal = not to_file and sys.stdout.isatty()
    width = os.get_terminal_size(sys.stdout.fileno()).columns if to_terminal else None
    color = to_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    encoding = "utf-8" if to_file else (sys.stdout.encoding or "ascii")
    return text.render(
        reports,
        color=color,
        width=width or None,
        verbose=arguments.verbose,
        ascii_only=not encoding.lower().startswith("utf"),
        language=spoken(arguments, encoding),
    )


def spoken(arguments: argparse.Namespace, encoding: str) -> str:
    """The code of the report's language: the requested one, else that of the locale if the encoding
    can represent it.
    """
    from shomei.languages.language import FALLBACK, language
    from shomei.languages.messages import code_of

    wanted: str | None = getattr(arguments, "lang", None)
    if wanted is not None:
        return wanted
    found = language(code_of(os.environ))
    try:
        return found.code if found and found.name.encode(encoding) else FALLBACK
    except (LookupError, UnicodeEncodeError):
        return FALLBACK


def _wrong_call(paths: Sequence[Path], arguments: argparse.Namespace) -> str | None:
    """What is wrong with the call, determined before anything slow starts."""
    if arguments.emit is not None and len(paths) != 1:
        return "--emit writes the theorems of one file; give one PATH"
    for option, name in (("-o", arguments.output), ("--emit", arguments.emit)):
        if name is None:
            continue
        target = Path(name)
        if target.is_dir():
            return f"{option} {name}: this is a folder"
        if not target.absolute().parent.is_dir():
            return f"{option} {name}: there is no such folder"
        if any(_is_same_file(target, path) for path in paths):
            return f"{option} {name}: this is the derivation itself, and would be overwritten"
    if arguments.output is not None and arguments.output == arguments.emit:
        return "-o and --emit name the same file"
    return None


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return stat.S_ISREG(one.stat().st_mode) and one.samefile(other)
    except (OSError, ValueError):
        return False
