"""LaTeX with mistakes in its structure: what is not understood is said, and the rest is read."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, Noted


def read(text: str) -> tuple[list[int], list[int]]:
    """The lines of the chains, and of what is not read."""
    items = parse(text, "a.tex").items
    return (
        [item.span.line for item in items if isinstance(item, Chain)],
        [item.span.line for item in items if isinstance(item, Noted)],
    )


@pytest.mark.parametrize(
    "broken",
    [
        "It costs 5$ a piece.",
        "\\[ 3 + 3 = 7",
        "\\begin{align} 3 + 3 = 7",
        "\\( 3 + 3 = 7",
        "\\end{center}",
        "\\begin{center} \\begin{quote} a \\end{center}",
    ],
)
def test_what_is_never_closed_stops_no_file(broken: str) -> None:
    text = f"\\[ 1 + 1 = 2 \\]\n\n{broken}\n\n\\[ 2 + 2 = 4 \\]\n"
    assert read(text) == ([1, 5], [3])


def test_an_environment_that_is_never_ended() -> None:
    assert read("\\begin{center}\n\\[ 1 + 1 = 2 \\]\n") == ([2], [1])
