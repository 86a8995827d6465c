"""An inequality whose difference is a sum of squares and of products of what is known."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, Have, Script, script
from shomei.emitter.lean.term import real_relation
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.certificates import certificate
from shomei.emitter.proof.laws import BY_GRIND, rules_in
from shomei.emitter.proof.products import naturals_as_reals
from shomei.emitter.proof.setting import Known
from shomei.emitter.proof.sign import positive
from shomei.symbolic import factored_difference
from shomei.terms.literals import ZERO
from shomei.terms.nodes import BigOperator, Binary, Expression, Limit, Relation
from shomei.terms.relations import ascending
from shomei.terms.walk import free_variables, subterms

_HOW = "sum of squares and products"


@method(
    name="sums of squares and products",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra",),
    cost=105,
    proofs=4,
)
def sums_of_squares(problem: Problem) -> Iterator[Proof]:
    """`a^3 + b^3 + c^3 \\ge 3 a b c` for positive numbers; `a b \\le \\frac14` if `a + b = 1`."""
    goal, setting = problem.relation, problem.setting
    if goal.operator in ("=", "!="):
        return
    low = ascending(goal)
    small, large = low.left, low.right
    strict = low.operator == "<"
    if any(
        isinstance(part, BigOperator | Limit) for side in (small, large) for part in subterms(side)
    ):
        return
    difference: Expression = Binary("-", large, small)
    fraction: Script = ()
    if any(
        isinstance(part, Binary) and part.operator == "/" and free_variables(part.right)
        for part in subterms(difference)
    ):
        factored = factored_difference(large, small)
        if factored is None:
            return
        if isinstance(factored, Binary) and factored.operator == "/":
            below = positive(factored.right, setting)
            if below is None:
                return
            difference = factored.left
            sign = Relation(">" if strict else ">=", difference, ZERO)
            lemma = "div_pos" if strict else "div_nonneg"
            weak = below if strict else f"(le_of_lt {below})"
            same = Relation("=", Binary("-", large, small), factored)
            fraction = (
                Have("sign", None, f"{lemma} above {weak}"),
                Have("difference", real_relation(same, setting.notation), BY_GRIND),
                GRIND,
            )
        else:
            difference = factored
            sign = Relation(">" if strict else ">=", difference, ZERO)
    laws = problem.findings.order_laws[:16]
    casts, of_naturals = naturals_as_reals(setting)
    known = (*of_naturals, *(Known(law.name, law.statement) for law in laws))
    lines = certificate(difference, setting, known, strict=strict)
    if lines is None:
        return
    used = " ".join(line.proof for line in lines if isinstance(line.proof, str))
    needed = [law for law in laws if law.name in used.replace("(", " ").replace(")", " ").split()]
    before = script(problem.start, casts, (law.tactic(setting) for law in needed))
    uses = frozenset({"algebra"}) | rules_in(needed)
    if fraction:
        above = Have("above", real_relation(sign, setting.notation), (*lines, GRIND))
        yield Proof(script(before, above, fraction), _HOW, uses)
    else:
        yield Proof(script(before, lines, GRIND), _HOW, uses)
