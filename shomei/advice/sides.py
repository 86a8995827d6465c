"""The two sides of a relation: their values at a point, their difference, the value of a limit or
derivative.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shomei.advice.trial import Trial, bounded
from shomei.emitter.emit import problem_for, workshop
from shomei.emitter.proof.valued import Valued
from shomei.emitter.proof.values import values
from shomei.operations.latex import print_expression
from shomei.operations.spelling import normalise
from shomei.operations.statement_latex import print_statement
from shomei.symbolic import cancelled, factored_difference, gathered
from shomei.terms.definitions import by_name, natural_names, unfold
from shomei.terms.literals import numeral
from shomei.terms.nodes import BigOperator, Expression, Relation
from shomei.terms.substitution import substitute
from shomei.terms.walk import is_limiting, subterms

_LONGEST = 60
_FIRST: Final = (1, 2, 3, 4)


def agreement(trial: Trial) -> Iterator[str]:
    """That the sides are equal (or correctly ordered) at a point: the step may well be true, and
    lack only a proof.
    """
    goal = trial.relation()
    if goal is None or trial.point is None:
        return
    left, right = trial.value(goal.left), trial.value(goal.right)
    if left is None or right is None:
        return
    where = (
        f" for {', '.join(f'{name} = {value}' for name, value in trial.point.values)}"
        if trial.point.values
        else ""
    )
    yield f"numbers do not speak against it{where}: left {left}, right {right}"


def difference(trial: Trial) -> Iterator[str]:
    """The difference of the sides of a false equation, if it is shorter than they are."""
    goal = trial.relation()
    if (
        goal is None
        or goal.operator != "="
        or any(is_limiting(side) for side in (goal.left, goal.right))
    ):
        return
    sides = [_written_out(side, trial) for side in (goal.left, goal.right)]
    if any(isinstance(part, BigOperator) for side in sides for part in subterms(side)):
        return
    gaps = [
        (words, gathered(gap))
        for words, gap in (
            ("left", factored_difference(*sides)),
            ("right", factored_difference(*reversed(sides))),
        )
        if gap is not None
    ]
    if not gaps:
        return
    words, gap = min(gaps, key=lambda pair: len(print_expression(pair[1])))
    text = print_expression(gap)
    if _size(gap) < sum(map(_size, sides)) and len(text) <= _LONGEST:
        yield f"the sides differ: the {words} one less the other is {text}"


def first_values(trial: Trial) -> Iterator[str]:
    """The sides of a false equation with a sum or product for the first few numbers, which reveals
    a wrong bound.
    """
    goal = trial.relation()
    naturals = natural_names(trial.obligation.context.variables)
    if goal is None or len(naturals) != 1 or len(trial.obligation.context.variables) != 1:
        return
    if not any(
        isinstance(part, BigOperator) for side in (goal.left, goal.right) for part in subterms(side)
    ):
        return
    [name] = naturals
    rows = [
        [
            trial.value(substitute(side, {name: numeral(n)}), anywhere=True)
            for side in (goal.left, goal.right)
        ]
        for n in _FIRST
    ]
    if all(value is not None for row in rows for value in row):
        left, right = (", ".join(str(row[side]) for row in rows) for side in (0, 1))
        yield (
            f"for {name} = {', '.join(map(str, _FIRST))} the left side is {left}, the right side "
            f"{right}"
        )


def value_of(trial: Trial) -> Iterator[str]:
    """The value of a limit or derivative by the rules, if the step claims another one."""
    goal = trial.relation()
    if goal is None or goal.operator != "=" or is_limiting(goal.left) == is_limiting(goal.right):
        return
    term = goal.left if is_limiting(goal.left) else goal.right
    value = computed(term, trial)
    if value is not None:
        yield f"by the rules {print_statement(Relation('=', term, value))}"


def value_first(trial: Trial) -> Iterator[str]:
    """A step that states the value of a limit or derivative, if the derivation only equates it with
    another.
    """
    goal = trial.relation()
    for term in (goal.left, goal.right) if goal is not None else ():
        value = computed(term, trial) if is_limiting(term) else None
        if value is not None:
            yield (
                "say what it comes to, in a step of its own: "
                f"{print_statement(Relation('=', term, value))}"
            )
            return
    yield (
        "end the chain in the limit's value, or say it in a step of its own: that two limits are "
        "equal says nothing where there are none"
    )


def computed(term: Expression, trial: Trial) -> Expression | None:
    """The value of a limiting term as the emitter finds it, if it is short and numbers do not
    contradict it.
    """

    def search() -> Valued | None:
        shop = workshop(trial.obligation)
        return next(values(term, problem_for(shop, "value")), None)

    found = bounded(search)
    if found is None or not trial.stands(Relation("=", term, found.value)):
        return None
    shorter = cancelled(_written_out(found.value, trial))
    value = min(
        (found.value, *([gathered(shorter)] if shorter is not None else [])),
        key=lambda each: len(print_expression(each)),
    )
    return value if len(print_expression(value)) <= _LONGEST else None


def _written_out(term: Expression, trial: Trial) -> Expression:
    return normalise(unfold(term, by_name(trial.obligation.context.definitions)))


def _size(term: Expression) -> int:
    return sum(1 for _ in subterms(term))
