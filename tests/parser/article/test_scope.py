"""What the denials, questions and quotations beside a claim are about."""

from __future__ import annotations

import pytest

from tests.parser.article.test_understanding import assumes, counts

CLAIM = "3 (a + b) = 3 a + 3 b"

#: Words that deny, ask or quote something else than the claim ·.
ASIDES = [
    "At least one six in four throws: ·.",
    "We have ·, so in code we subtract the mean and never overflow.",
    "If you don't trust the bank, count again: ·.",
    "(If you don't believe it, expand: ·.)",
    "Suppose the inequality holds for some $n$. As ·, we go on.",
    "We have · here. (d) What if there are $c$ firms?",
    "No calculator is needed: ·.",
    "Note that tripling the width does *not* triple the height: ·.",
    "The origin is \\emph{not} the nearest point, since ·.",
    "It does not grow, though, because ·.",
    "Even without calculus, ·.",
    "We do not need a table: ·.",
    "We have ·, not $a = a + 1$.",
    "Many write $a = a + 1$. This is wrong: the law is ·.",
    "The guess $a = a + 1$ is wrong, but in fact ·.",
    "We have · and so there are no further peaks.",
    "Adding a shift changes nothing:\n\n$$ 3 (a + b) = 3 a + 3 b $$",
    "We have · here. Not every start is good.",
    "We have · here. Of all paths, which one has the least length?",
    "We have · here. The length is not $c$, but a good deal more.",
    "The probability that nobody is hurt is at least $c$: ·.",
    "We have ·, which doesn't depend on $c$ at all.",
    "Instead, look at ·.",
    "Instead of expanding, multiply: ·.",
    "And after a second, independent trial?\n\n$$ 3 (a + b) = 3 a + 3 b $$",
    "The best choice makes them opposite: ·.",
    "We have · here. Somebody will say that $a = c$ is always wrong.",
    "· なので、$c = 0$ でも解が一つに定まる。",
    "· であり、実数解は存在しない。",
    "· は $c$ によらない。",
    "一度も起きない確率は $c$ で、· である。",
    "· である。注意。連続でないところに使ってはいけない。",
    "# 条件を忘れない\n\n· である。",
    "· である。これを $c$ の関数とみる。",
    "$c = d$（$d > 1$）のとき正しいとすると、\n\n$$ 3 (a + b) = 3 a + 3 b $$",
    "Of $N$ people, $p N$ are tested. With these two the mean is ·.",
    "(In the language of chance this is an event.) We have ·.",
    "独立な事象では足し算になる：\n\n$$ 3 (a + b) = 3 a + 3 b $$",
    "We have · here. The rarer the illness, the less a positive result means.",
    "# How does it depend on $c$?\n\nWe have ·.",
    "微分を使わなくても、· である。",
    "別の方法でも · となる。",
    "$n$ が何であっても · である。",
    "· であり、$a = a + 1$ ではない。",
    "$a = a + 1$ は誤りで、正しくは · である。",
    "· である。長さは $b$ に比例するわけではない。",
    "· である。毎回計算する必要はない。",
    "いわゆる「積の平均」から · が得られる。",
    "A common shift of the scores does nothing, because for every $c$ we have ·.",
    "Numbers add up as they should: ·.",
    "We recover what we should, and indeed ·.",
    "For weak friction we should recover the fall, and indeed, ·.",
    "If you'd rather not differentiate, complete the square instead: ·.",
    "We multiply out instead of expanding: ·.",
    "Without computing the slope, ·.",
    "Or, without fractions, ·.",
    'This is called the "distributive law": ·.',
    "Don't forget that ·.",
    "One of the most useful steps: ·.",
    "The result is as one would expect: ·.",
    "**No memory.** For the rest, ·.",
    "**Variance, but no calculus.** We have ·.",
    "· である。「確率 − 期待値」。",
    "これは損になることはありません。· である。",
    "展開しなくてよいのがうれしい。· である。",
    "局所解の心配はありません。· である。",
    "· で、間違いありません。",
    "和は · で、半分に届きません。",
    "$c$ を限りなく増やす。· である。",
    "「確率」と「期待値」を復習する。· である。",
    "次の「12分の1公式」が活躍する。· である。",
    "差 $a - b$ を $c - d$ で書く。· である。",
]


@pytest.mark.parametrize("text", ASIDES)
def test_a_denial_of_something_else(text: str) -> None:
    assert any("3 a + 3 b" in each for each in counts(text.replace("·", f"${CLAIM}$")))


