"""A function that a task, a heading or `For f(x) = …` presents by its formula."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from shomei.parser.ast import Define


def steps(text: str, path: str = "a.md") -> list[str]:
    return [each.source for each in build(parse(text, path)).obligations if not each.reserved]


@pytest.mark.parametrize(
    "text",
    [
        "Show that the function $f(x) = x^4$ is convex.\n\nWe have $f'(x) = 4x^3$.",
        "Prove that $f(x) = x^4$ has a minimum at $0$.\n\nWe have $f'(x) = 4x^3$.",
        "Where is $f(x) = x^4$ increasing?\n\nWe have $f'(x) = 4x^3$.",
        "Let $f$ be the function $f(x) = x^4$. Then $f'(x) = 4x^3$.",
        "For $f(x) = x^4$ on $[0, 1]$ we may take $m = 2$. We have $f'(x) = 4x^3$.",
        "関数 $f(x)=x^4$ の最小値を求めよ。\n\n$f'(x)=4x^3$ である。",
        "$f(x)=x^4$ では $c=2$ としてよい。$f'(x)=4x^3$ である。",
        "# The curve of $f(x) = x^4$\n\nWe have $f'(x) = 4x^3$.",
        "# Example 1: $f(x) = x^4$ on $[0, 1]$\n\nWe have $f'(x) = 4x^3$.",
        "# 曲線 $f(x)=x^4$ について\n\n$f'(x)=4x^3$ である。",
    ],
)
@pytest.mark.parametrize("before", ["", "Let $f(x) = x^2$. Then $f'(x) = 2x$.\n\n"])
def test_the_function_is_known(text: str, before: str) -> None:
    found = steps(before + text)
    assert [each for each in found if "x^3" in each]
    assert len(found) == 1 + bool(before)


def test_the_title_of_a_latex_section_presents_one() -> None:
    text = "\\section{The curve of $f(x) = x^4$}\n\nWe have $f'(x) = 4x^3$."
    assert len(steps(text, "a.tex")) == 1


def test_each_task_of_a_sheet_has_its_own() -> None:
    tasks = [
        f"**Problem {n}.** Find the extrema of $f(x) = x^{n}$.\n\nWe have $f'(x) = {n} x^{n - 1}$."
        for n in (3, 4, 5)
    ]
    assert len(steps("\n\n".join(tasks))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Show that $f(x) = x^4$. We have $f'(x) = 4x^3$.",
        "Show that $f(x) = x^4$ is the only solution. We have $f'(x) = 4x^3$.",
        "Is $f(x) = x^4$ true? We have $f'(x) = 4x^3$.",
        "It is not the function $f(x) = x^4$. We have $f'(x) = 4x^3$.",
        "# Why $f(x) = x^4$ fails\n\nWe have $f'(x) = 4x^3$.",
        "# Not the function $f(x) = x^4$\n\nWe have $f'(x) = 4x^3$.",
    ],
)
@pytest.mark.parametrize("before", ["", "Let $f(x) = x^2$.\n\n"])
def test_what_is_to_be_shown_or_is_denied_defines_nothing(text: str, before: str) -> None:
    defined = [each for each in parse(before + text, "a.md").items if isinstance(each, Define)]
    held = not steps(before + text)
    assert held or len(defined) == bool(before)


@pytest.mark.parametrize(
    "text",
    [
        "Hence $f(x) = x^4$. Then $f(2) = 16$.",
        "Show that $f(x) = x^4$. Then $f(2) = 16$.",
        "$f(x)=x^4$ が成り立つことを示せ。$f(2)=16$ である。",
        "# Why $f(x) = x^4$ fails\n\nWe have $f(2) = 16$.",
    ],
)
def test_what_is_said_of_a_known_function_is_none_of_another(text: str) -> None:
    items = parse(f"Let $f(x) = x^2$.\n\n{text}", "a.md").items
    assert len([each for each in items if isinstance(each, Define)]) == 1


def test_a_case_ends_with_its_paragraph() -> None:
    text = "For $f(x) = x^4$ we have $f'(x) = 4x^3$. So $f(1) = 1$.\n\nAgain $f(2) = 16$."
    assert len(steps(text)) == 2


def test_another_formula_in_the_same_paragraph_is_no_new_function() -> None:
    text = "Let $f(x) = x^2 - 2x$. Find the minimum of $f(x) = (x-1)^2 + 1$. We have $f(1) = 1$."
    assert not any("(1) = 1" in each for each in steps(text))
