"""The conditions under which an expression is defined, so that no step rests on a junk value of
Lean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from shomei.obligations.model import (
    Binder,
    Condition,
    Context,
    Continuity,
    IndexBinder,
    LimitBinder,
    NearBinder,
    RangeBinder,
)
from shomei.operations.operation import Need
from shomei.operations.registry import own_needs
from shomei.terms.definitions import Definition, by_name, natural_names, spoken_of, unfold
from shomei.terms.evaluate import Evaluation
from shomei.terms.functions import is_family
from shomei.terms.literals import integer_value, numeral
from shomei.terms.natural import at_least_zero, differences
from shomei.terms.nodes import (
    BigOperator,
    Call,
    Connective,
    Constant,
    Derivative,
    DerivativeAt,
    Expression,
    Infinity,
    Integral,
    Limit,
    Number,
    Prime,
    Property,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.recurrence import parted
from shomei.terms.relations import holds_between
from shomei.terms.substitution import fresh, substitute
from shomei.terms.walk import children, free_variables, is_limiting, statement_terms

#: What an index below that of a sequence's first element is called.
BEFORE_FIRST: Final = "an index of a sequence"


def _bound_conditions(term: BigOperator, naturals: frozenset[str]) -> list[Need]:
    """The conditions on the bounds of a sum or product. From 1 on, an upper bound below 0 gives an
    empty sum, just as 0 does.
    """
    upper = differences(term.upper)
    least = integer_value(term.lower)
    if least is not None and least >= 1 and upper and upper[-1] is term.upper:
        upper = upper[:-1]
    kind = "sum" if term.operator == "sum" else "product"
    return [
        Need(condition, f"the {which} bound of a {kind}")
        for which, bound in (("lower", differences(term.lower)), ("upper", upper))
        for condition in at_least_zero(bound, naturals)
    ]


def own_conditions(term: Expression, naturals: frozenset[str]) -> tuple[Relation, ...]:
    """`own_needs` without the words."""
    return tuple(need.condition for need in own_needs(term, naturals))


def conditions(
    term: Expression,
    definitions: Mapping[str, Definition],
    naturals: frozenset[str],
    first: Mapping[str, int] = MappingProxyType({}),
) -> list[Condition]:
    """All conditions of `term`, innermost first, each under the binders around it. The bodies of
    defined functions are included. `first` are the least indices of sequences that begin after 0.
    """
    return _CONDITIONS.of(term, _Place(definitions, naturals, first))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a term stands: what its names mean there, and the binders around it."""

    definitions: Mapping[str, Definition]
    naturals: frozenset[str]
    first: Mapping[str, int]
    binders: tuple[Binder, ...] = ()

    def under(self, binder: Binder, *, natural: bool | None = None) -> _Place:
        """The place under one more binder. `natural` tells whether its variable is a natural
        number there; None keeps what is known of the name.
        """
        name = frozenset((binder.variable,))
        naturals = self.naturals
        if natural is not None:
            naturals = naturals | name if natural else naturals - name
        return replace(self, naturals=naturals, binders=(*self.binders, binder))

    def needed(self, needs: Iterable[Need], term: Expression) -> list[Condition]:
        """The needs of `term` under the binders of this place."""
        return [Condition(need.condition, self.binders, need.why, term) for need in needs]


