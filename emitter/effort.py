"""How much work the search for a claim's proofs may take. It is counted and not timed, so that
every run makes the same theorems.

The search is written without a thought of it: what is called often `spend`s, and whoever asks for a
proof does so `within` an effort. Where that is used up, `Exhausted` ends the search, and what was
found so far stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from typing import TypeVar

Found = TypeVar("Found")

#: About as many parts of terms as are evaluated in a second; a step of an article needs a twentieth
#: of it.
ENOUGH = 1_000_000

#: What a method spends for each proof that it offers, since Lean has to look at it too.
ATTEMPT = 100_000


class Exhausted(Exception):  # noqa: N818 (an outcome that callers expect, named for what the effort is)
    """The effort is used up."""


class Effort:
    """What is left of an effort. One for each method that is tried on a claim."""

    __slots__ = ("left",)

    def __init__(self, left: int = ENOUGH) -> None:
        self.left = left


_current: ContextVar[Effort | None] = ContextVar("effort", default=None)


def spend(amount: int = 1) -> None:
    """Takes note of some work. Raises `Exhausted`; outside of `within` and `each_within` nothing is
    counted.
    """
    effort = _current.get()
    if effort is not None:
        effort.left -= amount
        if effort.left < 0:
            raise Exhausted


def within(effort: Effort, search: Callable[[], Found]) -> Found:
    """What `search` finds with that effort. Raises `Exhausted`."""
    token = _current.set(effort)
    try:
        return search()
    finally:
        _current.reset(token)


def each_within(effort: Effort, found: Iterable[Found]) -> Iterator[Found]:
    """The items of `found`, each made with what is left of the effort. Raises `Exhausted`."""
    iterator = iter(found)
    ended = object()
    while (item := within(effort, lambda: next(iterator, ended))) is not ended:
        yield item  # type: ignore[misc]
