"""The one walk over terms: parts, rebuilding, free and bound variables, size and depth.

Functions over a whole tree use no recursion and take linear time, because the parser calls them
before it knows that the tree fits on Python's stack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import filterfalse
from operator import attrgetter, is_
from typing import Any, Final, overload

from shomei.terms.nodes import (
    Antiderivative,
    Apply,
    BigOperator,
    Binary,
    Call,
    Choice,
    Connective,
    Constant,
    Derivative,
    DerivativeAt,
    Expression,
    ForAll,
    Infinity,
    Integral,
    Limit,
    Membership,
    Negation,
    Node,
    Number,
    Power,
    Prime,
    Property,
    Relation,
    Statement,
    Variable,
)

#: The fields that hold a node's parts, in source order. (`Apply`, `Call` and
#: `DerivativeAt` hold all of them in one.)
_PARTS: Final[dict[type[Any], tuple[str, ...]]] = {
    Number: (),
    Variable: (),
    Constant: (),
    Negation: ("operand",),
    Binary: ("left", "right"),
    Power: ("base", "exponent"),
    Prime: ("argument",),
    Derivative: ("body",),
    Limit: ("point", "body"),
    BigOperator: ("lower", "upper", "body"),
    Antiderivative: ("body",),
    Choice: ("left", "right", "chosen", "otherwise"),
    Integral: ("lower", "upper", "body"),
    Relation: ("left", "right"),
    Membership: (),
    Connective: ("left", "right"),
    Property: ("at",),
    ForAll: ("body",),
}

#: The kinds that bind a variable in their last part.
_BINDERS: Final = (Limit, Integral, BigOperator)
#: The kinds that hold all of their parts in one field.
_WITH_ARGUMENTS: Final = frozenset({Apply, Call, DerivativeAt})


_STATEMENTS: Final = (Relation, Membership, Connective, Property, ForAll)


def _fields(node: Node) -> tuple[str, ...]:
    names = _PARTS[type(node)]
    if isinstance(node, Limit) and isinstance(node.point, Infinity):
        return names[1:]
    if isinstance(node, Property) and node.at is None:
        return ()
    return names


def _getter(kind: type[Any]) -> Callable[[Any], tuple[Node, ...]]:
    """The function that takes the parts out of a node of a kind, without looking at its fields each
    time: it is called for every node of every walk.
    """
    names = _PARTS[kind]
    if kind in {Limit, Property}:  # which parts they have depends on the node
        return lambda node: tuple([getattr(node, name) for name in _fields(node)])
    if not names:
        return lambda _node: ()
    get: Callable[[Any], Any] = attrgetter(*names)
    return get if len(names) > 1 else lambda node: (get(node),)


_CHILDREN: Final[dict[type[Any], Callable[[Any], tuple[Node, ...]]]] = {
    **{kind: _getter(kind) for kind in _PARTS},
    **dict.fromkeys(_WITH_ARGUMENTS, attrgetter("arguments")),
}


@overload
def children(node: Expression | Relation) -> tuple[Expression, ...]: ...


@overload
def children(node: Node) -> tuple[Node, ...]: ...


def children(node: Node) -> tuple[Node, ...]:
    """The terms directly under `node`, in source order. They include a limit's point unless it is
    infinite.
    """
    return _CHILDREN[type(node)](node)


_OWN: Final[dict[type[Any], tuple[str, ...]]] = {
    kind: tuple(
        field.name
        for field in fields(kind)
        if field.compare
        and field.name not in _PARTS.get(kind, ())
        and not (kind in _WITH_ARGUMENTS and field.name == "arguments")
    )
    for kind in _CHILDREN
}


def is_alike(one: Expression, other: Expression) -> bool:
    """Whether two terms differ in their parts only: the same kind of node, with the same name,
    operator and so on, and as many parts.
    """
    kind = type(one)
    return (
        kind is type(other)
        and len(children(one)) == len(children(other))
        and all(getattr(one, name) == getattr(other, name) for name in _OWN[kind])
    )


def rebuild(term: Expression, parts: tuple[Expression, ...]) -> Expression:
    """`term` with `parts` in place of `children(term)`; `term` itself if they are the same."""
    before = children(term)
    if len(before) != len(parts):
        raise ValueError("a term keeps the number of its parts")
    if all(map(is_, before, parts)):
        return term
    if isinstance(term, (Apply, Call, DerivativeAt)):
        return replace(term, arguments=parts)
    changed: dict[str, Any] = dict(zip(_fields(term), parts, strict=True))
    return replace(term, **changed)


def bound_name(node: Node) -> str | None:
    """The variable that `node` binds in its last child. (`Derivative` and `Antiderivative` leave
    their variable free, since they are taken at the value of that variable.)
    """
    return _own_name(node) if isinstance(node, _BINDERS) else None


def _own_name(binder: Limit | Integral | BigOperator) -> str:
    return binder.index if isinstance(binder, BigOperator) else binder.variable


def rebind(term: Expression, name: str) -> Expression:
    """The binder `term` with its variable renamed to `name`; the caller replaces the body."""
    if isinstance(term, Limit | Integral):
        return replace(term, variable=name)
    return replace(term, index=name) if isinstance(term, BigOperator) else term


def subtrees(node: Node) -> Iterator[Node]:
    """`node` and everything under it, outermost first, in source order."""
    waiting: list[Node] = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting += reversed(children(current))


@overload
def subterms(node: Expression) -> Iterator[Expression]: ...


@overload
def subterms(node: Node) -> Iterator[Node]: ...


def subterms(node: Node) -> Iterator[Node]:
    """`node` and everything inside it, innermost first."""
    found: list[Node] = []
    waiting = [node]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting += children(current)
    return reversed(found)


def free_variables(node: Node) -> tuple[str, ...]:
    """The names of the free variables of `node`, in order of first appearance.

    The variable of a derivative is free, since it is the point. A `Call` contributes only its
    arguments: the variables that its definition captures are not written in it.
    """
    try:
        return node._free
    except AttributeError:
        found = _free_variables(node)
        object.__setattr__(node, "_free", found)
        return found


def _free_variables(node: Node) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting: list[tuple[Node, frozenset[str]]] = [(node, frozenset())]
    while waiting:
        current, bound = waiting.pop()
        if isinstance(current, (Variable, Membership)):
            if current.name not in bound:
                found[current.name] = None
            continue
        known = getattr(current, "_free", None)
        if known is not None:
            found.update(
                dict.fromkeys(known if not bound else filterfalse(bound.__contains__, known))
            )
            continue
        if isinstance(current, ForAll):
            waiting.append((current.body, bound | set(current.names)))
            continue
        parts = children(current)
        if isinstance(current, (Derivative, Antiderivative)):
            if current.variable not in bound:
                found[current.variable] = None
        elif isinstance(current, _BINDERS):
            waiting.append((parts[-1], bound | {_own_name(current)}))
            parts = parts[:-1]
        if parts:
            waiting += [(part, bound) for part in reversed(parts)]
    return tuple(found)


def called_names(node: Node) -> tuple[str, ...]:
    """The names of the defined and declared functions that `node` applies, differentiates or speaks
    of, innermost first.
    """
    return tuple(
        dict.fromkeys(
            part.name
            for part in subterms(node)
            if isinstance(part, Call | Prime | DerivativeAt | Property)
        )
    )


def depth(node: Node) -> int:
    """The number of levels of the tree."""
    deepest = 0
    waiting: list[tuple[Node, int]] = [(node, 1)]
    while waiting:
        current, level = waiting.pop()
        deepest = max(deepest, level)
        waiting += [(child, level + 1) for child in children(current)]
    return deepest


def measure(node: Node) -> tuple[int, int]:
    """The number of nodes and the depth of nesting; a sum or product of many terms counts as one
    level.
    """
    count = deepest = 0
    waiting: list[tuple[Node, int]] = [(node, 1)]
    while waiting:
        current, level = waiting.pop()
        count += 1
        deepest = max(deepest, level)
        if isinstance(current, Binary):
            waiting += [
                (current.left, level if isinstance(current.left, Binary) else level + 1),
                (current.right, level + 1),
            ]
        else:
            waiting += [(part, level + 1) for part in children(current)]
    return count, deepest


def is_numeral(term: Expression) -> bool:
    """Whether a term is a number as written with digits: 2, -3/4."""
    return all(isinstance(part, Number | Negation | Binary) for part in subtrees(term))


def is_limiting(term: Node) -> bool:
    """Whether the value of `term` (or of a side of a statement) depends on a limit: it contains a
    limit or a derivative.
    """
    return any(isinstance(part, Limit | Prime | Derivative) for part in subtrees(term))


def statement_terms(statement: Statement) -> tuple[Expression, ...]:
    """The expressions of `statement`, in reading order, including the variable of a membership."""
    if isinstance(statement, Membership):
        return (Variable(statement.name),)
    found: list[Expression] = []
    for part in children(statement):
        found += statement_terms(part) if isinstance(part, _STATEMENTS) else (part,)
    return tuple(found)


@overload
def map_statement(statement: Relation, change: Callable[[Expression], Expression]) -> Relation: ...


@overload
def map_statement(
    statement: Statement, change: Callable[[Expression], Expression]
) -> Statement: ...


def map_statement(statement: Statement, change: Callable[[Expression], Expression]) -> Statement:
    """`statement` with `change` applied to each of its expressions."""
    parts: dict[str, Any] = {
        field: map_statement(part, change) if isinstance(part, _STATEMENTS) else change(part)
        for field, part in zip(_fields(statement), children(statement), strict=True)
    }
    return replace(statement, **parts) if parts else statement


def conjuncts(statement: Statement) -> Iterator[Statement]:
    """The statements that `and` joins, from the left."""
    waiting = [statement]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Connective) and current.operator == "and":
            waiting += [current.right, current.left]
        else:
            yield current


def alternatives(statement: Statement) -> Iterator[Statement]:
    """The statements that `or` joins, from the left."""
    waiting = [statement]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Connective) and current.operator == "or":
            waiting += [current.right, current.left]
        else:
            yield current


def premises_of(goal: Statement) -> Iterator[Statement]:
    """The premises of nested implications, from the outermost."""
    while isinstance(goal, Connective) and goal.operator == "implies":
        yield goal.left
        goal = goal.right


def claim_of(goal: Statement) -> Statement:
    """What nested implications claim under all their premises."""
    while isinstance(goal, Connective) and goal.operator == "implies":
        goal = goal.right
    return goal


def factors_of(term: Expression) -> Iterator[Expression]:
    """The terms that `*` joins, from the left."""
    waiting = [term]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Binary) and current.operator == "*":
            waiting += [current.right, current.left]
        else:
            yield current
