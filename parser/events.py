"""Events, and their probabilities as sums.

Events that a text names make 2^k *outcomes*: each says which of the k events happen. An event is a
set of outcomes, and its probability is the sum of the probabilities of these. Those are variables
of their own (`p_{10}` for two events of which the first happens and the second does not), of which
all is assumed that holds in every probability space: none is negative, and they add up to 1. So a
claim about the probabilities of events is one about at most 16 numbers, and holds for these if and
only if it holds for all events of all probability spaces.

In: the text inside of the brackets of a probability. Out: a term without events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Final, TypeAlias

from lark import Lark, Token, Transformer, Tree
from lark.exceptions import UnexpectedInput

from shomei.storage.tables import tables_of
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import Binary, Expression, Relation, Span, Statement, Variable

#: The most events that outcomes are made of.
MOST: Final = 4
#: The most characters inside of the brackets of a probability.
LONGEST: Final = 200
#: A set of outcomes, each a bit.
Outcomes: TypeAlias = int


@dataclass(frozen=True, slots=True)
class Space:
    """The outcomes that some events make, and the letter of their probabilities."""

    events: tuple[str, ...]
    letter: str

    @property
    def everything(self) -> Outcomes:
        """All outcomes."""
        return (1 << (1 << len(self.events))) - 1

    def event(self, name: str) -> Outcomes:
        """The outcomes in which this event happens."""
        own = 1 << self.events.index(name)
        return sum(1 << each for each in range(1 << len(self.events)) if each & own)

    def variable(self, outcome: int) -> str:
        """The name of the probability of an outcome: a digit for each event, 1 where it happens."""
        happens = (str(outcome >> place & 1) for place in range(len(self.events)))
        return f"{self.letter}_{''.join(happens)}"

    def variables(self, outcomes: Outcomes) -> tuple[str, ...]:
        """The names of the probabilities of some outcomes, those with the first events first."""
        names = [
            self.variable(each) for each in range(1 << len(self.events)) if outcomes >> each & 1
        ]
        return tuple(sorted(names, reverse=True))

    def probability(self, outcomes: Outcomes, span: Span) -> Expression:
        """The sum of the probabilities of some outcomes."""
        terms: list[Expression] = [Variable(each, span=span) for each in self.variables(outcomes)]
        whole = terms[0] if terms else replace(ZERO, span=span)
        for each in terms[1:]:
            whole = Binary("+", whole, each, span=span)
        return whole

    def conditions(self, span: Span) -> tuple[Statement, ...]:
        """No probability is negative, and they add up to 1."""
        return (
            *(
                Relation(">=", Variable(each), ZERO, span=span)
                for each in self.variables(self.everything)
            ),
            Relation("=", self.probability(self.everything, span), ONE, span=span),
        )

    def impossible(self, outcomes: Outcomes, span: Span) -> tuple[Statement, ...]:
        """Some outcomes have no probability."""
        return tuple(
            Relation("=", Variable(each), ZERO, span=span) for each in self.variables(outcomes)
        )

    def refines(self, coarser: Space, span: Span) -> tuple[Statement, ...]:
        """What the outcomes of fewer events are in those of this space."""
        found: list[Statement] = []
        for outcome in range(1 << len(coarser.events)):
            own = self.everything
            for place, name in enumerate(coarser.events):
                happens = self.event(name)
                own &= happens if outcome >> place & 1 else ~happens
            one = Variable(coarser.variable(outcome), span=span)
            found.append(Relation("=", one, self.probability(own, span), span=span))
        return tuple(found)


def space_of(names: Sequence[str], spaces: Sequence[Space]) -> Space | None:
    """The outcomes that these events make, of which each belongs to the last that it occurs in;
    None where these are not the same.
    """
    found = {
        next((place for place in reversed(range(len(spaces))) if name in spaces[place].events), -1)
        for name in names
    }
    if not names:
        return spaces[-1] if spaces else None
    return spaces[found.pop()] if len(found) == 1 and -1 not in found else None


def independent(
    space: Space, names: Sequence[str], span: Span, *, pairwise: bool
) -> tuple[Statement, ...]:
    """The probability that several of these events happen is the product of theirs: for all of
    them, or for each two.
    """
    found: list[Statement] = []
    for count in range(2, 3 if pairwise else len(names) + 1):
        for some in combinations(names, count):
            together = space.everything
            product: Expression | None = None
            for name in some:
                together &= space.event(name)
                one = space.probability(space.event(name), span)
                product = one if product is None else Binary("*", product, one, span=span)
            if product is not None:
                whole = space.probability(together, span)
                found.append(Relation("=", whole, product, span=span))
    return tuple(found)


def disjoint(space: Space, names: Sequence[str]) -> Outcomes:
    """The outcomes in which two of these events happen: those that cannot be."""
    found = 0
    for one, other in combinations(names, 2):
        found |= space.event(one) & space.event(other)
    return found


def none_of(space: Space, names: Sequence[str]) -> Outcomes:
    """The outcomes in which none of these events happens."""
    found = space.everything
    for name in names:
        found &= ~space.event(name)
    return found


# --------------------------------------------------------------------------------------------------
# Notation

#: What stands in the brackets of a probability.
Inside: TypeAlias = Tree[Token]


@cache
def grammar() -> Lark:
    """The grammar of what stands in the brackets of a probability."""
    file = files("shomei.parser") / "grammar" / "events.lark"
    text = file.read_text(encoding="utf-8")
    return Lark(text, parser="lalr", start="probability", cache=tables_of(file))


def read_inside(text: str) -> Inside | None:
    """What stands in the brackets of a probability; None if that is no event."""
    if len(text) > LONGEST:
        return None
    try:
        return grammar().parse(text)
    except UnexpectedInput:
        return None


def names_in(inside: Inside) -> Iterator[str]:
    """The events that are named, once for each time."""
    for each in inside.scan_values(lambda value: isinstance(value, Token)):
        if each.type == "NAME":
            yield plain_name(str(each))


def plain_name(text: str) -> str:
    """The name of an event without the braces of its index."""
    return text.replace("{", "").replace("}", "").strip()


class _Sets(Transformer[Token, Outcomes]):
    """Turns events into sets of outcomes."""

    def __init__(self, space: Space) -> None:
        super().__init__()
        self.space = space

    def named(self, children: list[Token]) -> Outcomes:
        return self.space.event(plain_name(str(children[0])))

    def everything(self, _: list[Token]) -> Outcomes:
        return self.space.everything

    def nothing(self, _: list[Token]) -> Outcomes:
        return 0

    def complement(self, children: list[Outcomes]) -> Outcomes:
        return self.space.everything & ~children[0]

    def both(self, children: list[Outcomes]) -> Outcomes:
        found = self.space.everything
        for each in children:
            found &= each
        return found

    def either(self, children: list[Outcomes]) -> Outcomes:
        found = 0
        for each in children:
            found |= each
        return found

    def without(self, children: list[Outcomes]) -> Outcomes:
        return children[0] & ~children[1]


def outcomes_of(inside: Inside, space: Space) -> tuple[Outcomes, ...]:
    """The outcomes in which the event happens that stands in the brackets of a probability, and
    those of the one that is given, if one is. All events must be among those of the space.
    """
    sets = _Sets(space)
    return tuple(sets.transform(each) for each in inside.children if isinstance(each, Tree))


def probability(inside: Inside, space: Space, span: Span) -> Expression:
    """The probability of an event, or of one given another, as a term. All of its events must be
    among those of the space.
    """
    first, *given = outcomes_of(inside, space)
    if not given:
        return space.probability(first, span)
    return Binary(
        "/",
        space.probability(first & given[0], span),
        space.probability(given[0], span),
        span=span,
    )
