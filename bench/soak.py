"""A soak: many checks of changed derivations, by several clients at once against one resident.

`python -m bench.soak [--checks 2000] [--clients 4] [--seed 1]` takes the short text derivations of
the gallery, changes a character of each copy (a digit, a sign, a relation, the name of a function),
and checks the copies as users do: one process a check. It tells how many of the steps that are
really false were verified (none may be), whether one text ever got two verdicts, and how the memory
of the background Leans went. Exit status 1 where a false step was verified, a check ended otherwise
than documented, or the memory grew by more than 5 %.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shomei.lean.portable import residents
from shomei.obligations import build
from shomei.parser import parse
from shomei.parser.errors import InputProblem
from tests.mutation.falsity import falsity

GALLERY: Final = Path(__file__).parents[1] / "derivations"
#: Derivations of at most so many lines, so that 2,000 checks take about an hour.
_LINES: Final = 30
#: The name that standard input has in reports.
_NAME: Final = "stdin.txt"
#: What `shomei check` may end with on a text that can be read or not (see docs/command.md).
_STATUSES: Final = frozenset({0, 1, 2})
#: By how much the memory of the background Leans may grow.
_GROWTH: Final = 1.05
#: Slips of a pen: what is written, and what may stand in its place.
_SLIPS: Final[Mapping[str, str]] = {
    "+": "-",
    "-": "+",
    "<": ">",
    ">": "<",
    r"\le": r"\ge",
    r"\ge": r"\le",
    r"\sin": r"\cos",
    r"\cos": r"\sin",
    r"\log": r"\exp",
    **{str(digit): str((digit + 1) % 10) for digit in range(10)},
}
_PLACE: Final = re.compile(
    "|".join(
        re.escape(text) + (r"(?![A-Za-z])" if text[-1].isalpha() else "")
        for text in sorted(_SLIPS, key=len, reverse=True)
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one check said: its exit status, and the verdict of each step by the step's name."""

    text: str
    status: int
    verdicts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Soak:
    """All checks, and the memory of the background Leans in bytes as time went."""

    told: Sequence[Told]
    memory: Sequence[int]
    seconds: float


def texts(paths: Sequence[Path], seed: int) -> Iterator[str]:
    """Changed copies of derivations without end; every eighth is a copy as it stands."""
    chance = random.Random(seed)
    originals = [path.read_text("utf-8") for path in paths]
    while True:
        text = chance.choice(originals)
        places = list(_PLACE.finditer(text))
        if places and chance.randrange(8):
            place = chance.choice(places)
            text = text[: place.start()] + _SLIPS[place[0]] + text[place.end() :]
        yield text


def check(text: str) -> Told:
    """One check by a process of its own, with the background Lean."""
    done = subprocess.run(
        [sys.executable, "-m", "shomei", "check", "--no-ledger", "--format", "json", "-"],
        input=text,
        capture_output=True,
        text=True,
        env={**os.environ, "SHOMEI_RESIDENT": "1"},
        check=False,
    )
    files = json.loads(done.stdout)["files"] if done.returncode in _STATUSES else []
    return Told(
        text,
        done.returncode,
        tuple((step["id"], step["verdict"]) for file in files for step in file["steps"]),
    )


def soak(checks: int, clients: int, seed: int, tell: Callable[[str], None]) -> Soak:
    """Runs the checks, `clients` at a time."""
    paths = sorted(
        path
        for path in GALLERY.glob("*.txt")
        if len(path.read_text("utf-8").splitlines()) <= _LINES
    )
    begun = time.monotonic()
    memory: list[int] = []
    told: list[Told] = []
    lock = threading.Lock()

    def one(text: str) -> None:
        result = check(text)
        with lock:
            told.append(result)
            memory.append(sum(each.memory or 0 for each in residents.running()))
            if len(told) % 50 == 0:
                tell(f"{len(told)} checks, {memory[-1] / 2**20:.0f} MB, {_minutes(begun)}")

    source = texts(paths, seed)
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(one, (next(source) for _ in range(checks))))
    return Soak(told, memory, time.monotonic() - begun)


def wrongly_verified(told: Told) -> list[str]:
    """The steps that were verified although they are really false, by the judge of the mutation
    run, which asks neither Lean nor the pre-check.
    """
    verified = {name for name, verdict in told.verdicts if verdict == "verified"}
    if not verified:
        return []
    try:
        plan = build(parse(told.text, _NAME))
    except InputProblem:
        return [f"verified, and not read: {told.text}"]
    return [
        f"line {obligation.span.line}, {found.kind} for {found.values}:\n{told.text}"
        for obligation in plan.obligations
        if obligation.id in verified and (found := falsity(obligation)) is not None
    ]


def undecided(told: Sequence[Told]) -> list[str]:
    """The texts that got different verdicts when they were checked more than once."""
    answers: defaultdict[str, set[Told]] = defaultdict(set)
    for one in told:
        answers[one.text].add(one)
    return [text for text, found in answers.items() if len(found) > 1]


def growth(memory: Sequence[int]) -> float:
    """The memory in the last quarter of the checks as a multiple of that in the second quarter:
    before that the Leans are still coming up.
    """
    quarter = max(1, len(memory) // 4)
    return statistics.median(memory[-quarter:]) / statistics.median(memory[quarter : 2 * quarter])


def _minutes(begun: float) -> str:
    return f"{(time.monotonic() - begun) / 60:.1f} min"


def _say(message: str) -> None:
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a soak and tells its figures. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--checks", type=int, default=2000, metavar="N")
    parser.add_argument("--clients", type=int, default=4, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    options = parser.parse_args(arguments)
    done = soak(options.checks, options.clients, options.seed, _say)
    wrong = [each for told in done.told for each in wrongly_verified(told)]
    odd = [told for told in done.told if told.status not in _STATUSES]
    unequal = undecided(done.told)
    for text in wrong:
        _say(f"VERIFIED, AND FALSE: {text}")
    for told in odd:
        _say(f"EXIT STATUS {told.status}:\n{told.text}")
    for text in unequal:
        _say(f"TWO VERDICTS:\n{text}")
    verdicts = Counter(verdict for told in done.told for _, verdict in told.verdicts)
    _say(
        f"{len(done.told)} checks by {options.clients} clients in {done.seconds / 60:.0f} min; "
        + ", ".join(f"{count} steps {verdict}" for verdict, count in sorted(verdicts.items()))
        + f"; {len(wrong)} false steps verified; {len(unequal)} texts with two verdicts; "
        f"{len(odd)} checks that ended otherwise; memory of the background Leans "
        f"{(growth(done.memory) - 1) * 100:+.1f} % (at most {max(done.memory) / 2**20:.0f} MB)"
    )
    return int(bool(wrong or odd or growth(done.memory) > _GROWTH))


if __name__ == "__main__":
    sys.exit(main())
