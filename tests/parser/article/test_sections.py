"""Which sections, theorems and sentences end a name or a condition."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse


def steps(text: str) -> tuple[Obligation, ...]:
    return build(parse(text, "a.md")).obligations


NAMED = "# Means\n\nLet $a > 0$ and $b > 0$. Their mean is $m = \\frac{a + b}{2}$.\n\n"


def test_a_name_stays_in_the_subsections() -> None:
    (step,) = steps(NAMED + "## Its double\n\nThen we have\n\n$$ 2 m = a + b $$")
    assert step.renamings


def test_a_name_ends_with_its_section() -> None:
    (step,) = steps(NAMED + "# Another page\n\nThen we have\n\n$$ m + m = 2 m $$")
    assert not step.renamings


@pytest.mark.parametrize(
    "head",
    ["**Theorem 2.**", "*Remark.*", "**Lemma (Jensen).**", "Lemma 3.", "**定理 2.**", "補題 3."],
)
def test_each_theorem_is_for_itself(head: str) -> None:
    text = (
        "**Theorem 1.** Let $x > 0$. Then\n\n$$ |x| = x $$\n\n" + head + " We have\n\n$$ |x| = x $$"
    )
    assert [len(step.context.hypotheses) for step in steps(text)] == [1, 0]


def test_a_proof_is_of_its_theorem() -> None:
    text = (
        "**Theorem 1.** Let $x > 0$. Then\n\n$$ |x| = x $$\n\n**Proof.** We have\n\n$$ |x| = x $$"
    )
    assert [len(step.context.hypotheses) for step in steps(text)] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "When $w > 1$, $w^2 > 1$.",
        "If $w > 1$, $w^2 > 1$.",
        "We have $z + z = 2 z$ for $z > 0$, and $w + 1 = w$ holds.",
    ],
)
def test_a_claim_is_no_condition(text: str) -> None:
    found = build(parse(text, "a.md"))
    assert {each.role for each in found.formulas[-1:]} == {"claim"}
