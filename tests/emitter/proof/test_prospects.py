"""Which equations seem to need more than arithmetic."""

import pytest

from shomei.emitter.lean.term import Notation
from shomei.emitter.proof.prospects import follows_by_arithmetic
from shomei.emitter.proof.setting import Known, Setting
from shomei.obligations import build
from shomei.operations.spelling import normalise_relation
from shomei.parser import parse
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Relation, Variable

SETTING = Setting.of(
    Notation(),
    ("a", "b", "x", "y"),
    tuple(Known(f"h{name}", Relation(">", Variable(name), ZERO)) for name in "abxy"),
)


def relation(text: str) -> Relation:
    goal = (
        build(parse(f"assume a > 0, a \\neq 1, x > 0, y > 0\n{text}", "test")).obligations[0].goal
    )
    assert isinstance(goal, Relation)
    return normalise_relation(goal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"(x + y)^2 = x^2 + 2 x y + y^2", True),
        (r"\log (x y) + 1 = 1 + \log (y x)", True),
        (r"\frac{\log (\frac{x + y}{x})}{y} = \frac{1}{y} \log (1 + \frac{y}{x})", True),
        (r"\log (x y) = \log x + \log y", False),
        (r"\log_a x = \frac{\log x}{\log a}", False),
        (r"\sqrt{x y} = \sqrt{x} \sqrt{y}", False),
        (r"(\sin x)^2 + (\cos x)^2 = 1", False),
        (r"e^{x + y} = e^x e^y", False),
    ],
)
def test_equations(text: str, expected: bool) -> None:
    assert follows_by_arithmetic(relation(text), SETTING) is expected


def test_a_law_may_make_the_difference() -> None:
    goal = relation(r"2 \log (x y) = 2 \log x + 2 \log y")
    law = relation(r"\log (x y) = \log x + \log y")
    other = relation(r"\log (x y) = \log x - \log y")
    assert follows_by_arithmetic(goal, SETTING) is False
    assert follows_by_arithmetic(goal, SETTING, [law]) is True
    assert follows_by_arithmetic(goal, SETTING, [other]) is False


def test_one_law_may_need_another() -> None:
    goal = relation(r"\log (x^2 y) = 2 \log x + \log y")
    laws = [relation(r"\log (x^2 y) = \log (x^2) + \log y"), relation(r"\log (x^2) = 2 \log x")]
    assert follows_by_arithmetic(goal, SETTING, laws) is True


def test_inequalities_are_not_told() -> None:
    assert follows_by_arithmetic(relation(r"x < x + 1"), SETTING) is None
