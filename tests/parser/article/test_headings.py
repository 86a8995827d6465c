"""Headings that hold back the claims below them, and those that do not."""

from __future__ import annotations

import pytest

import shomei

#: What changes nothing below it.
NEUTRAL = [
    "Fitting a line without matrices",
    "How long until it doubles?",
    "l'Hôpital, and when not to use it",
    "What if it is negative instead?",
    "What your landlord won't tell you",
    "The triangle that isn't right-angled",
    "Why the ladder never falls",
    "Sanity check: no feature",
    "No calculus, no calculator",
    "When the line must be guessed",
    "教科書に載っていない証明",
    "行列なしで解く",
    "行列を使わずに解く",
    "場合分けで決まる",
    "Guess no. 2: the longest wait",
]
#: What may make another thing of it.
TELLING = [
    "Matrices",
    "What does not hold",
    "False formulas",
    "A rule that is not true",
    "行列",
    "What you should never write",
    "The identity that isn't",
    "When the law does not apply",
    "When two and two are not four",
    "How not to expand a square",
    "What the formula doesn't show",
    "No identities, no calculus",
    "No way",
    "使わない方がよい式",
    "信じてはいけない式",
    "行列の積",
    "成り立たない式",
]


def verdicts(heading: str) -> list[str]:
    return verdicts_of(f"# {heading}\n\n$$ (a + b)^2 = a^2 + 2 a b + b^2 $$\n")


def verdicts_of(text: str) -> list[str]:
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


@pytest.mark.parametrize("heading", NEUTRAL)
def test_it_changes_nothing(heading: str) -> None:
    assert verdicts(heading) == ["plausible"]


@pytest.mark.parametrize("heading", TELLING)
def test_it_holds_back(heading: str) -> None:
    assert verdicts(heading) == []


@pytest.mark.parametrize(
    "opening",
    ["SiLU.", "Soft labels.", "Two zorblaxes.", "Perks", "SiLU 関数。", "温度つき版。"],
)
def test_bold_words_before_a_claim_only_name_it(opening: str) -> None:
    assert verdicts_of(f"**{opening}** We have $2 + 3 = 5$.\n") == ["plausible"]


@pytest.mark.parametrize(
    "opening",
    [
        "Moonshine.", "A lie.", "Wrong.", "Not so.", "Modulo 7.", "Spurious.", "Things to avoid.",
        "Don't believe it.", "Let $+$ be gluing.", "砂上の楼閣。", "成り立たない例。", "これは嘘。",
    ],
)  # fmt: skip
def test_bold_words_that_deny_what_follows(opening: str) -> None:
    assert verdicts_of(f"**{opening}** We have $2 + 3 = 5$.\n") == []


@pytest.mark.parametrize(("head", "counts"), [("ratio | zorb", True), ("ratio | wrong", False)])
def test_the_head_of_a_table_is_read_as_a_heading(head: str, counts: bool) -> None:
    text = f"We tabulate.\n\n| {head} |\n| --- | --- |\n| ten times | $2 + 3 = 5$ |\n"
    assert bool(verdicts_of(text)) == counts


@pytest.mark.parametrize(
    ("quoted", "counts"), [("minus three dB", True), ("wrong by three", False), ("nonsense", False)]
)
def test_a_name_in_quotes_says_nothing_of_what_stands_above(quoted: str, counts: bool) -> None:
    text = f'We have $2 + 3 = 5$. The last line is the well-known "{quoted}".\n'
    assert bool(verdicts_of(text)) == counts
