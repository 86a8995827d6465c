"""The meaning of a term: a real or a natural number, with definitions expanded.

Definitions are expanded by giving values to their parameters in a scope of their own, so that no
binder of the definition captures a name of the place of use, or the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from shomei.audit import meaning
from shomei.audit.functions import QUOTIENTS, REAL
from shomei.audit.meaning import Meaning
from shomei.terms.definitions import Definition
from shomei.terms.nodes import (
    Antiderivative,
    Apply,
    BigOperator,
    Binary,
    Call,
    Choice,
    Constant,
    Derivative,
    DerivativeAt,
    Expression,
    Integral,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Variable,
)

#: Nested definitions can grow without bound when they are expanded.
_MOST_STEPS: Final = 200_000


class Unsayable(Exception):  # noqa: N818 (an outcome that callers expect, named for what the statement is)
    """The obligation has no theorem of one of the known forms."""


@dataclass(frozen=True, slots=True)
class Given:
    """A variable: that of a binder, or the theorem's own."""

    meaning: Meaning
    natural: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A parameter of a definition: the term in its place, with the names in force for that term."""

    term: Expression
    names: Names


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of a term stand for, and those of the definitions that it calls: a limit or
    sum binds only the former.

    `\\frac{d}{da}` varies the one a that there is, in both.
    """

    here: Mapping[str, Given | Written]
    definitions: Mapping[str, Given | Written]

    def bind(self, name: str, given: Given) -> Names:
        """The names under a limit, a sum or a definedness condition of `name`."""
        return Names({**self.here, name: given}, self.definitions)

    def vary(self, name: str, given: Given) -> Names:
        """The names under a derivative by `name`."""
        return Names({**self.here, name: given}, {**self.definitions, name: given})

    def call(self, parameters: tuple[str, ...], arguments: tuple[Expression, ...]) -> Names:
        """The names inside a definition that is called here."""
        values = {
            name: Written(argument, self)
            for name, argument in zip(parameters, arguments, strict=True)
        }
        return Names({**self.definitions, **values}, self.definitions)

    def get(self, name: str) -> Given | Written | None:
        """What `name` stands for."""
        return self.here.get(name)


def _is_family(name: str) -> bool:
    """Whether the arguments of the declared function are natural numbers: `x_` is that of x_i."""
    return name[-1] == "_"


def function_type(name: str, arity: int) -> str:
    """The Lean type of a declared function."""
    return (("ℕ" if _is_family(name) else "ℝ") + " → ") * arity + "ℝ"


