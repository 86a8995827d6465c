"""Functions of time: formulas that come after what is said of them, or in another section."""

from __future__ import annotations

import pytest

import shomei


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


ABOVE = "# One\n\nLet $k > 0$. The speed is $v > 0$, and $v + k > k$ holds.\n\n# Two\n\n"


def test_a_letter_of_a_section_above_may_become_a_function() -> None:
    text = f"{ABOVE}The speed is\n\n$$ v(t) = 3 t^2. $$\n\nThus $\\dot v = 6 t$ and $v(0) = 0$."
    assert verdicts(text)[-2:] == ["plausible", "plausible"]
    wrong = text.replace("v(0) = 0", "v(1) = 4")
    assert verdicts(wrong)[-1] == "refuted"


def test_what_was_supposed_of_it_is_not_said_of_the_function() -> None:
    text = f"{ABOVE}The speed is\n\n$$ v(t) = 3 t^2. $$\n\nThus $|v(t) - 1| = v(t) - 1$."
    assert "plausible" not in verdicts(text)[1:]


def test_a_letter_of_the_same_section_does_not() -> None:
    text = "Let $v$ and $t$ be real, and $v + t > 2$.\n\n$$ v(t) = 3 t^2. $$\n\nThus $v(0) = 0$."
    assert "plausible" not in verdicts(text)


FIRST = "# One\n\nIt moves as\n\n$$ x(t) = k t^2. $$\n\n# Two\n\n"


def test_a_formula_with_new_letters_in_a_later_section_is_another_function() -> None:
    text = f"{FIRST}Here the mass moves as $x(t) = p t + q$. Thus $x(0) = q$ and $\\dot x = p$."
    assert verdicts(text) == ["plausible", "plausible"]


@pytest.mark.parametrize(
    "words",
    [
        "The mass does not move as $x(t) = p t + q$. Thus $x(0) = q$.",
        "Nobody thinks that it moves as $x(t) = p t + q$. Thus $x(0) = q$.",
        "It moves as $x(t) = p t + q$ unless it rests. Thus $x(0) = q$.",
        "It moves as $x(t) = k t + k$. Thus $x(0) = k$.",
    ],
)
def test_one_that_is_denied_or_has_no_new_letters_is_not(words: str) -> None:
    assert verdicts(FIRST + words) == []


def test_where_names_a_letter_of_the_definition_before_it() -> None:
    text = "It moves as $x(t) = \\cos(w t)$, where $w = \\sqrt{p}$. Thus $\\dot x = -w \\sin(w t)$."
    assert verdicts(text) == ["plausible"]


def test_the_solution_of_an_equation_of_motion() -> None:
    text = (
        "$u$ を速度とする。運動方程式は $\\frac{du}{dt} = g$、$u(0) = 0$ である。解くと\n\n"
        "$$ u(t) = g t $$\n\nを得る。よって $u(2) = 2 g$ である。"
    )
    assert verdicts(text) == ["plausible"]


def test_a_subscript_may_be_infinity() -> None:
    text = (
        "\\newcommand{\\vinf}{v_{\\infty}}\nPut $\\vinf = g T$. We have $2 \\vinf = 2 g T$, and "
        "$v_\\infty + v_{\\infty} = 3 g T$."
    )
    report = shomei.check(text, suffix=".tex", fast=True)
    assert [step.verdict for step in report.steps] == ["plausible", "refuted"]


@pytest.mark.parametrize(
    "text",
    [
        "A principal $P$ is paid in. We have $P(1 + r)^2 = P + 2 P r + P r^2$.",
        "元金 $P$ を預ける。$P(1 + r)^2 = P + 2 P r + P r^2$ である。",
    ],
)
def test_an_amount_before_a_bracket_is_a_factor(text: str) -> None:
    assert verdicts(text) == ["plausible"]
