"""Capture-avoiding substitution."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from shomei.terms.nodes import Antiderivative, Derivative, Expression, Variable
from shomei.terms.walk import bound_name, children, free_variables, rebind, rebuild


class Capture(Exception):  # noqa: N818 (an outcome that callers expect, named for what happened)
    """A substitution would put a free variable under a binder of the same name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def fresh(name: str, taken: set[str]) -> str:
    """A variable name like `name` that is not in `taken`."""
    number = 1
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"


def replaced(term: Expression, old: Expression, new: Expression) -> Expression:
    """`term` with `new` wherever it has `old`, below binders as well."""
    if term == old:
        return new
    return rebuild(term, tuple(replaced(part, old, new) for part in children(term)))


def substitute(term: Expression, values: Mapping[str, Expression]) -> Expression:
    """`term` with the free variables in `values` replaced simultaneously. Bound variables are
    renamed if they would capture one.
    """
    live = {name: value for name, value in values.items() if name in free_variables(term)}
    if not live:
        return term
    if isinstance(term, Variable):
        return live.get(term.name, term)
    if isinstance(term, Derivative | Antiderivative):
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
        term = rebind(term, new)
    return rebuild(term, (*outer, substitute(body, inner)))


def abbreviate(
    term: Expression, values: Mapping[str, Expression], fixed: frozenset[str]
) -> Expression:
    """Expands abbreviations (`Y = 1/h`) as a reader does, even inside `\\lim_{h \\to 0}`.

    Raises `Capture` if the `h` of the abbreviation is an independent variable (one of `fixed`:
    declared, or in a hypothesis).
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
