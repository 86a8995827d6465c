"""Bounds of new letters in sentences that say what is given, and words that only look so."""

from __future__ import annotations

import pytest

import shomei
from tests.parser.article.test_bracketed import rests

GIVEN = [
    "Consider a real number $q > 0$. Then ·.",
    "Consider $q > 0$. Then ·.",
    "Consider positive numbers $q$ and $r$. Then ·.",
    "Take any $q > 0$. Then ·.",
    "Fix some real $q > 0$. Then ·.",
    "Fix a positive number $q$. Then ·.",
    "We start with a number $q > 0$. Then ·.",
    "We are given positive numbers $q$ and $r$. Then ·.",
    "Let $q > 0$ be given. Then ·.",
    "Let $q$ and $r$ be real numbers such that $q > 0$. Then ·.",
    "Throughout, $q > 0$. Then ·.",
    "Throughout, $q$ denotes a positive real number. Then ·.",
    "In what follows $q > 0$ is fixed. Then ·.",
    "In everything that follows, $q > 0$. Then ·.",
    "Here $q > 0$ is a constant. Then ·.",
    "Everywhere below, $q$ and $r$ are positive. Then ·.",
    "It is assumed that $q > 0$. Then ·.",
    "We may assume, without loss of generality, that $q > 0$. Then ·.",
    "For simplicity, assume $q > 0$. Then ·.",
    "Suppose first that $q > 0$. Then ·.",
    "We take $q$ to be positive. Then ·.",
    "You borrow an amount $q > 0$ from a friend. Then ·.",
    "A rectangle has sides $q > 0$ and $r > 0$. Then ·.",
    "A car travels at a speed $q > 0$. Then ·.",
    "The price is $q > 0$ per kilogram. Then ·.",
    "The firm sells $q > 0$ kilograms a day. Then ·.",
    "Given a real number $q > 0$, we have ·.",
    "Given $q > 0$, put $r = q + 1$. Then ·.",
    "For real $q > 0$ we have ·.",
    "For any two positive numbers $q$ and $r$ we have ·.",
    "If both $q$ and $r$ are positive, then ·.",
    "If a firm produces $q > 0$, then ·.",
    "If moreover $q > 0$, then ·.",
    "We have · as long as $q > 0$.",
    "We have · under the condition that $q > 0$.",
    "A trial has a success probability $0 < q < 1$. Then ·.",
    "As long as $q > 0$, we have ·.",
    "Under the assumption that $q > 0$, we have ·.",
    "Every month the bank adds interest at the rate $q > 0$, and you pay an amount $A$. So ·.",
    "Each day the tank loses water at the rate $q > 0$. So ·.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_a_sentence_gives_a_bound(text: str) -> None:
    assert rests(text)


def test_the_first_element_of_a_sequence_is_given() -> None:
    text = (
        "Fix a real number $a > 0$ and a starting value $x_0 > 0$. We have $|x_0 + a| = x_0 + a$."
    )
    assert [s.verdict for s in shomei.check(text, suffix=".md", fast=True).steps] == ["plausible"]


@pytest.mark.parametrize("said", ["Set", "For $K = 2$ set", "For $K = 2$, set", "Now set"])
def test_to_set_is_a_verb_before_a_formula(said: str) -> None:
    text = f"{said} $u = 3$. Then $u + 1 = 4$."
    assert [s.verdict for s in shomei.check(text, suffix=".md", fast=True).steps] == ["plausible"]


def test_a_set_is_a_noun_elsewhere() -> None:
    text = "The set $A = B$ is large. Then $A + B = 2 A$."
    assert not shomei.check(text, suffix=".md", fast=True).steps


@pytest.mark.parametrize(
    ("title", "counts"),
    [("From growth to the number $e$", True), ("On the number $e$ of edges", False)],
)
def test_what_is_called_e(title: str, counts: bool) -> None:
    text = f"# {title}\n\nBoth have a limit, which is called $e$.\n\nWe have $e^{{2 x}} = (e^x)^2$."
    assert bool(shomei.check(text, suffix=".md", fast=True).steps) == counts


NOT_GIVEN = [
    "We have · for $q > 0$ and for $q < 0$.",
    "We have · in case $q > 0$ and in case $q < 0$.",
    "We have · if $q > 0$ or if $q < 0$.",
    "We have $q + 1 > q$ as long as $q > 0$. Now ·.",
    "We have · in no case $q > 0$.",
    "We do not require $q > 0$. Then ·.",
    "Some authors require $q > 0$. Then ·.",
    "Bob assumes $q > 0$. Then ·.",
    "Throughout, $q$ need not be positive. Then ·.",
    "Throughout, $q > 0$ is not assumed. Then ·.",
    "Throughout the next section, $q > 0$. Here ·.",
    "Here $q > 0$ or $q < 0$. Then ·.",
    "Consider the condition $q > 0$. Then ·.",
    "Consider the case of a speed $q > 0$. In general ·.",
    "Don't take $q > 0$. Then ·.",
    "May we take a number $q > 0$? Then ·.",
    "We could take $q > 0$. Then ·.",
    "It is tempting to require $q > 0$. Then ·.",
    "The speed is never $q > 0$. Then ·.",
    "The sum is $q > 0$. Then ·.",
    "We obtain a speed $q > 0$. Then ·.",
    "The mayor wishes that the price is $q > 0$. Then ·.",
    "According to Ann, each unit costs $q > 0$. Then ·.",
    "Every price $q > 0$ attracts buyers. In general ·.",
    "A price $q > 0$ attracts buyers. In general ·.",
    "The price is $q > 0$ except in summer. Then ·.",
    "Instead of a price $q > 0$, we allow any price. Then ·.",
    "Given a real number $q > 0$, we have $q + 1 > 1$. Now ·.",
    "For real $q > 0$ we have $q + 1 > 1$. Now ·.",
    "If a firm produces $q > 0$, it earns money. Now ·.",
    "As long as $q > 0$ we have $q + 1 > 1$. In general ·.",
    "If both $q$ and $r$ are positive, then $q + r > 0$. Now ·.",
    "A rectangle has sides $q > 0$ and $r > 0$. Now let $q$ be any real number. Then ·.",
    "# A\n\nThroughout this section, $q > 0$.\n\n# B\n\nLet $q$ be real. Then ·.",
    "“Consider a number $q > 0$”, he said. Then ·.",
    "The number $q$ is usually assumed to be positive. Then ·.",
    "For every rate $q > 0$ the bank adds interest. So ·.",
    "Every customer pays at the rate $q > 0$. So ·.",
]


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_a_sentence_gives_no_bound(text: str) -> None:
    assert not rests(text)


LASTING = [
    "## The set-up\n\nYou borrow an amount $q > 0$.\n\n## Later\n\nSo ·.",
    "## Notation and conventions\n\nLet $q > 0$.\n\n## Later\n\nSo ·.",
    "## One\n\nLet $q$ be real.\n\n## Two\n\nThroughout, $q > 0$. So ·.",
]


@pytest.mark.parametrize("text", LASTING)
def test_what_a_section_gives(text: str) -> None:
    assert rests(text)


ENDED = [
    "## First example\n\nLet $q > 0$.\n\n## Later\n\nSo ·.",
    "# A problem\n\n## Notation\n\nLet $q > 0$.\n\n# Another problem\n\nSo ·.",
    "## One\n\nLet $q > 0$.\n\n## Notation\n\nHere $r > 0$.\n\nSo ·.",
    "## Setup\n\nLet $q > 0$.\n\n## Later\n\nLet $q$ be any real number. So ·.",
    "## A model for a horse\n\nLet $q > 0$.\n\n## Later\n\nSo ·.",
    "Some firms charge $q > 0$, others $q < 0$. Then ·.",
    "A price $q > 0$ was quoted as “free of charge”. Then ·.",
]


@pytest.mark.parametrize("text", ENDED)
def test_what_a_section_gives_may_end(text: str) -> None:
    assert not rests(text)
