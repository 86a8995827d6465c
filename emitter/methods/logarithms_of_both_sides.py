"""Equations between positive terms, by those between their logarithms."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.connectives import logarithms_of, relations_of, zero_products
from shomei.emitter.proof.laws import named, rules_in, saturate


@method(
    name="logarithms of both sides",
    goal=("statement", "cover"),
    reasons=("rule", "algebra"),
    cost=120,
)
def logarithms_of_both_sides(problem: Problem) -> Iterator[Proof]:
    """`2^x = 8 \\iff x = 3`."""
    setting = problem.setting
    parts = relations_of(problem.statement)
    injective, more = logarithms_of(list(parts), setting)
    if not injective:
        return
    terms = [side for part in parts for side in (part.left, part.right)]
    laws = saturate([*terms, *more], setting, skip=frozenset({"inequality", "rpow_def"}))
    lines = script(
        problem.given,
        zero_products(problem.statement, setting),
        injective,
        (law.tactic(setting) for law in laws),
        GRIND,
    )
    how = ", ".join(part for part in ("logarithms of both sides", named(laws)) if part)
    yield Proof(lines, how, frozenset({"algebra"}) | rules_in(laws))