class _Conditions(Evaluation[list[Condition], _Place]):
    """The walk over a term that collects its conditions: those of its parts, then its own."""

    __slots__ = ()

    def of(self, term: Expression, place: _Place) -> list[Condition]:
        """The conditions of `term` at `place`."""
        return self._value(term, place)

    def _no_value(self, term: Expression, place: _Place) -> list[Condition]:
        """Those of a term that binds nothing and calls nothing."""
        found = self._all(children(term), place)
        return found + place.needed(own_needs(term, place.naturals), term)

    _negation = _binary = _no_value

    def _all(self, terms: Iterable[Expression], place: _Place) -> list[Condition]:
        return [each for term in terms for each in self._value(term, place)]

    def _call(self, term: Call, place: _Place) -> list[Condition]:
        if term.name in place.definitions:
            unfolded = unfold(term, place.definitions)
            if isinstance(unfolded, Call):
                return []
            return self._all((*term.arguments, unfolded), place)
        if is_family(term.name):
            return self._element(term, place)
        return self._no_value(term, place)

    def _element(self, term: Call, place: _Place) -> list[Condition]:
        """Those of an element of a family or sequence: its indices are natural numbers that do not
        come before the first one.
        """
        found = self._all(term.arguments, place)
        indices = [each for argument in term.arguments for each in differences(argument)]
        natural = at_least_zero(indices, place.naturals)
        found += place.needed((Need(each, "an index") for each in natural), term)
        least = place.first.get(term.name, 0)
        late = [each for index in term.arguments if least for each in _not_before(index, least)]
        return found + place.needed((Need(each, BEFORE_FIRST) for each in late), term)

    def _derivative_at(self, term: DerivativeAt, place: _Place) -> list[Condition]:
        """`f'(E)` needs f near E."""
        if len(term.orders) != 1 or len(term.arguments) != 1:
            return self._no_value(term, place)
        [order], [point] = term.orders, term.arguments
        found = self._value(point, place)
        return found + _derivatives(term, term.name, order, point, place.binders)

    def _prime(self, term: Prime, place: _Place) -> list[Condition]:
        definition = place.definitions.get(term.name)
        if definition is None or len(definition.parameters) != 1:
            return self._no_value(term, place)
        found = self._value(term.argument, place)
        [variable] = definition.parameters
        return found + self._near(definition.body, variable, term.argument, place)

    def _derivative(self, term: Derivative, place: _Place) -> list[Condition]:
        variable = term.variable
        found = self._near(term.body, variable, Variable(variable), place)
        if variable in spoken_of(term.body, place.definitions):
            # The called functions vary with the variable too, although it is not an argument.
            unfolded = unfold(term.body, place.definitions)
            found += self._near(unfolded, variable, Variable(variable), place)
        return found

    def _near(
        self, body: Expression, variable: str, point: Expression, place: _Place
    ) -> list[Condition]:
        """Those of `body` for all values of `variable` near `point`. The variable gets a fresh
        name, since the point usually has the same one.
        """
        spoken = spoken_of(body, place.definitions)
        new = fresh(variable, {*free_variables(body), *free_variables(point), *spoken})
        renamed = substitute(body, {variable: Variable(new)})
        return self._value(renamed, place.under(NearBinder(new, point)))

    def _limit(self, term: Limit, place: _Place) -> list[Condition]:
        """The variable of a limit matters only near its point."""
        point = term.point
        found = [] if isinstance(point, Infinity) else self._value(point, place)
        binder = LimitBinder(term.variable, point, term.side, term.natural)
        return found + self._value(term.body, place.under(binder, natural=term.natural))

    def _integral(self, term: Integral, place: _Place) -> list[Condition]:
        found = self._all((term.lower, term.upper), place)
        new, body = term.variable, term.body
        outer = {*free_variables(term.lower), *free_variables(term.upper)}
        if new in outer:
            new = fresh(new, {*outer, *free_variables(body)})
            body = substitute(body, {term.variable: Variable(new)})
        inner = place.under(RangeBinder(new, term.lower, term.upper), natural=False)
        found += self._value(body, inner)
        whole = Continuity(Integral(new, term.lower, term.upper, body))
        return [*found, Condition(whole, place.binders, "the integrand", term)]

    def _big_operator(self, term: BigOperator, place: _Place) -> list[Condition]:
        """A product or sum binds a natural index."""
        found = self._all((term.lower, term.upper), place)
        found += place.needed(_bound_conditions(term, place.naturals), term)
        inner = place.under(IndexBinder(term.index, term.lower, term.upper), natural=True)
        return found + self._value(term.body, inner)


_CONDITIONS: Final = _Conditions()


