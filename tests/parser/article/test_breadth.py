"""Everyday words: where they leave a claim alone, and where they could give a meaning."""

from __future__ import annotations

import pytest

import shomei

CLAIM = "$2 \\cdot 3 = 6$"

#: A sentence with everyday words leads to a claim.
TOLD = [
    "Let us put the kettle on and serve the guests.\n\n$$ 2 \\cdot 3 = 6 $$",
    "The baker writes the orders on a napkin. Then $2 \\cdot 3 = 6$.",
    "Let $N$ be the number of envelopes that a clerk opens. We have $2 \\cdot 3 = 6$.",
    "**Toy example.** We have $2 \\cdot 3 = 6$.",
    "We have $2 \\cdot 3 = 6$. The ferry leaves the harbour at noon.",
    "ここで、パン屋の店番が注文を書く。すると $2 \\cdot 3 = 6$ である。",
    "赤玉の個数を数える。$2 \\cdot 3 = 6$ である。",
    "不動産屋の話はここまで。$2 \\cdot 3 = 6$ である。",
    "The rental $r$ and the levy $k$ are known. Then $2 \\cdot 3 = 6$.",
]
#: The same words may say what a sign, a letter or a number means, or ridicule the claim.
MEANT = [
    "Here $+$ glues two loaves together. Then $1 + 1 = 2$.",
    "In this bakery, addition means baking. Then $1 + 1 = 2$.",
    "Let a dot between two numbers mean the bigger basket. Then $2 \\cdot 3 = 6$.",
    "Let it mean the taller tree. Then $2 \\cdot 3 = 6$.",
    "Plus signs are sheep here. Then $1 + 1 = 2$.",
    "Numbers add like colours of paint. Then $1 + 1 = 2$.",
    "From now on numbers are baskets and equality is friendship. Then $1 + 1 = 2$.",
    "Let $x$ be a bicycle. Then $x - x = 0$.",
    "$2 \\cdot 3 = 6$ is a house of cards.",
    "$2 \\cdot 3 = 6$ is a donkey.",
    "$2 \\cdot 3 = 6$ is retired.",
    "$2 \\cdot 3 = 6$ is shady.",
    "$2 \\cdot 3 = 6$ はからくりである。",
    "$2 \\cdot 3 = 6$ は甘い。",
    "We have $2 \\cdot 3 = 6$. Horse feathers.",
    "The tailor denies that $2 \\cdot 3 = 6$.",
    "ここで $+$ は二つのパンを重ねることを表す。すると $1 + 1 = 2$ である。",
    "以下、足し算は靴を並べることとする。すると $1 + 1 = 2$ である。",
    "等号は仲良しを意味する。すると $1 + 1 = 2$ である。",
    "傘を $x$ とする。すると $x - x = 0$ である。",
    "$1 + 1 = 2$ は砂の城である。",
    "次の「公式」は迷子である。\n\n$$ 1 + 1 = 2 $$",
    "$1 + 1 = 2$ には届きません。",
    "$1 + 1 = 2$ となることはありません。",
    "$1 + 1 = 2$ である心配はありません。",
]


def verdicts(text: str) -> list[str]:
    report = shomei.check(f"{text}\n", suffix=".md", fast=True)
    return [step.verdict for step in report.steps]


@pytest.mark.parametrize("text", TOLD)
def test_everyday_words_leave_a_claim_alone(text: str) -> None:
    assert verdicts(text) == ["plausible"]


@pytest.mark.parametrize("text", MEANT)
def test_everyday_words_may_mean_something(text: str) -> None:
    assert "plausible" not in verdicts(text)


#: Sentences that suppose something, in words of everyday life.
SUPPOSED = [
    "Each month the bank multiplies what you owe by a number $r > 0$. We have $|r| = r$.",
    "Each unit costs $r > 0$, and the units sold count. We have $|r| = r$.",
    "Let $r > 0$ be the false-alarm rate of the test. We have $|r| = r$.",
    "The sigmoid squashes the value, with $r > 0$. We have $|r| = r$.",
    "Each zorb costs $r > 0$. We have $|r| = r$.",
    "A zorb of mass $m$ feels a drag $kv$, where $k, m, r > 0$. We have $|r| = r$.",
    "Zorblax on the gizmo: let $r > 0$. We have $|r| = r$.",
]
#: The same beside words that say what is meant, or that are not known.
DOUBTED = [
    "Here an equality denotes friendship, and $r > 0$ is assumed. We have $|r| = r$.",
    "Let $r > 0$ be a false prophet of the value. We have $|r| = r$.",
    "Suppose $r > 0$, which zorbs. We have $|r| = r$.",
    "Let $r > 0$ zorblax. We have $|r| = r$.",
    "A zorb feels $r > 0$ as a drizzlement. We have $|r| = r$.",
    "A zorb never feels a drag, where $r > 0$. We have $|r| = r$.",
]


@pytest.mark.parametrize("text", SUPPOSED)
def test_everyday_words_leave_what_is_supposed_alone(text: str) -> None:
    assert verdicts(text) == ["plausible"]


@pytest.mark.parametrize("text", DOUBTED)
def test_other_words_do_not(text: str) -> None:
    assert "plausible" not in verdicts(text)
