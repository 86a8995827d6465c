"""Letters of which an article says nothing: what compares them and holds for positive numbers is no
alarm, and neither is what takes a value for a quantity that has none.
"""

from __future__ import annotations

import pytest

import shomei
from tests.verdicts.test_doubt import alarms

NO_ALARM = [
    # the growth of a rate, which nothing calls positive
    "Twice a year gives\n\n$$ (1 + s)^2 = 1 + 2 s + s^2 > 1 + 2 s $$",
    # a quotient of chances, and the bound of one
    "Its derivative is\n\n$$ \\frac{s (1 - c)}{(s + 1 - c)^2} > 0 $$",
    "That is to say\n\n$$ p < 1 - \\frac{1}{\\sqrt{2}} $$",
    "We put the equation first. $t^2 = 3 t$ is equivalent to $t = 3$ here.",
    "このとき $t^2 = 3 t$ は $t = 3$ と同値である。",
    "$t^2 = 3 t$ の両辺を $t$ で割る。",
    # a power series where it converges
    "Differentiated\n\n$$ \\sum_{k=1}^{\\infty} k x^{k-1} = \\frac{1}{(1-x)^2} $$",
]
ALARM = [
    # it fails for positive numbers, too
    "Twice a year gives\n\n$$ (1 + s)^2 = 1 + 2 s + s^2 > 2 + 2 s $$",
    # the text says which numbers are meant
    "For every real number $s$ we have\n\n$$ (1 + s)^2 = 1 + 2 s + s^2 > 1 + 2 s. $$",
    # no power series has this sum
    "Differentiated\n\n$$ \\sum_{k=1}^{\\infty} k x^{k-1} = \\frac{1}{(1+x)^2} $$",
    "For every real number $x$ we have\n\n$$ \\sum_{k=0}^{\\infty} x^k = \\frac{1}{1-x}. $$",
    # equations have no bounds that one leaves out
    "We have\n\n$$ (s + 1)^2 = s^2 + s + 1. $$",
]


@pytest.mark.parametrize("text", NO_ALARM)
def test_what_may_be_meant_of_other_numbers(text: str) -> None:
    assert not alarms(text)


@pytest.mark.parametrize("text", ALARM)
def test_what_fails_whatever_is_meant(text: str) -> None:
    assert alarms(text)


MEASURED = "Let $k > 0$. After a while it stands at 50, that is\n\n$$ 50 = 20 + 60 e^{-10k} $$\n\n."


def test_an_equation_that_gives_a_letter_its_value_is_no_alarm() -> None:
    report = shomei.check(f"{MEASURED}\n", suffix=".md", fast=True, ledger=False)
    assert not report.steps


@pytest.mark.parametrize(
    "text",
    [
        MEASURED.replace("50 =", "10 ="),  # for no k
        MEASURED.replace("Let $k > 0$", "Let $k$ be a real number"),  # for every k
        MEASURED.replace("50 =", "50 + k ="),  # about k on both sides
    ],
)
def test_another_one_is(text: str) -> None:
    report = shomei.check(f"{text}\n", suffix=".md", fast=True, ledger=False)
    assert [step.verdict for step in report.steps] == ["refuted"]
