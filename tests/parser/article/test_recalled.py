"""Sentences that take up again what was assumed in a section above."""

from __future__ import annotations

import pytest

import shomei

ASSUMED = "# One\n\nLet $u, v > 0$ with $u + v = 4$. Then $u < 4$.\n\n# Two\n\n"
ASSUMED_JA = "# 一\n\n正の数 $u, v$ は $u + v = 4$ を満たすとする。\n\n# 二\n\n"
HOLDS = "$$ u^2 + v^2 = 16 - 2 u v $$\n"
FAILS = "$$ u^2 + v^2 = 18 - 2 u v $$\n"

RECALLED = [
    f"{ASSUMED}Under the same constraint we have\n\n",
    f"{ASSUMED}Same assumptions. We have\n\n",
    f"{ASSUMED}The condition is the same as above. We have\n\n",
    f"{ASSUMED_JA}同じ条件で\n\n",
    f"{ASSUMED_JA}仮定は前と同じとする。このとき\n\n",
]
NOT_RECALLED = [
    f"{ASSUMED}Let $u$ and $v$ be real numbers. We have\n\n",
    f"{ASSUMED}Let $u$ and $v$ be real numbers. We have the same sum:\n\n",
    f"{ASSUMED_JA}$u, v$ を実数とする。このとき\n\n",
]


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


@pytest.mark.parametrize("words", RECALLED)
def test_what_holds_under_it_is_no_alarm_and_not_verified(words: str) -> None:
    assert not {"refuted", "undefined"} & set(verdicts(words + HOLDS))
    assert verdicts(words + HOLDS) == verdicts(words)


@pytest.mark.parametrize("words", NOT_RECALLED)
def test_where_nothing_is_recalled_it_is_one(words: str) -> None:
    assert "refuted" in verdicts(words + HOLDS)


@pytest.mark.parametrize("words", RECALLED[:1])
def test_what_fails_under_it_is_one(words: str) -> None:
    assert "refuted" in verdicts(words + FAILS)
