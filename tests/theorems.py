"""Theorems for tests that bring their own Lean text."""

from __future__ import annotations

from shomei.emitter.lean.script import Exact
from shomei.emitter.model import Theorem


def theorem_of(
    text: str, *, name: str = "", how: str = "", requires: tuple[str, ...] = ()
) -> Theorem:
    """The theorem of `text`, which says of itself what stands there up to the first `:= by`; `name`
    is the one that it is known by, where that is another.
    """
    first, _, rest = text.partition("\n")
    declaration = (rest if first.startswith("/--") else text).partition(" := by\n")[0]
    words, _, statement = declaration.removeprefix("theorem ").partition(" :\n    ")
    own, *binders = words.split(" ", 1)
    return Theorem(
        name or own,
        tuple(binders),
        statement,
        (Exact("rfl"),),
        how=how,
        requires=requires,
        text=text,
    )
