"""Integration by parts: two integrals over one range whose integrands add up to a derivative."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND_SUMS, script
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.antiderivatives import evaluated
from shomei.emitter.proof.linear_integrals import NotContinuous, integrals_in, sums_of_two
from shomei.emitter.proof.linear_sums import Namer


@method(name="integration by parts", goal="relation", reasons=("integration",), cost=96, proofs=2)
def integration_by_parts(problem: Problem) -> Iterator[Proof]:
    """`\\int_a^b f'(x) g(x) dx = f(b) g(b) - f(a) g(a) - \\int_a^b f(x) g'(x) dx`: the sum of the
    integrands has an antiderivative.
    """
    goal, setting = problem.relation, problem.setting
    found = integrals_in((goal.left, goal.right))
    if len(found) != 2 or goal.operator != "=":
        return
    try:
        for whole, together in sums_of_two(found, Namer("parts"), setting):
            value = evaluated(whole, "whole", problem, setting)
            if value is not None:
                lines = script(problem.start, together, value.line, GRIND_SUMS)
                uses = frozenset({"integration", "algebra"})
                yield Proof(lines, "integration by parts", uses)
    except (Unprintable, NotContinuous):
        return
