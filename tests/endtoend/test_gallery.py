"""Every derivation of the gallery, from the file to the verdicts, with the real portable Lean. The
gallery's README lists each.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shomei.emitter.emit import VERSION
from shomei.lean.axioms import printed
from shomei.lean.portable.backend import PortableBackend
from shomei.ledger import NO_LEDGER
from shomei.verdicts.model import exit_code
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages

ROOT = Path(__file__).parents[2]
README = ROOT / "derivations" / "README.md"
DERIVATIONS = sorted(
    path
    for path in (ROOT / "derivations").iterdir()
    if path.suffix in {".txt", ".md", ".tex"} and path != README
)


def opening(path: Path) -> str:
    """The sentence that a derivation begins with: its first comment, or the first paragraph under
    its title.
    """
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    prose = [line for line in lines if not line.startswith("#")] if path.suffix == ".md" else lines
    return prose[0].lstrip("#%").strip()


def test_there_are_derivations_in_each_form_and_in_both_languages() -> None:
    assert {path.suffix for path in DERIVATIONS} == {".txt", ".md", ".tex"}
    assert sum(not opening(path).isascii() and "。" in opening(path) for path in DERIVATIONS) >= 4


@pytest.mark.parametrize("path", DERIVATIONS, ids=lambda path: path.name)
def test_the_readme_says_what_each_derivation_shows(path: Path) -> None:
    rows = [
        line
        for line in README.read_text(encoding="utf-8").splitlines()
        if f"]({path.name})" in line
    ]
    assert rows == [f"| [{path.name}]({path.name}) | {opening(path)} |"]


@pytest.fixture(scope="module")
def prover() -> Iterator[Prover]:
    """One Lean for all of them, which V8 compiles once; every body starts from the same state all
    the same.
    """
    backend = PortableBackend()
    yield Prover(backend, printed(lambda: backend.axioms), NO_LEDGER, 600, VERSION)
    backend.close()


@pytest.mark.parametrize("path", DERIVATIONS, ids=lambda path: path.name)
def test_every_step_is_verified(path: Path, prover: Prover) -> None:
    report = check(path, stages(), prover, lambda *_: None, refute_seconds=1.0)
    assert [
        (step.line, step.verdict, step.message)
        for step in report.steps
        if step.verdict != "verified"
    ] == []
    assert exit_code([report]) == 0
    assert len(report.steps) >= 6
