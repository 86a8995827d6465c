"""What a file's suffix says of how it is read."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["plain", "markdown", "latex", "notebook", "restructured"]

KINDS: Final[dict[str, Kind]] = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".tex": "latex",
    ".ipynb": "notebook",
    ".rst": "restructured",
}


def kind_of(path: str) -> Kind:
    """How a text is read; what has no known suffix is plain text."""
    return KINDS.get(PurePath(path).suffix.lower(), "plain")


def unknown(path: PurePath) -> str | None:
    """What to say of a file whose suffix says nothing; None for a known one, and for none."""
    suffix = path.suffix.lower()
    if not suffix or suffix in KINDS:
        return None
    return f"nothing is known of `{suffix}` files: these are read: {', '.join(KINDS)}"
