"""Calls of defined functions, derivatives, and applications of known functions."""

# ruff: noqa: D102 -- one method per rule of the grammar, under its name: the grammar says what each
# is

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from shomei.operations.latex import print_expression
from shomei.operations.letters import plain_letter
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.expectations import NoDistribution
from shomei.parser.lexing.differentials import Differential
from shomei.parser.lexing.tokens import end_of
from shomei.parser.moments import ARITIES, moment
from shomei.parser.notation.arithmetic import Arithmetic
from shomei.parser.notation.motion import moving
from shomei.parser.notation.places import Children
from shomei.terms.functions import ANY, family, is_family
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import (
    Apply,
    Call,
    Choice,
    Derivative,
    Expression,
    Negation,
    Power,
    Prime,
    Span,
    Variable,
)
from shomei.terms.walk import called_names, free_variables

_MAX_DERIVATIVE_ORDER: Final = 20


#: Letters for constants, which a prime seldom differentiates by.
_OFTEN_CONSTANT: Final = frozenset(("a", "b", "c", "k", "m", "n", "p", "A", "B", "C", "K"))


#: Small letters that random variables are often called.
_OFTEN_RANDOM: Final = frozenset("stuvwxyz")


@dataclass(frozen=True, slots=True)
class _Head:
    """A function without its argument; `name` is None for logarithms."""

    name: str | None
    base: Expression | None
    power: Expression | None
    span: Span


