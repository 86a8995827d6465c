"""What this tool is, as it is installed here."""

from __future__ import annotations

from functools import cache
from importlib import metadata


@cache
def version() -> str:
    """The version of Shomei; `unknown` where it runs without being installed."""
    try:
        return metadata.version("shomei")
    except metadata.PackageNotFoundError:
        return "unknown"


@cache
def address() -> str | None:
    """Where Shomei is described; None if the installed package names no such page."""
    try:
        listed = metadata.metadata("shomei").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return None
    pages = dict(each.split(", ", 1) for each in listed if ", " in each)
    return pages.get("Homepage")
