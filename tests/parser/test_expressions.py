"""Each notation is read like another one whose reading is obvious."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem
from shomei.parser.mathematics import parse_expression
from shomei.parser.source import Source
from shomei.terms.nodes import (
    Apply,
    Binary,
    Call,
    Constant,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Number,
    Power,
    Prime,
    Variable,
)

FUNCTIONS = {"f": ("x",), "g": ("x", "y"), "sigma": ("x",), "softmax": ("t",)}


def read(text: str) -> Expression:
    return read_with_warnings(text)[0]


def read_with_warnings(text: str) -> tuple[Expression, list[str]]:
    declarations = Declarations(functions=dict(FUNCTIONS))
    node = parse_expression(Source.of(text, "x.txt"), ((0, len(text)),), declarations)
    return node, [warning.code for warning in declarations.warnings]


SAME = [
    # The article's notation
    (r"\log_a x", r"\log_{a}(x)"),
    (r"\log_{a} (X \times Y)", r"\log_a (X \cdot Y)"),
    (r"\log_a (u)^{v}", r"\log_a ((u)^{v})"),
    (r"\log_a(\frac {x+h}{x})^\frac {1} {h}", r"\log_a(((x+h)/x)^{1/h})"),
    (r"\log_a ( \frac Y X)", r"\log_a (Y/X)"),
    (r"\log_a {e}", r"\log_a (e)"),
    (r"\frac 1 X", r"1/X"),
    (r"\frac1X", r"1/X"),
    (r"\frac12", r"1/2"),
    (r"\frac{x+h}{x}", r"(x+h)/x"),
    (r"\frac {1} {h} (\log_a (x+h) - \log_a x)", r"(1/h) \cdot ((\log_a (x+h)) - (\log_a x))"),
    (r"\dfrac{1}{\tfrac{1}{x}}", r"1/(1/x)"),
    (r"\frac\pi2", r"\pi/2"),
    (r"\frac{1}{x} \log_a e", r"(1/x) \cdot (\log_a e)"),
    (r"Y \log_a X", r"Y \cdot (\log_a X)"),
    (r"Y (\log_a X)", r"Y \cdot (\log_a X)"),
    (r"\frac {1} {tx}", r"1/(t \cdot x)"),
    (r"(x+h)^{\frac{1}{t} \cdot \frac{1}{x}}", r"(x+h)^{(1/t) \cdot (1/x)}"),
    # Layout
    (r"\left( x \right)\,\left[y + 1\right]", r"x \cdot (y + 1)"),
    (r"\displaystyle x \! y \quad z~w", r"((x \cdot y) \cdot z) \cdot w"),
    (r"\bigl( x + 1 \bigr)^2", r"(x+1)^{2}"),
    (r"&x & + y \\", r"x + y"),
    (r"$x + 1$", r"x+1"),
    # Products
    (r"2x", r"2 \cdot x"),
    (r"2xy^2", r"(2 \cdot x) \cdot y^2"),
    (r"x(x+1)", r"x \cdot (x+1)"),
    (r"(a+b)(a-b)", r"(a+b) \cdot (a-b)"),
    (r"a \cdot b \cdot c", r"(a \cdot b) \cdot c"),
    (r"a / b \cdot c", r"(a / b) \cdot c"),
    (r"a \cdot -b", r"a \cdot (-b)"),
    (r"-x^2", r"-(x^2)"),
    (r"-2x + y", r"(-(2 \cdot x)) + y"),
    (r"a - b - c", r"(a - b) - c"),
    (r"+x", r"x"),
    (r"6 \div 3", r"6/3"),
    # Functions without brackets
    (r"\sin 2x", r"\sin(2 \cdot x)"),
    (r"\sin 2\pi x", r"\sin((2 \cdot \pi) \cdot x)"),
    (r"\sin x \cos x", r"(\sin (x)) \cdot (\cos (x))"),
    (r"\sin x y", r"\sin(x \cdot y)"),
    (r"\sin x + 1", r"(\sin (x)) + 1"),
    (r"\sin x \cdot y", r"(\sin (x)) \cdot y"),
    (r"\sin(x) y", r"(\sin (x)) \cdot y"),
    (r"\cos x (1 - \cos x)", r"(\cos (x)) \cdot (1 - \cos (x))"),
    (r"\sin 2(x+y)", r"\sin(2 \cdot (x+y))"),
    (r"\sin \frac{x}{2}", r"\sin(x/2)"),
    (r"\sin x^2", r"\sin(x^2)"),
    (r"\sin^2 x", r"(\sin (x))^2"),
    (r"\sin^{2}(x)", r"(\sin (x))^2"),
    (r"\cos^2\theta", r"(\cos (\theta))^2"),
    (r"\sin -x", r"\sin(-x)"),
    (r"\log \log x", r"\log(\log(x))"),
    (r"\ln 2 x", r"\ln(2 \cdot x)"),
    (r"\log^2 x", r"(\log (x))^2"),
    (r"\log_2^3 x", r"(\log_2 (x))^3"),
    (r"\ln x", r"\log x"),
    (r"\log_a \lim_{t \to 0} (1+t)^{1/t}", r"\log_a (\lim_{t \to 0} ((1+t)^{1/t}))"),
    (r"\exp x", r"\exp(x)"),
    (r"\exp\left(-\frac{x^2}{2}\right)", r"\exp(-((x^2)/2))"),
    (r"\mathrm{cosec} x", r"\csc(x)"),
    (r"\operatorname{tanh} x", r"\tanh(x)"),
    (r"\operatorname{sech}^2 x", r"(\operatorname{sech} (x))^2"),
    (r"\mathrm{arcsinh} x", r"\operatorname{arsinh}(x)"),
    (r"\asinh x", r"\operatorname{arsinh}(x)"),
    # Roots, absolute values, factorials, binomials
    (r"\sqrt x", r"\sqrt{x}"),
    (r"√x", r"\sqrt{x}"),
    (r"√(x+1)", r"\sqrt{x+1}"),
    (r"|x|", r"\left| x \right|"),
    (r"|x||y|", r"\lvert x \rvert \cdot \lvert y \rvert"),
    (r"||x| - |y||", r"\left|\left|x\right| - \left|y\right|\right|"),
    (r"2|x|", r"2 \cdot \left|x\right|"),
    (r"|x|^2", r"(\left|x\right|)^{2}"),
    (r"n!", r"(n)!"),
    (r"2n!", r"2 \cdot (n!)"),
    (r"\binom nk", r"\binom{n}{k}"),
    (r"{n \choose k}", r"\binom{n}{k}"),
    # Limits and sums
    (r"\lim_{x \to 0} A + B", r"(\lim_{x \to 0} A) + B"),
    (r"\lim_{x \to 0} A \cdot B C", r"\lim_{x \to 0} (A \cdot (B \cdot C))"),
    (r"\lim\limits_{x\rightarrow 0} x", r"\lim_{x \to 0} x"),
    (r"2 \lim_{x → 0} x", r"2 \cdot (\lim_{x \to 0} x)"),
    (r"\lim_{x \to +0} x", r"\lim_{x \to 0^+} x"),
    (r"\lim_{x \to -0} x", r"\lim_{x \to 0^{-}} x"),
    (r"\lim_{x \to 1+0} x", r"\lim_{x \to 1^{+}} x"),
    (r"\lim_{x \to a-0} x", r"\lim_{x \to a^-} x"),
    (r"\lim_{x \to +\infty} x", r"\lim_{x \to ∞} x"),
    (r"\sum_{k=1}^n k^2 + 1", r"(\sum_{k=1}^{n} (k^2)) + 1"),
    (r"\sum^{n}_{k=1} k x", r"\sum_{k = 1}^n (k \cdot x)"),
    (r"\prod_{i=1}^{n} 2 \cdot i", r"\prod_{i=1}^{n} (2 \cdot i)"),
    (r"\frac{1}{n} \sum_{i=1}^{n} x", r"(\frac{1}{n}) \cdot (\sum_{i=1}^{n} x)"),
    # Derivatives
    (r"\frac{d}{dx} x^2 y", r"\frac{d}{dx} (x^2 y)"),
    (r"\frac{d}{dx} x^2 + 1", r"(\frac{d}{dx} (x^2)) + 1"),
    (r"\frac{d}{dx} (x+1)^3", r"\frac{d}{dx} ((x+1)^3)"),
    (r"\frac{d}{dx} (x) \cdot y", r"(\frac{d}{dx} (x)) \cdot y"),
    (r"\frac{\mathrm{d}}{\mathrm{d}x} (x)", r"\frac{d}{dx} (x)"),
    (r"\frac{d (x^2)}{dx}", r"\frac{d}{dx} (x^2)"),
    (r"\frac{df}{dx}", r"\frac{d}{dx} f(x)"),
    (r"\frac{df}{dx}(x)", r"\frac{d}{dx} f(x)"),
    (r"\frac{df}{dx}(2)", r"f'(2)"),
    (r"\frac{d^2f}{dx^2}", r"\frac{d^2}{dx^2} f(x)"),
    (r"\frac{\partial g}{\partial x}", r"\frac{\partial}{\partial x} g(x, y)"),
    (r"\frac{\partial g}{\partial y}(x, y)", r"\frac{\partial}{\partial y} (g(x, y))"),
    (
        r"\frac{\partial^2 g}{\partial x \partial y}",
        r"\frac{\partial}{\partial x} (\frac{\partial}{\partial y} (g(x, y)))",
    ),
    (r"(x^2)'", r"\frac{d}{dx} (x^2)"),
    (r"(x^3)''", r"\frac{d^2}{dx^2} (x^3)"),
    (r"f^{\prime}(x)", r"f'(x)"),
    (r"f^{\prime\prime}(x)", r"f''(x)"),
    (r"f^{(2)}(x)", r"f''(x)"),
    (r"2 f'(x) f(x)", r"(2 \cdot f'(x)) \cdot f(x)"),
    # Characters
    (r"（a＋b）×c·d", r"((a+b) \cdot c) \cdot d"),
    (r"x² − y³", r"x^2 - y^3"),
    (r"x₁ + α", r"x_1 + \alpha"),
    (r"π", r"\pi"),
    (r"1{,}000", r"1000"),
    (r"\mathrm{e}^{x}", r"e^{x}"),
    (r"x_{ij}", r"x_{i j}"),
    (r"x_{\mathrm{max}}", r"x_{max}"),
    (r"\sigma\left(x\right)", r"σ(x)"),
    (r"\operatorname{softmax}(t)", r"\mathrm{softmax}(t)"),
]


@pytest.mark.parametrize(("text", "plain"), SAME, ids=[text for text, _ in SAME])
def test_readings(text: str, plain: str) -> None:
    assert read(text) == read(plain)


DIFFERENT = [
    (r"x_1", r"x 1"),
    (r"\log_a (u)^{v}", r"(\log_a (u))^{v}"),
    (r"\alpha", r"a"),
    (r"\epsilon", r"\varepsilon"),
    (r"\frac{1}{2}x", r"\frac{1}{2x}"),
    (r"\lim_{x \to 0^+} x", r"\lim_{x \to 0} x"),
    (r"\ln x", r"\log_{10} x"),
    (r"\sqrt[3]{x}", r"\sqrt{x}"),
    (r"e", r"e_1"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_readings_that_differ(one: str, other: str) -> None:
    assert read(one) != read(other)


def test_nodes() -> None:
    x, h = Variable("x"), Variable("h")
    assert read("f(x+h)") == Call("f", (Binary("+", x, h),))
    assert read("g(x, h)") == Call("g", (x, h))
    assert read("f'''(x)") == Prime("f", 3, x)
    assert read(r"\log_a x") == Apply("log_base", (Variable("a"), x))
    assert read(r"\ln x") == Apply("log", (x,))
    assert read("0.5") == Number(Fraction(1, 2))
    assert read("e^{x}") == Power(Constant("e"), x)
    assert read(r"\lim_{x \to -\infty} x") == Limit("x", Infinity(positive=False), None, x)
    assert read(r"\lim_{x \to 0^-} x") == Limit("x", Number(Fraction(0)), "-", x)
    assert read(r"\frac{\partial^2}{\partial x^2} (x)") == Derivative("x", x, 2, partial=True)
    assert read(r"\theta_{12}") == Variable("theta_12")
    assert read(r"x_\alpha") == Variable("x_alpha")


WARNED = [
    ("log_e a", r"\log_e a", "missing-backslash"),
    ("sin x", r"\sin x", "missing-backslash"),
    ("x^10", "x^{10}", "missing-braces"),
    ("x_12", "x_{12}", "missing-braces"),
    (r"\log_10 x", r"\log_{10} x", "missing-braces"),
    ("e^-x", "e^{-x}", "missing-braces"),
    (r"\sin(x)^2", r"\sin^2 x", "ambiguous-power"),
    ("(a^x)'", r"\frac{d}{dx} (a^x)", "prime-variable"),
]


@pytest.mark.parametrize(("text", "plain", "code"), WARNED)
def test_readings_with_a_warning(text: str, plain: str, code: str) -> None:
    node, codes = read_with_warnings(text)
    assert node == read(plain)
    assert codes == [code]


AMBIGUOUS = [
    (r"\sum_{k=1}^n a_k", "sequences"),
    (r"\lim_{n \to \infty} x_{in}", "sequences"),
    (r"\frac{d}{dt} (x_t)", "sequences"),
    ("n!!", "double factorials"),
    (r"\frac{d}{dx} f(x) \cdot g(x, y)", "unclear"),
    ("a / b c", "two ways"),
    (r"\sin x (1 + y)", "can be read as"),
    (r"\sin x \frac{y}{2}", "can be read as"),
    (r"\sin \frac{x}{2} y", "can be read as"),
    (r"\log \sqrt{x} / 2", "can be read as"),
    (r"3 \cos^2 x / 2", "can be read as"),
    (r"\tan(x - y) z", "can be read as"),
    (r"\log_a (x + 1)(y + 1)", "can be read as"),
    (r"\sin{x} y", "can be read as"),
    (r"(2) \sin \pi / 2", "can be read as"),
    (r"(a + b) \cos (a + b) x", "can be read as"),
    ("u(x)", "looks like a function"),
    ("f", "without an argument"),
]


@pytest.mark.parametrize(("text", "message"), AMBIGUOUS)
def test_what_could_be_read_in_two_ways_is_refused(text: str, message: str) -> None:
    with pytest.raises(SyntaxProblem, match=message):
        read(text)


def test_spans_are_exact() -> None:
    text = r"  \frac{x + h}{2} \cdot \log_a y"
    node = read(text)
    assert isinstance(node, Binary)
    assert text[node.span.start : node.span.end] == text.strip()
    assert text[node.left.span.start : node.left.span.end] == r"\frac{x + h}{2}"
    assert text[node.right.span.start : node.right.span.end] == r"\log_a y"
    assert (node.right.span.line, node.right.span.column) == (1, text.index(r"\log") + 1)
