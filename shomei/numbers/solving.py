"""Solves the equalities of a context: for variables that they determine, the terms that they equal.

In: relations `=`, the domains of their variables. Out: the solved variables, each with its terms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from shomei.numbers.equations import cleared, is_linear, linear_solution, roots
from shomei.numbers.isolate import isolate
from shomei.obligations.model import Hypothesis
from shomei.terms.nodes import (
    Binary,
    Expression,
    Number,
    NumberSet,
    Relation,
    Variable,
)
from shomei.terms.substitution import Capture, substitute
from shomei.terms.walk import called_names, free_variables, map_statement


def solved_variables(
    hypotheses: Sequence[Hypothesis], domains: dict[str, NumberSet]
) -> dict[str, tuple[Expression, ...]]:
    """The variables that equalities determine, and their terms: one variable of each equality, or a
    linear system as a whole, or the roots of a polynomial.
    """
    equalities = [
        _without_denominators(s)
        for h in hypotheses
        if isinstance(s := h.statement, Relation)
        and s.operator == "="
        and not called_names(s)
        and domains.keys() >= set(free_variables(s))
    ]
    solved, left = _solve_each(*_apart(equalities), domains)
    if left and (system := linear_solution(equalities)):
        others = [equality for equality in equalities if not is_linear(equality)]
        values = {name: (value,) for name, value in system.items()}
        solved, left = _solve_each(others, values, domains)
    for equality in left:
        # of `u + v = 4` and `u v = 1`, the first gives v, and the second then u
        known = {name: terms[0] for name, terms in solved.items() if len(terms) == 1}
        found = roots(equality)
        if found is None and known:
            try:
                found = roots(map_statement(equality, partial(substitute, values=known)))
            except Capture:  # a derivative by a letter that another equation determines
                continue
        if found is not None and found[0] not in solved:
            solved[found[0]] = found[1]
    return solved


def _without_denominators(equality: Relation) -> Relation:
    """`a = c b` for `\\frac{a}{b} = c`, which may be linear where that is not. Where b is 0 it says
    something else: whoever takes numbers from it tries them in what was said.
    """
    left, right = equality.left, equality.right
    if isinstance(left, Binary) and left.operator == "/" and not isinstance(left.left, Number):
        return replace(equality, left=left.left, right=Binary("*", right, left.right))
    return equality


def _apart(
    equalities: Sequence[Relation],
) -> tuple[list[Relation], dict[str, tuple[Expression, ...]]]:
    """The equalities, and the variables that one of them determines by itself as its roots: of
    `u^2 - 5 u + 3 = 0` and `u v = 3`, the first gives u. That one is left out.
    """
    found: dict[str, tuple[Expression, ...]] = {}
    others: list[Relation] = []
    for equality in equalities:
        names = free_variables(equality)
        single = len(names) == 1 and names[0] not in found and not isolate(equality, names[0])
        if single and (root := roots(cleared(equality))) is not None:
            found[names[0]] = root[1]
        else:
            others.append(equality)
    return others, found


def _solve_each(
    equalities: Sequence[Relation],
    given: Mapping[str, tuple[Expression, ...]],
    domains: dict[str, NumberSet],
) -> tuple[dict[str, tuple[Expression, ...]], list[Relation]]:
    """For each equality, a variable that it can be solved for and on which nothing solved before
    depends; and the equalities without one.

    A variable that is a whole side is preferred, then a real one.
    """
    solved = dict(given)
    needs = {name: frozenset(free_variables(candidates[0])) for name, candidates in solved.items()}
    left: list[Relation] = []

    def depends(name: str) -> frozenset[str]:
        reached, waiting = set[str](), [name]
        while waiting:
            for other in needs.get(waiting.pop(), ()):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return frozenset(reached)

    for equality in equalities:
        bare = [side.name for side in (equality.left, equality.right) if isinstance(side, Variable)]
        names = [name for name in reversed(free_variables(equality)) if name not in solved]
        for name in sorted(names, key=lambda name: (name not in bare, domains[name] != "R")):
            candidates = isolate(equality, name)
            others = frozenset(free_variables(equality)) - {name}
            if candidates and name not in others.union(*(depends(other) for other in others)):
                solved[name], needs[name] = candidates, others
                break
        else:
            left.append(equality)
    return solved, left
