"""Random variables that the sentences of an article give a distribution."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Assume, Chain, Document

NAMED = r"values $x_1, \dots, x_n$ with probabilities $p_1, \dots, p_n$"
LAW = r"$$ \mathbb{E}[X + 2] = \mathbb{E}[X] + 2 $$"

SAID = [
    f"Let $X$ be a random variable that takes the {NAMED}. Then\n\n{LAW}",
    f"A random variable $X$ takes the {NAMED}, where $p_i \\ge 0$. Hence\n\n{LAW}",
    f"Suppose that $X$ takes the values $0$ and $1$ with probabilities $1-p$ and $p$.\n\n{LAW}",
    f"Let $X$ take the values $0, 1$ with probabilities $1-p, p$.\n\n{LAW}",
    f"Let $X$ and $Y$ be random variables on a finite probability space. Then\n\n{LAW}",
    "確率変数 $X$ は値 $x_1, \\dots, x_n$ をそれぞれ確率 $p_1, \\dots, p_n$ でとるとする。"
    f"このとき\n\n{LAW}\n\nが成り立つ。",
]


def _read(text: str) -> Document:
    return parse(text, "article.md")


def _counted(document: Document) -> list[Chain]:
    """The chains that no doubt about the text holds back."""
    return [
        item
        for item in document.items
        if isinstance(item, Chain)
        and not any(
            each.begin <= item.span.start < each.end and not each.letters
            for each in document.reserves
        )
    ]


@pytest.mark.parametrize("text", SAID)
def test_a_distribution(text: str) -> None:
    document = _read(text)
    assert any(isinstance(item, Assume) for item in document.items)
    assert len(_counted(document)) == 1


UNSAID = [
    f"Let $X$ be a random variable. Then\n\n{LAW}",
    f"Does $X$ take the {NAMED}?\n\n{LAW}",
    f"If $X$ takes the {NAMED}, then\n\n{LAW}",
    f"Nobody says that $X$ takes the {NAMED}.\n\n{LAW}",
    f"Let $X$ take the {NAMED}.\n\nLet $X$ be a random variable. Then\n\n{LAW}",
    f"Let $X$ take the {NAMED}.\n\nLet $X \\sim N(0, 1)$. Then\n\n{LAW}",
    f"Let $X$ take the {NAMED}.\n\n$$ X = 3 Y + 1 $$\n\nThen we get\n\n{LAW}",
    f"Let $Y$ take the {NAMED}. Then\n\n{LAW}",
    f"Let $X$ take the {NAMED}. Here $E[X]$ is the median. Then\n\n{LAW}",
    f"Let $X$ take the {NAMED}. We write $E$ for the median. Then\n\n{LAW}",
    f"Let $X$ take the {NAMED}. ここで $E$ は中央値を表す。\n\n{LAW}",
    f"Let $X$ take the {NAMED}. For another $X$ we get\n\n{LAW}",
]


@pytest.mark.parametrize("text", UNSAID)
def test_no_distribution(text: str) -> None:
    assert _counted(_read(text)) == []
