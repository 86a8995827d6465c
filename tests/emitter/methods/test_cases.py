"""The conclusion of a split, by the results of its cases."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "the cases"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "case x \\ge 0\n  x^2 \\ge 0\nendcase\ncase x < 0\n  x^2 \\ge 0\nendcase",
        "rcases (cases_1 x) with case1 | case2",
    ),
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))
