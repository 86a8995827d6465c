"""`python -m tests.mutation [FILES] [--most N] [--seed S] [--lean-alone] [--write]`: mutants of the
gallery, and how many of the false ones pass (none may).

`--most` is how many really false mutants there are to be of each file. `--lean-alone` leaves the
numbers out, so that Lean is tried against every false statement. `--write` writes the figures into
docs/mutation.md.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

from shomei.app.commands.writing import write_atomically
from shomei.verdicts.prove import Prover
from tests.false.corpus import portable_prover
from tests.marked import replace_between
from tests.mutation.trial import Figures, gallery, original, reporting, try_mutants

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "mutation.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where a really false step is verified."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutation",
        description="Mutates verified derivations; no false step may be verified.",
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILES", help="derivations (default: the gallery)"
    )
    parser.add_argument(
        "--most", type=int, metavar="N", help="really false mutants of each file (default: all)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--lean-alone", action="store_true", help="leave the numbers out")
    parser.add_argument(
        "--write", action="store_true", help="write the figures into docs/mutation.md"
    )
    options = parser.parse_args(arguments)
    files = options.files or gallery()
    with portable_prover() as prover:
        total = run(files, options, prover)
    if options.write:
        name = "lean-alone" if options.lean_alone else "pipeline"
        text = replace_between(
            DOCUMENT.read_text("utf-8"),
            name,
            table(total, len(files), options.seed, numbers=not options.lean_alone),
        )
        write_atomically(DOCUMENT, text)
    return int(bool(total.verified))


def run(files: Sequence[Path], options: argparse.Namespace, prover: Prover) -> Figures:
    """The figures of all files together; tells them of each as it goes."""
    total = Figures()
    for path in files:
        begun = time.monotonic()
        figures = try_mutants(
            original(path), options.most, options.seed, prover, numbers=not options.lean_alone
        )
        tell(f"{path.name}: {summary(figures)} ({time.monotonic() - begun:.0f} s)")
        for suspect in figures.verified:
            reporting(tell, suspect)
        total.add(figures)
    tell(f"all: {summary(total)}")
    return total


def tell(message: str) -> None:
    """One line, now."""
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


def summary(figures: Figures) -> str:
    """The figures in a line."""
    verdicts = ", ".join(
        f"{count} {verdict}" for verdict, count in sorted(figures.verdicts.items())
    )
    return (
        f"{figures.mutants} mutants, {figures.false} really false, in {figures.steps} steps: "
        f"{verdicts}; {figures.lean} steps given to Lean"
    )


def table(figures: Figures, files: int, seed: int, *, numbers: bool) -> str:
    """The figures for the document."""
    rows = [
        ("derivations", files),
        ("mutants made", figures.mutants),
        ("of these really false", figures.false),
        ("their really false steps", figures.steps),
        *([("refuted or shown to be undefined by numbers", figures.by_numbers)] if numbers else []),
        ("given to Lean", figures.lean),
        *(
            (f"verdict `{verdict}`", figures.verdicts[verdict])
            for verdict in ("refuted", "undefined", "unproved", "skipped", "verified")
        ),
    ]
    lines = [
        "| | |",
        "| --- | --- |",
        *(f"| {what} | {count:,} |" for what, count in rows),
        "",
        f"Seed {seed}. What was changed in the really false mutants:",
        "",
    ]
    changes = ", ".join(f"{change} {count:,}" for change, count in figures.changes.most_common())
    return "\n".join([*lines, *wrap(f"{changes}.", 100)])


if __name__ == "__main__":
    sys.exit(main())
