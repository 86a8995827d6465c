"""Functions that a sentence presents by their formulas, whatever else it says of them: `Show that
the function $f(x) = x^2$ is convex`, `関数 $f(x) = x^2$ の最小値を求めよ`, `For $f(x) = x^2$ we
get`.

In: the pieces of a sentence, and the words beside a formula `f(x) = …` in it. Out: whether the
formula is there to say which function is meant, and not as what is to be shown or is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.pieces import Piece, Text

#: What a sentence begins with, or ends with, that sets a task.
_TASK_BEGIN: Final = matching("article", "task_begin")
_TASK_END: Final = matching("article", "task_end")
#: What stands before the formula of a function that a task is about, or after it.
_BEFORE: Final = matching("article", "presented_before")
_AFTER: Final = matching("article", "presented_after")
#: What calls a letter the function with this formula.
_CALLED: Final = matching("article", "presented_as")
#: What a sentence about one function begins with; what may lead to its formula where words behind
#: that say so, and these.
_OPENS: Final = matching("article", "presented_by")
_LEADS: Final = matching("article", "presented_led")
_OPENS_AFTER: Final = matching("article", "presented_for")
#: The words of a heading before the formula that it is about, and behind it.
_LABEL: Final = matching("article", "presented_label")
_BEHIND: Final = matching("article", "presented_behind")


def is_task(pieces: Sequence[Piece]) -> bool:
    """Whether a sentence says what is to be done: `Find the minimum of …`, `…を求めよ`."""
    texts = [piece.words for piece in pieces if isinstance(piece, Text)]
    if not texts:
        return False
    opening = isinstance(pieces[0], Text) and _TASK_BEGIN.match(texts[0]) is not None
    return opening or (isinstance(pieces[-1], Text) and _TASK_END.search(texts[-1]) is not None)


def presents(pieces: Sequence[Piece], before: str, after: str) -> bool:
    """Whether a task is about the function whose formula stands between these words, or a letter is
    called the function.
    """
    if _CALLED.search(before):
        return True
    return is_task(pieces) and (
        _BEFORE.search(before) is not None or _AFTER.match(after) is not None
    )


def opens(pieces: Sequence[Piece], index: int, before: str, after: str) -> bool:
    """Whether a sentence begins with the function that it is about: `For $f(x) = x^2$ …`."""
    return index == _first_formula(pieces) and (
        _OPENS.fullmatch(before) is not None
        or (_LEADS.fullmatch(before) is not None and _OPENS_AFTER.match(after) is not None)
    )


def is_headed(pieces: Sequence[Piece]) -> bool:
    """Whether a heading names a function by the first formula in it: `The curve of $f(x) = x^2$`,
    `Example 2: $f(x) = x^2$`.
    """
    index = _first_formula(pieces)
    before = "".join(each.words for each in pieces[:index] if isinstance(each, Text))
    after = "".join(each.words for each in pieces[index:] if isinstance(each, Text))
    named = _BEFORE.search(before) is not None or _LABEL.fullmatch(before) is not None
    return named and (not re.search(r"\w", after) or _BEHIND.match(after) is not None)


def _first_formula(pieces: Sequence[Piece]) -> int:
    return next((i for i, each in enumerate(pieces) if not isinstance(each, Text)), 0)
