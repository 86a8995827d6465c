"""Where the functions are defined that names are of other names (`parser/inner.py`): right before
what speaks of their derivatives.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.terms.nodes import Node
from shomei.terms.walk import called_names


def defining(
    entries: Iterable[Entry], known: Declarations, given: dict[str, Define]
) -> list[Entry]:
    """The entries, with the definition of each such function before the first that calls it.
    `given` holds those that stand above, and grows.
    """
    found: list[Entry] = []
    for entry in entries:
        for name in _functions_in(entry) if known.inner else ():
            item = known.inner.get(name)
            if item is not None and given.get(name) != item:
                given[name] = item
                found.append(item)
        found.append(entry)
    return found


def _functions_in(part: object) -> list[str]:
    """The functions that are called anywhere in an entry."""
    if isinstance(part, Node):
        return list(called_names(part))
    if isinstance(part, tuple):
        return [name for each in part for name in _functions_in(each)]
    if is_dataclass(part):
        return [name for each in fields(part) for name in _functions_in(getattr(part, each.name))]
    return []
