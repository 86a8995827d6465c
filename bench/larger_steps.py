"""Measures how large a step may be: the gallery's chains with every second term left out, then with
two of three, and the share of the larger steps that is still verified.

`python -m bench.larger_steps [FILE…]` prints the shares and the steps that are not verified. A
larger step has the reasons of all the steps that it takes together.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Final

from shomei.api.checker import REFUTE_SECONDS, TIMEOUT
from shomei.emitter.emit import VERSION
from shomei.lean.choose import choose
from shomei.lean.portable.cache import cache_folder
from shomei.ledger import LEDGER_NAME, open_ledger
from shomei.parser import read
from shomei.parser.ast import Case, CaseSplit, Chain, Document, Item, Link, Theorem
from shomei.parser.suffixes import KINDS
from shomei.terms.nodes import RelationOperator, Span
from shomei.terms.relations import compose
from shomei.verdicts.model import StepReport
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages

GALLERY: Final = Path(__file__).parents[1] / "derivations"


@dataclass(frozen=True, slots=True)
class Coarse:
    """A derivation with larger steps, and the places of these steps."""

    document: Document
    larger: frozenset[Span]


def together(links: tuple[Link, ...]) -> Link | None:
    """The links as one; None if nothing follows from them for the ends."""
    equal: RelationOperator | None = "="
    operator = reduce(compose, (link.operator for link in links), equal)
    if operator is None:
        return None
    reasons = dict.fromkeys(reason for link in links for reason in link.reasons)
    return replace(links[-1], operator=operator, reasons=tuple(reasons))


def coarse(document: Document, size: int) -> Coarse:
    """`document` with `size` steps of each chain taken together, from its beginning on."""
    larger: set[Span] = set()

    def of_chain(chain: Chain) -> Chain:
        links: list[Link] = []
        for at in range(0, len(chain.links), size):
            group = chain.links[at : at + size]
            one = together(group) if len(group) > 1 else None
            links.extend(group if one is None else (one,))
            if one is not None:
                larger.add(one.span)
        return replace(chain, links=tuple(links))

    def of_items(items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            match item:
                case Chain():
                    yield of_chain(item)
                case Theorem(proof=proof):
                    yield replace(item, proof=tuple(of_items(proof)))
                case CaseSplit(cases=cases):
                    yield replace(item, cases=tuple(map(of_case, cases)))
                case _:
                    yield item

    def of_case(case: Case) -> Case:
        return replace(case, body=tuple(of_items(case.body)))

    items = tuple(of_items(document.items))
    return Coarse(replace(document, items=items), frozenset(larger))


@dataclass(frozen=True, slots=True)
class Measured:
    """The larger steps of one derivation: how many there are, and those that are not verified."""

    path: Path
    count: int
    failed: tuple[StepReport, ...]


def measure(paths: Iterable[Path], size: int, prover: Prover) -> Iterator[Measured]:
    """Checks each derivation with `size` steps taken together."""
    for path in paths:
        made = coarse(read(path), size)
        larger = {_place(span) for span in made.larger}
        if not larger:
            continue
        given = replace(stages(), read=lambda _source, made=made: made.document)
        report = check(path, given, prover, lambda *_: None, refute_seconds=REFUTE_SECONDS)
        steps = [step for step in report.steps if _reported(step) in larger]
        failed = tuple(step for step in steps if step.verdict != "verified")
        yield Measured(path, len(steps), failed)


def _place(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column


def _reported(step: StepReport) -> tuple[int, int, int, int]:
    return step.line, step.column, step.end_line, step.end_column


def main(arguments: Sequence[str]) -> int:
    """Prints the shares of the given files, or of the gallery. Returns the exit status 0."""
    paths = [Path(argument) for argument in arguments] or sorted(
        path for path in GALLERY.iterdir() if path.suffix in KINDS and path.stem != "README"
    )
    backend, axioms = choose("portable", print)
    with closing(backend):
        ledger = open_ledger(cache_folder() / LEDGER_NAME, print)
        prover = Prover(backend, axioms, ledger, TIMEOUT, VERSION)
        for size in (2, 3):
            measured = list(measure(paths, size, prover))
            count = sum(each.count for each in measured)
            verified = count - sum(len(each.failed) for each in measured)
            for each in measured:
                for step in each.failed:
                    print(f"{each.path.name}:{step.line}: {step.verdict}: {step.statement}")
                    print(f"    by {step.reason}" if step.reason else "    without a reason")
            share = verified / count if count else 1.0
            print(f"{size} steps as one: {verified} of {count} verified ({share:.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
