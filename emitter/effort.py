"""Limits the work of the search for a claim's proofs. The work is counted, not timed, so that every
run makes the same theorems.

Functions that are called often `spend` effort, and whoever asks for a proof does so `within` an
effort; the rest of the search ignores it. Once the effort is used up, `Exhausted` ends the search,
and the results so far remain.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

Found = TypeVar("Found")
Asked = ParamSpec("Asked")

#: About the number of parts of terms that are evaluated in a second; a step of an article needs a
#: twentieth of it.
ENOUGH = 1_000_000

#: The effort of each proof that a method offers, since Lean has to check it too.
ATTEMPT = 100_000


class Exhausted(Exception):  # noqa: N818 (an outcome that callers expect, named for what the effort is)
    """The effort is used up."""


class Effort:
    """The remaining effort. Each method that is tried on a claim has its own."""

    __slots__ = ("left",)

    def __init__(self, left: int = ENOUGH) -> None:
        self.left = left


_current: ContextVar[Effort | None] = ContextVar("effort", default=None)


def spend(amount: int = 1) -> None:
    """Records some work. Raises `Exhausted`. Outside of `within` and `each_within` nothing is
    counted.
    """
    effort = _current.get()
    if effort is not None:
        effort.left -= amount
        if effort.left < 0:
            raise Exhausted


def within(effort: Effort, search: Callable[[], Found]) -> Found:
    """The result of `search` with that effort. Raises `Exhausted`."""
    token = _current.set(effort)
    try:
        return search()
    finally:
        _current.reset(token)


def remembering(function: Callable[Asked, Found], most: int) -> Callable[Asked, Found]:
    """`function` with a memory of up to `most` answers. An answer costs its effort whenever it is
    given, so that a search finds the same, whatever was asked before it.
    """
    known: dict[object, tuple[Found, int]] = {}

    def asked(*arguments: Asked.args, **named: Asked.kwargs) -> Found:
        effort = _current.get()
        left = sys.maxsize if effort is None else effort.left
        question = (arguments, tuple(named.items()))
        if (before := known.get(question)) is not None and before[1] <= left:
            spend(before[1])
            return before[0]
        own = Effort(left)
        try:
            answer = within(own, lambda: function(*arguments, **named))
        finally:
            if effort is not None:
                effort.left = own.left
        if own.left >= 0:
            if len(known) >= most:
                known.clear()
            known[question] = answer, left - own.left
        return answer

    return asked


def each_within(effort: Effort, found: Iterable[Found]) -> Iterator[Found]:
    """The items of `found`, each made with the remaining effort. Raises `Exhausted`."""
    iterator = iter(found)
    ended = object()
    while (item := within(effort, lambda: next(iterator, ended))) is not ended:
        yield item  # type: ignore[misc]
