"""The letters e and pi where a text uses them for numbers of its own."""

import pytest

from shomei.parser import parse
from shomei.parser.ast import Noted
from shomei.parser.errors import SyntaxProblem


def refused(text: str, path: str = "a.md") -> list[str]:
    """What is said of the formulas that are not read for their e or pi."""
    try:
        items = parse(text, path).items
    except SyntaxProblem as problem:
        return [each.message for each in problem.problems]
    return [each.why for each in items if isinstance(each, Noted) and "as a letter" in each.why]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $e \neq 0$. Then $\frac{e}{e} = 1$.",
        r"An error $e > 0$ is given. We have $e + e = 2e$.",
        r"For $0 < e < 1$ the curve is an ellipse. We have $e^2 - e^2 = 0$.",
        r"The eccentricity is $e = \frac{c}{a}$. We have $2e = e + e$.",
        r"$e \in G$ とする。$e + 1 > e$ である。",
        r"Die Exzentrizität $e=\sqrt{1-b^2}$; es gilt $2 < e$.",
        r"The share is $0 < \pi < 1$. We have $\pi + 1 > \pi$.",
        r"$\pi \in S_n$ is given, and $\pi > 3$ holds.",
    ],
)
def test_a_letter_of_the_text_is_not_the_number(text: str) -> None:
    assert refused(text)


def test_it_is_refused_in_plain_text_too() -> None:
    assert refused("assume e > 0\n\\frac{e}{e} = 1", "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        r"We have $2 < e < 3$ and $e > 2$.",
        r"We have $e > 0$, hence $e^x > 0$.",
        r"Since $e \neq 0$, we have $\ln e = 1$.",
        r"We have $\pi > 0$ and $\pi \neq 0$.",
        r"$$ e = \lim_{n \to \infty} (1 + \frac{1}{n})^n $$",
        r"We have $\pi < 4$, and $\sin \pi = 0$.",
    ],
)
def test_the_number_stays_the_number(text: str) -> None:
    assert not refused(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"The profit is $\pi(x) = 3x - x^2$. We have $\pi'(x) = 3 - 2x$.", True),
        (r"Let $\pi(x, y) = x y$. We have $\pi(1, 2) = 2$.", True),
        (r"Let $\pi(x) = x$. The area is $A = \pi r^2$. We have $\pi(2) = 2$.", False),
        (r"Let $\pi(x) = x$. We have $\cos(2\pi) = 1$ and $\pi(2) = 2$.", False),
        (r"We have $\pi(2) = 2$.", False),
    ],
)
def test_pi_as_the_name_of_a_function(text: str, read: bool) -> None:
    """Where nothing in the text is written with the number."""
    items = parse(text, "a.md").items
    noted = [each.text for each in items if isinstance(each, Noted) and r"\pi" in each.text]
    assert (not noted) == read
