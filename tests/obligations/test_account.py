"""Every formula of an article is accounted for, once."""

from __future__ import annotations

import re

from shomei.obligations import build
from shomei.parser import parse

ARTICLE = r"""
# A small article

Let $a > 0$, and let $n$ be a positive integer. If $b = 2$ then $b^2 = 4$.

$$
\begin{aligned}
(a + 1)^2 &= (a + 1)(a + 1) \\
          &= a^2 + 2a + 1
\end{aligned}
$$

We shall show that $c = c$. It is not true that $1 = 2$. Then $\int x = 3$ and $x =$.

$$ f(x) = x^2 $$

$$ f(2) = 4 $$
"""

#: A row of a display, or a formula between dollars, that holds a relation.
FORMULA = re.compile(r"\$\$(.*?)\$\$|\$([^$]*)\$", re.DOTALL)


def scanned(text: str) -> list[str]:
    found = (row for d, i in FORMULA.findall(text) for row in (d or i).split("\\\\"))
    return [row for row in found if re.search("[=<>]", row)]


def test_each_formula_has_one_role() -> None:
    formulas = build(parse(ARTICLE, "a.md")).formulas
    with_relation = [f for f in formulas if re.search("[=<>]", ARTICLE[f.span.start : f.span.end])]
    assert len(with_relation) == len(scanned(ARTICLE)) == 11
    places = [(f.span.start, f.span.end) for f in formulas]
    assert len(set(places)) == len(places)


def test_the_roles_are_those_that_the_text_gives() -> None:
    roles = [
        (ARTICLE[f.span.start : f.span.end].strip("$ "), f.role)
        for f in build(parse(ARTICLE, "a.md")).formulas
    ]
    assert ("a > 0", "assumption") in roles
    assert ("c = c", "goal") in roles
    assert ("1 = 2", "denied") in roles
    assert ("x =", "unread") in roles
    assert ("f(x) = x^2", "definition") in roles
    assert ("f(2) = 4", "claim") in roles


def test_in_plain_text_each_statement_has_one_role() -> None:
    text = "assume a > 0\ndefine f(x) = x^2\nf(a) = a^2\n  = a a\ntherefore a = a\n"
    formulas = build(parse(text, "a.txt")).formulas
    assert [f.role for f in formulas] == ["assumption", "definition", "claim", "claim"]


def test_a_place_that_several_items_speak_of_is_told_once() -> None:
    text = "Let $x > 0$. Let $x$ be arbitrary. We have $x^2 \\ge 0$.\n"
    plan = build(parse(text, "article.md"))
    places = [(formula.span.start, formula.span.end) for formula in plan.formulas]
    assert len(places) == len(set(places)) == 3
