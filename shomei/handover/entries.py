"""What the Lean file holds: a theorem for each claim that says something of its own, each after
those that it cites, and a comment for each step that no theorem can stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from shomei.emitter.model import ClaimKind, Theorem
from shomei.handover.definitions import Definitions
from shomei.handover.text import bare, parts, relation, words
from shomei.obligations.model import Obligation
from shomei.verdicts.model import Report, StepReport
from shomei.verdicts.reporting import Findings
from shomei.verdicts.standing import Proof, by_citation

#: What begins the statement of an equation between limits.
EVERY: Final = "∀ value : ℝ, "
#: What holds of each number near another one that is not this itself.
_APART: Final = re.compile(r"∀ᶠ (\w+) in 𝓝\[≠\] \((\S+) : ℝ\), \1 ≠ \2\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """A theorem of the file. `name` is the one of the check; `statement` speaks of the functions
    `uses` by their names. `wrong`: why it is not proved, in which case it ends in `sorry`. `steps`:
    the steps of the text that it stands for.
    """

    name: str
    kind: ClaimKind
    obligation: Obligation
    theorem: Theorem
    statement: str
    uses: tuple[str, ...]
    steps: tuple[Obligation, ...]
    wrong: str | None = None

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names that the theorem is applied to, in order."""
        return arguments_of(self.theorem)

    @property
    def unfolded(self) -> Entry:
        """The entry with the statement that was checked."""
        return replace(self, statement=self.theorem.statement, uses=())


@dataclass(frozen=True, slots=True)
class Remark:
    """A step that the file has no theorem for, and why."""

    obligation: Obligation
    verdict: str
    reason: str
    counterexample: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The theorems in order, the remarks, and what stands for theorems that are left out: another
    one's name, or None where both sides of an equation between limits are the same.
    """

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]
    instead: Mapping[str, str | None]
    #: The number of arguments of those left out.
    left_out: Mapping[str, int]


def arguments_of(theorem: Theorem) -> tuple[str, ...]:
    """The names that a theorem binds, in order."""
    return tuple(
        name for binder in theorem.binders for name in parts(binder[1:-1], " : ")[0].split()
    )


def contents_of(report: Report, found: Findings, definitions: Definitions) -> Contents:
    """The contents of the file for one derivation."""
    steps = {step.id: step for step in report.steps}
    owners: dict[str, tuple[Obligation, ClaimKind]] = {}
    for obligation in found.plan.obligations:
        emission = found.emissions.get(obligation.id)
        for claim in emission.claims if emission is not None else ():
            if claim.alternatives and claim.alternatives[0].name in found.outcomes:
                owners[claim.alternatives[0].name] = (obligation, claim.kind)
    chosen = {name: found.outcomes[name].theorem for name in owners}
    entries: list[Entry] = []
    for theorem in by_citation(chosen):
        obligation, kind = owners[theorem.name]
        outcome = found.outcomes[theorem.name]
        spoken = definitions.statement(obligation, kind)
        statement, uses = spoken if spoken is not None else (theorem.statement, ())
        wrong = None
        if not isinstance(outcome, Proof):
            wrong = steps[obligation.id].message if obligation.id in steps else ""
            wrong = wrong or "no proof was found"
        entries.append(
            Entry(theorem.name, kind, obligation, theorem, statement, uses, (obligation,), wrong)
        )
    kept, instead = _without_repetition(entries)
    left_out = {entry.name: len(entry.arguments) for entry in entries if entry.name in instead}
    return Contents(tuple(kept), tuple(_remarks(found, steps)), instead, left_out)


def _remarks(found: Findings, steps: Mapping[str, StepReport]) -> Iterator[Remark]:
    for obligation in found.plan.obligations:
        emission = found.emissions.get(obligation.id)
        step = steps.get(obligation.id)
        has_theorem = emission is not None and any(
            claim.kind == "statement"
            and claim.alternatives
            and claim.alternatives[0].name in found.outcomes
            for claim in emission.claims
        )
        if step is not None and not has_theorem:
            yield Remark(obligation, step.verdict, step.message, step.counterexample or ())


# --------------------------------------------------------------------------------------------------
# What says nothing of its own


def _without_repetition(
    entries: list[Entry],
) -> tuple[list[Entry], Mapping[str, str | None]]:
    kept: list[Entry] = []
    instead: dict[str, str | None] = {}
    same: dict[tuple[object, ...], int] = {}
    defined: list[tuple[frozenset[str], frozenset[str]]] = []
    cited = {name for entry in entries for name in entry.theorem.requires}
    for entry in entries:
        if entry.wrong is None:
            if entry.kind == "defined" and entry.name not in cited and _is_known(entry, defined):
                continue
            if entry.kind == "statement" and _is_trivial(entry.statement):
                instead[entry.name] = None
                continue
            key = (entry.kind, entry.theorem.binders, entry.statement)
            if entry.kind == "statement" and key in same:
                place = same[key]
                first = kept[place]
                steps = (*first.steps, entry.obligation)
                kept[place] = replace(first, steps=steps)
                instead[entry.name] = first.name
                continue
            same[key] = len(kept)
        kept.append(entry)
    return kept, instead


def _is_trivial(statement: str) -> bool:
    """Whether both sides are the same."""
    found = relation(statement.removeprefix(EVERY))
    return found is not None and found[1] in ("↔", "=") and bare(found[0]) == bare(found[2])


def _is_known(entry: Entry, known: list[tuple[frozenset[str], frozenset[str]]]) -> bool:
    """Whether a theorem of definedness says only what its hypotheses say, or earlier theorems with
    no other variables and hypotheses; `known` are the binders of these, and what they say.
    """
    binders = frozenset(_each_binder(entry.theorem.binders))
    said = frozenset(bare(part) for part in parts(entry.theorem.statement, " ∧ "))
    before = {part for others, parts_ in known if others <= binders for part in parts_}
    new = {part for part in said if part not in before and not is_assumed(part, entry)}
    known.append((binders, said))
    return not new


def _each_binder(binders: Iterable[str]) -> Iterator[str]:
    """The binders with one variable each."""
    for binder in binders:
        bound, *kind = parts(binder[1:-1], " : ")
        yield from (f"({name} : {' : '.join(kind)})" for name in bound.split())


def is_assumed(part: str, entry: Entry) -> bool:
    """Whether a hypothesis, or a premise of the part itself, is what the part says."""
    known = {
        bare(found[1])
        for binder in entry.theorem.binders
        if len(found := parts(binder[1:-1], " : ")) == 2
    }
    if part in known or _APART.match(part):
        return True
    name, *arguments = words(part) or [""]
    if name == "DifferentiableAt" and len(arguments) == 3:
        # At a point, where it is assumed everywhere.
        return f"Differentiable {' '.join(arguments[:2])}" in known
    *premises, said = map(bare, parts(part, " → "))
    bound, inner = _quantified(premises[0] if premises else said)
    if not premises:
        said = inner
    premises = [bare(inner), *premises[1:]] if premises else []
    general = f"{bound}{said}"
    return said in known or said in premises or general in known


def _quantified(text: str) -> tuple[str, str]:
    """`∀ k : ℕ, ` and what follows it; nothing for a text that does not begin so."""
    if text.startswith("∀ "):
        head, sign, rest = text.partition(", ")
        return f"{head}{sign}", rest
    return "", text
