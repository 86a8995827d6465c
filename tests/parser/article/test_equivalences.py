"""Equivalences and places that words state."""

from __future__ import annotations

import pytest

import shomei

LET = "Let $k > 0$ and $h(t) = a t - k t^2$. "
TOSE = "$k > 0$ とし、$h(t) = a t - k t^2$ とおく。"
BETWEEN = ["if and only if", "iff", "exactly when", "precisely when", "exactly for", "precisely at"]


def verdicts(text: str) -> list[str]:
    report = shomei.check(f"{text}\n", suffix=".md", fast=True)
    return [step.verdict for step in report.steps]


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize(("value", "holds"), [(r"\frac{a}{2k}", True), ("a", False)])
def test_both_sides_are_one_statement(between: str, value: str, holds: bool) -> None:
    found = verdicts(f"{LET}Then $h'(t) = 0$ {between} $t = {value}$.")
    assert found == ["plausible"] if holds else "plausible" not in found


@pytest.mark.parametrize(
    "said",
    [
        "$h'(t) = 0$ となるのは $t = ·$ のときである。",
        "$h'(t) = 0$ となるのは $t = ·$ のときに限る。",
        "$h'(t) = 0$ を満たすのは $t = ·$ の場合である。",
        "$h'(t) = 0$ であることは $t = ·$ と同値である。",
    ],
)
@pytest.mark.parametrize(("value", "holds"), [(r"\frac{a}{2k}", True), ("a", False)])
def test_words_close_an_equivalence(said: str, value: str, holds: bool) -> None:
    found = verdicts(TOSE + said.replace("·", value))
    assert found == ["plausible"] if holds else "plausible" not in found


def test_one_direction_is_not_enough() -> None:
    claim = "$x^2 = 4$ となるのは $x = 2$ のときである。"
    assert verdicts(claim) == ["refuted"]
    assert verdicts(f"$x > 0$ とする。{claim}") == ["plausible"]
    assert verdicts("We have $x^2 = 4$ exactly when $x = 2$.") == ["refuted"]


@pytest.mark.parametrize(
    "said",
    [
        "Then $h'(t) = 0$ at $t = ·$.",
        "At $t = ·$ we have $h'(t) = 0$.",
        "Now at $t = ·$, $h'(t) = 0$.",
    ],
)
def test_a_place_is_a_condition(said: str) -> None:
    assert verdicts(LET + said.replace("·", r"\frac{a}{2k}")) == ["plausible"]
    assert "plausible" not in verdicts(LET + said.replace("·", "a"))


@pytest.mark.parametrize("mark", ["で", "において"])
def test_a_place_is_a_condition_in_japanese(mark: str) -> None:
    assert verdicts(f"{TOSE}$t = \\frac{{a}}{{2k}}$ {mark} $h'(t) = 0$ となる。") == ["plausible"]
    assert "plausible" not in verdicts(f"{TOSE}$t = a$ {mark} $h'(t) = 0$ となる。")


@pytest.mark.parametrize(
    "said",
    [
        "It is not true that $x^2 = 4$ if and only if $x = 2$.",
        "We do not have $x + x = 2x$ at $x = 2$.",
        "$x + x = 2x$ となるのは $x = 2$ のときではない。",
    ],
)
def test_what_is_no_place_or_is_denied_does_not_count(said: str) -> None:
    assert "plausible" not in verdicts(said)
