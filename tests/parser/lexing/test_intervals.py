"""`x \\in [a, b]`, and what it is in an article."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Assume, Noted, Unsettled
from shomei.parser.printer import print_statement
from tests.verdicts.test_doubt import alarms, verdicts


def assumed(condition: str) -> list[str]:
    """What a condition in words says."""
    document = parse(f"Suppose that ${condition}$.", "a.md")
    return [
        print_statement(statement)
        for item in document.items
        if isinstance(item, Assume)
        for statement in item.conditions
    ]


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        (r"x \in [0, 1]", [r"0 \le x", r"x \le 1"]),
        (r"x \in (0, 1)", ["0 < x", "x < 1"]),
        (r"x \in \left[0, \frac{1}{2}\right)", [r"0 \le x", r"x < \frac{1}{2}"]),
        ("x ∈ ]0, 1[", ["0 < x", "x < 1"]),
        (r"x \in [0; 1]", [r"0 \le x", r"x \le 1"]),
        (r"x \in \lbrack 0, 1\rbrack", [r"0 \le x", r"x \le 1"]),
        (r"x \in [0, \infty)", [r"0 \le x"]),
        (r"x \in (-\infty, 0]", [r"x \le 0"]),
        (r"x \in ]0, +\infty[", ["0 < x"]),
        (r"a, b \in [0, 1)", [r"0 \le a", "a < 1", r"0 \le b", "b < 1"]),
        (r"x \in (0, y), y > 2", ["0 < x", "x < y", "y > 2"]),
        (r"x + y \in [0, f]", [r"0 \le x + y", r"x + y \le f"]),
        (r"x \in [0, (1 + a)(2 - b)]", [r"0 \le x", r"x \le (1 + a) \cdot (2 - b)"]),
    ],
)
def test_intervals_are_conditions_on_their_term(condition: str, says: list[str]) -> None:
    assert assumed(condition) == says


@pytest.mark.parametrize(
    "formula",
    [
        r"x \notin [0, 1]",
        r"x \in [0, 1] \cup [2, 3]",
        r"x \in [0, 1]^2",
        r"x \in [0, 1] \times [2, 3]",
        r"x \in [0, 1] \setminus [2, 3]",
        r"x \in (0, 1, 2)",
        r"x \in [\infty, 0]",
        r"x \in (a)",
        r"x \in \{0, 1\}",
        r"x \in \left\{ 0, 1 \right\}",
        r"x \in \lbrace 0, 1 \rbrace",
        r"x \in \{0, 1)",
    ],
)
def test_other_sets_are_not_read(formula: str) -> None:
    items = parse(f"Suppose that ${formula}$.", "a.md").items
    assert [type(item) for item in items if not isinstance(item, Noted | Unsettled)] == []


def test_pairs_after_ideals_are_no_intervals() -> None:
    text = "An ideal is given. Let $x \\in (2, 3)$. Then $x > 2$."
    assert not any(isinstance(item, Assume) for item in parse(text, "a.md").items)


SOUND = [
    "Let $x > 5$.\n\nLet $x \\in [0, 10]$. Then\n\n$$ x > 5 $$",
    "Let $x > 5$.\n\nLet $x \\in \\mathbb{R}$. Then\n\n$$ x > 5 $$",
    "$x > 5$ とする。\n\n$x \\in [0, 10]$ とする。\n\n$$ x > 5 $$",
    "We do not have $x \\in (0, 1)$. Then\n\n$$ x > 0 $$",
    "Suppose that $x \\in [0, 1]$ or $x \\in [2, 3]$. Then\n\n$$ x \\le 1 $$",
    "If $x \\in (0, 1)$, then $x > 0$. We have\n\n$$ x > 0 $$",
    "Let $x \\in [3, 2]$. Then\n\n$$ x = 7 $$",
    "Let $x \\in [0, 1)$. Then\n\n$$ x \\ge 1 $$",
]


@pytest.mark.parametrize("text", SOUND)
def test_nothing_more_is_assumed(text: str) -> None:
    assert (text.count("\n") + 1, "verified") not in verdicts(text)


READ = [
    "Let $x \\in (0, 1)$. Then we have\n\n$$ x (1 - x) > 0 $$",
    "$x \\in [0, 1]$ とする。このとき\n\n$$ x (1 - x) \\ge 0 $$\n\nである。",
    "For all $x \\in [1, \\infty)$ we have\n\n$$ x^2 \\ge x $$",
]


@pytest.mark.parametrize("text", READ)
def test_claims_rest_on_the_interval(text: str) -> None:
    assert "verified" in {verdict for _, verdict in verdicts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "There is some $z \\in (0, 1)$ with $z > 0$.",
        "By the mean value theorem there exists $c \\in (a, b)$ such that $c > a$.",
        "ある $c \\in (0, 1)$ が存在して $c < 1$ である。",
        "We use some $q \\in (0, 1)$ of our choice.\n\n# B\n\nThe terms add up to $q + q = 3 q$.",
    ],
)
def test_a_letter_of_which_an_interval_is_said_in_passing_raises_no_alarm(text: str) -> None:
    assert alarms(text) == []
