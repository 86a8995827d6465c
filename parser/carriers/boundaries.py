"""Which parts of an article its environments and directives are, by their names in the languages'
files.
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from shomei.languages.language import merged

#: What an environment is.
Scope: TypeAlias = Literal["theorem", "proof", "definition", "part"]

_SCOPES: Final[tuple[Scope, ...]] = ("theorem", "proof", "definition", "part")
_NAMES: Final = merged("environments")
#: Directives that are what their titles say.
_TITLED: Final = frozenset(
    ("admonition", "dropdown", "details", "card", "toggle", "topic", "callout")
)
_WORD: Final = re.compile(r"[^\W\d_]+")


def scope_of(name: str) -> Scope | None:
    """The scope that a LaTeX environment, or a directive such as `prf:theorem`, is; None for one
    that is none.
    """
    plain = name.rsplit(":", 1)[-1].rstrip("*").lower()
    return next((scope for scope in _SCOPES if plain in _NAMES.get(scope, ())), None)


def scope_of_directive(name: str, title: str) -> Scope:
    """The same for a directive with a title. Any directive ends what is said in it."""
    if name.rsplit(":", 1)[-1].lower() not in _TITLED:
        return scope_of(name) or "part"
    word = _WORD.search(title)
    return (scope_of(word.group()) if word else None) or "part"
