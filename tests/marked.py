"""Figures in a document: the text between `<!-- name: begin -->` and `<!-- name: end -->` is
written by a program.
"""

from __future__ import annotations

import re


def replace_between(text: str, name: str, inside: str) -> str:
    """`text` with `inside` between the marks of `name`. Raises `ValueError` where the marks are not
    there exactly once.
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise ValueError(f"the marks of {name} are not there once each")
    return re.sub(
        f"(?s){re.escape(begin)}.*{re.escape(end)}",
        lambda _match: f"{begin}\n{inside}\n{end}",
        text,
    )
