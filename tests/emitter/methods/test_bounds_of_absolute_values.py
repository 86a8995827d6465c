"""Upper bounds of absolute values."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "bounds of an absolute value"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("|\\sin x + \\cos x| \\le \\sqrt{2}", "Shomei.abs_le_sqrt square"),
    ("assume x^2 + y^2 = 1\n|x| \\le 1", "abs_le.2 ⟨below, above⟩"),
]
LEAVES = [
    "|x| \\ge x",
    "assume x > 0\n|x| \\le \\frac12",
    "x \\le |x|",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
