"""Mutants of one derivation on trial: which of their steps are really false, and what Shomei says
of those.

The numbers look at each false step first; those that they do not refute go to Lean together, many
mutants at a time, beside the derivation's own steps, which count as proved where their statements
are the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from random import Random

from shomei.emitter import Emission, emit_plan
from shomei.emitter.model import Claim
from shomei.numbers.model import Refutation
from shomei.obligations import build
from shomei.obligations.model import Obligation, Plan
from shomei.parser import read
from shomei.parser.errors import InputProblem
from shomei.verdicts.judge import judge
from shomei.verdicts.prove import Prover, prove
from shomei.verdicts.standing import Outcome, Proof
from shomei.verdicts.wiring import stages
from tests.mutation.falsity import Falsity, falsity
from tests.mutation.mutants import Mutant, mutants

_GALLERY = Path(__file__).parents[2] / "derivations"

#: Mutants whose steps go to Lean in one call.
_BATCH = 60


@dataclass(frozen=True, slots=True)
class Suspect:
    """A really false step of a mutant: its obligation, under an id of its own, and what the judge
    found.
    """

    path: Path
    change: str
    plan: Plan
    obligation: Obligation
    falsity: Falsity
    others: Mapping[str, Obligation]
    """The mutant's other obligations that the derivation does not have, which a proof may cite."""


@dataclass(slots=True)
class Figures:
    """Counts of mutants, and of their really false steps by what is said of them."""

    mutants: int = 0
    false: int = 0
    steps: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    by_numbers: int = 0
    lean: int = 0
    verified: list[Suspect] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        self.mutants += other.mutants
        self.false += other.false
        self.steps += other.steps
        self.verdicts += other.verdicts
        self.changes += other.changes
        self.by_numbers += other.by_numbers
        self.lean += other.lean
        self.verified += other.verified


@dataclass(frozen=True, slots=True)
class Original:
    """A derivation, its mutants, its obligations by id, their claims, and a proof of each."""

    path: Path
    all_mutants: Sequence[Mutant]
    obligations: Mapping[str, Obligation]
    claims: Sequence[Claim]
    proofs: Mapping[str, Proof]


def gallery() -> list[Path]:
    """The verified derivations, without the page that tells of them."""
    return sorted(
        path
        for path in _GALLERY.iterdir()
        if path.suffix in {".txt", ".md", ".tex"} and path.name != "README.md"
    )


def original(path: Path) -> Original:
    """Reads a derivation. All its steps count as proved: that Lean proves them is tested elsewhere,
    and the more may be cited, the harder the trial.

    Raises `AssertionError` where the judge takes one of them for false: one of the two is then
    wrong.
    """
    document = read(path)
    plan = build(document)
    claims = [
        claim
        for emission in emit_plan(plan).values()
        for claim in emission.claims
        if claim.alternatives
    ]
    firsts = [claim.alternatives[0] for claim in claims]
    wrong = [
        (obligation.id, why)
        for obligation in plan.obligations
        if (why := falsity(obligation)) is not None
    ]
    assert wrong == [], f"{path}: these steps are false by numbers: {wrong}"
    proofs = {first.name: Proof(first, "", (), cached=True) for first in firsts}
    return Original(
        path,
        list(mutants(document)),
        {obligation.id: obligation for obligation in plan.obligations},
        claims,
        proofs,
    )


def chosen(source: Original, most: int | None, seed: int) -> list[Mutant]:
    """`most` of the derivation's mutants, in random order."""
    found = list(source.all_mutants)
    Random(f"{seed} {source.path.name}").shuffle(found)
    return found if most is None else found[:most]


def suspects(
    source: Original, candidates: Iterable[Mutant], figures: Figures
) -> Iterator[list[Suspect]]:
    """For each mutant that is really false its false steps; counts them."""
    for number, mutant in enumerate(candidates):
        figures.mutants += 1
        try:
            plan = _renamed(build(mutant.document), source.obligations, f"m{number}_")
        except InputProblem:
            continue
        new = {
            obligation.id: obligation
            for obligation in plan.obligations
            if obligation.id not in source.obligations
        }
        false = {
            id_: why for id_, obligation in new.items() if (why := falsity(obligation)) is not None
        }
        if false:
            figures.false += 1
            figures.steps += len(false)
            figures.changes[re.sub("^in a.*: ", "", mutant.change)] += 1
            yield [
                Suspect(source.path, mutant.change, plan, new[id_], why, new)
                for id_, why in false.items()
            ]


