"""Tactic scripts as data: the closed set of tactics that proofs are written with.

Terms and propositions inside a tactic are Lean text from the printer. The layout of the tactics is
defined in one place, the template `script.jinja`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Have:
    """`have name : statement := proof`, by a term or by a script of its own. Without a `statement`
    Lean infers it from the proof.
    """

    kind: ClassVar[str] = "have"
    name: str
    statement: str | None
    proof: str | Script


def stated(name: str, statement: str, proof: str) -> Have:
    """`have name : statement := proof`. A proof term that says its own type says it only once,
    since Lean would elaborate it twice.
    """
    return Have(name, statement, without_type(proof, statement))


def without_type(proof: str, statement: str) -> str:
    """`e` for the proof term `(e : statement)`; any other as it is."""
    ending = f" : {statement})"
    if not proof.startswith("(") or not proof.endswith(ending):
        return proof
    term = proof[1 : -len(ending)]
    depth = 0
    for character in term:
        depth += (character in "(⟨[{") - (character in ")⟩]}")
        if depth < 0:  # the first bracket is not that of the type
            return proof
    # The body of a function or of tactics would reach beyond the place where the bracket was.
    return f"({term})"


@dataclass(frozen=True, slots=True)
class Obtain:
    """`obtain pattern := proof`."""

    kind: ClassVar[str] = "obtain"
    pattern: str
    proof: str


@dataclass(frozen=True, slots=True)
class Cases:
    """`rcases proof with one | other`: a goal for each of `names`."""

    kind: ClassVar[str] = "cases"
    proof: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exact:
    """`exact term`."""

    kind: ClassVar[str] = "exact"
    term: str


@dataclass(frozen=True, slots=True)
class Refine:
    """`refine term`, a goal for each `?_` in it."""

    kind: ClassVar[str] = "refine"
    term: str


@dataclass(frozen=True, slots=True)
class Intro:
    """`intro names`, which may be patterns."""

    kind: ClassVar[str] = "intro"
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """`show statement`: the goal in another spelling."""

    kind: ClassVar[str] = "show"
    statement: str


@dataclass(frozen=True, slots=True)
class Rw:
    """`rw [rules]`, in the goal or in the hypothesis `at`."""

    kind: ClassVar[str] = "rw"
    rules: tuple[str, ...]
    at: str | None = None


@dataclass(frozen=True, slots=True)
class SimpOnly:
    """`simp only [rules]`, in the goal or in the hypothesis `at`."""

    kind: ClassVar[str] = "simp only"
    rules: tuple[str, ...]
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Clear:
    """`clear names`: hypotheses that the rest of the script does not use."""

    kind: ClassVar[str] = "clear"
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A tactic without arguments, by its name."""

    kind: Literal["grind", "grind -funext", "constructor", "symm", "right", "skip"]


#: Arithmetic, congruence, and the facts in the context.
GRIND = Word("grind")
#: The same without comparing functions, where each sum is one unknown.
GRIND_SUMS = Word("grind -funext")
#: A goal for each half of an equivalence or conjunction.
CONSTRUCTOR = Word("constructor")
#: The equation read from its other side.
SYMM = Word("symm")
#: The second half of a disjunction.
RIGHT = Word("right")
#: Leaves the goal as it is.
SKIP = Word("skip")


@dataclass(frozen=True, slots=True)
class Fail:
    """`fail "why"`; `why` is Shomei's own text."""

    kind: ClassVar[str] = "fail"
    why: str


@dataclass(frozen=True, slots=True)
class Goal:
    """`· …`: a script for the first goal only."""

    kind: ClassVar[str] = "goal"
    script: Script


@dataclass(frozen=True, slots=True)
class First:
    """`first | … | …`: the first of the scripts that does not fail."""

    kind: ClassVar[str] = "first"
    ways: tuple[Script, ...]


@dataclass(frozen=True, slots=True)
class Try:
    """`(try …)`."""

    kind: ClassVar[str] = "try"
    tactic: Tactic


@dataclass(frozen=True, slots=True)
class Line:
    """`…; …` on one line."""

    kind: ClassVar[str] = "line"
    script: Script


@dataclass(frozen=True, slots=True)
class OnEach:
    """`… <;> …`: each tactic on all goals left by the one before it."""

    kind: ClassVar[str] = "on each"
    script: Script


Tactic: TypeAlias = (
    Have
    | Obtain
    | Cases
    | Exact
    | Refine
    | Intro
    | Show
    | Rw
    | SimpOnly
    | Clear
    | Word
    | Fail
    | Goal
    | First
    | Try
    | Line
    | OnEach
)
Script: TypeAlias = tuple[Tactic, ...]


def script(*parts: Tactic | Iterable[Tactic]) -> Script:
    """One script of tactics and scripts, in order."""
    found: list[Tactic] = []
    for part in parts:
        if isinstance(part, Iterable):
            found.extend(part)
        else:
            found.append(part)
    return tuple(found)
