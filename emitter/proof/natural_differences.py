"""Signs of differences of natural numbers: `n - 1 > 0` for n from 2 on. Lean knows what is between
natural numbers, and has to be told the same of them as real numbers.
"""

from __future__ import annotations

from shomei.emitter.lean.term import natural, real_relation
from shomei.emitter.proof.setting import Setting
from shomei.operations.operation import Sign
from shomei.terms.literals import ZERO, is_natural
from shomei.terms.nodes import Binary, Expression, Number, Relation, Variable
from shomei.terms.walk import free_variables

_LEMMAS = {">": ("<", "lt"), ">=": ("≤", "le")}


def difference_of_naturals(sign: Sign, term: Expression, setting: Setting) -> str | None:
    """A proof of `term sign 0` for a difference of natural numbers, one of them with a variable;
    None for another term or sign, or if the sample points contradict it.
    """
    match term:
        case Binary(operator="-", left=more, right=less) if sign != "<":
            pass
        case _:
            return None
    naturals = setting.notation.naturals
    if not free_variables(term) or not all(
        is_natural(part, naturals) and _is_linear(part) for part in (more, less)
    ):
        return None
    asked: Sign = ">" if sign == "!=" else sign
    if not setting.follows(Relation(asked, more, less)):
        return None
    operator, lemma = _LEMMAS[asked]
    low, high = natural(less, setting.notation), natural(more, setting.notation)
    wanted = real_relation(Relation(asked, term, ZERO), setting.notation)
    proof = (
        f"(by have whole : (({low} : ℕ) : ℝ) {operator} (({high} : ℕ) : ℝ) := Nat.cast_{lemma}.mpr "
        f"(by omega); grind : {wanted})"
    )
    return f"(LT.lt.ne' {proof})" if sign == "!=" else proof


def _is_linear(term: Expression) -> bool:
    """Whether `omega` understands a natural number."""
    match term:
        case Number() | Variable():
            return True
        case Binary(operator="+", left=a, right=b):
            return _is_linear(a) and _is_linear(b)
        case Binary(operator="*", left=a, right=b):
            return isinstance(a, Number) and _is_linear(b)
        case _:
            return False
