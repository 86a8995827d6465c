"""Statements about absolute values of quotients: multiplied by the absolute value of the
denominator, then a table of signs.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import real, real_relation
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.connectives import relations_of
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import nonzero
from shomei.emitter.proof.sign_table import table_proofs
from shomei.terms.literals import ONE
from shomei.terms.nodes import Apply, Binary, Expression, Number, Relation
from shomei.terms.relations import ascending


@method(
    name="absolute values of quotients",
    goal=("statement", "cover"),
    reasons=("algebra", "case"),
    cost=208,
)
def absolute_values_of_quotients(problem: Problem) -> Iterator[Proof]:
    """`\\left| \\frac{1}{x - 1} \\right| > 1 \\iff |x - 1| < 1`."""
    setting = problem.setting
    lines: list[Have] = []
    relations: list[Relation] = []
    for part in relations_of(problem.statement):
        found = _multiplied(part, setting, len(lines))
        if found is not None:
            lines.append(found[0])
        relations.append(part if found is None else found[1])
    if lines:
        uses = frozenset({"algebra", "case"})
        for script, how in table_proofs(tuple(relations), setting, (*problem.given, *lines)):
            yield Proof(script, f"absolute value of a product, {how}", uses)


def _multiplied(part: Relation, setting: Setting, number: int) -> tuple[Have, Relation] | None:
    """The relation without the denominator, with the line that states that the two are
    equivalent.
    """
    low = ascending(part)
    if low.operator not in ("<", "<="):
        return None
    for whole, other, small in ((low.left, low.right, True), (low.right, low.left, False)):
        if not isinstance(whole, Apply) or whole.operation != "abs":
            continue
        [inside] = whole.arguments
        if not isinstance(inside, Binary) or inside.operator != "/":
            continue
        apart = nonzero(inside.right, setting)
        if apart is None:
            continue
        bottom = Apply("abs", (inside.right,))
        top: Expression = Apply("abs", (inside.left,))
        rules = "abs_div"
        if isinstance(inside.left, Number) and inside.left.value > 0:
            top = inside.left
            rules += f", abs_of_pos (by grind : (0 : ℝ) < {real(top, setting.notation)})"
        scaled = bottom if other == ONE else Binary("*", other, bottom)
        wanted = Relation(low.operator, *((top, scaled) if small else (scaled, top)))
        kind = "lt" if low.operator == "<" else "le"
        lemma = f"div_{kind}_iff₀" if small else f"{kind}_div_iff₀"
        before, after = (real_relation(each, setting.notation) for each in (low, wanted))
        statement = f"({before}) ↔ ({after})"
        exact = f"{lemma} (abs_pos.mpr {apart})"
        end = f"rw [{exact}, one_mul]" if other == ONE else f"exact {exact}"
        proof = f"(by rw [{rules}]; {end})"
        return Have(f"multiplied{number}", statement, proof), wanted
    return None
