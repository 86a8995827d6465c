"""Earlier equivalences and implications as arrows between statements; a path of arrows becomes the
proof of the statement between its ends.

An implication is an arrow only in its own direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shomei.emitter.lean.script import Exact, Script
from shomei.emitter.proof.citation import usable
from shomei.emitter.proof.graph import node
from shomei.emitter.proof.paths import shortest
from shomei.emitter.proof.setting import Setting
from shomei.obligations.model import Fact
from shomei.terms.nodes import Connective, Statement
from shomei.terms.walk import map_statement


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one statement to another by the Lean term `proof`: an equivalence (`both`), read
    backwards unless `forward`, or an implication.
    """

    proof: str
    both: bool
    forward: bool
    theorem: str

    @property
    def equivalence(self) -> str:
        """The arrow as a term of type `p ↔ q`; only if it is `both`."""
        return self.proof if self.forward else f"(Iff.symm {self.proof})"

    def applied(self, premise: str) -> str:
        """The proof of the arrow's target, from that of its source."""
        if not self.both:
            return f"({self.proof} {premise})"
        return f"(Iff.{'mp' if self.forward else 'mpr'} {self.proof} {premise})"


def chain_proof(
    goal: Connective, facts: Sequence[Fact], setting: Setting
) -> tuple[Script, tuple[str, ...]] | None:
    """A script for an equivalence or implication that follows from earlier ones, and the theorems
    that they cite.
    """
    if goal.operator not in ("iff", "implies"):
        return None
    known = _arrows(facts, setting, equivalences=goal.operator == "iff")
    end = _place(goal.right, setting)
    arrows = shortest(
        _place(goal.left, setting), lambda here: known.get(here, []), lambda _, there: there == end
    )
    if not arrows:
        return None
    theorems = tuple(dict.fromkeys(arrow.theorem for arrow in arrows))
    if goal.operator == "iff":
        text = arrows[-1].equivalence
        for arrow in reversed(arrows[:-1]):
            text = f"(Iff.trans {arrow.equivalence} {text})"
        return (Exact(text),), theorems
    text = "start"
    for arrow in arrows:
        text = arrow.applied(text)
    return (Exact(f"fun start => {text}"),), theorems


def _place(statement: Statement, setting: Setting) -> Statement:
    return map_statement(statement, lambda term: node(term, setting))


def _arrows(
    facts: Sequence[Fact], setting: Setting, *, equivalences: bool
) -> dict[Statement, list[tuple[Arrow, Statement]]]:
    """The arrows of `facts` by their source; with `equivalences`, only those."""
    found: dict[Statement, list[tuple[Arrow, Statement]]] = {}
    for fact in facts:
        statement = fact.statement
        if not isinstance(statement, Connective) or statement.operator not in (
            ("iff",) if equivalences else ("iff", "implies")
        ):
            continue
        proof = usable(fact, setting)
        if proof is None:
            continue
        here, there = _place(statement.left, setting), _place(statement.right, setting)
        both = statement.operator == "iff"
        found.setdefault(here, []).append((Arrow(proof, both, True, fact.obligation), there))
        if both:
            found.setdefault(there, []).append((Arrow(proof, True, False, fact.obligation), here))
    return found
