"""`shomei check`: checks files and reports on them."""

from __future__ import annotations

import argparse
import importlib.util
import os
import stat
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from shomei.app import settings as project
from shomei.app.commands.session import Session, session
from shomei.app.commands.settling import settle
from shomei.app.commands.writing import write_atomically, write_out
from shomei.app.settings import Settings
from shomei.app.sources import INCLUDE, STDIN, Selection, changed_since, find
from shomei.report.escape import one_line
from shomei.verdicts.model import EXIT_INPUT, EXIT_VERIFIED, Report, exit_code

if TYPE_CHECKING:
    from shomei.app.shards import Shard


def run(arguments: argparse.Namespace) -> int:
    """Exit status: the worst of the files' statuses."""
    try:
        settings = project.load(Path.cwd(), arguments.config)
        settle(arguments, settings)
        paths = _paths(arguments, settings)
    except ValueError as error:
        return _wrong(str(error))
    wrong = _wrong_call(paths, arguments)
    if wrong is not None:
        return _wrong(wrong)
    if not paths:
        _tell(f"no derivation has changed since {arguments.changed_since}")
        return EXIT_VERIFIED
    if arguments.shard is not None:
        paths = arguments.shard.part(paths)
    with session(arguments) as checking:
        if arguments.cluster is None:
            reports = checking.check_all(paths, arguments.stdin_name)
        else:
            reports = checking.check_on_cluster(paths, arguments)
        reports = [_under(report, arguments, settings) for report in reports]
        try:
            reports = _beside_baseline(reports, arguments, checking)
        except ValueError as error:
            return _wrong(str(error))
        return publish(reports, arguments, checking)


def _paths(arguments: argparse.Namespace, settings: Settings) -> list[Path]:
    """The files to check. Raises `ValueError` for a name that is for none."""
    names: Sequence[str] = arguments.paths
    if not names:
        names = [os.path.relpath(settings.root / name) for name in settings.paths]
    if not names:
        raise ValueError("give a PATH: a derivation, a folder, a pattern, or - for standard input")
    here = Selection(Path(), exclude=tuple(arguments.exclude))
    selection = Selection(
        settings.root,
        include=settings.include or INCLUDE,
        exclude=settings.exclude,
        gitignore=settings.gitignore and not arguments.no_gitignore,
        exclude_named=arguments.force_exclude,
    )
    found = find(names, selection, beside=here)
    if found.missing:
        raise ValueError("\n".join(found.missing))
    paths = found.paths
    if arguments.changed_since is not None:
        try:
            paths = changed_since(arguments.changed_since, paths)
        except ValueError as error:
            raise ValueError(f"--changed-since {arguments.changed_since}: {error}") from None
    elif not paths and not arguments.force_exclude:
        raise ValueError("there is nothing to check")
    return list(paths)


def _under(report: Report, arguments: argparse.Namespace, settings: Settings) -> Report:
    """The report under what the call and the project say of its file."""
    strict, fail_on = arguments.strict, arguments.fail_on
    for override in settings.overrides:
        if Selection(settings.root, include=override.files).includes(Path(report.path)):
            strict = override.strict if override.strict is not None else strict
            fail_on = override.fail_on if override.fail_on is not None else fail_on
    return replace(report, strict=strict, fail_on=fail_on)


def _beside_baseline(
    reports: list[Report], arguments: argparse.Namespace, checking: Session
) -> list[Report]:
    """The reports with the alarms marked that the baseline knows, which is renewed first if the
    call says so. Raises `ValueError` if it cannot be read.
    """
    if arguments.baseline is None:
        return reports
    from shomei.app import baseline

    path = Path(arguments.baseline)
    try:
        known = baseline.read(path)
    except FileNotFoundError:
        if not arguments.update_baseline:
            raise ValueError(
                f"{path}: there is no such baseline; make it with --update-baseline"
            ) from None
        known = Counter()
    if arguments.update_baseline:
        count = baseline.write(path, reports, known)
        checking.tell(f"{path}: {count} known alarms are written")
        known = baseline.read(path)
    compared = baseline.compared(reports, known, path)
    if compared.gone:
        checking.tell(
            f"{path}: {compared.gone} known alarms are gone; --update-baseline takes them out"
        )
    return compared.reports


def publish(reports: Sequence[Report], arguments: argparse.Namespace, checking: Session) -> int:
    """Writes the reports where `arguments` request them. Returns the resulting exit status."""
    output = getattr(arguments, "output", None)
    emit = getattr(arguments, "emit", None)
    with checking.clock.stage("report"):
        text = render(reports, arguments, to_file=output is not None)
    shard = getattr(arguments, "shard", None)
    text = _marked(text, getattr(arguments, "format", "text"), shard)
    if emit is not None:
        _emit(Path(emit), reports, standalone=arguments.standalone)
    if output is not None:
        write_atomically(Path(output), text)
    else:
        write_out(text)
    for kind, name in getattr(arguments, "also", ()):
        from shomei.report import formats

        further = _marked(formats.render(kind, reports), kind, shard)
        write_atomically(Path(name), further)
    for report in reports:
        # A program that reads the report finds the problem there; the user should see it too.
        if getattr(arguments, "format", "text") != "text" or output is not None:
            _tell_failures(report, checking)
    # A part that no file falls to has nothing to say against any.
    return exit_code(reports) if reports or shard is None else EXIT_VERIFIED


