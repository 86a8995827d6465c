"""Two limits, one of them in the variable of the other."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Goal, Have, Intro, Refine, Script, Show
from shomei.emitter.lean.term import real, relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.approach import Approach
from shomei.emitter.proof.limits import Limiter
from shomei.emitter.proof.near import enter
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.substitution import inverse
from shomei.emitter.search import inside
from shomei.obligations.model import Obligation
from shomei.operations.latex import print_expression
from shomei.parser.reason_nodes import Substitute
from shomei.terms.literals import ONE
from shomei.terms.nodes import Binary, Expression, Infinity, Limit, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables


@method(
    name="change of variable",
    goal="equivalence",
    reasons=("substitution", "algebra"),
    cost=210,
)
def change_of_variable(problem: Problem) -> Iterator[Proof]:
    """`lim_{h→p} A(h) = lim_{t→q} B(t)` with t = φ(h)."""
    left, right = problem.relation.left, problem.relation.right
    if not isinstance(left, Limit) or not isinstance(right, Limit):
        return
    for name, value in _substitutions(problem.obligation, left, right, problem.graph.setting):
        old, new, turned = (left, right, False) if name == right.variable else (right, left, True)
        if old.variable not in free_variables(value) or name in free_variables(value):
            continue
        back = inverse(value, old.variable, Variable(name))
        if back is None:
            continue
        yield from _substituted(problem, old, new, value, back, turned=turned)


def _substitutions(
    obligation: Obligation, left: Limit, right: Limit, setting: Setting
) -> Iterator[tuple[str, Expression]]:
    for reason in obligation.reasons:
        if isinstance(reason, Substitute):
            value = setting.plain(reason.value)
            if reason.name in (left.variable, right.variable):
                yield reason.name, value
            elif isinstance(value, Variable):
                yield value.name, Variable(reason.name)
    if left.variable != right.variable and not any(
        isinstance(reason, Substitute) for reason in obligation.reasons
    ):
        # No substitution is named: try the same variable, a reciprocal and a shift that map one
        # point to the other.
        yield right.variable, Variable(left.variable)
        yield right.variable, Binary("/", ONE, Variable(left.variable))
        if not isinstance(left.point, Infinity) and not isinstance(right.point, Infinity):
            yield right.variable, Binary("-", Variable(left.variable), left.point)
            yield right.variable, Binary("+", Variable(left.variable), right.point)


def _substituted(
    problem: Problem,
    old: Limit,
    new: Limit,
    value: Expression,
    back: Expression,
    *,
    turned: bool,
) -> Iterator[Proof]:
    """`Shomei.tendsto_substitution` for t = value(h), h = back(t)."""
    setting = problem.graph.setting
    outer, inner = Limiter(Approach.of(old), setting), Limiter(Approach.of(new), setting)
    there, here = _reaches(outer, value, inner), _reaches(inner, back, outer)
    if there is None or here is None:
        return
    h, t = identifier(old.variable), identifier(new.variable)
    body = setting.plain(old.body)
    image = setting.plain(new.body)
    blocks: list[list[Script]] = []
    for limit, limiter, goal in (
        (old, outer, Relation("=", body, substitute(image, {new.variable: value}))),
        (new, inner, Relation("=", image, substitute(body, {old.variable: back}))),
    ):
        lines, near = enter(problem.obligation, limit, limiter, renamed=False)
        if near.points and near.seems(goal) is False:
            return
        head = (*lines, Show(relation(goal, near.notation)))
        found = inside(problem.within("arithmetic", goal, Place(near)))
        blocks.append([(*head, *each.script) for each in found])
    phi = f"(fun {h} : ℝ => {real(value, outer.inner)})"
    psi = f"(fun {t} : ℝ => {real(back, inner.inner)})"
    main = "Shomei.tendsto_substitution there back ?_ ?_"
    begin = (
        Have("there", f"Tendsto {phi} ({outer.filter}) ({inner.filter})", there),
        Have("back", f"Tendsto {psi} ({inner.filter}) ({outer.filter})", here),
        Refine(f"Iff.symm ({main})" if turned else main),
    )
    how = f"substitution {new.variable} = {print_expression(value)}"
    for turn in range(max(len(block) for block in blocks)):
        first, second = (block[min(turn, len(block) - 1)] for block in blocks)
        uses = frozenset({"substitution", "limit", "algebra"})
        yield Proof((Intro(("value",)), *begin, Goal(first), Goal(second)), how, uses)


def _reaches(limiter: Limiter, value: Expression, target: Limiter) -> str | None:
    """A proof that `value` goes along the other filter as its variable goes along this one."""
    point = target.approach.point
    if isinstance(point, Infinity):
        up = limiter.diverges(value)
        return up[1] if up is not None and (up[0] > 0) == point.positive else None
    if target.approach.side is None:
        return limiter.towards(value, point)
    p = limiter.limit(value)
    if p is None or not limiter.same(p.value, point):
        return None
    side = Relation(">" if target.approach.side == "+" else "<", value, point)
    beyond = limiter.eventually(side)
    if beyond is None:
        return None
    return (
        f"(Shomei.tendsto_{'right' if target.approach.side == '+' else 'left'} "
        f"{limiter.retarget(p, point)} {beyond})"
    )
