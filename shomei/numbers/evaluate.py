"""The value of an expression at a point: exact where it can be, else an interval that encloses it.

In: an expression of `terms.nodes`, a `Scope` (the point), a precision in bits. Out: a `Value`.
`Undefined` is raised where the expression means nothing at the point, in the author's real numbers:
a zero denominator, the logarithm of a number that is not positive, a base that is 1 or not
positive, a real power of a negative number, an even root of a negative number. `Undecided` is
raised where the value cannot be known: too large, too many terms, a sign that the precision does
not show. `NoLimit` is raised where a limit or a derivative is seen not to exist. Nothing here uses
floating point of the machine to decide anything.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import (
    Undecided,
    Value,
    combine,
    exact_log,
    exact_root,
    integer_power,
    negate,
    sign,
    to_interval,
)
from shomei.terms.definitions import Definition
from shomei.terms.evaluate import Evaluation
from shomei.terms.literals import E, integer_value
from shomei.terms.nodes import (
    FUNCTIONS,
    Apply,
    BigOperator,
    Binary,
    Call,
    Constant,
    Derivative,
    Expression,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Variable,
)
from shomei.terms.walk import called_names

_LARGEST_FACTORIAL = 400
_MOST_TERMS = 400
_DEEPEST_CALL = 24
_ZERO = Fraction(0)
_ONE = Fraction(1)


class Undefined(Exception):  # noqa: N818
    """The expression means nothing at the point: `part` is the sub-expression to blame, `value`
    what it is, `why` its part in the whole.
    """

    def __init__(self, why: str, part: Expression, value: Value) -> None:
        super().__init__(why)
        self.why, self.part, self.value = why, part, value


class NoLimit(Exception):  # noqa: N818
    """A limit does not exist; `why` says how it fails to."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class OutOfBudget(Exception):  # noqa: N818
    """The work or the time that was allowed is used up."""


@dataclass(slots=True)
class Budget:
    """How much work may still be done. `work` makes the end the same on every machine, the clock
    (`deadline`, of `time.monotonic`) is the last resort.
    """

    work: int
    deadline: float
    _ticks: int = 0

    @classmethod
    def of_seconds(cls, seconds: float) -> Budget:
        """A budget that takes about half of `seconds` on a machine of 2020, and ends after
        `seconds` on any.
        """
        return cls(int(40_000 * seconds), time.monotonic() + seconds)

    def spend(self, amount: int) -> None:
        """Takes `amount` from the budget; raises `OutOfBudget` at its end."""
        self.work -= amount
        self._ticks += 1
        if self.work < 0 or (not self._ticks & 31 and time.monotonic() > self.deadline):
            raise OutOfBudget


@dataclass(frozen=True, slots=True)
class Bound:
    """A variable's value where it is no fraction: an expression, in the scope where it was written,
    so that any precision can be had.
    """

    expression: Expression
    scope: Scope


@dataclass(frozen=True, slots=True)
class Scope:
    """A point: what each variable is, which variables hold integers by their type, and the point of
    the whole statement (for captured variables).

    A variable bound to an interval stands for all of its numbers at once: what is certain there is
    certain at each of them.
    """

    names: Mapping[str, Fraction | Interval | Bound]
    integers: frozenset[str] = frozenset()
    outer: Scope | None = None
    calls: int = 0

    def bind(
        self, name: str, value: Fraction | Interval | Bound, *, integer: bool = False
    ) -> Scope:
        """The same point with one variable more, or shadowed."""
        integers = self.integers | {name} if integer else self.integers - {name}
        return Scope({**self.names, name: value}, integers, self.outer or self, self.calls)


