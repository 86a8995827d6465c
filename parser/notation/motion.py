"""`\\frac{d}{dt} (x - r)` in a text that writes `\\dot{x}`: x moves with the time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from shomei.terms.nodes import Expression
from shomei.terms.walk import free_variables

_TIMES: Final = frozenset(("t", "tau"))
_DOTTED: Final = re.compile(r"\\d{1,4}ot(?![A-Za-z])\s*\{?\s*\\?([A-Za-z]+)")


def moving(text: str, by: Iterable[str], body: Expression) -> str | None:
    """A letter of a term that is differentiated by the time, of which the text elsewhere writes the
    derivative as a dot.
    """
    if _TIMES.isdisjoint(by):
        return None
    dotted = set(_DOTTED.findall(text))
    return next((each for each in free_variables(body) if each.partition("_")[0] in dotted), None)
