"""Reduces several spellings to one: `\\exp u` is `e^u`, `\\log_e` is `\\ln`, secants are
reciprocals. Both spellings print as the same Lean term.
"""

from __future__ import annotations

from shomei.operations.registry import OPERATIONS
from shomei.terms.nodes import Apply, Expression, Relation
from shomei.terms.walk import children, rebuild


def respelled(term: Expression) -> Expression:
    """`term` by other operations if the rules are written for those; its parts stay."""
    if not isinstance(term, Apply):
        return term
    respell = OPERATIONS[term.operation].respelled
    return (respell and respell(term.arguments)) or term


def normalise(term: Expression) -> Expression:
    """`term` with every part in the spelling that the rules are written for."""
    return respelled(rebuild(term, tuple(normalise(part) for part in children(term))))


def normalise_relation(relation: Relation) -> Relation:
    """`normalise` on both sides."""
    return Relation(relation.operator, normalise(relation.left), normalise(relation.right))
