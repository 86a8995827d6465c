"""Sample functions: those that satisfy what is assumed of the declared ones, and no others."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shomei.emitter.proof.numeric import evaluate
from shomei.numbers.interpolation import Datum, through
from shomei.numbers.ranges import always
from shomei.numbers.refute import refute
from shomei.numbers.samples import models
from shomei.obligations import build
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.terms.nodes import Relation

LET = "let f, g \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n"


def last(text: str) -> Obligation:
    return build(parse(text, "test.txt")).obligations[-1]


@pytest.mark.parametrize(
    "text",
    [
        LET + "(fg)' = f'g'",
        LET + "f(x + y) = f(x) + f(y)",
        LET + "f(0) = 0",
        LET + "assume f(0) = 1, f'(0) = 2\nf(1) = 3",
        LET + "assume f(x + y) = f(x) f(y) for all x, y\nf(0) = 0",
        LET + "assume g(x) > 0 for all x\ng(x) > 1",
        "let a \\colon \\mathbb{N} \\to \\mathbb{R}\nlet n \\in \\mathbb{N}\n"
        "assume a_{n+1} = 2 a_n for all n\na_n - 2^n = 0",
        "let F \\colon \\mathbb{R} \\times \\mathbb{R} \\to \\mathbb{R}\nF(x, y) = F(y, x)",
    ],
)
def test_what_is_false_is_refuted(text: str) -> None:
    found = refute(last(text), seconds=5)
    assert found is not None
    assert found.kind == "false"
    assert "where" in found.message


@pytest.mark.parametrize(
    "text",
    [
        LET + "(fg)' = f'g + fg'",
        LET + "assume g(x) \\neq 0 for all x\n\\frac{g(x)}{g(x)} = 1",
        LET + "assume g(x) > 0 for all x\n\\log g(x) = \\log g(x)",
        LET + "assume f(x) > f(y) + 1 for all x, y\nf(0) = 5",
        "let f \\colon \\mathbb{R} \\to \\mathbb{R} even\nf(-x) = f(x)",
        "let f \\colon \\mathbb{R} \\to \\mathbb{R} increasing\nassume x < y\nf(x) \\le f(y)",
    ],
)
def test_what_holds_is_not(text: str) -> None:
    assert refute(last(text), seconds=5) is None


def test_no_model_contradicts_an_assumption() -> None:
    text = LET + "assume g(x) \\neq 0 for all x\nassume g(0) = 2\nf(x) = g(x)"
    found = [model.samples["g"].body for model in models(last(text).context)]
    assert found
    for body in found:
        for point in (-3, -1.5, -1, 0, 0.5, 2):
            value = evaluate(body, {"t": float(point)})
            assert value is not None
            assert value != 0
        assert evaluate(body, {"t": 0.0}) == pytest.approx(2)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("t^2 + 1 > 0", True),
        ("t^2 \\ge 0", True),
        ("t^2 > 0", False),
        ("2 t + 3 \\neq 0", False),
        ("e^t > 0", True),
        ("\\cos t + 2 > 0", True),
        ("\\cos t + 1 > 0", False),
        ("\\frac{1}{1 + t^2} > 0", True),
        ("-t^2 - 1 < 0", True),
        ("t^3 + t \\neq 0", False),
    ],
)
def test_what_is_certain_of_all_numbers(text: str, certain: bool) -> None:
    document = parse(f"assume {text}\nt = t", "test.txt")
    (condition,) = document.items[0].conditions  # type: ignore[union-attr]
    assert isinstance(condition, Relation)
    assert always(condition) is certain


def test_polynomials_go_through_the_data() -> None:
    data = [Datum(Fraction(0), 0, Fraction(1)), Datum(Fraction(1), 1, Fraction(3))]
    assert len(list(through(data))) == 2
    clashing = [Datum(Fraction(0), 0, Fraction(1)), Datum(Fraction(0), 0, Fraction(2))]
    assert list(through(clashing)) == []
    for body in through(data):
        assert evaluate(body, {"t": 0.0}) == pytest.approx(1)


def test_the_place_of_a_recursion_is_no_letter_of_its_terms() -> None:
    text = (
        "Let $t > 0$ and $h = \\frac{t}{m}$. Let $u_{j+1} = (1 - k h) u_j$ with $u_0 = c - b$. "
        "Then $u_m = (c - b) (1 - \\frac{k t}{m})^m$.\n"
    )
    (claim,) = build(parse(text, "article.md")).obligations
    assert refute(claim) is None
