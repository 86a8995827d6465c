"""A short mutation run with a fixed seed: no really false mutant of the gallery is verified,
neither with the numbers nor by Lean alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shomei.verdicts.prove import Prover
from tests.false.corpus import portable_prover
from tests.mutation.trial import Figures, Original, gallery, original, try_mutants

#: Really false mutants in all, over the gallery.
MOST = 150
MOST_LEAN_ALONE = 16


@pytest.fixture(scope="module")
def originals() -> list[Original]:
    return [original(path) for path in gallery()]


@pytest.fixture(scope="module")
def prover() -> Iterator[Prover]:
    with portable_prover() as made:
        yield made


def shares(originals: list[Original], most: int) -> Iterator[tuple[Original, int]]:
    """Each derivation with its part of `most`."""
    for position, source in enumerate(originals):
        share = most * (position + 1) // len(originals) - most * position // len(originals)
        if share:
            yield source, share


def test_no_false_mutant_is_verified(originals: list[Original], prover: Prover) -> None:
    total = Figures()
    for source, share in shares(originals, MOST):
        total.add(try_mutants(source, share, 1, prover))
    assert [
        (suspect.path.name, suspect.obligation.span.line, suspect.change, suspect.falsity)
        for suspect in total.verified
    ] == []
    assert total.false >= MOST * 9 // 10
    assert total.by_numbers >= total.steps // 2


def test_no_false_mutant_is_verified_by_lean_alone(
    originals: list[Original], prover: Prover
) -> None:
    total = Figures()
    for source, share in shares(originals, MOST_LEAN_ALONE):
        total.add(try_mutants(source, share, 2, prover, numbers=False))
    assert [
        (suspect.path.name, suspect.obligation.span.line, suspect.change, suspect.falsity)
        for suspect in total.verified
    ] == []
    assert total.by_numbers == 0
    assert total.lean >= total.steps // 2
