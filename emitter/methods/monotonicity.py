"""An inequality between values of one increasing function, by that of their arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shomei.emitter.lean.script import GRIND, Exact, Have, script
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import bound_free, rules_in, saturate
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import nonnegative, positive
from shomei.terms.literals import E
from shomei.terms.nodes import Apply, Expression, Power, Relation


@method(
    name="monotony",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra", "monotonicity"),
    cost=120,
)
def monotonicity(problem: Problem) -> Iterator[Proof]:
    """`log a < log b` from `a < b`, likewise for powers of e and for roots; `x < log b` from
    `e^x < b`.
    """
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<", "<=", ">", ">="):
        return
    small, large = (
        (goal.left, goal.right) if goal.operator in ("<", "<=") else (goal.right, goal.left)
    )
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
    yield Proof(lines, "monotony", frozenset({"algebra", "monotonicity"}) | rules_in(laws))


def _between(
    small: Expression, large: Expression, setting: Setting, *, strict: bool
) -> tuple[tuple[Expression, Expression], str | None]:
    """The arguments, and the lemma that takes `inner`, the inequality between them, to the goal;
    None where there is none.
    """
    order = "lt" if strict else "le"
    match small, large:
        case Apply("log", (a,)), Apply("log", (b,)):
            above = positive(a, setting)
            return (a, b), f"Real.log_{order}_log {above} inner" if above else None
        case _, Apply("log", (b,)):
            above = positive(b, setting)
            return (
                (Power(E, small), b),
                f"(Real.{'lt_log_iff_exp_lt' if strict else 'le_log_iff_exp_le'} {above}).2 inner"
                if above
                else None,
            )
        case Apply("log", (a,)), _:
            above = positive(a, setting)
            return (
                (a, Power(E, large)),
                f"(Real.{'log_lt_iff_lt_exp' if strict else 'log_le_iff_le_exp'} {above}).2 inner"
                if above
                else None,
            )
        case Power(base=base, exponent=a), Power(base=other, exponent=b) if base == other == E:
            return (a, b), f"Real.exp_{order}_exp.2 inner"
        case Apply("sqrt", (a,)), Apply("sqrt", (b,)):
            least = nonnegative(a, setting) if strict else ""
            return (
                (a, b),
                f"Real.sqrt_{order}_sqrt {least} inner" if least is not None else None,
            )
        case _:
            return (small, large), None


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
