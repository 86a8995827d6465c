"""The cases of a split cover everything."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, RIGHT, Cases, Exact, Goal, Have, Line
from shomei.emitter.lean.term import pure_statement, real
from shomei.emitter.method import Problem, Proof, method
from shomei.terms.nodes import Relation
from shomei.terms.walk import alternatives

_USES = frozenset({"case", "algebra"})


@method(name="cases that cover everything", goal="cover", reasons=("case",), cost=10)
def cover(problem: Problem) -> Iterator[Proof]:
    """By the order of the real numbers, or because a statement either holds or does not."""
    yield Proof((GRIND,), "the order of the real numbers", _USES)
    notation = problem.graph.setting.notation
    conditions = list(alternatives(problem.statement))
    relations = [part for part in conditions if isinstance(part, Relation)]
    compared = dict.fromkeys(
        (real(part.left, notation), real(part.right, notation)) for part in relations
    )
    lines = [
        Have(f"order{number}", None, f"lt_trichotomy ({left} : ℝ) ({right} : ℝ)")
        for number, (left, right) in enumerate(compared)
    ]
    if lines:
        yield Proof((*lines, GRIND), "the order of the real numbers", _USES)
    if len(conditions) == 2:
        first = pure_statement(conditions[0], notation)
        split = (
            Cases(f"Classical.em ({first})", ("yes", "no")),
            Goal((Exact("Or.inl yes"),)),
            Goal((Line((RIGHT, GRIND)),)),
        )
        yield Proof(split, "a statement holds or does not", _USES)
