"""A table of formulas as authors write them, each with its one reading, or refused."""

import pytest

from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.parser.errors import SyntaxProblem

READ = {
    # products and quotients
    r"a / b / c": r"\frac{\frac{a}{b}}{c}",
    r"a / b \cdot c": r"\frac{a}{b} \cdot c",
    r"k (k + 1) / 2": r"\frac{k \cdot (k + 1)}{2}",
    r"a \times -1": r"a \cdot (-1)",
    r"\frac12 x": r"\frac{1}{2} \cdot x",
    r"x\,y": "x y",
    r"x\!y": "x y",
    r"x \hspace{1cm} y": "x y",
    r"\bigl( x + 1 \bigr) y": r"(x + 1) \cdot y",
    r"50\%": "0.5",
    r"20\% x": "0.2 x",
    r"1,000 + 1": "1000 + 1",
    # powers
    r"2^{3^2}": "2^{3^{2}}",
    r"-x^2": "-x^{2}",
    r"(-x)^2": "(-x)^{2}",
    r"x^{1/2}": r"x^{\frac{1}{2}}",
    r"a^{-1} b": "a^{-1} b",
    r"e^{x}y": "e^{x} y",
    # functions without brackets
    r"\sin x \cos x": r"\sin x \cdot \cos x",
    r"\sin 2x\cos 3x": r"\sin (2 x) \cdot \cos (3 x)",
    r"\log x^2": r"\ln (x^{2})",
    r"\log x y": r"\ln (x y)",
    r"\ln^2 x": r"(\ln x)^{2}",
    r"\log_2 8": r"\log_2 8",
    r"\sqrt x y": r"\sqrt{x} \cdot y",
    r"2 n!": r"2 \cdot n!",
    r"(2 n)!": "(2 n)!",
    r"{}_n C_r": r"\binom{n}{r}",
    # absolute values
    r"|x||y|": r"\left| x \right| \cdot \left| y \right|",
    r"||x| - |y||": r"\left| \left| x \right| - \left| y \right| \right|",
    r"\lvert x \rvert": r"\left| x \right|",
    # what only changes the looks
    r"\textcolor{red}{x} + \cancel{y}": "x + y",
    r"{\large x} + \mathop{y}": "x + y",
    r"x \phantom{+ 1} + y": "x + y",
    r"\sum\limits_{k=1}^{3} k": r"\sum_{k = 1}^3 k",
    # derivatives
    r"\frac{d}{dx} x^2": r"\frac{d}{d x} (x^{2})",
    r"\frac{d^2}{dx^2} x^3": r"\frac{d^{2}}{d x^{2}} (x^{3})",
    r"\frac{\Delta y}{\Delta x}": r"\frac{\operatorname{Deltay}}{\operatorname{Deltax}}",
}

REFUSED = [
    # a product after a slash, a slash or bracket after an argument
    *("x/2y", "1/2x", r"a \div b c", r"\log x/y", r"\log(x+1)(x-1)", r"\sin \pi / 2"),
    # towers, signs side by side, numbers side by side
    *("2^3^2", "x - - y", "2 3"),
    # inverse or reciprocal
    *(r"\sin^{-1} x", r"\sin^{-1}(x)"),
    # functions that nothing defines
    *(
        "x(0)",
        "2 T(n)",
        "E[X]",
        "P(x + 1)",
        r"\operatorname{rank} A",
        "f'(x)",
        "y''",
        r"\frac{dy}{dx}",
    ),
    # what the language does not have
    *(r"\|x\|", r"\lfloor x \rfloor", r"n!!", r"\sqrt[n]{x}", r"\max_i x_i", r"a \bmod b"),
    *(r"\iint x\,dx", r"\vec v", r"\dot x", r"\mathbf x", r"\left. x^2 \right."),
    *(r"1 \cdot 3 \cdots n", r"\infty + 1"),
]


@pytest.mark.parametrize(("formula", "reading"), READ.items())
def test_a_formula_with_one_reading(formula: str, reading: str) -> None:
    *_, item = parse(f"{formula} = q\n", "a.txt").items
    assert isinstance(item, Chain)
    assert print_expression(item.first) == reading


@pytest.mark.parametrize("formula", REFUSED)
def test_a_formula_that_is_refused(formula: str) -> None:
    with pytest.raises(SyntaxProblem):
        parse(f"{formula} = q\n", "a.txt")


@pytest.mark.parametrize(
    "row",
    ["x = 1, 2, 3", r"i = 1, \dots, n", r"x \to 0", r"f : x \mapsto x^2", r"y \propto x"],
)
def test_what_states_nothing_exact_is_no_claim(row: str) -> None:
    items = parse(f"$$ {row} $$\n\n$$ 1 + 1 = 2 $$\n", "a.md").items
    assert sum(isinstance(item, Chain) for item in items) == 1