#: Words that deny, doubt or quote the claim ·, or may do so.
ABOUT = [
    "At least one of the two is right: ·.",
    "At least one formula is right: ·.",
    "At least one number is meant: ·.",
    "We have ·, and never for negative numbers.",
    "We have ·, so the claim never holds.",
    "We have ·, so this never works.",
    "If you don't trust the formula, it is wrong: ·.",
    "Don't trust the formula: ·.",
    "We have · here. (d) Is that true?",
    "No such rule exists: ·.",
    "Multiplication does not respect the order: ·.",
    "The square is not the sum: ·.",
    "Concatenation does not preserve the length: ·.",
    "It does not follow just because ·.",
    "One must not argue that the limit exists, since ·.",
    "Without this rule, ·.",
    "Nobody would say so: ·.",
    "Not · and $a = a$ hold here, but other rules.",
    "We have ·, not.",
    "It costs nothing to claim that ·.",
    "A popular fallacy: the correct value is ·.",
    "They claim: in fact ·.",
    "We have · here. What is wrong with this?",
    "We have · here. That is not $3 a + 3 b$, but something else.",
    "We have ·. There are no such identities.",
    "The probability that not · is small.",
    "Nobody is sure that ·.",
    "Instead of ·, we write $c = c$.",
    "Instead, most people write ·.",
    "And is it true in general?\n\n$$ 3 (a + b) = 3 a + 3 b $$",
    "The opposite holds: ·.",
    "We have · here. Somebody will say that it is wrong.",
    "Let $a = b$ mean that both are odd. Then ·.",
    "· なので、これは成り立たない。",
    "· なので、この式は $c = 0$ でも誤りである。",
    "· でない確率は $c$ である。",
    "· である。この公式は使ってはいけない。",
    "· と書いてはいけない。",
    "$a = b$ を差が偶数であることとする。· である。",
    "この仮定を使わなくても · である。",
    "· であり、これは誤りである。",
    "いわゆる「恒等式」から · が得られる。",
    "· である。この式を使う必要はない。",
    "積を使わずに · は示せない。",
    "For the events $a$ and $b$ we have ·.",
    "種類の違うものを\n\n$$ 3 (a + b) = 3 a + 3 b $$\n\nとやってはいけない。",
    "For every string $a$ we have ·.",
    "This should be so, and indeed it is not: ·.",
    "**No truth.** We have ·.",
    "**Not so.** We have ·.",
    "**Common mistake.** We have ·.",
    "**What never holds.** We have ·.",
    "People should believe, and indeed do believe, that ·.",
    "Instead of proving it, they announce ·.",
    "Without holding in general, ·.",
    'This is called "nonsense": ·.',
    "One of the most common mistakes: ·.",
    "Virtually everywhere ·.",
    "We nearly have ·.",
    "One would expect that ·.",
    "· となることはありません。",
    "· である心配はありません。",
    "· には届きません。",
    "· に違いありません。",
    "· らしい。",
    "· だそうだ。",
    "ここでは「和」を「積」と読む。· である。",
    "次の「公式」が知られている。\n\n$$ 3 (a + b) = 3 a + 3 b $$",
    "「正解」は · である。",
    "$a + b$ で大きい方を表す。· である。",
    "$a + b$ を合併と書く。· である。",
]


@pytest.mark.parametrize("text", ABOUT)
def test_a_denial_of_the_claim(text: str) -> None:
    assert not any("3 a + 3 b" in each for each in counts(text.replace("·", f"${CLAIM}$")))


@pytest.mark.parametrize(
    "text",
    [
        "Let $a > 0$. No matter what $a$ is, we have $|a| = a$.",
        "Let $a > 0$. It need not be positive: $|a| = a$.",
        "$a > 0$ とする。$a$ が何であっても $|a| = a$ である。",
        "$a > 0$ とする。どんな実数 $a$ に対しても $|a| = a$ である。",
        "No calculator is needed: if $a > 0$ then $|a| = a$.",
    ],
)
def test_nothing_is_assumed_beside_a_denial(text: str) -> None:
    assert not assumes(text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("# Complex numbers\n\n$$ \\frac{a b}{a} = b $$", True),
        ("# Complex numbers\n\n$$ \\sqrt{9} = 3 $$", True),
        ("# Complex numbers\n\n$$ \\frac{a^2 + 1}{a^2 + 1} = 1 $$", False),
        ("# Complex numbers\n\n$$ a^2 \\ge 0 $$", False),
        (
            "# Complex numbers\n\nEverything below is about real numbers only.\n\n"
            "# Squares\n\n$$ a^2 \\ge 0 $$",
            True,
        ),
        (
            "# Complex numbers\n\nNot everything below is about real numbers only.\n\n"
            "## Squares\n\n$$ a^2 \\ge 0 $$",
            False,
        ),
    ],
)
def test_a_heading_of_complex_numbers(text: str, holds: bool) -> None:
    assert bool(counts(text)) is holds
