"""Square roots in inequalities: the root alone on one side, and the same without it.

`\\sqrt u > v` holds if v is negative or `u > v^2`; `\\sqrt u < v` if v is positive and `u < v^2`;
and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import real_relation
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import nonnegative
from shomei.obligations.domain import tidy
from shomei.terms.literals import ONE, TWO, ZERO, exact_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    RelationOperator,
    applies,
)
from shomei.terms.relations import turned
from shomei.terms.walk import subterms


@dataclass(frozen=True, slots=True)
class Isolated:
    """`\\sqrt inside operator value`, which a relation is equivalent to."""

    inside: Expression
    operator: RelationOperator
    value: Expression

    @property
    def relation(self) -> Relation:
        """The relation with the root alone on its left."""
        return Relation(self.operator, Apply("sqrt", (self.inside,)), self.value)

    @property
    def square(self) -> Relation:
        """The relation between the squares of the sides."""
        return Relation(self.operator, self.inside, Power(self.value, TWO))


def isolated(relation: Relation) -> Isolated | None:
    """The relation with a square root alone on one side: a side that is one, or the only one there
    is; None if it has another form.
    """
    terms: list[tuple[Expression, Fraction]] = []
    _collect(relation.left, Fraction(1), terms)
    _collect(relation.right, Fraction(-1), terms)
    for side, other, direct in (
        (relation.left, relation.right, relation),
        (relation.right, relation.left, turned(relation)),
    ):
        if isinstance(side, Apply) and side.operation == "sqrt":
            return Isolated(side.arguments[0], direct.operator, other)
    with_root = [term for term in terms if any(applies(p, "sqrt") for p in subterms(term[0]))]
    if len(with_root) != 1 or not applies(with_root[0][0], "sqrt"):
        return None
    root, factor = with_root[0]
    rest: Expression = ZERO
    for term, times in terms:
        if term is root:
            continue
        share = -times / factor
        size = term if abs(share) == 1 else Binary("*", Number(abs(share)), term)
        rest = Binary("+" if share > 0 else "-", rest, size)
    operator = relation.operator
    if factor < 0:
        operator = turned(Relation(operator, ZERO, ONE)).operator
    if not isinstance(root, Apply):
        return None
    value = tidy(rest)
    if isinstance(value, Binary) and value.operator == "-" and value.left == ZERO:
        value = Negation(value.right)
    return Isolated(root.arguments[0], operator, value)


def _collect(term: Expression, times: Fraction, found: list[tuple[Expression, Fraction]]) -> None:
    match term:
        case Binary(operator="+", left=a, right=b):
            _collect(a, times, found)
            _collect(b, times, found)
        case Binary(operator="-", left=a, right=b):
            _collect(a, times, found)
            _collect(b, -times, found)
        case Negation(operand=a):
            _collect(a, -times, found)
        case Binary(operator="*", left=a, right=b) if exact_value(a, quotients=True):
            _collect(b, times * (exact_value(a, quotients=True) or 1), found)
        case Binary(operator="/", left=a, right=b) if exact_value(b, quotients=True):
            _collect(a, times / (exact_value(b, quotients=True) or 1), found)
        case _:
            found.append((term, times))


_LEMMAS: Final = {
    ">": ("Shomei.lt_sqrt_iff", "∨", "<"),
    ">=": ("Shomei.le_sqrt_iff", "∨", "<="),
    "<": ("Shomei.sqrt_lt_iff", "∧", ">"),
    "<=": ("Shomei.sqrt_le_iff", "∧", ">="),
    "=": ("Shomei.sqrt_eq_iff", "∧", ">="),
}


def without_root(
    relation: Relation, setting: Setting, number: int
) -> tuple[list[Have], tuple[Relation, Relation]] | None:
    """Lines that state the relation without its root, and the two relations that this consists of:
    one on the sign of the other side, and one between squares.
    """
    found = isolated(relation)
    if found is None or found.operator not in _LEMMAS:
        return None
    lemma, connective, sign = _LEMMAS[found.operator]
    sign_of: Relation = Relation(sign, found.value, ZERO)  # type: ignore[arg-type]
    under = nonnegative(found.inside, setting)
    if under is None and found.operator in (">", ">=", "="):
        return None
    parts = [real_relation(each, setting.notation) for each in (sign_of, found.square)]
    alone = real_relation(found.relation, setting.notation)
    whole = real_relation(relation, setting.notation)
    given = under if found.operator in (">", ">=", "=") else ""
    lines = [
        Have(
            f"squared{number}",
            f"({alone}) ↔ ({parts[0]}) {connective} ({parts[1]})",
            f"{lemma} {given}".strip(),
        )
    ]
    if alone != whole:
        lines.append(Have(f"alone{number}", f"({whole}) ↔ ({alone})", "(by grind)"))
    return lines, (sign_of, found.square)
