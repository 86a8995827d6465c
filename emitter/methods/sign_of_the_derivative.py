"""An inequality by the sign of the derivative of the difference of its sides."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.inequalities_by_rise import by_rise
from shomei.emitter.proof.multiplied import by_multiplying


@method(
    name="sign of the derivative",
    goal="relation",
    reasons=("monotonicity", "differentiation"),
    cost=640,
)
def sign_of_the_derivative(problem: Problem) -> Iterator[Proof]:
    """`x < \\tan x` for x > 0, since the difference is 0 at 0 and has a positive derivative; `x - 1
    \\ge \\log x`, since it falls up to 1 and rises from there; `\\cos x < \\frac{\\sin x}{x}`,
    multiplied by x.
    """
    yield from by_rise(problem)
    yield from by_multiplying(problem, "relation", by_rise)
