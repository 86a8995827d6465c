"""Shortest paths from one place to another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Place = TypeVar("Place", bound=Hashable)
Step = TypeVar("Step")


def shortest(
    start: Place,
    steps: Callable[[Place], Iterable[tuple[Step, Place]]],
    is_end: Callable[[Step, Place], bool],
) -> list[Step] | None:
    """The fewest steps from `start` to a place that `is_end` accepts, given the last step and the
    place; None if there is no path.

    `steps` returns those that leave a place, each with its target. The start itself is not an end.
    """
    came: dict[Place, tuple[Place, Step] | None] = {start: None}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for step, there in steps(here):
            if there in came:
                continue
            came[there] = (here, step)
            if is_end(step, there):
                return _walked(came, there)
            queue.append(there)
    return None


def _walked(came: dict[Place, tuple[Place, Step] | None], end: Place) -> list[Step]:
    steps: list[Step] = []
    last = came[end]
    while last is not None:
        before, step = last
        steps.append(step)
        last = came[before]
    return steps[::-1]
