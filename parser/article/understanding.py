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

    def __post_init__(self) -> None:
        text = self.source.text
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
        before = self.open if first and self.after_display else None
        above: list[Range] = []
        if before is not None and self._goes_on(pieces):
            above, unknown = before.places, (*before.unknown, *unknown)
        elif not _says_words(pieces) or (not first and self._draws(pieces)):
            unknown = (*self.last, *unknown)
        elif before is not None and unknown and self._is_of_above(pieces):
            above = before.places
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
        self._letters(pieces, begin)
        self._notation(pieces, begin, unknown)
        self.open = None if sentence.ended else _Open([*above, *places], unknown)
        self.last = unknown
        self.after_display = False

    def display(self, display: Display) -> None:
        """A display, after the sentence that leads to it."""
        unknown = self.open.unknown if self.open else self.last
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
        if self.items is not None and self.depth <= self.items[0]:
            self.items = None
        if row and self.declarations.language is not None:
            code = language_of(row, self.declarations.language)
            if found := unknown_words(row, code):
                self.items = self.depth, found

    def boundary(self, kind: str) -> None:
        """An environment, an item or the like begins or ends."""
        if kind == "item" and self.items is None and self.open and self.open.unknown:
            self.items = self.depth, self.open.unknown
        if kind.startswith("end "):
            self.depth -= 1
        elif kind in {"item", "part", "proof", "theorem"}:
            self.depth += 1
        self.close()

    def heading(self, place: Range) -> None:
        """A section begins: another arithmetic ends."""
        self._end(place[0], NOTATION)
        self.close()

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
        for piece in pieces:
            if isinstance(piece, Text):
                found += unknown_words(piece.words, own)
            elif _ALPHABET.search(self._without_operators(piece)):
                found.append(self.source.text[slice(*piece.place)])
        return tuple(found)

    def _without_operators(self, piece: Piece) -> str:
        """A formula without the letters that are operators on random variables there."""
        text = self.source.text[slice(*piece.place)]
        return _EXPECTED.sub("", text) if "E" in self.declarations.operators else text

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

    def _letters(self, pieces: Sequence[Piece], begin: int) -> None:
        """The letters that a sentence calls something that is no number."""
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
            else:
                self._doubt(begin, f"{LETTER}: {', '.join(called.names)}", letters=names)

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

    def _reserve(self, place: Range, unknown: Sequence[str]) -> None:
        said = ", ".join(dict.fromkeys(word.strip() for word in unknown[:_SHOWN]))
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
