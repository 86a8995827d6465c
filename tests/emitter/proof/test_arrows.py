"""Chains of equivalences, implications and inequalities: what follows from them and what not."""

import pytest

from shomei.emitter import emit_plan
from shomei.obligations import build
from shomei.obligations.model import Obligation
from shomei.parser import parse


def last(text: str) -> tuple[Obligation, list[str]]:
    plan = build(parse(text, "test.txt"))
    obligation = plan.obligations[-1]
    return obligation, [
        theorem.text
        for claim in emit_plan(plan)[obligation.id].claims
        if claim.kind == "statement"
        for theorem in claim.alternatives
    ]


def test_a_chain_of_equivalences_is_put_together() -> None:
    obligation, [first, *_] = last("x = 2 \\iff 2 x = 4 \\iff 2 x - 4 = 0")
    assert obligation.kind == "conclusion"
    assert "exact (Iff.trans (line_1 x) (line_1_2 x))" in first


def test_one_implication_makes_the_whole_chain_one() -> None:
    _, [first, *_] = last("x = 2 \\Rightarrow x^2 = 4 \\iff x = 2 \\lor x = -2")
    assert "→" in first.partition(":= by")[0]
    assert "exact fun start => (Iff.mp (line_1_2 x) ((line_1 x) start))" in first


def test_an_implication_is_not_turned_around() -> None:
    _, proofs = last("x = 2 \\Rightarrow x^2 = 4\ntherefore x^2 = 4 \\Rightarrow x = 2")
    assert all("fun start" not in proof for proof in proofs)
    _, proofs = last("x = 2 \\Rightarrow x^2 = 4\ntherefore x^2 = 4 \\iff x = 2")
    assert all("Iff.trans" not in proof and "exact (line_1 x)" not in proof for proof in proofs)


def test_a_chain_of_inequalities_is_put_together_and_strict_where_a_link_is() -> None:
    _, [first, *_] = last("assume a > 0\na = a + 0 \\le a + a < a + a + a")
    assert (
        "exact (lt_of_le_of_lt (le_of_eq (line_2 a h1)) (lt_of_le_of_lt (line_2_2 a h1) "
        "(line_2_3 a h1)))" in first
    )


@pytest.mark.parametrize(
    "chain",
    ["a \\le a + b^2 \\le a + 2 b^2\ntherefore a < a + 2 b^2", "a < a + 1\ntherefore a + 1 < a"],
)
def test_what_inequalities_do_not_come_to_is_not_put_together(chain: str) -> None:
    _, proofs = last(chain)
    assert all("le_trans" not in proof and "exact (line" not in proof for proof in proofs)
