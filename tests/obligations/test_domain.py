"""Conditions that an author leaves unsaid: which are inferred, and which are not because they have
no meaning at the point of a limit.
"""

import pytest

from shomei.obligations import Obligation, build
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse


def only(text: str) -> Obligation:
    [obligation] = build(parse(text, "example.txt")).obligations
    return obligation


def inferred(text: str) -> list[str]:
    return [print_statement(h.statement) for h in only(text).context.hypotheses]


@pytest.mark.parametrize(
    ("text", "hypotheses"),
    [
        (r"\lim_{h \to 0} \log ((\frac{x+h}{x})^{\frac{1}{h}}) = \frac{1}{x}", [r"x \neq 0"]),
        (r"\lim_{h \to 0} \log ((1 + \frac{h}{x})^{\frac{1}{h}}) = \frac{1}{x}", [r"x \neq 0"]),
        (r"\lim_{h \to 0} \log (\frac{\sin h}{h}) = 0", []),
        (r"\lim_{h \to 0} \frac{(x+h)^2 - x^2}{(x+h) - x} = 2 x", []),
        (r"\lim_{h \to 0} \frac{1}{(x+h) x - x^2} = 0", []),
        (r"\lim_{y \to x} \frac{y^2 - x^2}{y - x} = 2 x", []),
        (r"\lim_{t \to 0} \frac{\sin t}{t x} = \frac{1}{x}", [r"x \neq 0"]),
    ],
)
def test_what_means_nothing_at_a_limits_point_asks_for_nothing(
    text: str, hypotheses: list[str]
) -> None:
    assert inferred(text) == hypotheses


@pytest.mark.parametrize(
    ("text", "hypotheses"),
    [
        (r"\lim_{h \to 0} \log (x + h) = \log x", ["x > 0"]),
        (r"\lim_{h \to 0} \sqrt{x + h} = \sqrt{x}", ["x > 0"]),
        (r"\lim_{h \to 0} \frac{1}{x + h} = \frac{1}{x}", [r"x \neq 0"]),
        (r"\frac{d}{dx} \sqrt{x} = \frac{1}{2 \sqrt{x}}", ["x > 0"]),
        (r"\lim_{h \to 0} \frac{1}{\sqrt{x + h} + \sqrt{x}} = \frac{1}{2 \sqrt{x}}", ["x > 0"]),
    ],
)
def test_what_must_hold_near_a_limits_point_holds_strictly_at_it(
    text: str, hypotheses: list[str]
) -> None:
    assert inferred(text) == hypotheses


@pytest.mark.parametrize(
    "text",
    [
        r"\lim_{h \to 0} \sqrt{h^2} = 0",
        r"\lim_{h \to 0} \sqrt{x^2 + h^2} = |x|",
        r"\lim_{n \to \infty} \frac{1}{n} = 0",
    ],
)
def test_what_holds_everywhere_or_has_no_point_asks_for_nothing(text: str) -> None:
    assert inferred(text) == []


@pytest.mark.parametrize(
    ("text", "hypotheses"),
    [
        (r"\log (\frac{y}{x}) = \log y - \log x", ["y > 0", "x > 0"]),
        (r"\frac{1}{\sqrt{x}} = x^{-\frac{1}{2}}", ["x > 0"]),
        (r"\frac{1}{|x|} = \frac{1}{\sqrt{x^2}}", [r"x \neq 0"]),
        (r"\log (x^2) = \log (x^2)", [r"x \neq 0"]),
        (r"\sqrt{x x} = |x|", []),
        (r"\frac{1}{x^2 + 1} = \frac{1}{1 + x^2}", []),
        (r"\frac{1}{x \log x} = \frac{1}{x \log x}", ["x > 0", r"x \neq 1"]),
    ],
)
def test_hypotheses_are_as_short_as_a_reader_would_state_them(
    text: str, hypotheses: list[str]
) -> None:
    assert inferred(text) == hypotheses


def test_near_the_point_the_condition_itself_stays_to_be_proved() -> None:
    obligation = only(r"\lim_{h \to 0} \log (x^{\frac{1}{h}}) = 0")
    near = [print_statement(c.statement) for c in obligation.conditions if c.binders]
    assert r"x^{\frac{1}{h}} > 0" in near
    assert r"h \neq 0" in near
