"""The conclusion of a split is proved from the results of its cases, and from nothing else."""

from shomei.emitter import emit_plan
from shomei.obligations import build
from shomei.obligations.model import Obligation
from shomei.parser import parse

SPLIT = "case x \\ge 0\n|x|^2 = x^2\nendcase\ncase x < 0\n|x|^2 = x^2\nendcase\n"


def cases(text: str) -> list[tuple[Obligation, list[str]]]:
    plan = build(parse(text, "test.txt"))
    emissions = emit_plan(plan)
    return [
        (o, [t.text for t in emissions[o.id].claims[-1].alternatives])
        for o in plan.obligations
        if o.kind == "cases"
    ]


def test_a_split_owes_that_it_covers_everything_and_then_its_result() -> None:
    (cover, covering), (result, proofs) = cases(SPLIT)
    assert cover.cases == ()
    assert "((0 : ℝ) ≤ x) ∨ (x < 0)" in covering[0]
    assert len(result.cases) == 2
    [proof] = proofs
    assert (
        "rcases (cases_1 x) with case1 | case2\n  · exact (line_2 x case1)\n  · exact "
        "(line_5 x case2)" in proof
    )


def test_a_condition_of_two_parts_is_taken_apart() -> None:
    _, (_, [proof]) = cases(
        "case x > 0, y > 0\nx^2 \\ge 0\nendcase\ncase x \\le 0\nx^2 \\ge 0\nendcase\ncase y "
        "\\le 0\nx^2 \\ge 0\nendcase\n"
    )
    assert "obtain ⟨case1a, case1b⟩ := case1; exact (line_2 x case1a)" in proof


def test_cases_that_end_in_different_statements_come_to_nothing() -> None:
    [(cover, _)] = cases("case x \\ge 0\n|x| = x\nendcase\ncase x < 0\n|x| = -x\nendcase\n")
    assert cover.cases == ()


def test_a_case_that_says_nothing_leaves_no_result() -> None:
    assert len(cases("case x \\ge 0\n|x|^2 = x^2\nendcase\ncase x < 0\nlet y = x\nendcase\n")) == 1
