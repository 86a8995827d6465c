"""Normal forms: one way of writing for what has several.

`normalise` spells `\\exp u` as `e^u`, `\\log_e` as `\\ln` and secants as reciprocals: both spellings
print as the same Lean term. `canonical` numbers the bound variables.
"""

from __future__ import annotations

from shomei.terms.literals import ONE, E
from shomei.terms.nodes import Apply, Binary, Expression, Power, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import bound_name, children, rebind, rebuild


def normalise(term: Expression) -> Expression:
    """`term` with every part of it spelled in the one way that the rules are written for."""
    term = rebuild(term, tuple(normalise(part) for part in children(term)))
    match term:
        case Apply("exp", (a,)):
            return Power(E, a)
        case Apply("log_base", (base, a)) if base == E:
            return Apply("log", (a,))
        case Apply("sec", (a,)):
            return Binary("/", ONE, Apply("cos", (a,)))
        case Apply("csc", (a,)):
            return Binary("/", ONE, Apply("sin", (a,)))
        case Apply("cot", (a,)):
            return Binary("/", Apply("cos", (a,)), Apply("sin", (a,)))
        case _:
            return term


def normalise_relation(relation: Relation) -> Relation:
    """`normalise` on both sides."""
    return Relation(relation.operator, normalise(relation.left), normalise(relation.right))


def canonical(term: Expression, _depth: int = 0) -> Expression:
    """`term` with bound variables numbered by depth: equal results mean equal up to bound names."""
    bound = bound_name(term)
    if bound is None:
        parts = children(term)
        return rebuild(term, tuple(canonical(part, _depth) for part in parts)) if parts else term
    name = f"#{_depth}"
    parts = children(term)
    body = canonical(substitute(parts[-1], {bound: Variable(name)}), _depth + 1)
    term = rebind(term, name)
    return rebuild(term, (*(canonical(part, _depth) for part in parts[:-1]), body))