def _renamed(plan: Plan, known: Mapping[str, Obligation], prefix: str) -> Plan:
    """The plan with names of their own for what is not the derivation's, so that mutants can be
    checked side by side.
    """
    new = {
        o.id: f"{prefix}{o.id}"
        for o in plan.obligations
        if o.id not in known or not _same(o, known[o.id])
    }

    def name(id_: str) -> str:
        return new.get(id_, id_)

    return replace(
        plan,
        obligations=tuple(
            replace(
                o,
                id=name(o.id),
                facts=tuple(replace(fact, obligation=name(fact.obligation)) for fact in o.facts),
                schemas=tuple(
                    replace(schema, obligation=name(schema.obligation)) for schema in o.schemas
                ),
            )
            for o in plan.obligations
        ),
    )


def _same(one: Obligation, other: Obligation) -> bool:
    return (one.goal, one.context, one.conditions, one.problem) == (
        other.goal,
        other.context,
        other.conditions,
        other.problem,
    )


def try_mutants(
    source: Original,
    most: int | None,
    seed: int,
    prover: Prover,
    *,
    numbers: bool = True,
    seconds: float = 1.0,
) -> Figures:
    """The figures of `most` mutants that are really false (all, for None). Without `numbers`, every
    false step goes to Lean.
    """
    figures = Figures()
    stream = islice(suspects(source, chosen(source, None, seed), figures), most)
    while batch := list(islice(stream, _BATCH)):
        _try_batch(
            source,
            [suspect for mutant in batch for suspect in mutant],
            figures,
            prover,
            numbers=numbers,
            seconds=seconds,
        )
    return figures


def _try_batch(
    source: Original,
    batch: Sequence[Suspect],
    figures: Figures,
    prover: Prover,
    *,
    numbers: bool,
    seconds: float,
) -> None:
    stage = stages()
    refutations: dict[str, Refutation] = {}
    for suspect in batch:
        if (
            numbers
            and suspect.obligation.problem is None
            and (found := stage.refute(suspect.obligation, seconds)) is not None
        ):
            refutations[suspect.obligation.id] = found
    emissions: dict[str, Emission] = {}
    for suspect in batch:
        if suspect.obligation.id not in refutations and suspect.obligation.id not in emissions:
            emitted = _emitted(suspect, refutations)
            emissions |= stage.audit(suspect.plan, emitted) if numbers else emitted
    claims = [
        claim for emission in emissions.values() for claim in emission.claims if claim.alternatives
    ]
    outcomes: Mapping[str, Outcome] = (
        prove([*source.claims, *claims], prover, source.proofs) if claims else {}
    )
    for suspect in batch:
        obligation = suspect.obligation
        refutation = refutations.get(obligation.id)
        emission = emissions.get(obligation.id)
        verdict = judge(
            obligation,
            emission,
            refutation,
            outcomes=outcomes,
            owners={},
            steps={},
            advice=(),
            show=stage.show,
        ).verdict
        figures.verdicts[verdict] += 1
        figures.by_numbers += refutation is not None
        figures.lean += emission is not None and any(
            claim.alternatives for claim in emission.claims
        )
        if verdict == "verified":
            figures.verified.append(suspect)


def _emitted(suspect: Suspect, refutations: Mapping[str, Refutation]) -> dict[str, Emission]:
    """The step's claims, and those of the mutant's own that their proofs cite, so that none fails
    for want of them.
    """
    wanted, found = {suspect.obligation.id}, dict[str, Emission]()
    while more := wanted - found.keys():
        emissions = emit_plan(suspect.plan, more)
        found |= {id_: emissions.get(id_, Emission(())) for id_ in more}
        cited = {
            name
            for e in emissions.values()
            for c in e.claims
            for theorem in c.alternatives
            for name in theorem.requires
        }
        wanted |= {id_ for id_ in cited if id_ in suspect.others and id_ not in refutations}
    return {id_: emission for id_, emission in found.items() if emission.claims or emission.problem}


def reporting(tell: Callable[[str], None], suspect: Suspect) -> None:
    """Reports a false step that was verified, the worst possible result."""
    obligation = suspect.obligation
    tell(
        f"{suspect.path}:{obligation.span.line}: VERIFIED, and {suspect.falsity.kind} for "
        f"{suspect.falsity.values} ({suspect.change})"
    )
    tell(f"    {stages().show(obligation.goal)}")
