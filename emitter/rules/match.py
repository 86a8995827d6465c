"""First-order matching of the rule table against terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shomei.emitter.effort import spend
from shomei.emitter.lean.term import Notation, between_naturals, natural, real
from shomei.emitter.rules.table import Rule
from shomei.terms.literals import E, is_integer, is_natural
from shomei.terms.nodes import (
    BigOperator,
    Expression,
    Limit,
    Power,
    Relation,
    Variable,
    applies,
)
from shomei.terms.substitution import fresh, substitute
from shomei.terms.walk import children, free_variables, is_alike


@dataclass(frozen=True, slots=True)
class Instance:
    """A rule at certain terms. `lean` still has `{1}`, `{2}`, … in place of the proofs of
    `conditions`; the `whole` ones are relations between naturals.
    """

    rule: Rule
    statement: Relation
    conditions: tuple[Relation, ...]
    lean: str
    whole: tuple[bool, ...] = ()


def match(
    pattern: Expression,
    term: Expression,
    kinds: Mapping[str, str],
    notation: Notation,
    found: dict[str, Expression] | None = None,
) -> dict[str, Expression] | None:
    """The values that turn `pattern` into `term`, or None. `kinds` are the variables that may take
    any value: "R" for a real, "N" for a natural number.
    """
    spend(2)
    found = {} if found is None else found
    if isinstance(pattern, Variable) and pattern.name in kinds:
        if pattern.name in found:
            return found if found[pattern.name] == term else None
        if kinds[pattern.name] == "N" and not is_natural(term, notation.naturals):
            return None
        return {**found, pattern.name: term}
    if type(pattern) is not type(term):
        return None
    if isinstance(pattern, BigOperator) and isinstance(term, BigOperator):
        return _match_sum(pattern, term, kinds, notation, found)
    if isinstance(term, Limit) or not is_alike(pattern, term):
        return None
    for a, b in zip(children(pattern), children(term), strict=True):
        result = match(a, b, kinds, notation, found)
        if result is None:
            return None
        found = result
    return found


def _match_sum(
    pattern: BigOperator,
    term: BigOperator,
    kinds: Mapping[str, str],
    notation: Notation,
    found: dict[str, Expression],
) -> dict[str, Expression] | None:
    """`match` for sums and products. The index is renamed to one name in both, and no value may
    contain it.
    """
    if pattern.operator != term.operator:
        return None
    index = fresh("index", {*free_variables(pattern.body), *free_variables(term.body), *kinds})
    inside = notation.bind(index, natural=True)
    body, other = (substitute(each.body, {each.index: Variable(index)}) for each in (pattern, term))
    result: dict[str, Expression] | None = found
    for a, b, names in (
        (pattern.lower, term.lower, notation),
        (pattern.upper, term.upper, notation),
        (body, other, inside),
    ):
        result = match(a, b, kinds, names, result) if result is not None else None
    return (
        None
        if result is None or any(index in free_variables(value) for value in result.values())
        else result
    )


_KINDS = {**dict.fromkeys("uvwyz", "R"), **dict.fromkeys("nm", "N")}
_NOTATION = Notation(frozenset("nm"))


def _real_power(pattern: Expression, term: Expression, notation: Notation) -> bool:
    """Whether the law is about real powers and the term is a whole power or a power of e, which
    Lean writes differently.
    """
    if applies(pattern, "log", "log_base") and applies(term, "log", "log_base"):
        return _real_power(pattern.arguments[-1], term.arguments[-1], notation)
    if not (isinstance(pattern, Power) and isinstance(term, Power)) or pattern.base == E:
        return False
    if _real_power(pattern.base, term.base, notation):
        return True
    whole = is_integer(term.exponent, notation.naturals)
    names = set(free_variables(pattern.exponent))
    return term.base == E or bool(names & set("yz") and whole)


def _whole_power(pattern: Expression, values: Mapping[str, Expression], notation: Notation) -> bool:
    """Whether a real power somewhere in a law becomes a whole one, which Lean writes differently
    from the law.
    """
    if (
        isinstance(pattern, Power)
        and pattern.base != E
        and set(free_variables(pattern.exponent)) & set("yz")
    ):
        base, exponent = substitute(pattern.base, values), substitute(pattern.exponent, values)
        if base == E or is_integer(exponent, notation.naturals):
            return True
    return any(_whole_power(part, values, notation) for part in children(pattern))


def instances(term: Expression, table: Iterable[Rule], notation: Notation) -> list[Instance]:
    """Every rule of the table that `term` calls for."""
    answer: list[Instance] = []
    for rule in table:
        values = match(rule.trigger, term, _KINDS, notation)
        if values is None or _real_power(rule.trigger, term, notation):
            continue
        statement = Relation(
            rule.statement.operator,
            substitute(rule.statement.left, values),
            substitute(rule.statement.right, values),
        )
        if any(
            _whole_power(side, values, notation)
            for side in (rule.statement.left, rule.statement.right)
        ):
            continue
        conditions = tuple(
            Relation(c.operator, substitute(c.left, values), substitute(c.right, values))
            for c in rule.conditions
        )
        whole = tuple(between_naturals(c, _NOTATION) for c in rule.conditions)
        answer.append(
            Instance(rule, statement, conditions, _filled(rule.lean, values, notation), whole)
        )
    return answer


def _filled(lean: str, values: Mapping[str, Expression], notation: Notation) -> str:
    """The Lean text of a rule with the terms in place of `{u}`, `{n}`, …"""
    texts = {
        name: (natural if _KINDS[name] == "N" else real)(value, notation)
        for name, value in values.items()
    }
    return re.sub(r"\{([uvwyznm])\}", lambda m: _bracket(texts[m[1]], _KINDS[m[1]] == "N"), lean)


def _bracket(text: str, whole: bool) -> str:
    return text if text.isidentifier() else f"({text} : {'ℕ' if whole else 'ℝ'})"
