"""Earlier equations as a graph: connected terms are equal. Paths become proofs by transitivity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from shomei.emitter.effort import spend
from shomei.emitter.lean.term import between_naturals
from shomei.emitter.proof.citation import usable
from shomei.emitter.proof.paths import shortest
from shomei.emitter.proof.setting import Setting
from shomei.obligations.model import Fact
from shomei.terms.definitions import unfold, unfold_statement
from shomei.terms.nodes import Expression, Relation
from shomei.terms.normal import canonical
from shomei.terms.relations import ascending
from shomei.terms.walk import is_limiting


@dataclass(frozen=True, slots=True)
class Edge:
    """`left = right` by the Lean term `proof` (an equation, an equivalence for every value, or a
    value), of the theorem `theorem`.
    """

    left: Expression
    right: Expression
    proof: str
    theorem: str


@dataclass(frozen=True, slots=True)
class Move:
    """An edge walked from left to right (`forward`) or from right to left."""

    edge: Edge
    forward: bool

    @property
    def source(self) -> Expression:
        """The term where the move starts."""
        return self.edge.left if self.forward else self.edge.right

    @property
    def target(self) -> Expression:
        """The term where the move ends."""
        return self.edge.right if self.forward else self.edge.left


@dataclass(frozen=True, slots=True)
class Ascent:
    """A step up: `proof` shows that one term is less than another (`strict`) or at most equal to
    it, by `theorem` (empty for a hypothesis).
    """

    proof: str
    strict: bool
    theorem: str


def node(term: Expression, setting: Setting) -> Expression:
    """A key that two terms share exactly if they are the same up to definitions, spelling and bound
    names.
    """
    spend(50)
    return canonical(setting.plain(term))


class Graph:
    """The usable equations among `facts`, by the terms that they connect. Built when a path is
    first requested: most steps request none.
    """

    def __init__(self, facts: Iterable[Fact], setting: Setting) -> None:
        self.facts = facts
        self.setting = setting

    @cached_property
    def neighbours(self) -> dict[Expression, list[tuple[Move, Expression]]]:
        """For each node the moves from it, each with its target."""
        found: dict[Expression, list[tuple[Move, Expression]]] = {}
        for fact in self.facts:
            statement = fact.statement
            if not isinstance(statement, Relation) or statement.operator != "=":
                continue
            proof = usable(fact, self.setting)
            if proof is None:
                continue
            # A later step's context has the functions that it names itself.
            others = {
                d.name: d
                for d in fact.definitions
                if d.name not in self.setting.notation.definitions
            }
            left, right = unfold(statement.left, others), unfold(statement.right, others)
            if is_limiting(right) and not is_limiting(left):
                left, right = (
                    right,
                    left,
                )  # a value is stated of the limiting side, on whichever side it stands
            edge = Edge(left, right, proof, fact.obligation)
            here, there = node(left, self.setting), node(right, self.setting)
            found.setdefault(here, []).append((Move(edge, True), there))
            found.setdefault(there, []).append((Move(edge, False), here))
        return found

    def path(self, start: Expression, goal: Expression | None) -> list[Move] | None:
        """Moves from `start` to `goal`; to the first plain term if `goal` is None. Never from a
        plain term into a limiting one.
        """
        first = node(start, self.setting)
        last = None if goal is None else node(goal, self.setting)
        if first == last:
            return []
        return shortest(
            first,
            lambda here: (
                (move, there)
                for move, there in self.neighbours.get(here, [])
                if is_limiting(move.source) or not is_limiting(move.target)
            ),
            lambda move, there: there == last or (last is None and not is_limiting(move.target)),
        )

    @cached_property
    def ascents(self) -> dict[Expression, list[tuple[Ascent, Expression]]]:
        """For each node the steps up from it: terms known to be equal to it, at least it, or
        greater.
        """
        found: dict[Expression, list[tuple[Ascent, Expression]]] = {}

        def add(relation: Relation, proof: str, theorem: str) -> None:
            relation = ascending(relation)
            small, operator, large = relation.left, relation.operator, relation.right
            here, there = node(small, self.setting), node(large, self.setting)
            if operator == "=":
                found.setdefault(here, []).append(
                    (Ascent(f"(le_of_eq {proof})", False, theorem), there)
                )
                found.setdefault(there, []).append(
                    (Ascent(f"(le_of_eq (Eq.symm {proof}))", False, theorem), here)
                )
            elif operator != "!=":
                found.setdefault(here, []).append((Ascent(proof, operator == "<", theorem), there))

        for known in self.setting.known:
            if not between_naturals(known.relation, self.setting.notation):
                add(known.relation, known.name, "")
        for fact in self.facts:
            statement = fact.statement
            if not isinstance(statement, Relation) or is_limiting(statement):
                continue
            plain = unfold_statement(statement, self.setting.notation.definitions)
            proof = (
                None
                if between_naturals(plain, self.setting.notation)
                else usable(fact, self.setting)
            )
            if proof is not None:
                add(statement, proof, fact.obligation)
        return found

    def ascent(self, small: Expression, large: Expression, *, strict: bool) -> list[Ascent] | None:
        """Steps up from `small` to `large`, at least one of them strict if `strict` requires it."""
        first, last = node(small, self.setting), node(large, self.setting)

        def steps(
            place: tuple[Expression, bool],
        ) -> Iterator[tuple[Ascent, tuple[Expression, bool]]]:
            here, risen = place
            return (
                (step, (there, risen or step.strict)) for step, there in self.ascents.get(here, [])
            )

        return shortest(
            (first, False),
            steps,
            lambda _, place: place == (last, True) or (place == (last, False) and not strict),
        )


def order_proof(steps: list[Ascent], *, strict: bool) -> str:
    """Consecutive steps up as a proof of `<` or `≤` between their ends."""
    text, risen = steps[-1].proof, steps[-1].strict
    for step in reversed(steps[:-1]):
        lemma = {
            (False, False): "le_trans",
            (False, True): "lt_of_le_of_lt",
            (True, False): "lt_of_lt_of_le",
            (True, True): "lt_trans",
        }[step.strict, risen]
        text, risen = f"({lemma} {step.proof} {text})", step.strict or risen
    return f"(le_of_lt {text})" if risen and not strict else text


def equation_proof(moves: list[Move]) -> str:
    """A path between plain terms as a proof of their equation."""
    steps = [move.edge.proof if move.forward else f"(Eq.symm {move.edge.proof})" for move in moves]
    text = steps[-1]
    for step in reversed(steps[:-1]):
        text = f"(Eq.trans {step} {text})"
    return text


def equivalence_proof(moves: list[Move], value: str) -> str:
    """A path between limiting terms as a proof that one has the value `value` iff the other
    does.
    """
    steps = [
        f"({move.edge.proof} {value})"
        if move.forward
        else f"(Iff.symm ({move.edge.proof} {value}))"
        for move in moves
    ]
    text = steps[-1]
    for step in reversed(steps[:-1]):
        text = f"(Iff.trans {step} {text})"
    return text


def theorems(moves: Iterable[Move]) -> tuple[str, ...]:
    """The names of the theorems that a path rests on, each once."""
    return tuple(dict.fromkeys(move.edge.theorem for move in moves))
