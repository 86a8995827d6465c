"""Probabilities of which an article says what they are, and not how they come about."""

from __future__ import annotations

import pytest

import shomei

CLAIMED = ["plausible"]


def _verdicts(text: str) -> list[tuple[str, str]]:
    """The roles of the formulas of an article, with the verdicts of those that are claimed."""
    report = shomei.check(f"{text}\n", suffix=".md", fast=True)
    return [(each.role, each.verdict or "") for each in report.formulas]


def _last(text: str) -> tuple[str, str]:
    return _verdicts(text)[-1]


FACTORY = (
    "A lamp is from the old hall ($O$) with probability $P(O) = \\frac{2}{5}$. It is large ($B$) "
    "with $P(B \\mid O) = \\frac{1}{10}$ and $P(B \\mid \\overline{O}) = \\frac{1}{20}$.\n\n"
)
HALLE = (
    "古い棟で作られる事象を $O$、不良となる事象を $B$ とする。"
    "$P(O) = 0.4$、$P_O(B) = 0.1$、$P_{\\overline{O}}(B) = 0.05$ である。\n\n"
)
TRUE = [
    "Hence $P(B) = \\frac{2}{50} + \\frac{3}{100} = \\frac{7}{100}$.",
    "Hence $P(B) = P(B \\mid O) P(O) + P(B \\mid \\overline{O}) P(\\overline{O})$.",
    "Hence $P(O \\mid B) = \\frac{P(B \\mid O) P(O)}{P(B)} = \\frac{4}{7}$.",
    "Hence $P(O \\cap B) = P(O) P(B \\mid O) = \\frac{1}{25}$.",
    "Hence $P(O \\cup B) = P(O) + P(B) - P(O \\cap B) = \\frac{43}{100}$.",
    "Hence $P(\\overline{B}) = 1 - P(B) = \\frac{93}{100}$.",
    "Hence $P(\\overline{O} \\mid \\overline{B}) = \\frac{57}{93}$.",
]
FALSE = [
    "Hence $P(B) = \\frac{2}{50} + \\frac{3}{100} = \\frac{6}{100}$.",
    "Hence $P(B) = P(B \\mid O) + P(B \\mid \\overline{O})$.",
    "Hence $P(O \\mid B) = P(B \\mid O)$.",
    "Hence $P(O \\mid B) = \\frac{P(B \\mid O) P(O)}{P(B)} = \\frac{3}{7}$.",
    "Hence $P(O \\cup B) = P(O) + P(B)$.",
    "Hence $P(\\overline{B}) = \\frac{92}{100}$.",
]


@pytest.mark.parametrize("claim", TRUE)
@pytest.mark.parametrize("given", [FACTORY, HALLE], ids=["en", "ja"])
def test_what_follows_from_given_ones_is_claimed(given: str, claim: str) -> None:
    verdicts = _verdicts(given + claim.replace("Hence ", "よって " if given is HALLE else "Hence "))
    assert [role for role, _ in verdicts if role == "definition"] == ["definition"] * 3
    assert verdicts[-1] == ("claim", "plausible")


@pytest.mark.parametrize("claim", FALSE)
def test_what_is_false_is_not_plausible(claim: str) -> None:
    assert _last(FACTORY + claim)[1] != "plausible"


GIVEN_ONLY = [
    "Let $G$ be the gain. $P(G = 5) = \\frac{1}{6}$ is its probability.",
    "We have the probabilities $P(A) = p$ and $P(B) = 2 p$.",
    "確率は $P(A) = \\frac{1}{3}$ である。",
]


@pytest.mark.parametrize("text", GIVEN_ONLY)
def test_the_first_equation_gives_a_value(text: str) -> None:
    roles = {role for role, _ in _verdicts(text)}
    assert "definition" in roles
    assert "claim" not in roles


def test_a_function_of_what_is_compared() -> None:
    text = (
        "Let $p = \\frac16$ be the probability of a six.\n\n"
        "$$ P(N > k) = \\left(\\frac56\\right)^k $$\n\nThen "
    )
    assert _last(f"{text}$P(N > 2) = \\frac{{25}}{{36}}$.") == ("claim", "plausible")
    assert _last(f"{text}$P(N > 2) = \\frac{{5}}{{36}}$.") == ("claim", "refuted")


def test_a_conclusion_gives_a_function_as_well() -> None:
    text = (
        "最大値を $M$ とする。よって\n\n"
        "$$ P(M = k) = \\frac{2 k - 1}{36} = \\frac{k^2 - (k - 1)^2}{36} $$\n\n"
        "となる。確率は $P(M = 6) = \\frac{11}{36}$ である。"
    )
    assert [each for each in _verdicts(text) if each[1]] == [("claim", "plausible")] * 2


#: The last formula must not be claimed with the value that stands above it.
HOSTILE = [
    "It is not true that the probability is $P(A) = \\frac12$.\n\nThen $P(A) + P(A) = 1$.",
    "Is the probability $P(A) = \\frac12$?\n\nThen $P(\\overline{A}) + P(\\overline{A}) = 1$.",
    "If the probability is $P(A) = \\frac12$, we stop.\n\nHence $P(A) + P(A) = 1$.",
    "We show that the probability is $P(A) = \\frac12$.\n\nHence $P(A) + P(A) = 1$.",
    "The probability is $P(A) = \\frac12$.\n\nIn the other town $P(A) = \\frac13$.\n\n"
    "Hence $P(A) + P(A) = 1$.",
    "The probabilities are $P(A) = \\frac12$, $P(B) = \\frac13$.\n\n"
    "Hence $P(A \\cap B) + 1 = \\frac76$.",
    "With probability one, the matrices have $P(A) = A + A$.\n\nHence $P(A) = 2$.",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_value_where_none_is_given(text: str) -> None:
    assert _last(text) != ("claim", "plausible")


#: No alarm, since more may be known of what the text speaks of.
OPEN = [
    "The probabilities are $P(A) = \\frac12$, $P(B) = \\frac13$.\n\n"
    "If $P(A \\cap B) = \\frac18$, then $P(A \\mid B) = \\frac38$. "
    "If $P(A \\cap B) = \\frac19$, then $P(A \\mid B) = \\frac13$.",
    "The probability is $P(A) = \\frac12$.\n\nThen $P(A) P(B) = \\frac16$.",
    "If the probability is $P(C) = \\frac15$, then $P(\\overline{C}) = \\frac45$. "
    "If it is $P(C) = \\frac25$, then $P(\\overline{C}) = \\frac35$.",
    "In the first game the probability is $P(W) = \\frac12$. In the second one $P(W) = \\frac13$.",
]


@pytest.mark.parametrize("text", OPEN)
def test_no_alarm_where_more_may_be_known(text: str) -> None:
    assert not {verdict for _, verdict in _verdicts(text)} & {"refuted", "undefined"}


BETS = {
    "Each flip shows heads with probability $p$ and tails with probability $q = 1 - p$.": True,
    "It is not true that it shows tails with probability $q = 1 - p$.": False,
    "If it shows tails with probability $q = 1 - p$, we stop.": False,
    "Nobody thinks that it shows tails with probability $q = 1 - p$.": False,
}


@pytest.mark.parametrize("text", BETS)
def test_a_probability_is_named_beside_the_word(text: str) -> None:
    held = _last(f"{text}\n\nThen $p q = p - p^2$.") == ("claim", "plausible")
    assert held == BETS[text]


def test_independent_trials_are_understood() -> None:
    text = "The flips are independent. The probability is $\\frac12 \\cdot \\frac12 = \\frac14$."
    assert _last(text) == ("claim", "plausible")
