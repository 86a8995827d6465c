"""What a document owes: contexts, inferred conditions, order, captured names."""

from fractions import Fraction

from obligations import Plan, build
from parser import parse
from parser.ast import Number, Relation, Variable


def plan(text: str) -> Plan:
    return build(parse(text, "example.txt"))


def test_a_chain_owes_a_step_for_each_relation_and_what_they_come_to() -> None:
    found = plan("assume x > 0\nx = x + 0\n  \\le x + 1\n")
    assert [o.kind for o in found.obligations] == ["step", "step", "conclusion"]
    goal = found.obligations[-1].goal
    assert isinstance(goal, Relation)
    assert goal.operator == "<="


def test_a_formula_gets_the_conditions_that_its_expressions_need() -> None:
    [formula] = plan("formula (1): \\log_a (X \\times Y) = \\log_a X + \\log_a Y").obligations
    needs = [h.statement for h in formula.context.hypotheses]
    zero, one = Number(Fraction(0)), Number(Fraction(1))
    assert Relation(">", Variable("X"), zero) in needs
    assert Relation("!=", Variable("a"), one) in needs


def test_a_file_with_hypotheses_gets_no_others() -> None:
    [step] = plan("assume x > 1\n\\log y = \\log y").obligations
    assert step.context.hypotheses == ()


def test_an_unknown_citation_is_a_problem_of_its_step() -> None:
    [step] = plan("1 + 1 = 2   by (9.9)").obligations
    assert step.problem is not None
    assert "9.9" in step.problem


def test_a_formula_cannot_rest_on_the_theorem_that_uses_it() -> None:
    found = plan("formula (1): x + 0 = x   by (2)\nformula (2): x = x + 0   by (1)")
    assert found.obligations[0].problem is not None


def test_a_renaming_is_not_captured_by_a_limit() -> None:
    found = plan("assume h > 1\nlet Y = h\n\\lim_{h \\to 0} Y = 0")
    assert any(o.problem is not None for o in found.obligations)
