"""What `--emit` writes where Lean accepts each first way: a Lean that says nothing stands in."""

from collections.abc import Callable

import pytest

from shomei.api.checker import Checker
from shomei.lean.axioms import printed
from tests.fakes import FakeLean


@pytest.fixture
def emitted(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The namespace for a text. Lean complains of lines that hold `wrong`."""

    def write(text: str, *, suffix: str = ".txt", wrong: str | None = None) -> str:
        lean = FakeLean({} if wrong is None else {wrong: "unsolved goals"})
        monkeypatch.setattr("shomei.api.checker.choose", lambda *_: (lean, printed()))
        with Checker(hand_over=True, ledger=False) as checker:
            return checker.check(text, suffix=suffix).lean

    return write
