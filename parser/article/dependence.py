"""Letters that an article calls functions of others, without a formula: `y depends on x`.

What is true of all numbers is true of these letters, but a derivative, an integral, a limit or a
sum must not take one for a constant. In: what sentences say, and the terms of claims. Out: whether
a claim does so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final, TypeAlias

from shomei.languages.language import words
from shomei.languages.phrases import NEVER
from shomei.parser.article.pieces import Formula, Piece, Text
from shomei.parser.prose.lexicon import language_with
from shomei.terms.nodes import (
    Antiderivative,
    BigOperator,
    Derivative,
    Integral,
    Limit,
    Node,
    Prime,
)
from shomei.terms.walk import subtrees

#: The words for functions.
_FUNCTION: Final = tuple(sorted(words("calling", "function"), key=len, reverse=True))
#: What may stand for what is called a function.
_PRONOUN: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, words('calling', 'pronoun', spaced=True))) or NEVER})\b"
    rf"|{'|'.join(map(re.escape, words('calling', 'pronoun', spaced=False))) or NEVER}",
    re.IGNORECASE,
)
#: What the language says of such a claim.
DEPENDENT: Final = "dependent variables"
#: The letters that a term speaks of once names and functions are replaced by what they stand for.
Expand: TypeAlias = Callable[[Node], frozenset[str]]


def without_dependence(pieces: Sequence[Piece], code: str) -> tuple[Piece, ...]:
    """The pieces of a sentence without the words that call the formula before them, or the one
    after them, a function of the other, or a function that a pronoun stands for.
    """
    spaced = language_with(code).spaced
    pronoun = any(isinstance(each, Text) and _PRONOUN.search(each.words) for each in pieces)
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Text):
            beside = pieces[index + 1 : index + 2] if spaced else pieces[index - 1 : index]
            others = pieces[:index] if spaced else (*pieces[: index - 1], *pieces[index + 1 :])
            if any(map(_is_formula, beside)) and (pronoun or any(map(_is_formula, others))):
                piece = replace(piece, words=_words(code).sub(_kept, piece.words))  # noqa: PLW2901
        found.append(piece)
    return tuple(found)


def _kept(match: re.Match[str]) -> str:
    """The word `function` alone, where it is one of the words."""
    said = match.group().lower()
    return f" {next((each for each in _FUNCTION if each in said), '')} "


def _is_formula(piece: Piece) -> bool:
    return isinstance(piece, Formula)


@cache
def _words(code: str) -> re.Pattern[str]:
    """The words right before the letters that something is a function of, or right after them."""
    language = language_with(code)
    phrases = sorted(language.sections["other_kinds"].get(DEPENDENT, ()), key=len, reverse=True)
    either = "|".join(map(re.escape, phrases)) or NEVER
    return re.compile(
        rf"\b(?:{either})\s*\Z" if language.spaced else rf"\A\s*(?:{either})", re.IGNORECASE
    )


@dataclass(slots=True)
class Dependence:
    """Grows as the article is read."""

    letters: set[str] = field(default_factory=set)
    #: The letters that others depend on; those of one group are independent of each other.
    groups: list[frozenset[str]] = field(default_factory=list)
    #: Those that others depend on of which the text does not say which they are.
    unnamed: set[str] = field(default_factory=set)
    #: The letters of each equation between several that is supposed.
    linked: list[frozenset[str]] = field(default_factory=list)
    #: Letters that are supposed to be equal to terms with others, and these others.
    given: list[tuple[str, frozenset[str]]] = field(default_factory=list)

    def add(self, letters: Iterable[str], on: Iterable[str]) -> tuple[str, ...]:
        """Letters depend on others from here on. Returns those that do."""
        group = frozenset(on)
        names = tuple(dict.fromkeys(each for each in letters if each not in group))
        self.letters.update(names)
        if not names:
            self.unnamed |= group
        if group:
            self.groups.append(group)
        return names

    def end(self, names: Iterable[str]) -> None:
        """These letters are introduced anew."""
        fresh = set(names)
        self.letters -= fresh
        self.unnamed -= fresh
        self.groups = [each - fresh for each in self.groups if each - fresh]
        self.linked = [each for each in self.linked if fresh.isdisjoint(each)]
        self.given = [(name, others) for name, others in self.given if name not in fresh]

    def misread(self, nodes: Iterable[Node], expand: Expand, parameter: Expand) -> bool:
        """Whether something is taken for a constant that may depend on what varies. `parameter`
        gives the letters that the definition of a primed function speaks of, besides its own.
        """
        if not self.letters and not self.groups:
            return False
        for node in nodes:
            for part in subtrees(node):
                if isinstance(part, Derivative | Antiderivative | Integral | Limit):
                    moves = self._moves(part.variable, expand(part.body))
                elif isinstance(part, BigOperator):
                    moves = bool(self.letters & (expand(part.body) - {part.index}))
                else:
                    moves = isinstance(part, Prime) and self._moves(None, parameter(part))
                if moves:
                    return True
        return False

    def link(self, names: Iterable[str]) -> None:
        """An equation between these letters is supposed."""
        self.linked.append(frozenset(names))

    def give(self, name: str, others: Iterable[str]) -> None:
        """A letter that is no name is supposed to be equal to a term with these."""
        self.given.append((name, frozenset(others)))

    def varies(self, parameter: str, names: frozenset[str]) -> bool:
        """Whether one of the letters is supposed to be equal to a term with the parameter."""
        return any(name in names and parameter in others for name, others in self.given)

    def is_tied(self, parameter: str, names: frozenset[str]) -> bool:
        """Whether one of the letters varies with another one, which a function of that takes for
        constants.
        """
        others = names - {parameter}
        return (
            bool(self.letters & others)
            or (parameter in self.unnamed and bool(others))
            or any(parameter in each and each & others for each in self.linked)
            or self.varies(parameter, others)
        )

    def _moves(self, variable: str | None, names: frozenset[str]) -> bool:
        """Whether one of the letters may depend on the variable, which may be a parameter that has
        no letter of its own.
        """
        others = names - {variable}
        if self.letters & others or (variable in self.unnamed and others):
            return True
        return any(group & (names - {variable}) and variable not in group for group in self.groups)
