"""Which of the emitted theorems Lean accepts: looked up in the ledger, else checked, in as few runs as may be.

First every claim's first alternative goes to Lean, then, for those it rejects, all the others. A theorem that cites others is given them before it, and counts
only where they count. A run that does not come to its end says nothing; it is repeated in halves, so that one theorem cannot take the rest with it.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from checker.lean.axioms import AxiomAudit
from checker.lean.backend import LeanBackend, LeanRun
from checker.lean.body import Body, PartResult, assemble, attribute
from checker.ledger import Entry, Ledger
from emitter.model import Claim, Theorem

#: Bodies in one call of the backend: what was proved is kept after each, so that an interrupted check loses little.
RUN_SIZE: Final = 8

#: Theorems in one body: few enough that a lost run costs little, many enough that a Lean's start-up is shared.
BODY_SIZE: Final = 40


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim that Lean accepts: by which theorem, resting on which axioms, and whether that was known from the ledger."""

    theorem: Theorem
    key: str
    axioms: tuple[str, ...]
    cached: bool


@dataclass(frozen=True, slots=True)
class Rejection:
    """A claim that is not proved. `theorem` and `complaint` are of its first alternative; `lost`: Lean did not come to an end on it.

    `missing` names the cited theorems that are not proved themselves, where that is why.
    """

    theorem: Theorem
    complaint: str = ""
    lost: str | None = None
    missing: tuple[str, ...] = ()


Outcome = Proof | Rejection


@dataclass(frozen=True, slots=True)
class Prover:
    """The Lean to ask, for `timeout` seconds a body, and how it is asked for axioms. `emitter_version` and its identity go into every key."""

    backend: LeanBackend
    audit: AxiomAudit
    ledger: Ledger
    timeout: float
    emitter_version: str

    @property
    def identity(self) -> str:
        """All that a verdict depends on besides the theorem's own text."""
        return f"{self.emitter_version}\n{self.backend.identity}"


@dataclass(slots=True)
class _State:
    """What is known so far: proofs by the theorem's name; complaints and losses by its name and text."""

    proofs: dict[str, Proof] = field(default_factory=dict)
    complaints: dict[tuple[str, str], str] = field(default_factory=dict)
    lost: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Theorems that Lean had nothing against, when something that they cite was not proved yet.
    promising: set[tuple[str, str]] = field(default_factory=set)

    def size(self) -> int:
        """Grows with whatever is learned, so that a round that teaches nothing is the last."""
        return len(self.proofs) + len(self.complaints) + len(self.lost)


def look_up(claims: Sequence[Claim], prover: Prover) -> dict[str, Proof]:
    """The claims that the ledger knows as proved, by their theorems' name."""
    state = _State()
    waiting = in_order(claims)
    # A claim may be known by an alternative that cites what stands after it, so that another look finds more.
    while True:
        missed = [claim for claim in waiting if not _is_found(claim, state, prover)]
        if not missed or len(missed) == len(waiting):
            return state.proofs
        waiting = missed


def _is_found(claim: Claim, state: _State, prover: Prover) -> bool:
    first = claim.alternatives[0]
    candidates = [first]
    # The other alternatives are dear to make; which of them did is kept beside the proofs, and believed only as far as the proof itself is there.
    pointer = prover.ledger.find(_pointer_key(first, prover.identity))
    if pointer is not None and (position := _position(pointer)) is not None:
        candidates.extend(claim.alternatives[position : position + 1])
    for theorem in candidates:
        key = _key(theorem, state, prover.identity)
        entry = None if key is None else prover.ledger.find(key)
        if key is not None and entry is not None:
            state.proofs[theorem.name] = Proof(theorem, key, entry.axioms, cached=True)
            return True
    return False


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
) -> dict[str, Outcome]:
    """The outcome of each claim, by its theorems' name; `known` is what `look_up` answered.

    Raises `EnvironmentFailure` where Lean cannot be started.
    """
    state = _State(dict(known))
    asked = in_order(claims)
    on_progress(len(state.proofs), len(asked))
    # The first round may come to nothing and the next to something, where first alternatives cite each other in a circle.
    for first in itertools.chain([True], itertools.repeat(False)):
        before = state.size()
        groups = _round(asked, state, first_only=first)
        for start in range(0, len(groups), RUN_SIZE):
            _check(groups[start : start + RUN_SIZE], state, prover)
            prover.ledger.record(_new_entries(asked, state, prover.identity))
            on_progress(len(state.proofs), len(asked))
        if not first and state.size() == before:
            break
    return {claim.alternatives[0].name: _outcome(claim, state) for claim in asked}


