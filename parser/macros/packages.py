"""Commands of well-known packages (physics, commath) that the language has a word of its own for.

A text that is part of a book, or that MathJax prints with its extensions, uses them without a word.
They mean this until the text defines them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from shomei.parser.macros.model import Macro, Macros, Meanings

_D: Final = Macro(r"\mathrm{d}")
#: Each command by its name.
_COMMANDS: Final = {
    "abs": Macro(r"\left|#1\right|", 1, sized=True),
    "norm": Macro(r"\left\|#1\right\|", 1, sized=True),
    "d": _D,
    "dd": _D,
    "dif": _D,
}
PACKAGES: Final = Macros(
    MappingProxyType({name: Meanings((-1,), (macro,)) for name, macro in _COMMANDS.items()})
)