def _marked(text: str, kind: str, shard: Shard | None) -> str:
    """A report that says which part of a check it is on, if it is for programs."""
    return text if shard is None or kind != "json" else shard.marked(text)


def _emit(target: Path, reports: Sequence[Report], *, standalone: bool) -> None:
    """Writes the Lean theorems: into one file, or a file for each derivation into a folder.
    `standalone`: with the lemmas that they cite.
    """
    from shomei.handover import distinct, file_of

    texts = distinct(reports)
    backend = reports[0].backend if reports else ""
    if not target.is_dir():
        write_atomically(target, file_of(texts.values(), backend, standalone=standalone))
        return
    for namespace, text in texts.items():
        file = file_of([text], backend, standalone=standalone)
        write_atomically(target / f"{namespace}.lean", file)


def _tell_failures(report: Report, checking: Session) -> None:
    def place(line: int | None) -> str:
        return report.path if line is None else f"{report.path}:{report.cells.place(line)}"

    for problem in report.problems:
        checking.tell(f"{place(problem.line)}: {problem.message}")
    for step in report.steps:
        if report.fails(step):
            checking.tell(f"{place(step.line)}: {step.verdict}: {step.message or step.statement}")


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
    encoding = "utf-8" if to_file else (sys.stdout.encoding or "ascii")
    return text.render(
        reports,
        color=not to_file and _is_colored(getattr(arguments, "color", "auto")),
        width=width or None,
        verbose=arguments.verbose,
        quiet=getattr(arguments, "quiet", False),
        ascii_only=not encoding.lower().startswith("utf"),
        language=spoken(arguments, encoding),
    )


def _is_colored(wanted: str) -> bool:
    """Whether text on standard output is coloured: as the call says, else as NO_COLOR and then
    FORCE_COLOR say, else on a terminal that can show colours.
    """
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR")
    if forced is not None:
        return forced not in {"", "0", "false"}
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


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


def _wrong(message: str) -> int:
    for line in message.split("\n"):
        _tell(line)
    return EXIT_INPUT


def _tell(message: str) -> None:
    print(f"shomei: {one_line(message)}", file=sys.stderr)  # noqa: T201


def _wrong_call(paths: Sequence[Path], arguments: argparse.Namespace) -> str | None:
    """What is wrong with the call, determined before anything slow starts."""
    return (
        _contradiction(paths, arguments)
        or next(filter(None, (_unwritable(*each, paths) for each in _targets(arguments))), None)
        or _overwritten(arguments)
    )


def _contradiction(paths: Sequence[Path], arguments: argparse.Namespace) -> str | None:
    """Why the options do not go together, or cannot be had here."""
    if arguments.standalone and arguments.emit is None:
        return "--standalone needs --emit FILE"
    if arguments.emit is not None and arguments.fast:
        return "--emit needs the theorems, which --fast does not make"
    if arguments.shard is not None and (arguments.emit or arguments.update_baseline):
        return "--shard looks at a part of the files: no --emit, no --update-baseline"
    if arguments.cluster is not None:
        if importlib.util.find_spec("distributed") is None:
            return "--cluster needs Dask's distributed: install shomei[cluster]"
        if any(str(path) == STDIN for path in paths):
            return "--cluster checks files, and not standard input"
    if arguments.update_baseline and arguments.baseline is None:
        return "--update-baseline needs --baseline FILE"
    if arguments.update_baseline and arguments.fast:
        return "--update-baseline needs all verdicts, which --fast does not give"
    return None


def _targets(arguments: argparse.Namespace) -> list[tuple[str, str]]:
    """The paths that the call writes to, each after its option."""
    written = [
        ("-o", arguments.output),
        ("--emit", arguments.emit),
        ("--baseline", arguments.baseline if arguments.update_baseline else None),
        *(("--also", name) for _, name in arguments.also),
    ]
    return [(option, name) for option, name in written if name is not None]


def _unwritable(option: str, name: str, paths: Sequence[Path]) -> str | None:
    """Why a path is not written to."""
    target = Path(name)
    if target.is_dir() and option != "--emit":
        return f"{option} {name}: this is a folder"
    if not target.is_dir() and not target.absolute().parent.is_dir():
        return f"{option} {name}: there is no such folder"
    if any(_is_same_file(target, path) for path in paths if str(path) != STDIN):
        return f"{option} {name}: this is the derivation itself, and would be overwritten"
    return None


def _overwritten(arguments: argparse.Namespace) -> str | None:
    """Which reports would overwrite each other, or a file that the call reads."""
    named = [Path(name) for option, name in _targets(arguments) if option != "--baseline"]
    if any(_is_same_file(one, other) for one, other in combinations(named, 2)):
        return "-o, --emit and --also name the same file"
    for option in ("baseline", "config"):
        read = getattr(arguments, option)
        if read is not None and any(_is_same_file(Path(read), name) for name in named):
            return f"--{option} {read}: a report would overwrite this file"
    return None


def _is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file, however they are written. A device may be written twice."""
    try:
        if one.exists() and other.exists():
            return stat.S_ISREG(one.stat().st_mode) and one.samefile(other)
        # Of files that are not there yet, also through links.
        return one.resolve() == other.resolve()
    except (OSError, RuntimeError, ValueError):
        return False
