"""What the author's reasons ask of a proof, and whether a proof does it.

A reason is used if the proof rests on what it names: an instance of a law of that name, a method
that answers to it, the cited theorem, an expanded definition, the continuity of that function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from shomei.emitter.proof.rests_on import function_of
from shomei.emitter.rules import rules
from shomei.languages import phrases
from shomei.languages.names import all_names, defined_things, named, without_article
from shomei.obligations.model import Obligation
from shomei.parser.reason_nodes import Cite, Continuity, DefinitionOf, Named, Reason, Substitute
from shomei.terms.nodes import Call, Expression, Limit, Prime, Variable
from shomei.terms.walk import free_variables, is_limiting, statement_terms, subterms

#: Steps of these kinds say what stands above them comes to.
_SUMS_UP = frozenset({"conclusion", "theorem", "therefore"})


def wanted(obligation: Obligation) -> frozenset[str]:
    """The reasons of a step, by the names that methods use. A step that sums up others has the
    steps before as a reason, in addition to any others.
    """
    found = {name for reason in obligation.reasons for name in _kinds(reason)}
    return frozenset(found | {"steps"} if obligation.kind in _SUMS_UP else found)


def is_used(reason: Reason, obligation: Obligation, uses: frozenset[str]) -> bool | None:
    """Whether a proof that rests on `uses` does what the author's `reason` for the step says; None
    if the reason names nothing known.
    """
    match reason:
        case Named(ids=("assumption" | "case" as word,)):
            # `grind` sees all hypotheses, and does not report which it used.
            return bool(obligation.context.hypotheses) or word in uses
        case DefinitionOf(name=name) if name != "derivative" and _speaks_of(name, obligation):
            return True
        case Substitute(name=name, value=value) if not _is_limiting(obligation):
            return bool({name, *free_variables(value)} & _names(obligation))
        case _:
            asked = _ids(reason, obligation)
            return None if asked is None else bool(asked & uses)


def _kinds(reason: Reason) -> Iterator[str]:
    """A reason, by the names that methods use."""
    match reason:
        case Named(ids=ids):
            yield from ids
            if not _rule_ids().isdisjoint(ids):
                yield "rule"
        case Cite():
            yield "citation"
        case DefinitionOf(name="derivative"):
            yield "definition of derivative"
        case DefinitionOf():
            yield from ("definition", "rule")
        case Continuity():
            yield "continuity"
        case Substitute():
            yield "substitution"


def _ids(reason: Reason, obligation: Obligation) -> frozenset[str] | None:
    """The ids of which a proof must rest on at least one to use `reason`."""
    match reason:
        case Named(ids=("monotonicity",)):
            orders = {rule.id for rule in rules() if rule.topic == "inequality"}
            return frozenset({"monotonicity", *orders})
        case Named(ids=ids):
            return frozenset(ids) or None
        case Cite(label=label):
            cited = {each.obligation for each in obligation.schemas if each.label == label}
            return frozenset(cited) or None
        case DefinitionOf(name=name):
            return frozenset({f"definition of {name}", name, *_defining().get(name.lower(), ())})
        case Continuity(function=words):
            name = defined_things().get(words, words).removeprefix("\\")
            name = "log" if name == "ln" else name
            known = re.fullmatch(r"[a-z]{2,}", name) is not None
            return frozenset({f"continuity of {name}" if known else "continuity"})
        case Substitute():
            return frozenset({"substitution"})


@lru_cache(maxsize=1)
def _defining() -> dict[str, tuple[str, ...]]:
    """The ids of the rules that are called the definition of something, by that thing."""
    head, tail = phrases.before("definition"), phrases.after("definition")
    return {
        without_article(match[1]): named(name)
        for name in all_names()
        if (match := re.fullmatch(f"{head}(.+)", name) or re.fullmatch(f"(.+){tail}", name))
    }


@lru_cache(maxsize=1)
def _rule_ids() -> frozenset[str]:
    return frozenset(rule.id for rule in rules())


def _terms(obligation: Obligation) -> Iterator[Expression]:
    for side in statement_terms(obligation.goal):
        yield from subterms(side)


def _is_limiting(obligation: Obligation) -> bool:
    return any(is_limiting(side) for side in statement_terms(obligation.goal))


def _names(obligation: Obligation) -> set[str]:
    """The variables of the step that abbreviate something."""
    found = {name for side in statement_terms(obligation.goal) for name in free_variables(side)}
    return found | {
        renaming.left.name
        for renaming in obligation.renamings
        if isinstance(renaming.left, Variable)
    }


def _speaks_of(name: str, obligation: Obligation) -> bool:
    """Whether the function or abbreviation `name` occurs in the step; the proof then expands it."""
    if name in _names(obligation):
        return True
    return any(
        (isinstance(part, Call | Prime) and part.name == name)
        or function_of(part) == name
        or (name == "limit" and isinstance(part, Limit))
        for part in _terms(obligation)
    )
