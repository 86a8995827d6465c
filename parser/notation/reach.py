"""How far a function reaches that has no brackets around its argument, or a sum in them.

`\\sin 2 x` and `\\sin x y` take the whole product, `\\sin x \\cos y` ends where the next function
begins, `\\sin x \\cdot y` at the dot. What a reader may take as part of the argument or as a further
factor is refused: `\\sin \\pi / 2`, `\\cos (n + 1) \\theta`, `\\sin n \\frac{\\pi}{2}`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from shomei.operations.latex import print_expression
from shomei.operations.registry import FUNCTIONS
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.notation.places import Places
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    BinaryOperator,
    Constant,
    Derivative,
    Expression,
    Negation,
    Number,
    Power,
    Variable,
    applies,
)
from shomei.terms.walk import subtrees

_LOGARITHMS: Final = ("log", "log_base")
_OPENING: Final = "([（［|｜"
#: Longer readings are not shown.
_SHOWN: Final = 80


class Reach(Places):
    """What is refused of a function with something after it."""

    def _refuse_reach_over_slash(self, left: Expression, right: Expression) -> None:
        """Raise for `\\sin \\pi / 2`."""
        last = self._last_factor(left)
        applied = self._open_application(last)
        if applied is not None and not self._begins_with_bracket(applied.arguments[-1]):
            raise self._two_readings(last, applied, "/", right)

    def _refuse_reach_over_factor(self, last: Expression, right: Expression) -> None:
        """Raise for `\\sin x (y + 1)`, `\\sin n \\frac{x}{2}` and `\\cos (n + 1) x`: `last` is the
        factor before.
        """
        applied = self._open_application(last)
        if (
            applied is None
            or self._open_application(right) is not None
            or isinstance(right, Derivative | BigOperator)
        ):
            return
        argument = applied.arguments[-1]
        if self._begins_with_bracket(right) and any(
            applies(part, *FUNCTIONS, *_LOGARITHMS) for part in subtrees(right)
        ):
            return  # `\\sin x (1 - \\cos x)`
        if self._begins_with_bracket(argument):
            if isinstance(argument, Variable | Number | Constant) or applies(argument, "abs"):
                return
            is_sum = isinstance(argument, Negation) or (
                isinstance(argument, Binary) and argument.operator in {"+", "-"}
            )
            if not is_sum and not self._begins_with_bracket(right):
                return
        raise self._two_readings(last, applied, "*", right)

    def _open_application(self, node: Expression) -> Apply | None:
        """The function applied in `\\sin x` or `\\sin^2 x`; None for another expression, or where
        brackets stand around it.
        """
        applied = node.base if isinstance(node, Power) else node
        if (
            applies(applied, *FUNCTIONS, *_LOGARITHMS)
            and self._source.text[node.span.start] not in _OPENING
        ):
            return applied
        return None

    def _begins_with_bracket(self, node: Expression) -> bool:
        text = self._source.text
        return text[node.span.start] in _OPENING or text.startswith(
            ("\\{", "\\lvert", "\\left", "\\big", "\\Big", "\\lbrac", "\\lparen"), node.span.start
        )

    def _two_readings(
        self, last: Expression, applied: Apply, operator: BinaryOperator, right: Expression
    ) -> SyntaxProblem:
        span = self._source.span(last.span.start, right.span.end)
        *base, argument = applied.arguments
        wide: Expression = replace(
            applied, arguments=(*base, Binary(operator, argument, right, span=span))
        )
        if isinstance(last, Power):
            wide = replace(last, base=wide)
        narrow = Binary(operator, last, right, span=span)
        shown = tuple(map(print_expression, (wide, narrow)))
        message = (
            f"this can be read as `{shown[0]}` or as `{shown[1]}`"
            if max(map(len, shown)) <= _SHOWN
            else "it is unclear where the argument of this function ends"
        )
        return UnsupportedNotation.of(
            self._problem(span, message, hint="put brackets around the argument, or around both")
        )
