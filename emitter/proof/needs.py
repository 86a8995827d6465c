"""The conditions of the operations of a step, as intermediate facts: `grind` cancels a denominator
only if it knows that it is not 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Have, stated
from shomei.emitter.lean.term import between_naturals, real_relation, relation
from shomei.emitter.proof.justification import is_certain, justify
from shomei.emitter.proof.recursion import recurrences
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import discharge
from shomei.obligations.definedness import own_conditions
from shomei.obligations.model import Obligation
from shomei.terms.nodes import (
    Apply,
    Expression,
    Negation,
    Number,
    Relation,
    RelationOperator,
    Variable,
)
from shomei.terms.walk import free_variables, subterms

#: How the proofs of bounds begin that absolute values give.
_FROM_ABSOLUTE_VALUES: Final = ("(And.left (abs_l", "(And.right (abs_l")


def with_conditions(obligation: Obligation, setting: Setting) -> tuple[Setting, list[Have]]:
    """The setting with the conditions of the step, and the `have`s that state them."""
    known: list[Known] = []
    lines: list[Have] = []
    for condition in obligation.conditions:
        if condition.binders or not isinstance(condition.statement, Relation):
            continue
        statement = setting.plain_relation(condition.statement)
        if setting.name_of(statement) is not None or any(k.relation == statement for k in known):
            continue
        proof = justify(statement, setting)
        if proof is None or (condition.premises and not is_certain(proof)):
            continue
        name = f"need{len(known) + 1}"
        known.append(Known(name, statement))
        lines.append(stated(name, relation(statement, setting.notation), proof))
    return setting.with_known(tuple(known)), [*floors(setting), *lines]


def from_absolute_values(known: Iterable[Known]) -> Iterator[Known]:
    """What `|u| < v` says without an absolute value, with its proof as its name."""
    for each in known:
        match each.relation:
            case (
                Relation(
                    operator="<" | "<=" as operator,
                    left=Apply(operation="abs", arguments=(inside,)),
                    right=most,
                )
                | Relation(
                    operator=">" | ">=" as operator,
                    left=most,
                    right=Apply(operation="abs", arguments=(inside,)),
                )
            ):
                lemma = "abs_lt" if len(operator) == 1 else "abs_le"
                less: RelationOperator = "<" if len(operator) == 1 else "<="
                both = f"({lemma}.1 {each.name})"
                yield Known(f"(And.left {both})", Relation(less, Negation(most), inside))
                yield Known(f"(And.right {both})", Relation(less, inside, most))
            case _:
                pass


def floors(setting: Setting) -> list[Have]:
    """What `grind` does not know: the bounds that absolute values give, and the least values of
    indices of sequences as real numbers.
    """
    lines = [
        Have(f"side{i}", None, known.name)
        for i, known in enumerate(setting.known)
        if known.name.startswith(_FROM_ABSOLUTE_VALUES)
    ]
    if not recurrences(setting):
        return lines
    for known in setting.known:
        match known.relation:
            case Relation(operator=">=", left=Variable(name=name), right=Number(value=least)) if (
                name in setting.notation.naturals and least > 0
            ):
                lines.append(floor(name, least.numerator, known.name, len(lines)))
            case _:
                pass
    return lines


def floor(name: str, least: int, known: str, number: int = 0) -> Have:
    """That a natural variable is at least a number, as real numbers, from the same of natural
    ones.
    """
    statement = f"(({least} : ℕ) : ℝ) ≤ ({identifier(name)} : ℝ)"
    return Have(f"floor{number}", statement, f"Nat.cast_le.mpr {known}")


def beyond_grind(need: Relation, setting: Setting) -> str | None:
    """A proof of a condition that `discharge` leaves to `grind`, for `brought_in`; None where
    nothing more is known.
    """
    left = discharge(need, setting)
    if left is None or not left.startswith("(by grind"):
        return None
    found = justify(need, setting)
    return None if found == left else found


def brought_in(
    terms: Iterable[Expression],
    setting: Setting,
    prove: Callable[[Relation, Setting], str | None] = discharge,
) -> tuple[list[Have], Setting]:
    """`have`s for the conditions of the operations in `terms`, as far as they can be proved, and
    the setting with them.
    """
    known: dict[Relation, str] = {}
    for term in terms:
        for part in subterms(term):
            for need in own_conditions(part, setting.notation.naturals):
                if need in known or not set(free_variables(need.left)) <= set(setting.variables):
                    continue
                proof = prove(need, setting)
                if proof is not None:
                    known[need] = proof
    lines = [
        stated(f"part{i}", real_relation(need, setting.notation), proof)
        for i, (need, proof) in enumerate(known.items())
    ]
    facts = tuple(
        Known(f"part{i}", need)
        for i, need in enumerate(known)
        if not between_naturals(need, setting.notation)
    )
    return lines, setting.with_known(facts)
