"""Keys made from content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def content_key(parts: Iterable[str | bytes]) -> str:
    """A hash of all `parts`, each delimited by its length: 64 hexadecimal digits. Text is hashed as
    UTF-8; lone surrogates, as in file names, are allowed.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
