"""How authors number their equations, space them out and end them, and older ways of writing."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, Formula, Noted
from shomei.terms.nodes import Apply, BigOperator, Expression
from shomei.terms.walk import subtrees
from tests.verdicts.test_doubt import verdicts


def read(display: str) -> object:
    """The only item of a display."""
    (item,) = parse(f"We have\n\n$$ {display} $$\n", "a.md").items
    return item


@pytest.mark.parametrize(
    ("display", "tag"),
    [
        (r"x + y = y + x \cdots (1)", "1"),
        (r"x + y = y + x \cdots\cdots (12)", "12"),
        (r"x + y = y + x \quad \dots ②", "2"),
        ("x + y = y + x ……①", "1"),
        ("x + y = y + x \\quad ③", "3"),
        (r"(x + y) (x - y) = x^2 - y^2 \quad \cdots (4)", "4"),
    ],
)
def test_a_number_at_the_end_is_the_equations(display: str, tag: str) -> None:
    item = read(display)
    assert isinstance(item, Formula)
    assert item.label == tag


@pytest.mark.parametrize(
    "display",
    [r"n! = n \cdot \cdots (1)", r"n! = n (n - 1) \cdots (1)", r"x = 2 + \cdots (1)", "x = ①"],
)
def test_a_number_that_may_be_a_factor_is_not(display: str) -> None:
    assert isinstance(read(display), Noted)


@pytest.mark.parametrize(
    "ending",
    [r"\qedhere", r"\quad \blacksquare", r"\square.", r"\mbox{}", r"\text{ }", r"\vspace{2mm}"],
)
def test_what_only_ends_a_display_is_passed_over(ending: str) -> None:
    assert isinstance(read(rf"x + y = y + x {ending}"), Chain)


def parts(expression: str) -> list[type[Expression]]:
    items = parse(f"We have\n\n$$ {expression} = z $$\n", "a.md").items
    (item,) = [each for each in items if isinstance(each, Chain)]
    return [type(part) for part in subtrees(item.first)]


def test_commands_of_packages_mean_what_they_mean_there() -> None:
    assert any(part is Apply for part in parts(r"\abs{x + y}"))
    assert (
        parts(r"\int_0^1 x \dd x") == parts(r"\int_0^1 x \, {\rm d} x") == parts("\\int_0^1 x dx")
    )
    assert parts(r"\frac{\text{d}}{\text{d}x} x^2") == parts(r"\frac{d}{dx} x^2")


def test_the_authors_meaning_of_such_a_command_counts() -> None:
    text = "\\newcommand{\\abs}[1]{(#1)}\n\nWe have\n\n$$ \\abs{x} = |x| $$\n"
    assert (5, "verified") not in verdicts(text)


def test_three_full_stops_are_dots() -> None:
    assert BigOperator in parts("1 + 2 + ... + n")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (r"For all $x \in \mathbb{R}_{>0}$ we have $x > 0$.", True),
        (r"For all $x \in \mathbb{R}_{\geq 0}$ we have $x > 0$.", False),
        (r"For all $x \in \mathbb{R}_{\geqslant 0}$ we have $x \ge 0$.", True),
        (r"For all $x \in \mathbb{R}^{+}$ we have $x > 0$.", False),
        (r"For all $x \in \mathbb{N}_0$ we have $x \ge 0$.", True),
        (r"For all $x \in \mathbb{N}_0$ we have $x > 0$.", False),
        (r"For all $x \in \mathbb{Z}_0$ we have $x \ge 0$.", False),
    ],
)
def test_sets_of_numbers_on_one_side_of_0(text: str, *, holds: bool) -> None:
    assert ((1, "verified") in verdicts(text)) == holds
