"""Functions without a formula, as the sentences of an article introduce them: `Let $f$ and $g$ be
differentiable functions`, `$f$, $g$ を微分可能な関数とする`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from shomei.parser.article.claims import Claims
from shomei.parser.article.formulas import Conditions, Stated, read_formula, statements_of
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import Broken, Formula, Piece, Text
from shomei.parser.ast import Assume
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.functions import (
    Said,
    declare,
    for_all,
    read_names,
    read_range,
    read_sequence,
    read_signature,
    read_words,
)
from shomei.parser.source import Source
from shomei.terms.nodes import Statement

#: What a clause that introduces a function begins with. After an `if` it is said for a while.
_OPENING: Final = re.compile(
    r"\s*(?P<word>(?:now|also|further(?:more)?|in addition|moreover|first|next)?,?\s*"
    r"(?:let|suppose(?:\s+that)?|assume(?:\s+that)?|consider|given|with|take|fix|if|when(?:ever)?|for"
    r"(?:\s+(?:all|any|every|each))?|where)\b)?",
    re.IGNORECASE,
)
_PASSING: Final = re.compile(r"\b(?:if|when|whenever)\b", re.IGNORECASE)
#: Where such a clause ends, in English and in Japanese.
_ENDS: Final = re.compile(
    r",?\s*\bthen\b|,?\s*\bwe\s+(?:have|get|find|obtain|can)\b"
    r"|,?\s*\b(?:with|such that|satisfying)\b"
    r"|,?\s*\band\s+(?:let|suppose|assume|put|set)\b|,?\s*\bit\s+follows\b|[,;:.]|\Z"
)
_ENDS_JA: Final = re.compile(
    r"(?:とする|とします|とおく|とし|とすると|であるとする|を考える|であるとき|のとき|とき|ならば|であれば"
    r"|に対して|に対し|について)[、,。.]?|\Z"
)
_PARTICLES: Final = re.compile(
    r"(?:であるとする|とすると|とします|とする|とおく|であるとき|であれば|ならば|のとき|とき|に対して|に対し"
    r"|について|を考える|も|いま|まず|次に|ここで|また|さらに|は|が|を|と|や|とし|である|、|。|,|\.)"
)
_PASSING_JA: Final = re.compile(r"(?:とき|ならば|であれば)")
_MARK: Final = re.compile(r"\ue000(\d+)\ue001")
#: A set or a point beside the words: `on $[a, b]$`, `at $x$`, `on $\mathbb{R}$`.
_BESIDE: Final = re.compile(
    r"\b(?:defined\s+)?(?P<word>on|at|in|over|near)\s+(?:the\s+(?:interval|point|set)\s+)?"
    r"(?P<mark>\ue000\d+\ue001)"
)
_BESIDE_JA: Final = re.compile(
    r"(?:区間|点)?\s*(?P<mark>\ue000\d+\ue001)\s*(?:上で定義された|上で|上の|において|で定義された|における|で)"
)
_LINE: Final = re.compile(
    r"\$*\\?\(?\s*(?:\\mathbb\s*\{?\s*R\s*\}?|\\R|ℝ|\(-\\infty,\s*\\infty\))\s*\\?\)?\$*"
)
#: The letter that functions are functions of.
_OF: Final = re.compile(
    r"\bfunctions?(?P<of>\s+of\s+(?P<mark>\ue000\d+\ue001))(?!\s*(?:,|and)\s*\ue000)"
)
_OF_JA: Final = re.compile(
    r"(?P<of>(?<!と)(?<!、)(?P<mark>\ue000\d+\ue001)\s*の)(?=[^\ue000、。]*関数)"
)
_LETTER: Final = re.compile(
    r"\$*\s*\\?\(?\s*(?P<letter>\\?[A-Za-z]+)"
    r"(?:\s*(?:\\in(?![a-z])|∈)\s*(?:\\mathbb\s*\{?\s*R\s*\}?|\\R|ℝ))?\s*\\?\)?\s*\$*"
)
#: What stands between the names of a list.
_JOINT: Final = re.compile(r"\s*(?:,|、|and|,\s*and|と|や|および|及び)?\s*")
#: What is said for all numbers of functions that are declared.
_EVERY: Final = re.compile(
    r"(?P<before>(?:such that|with|satisfying|(?:which|that) satisf(?:y|ies)|satisf(?:y|ies)"
    r"|suppose(?:\s+that)?|assume(?:\s+that)?|let)\s+)"
    r"(?P<said>\ue000\d+\ue001(?:\s*(?:,|and|, and)\s*\ue000\d+\ue001)*)\s*,?\s*for\s+"
    r"(?:all|every|each|any)\s+(?:real\s+(?:numbers?\s+)?|numbers?\s+)?"
    r"(?P<over>\ue000\d+\ue001(?:\s*(?:,|and)\s*\ue000\d+\ue001)*)",
    re.IGNORECASE,
)
_EVERY_JA: Final = re.compile(
    r"(?:任意の|すべての|全ての)(?:実数)?\s*(?P<over>\ue000\d+\ue001(?:\s*[,、と]\s*\ue000\d+\ue001)*)\s*"
    r"(?:に対して|に対し|について)\s*[、,]?\s*(?P<said>\ue000\d+\ue001)\s*"
    r"(?:が成り立つ|をみたす|を満たす|である)?(?:もの|こと)?(?:とする|と仮定する|とし)"
)
#: How many places where a clause may end are tried after each place where one may begin: a
#: declaration lists fewer names, and a sentence of hundreds of formulas is read in linear time.
_LONGEST: Final = 24
_CALL: Final = re.compile(r"(\\?[A-Za-z]+)\s*\(\s*\\?[A-Za-z]+\s*\)")


@dataclass(slots=True)
class Functions:
    """Knows the functions without a formula of an article, and what they were said to be."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims
    #: The kinds of each function that is declared.
    kinds: dict[str, tuple[tuple[str, ...], bool, int]] = field(default_factory=dict)
    #: Functions of which something is said for one sentence only.
    passing: list[str] = field(default_factory=list)

    def begin(self, place: tuple[int, int], *, goes_on: bool) -> list[Entry]:
        """Ends what was said for the sentence before."""
        if goes_on or not self.passing:
            return []
        names, self.passing = self.passing, []
        entries: list[Entry] = []
        for name in names:
            kinds, natural, arity = self.kinds[name]
            entries.append(self._item((name,), Said(kinds), place, natural=natural, arity=arity))
        return entries

    def read(self, pieces: Sequence[Piece]) -> tuple[list[Entry], tuple[Piece, ...]]:
        """What the sentence declares, and the pieces of it that say something else."""
        text = "".join(self._shown(index, piece) for index, piece in enumerate(pieces))
        if "\ue000" not in text:
            return [], tuple(pieces)
        for clause in _clauses(text):
            found = self._declared(clause, text, pieces)
            if found is not None:
                start, end = clause
                rest = (*cut(pieces, text[:start]), *cut(pieces, text[end:]))
                more, rest = self._for_all(rest)
                return [*found, *more], rest
        return self._for_all(pieces)

    def _for_all(self, pieces: Sequence[Piece]) -> tuple[list[Entry], tuple[Piece, ...]]:
        """What a sentence assumes of declared functions for all numbers, and what else it says."""
        if not self.kinds:
            return [], tuple(pieces)
        text = "".join(self._shown(index, piece) for index, piece in enumerate(pieces))
        match = _EVERY.search(text) or _EVERY_JA.search(text)
        if match is None:
            return [], tuple(pieces)
        said = [pieces[int(mark[1])] for mark in _MARK.finditer(match["said"])]
        names: list[str] = []
        natural = False
        for mark in _MARK.finditer(match["over"]):
            found = self._ranging(pieces[int(mark[1])])
            if found is None:
                return [], tuple(pieces)
            names += found[0]
            natural = natural or found[1]
        statements: list[Statement] = []
        for each in said:
            reading = (
                read_formula(self.source, each.tokens, each.place, self.declarations)
                if isinstance(each, Formula)
                else None
            )
            if not isinstance(reading, Stated | Conditions):
                return [], tuple(pieces)
            statements += statements_of(reading)
        if not statements or not all(map(self.declarations.speaks_of_declared, statements)):
            return [], tuple(pieces)
        whole = for_all(tuple(statements), tuple(names), natural=natural)
        for each in said:
            self.declarations.see(each.place, "assumption", "it is a condition of what follows")
        span = self.source.span(said[0].place[0], said[-1].place[1])
        rest = (*cut(pieces, text[: match.start()]), *cut(pieces, text[match.end() :]))
        return [Assume(whole, span=span, in_prose=True)], rest

    def _ranging(self, piece: Piece) -> tuple[tuple[str, ...], bool] | None:
        """The letters of `x, y \\in \\mathbb{R}`, and whether they are natural numbers."""
        text = self.source.text[slice(*piece.place)].strip().strip("$").strip()
        text = re.sub(r"^\\\(|\\\)$", "", text).strip()
        return read_range(text)

    @staticmethod
    def _shown(index: int, piece: Piece) -> str:
        return piece.words if isinstance(piece, Text) else f"\ue000{index}\ue001"

    def _declared(
        self, clause: tuple[int, int], text: str, pieces: Sequence[Piece]
    ) -> list[Entry] | None:
        """The declaration in a clause; None if it is none."""
        words = text[slice(*clause)]
        opening = _OPENING.match(words)
        opened = opening["word"] or "" if opening else ""
        inside = words[opening.end() if opening else 0 :]
        inside, letter = self._without_letter(inside, pieces)
        inside, everywhere = self._without_places(inside, pieces)
        marks = [int(match[1]) for match in _MARK.finditer(inside)]
        if not marks or not all(map(_JOINT.fullmatch, _MARK.split(inside)[2:-1:2])):
            return None
        worded = _worded(_MARK.sub(" ", inside), opened)
        if worded is None:
            return None
        said, passing = worded
        listed = self._listed([pieces[index] for index in marks], said)
        if listed is None:
            return None
        names, natural, arity, said = listed
        if letter and not said.kinds:
            return None  # it depends on that letter, and may be a number as well
        known = all(name in self.kinds for name in names)
        if not said.noun and not (known and said.kinds):
            return None
        if not everywhere:
            said = Said((), said.noun)
        place = pieces[marks[0]].place[0], pieces[marks[-1]].place[1]
        again = known and not natural
        if again and not said.kinds:
            return [] if said.noun and passing else None
        if again:
            return self._more(names, said, place, passing=passing)
        entries = [self._item(tuple(names), said, place, natural=natural, arity=arity)]
        if letter:
            self.declarations.arguments.update(dict.fromkeys(names, letter))
        self.kinds.update(dict.fromkeys(names, (said.kinds, natural, arity)))
        return entries

    def _more(
        self, names: list[str], said: Said, place: tuple[int, int], *, passing: bool
    ) -> list[Entry]:
        """More that is said of functions which are declared: they are declared with it, for a while
        where it is `passing`.
        """
        entries: list[Entry] = []
        for name in names:
            kinds, natural, arity = self.kinds[name]
            more = tuple(dict.fromkeys((*kinds, *said.kinds)))
            entries.append(self._item((name,), Said(more), place, natural=natural, arity=arity))
            if passing:
                self.passing.append(name)
            else:
                self.kinds[name] = more, natural, arity
        return entries

    def _item(
        self,
        names: tuple[str, ...],
        said: Said,
        place: tuple[int, int],
        *,
        natural: bool,
        arity: int,
    ) -> Entry:
        for name in names:
            self.claims.beyond.pop(name, None)
            self.claims.defined.pop(name, None)
            self.claims.abstract.discard(name)
            self.memory.know((name,))
        self.declarations.see(place, "assumption", "it declares a function")
        span = self.source.span(*place)
        return declare(
            names, said, self.declarations, span, natural=natural, arity=arity, in_prose=True
        )

    def _without_letter(self, words: str, pieces: Sequence[Piece]) -> tuple[str, str]:
        """The words without the letter that functions are said to be functions of, and the
        letter.
        """
        found = _OF.search(words) or _OF_JA.search(words)
        mark = _MARK.match(found["mark"]) if found else None
        if found is None or mark is None:
            return words, ""
        text = self.source.text[slice(*pieces[int(mark[1])].place)]
        letter = _LETTER.fullmatch(text.strip())
        if letter is None:
            return words, ""
        start, end = found.span("of")
        return f"{words[:start]} {words[end:]}", letter["letter"].removeprefix("\\")

    def _without_places(self, words: str, pieces: Sequence[Piece]) -> tuple[str, bool]:
        """The words without the sets and points beside them, and whether what is said holds
        everywhere.
        """
        everywhere = True

        def replaced(match: re.Match[str]) -> str:
            nonlocal everywhere
            mark = _MARK.match(match["mark"])
            index = int(mark[1]) if mark else 0
            text = self.source.text[slice(*pieces[index].place)]
            everywhere = everywhere and _LINE.fullmatch(text.strip()) is not None
            return " "

        words = _BESIDE.sub(replaced, words)
        return _BESIDE_JA.sub(replaced, words), everywhere

    def _listed(
        self, formulas: Sequence[Piece], said: Said
    ) -> tuple[list[str], bool, int, Said] | None:
        """The names that formulas list, whether they are sequences, the number of arguments, and
        what is said of them; None if a formula lists none.
        """
        names: list[str] = []
        natural, arity = False, 1
        for formula in formulas:
            found = self._named(formula, said)
            if found is None:
                return None
            names += [name for name in found[0] if name not in names]
            natural, arity = natural or found[1], max(arity, found[2])
            if found[3]:
                said = Said(said.kinds, said.noun or "function")
        return names, natural, arity, said

    def _named(self, piece: Piece, said: Said) -> tuple[tuple[str, ...], bool, int, bool] | None:
        """The names that a formula lists, whether they are sequences, the number of arguments, and
        whether the formula itself says that they are functions.
        """
        if not isinstance(piece, Formula | Broken):
            return None
        text = self.source.text[slice(*piece.place)].strip().strip("$").strip()
        text = re.sub(r"^\\\(|\\\)$", "", text).strip()
        signature = read_signature(text)
        if signature is not None:
            return (*signature, True)
        if said.noun == "sequence":
            letter = read_sequence(text)
            return None if letter is None else ((letter,), True, 1, False)
        if call := _CALL.fullmatch(text):
            names = read_names(call[1])
            return None if names is None else (names, False, 1, False)
        names = read_names(text)
        return None if names is None else (names, False, 1, False)