@dataclass(slots=True)
class Evaluator(Evaluation[Value, Scope, int]):
    """Evaluates under a set of definitions and a budget.

    `deep`: limits are looked at closer to their points, to confirm what was seen further off.
    `over_boxes`: variables may be bound to wide intervals; the value then encloses those at the
    points where the expression means something.
    """

    definitions: Mapping[str, Definition]
    budget: Budget
    deep: bool = False
    over_boxes: bool = False
    _limits: dict[tuple[int, int, bool], tuple[object, object, Interval | NoLimit | Undecided]] = (
        field(default_factory=dict)
    )

    def value(self, expression: Expression, scope: Scope, precision: int) -> Value:
        """The value of `expression` at the point; see the module for what is raised."""
        try:
            return self._value(expression, scope, precision)
        except iv.TooLarge:
            raise Undecided from None

    def _value(self, expression: Expression, scope: Scope, precision: int) -> Value:
        self.budget.spend(1 + (precision >> 8))
        return self._rule(expression)(expression, scope, precision)

    def bind(
        self, expression: Expression, scope: Scope, precision: int
    ) -> Fraction | Interval | Bound:
        """What a variable that stands for `expression` is bound to."""
        value = self._value(expression, scope, precision)
        return (
            value
            if not isinstance(value, Interval) or self.over_boxes
            else Bound(expression, scope)
        )

    # -- the kinds of expression ---------------------------------------------------------------------------------------

    def _number(self, expression: Number, _scope: Scope, _precision: int) -> Value:
        return expression.value

    def _variable(self, expression: Variable, scope: Scope, precision: int) -> Value:
        bound = scope.names.get(expression.name)
        if bound is None:
            raise Undecided
        return (
            self._value(bound.expression, bound.scope, precision)
            if isinstance(bound, Bound)
            else bound
        )

    def _constant(self, expression: Constant, _scope: Scope, precision: int) -> Value:
        return (
            iv.pi(precision)
            if expression.name == "pi"
            else iv.exp(iv.of_fraction(_ONE, precision), precision)
        )

    def _negated(self, value: Value) -> Value:
        return negate(value)

    def _combined(
        self, term: Binary, left: Value, right: Value, _scope: Scope, precision: int
    ) -> Value:
        if term.operator == "/":
            self._nonzero(right, "the denominator", term.right)
        return combine(term.operator, left, right, precision)

    def _nonzero(self, value: Value, why: str, part: Expression) -> None:
        found = sign(value)
        if found is None and not self.over_boxes:
            raise Undecided
        if found == 0:
            raise Undefined(why, part, value)

    def _power(self, expression: Power, scope: Scope, precision: int) -> Value:
        exponent = self._value(expression.exponent, scope, precision)
        if isinstance(expression.base, Constant) and expression.base.name == "e":
            return self._exp(exponent, precision)
        base = self._value(expression.base, scope, precision)
        if (
            not isinstance(exponent, Interval)
            and exponent.denominator == 1
            and is_integral(expression.exponent, scope)
        ):
            if exponent < 0:
                self._nonzero(base, "the base of a negative power", expression.base)
            return integer_power(base, exponent.numerator, precision)
        found = sign(base)
        if found is None:
            raise Undecided
        if found <= 0:
            if found < 0 and not isinstance(exponent, Interval) and exponent.denominator != 1:
                raise Undefined("the base of a real power", expression.base, base)
            # 0^y, and a negative number to a real exponent that happens to be an integer: authors
            # differ on these
            raise Undecided
        return self._positive_power(base, exponent, precision)

    def _positive_power(self, base: Value, exponent: Value, precision: int) -> Value:
        if not isinstance(exponent, Interval):
            if not exponent or (not isinstance(base, Interval) and base == 1):
                return _ONE
            if exponent.denominator == 1 and exponent.numerator.bit_length() <= 64:
                return integer_power(base, exponent.numerator, precision)
            if (
                not isinstance(base, Interval)
                and exponent.denominator <= 64
                and abs(exponent.numerator) <= 64
            ):
                root = exact_root(base, exponent.denominator)
                if root is not None:
                    return integer_power(root, exponent.numerator, precision)
        elif not isinstance(base, Interval) and base == 1:
            return _ONE
        # the exponent magnifies the error of the logarithm
        work = precision + 16
        return iv.exp(
            iv.multiply(iv.log(to_interval(base, work), work), to_interval(exponent, work), work),
            precision,
        )

    @staticmethod
    def _exp(value: Value, precision: int) -> Value:
        if not isinstance(value, Interval) and not value:
            return _ONE
        return iv.exp(to_interval(value, precision + 8), precision)

    def _no_value(self, _expression: Expression, _scope: Scope, _precision: int) -> Value:
        raise Undecided

    def _apply(self, expression: Apply, scope: Scope, precision: int) -> Value:
        rule = _OPERATIONS.get(expression.operation)
        if rule is None:
            raise Undecided
        return rule(self, expression, scope, precision)

    def _log(self, expression: Apply, scope: Scope, precision: int) -> Value:
        inside = expression.arguments[-1]
        argument = self._clipped(self._value(inside, scope, precision))
        if not (
            isinstance(argument, Interval)
            and self.over_boxes
            and argument.low == libmp.fzero
            and argument.high != libmp.fzero
        ):
            self._positive(argument, "the argument of the logarithm", inside)
        foot = expression.arguments[0] if expression.operation == "log_base" else E
        if isinstance(foot, Constant) and foot.name == "e":
            if isinstance(inside, Constant) and inside.name == "e":
                return _ONE
            return self._ln(argument, precision)
        base = self._value(foot, scope, precision)
        self._positive(base, "the base of the logarithm", foot)
        if not isinstance(base, Interval):
            if base == 1:
                raise Undefined("the base of the logarithm", foot, base)
            if not isinstance(argument, Interval):
                exact = exact_log(base, argument)
                if exact is not None:
                    return exact
        elif not iv.sign(iv.subtract(base, iv.of_fraction(_ONE, precision), precision)):
            raise Undecided
        if foot == inside:
            return _ONE
        return combine("/", self._ln(argument, precision), self._ln(base, precision), precision)

    def _clipped(self, value: Value) -> Value:
        """Over a box, the part ≥ 0 of an interval that has one: what lies below it means nothing to
        a logarithm or an even root.
        """
        if (
            self.over_boxes
            and isinstance(value, Interval)
            and libmp.mpf_sign(value.low) < 0 < libmp.mpf_sign(value.high)
        ):
            return Interval(libmp.fzero, value.high, value.sure)
        return value

    @staticmethod
    def _positive(value: Value, why: str, part: Expression) -> None:
        found = sign(value)
        if found is None:
            raise Undecided
        if found <= 0:
            if isinstance(value, Interval) and not value.sure:
                raise Undecided
            raise Undefined(why, part, value)

    @staticmethod
    def _ln(value: Value, precision: int) -> Value:
        if not isinstance(value, Interval) and value == 1:
            return _ZERO
        return iv.log(to_interval(value, precision), precision)

    def _square_root(self, expression: Apply, scope: Scope, precision: int) -> Value:
        return self._root_of(expression.arguments[0], 2, scope, precision)

    def _root(self, expression: Apply, scope: Scope, precision: int) -> Value:
        degree = integer_value(expression.arguments[0])
        if degree is None:
            raise Undecided
        return self._root_of(expression.arguments[1], degree, scope, precision)

    def _root_of(self, inside: Expression, degree: int, scope: Scope, precision: int) -> Value:
        argument = self._value(inside, scope, precision)
        argument = argument if degree % 2 else self._clipped(argument)
        if degree < 1:
            raise Undecided
        found = sign(argument)
        if found is None:
            if degree == 2 and isinstance(argument, Interval) and libmp.mpf_sign(argument.low) >= 0:
                return iv.sqrt(argument, precision)
            raise Undecided
        if found == 0:
            return _ZERO
        if found < 0 and degree % 2 == 0:
            if isinstance(argument, Interval) and not argument.sure:
                raise Undecided
            raise Undefined("what stands under the root", inside, argument)
        if not isinstance(argument, Interval) and degree <= 64:
            exact = exact_root(abs(argument), degree)
            if exact is not None:
                return exact if found > 0 else -exact
        size = iv.absolute(to_interval(argument, precision + 8))
        if degree == 2:
            root = iv.sqrt(size, precision)
        else:
            root = iv.exp(
                iv.divide(
                    iv.log(size, precision + 8),
                    iv.of_fraction(Fraction(degree), precision + 8),
                    precision + 8,
                ),
                precision,
            )
        return root if found > 0 else iv.negate(root)

    def _absolute(self, expression: Apply, scope: Scope, precision: int) -> Value:
        value = self._value(expression.arguments[0], scope, precision)
        return abs(value) if not isinstance(value, Interval) else iv.absolute(value)

    def _function(self, expression: Apply, scope: Scope, precision: int) -> Value:
        name = expression.operation
        value = self._value(expression.arguments[0], scope, precision)
        exact = _EXACT_AT_ZERO.get(name)
        if exact is not None and not isinstance(value, Interval) and not value:
            return exact
        if name == "exp":
            return self._exp(value, precision)
        if name in {"arcsin", "arccos"}:
            return self._arc(expression, value, precision)
        if name in {"sinh", "cosh", "tanh"}:
            return self._hyperbolic(name, to_interval(value, precision + 8), precision)
        x = to_interval(value, precision + 8)
        if name == "arctan":
            return iv.arctan(x, precision)
        if name == "sin":
            return iv.sin(x, precision)
        if name == "cos":
            return iv.cos(x, precision)
        sine, cosine = iv.sin(x, precision + 8), iv.cos(x, precision + 8)
        above, below, why = {
            "tan": (sine, cosine, "the cosine in a tangent"),
            "sec": (iv.of_fraction(_ONE, precision), cosine, "the cosine in a secant"),
            "cot": (cosine, sine, "the sine in a cotangent"),
            "csc": (iv.of_fraction(_ONE, precision), sine, "the sine in a cosecant"),
        }[name]
        if name in {"cot", "csc"} and not isinstance(value, Interval) and not value:
            raise Undefined(why, expression, _ZERO)
        if not iv.sign(below):
            raise Undecided
        return iv.divide(above, below, precision)

    def _arc(self, expression: Apply, value: Value, precision: int) -> Value:
        half_pi = iv.divide(
            iv.pi(precision + 8), iv.of_fraction(Fraction(2), precision), precision + 8
        )
        outside = sign(
            combine(
                "-",
                _ONE,
                abs(value) if not isinstance(value, Interval) else iv.absolute(value),
                precision,
            )
        )
        if outside is None:
            raise Undecided
        if outside < 0:
            raise Undefined(
                f"the argument of {expression.operation}", expression.arguments[0], value
            )
        if outside == 0:
            arc: Value = half_pi if sign(value) == 1 else iv.negate(half_pi)
        elif not isinstance(value, Interval) and not value:
            arc = _ZERO
        else:
            x = to_interval(value, precision + 16)
            square = iv.multiply(x, x, precision + 16)
            cosine = iv.sqrt(
                iv.subtract(iv.of_fraction(_ONE, precision), square, precision + 16), precision + 16
            )
            if iv.sign(cosine) != 1:
                raise Undecided
            arc = iv.arctan(iv.divide(x, cosine, precision + 8), precision)
        if expression.operation == "arcsin":
            return arc
        if outside == 0 and sign(value) == 1:
            return _ZERO
        return combine("-", half_pi, arc, precision)

    @staticmethod
    def _hyperbolic(name: str, x: Interval, precision: int) -> Value:
        # near 0 the difference of the two exponentials loses as many bits as x is small
        work = precision + 16 + max(0, min(4 * precision, -iv.size_order(x)))
        growing, falling = iv.exp(x, work), iv.exp(iv.negate(x), work)
        half = iv.of_fraction(Fraction(1, 2), work)
        if name == "cosh":
            return iv.multiply(iv.add(growing, falling, work), half, precision)
        if name == "sinh":
            return iv.multiply(iv.subtract(growing, falling, work), half, precision)
        return iv.divide(
            iv.subtract(growing, falling, work), iv.add(growing, falling, work), precision
        )

    def _factorial(self, expression: Apply, scope: Scope, precision: int) -> Value:
        n = self._natural(expression.arguments[0], scope, precision)
        return Fraction(math.factorial(n))

    def _binomial(self, expression: Apply, scope: Scope, precision: int) -> Value:
        upper, lower = (self._natural(part, scope, precision) for part in expression.arguments)
        return Fraction(math.comb(upper, lower))

    def _natural(self, expression: Expression, scope: Scope, precision: int) -> int:
        value = self._value(expression, scope, precision)
        if (
            isinstance(value, Interval)
            or value.denominator != 1
            or not 0 <= value <= _LARGEST_FACTORIAL
        ):
            raise Undecided
        return value.numerator

    def _call(self, expression: Call, scope: Scope, precision: int) -> Value:
        definition = self.definitions.get(expression.name)
        if definition is None or len(definition.parameters) != len(expression.arguments):
            raise Undecided
        arguments = [self.bind(argument, scope, precision) for argument in expression.arguments]
        return self._value(definition.body, self._inside(definition, arguments, scope), precision)

    @staticmethod
    def _inside(
        definition: Definition, arguments: Sequence[Fraction | Interval | Bound], scope: Scope
    ) -> Scope:
        """The scope of a definition's body: captured variables as they are in the statement's own
        point, then the parameters.
        """
        if scope.calls >= _DEEPEST_CALL:
            raise Undecided
        outer = scope.outer or scope
        captured = {
            binding.name: outer.names[binding.name]
            for binding in definition.captured
            if binding.name in outer.names
        }
        integers = frozenset(captured) & outer.integers - frozenset(definition.parameters)
        return Scope(
            {**captured, **dict(zip(definition.parameters, arguments, strict=True))},
            integers,
            outer,
            scope.calls + 1,
        )

    def _big_operator(self, expression: BigOperator, scope: Scope, precision: int) -> Value:
        lower, upper = (
            self._value(bound, scope, precision) for bound in (expression.lower, expression.upper)
        )
        if (
            not (not isinstance(lower, Interval) and not isinstance(upper, Interval))
            or lower.denominator != 1
            or upper.denominator != 1
        ):
            raise Undecided
        terms = upper.numerator - lower.numerator + 1
        if not 0 <= terms <= _MOST_TERMS:
            raise Undecided
        total = _ZERO if expression.operator == "sum" else _ONE
        result: Value = total
        for k in range(lower.numerator, upper.numerator + 1):
            term = self._value(
                expression.body, scope.bind(expression.index, Fraction(k), integer=True), precision
            )
            result = combine("+" if expression.operator == "sum" else "*", result, term, precision)
        return result

    # -- limits and derivatives ----------------------------------------------------------------------------------------

    def _remembered(
        self, expression: Expression, scope: Scope, compute: Callable[[], Interval]
    ) -> Value:
        """A limit's value does not depend on the precision asked for, so it is computed once at
        each point.
        """
        key = (id(expression), id(scope), self.deep)
        if key not in self._limits:
            outcome: Interval | NoLimit | Undecided
            try:
                outcome = compute()
            except (NoLimit, Undecided) as reason:
                outcome = reason
            # the expression and the scope are kept, so that no other object gets their ids
            self._limits[key] = (expression, scope, outcome)
        found = self._limits[key][2]
        if isinstance(found, Exception):
            raise found
        return found

    def _limit(self, expression: Limit, scope: Scope, _precision: int) -> Value:
        from shomei.numbers.limits import limit

        return self._remembered(expression, scope, lambda: limit(self, expression, scope))

    def _derivative(self, expression: Derivative, scope: Scope, _precision: int) -> Value:
        from shomei.numbers.limits import derivative

        def body(value: Fraction | Bound) -> tuple[Expression, Scope]:
            return expression.body, scope.bind(expression.variable, value)

        if self._captures(expression.body, expression.variable):
            # whether what a definition captured moves with the variable is not said
            raise Undecided
        return self._remembered(
            expression,
            scope,
            lambda: derivative(self, body, Variable(expression.variable), scope, expression.order),
        )

    def _captures(self, expression: Expression, name: str) -> bool:
        """Whether a definition that the expression uses, straight or through others, captures the
        variable `name`.
        """
        waiting, seen = list(called_names(expression)), set[str]()
        while waiting:
            definition = self.definitions.get(waiting.pop())
            if definition is None or definition.name in seen:
                continue
            seen.add(definition.name)
            if any(binding.name == name for binding in definition.captured):
                return True
            waiting += called_names(definition.body)
        return False

    def _prime(self, expression: Prime, scope: Scope, _precision: int) -> Value:
        from shomei.numbers.limits import derivative

        definition = self.definitions.get(expression.name)
        if definition is None or len(definition.parameters) != 1:
            raise Undecided

        def body(value: Fraction | Bound) -> tuple[Expression, Scope]:
            return definition.body, self._inside(definition, [value], scope)

        return self._remembered(
            expression,
            scope,
            lambda: derivative(self, body, expression.argument, scope, expression.order),
        )


