"""Hints for the step of an induction on an inequality whose sides grow with n, such as `2^n > n^2`
and `n! > 2^n`: products of the claim for n, of powers and factorials, and of `n - a`, where the
claim is for all n from a on. What is left for n + 1 is then linear in these products.
"""

from __future__ import annotations

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import natural, real
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import positive
from shomei.terms.literals import integer_value
from shomei.terms.nodes import Apply, Expression, Power, Relation, Variable
from shomei.terms.relations import ascending
from shomei.terms.walk import free_variables, subterms

#: The highest power of `n - a`.
_HIGHEST = 4


def growth(goal: Relation, name: str, least: int, setting: Setting) -> list[Have]:
    """Such hints, in the setting of the step from n, called `name`."""
    order = ascending(goal)
    n, strict = identifier(name), order.operator == "<"
    small, large = (real(side, setting.notation) for side in (order.left, order.right))
    lines = [
        Have("above", f"0 ≤ ({n} : ℝ) - {least}", f"sub_nonneg.mpr {_floor(n, least)}"),
        Have("ahead", f"0 {'<' if strict else '≤'} {large} - ({small})", "by grind"),
        Have("further", None, f"mul_nonneg {'(le_of_lt ahead)' if strict else 'ahead'} above"),
    ]
    parts = {p: None for side in (goal.left, goal.right) for p in subterms(side)}
    degree = max((_degree(part, name) for part in parts), default=0)
    lines += [
        Have(f"above{power}", None, f"pow_nonneg above {power}")
        for power in range(2, min(degree, _HIGHEST) + 1)
    ]
    for part in parts:
        match part:
            case Power(base=base, exponent=exponent) if name in free_variables(
                exponent
            ) and name not in free_variables(base):
                sign = positive(base, setting)
                if sign is None:
                    continue
                stated = f"({sign} : (0 : ℝ) < {real(base, setting.notation)})"
                proof = f"pow_pos {stated} {_natural(exponent, setting)}"
                if strict:
                    lines.append(Have(f"scaled{len(lines)}", None, f"mul_pos ahead {stated}"))
            case Apply(operation="factorial", arguments=(argument,)) if name in free_variables(
                argument
            ):
                place = _natural(argument, setting)
                proof = f"Shomei.factorial_pos {place}"
                lines.append(Have(f"next{len(lines)}", None, f"Shomei.factorial_succ {place}"))
            case _:
                continue
        own = f"sign{len(lines)}"
        lines += [
            Have(own, f"(0 : ℝ) < {real(part, setting.notation)}", proof),
            Have(f"product{len(lines)}", None, f"mul_nonneg (le_of_lt {own}) above"),
        ]
    return lines


def _floor(n: str, least: int) -> str:
    return f"(by have least := (Nat.cast_le.mpr least : (({least} : ℕ) : ℝ) ≤ ({n} : ℝ)); grind)"


def _degree(part: Expression, name: str) -> int:
    """The power of n that a part is, and 0 for others."""
    match part:
        case Variable(name=own) if own == name:
            return 1
        case Power(base=base, exponent=exponent) if name in free_variables(base):
            return integer_value(exponent) or 0
        case _:
            return 0


def _natural(term: Expression, setting: Setting) -> str:
    return f"({natural(term, setting.notation)})"
