"""The emitter's output: Lean theorems, by what they prove for a step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias, overload

from shomei.emitter.lean.script import Script


@dataclass(frozen=True, slots=True)
class Theorem:
    """A Lean theorem: `statement` for all `binders`, proved by `script`; `text` is what Lean
    receives.

    `requires` names the theorems that the script cites and that must precede it. `how` tells a
    reader which rule or formula the proof uses. `uses` are the ids of everything it rests on:
    methods, rules of the table, reasons, theorems.
    """

    name: str
    binders: tuple[str, ...]
    statement: str
    script: Script
    docstring: str = ""
    how: str = ""
    uses: frozenset[str] = frozenset()
    requires: tuple[str, ...] = ()
    text: str = ""

    @property
    def signature(self) -> str:
        """The statement of the theorem: its text from `theorem NAME` up to its proof, without the
        docstring.
        """
        return f"theorem {self._declaration}"

    @property
    def axiom(self) -> str:
        """The statement without its proof, for theorems that cite it."""
        return f"axiom {self._declaration}"

    @property
    def _declaration(self) -> str:
        return f"{' '.join([self.name, *self.binders])} :\n    {self.statement}"


class Alternatives(Sequence[Theorem]):
    """Theorems that are made when first accessed: most steps need only the first, and the others
    are expensive to compute.
    """

    def __init__(self, theorems: Iterable[Theorem]) -> None:
        self._source = iter(theorems)
        self._made: list[Theorem] = []

    def _make(self, count: int | None) -> None:
        missing = None if count is None else count - len(self._made)
        if missing is None or missing > 0:
            self._made.extend(islice(self._source, missing))

    @overload
    def __getitem__(self, index: int) -> Theorem: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Theorem, ...]: ...

    def __getitem__(self, index: int | slice) -> Theorem | tuple[Theorem, ...]:
        if isinstance(index, slice):
            simple = index.stop is not None and index.stop >= 0 and (index.start or 0) >= 0
            self._make(index.stop if simple else None)
            return tuple(self._made[index])
        self._make(index + 1 if index >= 0 else None)
        return self._made[index]

    def __len__(self) -> int:
        self._make(None)
        return len(self._made)

    def __bool__(self) -> bool:
        self._make(1)
        return bool(self._made)

    def __iter__(self) -> Iterator[Theorem]:
        position = 0
        while True:
            self._make(position + 1)
            if position == len(self._made):
                return
            yield self._made[position]
            position += 1


#: The kinds of claims: a step's expressions are defined, its limits exist, or the step itself.
ClaimKind: TypeAlias = Literal["statement", "defined", "exists"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing to prove for a step: its statement, that the expressions `about` are defined, or
    that its limits exist.

    Any one of `alternatives` suffices. All have the same name and statement; the first is the one a
    reader would like best.
    """

    kind: ClaimKind
    about: str
    alternatives: Sequence[Theorem]


@dataclass(frozen=True, slots=True)
class Emission:
    """Everything that must be proved for one obligation. `problem` says why it cannot be stated in
    Lean, if so.
    """

    claims: tuple[Claim, ...]
    problem: str | None = None
