"""The report's formats, one module each. `shomei check --format NAME` takes a module's name.

In: `Report`s (`verdicts.model`). Out: one text. Each module defines `render(reports) -> str`, a
pure function that escapes whatever comes from a derivation (`report.escape`). To add a format, add
its module; nothing else lists them. Imports `verdicts.model`, `terms.diagnostics`, `languages` (for
the text) and the rest of `report`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line asks for the names alone, and must start fast
    from shomei.verdicts.model import Report


def names() -> tuple[str, ...]:
    """The names of all formats, found without importing them."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def render(name: str, reports: Sequence[Report]) -> str:
    """The reports in the format `name`. Raises `ModuleNotFoundError` if there is none."""
    rendered: str = import_module(f"{__name__}.{name}").render(reports)
    return rendered
