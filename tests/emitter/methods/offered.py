"""What one method offers for the last step of a derivation, whatever the others would."""

from __future__ import annotations

from shomei.emitter.emit import kind_of, problem_for, workshop
from shomei.emitter.lean.render import lines_of
from shomei.emitter.method import Goal, Proof, methods_for
from shomei.obligations import build
from shomei.obligations.model import Obligation
from shomei.parser import parse


def last_step(text: str) -> Obligation:
    """The obligation of the last line."""
    return build(parse(text, "test.txt")).obligations[-1]


def proofs(name: str, step: Obligation, kind: Goal | None = None) -> list[Proof]:
    """The proofs that the method `name` offers for `step`; none for other kinds of goals."""
    goal = kind or kind_of(step)
    [*methods] = [each for each in methods_for(goal) if each.name == name]
    problem = problem_for(workshop(step), goal)
    return [proof for method in methods for proof in method.proofs(problem)]


def offered(name: str, text: str, kind: Goal | None = None) -> list[str]:
    """The scripts of these proofs, as Lean text."""
    found = proofs(name, last_step(text), kind)
    return ["\n".join(lines_of(proof.script)) for proof in found]
