"""What a document owes: contexts, inferred conditions, order, captured names."""

from fractions import Fraction

import pytest

from shomei.obligations import Plan, build
from shomei.obligations.model import NearBinder
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.terms.nodes import Number, Relation, Variable
from shomei.terms.walk import called_names, statement_terms, subterms


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


def needs(text: str) -> list[str]:
    [step] = plan(f"assume y > 0\nlet n, k \\in \\mathbb{{N}}\n{text}").obligations
    return [print_statement(condition.statement) for condition in step.conditions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lean takes a difference of naturals for 0 where it would be negative.
        ("(n - 1)! = (n - 1)!", ["n \\ge 1"]),
        ("\\binom{n}{k - 1} \\ge 0", ["k \\ge 1"]),
        ("\\sum_{j=0}^{n-1} j \\ge 0", ["n \\ge 1"]),
        ("\\prod_{j=n-k}^{n} j \\ge 0", ["n \\ge k"]),
        ("2^{n - 1} \\ge 1", ["n \\ge 1"]),
        ("y^{(n-1)(k-1)} > 0", ["n \\ge 1", "k \\ge 1"]),
        ("y^{n - k + 1} > 0", ["n \\ge k"]),
        # From 1 to -1 is as empty as from 1 to 0.
        ("\\sum_{j=1}^{n-1} j \\ge 0", []),
        ("\\sum_{j=1}^{n-k-1} j \\ge 0", ["n \\ge k"]),
        # Powers of e and real powers are printed as such.
        ("e^{n - 1} > 0", []),
        ("2^{-1} > 0", []),
        # 0 to the power 0 is not defined.
        ("0^0 = 1", ["0 \\neq 0"]),
        ("n^{1 - 1} = 1", ["n \\neq 0"]),
        ("2^0 = 1", []),
    ],
)
def test_what_lean_would_take_for_another_number_is_asked_for(
    text: str, expected: list[str]
) -> None:
    assert needs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "assume y > 0\ndefine f(x) = x + h\n\\lim_{h \\to 0} f(x) = x",
        "assume a > 1\ndefine f(x) = a x\n\\sum_{a=1}^{2} f(1) = 3",
        "define f(x) = c x\n\\int_0^1 f(x)\\,dc = c x",
        "define g(t) = c t\ndefine f(x) = g(x) + 1\n\\int_0^1 f(x)\\,dc = c x + 1",
    ],
)
def test_what_varies_below_a_binder_is_not_clear_where_a_function_speaks_of_it(text: str) -> None:
    """A reader takes both letters for the same: f(x) was the same for all c before, and the last
    two were verified.
    """
    [step] = plan(text).obligations
    assert step.problem is not None
    assert "it is unclear whether" in step.problem


def test_a_parameter_is_not_another_variable_at_once() -> None:
    found = plan("define g(t) = t x\ndefine f(x) = g(x)\nf'(3) = 6")
    assert found.notices
    assert [o.problem is not None for o in found.obligations] == [True]


def test_no_tag_takes_the_name_of_another_steps_theorems() -> None:
    plan = build(
        parse(
            "assume y > 0\n\\frac{1}{y} = y^{-1} \\tag{x}\n2 y = 3 y \\tag{x_defined}\ny = 2 "
            "y \\tag{x_exists}",
            "example.txt",
        )
    )
    names = [
        obligation.id + ending
        for obligation in plan.obligations
        for ending in ("", "_defined", "_exists")
    ]
    assert len(set(names)) == len(names)


def test_nor_is_it_clear_in_the_body_of_a_definition() -> None:
    found = plan("define f(x) = c x\ndefine g(x) = \\int_0^1 f(x)\\,dc\ng(x) = c x")
    assert "it is unclear whether" in found.notices[0].message
    assert [each.problem is not None for each in found.obligations] == [True]


def test_a_definitions_variable_varies_with_a_derivative() -> None:
    [obligation] = build(
        parse(
            "assume a > 1\ndefine s(y) = \\sqrt{a} y\n\\frac{d}{da} s(1) = \\frac{1}{2 \\sqrt{a}}",
            "example.txt",
        )
    ).obligations
    assert any(
        isinstance(binder, NearBinder)
        for condition in obligation.conditions
        for binder in condition.binders
    )


def test_a_formula_written_out_again_is_not_renamed_and_keeps_its_conditions() -> None:
    text = "formula (1): X Y = Y X if X > 2\nlet X = x + 1\nformula (1): Y X = X Y"
    again = plan(text).obligations[-1]
    assert print_statement(again.goal) == "Y X = X Y"
    assert [print_statement(h.statement) for h in again.context.hypotheses] == ["X > 2"]


