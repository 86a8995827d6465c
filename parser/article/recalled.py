"""Sentences that take up again what the text assumed above: `under the same constraint`,
同じ条件で.

In: the pieces of a sentence. Out: whether it does. Which of the assumptions are meant is not read,
so nothing is assumed by it; what fails without them is no alarm.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.pieces import Piece, said_of

_RECALLS: Final = matching("notation", "recalls")


def recalls(pieces: Sequence[Piece]) -> bool:
    """Whether a sentence speaks of what was assumed above it."""
    return _RECALLS.search(said_of(pieces)) is not None
