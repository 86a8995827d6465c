"""Case splits: that the cases cover everything, and what follows when every case ends in the same
statement.

What the cases come to is proved from their results alone. Were it proved by other means, a split
that forgets a case would pass for one that does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import (
    GRIND,
    Cases,
    Exact,
    Goal,
    Have,
    Line,
    Obtain,
    Right,
    Script,
    Tactic,
)
from shomei.emitter.lean.statement import reads_limits
from shomei.emitter.lean.term import pure_statement, real
from shomei.emitter.proof.citation import usable
from shomei.emitter.proof.logic import connective_proofs
from shomei.emitter.proof.setting import Known, Setting
from shomei.obligations.model import Obligation
from shomei.terms.definitions import unfold_statement
from shomei.terms.nodes import Connective, Relation, Statement
from shomei.terms.normal import normalise_relation

Proof = tuple[Script, str, tuple[str, ...]]


def case_proofs(obligation: Obligation, setting: Setting) -> Iterator[Proof]:
    """Scripts for an obligation of the kind "cases": a result where it names its cases, else
    that they cover everything.
    """
    if obligation.cases:
        yield from _result(obligation, setting)
    else:
        yield from _cover(obligation, setting)


def _result(obligation: Obligation, setting: Setting) -> Iterator[Proof]:
    count = len(obligation.cases)
    if len(obligation.facts) <= count:
        return
    cover, *results = obligation.facts[-count - 1 :]
    split = usable(cover, setting)
    if split is None:
        return
    lines: list[Goal] = []
    for number, (condition, result) in enumerate(zip(obligation.cases, results, strict=True), 1):
        name = f"case{number}"
        known, pattern = _taken_apart(condition, name, setting)
        proof = usable(result, setting.extend(known))
        if proof is None:
            return
        end = Exact(proof)
        lines.append(Goal((end if pattern == name else Line((Obtain(pattern, name), end)),)))
    names = tuple(f"case{number}" for number in range(1, count + 1))
    head: Tactic = Cases(split, names) if count > 1 else Have("case1", None, split)
    yield (
        (head, *lines),
        "the cases",
        (cover.obligation, *(result.obligation for result in results)),
    )


def _taken_apart(
    condition: Statement, name: str, setting: Setting
) -> tuple[tuple[Known, ...], str]:
    """The relations that a case's condition is the conjunction of, under the names that the pattern
    gives to them.
    """
    match condition:
        case Connective(operator="and", left=left, right=right):
            one, first = _taken_apart(left, f"{name}a", setting)
            other, second = _taken_apart(right, f"{name}b", setting)
            return (*one, *other), f"⟨{first}, {second}⟩"
        case Relation() if not reads_limits(condition):
            return (
                Known(
                    name,
                    normalise_relation(unfold_statement(condition, setting.notation.definitions)),
                ),
            ), name
        case _:
            return (), name


def _cover(obligation: Obligation, setting: Setting) -> Iterator[Proof]:
    goal = unfold_statement(obligation.goal, setting.notation.definitions)
    if isinstance(goal, Relation):
        return
    yield (GRIND,), "the order of the real numbers", ()
    conditions = _disjuncts(goal)
    relations = [part for part in conditions if isinstance(part, Relation)]
    compared = dict.fromkeys(
        (real(part.left, setting.notation), real(part.right, setting.notation))
        for part in relations
    )
    lines = [
        Have(f"order{number}", None, f"lt_trichotomy ({left} : ℝ) ({right} : ℝ)")
        for number, (left, right) in enumerate(compared)
    ]
    if lines:
        yield (*lines, GRIND), "the order of the real numbers", ()
    if len(conditions) == 2:
        first = pure_statement(conditions[0], setting.notation)
        yield (
            (
                Cases(f"Classical.em ({first})", ("yes", "no")),
                Goal((Exact("Or.inl yes"),)),
                Goal((Line((Right(), GRIND)),)),
            ),
            "a statement holds or does not",
            (),
        )
    yield from connective_proofs(obligation, setting)


def _disjuncts(statement: Statement) -> list[Statement]:
    match statement:
        case Connective(operator="or", left=left, right=right):
            return [*_disjuncts(left), *_disjuncts(right)]
        case _:
            return [statement]
