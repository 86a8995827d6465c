"""Finds a `lake` and Shomei's library over Mathlib, as Lake has built it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shomei.lean.backend import EnvironmentFailure

PROJECT: Final = Path(__file__).parents[2] / "lean_project"

#: Where Lake keeps the compiled root module of Shomei's library: of the project's own since Lean
#: 4.20 and before, and of a package that the project requires.
_LIBRARY: Final = (
    ".lake/build/lib/lean/Shomei.olean",
    ".lake/build/lib/Shomei.olean",
    ".lake/packages/*/.lake/build/lib/lean/Shomei.olean",
)


@dataclass(frozen=True, slots=True)
class Lake:
    """The executable, and the project that it is run in."""

    executable: str
    project: Path


def find_lake(*, required: bool, project: Path = PROJECT) -> Lake | None:
    """Lake with Shomei's library built, or None. If it is `required`, raises `EnvironmentFailure`
    saying what is missing and how to get it.

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
    if not any(path.is_file() for olean in _LIBRARY for path in project.glob(olean)):
        return (
            f"Shomei's library is not built in {project}; `lake exe cache get && lake build` there "
            "fetches Mathlib and builds it"
        )
    return None
