"""What a sentence is made of (words, formulas, their tokens), and what it says: its sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

#: What a formula is for.
Effect: TypeAlias = Literal[
    "set",
    "assume",
    "contrary",
    "when",
    "range",
    "since",
    "fact",
    "bare",
    "alone",
    "measured",
    "called",
    "equation",
    "goal",
    "substitute",
    "denied",
]
#: What a sentence makes of the display that it goes on into.
Said: TypeAlias = Literal["claim", "equation", "exists", "denied", "unclear", ""]


@dataclass(frozen=True, slots=True)
class Word:
    """Running words of a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A formula or reference: `F` states something, `T` are letters, `E` another term, `R` a
    reference.
    """

    category: Literal["F", "T", "E", "R"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What some letters are said to be. `pieces` are where they stand, `how` whether they are
    introduced here, said to be so, or so in one case.
    """

    kind: str
    pieces: tuple[int, ...]
    how: Literal["introduced", "said", "case"]


@dataclass(slots=True)
class Sense:
    """What a sentence says: the effects of its formulas by their indices; the kinds of its letters;
    letters that it introduces anew; what the display after it is.
    """

    effects: dict[int, Effect] = field(default_factory=dict)
    kinds: list[Kind] = field(default_factory=list)
    #: Letters that are called numbers of some kind, whether that is assumed or claimed.
    numbers: set[int] = field(default_factory=set)
    #: The kind that the language does not have, and the letters that the sentence speaks of.
    beyond: tuple[str, tuple[int, ...]] | None = None
    #: The letters of which it is said themselves, and not only of something beside them.
    called: set[int] = field(default_factory=set)
    #: Letters that are called functions of others, and these others; both are numbers, but not
    #: independent of each other.
    depending: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)
    introduced: list[int] = field(default_factory=list)
    #: Letters that the formulas before them bound: `$x > 1$ を満たす実数 $x$`.
    bounded: set[int] = field(default_factory=set)
    #: Letters that stand after a noun (`the limit L`): new ones are named by it.
    named: list[int] = field(default_factory=list)
    #: Letters of which the sentence says something that is not understood, and whether it
    #: introduces them.
    described: dict[int, bool] = field(default_factory=dict)
    #: Letters that are called by a noun that is not known.
    strange: list[int] = field(default_factory=list)
    display: Said = ""
    #: Whether it begins with its case, and not with what it says of that.
    opens: bool = False
    #: Whether it announces a display.
    announces: bool = False
    #: Whether it hedges, so that it assumes nothing.
    hedged: bool = False
    #: Letters of which the sentence says something else than was said before, without its being
    #: understood.
    unsettled: list[int] = field(default_factory=list)
    #: Whether the sentence ends what was supposed: it comes to a contradiction, or drops an
    #: assumption.
    gives_up: bool = False
    #: Whether it goes on from the case of the sentence before it.
    goes_on: bool = False
    #: Whether the sentence says that a formula before it is false.
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """The category of a word, formula or mark, and the piece that it stands in; of a kind, its
    name.
    """

    category: str
    piece: int
    kind: str = ""


def parts_of(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens between marks that end a clause whatever comes after."""
    current: list[Token] = []
    for token in tokens:
        if token.category == "|":
            if current:
                yield current
            current = []
        else:
            current.append(token)
    if current:
        yield current


def has_letters(part: Sequence[Token]) -> bool:
    """Whether formulas or letters are among some tokens."""
    return any(token.category in {"F", "T"} for token in part)
