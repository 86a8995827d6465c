"""The search for proofs: first the methods for the author's reasons, then the cheapest.

Each method has its own effort, so that one which finds many proofs takes nothing from the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from shomei.emitter.effort import ATTEMPT, Effort, Exhausted, each_within, spend
from shomei.emitter.lean.script import GRIND, Script
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import ANY, Goal, Method, Problem, Proof, methods_for
from shomei.emitter.proof.numeric import evaluate
from shomei.emitter.reasons import is_used, wanted
from shomei.terms.literals import is_natural
from shomei.terms.nodes import Expression, Power, Statement
from shomei.terms.walk import statement_terms, subterms

#: The exponents beyond which powers of numbers are not computed.
_GIANT = 100_000


def search(problem: Problem) -> Iterator[Proof]:
    """The proofs of a claim that are worth trying, each once."""
    seen: set[Script] = set()
    giant = has_giant_power(problem.statement)
    for proof in _by_reason(problem):
        if proof.script not in seen and not (giant and proof.script[-1] == GRIND):
            seen.add(proof.script)
            yield proof


def has_giant_power(statement: Statement) -> bool:
    """Whether a statement has a power that `grind` would try to compute, without end."""
    return any(_is_giant(part) for term in statement_terms(statement) for part in subterms(term))


def _is_giant(term: Expression) -> bool:
    if not isinstance(term, Power) or not is_natural(term.exponent, frozenset()):
        return False
    exponent = evaluate(term.exponent, {})
    return exponent is None or exponent > _GIANT


def _by_reason(problem: Problem) -> Iterator[Proof]:
    """What the methods offer. Of those that answer to a reason, the proofs that use one come before
    those that do not.
    """
    obligation = problem.obligation
    reasons = wanted(obligation)
    later: list[Proof] = []
    for method in _in_order(problem.kind, reasons):
        if not method.reasons & reasons:
            yield from later
            later.clear()
        for proof in _within_its_effort(method, problem):
            used = (is_used(each, obligation, proof.uses) for each in obligation.reasons)
            if method.reasons & reasons and obligation.reasons and not any(used):
                later.append(proof)
            else:
                yield proof
    yield from later


def _within_its_effort(method: Method, problem: Problem) -> Iterator[Proof]:
    try:
        yield from each_within(Effort(method.effort), _offered(method, problem))
    except (Unprintable, RecursionError, Exhausted):
        return


def inside(problem: Problem, *, by_reason: bool = True) -> Iterator[Proof]:
    """The proofs of a goal inside a method's proof, with that method's effort; ordered only by cost
    if `by_reason` is false.
    """
    reasons = wanted(problem.obligation) if by_reason else frozenset[str]()
    for method in _in_order(problem.kind, reasons):
        yield from method.proofs(problem)


def _offered(method: Method, problem: Problem) -> Iterator[Proof]:
    for proof in method.proofs(problem):
        yield replace(proof, uses=proof.uses | {method.name, *proof.requires})
        spend(ATTEMPT)


@lru_cache(maxsize=256)
def _in_order(goal: Goal, reasons: frozenset[str]) -> tuple[Method, ...]:
    """The methods for a goal. Sorting is stable: among those for a reason the cheapest also come
    first.
    """
    return tuple(sorted(methods_for(goal), key=lambda each: not each.reasons & (reasons | {*ANY})))
