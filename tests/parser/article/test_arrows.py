"""Arrows between terms: what tends to a value, or is replaced, equals nothing."""

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, LogicChain, Noted, Therefore


@pytest.mark.parametrize(
    "text",
    [
        r"We have $+0 \to -0$.",
        r"Put $x = \sin\theta$. The substitution $x \to \sin\theta$ is used.",
        r"置換 $x → \sin\theta$ を行う。",
        r"Then $2 + 2 \rightarrow 4$ holds.",
        r"As $n$ grows, $\frac{n}{n} \to 1$.",
        r"We have $x \to x$.",
        r"We have $x \mapsto x$ and $x = x \leadsto x$.",
    ],
)
def test_it_is_no_claim(text: str) -> None:
    items = parse(text, "a.md").items
    assert not any(isinstance(item, Chain | LogicChain | Therefore) for item in items)
    assert any(isinstance(item, Noted) for item in items)


def test_what_follows_from_a_recursion_may_need_it_at_all_indices() -> None:
    text = "Then $$a_{n+1} = 2 a_n \\Rightarrow a_n = 2^n a_0.$$\n"
    [chain] = [each for each in parse(text, "a.md").items if isinstance(each, LogicChain)]
    assert chain.tentative
    text = "Then $$a_n = 2 \\Rightarrow a_n^2 = 5.$$\n"
    [chain] = [each for each in parse(text, "a.md").items if isinstance(each, LogicChain)]
    assert not chain.tentative
