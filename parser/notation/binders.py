"""Limits, and sums and products over an index."""

# ruff: noqa: D102 -- one method per rule of the grammar, under its name: the grammar says what each is

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

from shomei.operations.latex import print_expression
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.notation.dots import meant_sum
from shomei.parser.notation.functions import Functions
from shomei.parser.notation.places import Children
from shomei.terms.nodes import (
    Antiderivative,
    BigOperator,
    Binary,
    Expression,
    Infinity,
    Limit,
    Negation,
    Number,
)


@dataclass(frozen=True, slots=True)
class _Point:
    point: Expression | Infinity
    side: Literal["+", "-"] | None


@dataclass(frozen=True, slots=True)
class _Bounds:
    index: str
    lower: Expression
    upper: Expression


class Binders(Functions):
    """The rules of the constructs that bind a variable."""

    # ----------------------------------------------------------------------------------------------
    # Big operators

    def limit(self, children: Children) -> Expression:
        point = cast("_Point", children[5])
        self._binders.add(str(children[3]))
        self._refuse_subscripts(str(children[3]), children[7], "this limit")
        return Limit(
            str(children[3]), point.point, point.side, children[7], span=self._span(children)
        )

    def point(self, children: Children) -> _Point:
        node = cast("Expression", children[0])
        if (
            self._source.text[node.span.start] in "([{（［"
            and self._source.text[node.span.end - 1] in ")]}）］"
        ):
            return _Point(node, None)
        match node:
            case Negation(operand=Number(value=value) as zero) if value == 0:
                return _Point(replace(zero, span=node.span), "-")
            case Binary(operator="+", left=left, right=Number(value=value)) if value == 0:
                return _Point(left, "+")
            case Binary(operator="-", left=left, right=Number(value=value)) if value == 0:
                return _Point(left, "-")
            case Number(value=value) if value == 0 and self._source.text[node.span.start] in "+＋":
                return _Point(node, "+")
            case _:
                return _Point(node, None)

    def one_sided(self, children: Children) -> _Point:
        return _Point(children[0], children[2])

    def one_sided_negative(self, children: Children) -> _Point:
        return _Point(Negation(children[1], span=self._span(children[:2])), children[3])

    def from_above(self, _children: Children) -> str:
        return "+"

    def from_below(self, _children: Children) -> str:
        return "-"

    def infinity(self, children: Children) -> _Point:
        return _Point(Infinity(span=self._span(children)), None)

    def minus_infinity(self, children: Children) -> _Point:
        return _Point(Infinity(positive=False, span=self._span(children)), None)

    def bounds(self, children: Children) -> _Bounds:
        return _Bounds(str(children[2]), children[4], children[7])

    def bounds_reversed(self, children: Children) -> _Bounds:
        return _Bounds(str(children[4]), children[6], children[1])

    def dotted(self, children: Children) -> Expression:
        span = self._span(children)
        terms: list[Expression] = [children[0]]
        while (
            isinstance(terms[0], Binary)
            and terms[0].operator == "+"
            and not self._is_group(terms[0])
        ):
            terms[:1] = [terms[0].left, terms[0].right]
        whole = meant_sum(terms, children[4], span)
        if whole is None:
            sign = children[2]
            raise UnsupportedNotation.of(
                self._source.problem(
                    start_of(sign),
                    end_of(sign),
                    "the written terms do not say which sum is meant",
                    hint="write it with \\sum, or more terms before the dots",
                )
            )
        self._dotted[id(whole)] = whole, terms, children[4]
        self._warn("dots", f"this is read as `{print_expression(whole)}`", span)
        return whole

    def sum_over(self, children: Children) -> Expression:
        return self._big_operator("sum", children)

    def product_over(self, children: Children) -> Expression:
        return self._big_operator("prod", children)

    # ----------------------------------------------------------------------------------------------
    # Integrals

    def antiderivative(self, children: Children) -> Expression:
        return Antiderivative(str(children[2]), children[1], span=self._span(children))

    def leading_antiderivative(self, children: Children) -> Expression:
        return Antiderivative(str(children[0]), children[1], span=self._span(children))

    def _big_operator(self, operator: Literal["sum", "prod"], children: Children) -> Expression:
        bounds = cast("_Bounds", children[1])
        self._binders.add(bounds.index)
        self._refuse_subscripts(
            bounds.index, children[2], "this sum" if operator == "sum" else "this product"
        )
        return BigOperator(
            operator,
            bounds.index,
            bounds.lower,
            bounds.upper,
            children[2],
            span=self._source.span(start_of(children[0]), children[2].span.end),
        )
