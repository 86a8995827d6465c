"""The axioms that a theorem rests on, according to Lean: the commands that ask for them, and the
parsing of the answers.

Lean puts a `sorryAx` under a theorem whose proof it could not finish, so the audit also catches an
error message that was dropped on the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shomei.lean.backend import LeanMessage

#: The axioms of Lean that Mathlib builds on.
STANDARD: Final = frozenset({"propext", "Classical.choice", "Quot.sound"})

_ANSWER: Final = re.compile(
    r"'(?P<name>[^'\n]+)' (?:does not depend on any axioms|depends on axioms: "
    r"\[(?P<axioms>[^\]]*)\])",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class AxiomAudit:
    """How a backend is asked for axioms. `ask` makes the Lean commands for some theorems, `read`
    parses the answers, and `allowed` are the axioms that may appear.
    """

    ask: Callable[[Sequence[str]], str]
    read: Callable[[Sequence[LeanMessage]], Mapping[str, tuple[str, ...]]]
    allowed: Callable[[], frozenset[str]]


def ask_by_print(names: Sequence[str]) -> str:
    """`#print axioms` for each name, one per line."""
    return "".join(f"#print axioms {name}\n" for name in names)


def read_printed(messages: Sequence[LeanMessage]) -> Mapping[str, tuple[str, ...]]:
    """The axioms by theorem, from `'t' depends on axioms: [a, b]` and `'t' does not depend on any
    axioms`.
    """
    found: dict[str, tuple[str, ...]] = {}
    for message in messages:
        if message.severity == "information":
            match = _ANSWER.fullmatch(message.text.strip())
            if match:
                listed = match["axioms"] or ""
                found[match["name"]] = tuple(
                    axiom for axiom in (part.strip() for part in listed.split(",")) if axiom
                )
    return found


def printed(more: Callable[[], frozenset[str]] = frozenset) -> AxiomAudit:
    """The audit by `#print axioms`. It allows Lean's own axioms and `more`, which is called only if
    there are theorems to audit.
    """
    return AxiomAudit(ask_by_print, read_printed, lambda: STANDARD | more())
