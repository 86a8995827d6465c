"""Chains: the proof of what a chain comes to, written as one `calc`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shomei.handover.text import ascribed, bare, relation, renamed, words

_TRANSITIVE: Final = frozenset(
    {"Eq.trans", "Iff.trans", "le_trans", "lt_trans", "lt_of_le_of_lt", "lt_of_lt_of_le"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its sides, its sign, the term that proves it and the theorem that the term applies.
    `straight`: the link is that theorem as it stands.
    """

    left: str
    sign: str
    right: str
    term: str
    theorem: str
    straight: bool
    value: str | None = None

    def of_value(self, value: str) -> Link:
        """A link between limits, for the value in which the chain ends."""
        new = {"value": value if value.isidentifier() else f"({value})"}
        left, right, term = (renamed(each, new) for each in (self.left, self.right, self.term))
        return replace(self, left=left, right=right, term=term, value=new["value"])


def chain_of(
    term: str,
    stated: Callable[[str], tuple[str, str] | None],
    between: Callable[[str, str], Link | None],
    *,
    least: int = 2,
) -> tuple[Link, ...] | None:
    """The chain, of at least so many links, that a term of transitivities goes along; None for
    other terms. `stated` gives the text and the statement of a theorem that is applied to its own
    variables. `between` finds the link that expands a definition, which the term does without.
    """
    leaves = _leaves(bare(term))
    if len(leaves) < least:
        return None
    links: list[Link] = []
    for leaf in leaves:
        link = _link(leaf, stated)
        if link is None:
            return None
        if links and _plain(links[-1].right) != _plain(link.left):
            expanded = between(links[-1].right, link.left)
            if expanded is None:
                return None
            links.append(expanded)
        links.append(link)
    return tuple(links)


def _plain(side: str) -> str:
    """A side without the type that only some of its copies need to be given."""
    return bare(ascribed(bare(side))[0])


def _leaves(term: str) -> list[str]:
    found = words(term)
    if len(found) == 3 and found[0] in _TRANSITIVE:
        return [*_leaves(bare(found[1])), *_leaves(bare(found[2]))]
    return [term]


def _link(leaf: str, stated: Callable[[str], tuple[str, str] | None]) -> Link | None:
    term, reverse = leaf, False
    while (found := words(term))[0] in ("le_of_eq", "Eq.symm", "Iff.symm") and len(found) == 2:
        reverse ^= found[0] in ("Eq.symm", "Iff.symm")
        term = bare(found[1])
    said = stated(term)
    sides = None if said is None else relation(said[1])
    if said is None or sides is None:
        return None
    left, sign, right = sides
    if reverse:
        left, right = right, left
        if sign not in ("=", "↔"):
            return None
    shown = said[0]
    while (found := words(leaf))[0] in ("le_of_eq", "Eq.symm", "Iff.symm"):
        if found[0] != "le_of_eq":
            shown = f"{found[0]} ({shown})"
        leaf = bare(found[1])
    name = words(said[0])[0]
    return Link(left, sign, right, shown, name, straight=not reverse)


def applied(term: str, binders: Mapping[str, Sequence[str]]) -> tuple[str, tuple[str, ...]] | None:
    """The theorem that a term applies to its own variables, and the arguments after these."""
    found = words(bare(term))
    if len(found) == 2 and found[0].startswith("("):
        inner = words(bare(found[0]))
        found = [*inner, *found[1:]]
    name, *arguments = found
    own = binders.get(name)
    if own is None or tuple(arguments[: len(own)]) != tuple(own):
        return None
    return name, tuple(arguments[len(own) :])
