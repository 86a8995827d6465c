"""What a task gives is given in its solution: `Suppose … Find …`, `… のとき、値を求めよ`."""

import pytest

import shomei
from shomei.numbers.solving import solved_variables
from shomei.obligations.build import build
from shomei.parser import parse

#: It holds only where q + 1/q is 3.
CLAIM = "$$ q^2 + \\frac{1}{q^2} = \\left(q + \\frac1q\\right)^2 - 2 = 9 - 2 = 7 $$"


def counts(text: str) -> bool:
    """Whether the last formula is verified where Lean proves it."""
    report = shomei.check(text, suffix=".md", fast=True, ledger=False)
    return report.formulas[-1].verdict == "plausible"


@pytest.mark.parametrize(
    "task",
    [
        "$q + \\frac1q = 3$ のとき、次の値を求めよ。",
        "$q + \\frac1q = 3$ を満たす実数 $q$ について、次の値を求めなさい。",
        "$q + \\frac1q = 3$ とする。次の値を求めよ。",
        "$q + \\frac1q = 3$、$q > 1$ のとき、次の式の値を求めよ。\n(1) $q^2 + \\frac{1}{q^2}$",
        "Suppose $q + \\frac1q = 3$. Find the following.",
    ],
)
@pytest.mark.parametrize("between", ["**【解答】**\n\n", "(1) 式を変形して\n\n"])
def test_it_is_given_in_the_solution(task: str, between: str) -> None:
    assert counts(f"# 一\n\n{task}\n\n{between}{CLAIM}")


TASK = "# 一\n\n$q + \\frac1q = 3$ のとき、次の値を求めよ。\n\n"


@pytest.mark.parametrize(
    "text",
    [
        # another part, another task, no task
        TASK + "# 二\n\n{}",
        TASK + "**例2**　式を変形して\n\n{}",
        TASK + "例題 3. 式を変形して\n\n{}",
        TASK + "$q + \\frac1q = 5$ のとき、次の値を求めよ。\n\n{}",
        "# 一\n\n$q + \\frac1q = 3$ のとき、図を描くと楽しい。一方\n\n{}",
        # any number
        TASK + "任意の実数 $q \\ne 0$ に対して\n\n{}",
        TASK + "一般に\n\n{}",
        TASK + "ここで $q$ を任意の実数とする。\n\n{}",
        # another case
        TASK + "$q = 2$ のとき\n\n{}",
        # what is not given
        "# 一\n\n$q + \\frac1q = 3$ ではないとき、次の値を求めよ。\n\n{}",
        "# 一\n\n$q + \\frac1q = 3$ とは限らない $q$ について、次の値を求めよ。\n\n{}",
        "# 一\n\n$q + \\frac1q = 3$ となる $q$ を求めよ。\n\n一般に\n\n{}",
    ],
)
def test_it_is_not_given_elsewhere(text: str) -> None:
    assert not counts(text.replace("{}", CLAIM))


def test_an_equation_with_denominators_has_its_roots() -> None:
    text = "assume x + \\frac{1}{x} = 4\nx^2 + 1 = 4 x\n"
    (step,) = build(parse(text, "a.txt")).obligations
    (values,) = solved_variables(step.context.hypotheses, {"x": "R"}).values()
    assert len(values) == 2


def test_a_false_value_does_not_follow_from_it() -> None:
    text = f"# 一\n\n$q + \\frac1q = 3$ のとき、次の値を求めよ。\n\n変形して\n\n{CLAIM}"
    assert not counts(text.replace("- 2 = 7", "- 2 = 8").replace("9 - 2", "10 - 2"))
