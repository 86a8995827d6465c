"""Letters that are called quantities, with bounds; and the bounds beside a definition."""

from __future__ import annotations

import pytest

import shomei

#: An article whose last formula holds by the bounds.
BOUNDED = [
    "Here $a, b > 0$ are the edges of a box.\n\nThus $|a| = a$.",
    "$a > 0$ は円の半径である。\n\nよって $|a| = a$ である。",
    "$$ F(x) = a x^2, \\qquad 0 < a < b. $$\n\nThus $|b| = b$.",
    "$$ F(x) = a x^2, \\quad a > 0 $$\n\nThus $|a| = a$.",
    "$0$ 以上の整数 $p$、$q$ に対して $0^{p + q} \\cdot 0 = 0$ である。",
]
#: An article whose last formula is no alarm: there may be more to its letters.
IN_DOUBT = [
    "Here $a, b, c > 0$ are the edges of a box.\n\nIf $a = 1$, we are back at $b^2 = c^2 - 1$.",
    "The numbers $a, b, c > 0$ are the sides of a right triangle.\n\nThus $a^2 = c^2 - b^2$.",
    "Here $a, b, c$ are the sides of a right triangle.\n\nThus $a^2 = c^2 - b^2$.",
    "$a, b, c$ は直角三角形の辺である。\n\nよって $a^2 = c^2 - b^2$ である。",
    "$a, b, c > 0$ は三角形の辺である。\n\nよって $a^2 = c^2 - b^2$ である。",
]
#: An article that bounds nothing.
UNBOUNDED = [
    "Nobody says that $a, b > 0$ are the edges of a box.\n\nThus $|a| = a$.",
    "Here $a, b > 0$ are not the edges of a box.\n\nThus $|a| = a$.",
    "Let $a$ be real.\n\n$$ F(x) = a x^2, \\qquad a > 0. $$\n\nThus $|a| = a$.",
    "$$ F(x) = a x^2, \\qquad b > 0. $$\n\nThus $|b| = b$.",
    "$$ a^2 \\ge 0, \\qquad a > 0. $$\n\nThus $|a| = a$.",
    "The triangle $ABC$ has the area $A > 0$.\n\nThus $|A| = A$.",
]


def read(text: str) -> shomei.Report:
    return shomei.check(text, suffix=".md", fast=True)


@pytest.mark.parametrize("text", BOUNDED)
def test_bounds_are_hypotheses(text: str) -> None:
    assert [step.verdict for step in read(text).steps] == ["plausible"]


@pytest.mark.parametrize("text", IN_DOUBT)
def test_what_may_have_more_to_it_is_no_alarm(text: str) -> None:
    assert all(step.verdict != "refuted" for step in read(text).steps)


@pytest.mark.parametrize("text", UNBOUNDED)
def test_what_bounds_nothing(text: str) -> None:
    assert all(step.verdict != "plausible" or step.line < 3 for step in read(text).steps)


def test_a_name_with_a_letter_as_index_may_stand_for_more() -> None:
    text = (
        "$$ S_p = \\sum_{k=1}^{n} k^p $$\n\nThen\n\n$$ (n + 1)^3 - 1 = 3 S_2 + 3 S_1 + n. $$\n\n"
        "Here $T_1$ and $T_2$ are real, and $$ T_1 = T_2 + 1. $$"
    )
    assert [step.verdict for step in read(text).steps if step.line == 5] in ([], ["skipped"])
