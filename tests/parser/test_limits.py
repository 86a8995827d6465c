"""Parsing takes time linear in the text, and a text that is too much is rejected at once."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from shomei.parser import parse
from shomei.parser.errors import SyntaxProblem
from shomei.parser.limits import MAX_TEXT

SUFFIXES = (".txt", ".md", ".tex")


def seconds(action: Callable[[], object], enough: float = 0.0) -> float:
    """The processor time in seconds: the best of three runs, or the first that took no more than is
    `enough`.
    """
    best = float("inf")
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
        if best <= enough:
            break
    return best


def attempt(text: str, path: str) -> None:
    """Parses a text that may be wrong."""
    try:
        parse(text, path)
    except SyntaxProblem as problem:
        assert problem.problems


GROWING: list[tuple[str, Callable[[int], str], str]] = [
    ("statements", lambda n: "x + 1 = 1 + x\n" * n, ".txt"),
    ("links", lambda n: "x\n" + "  = x   by algebra\n" * n, ".txt"),
    ("links in a line", lambda n: "x" + " = x" * n, ".txt"),
    ("displays", lambda n: "Since $x = x$,\n\n$$ x = x $$\n\n" * n, ".md"),
    ("rows", lambda n: "$$\nx\n" + "= x \\\\\n" * n + "$$\n", ".md"),
    ("formulas in sentences", lambda n: "So $x = x$, by (1). \n\n" * n, ".tex"),
    ("unread parts of a sentence", lambda n: "Grumbles;" * (n // 4) + " $x = x$.\n", ".tex"),
    ("formulas in items", lambda n: "- So $x = x$.\n" * n, ".md"),
    ("formulas in one sentence", lambda n: "So " + "$x = x$ and " * (n // 4) + "$x = x$.\n", ".md"),
    ("clauses", lambda n: "If $x > 0$, " * (n // 4) + "then $x = x$.\n", ".md"),
    ("environments", lambda n: "\\begin{align}\nx &= x\n\\end{align}\n" * (n // 2), ".tex"),
    ("names", lambda n: "".join(f"let a_{{{k}}} = {k}\n" for k in range(n)), ".txt"),
    ("brackets side by side", lambda n: "x = " + "(x)" * (n // 8) + "\n", ".txt"),
    (
        "formulas between semicolons",
        lambda n: "Grumbles $x = x$" + "; $x$" * (n // 4) + ".\n",
        ".md",
    ),
]


@pytest.mark.parametrize(
    ("make", "suffix"), [each[1:] for each in GROWING], ids=[each[0] for each in GROWING]
)
def test_time_is_linear(make: Callable[[int], str], suffix: str) -> None:
    small, large = make(100), make(800)
    parse(small, "a" + suffix)
    most = seconds(lambda: parse(small, "a" + suffix)) * 8 * 2.5
    assert seconds(lambda: parse(large, "a" + suffix), enough=most) <= most


HOSTILE = {
    "a sum of 100,000 terms": "x = " + "+".join(["x"] * 100_000),
    "a product of 100,000 factors": "x = " + "x" * 100_000,
    "a tower of fractions": "x = " + "\\frac{1}{" * 100_000,
    "parentheses": "(" * 1_000_000,
    "braces": "{" * 1_000_000,
    "bars": "|" * 1_000_000,
    "minus signs": "x = " + "-" * 100_000 + "x",
    "dollars": "$" * 1_000_000,
    "displays": "$$\n" * 500_000,
    "brackets": "[" * 1_000_000,
    "quotes": ">" * 1_000_000,
    "stars": "*a " * 300_000,
    "backslashes": "\\" * 1_000_000,
    "openings": "\\(" * 500_000,
    "comments": "<!-- " * 200_000,
    "environments": "\\begin{align}" * 50_000,
    "proofs": "theorem a: x = x\nproof\n" * 20_000,
    "cases": "case x > 0\n" * 50_000,
    "reasons": "x = x by " + "(2) with X = 1, " * 5_000,
    "a numeral": "x = " + "9" * 1_000_000,
    "a numeral in an exponent": "x = 10^{" + "9" * 1_000_000 + "}",
    "words": "あ" * 500_000,
    "references": "式(2.4)より \\(x=x\\) なので、" * 20_000,
    "lines": "\n" * 1_500_000,
    "blanks": "x" + " " * 1_000_000 + "y",
    "by": "x = x" + " by" * 100_000,
    "primes": "x" + "'" * 500_000,
    "subscripts": "x" + "_x" * 100_000,
    "statements": "x = x\n" * 49_000,
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_answered_in_seconds(name: str, suffix: str) -> None:
    text = HOSTILE[name]
    assert len(text) <= MAX_TEXT
    start = time.process_time()
    attempt(text, "a" + suffix)
    assert time.process_time() - start < 10


def test_garbage_beyond_the_limit_is_refused_at_once() -> None:
    text = "(" * (10 * 1024 * 1024)
    start = time.process_time()
    with pytest.raises(SyntaxProblem):
        parse(text, "a.txt")
    assert time.process_time() - start < 1
