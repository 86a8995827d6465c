"""What statements mean in Lean, by the audit's own account."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

from shomei.audit import meaning
from shomei.audit.functions import PROPERTIES
from shomei.audit.meaning import Meaning
from shomei.audit.taken_out import derivatives_taken_out, taken_out
from shomei.audit.terms import Given, Names, TermWriter, Unsayable
from shomei.obligations.definedness import own_conditions
from shomei.obligations.model import (
    Condition,
    Context,
    Continuity,
    IndexBinder,
    LimitBinder,
    RangeBinder,
)
from shomei.terms.definitions import unfold
from shomei.terms.nodes import (
    Connective,
    Derivative,
    Expression,
    ForAll,
    Infinity,
    Limit,
    Membership,
    Prime,
    Property,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import is_limiting, map_statement, statement_terms, subterms

_RELATIONS: Final = MappingProxyType(
    {"=": "=", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "!=": "≠"}
)
_CONNECTIVES: Final = MappingProxyType({"iff": "↔", "implies": "→", "and": "∧", "or": "∨"})
_MARKS: Final = MappingProxyType({None: "𝓝[≠]", "+": "𝓝[>]", "-": "𝓝[<]"})
#: A value, given the number of binders around it.
Value: TypeAlias = Callable[[int], Meaning]


class Writer(TermWriter):
    """Writes the propositions of one context."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.definitions, {each.name: each.arity for each in context.functions})
        variables = {
            binding.name: Given(meaning.variable(binding.name), binding.domain in {"N", "N+"})
            for binding in context.variables
        }
        self.names = Names(variables, variables)

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
                return self._of_derivatives(statement)
            case Connective(operator=operator, left=left_part, right=right_part):
                return meaning.connective(
                    _CONNECTIVES[operator],
                    self.proposition(left_part),
                    self.proposition(right_part),
                )
            case Membership():
                raise Unsayable("a membership is no claim")
            case Property():
                return self.said(statement, self.names, 0)
            case ForAll():
                return self._for_all(statement, self.names, 0)

    def said(self, statement: Property, names: Names, depth: int) -> Meaning:
        """That a declared function has a property."""
        everywhere, there = PROPERTIES[statement.kind]
        function = self.differentiated(statement.name, statement.order)
        if statement.at is None:
            return meaning.said_of(everywhere, function)
        if there is None:
            raise Unsayable(f"nothing is {statement.kind} at a point")
        return meaning.said_of(there, function, self.real(statement.at, names, depth))

    def _for_all(self, statement: Statement, names: Names, depth: int) -> Meaning:
        """What is assumed for all numbers, without limits."""
        match statement:
            case ForAll(names=bound, body=body, natural=natural):
                for offset, name in enumerate(bound):
                    names = names.bind(name, Given(meaning.bound(depth + offset), natural))
                whole = self._for_all(body, names, depth + len(bound))
                for _ in bound:
                    whole = meaning.quantified("∀", "ℕ" if natural else "ℝ", whole)
                return whole
            case Relation(left=left, right=right) if not (is_limiting(left) or is_limiting(right)):
                return self.relation(statement, names, depth)
            case Connective(operator=operator, left=one, right=other):
                return meaning.connective(
                    _CONNECTIVES[operator],
                    self._for_all(one, names, depth),
                    self._for_all(other, names, depth),
                )
            case Property():
                return self.said(statement, names, depth)
            case _:
                raise Unsayable("a limit or a membership inside an assumption for all numbers")

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

    def _of_derivatives(self, statement: Connective) -> Meaning:
        """That the derivatives in a statement exist, and what it says of their values."""
        skeleton, found = derivatives_taken_out(
            map_statement(statement, lambda term: unfold(term, self.definitions))
        )
        depth, names = len(found), self.names
        for i, name in enumerate(found.values()):
            names = names.bind(name, Given(meaning.bound(i), natural=False))
        parts = [self._limit(each, _bound(i), self.names, depth) for i, each in enumerate(found)]
        needs = self._needs(statement_terms(skeleton), set(found.values()))
        parts += [self.relation(need, names, depth) for need in needs]
        whole = meaning.conjunction([*parts, self._for_all(skeleton, names, depth)])
        for _ in found:
            whole = _real("∃", whole)
        return whole

    def _needs(self, terms: Sequence[Expression], values: Container[str]) -> tuple[Relation, ...]:
        """What must hold of values for terms with them to be defined."""
        naturals = frozenset(
            name
            for name, given in self.names.here.items()
            if isinstance(given, Given) and given.natural
        )
        needs: dict[Relation, None] = {}
        for part in (each for term in terms for each in subterms(term)):
            for need in own_conditions(part, naturals):
                if any(
                    isinstance(each, Variable) and each.name in values
                    for side in (need.left, need.right)
                    for each in subterms(side)
                ):
                    needs[need] = None
        return tuple(needs)

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
        """That an expression is defined, under the premises and the binders around it."""
        whole = self._under(condition, 0, self.names, 0)
        for premise in reversed(condition.premises):
            whole = meaning.connective("→", self.relation(premise, self.names, 0), whole)
        return whole

    def _under(self, condition: Condition, position: int, names: Names, depth: int) -> Meaning:
        if position == len(condition.binders):
            needed = condition.statement
            if isinstance(needed, Property):
                return self.said(needed, names, depth)
            if isinstance(needed, Continuity):
                term = needed.integral
                inner = names.bind(term.variable, Given(meaning.bound(depth), natural=False))
                return meaning.continuous_on(
                    self.real(term.body, inner, depth + 1),
                    self.real(term.lower, names, depth),
                    self.real(term.upper, names, depth),
                )
            return self.relation(needed, names, depth)
        binder = condition.binders[position]
        if isinstance(binder, LimitBinder) and binder.natural:
            return self._from_some_number_on(condition, position, names, depth)
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
        if isinstance(binder, RangeBinder):
            # lower ≤ x ∧ x ≤ upper ∨ upper ≤ x ∧ x ≤ lower
            low, high = (self.real(each, names, depth) for each in (binder.lower, binder.upper))
            ways = [
                meaning.connective(
                    "∧",
                    meaning.relation("≤", "ℝ", one, meaning.bound(depth)),
                    meaning.relation("≤", "ℝ", meaning.bound(depth), other),
                )
                for one, other in ((low, high), (high, low))
            ]
            inside = meaning.connective("∨", *ways)
            return meaning.quantified("∀", "ℝ", meaning.connective("→", inside, body))
        mark = _MARKS[getattr(binder, "side", None)] if hasattr(binder, "side") else "𝓝"
        return meaning.eventually(self._filter(binder.point, mark, names, depth), body)

    def _from_some_number_on(
        self, condition: Condition, position: int, names: Names, depth: int
    ) -> Meaning:
        """`∃ m, ∀ n, m ≤ n → …`: for all natural numbers from some number on."""
        binder = condition.binders[position]
        first, number = meaning.bound(depth), meaning.bound(depth + 1)
        inner = names.bind(binder.variable, Given(number, natural=True))
        body = self._under(condition, position + 1, inner, depth + 2)
        beyond = meaning.connective("→", meaning.relation("≤", "ℕ", first, number), body)
        return meaning.quantified("∃", "ℕ", meaning.quantified("∀", "ℕ", beyond))

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
        skeleton, found = taken_out(unfold(term, self.definitions))
        inner_depth = depth + len(found)
        names = self.names
        for i, name in enumerate(found.values()):
            names = names.bind(name, Given(meaning.bound(depth + i), natural=False))
        parts = [
            self._limit(each, _bound(depth + i), self.names, inner_depth)
            for i, each in enumerate(found)
        ]
        needs = self._needs((skeleton,), set(found.values()))
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
            case Limit(variable=variable, point=point, side=side, body=body, natural=whole):
                inner = names.bind(variable, Given(meaning.bound(depth), natural=whole))
                return meaning.tendsto(
                    self.real(body, inner, depth + 1),
                    self._filter(point, _MARKS[side], names, depth, natural=whole),
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

        return _differentiated(at, order, there, value, depth)

    def _filter(
        self,
        point: Expression | Infinity,
        mark: str,
        names: Names,
        depth: int,
        *,
        natural: bool = False,
    ) -> Meaning:
        if natural:
            if point != Infinity():
                raise Unsayable("a limit of natural numbers at a number")
            return meaning.at_infinity("atTop", "ℕ")
        if isinstance(point, Infinity):
            return meaning.at_infinity("atTop" if point.positive else "atBot")
        return meaning.near(mark, self.real(point, names, depth))


def _differentiated(function: Value, order: int, there: Value, value: Value, depth: int) -> Meaning:
    """That the derivative of this order has that value `there`; `function` is the term at the bound
    variable of a level. Beyond the first order, some function is the derivative near there, and
    what is said is said of that.
    """
    if order < 1:
        raise Unsayable("a derivative of no order")
    if order == 1:
        return meaning.derivative(function(depth), value(depth), there(depth))
    slope, near = meaning.bound(depth), meaning.bound(depth + 1)
    once = meaning.eventually(
        meaning.near("𝓝", there(depth + 1)),
        meaning.derivative(function(depth + 2), ("at", slope, near), near),
    )

    def sloped(level: int) -> Meaning:
        return ("at", slope, meaning.bound(level))

    rest = _differentiated(sloped, order - 1, there, value, depth + 1)
    return meaning.quantified("∃", "ℝ → ℝ", meaning.connective("∧", once, rest))


def _real(sign: str, body: Meaning) -> Meaning:
    return meaning.quantified(sign, "ℝ", body)


def _bound(level: int) -> Value:
    return lambda _: meaning.bound(level)
