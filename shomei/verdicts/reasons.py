"""Reasons that the proofs did not need: the step is proved, but not in the way that its author
names.

The step is not at fault, since Lean has accepted its proof. Its text is: it tells the reader why
something holds, and the proof is another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from shomei.emitter.model import Emission
from shomei.obligations.model import Obligation, Plan
from shomei.parser.printer import print_reason
from shomei.parser.reason_nodes import Reason
from shomei.terms.diagnostics import Diagnostic, note
from shomei.terms.nodes import Span
from shomei.verdicts.model import REASON_NOT_USED
from shomei.verdicts.standing import Outcome, Proof

#: Whether a proof that rests on these ids uses the reason; None if the reason names nothing known.
IsUsed = Callable[[Reason, Obligation, frozenset[str]], bool | None]


@dataclass(slots=True)
class _Given:
    """A reason at its place in the source. If it applies to several links of a chain, one that uses
    it is enough.
    """

    reason: Reason
    is_open: bool = False
    hows: dict[str, None] = field(default_factory=dict)


def unused_reasons(
    plan: Plan,
    emissions: Mapping[str, Emission],
    outcomes: Mapping[str, Outcome],
    is_used: IsUsed,
) -> tuple[Diagnostic, ...]:
    """A notice for each reason that no step uses of those to which it applies, if all of them are
    proved.
    """
    given: dict[tuple[int, int], _Given] = {}
    for obligation in plan.obligations:
        proofs = _proofs(emissions.get(obligation.id), outcomes)
        uses = frozenset(use for proof in proofs or () for use in proof.theorem.uses)
        for reason in obligation.reasons:
            span = reason.span
            if span.end <= span.start:
                continue
            here = given.setdefault((span.start, span.end), _Given(reason))
            here.hows.update(dict.fromkeys(_hows(obligation, proofs or ())))
            if not proofs or is_used(reason, obligation, uses) is not False:
                here.is_open = True
    return tuple(
        _notice(each.reason.span, ", ".join(each.hows), _words(each.reason))
        for each in given.values()
        if not each.is_open
    )


def _proofs(emission: Emission | None, outcomes: Mapping[str, Outcome]) -> tuple[Proof, ...] | None:
    """The proofs of all claims of a step; None if one is missing."""
    if emission is None or not emission.claims:
        return None
    found: list[Proof] = []
    for claim in emission.claims:
        outcome = outcomes.get(claim.alternatives[0].name) if claim.alternatives else None
        if not isinstance(outcome, Proof):
            return None
        found.append(outcome)
    return tuple(found)


def _hows(obligation: Obligation, proofs: Iterable[Proof]) -> Iterable[str]:
    """The proofs of the step itself, which bear the obligation's name."""
    return (
        part
        for proof in proofs
        if proof.theorem.name == obligation.id
        for part in proof.theorem.how.split(", ")
        if part
    )


def _words(reason: Reason) -> str:
    """A reason in its own words, without the prose around it."""
    words = print_reason(reason)
    return f"the {words}" if words.endswith((" rule", " theorem")) else words


def _notice(span: Span, how: str, reason: str) -> Diagnostic:
    return note(REASON_NOT_USED, f"proved by {how or 'another way'}, not by {reason}", span)
