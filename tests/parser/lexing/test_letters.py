"""Letters with accents, primes, stars or a word as index are one name each, or rejected."""

import pytest

from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.parser.ast import Chain, Noted
from shomei.parser.errors import SyntaxProblem
from shomei.terms.nodes import Expression
from shomei.terms.walk import free_variables


def side(text: str, before: str = "") -> Expression:
    *_, item = parse(f"{before}{text} = q\n", "a.txt").items
    assert isinstance(item, Chain)
    return item.first


def refusal(text: str) -> str:
    with pytest.raises(SyntaxProblem) as caught:
        parse(f"{text}\n", "a.txt")
    return caught.value.message


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (r"\bar x + x", {"barx", "x"}),
        (r"\overline{x} y", {"barx", "y"}),
        (r"2 \hat{\beta}_1 \tilde y", {"hatbeta_1", "tildey"}),
        (r"\bar{x_1} + \hatα", {"barx_1", "hatalpha"}),
        (r"\widehat{\theta} - \widetilde \mu", {"hattheta", "tildemu"}),
        (r"\bar e^2", {"bare"}),
        ("x' + x", {"xprime", "x"}),
        ("m'_1 m_1' m^{\\prime}_{12}", {"mprime_1", "mprime_12"}),
        ("n'' k", {"nprimeprime", "k"}),
        (r"x^* + x^{\ast}_1 - x_1^\star", {"xstar", "xstar_1"}),
        (r"x_\text{max} - x_\max + x_{\min}", {"x_max", "x_min"}),
        (r"\Delta \bar x", {"Deltabarx"}),
        (r"x^{* }", {"xstar"}),
        (r"x_\star + x_* - x_{\ast} + x_{\star}", {"x_star", "x_ast"}),
        (r"\hat x_* + x^*_1 + x_1", {"hatx_ast", "xstar_1", "x_1"}),
        ("\\alpha' \\beta^*", {"alphaprime", "betastar"}),
    ],
)
def test_a_letter_with_something_is_another_letter(text: str, names: set[str]) -> None:
    node = side(text)
    assert set(free_variables(node)) == names
    assert side(print_expression(node)) == node


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (r"\overline{a b} = 1", "over one letter only"),
        (r"\hat{x + 1} = 1", "over one letter only"),
        (r"\bar{z} z = 1", "complex conjugate"),
        (r"\overline{w} = 1", "complex conjugate"),
        (r"z^* = 1", "complex conjugate"),
        (r"\psi^* \psi = 1", "complex conjugate"),
        (r"\bar f(x) = f(x) + 1", "looks like a function"),
        (r"\hat f (x + 1) = 1", "looks like a function"),
        (r"\mathrm{barx} = 1", "that of a letter"),
        ("x^2* = 1", "cannot stand here"),
        ("f' = 1", "nothing above defines"),
        ("y'' + y = 0", "nothing above defines"),
        ("x'(t) = 1", "nothing above defines"),
    ],
)
def test_what_may_be_something_else_is_refused(text: str, said: str) -> None:
    assert said in refusal(text)


@pytest.mark.parametrize(
    "before",
    [
        "# the derivative of x\n",
        "\\frac{d}{dt} t = 1\n",
        "x(t) = t\n",
        "let x = t^2\n",
        "# 微分する\n",
        "define f(t) = t\nf'(t) = 1\n",
    ],
)
def test_a_prime_where_something_is_differentiated_is_no_letter(before: str) -> None:
    with pytest.raises(SyntaxProblem):
        side("x' + 1", before)


@pytest.mark.parametrize("letter", [r"\bar u", "u^*", "u'"])
def test_a_letter_of_what_the_language_does_not_have(letter: str) -> None:
    text = f"Let $u$ be a complex number.\n\n$$ {letter} + {letter} = 2 {letter} $$\n"
    *_, item = parse(text, "a.md").items
    assert isinstance(item, Noted)
    assert item.role == "beyond"
