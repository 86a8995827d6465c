"""The advice on typical failing steps, as an author writes them: each line is useful and true."""

from __future__ import annotations

from pathlib import Path

import pytest

from shomei import obligations
from shomei.advice.advise import advise
from shomei.advice.given import helps
from shomei.advice.reasons import remarks
from shomei.emitter.model import ClaimKind
from shomei.numbers.model import Refutation
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.parser.ast import Document
from shomei.verdicts.wiring import stages

NATURAL = "let n \\in \\mathbb{N}\n"

#: A derivation whose last step fails; what fails ("statement": numbers say nothing, and Lean finds
#: no proof); a line of the advice.
FAILING = {
    "a hypothesis that is too weak": (
        "assume x \\neq 0\n\\log (x y) = \\log x + \\log y",
        "numbers",
        "assume x > 0, y > 0: under that, no counterexample is found",
    ),
    "a base that may be 1": (
        "assume a > 0, x > 0\n\\log_a a = 1",
        "numbers",
        "assume a \\neq 1: under that, no counterexample is found",
    ),
    "a denominator that may be 0": (
        (
            "assume x > 0\n\\frac{x^2 + 3 x + 2}{x^2 - 1} \\cdot \\frac{\\log (x^2)}{\\log x} = "
            "\\frac{2 x + 4}{x - 1}"
        ),
        "numbers",
        "assume x^{2} - 1 \\neq 0: under that, no counterexample is found",
    ),
    "two variables that may be equal": (
        "assume x > 0\n\\frac{x^2 - y^2}{x - y} = x + y",
        "numbers",
        "assume x - y \\neq 0: under that, no counterexample is found",
    ),
    "an equation to be solved": (
        "2 x + 3 = 7",
        "numbers",
        "write `assume 2 x + 3 = 7` instead, if this is given or to be solved",
    ),
    "a citation of another law": (
        "assume a > 0, a \\neq 1, x > 0, y > 0\nformula (1): \\log_a (X Y) = \\log_a X + "
        "\\log_a Y\n"
        "formula (2): \\log_a (\\frac{X}{Y}) = \\log_a X - \\log_a Y\n\\log_a (\\frac{x}{y}) "
        "= \\log_a x + \\log_a y   by (1)",
        "numbers",
        "(2) says here: \\log_a (\\frac{x}{y}) = \\log_a x - \\log_a y",
    ),
    "a wrong number": (
        "formula (2.3): (X + Y)^2 = X^2 + 2 X Y + Y^2\n(x + 1)^2 = x^2 + 2 x + 1   by (2.4)",
        "statement",
        "did you mean (2.3)?",
    ),
    "a number and nothing above": (
        "x = x   by (1)",
        "statement",
        "nothing stands above that can be cited: write it as `formula (1): …`",
    ),
    "a citation that does not fit": (
        (
            "formula (1): \\sin (X + Y) = \\sin X \\cos Y + \\cos X \\sin Y\n\\cos (2 x) = 1 - 2 "
            "\\sin^2 x   by (1)"
        ),
        "statement",
        (
            "(1) does not fit: no part of the step has the form of a side of \\sin (X + Y) = "
            "\\sin X \\cdot \\cos Y + \\cos X \\cdot \\sin Y"
        ),
    ),
    "a citation that asks for more": (
        (
            "assume x y \\ge 0\nformula (1): \\sqrt{X Y} = \\sqrt{X} \\sqrt{Y} if X \\ge 0, Y "
            "\\ge 0\n\\sqrt{x y} = \\sqrt{y x}   by (1)"
        ),
        "statement",
        "(1) asks here for x \\ge 0, which is not seen to follow from what is assumed",
    ),
    "a formula for positive numbers": (
        "\\sqrt{x^2} = x",
        "numbers",
        "root of a square: \\sqrt{x^{2}} = \\left| x \\right|",
    ),
    "a formula at what may be negative": (
        (
            "assume x > 0\nformula (1): \\log (X Y) = \\log X + \\log Y\n\\log (x (x - 1)) = "
            "\\log x + \\log (x - 1)   by (1)"
        ),
        "numbers",
        "assume x - 1 > 0: under that, no counterexample is found",
    ),
    "a logarithm of what may be negative": (
        "assume x \\neq 1\n\\log (x^3) = 3 \\log x",
        "numbers",
        "assume x > 0: under that, no counterexample is found",
    ),
    "a limit that needs a step": (
        "assume x > 0\n\\lim_{h \\to 0} \\frac{\\log (x + h) - \\log x}{h} = \\frac{1}{x}",
        "statement",
        (
            "numerator and denominator both go to 0: put a step between that writes it by "
            "\\lim_{t \\to 0} \\frac{\\log (1 + t)}{t} = 1"
        ),
    ),
    "a limit at infinity": (
        "\\lim_{x \\to \\infty} \\frac{x^2 + 1}{x^2 + x} = 1",
        "statement",
        "put a step between that divides numerator and denominator by the largest power of x",
    ),
    "a sign": (
        "(x - 1)^2 = x^2 + 2 x + 1",
        "numbers",
        "the sides differ: the right one less the other is 4 x",
    ),
    "a forgotten chain rule": (
        "define f(x) = \\sin (2 x)\nf'(x) = \\cos (2 x)",
        "numbers",
        "by the rules f'(x) = 2 \\cos (2 x)",
    ),
    "a wrong limit": (
        "\\lim_{x \\to 2} (x^2 + 1) = 6",
        "numbers",
        "by the rules \\lim_{x \\to 2} (x^{2} + 1) = 5",
    ),
    "an inequality from 1 on": (
        "x^2 \\ge x",
        "numbers",
        "assume x \\ge 1: under that, no counterexample is found",
    ),
    "a squared inequality": (
        "assume a < b\na^2 < b^2",
        "numbers",
        "assume a \\ge 0: under that, no counterexample is found",
    ),
    "one direction": (
        "x^2 = 4 \\iff x = 2",
        "numbers",
        (
            "numbers speak against one direction only; from right to left it may be said: x = 2 "
            "\\Rightarrow x^{2} = 4"
        ),
    ),
    "a bound": (
        f"{NATURAL}\\sum_{{k=1}}^{{n}} k = \\frac{{n (n - 1)}}{{2}}",
        "numbers",
        "for n = 1, 2, 3, 4 the left side is 1, 3, 6, 10, the right side 0, 1, 3, 6",
    ),
    "from 4 on, and before": (
        f"{NATURAL}n^2 \\le 2^n",
        "numbers",
        "assume n \\neq 3: under that, no counterexample is found",
    ),
    "a substitution that goes elsewhere": (
        (
            "assume x > 0\n\\lim_{h \\to 0} \\frac{\\log (1 + h x)}{h} = \\lim_{t \\to 1} "
            "\\frac{\\log (1 + t)}{t} x   by substitution t = h x"
        ),
        "numbers",
        "t = h x does not go where t \\to 1 says (it goes to 0)",
    ),
    "a chain of limits without a value": (
        "\\lim_{x \\to \\infty} \\sin x = \\lim_{x \\to \\infty} \\sin x",
        "exists",
        (
            "end the chain in the limit's value, or say it in a step of its own: that two limits "
            "are equal says nothing where there are none"
        ),
    ),
    "a chain of limits that has one": (
        "\\lim_{x \\to 1} (x + 1) = \\lim_{x \\to 1} 2 x",
        "exists",
        "say what it comes to, in a step of its own: \\lim_{x \\to 1} (x + 1) = 2",
    ),
    "means": (
        "assume a > 0, b > 0\n\\frac{a + b}{2} \\ge \\sqrt{a b}",
        "statement",
        (
            "show the sign of the difference of the two sides first: write it as a square, or as "
            "a product of things whose signs are known"
        ),
    ),
    "an inequality whose difference is a product": (
        "assume x > 2\nx^3 > 2 x^2",
        "statement",
        (
            "put this step first, and say why its right side has the sign that is needed: x^{3} "
            "- 2 x^{2} = x^{2} \\cdot (x - 2)"
        ),
    ),
    "a multiple angle": (
        "\\sin (3 x) = 3 \\sin x - 4 \\sin^3 x",
        "statement",
        "put a step between for the addition theorem: \\sin (3 x) = \\sin (2 x + x)",
    ),
    "an induction": (
        f"{NATURAL}\\sum_{{k=1}}^{{n}} k^3 = \\frac{{n^2 (n + 1)^2}}{{4}}",
        "statement",
        (
            "an induction on n needs this step; write it before: \\frac{n^{2} \\cdot (n + "
            "1)^{2}}{4} + (n + 1)^{3} = \\frac{(n + 1)^{2} \\cdot (n + 1 + 1)^{2}}{4}"
        ),
    ),
    "a leap": (
        "assume x > 0, y > 0\n\\log (x^2 \\sqrt{y}) + \\log 1 = 2 \\log x + \\frac{\\log y}{2}",
        "statement",
        "numbers do not speak against it for x = 2, y = 3: left 1.936, right 1.936",
    ),
    "what is not shown to be defined": (
        "assume e^x > e\n\\log (x - 1) = \\log (x - 1)",
        "defined",
        "show x - 1 > 0 first, in a step of its own (the argument of a logarithm)",
    ),
}


