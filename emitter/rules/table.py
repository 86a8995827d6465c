"""Reads the laws of the operations. Their statements are in the language of derivations, so the
parser reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from shomei.operations import laws
from shomei.operations.spelling import normalise
from shomei.parser import parse
from shomei.parser.ast import Formula
from shomei.terms.nodes import Apply, Expression, Relation

_Head: TypeAlias = tuple[type[Expression], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A law: `statement` under `conditions`; a term of the form `trigger` calls for it. `lean` is
    the Mathlib lemma that proves it. The last ones are tried when nothing else proves a step.
    """

    id: str
    topic: str
    statement: Relation
    conditions: tuple[Relation, ...]
    trigger: Expression
    lean: str
    latex: str
    is_last: bool = False


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The whole table, in order."""
    rows = [row for file in laws.FILES for row in laws.rows(file)]
    last = {row["id"] for row in laws.rows(laws.LAST)}
    lines: list[str] = []
    for number, row in enumerate(rows):
        conditions = row.get("conditions", [])
        lines.append(
            f"formula ({number}.0): {row['statement']}"
            + (f" if {', '.join(conditions)}" if conditions else "")
        )
        lines.append(
            f"formula ({number}.1): {row.get('trigger', row['statement'].split('=')[0])} = 0"
        )
    formulas = {
        item.label: item
        for item in parse("\n".join(lines), "table.txt").items
        if isinstance(item, Formula)
    }
    table: list[Rule] = []
    for number, row in enumerate(rows):
        formula, trigger = formulas[f"{number}.0"], formulas[f"{number}.1"].statement
        if not (isinstance(formula.statement, Relation) and isinstance(trigger, Relation)):
            raise TypeError(f"the rule {row['id']} must state a relation")
        conditions = tuple(_relation(c) for c in formula.conditions if isinstance(c, Relation))
        table.append(
            Rule(
                row["id"],
                row.get("topic", ""),
                _relation(formula.statement),
                conditions,
                normalise(trigger.left),
                row["lean"],
                row["statement"],
                row["id"] in last,
            )
        )
    return tuple(table)


def rules_for(term: Expression) -> tuple[Rule, ...]:
    """The rules that `term` may call for, in the table's order: those whose trigger is the same
    kind of node, with the same operation.
    """
    return _by_head().get(_head(term), ())


@lru_cache(maxsize=1)
def _by_head() -> Mapping[_Head, tuple[Rule, ...]]:
    found: dict[_Head, tuple[Rule, ...]] = {}
    for rule in rules():
        head = _head(rule.trigger)
        found[head] = (*found.get(head, ()), rule)
    return found


def _head(term: Expression) -> _Head:
    return type(term), term.operation if isinstance(term, Apply) else ""


def _relation(statement: Relation) -> Relation:
    return Relation(statement.operator, normalise(statement.left), normalise(statement.right))
