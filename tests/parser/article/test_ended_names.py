"""Names of a section that has ended: what the text says of them there is no alarm."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.parser import parse


@pytest.mark.parametrize(
    ("named", "later"),
    [
        (r"S = \sum_{i=1}^{n} x_i^2", "S = 1^2 + 2^2 = 5"),
        (r"\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i", r"n \bar{x} = \sum_{i=1}^{n} x_i"),
    ],
)
def test_what_a_name_once_stood_for_raises_no_alarm(named: str, later: str) -> None:
    text = f"## One\n\nWe put\n\n$$ {named} $$\n\n## Two\n\n"
    text += f"Let $S > 0$. Then we have\n\n$$ {later} $$\n"
    plan = build(parse(text, "a.md"))
    claims = [each for each in plan.obligations if each.span.line == 11]
    assert claims
    assert all(each.tentative or each.conditional or each.doubts for each in claims)
