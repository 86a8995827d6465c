"""Which sections, theorems and sentences end a name or a condition."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.terms.walk import free_variables


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


SETUP = "## Setup\n\nLet $z$ be a real number, and put $p = \\frac{1}{1 + e^z}$.\n\n## Bound\n\n"


@pytest.mark.parametrize(
    "text",
    [
        NAMED.replace("# ", "## ") + "## Its double\n\nThen we have\n\n$$ 2 m = a + b $$",
        SETUP + "We have\n\n$$ p < 1 $$",
        "## 準備\n\n$p=\\frac{1}{1+e^z}$ とおく。\n\n## 評価\n\n次が成り立つ。\n\n$$ p<1 $$",
        SETUP + "## More\n\nWe have\n\n$$ p < 1 $$",
    ],
)
def test_a_name_stays_in_the_sections_of_its_page(text: str) -> None:
    (step,) = steps(text)
    assert step.renamings


@pytest.mark.parametrize(
    "text",
    [
        SETUP + "Let $p$ be a real number. Then we have\n\n$$ p < 1 $$",
        SETUP + "For every $p$ we have\n\n$$ p < 1 $$",
        SETUP + "Let $p$ be the price of a ticket. Then we have\n\n$$ p < 1 $$",
        SETUP + "For the price $p$ we have\n\n$$ p < 1 $$",
        SETUP + "For $p > 2$ we have\n\n$$ p < 1 $$",
        SETUP + "Suppose that $p > 2$. We have\n\n$$ p < 1 $$",
        SETUP + "We have\n\n$$ p < 1 $$\n\nwhere $p$ is any price.",
        SETUP + "We have\n\n$$ p < 1 $$\n\nfor every real number $p$.",
        SETUP.replace("Setup", "Exercise 1") + "We have\n\n$$ p < 1 $$",
        SETUP.replace("Bound", "Exercise 2") + "We have\n\n$$ p < 1 $$",
        SETUP.replace("and put", "and **Example 1.** put") + "Let $p$ be real.\n\n$$ p < 1 $$",
        "## 準備\n\n$p=\\frac{1}{1+e^z}$ とおく。\n\n## 別の話\n\n価格を $p$ とする。\n\n$$ p<1 $$",
        "## A\n\n**Example 1.** Put $p = \\frac{1}{1 + e^z}$.\n\n## B\n\nWe have\n\n$$ p < 1 $$",
        "## A\n\nPut $q = \\frac{1}{1 + e^z}$ and $p = q^2$.\n\n"
        "## B\n\nLet $q$ be real. We have\n\n$$ p < 1 $$",
    ],
)
def test_a_name_ends_where_its_letter_is_another(text: str) -> None:
    assert not any(step.renamings for step in steps(text))


@pytest.mark.parametrize("anew", ["Now put $p = 1 + e^z$.", "Here\n\n$$ p = 1 + e^z $$\n\nand"])
def test_a_name_of_a_section_above_is_given_anew(anew: str) -> None:
    (step,) = steps(f"{SETUP}{anew} We have\n\n$$ p < 1 $$")
    (given,) = step.renamings
    assert "operator='+'" in str(given.right)
    assert "operator='/'" not in str(given.right)


def test_a_name_of_a_section_above_is_claimed_about() -> None:
    (step,) = steps(f"{SETUP}We have\n\n$$ p = \\frac{{e^{{-z}}}}{{1 + e^{{-z}}}} $$")
    assert step.renamings


def test_a_letter_of_a_section_above_is_given_a_value() -> None:
    text = "Let $x$ and $y$ be positive.\n\n## A\n\nThen $x + y > 0$.\n\n## B\n\nPut $y = -x^2$. We"
    *_, step = steps(f"{text} have\n\n$$ y < 1 $$")
    assert step.renamings
    assert "y" not in {
        name for each in step.context.hypotheses for name in free_variables(each.statement)
    }


@pytest.mark.parametrize("label", ["**Example 2.** ", "*Example.* "])
def test_the_label_of_an_example_is_no_part_of_its_sentence(label: str) -> None:
    (step,) = steps(f"{label}Let $y = x^3$ with $x > 0$. We have\n\n$$ y > 0 $$")
    assert step.renamings
    assert step.context.hypotheses


def test_more_is_said_of_functions_in_the_sentence_that_declares_them() -> None:
    text = "Let $f$ and $g$ be differentiable functions on $\\mathbb{R}$, and let $g$ have no zero."
    (step,) = steps(f"{text} Then\n\n$$ (f g)' = f' g + f g' $$")
    assert {each.name for each in step.context.functions} == {"f", "g"}


@pytest.mark.parametrize(
    ("said", "read"), [("表の確率を $p$ とする。", True), ("対象を $p$ とする。", False)]
)
def test_a_letter_that_was_not_read_is_called_a_number(said: str, read: bool) -> None:
    text = f"分布 $p=(p_1,\\dots,p_n)$ を考える。\n\n{said}\n\n$$ p - p^2 = p (1 - p) $$"
    assert bool(steps(text)) is read
