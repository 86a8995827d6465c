"""Terms that put signs together as `positivity` does by itself."""

from __future__ import annotations

from typing import Final

from shomei.handover.text import names

#: The lemmas that `positivity` uses, and those that lead from what it proves to another form.
# fmt: off
SIGNS: Final = frozenset(
    (
        "mul_pos", "mul_nonneg", "mul_ne_zero", "div_pos", "div_nonneg", "div_ne_zero",
        "add_pos", "add_nonneg", "add_pos_of_pos_of_nonneg", "add_pos_of_nonneg_of_pos",
        "pow_pos", "pow_nonneg", "pow_ne_zero", "inv_pos", "inv_nonneg", "sq_nonneg",
        "abs_nonneg", "abs_pos", "one_pos", "zero_lt_one", "two_pos", "three_pos", "four_pos",
        "zero_le_one", "le_refl",
        "le_rfl", "le_of_lt", "ne_of_gt", "LT.lt.ne'", "LT.lt.le", "Real.exp_pos",
        "Real.exp_nonneg", "Real.sqrt_nonneg", "Real.sqrt_pos", "Real.sqrt_pos.mpr",
        "abs_pos.mpr", "Real.sqrt_pos_of_pos",
        "Real.rpow_pos_of_pos", "Real.rpow_nonneg", "Real.cosh_pos", "Real.pi_pos",
        "Nat.cast_nonneg", "Nat.cast_pos", "Nat.cast_ne_zero", "Nat.cast_pos.mpr",
        "Nat.cast_ne_zero.mpr", "one_ne_zero", "two_ne_zero", "Nat.factorial_pos",
        "Nat.factorial_ne_zero", "Even.pow_nonneg", "Nat.cast_add_one_pos",
        "Nat.cast_add_one_ne_zero", "Real.pi_ne_zero", "Real.exp_ne_zero",
        "Shomei.factorial_pos",
    )
)
# fmt: on


def is_sign(term: str) -> bool:
    """Whether a term only puts together signs that `positivity` finds by itself: by its lemmas, and
    from hypotheses.
    """
    found = list(names(term))
    return (
        len(found) > 1
        and found[0] in SIGNS
        and " => " not in term
        and "⟦" not in term
        and all(name in SIGNS or not _is_lemma(name) for name in found)
    )


def _is_lemma(name: str) -> bool:
    """Whether a name is that of a lemma, and not of a hypothesis or a variable."""
    return ("." in name or "_" in name) and len(name) > 4 and not name[0].isdigit()
