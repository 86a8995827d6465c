"""One theorem against its obligation, and all of an emission against its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from shomei.audit import meaning
from shomei.audit.elaborate import Claim as Said
from shomei.audit.elaborate import elaborate
from shomei.audit.expected import Kind, expected, kinds
from shomei.audit.read import Unreadable, read
from shomei.audit.source import foreign, signature
from shomei.audit.terms import Unsayable
from shomei.emitter.model import Alternatives, Claim, Emission, Theorem
from shomei.obligations.model import Obligation, Plan

_SUFFIX: dict[Kind, str] = {"statement": "", "defined": "_defined", "exists": "_exists"}


def audit(obligation: Obligation, claim_kind: Kind, theorem: Theorem) -> str | None:
    """None where `theorem` says what the obligation's claim of that kind is, in a text that holds
    nothing else; else what is wrong with it.
    """
    name = obligation.id + _SUFFIX[claim_kind]
    if theorem.name != name:
        return f"the theorem is called {theorem.name}, the step needs {name}"
    if (complaint := foreign(theorem.text, name)) is not None:
        return f"the text of {name} holds more than the theorem: {complaint}"
    stated = signature(theorem.text)
    if theorem.signature != stated:
        return f"it is not clear where the statement of {name} ends"
    try:
        said = elaborate(read(stated))
    except (Unreadable, RecursionError) as problem:
        return f"{name} cannot be read back: {problem}"
    try:
        wanted = expected(obligation, claim_kind)
    except (Unsayable, RecursionError) as problem:
        return f"{name} has nothing to be compared with: {problem}"
    return _difference(said, wanted, claim_kind)


def _difference(said: Said, wanted: Said, claim_kind: Kind) -> str | None:
    if said.name != wanted.name:
        return f"the theorem is called {said.name}, the step needs {wanted.name}"
    if said.variables != wanted.variables:
        return (
            f"{wanted.name} is about {_listed(said.variables)}, the step about "
            f"{_listed(wanted.variables)}"
        )
    if [name for name, _ in said.hypotheses] != [name for name, _ in wanted.hypotheses]:
        return f"{wanted.name} assumes {_names(said)}, the step {_names(wanted)}"
    for (name, ours), (_, theirs) in zip(said.hypotheses, wanted.hypotheses, strict=True):
        if ours != theirs:
            return f"{wanted.name} assumes another {name}: {_both(ours, theirs)}"
    if claim_kind == "defined":
        ours_too, theirs_too = (
            meaning.conjuncts(said.statement),
            meaning.conjuncts(wanted.statement),
        )
        if ours_too != theirs_too:
            more = (
                "; ".join(sorted(meaning.shown(part) for part in ours_too - theirs_too))
                or "nothing more"
            )
            less = (
                "; ".join(sorted(meaning.shown(part) for part in theirs_too - ours_too))
                or "nothing"
            )
            return (
                f"{wanted.name} does not say what must be defined: it lacks {less} and says {more}"
            )
    elif said.statement != wanted.statement:
        return (
            f"{wanted.name} does not say what the step says: "
            f"{_both(said.statement, wanted.statement)}"
        )
    return None


def _listed(variables: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name} in {kind}" for name, kind in variables) or "nothing"


def _names(claim: Said) -> str:
    return ", ".join(name for name, _ in claim.hypotheses) or "nothing"


def _both(ours: meaning.Meaning, theirs: meaning.Meaning) -> str:
    a, b = meaning.difference(ours, theirs)
    return f"{meaning.shown(a)[:300]} instead of {meaning.shown(b)[:300]}"


def audited(plan: Plan, emissions: Mapping[str, Emission]) -> dict[str, Emission]:
    """The emissions with nothing but what passes the audit: a step one of whose theorems fails it
    has a problem instead of claims.

    Of a claim's alternatives the first is read back; the others must have its very signature, and
    are looked at only when they are asked for.
    """
    found: dict[str, Emission] = {}
    taken: set[str] = set()
    for obligation in plan.obligations:
        if (emission := emissions.get(obligation.id)) is not None:
            found[obligation.id] = _audited(obligation, emission, taken)
    return found


def _audited(obligation: Obligation, emission: Emission, taken: set[str]) -> Emission:
    if emission.problem is not None or not emission.claims:
        return emission
    has = sorted(claim.kind for claim in emission.claims)
    if has != sorted(kinds(obligation)):
        return _refused(
            f"the claims are {', '.join(has)}, not {', '.join(sorted(kinds(obligation)))}"
        )
    claims: list[Claim] = []
    for claim in emission.claims:
        if claim.alternatives:
            first = claim.alternatives[0]
            if first.name in taken:
                return _refused(f"{first.name} is the name of two theorems")
            if (complaint := audit(obligation, claim.kind, first)) is not None:
                return _refused(complaint)
            taken.add(first.name)
            claims.append(replace(claim, alternatives=Alternatives(_alike(claim, first))))
        else:
            claims.append(claim)
    return replace(emission, claims=tuple(claims))


def _alike(claim: Claim, first: Theorem) -> Iterator[Theorem]:
    for theorem in claim.alternatives:
        if theorem is first or _says_the_same(theorem, first):
            yield theorem


def _says_the_same(theorem: Theorem, first: Theorem) -> bool:
    return (
        theorem.name == first.name
        and theorem.signature == signature(theorem.text) == first.signature
        and foreign(theorem.text, first.name) is None
    )


def _refused(complaint: str) -> Emission:
    return Emission(
        (),
        (
            "its theorem was not given to Lean, since it is not the one that the step asks for "
            f"({complaint}); this is a fault of Shomei"
        ),
    )
