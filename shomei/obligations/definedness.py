"""The conditions under which an expression is defined, so that no step rests on a junk value of
Lean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
from shomei.operations.registry import head
from shomei.terms.definitions import Definition, by_name, natural_names, spoken_of, unfold
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


def own_needs(term: Expression, naturals: frozenset[str]) -> Sequence[Need]:
    """The conditions of the outermost operation of `term`, in words for a reader; its parts are not
    considered.
    """
    found = head(term, naturals)
    if found is None or found[0].needs is None:
        return ()
    return found[0].needs(found[1], naturals)


def own_conditions(term: Expression, naturals: frozenset[str]) -> tuple[Relation, ...]:
    """`own_needs` without the words."""
    return tuple(need.condition for need in own_needs(term, naturals))


def conditions(
    term: Expression,
    definitions: dict[str, Definition],
    naturals: frozenset[str],
    binders: tuple[Binder, ...] = (),
    first: Mapping[str, int] = MappingProxyType({}),
) -> list[Condition]:
    """All conditions of `term`, innermost first, each under the binders around it. The bodies of
    defined functions are included.

    A product or sum binds a natural index. The variable of a limit matters only near its point.
    `f'(E)` needs f near E. `first` are the least indices of sequences that begin after 0.
    """
    found: list[Condition] = []
    match term:
        case Call(name=name) if name in definitions:
            unfolded = unfold(term, definitions)
            if isinstance(unfolded, Call):
                return found
            for argument in term.arguments:
                found += conditions(argument, definitions, naturals, binders, first)
            return found + conditions(unfolded, definitions, naturals, binders, first)
        case Call(name=name, arguments=arguments) if is_family(name):
            needed = at_least_zero(
                (each for argument in arguments for each in differences(argument)), naturals
            )
            for argument in arguments:
                found += conditions(argument, definitions, naturals, binders, first)
            found += [Condition(each, binders, "an index", term) for each in needed]
            least = first.get(name, 0)
            return found + [
                Condition(each, binders, BEFORE_FIRST, term)
                for argument in (arguments if least else ())
                for each in _not_before(argument, least)
            ]
        case DerivativeAt(name=name, orders=(order,), arguments=(argument,)):
            found += conditions(argument, definitions, naturals, binders, first)
            return found + _derivatives(term, name, order, argument, binders)
        case Prime(name=name, argument=argument) if (
            name in definitions and len(definitions[name].parameters) == 1
        ):
            definition = definitions[name]
            variable = definition.parameters[0]
            found += conditions(argument, definitions, naturals, binders, first)
            return found + _near(
                definition.body,
                variable,
                argument,
                definitions,
                naturals,
                binders=binders,
                first=first,
            )
        case Derivative(variable=variable, body=body):
            found += _near(
                body,
                variable,
                Variable(variable),
                definitions,
                naturals,
                binders=binders,
                first=first,
            )
            if variable in spoken_of(body, definitions):
                # The called functions vary with the variable too, although it is not an argument.
                found += _near(
                    unfold(body, definitions),
                    variable,
                    Variable(variable),
                    definitions,
                    naturals,
                    binders=binders,
                    first=first,
                )
            return found
        case Limit(variable=variable, point=point, side=side, body=body, natural=natural):
            if not isinstance(point, Infinity):
                found += conditions(point, definitions, naturals, binders, first)
            return found + conditions(
                body,
                definitions,
                naturals | {variable} if natural else naturals - {variable},
                (*binders, LimitBinder(variable, point, side, natural)),
                first,
            )
        case Integral(variable=variable, lower=lower, upper=upper, body=body):
            found += conditions(lower, definitions, naturals, binders, first)
            found += conditions(upper, definitions, naturals, binders, first)
            new = variable
            outer = {*free_variables(lower), *free_variables(upper)}
            if variable in outer:
                new = fresh(variable, {*outer, *free_variables(body)})
                body = substitute(body, {variable: Variable(new)})
            found += conditions(
                body,
                definitions,
                naturals - {new},
                (*binders, RangeBinder(new, lower, upper)),
                first,
            )
            whole = Continuity(Integral(new, lower, upper, body))
            return [*found, Condition(whole, binders, "the integrand", term)]
        case BigOperator(index=index, lower=lower, upper=upper, body=body):
            found += conditions(lower, definitions, naturals, binders, first) + conditions(
                upper, definitions, naturals, binders
            )
            found += [
                Condition(need.condition, binders, need.why, term)
                for need in _bound_conditions(term, naturals)
            ]
            return found + conditions(
                body,
                definitions,
                naturals | {index},
                (*binders, IndexBinder(index, lower, upper)),
                first,
            )
        case _:
            for part in children(term):
                found += conditions(part, definitions, naturals, binders, first)
            found += [
                Condition(need.condition, binders, need.why, term)
                for need in own_needs(term, naturals)
            ]
            return found


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


def _near(
    body: Expression,
    variable: str,
    point: Expression,
    definitions: dict[str, Definition],
    naturals: frozenset[str],
    *,
    binders: tuple[Binder, ...],
    first: Mapping[str, int],
) -> list[Condition]:
    """The conditions of `body` for all values of `variable` near `point`. The variable gets a fresh
    name, since the point usually has the same one.
    """
    new = fresh(
        variable, {*free_variables(body), *free_variables(point), *spoken_of(body, definitions)}
    )
    return conditions(
        substitute(body, {variable: Variable(new)}),
        definitions,
        naturals,
        (*binders, NearBinder(new, point)),
        first,
    )


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
            for found in map(_relevant, conditions(term, definitions, naturals, (), first)):
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
