"""reStructuredText: the places of its formulas, its parts, and what is left alone."""

from __future__ import annotations

import pytest
from docutils.parsers.rst import directives

from shomei.parser import parse
from shomei.parser.ast import Noted
from shomei.parser.printer import print_item


def read(text: str) -> list[tuple[int, int, str]]:
    """The line, column and text of each item, `-` before what is left alone."""
    return [
        (
            item.span.line,
            item.span.column,
            f"- {item.why}"
            if isinstance(item, Noted)
            else " ".join(line.strip() for line in print_item(item)),
        )
        for item in parse(text, "a.rst").items
        if print_item(item) or isinstance(item, Noted)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(".. math:: 1 + 1 = 2\n", [(1, 11, "1 + 1 = 2")], id="behind"),
        pytest.param(".. math::\n\n   1 + 1 = 2\n", [(3, 4, "1 + 1 = 2")], id="below"),
        pytest.param(
            "We have\n\n.. math::\n   :class: wide\n   :nowrap:\n\n   1 + 1\n   = 2\n",
            [(7, 4, "1 + 1 = 2")],
            id="options",
        ),
        pytest.param(
            ".. math::\n\n   1 + 1 &= 2 \\\\\n         &= 2 + 0\n\n   3 = 3\n",
            [(3, 4, "1 + 1 = 2 = 2 + 0"), (6, 4, "3 = 3")],
            id="several",
        ),
        pytest.param(
            "- An item\n\n  .. math:: 1 + 1 = 2\n\n  1. in it\n\n     .. math:: 3 = 3\n",
            [(3, 13, "1 + 1 = 2"), (7, 16, "3 = 3")],
            id="lists",
        ),
        pytest.param("We have :math:`1 + 1\n= 2`.\n", [(1, 9, "1 + 1 = 2")], id="role"),
        pytest.param("We have `1 + 1 = 2`:math:.\n", [(1, 9, "1 + 1 = 2")], id="role-after"),
        pytest.param(
            ".. default-role:: math\n\nWe have `1 + 1 = 2`, not ``1 = 3``, `a link <b>`_.\n",
            [(3, 9, "1 + 1 = 2")],
            id="default-role",
        ),
        pytest.param(
            "+-----------------+---+\n| :math:`1 = 1`   | a |\n+-----------------+---+\n"
            "| b               | c |\n+-----------------+---+\n\n"
            ".. [#f] A footnote, where we have :math:`2 = 2`.\n\nTerm\n  We have :math:`3 = 3`.\n",
            [(2, 3, "1 = 1"), (7, 35, "2 = 2"), (10, 11, "3 = 3")],
            id="table-footnote-definition",
        ),
        pytest.param(
            ".. shomei: assume x > 0\n\n.. math:: \\sqrt{x^2} = x\n",
            [(1, 12, "assume x > 0"), (3, 11, r"\sqrt{x^{2}} = x")],
            id="directive",
        ),
    ],
)
def test_places(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert read(text) == expected


def test_labels_are_cited() -> None:
    text = (
        "We have\n\n.. math::\n   :label: square\n\n   (x + 1)^2 = x^2 + 2 x + 1\n\n"
        "By :eq:`square` we get\n\n.. math:: (x + 1)^2 - 1 = x^2 + 2 x\n"
    )
    assert [said for _, _, said in read(text)] == [
        r"formula (square): (x + 1)^{2} = x^{2} + 2 x + 1",
        r"(x + 1)^{2} - 1 = x^{2} + 2 x   by (square)",
    ]


def test_a_theorem_and_its_proof() -> None:
    text = (
        ".. prf:theorem:: Squares\n   :label: squares\n\n   For :math:`x > 1` we have\n\n"
        "   .. math:: x^2 > 1\n\n.. prf:proof::\n\n   We have :math:`x^2 > x`.\n"
    )
    assert [said for _, _, said in read(text)] == [
        r"theorem (squares): x > 1 \Rightarrow x^{2} > 1 proof x^{2} > x qed"
    ]


@pytest.mark.parametrize(
    "code",
    [
        "::\n\n   .. math:: 1 = 2\n",
        ".. code-block:: rst\n\n   .. math:: 1 = 2\n",
        ".. math is here, $1 = 2$\n",
        "``:math:`1 = 2```\n",
        ">>> '''\n.. math:: 1 = 2'''\n",
        ".. image:: a.png\n   :alt: :math:`1 = 2`\n",
        ".. include:: /etc/hostname\n",
        ".. csv-table:: A\n   :file: /etc/hostname\n",
    ],
)
def test_code_is_left_alone_and_nothing_is_included(code: str) -> None:
    assert read(f".. math:: 3 = 3\n\n{code}") == [(1, 11, "3 = 3")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (".. raw:: latex\n\n   \\begin{align} 1 = 2 \\end{align}\n", "a raw block is not read"),
        (".. topic:: A :math:`1 = 2`\n\n   a\n", "a formula in a directive's title is not read"),
        ("\n\n".join(" " * n + "* a" for n in range(0, 2000, 2)), "the text is nested too deep"),
    ],
)
def test_what_is_not_read_is_said(text: str, why: str) -> None:
    assert (read(f"{text}\n\n.. math:: 3 = 3\n")[0][2]) == f"- {why}"


def test_what_docutils_knows_stays_as_it_is() -> None:
    before = directives._directives
    read(".. image:: a.png\n\n.. math:: 3 = 3\n")
    assert directives._directives is before
