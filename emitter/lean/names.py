"""Identifiers: the only way for a name of a derivation to reach Lean.

A name that is not a letter with an optional subscript is spelled with ASCII letters, digits and
underscores, so no text of an author can be a keyword, a namespace, a notation or the end of a
comment.
"""

from __future__ import annotations

import re

_KEPT = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_PLAIN = re.compile(r"[A-Za-z0-9_]*")
#: The replacement of a spelled character. If a name needs one, or looks as if it had one, its own u
#: is spelled too, so that no two names collide.
_CODE = re.compile(r"u[0-9a-f]+u")
_LETTER = re.compile(r"[A-Za-z](_[A-Za-z0-9]*)?\Z")

#: Single letters that Lean or Mathlib give a meaning of their own.
_TAKEN = frozenset({"O", "Σ", "Π", "λ"})


def identifier(name: str) -> str:
    """The Lean identifier of a variable or defined function. Injective: different names stay
    different.
    """
    if _LETTER.fullmatch(name) and name not in _TAKEN:
        return name
    kept = _KEPT if _PLAIN.fullmatch(name) and not _CODE.search(name) else _KEPT - {"u"}
    spelled = "".join(c if c in kept else f"u{ord(c):x}u" for c in name)
    return f"{spelled}'v"


def is_theorem_name(name: str) -> bool:
    """Whether `name` can follow `theorem`: the ids of obligations have this form."""
    return re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) is not None
