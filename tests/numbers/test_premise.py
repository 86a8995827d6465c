"""Conditions that an expression needs never empty the statement that it stands in."""

from __future__ import annotations

import pytest

from shomei.numbers import excluded_premise
from shomei.obligations import build
from shomei.parser import parse


def judged(text: str) -> list[str | None]:
    found = (excluded_premise(o, seconds=2.0) for o in build(parse(text, "a.txt")).obligations)
    return [refutation.kind if refutation else None for refutation in found]


@pytest.mark.parametrize(
    "text",
    [
        r"u < 0 \Rightarrow \log (u^2) = 2 \log u",
        r"u = 3 \Rightarrow \frac{1}{u - 3} = 1",
        r"u < -1 \Rightarrow \sqrt{u + 1} = 0",
        r"u = 0 \land \frac{2}{u} = 1 \Rightarrow 2 = 2",
        r"v = 0 \land u > 1 \Rightarrow \frac{u}{v} = u",
        r"u^2 < 1 \Rightarrow \log (u - 2) = 0",
    ],
)
def test_a_premise_that_is_excluded(text: str) -> None:
    assert judged(text) == ["undefined"]


@pytest.mark.parametrize(
    "text",
    [
        r"u > 1 \Rightarrow \log u > 0",
        r"u < 1 \Rightarrow \frac{1}{u} = \frac{1}{u}",
        r"u = 2 \Rightarrow \log u = \log 2",
        r"u = 1 \land u = 2 \Rightarrow 0 = 1",
        r"\log u = \log u",
    ],
)
def test_a_premise_that_is_not(text: str) -> None:
    assert judged(text) == [None]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("For $u > 2$ and $u < 1$ we get", "undefined"),
        ("For $u = 1$ and $u = 2$ we get", None),  # for each of the two
        ("$u > 0$ のときと $u < 0$ のときに", "undefined"),
        ("For $u = 1$ and $v = 2$ we get", None),
        ("For $u > 0$ and $u < 3$ we get", None),
    ],
)
def test_conditions_in_words_that_exclude_each_other(words: str, verdict: str | None) -> None:
    (step,) = build(parse(f"{words}\n\n$$ u + 1 = u v + 3 $$", "a.md")).obligations
    found = excluded_premise(step, seconds=2.0)
    assert (found.kind if found else None) == verdict
