"""The cell magic of notebooks: `%load_ext shomei.app.notebook`, then `%%shomei` above a derivation.

The cell is checked and its report is shown typeset. IPython is installed with the extra `notebook`.
"""

from __future__ import annotations

import argparse
import html
import shlex
from typing import TYPE_CHECKING, Any, Final

from shomei.api.checker import check
from shomei.verdicts.model import Report

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

_HEIGHT: Final = 90


class Shown:
    """A report as a notebook shows it: typeset, or as text where there is no browser."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def _repr_html_(self) -> str:
        """The page in a frame of its own, in which no script runs."""
        from shomei.report.formats.html import render

        rows = max(3, len(self.report.steps) + len(self.report.problems) + 3)
        page = html.escape(render([self.report]), quote=True)
        return (
            f'<iframe sandbox srcdoc="{page}" title="Shomei" loading="lazy" '
            f'style="width:100%;height:{min(60 + rows * _HEIGHT // 2, 720)}px;border:0"></iframe>'
        )

    def __repr__(self) -> str:
        from shomei.report.formats.text import render

        return render([self.report])


class _Line(argparse.ArgumentParser):
    def error(self, message: str) -> Any:
        raise ValueError(message)


def _options() -> argparse.ArgumentParser:
    options = _Line(prog="%%shomei", add_help=False)
    options.add_argument("--fast", action="store_true")
    options.add_argument("--format", default=".txt", choices=(".txt", ".md", ".tex", ".rst"))
    options.add_argument("name", nargs="?")
    return options


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Called by `%load_ext`."""

    def shomei(line: str, cell: str) -> Shown:
        """%%shomei [--fast] [--format .md] [NAME]: checks the cell. The report is kept under NAME,
        if there is one.
        """
        given = _options().parse_args(shlex.split(line))
        report = check(cell, suffix=given.format, fast=given.fast)
        if given.name:
            shell.user_ns[given.name] = report
        return Shown(report)

    shell.magics_manager.register_function(shomei, magic_kind="cell", magic_name="shomei")
