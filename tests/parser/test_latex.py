"""LaTeX files."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, Item, Noted, Part, Theorem, Unsettled
from shomei.parser.printer import print_item
from shomei.parser.reason_nodes import Cite


def lines(text: str) -> list[str]:
    return [" ".join(line.strip() for line in print_item(item)) for item in items(text)]


def items(text: str) -> list[Item]:
    """The items without the marks where parts begin and end."""
    return [item for item in parse(text, "a.tex").items if not isinstance(item, Part | Unsettled)]


PAPER = r"""
\documentclass{article}
\newcommand{\R}{$\mathbb{R}$}  % 1 = 2 $
\begin{document}
\section{Logarithms of products: $1 = 2$}
Let $f(x) = \ln x$. It costs \$5. % and $1 = 3$

\begin{theorem}[The law]\label{thm:law}
For $X > 0$ and $Y > 0$,
\begin{equation}\label{eq:law}
  \ln(X Y) = \ln X + \ln Y.
\end{equation}
\end{theorem}
\begin{proof}
We have
\begin{align*}
  \ln(X Y) &= \ln(Y X) && \text{by algebra} \\
           &= \ln X + \ln Y
\end{align*}
\end{proof}

By \eqref{eq:law} with $X = 2$, $Y = 3$, we get $\ln 6 = \ln 2 + \ln 3$.
\begin{verbatim}
$$ 1 = 4 $$
\end{verbatim}
% shomei: assume a > 0
% shomei: a
% shomei:   = a
\verb|$1 = 5$| is code.
\[ \oint x\,dx = 2 \]
\end{document}
$ 1 = 6
"""


def test_a_paper() -> None:
    assert lines(PAPER) == [
        r"define f(x) = \ln x",
        (
            r"theorem (eq:law): X > 0 \land Y > 0 \Rightarrow \ln (X Y) = \ln X + \ln Y proof "
            r"\ln (X Y) = \ln (Y X)   by algebra = \ln X + \ln Y qed"
        ),
        r"\ln 6 = \ln 2 + \ln 3   by (eq:law) with X = 2, Y = 3",
        "assume a > 0",
        "a = a",
        r"# not checked (integrals along curves are not part of the language): \oint x\,dx = 2",
    ]


@pytest.mark.parametrize(
    "display",
    [
        r"$$ x = y = z $$",
        r"\[ x = y = z \]",
        r"\begin{equation*} x = y = z \end{equation*}",
        "\\begin{align}\nx &= y % = 1 \\]\n\\\\ &= z\n\\end{align}",
        r"\begin{multline} x = y \\ = z \end{multline}",
    ],
)
def test_displays(display: str) -> None:
    assert lines(f"Words\n{display}\nmore words.") == ["x = y = z"]


def test_places() -> None:
    theorem = items(PAPER)[1]
    assert isinstance(theorem, Theorem)
    assert theorem.span.line == 11
    assert PAPER[theorem.span.start :].startswith(r"\ln(X Y)")
    (chain,) = (item for item in theorem.proof if not isinstance(item, Part | Unsettled))
    assert isinstance(chain, Chain)
    assert [link.span.line for link in chain.links] == [17, 18]


def test_a_proof_without_a_theorem_is_text() -> None:
    assert lines("\\begin{proof}\n$$x = x$$\n\\end{proof}") == ["x = x"]


def test_a_theorem_may_not_cite_itself_unseen() -> None:
    theorem = items(
        "\\begin{lemma}\\label{l} $x = x$ \\end{lemma}\n\\begin{proof} By \\ref{l}, "
        "$x = x$. \\end{proof}",
    )[0]
    assert isinstance(theorem, Theorem)
    (step,) = (item for item in theorem.proof if not isinstance(item, Part | Unsettled))
    assert isinstance(step, Chain)
    assert step.links[0].reasons == (Cite("l"),)  # seen, so that the obligations can refuse it


@pytest.mark.parametrize(
    "text",
    [
        "\\begin{theorem} $x = x$",
        "$x = x$ \\end{theorem}",
        "\\begin{theorem}\\end{lemma}",
        "a $x = x",
        "\\( x = x",
        "\\begin{align} x = x",
        "$$ x = x",
    ],
)
def test_what_is_never_closed(text: str) -> None:
    noted = [item for item in parse(text, "a.tex").items if isinstance(item, Noted)]
    assert any("never" in item.why or "open" in item.why for item in noted)


def test_unsupported_environments_are_reported() -> None:
    (item,) = parse("\\[ \\begin{cases} x & y \\end{cases} = 1 \\]", "a.tex").items
    assert isinstance(item, Noted)