def last(text: str) -> tuple[Document, Obligation]:
    document = parse(text + "\n", "x.txt")
    return document, obligations.build(document).obligations[-1]


def what_fails(step: Obligation, kind: str) -> Refutation | ClaimKind:
    """What numbers say against the step; nothing, where Lean only finds no proof."""
    found = stages().refute(step, 4.0)
    if kind == "numbers":
        assert found is not None
        return found
    assert found is None
    assert kind in {"statement", "defined", "exists"}
    return kind  # type: ignore[return-value]


@pytest.mark.parametrize(("text", "kind", "line"), FAILING.values(), ids=FAILING)
def test_the_advice_on_a_failing_step(text: str, kind: str, line: str) -> None:
    _, step = last(text)
    lines = advise(step, what_fails(step, kind), seconds=8.0)
    assert line in lines
    assert len(lines) == len(set(lines)) <= 5


def test_what_cannot_be_stated_gets_no_advice_on_its_mathematics() -> None:
    _, step = last("x = x   by (1)")
    assert step.problem is not None
    assert len(advise(step, "statement", seconds=4.0)) == 1


def test_nothing_is_advised_on_hypotheses_that_exclude_each_other() -> None:
    _, step = last("assume x > 2, x < 1\nx = 5")
    assert advise(step, Refutation("contradiction", "they exclude each other"), seconds=1.0) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x = x   by magic", "no rule or theorem is called `magic`, so this reason helps no proof"),
        (
            "x = x   by linearty",
            (
                "no rule or theorem is called `linearty`, so this reason helps no proof; did you "
                "mean `linearity`?"
            ),
        ),
        (
            (
                "theorem binomial: (a + b)^2 = a^2 + 2 a b + b^2\n(x + 1)^2 = x^2 + 2 x + 1   by "
                "binomal"
            ),
            (
                "no rule or theorem is called `binomal`, so this reason helps no proof; did you "
                "mean `binomial`?"
            ),
        ),
        ("x = x   by definition of f", "nothing above defines `f`, so this reason helps no proof"),
        (
            (
                "formula (1): (X + Y)^2 = X^2 + 2 X Y + Y^2\n(x + 3)^2 = x^2 + 6 x + 9   by (1) "
                "with X = x, Z = 3"
            ),
            "(1) has no variable Z; it speaks of X, Y",
        ),
    ],
)
def test_a_reason_that_names_nothing_is_noted_where_it_stands(text: str, why: str) -> None:
    document = parse(text + "\n", "x.txt")
    [notice] = remarks(document, obligations.build(document))
    assert notice.message == why
    assert notice.span is not None
    assert text[notice.span.start : notice.span.end] in text.rpartition("by ")[2]


