"""Sums, products, powers, and the atoms they are made of."""

# ruff: noqa: D102 -- one method per rule of the grammar, under its name: the grammar says what each is

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final, cast

from shomei.operations.latex import print_expression
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.notation.dots import meant, one_more
from shomei.parser.notation.places import Children
from shomei.parser.notation.reach import Reach
from shomei.terms.literals import root
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    BinaryOperator,
    Constant,
    ConstantName,
    Derivative,
    Expression,
    Negation,
    Number,
    Power,
    Variable,
    applies,
)
from shomei.terms.walk import free_variables

#: What a numeral begins or ends with.
_DIGITS: Final = "0123456789."


class Arithmetic(Reach):
    """The rules of the arithmetic operations."""

    # ----------------------------------------------------------------------------------------------
    # Sums and products

    def expression(self, children: Children) -> Expression:
        return cast("Expression", children[0])

    def _binary(self, operator: BinaryOperator, left: Expression, right: Expression) -> Binary:
        return Binary(operator, left, right, span=self._span([left, right]))

    def add(self, children: Children) -> Expression:
        return self._joined("+", children[0], children[2])

    def subtract(self, children: Children) -> Expression:
        return self._joined("-", children[0], children[2])

    def _joined(self, operator: BinaryOperator, left: Expression, right: Expression) -> Expression:
        if operator == "+" and (whole := self._one_more(left, right)) is not None:
            return whole
        if id(left) in self._dotted:
            _, terms, last = self._dotted[id(left)]
            whole = self._binary(operator, last, right)
            if (
                free_variables(last)
                and not free_variables(right)
                and meant("sum", terms, whole, whole.span) is not None
            ):
                raise self._problem(
                    whole.span,
                    "it is unclear whether this is the last term",
                    hint="put brackets around the last term, or around the sum",
                )
        return self._reaching(operator, left, right) or self._binary(operator, left, right)

    def _one_more(self, left: Expression, right: Expression) -> Expression | None:
        """A sum or product with dots that descends to a number, and one more term."""
        if id(left) not in self._dotted or free_variables(self._dotted[id(left)][2]):
            return None
        whole = one_more(left, right) if isinstance(left, BigOperator) else None
        if whole is not None:
            whole = replace(whole, span=self._span([left, right]))
            self._declarations.warnings.remove(self._read_as(left))
            self._declarations.warnings.append(self._read_as(whole))
        return whole

    def negate(self, children: Children) -> Expression:
        return Negation(children[1], span=self._span(children))

    def plus_sign(self, children: Children) -> Expression:
        return replace(cast("Expression", children[1]), span=self._span(children))

    def times(self, children: Children) -> Expression:
        self._refuse_open_derivative(children[0])
        whole = self._one_more(children[0], children[2])
        return whole or self._binary("*", children[0], children[2])

    def times_negative(self, children: Children) -> Expression:
        self._refuse_open_derivative(children[0])
        return self._binary("*", children[0], Negation(children[3], span=self._span(children[2:])))

    def divide(self, children: Children) -> Expression:
        self._refuse_open_derivative(children[0])
        self._refuse_reach_over_slash(children[0], children[2])
        return self._binary("/", children[0], children[2])

    def ambiguous_slash(self, children: Children) -> Expression:
        raise self._problem(
            self._span(children[1:]),
            "a product after `/` can be read in two ways",
            hint="write \\frac{1}{2 x} or \\frac{1}{2} x, or put brackets",
        )

    def juxtapose(self, children: Children) -> Expression:
        left, right = children
        text = self._source.text
        if text[right.span.start] in _DIGITS and text[left.span.end - 1] in _DIGITS:
            raise self._problem(
                self._span(children),
                "two numbers stand side by side",
                hint="write \\cdot between them",
            )
        last = self._last_factor(left)
        if isinstance(last, Derivative) and last.span.start in self._bracketed_derivatives:
            raise self._problem(
                self._span(children),
                "it is unclear whether the last factor is differentiated too",
                hint="write \\frac{d}{dx}(u \\cdot v), or (\\frac{d}{dx}(u)) v",
            )
        if id(last) in self._primed_groups and self._begins_with_bracket(right):
            raise UnsupportedNotation.of(
                self._problem(
                    self._span(children),
                    "this can be read as the value of a derivative, or as a product with one",
                    hint="write \\cdot for the product",
                )
            )
        if (wide := self._wide_angle(left, right)) is not None:
            return wide
        self._refuse_reach_over_factor(last, right)
        return self._binary("*", left, right)

    # ----------------------------------------------------------------------------------------------
    # Powers and atoms

    def power(self, children: Children) -> Expression:
        self._refuse_tower(children[0], children[2])
        return Power(children[0], children[2], span=self._span(children))

    def _refuse_tower(self, base: Expression, exponent: Expression) -> None:
        """Raise for `{x^a}^b`, whose braces nobody sees."""
        inner = base
        while self._is_group(inner) and self._source.text[inner.span.start] == "{":
            inner = self._insides[id(inner)]
        last = inner if inner is base else self._last_factor(inner)
        if inner is not base and isinstance(last, Power) and not self._is_group(last):
            shown = (
                print_expression(Power(base, exponent)),
                print_expression(replace(last, exponent=Power(last.exponent, exponent))),
            )
            raise UnsupportedNotation.of(
                self._problem(
                    base.span,
                    f"braces are not printed: this can be read as `{shown[0]}` or as `{shown[1]}`",
                    hint="write (x^{a})^{b}, or x^{a^{b}}",
                )
            )

    def argument_power(self, children: Children) -> Expression:
        node = Power(children[0], children[2], span=self._span(children))
        self._argument_powers.add(node.span.start)
        return node

    def negative_exponent(self, children: Children) -> Expression:
        span = self._span(children)
        self._warn(
            "missing-braces", "read as `^{-…}`: without braces TeX takes the sign only", span
        )
        return Negation(children[1], span=span)

    def factorial(self, children: Children) -> Expression:
        if (
            applies(children[0], "factorial")
            and self._source.text[children[0].span.start] not in "([{（［"
        ):
            raise UnsupportedNotation.of(
                self._problem(
                    self._span(children),
                    "double factorials are not part of the language",
                    hint="write (n!)!, or a product",
                )
            )
        return Apply("factorial", (children[0],), span=self._span(children))

    def number(self, children: Children) -> Expression:
        return Number(Fraction(str(children[0])), span=self._span(children))

    def variable(self, children: Children) -> Expression:
        name = str(children[0])
        self._declarations.variables.add(name)
        return Variable(name, span=self._span(children))

    def constant(self, children: Children) -> Expression:
        return Constant(cast("ConstantName", str(children[0])), span=self._span(children))

    def group(self, children: Children) -> Expression:
        node = replace(cast("Expression", children[1]), span=self._span(children))
        self._groups[id(node)] = node
        self._insides[id(node)] = cast("Expression", children[1])
        return node

    braces = group

    def fraction(self, children: Children) -> Expression:
        return Binary("/", children[1], children[2], span=self._span(children))

    def square_root(self, children: Children) -> Expression:
        return Apply("sqrt", (children[1],), span=self._span(children))

    def square_root_group(self, children: Children) -> Expression:
        return Apply("sqrt", (children[2],), span=self._span(children))

    def root(self, children: Children) -> Expression:
        return root(children[0].value, children[1], span=self._span(children))

    def absolute(self, children: Children) -> Expression:
        return Apply("abs", (children[1],), span=self._span(children))

    def binomial(self, children: Children) -> Expression:
        return Apply("binomial", (children[1], children[2]), span=self._span(children))

    def choose(self, children: Children) -> Expression:
        return Apply("binomial", (children[1], children[3]), span=self._span(children))
