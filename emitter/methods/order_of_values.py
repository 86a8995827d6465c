"""The order of the values of a declared function that is increasing or decreasing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shomei.emitter.lean.script import Exact
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.functions import property_proof
from shomei.emitter.proof.sign import discharge
from shomei.terms.functions import is_family
from shomei.terms.nodes import Call, Property, PropertyKind, Relation
from shomei.terms.relations import ascending

#: The kinds that give `f(a) < f(b)` and `f(a) ≤ f(b)`, and whether they turn the order.
_KINDS: Final[dict[str, tuple[tuple[PropertyKind, bool], ...]]] = {
    "<": (("strictly increasing", False), ("strictly decreasing", True)),
    "<=": (("increasing", False), ("decreasing", True)),
}


@method(
    name="order of values",
    goal="relation",
    reasons=("monotonicity", "rule", "algebra"),
    cost=20,
    proofs=3,
)
def order_of_values(problem: Problem) -> Iterator[Proof]:
    """`f(a) < f(b)` for a strictly increasing f and `a < b`."""
    setting = problem.setting
    goal = ascending(problem.relation)
    low, high = goal.left, goal.right
    if (
        goal.operator not in _KINDS
        or not isinstance(low, Call)
        or not isinstance(high, Call)
        or low.name != high.name
        or len(low.arguments) != 1
        or is_family(low.name)
    ):
        return
    for kind, turns in _KINDS[goal.operator]:
        known = property_proof(Property(kind, low.name), setting.notation)
        if known is None:
            continue
        (a,), (b,) = (high.arguments, low.arguments) if turns else (low.arguments, high.arguments)
        inside = discharge(Relation("<" if goal.operator == "<" else "<=", a, b), setting)
        if inside is not None:
            script = (*problem.start, Exact(f"({known} {inside})"))
            yield Proof(script, "monotonicity", frozenset({"monotonicity"}))
