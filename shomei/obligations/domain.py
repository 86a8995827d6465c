"""Domain conditions that an author leaves unsaid: from what the expressions need to hypotheses as
short as a reader would state them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from shomei.obligations.generic import is_constant
from shomei.obligations.model import Binder, Condition, IndexBinder, LimitBinder, NearBinder
from shomei.operations.operation import Arguments, Operation, Sign
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import ONE, ZERO, E, integer_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Infinity,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.relations import COMPARISONS, turned
from shomei.terms.substitution import substitute
from shomei.terms.walk import children, free_variables, rebuild


def at_the_point(relation: Relation, binders: Sequence[Binder]) -> Relation | None:
    """What is to be asked of the other variables, so that `relation` holds under `binders`. None
    where the point has nothing to say of it.

    A strict relation holds near a point where it holds at it, as long as its sides mean something
    there: `0 < x + h` as h tends to 0 asks for `0 < x`. `h != 0` asks for nothing, since a limit
    does not look at its point, and neither does what has no value there, such as `0 < x^{1/h}`:
    that it holds near the point is for the step's proof of definedness.
    """
    for binder in reversed(binders):
        names = {*free_variables(relation.left), *free_variables(relation.right)}
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
            case IndexBinder():
                return None
    return relation


def tidy(term: Expression) -> Expression:
    """Drops `+ 0`, `* 1`, `0 *`, `x / x` and such, which a limit's point leaves behind, in all of
    `term`; it means the same wherever it is defined.
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


@lru_cache(maxsize=50_000)
def positive(term: Expression, known: frozenset[Relation]) -> bool:
    """Whether `0 < term` follows from `known` by the form of `term`."""
    if Relation(">", term, ZERO) in known:
        return True
    match term:
        case Number(value=value):
            return value > 0
        case Constant():
            return True
        case Apply():
            return _by_record(">", term, known)
        case Binary(operator="*" | "/", left=a, right=b):
            return positive(a, known) and positive(b, known)
        case Binary(operator="+", left=a, right=b):
            return (positive(a, known) and nonnegative(b, known)) or (
                nonnegative(a, known) and positive(b, known)
            )
        case Power(base=base, exponent=exponent):
            literal = integer_value(exponent)
            return positive(base, known) or (
                literal is not None and literal % 2 == 0 and nonzero(base, known)
            )
        case _:
            return False


@lru_cache(maxsize=50_000)
def nonnegative(term: Expression, known: frozenset[Relation]) -> bool:
    """Whether `0 ≤ term` follows from `known` by the form of `term`."""
    if Relation(">=", term, ZERO) in known or positive(term, known):
        return True
    match term:
        case Number():
            return True
        case Binary(operator="*", left=a, right=b) if a == b:
            return True
        case Binary(operator="*" | "/" | "+", left=a, right=b):
            return nonnegative(a, known) and nonnegative(b, known)
        case Power(base=base, exponent=exponent):
            literal = integer_value(exponent)
            return (literal is not None and literal > 0 and literal % 2 == 0) or nonnegative(
                base, known
            )
        case Apply():
            return _by_record(">=", term, known)
        case _:
            return False


@lru_cache(maxsize=50_000)
def nonzero(term: Expression, known: frozenset[Relation]) -> bool:
    """Whether `term ≠ 0` follows from `known` by the form of `term`."""
    if known & {Relation("!=", term, ZERO), Relation("<", term, ZERO)} or positive(term, known):
        return True
    match term:
        case Binary(operator="*" | "/", left=a, right=b):
            return nonzero(a, known) and nonzero(b, known)
        case Power(base=a) | Negation(operand=a):
            return nonzero(a, known)
        case Apply():
            return _by_record("!=", term, known)
        case _:
            return False


def _by_record(sign: Sign, term: Apply, known: frozenset[Relation]) -> bool:
    """Whether a rule of the operation's record says so; what the operation needs is known too."""
    operation = OPERATIONS[term.operation]
    known |= frozenset(_needs(operation, term.arguments))
    return operation.signs is not None and any(
        all(
            premise in known or (not rule.stated and implied(premise, known))
            for premise in rule.premises
        )
        for rule in operation.signs(term.arguments)
        if rule.sign == sign
    )


def _needs(operation: Operation, arguments: Arguments) -> list[Relation]:
    needs = operation.needs(arguments, frozenset()) if operation.needs else ()
    return [need.condition for need in needs]


def _parts(relation: Relation) -> list[Relation]:
    """A relation as the simpler ones that it comes to: a product is not 0 when its factors are not,
    a real power is positive when its base is.
    """
    if relation.right != ZERO:
        return [relation]
    match relation.operator, relation.left:
        case ("!=", Binary(operator="*" | "/", left=a, right=b)):
            return _parts(Relation("!=", a, ZERO)) + _parts(Relation("!=", b, ZERO))
        case (_, Apply()):
            return _parts_by_record(relation, relation.left)
        case ("!=", Power(base=a) | Negation(operand=a)):
            return _parts(Relation("!=", a, ZERO))
        case (">", Power(base=a, exponent=exponent)):
            literal = integer_value(exponent)
            return _parts(
                Relation("!=" if literal is not None and literal % 2 == 0 else ">", a, ZERO)
            )
        case (
            ">" | ">=" as operator,
            Binary(operator="*" | "/", left=Number(value=value), right=a),
        ) if value > 0:
            return _parts(Relation(operator, a, ZERO))
        case (
            ">" | ">=" as operator,
            Binary(operator="*" | "/", left=a, right=Number(value=value)),
        ) if value > 0:
            return _parts(Relation(operator, a, ZERO))
        case _:
            return [relation]


def _parts_by_record(relation: Relation, term: Apply) -> list[Relation]:
    """What a sign of an operation's value comes to, beside what the operation needs anyway."""
    operation = OPERATIONS[term.operation]
    needs = _needs(operation, term.arguments)
    for rule in operation.signs(term.arguments) if operation.signs else ():
        if rule.sign == relation.operator and rule.iff:
            parts = [part for premise in rule.premises for part in _parts(premise)]
            return [part for part in parts if part not in needs]
    return [relation]


def _weight(relation: Relation) -> tuple[int, int]:
    simple = isinstance(relation.left, Variable)
    strength = {">": 0, ">=": 1, "!=": 2}.get(relation.operator, 1)
    return (0 if simple else 1, strength)


def implied(relation: Relation, known: frozenset[Relation]) -> bool:
    """Whether `relation` is known, or follows from what is known by the form of its left side."""
    if relation in known or (relation.left, relation.operator, relation.right) == (E, "!=", ONE):
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
    """Hypotheses under which `conditions` hold, over what is `given`; each has a variable in it,
    none follows from the others by its form.
    """
    wanted: dict[Relation, None] = {}
    for condition in conditions:
        for near in _parts(condition.statement):
            if implied(near, frozenset()):
                continue
            relation = at_the_point(near, condition.binders)
            for part in [] if relation is None else _parts(relation):
                if (free_variables(part.left) or free_variables(part.right)) and not is_constant(
                    part
                ):
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


def _oriented(relation: Relation) -> Relation:
    """`relation` with a number that stands on its left on its right."""
    if isinstance(relation.left, Number) and not isinstance(relation.right, Number):
        return turned(relation)
    return relation
