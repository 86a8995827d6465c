"""Which of the watched files a change is about. Pure but for looking at paths.

Editors replace a file as often as they write into it, so the folders are watched, and a file that
is gone for a moment is not forgotten.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path


def folders_of(paths: Sequence[Path]) -> list[Path]:
    """The folders that the files are in, each once; and those that their links lead to."""
    folders: dict[Path, None] = {}
    for path in paths:
        for place in _places(path):
            folders[place.parent] = None
    return list(folders)


def changed(paths: Sequence[Path], names: Collection[Path]) -> list[Path]:
    """Those of `paths` that are among the changed `names` and are there to be read."""
    touched = {_absolute(name) for name in names}
    return [
        path for path in paths if any(place in touched for place in _places(path)) and path.exists()
    ]


def _places(path: Path) -> list[Path]:
    """Where a change of the file shows: at its own name, and, for a link, at the file's."""
    return list(dict.fromkeys((_absolute(path), _absolute(path.resolve()))))


def _absolute(path: Path) -> Path:
    # The folder's links are followed, the file's own are not.
    return path.absolute().parent.resolve() / os.fspath(path.name)