def _new_entries(claims: Sequence[Claim], state: _State, identity: str) -> Iterator[Entry]:
    """What the ledger should know: each new proof, and where it is not the first alternative's, which one it is."""
    for claim in claims:
        first = claim.alternatives[0]
        proof = state.proofs.get(first.name)
        if proof is not None and not proof.cached:
            yield Entry(proof.key, proof.axioms)
            if proof.theorem is not first:
                position = next(index for index, theorem in enumerate(claim.alternatives) if theorem is proof.theorem)
                yield Entry(_pointer_key(first, identity), (str(position),))


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that have proofs to try, each after those that its first alternative cites where that can be; else in the order in which they stand."""
    firsts = {claim.alternatives[0].name: claim.alternatives[0] for claim in claims if claim.alternatives}
    by_name = {claim.alternatives[0].name: claim for claim in claims if claim.alternatives}
    return [by_name[theorem.name] for theorem in _sorted(firsts)]


def _sorted(theorems: Mapping[str, Theorem]) -> list[Theorem]:
    """Each after those of them that it cites, as far as they do not cite each other in a circle."""
    ordered: dict[str, Theorem] = {}
    begun: set[str] = set()
    for root in theorems:
        # By a stack of our own: a chain of a thousand steps is deeper than Python's.
        stack = [root]
        while stack:
            name = stack[-1]
            if name not in begun:
                begun.add(name)
                stack.extend(cited for cited in theorems[name].requires if cited in theorems and cited not in begun)
            else:
                ordered.setdefault(name, theorems[stack.pop()])
    return list(ordered.values())


def theorem_key(theorem: Theorem, cited: Iterable[str], identity: str) -> str:
    """The ledger's key: a hash of the theorem's text, of the keys of what it cites, and of the Lean and the emitter that stand behind it."""
    digest = hashlib.sha256()
    for part in ("shomei theorem 1", identity, theorem.name, theorem.text, *cited):
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()


def _key(theorem: Theorem, state: _State, identity: str) -> str | None:
    cited = [state.proofs[name].key for name in theorem.requires if name in state.proofs]
    return theorem_key(theorem, cited, identity) if len(cited) == len(theorem.requires) else None


@dataclass(frozen=True, slots=True)
class _Group:
    """Theorems to ask about in one body, after `given`, those that they cite and that are proved or asked about before them."""

    given: tuple[Theorem, ...]
    asked: tuple[Theorem, ...]


def _round(claims: Sequence[Claim], state: _State, *, first_only: bool) -> list[_Group]:
    """The bodies of the next round: each open claim's first alternative, or every alternative that has not been tried and may count."""
    open_claims = [claim for claim in claims if claim.alternatives[0].name not in state.proofs]
    known = {name: proof.theorem for name, proof in state.proofs.items()}
    # Whatever its proof is worth, an open claim's statement can be cited for the time being.
    known.update({claim.alternatives[0].name: next(_untried(claim, state), claim.alternatives[0]) for claim in open_claims})
    waves: list[list[Theorem]] = []
    for claim in open_claims:
        candidates = [claim.alternatives[0]] if first_only else [theorem for theorem in _untried(claim, state) if _may_count(theorem, state)]
        for index, theorem in enumerate(candidates):
            if index == len(waves):
                waves.append([])
            waves[index].append(theorem)
    return [group for theorems in waves for group in _groups(theorems, known)]


def _untried(claim: Claim, state: _State) -> Iterator[Theorem]:
    return (theorem for theorem in claim.alternatives if _id(theorem) not in state.complaints and _id(theorem) not in state.lost)


def _may_count(theorem: Theorem, state: _State) -> bool:
    return _id(theorem) in state.promising or all(name in state.proofs for name in theorem.requires)


def _id(theorem: Theorem) -> tuple[str, str]:
    return theorem.name, theorem.text


def _groups(theorems: Sequence[Theorem], others: Mapping[str, Theorem]) -> list[_Group]:
    known = {**others, **{theorem.name: theorem for theorem in theorems}}
    ready = _sorted({theorem.name: theorem for theorem in theorems if _closure(theorem, known) is not None})
    groups = []
    for start in range(0, len(ready), BODY_SIZE):
        asked = ready[start : start + BODY_SIZE]
        names = {theorem.name for theorem in asked}
        given: dict[str, Theorem] = {}
        for theorem in asked:
            for cited in _closure(theorem, known) or ():
                if cited.name not in names:
                    given.setdefault(cited.name, cited)
        groups.append(_Group(tuple(given.values()), tuple(asked)))
    return groups


