"""Whether statements are small enough for recursion and for the available time.

In: statements and their context. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence

from shomei.obligations.model import Context
from shomei.terms.nodes import Node, Number
from shomei.terms.walk import measure, subtrees

_MOST_NODES = 4000
_DEEPEST = 60
_LONGEST_LITERAL_BITS = 4000


def is_modest(nodes: Sequence[Node], context: Context) -> bool:
    """Whether the nodes of the statements and of the context's definitions are neither too many nor
    too deep, and their literals not too long.
    """
    everything = [*nodes, *(definition.body for definition in context.definitions)]
    sizes = [measure(node) for node in everything]
    if (
        sum(count for count, _ in sizes) > _MOST_NODES
        or max((depth for _, depth in sizes), default=0) > _DEEPEST
    ):
        return False
    literals = (
        part.value for node in everything for part in subtrees(node) if isinstance(part, Number)
    )
    return all(
        value.numerator.bit_length() + value.denominator.bit_length() <= _LONGEST_LITERAL_BITS
        for value in literals
    )