class Functions(Arithmetic):
    """The rules of functions and derivatives."""

    # ----------------------------------------------------------------------------------------------
    # Defined functions and derivatives

    def arguments(self, children: Children) -> tuple[Expression, ...]:
        return tuple(children[::2])

    def call(self, children: Children) -> Expression:
        return self._call(str(children[0]), children[2], self._span(children))

    def _call(self, name: str, arguments: tuple[Expression, ...], span: Span) -> Expression:
        if name in ARITIES:
            return self._moment(name, arguments, span)
        parameters = self._declarations.functions[name]
        if len(arguments) != len(parameters):
            takes = "one argument" if len(parameters) == 1 else f"{len(parameters)} arguments"
            raise self._problem(
                span,
                f"`{name}` takes {takes}, not {len(arguments)}",
                hint=f"it is defined as {name}({', '.join(parameters)})",
            )
        if name in self._declarations.operators:
            return self._operator(name, arguments, span)
        own = family(name) if name in self._declarations.families and not is_family(name) else name
        return Call(own, arguments, span=span)

    def _operator(self, name: str, arguments: tuple[Expression, ...], span: Span) -> Expression:
        """`E[X]`, which is the finite sum that it stands for."""
        for term in arguments:
            self._refuse_unsaid(term)
        try:
            value = self._declarations.distributions.value(name, arguments, span)
        except NoDistribution as lacking:
            raise UnsupportedNotation.of(self._problem(span, str(lacking))) from None
        speaks_of = frozenset(name for each in arguments for name in free_variables(each))
        told = name, speaks_of & frozenset(self._declarations.randoms)
        if told not in self._declarations.told:
            self._declarations.told.add(told)
            self._warn("expectation", f"this is read as `{print_expression(value)}`", span)
        self._groups[id(value)] = value
        return value

    def _moment(self, name: str, arguments: tuple[Expression, ...], span: Span) -> Expression:
        """`E[X]` of an X of which the text does not say how it is distributed."""
        if len(arguments) != ARITIES[name]:
            raise UnsupportedNotation.of(self._problem(span, "this expectation is not read"))
        try:
            value = moment(name, arguments, self._source.text, self._declarations, span)
        except NoDistribution as lacking:
            raise UnsupportedNotation.of(self._problem(span, str(lacking))) from None
        self._groups[id(value)] = value
        return value

    def _refuse_unsaid(self, term: Expression) -> None:
        """Raises for a letter that may well be a random variable of which nothing is said."""
        names = free_variables(term)
        randoms = [name for name in names if name in self._declarations.randoms]
        for name in names:
            letter = plain_letter(name)[:1]
            lost = name in self._declarations.lost
            if not lost and (name in randoms or name in self._declarations.renamed):
                continue
            if lost or letter.isupper() or (not randoms and letter in _OFTEN_RANDOM):
                raise UnsupportedNotation.of(
                    self._problem(term.span, f"the text does not say how `{name}` is distributed")
                )

    def probability(self, children: Children) -> Expression:
        value: Expression = children[0].value
        self._groups[id(value)] = value
        return value

    def extremum(self, children: Children) -> Expression:
        name, span = str(children[0].value), self._span(children)
        listed: tuple[Expression, ...] = children[2]
        first, *others = listed
        if not others:
            raise self._problem(span, f"`\\{name}` of one number says nothing")
        found: Expression = first
        for each in others:
            found = Apply(name, (found, each), span=span)
        return found

    def kronecker(self, children: Children) -> Expression:
        return Choice(children[2], children[4], ONE, ZERO, span=self._span(children))

    def prime(self, children: Children) -> Expression:
        return self._prime(
            str(children[0]), cast("int", children[1].value), children[3], self._span(children)
        )

    def prime_order(self, children: Children) -> Expression:
        return self._prime(
            str(children[0]), int(str(children[4])), children[8], self._span(children)
        )

    def _prime(self, name: str, order: int, argument: Expression, span: Span) -> Expression:
        if len(self._declarations.functions[name]) != 1:
            raise self._problem(
                span,
                f"`{name}'` does not say by which variable to differentiate",
                hint=f"write \\frac{{\\partial}}{{\\partial x}} {name}(…)",
            )
        if not 1 <= order <= _MAX_DERIVATIVE_ORDER:
            raise UnsupportedNotation.of(
                self._problem(
                    span, f"the order of a derivative is from 1 to {_MAX_DERIVATIVE_ORDER}"
                )
            )
        return Prime(name, order, argument, span=span)

    def primed_group(self, children: Children) -> Expression:
        node = self._primed(children[1], children[3].value, self._span(children))
        self._primed_groups[id(node)] = node
        return node

    def primed_name(self, children: Children) -> Expression:
        node = Variable(str(children[0]), span=self._span(children[:1]))
        raise UnsupportedNotation.of(
            self._problem(
                self._span(children),
                f"`{node.name}'` does not say by which variable to differentiate",
                hint=f"write \\frac{{d{node.name}}}{{dx}}",
            )
        )

    def _primed(self, body: Expression, order: int, span: Span) -> Expression:
        names = free_variables(body)
        argument = self._declarations.argument
        if argument in names and self._calls_declared(body):
            others = set(names) - _OFTEN_CONSTANT - {ANY}
            if argument == ANY and others:
                raise UnsupportedNotation.of(
                    self._problem(
                        span,
                        f"it is unclear whether `{min(others)}` is a constant for this derivative",
                        hint="write \\frac{d}{dx}(…)",
                    )
                )
            return Derivative(argument, body, order, span=span)
        variable = names[0] if len(names) == 1 else "x" if "x" in names else None
        if variable is None:
            raise self._problem(
                span,
                "a prime does not say by which variable to differentiate here",
                hint="write \\frac{d}{dx}(…)",
            )
        if len(names) == 1 and variable in _OFTEN_CONSTANT:
            raise UnsupportedNotation.of(
                self._problem(
                    span,
                    "the prime can be read as a derivative, or the brackets as a constant",
                    hint=f"write \\frac{{d}}{{d{variable}}} before the bracket",
                )
            )
        if len(names) > 1:
            self._warn("prime-variable", f"the prime is read as the derivative by {variable}", span)
        self._refuse_subscripts(variable, body, "this derivative")
        return Derivative(variable, body, order, span=span)

    def _calls_declared(self, body: Expression) -> bool:
        """Whether a function without a formula occurs."""
        return not self._declarations.declared.isdisjoint(called_names(body))

    def open_derivative(self, children: Children) -> Expression:
        node = self._derivative(children[0].value, children[1], self._span(children))
        self._open_derivatives.add(node.span.start)
        return node

    def group_derivative(self, children: Children) -> Expression:
        operator, operand = children[0], children[1]
        if len(children) == 4:
            operand = Power(operand, children[3], span=self._span(children[1:]))
        node = self._derivative(operator.value, operand, self._span(children))
        if operand.span.start >= end_of(operator):
            self._bracketed_derivatives.add(node.span.start)
        return node

    def derivative_of(self, children: Children) -> Expression:
        operator = cast("Differential", children[0].value)
        name = str(operator.function)
        span = self._span(children)
        parameters = self._declarations.functions[name]
        if (
            any(variable not in parameters for variable, _ in operator.variables)
            and len(parameters) > 1
        ):
            raise self._problem(
                span,
                f"`{name}` is defined as {name}({', '.join(parameters)})",
                hint=f"differentiate by one of {', '.join(parameters)}",
            )
        names = parameters if len(parameters) > 1 else (operator.variables[0][0],)
        return self._derivative(
            operator,
            Call(name, tuple(Variable(each, span=span) for each in names), span=span),
            span,
        )

    def derivative_of_call(self, children: Children) -> Expression:
        operator = cast("Differential", children[0].value)
        name = str(operator.function)
        span = self._span(children)
        arguments = cast("tuple[Expression, ...]", children[2])
        call = self._call(name, arguments, span)
        names = [argument.name for argument in arguments if isinstance(argument, Variable)]
        if len(set(names)) == len(arguments) and all(
            variable in names for variable, _ in operator.variables
        ):
            return self._derivative(operator, call, span)
        if len(arguments) == 1 and len(operator.variables) == 1:
            return self._prime(name, operator.variables[0][1], arguments[0], span)
        raise UnsupportedNotation.of(
            self._problem(
                span,
                "a partial derivative is taken at the variables themselves",
                hint="differentiate first, then put the values in",
            )
        )

    def _derivative(self, operator: Differential, body: Expression, span: Span) -> Derivative:
        node = body
        moves = moving(self._source.text, (variable for variable, _ in operator.variables), body)
        if (
            moves is not None
            and not operator.partial
            and self._declarations.value_of(moves) is None
        ):
            raise UnsupportedNotation.of(
                self._problem(span, f"it is unclear how `{moves}` depends on time")
            )
        for variable, _ in operator.variables:
            self._refuse_subscripts(variable, body, "this derivative")
        for variable, order in reversed(operator.variables):
            node = Derivative(variable, node, order, operator.partial, span=span)
        return cast("Derivative", node)

    # ----------------------------------------------------------------------------------------------
    # Functions

    def function_head(self, children: Children) -> _Head:
        return _Head(str(children[0]), None, None, self._span(children))

    def function_power_head(self, children: Children) -> _Head:
        return _Head(
            str(children[0]),
            None,
            self._head_power(children[2], str(children[0])),
            self._span(children),
        )

    def log_head(self, children: Children) -> _Head:
        return _Head(None, None, None, self._span(children))

    def log_power_head(self, children: Children) -> _Head:
        return _Head(None, None, self._head_power(children[2], "log"), self._span(children))

    def log_base_head(self, children: Children) -> _Head:
        return _Head(None, children[2], None, self._span(children))

    def log_base_power_head(self, children: Children) -> _Head:
        return _Head(None, children[2], self._head_power(children[4], "log"), self._span(children))

    def log_power_base_head(self, children: Children) -> _Head:
        return _Head(None, children[4], self._head_power(children[2], "log"), self._span(children))

    def _head_power(self, power: Expression, name: str) -> Expression:
        if isinstance(power, Negation):
            raise self._problem(
                power.span,
                f"`\\{name}^{{-1}}` can mean the inverse function or the reciprocal",
                hint=f"write \\arc{name} x, or \\frac{{1}}{{\\{name} x}}",
            )
        return power

    def application(self, children: Children) -> Expression:
        head, operand = cast("_Head", children[0]), cast("Expression", children[1])
        span = self._span(children)
        power = head.power
        if (
            head.name is not None
            and isinstance(operand, Power)
            and operand.span.start in self._argument_powers
            and self._in_brackets(operand.base)
        ):
            if power is not None:
                raise self._problem(
                    span,
                    "two powers of one function",
                    hint=f"write (\\{head.name} …)^2 or \\{head.name}((…)^2)",
                )
            self._warn(
                "ambiguous-power",
                (
                    f"the power is taken of \\{head.name}, not of its argument: write "
                    f"\\{head.name}^2 x to be clear"
                ),
                span,
            )
            power, operand = operand.exponent, operand.base
        applied = (
            Apply(head.name or "log", (operand,), span=span)
            if head.base is None
            else Apply("log_base", (head.base, operand), span=span)
        )
        return applied if power is None else Power(applied, power, span=span)

    def _in_brackets(self, node: Expression) -> bool:
        return self._source.text[node.span.start] in "([（［"
