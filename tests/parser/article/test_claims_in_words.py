"""Which formulas of a sentence are claims: none is passed over for the words around it."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.parser.ast import Let


def steps(text: str) -> tuple[Obligation, ...]:
    return build(parse(text, "a.md")).obligations


@pytest.mark.parametrize("joint", [", while", ", and", ", but", ", whereas", "; also"])
def test_a_second_claim(joint: str) -> None:
    made = steps(f"*Example.* $\\log_2 8 = 3${joint} $\\log_3 9 = 3$.")
    assert [each.tentative for each in made] == [False, False]


def test_what_a_word_describes_may_be_no_claim() -> None:
    (step,) = steps("We keep to the convention $0^0 = 2$.")
    assert step.tentative


@pytest.mark.parametrize("no", ["*not*", "**not**", "\\emph{not}", "_not_"])
def test_a_denial_may_be_emphasised(no: str) -> None:
    assert steps(f"It is {no} true that $1 + 1 = 3$. We have $1 + 2 = 3$.")[0].span.start > 40


def test_a_sentence_ends_behind_its_emphasis() -> None:
    (step,) = steps(
        "*Notes of a group of friends.* Here $n$ is always a natural number. Then\n\n"
        "$$ (-1)^n (-1)^n = 1 $$"
    )
    assert [each.domain for each in step.context.variables] == ["N"]


def test_names_side_by_side() -> None:
    text = (
        "Let $a$ and $b$ be positive. Their means are\n\n"
        "$$ G = \\sqrt{a b}, \\qquad A = \\frac{a + b}{2}, \\qquad c = \\frac{1 + \\sqrt 5}{2} $$"
        "\n\n"
        "and so\n\n$$ 2 A + G = a + b + \\sqrt{a b} $$\n\n$$ c^2 = c + 1 $$"
    )
    document = parse(text, "a.md")
    assert sum(isinstance(item, Let) and item.value is not None for item in document.items) == 3
    assert not any(step.tentative for step in build(document).obligations)


@pytest.mark.parametrize(
    "text",
    [
        "Let $x$ be real.\n\nIn this field the first event was the proof of $x > x - 1$. Now"
        "\n\n$$ x + x = 2 x $$",
        "With probability $p$ it rains.\n\n$$ p + p = 2 p $$",
        "In the triangle the angle $\\alpha$ is small.\n\n$$ \\alpha + \\alpha = 2 \\alpha $$",
    ],
)
def test_a_number_is_not_of_another_kind_by_a_word_in_its_sentence(text: str) -> None:
    assert steps(text)


def test_what_holds_in_a_range() -> None:
    first, second = steps("$x > 0$ では $|x| = x$、$x < 0$ では $|x| = -x$ である。")
    assert first.statement == second.statement == ""


def test_for_every_number_of_a_set() -> None:
    (step,) = steps("For every $n \\in \\mathbb{N}$ we have\n\n$$ 2^n \\cdot 2 = 2^{n+1} $$")
    assert [each.domain for each in step.context.variables] == ["N"]


def test_the_base_of_a_logarithm_is_still_the_number_e() -> None:
    (step,) = steps("\\(e\\) を底とする対数について\n\n$$ \\log_e e = 1 $$")
    assert not step.context.variables


def test_a_law_may_have_the_power_1() -> None:
    first, second = steps("We have $a^{1} = a$ and $b^1 b^2 = b^3$.")
    assert not (first.problem or second.problem)


def test_a_factoring_is_no_equation_to_be_solved() -> None:
    (step,) = steps("$x > 2$ とする。分子を因数分解すると\n\n$$ x^2 - 4 = (x - 2) (x + 2) $$")
    assert not (step.tentative or step.conditional)


@pytest.mark.parametrize(
    ("formula", "kinds"),
    [
        (r"\sqrt{2} \approx 1.414", ["Noted"]),
        (r"2 + 2 = 4 \approx 4.1", ["Chain", "Noted"]),
        (r"2 + 2 = 4 ≒ 4.1 = 5", ["Chain", "Noted"]),
        (r"x = x \sim y", ["Noted"]),
        (r"\lim_{x \to 0} x = 0", ["Chain"]),
    ],
)
def test_a_sign_in_a_sentence_that_is_not_exact_claims_nothing(
    formula: str, kinds: list[str]
) -> None:
    items = parse(f"We have ${formula}$.", "a.md").items
    assert [type(item).__name__ for item in items] == kinds
