"""How far a function reaches that has no brackets around its argument, or a sum in them.

`\\sin 2 x` and `\\sin x y` take the whole product, `\\sin x \\cos y` ends where the next function
begins, `\\sin x \\cdot y` at the dot. What a reader may take as part of the argument or as a
further factor is refused: `\\sin \\pi / 2`, `\\cos (n + 1) \\theta`, `\\sin n \\frac{\\pi}{2}`.
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
    Limit,
    Negation,
    Number,
    Power,
    Variable,
    applies,
)
from shomei.terms.walk import free_variables, subtrees

_LOGARITHMS: Final = ("log", "log_base")
_OPENING: Final = "([（［|｜"
#: Functions of an angle, which `\\cos (n + 1) x` is read as one of, and letters that count.
_ANGLES: Final = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))
_COUNTERS: Final = frozenset(("i", "j", "k", "l", "m", "n", "N"))
#: Longer readings are not shown.
_SHOWN: Final = 80


class Reach(Places):
    """What is refused of a function with something after it."""

    def _refuse_reach_over_slash(self, left: Expression, right: Expression) -> None:
        """Raise for `\\sin \\pi / 2`."""
        last = self._last_factor(left)
        applied = self._open_application(last)
        if applied is not None and not self._is_enclosed(applied.arguments[-1]):
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
        if id(last) in self._wide:
            raise self._two_readings(last, applied, "*", right)
        if self._begins_with_bracket(right) and any(
            applies(part, *FUNCTIONS, *_LOGARITHMS) for part in subtrees(right)
        ):
            return  # `\\sin x (1 - \\cos x)`
        if self._is_enclosed(argument):
            if isinstance(argument, Variable | Number | Constant) or applies(argument, "abs"):
                return
            is_sum = isinstance(argument, Negation) or (
                isinstance(argument, Binary) and argument.operator in {"+", "-"}
            )
            if not is_sum and not self._begins_with_bracket(right):
                return
        raise self._two_readings(last, applied, "*", right)

    def _wide_angle(self, left: Expression, right: Expression) -> Expression | None:
        """`\\cos (n + 1) x` as the cosine of (n + 1) x, with a note; None for anything else."""
        last = self._last_factor(left)
        applied = self._open_application(last)
        if (
            applied is None
            or applied.operation not in _ANGLES
            or not isinstance(right, Variable | Constant)
            or (isinstance(right, Variable) and right.name in _COUNTERS)
        ):
            return None
        argument = applied.arguments[-1]
        if not (
            self._is_group(argument)
            and isinstance(argument, Binary)
            and argument.operator in {"+", "-"}
            and set(free_variables(argument)) <= _COUNTERS
        ):
            return None
        end = right.span.end
        inner = Binary("*", argument, right, span=self._source.span(argument.span.start, end))
        wide: Expression = replace(
            applied, arguments=(inner,), span=self._source.span(applied.span.start, end)
        )
        if isinstance(last, Power):
            wide = replace(last, base=wide, span=self._source.span(last.span.start, end))
        self._wide[id(wide)] = wide
        self._warn("reach", f"this is read as `{print_expression(wide)}`", wide.span)
        return self._with_last_factor(left, wide)

    def _with_last_factor(self, node: Expression, factor: Expression) -> Expression:
        """The product with another last factor."""
        factors: list[Binary] = []
        while isinstance(node, Binary) and self._last_factor(node) is not node:
            factors.append(node)
            node = node.right
        for product in reversed(factors):
            span = self._source.span(product.span.start, factor.span.end)
            factor = replace(product, right=factor, span=span)
        return factor

    def _reaching(
        self, operator: BinaryOperator, left: Expression, right: Expression
    ) -> Expression | None:
        """`\\lim_{h \\to 0} x + h` as the limit of the whole sum, where `right` is its last term
        and holds the letter that varies; None for any other sum.
        """
        names = set(free_variables(right)) if self._binders else set()
        for name in names:
            index = name.partition("_")[2]
            if index in self._binders and name not in self._binders:
                raise UnsupportedNotation.of(
                    self._problem(
                        right.span,
                        f"`{name}` would vary with {index}, and sequences are not part of the "
                        "language",
                    )
                )
        if not names & self._binders:
            return None
        tail: list[tuple[BinaryOperator, Expression]] = [(operator, right)]
        node = left
        while True:
            if (
                isinstance(node, Binary)
                and node.operator in {"+", "-"}
                and not self._is_group(node)
            ):
                last, before = node.right, node.left
            else:
                last, before = node, None
            wide = self._widened(last, names, tail)
            if wide is not None:
                break
            if before is None or not isinstance(node, Binary):
                return None
            tail.insert(0, (node.operator, last))
            node = before
        if before is None or not isinstance(node, Binary):
            return wide
        return replace(node, right=wide, span=self._source.span(node.span.start, right.span.end))

    def _widened(
        self,
        node: Expression,
        names: set[str],
        tail: list[tuple[BinaryOperator, Expression]],
    ) -> Expression | None:
        """A limit or sum at the end of a term, with the further terms in it."""
        if self._is_group(node):
            return None
        end = tail[-1][1].span.end
        if isinstance(node, Negation):
            inner = self._widened(node.operand, names, tail)
            span = self._source.span(node.span.start, end)
            return None if inner is None else replace(node, operand=inner, span=span)
        if isinstance(node, Binary) and node.operator == "*":
            inner = self._widened(node.right, names, tail)
            span = self._source.span(node.span.start, end)
            return None if inner is None else replace(node, right=inner, span=span)
        if not isinstance(node, Limit | BigOperator):
            return None
        name = node.variable if isinstance(node, Limit) else node.index
        if name not in names:
            return None
        body = node.body
        for operator, term in tail:
            span = self._source.span(body.span.start, term.span.end)
            body = Binary(operator, body, term, span=span)
        whole = replace(node, body=body, span=self._source.span(node.span.start, end))
        self._warn(
            "reach",
            f"this is read as `{print_expression(whole)}`, since {name} stands in the last term",
            whole.span,
        )
        return whole

    def _open_application(self, node: Expression) -> Apply | None:
        """The function applied in `\\sin x` or `\\sin^2 x`; None for another expression, or where
        brackets stand around it.
        """
        applied = node.base if isinstance(node, Power) else node
        if applies(applied, *FUNCTIONS, *_LOGARITHMS) and not self._is_group(node):
            return applied
        return None

    def _is_enclosed(self, node: Expression) -> bool:
        return self._is_group(node) or applies(node, "abs")

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
