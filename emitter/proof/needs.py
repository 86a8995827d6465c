"""The conditions of the operations of a step, as intermediate facts: `grind` cancels a denominator
only if it knows that it is not 0.
"""

from __future__ import annotations

from collections.abc import Iterable

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Have, stated
from shomei.emitter.lean.term import between_naturals, real_relation, relation
from shomei.emitter.proof.justification import is_certain, justify
from shomei.emitter.proof.recursion import recurrences
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import discharge
from shomei.obligations.definedness import own_conditions
from shomei.obligations.model import Obligation
from shomei.terms.nodes import Expression, Number, Relation, Variable
from shomei.terms.walk import free_variables, subterms


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


def floors(setting: Setting) -> list[Have]:
    """The least values of indices of sequences as real numbers, which `grind` does not know from
    those of natural numbers.
    """
    if not recurrences(setting):
        return []
    lines: list[Have] = []
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


def brought_in(terms: Iterable[Expression], setting: Setting) -> tuple[list[Have], Setting]:
    """`have`s for the conditions of the operations in `terms`, as far as they can be proved, and
    the setting with them.
    """
    known: dict[Relation, str] = {}
    for term in terms:
        for part in subterms(term):
            for need in own_conditions(part, setting.notation.naturals):
                if need in known or not set(free_variables(need.left)) <= set(setting.variables):
                    continue
                proof = discharge(need, setting)
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
