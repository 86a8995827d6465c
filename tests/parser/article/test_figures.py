"""Figures of speech, quoted terms, made-up names of environments and questions hold nothing back
that they do not speak of.
"""

from __future__ import annotations

import pytest

from tests.parser.article.test_understanding import counts

CLAIM = "3 (a + b) = 3 a + 3 b"

#: Words that speak of no formula.
BESIDE = [
    "# Distributive law cheat sheet\n\nWe have ·.",
    "My aunt has two gardens side by side, so ·.",
    "In terms of the two widths the mess collapses to ·.",
    "We have · here. For which depth does the pump work best?",
    "We have · here. The clerk at the bank laughed when my cousin told him of the offer last year.",
    "We guess four and five, and really: ·.",
    "At least one red ball turns up, so ·.",
    "If $m$ is the smaller one, then $m + M$ is the sum, whose mean is $7$. So ·.",
    "**Is it a density at all?** It is positive, and ·.",
    "We have · here.\n\n**And typically?** Less than that.",
    "::: {.expl}\n\nWe have ·.\n\n:::",
    "この「分配」により · となる。",
    "妹の庭と兄の庭を合わせて、· となる。",
]
#: Words that do.
OF_IT = [
    "# Moonshine\n\nWe have ·.",
    "We have ·, which is moonshine.",
    "We have · here. This is a fairy tale.",
    "We have · here. Moonshine!",
    "The “proof” of · is short.",
    "We have · here. But is the formula right?",
    "We have · here. Really?",
    "We have · here.\n\n**Really?**",
    "We have · here.\n\n**Is it so?** No.",
    "::: {.fakeproof}\n\nWe have ·.\n\n:::",
    "\\begin{nonexample}\nWe have ·.\n\\end{nonexample}",
    "この「証明」により · となる。",
    "· である。これは作り話である。",
]


@pytest.mark.parametrize("words", BESIDE)
def test_what_speaks_of_no_formula(words: str) -> None:
    assert counts(words.replace("·", f"${CLAIM}$"))


@pytest.mark.parametrize("words", OF_IT)
def test_what_speaks_of_the_formula(words: str) -> None:
    assert not counts(words.replace("·", f"${CLAIM}$"))
