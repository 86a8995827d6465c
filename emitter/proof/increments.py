"""The step of an induction on an inequality between a sum and a term: the next summand against the
growth of the term. `\\sum_{k=1}^n 1/k^2 \\le 2 - 1/n` follows from the same for n and from
`1/(n+1)^2 \\le 1/n - 1/(n+1)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND, Have, Script
from shomei.emitter.lean.term import real, relation
from shomei.emitter.method import Place, Problem, Proof
from shomei.emitter.proof.setting import Setting
from shomei.emitter.search import inside
from shomei.terms.literals import ONE
from shomei.terms.nodes import Apply, BigOperator, Binary, Expression, Relation, Variable
from shomei.terms.recurrence import parted, plus
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, subtrees

#: How many proofs of the comparison of one summand are tried.
_TRIED = 3


def by_increments(
    problem: Problem, goal: Relation, name: str, place: Place, lines: Script
) -> Iterator[Proof]:
    """Proofs of the step from n, called `name`, to n + 1 in the `place` of that step; `lines` split
    the last summand off.
    """
    wanted = increment(goal, name)
    if wanted is None or place.setting.seems(wanted) is False:
        return
    statement = relation(wanted, place.setting.notation)
    roots = _with_roots(wanted, name, place.setting)
    if roots:
        grown = Have("grown", statement, (*roots, GRIND))
        yield Proof((*place.given, *lines, grown, GRIND), "the next summand")
        return
    within = problem.within("arithmetic", wanted, Place(place.setting))
    for found in islice(inside(within, by_reason=False), _TRIED):
        grown = Have("grown", statement, found.script)
        script = (*place.given, *lines, grown, GRIND)
        yield Proof(script, "the next summand", found.uses, found.requires)


def increment(goal: Relation, name: str) -> Relation | None:
    """That the next summand is on the right side of the growth of the other side of `goal`; None if
    no side is a sum up to `name`, or both have sums.
    """
    sides = (goal.left, goal.right)
    last = [_next(side, name) for side in sides]
    if (last[0] is None) == (last[1] is None):
        return None
    grown = [
        _growth(side, name) if each is None else each
        for side, each in zip(sides, last, strict=True)
    ]
    if grown[0] is None or grown[1] is None:
        return None
    return Relation(goal.operator, grown[0], grown[1])


def _next(side: Expression, name: str) -> Expression | None:
    """What a sum up to n gains from n to n + 1."""
    match side:
        case BigOperator(operator="sum", upper=upper, lower=lower, body=body, index=index) if (
            parted(upper)[0] == Variable(name)
            and name not in (*free_variables(lower), *free_variables(body))
        ):
            return substitute(body, {index: plus(upper, 1)})
        case _:
            return None


def _growth(side: Expression, name: str) -> Expression | None:
    """What a term without sums gains from n to n + 1."""
    if any(isinstance(part, BigOperator) for part in subtrees(side)):
        return None
    above = substitute(side, {name: Binary("+", Variable(name), ONE)})
    return Binary("-", above, side)


def _with_roots(wanted: Relation, name: str, setting: Setting) -> Script:
    """What `grind` needs to compare terms in the roots a of n and b of n + 1: that b^2 - a^2 is 1,
    and products of `b - a` with terms that are not negative. Nothing if there are no such roots.
    """
    n = Variable(name)
    below, above = Apply("sqrt", (n,)), Apply("sqrt", (Binary("+", n, ONE),))
    if not {below, above} <= {part for part in subtrees(wanted) if isinstance(part, Apply)}:
        return ()
    own = identifier(name)
    a, b = (real(part, setting.notation) for part in (below, above))
    gap = f"(sub_nonneg.mpr order : 0 ≤ {b} - {a})"
    square = f"(mul_self_nonneg ({b} - {a}))"
    lines = (
        ("least_root", f"(0 : ℝ) ≤ ({own} : ℝ)", f"Nat.cast_nonneg {own}"),
        ("square_below", f"{a} ^ 2 = ({own} : ℝ)", "Real.sq_sqrt least_root"),
        ("square_above", f"{b} ^ 2 = ({own} : ℝ) + 1", "Real.sq_sqrt (by grind)"),
        ("some", f"0 ≤ {a}", "Real.sqrt_nonneg _"),
        ("positive", f"0 < {b}", "Real.sqrt_pos.mpr (by grind)"),
        ("order", f"{a} ≤ {b}", "Real.sqrt_le_sqrt (by grind)"),
        ("inverse", f"0 ≤ ({b})⁻¹", "le_of_lt (inv_pos.mpr positive)"),
        ("apart", f"{b} ≠ 0", "LT.lt.ne' positive"),
        *(
            (f"hint{place}", f"0 ≤ {short}", f"le_of_le_of_eq ({proof}) (by grind)")
            for place, (short, proof) in enumerate(
                (
                    (f"2 * {b} - 2 * {a} - ({b})⁻¹", f"mul_nonneg {square} inverse"),
                    (f"{a} + ({b})⁻¹ - {b}", f"mul_nonneg (mul_nonneg some {gap}) inverse"),
                    (f"2 * {own} * {a} + {a} - 2 * {own} * {b}", f"mul_nonneg {square} some"),
                    (
                        f"2 * {own} * {b} + {b} - 2 * {own} * {a} - 2 * {a}",
                        f"mul_nonneg {square} (le_of_lt positive)",
                    ),
                )
            )
        ),
    )
    return tuple(Have(label, stated, proof) for label, stated, proof in lines)
