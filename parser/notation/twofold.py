"""Two readings of one formula: whether they come to the same, and how they differ."""

from __future__ import annotations

from typing import Final, cast

from shomei.operations.latex import print_expression
from shomei.operations.statement_latex import print_statement
from shomei.terms.nodes import Binary, Expression, Negation, Node, Relation
from shomei.terms.walk import children, rebuild, subterms

#: Longer readings are not shown.
_SHOWN: Final = 80


def come_to_the_same(one: list[Node], other: list[Node]) -> bool:
    """Whether the readings differ in nothing but the order in which sums and products are added up
    and multiplied.
    """
    return one == other or [_normal(node) for node in one] == [_normal(node) for node in other]


def both(one: list[Node], other: list[Node]) -> tuple[str, str] | None:
    """The two readings where they differ first: `x + 1^{2}` and `(x + 1)^{2}`; None where they are
    long, or no two of one kind.
    """
    if len(one) != len(other):
        return None
    left, right = next(pair for pair in zip(one, other, strict=True) if pair[0] != pair[1])
    while type(left) is type(right):
        parts = list(zip(children(left), children(right), strict=False))
        different = [pair for pair in parts if pair[0] != pair[1]]
        if (
            len(different) != 1
            or len(children(left)) != len(children(right))
            or _own(left) != _own(right)
        ):
            break
        left, right = different[0]
    shown = _print(left), _print(right)
    return shown if max(map(len, shown)) <= _SHOWN else None


def _own(node: Node) -> object:
    """What a node is besides its children."""
    return node.operator if isinstance(node, Binary | Relation) else None


def _print(node: Node) -> str:
    if isinstance(node, Expression):
        return print_expression(node)
    return print_statement(node)


def _normal(node: Node) -> Node:
    found: dict[int, Node] = {}
    for part in subterms(node):
        if isinstance(part, Relation):
            left, right = (cast("Expression", found[id(each)]) for each in children(part))
            found[id(part)] = Relation(part.operator, left, right)
        elif isinstance(part, Expression):
            parts = tuple(cast("Expression", found[id(each)]) for each in children(part))
            found[id(part)] = _ordered(rebuild(part, parts))
        else:
            found[id(part)] = part
    return found[id(node)]


def _ordered(node: Expression) -> Expression:
    if not isinstance(node, Binary) or node.operator not in {"+", "*"}:
        return node
    left, right = node.left, node.right
    if node.operator == "*" and isinstance(left, Negation):
        return Negation(_ordered(Binary("*", left.operand, right)))
    inner = {"+", "-"} if node.operator == "+" else {"*", "/"}
    if isinstance(right, Binary) and right.operator in inner:
        return Binary(
            right.operator, _ordered(Binary(node.operator, left, right.left)), right.right
        )
    return node
