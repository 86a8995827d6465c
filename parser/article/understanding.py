"""The rule for verifying what an article says: a claim counts only where the text is understood.

The sentences are read for what they assume, define and claim by the grammar of clauses
(`sentences.py`). That grammar leaves out words that it does not know. This module looks at the same
sentences from the other side: whatever the words say that is *not* understood, it must not be able
to make a formula `verified` that the text does not claim, or that means something else there. It
finds the stretches of the text (`Reserve`) in which nothing counts:

1. *Sentences.* A formula counts only if no word of its sentence may deny, doubt, restrict or quote
   what is claimed (`prose/coverage.py`), and if each word is known where the sentence judges its
   formula, or says what letters, signs or numbers mean (`wording.py`). The sentence of a display is
   the one that leads to it, and the one that goes on from it; a display after a sentence that is
   not understood is taken as meant by it, and so are the items of a list after one. Neither counts
   what rests on an assumption, a name or a definition in such a sentence.
2. *Letters.* A letter that the text calls by a noun that names no real number (`a permutation w`,
   `let w be a word`) is in doubt from there on, until it is introduced as a number.
3. *Notation.* Where the words give a sign a meaning, or speak of bases, units of angles or another
   arithmetic, what is written with these signs is in doubt from there on.
4. *What comes later.* A sentence without a formula of its own that is not understood may take back
   what stands above it (`spoken.py`), and so may a note at the foot of the page.
5. *Parts.* A heading, a title, an environment, a table or a ticked box that is not understood may
   say anything of what it holds. Of what is held back by it, or later, what fails is an alarm.
6. *Beside what fails.* A sentence whose formulas do not all hold counts for none of them
   (`verdicts/beside.py`).

A reserve never makes a formula false: it is reported as one that holds as it is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from shomei.parser.article.doubts import Doubts
from shomei.parser.article.holding import HEADING, LATER, LETTER, NOTATION, PART, Holding, told
from shomei.parser.article.pieces import (
    Broken,
    Formula,
    Piece,
    Sentence,
    said_of,
    says_something,
)
from shomei.parser.article.sentence_forms import (
    ANNOUNCES,
    ASKS,
    BARE,
    CONCLUDES,
    EXPLETIVE,
    FAULT,
    OF_ABOVE,
    REALS,
    asks,
    is_heading_in_line,
    is_run_in,
    says_words,
    segments,
)
from shomei.parser.article.spoken import Spoken
from shomei.parser.article.wording import Wording
from shomei.parser.article.worlds import in_doubt
from shomei.parser.ast import Reserve
from shomei.parser.carriers.blocks import Display
from shomei.parser.declarations import Declarations
from shomei.parser.families import families_of
from shomei.parser.imaginary import is_compared
from shomei.parser.source import Range, Source

#: What gives characters another meaning in TeX.
_REMADE: Final = re.compile(
    r"\\(?:cat|math|del|lc|uc)code\s*`\\?[^@\sA-Za-z]|\\DeclareMath(?:Symbol|Delimiter)\s*\{?[^\\{\s]"
    r"|\\(?:newunicodechar|DeclareUnicodeCharacter)(?![A-Za-z])"
)


@dataclass(slots=True)
class _Open:
    """The sentence that is being read, where it goes on beyond a paragraph."""

    places: list[Range] = field(default_factory=list)
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class Understanding:
    """Follows the blocks of an article, and notes the stretches in which nothing counts."""

    source: Source
    declarations: Declarations
    #: A sentence that is not ended.
    open: _Open | None = None
    #: What is not understood of the last sentence.
    last: tuple[str, ...] = ()
    #: Whether the last block is a display, and whether a full stop ends it.
    after_display: bool = False
    stopped: bool = False
    depth: int = 0
    #: The depth of a list that a sentence leads to which is not understood, and what is not.
    items: tuple[int, tuple[str, ...]] | None = None
    #: What is claimed, by sentences.
    spoken: Spoken = field(default_factory=Spoken)
    #: A sentence without an end that leads to a display, or speaks of what stands above.
    pending: tuple[tuple[str, ...], str] | None = None
    #: What is not understood of the opening of a paragraph that stands before all of it.
    opening: tuple[str, ...] = ()
    #: The sections whose headings are not understood: their levels, and their reserves.
    sections: list[tuple[int, int]] = field(default_factory=list)
    #: The parts that are not understood: their depths, and their reserves.
    parts: list[tuple[int, int]] = field(default_factory=list)
    #: What says that some of what follows is not so, and the level of its section, or 0 for one
    #: that a sentence says of its own section: there, formulas without words do not count.
    faulty: tuple[int, tuple[str, ...]] | None = None
    #: How far the text is read.
    reached: int = 0
    #: Whether the last paragraph is a cell of a table.
    tabled: bool = False
    holding: Holding = field(init=False)
    wording: Wording = field(init=False)
    doubts: Doubts = field(init=False)

    def __post_init__(self) -> None:
        self.holding = Holding(self.source, self.declarations)
        self.wording = Wording(self.source, self.declarations)
        self.doubts = Doubts(self.source, self.declarations, self.holding, self.wording)
        text = self.source.text
        if found := self.wording.title(text):
            self.holding.stretch(0, f"{HEADING}: {told(found)}", in_doubt(found))
        if "i" not in families_of(text).indices and not is_compared(text):
            self.holding.doubt(0, f"{LETTER}: i", letters=frozenset(("i",)))
        if _REMADE.search(text):
            self.holding.doubt(0, NOTATION)

    def sentence(self, sentence: Sentence, *, first: bool) -> None:
        """A sentence of a paragraph; `first`: the paragraph begins with it. What it concludes
        (`…, so …`) says nothing of what it says before.
        """
        unknown: tuple[str, ...] = ()
        if first:
            self._settle()
        self.reached = max([self.reached, *(piece.place[1] for piece in sentence.pieces)])
        parts = [
            (pieces, index == 0)
            for whole in self.wording.corrected(sentence.pieces)
            for index, pieces in enumerate(segments(whole))
        ]
        for index, (pieces, anew) in enumerate(parts):
            last = index == len(parts) - 1
            ended = sentence.ended or not last
            before_it = () if anew else unknown
            self._segment(Sentence(pieces, ended), before_it, first=first and index == 0)
            unknown = self.last

    def continues(self, sentence: Sentence) -> bool:
        """Whether a sentence at the beginning of a paragraph goes on from the display above it."""
        return (
            self.open is not None
            and self.after_display
            and self.wording.goes_on(sentence.pieces, stopped=self.stopped)
        )

    def _segment(self, sentence: Sentence, before_it: tuple[str, ...], *, first: bool) -> None:
        """A sentence, or a part of one, after a part in which something is not understood."""
        pieces = sentence.pieces
        scope = self.wording.scoped(pieces, self.spoken.groups[-1:])
        concerning, strange = self.wording.not_understood(scope.own)
        said = (*before_it, *self.wording.not_understood(scope.beside)[0])
        unknown = (*before_it, *concerning)
        places, own = self._places_in(pieces)
        before = self.open if first and self.after_display else None
        goes_on = before is not None and self.wording.goes_on(pieces, stopped=self.stopped)
        leads_in = first and is_heading_in_line(pieces)
        if not own and not goes_on and not leads_in and asks(pieces):
            unknown, said = (*unknown, "?"), (*said, "?")
        above, unknown = self._with_before(pieces, unknown, before, said=said, goes_on=goes_on)
        if not goes_on:
            self.spoken.sentence(self.depth, listed=self.tabled)
            if said:
                drawn = not first and CONCLUDES.match(said_of(pieces).lstrip(";；"))
                claims = bool(own or drawn)
                self._hold_back(pieces, said, claims=claims, ended=sentence.ended)
        self.spoken.claim(*own)
        if first and not own and unknown and is_run_in(pieces):
            self.opening = unknown
        unknown = self._with_faults(pieces, unknown, claims=bool(own), reserved=bool(said))
        # Each once: what is handed on from part to part would double with each of them.
        unknown = tuple(dict.fromkeys(self._with_opening(unknown)))
        self.holding.reserve_each(places, unknown)
        self.holding.reserve_each(above, unknown or said)
        for index in scope.denied:
            self.holding.reserve(pieces[index].place, self.wording.unknown(pieces))
        self._note(pieces, places, unknown, strange, claims=bool(own))
        self.open = None if sentence.ended else _Open([*above, *places], unknown)
        self.last = unknown
        self.after_display = False

    def _places_in(self, pieces: Sequence[Piece]) -> tuple[list[Range], list[Range]]:
        """The places of the formulas of a sentence, and of those that say something."""
        places = [piece.place for piece in pieces if isinstance(piece, Formula | Broken)]
        own = [place for place in places if says_something(self.source.text[slice(*place)])]
        return places, own

    def _with_before(
        self,
        pieces: Sequence[Piece],
        unknown: tuple[str, ...],
        before: _Open | None,
        *,
        said: tuple[str, ...],
        goes_on: bool,
    ) -> tuple[list[Range], tuple[str, ...]]:
        """The places above that a sentence speaks of too, and what is not understood of it together
        with what it goes on from, or draws from; `said` is what may concern these places.
        """
        if before is not None and goes_on:
            return before.places, (*before.unknown, *unknown)
        if not says_words(pieces) or self.wording.draws(pieces):
            return [], (*self.wording.lasting(self.last), *unknown)
        if before is not None and said and self.wording.is_of_above(pieces):
            return before.places, unknown
        return [], unknown

    def _with_faults(
        self, pieces: Sequence[Piece], unknown: tuple[str, ...], *, claims: bool, reserved: bool
    ) -> tuple[str, ...]:
        """What is not understood of a sentence, after what says that formulas without words are
        not so; a sentence of words alone, some of them not understood, may itself begin to say so.
        """
        if self.faulty is not None and claims and BARE.fullmatch(said_of(pieces)):
            return (*self.faulty[1], *unknown)
        if self.faulty is None and reserved and not claims and ANNOUNCES.search(said_of(pieces)):
            self.faulty = self._faults(said_of(pieces))
        return unknown

    def _with_opening(self, unknown: tuple[str, ...]) -> tuple[str, ...]:
        """What is not understood here, after that of the list and of the paragraph's opening."""
        listed = self.items[1] if self.items is not None else ()
        return (*listed, *self.opening, *unknown)

    def _note(
        self,
        pieces: Sequence[Piece],
        places: list[Range],
        unknown: tuple[str, ...],
        strange: tuple[str, ...],
        *,
        claims: bool,
    ) -> None:
        """Notes what a sentence with formulas at these places says of letters, signs and numbers,
        and where it is only supposed to be understood.
        """
        if len(places) > 1:
            self.declarations.together.append(tuple(places))
        if not unknown and (doubtful := self.wording.taking_back(pieces, strange)):
            for place in places:
                self.holding.reserve(place, doubtful, supposed=True)
        if not claims and REALS.search(said_of(pieces)):
            self.holding.end_doubtful_kinds(pieces[-1].place[1])
        begin = pieces[0].place[0]
        self.doubts.numbers(pieces)
        self.doubts.letters(pieces, begin, read=not strange)
        self.doubts.changes(pieces, begin, claims=claims)
        self.doubts.notation(pieces, begin, (*unknown, *strange))

    def display(self, display: Display) -> None:
        """A display, after the sentence that leads to it."""
        self.pending = None
        self.reached = display.place[1]
        unknown = self._with_opening(self.open.unknown if self.open else self.last)
        if not self.after_display and self.open is None:
            self.spoken.sentence(self.depth, listed=self.tabled)
        self.spoken.claim(display.place)
        if self.faulty is not None and self.open is None:
            unknown = (*self.faulty[1], *unknown)
        if unknown:
            self.holding.reserve(display.place, unknown)
        self.stopped = self.wording.stops(display.place)
        self.open = _Open([*(self.open.places if self.open else ()), display.place], unknown)
        self.last = unknown
        self.after_display = True

    def row(self, place: Range, pieces: Sequence[Piece]) -> None:
        """A row of a display with its words."""
        unknown = self.wording.unknown(pieces)
        unknown += self.wording.over_signs(place)
        if unknown:
            self.holding.reserve(place, unknown)

    def paragraph(self, row: str = "") -> None:
        """A paragraph begins. `row`: the words of the row of a table that it is a cell of."""
        self._settle()
        self.spoken.paragraph()
        if self.stopped or not self.after_display:
            self.opening = ()
        led = self.items if row and self.tabled else None
        if row and not self.tabled and self.last:
            led = self.depth, self.last
        if self.items is not None and self.depth <= self.items[0]:
            self.items = None
        self.tabled = bool(row)
        if row:
            self.items = led
            self.spoken.item(self.depth)
            if found := self.wording.unknown_words(row, heading=True):
                self.items = self.depth, (*(led[1] if led else ()), *found)

    def boundary(self, kind: str, place: Range, said: str, strange: str) -> None:
        """An environment, an item or the like begins or ends; `said` is its title, and `strange`
        its name if that does not say what it is.
        """
        last = self.open.unknown if self.open else self.last
        if kind == "item" and self.items is None and last:
            self.items = self.depth, last
        self.opening = ()
        if kind == "item":
            self.pending = None
            self.spoken.item(self.depth)
        else:
            self._settle()
        if kind.startswith("end ") and kind != "end definition":
            self.depth -= 1
            while self.parts and self.parts[-1][0] > self.depth:
                self.holding.end_stretch(self.parts.pop()[1], max(place[0], self.reached))
        elif kind in {"item", "part", "proof", "theorem"}:
            self.depth += 1
            if found := (
                *((strange,) if strange else ()),
                *self.wording.unknown_words(said, heading=True),
            ):
                stretch = self.holding.stretch(place[1], f"{PART}: {told(found)}")
                self.parts.append((self.depth, stretch))
        self.close()

    def heading(self, place: Range, level: int, words: str) -> None:
        """A section begins: another arithmetic ends."""
        self._settle()
        self.holding.end(place[0], NOTATION)
        self.holding.end_changes(place[0])
        while self.sections and self.sections[-1][0] >= level:
            self.holding.end_stretch(self.sections.pop()[1], place[0])
        self.doubts.begin = place[0]
        self.spoken.heading()
        if self.faulty is not None and self.faulty[0] in {0, *range(level, 10)}:
            self.faulty = None
        self.faulty = self.faulty or self._faults(words, level)
        found = self.wording.heading(words)
        if found:
            why = f"{HEADING}: {told(found)}"
            stretch = self.holding.stretch(place[1], why, in_doubt(found))
            self.sections.append((level, stretch))
        self.opening, self.items = (), None
        self.close()

    def _faults(self, words: str, level: int = 0) -> tuple[int, tuple[str, ...]] | None:
        """What words say of mistakes among what follows, in a section of this level."""
        found = FAULT.search(words) if self.declarations.language is not None else None
        return (level, (found.group(),)) if found else None

    def finish(self) -> None:
        """The text ends."""
        self._settle()

    def close(self) -> None:
        """Whatever comes next begins a sentence of its own."""
        self.open, self.last, self.after_display = None, (), False

    def _hold_back(
        self, pieces: Sequence[Piece], unknown: tuple[str, ...], *, claims: bool, ended: bool
    ) -> None:
        """Holds back what a sentence that is not understood may speak of."""
        spoken = said_of(pieces)
        refers = OF_ABOVE.search(EXPLETIVE.sub(" ", spoken) if claims else spoken) is not None
        if claims and not refers:
            return
        asked = ASKS.search(spoken) and spoken.rstrip().endswith(("?", "？"))
        if asked and not FAULT.search(spoken):
            return
        if not refers and (
            self.wording.only_hedges(spoken, unknown) or not self.wording.is_about_above(spoken)
        ):
            return
        if refers or ended:
            self._speak(spoken, unknown, refers=refers)
        else:
            self.pending = unknown, spoken

    def _speak(self, spoken: str, unknown: tuple[str, ...], *, refers: bool = False) -> None:
        why = f"{LATER}: {told(unknown)}"
        for place in self.spoken.meant(spoken, refers=refers):
            self.declarations.reserves.append(Reserve(*place, why, alarming=True))

    def _settle(self) -> None:
        """No display comes after the last sentence."""
        if self.pending is not None:
            unknown, spoken = self.pending
            self.pending = None
            self._speak(spoken, unknown)
