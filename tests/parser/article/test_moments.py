"""Expectations and variances of which an article says what they are, and not where from."""

from __future__ import annotations

import pytest

import shomei


def _verdicts(text: str) -> list[tuple[str, str]]:
    """The roles of the formulas of an article, with the verdicts of those that are claimed."""
    report = shomei.check(f"{text}\n", suffix=".md", fast=True)
    return [(each.role, each.verdict or "") for each in report.formulas]


TABLE = (
    "The probabilities are\n\n"
    "$$ P(X = 0) = \\frac12, \\qquad P(X = 1) = \\frac13, \\qquad P(X = 4) = \\frac16. $$\n\n"
)
MEANS = "The expectations are $E[X] = \\frac12$ and $E[X^2] = 3$.\n\n"
EACH = (
    "The expectation of each is $E[X_i] = \\mu$, its variance $\\operatorname{Var}(X_i) = v$.\n\n"
)
NOISE = (
    "期待値は $E[\\varepsilon_i] = 0$ である。"
    "$\\hat a = c + \\sum_{i=1}^{n} w_i \\varepsilon_i$ とおく。\n\n"
)
TRUE = [
    (
        TABLE,
        "Then $E(X) = 0 \\cdot \\frac12 + 1 \\cdot \\frac13 + 4 \\cdot \\frac16 = 1$.",
    ),
    (TABLE, "The variance is $\\operatorname{Var}(X) = E(X^2) - E(X)^2 = 3 - 1 = 2$."),
    (TABLE, "We have $E(3 X + 1) = 3 E(X) + 1 = 4$."),
    (MEANS, "The variance is $V(X) = E[X^2] - \\{E[X]\\}^2 = 3 - \\frac14 = \\frac{11}{4}$."),
    (MEANS, "We have $\\mathbb{E}[a X + b] = a \\mathbb{E}[X] + b = \\frac a2 + b$."),
    (MEANS, "We have $E[X (X - 1)] = E[X^2] - E[X] = \\frac52$."),
    (MEANS, "We have $\\operatorname{Var}(2 X + 5) = 4 \\operatorname{Var}(X) = 11$."),
    (MEANS, "We have $\\operatorname{Cov}(X, X) = \\frac{11}{4}$."),
    (EACH, "We have $\\sum_{i=1}^{n} E[X_i] = n \\mu$."),
    (EACH, "We have $E[X_i^2] = v + \\mu^2$."),
    (NOISE, "よって $E[\\hat a] = c + \\sum_{i=1}^{n} w_i E[\\varepsilon_i] = c$ である。"),
]
FALSE = [
    (
        TABLE,
        "Then $E(X) = 0 \\cdot \\frac12 + 1 \\cdot \\frac13 + 4 \\cdot \\frac16 = 2$.",
    ),
    (TABLE, "The expectation is $E(X) = \\frac{0 + 1 + 4}{3} = \\frac53$."),
    (TABLE, "The variance is $\\operatorname{Var}(X) = E(X^2) = 3$."),
    (MEANS, "We have $E[X^2] = E[X]^2$."),
    (MEANS, "We have $\\operatorname{Var}(2 X) = 2 \\operatorname{Var}(X)$."),
    (MEANS, "We have $E[a X + b] = a E[X]$."),
    (EACH, "We have $E[X_i^2] = \\mu^2$."),
    (NOISE, "よって $E[\\hat a] = c + 1$ である。"),
]


@pytest.mark.parametrize(("given", "claim"), TRUE)
def test_what_follows_is_claimed(given: str, claim: str) -> None:
    assert _verdicts(given + claim)[-1] == ("claim", "plausible")


@pytest.mark.parametrize(("given", "claim"), FALSE)
def test_what_is_false_is_not_plausible(given: str, claim: str) -> None:
    assert _verdicts(given + claim)[-1][1] != "plausible"


#: The last formula must not be claimed as if it were about numbers.
HOSTILE = [
    "The expectation is said to be $E[X Y] = E[X] E[Y]$.\n\nHence $E[X^2] = E[X]^2$.",
    "The expectation is linear.\n\nHence $E[X Y] = E[X] E[Y]$.",
    "At random times, the energy is $$E(T) = a T^2.$$\n\nHence $E(2 T) = 2 E(T)$.",
    "At random times, the energy grows with $T$, and $E(T) = T^2$.\n\nHence $E(3 T) = 3 E(T)$.",
    "The expectation is linear.\n\nHence $E[\\hat a^2] = E[\\hat a]^2$.",
    "The expectation is linear.\n\nHence $E[x X] = x E[X]$.",
    "The expectation is linear.\n\nHence $E[\\frac{1}{X}] = \\frac{1}{E[X]}$.",
    "The expectation is $E[x] = 2$.\n\nHence $E[x^2] = 4$.",
    "For $i \\neq j$ the expectation is $E[X_i X_j] = c$.\n\n"
    "Hence $\\sum_{i=1}^{n} \\sum_{j=1}^{n} E[X_i X_j] = n^2 c$.",
    "$P(X = 0) = \\frac12$ is its probability, and $P(X = 1) = \\frac14$.\n\n"
    "Hence $E(X) + 1 = \\frac54$.",
    "It is not true that the expectation is $E[X] = 2$.\n\nHence $E[X] + E[X] = 4$.",
    "If the expectation is $E[X] = 2$, we stop.\n\nHence $E[X] + E[X] = 4$.",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_not_said_is_not_plausible(text: str) -> None:
    assert _verdicts(text)[-1] != ("claim", "plausible")


#: What holds for any random variable is beyond, unless the text gives its expectation.
ANY = [
    "Let $X$ be a random variable. By linearity of the expectation $E[2 X + 5] = 2 E[X] + 5$.",
    "$X$ を確率変数とする。期待値の線形性から $E(a X) = a E(X)$ である。",
    "Let $X$ be a random variable. Its variance is $\\operatorname{Var}(X) = E[X^2] - E[X]^2$.",
]


@pytest.mark.parametrize("text", ANY)
def test_any_random_variable_is_beyond(text: str) -> None:
    assert _verdicts(text)[-1] in {("beyond", ""), ("definition", "")}


def test_a_random_variable_with_an_expectation() -> None:
    text = "Let $X$ be a random variable. Its expectation is $E[X] = 3$.\n\nThen $E[2 X + 5] = 11$."
    assert _verdicts(text)[-1] == ("claim", "plausible")


def test_an_estimator_whose_value_is_no_polynomial() -> None:
    text = (
        "Put $\\hat w = \\frac{C}{S + 1}$. Its expectation is $E[\\hat w] = b$, "
        "and $E[\\hat w^2] = b^2 + v$.\n\nHence $\\operatorname{Var}(\\hat w) = b^2 + v - b^2 = v$."
    )
    assert _verdicts(text)[-1] == ("claim", "plausible")


#: Letters that are no operators, or whose brackets hold numbers.
OTHERS = [
    "Let $V(p) = p - p^2$ be the variance. Then $V(\\frac12) = \\frac14$.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_letters(text: str) -> None:
    assert _verdicts(text)[-1] == ("claim", "plausible")


#: No alarm where the text gives another example, or has not said all.
OPEN = [
    "The expectation is $E[X] = 2$.\n\nIn the other game the expectation is $E[X] = 3$.",
    "The variance is $\\operatorname{Var}(X) = 2$. Hence $E[X^2] = 3$.",
    "We have the expectation $E[X] = E[Y] + 1$.",
]


@pytest.mark.parametrize("text", OPEN)
def test_no_alarm(text: str) -> None:
    assert not {verdict for _, verdict in _verdicts(text)} & {"refuted", "undefined"}
