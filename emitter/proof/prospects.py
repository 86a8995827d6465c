"""Decides numerically what to try first: whether an equation follows by the arithmetic of fields
alone.

`grind` treats logarithms, powers and the like as unknown quantities, equal if their arguments are.
This module does the same: it replaces them by arbitrary numbers. If the sides then differ, no
arithmetic proves the equation, and a proof needs the laws of these functions. This only orders
attempts; it proves nothing.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from shomei.emitter.proof.numeric import evaluate, holds
from shomei.emitter.proof.setting import Setting
from shomei.terms.literals import ONE, E, integer_value, is_natural
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.walk import children, free_variables, rebuild

_TRIALS = 4
_DIGITS = 9


class _Unknowns:
    """Names for the quantities that arithmetic cannot look into; the same name for those with equal
    arguments.
    """

    def __init__(self, setting: Setting) -> None:
        self._points = setting.points[:3]
        self._names: dict[object, str] = {}

    def abstract(self, term: Expression) -> Expression:
        """`term` with an unknown in place of each quantity that is not a sum, product, quotient or
        whole power.
        """
        if isinstance(term, Number | Variable):
            return term
        if term == E:
            return self._unknown(Power(E, ONE))
        match term:
            case Negation() | Binary():
                return rebuild(term, tuple(self.abstract(part) for part in children(term)))
            case Power(base=base, exponent=exponent) if (
                base != E and integer_value(exponent) is not None
            ):
                return Power(self.abstract(base), exponent)
            case _:
                return self._unknown(term)

    @property
    def names(self) -> tuple[str, ...]:
        """The unknowns so far."""
        return tuple(self._names.values())

    def _unknown(self, term: Expression) -> Variable:
        return Variable(self._names.setdefault(self._key(term), f"?{len(self._names)}"))

    def _key(self, term: Expression) -> object:
        parts = children(term)
        values = tuple(evaluate(part, point) for part in parts for point in self._points)
        if not values or any(value is None for value in values):
            return term
        # Two logarithms with equal bases and equal arguments are the same unknown, and so on.
        head = (
            type(term).__name__,
            term.operation if isinstance(term, Apply) else getattr(term, "name", None),
            len(parts),
        )
        return (*head, *(float(f"{value:.{_DIGITS}g}") for value in values if value is not None))


def follows_by_arithmetic(
    goal: Relation, setting: Setting, equations: Sequence[Relation] = ()
) -> bool | None:
    """Whether the equation `goal` seems to follow from `equations` by arithmetic, whatever the
    logarithms and the like are; None if numbers do not show it.

    Only those `equations` are used that give the value of one unknown.
    """
    naturals = setting.notation.naturals
    if (
        goal.operator != "="
        or not setting.points
        or any(_is_unusual(side, naturals) for side in (goal.left, goal.right))
    ):
        return None
    unknowns = _Unknowns(setting)
    left, right = unknowns.abstract(goal.left), unknowns.abstract(goal.right)
    values: dict[str, Expression] = {}
    for equation in equations:
        if equation.operator != "=" or any(
            _is_unusual(side, naturals) for side in (equation.left, equation.right)
        ):
            continue
        one, other = unknowns.abstract(equation.left), unknowns.abstract(equation.right)
        for name, value in ((one, other), (other, one)):
            if isinstance(name, Variable) and name.name.startswith("?") and name.name not in values:
                values[name.name] = value
                break
        else:
            return None
    answers = [
        holds(Relation("=", left, right), point)
        for point in _trials(unknowns.names, values, setting)
    ]
    told = [answer for answer in answers if answer is not None]
    return all(told) if told else None


def fails_by_arithmetic(
    goal: Relation, setting: Setting, equations: Sequence[Relation] = ()
) -> bool:
    """Whether numbers show that `goal`, no equation, does not follow by arithmetic, whatever the
    logarithms and the like are of which nothing is known.
    """
    naturals = setting.notation.naturals
    sides = (goal.left, goal.right)
    if not setting.points or any(_is_unusual(side, naturals) for side in sides):
        return False
    unknowns = _Unknowns(setting)
    stated = Relation(goal.operator, unknowns.abstract(goal.left), unknowns.abstract(goal.right))
    own = frozenset(unknowns.names)
    told = (*(each.relation for each in setting.known), *equations)
    if any(
        own.intersection(free_variables(unknowns.abstract(side)))
        for relation in told
        for side in (relation.left, relation.right)
    ):
        return False
    return any(holds(stated, point) is False for point in _trials(tuple(sorted(own)), {}, setting))


def _trials(
    names: Sequence[str], values: dict[str, Expression], setting: Setting
) -> list[dict[str, float]]:
    source = random.Random("|".join(names))  # noqa: S311 (trial values are no secret, and must be the same in every run)
    found: list[dict[str, float]] = []
    for trial in range(_TRIALS):
        point = {
            **setting.points[trial % len(setting.points)],
            **{name: source.uniform(0.3, 3.0) for name in names},
        }
        for _ in values:  # one may be given in terms of the next
            for name, value in values.items():
                number = evaluate(value, point)
                if number is not None:
                    point[name] = number
        found.append(point)
    return found


def _is_unusual(term: Expression, naturals: frozenset[str]) -> bool:
    """Whether `term` has a power that `grind` knows something about although it is not a number: x
    ^ (n + 1) with a natural n.
    """
    if (
        isinstance(term, Power)
        and not isinstance(term.exponent, Number)
        and is_natural(term.exponent, naturals)
    ):
        return True
    return any(_is_unusual(part, naturals) for part in children(term))
