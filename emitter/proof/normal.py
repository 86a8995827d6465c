"""One way of writing for what has several: `\\exp u` is `e^u`, `\\log_e` is `\\ln`, secants are
reciprocals. Both print as the same Lean term.
"""

from __future__ import annotations

from fractions import Fraction

from shomei.obligations.definedness import E
from shomei.obligations.terms import children, rebuild
from shomei.parser.ast import Binary, Expression, Function, Log, Number, Power, Relation

_ONE = Number(Fraction(1))


def normalise(term: Expression) -> Expression:
    """`term` with every part of it spelled in the one way that the rules are written for."""
    term = rebuild(term, tuple(normalise(part) for part in children(term)))
    match term:
        case Function(name="exp", argument=a):
            return Power(E, a)
        case Log(base=base, argument=a) if base == E:
            return Log(None, a)
        case Function(name="sec", argument=a):
            return Binary("/", _ONE, Function("cos", a))
        case Function(name="csc", argument=a):
            return Binary("/", _ONE, Function("sin", a))
        case Function(name="cot", argument=a):
            return Binary("/", Function("cos", a), Function("sin", a))
        case _:
            return term


def normalise_relation(relation: Relation) -> Relation:
    """`normalise` on both sides."""
    return Relation(relation.operator, normalise(relation.left), normalise(relation.right))
