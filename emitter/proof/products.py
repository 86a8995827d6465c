"""Products of inequalities: for `0 ≤ u` and `0 ≤ v`, that `0 ≤ u v`, so that linear arithmetic can
use it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations_with_replacement

from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import between_naturals, real_relation
from shomei.emitter.proof.setting import Known, Setting
from shomei.terms.literals import ZERO
from shomei.terms.nodes import BigOperator, Limit, Relation, Variable
from shomei.terms.relations import ascending
from shomei.terms.walk import free_variables, subterms

#: How many inequalities are multiplied with each other.
_MOST = 6
#: The names of hypotheses between natural numbers, once they are between real numbers.
_CAST = "cast"


def products(known: Sequence[Known], setting: Setting, about: Relation) -> list[Have]:
    """The products of two inequalities of `known` that share a variable with `about`."""
    wanted = {*free_variables(about.left), *free_variables(about.right)}
    factors = [each for each in known if _usable(each, wanted, setting)][:_MOST]
    lines: list[Have] = []
    for one, other in combinations_with_replacement(factors, 2):
        p, q = (
            f"({'sub_pos' if _strict(each) else 'sub_nonneg'}.2 {each.name})"
            for each in (one, other)
        )
        if _strict(one) and _strict(other):
            proof = f"mul_pos {p} {q}"
        else:
            weak = [
                f"(le_of_lt {part})" if _strict(each) else part
                for part, each in ((p, one), (q, other))
            ]
            proof = f"mul_nonneg {weak[0]} {weak[1]}"
        lines.append(Have(f"times{len(lines) + 1}", None, proof))
    return lines


def _strict(known: Known) -> bool:
    return known.relation.operator in ("<", ">")


def naturals_as_reals(setting: Setting) -> tuple[list[Have], list[Known]]:
    """The hypotheses between natural numbers as relations between real numbers, and that natural
    numbers are not negative.
    """
    lines: list[Have] = []
    known: list[Known] = []
    for each in setting.known:
        low = ascending(each.relation)
        if low.operator in ("<", "<=") and between_naturals(each.relation, setting.notation):
            name = f"{_CAST}{len(lines)}"
            lemma = "Nat.cast_lt" if low.operator == "<" else "Nat.cast_le"
            statement = real_relation(low, setting.notation)
            cast = f"({lemma} (α := ℝ)).2 {each.name}"
            lines.append(Have(name, statement, f"(by have raw := {cast}; grind)"))
            known.append(Known(name, low))
    for variable in setting.variables:
        if variable in setting.notation.naturals:
            name = f"{_CAST}{len(lines)}"
            above = Relation("<=", ZERO, Variable(variable))
            lines.append(Have(name, real_relation(above, setting.notation), "(Nat.cast_nonneg _)"))
            known.append(Known(name, above))
    return lines, known


def _usable(known: Known, wanted: set[str], setting: Setting) -> bool:
    relation = known.relation
    low = ascending(relation)
    return (
        low.operator in ("<", "<=")
        and (known.name.startswith(_CAST) or not between_naturals(relation, setting.notation))
        and bool(wanted & {*free_variables(low.left), *free_variables(low.right)})
        and not any(
            isinstance(part, Limit | BigOperator)
            for side in (low.left, low.right)
            for part in subterms(side)
        )
    )
