"""A derivative as a limit."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "definition of the derivative"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "define f(x) = x^2\nf'(x) = \\lim_{h \\to 0} \\frac{f(x + h) - f(x)}{h}",
        "exact Shomei.hasDerivAt_iff_limit",
    ),
    (
        "define f(x) = x^2\n\\lim_{h \\to 0} \\frac{f(x + h) - f(x)}{h} = f'(x)",
        "exact (Iff.symm Shomei.hasDerivAt_iff_limit)",
    ),
]
LEAVES = [
    "define f(x) = x^2\nf'(x) = \\lim_{h \\to 1} \\frac{f(x + h) - f(x)}{h}",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
