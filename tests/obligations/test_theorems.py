"""Formulas and theorems: how they are stated, and what later steps may cite of them."""

from __future__ import annotations

from shomei.obligations.theorems import fact, schema
from shomei.operations.statement_latex import print_statement
from tests.obligations.texts import plan


def hypotheses(text: str) -> list[list[tuple[str, str]]]:
    return [
        [(print_statement(h.statement), h.origin) for h in o.context.hypotheses]
        for o in plan(text).obligations
    ]


def test_a_formula_is_cited_with_all_that_it_was_proved_with() -> None:
    [formula] = plan("define f(t) = \\log t\nformula (1): f(X) = f(X) + 0").obligations
    cited, used = schema("1", formula), fact(formula)
    assert (cited.label, cited.obligation, used.obligation) == ("1", formula.id, formula.id)
    for each in (cited, used):
        assert each.statement == formula.goal
        assert each.hypotheses == formula.context.hypotheses != ()
        assert each.variables == formula.context.variables != ()
        assert each.definitions == formula.context.definitions != ()


def test_a_formula_holds_for_all_values_whatever_is_assumed() -> None:
    assert hypotheses("assume x > 1\nformula (1): \\log x = \\log x") == [[("x > 0", "inferred")]]


def test_a_positive_whole_number_stays_one_in_a_formula() -> None:
    [formula] = hypotheses("let n \\in \\mathbb{N}_{>0}\nformula (1): \\frac{n}{n} = 1")
    assert ("n \\ge 1", "assumed") in formula


def test_a_formula_does_not_use_the_steps_before_it() -> None:
    found = plan("x = x + 0\nformula (1): y = y").obligations
    assert {o.kind: len(o.facts) for o in found} == {"step": 0, "formula": 0}


def test_a_formula_that_is_written_out_again_cites_itself() -> None:
    first, again = plan(
        "formula (1): \\log X = \\log X\nformula (1): \\log X = \\log X"
    ).obligations
    assert (first.kind, again.kind) == ("formula", "step")
    assert again.id == "eq_1_again"
    assert [each.label for each in again.schemas] == ["1"]
    assert [h.name for h in again.context.hypotheses][:1] == ["h1"]


def test_what_a_proof_assumes_belongs_to_its_theorem() -> None:
    text = "theorem one: x + x = 2 x\nproof\nassume x > 0\nx + x = 2 x\nqed\n"
    *_, theorem = plan(text).obligations
    assert (theorem.id, theorem.kind, theorem.label) == ("theorem_one", "theorem", "one")
    assert [(print_statement(h.statement), h.origin) for h in theorem.context.hypotheses] == [
        ("x > 0", "proof")
    ]


def test_a_theorem_may_use_the_steps_of_its_proof_and_what_follows_the_theorem() -> None:
    text = "theorem one: x + x = 2 x\nproof\nx + x = 2 x\nqed\ny = y\n"
    step, theorem, after = plan(text).obligations
    assert [each.obligation for each in theorem.facts] == [step.id]
    assert theorem.id in [each.obligation for each in after.facts]
