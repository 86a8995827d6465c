"""The value of an expression at a point: exact if possible, else an interval that encloses it.

In: an expression of `terms.nodes`, a `Scope` (the point), a precision in bits. Out: a `Value`.
`Undefined` is raised if the expression is undefined at the point in the author's real numbers: a
zero denominator, the logarithm of a number that is not positive, a base that is 1 or not positive,
a real power of a negative number, an even root of a negative number. `Undecided` is raised if the
value cannot be determined: it is too large, has too many terms, or depends on a sign that the
precision does not show. `NoLimit` is raised if a limit or a derivative evidently does not exist. No
decision here uses machine floating point.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import OutsideDomain, Undecided, Value, combine, negate
from shomei.numbers.budget import Budget, NoLimit, Undefined
from shomei.numbers.differentiation import differentiated
from shomei.numbers.point import Bound, Scope
from shomei.numbers.quadrature import integral
from shomei.operations.operation import Arguments, Operation
from shomei.operations.operators import BINARY
from shomei.operations.powers import NATURAL_POWER, REAL_POWER
from shomei.operations.registry import OPERATIONS
from shomei.operations.values import exponential
from shomei.terms.definitions import Definition
from shomei.terms.evaluate import Evaluation
from shomei.terms.functions import is_family
from shomei.terms.literals import E
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Choice,
    Constant,
    Derivative,
    Expression,
    Integral,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Variable,
    applies,
)
from shomei.terms.walk import called_names, children

_MOST_TERMS = 400
#: The number of parts of an integral up to a precision, and beyond.
_PARTS = ((80, 32), (200, 64))
_MOST_PARTS = 256
#: What the parts of an integral leave open is far more than is lost by reckoning with so many bits.
_BITS_OF_PARTS = 72
#: By so many bits rounding may widen what would otherwise be known exactly.
_BITS_OF_ROUNDING = 24
_DEEPEST_CALL = 24
_ZERO = Fraction(0)
_ONE = Fraction(1)


#: An element of a sequence: its name, the numbers at which it is asked for, and the precision.
_Element: TypeAlias = tuple[str, tuple[tuple[str, Fraction], ...], int]


@dataclass(slots=True)
class Evaluator(Evaluation[Value, Scope, int]):
    """Evaluates with a set of definitions and a budget.

    `deep`: limits are evaluated closer to their points, to confirm what was seen further away.
    `fine`: integrals are enclosed by as many parts as the precision asks for.
    `over_boxes`: variables may be bound to wide intervals; the value then encloses those at the
    points where the expression is defined.
    """

    definitions: Mapping[str, Definition]
    budget: Budget
    deep: bool = False
    fine: bool = True
    over_boxes: bool = False
    _elements: dict[_Element, Value] = field(default_factory=dict)
    _limits: dict[tuple[int, int, bool], tuple[object, object, Interval | NoLimit | Undecided]] = (
        field(default_factory=dict)
    )

    def value(self, expression: Expression, scope: Scope, precision: int) -> Value:
        """The value of `expression` at the point; the module lists what is raised."""
        try:
            return self._value(expression, scope, precision)
        except iv.TooLarge:
            raise Undecided from None

    def _value(self, expression: Expression, scope: Scope, precision: int) -> Value:
        self.budget.spend(1 + (precision >> 8))
        value: Value = self._rules[type(expression)](self, expression, scope, precision)
        return value

    def bind(
        self, expression: Expression, scope: Scope, precision: int
    ) -> Fraction | Interval | Bound:
        """The binding of a variable that stands for `expression`."""
        value = self._value(expression, scope, precision)
        return (
            value
            if not isinstance(value, Interval) or self.over_boxes
            else Bound(expression, scope)
        )

    # -- the kinds of expression -------------------------------------------------------------------

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
        parts = (term.left, term.right)
        return self._computed(BINARY[term.operator], term, parts, (left, right), precision)

    def _power(self, expression: Power, scope: Scope, precision: int) -> Value:
        exponent = self._value(expression.exponent, scope, precision)
        if expression.base == E:
            return exponential(exponent, precision)
        base = self._value(expression.base, scope, precision)
        whole = (
            not isinstance(exponent, Interval)
            and exponent.denominator == 1
            and is_integral(expression.exponent, scope)
        )
        operation = NATURAL_POWER if whole else REAL_POWER
        parts = (expression.base, expression.exponent)
        return self._computed(operation, expression, parts, (base, exponent), precision)

    def _computed(
        self,
        operation: Operation,
        expression: Expression,
        parts: Arguments,
        values: Sequence[Value],
        precision: int,
    ) -> Value:
        """The value of `expression`, an operation on `parts`, from theirs."""
        try:
            return operation.value(*values, bits=precision, boxes=self.over_boxes)
        except OutsideDomain as reason:
            part = expression if reason.position is None else parts[reason.position]
            raise Undefined(reason.why, part, reason.value) from None

    def _no_value(self, _expression: Expression, _scope: Scope, _precision: int) -> Value:
        raise Undecided

    def _apply(self, expression: Apply, scope: Scope, precision: int) -> Value:
        operation = OPERATIONS[expression.operation]
        values = [self._value(part, scope, precision) for part in expression.arguments]
        value = self._computed(operation, expression, expression.arguments, values, precision)
        if not isinstance(value, Interval):
            return value
        exact = operation.exact(expression.arguments)
        if exact is None and not any(isinstance(each, Interval) for each in values):
            exact = operation.exact(values)
        return value if exact is None else exact

    def _call(self, expression: Call, scope: Scope, precision: int) -> Value:
        definition = self.definitions.get(expression.name)
        if definition is None or len(definition.parameters) != len(expression.arguments):
            raise Undecided
        arguments = [self.bind(argument, scope, precision) for argument in expression.arguments]
        inside = self._inside(definition, arguments, scope)
        if not is_family(definition.name):
            return self._value(definition.body, inside, precision)
        # A recursion asks for the same elements again and again. What the body calls may capture
        # other variables than the body does, so all of the point counts.
        known = (*inside.names.items(), *(inside.outer or inside).names.items())
        numbers = tuple((name, each) for name, each in known if isinstance(each, Fraction))
        if len(numbers) < len(known):
            return self._value(definition.body, inside, precision)
        key = (definition.name, numbers, precision)
        if key not in self._elements:
            self._elements[key] = self._value(definition.body, inside, precision)
        return self._elements[key]

    @staticmethod
    def _inside(
        definition: Definition, arguments: Sequence[Fraction | Interval | Bound], scope: Scope
    ) -> Scope:
        """The scope of a definition's body: captured variables at the point of the statement, then
        the parameters.
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
        if is_family(definition.name):
            integers |= frozenset(definition.parameters)  # indices
        return Scope(
            {**captured, **dict(zip(definition.parameters, arguments, strict=True))},
            integers,
            outer,
            scope.calls + 1,
        )

    def _integral(self, expression: Integral, scope: Scope, precision: int) -> Value:
        """An enclosure. The higher the precision, the more parts."""
        parts = next((many for most, many in _PARTS if precision <= most), _MOST_PARTS)
        if parts == _MOST_PARTS and not self.fine:
            raise Undecided
        rough = min(precision, _BITS_OF_PARTS)
        found = self._enclosed(expression, scope, parts, rough)
        # Only of an integrand with a constant slope, and of a short way, the parts show more.
        if rough < precision and iv.is_tight(found, rough - _BITS_OF_ROUNDING):
            return self._enclosed(expression, scope, parts, precision)
        return found

    def _enclosed(self, expression: Integral, scope: Scope, parts: int, precision: int) -> Interval:
        boxes = Evaluator(self.definitions, self.budget, over_boxes=True)

        def values(body: Expression) -> Callable[[Interval], Value]:
            def value(part: Interval) -> Value:
                try:
                    return boxes.value(body, scope.bind(expression.variable, part), precision)
                except Undefined:
                    raise Undecided from None  # a condition of its own says so

            return value

        slope = differentiated(expression.body, expression.variable)
        return integral(
            values(expression.body),
            None if slope is None else values(slope),
            (
                self._value(expression.lower, scope, precision),
                self._value(expression.upper, scope, precision),
            ),
            parts,
            precision,
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

    def _choice(self, expression: Choice, scope: Scope, precision: int) -> Value:
        left, right = (
            self._value(each, scope, precision) for each in (expression.left, expression.right)
        )
        if isinstance(left, Interval) or isinstance(right, Interval):
            raise Undecided
        taken = expression.chosen if left == right else expression.otherwise
        return self._value(taken, scope, precision)

    # -- limits and derivatives --------------------------------------------------------------------

    def _remembered(
        self, expression: Expression, scope: Scope, compute: Callable[[], Interval]
    ) -> Value:
        """The value of a limit does not depend on the requested precision, so it is computed once
        for each point.
        """
        key = (id(expression), id(scope), self.deep)
        if key not in self._limits:
            outcome: Interval | NoLimit | Undecided
            # close to its point, a limit of integrals is seen by fine parts alone
            fine, self.fine = self.fine, True
            try:
                outcome = compute()
            except (NoLimit, Undecided) as reason:
                outcome = reason
            finally:
                self.fine = fine
            # keep the expression and the scope alive, so that no other object gets their ids
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
            # it is not determined whether a captured variable varies with this one
            raise Undecided
        return self._remembered(
            expression,
            scope,
            lambda: derivative(self, body, Variable(expression.variable), scope, expression.order),
        )

    def _captures(self, expression: Expression, name: str) -> bool:
        """Whether a definition that the expression uses, directly or through others, captures the
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
    """Whether the form of the expression shows an integer, so that `x^n` is a power in which x may
    be negative.
    """
    if isinstance(expression, Number):
        return expression.value.denominator == 1
    if isinstance(expression, Variable):
        return expression.name in scope.integers
    if isinstance(expression, Binary) and expression.operator == "/":
        return False
    if isinstance(expression, Negation | Binary | Power):
        return all(is_integral(part, scope) for part in children(expression))
    return applies(expression, "factorial", "binomial")
