"""Whether statements are small enough to be looked at by recursion, and in the time there is.

In: statements and their context. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.precheck.walk import Node, measure
from obligations.model import Context

_MOST_NODES = 4000
_DEEPEST = 60


def is_modest(nodes: Sequence[Node], context: Context) -> bool:
    """Whether the nodes and the definitions of the context are together neither too many nor too deep."""
    sizes = [measure(node) for node in [*nodes, *(definition.body for definition in context.definitions)]]
    return sum(count for count, _ in sizes) <= _MOST_NODES and max((depth for _, depth in sizes), default=0) <= _DEEPEST
