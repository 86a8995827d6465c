"""Which parts of an article its environments and directives are, by their names in the languages'
files.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, TypeAlias

from shomei.languages.language import merged, words

#: What an environment is.
Scope: TypeAlias = Literal["theorem", "proof", "definition", "part"]

_SCOPES: Final[tuple[Scope, ...]] = ("theorem", "proof", "definition", "part")
_NAMES: Final = merged("environments")
#: Environments and directives that only lay their content out, or add it to the text.
_LAYOUT: Final = frozenset(
    (
        *("document", "center", "flushleft", "flushright", "minipage", "figure", "table"),
        *(
            "tabular",
            "tabularx",
            "longtable",
            "array",
            "enumerate",
            "itemize",
            "description",
            "list",
        ),
        *("multicols", "columns", "column", "block", "frame", "small", "large", "footnotesize"),
        *(
            "titlepage",
            "appendix",
            "appendices",
            "subequations",
            "spacing",
            "landscape",
            "mdframed",
        ),
        *("framed", "shaded", "tcolorbox", "abstract", "wrapfigure", "samepage", "parts", "part"),
        *("note", "tip", "hint", "important", "info", "seealso", "margin", "sidebar", "tab-set"),
        *(
            "tab-item",
            "grid",
            "grid-item",
            "div",
            "container",
            "panel",
            "details",
            "math",
            "example",
        ),
        *("scriptsize", "normalsize", "onehalfspace", "doublespace", "singlespace", "page", "cell"),
        *("mainmatter", "sloppypar", "adjustbox", "threeparttable", "subfigure", "letter"),
    )
)
#: Directives that are what their titles say.
_TITLED: Final = frozenset(
    ("admonition", "dropdown", "details", "card", "toggle", "topic", "callout")
)
_WORD: Final = re.compile(r"[^\W\d_]+")
#: How the name of what is no proof, theorem or example begins.
_OPPOSITES: Final = ("non", "anti", "pseudo")


@cache
def _doubtful() -> tuple[str, ...]:
    """What such a name has in it that doubts or denies, from four letters of an alphabet on."""
    doubting = (*words("plain", "barred"), *words("plain", "figures"))
    long = (each for each in doubting if len(each) > 3 or not each.isascii())
    return tuple(each for each in (*long, *words("clauses", "denied")) if " " not in each)


def scope_of(name: str) -> Scope | None:
    """The scope that a LaTeX environment, or a directive such as `prf:theorem`, is; None for one
    that is none.
    """
    plain = name.rsplit(":", 1)[-1].rstrip("*").lower()
    return next((scope for scope in _SCOPES if plain in _NAMES.get(scope, ())), None)


def is_strange(name: str) -> bool:
    """Whether the name of an environment or directive says that what stands in it is not said by
    the author, or not as something true: a quotation, a conjecture, a `fakeproof`. One that is not
    known says nothing (`expl`, `calc`): authors make such names.
    """
    plain = name.rsplit(":", 1)[-1].strip(".#").rstrip("*").lower().removeprefix("callout-")
    if plain in _NAMES.get("mentioned", ()):
        return True
    if plain in _LAYOUT or plain in _TITLED or scope_of(plain) is not None:
        return False
    return (
        plain.startswith(_OPPOSITES)
        or "nonexample" in plain
        or any(each in plain for each in _doubtful())
    )


def scope_of_directive(name: str, title: str) -> Scope:
    """The same for a directive with a title. Any directive ends what is said in it."""
    if name.rsplit(":", 1)[-1].lower() not in _TITLED:
        return scope_of(name) or "part"
    word = _WORD.search(title)
    return (scope_of(word.group()) if word else None) or "part"
