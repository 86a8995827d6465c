"""Statements in LaTeX notation."""

from __future__ import annotations

from typing import Final

from shomei.operations.latex import print_expression, print_name
from shomei.terms.nodes import (
    Connective,
    ForAll,
    Membership,
    Number,
    Property,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.relations import COMPARISONS

CONNECTIVE_SIGNS: Final = {
    "iff": "\\iff",
    "implies": "\\Rightarrow",
    "and": "\\land",
    "or": "\\lor",
}
SETS: Final = {
    "N": "\\mathbb{N}",
    "N+": "\\mathbb{N}_{>0}",
    "Z": "\\mathbb{Z}",
    "Q": "\\mathbb{Q}",
    "R": "\\mathbb{R}",
}
_BINDING: Final = {"iff": 0, "implies": 1, "or": 2, "and": 3}


def print_statement(node: Statement) -> str:
    """The statement in LaTeX."""
    match node:
        case Relation(operator=operator, left=left, right=right):
            return (
                f"{print_expression(left)} {COMPARISONS[operator].latex} {print_expression(right)}"
            )
        case Membership(name=name, domain=domain):
            return f"{print_name(name)} \\in {SETS[domain]}"
        case Property():
            return _print_property(node)
        case ForAll(
            names=(name,),
            natural=True,
            body=Connective(
                operator="implies",
                left=Relation(operator=">=", left=Variable(name=bound), right=Number()) as least,
                right=body,
            ),
        ) if bound == name:
            return f"{print_statement(body)} for all {print_statement(least)}"
        case ForAll(names=names, body=body):
            return f"{print_statement(body)} for all {', '.join(map(print_name, names))}"
        case Connective(operator=operator, left=left, right=right):
            own = _BINDING[operator]
            # Implication groups to the right, the others to the left.
            return (
                f"{print_part(left, own + (operator == 'implies'))} {CONNECTIVE_SIGNS[operator]} "
                f"{print_part(right, own + (operator != 'implies'))}"
            )


def _print_property(node: Property) -> str:
    """In words, which no formula has."""
    primes = "'" * node.order if node.order <= 3 else f"^{{({node.order})}}"
    at = "" if node.at is None else f" at {print_expression(node.at)}"
    return f"{print_name(node.name)}{primes} is {node.kind}{at}"


def print_part(node: Statement, least: int) -> str:
    """The statement, in brackets if it binds less tightly than `least`."""
    text = print_statement(node)
    return f"({text})" if isinstance(node, Connective) and _BINDING[node.operator] < least else text