class TermWriter:
    """Writes terms, with a set of definitions; `declared` are the functions without a formula, with
    the number of their arguments.
    """

    def __init__(
        self, definitions: Iterable[Definition], declared: Mapping[str, int] | None = None
    ) -> None:
        self.definitions = {definition.name: definition for definition in definitions}
        self.declared = declared or {}
        self._steps = 0

    def _written(self, term: Expression, names: Names) -> tuple[Expression, Names]:
        """The term after expanding its outermost parameter or application of a definition."""
        while True:
            self._steps += 1
            if self._steps > _MOST_STEPS:
                raise Unsayable("its definitions, written out, are too large")
            match term:
                case Variable(name=name) if isinstance(found := names.get(name), Written):
                    term, names = found.term, found.names
                case Call(name=name, arguments=arguments) if name in self.definitions:
                    definition = self.definitions[name]
                    if len(definition.parameters) != len(arguments):
                        raise Unsayable(f"{name} has another number of arguments")
                    term, names = definition.body, names.call(definition.parameters, arguments)
                case _:
                    return term, names

    def real(self, term: Expression, names: Names, depth: int) -> Meaning:
        """A term as a real number."""
        term, names = self._written(term, names)

        def part(inner: Expression) -> Meaning:
            return self.real(inner, names, depth)

        match term:
            case Number(value=value) if value.denominator == 1:
                return meaning.literal(value.numerator, "ℝ")
            case Number(value=value):
                return meaning.operation(
                    "/",
                    "ℝ",
                    meaning.literal(value.numerator, "ℝ"),
                    meaning.literal(value.denominator, "ℝ"),
                )
            case Variable(name=name):
                found = names.get(name)
                if not isinstance(found, Given):
                    raise Unsayable(f"nothing says what {name} is")
                return meaning.cast(found.meaning) if found.natural else found.meaning
            case Constant(name="pi"):
                return meaning.PI
            case Constant():
                return meaning.function("Real.exp", meaning.ONE)
            case Negation(operand=a):
                return meaning.negative(part(a))
            case Binary(operator=operator, left=a, right=b):
                return meaning.operation(operator, "ℝ", part(a), part(b))
            case Power(base=base, exponent=exponent):
                return self._power(base, exponent, names, depth)
            case Apply():
                return self._applied(term, names, depth)
            case BigOperator(operator=operator, index=index, lower=lower, upper=upper, body=body):
                inner = names.bind(index, Given(meaning.bound(depth), natural=True))
                low, high = self.natural(lower, names, depth), self.natural(upper, names, depth)
                return meaning.big(
                    "∑" if operator == "sum" else "∏", low, high, self.real(body, inner, depth + 1)
                )
            case Choice(left=left, right=right, chosen=a, otherwise=b):
                low, high = self.natural(left, names, depth), self.natural(right, names, depth)
                return meaning.choice(low, high, part(a), part(b))
            case Call():
                return self._called(term, names, depth)
            case DerivativeAt(name=name, orders=(order,), arguments=(argument,)):
                return meaning.at(self.differentiated(name, order), part(argument))
            case DerivativeAt():
                raise Unsayable("a partial derivative of a function without a formula")
            case Integral(variable=variable, lower=lower, upper=upper, body=body):
                inner = names.bind(variable, Given(meaning.bound(depth), natural=False))
                return meaning.integral(self.real(body, inner, depth + 1), part(lower), part(upper))
            case Antiderivative():
                raise Unsayable("an integral without bounds is no number")
            case Prime() | Derivative() | Limit():
                raise Unsayable("a limit or derivative stands inside something that needs a number")

    def _applied(self, term: Apply, names: Names, depth: int) -> Meaning:
        """An operation on real numbers."""

        def part(inner: Expression) -> Meaning:
            return self.real(inner, names, depth)

        match term:
            case Apply(name, (a,)) if name in QUOTIENTS:
                above, below = QUOTIENTS[name]
                top = meaning.function(REAL[above], part(a)) if above else meaning.ONE
                return meaning.operation("/", "ℝ", top, meaning.function(REAL[below], part(a)))
            case Apply("log_base", (base, a)) if self._is_e(base, names):
                return meaning.function("Real.log", part(a))
            case Apply("log_base", (base, a)):
                return meaning.function("Real.logb", part(base), part(a))
            case Apply("root", (degree, a)):
                return meaning.real_power(
                    part(a), meaning.operation("/", "ℝ", meaning.ONE, part(degree))
                )
            case Apply("abs", (a,)):
                return meaning.function("abs", part(a))
            case Apply("max" | "min" as name, (a, b)):
                apart = meaning.function("abs", meaning.operation("-", "ℝ", part(a), part(b)))
                both = meaning.operation("+", "ℝ", part(a), part(b))
                sign = "+" if name == "max" else "-"
                whole = meaning.operation(sign, "ℝ", both, apart)
                return meaning.operation("/", "ℝ", whole, meaning.literal(2, "ℝ"))
            case Apply("factorial" | "binomial"):
                return meaning.cast(self.natural(term, names, depth))
            case Apply(name, (a,)) if name in REAL:
                return meaning.function(REAL[name], part(a))
            case _:
                raise Unsayable(f"{term.operation} is not an operation on real numbers")

    def _called(self, term: Call, names: Names, depth: int) -> Meaning:
        """A declared function at its arguments."""
        if term.name not in self.declared:
            raise Unsayable(f"{term.name} is not defined")
        if len(term.arguments) != self.declared[term.name]:
            raise Unsayable(f"{term.name} has another number of arguments")
        write = self.natural if _is_family(term.name) else self.real
        values = [write(argument, names, depth) for argument in term.arguments]
        return meaning.at(meaning.variable(term.name), *values)

    def differentiated(self, name: str, order: int) -> Meaning:
        """A declared function of one real number, differentiated so often."""
        if self.declared.get(name) != 1 or _is_family(name):
            raise Unsayable(f"{name} is no function of one real number")
        found = meaning.variable(name)
        for _ in range(order):
            found = meaning.slope(found)
        return found

    def _power(self, base: Expression, exponent: Expression, names: Names, depth: int) -> Meaning:
        """Powers of e are values of exp. Whole exponents repeat a multiplication, negative literals
        divide by the result, and all others are `Real.rpow`.
        """
        if self._is_e(base, names):
            return meaning.function("Real.exp", self.real(exponent, names, depth))
        below = self.real(base, names, depth)
        literal = self._negative_literal(exponent, names)
        if literal is not None and not self._is_natural(exponent, names):
            power = meaning.operation("^", "ℝ", below, meaning.literal(literal, "ℕ"))
            return meaning.operation("/", "ℝ", meaning.ONE, power)
        if self._is_whole(exponent, names):
            return meaning.operation("^", "ℝ", below, self.natural(exponent, names, depth))
        return meaning.real_power(below, self.real(exponent, names, depth))

    def _is_e(self, term: Expression, names: Names) -> bool:
        return self._written(term, names)[0] == Constant("e")

    def _negative_literal(self, term: Expression, names: Names) -> int | None:
        """n, where the term is the literal -n."""
        term, names = self._written(term, names)
        if isinstance(term, Negation):
            inner, _ = self._written(term.operand, names)
            if isinstance(inner, Number) and inner.value.denominator == 1:
                return inner.value.numerator
        return None

    def _is_natural(self, term: Expression, names: Names) -> bool:
        """Whether the form shows a natural number: literals, natural variables, their sums,
        products and powers, factorials, binomial coefficients.
        """
        term, names = self._written(term, names)
        match term:
            case Number(value=value):
                return value.denominator == 1
            case Variable(name=name):
                found = names.get(name)
                return isinstance(found, Given) and found.natural
            case (
                Binary(operator="+" | "*", left=a, right=b)
                | Power(base=a, exponent=b)
                | Apply("binomial", (a, b))
            ):
                return self._is_natural(a, names) and self._is_natural(b, names)
            case Apply("factorial", (a,)):
                return self._is_natural(a, names)
            case _:
                return False

    def _is_whole(self, term: Expression, names: Names) -> bool:
        """Whether the form shows a whole number, which includes differences and negatives of
        naturals. (A separate condition states that it is not negative.)
        """
        if self._is_natural(term, names):
            return True
        term, names = self._written(term, names)
        match term:
            case Negation(operand=a):
                return self._is_whole(a, names)
            case Binary(operator="+" | "-" | "*", left=a, right=b):
                return self._is_whole(a, names) and self._is_whole(b, names)
            case _:
                return False

    def natural(self, term: Expression, names: Names, depth: int) -> Meaning:
        """A term as a natural number. Raises `Unsayable`."""
        term, names = self._written(term, names)
        match term:
            case Number(value=value) if value.denominator == 1:
                return meaning.literal(value.numerator, "ℕ")
            case Variable(name=name) if (
                isinstance(found := names.get(name), Given) and found.natural
            ):
                return found.meaning
            case Binary(operator="+" | "-" | "*" as operator, left=a, right=b):
                return meaning.operation(
                    operator, "ℕ", self.natural(a, names, depth), self.natural(b, names, depth)
                )
            case Power(base=a, exponent=b):
                return meaning.operation(
                    "^", "ℕ", self.natural(a, names, depth), self.natural(b, names, depth)
                )
            case Apply("factorial", (a,)):
                return meaning.function("Nat.factorial", self.natural(a, names, depth))
            case Apply("binomial", (a, b)):
                return meaning.function(
                    "Nat.choose", self.natural(a, names, depth), self.natural(b, names, depth)
                )
            case _:
                raise Unsayable("no natural number")
