"""What an article says that signs mean: `\\log` to base 10, an operation `a * b`, the imaginary
unit. What is said in words that are not read makes the sign one that the language does not have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from shomei.languages.language import merged
from shomei.languages.phrases import NEVER, matching
from shomei.parser.article.pieces import Formula, Piece, Text
from shomei.parser.families import families_of
from shomei.parser.imaginary import is_quantity
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Node,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import free_variables, subtrees

SIGN: Final = "the text says what this sign means"


_NATURAL: Final = matching("article", "natural")
_THE_NUMBER_E: Final = matching("article", "the_number_e")
_CONSTANTS: Final = matching("article", "constants")
_MEANING: Final = matching("article", "meaning")
_BRACKETS: Final = matching("article", "brackets")
_OPERATIONS: Final = matching("article", "operations")
_RELATIONS: Final = matching("article", "relations")
_WORLDS: Final = tuple(
    (name, re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE))
    for name, phrases in merged("worlds").items()
)
_COMPLEX: Final = re.compile(
    "|".join(
        re.escape(word)
        for word in merged("other_kinds").get("complex numbers", ())
        if len(word) > 1
    )
    or NEVER,
    re.IGNORECASE,
)
#: How the imaginary unit is written.
_UNIT: Final = re.compile(
    r"(?<![A-Za-z\\_{])i\s*\^\s*\{?\s*2\s*\}?\s*=\s*-\s*1|e\s*\^\s*\{[^{}]*(?<![A-Za-z\\])i(?![A-Za-z])"
    r"|[+-]\s*(?:\d+|[a-z])?\s*i(?![A-Za-z_^{}])\s*(?:[$)=,.]|\\\\|\\sin)|\\sqrt\s*\{\s*-\s*1\s*\}"
)
_LOGARITHMS: Final = frozenset(("log", "ln", "log_base"))


@dataclass(slots=True)
class Meanings:
    """The signs of an article that are not the language's."""

    operations: dict[str, str] = field(default_factory=dict)
    operators: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    marks: set[str] = field(default_factory=set)
    #: Another arithmetic than the real numbers', up to the end of the section.
    world: str | None = None

    @classmethod
    def of(cls, text: str) -> Meanings:
        """The meanings that hold for a whole text."""
        found = cls()
        if not (is_quantity(text) or "i" in families_of(text).indices) and (
            _UNIT.search(text) or (_COMPLEX.search(text) and re.search(r"\bi\b", text))
        ):
            found.constants["i"] = "complex numbers"
        return found

    def learn(self, pieces: Sequence[Piece]) -> None:
        """What a sentence says of signs."""
        said = " ".join(piece.words for piece in pieces if isinstance(piece, Text))
        for name, pattern in _WORLDS:
            if pattern.search(said):
                self.world = name
        for piece in pieces:
            if not isinstance(piece, Formula):
                continue
            kinds = [token.type for token in piece.tokens]
            if kinds[0] in {"LOG", "LN", "FUNCTION"} and (len(kinds) == 1 or "LBRACE" in kinds):
                if len(kinds) == 1 and _MEANING.search(said) and not _NATURAL.search(said):
                    value = str(piece.tokens[0].value)
                    self.operations[value] = SIGN
                    if value in _LOGARITHMS:
                        self.operations["log"] = SIGN
            elif (
                (kinds[0], kinds[-1]) in {("LBRACKET", "RBRACKET"), ("LPAR", "RPAR")}
                and str(piece.tokens[0].value) != "("
                and _BRACKETS.search(said)
            ):
                self.marks.add(str(piece.tokens[0].value))

    def operation(self, statement: Statement, said: str, *, sets: bool) -> bool:
        """Whether an equation says what an operation of letters means, or words what a relation
        does.
        """
        if not isinstance(statement, Relation):
            return False
        relates, operates = _speaks_of_signs(said)
        if relates and self.relation(statement):
            return True
        if not (sets or operates):
            return False
        left, right = statement.left, statement.right
        if (
            statement.operator == "="
            and isinstance(left, Binary)
            and isinstance(left.left, Variable)
            and isinstance(left.right, Variable)
            and left.left != left.right
            and set(free_variables(left)) == set(free_variables(right))
        ):
            self.operators[left.operator] = SIGN
            return True
        return False

    def relation(self, statement: Statement) -> bool:
        """Whether a relation is one of two letters, of which the words say what it means."""
        if (
            isinstance(statement, Relation)
            and isinstance(statement.left, Variable)
            and isinstance(statement.right, Variable)
        ):
            self.operators[statement.operator] = SIGN
            return True
        return False

    def strange(self, nodes: Sequence[Node], text: str) -> str | None:
        """Why something written so is not of the language."""
        if self.world is not None:
            return self.world
        if any(mark in text for mark in self.marks):
            return SIGN
        if not (self.operations or self.operators or self.constants):
            return None
        written: dict[type[Node], tuple[str, Mapping[str, str]]] = {
            Apply: ("operation", self.operations),
            Binary: ("operator", self.operators),
            Relation: ("operator", self.operators),
            Variable: ("name", self.constants),
            Constant: ("name", self.constants),
        }
        for node in nodes:
            for part in subtrees(node):
                field, strange = written.get(type(part), ("", {}))
                if strange and (why := strange.get(getattr(part, field))):
                    return why
        return None


def is_about_e(text: str) -> bool:
    """Whether a text speaks of the number e by its name, so that what it calls e is that number."""
    return _THE_NUMBER_E.search(text) is not None


def names_the_constant(before: str, after: str) -> bool:
    """Whether the words around e or pi speak of that number."""
    return _CONSTANTS.search(before[-60:] + " " + after[:60]) is not None


@lru_cache(maxsize=16)  # a sentence asks once for each of its formulas
def _speaks_of_signs(said: str) -> tuple[bool, bool]:
    """Whether words speak of relations, and of operations."""
    return _RELATIONS.search(said) is not None, _OPERATIONS.search(said) is not None
