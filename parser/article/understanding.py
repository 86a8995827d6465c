"""The rule for verifying what an article says: a claim counts only where the text is understood.

The sentences are read for what they assume, define and claim by the grammar of clauses
(`sentences.py`). That grammar leaves out words that it does not know. This module looks at the same
sentences from the other side: whatever the words say that is *not* understood, it must not be able
to make a formula `verified` that the text does not claim, or that means something else there. It
finds the stretches of the text (`Reserve`) in which nothing counts:

1. *Sentences.* A formula counts only if each word of its sentence is known to leave alone what is
   claimed (`prose/coverage.py`). The sentence of a display is the one that leads to it, and the one
   that goes on from it; a display after a sentence that is not understood is taken as meant by it,
   and so are the items of a list after one. Neither counts what rests on an assumption, a name or a
   definition in such a sentence.
2. *Letters.* A letter that the text calls by a noun that names no real number (`a permutation w`,
   `let w be a word`) is in doubt from there on, until it is introduced as a number.
3. *Notation.* Where the words give a sign a meaning, or speak of bases, units of angles or another
   arithmetic, what is written with these signs is in doubt from there on.
4. *Beside what fails.* A sentence whose formulas do not all hold counts for none of them
   (`verdicts/doubt.py`).

A reserve never makes a formula false: it is reported as one that holds as it is read.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lark import Token

from shomei.languages.language import words as clause_words
from shomei.languages.phrases import matching
from shomei.parser.article.calling import called_strange, letters_of
from shomei.parser.article.pieces import Broken, Formula, Piece, Sentence, Text, says_something
from shomei.parser.article.spoken import Spoken
from shomei.parser.ast import Reserve
from shomei.parser.carriers.blocks import Display
from shomei.parser.declarations import Declarations
from shomei.parser.families import families_of
from shomei.parser.prose.coverage import unknown_words
from shomei.parser.prose.lexicon import language_of, lexemes
from shomei.parser.source import Range, Source

#: Why something does not count.
SENTENCE: Final = "it holds as it is read, but the sentence around it is not understood"
LETTER: Final = "it holds as it is read, but it is not understood what these letters are"
NOTATION: Final = "it holds as it is read, but what the text says of its signs is not understood"
CLAUSE: Final = "it holds as it is read, but its clause is not understood"
HEADING: Final = "it holds as it is read, but the heading above it is not understood"
PART: Final = "it holds as it is read, but what it is a part of is not understood"
LATER: Final = "it holds as it is read, but what the text says of it later is not understood"
_SHOWN: Final = 3

#: What may stand after the full stop of a display.
_CLOSING: Final = re.compile(
    r"(?:\s|\$|\\[\])]|\\end\{[^{}]*\}|\\(?:tag|label|hspace|vspace)\*?\{[^{}]*\}|\\\\(?:\[[^\]]*\])?"
    r"|\\[,;!:]|\\q?quad|\\(?:no)?number|[}&]|\{#[^{}]*\}|```|:::)*\Z"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
#: What gives characters another meaning in TeX.
_REMADE: Final = re.compile(
    r"\\(?:cat|math|del|lc|uc)code\s*`\\?[^@\sA-Za-z]|\\DeclareMath(?:Symbol|Delimiter)\s*\{?[^\\{\s]"
    r"|\\(?:newunicodechar|DeclareUnicodeCharacter)(?![A-Za-z])"
)
#: A set of numbers, or an alphabet, that is none of the language's.
_ALPHABET: Final = re.compile(
    r"\\math(?:bb|cal|frak|scr|fr|bf)\s*(?:\{\s*(?![RNQZ]\s*\})|(?![{RNQZ]))|\\(?:angle|triangle|vec"
    r"|overrightarrow|cong|equiv|oplus|otimes|odot|ominus|[pb]?mod|boldsymbol|parallel|perp|wedge"
    r"|vee|c[au]p|subset(?:eq)?|supset(?:eq)?|star|ast|bullet)(?![A-Za-z])"
)
#: The sign of an expectation.
_EXPECTED: Final = re.compile(r"\\mathbb\s*(?:\{\s*E\s*\}|E)")
#: `· stands for …`
_EXPLAINS: Final = re.compile(
    r"·\s*(?:is\b|means?\b|とは|は\s*·|"
    + "|".join(re.escape(each) for each in clause_words("clauses", "denote"))
    + r")",
    re.IGNORECASE,
)
#: What stands between letters of a list, each with what it is called.
_LISTED: Final = re.compile(
    rf"\s*を?\s*(?:[,，、]|{'|'.join(clause_words('article', 'joint'))})[^。.;はがでに]*\Z",
    re.IGNORECASE,
)
#: Residues, and other rings and fields.
_RING: Final = re.compile(
    r"\\math(?:bb|bf)\s*\{?\s*(?:Z\s*\}?\s*(?:/|_|\\slash)|F|GF)|\\operatorname\{GF\}|\\mathrm\{GF\}"
)
_SETS_A_NUMBER: Final = re.compile(
    r"[\s$]*(?:\\\()?\s*(\\?[A-Za-z]+)\s*=\s*(-?[\d./]+)\s*(?:\\\))?[\s$.,]*"
)
_EVERY: Final = re.compile(
    rf"(?:{'|'.join(re.escape(each) for each in clause_words('clauses', 'any'))})\s*\Z",
    re.IGNORECASE,
)
#: What comes after what is said, and says nothing of it.
_CONCLUDES: Final = re.compile(
    r"[;；]|,\s*(?:and\s+|et\s+)?(?:"
    + "|".join(re.escape(each) for each in clause_words("clauses", "so", spaced=True))
    + r")\b",
    re.IGNORECASE,
)
#: What stands over a sign, or beside it in words.
_OVER: Final = re.compile(r"\\(?:stackrel|overset|underset)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_SIGNS: Final = {
    "PLUS": "+",
    "MINUS": "-",
    "TIMES": "*",
    "SLASH": "/",
    "EQ": "=",
    "CARET": "^",
}
_LOGARITHMS: Final = frozenset(("log", "ln", "log_base"))
_ANGLES: Final = frozenset(
    ("sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "pi")
)


_OF_ABOVE: Final = matching("notation", "above")
_BASES: Final = matching("notation", "bases")
_UNITS: Final = matching("notation", "angles")
_WORLD: Final = matching("notation", "arithmetic")
_MEANS: Final = matching("notation", "means")
_DEPENDS: Final = matching("notation", "depends")
_NATURAL: Final = matching("notation", "natural")
_CHANGES: Final = matching("notation", "changes")
_ASKS: Final = matching("notation", "asks")
_EXPLETIVE: Final = matching("notation", "expletive")
_INTRODUCES: Final = matching("notation", "introduces")
#: A note at the foot of a page, and a mark that refers to one.
_NOTE: Final = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_MARK: Final = re.compile(r"\[\^([^\]\n]+)\](?!:)")
#: The title of an article, and what else stands in its front matter for a reader.
_FRONT: Final = re.compile(
    r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_ENTITLED: Final = re.compile(
    r"^(?:title|subtitle|description|abstract|summary|excerpt|tags|categories|keywords)[ \t]*:"
    r"(.*(?:\n[ \t]+.*|\n-[ \t].*)*)",
    re.MULTILINE | re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"^[^%\n]*\\(?:title|subtitle|subject)\s*(?:\[[^\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}",
    re.MULTILINE,
)
_FORMULA: Final = re.compile(r"\$[^$]*\$|\\\(.*?\\\)")
#: A box that is ticked, or not.
_BOX: Final = re.compile(r"\s*\[[ xX✓✗]\]")
#: What is emphasized as a whole, or stands in brackets, and says what comes next.
_RUN_IN: Final = re.compile(
    r"\s*(?:(\*\*|__|\*|_)[^*_]+(?:\1)?[.:。：]?(?:\1)?"
    r"|\\(?:textbf|textit|emph|textsc|underline|paragraph)\s*\{[^{}]*\}?[.:。：]?)\s*"
)


@dataclass(slots=True)
class _Open:
    """The sentence that is being read, where it goes on beyond a paragraph."""

    places: list[Range] = field(default_factory=list)
    unknown: tuple[str, ...] = ()


_ORDER: Final = r"(?:[<>≤≥]|\\(?:leq?|geq?|lt|gt|leqslant|geqslant)(?![a-z]))"
#: An i that is compared with others is not the imaginary unit.
_COMPARED: Final = re.compile(rf"(?<![A-Za-z\\_^])i\s*{_ORDER}|{_ORDER}\s*i(?![A-Za-z_^])")


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
    #: Where the section begins.
    begin: int = 0
    #: The parts that are not understood: their depths, and their reserves.
    parts: list[tuple[int, int]] = field(default_factory=list)
    #: What is not understood of the notes, by their marks.
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: How far the text is read.
    reached: int = 0
    #: Whether the last paragraph is a cell of a table.
    tabled: bool = False

    def __post_init__(self) -> None:
        text = self.source.text
        self._title(text)
        for note in _NOTE.finditer(text):
            if said := self._unknown_words(note[2]):
                self.notes[note[1]] = said
        if "i" not in families_of(text).indices and not _COMPARED.search(text):
            self._doubt(0, f"{LETTER}: i", letters=frozenset(("i",)))
        if _REMADE.search(text):
            self._doubt(0, NOTATION)

    # ----------------------------------------------------------------------------------------------
    # Blocks

    def sentence(self, sentence: Sentence, *, first: bool) -> None:
        """A sentence of a paragraph; `first`: the paragraph begins with it. What it concludes
        (`…, so …`) says nothing of what it says before.
        """
        unknown: tuple[str, ...] = ()
        if first:
            self._settle()
        self.reached = max([self.reached, *(piece.place[1] for piece in sentence.pieces)])
        segments = list(_segments(sentence.pieces))
        for index, pieces in enumerate(segments):
            last = index == len(segments) - 1
            ended = sentence.ended or not last
            self._segment(Sentence(pieces, ended), unknown, first=first and index == 0)
            unknown = self.last

    def _segment(self, sentence: Sentence, before_it: tuple[str, ...], *, first: bool) -> None:
        """A sentence, or a part of one, after a part in which something is not understood."""
        pieces = sentence.pieces
        unknown = (*before_it, *self._unknown(pieces))
        places = [piece.place for piece in pieces if isinstance(piece, Formula | Broken)]
        own = [place for place in places if says_something(self.source.text[slice(*place)])]
        before = self.open if first and self.after_display else None
        above: list[Range] = []
        goes_on = before is not None and self._goes_on(pieces)
        if not own and not goes_on and self._asks(pieces):
            unknown = (*unknown, "?")
        said = unknown
        if before is not None and goes_on:
            above, unknown = before.places, (*before.unknown, *unknown)
        elif not _says_words(pieces) or self._draws(pieces):
            unknown = (*self.last, *unknown)
        elif before is not None and unknown and self._is_of_above(pieces):
            above = before.places
        if not goes_on:
            self.spoken.sentence(self.depth, listed=self.tabled)
            if said:
                drawn = not first and _CONCLUDES.match(_said(pieces).lstrip(";；"))
                claims = bool(own or drawn)
                self._hold_back(pieces, said, claims=claims, ended=sentence.ended)
        self.spoken.claim(*own)
        if first and not own and unknown and self._is_run_in(pieces):
            self.opening = unknown
        unknown = (*self.opening, *unknown)
        if self.items is not None:
            unknown = (*self.items[1], *unknown)
        # Each once: what is handed on from part to part would double with each of them.
        unknown = tuple(dict.fromkeys(unknown))
        begin = pieces[0].place[0]
        if unknown:
            for place in (*above, *places):
                self._reserve(place, unknown)
        if len(places) > 1:
            self.declarations.together.append(tuple(places))
        self._numbers(pieces)
        self._letters(pieces, begin, read=not said)
        self._changes(pieces, begin, claims=bool(own))
        self._notation(pieces, begin, unknown)
        self.open = None if sentence.ended else _Open([*above, *places], unknown)
        self.last = unknown
        self.after_display = False

    def display(self, display: Display) -> None:
        """A display, after the sentence that leads to it."""
        self.pending = None
        self.reached = display.place[1]
        unknown = (*self.opening, *(self.open.unknown if self.open else self.last))
        if not self.after_display and self.open is None:
            self.spoken.sentence(self.depth, listed=self.tabled)
        self.spoken.claim(display.place)
        if self.items is not None:
            unknown = (*self.items[1], *unknown)
        if unknown:
            self._reserve(display.place, unknown)
        text = self.source.text[slice(*display.place)]
        end = _CLOSING.search(text)
        self.stopped = text[: end.start() if end else None].endswith((".", "。", "．"))
        self.open = _Open([*(self.open.places if self.open else ()), display.place], unknown)
        self.last = unknown
        self.after_display = True

    def row(self, place: Range, pieces: Sequence[Piece]) -> None:
        """A row of a display with its words."""
        unknown = self._unknown(pieces)
        code = self.declarations.language
        for over in _OVER.findall(self.source.text[slice(*place)]):
            said = _WORD.findall(_COMMAND.sub(" ", over))
            unknown += tuple(word for word in said if code is None or unknown_words(word, code))
        if unknown:
            self._reserve(place, unknown)

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
            if found := self._unknown_words(row):
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
                self._close(self.parts.pop()[1], max(place[0], self.reached))
        elif kind in {"item", "part", "proof", "theorem"}:
            self.depth += 1
            if found := (
                *((strange,) if strange else ()),
                *self._unknown_words(said, heading=True),
            ):
                self.parts.append((self.depth, self._stretch(place[1], f"{PART}: {_told(found)}")))
        self.close()

    def heading(self, place: Range, level: int, words: str) -> None:
        """A section begins: another arithmetic ends."""
        self._settle()
        self._end(place[0], NOTATION)
        while self.sections and self.sections[-1][0] >= level:
            self._close(self.sections.pop()[1], place[0])
        self.begin = place[0]
        self.spoken.heading()
        words = _FORMULA.sub(" ", words)
        found = self._unknown_words(words, heading=True)
        if not found and (world := _WORLD.search(words)):
            found = (world.group(),)
        if found:
            why = f"{HEADING}: {_told(found)}"
            self.sections.append((level, self._stretch(place[1], why)))
        self.opening, self.items = (), None
        self.close()

    def finish(self) -> None:
        """The text ends."""
        self._settle()

    def close(self) -> None:
        """Whatever comes next begins a sentence of its own."""
        self.open, self.last, self.after_display = None, (), False

    # ----------------------------------------------------------------------------------------------
    # What is not understood

    def _unknown(self, pieces: Sequence[Piece]) -> tuple[str, ...]:
        """What is not understood of some pieces."""
        code = self.declarations.language
        found: list[str] = []
        spoken = " ".join(piece.words for piece in pieces if isinstance(piece, Text))
        if code is None:
            return tuple(_WORD.findall(spoken))
        own = language_of(spoken, code)
        if pieces and isinstance(pieces[0], Text) and (box := _BOX.match(pieces[0].words)):
            found.append(box.group().strip())
        for piece in pieces:
            if isinstance(piece, Text):
                found += unknown_words(piece.words, own)
                for mark in _MARK.findall(piece.words):
                    found += self.notes.get(mark, ())
            elif _ALPHABET.search(self._without_operators(piece)):
                found.append(self.source.text[slice(*piece.place)])
        return tuple(found)

    def _without_operators(self, piece: Piece) -> str:
        """A formula without the letters that are operators on random variables there."""
        text = self.source.text[slice(*piece.place)]
        return _EXPECTED.sub("", text) if "E" in self.declarations.operators else text

    def _unknown_words(self, words: str, *, heading: bool = False) -> tuple[str, ...]:
        """What is not understood of words without formulas."""
        code = self.declarations.language
        if code is None:
            return tuple(_WORD.findall(words))
        return unknown_words(words, language_of(words, code), heading=heading)

    def _title(self, text: str) -> None:
        """The title of the article, of which all of it is a part."""
        front = _FRONT.match(text)
        titles = _ENTITLED.findall(front[1]) if front else []
        titles += _TITLE.findall(text) if "\\title" in text or "\\subtitle" in text else []
        for title in titles:
            words = _FORMULA.sub(" ", title.strip().strip("\"'"))
            found = self._unknown_words(words, heading=True)
            if not found and (world := _WORLD.search(words)):
                found = (world.group(),)
            if found:
                self._stretch(0, f"{HEADING}: {_told(found)}")
                return

    def _asks(self, pieces: Sequence[Piece]) -> bool:
        """Whether a sentence asks about what stands above it, rather than what comes next."""
        last = pieces[-1]
        if not isinstance(last, Text) or not last.words.rstrip().endswith(("?", "？")):
            return False
        return _ASKS.search(_said(pieces)) is None

    def _is_run_in(self, pieces: Sequence[Piece]) -> bool:
        """Whether a sentence is the opening of its paragraph, such as a heading in its line."""
        spoken = "".join(p.words if isinstance(p, Text) else "·" for p in pieces)
        return _RUN_IN.fullmatch(spoken) is not None

    def _hold_back(
        self, pieces: Sequence[Piece], unknown: tuple[str, ...], *, claims: bool, ended: bool
    ) -> None:
        """Holds back what a sentence that is not understood may speak of."""
        spoken = _said(pieces)
        refers = _OF_ABOVE.search(_EXPLETIVE.sub(" ", spoken) if claims else spoken) is not None
        if claims and not refers:
            return
        if _ASKS.search(spoken) and spoken.rstrip().endswith(("?", "？")):
            return
        if refers or ended:
            self._speak(spoken, unknown, refers=refers)
        else:
            self.pending = unknown, spoken

    def _speak(self, spoken: str, unknown: tuple[str, ...], *, refers: bool = False) -> None:
        why = f"{LATER}: {_told(unknown)}"
        for place in self.spoken.meant(spoken, refers=refers):
            self.declarations.reserves.append(Reserve(*place, why, alarming=True))

    def _settle(self) -> None:
        """No display comes after the last sentence."""
        if self.pending is not None:
            unknown, spoken = self.pending
            self.pending = None
            self._speak(spoken, unknown)

    def _changes(self, pieces: Sequence[Piece], begin: int, *, claims: bool) -> None:
        """Letters that a sentence changes: what is supposed of them is said of others."""
        spoken = _said(pieces)
        if claims or not _CHANGES.search(spoken):
            return
        names = frozenset(name for each in pieces for name in letters_of(each, self.source.text))
        if names:
            end = len(self.source.text)
            why = f"{LETTER}: {', '.join(sorted(names))}"
            self.declarations.reserves.append(Reserve(begin, end, why, names, supposed=True))

    def _goes_on(self, pieces: Sequence[Piece]) -> bool:
        """Whether the sentence of the display above goes on with these pieces."""
        if self.stopped:
            return False
        first = pieces[0]
        if not isinstance(first, Text):
            return True
        text = first.words.lstrip()
        if not text:
            return len(pieces) > 1 and not isinstance(pieces[1], Text)
        if text[0].isascii():
            return not text[0].isupper() and text[0] not in "*_#>["
        lexeme = next(lexemes(text, language_of(text, self.declarations.language or "en")), None)
        opens = lexeme is not None and lexeme.category in {"then", "adverb", "scoping", "so"}
        return not opens and not text[0].isupper()

    def _draws(self, pieces: Sequence[Piece]) -> bool:
        """Whether a sentence draws a conclusion from the one before it: `Thus …`."""
        code = self.declarations.language
        if code is None or not isinstance(pieces[0], Text):
            return False
        words = pieces[0].words
        lexeme = next(lexemes(words, language_of(words, code)), None)
        return lexeme is not None and lexeme.category in {"so", "then"}

    def _is_of_above(self, pieces: Sequence[Piece]) -> bool:
        """Whether a sentence speaks of the display above it."""
        spoken = "".join(p.words if isinstance(p, Text) else "·" for p in pieces)
        own = any(
            isinstance(p, Formula | Broken) and says_something(self.source.text[slice(*p.place)])
            for p in pieces
        )
        if own:
            return False
        code = self.declarations.language
        denies = (
            code is not None
            and all(isinstance(p, Text) for p in pieces)
            and any(
                each.kind == "negative" or each.category == "denied"
                for each in lexemes(spoken, language_of(spoken, code))
            )
        )
        return denies or _OF_ABOVE.search(spoken) is not None

    def _numbers(self, pieces: Sequence[Piece]) -> None:
        """A letter that has two values in one sentence has none."""
        values: dict[str, list[tuple[str, Range]]] = {}
        for piece in pieces:
            if isinstance(piece, Formula) and (
                match := _SETS_A_NUMBER.fullmatch(self.source.text[slice(*piece.place)])
            ):
                values.setdefault(match[1], []).append((match[2], piece.place))
        every = {
            name
            for before, piece in itertools.pairwise(pieces)
            if isinstance(before, Text) and _EVERY.search(before.words)
            for name in letters_of(piece, self.source.text)
        }
        for name, found in values.items():
            if len({value for value, _ in found}) > 1 or name.removeprefix("\\") in every:
                for _, place in found:
                    self._reserve(place, ())

    def _letters(self, pieces: Sequence[Piece], begin: int, *, read: bool) -> None:
        """The letters that a sentence calls something that is no number. One that is not `read`,
        and introduces nothing, may say so of what stands above it as well.
        """
        code = self.declarations.language
        if code is None:
            return
        spoken = " ".join(p.words if isinstance(p, Text) else "·" for p in pieces)
        functions = self.declarations.functions
        if named := self._related(pieces, spoken):
            why = f"{LETTER}: {', '.join(sorted(named))}"
            self._doubt(begin, why, letters=named, operations=frozenset(("derivative",)))
        for called in called_strange(pieces, code, self.source.text, functions):
            names = frozenset(called.names)
            if called.number:
                self._end(begin, LETTER, names)
                continue
            why = f"{LETTER}: {', '.join(called.names)}"
            self._doubt(begin, why, letters=names)
            if not (read or _INTRODUCES.search(spoken)) and self.begin < begin:
                self.declarations.reserves.append(
                    Reserve(self.begin, begin, why, names, alarming=True)
                )

    def _related(self, pieces: Sequence[Piece], spoken: str) -> frozenset[str]:
        """The letters of a sentence that relates letters to each other by words, so that one may
        depend on another.
        """
        groups = 0
        named: set[str] = set()
        joined = every = False
        for piece in pieces:
            if isinstance(piece, Text):
                joined = joined and _LISTED.match(piece.words) is not None
                every = _EVERY.search(piece.words) is not None
                continue
            if every:  # `for all x` relates x to nothing
                continue
            names = letters_of(piece, self.source.text)
            groups += bool(names) and not joined
            named.update(names)
            joined = bool(names)
        if groups <= 1 and not _DEPENDS.search(spoken):
            return frozenset()
        return frozenset(
            name
            for name in named
            if not re.search(rf"(?<![A-Za-z]){re.escape(name)}\s*['(]", self.source.text)
        )

    def _notation(self, pieces: Sequence[Piece], begin: int, unknown: tuple[str, ...]) -> None:
        """The signs to which a sentence gives a meaning."""
        spoken = " ".join(p.words if isinstance(p, Text) else "·" for p in pieces)
        numbered = " ".join(
            p.words if isinstance(p, Text) else self.source.text[slice(*p.place)] for p in pieces
        )
        operations: set[str] = set()
        for piece in pieces:
            if isinstance(piece, Formula) and (unknown or _MEANS.search(spoken)):
                operations |= self._bare(piece, spoken)
            if (
                isinstance(piece, Formula)
                and unknown
                and _EXPLAINS.search(spoken)
                and not says_something(self.source.text[slice(*piece.place)])
            ):
                operations |= {
                    str(each.value)
                    for each in piece.tokens
                    if each.type in {"FUNCTION", "LOG", "LN"}
                }
        if _BASES.search(numbered) and not _NATURAL.search(numbered):
            operations |= _LOGARITHMS
        if _UNITS.search(spoken):
            operations |= _ANGLES
        if operations:
            self._doubt(begin, NOTATION, operations=frozenset(operations))
        if _WORLD.search(numbered) or _RING.search(numbered):
            self._doubt(begin, NOTATION)

    def _bare(self, piece: Formula, spoken: str) -> set[str]:
        """The sign or function that stands in a formula by itself, or between two letters that it
        joins (`x * y`).
        """
        tokens = [token for token in piece.tokens if token.type not in {"LBRACE", "RBRACE"}]
        kinds = [token.type for token in tokens]
        if len(tokens) == 1 and kinds[0] in _SIGNS:
            return {_SIGNS[kinds[0]]}
        if kinds and kinds[0] in {"LOG", "LN"} and len(kinds) == 1:
            return set() if _NATURAL.search(spoken) else set(_LOGARITHMS)
        if len(tokens) == 1 and kinds[0] == "FUNCTION":
            return {str(tokens[0].value)}
        if len(tokens) == 1 and kinds[0] not in {"NAME", "NUMBER", "CONSTANT"}:
            return set(_SIGNS.values())
        if (
            kinds[:1] == ["NAME"] == kinds[2:3]
            and kinds[1] in _SIGNS
            and tokens[0].value != tokens[2].value
            and (len(kinds) == 3 or (kinds[3] == "EQ" and _holds_both(tokens)))
            and _MEANS.search(spoken)
        ):
            return {_SIGNS[kinds[1]]}
        return set()

    # ----------------------------------------------------------------------------------------------
    # Reserves

    def _stretch(self, begin: int, why: str) -> int:
        """From here on, nothing counts; which of the reserves it is."""
        end = len(self.source.text)
        self.declarations.reserves.append(Reserve(begin, end, why, alarming=True))
        return len(self.declarations.reserves) - 1

    def _close(self, reserve: int, at: int) -> None:
        """Ends a stretch."""
        each = self.declarations.reserves[reserve]
        self.declarations.reserves[reserve] = replace(each, end=at)

    def _reserve(self, place: Range, unknown: Sequence[str]) -> None:
        said = _told(unknown)
        why = f"{SENTENCE}: {said}" if said else SENTENCE
        self.declarations.reserves.append(Reserve(*place, why))

    def _doubt(
        self,
        begin: int,
        why: str,
        *,
        letters: frozenset[str] = frozenset(),
        operations: frozenset[str] = frozenset(),
    ) -> None:
        """From here on, something is in doubt."""
        end = len(self.source.text)
        self.declarations.reserves.append(Reserve(begin, end, why, letters, operations))

    def _end(self, at: int, why: str, letters: frozenset[str] = frozenset()) -> None:
        """Ends the doubts that last, about these letters or about the arithmetic."""
        lasting = len(self.source.text)
        for index, each in enumerate(self.declarations.reserves):
            if each.end != lasting or not each.why.startswith(why):
                continue
            if why == LETTER and each.letters & letters and not each.operations:
                left = each.letters - letters
                self.declarations.reserves[index] = replace(each, end=at)
                if left:
                    self.declarations.reserves.append(replace(each, begin=at, letters=left))
            elif why == NOTATION and not each.letters and not each.operations:
                self.declarations.reserves[index] = replace(each, end=at)


def _told(unknown: Sequence[str]) -> str:
    """A few of the words that are not understood."""
    return ", ".join(dict.fromkeys(word.strip() for word in unknown[:_SHOWN]))


def _said(pieces: Sequence[Piece]) -> str:
    """The words of some pieces, with · for each formula."""
    return "".join(p.words if isinstance(p, Text) else "·" for p in pieces)


def _segments(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of a sentence, divided before what it concludes and at semicolons."""
    current: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Text):
            current.append(piece)
            continue
        position = 0
        for match in _CONCLUDES.finditer(piece.words):
            if not current and not piece.words[: match.start()].strip():
                continue
            current.append(Text(piece.words[position : match.start()], piece.place))
            yield tuple(current)
            current, position = [], match.start()
        current.append(Text(piece.words[position:], piece.place))
    if current:
        yield tuple(current)


def _holds_both(tokens: Sequence[Token]) -> bool:
    """Whether both letters of `x * y = …` stand on its right side."""
    right = {str(token.value) for token in tokens[4:]}
    return str(tokens[0].value) in right and str(tokens[2].value) in right


def _says_words(pieces: Sequence[Piece]) -> bool:
    return any(isinstance(piece, Text) and _LETTER.search(piece.words) for piece in pieces)
