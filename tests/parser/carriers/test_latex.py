"""LaTeX with structural mistakes: they are reported, and the rest is read."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Assume, Chain, Noted, Part
from shomei.parser.printer import print_item


def read(text: str) -> tuple[list[int], list[int]]:
    """The lines of the chains, and of the formulas that are not read."""
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


def said(text: str) -> list[str]:
    """Each item as one line; `-` marks what is ignored."""
    return [
        f"- {item.why}"
        if isinstance(item, Noted)
        else " ".join(line.strip() for line in print_item(item))
        for item in parse(f"\\begin{{document}}\n{text}\n\\end{{document}}\n", "a.tex").items
        if isinstance(item, Noted) or print_item(item)
    ]


@pytest.mark.parametrize(
    "aside",
    [
        "\\footnote{In it, let $x > 0$.}",
        "\\footnote[3]{See \\textbf{this}: let $x > 0$.}",
        "\\caption[short]{Let $x > 0$.}",
        "\\thanks{Let $x > 0$.}",
        "\\marginpar{Let $x > 0$.}",
        "\\href{http://a.org}{Let $x > 0$.}",
        "\\index{Let $x > 0$.}",
        "\\hypertarget{$x > 0$}{}",
        "\\sout{Let $x > 0$.}",
        "\\iffalse Let $x > 0$. \\fi",
        "\\if0 Let $x > 0$. \\ifx\\a\\b c \\fi \\fi",
        "\\begin{itemize}\\item Let $x > 0$.\\end{itemize}",
        "\\begin{lemma}Let $x > 0$.\\end{lemma}\\begin{proof} Clear. \\end{proof}",
        "\\lstinline|let $x > 0$|",
        "\\lstinline{let $x > 0$}",
        "\\url{http://a.org/$x>0$}",
    ],
)
def test_nothing_is_assumed_aside(aside: str) -> None:
    document = parse(f"Some words.{aside}\n\n\\[ |x| = x \\]\n", "a.tex")
    assumed = [item for item in document.items if isinstance(item, Assume)]
    parts = [item for item in document.items if isinstance(item, Part)]
    last = document.items.index(assumed[-1]) if assumed else -1
    assert not assumed or any(
        not part.opens and document.items.index(part) > last for part in parts
    )


def test_an_aside_does_not_part_a_sentence_from_its_display() -> None:
    text = "For $y > 1$\\footnote{Or $x > 0$.} we have\n\\[ y + 1 > 2 \\]\nas said.\n"
    assert said(text)[0] == r"y > 1 \Rightarrow y + 1 > 2"


def test_what_follows_else_is_read() -> None:
    assert said("\\iffalse \\[ 1 = 2 \\] \\else \\[ 2 = 2 \\] \\fi") == ["2 = 2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "\\begin{IEEEeqnarray}{rCl} x & = & x \\\\ & = & x + 0 \\end{IEEEeqnarray}",
            "x = x = x + 0",
        ),
        ("\\begin{dmath} x = x \\end{dmath}", "x = x"),
        ("We have \\begin{math} 1 = 1 \\end{math}.", "1 = 1"),
        ("\\begin{subequations}\\begin{align} 1 &= 1 \\end{align}\\end{subequations}", "1 = 1"),
    ],
)
def test_environments(text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_the_authors_own_environments() -> None:
    text = (
        "\\newenvironment{eq}[1][a]{\\begin{align*}}{\\end{align*}}\n"
        "\\newtheorem{satz}{Satz}\n\\newtheorem{hilf}[satz]{Lemma}\n"
        "\\newenvironment{bew}{\\begin{proof}}{\\end{proof}}\n\\begin{document}\n"
        "\\begin{eq} 1 &= 1 \\end{eq}\n\\begin{hilf} \\[ 2 = 2 \\] \\end{hilf}\n"
        "\\begin{bew} Clear. \\end{bew}\n\\begin{satz} Let $x > 0$. \\end{satz}\n\\end{document}\n"
    )
    document = parse(text, "a.tex")
    assert [type(item).__name__ for item in document.items if not isinstance(item, Part)] == [
        "Chain",
        "Theorem",
        "Assume",
    ]
    assert [item.level for item in document.items if isinstance(item, Part)] == [20, 20, 30, 30]


@pytest.mark.parametrize(
    "condition", ["\\ifsolutions", "\\ifnum1=2", "\\ifdefined\\foo", "\\iftrue"]
)
def test_what_hangs_on_a_condition_is_said_there_only(condition: str) -> None:
    text = f"{condition} Let $x > 0$. \\else Let $x < 0$. \\fi Then $1 = 1$ \\newif\\iffoo $2 = 2$"
    parts = [type(item).__name__ for item in parse(text, "a.tex").items]
    assert parts == ["Part", "Assume", "Part", "Part", "Assume", "Part", "Chain", "Chain"]


def test_a_title_may_hold_a_formula_with_brackets() -> None:
    text = "\\begin{example}[Powers on $(0,1]$]\nLet $p > 0$. Then $p + p = 2 p$.\n\\end{example}\n"
    chains, unread = read(text)
    assert chains == [2]
    assert not unread
