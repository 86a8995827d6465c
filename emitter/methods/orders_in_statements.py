"""Statements with inequalities and equations between values of functions that keep the order."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.connectives import relations_of, zero_products
from shomei.emitter.proof.orders import order_lines


@method(
    name="orders in a statement",
    goal=("statement", "cover"),
    reasons=("monotonicity", "algebra"),
    cost=145,
)
def orders_in_statements(problem: Problem) -> Iterator[Proof]:
    """`e^x > 1 \\iff x > 0`, `x^3 = 8 \\iff x = 2`."""
    setting = problem.setting
    lines = order_lines(relations_of(problem.statement), setting)
    if lines:
        products = zero_products(problem.statement, setting)
        proof = script(problem.given, products, lines, GRIND)
        yield Proof(proof, "monotonicity", frozenset({"monotonicity", "algebra"}))
