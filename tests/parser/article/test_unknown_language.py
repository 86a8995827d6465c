"""An article in a language that has no file: nothing is assumed or defined by its words."""

from __future__ import annotations

from shomei.obligations.build import build
from shomei.parser import parse
from shomei.parser.ast import Assume, Define, Let, Noted

GERMAN = r"""
Sei $x > 0$ eine reelle Zahl, und sei $f(x) = \frac{1}{x}$ die Funktion von oben. Dann gilt also

$$ \log x^2 = 2 \log x $$

In der nächsten Aufgabe ist $f$ eine andere Funktion, und wir wissen nichts von ihr:

$$ f(2) = \frac{1}{2} $$

Der Umfang ist

$$ U = 2 \pi r $$
"""


def test_no_hypothesis_no_definition_no_name() -> None:
    document = parse(GERMAN, "aufgabe.md")
    assert not document.understood
    assert not any(isinstance(item, Define | Let) for item in document.items)
    assert not any(isinstance(item, Assume) for item in document.items)
    assert not build(document).assumptions


def test_nothing_is_certain() -> None:
    plan = build(parse(GERMAN, "aufgabe.md"))
    assert plan.obligations
    assert all(o.tentative for o in plan.obligations)


def test_what_a_definition_would_say_is_not_used() -> None:
    document = parse(GERMAN, "aufgabe.md")
    (value,) = (item for item in document.items if isinstance(item, Noted) and "f(2)" in item.text)
    assert value.role == "beyond"


def test_the_report_says_so() -> None:
    (warning,) = (w for w in parse(GERMAN, "aufgabe.md").warnings if w.code == "language")
    assert "language" in warning.message


def test_the_same_in_english_is_read() -> None:
    text = r"Let $x > 0$ be a real number, and $f(x) = \frac{1}{x}$. Then we have $f(2) = 1/2$."
    document = parse(text, "exercise.md")
    assert document.understood
    assert any(isinstance(item, Define) for item in document.items)
