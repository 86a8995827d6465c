"""`python -m tests.false`: checks the corpus and writes its figures into docs/trust.md, between the
marks.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from shomei.app.commands.writing import write_atomically
from tests.false.corpus import derivations, outcome, portable_prover, report
from tests.marked import replace_between

DOCUMENT = Path(__file__).parents[2] / "docs" / "trust.md"


def main() -> int:
    """1 where a wrong line is not named."""
    corpus = derivations()
    with portable_prover() as prover:
        found = {
            derivation.name: outcome(derivation, report(derivation, prover))
            for derivation in corpus
        }
    counts = Counter(found.values())
    lines = [
        f"{len(corpus)} false derivations, of which on the wrong line",
        "",
        "| the report says | files |",
        "| --- | --- |",
    ]
    lines += [
        f"| {verdict} | {counts[verdict]} |"
        for verdict in ("refuted", "undefined", "unproved", "skipped", "syntax problem")
    ]
    table = "\n".join([*lines, f"| nothing, or verified | {counts[None]} |"])
    write_atomically(DOCUMENT, replace_between(DOCUMENT.read_text("utf-8"), "false", table))
    sys.stdout.write(table + "\n")
    for name, named in found.items():
        if named is None:
            sys.stdout.write(f"{name}: the wrong line is not named\n")
    return int(None in found.values())


if __name__ == "__main__":
    sys.exit(main())
