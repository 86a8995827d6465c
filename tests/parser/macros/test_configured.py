"""Commands of a page's front matter and scripts."""

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, Noted
from shomei.parser.printer import print_item


def first(text: str) -> str:
    """The first claim of an article, printed."""
    item = next(item for item in parse(text, "a.md").items if isinstance(item, Chain))
    return " ".join(" ".join(print_item(item)).split())


YAML = "---\ntitle: A\n{}\n---\nWe have ${}$.\n"


@pytest.mark.parametrize(
    ("settings", "used"),
    [
        ("mathjax:\n  macros:\n    plus: '+'", r"2 \plus 2 = 4"),
        ('katex:\n  macros:\n    "\\\\plus": "+"', r"2 \plus 2 = 4"),
        ("math:\n  '\\plus': '+'", r"2 \plus 2 = 4"),
        ("macros:\n  sum: ['#1 + #2', 2]\nother: x", r"\sum{2}{2} = 4"),
        ("macros:\n  plus: +   \n", r"2 \plus 2 = 4"),
        ("macros: { plus: '+', two: \"2\" }", r"\two \plus 2 = 4"),
    ],
)
def test_front_matter(settings: str, used: str) -> None:
    assert first(YAML.format(settings, used)) == "2 + 2 = 4"


@pytest.mark.parametrize(
    "script",
    [
        "MathJax = { tex: { macros: { plus: '+' } } };",
        "window.MathJax = {tex: {macros: {R: '\\\\mathbb{R}', // sets\n  plus: \"+\"}}};",
        "MathJax.Hub.Config({ TeX: { Macros: { plus: ['#1 +', 1] } } });",
        "renderMathInElement(document.body, {macros: {'\\\\plus': '+'}});",
    ],
)
def test_scripts(script: str) -> None:
    used = r"\plus{2} 2 = 4" if "#1" in script else r"2 \plus 2 = 4"
    assert first(f"<script>\n{script}\n</script>\n\nWe have ${used}$.\n") == "2 + 2 = 4"


def test_what_the_text_defines_comes_after_it() -> None:
    text = YAML.format("macros:\n  plus: '-'", r"\newcommand{\plus}{+}$ and $2 \plus 2 = 4")
    assert first(text) == "2 + 2 = 4"


def test_a_sign_that_is_configured_anew_means_what_it_is_made() -> None:
    assert first(YAML.format("macros:\n  le: '>'", r"3 \le 2")) == "3 > 2"


def test_other_settings_define_nothing() -> None:
    text = YAML.format("params:\n  plus: '+'", r"2 \plus 2 = 4")
    assert all(isinstance(item, Noted) for item in parse(text, "a.md").items)