def _worded(words: str, opened: str) -> tuple[Said, bool] | None:
    """What the words of a clause say of functions, and whether they say it for a while; None if
    they say something else. `opened` are the words that an English clause begins with.
    """
    if re.search(r"[ぁ-ヿ一-龯]", words):
        passing = bool(_PASSING_JA.search(words))
        words = _PARTICLES.sub(" ", re.sub(r"\s+", "", words))
    elif opened:
        passing = bool(_PASSING.search(opened))
    else:
        return None
    said = read_words(words)
    return None if said is None else (said, passing)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that may declare functions: from its beginning to where a clause
    ends, the longest first, then from `for` and `where` to its end.
    """
    ends = sorted(
        {match.start() for match in _ENDS.finditer(text)}
        | {match.end() for match in _ENDS_JA.finditer(text)}
    )
    starts = [0, *(match.end() for match in re.finditer(r"[,、:;]\s*", text))]
    for start in starts:
        first = bisect_right(ends, start)
        for end in reversed(ends[first : first + _LONGEST]):
            yield start, end
    for match in re.finditer(r",?\s*\b(?:for|where|whenever)\b", text):
        if match.start():
            yield match.start() + match.group().startswith(","), len(text.rstrip(" .。"))


def cut(pieces: Sequence[Piece], text: str) -> Iterator[Piece]:
    """The pieces that a stretch of the sentence is made of."""
    last = 0
    for match in _MARK.finditer(text):
        if words := text[last : match.start()]:
            yield Text(words, pieces[int(match[1])].place)
        yield pieces[int(match[1])]
        last = match.end()
    if words := text[last:]:
        place = pieces[-1].place
        yield Text(words, place)
