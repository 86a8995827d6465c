"""None of the corpus's wrong lines passes: each is named in the report, no step on it is verified,
and the exit status says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shomei.verdicts.model import EXIT_INPUT, EXIT_UNVERIFIED, exit_code
from shomei.verdicts.prove import Prover
from tests.false.corpus import (
    Derivation,
    derivations,
    outcome,
    portable_prover,
    read,
    report,
    steps_at,
)

CORPUS = derivations()


@pytest.fixture(scope="module")
def prover() -> Iterator[Prover]:
    with portable_prover() as made:
        yield made


@pytest.mark.parametrize("derivation", CORPUS, ids=lambda derivation: derivation.name)
def test_the_wrong_line_does_not_pass(derivation: Derivation, prover: Prover) -> None:
    found = report(derivation, prover)
    assert [
        step.statement for step in steps_at(derivation.line, found) if step.verdict == "verified"
    ] == []
    named = outcome(derivation, found)
    assert named is not None, [(step.line, step.verdict, step.statement) for step in found.steps]
    assert exit_code([found]) == (EXIT_INPUT if named == "syntax problem" else EXIT_UNVERIFIED), (
        found.problems
    )


def test_every_mistake_of_the_corpus_is_there() -> None:
    assert len(CORPUS) >= 150
    assert len({derivation.path.parent for derivation in CORPUS}) >= 15


@pytest.mark.parametrize(
    "text",
    [
        "1 = 2\n",
        "# wrong: line 9: too far\n\n1 = 2\n",
        "# wrong: line 2: empty\n\n1 = 2\n",
        "# wrong: 3\n\n1 = 2\n",
    ],
)
def test_a_file_that_does_not_say_what_is_wrong_is_none(text: str, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"line"):
        read(path)


def test_the_figures_are_of_this_corpus() -> None:
    text = (Path(__file__).parents[2] / "docs" / "trust.md").read_text("utf-8")
    assert f"\n{len(CORPUS)} false derivations" in text, "run python -m tests.false"
