"""The mark of each verdict, as pages, editors and terminals show it."""

from __future__ import annotations

from typing import Final

from shomei.verdicts.model import Verdict

MARKS: Final[dict[Verdict, str]] = {
    "verified": "✓",
    "plausible": "~",
    "refuted": "✗",
    "unproved": "?",
    "undefined": "!",
    "skipped": "–",
}