def is_integral(expression: Expression, scope: Scope) -> bool:
    """Whether the expression is an integer by its form: what makes `x^n` a power in which x may be
    negative.
    """
    match expression:
        case Number():
            return expression.value.denominator == 1
        case Variable():
            return expression.name in scope.integers
        case Negation():
            return is_integral(expression.operand, scope)
        case Binary():
            return (
                expression.operator != "/"
                and is_integral(expression.left, scope)
                and is_integral(expression.right, scope)
            )
        case Power():
            return is_integral(expression.base, scope) and is_integral(expression.exponent, scope)
        case Apply("factorial" | "binomial"):
            return True
        case _:
            return False


_EXACT_AT_ZERO: Mapping[str, Fraction] = {
    "sin": _ZERO,
    "tan": _ZERO,
    "arctan": _ZERO,
    "arcsin": _ZERO,
    "sinh": _ZERO,
    "tanh": _ZERO,
    "cos": _ONE,
    "sec": _ONE,
    "cosh": _ONE,
}


_OPERATIONS: dict[str, Callable[..., Value]] = {
    **dict.fromkeys(FUNCTIONS, Evaluator._function),
    "log": Evaluator._log,
    "log_base": Evaluator._log,
    "sqrt": Evaluator._square_root,
    "root": Evaluator._root,
    "abs": Evaluator._absolute,
    "factorial": Evaluator._factorial,
    "binomial": Evaluator._binomial,
}
