"""Limits, and sums and products over an index."""

# ruff: noqa: D102 -- one method per rule of the grammar, under its name: the grammar says what each is

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal, cast

from lark import Token

from shomei.parser.errors import UnsupportedNotation
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.notation.dots import meant, meant_product
from shomei.parser.notation.functions import Functions
from shomei.parser.notation.negative_bounds import counted_from_zero
from shomei.parser.notation.places import Children
from shomei.terms.nodes import (
    Antiderivative,
    BigOperator,
    Binary,
    BinaryOperator,
    Expression,
    Infinity,
    Integral,
    Limit,
    Negation,
    Number,
    Variable,
)
from shomei.terms.substitution import Capture, substitute
from shomei.terms.walk import free_variables


@dataclass(frozen=True, slots=True)
class _Point:
    point: Expression | Infinity
    side: Literal["+", "-"] | None


#: Where the partial sums of a series end; a term has fewer letters than these.
_ENDS: Final = ("N", "M", "L", *(f"N_{number}" for number in range(1, 100)))


@lru_cache(maxsize=64)  # a text asks again for each of its series
def _speaks_of(text: str, name: str) -> bool:
    """Whether a text has a letter of this name, which may be no number."""
    return re.search(rf"(?<![A-Za-z\\_]){re.escape(name)}(?![A-Za-z])", text) is not None


@dataclass(frozen=True, slots=True)
class _Bounds:
    index: str
    lower: Expression
    upper: Expression | Infinity


