"""Decides which of the watched files a change is about. Pure except for looking at paths.

Editors often replace a file instead of writing into it, so the folders are watched, and a file that
disappears for a moment is not forgotten.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path


def folders_of(paths: Sequence[Path]) -> list[Path]:
    """The folders of the files, each once, and those of their link targets."""
    folders: dict[Path, None] = {}
    for path in paths:
        for place in _places(path):
            folders[place.parent] = None
    return list(folders)


def changed(paths: Sequence[Path], names: Collection[Path]) -> list[Path]:
    """The `paths` that are among the changed `names` and can be read."""
    touched = {_absolute(name) for name in names}
    return [
        path for path in paths if any(place in touched for place in _places(path)) and path.exists()
    ]


def _places(path: Path) -> list[Path]:
    """The places where a change of the file shows: its own name and, for a link, that of its
    target.
    """
    return list(dict.fromkeys((_absolute(path), _absolute(path.resolve()))))


def _absolute(path: Path) -> Path:
    # Follow links of the folder, but not the file itself.
    return path.absolute().parent.resolve() / os.fspath(path.name)
