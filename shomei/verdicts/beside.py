"""Steps that stand beside one that fails, in its chain, on its line or in its sentence.

In: the obligations, the steps, and the notes that say why some are left out. Out: the ids of
further steps that are not reported as verified, since the text says something false with them.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from shomei.obligations.model import Context, Obligation
from shomei.terms.functions import is_family
from shomei.terms.nodes import Call, Connective, Number, Relation, Statement
from shomei.terms.walk import claim_of, free_variables, is_limiting, subtrees
from shomei.verdicts.model import FINE, StepReport
from shomei.verdicts.noted import UNSETTLED
from shomei.verdicts.solutions import gives_a_number, last_of, may_name, satisfied


def beside(
    obligations: Sequence[Obligation],
    steps: Mapping[str, StepReport],
    noted: Mapping[str, str],
    holds: Callable[[Obligation], bool],
    possible: Callable[[Context], bool],
) -> set[str]:
    """The steps beside one in a chain on one line that fails and is only noted as no certain claim:
    the line says what does not hold, and is not verified for the rest of it. A first link may name
    its left side. Where a link is unsettled, what the chain says from end to end does not count;
    where it is a later one, and not known to hold under what the text says (`holds`), nothing of it
    does.
    """
    found: set[str] = set()
    for chain in _chains(obligations):
        links = [each for each in chain if each.kind != "conclusion"]
        if any(
            _fails(each, steps, noted) or _never_holds(each, steps, noted, possible)
            for each in links
        ) or any(_is_unsettled(each, steps, noted) and not holds(each) for each in links[1:]):
            found |= {each.id for each in chain if _stands(each, steps, noted)}
        elif any(_is_unsettled(each, steps, noted) for each in chain):
            concluded = (each for each in chain if each.kind == "conclusion")
            found |= {each.id for each in concluded if _stands(each, steps, noted)}
    return found


def _chains(obligations: Sequence[Obligation]) -> list[list[Obligation]]:
    """The steps by the chains on one line that they are links of."""
    chains: list[list[Obligation]] = []
    for before, each in itertools.pairwise((None, *obligations)):
        if (
            each is not None
            and before is not None
            and each.span.line == before.span.line
            and (
                each.kind == "conclusion"
                or _goes_on(before.goal, each.goal)
                or _goes_on(claim_of(before.goal), claim_of(each.goal))
            )
        ):
            chains[-1].append(each)
        elif each is not None:
            chains.append([each])
    return chains


def _is_unsettled(
    obligation: Obligation, steps: Mapping[str, StepReport], noted: Mapping[str, str]
) -> bool:
    """Whether a step is false as it is read, and only noted for what else the text says."""
    name = obligation.id
    return noted.get(name) == UNSETTLED and steps[name].verdict == "refuted"


def in_sentence(
    obligations: Sequence[Obligation], steps: Mapping[str, StepReport], noted: Mapping[str, str]
) -> set[str]:
    """The verified steps of sentences in which another formula is false, and only noted."""
    failing: dict[int, list[Statement]] = {}
    for each in obligations:
        if each.sentence is not None and _fails(each, steps, noted):
            failing.setdefault(each.sentence, []).append(each.goal)
    return {
        each.id
        for each in obligations
        if each.sentence in failing
        and _stands(each, steps, noted)
        and not set(failing[each.sentence]) <= _premises(each)
    }


def _premises(obligation: Obligation) -> set[Statement]:
    """What a step supposes, what its goal does, and what its premises suppose in turn."""
    found = {each.statement for each in obligation.context.hypotheses}
    goal = obligation.goal
    while isinstance(goal, Connective) and goal.operator == "implies":
        waiting = [goal.left]
        while waiting:
            each = waiting.pop()
            found.add(each)
            if isinstance(each, Connective) and each.operator == "and":
                waiting += [each.left, each.right]
        goal = goal.right
    return found


def _fails(
    obligation: Obligation, steps: Mapping[str, StepReport], noted: Mapping[str, str]
) -> bool:
    """Whether a step is false, only noted, and not because it may name something."""
    return (
        noted.get(obligation.id, UNSETTLED) != UNSETTLED
        and steps[obligation.id].verdict == "refuted"
        and not may_name(obligation.goal)
        and not _gives_an_element(obligation)
        and not (obligation.conditional and gives_a_number(claim_of(obligation.goal)))
    )


def _never_holds(
    obligation: Obligation,
    steps: Mapping[str, StepReport],
    noted: Mapping[str, str],
    possible: Callable[[Context], bool],
) -> bool:
    """Whether a step is only noted for what else the text says of its letters, though no
    number that can be found for its one letter satisfies it, whatever that is.
    """
    claim = claim_of(obligation.goal)
    return (
        _is_unsettled(obligation, steps, noted)
        and len(free_variables(claim)) <= 1
        and not any(map(is_limiting, subtrees(claim)))
        and not any(map(possible, satisfied(replace(obligation, goal=claim))))
    )


def _stands(
    obligation: Obligation, steps: Mapping[str, StepReport], noted: Mapping[str, str]
) -> bool:
    """Whether a step is reported as one that holds."""
    name = obligation.id
    return name in steps and name not in noted and steps[name].verdict in FINE


def _goes_on(before: Statement, after: Statement) -> bool:
    """Whether a statement goes on from the one before it, under the same premises."""
    match before, after:
        case Relation(right=right), Relation(left=left):
            return right == left
        case Connective(left=first, right=right), Connective(left=second, right=last):
            return right == second or (first == second and _goes_on(right, last))
        case _:
            return False


def _gives_an_element(obligation: Obligation) -> bool:
    """Whether a link gives the value of an element such as `x_1` of which nothing else is known,
    itself or by a rule for its sequence.
    """
    match last_of(obligation.goal):
        case Relation(
            operator="=", left=Call(name=name, arguments=arguments) as element, right=right
        ) if is_family(name) and all(isinstance(each, Number) for each in arguments):
            pass
        case _:
            return False
    return not any(
        isinstance(part, Call)
        and part.name == name
        and (part == element or not all(isinstance(each, Number) for each in part.arguments))
        for each in (right, *_premises(obligation))
        for part in subtrees(each)
    )
