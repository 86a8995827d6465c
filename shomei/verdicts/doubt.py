"""Formulas that the text may not claim: where one of them fails, that is no alarm but a note."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from shomei.obligations.doubts import under
from shomei.obligations.model import Context, Doubt, Hypothesis, Obligation, Plan
from shomei.operations.roots import ODD
from shomei.terms.diagnostics import Diagnostic, not_checked
from shomei.terms.functions import is_family
from shomei.terms.nodes import Call, Connective, Number, Relation, Span, Statement, Variable
from shomei.terms.relations import turned
from shomei.terms.walk import (
    alternatives,
    claim_of,
    conjuncts,
    free_variables,
    is_limiting,
    premises_of,
    subtrees,
)
from shomei.verdicts.model import FINE, StepReport, Verdict
from shomei.verdicts.put_in import puts_values_in

#: What the note on such a formula says, by the verdict that it would have.
DOUBTS: Final[Mapping[Verdict, str]] = {
    "refuted": "it holds for some values only; it may be a definition or a condition",
    "undefined": "it is not defined for all values; it may be a definition or a condition",
    "unproved": "no proof was found; it may be a definition or a condition",
    "skipped": "it rests on what is not verified; it may be a definition or a condition",
}
#: What the note says on a link of a chain of which another fails.
BESIDE: Final = "the chain that it stands in does not hold for all values"
#: What it says on a formula of a sentence of which another fails.
BESIDE_IN_SENTENCE: Final = "another formula of its sentence does not hold for all values"
#: What the note says on a claim about letters that the text says more of.
UNSETTLED: Final = (
    "it does not hold by itself, and not all that the text says of its letters is read"
)
#: What it says where it fails only for numbers that the text may not mean.
UNSAID: Final = (
    "it does not hold by itself, and the text does not say which numbers its letters are"
)
#: What it says where a step puts numbers in for letters.
PUT_IN: Final = "it puts numbers in for letters, and no words say so"
#: What it says where the language has not the root that is meant.
ODD_ROOT: Final = "roots of odd degree of negative numbers are not part of the language"
#: What makes such a formula a claim, an assumption or a definition.
HELP: Final = (
    "write `for every real number x we have …` to claim it, `suppose that …` to assume it, "
    "`put …` or `define …` to define it"
)
#: What makes a formula that holds count.
HELP_RESERVED: Final = "claim it in plain words: `we have …`"
#: What makes a claim hold by itself.
HELP_UNSETTLED: Final = "say what it needs in its own sentence: `for x > 0 we have …`"


@dataclass(frozen=True, slots=True)
class Doubted:
    """The steps that are reported, a note on each formula that may be no claim, and what the note
    says by the ids of the steps that are left out.
    """

    steps: list[StepReport]
    notes: tuple[Diagnostic, ...]
    reasons: Mapping[str, str]


def without_doubtful(
    plan: Plan,
    steps: Sequence[StepReport],
    *,
    fails: Callable[[Obligation], bool],
    possible: Callable[[Context], bool],
    impossible: Callable[[Context], bool],
    article: bool = True,
) -> Doubted:
    """The steps without those that fail and may be no claims.

    `article`: whether the text is prose, which may have notions that the language has not.
    `fails`: whether numbers refute an obligation; `possible`: whether they satisfy a context;
    `impossible`: whether its hypotheses are known to exclude each other.
    """
    by_id = {step.id: step for step in steps}
    noted: dict[str, str] = {}
    failed: set[str] = set()
    for each in plan.obligations:
        step = by_id.get(each.id)
        if step is None:
            continue
        if step.verdict in FINE:
            if each.reserved:
                noted[each.id] = each.reserved
            continue
        failed.add(each.id)
        if each.tentative or (
            each.conditional
            and (step.verdict != "refuted" or _may_hold(each, possible, impossible))
        ):
            noted[each.id] = DOUBTS[step.verdict]
        elif step.verdict == "refuted" and puts_values_in(each.goal):
            noted[each.id] = PUT_IN
        elif article and step.verdict == "undefined" and step.message.startswith(ODD):
            noted[each.id] = ODD_ROOT
        elif article and step.verdict == "refuted" and _is_for_unsaid(each, step, fails):
            noted[each.id] = UNSAID
        elif (each.reserved and not each.alarming) or _in_doubt(
            each,
            step,
            tuple(
                d
                for d in each.doubts
                if (not d.obligation or d.obligation in failed) and not _says_goal(d, each.goal)
            ),
            fails,
            impossible,
        ):
            noted[each.id] = UNSETTLED
    noted |= dict.fromkeys(_beside(plan.obligations, by_id, noted, possible), BESIDE)
    noted |= dict.fromkeys(_in_sentence(plan.obligations, by_id, noted), BESIDE_IN_SENTENCE)
    kept = [step for step in steps if step.id not in noted]
    spans = {each.id: each.span for each in plan.obligations}
    notes = tuple(
        _note(spans[step.id], noted[step.id], step)
        for step in steps
        if step.id in noted and step.kind != "conclusion"
    )
    return Doubted(kept, notes, noted)


def _is_for_unsaid(
    obligation: Obligation, step: StepReport, fails: Callable[[Obligation], bool]
) -> bool:
    """Whether a step fails only for numbers that the text may not mean: it compares letters of
    which nothing is said, and holds where they are positive, or lie between 0 and 1 as chances do;
    it bounds such a letter; or it takes a value for a quantity, such as an expectation, of which
    none is known.
    """
    if any("(" in name for name, _ in step.counterexample or ()):
        return True
    claim = claim_of(obligation.goal)
    if not isinstance(claim, Relation) or claim.operator == "=":
        return False
    context = obligation.context
    said = {name for each in context.hypotheses for name in free_variables(each.statement)}
    said |= {name for each in premises_of(obligation.goal) for name in free_variables(each)}
    said |= {each.name for each in context.variables if each.span is not None}
    unsaid = [Variable(name, span=claim.span) for name in sorted({*free_variables(claim)} - said)]
    sides = claim.left, claim.right
    if any(side in unsaid for side in sides) and len(free_variables(claim)) == 1:
        return True
    zero, one = (Number(Fraction(each), span=claim.span) for each in (0, 1))
    positive = [Relation(">", each, zero, span=claim.span) for each in unsaid]
    below = [Relation("<", each, one, span=claim.span) for each in unsaid]
    for meant in (positive, [*positive, *below]):
        hypotheses = (*context.hypotheses, *(Hypothesis("unsaid", each) for each in meant))
        tried = replace(obligation, context=replace(context, hypotheses=hypotheses))
        if meant and not fails(tried):
            return True
    return False


def _beside(
    obligations: Sequence[Obligation],
    steps: Mapping[str, StepReport],
    noted: Mapping[str, str],
    possible: Callable[[Context], bool],
) -> set[str]:
    """The steps beside one in a chain on one line that fails and is only noted as no certain claim:
    the line says what does not hold, and is not verified for the rest of it. A first link may name
    its left side.
    """
    found: set[str] = set()
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
    for chain in chains:
        if any(
            each.kind != "conclusion"
            and (_fails(each, steps, noted) or _never_holds(each, steps, noted, possible))
            for each in chain
        ):
            found |= {each.id for each in chain if _stands(each, steps, noted)}
        elif any(noted.get(each.id) == UNSETTLED and _is_refuted(each, steps) for each in chain):
            concluded = (each for each in chain if each.kind == "conclusion")
            found |= {each.id for each in concluded if _stands(each, steps, noted)}
    return found


def _is_refuted(obligation: Obligation, steps: Mapping[str, StepReport]) -> bool:
    return steps[obligation.id].verdict == "refuted"


def _in_sentence(
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
        and not _names(obligation.goal)
        and not _gives_an_element(obligation)
        and not (obligation.conditional and _gives_a_number(claim_of(obligation.goal)))
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
    name, claim = obligation.id, claim_of(obligation.goal)
    return (
        noted.get(name) == UNSETTLED
        and steps[name].verdict == "refuted"
        and len(free_variables(claim)) <= 1
        and not any(map(is_limiting, subtrees(claim)))
        and not any(map(possible, _satisfied(replace(obligation, goal=claim))))
    )


def _gives_a_number(goal: Statement) -> bool:
    """Whether it is an equation between a term and a number, which its letters are to solve."""
    return (
        isinstance(goal, Relation)
        and goal.operator == "="
        and bool(free_variables(goal.left))
        and not free_variables(goal.right)
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


def _says_goal(doubt: Doubt, goal: Statement) -> bool:
    """Whether a doubt says what an implication claims: under it, the claim would say nothing."""
    if not isinstance(goal, Connective):
        return False
    claim, said = claim_of(goal), doubt.statement
    if isinstance(said, Relation) and said.operator == "=":
        return claim in (said, turned(said))
    return said == claim


def _names(goal: Statement) -> bool:
    """Whether a link may be a name for its right side."""
    goal = _last(goal)
    return isinstance(goal, Relation) and goal.operator == "=" and isinstance(goal.left, Variable)


def _last(goal: Statement) -> Statement:
    """The last of the statements that a goal joins."""
    while isinstance(goal, Connective):
        goal = goal.right
    return goal


def _gives_an_element(obligation: Obligation) -> bool:
    """Whether a link gives the value of an element such as `x_1` of which nothing else is known,
    itself or by a rule for its sequence.
    """
    match _last(obligation.goal):
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


def _note(span: Span, why: str, step: StepReport) -> Diagnostic:
    hint = HELP_UNSETTLED if why in {UNSETTLED, UNSAID} else HELP
    if step.verdict in FINE:
        hint = HELP_RESERVED
    return not_checked(span, why, hint=hint, detail=step.message)


def _may_hold(
    obligation: Obligation,
    possible: Callable[[Context], bool],
    impossible: Callable[[Context], bool],
) -> bool:
    """Whether there may be numbers for which a refuted step holds. A value is tried; that nothing
    solves an equation is known only where it is proved.
    """
    contexts = _satisfied(obligation)
    if all(map(possible, contexts)):
        return True
    return not _values_of(claim_of(obligation.goal)) and not any(map(impossible, contexts))


def _values_of(claim: Statement) -> tuple[Statement, ...]:
    """The values between which a claim leaves the choice; none if it is no such claim."""
    found = tuple(alternatives(claim))
    return found if all(_names(each) and _gives_a_number(each) for each in found) else ()


def _satisfied(obligation: Obligation) -> list[Context]:
    """The contexts in which the goal holds as well; for the value of a letter, with what it is
    supposed to follow from, and for several values, one context for each. Of others, numbers that
    satisfy both are not found easily.
    """
    context, goal = obligation.context, claim_of(obligation.goal)
    found = [[Hypothesis("goal", obligation.goal)]]
    if values := _values_of(goal):
        premises = tuple(premises_of(obligation.goal))
        found = [[Hypothesis("goal", each) for each in (*premises, value)] for value in values]
    return [replace(context, hypotheses=(*context.hypotheses, *hypotheses)) for hypotheses in found]


def _in_doubt(
    obligation: Obligation,
    step: StepReport,
    doubts: tuple[Doubt, ...],
    fails: Callable[[Obligation], bool],
    impossible: Callable[[Context], bool],
) -> bool:
    """Whether a step that fails may hold under what the text says of its letters."""
    if not doubts:
        return False
    if step.verdict not in {"refuted", "undefined"} or obligation.problem is not None:
        return True
    if _contradicts_itself(obligation, impossible):
        return False
    tried = under(obligation, doubts)
    if tried is None:
        return True
    if impossible(_supposed(tried)):
        # What was said of another case is not meant here: what was said last counts.
        tried = under(obligation, _compatible(obligation, doubts, impossible))
    return tried is None or not fails(tried)


def _contradicts_itself(obligation: Obligation, impossible: Callable[[Context], bool]) -> bool:
    """Whether a step claims of letters what excludes the equations for them that it is drawn from,
    whatever else the text says; of several values, one that does. Under bounds alone the text may
    look for a contradiction.
    """
    claim = claim_of(obligation.goal)
    names = {
        name
        for premise in premises_of(obligation.goal)
        for each in conjuncts(premise)
        if isinstance(each, Relation) and each.operator == "="
        for name in free_variables(each)
    }
    letters = set(free_variables(claim))
    return (
        bool(letters)
        and letters <= names
        and any(impossible(_supposed(obligation, each)) for each in _values_of(claim) or (claim,))
    )


def _supposed(obligation: Obligation, *more: Statement) -> Context:
    """The context with what the goal supposes, and with more."""
    said = (Hypothesis("premise", each) for each in (*premises_of(obligation.goal), *more))
    context = obligation.context
    return replace(context, hypotheses=(*context.hypotheses, *said))


def _compatible(
    obligation: Obligation, doubts: tuple[Doubt, ...], impossible: Callable[[Context], bool]
) -> list[Doubt]:
    """Of doubts that exclude each other, those that are read as claims, and the last others that do
    not exclude them.
    """
    kept = [doubt for doubt in doubts if doubt.obligation]
    for doubt in reversed([doubt for doubt in doubts if not doubt.obligation]):
        tried = under(obligation, [doubt, *kept])
        if tried is not None and not impossible(_supposed(tried)):
            kept.insert(0, doubt)
    return kept
