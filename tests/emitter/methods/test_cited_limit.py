"""Equations between limits, by citation."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "cited limit"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        (
            "define f(x) = x^2\nf'(x) = \\lim_{h \\to 0} \\frac{(x + h)^2 - x^2}{h} \\tag{1}\n"
            "f'(x) = \\lim_{h \\to 0} (2 x + h)   by (1)"
        ),
        "refine Iff.trans ((eq_1 x) value) ?_",
    ),
    (
        (
            "\\lim_{h \\to 0} (h + h) = \\lim_{h \\to 0} (2 h) \\tag{1}\n\\lim_{h \\to 0} (2 h) "
            "= \\lim_{h \\to 0} (h + h)   by (1)"
        ),
        "exact (Iff.symm (eq_1 value))",
    ),
]
LEAVES = [
    (
        "\\lim_{h \\to 0} (h + h) = \\lim_{h \\to 0} (2 h) \\tag{1}\n\\lim_{h \\to 1} (h + h) = "
        "\\lim_{h \\to 1} (2 h)   by (1)"
    ),
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
