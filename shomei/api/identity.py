"""Identifies this version of Shomei: a hash of everything between a text and its theorems."""

from __future__ import annotations

import hashlib
import sys
from functools import lru_cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[1]
#: The Lean library is part of the backend's identity.
_APART: Final = frozenset({"lean_project", "__pycache__"})
_SUFFIXES: Final = frozenset({".py", ".lark", ".jinja", ".toml", ".json"})


@lru_cache(maxsize=1)
def tool_identity(root: Path = _ROOT) -> str:
    """Changes with any source, grammar, template or table of the package in `root`, and with the
    version of Python.
    """
    digest = hashlib.sha256(sys.version.encode())
    for entry in sorted(root.iterdir()):
        # Walk each room separately, since some are links, which `rglob` does not follow further
        # down.
        for path in (
            sorted(entry.rglob("*")) if entry.is_dir() and entry.name not in _APART else [entry]
        ):
            if path.suffix in _SUFFIXES and "node_modules" not in path.parts:
                data = path.read_bytes()
                digest.update(
                    f"{path.relative_to(root)}\n{len(data)}\n".encode("utf-8", "surrogateescape")
                )
                digest.update(data)
    return digest.hexdigest()
