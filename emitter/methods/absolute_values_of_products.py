"""An equation with absolute values: of products and quotients, then by the sign of the contents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Have, Rw
from shomei.emitter.lean.term import real
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import bound_free, opposites
from shomei.emitter.proof.setting import Setting
from shomei.terms.nodes import Binary, Expression, Negation, Relation, applies
from shomei.terms.walk import free_variables

#: How many absolute values are compared, and how many are split by sign.
_MOST = 6
_MOST_CASES = 3


@method(
    name="absolute values of products",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra",),
    cost=145,
)
def absolute_values_of_products(problem: Problem) -> Iterator[Proof]:
    """`|y^2 - 9| = |y - 3| |y + 3|`, `\\left| \\frac xy \\right| = \\frac{|x|}{|y|}`."""
    goal, setting = problem.relation, problem.setting
    if goal.operator != "=":
        return
    found = [
        part.arguments[0]
        for part in dict.fromkeys((*bound_free(goal.left), *bound_free(goal.right)))
        if applies(part, "abs") and set(free_variables(part)) <= set(setting.variables)
    ]
    if not found:
        return
    uses = frozenset({"algebra"})
    lines = [*_products(found[:_MOST], setting), *opposites((goal.left, goal.right), setting)]
    if lines:
        yield Proof((*problem.start, *lines, GRIND), "absolute value of a product", uses)
    if len(found) <= _MOST_CASES:
        cases = [
            Have(
                f"sign{number}",
                f"(0 ≤ {u} ∧ abs ({u} : ℝ) = {u}) ∨ ({u} ≤ 0 ∧ abs ({u} : ℝ) = -({u}))",
                (
                    f"(le_total 0 ({u} : ℝ)).imp (fun above => ⟨above, abs_of_nonneg above⟩) (fun "
                    "below => ⟨below, abs_of_nonpos below⟩)"
                ),
            )
            for number, u in enumerate(real(inside, setting.notation) for inside in found)
        ]
        how = "absolute value, by the sign of what is in it"
        yield Proof((*problem.start, *cases, GRIND), how, uses)


def _products(found: list[Expression], setting: Setting) -> list[Have]:
    """`|w| = |u| |v|` for contents that are such products, as far as the sample points show."""
    lines: list[Have] = []
    for u, v in combinations(found, 2):
        for w in found:
            if w in (u, v):
                continue
            for product in (Binary("*", u, v), Negation(Binary("*", u, v))):
                if setting.points and setting.seems(Relation("=", w, product)):
                    lines.append(_line(product, w, (u, v), setting, len(lines)))
    return lines


def _line(
    form: Expression,
    whole: Expression,
    parts: tuple[Expression, Expression],
    setting: Setting,
    number: int,
) -> Have:
    """`|whole| = |u| |v|`, because the whole is equal to `form`, a product or its negative."""
    texts = [f"(abs ({real(part, setting.notation)} : ℝ))" for part in (whole, *parts)]
    same = f"show ({real(whole, setting.notation)} : ℝ) = {real(form, setting.notation)} by grind"
    rules = (same, *(("abs_neg",) if isinstance(form, Negation) else ()), "abs_mul")
    return Have(f"product{number}", f"{texts[0]} = {texts[1]} * {texts[2]}", by(Rw(rules)))
