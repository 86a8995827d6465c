"""Words beside a claim that deny, ask or change something else."""

from __future__ import annotations

import pytest

import shomei
from tests.parser.article.test_understanding import counts


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("$x + 1 > x$ is positive for $x^2 + 1 > 0$ and negative for $-x^2 < 1$.", "-x^2 < 1"),
        ("Functions on $\\mathbb{R}$ may have no zero.\n\n# A\n\n$$ 2 + 2 = 4 $$", "2 + 2 = 4"),
        ("The number satisfies\n\n$$ 2 + 2 = 4, $$\n\na cubic that cannot be solved.", "2 + 2 = 4"),
        ("本節では角の単位はすべて弧度とする。\n\n$$ \\sin^2 x + \\cos^2 x = 1 $$", "\\sin^2 x"),
        ("したがって $2^{10} > 10^3$ で、4桁以上の数である。", "2^{10} > 10^3"),
        ("計算する。\n\n$$ 2 + 2 = 4 $$\n\n差は $3 - 2 = 1$ だけ異なる。", "2 + 2 = 4"),
    ],
)
def test_words_that_speak_of_something_else(text: str, claim: str) -> None:
    assert any(claim in each for each in counts(text))


@pytest.mark.parametrize(
    "text",
    [
        "計算する。\n\n$$ 2 + 2 = 4 $$\n\n行列では成り立たない。",
        "計算する。\n\n$$ 2 + 2 = 4 $$\n\n実数では成り立たず、反例は容易である。",
        "計算する。\n\n$$ 2 + 2 = 4 $$\n\nは誤りである。",
        "本節では角の単位は弧度でなく度とする。\n\n$$ \\sin^2 x + \\cos^2 x = 1 $$",
        "3桁で計算する。\n\n$$ 2 + 2 = 4 $$",
        "The equation\n\n$$ 2 + 2 = 4 $$\n\ncannot be true.",
    ],
)
def test_words_that_speak_of_the_claim(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A machine fails with probability $p$, where $0 < p < 1$.", "assumption"),
        ("The pump fails. We have $x + x = 2x$.", "claim"),
        ("The formula $x + x = 3x$ fails.", "denied"),
    ],
)
def test_what_a_machine_does_denies_nothing(text: str, role: str) -> None:
    report = shomei.check(text + "\n", suffix=".md", fast=True, ledger=False)
    assert max(report.formulas, key=lambda each: each.column).role == role
