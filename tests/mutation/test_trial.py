"""The trial would count a false step that is verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from shomei.lean.axioms import printed
from shomei.ledger import NO_LEDGER
from shomei.verdicts.prove import Prover
from tests.fakes import FakeLean
from tests.mutation.trial import original, try_mutants

TEXT = "assume x > 0\n(x + 1)^2 = x^2 + 2x + 1\n\\frac{x^2}{x} = x\n"


@pytest.fixture
def derivation(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, "utf-8")
    return path


def credulous() -> Prover:
    """With a Lean that accepts everything."""
    return Prover(FakeLean(), printed(), NO_LEDGER, 10, "test")


def test_a_lean_that_accepts_everything_is_found_out(derivation: Path) -> None:
    figures = try_mutants(original(derivation), None, 1, credulous(), numbers=False)
    assert figures.false > 20
    assert figures.verdicts["verified"] == figures.steps == len(figures.verified)


def test_the_numbers_leave_that_lean_nothing(derivation: Path) -> None:
    figures = try_mutants(original(derivation), None, 1, credulous())
    assert figures.verified == []
    assert figures.by_numbers == figures.steps


def test_a_derivation_that_is_false_itself_is_no_original(tmp_path: Path) -> None:
    path = tmp_path / "false.txt"
    path.write_text("assume x > 0\nx^2 = x\n", "utf-8")
    with pytest.raises(AssertionError, match="false by numbers"):
        original(path)