class Binders(Functions):
    """The rules of the constructs that bind a variable."""

    # ----------------------------------------------------------------------------------------------
    # Big operators

    def limit(self, children: Children) -> Expression:
        point = cast("_Point", children[5])
        name = str(children[3])
        self._binders.add(name)
        body = self._with_indexed(name, children[7])
        self._refuse_subscripts(name, body, "this limit")
        return Limit(name, point.point, point.side, body, span=self._span(children))

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

    def without_end(self, children: Children) -> Infinity:
        return Infinity(span=self._span(children))

    def dotted(self, children: Children) -> Expression:
        span = self._span(children)
        terms = self._parts("+", children[0])
        whole = meant("sum", terms, children[4], span)
        if whole is None:
            raise self._unclear_dots(
                children[2],
                "the written terms do not say which sum is meant",
                "write it with \\sum, or more terms before the dots",
            )
        self._dotted[id(whole)] = whole, terms, children[4]
        self._declarations.warnings.append(self._read_as(whole))
        return whole

    def dotted_product(self, children: Children) -> Expression:
        [sign] = [each for each in children if isinstance(each, Token) and each.type == "DOTS"]
        span = self._span(children)
        factors, after = self._parts("*", children[0]), self._parts("*", children[-1])
        whole = meant_product(factors, after, span)
        if whole is None:
            raise self._unclear_dots(
                sign,
                "the written terms do not say which product is meant",
                "write it with \\prod, or more terms before the dots",
            )
        self._dotted[id(whole)] = whole, factors, after[-1]
        self._declarations.warnings.append(self._read_as(whole))
        return whole

    def _parts(self, operator: BinaryOperator, term: Expression) -> list[Expression]:
        """The terms of a sum or the factors of a product, as far as no brackets hold them."""
        parts = [term]
        while (
            isinstance(first := parts[0], Binary)
            and first.operator == operator
            and not self._is_group(first)
        ):
            parts[:1] = [first.left, first.right]
        return parts

    def _unclear_dots(self, sign: Token, why: str, hint: str) -> UnsupportedNotation:
        return UnsupportedNotation.of(
            self._source.problem(start_of(sign), end_of(sign), why, hint=hint)
        )

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

    def integral_bound(self, children: Children) -> Expression:
        return replace(cast("Expression", children[1]), span=self._span(children))

    def infinite_bound(self, children: Children) -> Infinity:
        return Infinity(span=self._span(children))

    def minus_infinite_bound(self, children: Children) -> Infinity:
        return Infinity(positive=False, span=self._span(children))

    def integral(self, children: Children) -> Expression:
        return self._between(str(children[4]), children[1], children[2], children[3], children)

    def leading_integral(self, children: Children) -> Expression:
        return self._between(str(children[0]), children[1], children[2], children[3], children)

    def _between(
        self,
        variable: str,
        lower: Expression | Infinity,
        upper: Expression | Infinity,
        body: Expression,
        children: Children,
    ) -> Expression:
        """An integral; to infinity it is the limit of integrals, on both sides a sum of two."""
        self._binders.add(variable)
        self._refuse_subscripts(variable, body, "this integral")
        self._declarations.integrated = variable
        span = self._span(children)
        if isinstance(lower, Infinity):
            if lower.positive:
                raise self._problem(lower.span, "an integral begins no later than it ends")
            rest = Number(Fraction(0)) if isinstance(upper, Infinity) else upper
            bound = self._bound_name(variable, rest, body)
            below = Integral(variable, Variable(bound), rest, body, span=span)
            left = Limit(bound, Infinity(positive=False), None, below, span=span)
            if not isinstance(upper, Infinity):
                return left
            right = self._between(variable, rest, upper, body, children)
            return Binary("+", left, right, span=span)
        if isinstance(upper, Infinity):
            if not upper.positive:
                raise self._problem(upper.span, "an integral begins no later than it ends")
            bound = self._bound_name(variable, lower, body)
            whole = Integral(variable, lower, Variable(bound), body, span=span)
            return Limit(bound, Infinity(), None, whole, span=span)
        return Integral(variable, lower, upper, body, span=span)

    def evaluation(self, children: Children) -> Expression:
        """`[F(x)]_a^b` as F(b) - F(a), and `F(x)|_{x=a}` as F(a)."""
        body, token, *bounds = children[1:]
        span = self._span(children)
        names = free_variables(body)
        near = self._declarations.integrated
        name = token.value or (near if near in names else None)
        name = name or (names[0] if len(names) == 1 else None)
        if name is None:
            raise UnsupportedNotation.of(
                self._problem(
                    span,
                    "it is unclear which letter takes the values of the bounds",
                    hint="write the letter with them, as in _{x=0}^{x=1}",
                )
            )
        values = [self._value_at(body, name, bound) for bound in bounds]
        if len(values) == 1:
            return replace(values[0], span=span)
        return Binary("-", values[1], values[0], span=span)

    def _value_at(self, body: Expression, name: str, bound: Expression | Infinity) -> Expression:
        if isinstance(bound, Infinity):
            return Limit(name, bound, None, body, span=body.span)
        try:
            return substitute(body, {name: bound})
        except Capture:
            raise self._problem(body.span, "a derivative is not evaluated at bounds") from None

    @staticmethod
    def _bound_name(variable: str, bound: Expression, body: Expression) -> str:
        taken = {variable, *free_variables(bound), *free_variables(body)}
        return next(name for name in ("R", "T", "B", "R_1", "R_2") if name not in taken)

    def _big_operator(self, operator: Literal["sum", "prod"], children: Children) -> Expression:
        bounds = cast("_Bounds", children[1])
        self._binders.add(bounds.index)
        self._refuse_subscripts(
            bounds.index, children[2], "this sum" if operator == "sum" else "this product"
        )
        span = self._source.span(start_of(children[0]), children[2].span.end)
        body, upper = children[2], bounds.upper
        if not isinstance(upper, Infinity):
            whole = BigOperator(operator, bounds.index, bounds.lower, upper, body, span=span)
            return counted_from_zero(whole)
        taken = {bounds.index, *free_variables(bounds.lower), *free_variables(body)}
        text = self._source.text
        end = next(each for each in _ENDS if each not in taken and not _speaks_of(text, each))
        part = BigOperator(operator, bounds.index, bounds.lower, Variable(end), body, span=span)
        return Limit(end, Infinity(), None, part, natural=True, span=span)
