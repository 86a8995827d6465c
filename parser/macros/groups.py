"""Groups in braces."""

from __future__ import annotations


def braces(text: str, position: int) -> tuple[int, int] | None:
    """Where the inside of the group begins that is the next thing from a place on, and where the
    group ends; None where there is none.
    """
    while position < len(text) and text[position].isspace():
        position += 1
    if not text.startswith("{", position):
        return None
    depth, at = 0, position
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        depth += (text[at] == "{") - (text[at] == "}")
        at += 1
        if depth == 0:
            return position + 1, at
    return None