def _not_before(index: Expression, least: int) -> list[Relation]:
    """That an index is not before that of the first element: `n \\ge 2` for `n - 1` and 1."""
    inner, offset = parted(index)
    if inner is None:
        return [] if offset >= least else [Relation(">=", index, numeral(least))]
    return [Relation(">=", inner, numeral(least - offset))] if offset < least else []


def _derivatives(
    term: Expression, name: str, order: int, point: Expression, binders: tuple[Binder, ...]
) -> list[Condition]:
    """That a declared function has a derivative of this order at the point: all those before it
    have one near the point.
    """
    near = fresh("y", set(free_variables(point)))
    why = f"the function {name} in a derivative"
    before = [
        Condition(
            Property("differentiable", name, each, Variable(near)),
            (*binders, NearBinder(near, point)),
            why,
            term,
        )
        for each in range(order - 1)
    ]
    last = Property("differentiable", name, order - 1, point)
    return [*before, Condition(last, binders, why, term)]


def _relevant(condition: Condition) -> Condition:
    """The condition without the binders that bind nothing in it."""
    needed = set(free_variables(condition.said))
    kept: list[Binder] = []
    for binder in reversed(condition.binders):
        if binder.variable not in needed:
            continue
        kept.append(binder)
        needed.discard(binder.variable)
        if isinstance(binder, IndexBinder | RangeBinder):
            needed |= {*free_variables(binder.lower), *free_variables(binder.upper)}
        elif not isinstance(binder.point, Infinity):
            needed |= set(free_variables(binder.point))
    return replace(condition, binders=tuple(reversed(kept)))


def statement_conditions(statement: Statement, context: Context) -> tuple[Condition, ...]:
    """The conditions of all expressions of `statement` in `context`, each once, without those that
    are obvious for literals.
    """
    definitions = by_name(context.definitions)
    naturals = natural_names(context.variables)
    first = {each.name: each.first for each in context.functions if each.first}
    seen: dict[object, Condition] = {}
    for part, premises in _parts(statement):
        for term in statement_terms(part):
            for found in map(_relevant, conditions(term, definitions, naturals, first)):
                condition = _with_premises(found, premises)
                key = (condition.statement, condition.binders)
                if not _by_sight(condition.statement) and key not in seen:
                    seen[key] = condition
    return tuple(seen.values())


def _parts(
    statement: Statement, premises: tuple[Relation, ...] = ()
) -> Iterator[tuple[Statement, tuple[Relation, ...]]]:
    """The parts of a statement whose expressions must be defined, with the premises under which
    they must: the right side of an implication under its left side.
    """
    match statement:
        case Connective(operator="implies", left=left, right=right):
            assumed = _conjuncts(left)
            yield left, premises
            yield from _parts(right, (*premises, *assumed))
        case _:
            yield statement, premises


def _conjuncts(statement: Statement) -> tuple[Relation, ...]:
    """The relations without limits of which a premise is the conjunction; none for anything
    else.
    """
    match statement:
        case Relation() if not any(map(is_limiting, statement_terms(statement))):
            return (statement,)
        case Connective(operator="and", left=left, right=right):
            one, other = _conjuncts(left), _conjuncts(right)
            return (*one, *other) if one and other else ()
        case _:
            return ()


def _with_premises(condition: Condition, premises: tuple[Relation, ...]) -> Condition:
    """The condition under the premises, if they have a variable in common and no binder hides
    one.
    """
    names = set(free_variables(condition.said))
    bound = {binder.variable for binder in condition.binders}
    if any(bound & set(free_variables(premise)) for premise in premises):
        return condition
    related = any(names & set(free_variables(premise)) for premise in premises)
    return replace(condition, premises=premises) if related else condition


def _by_sight(relation: Relation | Property | Continuity) -> bool:
    """Whether a condition on literals and constants alone is true: `2 != 0`, `e > 0`, `10 != 1`."""
    if not isinstance(relation, Relation):
        return False
    left, right = relation.left, relation.right
    if not isinstance(right, Number):
        return False
    if isinstance(left, Constant):
        return (relation.operator in (">", ">=", "!=")) and right.value <= 1
    if isinstance(left, Number):
        return holds_between(left.value, relation.operator, right.value)
    return False
