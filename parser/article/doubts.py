"""The letters and signs of which an article says something that is not understood: a letter that is
called no number, has two values or is changed; a sign that is given a meaning; another arithmetic.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lark import Token

from shomei.languages.language import words as clause_words
from shomei.languages.phrases import matching
from shomei.parser.article.arrangement import words_at
from shomei.parser.article.breadth import MEANS
from shomei.parser.article.calling import called_strange, letters_of
from shomei.parser.article.cues import EVERY
from shomei.parser.article.dependence import without_dependence
from shomei.parser.article.elsewhere import others
from shomei.parser.article.holding import LETTER, NOTATION, Holding, of_letters
from shomei.parser.article.pieces import Formula, Piece, Text, said_of, says_something
from shomei.parser.article.wording import WORLD, Wording
from shomei.parser.ast import Reserve
from shomei.parser.declarations import Declarations
from shomei.parser.prose.lexicon import language_of
from shomei.parser.source import Range, Source
from shomei.terms.relations import COMPARISONS

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
_SIGNS: Final = {
    "PLUS": "+",
    "MINUS": "-",
    "TIMES": "*",
    "SLASH": "/",
    "EQ": "=",
    "CARET": "^",
}
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n\s*")
#: What stands alone in a formula without being a sign: letters, numbers, the sets of numbers.
_NO_SIGNS: Final = frozenset(("NAME", "NUMBER", "CONSTANT", "NUMBER_SET"))
_LOGARITHMS: Final = frozenset(("log", "ln", "log_base"))
#: Those that are written without a base, so that words may say what it is.
_WITHOUT_BASE: Final = frozenset(("log", "ln"))
_ANGLES: Final = frozenset(
    ("sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "pi")
)
_BASES: Final = matching("notation", "bases")
_UNITS: Final = matching("notation", "angles")
_DEPENDS: Final = matching("notation", "depends")
_NATURAL: Final = matching("notation", "natural")
_CHANGES: Final = matching("notation", "changes")
_GROWS: Final = matching("notation", "grows")
#: What supposes an equation, rather than say what it means.
_GIVEN: Final = matching("notation", "given")
#: What writes a term by another, and gives no sign a meaning.
_EXPRESSES: Final = matching("notation", "expresses")
#: What repeats something, so that letters change; what puts a letter for words in quotation marks.
_REPEATS: Final = matching("notation", "repeats")
_QUOTED: Final = matching("notation", "quoted")
_INTRODUCES: Final = matching("notation", "introduces")
#: What marks the object of a verb: を.
_OBJECT: Final = frozenset(clause_words("clauses", "object"))


@dataclass(slots=True)
class Doubts:
    """Notes which letters and signs are in doubt."""

    source: Source
    declarations: Declarations
    holding: Holding
    wording: Wording
    #: Where the section begins.
    begin: int = 0

    def numbers(self, pieces: Sequence[Piece]) -> None:
        """A letter that has two values in one sentence has none, and a constant that is set to a
        number is another one from there on.
        """
        values: dict[str, list[tuple[str, Range]]] = {}
        for piece in pieces:
            if isinstance(piece, Formula) and (
                match := _SETS_A_NUMBER.fullmatch(self.source.text[slice(*piece.place)])
            ):
                values.setdefault(match[1], []).append((match[2], piece.place))
                if piece.tokens[0].type == "CONSTANT":
                    constant = frozenset((str(piece.tokens[0].value),))
                    self.holding.doubt(piece.place[0], NOTATION, operations=constant)
        every = {
            name
            for before, piece in itertools.pairwise(pieces)
            if isinstance(before, Text) and EVERY.search(before.words)
            for name in letters_of(piece, self.source.text)
        }
        for name, found in values.items():
            if len({value for value, _ in found}) > 1 or name.removeprefix("\\") in every:
                for _, place in found:
                    self.holding.reserve(place, ())

    def changes(self, pieces: Sequence[Piece], begin: int, *, claims: bool) -> None:
        """Letters that a sentence changes: what is supposed of them is said of others."""
        self._reverses(pieces, begin)
        changed = not claims and _CHANGES.search(self._without_growth(pieces))
        if not (changed or _REPEATS.search(said_of(pieces))):
            return
        names = frozenset(name for each in pieces for name in letters_of(each, self.source.text))
        for piece in pieces:
            if claims and isinstance(piece, Formula):
                names |= {str(each.value) for each in piece.tokens if each.type == "NAME"}
        if names:
            end = len(self.source.text)
            why = of_letters(names)
            reserve = Reserve(begin, end, why, names, supposed=True)
            self.declarations.reserves.append(reserve)
            if changed:
                self.holding.changes.add(reserve)

    def _reverses(self, pieces: Sequence[Piece], begin: int) -> None:
        """`Replacing x by -x`: what the sentence says of x, and what it leads to, is said of
        another x than what is assumed.
        """
        if not (names := others(pieces)):
            return
        text = self.source.text
        end = pieces[-1].place[1]
        for _ in range(2):  # the paragraph, and a display that it leads to
            after = _PARAGRAPH.search(text, end)
            end = after.end() if after else len(text)
        why = of_letters(names)
        self.declarations.reserves.append(Reserve(begin, end, why, names, supposed=True))

    def _without_growth(self, pieces: Sequence[Piece]) -> str:
        """The words of a sentence; that a function which is defined increases is no change."""
        functions = self.declarations.functions
        spoken: list[str] = []
        for piece, after in itertools.zip_longest(pieces, pieces[1:]):
            grows = isinstance(after, Text) and _GROWS.match(after.words) is not None
            named = letters_of(piece, self.source.text)
            is_function = bool(named) and all(name in functions for name in named)
            shown = "" if grows and is_function else "·"
            spoken.append(piece.words if isinstance(piece, Text) else f" {shown} ")
        return "".join(spoken)

    def letters(self, pieces: Sequence[Piece], begin: int, *, read: bool) -> None:
        """The letters that a sentence calls something that is no number. One that is not `read`,
        and introduces nothing, may say so of what stands above it as well.
        """
        code = self.declarations.language
        if code is None:
            return
        spoken = " ".join(p.words if isinstance(p, Text) else "·" for p in pieces)
        functions = self.declarations.functions.keys() - self.declarations.unknown_families
        self._quoted(pieces, begin)
        if named := self._related(pieces, spoken):
            self._doubt_derivatives(begin, named)
        for called in called_strange(pieces, code, self.source.text, functions):
            names = frozenset(called.names)
            if called.number:
                self.holding.end(begin, LETTER, names)
                continue
            why = f"{LETTER}: {', '.join(called.names)}"
            self.holding.doubt(begin, why, letters=names)
            if not (read or _INTRODUCES.search(spoken)) and self.begin < begin:
                self.declarations.reserves.append(
                    Reserve(self.begin, begin, why, names, alarming=True)
                )

    def _quoted(self, pieces: Sequence[Piece], begin: int) -> None:
        """Letters that stand for words in quotation marks: `write D for "differentiate"`."""
        for piece, after in itertools.pairwise(pieces):
            names = frozenset(letters_of(piece, self.source.text))
            if names and isinstance(after, Text) and _QUOTED.match(after.words):
                why = of_letters(names)
                self.holding.doubt(begin, why, letters=names)

    def _doubt_derivatives(self, begin: int, named: frozenset[str]) -> None:
        """Letters of which one may depend on another: then a derivative by one of them is not what
        it is where the others are constants. By another letter it is.
        """
        why = of_letters(named)
        self.holding.doubt(begin, why, letters=named, operations=frozenset(("prime",)))
        for name in named:
            others = named - {name}
            by = frozenset((f"derivative by {name}",))
            if others:
                self.holding.doubt(begin, why, letters=others, operations=by)

    def _related(self, pieces: Sequence[Piece], spoken: str) -> frozenset[str]:
        """The letters of a sentence that relates letters to each other by words, so that one may
        depend on another.
        """
        code = self.declarations.language
        rest = pieces if code is None else without_dependence(pieces, language_of(spoken, code))
        if tuple(rest) != tuple(pieces) and not _DEPENDS.search(said_of(rest)):
            return frozenset()  # which letters depend on which is understood
        groups = 0
        named: set[str] = set()
        joined = every = False
        for piece in pieces:
            if isinstance(piece, Text):
                joined = joined and _LISTED.match(piece.words) is not None
                every = EVERY.search(piece.words) is not None
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
            if name not in self.declarations.renamed
            and not re.search(rf"(?<![A-Za-z]){re.escape(name)}\s*['(]", self.source.text)
        )

    def notation(self, pieces: Sequence[Piece], begin: int, unknown: tuple[str, ...]) -> None:
        """The signs to which a sentence gives a meaning."""
        spoken = " ".join(p.words if isinstance(p, Text) else "·" for p in pieces)
        numbered = " ".join(
            p.words if isinstance(p, Text) else self.source.text[slice(*p.place)] for p in pieces
        )
        operations: set[str] = set()
        for index, piece in enumerate(pieces):
            if (
                isinstance(piece, Formula)
                and (unknown or MEANS.search(spoken))
                and not _is_written_by(piece, pieces)
                and not _is_named(piece, pieces[index + 1 :])
            ):
                around = words_at(tuple(pieces), index - 1) + said_of(pieces[index:])
                operations |= self._bare(piece, spoken, around)
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
        if "=" in operations:
            operations |= COMPARISONS.keys()
        if _BASES.search(numbered) and not _NATURAL.search(numbered):
            operations |= _WITHOUT_BASE
        if _UNITS.search(spoken):
            operations |= _ANGLES
        if operations:
            self.holding.doubt(begin, NOTATION, operations=frozenset(operations))
        if WORLD.search(numbered) or _RING.search(numbered):
            self.holding.doubt(begin, NOTATION)

    def _bare(self, piece: Formula, spoken: str, around: str) -> set[str]:
        """The sign or function that stands in a formula by itself, or between two letters that it
        joins (`x * y`), unless the words `around` it suppose it (`let x = y`).
        """
        tokens = [token for token in piece.tokens if token.type not in {"LBRACE", "RBRACE"}]
        kinds = [token.type for token in tokens]
        if len(tokens) == 1 and kinds[0] in _SIGNS:
            return {_SIGNS[kinds[0]]}
        if kinds and kinds[0] in {"LOG", "LN"} and len(kinds) == 1:
            return set() if _NATURAL.search(spoken) else set(_LOGARITHMS)
        if len(tokens) == 1 and kinds[0] == "FUNCTION":
            return {str(tokens[0].value)}
        if len(tokens) == 1 and kinds[0] not in _NO_SIGNS:
            return set(_SIGNS.values())
        if (
            kinds[:1] == ["NAME"] == kinds[2:3]
            and kinds[1] in _SIGNS
            and tokens[0].value != tokens[2].value
            and (len(kinds) == 3 or (kinds[3] == "EQ" and _holds_both(tokens)))
            and MEANS.search(around)
            and not (kinds[1:] == ["EQ", "NAME"] and _GIVEN.search(around))
            and not (kinds[1] != "EQ" and _EXPRESSES.search(spoken))
        ):
            return {_SIGNS[kinds[1]]}
        return set()


def _is_written_by(piece: Formula, pieces: Sequence[Piece]) -> bool:
    """Whether a sentence writes `x - a` by `x - b`: what says the meaning of a sign has no other
    letters than those that it stands between.
    """
    joined = _joined(piece)
    if joined is None:
        return False
    others = [_joined(each) for each in pieces if isinstance(each, Formula) and each is not piece]
    return any(
        each is not None
        and each[1] == joined[1]
        and not {each[0], each[2]} <= {joined[0], joined[2]}
        for each in others
    )


def _is_named(piece: Formula, after: Sequence[Piece]) -> bool:
    """Whether `x + y` gets another letter as its name: `$x + y$ を $s$ とおく`."""
    joined = _joined(piece)
    if joined is None or len(after) < 2:
        return False
    mark, name = after[:2]
    return (
        isinstance(mark, Text)
        and mark.words.strip() in _OBJECT
        and isinstance(name, Formula)
        and [token.type for token in name.tokens] == ["NAME"]
        and str(name.tokens[0].value) not in {joined[0], joined[2]}
    )


def _joined(piece: Formula) -> tuple[str, str, str] | None:
    """The two letters that a sign joins, around the sign."""
    one, sign, other = piece.tokens if len(piece.tokens) == 3 else (None, None, None)
    if one is None or sign is None or other is None or (one.type, other.type) != ("NAME", "NAME"):
        return None
    return str(one.value), sign.type, str(other.value)


def _holds_both(tokens: Sequence[Token]) -> bool:
    """Whether both letters of `x * y = …` stand on its right side."""
    right = {str(token.value) for token in tokens[4:]}
    return str(tokens[0].value) in right and str(tokens[2].value) in right
