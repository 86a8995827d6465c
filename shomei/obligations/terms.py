"""Terms as such: children, free variables, capture-avoiding substitution, unfolding of definitions,
comparison up to bound names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import overload

from shomei.obligations.model import Definition
from shomei.parser.ast import (
    Absolute,
    BigOperator,
    Binary,
    Binomial,
    Call,
    Connective,
    Constant,
    Derivative,
    Expression,
    Factorial,
    Function,
    Infinity,
    Limit,
    Log,
    Membership,
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    Root,
    Statement,
    Variable,
)


class Capture(Exception):  # noqa: N818 (an outcome that callers expect, named for what happened)
    """A substitution would put a free variable under a binder of its name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def children(term: Expression) -> tuple[Expression, ...]:
    """The direct sub-expressions, in reading order (a limit's point before its body)."""
    match term:
        case Number() | Variable() | Constant():
            return ()
        case (
            Negation(operand=a)
            | Function(argument=a)
            | Root(argument=a)
            | Absolute(argument=a)
            | Factorial(argument=a)
        ):
            return (a,)
        case Binary(left=a, right=b) | Power(base=a, exponent=b) | Binomial(upper=a, lower=b):
            return (a, b)
        case Log(base=b, argument=a):
            return (a,) if b is None else (b, a)
        case Call(arguments=arguments):
            return arguments
        case Prime(argument=a) | Derivative(body=a):
            return (a,)
        case Limit(point=point, body=body):
            return (body,) if isinstance(point, Infinity) else (point, body)
        case BigOperator(lower=a, upper=b, body=body):
            return (a, b, body)


def rebuild(term: Expression, parts: tuple[Expression, ...]) -> Expression:
    """`term` with `parts` in place of `children(term)`."""
    match term:
        case Number() | Variable() | Constant():
            return term
        case Negation():
            return replace(term, operand=parts[0])
        case Function() | Root() | Absolute() | Factorial() | Prime():
            return replace(term, argument=parts[0])
        case Binary():
            return replace(term, left=parts[0], right=parts[1])
        case Power():
            return replace(term, base=parts[0], exponent=parts[1])
        case Binomial():
            return replace(term, upper=parts[0], lower=parts[1])
        case Log():
            return (
                replace(term, argument=parts[0])
                if term.base is None
                else replace(term, base=parts[0], argument=parts[1])
            )
        case Call():
            return replace(term, arguments=parts)
        case Derivative():
            return replace(term, body=parts[0])
        case Limit():
            return (
                replace(term, body=parts[0])
                if isinstance(term.point, Infinity)
                else replace(term, point=parts[0], body=parts[1])
            )
        case BigOperator():
            return replace(term, lower=parts[0], upper=parts[1], body=parts[2])


def subterms(term: Expression) -> Iterator[Expression]:
    """`term` and everything inside it, innermost first."""
    for child in children(term):
        yield from subterms(child)
    yield term


def bound_name(term: Expression) -> str | None:
    """The variable that `term` binds in its last child. (`Derivative` leaves its variable free: it
    is taken at that variable's value.)
    """
    match term:
        case Limit(variable=name) | BigOperator(index=name):
            return name
        case _:
            return None


@lru_cache(maxsize=200_000)
def free_variables(term: Expression) -> tuple[str, ...]:
    """Free variables in order of first appearance."""
    found: dict[str, None] = {}
    if isinstance(term, Variable):
        return (term.name,)
    if isinstance(term, Derivative):
        found[term.variable] = None
    parts = children(term)
    bound = bound_name(term)
    for position, child in enumerate(parts):
        for name in free_variables(child):
            if not (name == bound and position == len(parts) - 1):
                found[name] = None
    return tuple(found)


def statement_terms(statement: Statement) -> tuple[Expression, ...]:
    """The expressions that stand in `statement`, in reading order."""
    match statement:
        case Relation(left=a, right=b):
            return (a, b)
        case Membership(name=name):
            return (Variable(name),)
        case Connective(left=p, right=q):
            return statement_terms(p) + statement_terms(q)


def statement_variables(statement: Statement) -> tuple[str, ...]:
    """The free variables of `statement`, in order of first appearance."""
    found: dict[str, None] = {}
    for term in statement_terms(statement):
        found.update(dict.fromkeys(free_variables(term)))
    return tuple(found)


@overload
def map_statement(statement: Relation, change: Callable[[Expression], Expression]) -> Relation: ...


@overload
def map_statement(
    statement: Statement, change: Callable[[Expression], Expression]
) -> Statement: ...


def map_statement(statement: Statement, change: Callable[[Expression], Expression]) -> Statement:
    """`statement` with `change` applied to each of its expressions."""
    match statement:
        case Relation():
            return replace(statement, left=change(statement.left), right=change(statement.right))
        case Membership():
            return statement
        case Connective():
            return replace(
                statement,
                left=map_statement(statement.left, change),
                right=map_statement(statement.right, change),
            )


def fresh(name: str, taken: set[str]) -> str:
    """A variable name like `name` that is not in `taken`."""
    number = 1
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"


def _rebind(term: Expression, name: str) -> Expression:
    """The binder `term` with its variable called `name`; the body is put in by the caller."""
    match term:
        case Limit():
            return replace(term, variable=name)
        case BigOperator():
            return replace(term, index=name)
        case _:
            return term


