"""The normal form of terms that differ only in their bound variables."""

from __future__ import annotations

from shomei.terms.nodes import Expression, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import bound_name, children, rebind, rebuild


def canonical(term: Expression, _depth: int = 0) -> Expression:
    """`term` with its bound variables numbered by depth. Equal results mean equal terms up to bound
    names.
    """
    bound = bound_name(term)
    if bound is None:
        parts = children(term)
        return rebuild(term, tuple(canonical(part, _depth) for part in parts)) if parts else term
    name = f"#{_depth}"
    parts = children(term)
    body = canonical(substitute(parts[-1], {bound: Variable(name)}), _depth + 1)
    term = rebind(term, name)
    return rebuild(term, (*(canonical(part, _depth) for part in parts[:-1]), body))
