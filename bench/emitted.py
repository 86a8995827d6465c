"""`python -m bench.emitted [PATH…]`: writes the Lean files of the gallery (or of these derivations)
as `--emit` does, and measures them: whether Lean reads each as a whole, how many of their lines are
terms that are too long to read, and how many of their proofs end in a tactic of Mathlib.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shomei.api.checker import Checker

GALLERY: Final = Path("derivations")
#: A line is a term that is too long to read if it is no comment and wider than this.
LONG: Final = 120
#: The tactics of Mathlib that a proof may end in.
TACTICS: Final = frozenset(
    {"calc", "field", "field_simp", "linarith", "norm_num", "positivity", "ring", "simp", "rw"}
)
#: What else a tactic begins with.
_BEGINNING: Final = TACTICS | {
    *("clear", "constructor", "exact", "first", "generalize", "grind", "have", "intro", "obtain"),
    *("omega", "rcases", "refine", "show", "sorry", "symm", "try", "unfold"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured of one text: its lines of code, those that are long, the last tactic of each
    proof, and whether Lean has read it as a whole.
    """

    lines: int
    long: int
    ends: Counter[str]
    accepted: bool

    @property
    def good(self) -> int:
        """The proofs that end in a tactic of Mathlib."""
        return sum(count for name, count in self.ends.items() if name in TACTICS)

    def row(self, name: str) -> str:
        """The measures as a row of a table."""
        others = ", ".join(
            f"{tactic} {count}"
            for tactic, count in self.ends.most_common()
            if tactic not in TACTICS
        )
        whole = "whole" if self.accepted else "not whole"
        return (
            f"| {name} | {whole} | {self.long} / {self.lines} | {self.good} / {self.ends.total()} "
            f"| {others} |"
        )


def measured(text: str) -> Measured:
    """The measures of the text of one Lean file."""
    code = _without_comments(text)
    rows = [line for line in code.split("\n") if line.strip()]
    return Measured(
        len(rows),
        sum(len(line) > LONG for line in rows),
        Counter(_end(proof) for proof in _proofs(code)),
        "-- Lean did not read this namespace" not in text,
    )


def _without_comments(text: str) -> str:
    text = re.sub(r"/-.*?-/", "", text, flags=re.DOTALL)
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("--"))


def _proofs(code: str) -> list[list[str]]:
    """The lines of each proof of a theorem."""
    found = []
    for theorem in re.split(r"^(?=theorem )", code, flags=re.MULTILINE)[1:]:
        _, _, proof = theorem.partition(":= by\n")
        body = re.split(r"^(?=\S)", proof, maxsplit=1, flags=re.MULTILINE)[0]
        found.append([line for line in body.split("\n") if line.strip()])
    return found


def _end(proof: list[str]) -> str:
    """The tactic that a proof ends in: `calc` for a chain; for `a <;> b` it is `b`."""
    if any(re.match(r"  calc\b", line) for line in proof):
        return "calc"
    text = ""
    for line in reversed(proof):
        text = f"{line.strip()} {text}"
        if (found := re.match(r"\s*(?:· )?([a-z_]+)\b", line)) and found[1] in _BEGINNING:
            break
    last = re.split(r" <;> |; ", text.strip().removeprefix("· "))[-1]
    return (re.match(r"[a-z_]+", last) or [""])[0]


def report(found: dict[str, Measured]) -> str:
    """The measures as lines of text."""
    ends: Counter[str] = Counter()
    for each in found.values():
        ends.update(each.ends)
    lines = sum(each.lines for each in found.values())
    long = sum(each.long for each in found.values())
    proofs = sum(ends.values())
    good = sum(each.good for each in found.values())
    rejected = [name for name, each in found.items() if not each.accepted]
    rows = [
        "| file | read | long lines | end in a tactic of Mathlib | the others |",
        "| --- | --- | --- | --- | --- |",
        *(each.row(name) for name, each in found.items()),
        "",
        f"{len(found)} files, {len(rejected)} of them not read as a whole {' '.join(rejected)}",
        f"{long} of {lines} lines are terms longer than {LONG} characters ({long / lines:.1%})",
        f"{good} of {proofs} proofs end in a tactic of Mathlib ({good / proofs:.1%}):",
        ", ".join(f"{name} {count}" for name, count in ends.most_common()),
    ]
    return "\n".join(rows)


def main(names: list[str]) -> None:
    """Prints the measures of all files, one by one as they are written, then together."""
    paths = [Path(name) for name in names] or [
        path for path in sorted(GALLERY.iterdir()) if path.name != "README.md"
    ]
    found = {}
    with Checker(hand_over=True) as checker:
        for path in paths:
            begun = time.monotonic()
            found[path.name] = measured(checker.check(path).lean)
            print(f"{path.name}: {time.monotonic() - begun:.1f} s", file=sys.stderr)
    print(report(found))


if __name__ == "__main__":
    main(sys.argv[1:])
