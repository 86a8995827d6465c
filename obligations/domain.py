"""Domain conditions that an author leaves unsaid: from what the expressions need to hypotheses as short as a reader would state them."""

from __future__ import annotations

from collections.abc import Iterable

from obligations.definedness import ONE, ZERO, integer_value
from obligations.model import Condition, IndexBinder, LimitBinder, NearBinder
from obligations.terms import free_variables, substitute
from parser.ast import (
    Binary,
    Constant,
    Expression,
    Function,
    Infinity,
    Log,
    Number,
    Power,
    Relation,
    Root,
    Variable,
)


def at_the_point(condition: Condition) -> Relation | None:
    """The condition where its limit's variable has reached the point: enough by continuity if it is strict. None where that says nothing.

    `0 < x + h` as h tends to 0 asks for `0 < x`; `h != 0` asks for nothing, since a limit does not look at its point.
    """
    relation = condition.statement
    for binder in reversed(condition.binders):
        match binder:
            case LimitBinder(variable=name, point=point) | NearBinder(variable=name, point=point):
                if name not in {*free_variables(relation.left), *free_variables(relation.right)}:
                    continue
                if isinstance(point, Infinity):
                    return None
                relation = Relation(relation.operator, tidy(substitute(relation.left, {name: point})), tidy(substitute(relation.right, {name: point})))
            case IndexBinder(variable=name):
                if name in {*free_variables(relation.left), *free_variables(relation.right)}:
                    return None
    return relation


def tidy(term: Expression) -> Expression:
    """Drops `+ 0`, `- 0`, `* 1`, `0 *` and such, which a limit's point leaves behind."""
    match term:
        case Binary(operator=operator, left=left, right=right):
            a, b = tidy(left), tidy(right)
            match operator:
                case "+":
                    return b if a == ZERO else a if b == ZERO else Binary("+", a, b)
                case "-":
                    return a if b == ZERO else Binary("-", a, b)
                case "*":
                    return ZERO if ZERO in (a, b) else b if a == ONE else a if b == ONE else Binary("*", a, b)
                case "/":
                    return ZERO if a == ZERO and b != ZERO else a if b == ONE else Binary("/", a, b)
        case _:
            return term


def positive(term: Expression, known: frozenset[Relation]) -> bool:
    """Whether `0 < term` follows from `known` by the form of `term`."""
    if Relation(">", term, ZERO) in known:
        return True
    match term:
        case Number(value=value):
            return value > 0
        case Constant() | Function(name="exp" | "cosh"):
            return True
        case Binary(operator="*" | "/", left=a, right=b):
            return positive(a, known) and positive(b, known)
        case Binary(operator="+", left=a, right=b):
            return (positive(a, known) and nonnegative(b, known)) or (nonnegative(a, known) and positive(b, known))
        case Power(base=base, exponent=_):
            return positive(base, known)
        case Root(argument=a):
            return positive(a, known)
        case _:
            return False


def nonnegative(term: Expression, known: frozenset[Relation]) -> bool:
    """Whether `0 ≤ term` follows from `known` by the form of `term`."""
    if Relation(">=", term, ZERO) in known or positive(term, known):
        return True
    match term:
        case Number():
            return True
        case Binary(operator="*" | "/" | "+", left=a, right=b):
            return nonnegative(a, known) and nonnegative(b, known)
        case Power(base=base, exponent=exponent):
            literal = integer_value(exponent)
            return (literal is not None and literal > 0 and literal % 2 == 0) or nonnegative(base, known)
        case Root():
            return True
        case _:
            return False


def nonzero(term: Expression, known: frozenset[Relation]) -> bool:
    """Whether `term ≠ 0` follows from `known` by the form of `term`."""
    if Relation("!=", term, ZERO) in known or positive(term, known):
        return True
    match term:
        case Binary(operator="*" | "/", left=a, right=b):
            return nonzero(a, known) and nonzero(b, known)
        case Power(base=base):
            return nonzero(base, known)
        case Log(base=_, argument=argument):
            return Relation("!=", argument, ONE) in known
        case _:
            return False


def _parts(relation: Relation) -> list[Relation]:
    """A relation as the simpler ones that it comes to: a product is not 0 when its factors are not, a logarithm when its argument is not 1."""
    if relation.operator == "!=" and relation.right == ZERO:
        match relation.left:
            case Binary(operator="*" | "/", left=a, right=b):
                return _parts(Relation("!=", a, ZERO)) + _parts(Relation("!=", b, ZERO))
            case Power(base=base):
                return _parts(Relation("!=", base, ZERO))
            case Log(argument=argument):
                return [Relation("!=", argument, ONE)]
            case _:
                return [relation]
    return [relation]


def _weight(relation: Relation) -> tuple[int, int]:
    simple = isinstance(relation.left, Variable)
    strength = {">": 0, ">=": 1, "!=": 2}.get(relation.operator, 1)
    return (0 if simple else 1, strength)


def implied(relation: Relation, known: frozenset[Relation]) -> bool:
    """Whether `relation` is known, or follows from what is known by the form of its left side."""
    if relation in known:
        return True
    if relation.right == ZERO:
        match relation.operator:
            case ">":
                return positive(relation.left, known)
            case ">=":
                return nonnegative(relation.left, known)
            case "!=":
                return nonzero(relation.left, known)
            case _:
                return False
    return False


def infer(conditions: Iterable[Condition], given: Iterable[Relation] = ()) -> tuple[Relation, ...]:
    """Hypotheses under which `conditions` hold, over what is `given`; each has a variable in it, none follows from the others by its form."""
    wanted: dict[Relation, None] = {}
    for condition in conditions:
        relation = at_the_point(condition)
        if relation is None:
            continue
        for part in _parts(relation):
            if free_variables(part.left) or free_variables(part.right):
                wanted[part] = None
    base = frozenset(given)
    chosen: list[Relation] = []
    for relation in sorted(wanted, key=_weight):
        if not implied(relation, base | frozenset(chosen)):
            chosen.append(relation)
    order = {relation: position for position, relation in enumerate(wanted)}
    return tuple(sorted(chosen, key=lambda relation: order[relation]))
