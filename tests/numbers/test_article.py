"""One wrong sign anywhere in the article's derivation is seen on its own line, with numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from shomei.numbers import Refutation, refute
from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse

_PATH = Path(__file__).parents[2] / "derivations" / "log_derivative.txt"
_LINES = _PATH.read_text(encoding="utf-8").split("\n")
_KNOWN: dict[str, Refutation | None] = {}


def _mathematics(line: str) -> str:
    return "" if line.lstrip().startswith("#") else line.partition("  by ")[0].partition("\\tag")[0]


_SIGNS = [
    (number, place)
    for number, line in enumerate(_LINES)
    for place, sign in enumerate(_mathematics(line))
    if sign in "+-"
]


def _refuted(obligation: Obligation) -> Refutation | None:
    key = repr((obligation.context, obligation.goal, obligation.conditions))
    if key not in _KNOWN:
        _KNOWN[key] = refute(obligation, seconds=5)
    return _KNOWN[key]


def test_there_are_signs_to_turn() -> None:
    assert len(_SIGNS) >= 30


@pytest.mark.parametrize(("number", "place"), _SIGNS)
def test_a_turned_sign_is_refuted_on_its_line(number: int, place: int) -> None:
    line = _LINES[number]
    turned = line[:place] + {"+": "-", "-": "+"}[line[place]] + line[place + 1 :]
    plan = build(parse("\n".join([*_LINES[:number], turned, *_LINES[number + 1 :]]), str(_PATH)))
    # an `assume` or a `let` claims nothing itself: what is built on it fails
    last = len(_LINES) if line.split()[0] in {"assume", "let"} else number + 1
    here = [o for o in plan.obligations if o.span.line <= last and number + 1 <= o.span.end_line]
    found = [refutation for o in here if (refutation := _refuted(o)) is not None]
    assert found
    assert all(refutation.values for refutation in found)
