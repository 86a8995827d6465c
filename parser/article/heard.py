"""A sentence while it is read: what it says as a whole, and what it has stated so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from shomei.parser.article.cues import Cue
from shomei.parser.article.formulas import Reading, states_something
from shomei.parser.article.pieces import Formula, Piece, Text
from shomei.parser.article.roots import Roots
from shomei.parser.article.vanishing import Saying
from shomei.parser.prose.sense import Effect, Sense
from shomei.terms.nodes import Statement

#: What each effect of a clause makes of a formula.
_CUES: Final[dict[Effect, Cue]] = {
    "set": Cue.SET,
    "assume": Cue.SET,
    "contrary": Cue.SET,
    "when": Cue.WHEN,
    "range": Cue.RANGE,
    "since": Cue.SINCE,
    "fact": Cue.FACT,
    "alone": Cue.ALONE,
    "measured": Cue.MEASURED,
    "called": Cue.CALLED,
    "equation": Cue.EQUATION,
    "goal": Cue.GOAL,
    "substitute": Cue.SUBSTITUTE,
}


@dataclass(slots=True)
class Group:
    """Formulas that words join into a list: what is said about one is said about all."""

    readings: list[Reading]
    before: str
    after: str
    #: Its first piece, and the one after its last.
    begin: int
    end: int


@dataclass(slots=True)
class Heard:
    """A sentence that is being read."""

    pieces: tuple[Piece, ...]
    sense: Sense
    #: The number of citations before it.
    cited_before: int
    #: Its running words.
    words: str = field(init=False)
    #: The conditions that it states.
    said: list[Statement] = field(default_factory=list)
    #: Its formulas, as far as they are read and not denied.
    readings: list[Reading] = field(default_factory=list)
    #: Whether it speaks of a line, which has a y of its own, and what it says of places.
    line: bool = False
    saying: Saying | None = None
    #: Whether it has claimed something.
    claimed: bool = False
    #: Whether it has said something that it may not state.
    unsure: bool = False
    #: Whether it uses the last reference.
    used: bool = False
    #: The roots of an equation that it names.
    roots: Roots | None = None

    def __post_init__(self) -> None:
        self.words = " ".join(piece.words for piece in self.pieces if isinstance(piece, Text))

    def claimed_before(self, end: int) -> bool:
        """Whether a formula before its piece `end` states something."""
        return any(
            isinstance(piece, Formula) and states_something(piece.tokens)
            for piece in self.pieces[:end]
        )

    @property
    def supposes(self) -> bool:
        """Whether it supposes something."""
        return not {"assume", "contrary"}.isdisjoint(self.sense.effects.values())

    def introduces(self, piece: int) -> bool:
        """Whether it introduces the letters of a piece anew, before it says anything of them."""
        if piece in self.sense.bounded:
            return False
        return piece in self.sense.introduced or any(
            kind.how == "introduced" and piece in kind.pieces for kind in self.sense.kinds
        )

    def is_unsettled(self, group: Group) -> bool:
        """Whether it says something else of the letters of some formulas than was said before."""
        return not set(range(group.begin, group.end)).isdisjoint(self.sense.unsettled)


def denied(pieces: Iterable[Piece]) -> dict[int, Effect]:
    """The effects of a sentence all of whose formulas are denied."""
    return {i: "denied" for i, piece in enumerate(pieces) if isinstance(piece, Formula)}


def cue_of(sense: Sense, indices: range) -> Cue:
    """What the clause makes of a list of formulas: what it says of any of them."""
    effects = [sense.effects[i] for i in indices if i in sense.effects]
    if "denied" in effects:
        return Cue.DENIED
    effect = next((each for each in effects if each not in {"bare", "alone"}), None)
    if effect is not None:
        return _CUES[effect]
    return (Cue.BARE if "bare" in effects else Cue.ALONE) if effects else Cue.UNCLEAR
