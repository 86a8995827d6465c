"""Two limiting terms by their values: if these are the same, one has a value iff the other does."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import (
    CONSTRUCTOR,
    Exact,
    Goal,
    Have,
    Intro,
    Obtain,
    Rw,
    Script,
    Tactic,
    script,
)
from shomei.emitter.lean.statement import atoms, skeleton_needs, value_of
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.needs import floors
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.valued import in_brackets, unique
from shomei.emitter.proof.values import valued, values
from shomei.terms.definitions import unfold
from shomei.terms.nodes import Derivative, Expression, Limit, Prime


@method(
    name="common value",
    goal="equivalence",
    reasons=("limit", "differentiation", "continuity"),
    cost=400,
)
def common_value(problem: Problem) -> Iterator[Proof]:
    """`\\lim_{x \\to 0} x = \\lim_{x \\to 0} \\sin x`, since both are 0."""
    setting = problem.graph.setting
    left, right = problem.relation.left, problem.relation.right
    for one in values(left, problem):
        text = in_brackets(one.value, setting)
        for other in values(right, problem):
            for second in valued(problem, right, one.value, other):
                try:
                    to_first = _unique_lines(left, "first", setting)
                    to_second = _unique_lines(right, "second", setting)
                except Unprintable:
                    continue
                begin, same = Intro(("given",)), Rw(("same",))
                body = script(
                    floors(setting),
                    one.before,
                    Have("first", value_of(left, text, setting.notation), one.proof),
                    Have("second", value_of(right, text, setting.notation), second.script),
                    (Intro(("value",)), CONSTRUCTOR),
                    Goal((begin, *to_first, same, Exact("second"))),
                    Goal((begin, *to_second, same, Exact("first"))),
                )
                uses = one.uses | second.uses
                yield Proof(body, second.how, uses, (*one.requires, *second.requires))
        break


def _unique_lines(term: Expression, proof: str, setting: Setting) -> Script:
    if isinstance(term, Limit | Prime | Derivative):
        return unique(term, proof, "given")
    skeleton, found = atoms(unfold(term, setting.notation.definitions))
    needs = skeleton_needs(skeleton, tuple(a.name for a in found), setting.notation)
    fields = [f"e{i}" for i in range(len(found) + len(needs))]
    mine = ", ".join([*(f"v{i}" for i in range(len(found))), *fields, "last"])
    others = ", ".join([*(f"w{i}" for i in range(len(found))), *(f"o{f}" for f in fields), "olast"])
    lines: list[Tactic] = [Obtain(f"⟨{mine}⟩", "given"), Obtain(f"⟨{others}⟩", proof)]
    for i, atom in enumerate(found):
        lines += unique(atom.term, f"oe{i}", f"e{i}", f"same{i}")
    if found:
        lines.append(Rw(tuple(f"same{i}" for i in range(len(found))), at="last"))
    return (*lines, Have("same", None, "last.trans olast.symm"))
