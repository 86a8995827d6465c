"""Finds a `lake` and a Mathlib that it has built."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shomei.lean.backend import EnvironmentFailure

PROJECT: Final = Path(__file__).parents[2] / "lean_project"

#: Where Lake keeps Mathlib's compiled root module; the first is what Lake has written since Lean
#: 4.20, the second what it wrote before.
_MATHLIB_OLEANS: Final = (
    ".lake/packages/mathlib/.lake/build/lib/lean/Mathlib.olean",
    ".lake/packages/mathlib/.lake/build/lib/Mathlib.olean",
)


@dataclass(frozen=True, slots=True)
class Lake:
    """The executable, and the project that it is run in."""

    executable: str
    project: Path


def find_lake(*, required: bool, project: Path = PROJECT) -> Lake | None:
    """Lake with a built Mathlib, or None. If it is `required`, raises `EnvironmentFailure` saying
    what is missing and how to get it.

    SHOMEI_LEAN_PROJECT names another project folder.
    """
    project = Path(os.environ.get("SHOMEI_LEAN_PROJECT") or project)
    executable = shutil.which("lake")
    missing = _missing(executable, project)
    if missing is not None and required:
        raise EnvironmentFailure(f"The lake backend cannot be used: {missing}.")
    return Lake(executable, project) if executable is not None and missing is None else None


def _missing(executable: str | None, project: Path) -> str | None:
    if executable is None:
        return "`lake` is not on the PATH; elan installs it"
    if not (project / "lakefile.toml").is_file():
        return f"{project} holds no lakefile.toml"
    if not any((project / olean).is_file() for olean in _MATHLIB_OLEANS):
        return f"Mathlib is not built in {project}; `lake exe cache get` there fetches it"
    return None
