"""Reads a language's list of everyday words, which is too long for its data file.

In: the text of `NAME_words.txt`. Out: the words in all their forms, by their kind (`nouns`). A line
`[verbs - s ed ing]` begins a part: the kind of its words, and their endings, `-` for none. A line
`walk = - s ed ing` names endings, for `[verbs walk]`. The other lines hold words between blanks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HEAD: Final = re.compile(r"\[(\w+) ([^\[\]]+)\]")
_NAMED: Final = re.compile(r"(\w+) = (\S.*)")


def read_words(text: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a list. Raises `ValueError` for a line that belongs to no part."""
    named: dict[str, list[str]] = {}
    found: dict[str, dict[str, None]] = {}
    part: tuple[dict[str, None], list[str]] | None = None
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if match := _NAMED.fullmatch(line):
            named[match[1]] = match[2].split()
        elif match := _HEAD.fullmatch(line):
            endings = [each for name in match[2].split() for each in named.get(name, [name])]
            part = found.setdefault(match[1], {}), ["" if each == "-" else each for each in endings]
        elif part is None:
            raise ValueError(f"`{line[:20]}` belongs to no part")
        else:
            words, endings = part
            words |= {stem + ending: None for stem in line.split() for ending in endings}
    return {kind: tuple(words) for kind, words in found.items()}
