"""Shomei (証明): reads a derivation in ordinary mathematical notation and has Lean check every step
of it.

    >>> import shomei
    >>> report = shomei.check("x + x = 2 x")
    >>> report.verified
    True

`check` takes a path or a text and gives a `Report`; a `Checker` checks several with one Lean.
docs/api.md tells the rest. Importing this costs next to nothing: each name is loaded when it is
first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shomei.api.checker import Checker, check
    from shomei.lean.backend import EnvironmentFailure
    from shomei.terms.diagnostics import Diagnostic
    from shomei.verdicts.model import Report, StepReport

__all__ = [
    "Checker",
    "Diagnostic",
    "EnvironmentFailure",
    "Report",
    "StepReport",
    "check",
]

#: Where each public name is defined.
_HOMES: Final = {
    "Checker": "shomei.api.checker",
    "Diagnostic": "shomei.terms.diagnostics",
    "EnvironmentFailure": "shomei.lean.backend",
    "Report": "shomei.verdicts.model",
    "StepReport": "shomei.verdicts.model",
    "check": "shomei.api.checker",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found = getattr(import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
