"""How relations compose along a chain."""

from __future__ import annotations

from shomei.terms.nodes import RelationOperator

_UP = {"=": 0, "<=": 1, "<": 2}
_DOWN = {"=": 0, ">=": 1, ">": 2}


def compose(first: RelationOperator | None, second: RelationOperator) -> RelationOperator | None:
    """What holds between the ends of `a first b second c`; None where nothing does (`a < b > c`,
    `a != b = c` is `!=`).
    """
    if first is None:
        return None
    if "!=" in (first, second):
        return "!=" if "=" in (first, second) else None
    for order, names in ((_UP, ("=", "<=", "<")), (_DOWN, ("=", ">=", ">"))):
        if first in order and second in order:
            return names[max(order[first], order[second])]  # type: ignore[return-value]
    return None
