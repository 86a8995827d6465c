"""Chooses the backend: `lake` if it and a built Mathlib are found, else the portable Lean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, get_args

from shomei.lean.axioms import AxiomAudit, printed
from shomei.lean.backend import LeanBackend

BackendName = Literal["auto", "lake", "portable"]
BACKENDS: Final[tuple[BackendName, ...]] = get_args(BackendName)


def choose(wanted: BackendName, progress: Callable[[str], None]) -> tuple[LeanBackend, AxiomAudit]:
    """The backend, and its way to ask for axioms. `progress` is told the milestones of a set-up.

    Raises `EnvironmentFailure` if `lake` is requested and missing. Problems of the portable Lean
    show only when it is used.
    """
    from shomei.lean.lake.detect import find_lake

    if wanted != "portable":
        found = find_lake(required=wanted == "lake")
        if found is not None:
            from shomei.lean.lake.backend import LakeBackend

            return LakeBackend(found), printed()
    from shomei.lean.portable.backend import PortableBackend

    portable = PortableBackend(progress)
    return portable, printed(lambda: portable.axioms)
