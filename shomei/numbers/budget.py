"""What keeps an evaluation from a value: undefined parts, missing limits, the end of its work."""

from __future__ import annotations

import time
from dataclasses import dataclass

from shomei.arithmetic.value import Value
from shomei.terms.nodes import Expression


class Undefined(Exception):  # noqa: N818
    """The expression is undefined at the point: `part` is the subexpression at fault, `value` its
    value, `why` its role in the whole.
    """

    def __init__(self, why: str, part: Expression, value: Value) -> None:
        super().__init__(why)
        self.why, self.part, self.value = why, part, value


class NoLimit(Exception):  # noqa: N818
    """A limit does not exist; `why` says how."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class OutOfBudget(Exception):  # noqa: N818
    """The allowed work or time is used up."""


@dataclass(slots=True)
class Budget:
    """The work that may still be done. `work` makes the end the same on every machine; the clock
    (`deadline`, in `time.monotonic`) is the last resort.
    """

    work: int
    deadline: float
    _ticks: int = 0

    @classmethod
    def of_seconds(cls, seconds: float) -> Budget:
        """A budget that takes about half of `seconds` on a machine of 2020, and ends after
        `seconds` on any.
        """
        return cls(int(40_000 * seconds), time.monotonic() + seconds)

    def spend(self, amount: int) -> None:
        """Takes `amount` from the budget; raises `OutOfBudget` at its end."""
        self.work -= amount
        self._ticks += 1
        if self.work < 0 or (not self._ticks & 31 and time.monotonic() > self.deadline):
            raise OutOfBudget
