"""Determines the derivation that is meant: a file, or a text."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import Final

from shomei.parser.suffixes import KINDS
from shomei.verdicts.model import Text

#: The suffixes of derivations. Plain text is the first, and the default for a text.
SUFFIXES: Final = tuple(KINDS)


def derivation(source: str | os.PathLike[str], suffix: str | None) -> Path | Text:
    """The file or the text that `source` is.

    An `os.PathLike` is a file. A `str` is a file if it is one line that ends in one of `SUFFIXES`,
    as no derivation does, and no `suffix` is given; otherwise it is a text. The disk is not
    consulted, so a missing file is not taken for a text. Raises `ValueError` for an unknown suffix,
    and for a suffix beside a path; `TypeError` for any other source.
    """
    if suffix is not None and suffix not in SUFFIXES:
        raise ValueError(f"{suffix!r} is no suffix of a derivation: {', '.join(SUFFIXES)}")
    if isinstance(source, str):
        if suffix is None and _is_path(source):
            return Path(source)
        return Text(source, f"<text>{suffix or SUFFIXES[0]}")
    path = os.fspath(source)
    if not isinstance(path, str):
        raise TypeError("a derivation is a str or a path of str")
    if suffix is not None:
        raise ValueError("a suffix says how a text is read; a file has its own")
    return Path(path)


def _is_path(source: str) -> bool:
    return "\n" not in source and PurePath(source).suffix.lower() in SUFFIXES
