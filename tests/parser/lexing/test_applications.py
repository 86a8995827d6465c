"""Functions without their argument, and compositions."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.errors import SyntaxProblem

LET = "let f, g, u \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n"

#: What is written, and what is read.
READ = [
    ("(fg)' = f'g + fg'", "(f(x) g(x))' = f'(x) g(x) + f(x) g'(x)"),
    ("(fg)'(t) = f'(t) g(t) + f(t) g'(t)", "(f(t) g(t))' = f'(t) g(t) + f(t) g'(t)"),
    ("\\frac{d(fg)}{dt} = f'g + fg'", "\\frac{d}{dt} (f(t) g(t)) = f'(t) g(t) + f(t) g'(t)"),
    ("\\left(\\frac{f}{g}\\right)' = \\frac{f'}{g}", "(\\frac{f(x)}{g(x)})' = \\frac{f'(x)}{g(x)}"),
    ("(f + g)(3) = f(3) + g(3)", "f(3) + g(3) = f(3) + g(3)"),
    ("(f \\circ g)(x) = f(g(x))", "f(g(x)) = f(g(x))"),
    ("(f \\circ g \\circ u)' = 1", "\\frac{d}{dx} f(g(u(x))) = 1"),
    ("(f' \\circ g) g' = 1", "f'(g(x)) g'(x) = 1"),
    ("f^2 = f \\cdot f", "f(x)^2 = f(x) \\cdot f(x)"),
    ("f^{(2)} + f'' = 2 f''", "f''(x) + f''(x) = 2 f''(x)"),
]


def goal(text: str) -> str:
    return print_statement(build(parse(text, "test.txt")).obligations[-1].goal)


@pytest.mark.parametrize(("written", "meant"), READ)
def test_what_is_left_out_is_read(written: str, meant: str) -> None:
    assert goal(LET + written) == goal(LET + meant)


@pytest.mark.parametrize(
    "written",
    [
        "f(gu) = 1",  # a value of f, or a product
        "(fg)'(0) = 1",
        "(h \\circ g)(x) = 1",
    ],
)
def test_what_is_unclear_is_refused(written: str) -> None:
    with pytest.raises(SyntaxProblem):
        parse(LET + written, "test.txt")


def test_it_holds_for_a_number_of_which_nothing_is_assumed() -> None:
    (step,) = build(parse(f"assume x > 0\n{LET}(fg)' = f'g + fg'", "test.txt")).obligations
    assert "x" not in {each.name for each in step.context.variables}


def test_a_row_goes_on_with_the_argument_of_the_row_above() -> None:
    text = f"{LET}\\frac{{d}}{{dt}} (f(t) g(t))\n  = f'g + fg'"
    assert goal(text) == goal(f"{LET}\\frac{{d}}{{dt}} (f(t) g(t)) = f'(t) g(t) + f(t) g'(t)")
