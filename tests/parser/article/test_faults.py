"""Mistakes that are announced, and common words that set another arithmetic or change a letter."""

from __future__ import annotations

import pytest

from tests.parser.article.test_understanding import counts

CLAIM = "$$ 3 a + 2 a = 5 a $$"


@pytest.mark.parametrize(
    "text",
    [
        f"# Common errors\n\n{CLAIM}",
        f"# 間違いやすい式\n\n{CLAIM}",
        f"Match each formula to the reason why it fails:\n\n(a) ${CLAIM[3:-3]}$",
        f"次の三行のどこかに間違いがある。探してみよう。\n\n{CLAIM}",
        f"We have ${CLAIM[3:-3]}$. Where is the mistake?",
        "We set $\\pi = 4$ here.\n\n$$ \\sin \\pi = 0 $$",
        "The loop begins with $a = 0$, and after nine rounds\n\n$$ a + 5 = 5 $$",
        "Put $a = b + c$. In the next section $a$ will be a mass.\n\n# Next\n\n$$ a = b + c $$",
        "We write $a = b$ if they differ by an integer.\n\n$$ 1 \\neq 2 $$",
        'Write $D$ for "differentiate".\n\n$$ D x - x D = 0 $$',
        "$D$ は微分する操作を指す。よって $D x = x D$ である。",
        "After ten comes one.\n\nHence $3 + 11 = 14$.",
        "8 の次は 1 である。\n\n$$ 8 + 7 = 15 $$",
        "Everything is reduced by nine.\n\n$$ 3 \\cdot 5 = 15 $$",
    ],
)
def test_nothing_counts(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize(
    "text",
    [
        f"# Common errors\n\nMany forget the factor. We have\n\n{CLAIM}",
        f"# Common errors\n\n{CLAIM}\n\n# Sums\n\n{CLAIM}",
        f"次の式を計算する。\n\n{CLAIM}",
        "The price is reduced by ten percent. Hence $90 + 10 = 100$.",
        "We know that $\\sin \\pi = 0$.",
    ],
)
def test_something_counts(text: str) -> None:
    assert counts(text)
