"""Which steps do not count, since the text that says them, or what they rest on, is not understood.

In: the obligations of a document, and its reserves (`parser/article/understanding.py` finds them).
Out: the obligations, with the reason of the first reserve that concerns them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from shomei.obligations.model import Obligation
from shomei.parser.ast import QUOTIENT, REAL_POWER, Document, Reserve
from shomei.terms.nodes import (
    Apply,
    Binary,
    Connective,
    Constant,
    Derivative,
    Expression,
    Number,
    Power,
    Prime,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.walk import (
    called_names,
    claim_of,
    conjuncts,
    free_variables,
    premises_of,
    statement_terms,
    subtrees,
)

#: Why a step does not count that repeats its condition.
REPEATED: Final = "it only repeats what is supposed"
#: A statement with a mere letter on one side.
_SETS: Final = re.compile(r"\A\W*\\?[A-Za-z]+\W*=|=\W*\\?[A-Za-z]+\W*\Z")


def reserved(obligations: Iterable[Obligation], document: Document) -> Iterator[Obligation]:
    """The obligations, each with why it does not count, and the number of its sentence."""
    starts = sorted(
        (start, end, number)
        for number, places in enumerate(document.together)
        for start, end in places
    )
    for single in obligations:
        each = single
        if single.otherwise is not None:
            (under,) = reserved((single.otherwise,), document)
            each = replace(single, otherwise=under)
        found = _reserve_of(each, document.reserves) if document.reserves else None
        why = found.why if found else ""
        if not why and document.formulas and _repeats(each):
            why = REPEATED
        index = bisect_right(starts, (each.span.start, len(document.text), 0)) - 1
        inside = index >= 0 and each.span.start < starts[index][1]
        number = starts[index][2] if inside else None
        if why or number is not None:
            alarming = found is not None and found.alarming
            yield replace(each, reserved=why, alarming=alarming, sentence=number)
        else:
            yield each


def _repeats(obligation: Obligation) -> bool:
    """Whether a step only says again what the words of its condition say, or what a name is set to;
    such words may have been about something else.
    """
    goal, premises = claim_of(obligation.goal), list(premises_of(obligation.goal))
    if premises and not obligation.statement:
        return goal in premises
    return (
        isinstance(goal, Relation)
        and goal.operator == "="
        and goal.left == goal.right
        and any(not free_variables(each.right) for each in obligation.renamings)
        and _SETS.search(obligation.statement) is not None
    )


def _reserve_of(obligation: Obligation, reserves: Sequence[Reserve]) -> Reserve | None:
    """The reserve that concerns an obligation: one under which its failing is no alarm, if there
    is one.
    """
    found: Reserve | None = None
    for reserve in _reserves_of(obligation, reserves):
        if not reserve.alarming:
            return reserve
        found = found or reserve
    return found


def _reserves_of(obligation: Obligation, reserves: Sequence[Reserve]) -> Iterator[Reserve]:
    supposed = _places(_supposed_at(obligation))
    places = [*_places(_stands_at(obligation)), *supposed]
    names = _names(obligation)
    signs = _signs(obligation.goal)
    at = obligation.span.start
    for reserve in reserves:
        if reserve.letters or reserve.operations:
            if reserve.lettered and not names:
                continue
            if (
                reserve.begin <= at < reserve.end
                and not (reserve.letters and names.isdisjoint(reserve.letters))
                and not (reserve.operations and signs.isdisjoint(reserve.operations))
                and not (reserve.supposed and _supposed(obligation).isdisjoint(reserve.letters))
            ):
                yield reserve
        elif any(
            start < reserve.end and end > reserve.begin
            for start, end in (supposed if reserve.supposed else places)
        ):
            yield reserve


def _places(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span.end > span.start]


def _supposed(obligation: Obligation) -> set[str]:
    """The letters of which something is supposed, or that stand for something."""
    context = obligation.context
    names = {
        name
        for hypothesis in context.hypotheses
        if hypothesis.origin != "inferred"
        for name in free_variables(hypothesis.statement)
    }
    names |= {each.left.name for each in obligation.renamings if isinstance(each.left, Variable)}
    return names | {each.name for each in context.definitions}


def _stands_at(obligation: Obligation) -> Iterator[Span]:
    """The places of a step, and of what says its names."""
    yield obligation.span
    yield from (each.body.span for each in obligation.context.definitions)
    yield from (each.span for each in obligation.renamings)


def _supposed_at(obligation: Obligation) -> Iterator[Span]:
    """The places of what says the premises and hypotheses of a step, and what its letters are."""
    for premise in premises_of(obligation.goal):
        yield from (each.span for each in conjuncts(premise))
    context = obligation.context
    for hypothesis in context.hypotheses:
        if hypothesis.origin != "inferred" and hypothesis.span is not None:
            yield hypothesis.span
    yield from (each.span for each in context.variables if each.span is not None)


def _names(obligation: Obligation) -> set[str]:
    """The letters of a step as it is written and as it is proved, with `a_` for an `a_1`."""
    names = set(free_variables(obligation.goal))
    for term in statement_terms(obligation.goal):
        names |= set(called_names(term))
    names |= {each.left.name for each in obligation.renamings if isinstance(each.left, Variable)}
    names |= {each.name for each in obligation.context.definitions}
    return names | {f"{name.partition('_')[0]}_" for name in names if "_" in name}


def _signs(goal: Statement) -> set[str]:
    """The operations, signs and constants of a statement, by their names; quotients by more than
    products of numbers and letters, and powers with other exponents than numerals, by names of
    their own.
    """
    found: set[str] = set()
    relations: list[Statement] = [goal]
    while relations:
        statement = relations.pop()
        if isinstance(statement, Relation):
            found.add(statement.operator)
        elif isinstance(statement, Connective):
            relations += [statement.left, statement.right]
    for term in statement_terms(goal):
        for part in subtrees(term):
            if isinstance(part, Apply):
                found.add(part.operation)
            elif isinstance(part, Constant):
                found.add(part.name)
            elif isinstance(part, Binary):
                found.add(part.operator)
                if part.operator == "/" and not _is_monomial(part.right):
                    found.add(QUOTIENT)
            elif isinstance(part, Power):
                found.add("^")
                if not isinstance(part.exponent, Number):
                    found.add(REAL_POWER)
            elif isinstance(part, Derivative):
                found |= {"derivative", f"derivative by {part.variable}"}
            elif isinstance(part, Prime):
                found |= {"derivative", "prime"}
    return found


def _is_monomial(term: Expression) -> bool:
    """Whether a term vanishes only where one of its letters does, whatever numbers these are."""
    match term:
        case Variable():
            return True
        case Binary(operator="*", left=left, right=right):
            return _is_monomial(left) and _is_monomial(right)
        case Power(base=base, exponent=Number()):
            return _is_monomial(base)
        case _:
            return not free_variables(term)
