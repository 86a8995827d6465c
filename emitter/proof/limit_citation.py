"""Values of limits and derivatives that a cited theorem states."""

from __future__ import annotations

from collections.abc import Iterator

from emitter.proof.setting import Setting
from obligations.model import Obligation
from parser.ast import Expression

Proof = tuple[list[str], str, tuple[str, ...]]


def cited_values(term: Expression, target: Expression, obligation: Obligation, setting: Setting) -> Iterator[Proof]:
    return iter(())
