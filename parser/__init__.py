"""Text to AST: a derivation's text comes in, a `Document` of `parser.ast` goes out, or a
`SyntaxProblem` says what is wrong and where.

`parse` reads a text (by the suffix of its path: Markdown, LaTeX, else plain text), `read` a file.
`parser.printer` is the way back. May import `terms`, `languages`, Lark, markdown-it-py and the
standard library. The words of all languages are taken when it is imported.
"""

from __future__ import annotations

from shomei.parser.reading import parse, read

__all__ = ["parse", "read"]
