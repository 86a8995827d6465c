"""The corpus: false derivations as a reader would write them, one wrong line each.

A file's first line says what is wrong with it, in a comment: `# wrong: line 7: x may be 0`, in
Markdown `<!-- wrong: line 7: x may be 0 -->`. Its folder says what kind of mistake that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from shomei.emitter.emit import VERSION
from shomei.lean.choose import choose
from shomei.ledger import NO_LEDGER
from shomei.verdicts.model import Report, StepReport
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages

FOLDER = Path(__file__).parent
#: A step that no numbers refute gets this long: on a busy machine too, sympy shall have come to its
#: end.
REFUTE_SECONDS = 4.0
#: A body of a dozen theorems that are all false takes its time on a busy machine, and one that is
#: lost is asked about again in halves.
LEAN_SECONDS = 300.0
_HEADER = re.compile(r"(?:# |<!-- )wrong: line (?P<line>[0-9]+): (?P<why>.+?)(?: -->)?")


@dataclass(frozen=True, slots=True)
class Derivation:
    """A file of the corpus, the number of its wrong line, and what is wrong with that."""

    path: Path
    line: int
    why: str

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}"


def read(path: Path) -> Derivation:
    """The file with what its first line says. Raises `ValueError` where that is not of the corpus's
    form, or names a line that says nothing.
    """
    lines = path.read_text("utf-8").split("\n")
    header = _HEADER.fullmatch(lines[0])
    if header is None:
        raise ValueError(f"{path}: the first line does not say which line is wrong")
    line = int(header["line"])
    if not 1 < line <= len(lines) or not lines[line - 1].strip():
        raise ValueError(f"{path}: there is nothing on line {line}")
    return Derivation(path, line, header["why"])


def derivations(folder: Path = FOLDER) -> list[Derivation]:
    """All files of the corpus, by folder and name."""
    return [read(path) for path in sorted(folder.glob("*/*")) if path.suffix in {".txt", ".md"}]


@contextmanager
def portable_prover() -> Iterator[Prover]:
    """The real portable Lean, without a ledger: what is found is found now."""
    backend, audit = choose("portable", lambda _milestone: None)
    try:
        yield Prover(backend, audit, NO_LEDGER, LEAN_SECONDS, VERSION)
    finally:
        backend.close()


def report(derivation: Derivation, prover: Prover) -> Report:
    """What `shomei check` finds out about the file."""
    return check(
        derivation.path,
        stages(),
        prover,
        lambda _stage, _done, _total: None,
        refute_seconds=REFUTE_SECONDS,
    )


def report_by_lean_alone(text: str, folder: Path, prover: Prover) -> Report:
    """What Lean says of each line of the text, with no numbers against any; it becomes a file of
    the folder.
    """
    path = folder / "lines.txt"
    path.write_text(text, "utf-8")
    by_lean_alone = replace(
        stages(),
        refute=lambda _obligation, _seconds: None,
        contradiction=lambda _assumption, _seconds: None,
    )
    return check(
        path, by_lean_alone, prover, lambda _stage, _done, _total: None, refute_seconds=0.0
    )


def steps_at(line: int, found: Report) -> Sequence[StepReport]:
    """The steps that stand on the line; what a whole chain comes to is not what one of its lines
    says, and may be true.
    """
    return [step for step in found.steps if step.line == line and step.kind != "conclusion"]


def outcome(derivation: Derivation, found: Report) -> str | None:
    """How the report names the wrong line: by the first verdict there that is not `verified`, or as
    a `syntax problem`; None where it does not.
    """
    verdict = next(
        (step.verdict for step in steps_at(derivation.line, found) if step.verdict != "verified"),
        None,
    )
    if verdict is not None:
        return verdict
    return (
        "syntax problem"
        if any(
            problem.line == derivation.line and problem.kind == "input"
            for problem in found.problems
        )
        else None
    )
