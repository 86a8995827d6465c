"""The order of the values of increasing and decreasing functions."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "order of values"
_LET = "let f \\colon \\mathbb{R} \\to \\mathbb{R}"
_ASSUMED = "let a, b \\in \\mathbb{R}\nassume a < b\n"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        f"{_LET} strictly increasing\n{_ASSUMED}f(a) < f(b)",
        "exact (h1",
    ),
    (
        f"{_LET} strictly decreasing\n{_ASSUMED}f(b) \\le f(a)",
        "Shomei.antitone_of_strictAnti",
    ),
]
LEAVES = [
    f"{_LET} increasing\n{_ASSUMED}f(a) < f(b)",
    f"{_LET} continuous\n{_ASSUMED}f(a) \\le f(b)",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
