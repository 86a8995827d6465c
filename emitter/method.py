"""Proof methods: their input, their output, and the registry of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import import_module
from typing import Final, Literal, TypeAlias

from shomei.emitter.effort import ATTEMPT
from shomei.emitter.lean.script import Script
from shomei.emitter.proof.findings import Findings
from shomei.emitter.proof.graph import Graph
from shomei.emitter.proof.laws import Lemma
from shomei.emitter.proof.needs import with_conditions
from shomei.emitter.proof.setting import Setting
from shomei.obligations.model import Obligation
from shomei.terms.nodes import Relation, Statement

#: The kinds of goals.
#:
#: `relation`: a step that is a relation without limits. `arithmetic`: such a relation inside
#: another proof, from what is known there; `near`: the same, near a limit's point, for all that the
#: author or the text names. `statement`: connectives between relations; `slopes`: the same between
#: relations with derivatives. `cover`: that the cases of a split are all; `result`: what they come
#: to. `value`: a limiting term equals a
#: plain one; `equivalence`: two limiting terms are equal; `comparison`: an inequality with limits.
#: `existence`: that the limiting sides of an equation have a value.
Goal: TypeAlias = Literal[
    "relation",
    "arithmetic",
    "near",
    "statement",
    "slopes",
    "cover",
    "result",
    "value",
    "equivalence",
    "comparison",
    "existence",
]


@dataclass(frozen=True, slots=True)
class Place:
    """A place inside a proof: its context, and the script that states what is known there beyond
    the theorem's hypotheses. `cited` are formulas to start from, which that script does not state
    yet; `equations` are those that it does state.
    """

    setting: Setting
    given: Script = ()
    cited: tuple[Lemma, ...] = ()
    equations: tuple[Relation, ...] = ()


@dataclass(frozen=True)
class Problem:
    """A goal at one place of a proof.

    In `statement`, definitions are expanded; if it has no limits, it is in the spelling of
    `normalise`. `graph` are the earlier steps, usable in the theorem's own context. Without `here`,
    the goal is the theorem's, and the script states the conditions of the step.
    """

    obligation: Obligation
    kind: Goal
    statement: Statement
    graph: Graph
    here: Place | None = None

    @cached_property
    def place(self) -> Place:
        """The place where the goal is to be proved."""
        if self.here is not None:
            return self.here
        setting, given = with_conditions(self.obligation, self.graph.setting)
        return Place(setting, tuple(given))

    @property
    def setting(self) -> Setting:
        """The proof context of the place."""
        return self.place.setting

    @property
    def given(self) -> Script:
        """The script before the place."""
        return self.place.given

    @property
    def relation(self) -> Relation:
        """The goal, if it is a relation. Raises `TypeError` otherwise."""
        if not isinstance(self.statement, Relation):
            raise TypeError("the goal is no relation")
        return self.statement

    @cached_property
    def start(self) -> Script:
        """The beginning of every proof: the script before the place, then the cited formulas."""
        return (*self.given, *(lemma.tactic(self.setting) for lemma in self.place.cited))

    @cached_property
    def findings(self) -> Findings:
        """Facts about the terms of the goal, computed once for all methods."""
        return Findings(self.relation, self.setting, self.place.cited, self.place.equations)

    def within(self, kind: Goal, goal: Statement, place: Place) -> Problem:
        """The problem of proving `goal` at a place inside a proof of this one."""
        return replace(self, kind=kind, statement=goal, here=place)


@dataclass(frozen=True, slots=True)
class Proof:
    """A script that may prove a problem's goal. `how` names the rules for the reader. `uses` are
    the ids of the rules, reasons and theorems that it rests on; `requires` are the theorems among
    them.
    """

    script: Script
    how: str
    uses: frozenset[str] = frozenset()
    requires: tuple[str, ...] = ()


Prove: TypeAlias = Callable[[Problem], Iterator[Proof]]


@dataclass(frozen=True, slots=True)
class Method:
    """A way to prove goals of certain kinds.

    `reasons` are the reasons that it answers to: if the author gives one of them, it is tried
    first. `cost` orders the methods otherwise: those that Lean accepts most often and most quickly
    are cheap. `effort` limits its work on one claim.
    """

    name: str
    goals: tuple[Goal, ...]
    reasons: frozenset[str]
    cost: int
    effort: int
    proofs: Prove


#: The reasons of a method that is always tried first, since it costs nothing.
ANY: Final = ("*",)

_METHODS: Final[list[Method]] = []


def method(
    *,
    name: str,
    goal: Goal | tuple[Goal, ...],
    cost: int,
    reasons: tuple[str, ...] = (),
    proofs: int = 6,
) -> Callable[[Prove], Prove]:
    """Registers a function as the method `name`. `proofs` is roughly the number of proofs that its
    effort allows. Each counts as much as the search for it, since Lean has to check it too.
    """
    goals: tuple[Goal, ...] = goal if isinstance(goal, tuple) else (goal,)

    def register(function: Prove) -> Prove:
        _METHODS.append(Method(name, goals, frozenset(reasons), cost, proofs * ATTEMPT, function))
        return function

    return register


def methods_for(goal: Goal) -> tuple[Method, ...]:
    """The methods for goals of this kind, cheapest first."""
    import_module("shomei.emitter.methods")  # importing the modules registers them
    return tuple(sorted((m for m in _METHODS if goal in m.goals), key=lambda m: (m.cost, m.name)))
