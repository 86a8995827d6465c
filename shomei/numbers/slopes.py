"""Derivatives in a statement of connectives, written out: there a value that is only enclosed says
nothing of `f'(x) = 0`.

In: an obligation. Out: the same, with the terms of the derivatives in its goal, where the rules
give them. Where a function has no derivative these terms are undefined.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from shomei.numbers.differentiation import differentiated
from shomei.obligations.model import Obligation
from shomei.terms.definitions import by_name, unfold
from shomei.terms.nodes import (
    Connective,
    Derivative,
    Expression,
    Limit,
    Prime,
)
from shomei.terms.substitution import Capture, substitute
from shomei.terms.walk import bound_name, children, is_limiting, map_statement, rebuild


def with_slopes(obligation: Obligation) -> Obligation:
    """The obligation with the derivatives that its connectives speak of written out."""
    if not isinstance(obligation.goal, Connective) or not is_limiting(obligation.goal):
        return obligation
    definitions = by_name(obligation.context.definitions)

    def visit(part: Expression) -> Expression:
        match part:
            case Prime(name=name, argument=argument):
                found = definitions.get(name)
                if found is None or len(found.parameters) != 1:
                    return part
                variable = found.parameters[0]
                return _at(_slope(found.body, variable, part), {variable: argument}) or part
            case Derivative(variable=variable, body=body):
                return _slope(body, variable, part) or part
            case _ if isinstance(part, Limit) or bound_name(part) is not None:
                return part
            case _:
                return rebuild(part, tuple(visit(each) for each in children(part)))

    def _slope(body: Expression, variable: str, part: Prime | Derivative) -> Expression | None:
        slope: Expression | None = unfold(body, definitions)
        for _ in range(part.order):
            slope = None if slope is None or is_limiting(slope) else differentiated(slope, variable)
        return slope

    return replace(obligation, goal=map_statement(obligation.goal, visit))


def _at(slope: Expression | None, values: Mapping[str, Expression]) -> Expression | None:
    try:
        return None if slope is None else substitute(slope, values)
    except Capture:
        return None
