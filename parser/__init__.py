"""Text to AST: a derivation's text comes in, a `Document` of `parser.ast` goes out, or a
`SyntaxProblem` says what is wrong and where.

`parse` reads a text (by the suffix of its path: Markdown, LaTeX, else plain text), `read` a file.
`parser.printer` is the way back. May import `terms`, `languages`, `operations`, Lark,
markdown-it-py and the standard library. The words of all languages are taken when a text is read
for the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shomei.parser.reading import parse, read

__all__ = ["parse", "read"]


def __getattr__(name: str) -> object:
    # Lark and the grammars are loaded by whoever reads a text, and not by whoever asks for a
    # suffix.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from shomei.parser import reading

    globals()[name] = found = getattr(reading, name)
    return found
