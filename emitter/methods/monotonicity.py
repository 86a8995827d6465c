"""An inequality between values of one increasing function, by that between their arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from shomei.emitter.lean.script import GRIND, Exact, Have, script
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import bound_free, rules_in, saturate
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import premised
from shomei.operations.registry import applied
from shomei.terms.literals import E
from shomei.terms.nodes import Expression, Power, Relation
from shomei.terms.relations import ascending


@method(
    name="monotonicity",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra", "monotonicity"),
    cost=120,
)
def monotonicity(problem: Problem) -> Iterator[Proof]:
    """`log a < log b` from `a < b`, likewise for powers of e and roots; `x < log b` from `e^x <
    b`.
    """
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<", "<=", ">", ">="):
        return
    low = ascending(goal)
    small, large = low.left, low.right
    strict = goal.operator in ("<", ">")
    inner, lemma = _between(small, large, setting, strict=strict)
    between = Relation("<" if strict else "<=", *inner)
    if lemma is None or setting.seems(between) is False:
        return
    laws = saturate(inner, setting, rounds=2, skip=frozenset({"inequality", "rpow_def"}))
    proof = script((law.tactic(setting) for law in laws), _orders(inner, setting), GRIND)
    lines = script(
        problem.start, Have("inner", relation(between, setting.notation), proof), Exact(lemma)
    )
    yield Proof(lines, "monotonicity", frozenset({"algebra", "monotonicity"}) | rules_in(laws))


def _between(
    small: Expression, large: Expression, setting: Setting, *, strict: bool
) -> tuple[tuple[Expression, Expression], str | None]:
    """The arguments, and the lemma that derives the goal from `inner`, the inequality between them;
    None if there is none.
    """
    one, other = applied(small), applied(large)
    if one is not None and other is not None and one[0] is other[0] and one[0].monotonicity:
        growth, a, b = one[0].monotonicity, one[1][-1], other[1][-1]
        needs = (growth.strict_needs if strict else growth.weak_needs)(a)
        return (a, b), _filled(growth.strict if strict else growth.weak, needs, setting)
    for head, value, last in ((other, small, True), (one, large, False)):
        if head is None or head[0].inverse is None or not head[0].monotonicity:
            continue
        arguments, growth = head[1], head[0].monotonicity
        if growth.transposed is None:
            continue
        a = arguments[-1]
        [undone] = head[0].inverse(arguments, len(arguments) - 1, value)
        lemma = growth.transposed[2 * (not last) + (not strict)]
        return (undone, a) if last else (a, undone), _filled(lemma, growth.weak_needs(a), setting)
    return (small, large), None


def _filled(lean: str, needs: Sequence[Relation], setting: Setting) -> str | None:
    lemma = premised(lean, needs, setting)
    return lemma.replace("{inner}", "inner") if lemma else None


def _orders(terms: Iterable[Expression], setting: Setting) -> list[Have]:
    """`e^y ≤ e^x` for powers of e in `terms` whose exponents a hypothesis compares."""
    exponents = {
        part.exponent
        for term in terms
        for part in bound_free(term)
        if isinstance(part, Power) and part.base == E
    }
    lines: list[Have] = []
    for known in setting.known:
        left, right = known.relation.left, known.relation.right
        if known.relation.operator in ("<", "<=", ">", ">=") and {left, right} <= exponents:
            lemma = (
                "Real.exp_lt_exp" if known.relation.operator in ("<", ">") else "Real.exp_le_exp"
            )
            lines.append(Have(f"order{len(lines) + 1}", None, f"{lemma}.2 {known.name}"))
    return lines
