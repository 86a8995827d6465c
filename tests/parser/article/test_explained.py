"""Names that the words right after a display explain."""

from __future__ import annotations

import pytest

import shomei

REAL = "Let $a$ be a real number. We have\n\n"
SQUARE = "$$ (a + 1)^2 = s + 2 a + 1, $$\n\n"


def verdicts(text: str) -> list[str]:
    """The verdicts on an article, without Lean."""
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


@pytest.mark.parametrize(
    "text",
    [
        f"{REAL}{SQUARE}where $s = a^2$.",
        f"{REAL}$$ (a + 1)^2 = s + q + 1, $$\n\nwhere $s = a^2$ and $q = 2 a$.",
        f"{REAL}{SQUARE}with $s = a^2$.",
        "次が成り立つ。\n\n$$ (a + 1)^2 = s + 2 a + 1 $$\n\nここで $s = a^2$ とおいた。",
    ],
)
def test_they_are_what_the_words_say(text: str) -> None:
    assert set(verdicts(text)) == {"plausible"}


def test_a_false_claim_of_them_is_refuted() -> None:
    assert verdicts(f"{REAL}{SQUARE}where $s = a^3$.") == ["refuted"]


@pytest.mark.parametrize(
    "text",
    [
        f"{REAL}{SQUARE}where $s$ is not $a^2$.",
        f"{REAL}{SQUARE}With $s = a^2$ this would be an identity.",
        f"{REAL}{SQUARE}where something else is said of $s = a^2$.",
        f"Let $s > 0$ be given. {REAL}{SQUARE}where $s = a^2$.",
    ],
)
def test_nothing_else_explains_them(text: str) -> None:
    assert "plausible" not in verdicts(text)


def test_parameters_are_not_explained() -> None:
    text = "We define\n\n$$ f(t) = 2 t, $$\n\nwhere $t = \\sin u$. We have $f(3) = 6$."
    assert verdicts(text)[-1] == "plausible"
