"""The meaning of what an obligation asks for. It is computed from the obligation alone, by the
rules that README.md and `docs/trust.md` state.

Definitions are expanded by giving values to their parameters in a scope of their own, so that no
binder of the definition captures a name of the place of use, or the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from shomei.audit import meaning
from shomei.audit.elaborate import Claim
from shomei.audit.functions import QUOTIENTS, REAL
from shomei.audit.meaning import Meaning
from shomei.obligations.definedness import own_conditions
from shomei.obligations.model import Condition, Context, IndexBinder, Obligation
from shomei.terms.definitions import Definition, unfold
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Connective,
    Constant,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Membership,
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import children, is_limiting, rebuild, statement_terms

Kind: TypeAlias = Literal["statement", "defined", "exists"]

_RELATIONS: Final = MappingProxyType(
    {"=": "=", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "!=": "≠"}
)
_CONNECTIVES: Final = MappingProxyType({"iff": "↔", "implies": "→", "and": "∧", "or": "∨"})
_MARKS: Final = MappingProxyType({None: "𝓝[≠]", "+": "𝓝[>]", "-": "𝓝[<]"})
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


#: A value, given the number of binders around it.
Value: TypeAlias = Callable[[int], Meaning]


def expected(obligation: Obligation, kind: Kind) -> Claim:
    """The claim of that kind: its name, variables, hypotheses and statement. Raises `Unsayable`."""
    context = obligation.context
    writer = _Writer(context)
    variables = tuple(
        (binding.name, "ℕ" if binding.domain in {"N", "N+"} else "ℝ")
        for binding in context.variables
    )
    hypotheses = tuple(
        (hypothesis.name, writer.proposition(hypothesis.statement))
        for hypothesis in context.hypotheses
    )
    match kind:
        case "statement":
            return Claim(obligation.id, variables, hypotheses, writer.proposition(obligation.goal))
        case "defined":
            if not obligation.conditions:
                raise Unsayable("nothing in the step needs to be defined")
            return Claim(
                f"{obligation.id}_defined",
                variables,
                hypotheses,
                meaning.conjunction([writer.condition(each) for each in obligation.conditions]),
            )
        case "exists":
            return Claim(
                f"{obligation.id}_exists", variables, hypotheses, writer.existence(obligation.goal)
            )


def kinds(obligation: Obligation) -> tuple[Kind, ...]:
    """The claims that a step must have."""
    goal = obligation.goal
    limits = (
        isinstance(goal, Relation)
        and goal.operator == "="
        and is_limiting(goal.left)
        and is_limiting(goal.right)
    )
    wanted: list[Kind] = ["statement"]
    if obligation.conditions:
        wanted.append("defined")
    if limits:
        wanted.append("exists")
    return tuple(wanted)


class _Writer:
    """Writes the propositions of one context."""

    def __init__(self, context: Context) -> None:
        self.definitions: dict[str, Definition] = {
            definition.name: definition for definition in context.definitions
        }
        variables = {
            binding.name: Given(meaning.variable(binding.name), binding.domain in {"N", "N+"})
            for binding in context.variables
        }
        self.names = Names(variables, variables)
        self._steps = 0

    # -- propositions ------------------------------------------------------------------------------

    def proposition(self, statement: Statement) -> Meaning:
        """A statement; relations between limits state what their values are."""
        match statement:
            case Relation(operator=operator, left=left, right=right):
                if not (is_limiting(left) or is_limiting(right)):
                    return self.relation(statement, self.names, 0)
                if operator == "=":
                    return self._equation(left, right)
                lower, upper = self._value(left, _bound(0), 2), self._value(right, _bound(1), 2)
                compared = meaning.relation(
                    _RELATIONS[operator], "ℝ", meaning.bound(0), meaning.bound(1)
                )
                return _real("∃", _real("∃", meaning.conjunction([lower, upper, compared])))
            case Connective() if any(map(is_limiting, statement_terms(statement))):
                raise Unsayable("limits that need not exist inside a connective")
            case Connective(operator=operator, left=left_part, right=right_part):
                return meaning.connective(
                    _CONNECTIVES[operator],
                    self.proposition(left_part),
                    self.proposition(right_part),
                )
            case Membership():
                raise Unsayable("a membership is no claim")

    def _equation(self, left: Expression, right: Expression) -> Meaning:
        if not is_limiting(right):
            return self._value(left, lambda depth: self.real(right, self.names, depth), 0)
        if not is_limiting(left):
            return self._value(right, lambda depth: self.real(left, self.names, depth), 0)
        return _real(
            "∀",
            meaning.connective(
                "↔", self._value(left, _bound(0), 1), self._value(right, _bound(0), 1)
            ),
        )

    def existence(self, goal: Statement) -> Meaning:
        """That both sides of an equation between limits have one and the same value."""
        if not isinstance(goal, Relation):
            raise Unsayable("only an equation between limits claims that they exist")
        return _real(
            "∃",
            meaning.connective(
                "∧", self._value(goal.left, _bound(0), 1), self._value(goal.right, _bound(0), 1)
            ),
        )

    def condition(self, condition: Condition) -> Meaning:
        """That an expression is defined, under the binders around it."""
        return self._under(condition, 0, self.names, 0)

    def _under(self, condition: Condition, position: int, names: Names, depth: int) -> Meaning:
        if position == len(condition.binders):
            return self.relation(condition.statement, names, depth)
        binder = condition.binders[position]
        natural = isinstance(binder, IndexBinder)
        inner = names.bind(binder.variable, Given(meaning.bound(depth), natural))
        body = self._under(condition, position + 1, inner, depth + 1)
        if isinstance(binder, IndexBinder):
            index = meaning.bound(depth)
            least = meaning.relation("≤", "ℕ", self.natural(binder.lower, names, depth), index)
            most = meaning.relation("≤", "ℕ", index, self.natural(binder.upper, names, depth))
            return meaning.quantified(
                "∀", "ℕ", meaning.connective("→", least, meaning.connective("→", most, body))
            )
        mark = _MARKS[getattr(binder, "side", None)] if hasattr(binder, "side") else "𝓝"
        return meaning.eventually(self._filter(binder.point, mark, names, depth), body)

    def relation(self, statement: Relation, names: Names, depth: int) -> Meaning:
        """A relation between real numbers."""
        return meaning.relation(
            _RELATIONS[statement.operator],
            "ℝ",
            self.real(statement.left, names, depth),
            self.real(statement.right, names, depth),
        )

    # -- values of limits --------------------------------------------------------------------------

    def _value(self, term: Expression, value: Value, depth: int) -> Meaning:
        """That `term` has that value."""
        if not is_limiting(term):
            return meaning.relation("=", "ℝ", value(depth), self.real(term, self.names, depth))
        if isinstance(term, Limit | Prime | Derivative):
            return self._limit(term, value, self.names, depth)
        skeleton, found = _take_out(unfold(term, self.definitions))
        inner_depth = depth + len(found)
        names = self.names
        for i, name in enumerate(found.values()):
            names = names.bind(name, Given(meaning.bound(depth + i), natural=False))
        parts = [
            self._limit(each, _bound(depth + i), self.names, inner_depth)
            for i, each in enumerate(found)
        ]
        naturals = frozenset(
            name for name, given in names.here.items() if isinstance(given, Given) and given.natural
        )
        needs: dict[Relation, None] = {}
        for part in _inside_out(skeleton):
            for need in own_conditions(part, naturals):
                if any(
                    isinstance(each, Variable) and each.name in found.values()
                    for side in (need.left, need.right)
                    for each in _inside_out(side)
                ):
                    needs[need] = None
        parts += [self.relation(need, names, inner_depth) for need in needs]
        parts.append(
            meaning.relation("=", "ℝ", value(inner_depth), self.real(skeleton, names, inner_depth))
        )
        whole = meaning.conjunction(parts)
        for _ in found:
            whole = _real("∃", whole)
        return whole

    def _limit(self, term: Expression, value: Value, names: Names, depth: int) -> Meaning:
        """That a limit or derivative has that value."""
        match term:
            case Limit(variable=variable, point=point, side=side, body=body):
                inner = names.bind(variable, Given(meaning.bound(depth), natural=False))
                return meaning.tendsto(
                    self.real(body, inner, depth + 1),
                    self._filter(point, _MARKS[side], names, depth),
                    value(depth),
                )
            case Prime(name=name, order=order, argument=argument):
                definition = self.definitions.get(name)
                if definition is None or len(definition.parameters) != 1:
                    raise Unsayable(f"{name} is no function of one variable")
                return self._derivative(
                    lambda given: self.names.bind(definition.parameters[0], given),
                    (definition.body, order),
                    (argument, names),
                    value,
                    depth,
                )
            case Derivative(variable=variable, body=body, order=order):
                return self._derivative(
                    lambda given: names.vary(variable, given),
                    (body, order),
                    (Variable(variable), names),
                    value,
                    depth,
                )
            case _:
                raise Unsayable("no limit and no derivative")

    def _derivative(
        self,
        inside: Callable[[Given], Names],
        function: tuple[Expression, int],
        point: tuple[Expression, Names],
        value: Value,
        depth: int,
    ) -> Meaning:
        """That the derivative of a function (given by its body, the names that `inside` assigns to
        its variable, and the order) has that value at `point`.
        """
        body, order = function

        def at(level: int) -> Meaning:
            return self.real(body, inside(Given(meaning.bound(level), natural=False)), level + 1)

        def there(level: int) -> Meaning:
            return self.real(*point, level)

        if order == 1:
            return meaning.derivative(at(depth), value(depth), there(depth))
        if order != 2:
            raise Unsayable("a derivative of higher order")
        first, near = meaning.bound(depth), meaning.bound(depth + 1)
        once = meaning.eventually(
            meaning.near("𝓝", there(depth + 1)),
            meaning.derivative(at(depth + 2), ("at", first, near), near),
        )
        twice = meaning.derivative(
            ("at", first, meaning.bound(depth + 1)), value(depth + 1), there(depth + 1)
        )
        return meaning.quantified("∃", "ℝ → ℝ", meaning.connective("∧", once, twice))

    def _filter(self, point: Expression | Infinity, mark: str, names: Names, depth: int) -> Meaning:
        if isinstance(point, Infinity):
            return meaning.at_infinity("atTop" if point.positive else "atBot")
        return meaning.near(mark, self.real(point, names, depth))

    # -- numbers -----------------------------------------------------------------------------------

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
            case Apply("factorial" | "binomial"):
                return meaning.cast(self.natural(term, names, depth))
            case Apply(name, (a,)) if name in REAL:
                return meaning.function(REAL[name], part(a))
            case Apply(name):
                raise Unsayable(f"{name} is not an operation on real numbers")
            case BigOperator(operator=operator, index=index, lower=lower, upper=upper, body=body):
                inner = names.bind(index, Given(meaning.bound(depth), natural=True))
                low, high = self.natural(lower, names, depth), self.natural(upper, names, depth)
                return meaning.big(
                    "∑" if operator == "sum" else "∏", low, high, self.real(body, inner, depth + 1)
                )
            case Call(name=name):
                raise Unsayable(f"{name} is not defined")
            case Prime() | Derivative() | Limit():
                raise Unsayable("a limit or derivative stands inside something that needs a number")

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


def _real(sign: str, body: Meaning) -> Meaning:
    return meaning.quantified(sign, "ℝ", body)


def _bound(level: int) -> Value:
    return lambda _: meaning.bound(level)


def _inside_out(term: Expression) -> list[Expression]:
    """A term and all terms inside it, each after its parts."""
    return [each for part in children(term) for each in _inside_out(part)] + [term]


def _take_out(term: Expression) -> tuple[Expression, dict[Expression, str]]:
    """The term with a name in place of each of its outermost limits and derivatives, and those
    limits and derivatives by name, in order of first appearance.
    """
    found: dict[Expression, str] = {}

    def visit(part: Expression) -> Expression:
        if isinstance(part, Limit | Prime | Derivative):
            return Variable(found.setdefault(part, f"value of #{len(found)}"))
        if isinstance(part, BigOperator) and is_limiting(part.body):
            raise Unsayable("a limit inside a sum")
        return rebuild(part, tuple(visit(each) for each in children(part)))

    skeleton = visit(term)
    return skeleton, found
