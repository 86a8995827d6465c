"""The letters that a sentence introduces, describes or says a kind of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shomei.operations.letters import plain_letter
from shomei.parser.article.arrangement import words_at
from shomei.parser.article.calling import called_strange
from shomei.parser.article.claims import Claims
from shomei.parser.article.elements import for_all
from shomei.parser.article.elsewhere import leaves_the_case
from shomei.parser.article.knowledge import UNKNOWN
from shomei.parser.article.letters import Letters, names_points
from shomei.parser.article.meanings import is_about_e, names_the_constant
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import Formula, Piece
from shomei.parser.article.recalled import recalls
from shomei.parser.ast import Declare, Let, Unsettled
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.prose.bounded_kinds import Bounds, bounds_of
from shomei.parser.prose.sense import Kind, Sense
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Call, Number, NumberSet, Relation, Variable
from shomei.terms.walk import free_variables

ANOTHER: Final = "another meaning of this letter"
UNKNOWN_KIND: Final = "what this letter is, is not read"
_ZERO: Final = Fraction(0)
#: The kinds of numbers that are no sets of the language, as relations of a letter to a number.
_BOUNDS: Final[dict[str, Bounds]] = {
    "positive": ((">", _ZERO),),
    "base": ((">", _ZERO), ("!=", Fraction(1))),
    "negative": (("<", _ZERO),),
    "nonnegative": ((">=", _ZERO),),
    "nonpositive": (("<=", _ZERO),),
    "nonzero": (("!=", _ZERO),),
}
_SETS: Final[dict[str, NumberSet]] = {"N": "N", "N+": "N+", "Z": "Z", "Q": "Q", "R": "R"}


@dataclass(slots=True)
class Introductions:
    """Takes what sentences say of their letters."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims
    letters: Letters
    #: The functions that the sentence declares, of which it may say more.
    own: frozenset[str] = frozenset()

    def read(self, sense: Sense, pieces: tuple[Piece, ...]) -> list[Entry]:
        """The letters that the sentence introduces or says something of."""
        entries: list[Entry] = [*self._said_anew(sense, pieces)]
        if left := leaves_the_case(pieces):
            self.memory.forget()
            self.claims.stated = ()
        if self.claims.assumed and (sense.gives_up or left):
            given_up, self.claims.assumed = sorted(self.claims.assumed), set()
            span = self.source.span(pieces[0].place[0], pieces[0].place[0])
            entries.append(Let(tuple(given_up), "R", span=span, anew=True, in_prose=True))
            entries.append(Unsettled(tuple(given_up), span=span))
            self._forget(given_up)
        if sense.beyond is not None:
            other, where = sense.beyond
            named = [name for index in where for name in self.letters.names(pieces[index])]
            spoken = self.claims.declared | self.memory.known
            letters = [
                name
                for index in where
                if other != "points" or index in sense.called or names_points(pieces[index])
                for name in self.letters.letters(pieces[index])
                if name in named or name not in spoken
            ]
            self.claims.beyond.update(dict.fromkeys(letters, other))
        kinds: set[str] = set()
        for kind in sense.kinds:
            names = [name for index in kind.pieces for name in self._called(pieces[index])]
            kinds.update(names if kind.how == "introduced" else ())
            place = pieces[kind.pieces[-1]].place
            entries += self._read_kind(kind, names, place)
            for index in kind.pieces:
                if (listed := self.letters.listed(pieces[index])) is not None:
                    entries += self._read_family(kind, listed, pieces[index].place)
        for index in (*sense.introduced, *self._ranged(sense, pieces)):
            piece = pieces[index]
            entries += self.no_longer(self.letters.names(piece), piece.place)
            names = [
                name
                for name in self.letters.letters(piece)
                if name not in self.declarations.functions
                and name not in self.claims.beyond
                and name not in kinds
            ]
            spoken = self.declarations.variables | self.memory.known | self.declarations.renamed
            if not spoken.isdisjoint(names):
                entries += self._anew(names, piece.place)
            self._forget(names)
            if index not in sense.described:
                self.claims.declared.update(names)
        entries += self._described(sense, pieces)
        entries += self._accented(sense, pieces)
        entries += self._depending(sense, pieces)
        if self.memory.supposed and recalls(pieces):
            span = self.source.span(*pieces[0].place)
            entries.append(Unsettled((), tuple(self.memory.supposed), span=span))
        return [*entries, *self._given_up(sense, pieces)]

    def _called(self, piece: Piece) -> tuple[str, ...]:
        """The letters that are said to be of a kind: those that stand alone, or the ones that a
        formula bounds (`Let $m \\ge 1$ be an integer`), of which none is known before if there are
        several.
        """
        names = self.letters.names(piece)
        if names or not isinstance(piece, Formula):
            return names
        bounded = self.letters.letters(piece)
        spoken = self.declarations.variables | self.memory.known | self.declarations.renamed
        return bounded if len(bounded) == 1 or spoken.isdisjoint(bounded) else ()

    def _anew(self, names: Sequence[str], place: Range) -> Iterator[Entry]:
        """Letters that a sentence introduces anew: `for all n`, where n is an index, speaks of
        natural numbers.
        """
        span = self.source.span(*place)
        counting = tuple(name for name in names if name in self.declarations.counters)
        others = tuple(name for name in names if name not in counting)
        if others:
            yield Let(others, "R", span=span, anew=True, in_prose=True)
        if counting:
            yield Let(counting, None, span=span, anew=True, in_prose=True)

    def _said_anew(self, sense: Sense, pieces: tuple[Piece, ...]) -> list[Let | Unsettled]:
        """The end of names of sections above whose letters the sentence says something else of."""
        spoken = {
            *(index for kind in sense.kinds for index in kind.pieces),
            *(sense.beyond[1] if sense.beyond is not None else ()),
            *(index for each in sense.depending for indices in each for index in indices),
            *sense.introduced,
            *sense.named,
            *sense.described,
            *sense.strange,
            *sense.unsettled,
        }
        names = {name for index in spoken for name in self.letters.letters(pieces[index])}
        return self.memory.names.end(names, pieces[0].place)

    def _ranged(self, sense: Sense, pieces: tuple[Piece, ...]) -> list[int]:
        """The formulas `x \\in …` that the sentence assumes: its letters are new ones."""
        return [
            index
            for index, effect in sense.effects.items()
            if effect in {"set", "assume"}
            and index not in sense.introduced
            and isinstance(piece := pieces[index], Formula)
            and self.letters.ranged(piece)
        ]

    def end_case(self, names: Sequence[str]) -> None:
        """What was said of one case of these letters is not said of the others."""
        memory = self.memory
        memory.conditions = [
            each for each in memory.conditions if not set(names) & set(free_variables(each))
        ]
        settings = self.declarations.settings
        settings[:] = [each for each in settings if each.name not in names]

    def end_values(self, piece: Formula) -> list[Let | Unsettled]:
        """`In general …`: letters that stand for a number in an example are any numbers again."""
        known = self.declarations
        values = {name: known.value_of(name) for name in self.letters.letters(piece)}
        names = tuple(
            name
            for name, value in values.items()
            if name in known.renamed and value is not None and not free_variables(value)
        )
        if not names:
            return []
        span = self.source.span(*piece.place)
        return [*self.memory.names.drop(names, piece.place), Unsettled(names, span=span)]

    def no_longer(self, names: Sequence[str], place: Range) -> list[Entry]:
        """The end of functions whose letters are introduced as something else."""
        functions = set(self.declarations.functions) - self.own
        ended = tuple(name for name in names if name in functions)
        if not ended:
            return []
        for name in ended:
            self.declarations.forget(name)
            self.claims.defined.pop(name, None)
        self.claims.beyond.update(dict.fromkeys(ended, UNKNOWN))
        span = self.source.span(*place)
        return [Let(ended, "R", anew=True, in_prose=True, span=span)]

    def _given_up(self, sense: Sense, pieces: tuple[Piece, ...]) -> list[Entry]:
        """The letters of which something else is said now, which is not understood."""
        letters = [name for i in sense.unsettled for name in self.letters.letters(pieces[i])]
        names = tuple(
            name
            for name in dict.fromkeys(letters)
            if name not in self.declarations.functions and name not in self.claims.beyond
        )
        if not names:
            return []
        self.end_case(names)
        span = self.source.span(*pieces[sense.unsettled[0]].place)
        assumed = tuple(name for name in names if name in self.claims.assumed)
        self.claims.assumed -= set(assumed)
        ended = [Let(assumed, "R", span=span, anew=True, in_prose=True)] if assumed else []
        return [*ended, Unsettled(names, span=span)]

    def _depending(self, sense: Sense, pieces: tuple[Piece, ...]) -> list[Entry]:
        """`y is a function of x`: what is true of all numbers is true of these, and what is not
        may be true of them.
        """
        entries: list[Entry] = []
        for depending, others in sense.depending:
            letters, on = (
                [name for index in indices for name in self.letters.within(pieces[index])]
                for indices in (depending, others)
            )
            names = self.claims.depend(letters, on)
            if names:
                span = self.source.span(*pieces[depending[0]].place)
                entries.append(Unsettled(names, lasting=True, span=span))
        return entries

    def _accented(self, sense: Sense, pieces: tuple[Piece, ...]) -> list[Entry]:
        """Accented letters of which the words say something that is not read (`also written
        $\\bar x$`): they stand for something that is made of the plain letter.
        """
        said = {index for kind in sense.kinds for index in kind.pieces} | set(sense.introduced)
        entries: list[Entry] = []
        for index, piece in enumerate(pieces):
            names = tuple(
                name
                for name in (() if index in said else self.letters.names(piece))
                if plain_letter(name) != name
                and name not in self.memory.known | self.claims.declared
                and name not in self.declarations.renamed | set(self.declarations.functions)
            )
            if names:
                span = self.source.span(*piece.place)
                entries.append(Unsettled(names, lasting=True, span=span))
        return entries

    def _described(self, sense: Sense, pieces: tuple[Piece, ...]) -> list[Entry]:
        """What is not known of the letters that the sentence names or describes."""
        entries: list[Entry] = []
        described = sense.described
        for index in dict.fromkeys((*sense.named, *described, *sense.strange)):
            piece = pieces[index]
            names = self.letters.names(piece)
            if not names:
                if index in described:
                    self._describe_term(piece)
                continue
            entries += self.no_longer([name for name in names if described.get(index)], piece.place)
            if described.get(index):
                self._forget([name for name in names if self._is_number_now(name, pieces)])
            self.claims.beyond.update(self._constants(pieces, index, names))
            if index in sense.strange:
                new = index in described or self.memory.known.isdisjoint(names)
                self.claims.beyond.update(dict.fromkeys(names if new else (), UNKNOWN_KIND))
            names = tuple(
                name
                for name in names
                if name not in self.declarations.functions
                and (index in described or name not in self.claims.declared)
                and (index in described or name not in self.memory.known)
            )
            if index in described:
                self.claims.abstract.update(names)
            if names:
                span = self.source.span(*piece.place)
                entries.append(Unsettled(names, lasting=True, span=span))
        return entries

    def _is_number_now(self, name: str, pieces: tuple[Piece, ...]) -> bool:
        """Whether a letter of which something above was not read is called a number here."""
        code = self.declarations.language
        if name not in self.claims.beyond or code is None or name in {"e", "pi"}:
            return False
        called = called_strange(pieces, code, self.source.text, self.declarations.functions)
        return {each.number for each in called if name in each.names} == {True}

    def _describe_term(self, piece: Piece) -> None:
        """`Let $a(n)$ denote …`: a function of which nothing more is known."""
        if not isinstance(piece, Formula):
            return
        kinds = [token.type for token in piece.tokens[:2]]
        if kinds in (["NAME", "LPAR"], ["CONSTANT", "LPAR"]):
            name = str(piece.tokens[0].value)
            self.declarations.forget(name)
            self.claims.defined.pop(name, None)
            self.claims.beyond[name] = UNKNOWN_KIND

    def _constants(
        self, pieces: tuple[Piece, ...], index: int, names: tuple[str, ...]
    ) -> dict[str, str]:
        """The letters of the language's numbers e and pi that stand for something else here."""
        constants = [name for name in names if name in {"e", "pi"}]
        if not constants or names_the_constant(
            words_at(pieces, index - 1), words_at(pieces, index + 1)
        ):
            return {}
        if constants == ["e"] and is_about_e(self.source.text):
            return {}
        return dict.fromkeys(constants, ANOTHER)

    def _forget(self, names: list[str]) -> None:
        """What was said of these letters before is not of those that are introduced here."""
        fresh = set(names)
        memory = self.memory
        memory.conditions = [c for c in memory.conditions if fresh.isdisjoint(free_variables(c))]
        settings = self.declarations.settings
        settings[:] = [each for each in settings if each.name not in fresh]
        self.declarations.renamed -= fresh
        for name in names:
            self.claims.beyond.pop(name, None)
        self.claims.premises.forget(names)
        self.claims.dependence.end(names)
        self.memory.know(names)

    def _read_family(self, kind: Kind, name: str, place: Range) -> list[Entry]:
        """`positive numbers x_1, \\dots, x_n`: what is said of each element."""
        if kind.how == "case":
            return []
        span = self.source.span(*place)
        entries: list[Entry] = []
        if kind.how == "introduced" and name in self.claims.assumed:
            self.claims.assumed.discard(name)  # of other numbers
            entries.append(Declare((name,), 1, span=span, in_prose=True))
        element = Call(name, (Variable("i", span=span),), span=span)
        for operator, bound in _bounds(kind):
            number = Number(bound, span=span)
            statement = for_all("i", Relation(operator, element, number, span=span))
            entries += self.claims.assume((statement,), place)
            self.claims.assumed.add(name)
            self.declarations.see(place, "assumption", "it is assumed from here on")
        return entries

    def _read_kind(self, kind: Kind, names: list[str], place: Range) -> list[Entry]:
        """`a positive integer n`, `a は 1 でない正の数`."""
        span = self.source.span(*place)
        names = [name for name in names if name not in self.declarations.functions]
        if not names or any(name in {"e", "pi"} for name in names):
            # A letter that the language has as a number stands for another one here.
            self.claims.beyond.update(dict.fromkeys(names, ANOTHER))
            return []
        anew = kind.how == "introduced"
        spoken = self.declarations.variables | self.memory.known | self.declarations.renamed
        if anew:
            self._forget(names)
        elif any(name in self.claims.beyond for name in names):
            return []
        self.memory.know(names)
        self.claims.declared.update(names)
        named, _ = bounds_of(kind.kind)
        domain = _SETS.get(named, "R")
        conditions = [
            Relation(
                operator,
                Variable(name, span=span),
                Number(bound, span=span),
                span=span,
            )
            for name in names
            for operator, bound in _bounds(kind)
        ]
        if kind.how == "case":
            self.memory.suppose(conditions)
            return []
        entries: list[Entry] = []
        if named in _SETS or (anew and not spoken.isdisjoint(names)):
            entries.append(Let(tuple(names), domain, span=span, anew=anew, in_prose=True))
        if conditions:
            entries += self.claims.assume(tuple(conditions), place)
        return entries


def _bounds(kind: Kind) -> Bounds:
    """What is said of each number of a kind."""
    named, bounds = bounds_of(kind.kind)
    return (*_BOUNDS.get(named, ()), *bounds)
