"""An upper bound of an absolute value: of the number and of its opposite."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Exact, Have, script
from shomei.emitter.lean.term import real_relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.search import inside
from shomei.terms.literals import TWO
from shomei.terms.nodes import Apply, Negation, Power, Relation, applies
from shomei.terms.relations import ascending

_HOW = "absolute value"


@method(
    name="bounds of an absolute value", goal="relation", reasons=("algebra",), cost=625, proofs=12
)
def bounds_of_absolute_values(problem: Problem) -> Iterator[Proof]:
    """`|u| \\le v`, because `-v \\le u` and `u \\le v`; and `|u| \\le \\sqrt{w}`, because
    `u^2 \\le w`.
    """
    setting, place = problem.setting, Place(problem.setting, problem.given)
    low = ascending(problem.relation)
    if low.operator not in ("<", "<=") or not isinstance(low.left, Apply):
        return
    if not applies(low.left, "abs"):
        return
    (content,) = low.left.arguments
    if isinstance(low.right, Apply) and applies(low.right, "sqrt") and low.operator == "<=":
        square = Relation("<=", Power(content, TWO), low.right.arguments[0])
        for each in list(inside(problem.within("arithmetic", square, place)))[:3]:
            squared = Have("square", real_relation(square, setting.notation), each.script)
            lines = script(problem.given, squared, Exact("Shomei.abs_le_sqrt square"))
            yield Proof(lines, f"{_HOW}, {each.how}", each.uses)
    wanted = (
        Relation(low.operator, Negation(low.right), content),
        Relation(low.operator, content, low.right),
    )
    if any(setting.seems(each) is False for each in wanted):
        return
    ways = [list(inside(problem.within("arithmetic", each, place)))[-3:] for each in wanted]
    lemma = "abs_lt" if low.operator == "<" else "abs_le"
    for one, other in zip(*(reversed(each) for each in ways), strict=False):
        below = Have("below", real_relation(wanted[0], setting.notation), one.script)
        above = Have("above", real_relation(wanted[1], setting.notation), other.script)
        lines = script(problem.given, below, above, Exact(f"{lemma}.2 ⟨below, above⟩"))
        yield Proof(lines, f"{_HOW}, {other.how}", one.uses | other.uses)
