"""Formulas that the text may not claim: where one of them fails, that is no alarm but a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from shomei.obligations.doubts import under
from shomei.obligations.model import Context, Doubt, Hypothesis, Obligation, Plan
from shomei.operations.roots import ODD
from shomei.terms.diagnostics import Diagnostic, not_checked
from shomei.terms.nodes import (
    BigOperator,
    Connective,
    Limit,
    Number,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.relations import turned
from shomei.terms.walk import (
    claim_of,
    conjuncts,
    free_variables,
    premises_of,
    subtrees,
)
from shomei.verdicts.beside import beside, in_sentence
from shomei.verdicts.model import FINE, StepReport
from shomei.verdicts.noted import (
    BESIDE,
    BESIDE_IN_SENTENCE,
    DOUBTS,
    HELP,
    HELP_RESERVED,
    HELP_UNSETTLED,
    ODD_ROOT,
    PUT_IN,
    UNSAID,
    UNSETTLED,
)
from shomei.verdicts.put_in import puts_values_in
from shomei.verdicts.solutions import satisfied, values_of


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
        elif (
            (each.reserved and not each.alarming)
            or (article and step.verdict == "refuted" and _determines(each, fails))
            or _in_doubt(
                each,
                step,
                tuple(
                    d
                    for d in each.doubts
                    if (not d.obligation or d.obligation in failed) and not _says_goal(d, each.goal)
                ),
                fails,
                impossible,
            )
        ):
            noted[each.id] = UNSETTLED

    def holds(each: Obligation) -> bool:
        return _holds_under(each, each.doubts, fails, impossible)

    noted |= dict.fromkeys(beside(plan.obligations, by_id, noted, holds, possible), BESIDE)
    noted |= dict.fromkeys(in_sentence(plan.obligations, by_id, noted), BESIDE_IN_SENTENCE)
    kept = [step for step in steps if step.id not in noted]
    spans = {each.id: each.span for each in plan.obligations}
    notes = tuple(
        _note(spans[step.id], noted[step.id], step)
        for step in steps
        if step.id in noted and step.kind != "conclusion"
    )
    return Doubted(kept, notes, noted)


def _determines(obligation: Obligation, fails: Callable[[Obligation], bool]) -> bool:
    """Whether a step may be the equation that gives one letter its value, as a measurement does: a
    term of the letter is a number, only bounds of the letter are known, and within them the term is
    both less and more than that number. A letter that is called any number, and not introduced by
    its bounds (`let k > 0`), is no such one.
    """
    goal, context = obligation.goal, obligation.context
    if not (isinstance(goal, Relation) and goal.operator == "=") or context.functions:
        return False
    bounded = {None, *(each.span for each in context.hypotheses)}
    letters = set(free_variables(goal)) - {
        each.name for each in context.variables if each.span not in bounded
    }
    if len(letters) != 1 or (free_variables(goal.left) and free_variables(goal.right)):
        return False
    said = [
        each.statement
        for each in context.hypotheses
        if not letters.isdisjoint(free_variables(each.statement))
    ]
    bounds = all(isinstance(each, Relation) and each.operator not in {"=", "!="} for each in said)
    return bounds and all(
        fails(replace(obligation, goal=replace(goal, operator=sign))) for sign in ("<=", ">=")
    )


def _is_for_unsaid(
    obligation: Obligation, step: StepReport, fails: Callable[[Obligation], bool]
) -> bool:
    """Whether a step fails only for numbers that the text may not mean: it compares letters of
    which nothing is said, or sums a series of them, and holds where they are positive, or lie
    between 0 and 1 as chances do; it bounds such a letter; or it takes a value for a quantity, such
    as an expectation, of which none is known.
    """
    if any("(" in name for name, _ in step.counterexample or ()):
        return True
    claim = claim_of(obligation.goal)
    if not isinstance(claim, Relation) or (claim.operator == "=" and not _is_series(claim)):
        return False
    context = obligation.context
    said = {
        name
        for each in context.hypotheses
        if each.origin != "inferred"
        for name in free_variables(each.statement)
    }
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


def _is_series(claim: Relation) -> bool:
    """Whether an equation sums an infinite series."""
    return any(
        isinstance(part, Limit) and isinstance(part.body, BigOperator) for part in subtrees(claim)
    )


def _says_goal(doubt: Doubt, goal: Statement) -> bool:
    """Whether a doubt says what an implication claims: under it, the claim would say nothing."""
    if not isinstance(goal, Connective):
        return False
    claim, said = claim_of(goal), doubt.statement
    if isinstance(said, Relation) and said.operator == "=":
        return claim in (said, turned(said))
    return said == claim


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
    contexts = satisfied(obligation)
    if all(map(possible, contexts)):
        return True
    return not values_of(claim_of(obligation.goal)) and not any(map(impossible, contexts))


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
    tried = _tried(obligation, doubts, impossible)
    return tried is None or not fails(tried)


def _holds_under(
    obligation: Obligation,
    doubts: tuple[Doubt, ...],
    fails: Callable[[Obligation], bool],
    impossible: Callable[[Context], bool],
) -> bool:
    """Whether a step holds, as far as numbers tell, under what the text says of its letters, and
    all of that is known.
    """
    tried = _tried(obligation, doubts, impossible) if doubts else None
    return tried is not None and not fails(tried)


def _tried(
    obligation: Obligation, doubts: tuple[Doubt, ...], impossible: Callable[[Context], bool]
) -> Obligation | None:
    """A step under what the text says of its letters; None if not all of that is known."""
    tried = under(obligation, doubts)
    if tried is not None and impossible(_supposed(tried)):
        # What was said of another case is not meant here: what was said last counts.
        tried = under(obligation, _compatible(obligation, doubts, impossible))
    return tried


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
        and any(impossible(_supposed(obligation, each)) for each in values_of(claim) or (claim,))
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
