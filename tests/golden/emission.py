"""What is emitted for a text, and what numbers say against its steps, as the golden files keep it.

Of each claim the first theorem stands there in full, and every alternative to it as one line with a
hash of its text: whoever needs the difference itself emits the same text with the commit before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from shomei.emitter import emit_plan
from shomei.emitter.model import Claim, Theorem
from shomei.numbers import refute
from shomei.obligations import build
from shomei.parser import parse
from shomei.parser.errors import InputProblem

#: More than any step needs, so that a slow machine comes to the same end.
_SECONDS = 60.0


def emission(name: str, text: str) -> Iterator[str]:
    """The lines of a golden file for one text."""
    yield f"==== {name}"
    try:
        plan = build(parse(text, name))
    except InputProblem as problem:
        yield f"refused: {type(problem).__name__}"
        return
    emissions = emit_plan(plan)
    for obligation in plan.obligations:
        emitted = emissions.get(obligation.id)
        problem = obligation.problem or (emitted.problem if emitted else None)
        if problem:
            yield f"---- {obligation.id}: {problem}"
        elif (refutation := refute(obligation, seconds=_SECONDS)) is not None:
            yield f"---- {obligation.id}: {refutation.kind}: {refutation.message}"
        for claim in emitted.claims if emitted else ():
            yield from _claim(claim)


def _claim(claim: Claim) -> Iterator[str]:
    first, *others = claim.alternatives or (None,)
    if first is None:
        yield f"---- {claim.kind} of {claim.about}: no theorem"
        return
    yield f"---- {first.name}: {claim.kind}; {_how(first)}"
    yield from first.text.strip("\n").split("\n")
    for number, theorem in enumerate(others, start=2):
        yield (
            f"---- {first.name}, alternative {number}: "
            f"{hashlib.sha256(theorem.text.encode()).hexdigest()[:16]}; {_how(theorem)}"
        )


def _how(theorem: Theorem) -> str:
    cited = f"; cites {', '.join(theorem.requires)}" if theorem.requires else ""
    return f"{theorem.how or 'no rule'}{cited}"