@pytest.mark.parametrize(
    "reason",
    [
        "algebra",
        "the product rule",
        "linearity",
        "logarithm of a product",
        "a root is not negative",
        "induction on n",
        "definition of f",
        "definition of c",
        "definition of e",
        "definition of the derivative",
        "definition of \\sin",
        "definition of the tangent",
        "(1) with X = x, Y = 3",
        "binomial",
        "continuity of \\log",
        "substitution t = x",
    ],
)
def test_nothing_is_noted_of_a_reason_that_names_something(reason: str) -> None:
    text = (
        f"{NATURAL}define f(x) = x\nlet c = x + 1\nformula (1): X + Y = Y + X\ntheorem binomial: "
        f"(a + b)^2 = a^2 + 2 a b + b^2\nx + 3 = 3 + x   by {reason}"
    )
    document = parse(text + "\n", "x.txt")
    assert remarks(document, obligations.build(document)) == ()


def test_nothing_is_noted_of_the_derivations_of_the_repository() -> None:
    folder = Path(__file__).parents[2] / "derivations"
    paths = [
        path
        for path in folder.iterdir()
        if path.suffix in {".txt", ".md", ".tex"} and path.name != "README.md"
    ]
    assert len(paths) > 3
    for path in paths:
        document = parse(path.read_text("utf-8"), str(path))
        assert [notice.why for notice in remarks(document, obligations.build(document))] == [], path


def test_an_identity_that_is_wrong_is_not_to_be_assumed() -> None:
    for text in ("assume x > 0\n\\log (x^2) = 3 \\log x", "x^2 = 2 x", "x + 1 = 3   by algebra"):
        _, step = last(text)
        advice = advise(step, what_fails(step, "numbers"), seconds=2)
        assert not [line for line in advice if "`assume" in line]


def test_hypotheses_that_leave_nothing_to_be_said_are_no_help() -> None:
    document = obligations.build(parse("\\sum_{k=1}^{n} k = n\n", "a.txt"))
    [step] = document.obligations

    def said(*conditions: str) -> bool:
        [line] = parse(f"assume {', '.join(conditions)}\n1 = 1\n", "a.txt").items[:1]
        return helps(line.conditions, step)  # type: ignore[union-attr]

    assert not said("h \\ge 0", "h \\le 0") and not said("n < 0", "n \\neq -1")
    assert said("h \\ge 0", "h \\le 1") and said("n \\ge 1") and said("x < 0")
