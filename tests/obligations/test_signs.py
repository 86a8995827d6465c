"""What follows from hypotheses about signs by the form of a term, and what does not."""

from __future__ import annotations

import pytest

from shomei.obligations.signs import implied
from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.terms.nodes import Relation

LET = "let n \\in \\mathbb{N}\n"


def relation(text: str) -> Relation:
    *_, item = parse(f"{LET}{text}\n", "signs.txt").items
    assert isinstance(item, Chain)
    operators = {"\\neq": "!=", "\\ge": ">=", ">": ">", "<": "<"}
    sign = next(operators[word] for word in text.split() if word in operators)
    return Relation(sign, item.first, item.links[0].right)  # type: ignore[arg-type]


def follows(wanted: str, *given: str) -> bool:
    return implied(relation(wanted), frozenset(map(relation, given)))


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("e^x > 0", ()),
        ("\\cosh x > 0", ()),
        ("\\operatorname{sech} x > 0", ()),
        ("n! > 0", ()),
        ("|x| \\ge 0", ()),
        ("|x| > 0", ("x \\neq 0",)),
        ("\\sqrt{x} \\ge 0", ()),
        ("\\sqrt{x} > 0", ("x > 0",)),
        ("\\sqrt[3]{x} \\neq 0", ("x \\neq 0",)),
        ("\\log x \\neq 0", ("x \\neq 1",)),
        ("\\log_a x \\neq 0", ("x \\neq 1",)),
        ("\\log x > 0", ("x > 1",)),
        ("\\operatorname{arsinh} x > 0", ("x > 0",)),
        ("\\operatorname{arsinh} x < 0", ("x < 0",)),
        ("\\operatorname{arsinh} (x y) \\neq 0", ("x \\neq 0", "y \\neq 0")),
        ("x y > 0", ("x > 0", "y > 0")),
        ("x + y > 0", ("x > 0", "y \\ge 0")),
        ("x^2 \\ge 0", ()),
        ("x^2 > 0", ("x \\neq 0",)),
        ("-x \\neq 0", ("x < 0",)),
        ("x \\cdot x \\ge 0", ()),
    ],
)
def test_it_follows(wanted: str, given: tuple[str, ...]) -> None:
    assert follows(wanted, *given)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("\\sin x > 0", ("x > 0",)),
        ("|x| > 0", ()),
        ("\\sqrt{x} > 0", ()),
        ("\\log x > 0", ("x > 0",)),
        ("\\log x \\ge 0", ("x > 0",)),
        ("\\operatorname{arsinh} x > 0", ("x \\neq 0",)),
        ("x y < 0", ("x < 0", "y < 0")),
        ("x - y > 0", ("x > 0", "y > 0")),
        ("x^3 \\ge 0", ()),
        ("x + y \\neq 0", ("x \\neq 0", "y \\neq 0")),
        ("-x > 0", ("x > 0",)),
    ],
)
def test_it_does_not(wanted: str, given: tuple[str, ...]) -> None:
    assert not follows(wanted, *given)
