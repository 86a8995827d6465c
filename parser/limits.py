"""Limits on the input. The rooms after the parser (obligations, sympy, the emitter) recurse over
the tree.
"""

from __future__ import annotations

from typing import Final

#: Bytes of a file, and characters of a text. A book's chapter is a tenth of this.
MAX_TEXT: Final = 2 * 1024 * 1024
#: Bytes of a notebook with its outputs; the text of its cells is bounded as that of a file.
MAX_NOTEBOOK: Final = 64 * 1024 * 1024
#: Tokens of one statement, that is of one directive, chain or displayed block.
MAX_TOKENS: Final = 20_000
#: Lines of one text, and characters of one line of statements.
MAX_LINES: Final = 50_000
MAX_LINE: Final = 10_000
#: Statements in one text.
MAX_STATEMENTS: Final = 5_000
#: Tokens of one text; reading a formula costs some more, however short it is.
MAX_ALL_TOKENS: Final = 100_000
#: Characters of one paragraph that holds formulas.
MAX_PARAGRAPH: Final = 20_000
#: Nested brackets, braces and delimiters in one statement.
MAX_BRACKETS: Final = 100
#: Levels of one expression's or statement's tree. A sum without brackets is one level deeper with
#: each term.
MAX_DEPTH: Final = 200
#: Digits of one numeral.
MAX_DIGITS: Final = 300
#: Nested `proof`s and `case`s.
MAX_BLOCKS: Final = 40
#: Problems reported for one file; any others probably follow from the first ones.
MAX_PROBLEMS: Final = 20
#: The author's own commands in one text; how often they are expanded in one formula, and the
#: pieces that come of it.
MAX_MACROS: Final = 1_000
MAX_EXPANSIONS: Final = 1_000
MAX_EXPANDED: Final = 20_000
#: Lines of one display in Markdown.
MAX_ROWS: Final = 500