def _closure(theorem: Theorem, known: Mapping[str, Theorem]) -> list[Theorem] | None:
    """All that `theorem` cites, directly or not, each after what it cites itself; None where some of it is not known, or cites in a circle."""
    ordered: dict[str, Theorem] = {}
    begun = {theorem.name}
    stack = list(reversed(theorem.requires))
    while stack:
        name = stack[-1]
        if name in ordered:
            stack.pop()
        elif name not in known or name == theorem.name:
            return None
        elif name in begun:
            if any(inner not in ordered for inner in known[name].requires):
                return None
            ordered[name] = known[stack.pop()]
        else:
            begun.add(name)
            stack.extend(inner for inner in reversed(known[name].requires) if inner not in ordered)
    return list(ordered.values())


def _check(groups: Sequence[_Group], state: _State, prover: Prover) -> None:
    bodies = [_body(group, prover.audit) for group in groups]
    runs = prover.backend.check([body.text for body in bodies], timeout=prover.timeout)
    for group, body, run in zip(groups, bodies, runs, strict=True):
        results = attribute(body, run)
        if results is None:
            _split(group, state, prover, run)
        else:
            _judge(group, results, run, state, prover)


def _judge(group: _Group, results: Mapping[str, PartResult], run: LeanRun, state: _State, prover: Prover) -> None:
    axioms = prover.audit.read(run.messages)
    identity = prover.identity
    # The theorems of this body that failed, or cite one that did: Lean takes it for granted there, and says so in the axioms.
    tainted: set[str] = set()
    for theorem in (*group.given, *group.asked):
        rests_on_failure = any(name in tainted for name in theorem.requires)
        if rests_on_failure or not results[theorem.name].passed:
            tainted.add(theorem.name)
        if theorem not in group.asked:
            continue
        key = _key(theorem, state, identity)
        if key is None or rests_on_failure:
            # What it cites is not proved (yet), or not here: neither its success nor its failure counts.
            if results[theorem.name].passed:
                state.promising.add(_id(theorem))
        elif complaint := results[theorem.name].complaint or _axiom_complaint(theorem.name, axioms, prover.audit):
            state.complaints[_id(theorem)] = complaint
        elif theorem.name not in state.proofs:
            state.proofs[theorem.name] = Proof(theorem, key, axioms[theorem.name], cached=False)


def _body(group: _Group, audit: AxiomAudit) -> Body:
    texts = [(theorem.name, theorem.text, False) for theorem in group.given] + [(theorem.name, theorem.text, True) for theorem in group.asked]
    texts.append(("", audit.ask([theorem.name for theorem in group.asked]), False))
    return assemble(texts)


def _axiom_complaint(name: str, axioms: Mapping[str, tuple[str, ...]], audit: AxiomAudit) -> str:
    if name not in axioms:
        return "Lean did not say which axioms the theorem rests on"
    foreign = sorted(set(axioms[name]) - audit.allowed())
    return f"the theorem rests on {', '.join(foreign)}" if foreign else ""


def _split(group: _Group, state: _State, prover: Prover, run: LeanRun) -> None:
    if len(group.asked) == 1:
        state.lost[_id(group.asked[0])] = run.failure or "Lean did not come to an end"
        return
    middle = len(group.asked) // 2
    known = {theorem.name: theorem for theorem in (*group.given, *group.asked)}
    for asked in (group.asked[:middle], group.asked[middle:]):
        _check(_groups(asked, known), state, prover)


def _outcome(claim: Claim, state: _State) -> Outcome:
    name = claim.alternatives[0].name
    if name in state.proofs:
        return state.proofs[name]
    lost = next((state.lost[_id(theorem)] for theorem in claim.alternatives if _id(theorem) in state.lost), None)
    tried = [(theorem, state.complaints[_id(theorem)]) for theorem in claim.alternatives if _id(theorem) in state.complaints]
    if tried or lost:
        theorem, complaint = tried[0] if tried else (claim.alternatives[0], "")
        return Rejection(theorem, complaint, lost)
    missing = {cited for theorem in claim.alternatives for cited in theorem.requires if cited not in state.proofs}
    return Rejection(claim.alternatives[0], missing=tuple(sorted(missing)))
