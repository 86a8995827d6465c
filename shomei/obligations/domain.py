"""Domain conditions that an author leaves unsaid: turns the conditions of the expressions into
hypotheses as short as a reader would state them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shomei.obligations.generic import is_constant
from shomei.obligations.model import (
    Binder,
    Condition,
    IndexBinder,
    LimitBinder,
    NearBinder,
    RangeBinder,
)
from shomei.obligations.signs import implied, needed
from shomei.operations.registry import head
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Expression,
    Infinity,
    Negation,
    Number,
    Property,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.relations import COMPARISONS, turned
from shomei.terms.substitution import substitute
from shomei.terms.walk import children, free_variables, rebuild


def at_the_point(relation: Relation, binders: Sequence[Binder]) -> Relation | None:
    """A condition on the other variables that makes `relation` hold under `binders`. None if the
    point imposes none.

    A strict relation that holds at a point also holds near it, as long as its sides are defined
    there: `0 < x + h` as h tends to 0 requires `0 < x`. `h != 0` requires nothing, since a limit
    does not look at its point. Neither does a relation without a value there, such as `0 <
    x^{1/h}`: the proof of definedness of the step must show that it holds near the point.
    """
    for binder in reversed(binders):
        names = set(free_variables(relation))
        if binder.variable not in names:
            continue
        match binder:
            case LimitBinder(variable=name, point=point) | NearBinder(variable=name, point=point):
                if isinstance(point, Infinity):
                    return None
                operator = COMPARISONS[relation.operator].strict
                relation = Relation(
                    operator,
                    substitute(relation.left, {name: point}),
                    substitute(relation.right, {name: point}),
                )
                if is_constant(relation):
                    return None
                relation = Relation(operator, tidy(relation.left), tidy(relation.right))
            case IndexBinder() | RangeBinder():
                return None
    return relation


def tidy(term: Expression) -> Expression:
    """Removes `+ 0`, `* 1`, `0 *`, `x / x` and the like, which substituting a limit's point leaves
    behind, everywhere in `term`. The meaning stays the same wherever `term` is defined.
    """
    match term:
        case Binary(operator=operator, left=left, right=right):
            a, b = tidy(left), tidy(right)
            match operator:
                case "+":
                    return b if a == ZERO else a if b == ZERO else Binary("+", a, b)
                case "-":
                    return a if b == ZERO else ZERO if a == b else Binary("-", a, b)
                case "*":
                    return (
                        ZERO
                        if ZERO in (a, b)
                        else b
                        if a == ONE
                        else a
                        if b == ONE
                        else Binary("*", a, b)
                    )
                case "/":
                    return (
                        ZERO
                        if a == ZERO and b != ZERO
                        else a
                        if b == ONE
                        else ONE
                        if a == b != ZERO
                        else Binary("/", a, b)
                    )
        case Negation(operand=a) if tidy(a) == ZERO:
            return ZERO
        case _:
            parts = children(term)
            return rebuild(term, tuple(tidy(part) for part in parts)) if parts else term


def _parts(relation: Relation) -> list[Relation]:
    """The simpler relations that a relation reduces to: a product is not 0 if its factors are not,
    and a real power is positive if its base is.
    """
    if (some := _some_terms(relation)) is not None:
        return some
    operation, arguments = head(relation.left) or (None, ())
    if relation.right != ZERO or operation is None or operation.signs is None:
        return [relation]
    # an operator's own conditions depend on the types of the variables, so they stay
    needs = needed(operation, arguments) if isinstance(relation.left, Apply) else []
    for rule in operation.signs(arguments):
        if rule.sign == relation.operator and rule.iff:
            parts = [part for premise in rule.premises for part in _parts(premise)]
            return [part for part in parts if part not in needs]
    return [relation]


def _some_terms(relation: Relation) -> list[Relation] | None:
    """What a sum of positive terms needs in order to be positive or not 0: to have a term. None for
    anything else.
    """
    match relation:
        case Relation(
            operator=">" | "!=",
            left=BigOperator(operator="sum", lower=lower, upper=upper, body=body),
            right=zero,
        ) if zero == ZERO and implied(Relation(">", body, ZERO), frozenset()):
            return [Relation(">=", upper, lower)]
        case _:
            return None


def _weight(relation: Relation) -> tuple[int, int]:
    simple = isinstance(relation.left, Variable)
    strength = {">": 0, ">=": 1, "!=": 2}.get(relation.operator, 1)
    return (0 if simple else 1, strength)


def infer(conditions: Iterable[Condition], given: Iterable[Relation] = ()) -> tuple[Relation, ...]:
    """Hypotheses under which `conditions` hold, beyond what is `given`. Each contains a variable,
    and none follows from the others by its form.
    """
    wanted: dict[Relation, None] = {}
    for condition in conditions:
        if not isinstance(condition.statement, Relation):
            continue
        for near in _parts(condition.statement):
            if implied(near, frozenset()):
                continue
            relation = at_the_point(near, condition.binders)
            for part in [] if relation is None else _parts(relation):
                if (free_variables(part)) and not is_constant(part):
                    wanted[part] = None
    for relation in list(wanted):
        if relation.operator == ">=" and Relation("!=", relation.left, relation.right) in wanted:
            wanted[Relation(">", relation.left, relation.right)] = None
    base = frozenset(_oriented(relation) for relation in given)
    chosen = [relation for relation in wanted if relation not in base]
    for relation in sorted(chosen, key=_weight, reverse=True):
        others = [other for other in chosen if other != relation]
        if implied(relation, base | frozenset(others)):
            chosen = others
    return tuple(chosen)


def properties(conditions: Iterable[Condition], given: Iterable[Statement]) -> tuple[Property, ...]:
    """The properties of declared functions, everywhere, under which `conditions` hold, beyond those
    that are `given`. Of a function with a property of this kind, or a stronger one, the text tells
    how often it can be differentiated, and nothing is added.
    """
    told = {each.name for each in given if isinstance(each, Property)}
    wanted = (
        replace(each.statement, at=None)
        for each in conditions
        if isinstance(each.statement, Property) and each.statement.name not in told
    )
    return tuple(dict.fromkeys(wanted))


def _oriented(relation: Relation) -> Relation:
    """`relation` with a number on its left moved to its right."""
    if isinstance(relation.left, Number) and not isinstance(relation.right, Number):
        return turned(relation)
    return relation