def test_what_is_defined_while_a_theorem_waits_for_its_derivation_stays_defined() -> None:
    found = build(
        parse(
            "$$ f(x) = x^2 $$\n\n$$ f'(x) = 2x \\tag{1} $$\n\n$$ g(x) = x $$\n\n$$ f'(x) = 2 "
            "x \\tag{1} $$\n\n$$ g'(x) = 1 $$",
            "example.md",
        )
    )
    last = found.obligations[-1]
    assert print_statement(last.goal) == "g'(x) = 1"
    assert last.problem is None


def test_what_a_proof_assumes_is_marked_in_its_theorem() -> None:
    found = plan("assume x > 0\ntheorem (1): x = 5\nproof\nassume x = 5\nx = 5\nqed").obligations
    assert [h.origin for h in found[-1].context.hypotheses] == ["assumed", "proof"]


def test_a_step_tells_what_its_abbreviations_stand_for() -> None:
    found = plan("let Y = x + h\nlet Z = 2 Y\nZ + x = 2 Y + x\nx = x").obligations
    assert [[print_statement(r) for r in o.renamings] for o in found] == [
        [r"Z = 2 \cdot (x + h)", "Y = x + h"],
        [],
    ]


DOUBLING = "\n".join(
    f"define {name}(x) = {last}(x) + {last}(x)"
    for last, name in zip("abcdfghijklmopqrs", "bcdfghijklmopqrst", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        f"assume x > 0\ndefine a(x) = x\n{DOUBLING}\nt(x) = x",
        "let a_0 = x\n"
        + "\n".join(f"let a_{{{i + 1}}} = a_{{{i}}} + a_{{{i}}}" for i in range(40))
        + "\na_{40} = x",
        "let a_0 = x\n"
        + "\n".join(f"let a_{{{i + 1}}} = a_{{{i}}} + 1" for i in range(1000))
        + "\na_{1000} = x",
        "assume h > 0\nlet Y = \\frac{1}{h}\nassume \\lim_{h \\to 0} Y > 0\nh = h",
        "assume h > 0\nlet Y = \\frac{1}{h}\ndefine f(h) = \\lim_{h \\to 0} Y\nf(h) = 1",
    ],
)
def test_what_grows_without_bound_is_refused_and_said_so(text: str) -> None:
    found = plan(text)
    assert found.notices
    assert all(
        sum(1 for term in statement_terms(o.goal) for _ in subterms(term)) < 20_000
        for o in found.obligations
    )


def test_an_article_that_assumes_something_leaves_other_conditions_unsaid_all_the_same() -> None:
    text = (
        "$a$ は 1 でない正の数とする。\n\n$$ \\log_a (x y) = \\log_a x + \\log_a y $$\n\n"
        "$$ \\log (-a) = \\log (-a) $$"
    )
    first, second = build(parse(text, "example.md")).obligations
    assert [print_statement(h.statement) for h in first.context.hypotheses] == [
        "a > 0",
        r"a \neq 1",
        "x > 0",
        "y > 0",
    ]
    assert [h.origin for h in first.context.hypotheses] == [
        "assumed",
        "assumed",
        "inferred",
        "inferred",
    ]
    assert [print_statement(h.statement) for h in second.context.hypotheses] == [
        "a > 0",
        r"a \neq 1",
    ]


def test_what_is_defined_by_a_function_keeps_its_old_definition() -> None:
    text = "define f(x) = x\ndefine g(x) = f(x) + 1\ndefine f(x) = x^2\ng(2) = 3\n"
    (step,) = plan(text).obligations
    (definition,) = step.context.definitions
    assert definition.name == "g"
    assert "f" not in called_names(definition.body)


def test_an_assumption_on_a_function_keeps_its_old_definition() -> None:
    text = "define f(x) = x\nassume f(a) > 0\ndefine f(x) = -x\nf(a) > 0\n"
    (step,) = plan(text).obligations
    assert step.context.hypotheses
    assert not any(
        "f" in called_names(term)
        for h in step.context.hypotheses
        for term in statement_terms(h.statement)
    )


def test_a_letter_with_another_domain_is_another_letter() -> None:
    text = "let n \\in \\mathbb{N}_{>0}\nn > 0\nlet n \\in \\mathbb{R}\nn > 0\n"
    first, second = plan(text).obligations
    assert first.context.hypotheses
    assert not second.context.hypotheses