def substitute(term: Expression, values: Mapping[str, Expression]) -> Expression:
    """`term` with the free variables in `values` replaced at the same time; bound variables are
    renamed where they would capture.
    """
    live = {name: value for name, value in values.items() if name in free_variables(term)}
    if not live:
        return term
    if isinstance(term, Variable):
        return live.get(term.name, term)
    if isinstance(term, Derivative):
        inside = substitute(term.body, {n: v for n, v in live.items() if n != term.variable})
        at = live.get(term.variable)
        if at is None:
            return replace(term, body=inside)
        if isinstance(at, Variable):
            clean = at.name not in free_variables(term.body) or at.name == term.variable
            if clean:
                return replace(term, variable=at.name, body=substitute(inside, {term.variable: at}))
        raise Capture(term.variable)
    bound = bound_name(term)
    parts = list(children(term))
    if bound is None:
        return rebuild(term, tuple(substitute(part, live) for part in parts))
    body = parts[-1]
    outer = [substitute(part, live) for part in parts[:-1]]
    inner = {
        name: value
        for name, value in live.items()
        if name != bound and name in free_variables(body)
    }
    incoming = {name for value in inner.values() for name in free_variables(value)}
    if bound in incoming:
        new = fresh(bound, incoming | set(free_variables(body)) | set(inner))
        body = substitute(body, {bound: Variable(new)})
        term = _rebind(term, new)
    return rebuild(term, (*outer, substitute(body, inner)))


def substitute_statement(statement: Statement, values: Mapping[str, Expression]) -> Statement:
    """`substitute` on every expression of `statement`."""
    return map_statement(statement, lambda term: substitute(term, values))


def abbreviate(
    term: Expression, values: Mapping[str, Expression], fixed: frozenset[str]
) -> Expression:
    """Writes out abbreviations (`Y = 1/h`) as a reader does, inside `\\lim_{h \\to 0}` too.

    Raises `Capture` where the abbreviation's `h` is a variable with a life of its own (one of
    `fixed`: declared, or in a hypothesis).
    """
    if isinstance(term, Variable):
        return values.get(term.name, term)
    bound = bound_name(term)
    parts = list(children(term))
    if bound is None:
        return rebuild(term, tuple(abbreviate(part, values, fixed) for part in parts))
    inner = {name: value for name, value in values.items() if name != bound}
    for name in free_variables(parts[-1]):
        if name in inner and bound in fixed and bound in free_variables(inner[name]):
            raise Capture(bound)
    outer = [abbreviate(part, values, fixed) for part in parts[:-1]]
    return rebuild(term, (*outer, abbreviate(parts[-1], inner, fixed)))


def spoken_of(term: Expression, definitions: Mapping[str, Definition]) -> set[str]:
    """The variables that the functions called in `term` speak of without having them as parameters."""
    return {
        binding.name
        for name in called_names(term)
        if name in definitions
        for binding in definitions[name].captured
    }


def uncaptured(term: Expression, definitions: Mapping[str, Definition]) -> Expression:
    """`term` with the variables of its limits and sums renamed where a function that is called
    inside captures one of the same name from outside.

    After `define f(x) = x + h`, the h of f in `\\lim_{h \\to 0} f(x)` is not the limit's.
    """
    term = rebuild(term, tuple(uncaptured(part, definitions) for part in children(term)))
    bound = bound_name(term)
    if bound is None:
        return term
    *outer, body = children(term)
    captured = spoken_of(body, definitions)
    if bound not in captured:
        return term
    new = fresh(bound, captured | set(free_variables(body)))
    return rebuild(_rebind(term, new), (*outer, substitute(body, {bound: Variable(new)})))


def unfold(term: Expression, definitions: Mapping[str, Definition]) -> Expression:
    """`term` with every defined function's application replaced by its body. `f'(E)` stays: a
    derivative is not an application.
    """
    parts = tuple(unfold(part, definitions) for part in children(term))
    if isinstance(term, Call) and term.name in definitions:
        definition = definitions[term.name]
        if len(parts) == len(definition.parameters):
            return unfold(
                substitute(definition.body, dict(zip(definition.parameters, parts, strict=True))),
                definitions,
            )
    return rebuild(term, parts)


@overload
def unfold_statement(statement: Relation, definitions: Mapping[str, Definition]) -> Relation: ...


@overload
def unfold_statement(statement: Statement, definitions: Mapping[str, Definition]) -> Statement: ...


def unfold_statement(statement: Statement, definitions: Mapping[str, Definition]) -> Statement:
    """`unfold` on every expression of `statement`."""
    return map_statement(statement, lambda term: unfold(term, definitions))


def called_names(term: Expression) -> tuple[str, ...]:
    """Names of the defined functions that `term` applies or differentiates."""
    found: dict[str, None] = {}
    for part in subterms(term):
        if isinstance(part, Call | Prime):
            found[part.name] = None
    return tuple(found)


def canonical(term: Expression, _depth: int = 0) -> Expression:
    """`term` with bound variables numbered by depth: equal results mean equal up to bound names."""
    bound = bound_name(term)
    if bound is None:
        parts = children(term)
        return rebuild(term, tuple(canonical(part, _depth) for part in parts)) if parts else term
    name = f"#{_depth}"
    parts = children(term)
    body = canonical(substitute(parts[-1], {bound: Variable(name)}), _depth + 1)
    term = _rebind(term, name)
    return rebuild(term, (*(canonical(part, _depth) for part in parts[:-1]), body))


def is_limiting(term: Expression) -> bool:
    """Whether the value of `term` rests on a limit: it holds a limit or a derivative."""
    return isinstance(term, Limit | Prime | Derivative) or any(
        is_limiting(part) for part in children(term)
    )
