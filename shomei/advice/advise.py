"""The hints on one step, most helpful first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from shomei.advice.between import between
from shomei.advice.formulas import fitting, misfits, unknown_labels
from shomei.advice.given import given, helps
from shomei.advice.sides import agreement, difference, first_values, value_first, value_of
from shomei.advice.trial import Deadline, Trial
from shomei.emitter.model import ClaimKind
from shomei.numbers import suggest_hypotheses
from shomei.numbers.model import Refutation
from shomei.obligations.model import Obligation
from shomei.obligations.signs import implied
from shomei.operations.latex import print_expression
from shomei.operations.statement_latex import print_statement
from shomei.parser.reason_nodes import Substitute
from shomei.terms.nodes import Connective, Limit, Relation
from shomei.terms.walk import is_limiting

_MOST = 5


def advise(
    obligation: Obligation, failed: Refutation | ClaimKind, *, seconds: float
) -> tuple[str, ...]:
    """At most five hints, for about `seconds` of work. `failed` is the refutation by numbers, or
    the claims for which Lean finds no proof.
    """
    if isinstance(failed, Refutation) and failed.kind == "contradiction":
        return ()
    trial = Trial(obligation, Deadline.after(seconds))
    lines = tuple(dict.fromkeys(islice(_lines(trial, failed, seconds), _MOST)))
    # The natural logarithm as the author writes it.
    return (
        lines
        if "\\ln" in obligation.source
        else tuple(line.replace("\\ln", "\\log") for line in lines)
    )


def _lines(trial: Trial, failed: Refutation | ClaimKind, seconds: float) -> Iterator[str]:
    obligation = trial.obligation
    yield from unknown_labels(obligation)
    if obligation.problem is not None:
        return
    if isinstance(failed, Refutation) and failed.kind == "false":
        yield from given(trial, seconds / 4)
    missing = suggest_hypotheses(obligation, seconds=seconds / 2)
    if missing and helps(missing, obligation):
        yield (
            f"assume {', '.join(map(print_statement, missing))}: under that, no counterexample "
            "is found"
        )
    match failed:
        case "defined":
            yield from _to_be_shown(trial)
        case "exists":
            yield from value_first(trial)
        case "statement":
            yield from agreement(trial)
            yield from misfits(trial)
            yield from fitting(trial)
            yield from between(trial)
        case Refutation(kind="false"):
            yield from _other_direction(trial)
            yield from _does_not_reach(trial)
            yield from value_of(trial)
            yield from difference(trial)
            yield from first_values(trial)
            yield from fitting(trial)
        case _:
            pass


def _to_be_shown(trial: Trial) -> Iterator[str]:
    """The conditions of definedness that do not follow by their form from the hypotheses."""
    known = frozenset(
        h.statement
        for h in trial.obligation.context.hypotheses
        if isinstance(h.statement, Relation)
    )
    for condition in trial.obligation.conditions:
        needed = condition.statement
        if not isinstance(needed, Relation) or implied(needed, known):
            continue
        if not condition.binders:
            yield f"show {print_statement(needed)} first, in a step of its own ({condition.why})"
        else:
            letters = ", ".join(dict.fromkeys(binder.variable for binder in condition.binders))
            yield (
                f"it is not shown that {print_statement(needed)} wherever {letters} may be "
                f"({condition.why})"
            )


def _other_direction(trial: Trial) -> Iterator[str]:
    """The direction of an equivalence that the numbers do not refute, if they refute the other."""
    goal = trial.obligation.goal
    if not isinstance(goal, Connective) or goal.operator != "iff":
        return
    for left, right, words in (
        (goal.left, goal.right, "from left to right"),
        (goal.right, goal.left, "from right to left"),
    ):
        implication = Connective("implies", left, right)
        if trial.stands(implication):
            yield (
                f"numbers speak against one direction only; {words} it may be said: "
                f"{print_statement(implication)}"
            )


def _does_not_reach(trial: Trial) -> Iterator[str]:
    """That a new variable does not tend to the point of the new limit."""
    goal = trial.obligation.goal
    if not (
        isinstance(goal, Relation)
        and isinstance(goal.left, Limit)
        and isinstance(goal.right, Limit)
    ):
        return
    for reason in trial.obligation.reasons:
        if isinstance(reason, Substitute):
            old, new = (
                (goal.left, goal.right)
                if reason.name == goal.right.variable
                else (goal.right, goal.left)
            )
            moved = replace(old, body=reason.value)
            if (
                new.variable == reason.name
                and not is_limiting(reason.value)
                and trial.fails(Relation("=", moved, new.point))  # type: ignore[arg-type]
            ):
                value = trial.value(moved, anywhere=True)
                where = f" (it goes to {value})" if value is not None else ""
                arrow = f"{new.variable} \\to {print_expression(new.point)}"  # type: ignore[arg-type]
                yield (
                    f"{reason.name} = {print_expression(reason.value)} does not go where {arrow} "
                    f"says{where}"
                )
