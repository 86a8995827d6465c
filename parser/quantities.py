"""Quantities that a text names by what they are of, without saying how they come about: `P(A \\mid
B)`, `P(X = 2)`, `P(N > k)`.

Each is a number, and a name of its own: the same events make the same number. What holds for all
probabilities is in the terms that they are read as: the probability of an event is the sum that it
is of those of intersections (`P(\\bar A)` is `1 - P(A)`), and `P(A \\mid B)` is `P(A \\cap B)`
divided by `P(B)`. So nothing has to be assumed of them.

In: the text in the brackets of a probability. Out: a term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

from shomei.parser.declarations import Declarations
from shomei.parser.events import MOST, Inside, Outcomes, Space, names_in, outcomes_of
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import Binary, Expression, Negation, Node, Number, Span, Variable
from shomei.terms.walk import called_names, free_variables

#: What stands in the name of a function of this kind for its argument.
PLACE: Final = "·"
_RELATIONS: Final = {
    "=": "=",
    "<": "<",
    ">": ">",
    "lt": "<",
    "gt": ">",
    "≤": "\\le",
    "≦": "\\le",
    "≥": "\\ge",
    "≧": "\\ge",
    "le": "\\le",
    "leq": "\\le",
    "leqq": "\\le",
    "leqslant": "\\le",
    "ge": "\\ge",
    "geq": "\\ge",
    "geqq": "\\ge",
    "geqslant": "\\ge",
}
_COMPARISON: Final = re.compile(
    r"\s*(?P<left>[A-Z](?:_(?:[A-Za-z0-9]|\{[A-Za-z0-9]{1,3}\}))?)\s*&?\s*"
    r"(?P<relation>[=<>≤≦≥≧]|\\(?:lt|gt|leq?|leqq|leqslant|geq?|geqq|geqslant)(?![A-Za-z]))\s*"
    r"(?P<right>[^=<>≤≦≥≧|,、;{}\\]+?)\s*"
)
_LONE: Final = re.compile(r"[a-z]")
_CLOSED: Final = re.compile(r"[-+\d.\s*/()]+")


@dataclass(frozen=True, slots=True)
class Compared:
    """`X \\le k` in the brackets of a probability: the name of the probability as a function of
    what X is compared with, and that: its text, and where it begins.
    """

    function: str
    right: str
    begin: int

    @property
    def of_a_letter(self) -> bool:
        """Whether it is a mere letter, so that a formula may define the function."""
        return _LONE.fullmatch(self.right) is not None

    @property
    def name(self) -> str | None:
        """The name of the probability by itself; None unless it is of numbers."""
        if _CLOSED.fullmatch(self.right) is None:
            return None
        return self.function.replace(PLACE, re.sub(r"\s+", "", self.right))

    @property
    def left(self) -> str:
        """What is compared."""
        return self.function[2:].split(" ")[0]


def read_comparison(text: str, begin: int) -> Compared | None:
    """The comparison in the brackets of a probability, which begins at `begin`; None for anything
    else.
    """
    found = _COMPARISON.fullmatch(text)
    if found is None:
        return None
    relation = _RELATIONS[found["relation"].lstrip("\\")]
    left = found["left"].replace("{", "").replace("}", "")
    name = f"P({left} {relation} {PLACE})"
    return Compared(name, found["right"], begin + found.start("right"))


def is_quantity(name: str) -> bool:
    """Whether a name is that of such a quantity, or of a function of this kind."""
    return "(" in name


def letters_of(name: str) -> frozenset[str]:
    """The capital letters in the name of a quantity, which say what it is of."""
    return frozenset(re.findall(r"(?<![\\A-Za-z])[A-Z](?:_\w+)?", name.partition("(")[2]))


def unnamed_in(nodes: Iterable[Node], declarations: Declarations) -> tuple[str, ...]:
    """The quantities in some terms of which the text has not said what they are."""
    known = declarations.renamed | declarations.explicit | declarations.functions.keys()
    known -= declarations.moments.keys() - declarations.explicit
    names = (name for each in nodes for name in (*free_variables(each), *called_names(each)))
    return tuple(dict.fromkeys(n for n in names if is_quantity(n) and n not in known))


def probability_of(inside: Inside, span: Span) -> Expression | None:
    """The probability of an event, or of one given another, as a term; None for too many events."""
    names = sorted(set(names_in(inside)))
    if not names or len(names) > MOST:
        return None
    space = Space(tuple(names), "p")
    first, *given = outcomes_of(inside, space)
    if not given:
        return _sum(space, first, span)
    return Binary("/", _sum(space, first & given[0], span), _sum(space, given[0], span), span=span)


def _sum(space: Space, outcomes: Outcomes, span: Span) -> Expression:
    """The probability of some outcomes as the sum that it is of those of intersections."""
    numbers = {frozenset(some): 0 for some in _subsets(space.events)}
    for outcome in range(1 << len(space.events)):
        if outcomes >> outcome & 1:
            happens = frozenset(
                name for place, name in enumerate(space.events) if outcome >> place & 1
            )
            for each in numbers:
                if each >= happens:
                    numbers[each] += (-1) ** (len(each) - len(happens))
    whole: Expression | None = None
    for some in _subsets(space.events):
        if count := numbers[frozenset(some)]:
            whole = _added(whole, count, _intersection(some, span), span)
    return ZERO if whole is None else whole


def _subsets(names: Sequence[str]) -> Iterable[tuple[str, ...]]:
    for count in range(len(names) + 1):
        yield from combinations(names, count)


def _intersection(names: Sequence[str], span: Span) -> Expression:
    both = " \\cap ".join(names)
    return Variable(f"P({both})", span=span) if names else ONE


def _added(whole: Expression | None, count: int, term: Expression, span: Span) -> Expression:
    if abs(count) != 1:
        number = Number(Fraction(abs(count)), span=span)
        term = number if term == ONE else Binary("*", number, term, span=span)
    if whole is None:
        return term if count > 0 else Negation(term, span=span)
    return Binary("+" if count > 0 else "-", whole, term, span=span)
