"""The grammars of clauses: from the categories of a sentence's words to its clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from lark import Lark, Token
from lark.exceptions import LarkError

from shomei.languages.language import FALLBACK
from shomei.storage.tables import tables_of

#: What no clause holds, so that a sentence with one of them is not understood.
_NEVER: Final = frozenset(("hedge", "denied", "other", "absurd"))
#: What is as another category to the grammars.
_SAME: Final = {
    "equation": "W",
    "assumption": "W",
    "noun": "W",
    "quality": "W",
    "follows": "W",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by the name of its terminal in small letters, and the range of its categories."""

    name: str
    start: int
    end: int


def clauses_of(categories: Sequence[str], code: str) -> tuple[Clause, ...] | None:
    """The clauses of a stretch of categories in a language, without the words between them; None if
    the stretch is not understood.
    """
    return _clauses_of(tuple(categories), code)


@cache
def grammar_of(code: str) -> Lark:
    """The grammar of a language; one that puts its words as English does needs none of its own."""
    folder = files("shomei.parser") / "grammar"
    file = folder / f"clauses.{code}.lark"
    if not file.is_file():
        file = folder / f"clauses.{FALLBACK}.lark"
    text = file.read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer="basic", cache=tables_of(file))


@cache
def _clauses_of(categories: tuple[str, ...], code: str) -> tuple[Clause, ...] | None:
    if not categories or not _NEVER.isdisjoint(categories):
        return None
    index_at: dict[int, int] = {}
    position = 0
    words: list[str] = []
    for index, category in enumerate(categories):
        index_at[position] = index
        words.append(_SAME.get(category, category) + " ")
        position += len(words[-1])
    index_at[position] = len(categories)
    try:
        tree = grammar_of(code).parse("".join(words))
    except LarkError:
        return None
    return tuple(
        Clause(leaf.type.lower(), index_at[leaf.start_pos or 0], index_at[leaf.end_pos or 0])
        for leaf in tree.children
        if isinstance(leaf, Token)
    )
