"""What terms of a proof state, as far as their text says it: hypotheses, earlier theorems, and some
lemmas of Mathlib that are applied to terms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from shomei.handover.text import ascribed, bare, is_bracketed, relation, words

#: The statement of a name, or of a theorem applied to terms; None if it is not known.
Stated: TypeAlias = Callable[[str], str | None]

#: Lemmas of Mathlib that are applied to terms: what they state of them.
_OF_TERMS: Final[Mapping[str, tuple[int, str]]] = {
    "Real.add_one_le_exp": (1, "{0} + 1 ≤ Real.exp {0}"),
    "Real.cos_sq": (1, "Real.cos {0} ^ (2 : ℕ) = 1 / 2 + Real.cos (2 * {0}) / 2"),
    "Real.exp_add": (2, "Real.exp ({0} + {1}) = Real.exp {0} * Real.exp {1}"),
    "Real.exp_pos": (1, "0 < Real.exp {0}"),
    "Real.pi_pos": (0, "0 < Real.pi"),
    "Real.sin_sq_eq_half_sub": (1, "Real.sin {0} ^ (2 : ℕ) = 1 / 2 - Real.cos (2 * {0}) / 2"),
    "abs_add_le": (2, "abs ({0} + {1}) ≤ abs {0} + abs {1}"),
    "abs_mul": (2, "abs ({0} * {1}) = abs {0} * abs {1}"),
    "abs_nonneg": (1, "0 ≤ abs {0}"),
    "le_abs_self": (1, "{0} ≤ abs {0}"),
    "mul_self_nonneg": (1, "0 ≤ {0} * {0}"),
    "neg_abs_le": (1, "-abs {0} ≤ {0}"),
    "pow_succ": (2, "{0} ^ ({1} + 1 : ℕ) = {0} ^ ({1} : ℕ) * {0}"),
    "sq_abs": (1, "abs {0} ^ (2 : ℕ) = {0} ^ (2 : ℕ)"),
    "sq_nonneg": (1, "0 ≤ {0} ^ (2 : ℕ)"),
}
#: Lemmas that are applied to proofs, whose statements are the patterns: what they state.
_OF_PROOFS: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "Real.log_le_sub_one_of_pos": (("0 < a",), "Real.log {a} ≤ {a} - 1"),
    "Real.mul_self_sqrt": (("0 ≤ a",), "Real.sqrt {a} * Real.sqrt {a} = {a}"),
    "Real.sq_sqrt": (("0 ≤ a",), "Real.sqrt {a} ^ (2 : ℕ) = {a}"),
    "le_of_lt": (("a < b",), "{a} ≤ {b}"),
    "mul_nonneg": (("0 ≤ a", "0 ≤ b"), "0 ≤ {a} * {b}"),
    "mul_pos": (("0 < a", "0 < b"), "0 < {a} * {b}"),
    "sub_nonneg.2": (("a ≤ b",), "0 ≤ {b} - {a}"),
    "sub_nonneg.mpr": (("a ≤ b",), "0 ≤ {b} - {a}"),
    "sub_pos.2": (("a < b",), "0 < {b} - {a}"),
    "sub_pos.mpr": (("a < b",), "0 < {b} - {a}"),
}
_SIMPLE: Final = re.compile(r"[\w'.]+\Z")


def stated_by(term: str, stated: Stated) -> str | None:
    """What a term states, if it is a hypothesis, an earlier theorem, or an application of one of
    the lemmas above.
    """
    inner, kind = ascribed(term)
    if kind is not None and relation(kind) is not None:
        return kind
    found = words(bare(inner))
    if not found:
        return None
    known = stated(" ".join(found))
    if known is not None:
        return known
    name, *arguments = found
    arguments = [each for each in arguments if not each.startswith("(α := ")]
    if name in _OF_TERMS:
        count, text = _OF_TERMS[name]
        if len(arguments) != count or "_" in arguments:
            return None
        return text.format(*map(_argument, arguments))
    if name in _OF_PROOFS:
        patterns, text = _OF_PROOFS[name]
        return _applied(patterns, text, [stated_by(each, stated) for each in arguments])
    return None


def _argument(text: str) -> str:
    """A term as an argument."""
    inner, kind = ascribed(text)
    plain = bare(inner)
    if not _SIMPLE.match(plain):
        return f"({plain})"
    return f"({plain} : ℝ)" if kind == "ℝ" and not plain.isdecimal() else plain


def _applied(patterns: tuple[str, ...], text: str, proofs: list[str | None]) -> str | None:
    if len(patterns) != len(proofs):
        return None
    values: dict[str, str] = {}
    for pattern, proof in zip(patterns, proofs, strict=True):
        wanted = relation(pattern)
        said = None if proof is None else relation(bare(proof))
        if wanted is None or said is None or said[1] != wanted[1]:
            return None
        for name, side in ((wanted[0], said[0]), (wanted[2], said[2])):
            plain = _argument(side) if ascribed(side)[1] == "ℝ" else bare(side)
            if name == "0":
                if plain != "0":
                    return None
            else:
                is_one = _SIMPLE.match(plain) or is_bracketed(plain)
                values[name] = plain if is_one else f"({plain})"
    return text.format(**values)
