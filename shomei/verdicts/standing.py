"""What is known of the claims of a check, and what of it counts as proved.

A theorem counts once everything that it cites is itself proved, with exactly the statements that it
was checked against, so only well-founded proofs come to count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from shomei.emitter.model import Claim, Theorem
from shomei.storage import content_key


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim that Lean accepts: the theorem, the axioms that it rests on, and whether the ledger
    knew it.
    """

    theorem: Theorem
    key: str
    axioms: tuple[str, ...]
    cached: bool


@dataclass(frozen=True, slots=True)
class Rejection:
    """A claim that is not proved. `theorem` and `complaint` are those of its first alternative;
    `lost`: Lean timed out or died on it.

    `missing` names the cited theorems that are not proved themselves, if that is the reason.
    """

    theorem: Theorem
    complaint: str = ""
    lost: str | None = None
    missing: tuple[str, ...] = ()


Outcome = Proof | Rejection


@dataclass(slots=True)
class State:
    """Everything known so far: proofs by the name of the theorem, and Lean's answer on each theorem
    that was tried, by its name and text.
    """

    #: The theorem whose statement stands for each claim, by the name of its theorems.
    stated: Mapping[str, Theorem]
    proofs: dict[str, Proof] = field(default_factory=dict)
    complaints: dict[tuple[str, str], str] = field(default_factory=dict)
    lost: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Theorems that Lean accepts, with the axioms that they rest on, while something that they cite
    #: is not proved yet.
    waiting: dict[tuple[str, str], tuple[Theorem, frozenset[str]]] = field(default_factory=dict)
    #: Theorems on which Lean cannot decide, because it rejects the statement of something that they
    #: cite.
    blocked: dict[tuple[str, str], Theorem] = field(default_factory=dict)

    def is_tried(self, theorem: Theorem) -> bool:
        """Whether Lean has answered on `theorem`, with any result."""
        return any(
            place_of(theorem) in answers
            for answers in (self.complaints, self.lost, self.waiting, self.blocked)
        )


def starting(claims: Sequence[Claim], known: Mapping[str, Proof]) -> State:
    """The state at the beginning of a check of `claims`."""
    firsts = (claim.alternatives[0] for claim in claims if claim.alternatives)
    stated = {first.name: first for first in firsts}
    # A step that has since been refuted is no longer a claim, and nothing can cite it.
    return State(stated, {name: proof for name, proof in known.items() if name in stated})


def settle(state: State, identity: str, *, cached: bool = False) -> None:
    """Counts waiting theorems as proved once everything that they cite is. Only well-founded proofs
    come to count.
    """
    while ready := [
        place
        for place, (theorem, _) in state.waiting.items()
        if theorem.name in state.proofs or _stands(theorem, state)
    ]:
        for place in ready:
            theorem, own = state.waiting.pop(place)
            key = key_of(theorem, state, identity)
            if theorem.name not in state.proofs and key is not None:
                inherited = {
                    axiom for name in theorem.requires for axiom in state.proofs[name].axioms
                }
                state.proofs[theorem.name] = Proof(
                    theorem, key, tuple(sorted((own - set(theorem.requires)) | inherited)), cached
                )


def _stands(theorem: Theorem, state: State) -> bool:
    return all(
        name in state.proofs
        and state.proofs[name].theorem.signature == state.stated[name].signature
        for name in theorem.requires
    )


def outcome_of(claim: Claim, state: State) -> Outcome:
    """What became of a claim, once Lean has been asked about all of them."""
    name = claim.alternatives[0].name
    if name in state.proofs:
        return state.proofs[name]
    lost = next(
        (
            state.lost[place_of(theorem)]
            for theorem in claim.alternatives
            if place_of(theorem) in state.lost
        ),
        None,
    )
    tried = [
        (theorem, state.complaints[place_of(theorem)])
        for theorem in claim.alternatives
        if place_of(theorem) in state.complaints
    ]
    waiting = [
        theorem
        for theorem in claim.alternatives
        if place_of(theorem) in state.waiting or place_of(theorem) in state.blocked
    ]
    if (tried or lost) and not waiting:
        theorem, complaint = tried[0] if tried else (claim.alternatives[0], "")
        return Rejection(theorem, complaint, lost)
    missing = {
        cited
        for theorem in waiting or claim.alternatives
        for cited in theorem.requires
        if cited not in state.proofs
    }
    return Rejection((waiting or claim.alternatives)[0], missing=tuple(sorted(missing)))


def place_of(theorem: Theorem) -> tuple[str, str]:
    """The key of Lean's answer on a theorem."""
    return theorem.name, theorem.text


def theorem_key(theorem: Theorem, cited: Iterable[str], identity: str) -> str:
    """The ledger's key: a hash of the text of the theorem, of the statements that it cites, and of
    the Lean and the emitter.
    """
    return content_key(("shomei theorem 2", identity, theorem.name, theorem.text, *cited))


def key_of(theorem: Theorem, state: State, identity: str) -> str | None:
    """The ledger's key of a theorem; None if it cites something that is not a claim."""
    cited = [state.stated[name].signature for name in theorem.requires if name in state.stated]
    return theorem_key(theorem, cited, identity) if len(cited) == len(theorem.requires) else None


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that have proofs to try, each after those that its first alternative cites if
    possible, else in document order.
    """
    firsts = {
        claim.alternatives[0].name: claim.alternatives[0] for claim in claims if claim.alternatives
    }
    by_name = {claim.alternatives[0].name: claim for claim in claims if claim.alternatives}
    return [by_name[theorem.name] for theorem in by_citation(firsts)]


def by_citation(theorems: Mapping[str, Theorem]) -> list[Theorem]:
    """The claims, each after those of them that it cites, unless they cite each other in a
    circle.
    """
    ordered: dict[str, Theorem] = {}
    begun: set[str] = set()
    for root in theorems:
        # Uses an explicit stack: a chain of a thousand steps is deeper than Python's.
        stack = [root]
        while stack:
            name = stack[-1]
            if name not in begun:
                begun.add(name)
                stack.extend(
                    cited
                    for cited in theorems[name].requires
                    if cited in theorems and cited not in begun
                )
            else:
                ordered.setdefault(name, theorems[stack.pop()])
    return list(ordered.values())
