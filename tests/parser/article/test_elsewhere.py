"""Sentences that leave the case above them, or exchange the letters; and notes at the foot."""

from __future__ import annotations

import pytest

import shomei
from tests.parser.article.test_bracketed import rests

LEAVES = [
    "That settles the first case. The second one is $q < 0$. Then ·.",
    "This was the first case. The other one is $q \\le 0$. Here ·.",
    "Swap the two names from here on. Then ·.",
    "What was called $q$ is now called $r$, and the other way round. Then ·.",
    "We exchange the roles. Then ·.",
    "Interchange the labels. In the new labelling ·.",
]


@pytest.mark.parametrize("said", LEAVES)
def test_what_was_assumed_is_over(said: str) -> None:
    assert rests("Let $q > 0$ and $r < 0$. Then ·.")
    assert not rests(f"Let $q > 0$ and $r < 0$. {said}")


def test_the_next_case_is_no_claim() -> None:
    text = (
        "Let $q$ be a real number. First, let $q \\ge 0$. Then $|q| = q$.\n\n"
        "That was the first case. The second one is $q < 0$."
    )
    assert [s.verdict for s in shomei.check(text, suffix=".md", fast=True).steps] == ["plausible"]


@pytest.mark.parametrize(
    ("note", "counts"),
    [
        ("In this example $q$ is negative.", False),
        ("Remember that we took $q < 0$ when we began.", False),
        ("See chapter two of the book.", True),
    ],
)
def test_a_note_may_say_what_letters_are(note: str, counts: bool) -> None:
    text = f"For all numbers we have[^1] $(q + 1)^2 = q^2 + 2 q + 1$.\n\n[^1]: {note}\n"
    report = shomei.check(text, suffix=".md", fast=True)
    assert bool(report.steps) == counts
