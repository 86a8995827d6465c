"""Conditions in brackets right after the letter that they bound, or set off by commas after one
that is new: `a ratio $q$ ($q \\ne 1$)`, `公比 $r$（$r \\ne 1$）`, `a part $p$ of it, $0 < p < 1$.`

In: the pieces of a sentence. Out: the pieces without these, and the formulas in them. What stands
in other brackets, or bounds a letter twice, stays where it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import Cue
from shomei.parser.article.given import given_by, sides
from shomei.parser.article.given_after import Given
from shomei.parser.article.heard import Heard
from shomei.parser.article.holding import understood
from shomei.parser.article.letters import Letters
from shomei.parser.article.pieces import Formula, Piece, Text
from shomei.parser.article.suppositions import WHERE, Suppositions
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.terms.nodes import Relation, Statement, Variable

#: What stands before such a bracket besides the letter: its unit, 円（.
_OPENS: Final = re.compile(r"\s*[㐀-鿿ァ-ヿ%％]{0,6}\s*[(（]\s*\Z")
_CLOSES: Final = re.compile(r"\s*[)）]")
#: What stands before a term that is given as something: を.
_OBJECTS: Final = words("clauses", "object")
#: What stands around a bound that is set off by commas.
_COMMA: Final = re.compile(r"\w[^.;:()]*,\s*\Z")
_ENDS: Final = re.compile(r"\s*(?:[.,]|\Z)")


@dataclass(frozen=True, slots=True)
class Bound:
    """A formula in brackets that bounds these letters."""

    formula: Formula
    statements: tuple[Statement, ...]
    names: tuple[str, ...]
    #: The letters alone, which stay in the sentence, if it is one that gives them by this.
    left: Formula | None = None
    given: Given | None = None
    #: Whether the letters stand in a term that is given as something: 高さを $2h$（$0 < h < R$）.
    measures: bool = False


@dataclass(slots=True)
class Bounds:
    """Takes such conditions out of sentences, and states them."""

    declarations: Declarations
    claims: Claims
    letters: Letters
    suppositions: Suppositions
    #: Those of the sentence that is being read, and the letters that are not new in it.
    bounds: tuple[Bound, ...] = ()
    known: frozenset[str] = frozenset()

    def take(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """The pieces of a sentence without them; `known` is what it is for this sentence."""
        found = dict(_bounds(pieces, self.letters))
        found |= dict(_appositions(pieces, self.letters, self.known))
        code = self.declarations.language
        if code is not None:
            found = dict(_given(pieces, self.letters, self._spoken(pieces), code)) | found
        times = Counter(name for bound in found.values() for name in bound.names)
        found = {i: bound for i, bound in found.items() if all(times[n] == 1 for n in bound.names)}
        self.bounds = tuple(found.values())
        return tuple(_without(pieces, found))

    def _is_reserved(self, bound: Bound) -> bool:
        """Whether the sentence of a bound is not understood, so that nothing would count under it:
        then it is left out.
        """
        begin, end = bound.formula.place
        return any(
            not each.letters and each.begin <= begin and end <= each.end
            for each in self.declarations.reserves
        )

    def _spoken(self, pieces: tuple[Piece, ...]) -> frozenset[str]:
        """The letters that are not new in the section, and those that the text says to change, so
        that what bounds them is not for good.
        """
        begin = pieces[0].place[0]
        changed = (
            name
            for each in self.declarations.reserves
            if each.supposed and each.begin <= begin < each.end
            for name in each.letters
        )
        earlier = self.declarations.earlier - self.declarations.renamed
        return (self.known - earlier).union(changed)

    def entries(self, heard: Heard) -> list[Entry]:
        """What the sentence states by them: they hold from here on where it assumes something, or
        introduces new letters, else in this sentence.
        """
        sense = heard.sense
        named = {*sense.named, *sense.described, *sense.introduced, *sense.numbers}
        letters = {name for index in named for name in self.letters.names(heard.pieces[index])}
        entries: list[Entry] = []
        for bound in self.bounds:
            place = bound.formula.place
            self.declarations.see(place)
            reserved = bound.given is not None and self._is_reserved(bound)
            if sense.hedged or reserved or "denied" in sense.effects.values():
                entries += self.claims.noted(place, "mention", WHERE)
                entries.append(self.suppositions.unsettled(bound.statements, place, lasting=True))
                continue
            new = bound.measures or letters.issuperset(bound.names)
            new = new and self.known.isdisjoint(bound.names)
            lasting = new or "assume" in sense.effects.values()
            if bound.given is not None:
                lasting = bound.given == "lasting"
            cue = Cue.SET if lasting else Cue.WHEN
            if bound.given is None:
                understood(self.declarations, place)
            entries += self.suppositions.read(heard, bound.statements, cue, place)
        return entries


def _bounds(pieces: tuple[Piece, ...], letters: Letters) -> Iterator[tuple[int, Bound]]:
    """The formulas in such brackets, with their indices."""
    for index in range(2, len(pieces) - 1):
        opening, formula, closing = pieces[index - 1 : index + 2]
        if (
            isinstance(formula, Formula)
            and isinstance(opening, Text)
            and _OPENS.fullmatch(opening.words)
            and isinstance(closing, Text)
            and _CLOSES.match(closing.words)
            and (bound := _bound(formula, _named(pieces[index - 2], letters), letters))
        ):
            before = pieces[index - 3] if index > 2 else None
            measures = isinstance(before, Text) and before.words.rstrip().endswith(_OBJECTS)
            yield index, replace(bound, measures=measures)


def _appositions(
    pieces: tuple[Piece, ...], letters: Letters, known: Container[str]
) -> Iterator[tuple[int, Bound]]:
    """The formulas between a comma and the end of the sentence, or another comma, that bound a new
    letter of the clause before it.
    """
    for index in range(2, len(pieces)):
        before, formula = pieces[index - 1], pieces[index]
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if (
            isinstance(formula, Formula)
            and isinstance(before, Text)
            and _COMMA.search(before.words)
            and isinstance(after, Text)
            and _ENDS.match(after.words)
            and (bound := _bound(formula, letters.names(pieces[index - 2]), letters))
            and not any(name in known for name in bound.names)
        ):
            yield index, bound


def _given(
    pieces: tuple[Piece, ...], letters: Letters, known: Container[str], code: str
) -> Iterator[tuple[int, Bound]]:
    """The formulas that bound new letters which the words around them give."""
    before: Given | None = None
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Formula):
            continue
        named = {each: names for each in sides(piece) if (names := letters.names(each))}
        left = next(iter(named), None)
        every = tuple(name for names in named.values() for name in names)
        bound = _bound(piece, every, letters)
        if bound is None or any(name in known for name in bound.names):
            before = None
        elif before := given_by(pieces, index, code, before=before):
            yield index, replace(bound, left=left, given=before)


def _bound(formula: Formula, named: tuple[str, ...], letters: Letters) -> Bound | None:
    """A formula each of whose statements bounds one of these letters; None for another."""
    statements = letters.stated(formula) if named else ()
    bounded = [set(_bounded(each)).intersection(named) for each in statements]
    if not bounded or not all(bounded):
        return None
    return Bound(
        formula, statements, tuple(dict.fromkeys(name for each in bounded for name in each))
    )


def _named(piece: Piece, letters: Letters) -> tuple[str, ...]:
    """The letters of the formula before the brackets."""
    return letters.names(piece) or letters.within(piece)


def _bounded(statement: Statement) -> Iterable[str]:
    """The letters that a relation other than an equation bounds, by a number or a term."""
    if not isinstance(statement, Relation) or statement.operator == "=":
        return ()
    sides = (statement.left, statement.right)
    return tuple(side.name for side in sides if isinstance(side, Variable))


def _without(pieces: tuple[Piece, ...], found: dict[int, Bound]) -> Iterator[Piece]:
    for index, piece in enumerate(pieces):
        if index in found:
            if (left := found[index].left) is not None:
                yield left
            continue
        if isinstance(piece, Text) and index + 1 in found and found[index + 1].left is None:
            if _OPENS.fullmatch(piece.words):
                continue
            piece = replace(piece, words=piece.words.rstrip(" \n,"))  # noqa: PLW2901
        elif isinstance(piece, Text) and index - 1 in found and found[index - 1].left is None:
            piece = replace(piece, words=_CLOSES.sub("", piece.words, count=1))  # noqa: PLW2901
        yield piece
