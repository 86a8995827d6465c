"""`Let $m \\ge 1$ be an integer.`, `Fix a real number $a > 0$.`: a bound and a kind in one."""

import pytest

import shomei


def verdicts(text: str) -> list[str]:
    """The verdicts of the claims of an article, without Lean."""
    report = shomei.check(f"{text}\n", suffix=".md", fast=True, ledger=False)
    return [step.verdict for step in report.steps]


@pytest.mark.parametrize(
    "opening",
    [
        "Let $x > 0$ be a real number.",
        "Fix a real number $x > 0$.",
        "Let us fix a positive integer $x > 0$.",
        "Take a real number $x > 2$.",
        "Pick any number $x > 3$.",
        "Choose a real number $x > 0$.",
        "Suppose that $x > 0$ is a real number.",
        "Let $x, y > 0$ be real numbers.",
        "We fix real numbers $x, y > 0$.",
    ],
)
def test_the_bound_holds_from_here_on(opening: str) -> None:
    assert verdicts(f"{opening} Then $|x| = x$.\n\nAlso, $x + |x| = 2 x$.") == ["plausible"] * 2


@pytest.mark.parametrize(
    "opening",
    ["Let $m \\ge 1$ be an integer.", "Fix an integer $m \\ge 2$.", "Pick an integer $m > 3$."],
)
def test_the_kind_counts(opening: str) -> None:
    assert verdicts(f"{opening} Then $\\sin (\\pi m) = 0$.") == ["plausible"]


@pytest.mark.parametrize(
    "opening",
    [
        "We cannot fix a real number $x > 0$.",
        "We do not pick a real number $x > 0$.",
        "Unless we fix a real number $x > 0$, nothing works.",
        "Take a real number $x > 0$ or $x < 0$.",
        "Pick any number except a real number $x > 0$.",
        "Did he fix a real number $x > 0$?",
        "Fix a matrix $x > 0$.",
        "Let $x > 0$ be a complex number.",
        "Let $x > 0$ be a real number. Let $x$ be any real number.",
        "He would fix a real number $x > 0$.",
    ],
)
def test_nothing_is_assumed(opening: str) -> None:
    assert "plausible" not in verdicts(f"{opening} Then $|x| = x$.")


@pytest.mark.parametrize(
    "sentence",
    [
        "We have $|x| = x$ for all real numbers $x > 0$.",
        "We have $|x| = x$ for every positive integer $x$.",
        "For all real numbers $x > 0$ we have $|x| = x$.",
        "We have $\\sin (\\pi x) = 0$ for all integers $x \\ge 2$.",
        "For every integer $x \\ge 2$ we have $\\sin (\\pi x) = 0$.",
    ],
)
def test_both_are_conditions_of_the_claim(sentence: str) -> None:
    assert verdicts(sentence) == ["plausible"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We have $|x| = x$ for all real numbers $x > -1$.", ["refuted"]),
        ("We have $|x| = x$ for some real number $x > 0$.", []),
        ("We have $|x| = x$ for all real numbers except $x < 0$.", []),
        ("We do not have $|x| = x$ for all real numbers $x > 0$.", []),
        ("We have $\\sin (\\pi x) = 0$ for all real numbers $x \\ge 2$.", ["refuted"]),
    ],
)
def test_no_others_are(sentence: str, expected: list[str]) -> None:
    assert verdicts(sentence) == expected
