"""Events, as the sentences of an article introduce them: `Let $A$ and $B$ be events with $P(B) >
0$`, `if $A$ and $B$ are independent`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from shomei.parser.article.cues import QUESTION
from shomei.parser.article.functions import cut
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import Piece, Sentence, Text
from shomei.parser.article.randoms import (
    MARK,
    OPENING,
    SEVERAL,
    inside,
    last_in,
    marked,
    see_conditions,
)
from shomei.parser.ast import Assume, Unsettled
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import SyntaxProblem
from shomei.parser.events import Space, plain_name, space_of
from shomei.parser.lexing.probabilities import without_probabilities
from shomei.parser.mathematics import parse_conditions
from shomei.parser.occurrences import (
    LONGEST,
    Found,
    declare,
    is_passing,
    may_change,
    names_in,
    patterns,
    speaks_of_measures,
)
from shomei.parser.source import Range, Source
from shomei.terms.nodes import NOWHERE, Statement

#: What stands before `A and B are independent` where it holds for no longer than its sentence.
_IF: Final = re.compile(r"[\W_]*(?:if|when|whenever)\s+(?:the\s+)?", re.IGNORECASE)
#: What may come after what a sentence says of events: nothing that goes on with it.
_GOES_ON: Final = re.compile(
    r"\s*,?\s*(?:be|are|is|was|were|have|has|with|such|that|which|where|whose|who|of|in|on|but|not|given"
    r"|unless|except|only|if|when|or)\b"
    r"|\s*(?:で(?!、)|では|でない|ない|が|は|も|を|の|に|または|か)",
    re.IGNORECASE,
)
#: A formula that relates events, or names some.
_RELATES: Final = re.compile(
    r"[=⊂⊆⊃⊇∩∪∖]|\\(?:subset|supset|cap|cup|setminus|perp|in|ni)(?:eqq?)?(?![A-Za-z])"
)
#: The sign of a probability by itself.
_SIGN: Final = re.compile(r"P|\\Pr|\\(?:mathbb|mathrm|mathsf|operatorname)\s*\{?\s*(?:P|Pr)\s*\}?")
_NAME: Final = re.compile(r"(?<![A-Za-z\\])[A-Z](?:_(?:[A-Za-z0-9]|\{[A-Za-z0-9]{1,3}\}))?")


@dataclass(slots=True)
class Events:
    """Knows the events of an article."""

    source: Source
    declarations: Declarations
    memory: Memory
    #: The letters that stand for what the language does not have, and what that is.
    beyond: dict[str, str]
    #: The outcomes of the events that a sentence introduces for itself, and those that its names
    #: had before.
    passing: list[tuple[Space, Space | None]] = field(default_factory=list)

    def read(self, sentence: Sentence, *, denied: bool) -> tuple[list[Entry], Sentence]:
        """What a sentence says of events, and the rest of it. Nothing is taken from one that asks,
        or that what stands above denies.
        """
        if not self.declarations.speaks_of_events:
            return [], sentence
        pieces = sentence.pieces
        text = marked(pieces)
        if not text.strip()[:1].islower():
            self.end()
        if "\ue000" not in text:
            return [], sentence
        unclear = denied or self.declarations.language is None or QUESTION.search(text)
        for kind, pattern in (
            patterns(MARK, SEVERAL) if not unclear and len(text) <= LONGEST else ()
        ):
            match = pattern.search(text)
            if match is None or _GOES_ON.match(text, match.end()):
                continue
            before = text[: match.start()]
            supposed = _IF.fullmatch(before) is not None
            if not supposed and OPENING.fullmatch(before) is None:
                continue
            entries = self._declared(Found(kind, match), pieces, supposed=supposed)
            if entries is not None:
                # Something is left, so that what comes next is not taken for its continuation.
                rest = text[match.end() :] or " "
                return entries, replace(sentence, pieces=tuple(cut(pieces, rest)))
        return self._unread(text, pieces), sentence

    def again(self) -> list[Entry]:
        """What is assumed of the outcomes of all events, where the part ends in which they were
        introduced.
        """
        self.end()
        known = {
            space.letter: space
            for space in self.declarations.spaces
            if self.declarations.lost.isdisjoint(space.events)
        }
        return [
            Assume(space.conditions(NOWHERE), span=NOWHERE, in_prose=True)
            for space in known.values()
        ]

    def end(self) -> None:
        """The end of what holds for one sentence."""
        for space, before in reversed(self.passing):
            if before is None:
                self.declarations.lost.update(space.events)
            else:
                self.declarations.spaces.append(before)
        self.passing.clear()

    def _declared(
        self, found: Found, pieces: Sequence[Piece], *, supposed: bool
    ) -> list[Entry] | None:
        match = found.match
        marks = re.findall(r"\ue000(\d+)", match["names"])
        places = [inside(self.source, pieces[int(mark)]) for mark in marks]
        listed = [names_in(self.source.text[slice(*place)]) for place in places]
        names = tuple(name for each in listed for name in each)
        if not names or not all(listed):
            return None
        count = len(self.declarations.spaces)
        before = space_of(names, self.declarations.spaces)
        known = before is not None and self.declarations.lost.isdisjoint(names)
        limited = supposed or (
            is_passing(match.group().split("\ue000")[0])
            and any(found.has(name) for name in ("independent", "disjoint", "given"))
        )
        if limited and found.kind == "said" and not known:
            return None
        span = self.source.span(places[0][0], pieces[last_in(match)].place[1])
        try:
            items = declare(found, names, self.source, self.declarations, span, anew=limited)
            if items is None:
                return None
            conditions = self._given(match, pieces)
        except SyntaxProblem:
            del self.declarations.spaces[count:]
            return None
        self.beyond.update(dict.fromkeys(names, "events"))  # outside of a probability
        entries: list[Entry] = [
            replace(item, in_prose=True) if isinstance(item, Assume) else item for item in items
        ]
        if conditions:
            entries.append(Assume(tuple(conditions), span=span, in_prose=True))
        if len(self.declarations.spaces) > count:
            space = self.declarations.spaces[-1]
            self.memory.know(space.variables(space.everything))
            if limited:
                self.passing.append((space, before if known else None))
            if found.kind == "described":
                entries.append(self._doubt((space,)))
        if found.has("independent") and (own := space_of(names, self.declarations.spaces)):
            # Authors leave unsaid that what is given has a positive probability.
            entries.append(self._doubt((own,)))
        see_conditions(self.declarations, match, pieces)
        return entries

    def _given(self, match: re.Match[str], pieces: Sequence[Piece]) -> list[Statement]:
        marks = re.findall(r"\ue000(\d+)", match.groupdict().get("given") or "")
        return [
            condition
            for mark in marks
            for condition in parse_conditions(
                self.source, (inside(self.source, pieces[int(mark)]),), self.declarations
            )
        ]

    def _unread(self, text: str, pieces: Sequence[Piece]) -> list[Entry]:
        """Something is said of events that is not read."""
        known = self.declarations.events
        concerned: set[str] = set()
        for piece in pieces if known else ():
            if isinstance(piece, Text):
                continue
            place: Range = inside(self.source, piece)
            if _SIGN.fullmatch(self.source.text, *place) and not speaks_of_measures(text):
                self.declarations.lost.update(known)
            written = without_probabilities(self.source.text[slice(*place)], known)
            names = {plain_name(each) for each in _NAME.findall(written)} & known
            if names and may_change(text):
                self.declarations.lost.update(names)
            elif names and _RELATES.search(written):
                concerned |= names
        spaces = [each for each in self.declarations.spaces if concerned & set(each.events)]
        return [self._doubt(spaces)] if spaces else []

    def _doubt(self, spaces: Iterable[Space]) -> Unsettled:
        """More is said of these events than is read."""
        names = [name for space in spaces for name in space.variables(space.everything)]
        return Unsettled(tuple(dict.fromkeys(names)), lasting=True)
