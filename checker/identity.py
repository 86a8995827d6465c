"""Which Shomei this is: a hash of all that the way from a text to its theorems depends on."""

from __future__ import annotations

import hashlib
import sys
from functools import lru_cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[1]
_PACKAGES: Final = ("parser", "obligations", "emitter", "checker")
_SUFFIXES: Final = frozenset({".py", ".lark", ".jinja", ".toml", ".json"})


@lru_cache(maxsize=1)
def tool_identity(root: Path = _ROOT) -> str:
    """Changes with any source, grammar, template or table of the four packages, and with the version of Python."""
    digest = hashlib.sha256(sys.version.encode())
    for package in _PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in _SUFFIXES and "node_modules" not in path.parts:
                data = path.read_bytes()
                digest.update(f"{path.relative_to(root)}\n{len(data)}\n".encode("utf-8", "surrogateescape"))
                digest.update(data)
    return digest.hexdigest()
