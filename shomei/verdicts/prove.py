"""Decides which of the emitted theorems Lean accepts: it looks them up in the ledger or has Lean
check them, each separately, and only once.

A theorem that cites others is checked against their statements, which precede it as axioms under
their names. Lean's list of the axioms that it rests on then shows which of them it used. It counts
only when everything that it may cite is itself proved, with exactly the same statements. So the
failure of one theorem hides no verdict on another, and nothing is elaborated again because
something that it cites gets another proof.

Lean first gets the first alternative of every claim, then the next alternative of each claim that
it rejects. A run that does not finish shows nothing; it is bisected, so that one theorem cannot
take the rest down with it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from shomei.emitter.model import Claim, Theorem
from shomei.lean.axioms import AxiomAudit
from shomei.lean.backend import LeanBackend, LeanRun
from shomei.lean.body import Body, PartResult, assemble, attribute
from shomei.ledger import Entry, Ledger
from shomei.verdicts.standing import (
    Outcome,
    Proof,
    State,
    in_order,
    key_of,
    outcome_of,
    place_of,
    settle,
    starting,
    theorem_key,
)

#: The number of theorems in one body, at most, so that a lost run costs little.
BODY_SIZE: Final = 40
#: The time of one body as predicted, in milliseconds: long enough to share the cost of a fresh
#: start and of the statements that are cited, but a sixth of the whole if that is less, so that
#: two Leans share the work evenly.
BODY_COST: Final = (300, 1500)
#: What a theorem takes, measured on the gallery: each `grind` in it, and each letter.
_COST_OF_GRIND: Final = 60
_COST_OF_LETTER: Final = 0.04


@dataclass(frozen=True, slots=True)
class Prover:
    """The Lean to ask, the time limit of a body in seconds, and the way to ask for axioms.
    `emitter_version` and the identity of Lean go into every key.
    """

    backend: LeanBackend
    audit: AxiomAudit
    ledger: Ledger
    timeout: float
    emitter_version: str

    @property
    def identity(self) -> str:
        """Everything that a verdict depends on besides the text of the theorem and the statements
        that it cites.
        """
        return f"{self.emitter_version}\n{self.backend.identity}"


def look_up(claims: Sequence[Claim], prover: Prover) -> dict[str, Proof]:
    """The claims that the ledger knows as proved, by the name of their theorems."""
    state = starting(claims, {})
    for claim in in_order(claims):
        _recall(claim, state, prover)
    settle(state, prover.identity, cached=True)
    return state.proofs


def _recall(claim: Claim, state: State, prover: Prover) -> None:
    """Takes from the ledger what Lean has accepted for `claim` before. It counts once the theorems
    it cites do.
    """
    first = claim.alternatives[0]
    candidates = [first]
    # The other alternatives are expensive to make. The ledger records which of them succeeded; that
    # counts only if the proof itself is there.
    pointer = prover.ledger.find(_pointer_key(first, prover.identity))
    if pointer is not None and (position := _position(pointer)) is not None:
        candidates.extend(claim.alternatives[position : position + 1])
    for theorem in candidates:
        key = (
            key_of(theorem, state, prover.identity)
            if theorem.signature == first.signature
            else None
        )
        entry = None if key is None else prover.ledger.find(key)
        if entry is not None:
            state.waiting[place_of(theorem)] = (theorem, frozenset(entry.axioms))


def _pointer_key(first: Theorem, identity: str) -> str:
    return theorem_key(first, ["which alternative"], identity)


def _position(pointer: Entry) -> int | None:
    text = pointer.axioms[0] if len(pointer.axioms) == 1 else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else None


def prove(
    claims: Sequence[Claim],
    prover: Prover,
    known: Mapping[str, Proof],
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    on_proofs: Callable[[Mapping[str, Proof]], None] | None = None,
) -> dict[str, Outcome]:
    """The outcome of each claim, by the name of its theorems; `known` is the result of `look_up`.
    `on_proofs` receives all proofs so far after each answer of Lean.

    Raises `EnvironmentFailure` if Lean cannot be started.
    """
    state = starting(claims, known)
    asked = in_order(claims)
    written = set(state.proofs)
    for claim in asked:
        if claim.alternatives[0].name not in state.proofs:
            _recall(claim, state, prover)
    settle(state, prover.identity)

    def learned() -> None:
        prover.ledger.record(_new_entries(asked, state, written, prover.identity))
        written.update(state.proofs)
        on_progress(len(state.proofs), len(asked))
        if on_proofs is not None:
            on_proofs(state.proofs)

    on_progress(len(state.proofs), len(asked))
    while theorems := _next_theorems(asked, state):
        different = _by_content(theorems)
        _ask(_groups(list(different)), different, state, prover, learned)
    return {claim.alternatives[0].name: outcome_of(claim, state) for claim in asked}


def _new_entries(
    claims: Sequence[Claim], state: State, written: Collection[str], identity: str
) -> Iterator[Entry]:
    """The entries to add to the ledger: each proof that is not among those `written`, and which
    alternative it is if not the first.
    """
    for claim in claims:
        first = claim.alternatives[0]
        proof = state.proofs.get(first.name)
        if proof is not None and first.name not in written:
            yield Entry(proof.key, proof.axioms)
            if proof.theorem is not first:
                position = next(
                    index
                    for index, theorem in enumerate(claim.alternatives)
                    if theorem is proof.theorem
                )
                yield Entry(_pointer_key(first, identity), (str(position),))


def _next_theorems(claims: Sequence[Claim], state: State) -> list[Theorem]:
    """The next alternative for each open claim. If all of them wait for others, the next
    alternative that needs nothing unproved.
    """
    open_claims = [claim for claim in claims if claim.alternatives[0].name not in state.proofs]
    idle = {name for name, _ in state.waiting}
    fresh = [
        theorem
        for claim in open_claims
        if claim.alternatives[0].name not in idle
        and (theorem := _next(claim, state, only_proved=False))
    ]
    if fresh:
        return fresh
    return [theorem for claim in open_claims if (theorem := _next(claim, state, only_proved=True))]


def _next(claim: Claim, state: State, *, only_proved: bool) -> Theorem | None:
    citable = state.proofs if only_proved else state.stated
    for theorem in claim.alternatives:
        if (
            not state.is_tried(theorem)
            and theorem.name not in theorem.requires
            and all(name in citable for name in theorem.requires)
        ):
            if theorem.signature == state.stated[theorem.name].signature:
                return theorem
            state.complaints[place_of(theorem)] = "it does not state what is to be proved"
    return None


#: Theorems that differ only in their names, by the one of them that Lean is asked about.
_Different: TypeAlias = Mapping[Theorem, Sequence[Theorem]]


def _by_content(theorems: Sequence[Theorem]) -> _Different:
    """The theorems by the first that has the same variables, statement and proof, and that cites
    the same: what Lean says of that one holds for all of them. A step and the theorem that it ends
    often are the same.
    """
    firsts: dict[object, Theorem] = {}
    found: dict[Theorem, list[Theorem]] = {}
    for theorem in theorems:
        # A theorem that cites itself is never asked about, so the name stands nowhere else.
        _, head, content = theorem.text.partition(f"theorem {theorem.name} ")
        first = firsts.setdefault((content, theorem.requires) if head else theorem, theorem)
        found.setdefault(first, []).append(theorem)
    return found


def predicted_cost(theorem: Theorem) -> float:
    """The milliseconds that Lean is likely to take for a theorem."""
    text = theorem.text
    return _COST_OF_LETTER * len(text) + _COST_OF_GRIND * text.count("grind")


@dataclass(slots=True)
class _Group:
    """Theorems for one body, in which no theorem cites another."""

    theorems: list[Theorem] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    cost: float = 0.0

    def has_room_for(self, theorem: Theorem, most: float) -> bool:
        """Whether the theorem may be added to a group that costs at most so much."""
        return (
            len(self.theorems) < BODY_SIZE
            and self.cost <= most
            and theorem.name not in self.cited
            and self.names.isdisjoint(theorem.requires)
        )

    def add(self, theorem: Theorem, cost: float) -> None:
        """Adds a theorem of that predicted cost."""
        self.theorems.append(theorem)
        self.names.add(theorem.name)
        self.cited.update(theorem.requires)
        self.cost += cost


def _groups(theorems: Sequence[Theorem]) -> list[list[Theorem]]:
    """The theorems in groups, one body each, in which no theorem cites another."""
    costs = [predicted_cost(theorem) for theorem in theorems]
    least, most = BODY_COST
    limit = min(most, max(least, sum(costs) / 6))
    groups: list[_Group] = []
    for theorem, cost in zip(theorems, costs, strict=True):
        fitting = (group for group in groups if group.has_room_for(theorem, limit - cost))
        group = next(fitting, None)
        if group is None:
            group = _Group()
            groups.append(group)
        group.add(theorem, cost)
    return [group.theorems for group in groups]


def _ask(
    groups: Sequence[Sequence[Theorem]],
    different: _Different,
    state: State,
    prover: Prover,
    learned: Callable[[], None],
) -> None:
    """Records Lean's answer for each group. `learned` is called after each group, so that an
    interrupted check loses little.
    """
    bodies = [_body(group, state, prover.audit) for group in groups]
    lost: list[Sequence[Theorem]] = []

    def note(index: int, run: LeanRun) -> None:
        group = groups[index]
        results = attribute(bodies[index], run)
        if results is not None:
            _judge([different[theorem] for theorem in group], results, run, state, prover)
        elif len(group) == 1:
            for same in different[group[0]]:
                state.lost[place_of(same)] = run.failure or "Lean did not come to an end"
        else:
            lost.append(group)
        learned()

    prover.backend.check([body.text for body in bodies], timeout=prover.timeout, on_run=note)
    halves = [
        half for group in lost for half in (group[: len(group) // 2], group[len(group) // 2 :])
    ]
    if halves:
        _ask(halves, different, state, prover, learned)


def _body(group: Sequence[Theorem], state: State, audit: AxiomAudit) -> Body:
    cited = dict.fromkeys(name for theorem in group for name in theorem.requires)
    texts = [(name, state.stated[name].axiom, False) for name in cited]
    texts += [(theorem.name, theorem.text, True) for theorem in group]
    texts.append(("", audit.ask([theorem.name for theorem in group]), False))
    return assemble(texts)


def _judge(
    group: Sequence[Sequence[Theorem]],
    results: Mapping[str, PartResult],
    run: LeanRun,
    state: State,
    prover: Prover,
) -> None:
    axioms = prover.audit.read(run.messages)
    for theorem, *others in group:
        complaint = results[theorem.name].complaint or _axiom_complaint(
            theorem, axioms, prover.audit
        )
        for same in (theorem, *others):
            if not complaint:
                state.waiting[place_of(same)] = (same, frozenset(axioms[theorem.name]))
            elif not all(results[name].passed for name in theorem.requires):
                state.blocked[place_of(same)] = same
            else:
                state.complaints[place_of(same)] = complaint
    settle(state, prover.identity)


def _axiom_complaint(
    theorem: Theorem, axioms: Mapping[str, tuple[str, ...]], audit: AxiomAudit
) -> str:
    if theorem.name not in axioms:
        return "Lean did not say which axioms the theorem rests on"
    foreign = sorted(set(axioms[theorem.name]) - audit.allowed() - set(theorem.requires))
    return f"the theorem rests on {', '.join(foreign)}" if foreign else ""
