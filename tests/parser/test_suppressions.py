"""Comments that call alarms known: what they reach, in each kind of file."""

import pytest

from shomei.parser import parse

REACHED = [
    ("a.md", "<!-- shomei: off: why -->\n$$1 = 1$$\n<!-- shomei: on -->\n", [("off", "why", 1, 3)]),
    ("a.md", "$1 = 1$ holds. <!-- shomei: ignore -->\n", [("ignore", "", 1, 1)]),
    (
        "a.md",
        "<!-- shomei: ignore-next two\nlines -->\n\n$$\n1 = 1\n$$\n\n$$2 = 2$$",
        [("ignore-next", "two lines", 4, 6)],
    ),
    ("a.md", "```\n<!-- shomei: off -->\n```\n\n$$1 = 1$$\n", []),
    ("a.md", "<!-- shomei: let offset = 2 -->\n\n$$1 = 1$$\n", []),
    (
        "a.tex",
        "\\begin{align}\n1 &= 1 \\\\ % shomei: ignore - known\n&= 1\n\\end{align}\n",
        [("ignore", "known", 2, 2)],
    ),
    (
        "a.tex",
        "% shomei: ignore-next\n\\begin{align}\n1 &= 1\n\\end{align}\n",
        [("ignore-next", "", 2, 4)],
    ),
    ("a.tex", "\\begin{verbatim}\n% shomei: off\n\\end{verbatim}\n\\[1 = 1\\]\n", []),
    ("a.tex", "\\[1 = 1\\] \\% shomei: off\n", []),
    (
        "a.txt",
        "1 = 1  # shomei: ignore known\n% shomei: off\n2 = 2\n",
        [("ignore", "known", 1, 1), ("off", "", 2, 4)],
    ),
    (
        "a.rst",
        "We have\n\n.. shomei: ignore-next\n\n.. math:: 1 = 1\n",
        [("ignore-next", "", 5, 5)],
    ),
]


@pytest.mark.parametrize(("path", "text", "reached"), REACHED)
def test_what_they_reach(path: str, text: str, reached: list[tuple[str, str, int, int]]) -> None:
    document = parse(text, path)
    assert [
        (each.kind, each.reason, each.first_line, each.last_line)
        for each in document.suppressions
        if each.kind != "on"
    ] == reached


@pytest.mark.parametrize(("path", "text", "_reached"), REACHED)
def test_they_change_nothing_that_is_read(path: str, text: str, _reached: object) -> None:
    plain = text
    for word in ("ignore-next", "ignore", "off", "on"):
        plain = plain.replace(f"shomei: {word}", " " * len(f"shomei: {word}"))
    assert parse(text, path).items == parse(plain, path).items
