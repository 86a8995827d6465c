"""The hand-over: the theorems of a check as a Lean file that a user of Mathlib would go on with.

In: the findings of a check and its report. Out: the text of a Lean file, which Lean has read as a
whole. May import `arithmetic`, `emitter`, `lean`, `obligations`, `terms` and what `verdicts` finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Final

from shomei.handover.definitions import definitions_of
from shomei.handover.entries import contents_of
from shomei.handover.file import HEADER, text_of
from shomei.handover.naming import namespace_of
from shomei.handover.pieces import sheet_of
from shomei.handover.text import prose
from shomei.handover.trial import chosen, read_whole
from shomei.lean.backend import LeanBackend
from shomei.lean.lemmas import cited_lemmas
from shomei.verdicts.model import Report
from shomei.verdicts.reporting import Findings

__all__ = ["distinct", "file_of", "hand_over", "namespace_of"]

#: Declares the tactics of Mathlib where there is no Mathlib.
_TACTICS: Final = Path(__file__).parents[1] / "lean_project" / "portable" / "Tactics.lean"

_END: Final = "\n"

#: A whole file may take so many times as long as a batch of theorems.
_WHOLE: Final = 10


def hand_over(report: Report, found: Findings, backend: LeanBackend, timeout: float) -> str:
    """The namespace with the theorems of one derivation, as `backend` accepts it. `timeout` is for
    a batch of theorems, in seconds. Raises `EnvironmentFailure` if Lean cannot be started.
    """
    plan = found.plan
    definitions = definitions_of(plan.obligations)
    contents = contents_of(report, found, definitions)
    name = PurePath(report.path).name
    sheet = sheet_of(name, namespace_of(name), contents, definitions)
    tactics = "" if backend.name == "lake" else _TACTICS.read_text("utf-8")
    choices = chosen(sheet, backend, tactics, timeout)
    choices, accepted = read_whole(sheet, choices, backend, tactics, _WHOLE * timeout)
    text = text_of(sheet, choices)
    if not accepted:
        warning = "-- Lean did not read this namespace to its end without errors.\n"
        return warning + text
    return text


def distinct(reports: Iterable[Report]) -> dict[str, str]:
    """The namespaces of several reports by their names; one whose name is taken is numbered."""
    found: dict[str, str] = {}
    for report in reports:
        own = namespace_of(PurePath(report.path).name)
        name = namespace_of(PurePath(report.path).name, found)
        text = report.lean
        if name != own:
            text = text.replace(f"namespace {own}\n", f"namespace {name}\n", 1)
            text = f"{text.removesuffix(f'end {own}{_END}')}end {name}\n"
        if text:
            found[name] = text
    return found


def file_of(namespaces: Iterable[str], backend: str, *, standalone: bool = False) -> str:
    """The Lean file with these namespaces. `standalone`: the lemmas of Shomei's library that they
    cite stand in it, so that it imports Mathlib only.
    """
    texts = list(namespaces)
    head = ["import Mathlib"]
    lemmas = cited_lemmas("\n".join(texts)) if standalone else ""
    if not standalone and any("Shomei." in text for text in texts):
        head.append("import Shomei")
    whose = "with Mathlib" if backend == "lake" else "with Shomei's part of Mathlib (portable)"
    about = (
        "Written by Shomei, a namespace for each derivation. Each was read as a whole by Lean "
        f"{whose} before it was written. `-- Shomei: FILE:LINE` says where a theorem comes from."
    )
    above = ["/-! ### Lemmas of Shomei's library -/", "", lemmas] if lemmas else []
    return "\n".join([*head, "", "/-!", *prose(about, 0), "-/", "", HEADER, "", *above, *texts])
