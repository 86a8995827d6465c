"""What sentences suppose: rounded values, conditions in other words, formulas that are not read."""

from __future__ import annotations

import pytest

import shomei
from shomei.obligations import build
from shomei.parser import parse


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


@pytest.mark.parametrize(
    "text",
    [
        "Put $\\sqrt{3} = 1.732$.",
        "$\\log_{10} 3 = 0.4771$ とする。",
        "$\\log_{10} 3 = 0.4771$、$\\log_{10} 7 = 0.8451$ とすると、",
        "Suppose that $\\ln 2 = 0.693$.",
    ],
)
def test_a_rounded_value_that_is_taken_is_no_alarm_and_assumes_nothing(text: str) -> None:
    assert verdicts(text) == []
    assert {each.role for each in build(parse(text, "a.md")).formulas} == {"mention"}
    more = " We have $1 = 2$." if text.isascii() else " $1 = 2$ である。"
    assert "verified" not in verdicts(text + more)
    assert "plausible" not in verdicts(text + more)


@pytest.mark.parametrize("text", ["We have $\\sqrt{3} = 1.732$.", "$\\sqrt{3} = 1.732$ である。"])
def test_one_that_is_claimed_is_an_alarm(text: str) -> None:
    assert verdicts(text) == ["refuted"]


def test_a_condition_in_other_words_is_no_claim() -> None:
    text = "実数 $p, q$ を考える。等号は $3p = q$、すなわち $q - 3p = 0$ のとき成り立つ。"
    assert "refuted" not in verdicts(text)


def test_what_is_claimed_before_a_condition_is_one() -> None:
    text = "$p, q$ を実数とする。$3p = q$ である。すなわち $q - 3p = 0$ のとき $q = 3p$ である。"
    assert "refuted" in verdicts(text)


@pytest.mark.parametrize(
    "supposed",
    [
        "$k = j \\oint 3$ で $j^2 > 4$ と仮定すると",
        "Suppose that $k = j \\oint 3$ and $j^2 > 4$. Then",
    ],
)
def test_a_condition_that_is_not_read_leaves_its_letters_open(supposed: str) -> None:
    assert "refuted" not in verdicts(f"{supposed}\n\n$$ j^3 > 7. $$\n")


def test_a_formula_that_is_not_read_in_a_claim_does_not() -> None:
    text = "Let $j$ be a real number. We have $j \\oint 3 = 1$. We have $j^3 > 7$."
    assert "refuted" in verdicts(text)


@pytest.mark.parametrize("environment", ["corollary", "theorem"])
def test_a_theorem_with_names_in_a_clause_that_is_not_understood(environment: str) -> None:
    text = (
        f"\\begin{{{environment}}}\nIf $s - t = 1$, the pair $U = s + t$ and $V = 2 s$ "
        f"fits $V - U = 1$.\n\\end{{{environment}}}"
    )
    report = shomei.check(text, suffix=".tex", fast=True)
    assert "refuted" not in [step.verdict for step in report.steps]


def test_a_theorem_may_name_a_new_letter() -> None:
    text = (
        "Let $s > 0$.\n\\begin{theorem}\nThe area is $U = s^2$.\n\\end{theorem}\n"
        "We have $2 U = 3 s^2$."
    )
    report = shomei.check(text, suffix=".tex", fast=True)
    assert [step.verdict for step in report.steps] == ["refuted"]


@pytest.mark.parametrize(
    "said",
    [
        "Suppose that the budget is $3x + 4y = 24$.",
        "Assume the daily ration is $3x + 4y = 24$.",
        "Let the budget be $3x + 4y = 24$.",
    ],
)
def test_what_is_supposed_of_a_thing_by_its_name(said: str) -> None:
    text = f"{said} Then $y = 6 - \\frac34 x$.\n"
    report = shomei.check(text, suffix=".md", fast=True)
    assert [step.verdict for step in report.steps] == ["plausible"]


@pytest.mark.parametrize(
    "said",
    [
        "Do not suppose that the budget is $3x + 4y = 24$.",
        "Let the false budget be $3x + 4y = 24$.",
        "Suppose that the weather is fine.",
    ],
)
def test_what_is_not_supposed_of_it(said: str) -> None:
    text = f"{said} Then $y = 6 - \\frac34 x$.\n"
    report = shomei.check(text, suffix=".md", fast=True)
    assert "plausible" not in {step.verdict for step in report.steps}


@pytest.mark.parametrize("defined", ["S_n = a + b", "S_n = \\sum_{k=1}^n k"])
def test_what_is_supposed_of_a_defined_name_defines_nothing(defined: str) -> None:
    text = f"Let ${defined}$. Suppose that $S_n = n^2 + 1$. Then $S_n = n^2 + 1$.\n"
    report = shomei.check(text, suffix=".md", fast=True)
    assert not report.steps


@pytest.mark.parametrize(
    "said",
    [
        "So it passes on, and we conclude that for all $n \\ge 1$\n\n$$ S_n = n^2 + 1. $$",
        "So it passes on, and we conclude that for all $n \\ge 1$ we have $S_n = n^2 + 1$.",
        "By induction, $S_n = n^2 + 1$ for all $n \\ge 1$.",
    ],
)
def test_what_is_supposed_of_one_number_is_not_said_of_all(said: str) -> None:
    text = f"Let $S_n = 1 + 3 + \\cdots + (2n-1)$.\n\nSuppose that $S_n = n^2 + 1$. {said}\n"
    report = shomei.check(text, suffix=".md", fast=True)
    assert "plausible" not in {step.verdict for step in report.steps}


def test_another_example_of_a_function_is_one() -> None:
    text = "Suppose that $f(x) = e^x$. Then $f'(x) = e^x$. Now suppose that $f(x) = x^2$. "
    report = shomei.check(f"{text}Then $f'(x) = 2x$.\n", suffix=".md", fast=True)
    assert [step.verdict for step in report.steps] == ["plausible"] * 2
