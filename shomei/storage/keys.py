"""Keys made of contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def content_key(parts: Iterable[str | bytes]) -> str:
    """A hash of all `parts`, each told apart from its neighbours by its length: 64 hexadecimal
    digits. Text counts by its UTF-8; lone surrogates, as in names of files, are taken as they are.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
