"""Values of derivatives by a cited theorem."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "cited value"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        (
            "assume a > 0\ndefine f(x) = a x^2\ntheorem (1): f'(x) = 2 a x\nproof\n  f'(x) = 2 a "
            "x\nqed\ndefine g(x) = 3 x^2\ng'(x) = 6 x   by (1) with a = 3"
        ),
        "have cited : HasDerivAt (fun x : ℝ => 3 * x ^ (2 : ℕ))",
    ),
]
LEAVES = [
    "define g(x) = 3 x^2\ng'(x) = 6 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
