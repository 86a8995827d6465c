"""Elements of sequences by their recursion."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "recursion"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "let a_1 = 1, a_{n+1} = 2 a_n + 1\na_{n+1} + 1 = 2 (a_n + 1)",
        "have element1 : a_ (n + 1) = 2 * a_ n + 1 := h2 n (by omega)",
    ),
    ("let a_1 = 1, a_{n+1} = 2 a_n + n\na_3 = 8", "rw [element1, element2, h1]"),
]
LEAVES = [
    "let a_1 = 1, a_{n+1} = 2 a_n + 1\nx + x = 2 x",
    "let a_1 = 1, a_{n+1} = 2 a_n + 1\na_n + a_n = 2 a_n",
    "let a_n = 2 n + 1\na_{n+1} = a_n + 2",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
