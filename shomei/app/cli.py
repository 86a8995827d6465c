"""The command `shomei`: its arguments in, its exit status out.

Only argparse is imported here, and each command imports what it needs, because checking an
unchanged file must take less than half a second. Exit status: 0 nothing fails, 1 some step fails, 2
the input or the call is wrong, 3 the environment is, 130 for Ctrl-C.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from shomei.app.option_values import failing, further, language_code, positive_seconds, shard
from shomei.lean.backend import EnvironmentFailure
from shomei.lean.choose import BACKENDS
from shomei.report import formats

_EPILOG: Final = """exit status: 0 every step is verified, or its failure is known (with --fast:
nothing is refuted); 1 some step fails; 2 the input does not parse or the call is wrong; 3 the
environment (no Lean, a time limit, no memory, no disk); 130 interrupted."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process with its exit status; never shows a traceback,
    unless SHOMEI_TRACEBACK is set.
    """
    signal.signal(signal.SIGTERM, _terminate)
    status = run(arguments)
    _flush()
    sys.exit(status)


def run(arguments: Sequence[str] | None = None) -> int:
    """As `main`, but returns the status. Raises `SystemExit` for `--help` and wrong calls, as
    argparse does.
    """
    parsed = parser().parse_args(arguments)
    try:
        command = importlib.import_module(f"shomei.app.commands.{parsed.command}")
        status: int = command.run(parsed)
    except KeyboardInterrupt:
        _complain("interrupted")
        return 130
    except BrokenPipeError:
        # The reader of our output has closed it early, so the exit status cannot claim success.
        _discard_output()
        return 1
    except EnvironmentFailure as failure:
        _complain(str(failure))
        return 3
    except (OSError, MemoryError, RecursionError) as error:
        if os.environ.get("SHOMEI_TRACEBACK"):
            raise
        _complain(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
        return 3
    except Exception as error:  # the last resort before a traceback
        if os.environ.get("SHOMEI_TRACEBACK"):
            raise
        _complain(
            f"an error in Shomei itself ({type(error).__name__}: {error}); with "
            "SHOMEI_TRACEBACK=1 it says where"
        )
        return 3
    return status


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    whole = argparse.ArgumentParser(
        prog="shomei",
        description="Checks derivations step by step with Lean.",
        epilog=_EPILOG,
        formatter_class=_Formatter,
    )
    whole.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser(
        "check", help="check derivations", epilog=_EPILOG, formatter_class=_Formatter
    )
    check.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a derivation, a folder, a pattern such as 'docs/**/*.md', or - for standard input; "
        "without one, what the settings name",
    )
    check.add_argument(
        "--format",
        choices=formats.names(),
        default="text",
        help="the format of the report (default: text)",
    )
    check.add_argument(
        "-o", "--output", metavar="FILE", help="write the report to FILE and not to standard output"
    )
    check.add_argument(
        "--also",
        action="append",
        default=[],
        type=further,
        metavar="FORMAT=FILE",
        help="write the report to FILE in another format, too (repeatable)",
    )
    check.add_argument(
        "--emit",
        metavar="FILE",
        help="write a Lean file for Mathlib to FILE; into a folder, one for each derivation",
    )
    check.add_argument(
        "--standalone",
        action="store_true",
        help="with --emit: write the lemmas of Shomei's library that are used into the file, too",
    )
    _add_check_options(check)
    check.add_argument(
        "--fast",
        action="store_true",
        help="do not ask Lean: a step is refuted, or plausible at best, and never verified",
    )
    _add_files_options(check)
    _add_failure_options(check)
    _add_parts_options(check)
    check.add_argument(
        "-q", "--quiet", action="store_true", help="tell only what makes the check fail"
    )
    check.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour the text report (default: on a terminal, and as NO_COLOR and FORCE_COLOR say)",
    )
    check.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help=(
            "show each step's hypotheses, what sympy decided, its Lean theorem, and where the "
            "time went"
        ),
    )

    explain = commands.add_parser(
        "explain",
        help="say what the formulas on one line are for, and all that is known about them",
        formatter_class=_Formatter,
    )
    explain.add_argument(
        "place",
        metavar="FILE[:LINE]",
        help="a derivation and a line of it, as a report names them; without a line, a list of "
        "its formulas",
    )
    _add_check_options(explain)

    new = commands.add_parser(
        "new", help="write a commented derivation to start from", formatter_class=_Formatter
    )
    new.add_argument(
        "name",
        metavar="NAME",
        nargs="?",
        help="the new file's name; .txt is added where it has no suffix, .md makes an article",
    )
    new.add_argument(
        "--lean", metavar="DIR", help="make a Lake project for the Lean files of check --emit"
    )
    new.add_argument(
        "--standalone",
        action="store_true",
        help="with --lean: a project for standalone files, which requires Mathlib only",
    )

    watch = commands.add_parser(
        "watch", help="check again whenever a file is saved", formatter_class=_Formatter
    )
    watch.add_argument("paths", nargs="+", metavar="PATH", help="a derivation")
    _add_check_options(watch)
    watch.add_argument("-v", "--verbose", action="store_true", help="as for check")

    serve = commands.add_parser(
        "serve", help="show the typeset report while you write", formatter_class=_Formatter
    )
    serve.add_argument("path", metavar="FILE", help="a derivation")
    serve.add_argument("--fast", action="store_true", help="do not ask Lean, as for check")
    serve.add_argument(
        "--port", type=int, default=0, metavar="N", help="the port (default: any that is free)"
    )
    _add_check_options(serve)

    lsp = commands.add_parser(
        "lsp",
        help="the server for editors, on standard input and output",
        formatter_class=_Formatter,
    )
    lsp.add_argument("--fast", action="store_true", help="do not ask Lean, as for check")
    lsp.add_argument("--stdio", action="store_true", help=argparse.SUPPRESS)
    _add_check_options(lsp)

    mcp = commands.add_parser(
        "mcp",
        help="the server for agents, on standard input and output",
        formatter_class=_Formatter,
    )
    _add_check_options(mcp)

    completion = commands.add_parser(
        "completion", help="print a shell's completion script", formatter_class=_Formatter
    )
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), help="the shell")

    merge = commands.add_parser(
        "merge",
        help="make one JSON report of those of a check's parts",
        epilog=_EPILOG,
        formatter_class=_Formatter,
    )
    merge.add_argument("reports", nargs="+", metavar="REPORT", help="of `check --format json`")
    merge.add_argument("-o", "--output", metavar="FILE", help="write it to FILE")

    commands.add_parser(
        "status", help="what is kept on disk and in memory", formatter_class=_Formatter
    )
    commands.add_parser("stop", help="end the Lean in the background", formatter_class=_Formatter)
    commands.add_parser("setup", help="make the portable Lean ready", formatter_class=_Formatter)

    cache = commands.add_parser(
        "cache", help="where the cache is, and how much it holds", formatter_class=_Formatter
    )
    cache.add_argument(
        "action",
        nargs="?",
        choices=("show", "where", "key", "clear", "export", "merge"),
        default="show",
        help="show (the default), where, key (of what is compiled, for CI), clear, export (the "
        "verified steps to FILE) or merge (those of FILES that are written under your key)",
    )
    cache.add_argument("files", nargs="*", metavar="FILE", help="for export and merge")
    return whole


def _add_files_options(check: argparse.ArgumentParser) -> None:
    files = check.add_argument_group("which files")
    files.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="leave files and folders out of folders and patterns, as .gitignore does (repeatable)",
    )
    files.add_argument(
        "--force-exclude",
        action="store_true",
        help="leave them out even if they are named, as a pre-commit hook does",
    )
    files.add_argument(
        "--no-gitignore", action="store_true", help="look into what .gitignore names, too"
    )
    files.add_argument(
        "--changed-since",
        metavar="REV",
        help="only files that have changed since this branch left REV, by git",
    )
    files.add_argument(
        "--stdin-name",
        default="stdin.txt",
        metavar="NAME",
        help="what - is called in reports; its suffix says how it is read (default: stdin.txt)",
    )
    files.add_argument(
        "--config",
        metavar="FILE",
        help="the settings (default: the next shomei.toml, or pyproject.toml with [tool.shomei])",
    )


def _add_parts_options(check: argparse.ArgumentParser) -> None:
    parts = check.add_argument_group("on many machines")
    parts.add_argument(
        "--shard",
        type=shard,
        metavar="N/OF",
        help="only this part of the files, such as 3/8; `shomei merge` makes one JSON report of "
        "the parts'",
    )
    parts.add_argument(
        "--cluster",
        metavar="HOST:PORT",
        help="check on the workers of the Dask scheduler there (shomei[cluster])",
    )


def _add_failure_options(check: argparse.ArgumentParser) -> None:
    failures = check.add_argument_group("what counts as a failure")
    failures.add_argument(
        "--strict",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="also reasons that are not used or name nothing, and what is not checked",
    )
    failures.add_argument(
        "--fail-on",
        type=failing,
        metavar="VERDICTS",
        help="only these, with commas: refuted,unproved,undefined,skipped (default: all four)",
    )
    failures.add_argument(
        "--baseline", metavar="FILE", help="not the alarms in FILE, which are known"
    )
    failures.add_argument(
        "--update-baseline", action="store_true", help="write the alarms of this check to it"
    )


def _add_check_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--backend",
        choices=BACKENDS,
        help="which Lean: auto is lake where it and a built Mathlib are found, else portable",
    )
    command.add_argument(
        "--lang",
        type=language_code,
        metavar="CODE",
        help="the language of the text report: en or ja (default: LC_ALL, LC_MESSAGES or LANG)",
    )
    command.add_argument(
        "--no-ledger", action="store_true", help="check everything anew, and remember nothing"
    )
    command.add_argument(
        "--timeout",
        type=positive_seconds,
        metavar="SECONDS",
        help="how long Lean may take for one batch of steps (default: 600)",
    )


class _Formatter(argparse.HelpFormatter):
    """Drops the line breaks of the epilog, and keeps the names of options on one line."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata

        try:
            version = metadata.version("shomei")
        except metadata.PackageNotFoundError:
            version = "(not installed)"
        print(f"shomei {version}")  # noqa: T201
        parser.exit(0)


def _complain(message: str) -> None:
    from shomei.report.escape import one_line

    print(f"shomei: {one_line(message)}", file=sys.stderr)  # noqa: T201


def _terminate(_signal: int, _frame: object) -> None:
    # Raise an exception, so that whoever started a Lean can end it.
    raise SystemExit(143)


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()


def _discard_output() -> None:
    """Redirects standard output to nothing, so that the interpreter's flush at exit does not fail
    again.
    """
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


if __name__ == "__main__":
    main()
