"""Events that the sentences of an article introduce, and how long what they say of them holds."""

from __future__ import annotations

import pytest

import shomei
from shomei.obligations.build import build
from shomei.parser import parse
from shomei.parser.ast import Assume, Chain, Document, Noted
from shomei.parser.events import Space
from shomei.terms.nodes import Relation
from shomei.terms.walk import free_variables

PRODUCT = r"$P(A \cap B) = P(A) P(B)$"


def _read(text: str) -> Document:
    return parse(text, "article.md")


def _counted(document: Document) -> list[Chain]:
    """The chains about outcomes that no doubt about the text holds back."""
    return [
        item
        for item in document.items
        if isinstance(item, Chain)
        and all("_" in name for name in free_variables(item.first))
        and not any(
            each.begin <= item.span.start < each.end and not each.letters
            for each in document.reserves
        )
    ]


def _independent(text: str) -> list[bool]:
    """Of each claim, whether it may use that the events are independent."""
    return [
        any(
            isinstance(each.statement, Relation)
            and each.statement.operator == "="
            and "Binary(operator='*'" in repr(each.statement.right)
            for each in obligation.context.hypotheses
        )
        for obligation in build(_read(text)).obligations
    ]


SAID = [
    "Let $A$ and $B$ be events. Then $P(A \\cup B) \\le P(A) + P(B)$.",
    "Let $A, B$ be two events with $P(B) > 0$. Then $P(A \\mid B) \\le 1$.",
    "For any events $A$ and $B$ we have $\\Pr(A \\cup B) \\le \\Pr(A) + \\Pr(B)$.",
    "Let $A$ be the event that it rains. Then $P(A) + P(A^c) = 1$.",
    "事象 $A$, $B$ に対して $P(A \\cup B) \\le P(A) + P(B)$ が成り立つ。",
    "$A$, $B$ を事象とし、$P(B) > 0$ とする。このとき $P(A \\mid B) \\le 1$ である。",
]


@pytest.mark.parametrize("text", SAID)
def test_events(text: str) -> None:
    document = _read(text)
    assert any(isinstance(item, Assume) for item in document.items)
    assert len(_counted(document)) == 1


def test_a_condition_beside_events_is_assumed() -> None:
    text = "Let $A$ and $B$ be events with $P(B) > 0$. Then $P(A \\mid B) \\le 1$."
    said = [
        each for item in _read(text).items if isinstance(item, Assume) for each in item.conditions
    ]
    space = Space(("A", "B"), "p")
    assert any(
        isinstance(each, Relation)
        and each.operator == ">"
        and set(free_variables(each.left)) == set(space.variables(space.event("B")))
        for each in said
    )


HOLDS = [
    f"Let $A$ and $B$ be independent events. Then {PRODUCT}.",
    f"Let $A$ and $B$ be events. Suppose that $A$ and $B$ are independent. Then {PRODUCT}.",
    f"Let $A$ and $B$ be events. If $A$ and $B$ are independent, then {PRODUCT}.",
    f"For independent events $A$ and $B$ we have {PRODUCT}.",
    f"事象 $A$, $B$ が独立であるとする。このとき {PRODUCT} である。",
]


@pytest.mark.parametrize("text", HOLDS)
def test_independent_events(text: str) -> None:
    assert _independent(text) == [True]


ENDED = [
    f"Let $A$ and $B$ be events. If $A$ and $B$ are independent, then {PRODUCT}. Always {PRODUCT}.",
    f"For independent events $A$ and $B$ we have {PRODUCT}. So always {PRODUCT}.",
    f"Let $A$ and $B$ be independent events. Then {PRODUCT}. Let $A$ and $B$ be events. "
    f"Then {PRODUCT}.",
    f"Let $A$ and $B$ be events. If $A$ and $B$ are independent, then\n\n${PRODUCT}$\n\n"
    f"## General\n\n${PRODUCT}$",
]


@pytest.mark.parametrize("text", ENDED)
def test_what_is_said_for_a_while_ends(text: str) -> None:
    found = _independent(text)
    assert found[0]
    assert not any(found[1:])


UNSAID = [
    f"Let $A$ and $B$ be events that are not independent. Then {PRODUCT}.",
    f"Are $A$ and $B$ independent events? Then {PRODUCT}.",
    f"Let $A$ and $B$ be events. When $A$ and $B$ are disjoint or independent, {PRODUCT}.",
    f"Let $A$ and $B$ be independent events. Suppose $A$ and $B$ are not independent. "
    f"Then {PRODUCT}.",
    f"Suppose nobody knows whether $A$ and $B$ are independent events. Then {PRODUCT}.",
    f"事象 $A$, $B$ は独立ではないとする。このとき {PRODUCT} である。",
    f"事象 $A$, $B$ が独立か排反であるとする。このとき {PRODUCT} である。",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_not_said(text: str) -> None:
    assert not any(_independent(text))


def test_another_meaning_of_the_sign_ends_what_is_known() -> None:
    text = f"Let $A$ and $B$ be independent events. Let $P$ be a polynomial. Then {PRODUCT}."
    assert not any(_independent(text))


def test_events_go_on_in_the_next_section() -> None:
    text = f"# One\n\nLet $A$ and $B$ be independent events.\n\n# Next\n\nWe have {PRODUCT}."
    (obligation,) = build(_read(text)).obligations
    assert len(obligation.context.hypotheses) == 5
    assert _independent(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "For events $A$ and $B$ we have $A + A = 2A$.",
        "Let $A$ and $B$ be events.\n\n$$A - A = 0$$",
        "$A$ と $B$ を事象とする。$A + B = B + A$ である。",
    ],
)
def test_an_event_is_no_number(text: str) -> None:
    items = _read(text).items
    assert not any(isinstance(each, Chain) for each in items)
    noted = [(each.role, each.why) for each in items if isinstance(each, Noted)]
    assert noted == [("beyond", "events")]


@pytest.mark.parametrize(
    "said",
    [
        "事象 $A$ の起こる確率を $p$ とし、$q = 1 - p$ とおく。二項定理により $·$ となる。",
        "事象 $A$ の起こる確率を $p$ とする。$q = 1 - p$ とおく。$·$ である。",
        "An event $A$ has probability $p$; put $q = 1 - p$. Then $·$.",
    ],
)
def test_the_probability_of_an_event_is_a_number(said: str) -> None:
    report = shomei.check(said.replace("·", "(p + q)^2 = 1") + "\n", suffix=".md", fast=True)
    assert [step.verdict for step in report.steps] == ["plausible"]


@pytest.mark.parametrize(
    "said",
    [
        "事象 $A$, $B$ を考える。$A + B = B + A$ である。",
        "事象 $A$ の余事象を $B$ とする。$A + B = B + A$ である。",
        "Let $A$ and $B$ be events. Then $A + B = B + A$.",
    ],
)
def test_an_event_is_none(said: str) -> None:
    report = shomei.check(f"{said}\n", suffix=".md", fast=True)
    assert not report.steps
