"""What a term seems to do near the point of a limit, by its values at numbers nearer and nearer to
it. This only guides the search for a proof.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shomei.emitter.proof.numeric import evaluate
from shomei.terms.nodes import Expression, Infinity

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter

#: The distances (or, near a point, their reciprocals) at which numbers are tried.
_FAR = (20.0, 200.0, 600.0, 1e4, 1e8)


def seems_to_vanish(term: Expression, limiter: Limiter) -> bool:
    """Whether `term` becomes smaller at numbers nearer and nearer to the point; true if numbers
    show nothing.
    """
    found = _towards_the_point(term, limiter)
    return len(found) < 2 or min(found[1:]) < 0.9 * found[0] or found[0] == 0


def seems_to_settle(term: Expression, limiter: Limiter) -> bool:
    """Whether `term` stays bounded at numbers nearer and nearer to the point; true if numbers
    show nothing.
    """
    found = _towards_the_point(term, limiter)
    return len(found) < 2 or found[-1] <= 1.2 * found[-2]


def _towards_the_point(term: Expression, limiter: Limiter) -> list[float]:
    """The absolute values of `term` at numbers nearer and nearer to the point, where it has
    values.
    """
    outer = limiter.setting.points[0] if limiter.setting.points else {}
    centre = (
        0.0
        if isinstance(limiter.approach.point, Infinity)
        else evaluate(limiter.approach.point, outer)
    )
    if centre is None:
        return []
    found: list[float] = []
    for far in _FAR:
        if isinstance(limiter.approach.point, Infinity):
            near = far if limiter.approach.point.positive else -far
        else:
            near = centre + (-1 / far if limiter.approach.side == "-" else 1 / far)
        value = evaluate(term, {**outer, limiter.approach.variable: near})
        if value is not None:
            found.append(abs(value))
    return found
