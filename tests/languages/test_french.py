"""A further language is one file: an article in French, and what its words say and do not say."""

from __future__ import annotations

import pytest

from shomei.languages.messages import say, translated
from shomei.languages.recognise import recognise
from shomei.parser import parse
from shomei.parser.ast import Assume, Noted
from shomei.parser.directives import KEYWORDS, find_keyword
from shomei.parser.printer import print_item

ARTICLE = r"""# Quelques inégalités

Soit $x$ un réel strictement positif. Alors

$$ \sqrt{x^2} = x $$

Pour tout réel $t$, on a

$$ (t + 1)^2 = t^2 + 2 t + 1 $$

Supposons que $y > 2$. On obtient donc

$$ y^2 > 4 $$

## Une fonction

On pose $f(u) = u^2 + 1$. Alors

$$ f(u + 1) - f(u) = 2 u + 1 $$

On a donc $f(2) = 5$. Il est faux que $f(0) = 2$.

Montrons que $f(3) = 10$. Si $a \geq 0$, alors $|a| = a$.

Soit $n$ un entier naturel non nul. On a donc $n \geq 1$.
"""


def read(text: str) -> list[str]:
    return [
        f"{item.role}: {item.text}"
        if isinstance(item, Noted)
        else " ".join(line.strip() for line in print_item(item))
        for item in parse(text, "a.md").items
        if isinstance(item, Noted) or print_item(item)
    ]


def test_an_article() -> None:
    assert recognise(ARTICLE) == "fr"
    assert read(ARTICLE) == [
        "assume x > 0",
        r"\sqrt{x^{2}} = x",
        r"let t \in \mathbb{R}",
        "(t + 1)^{2} = t^{2} + 2 t + 1",
        "assume y > 2",
        "y^{2} > 4",
        "define f(u) = u^{2} + 1",
        "f(u + 1) - f(u) = 2 u + 1",
        "f(2) = 5",
        "denied: $f(0) = 2$",
        "goal: $f(3) = 10$",
        r"a \ge 0 \Rightarrow \left| a \right| = a",
        r"let n \in \mathbb{N}_{>0}",
        r"n \ge 1",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "On ne suppose pas que $x > 0$.",
        "On ne peut pas supposer que $x > 0$ ici.",
        "Supposons que $x > 0$ ou que $y > 0$.",
        "Sauf si $x > 0$, rien n'est dit.",
        "Il existe un réel $x$ tel que $x > 0$.",
        "Soit $x$ un réel négatif.",
        "Soit $x$ un réel, sans supposer que $x > 0$.",
        "Même si $x > 0$, on continue.",
    ],
)
def test_what_is_not_assumed(sentence: str) -> None:
    items = parse(f"{ARTICLE}\n## Autre\n\n{sentence}\n\n$$ |x| = x $$\n", "a.md").items
    place = next(i for i, item in enumerate(items) if item.span.line > 30)
    assert "x > 0" not in [
        print_item(item)[0].removeprefix("assume ")
        for item in items[place:]
        if isinstance(item, Assume)
    ]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("un réel positif", r"assume x \ge 0"),
        ("un réel strictement positif", "assume x > 0"),
        ("un nombre réel non nul", r"assume x \neq 0"),
        ("un réel négatif ou nul", None),
        ("un entier relatif", r"let x \in \mathbb{Z}"),
        ("un entier naturel", r"let x \in \mathbb{N}"),
    ],
)
def test_kinds_of_numbers(kind: str, said: str | None) -> None:
    text = f"Dans cet article on étudie les nombres. Soit $x$ {kind}. Alors on a $x = x$.\n"
    assert (said in read(text)) if said else "assume x > 0" not in read(text)


@pytest.mark.parametrize("number", ["1,5", "1{,}5", "0,25", "12{,}345"])
def test_a_decimal_comma_is_said_and_no_list(number: str) -> None:
    text = f"Le nombre est donné dans la suite par la formule. On a donc $x + {number} = 2$.\n"
    [item] = parse(text, "a.md").items
    assert isinstance(item, Noted)
    assert item.why == "a decimal comma is not read"


def test_keywords_begin_lines() -> None:
    for word in ("hypothèse", "soit", "théorème", "preuve", "cqfd", "cas", "fincas"):
        found = find_keyword(f"{word} x = x", 0, 40)
        assert found is not None
        assert word in KEYWORDS[found[0]]


def test_reports_speak_french() -> None:
    assert say("text.all", "fr", steps="2 étapes") == "2 étapes : tout est vérifié"
    assert translated("fails for x = 1: left 1, right 2", "fr").startswith("faux pour x = 1")
