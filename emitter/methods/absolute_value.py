"""An inequality with absolute values: by the laws of products, then by the sign of the contents of
each.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from shomei.emitter.lean.script import GRIND, Have
from shomei.emitter.lean.term import real
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import bound_free
from shomei.terms.nodes import applies
from shomei.terms.walk import free_variables


@method(name="absolute value", goal="relation", reasons=("algebra",), cost=40)
def absolute_value(problem: Problem) -> Iterator[Proof]:
    """`|x y| <= |x| |y|` by `abs_mul`; `|x + y| <= |x| + |y|` by the signs of x and y."""
    goal, setting = problem.relation, problem.setting
    if goal.operator in ("=", "!="):
        return
    found = dict.fromkeys(
        part
        for side in (goal.left, goal.right)
        for part in bound_free(side)
        if applies(part, "abs")
    )
    inside = [
        real(part.arguments[0], setting.notation)
        for part in found
        if set(free_variables(part)) <= set(setting.variables)
    ][:3]
    pairs: list[Have] = []
    for number, (u, v) in enumerate(combinations(inside, 2)):
        pairs += [
            Have(f"product{number}", None, f"abs_mul ({u} : ℝ) ({v})"),
            Have(f"above{number}", None, f"le_abs_self (({u} : ℝ) * ({v}))"),
            Have(f"below{number}", None, f"neg_abs_le (({u} : ℝ) * ({v}))"),
        ]
    own = [Have(f"square{number}", None, f"sq_abs ({u} : ℝ)") for number, u in enumerate(inside)]
    if not inside:
        return
    uses = frozenset({"algebra"})
    yield Proof((*own, *pairs, GRIND), "absolute value of a product", uses)
    cases = [
        Have(
            f"sign{number}",
            (f"(0 ≤ ({u} : ℝ) ∧ abs ({u} : ℝ) = {u}) ∨ (({u} : ℝ) ≤ 0 ∧ abs ({u} : ℝ) = -({u}))"),
            (
                f"(le_total 0 ({u})).imp (fun above => ⟨above, abs_of_nonneg above⟩) (fun below "
                "=> ⟨below, abs_of_nonpos below⟩)"
            ),
        )
        for number, u in enumerate(inside)
    ]
    yield Proof((*cases, GRIND), "absolute value, by the sign of what is in it", uses)
