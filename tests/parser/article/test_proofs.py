"""Proof environments whose theorem is not read, or says more than one thing, stop no file."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.errors import SyntaxProblem
from tests.parser.article.test_understanding import counts

STATED = [
    "$e^s \\ge 1 + s$ for all $s$, with equality only for $s = 0$.",
    "$e^s \\ge 1 + s$, and $e^s = 1 + s$ if $s = 0$.",
    "Let $s > 0$. Then $s = s$, and $s + 1 = 2$ in one case.",
    "Here nothing is claimed.",
    "The value is $s = 4$.",
]


@pytest.mark.parametrize("stated", STATED)
def test_a_proof_after_what_is_no_single_claim(stated: str) -> None:
    text = (
        "\\begin{document}\n\\newtheorem{claim}{Claim}\n"
        f"\\begin{{claim}}\n{stated}\n\\end{{claim}}\n"
        "\\begin{proof}\nWe have $3 (r + s) = 3 r + 3 s$.\n\\end{proof}\n"
        "We have $2 (r + s) = 2 r + 2 s$.\n\\end{document}\n"
    )
    assert "$2 (r + s) = 2 r + 2 s$" in counts(text, "a.tex")


def test_a_proof_in_plain_text_needs_a_theorem() -> None:
    with pytest.raises(SyntaxProblem, match="this proof has no theorem"):
        parse("proof\n1 + 1 = 2\nqed\n", "a.txt")


def test_a_theorem_may_name_what_an_index_tells_apart() -> None:
    text = (
        "\\begin{document}\nLet $a > 0$ and $n > 0$.\n"
        "\\begin{theorem}\nEvery firm makes\n\\[ q_n = \\frac{a}{n} . \\]\n\\end{theorem}\n"
        "\\begin{proof}\nWe have $n q_n = a$.\n\\end{proof}\n\\end{document}\n"
    )
    assert counts(text, "a.tex") == ["$n q_n = a$"]
