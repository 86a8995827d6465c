"""Where an integral's integrand ends."""

import pytest

from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.parser.errors import SyntaxProblem
from shomei.terms.nodes import Expression


def side(text: str) -> Expression:
    [item] = parse(f"{text} = q\n", "a.txt").items
    assert isinstance(item, Chain)
    return item.first


def refusal(text: str) -> str:
    with pytest.raises(SyntaxProblem) as caught:
        parse(f"{text} = q\n", "a.txt")
    return caught.value.message


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (r"\int x^2 dx", r"\int x^{2} \, dx"),
        (r"∫ x^2 dx", r"\int x^{2} \, dx"),
        (r"\displaystyle\int x + 1\,dx", r"\int x + 1 \, dx"),
        (r"\int\! f x \,\mathrm{d}x", r"\int f x \, dx"),
        (r"\int x d x", r"\int x \, dx"),
        (r"\int dx", r"\int 1 \, dx"),
        (r"\int dx + 1", r"\int 1 \, dx + 1"),
        (r"\int dx\, x^2 + 1", r"\int x^{2} \, dx + 1"),
        (r"\int \frac{dx}{x}", r"\int \frac{1}{x} \, dx"),
        (r"\int 2 \frac{x\,dx}{x^2 + 1} + C", r"\int 2 \cdot \frac{x}{x^{2} + 1} \, dx + C"),
        (r"\int \sin^2 \theta \, d\theta", r"\int \sin^{2} \theta \, d\theta"),
        (r"\int x_1^2 \, dx_1", r"\int x_1^{2} \, dx_1"),
        (r"2 \int x dx - \int dy", r"2 \cdot \int x \, dx - \int 1 \, dy"),
        (r"\left( \int x dx \right)^2", r"(\int x \, dx)^{2}"),
    ],
)
def test_an_integrand_ends_at_its_differential(text: str, meaning: str) -> None:
    assert print_expression(side(text)) == meaning
    assert side(meaning) == side(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\int x", "no `dx`"),
        (r"\int x + y) dx", "`)` closes nothing"),
        (r"\int \int x dx dy", "double integrals"),
        (r"\iint x dx dy", "double integrals"),
        (r"\oint x dx", "along curves"),
        (r"\int x dx^2", "raised to a power"),
        (r"\int \frac{dx}{x + 1} y", "where this integral ends"),
        (r"\int_a_b x dx", "bounds"),
    ],
)
def test_what_is_unclear_is_refused(text: str, words: str) -> None:
    assert words in refusal(text)


def test_a_variable_d_is_no_differential() -> None:
    with pytest.raises(SyntaxProblem):
        parse("let d = 2\n\\int x d x = q\n", "a.txt")


def test_the_constant_may_be_a_word() -> None:
    text = "$$\\int x\\,dx = \\frac{x^2}{2} + \\text{const.}$$\n"
    [item] = parse(text, "a.md").items
    assert isinstance(item, Chain)
    assert print_expression(item.links[0].right).endswith(r"\operatorname{const}")
