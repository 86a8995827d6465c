"""A check in parts: which files one part looks at, and one report out of the parts' reports.

In: the paths of a check and a `Shard`, or JSON reports. Out: paths, or one JSON report. A part that
is missing, or a file that is in two of them, is an error: the whole would say less than it seems.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from shomei.report.escape import escape_unseen_json
from shomei.report.formats.json import SCHEMA

_COUNTS: Final = (
    "files",
    "steps",
    "verified",
    "refuted",
    "unproved",
    "undefined",
    "skipped",
    "problems",
    "plausible",
    "suppressed",
)


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number`, from 1, of `of` parts."""

    number: int
    of: int

    @classmethod
    def of_text(cls, text: str) -> Shard:
        """`3/8`. Raises `ValueError`."""
        number, _, of = text.partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of) <= 100_000):
            raise ValueError(f"{text!r} is no part such as 3/8")
        return cls(int(number), int(of))

    def part(self, paths: Sequence[Path]) -> list[Path]:
        """This part of the paths, however they are ordered: each is in just one."""
        return sorted(paths, key=lambda path: path.as_posix())[self.number - 1 :: self.of]

    def marked(self, report: str) -> str:
        """A JSON report that says which part it is."""
        return _text({**json.loads(report), "shard": {"number": self.number, "of": self.of}})


def merged(reports: Mapping[str, str]) -> str:
    """One JSON report out of several, by the names of their files. Raises `ValueError`."""
    documents = {name: _document(name, text) for name, text in reports.items()}
    _require_all_parts(documents)
    files: dict[str, tuple[str, Any]] = {}
    for name, document in documents.items():
        for file in document["files"]:
            path = file["path"]
            if path in files:
                raise ValueError(f"{name}: {path} is in {files[path][0]}, too")
            files[path] = (name, file)
    summaries = [document["summary"] for document in documents.values()]
    # A part without files says 2, as a call does that finds nothing to check.
    told = [each["exit_code"] for each in summaries if each["files"]]
    summary = {
        **{count: sum(each[count] for each in summaries) for count in _COUNTS},
        "exit_code": max(told, default=2),
    }
    ordered = {name: summary[name] for name in summaries[0]}
    return _text(
        {"files": [files[path][1] for path in sorted(files)], "summary": ordered, "schema": SCHEMA}
    )


def _document(name: str, text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
        known = document["schema"] == SCHEMA
        counts = [document["summary"][count] for count in (*_COUNTS, "exit_code")]
        sound = all(type(count) is int and count >= 0 for count in counts)
        paths = [file["path"] for file in document["files"]]
        sound = sound and all(isinstance(path, str) for path in paths)
        sound = sound and document["summary"]["files"] == len(paths)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ValueError(f"{name}: this is no report of shomei check --format json") from None
    if not known or not sound or set(document["summary"]) != {*_COUNTS, "exit_code"}:
        raise ValueError(f"{name}: this is no report of this version of Shomei")
    return {**document}


def _require_all_parts(documents: Mapping[str, dict[str, Any]]) -> None:
    parts = [document.get("shard") for document in documents.values()]
    if not any(parts):
        return
    try:
        known = {Shard(part["number"], part["of"]) for part in parts if part is not None}
    except (KeyError, TypeError):
        raise ValueError("a report does not say which part it is") from None
    counts = {shard.of for shard in known}
    if None in parts or len(counts) != 1:
        raise ValueError("these are not the parts of one check")
    missing = set(range(1, counts.pop() + 1)) - {shard.number for shard in known}
    if missing:
        raise ValueError(f"part {', '.join(map(str, sorted(missing)))} is missing")


def _text(document: dict[str, Any]) -> str:
    return escape_unseen_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"
