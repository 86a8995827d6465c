"""What vanishes at a place that the text gives: `the slope $f'(x) = a - 2x$ is zero at $x_0 = F$`
claims that $a - 2F = 0$; `the maximum is at $x = F$` below `$f'(x) = a - 2x$` claims that, and that
$f''(F) \\le 0$, without which it would be none.

In: a sentence, and the derivatives stated above it. Out: the terms that vanish, each with the
letter of which they are terms. That a claim is made of them does not depend on whether it holds:
one that does not hold is no alarm, since words such as `optimal` may speak of something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from shomei.languages.phrases import matching
from shomei.operations.letters import plain_letter
from shomei.parser.article.drafts import Draft, drafts_of
from shomei.parser.article.formulas import Conditions, Reading, Stated, Term
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Binary,
    Call,
    Connective,
    Derivative,
    Expression,
    Prime,
    Relation,
    RelationOperator,
    Statement,
    Variable,
)
from shomei.terms.substitution import Capture, substitute
from shomei.terms.walk import free_variables

#: What says that a derivative vanishes there, or a term that stands right before; that an equation
#: is solved; and that a function is largest there, or smallest.
_STATIONARY: Final = matching("article", "stationary")
_VANISHES: Final = matching("article", "vanishes")
_SOLVES: Final = matching("article", "solves")
_LARGEST: Final = matching("article", "largest")
_SMALLEST: Final = matching("article", "smallest")
#: What says that this happens there alone.
_ALONE: Final = matching("article", "alone_there")
#: Which of several places is meant, so that to be one of them is less than the text says; or that
#: it is no place.
_OTHER_ROOT: Final = matching("article", "one_of_the_roots")


#: So many formulas of a sentence are looked at, the last ones.
_MOST: Final = 8

#: Whether a function is largest where its derivative vanishes, or smallest; or that is not said.
Extremum: TypeAlias = Literal["", "largest", "smallest"]


@dataclass(frozen=True, slots=True)
class Vanishing:
    """A term that vanishes at some value of a letter, and whether there `alone`; if it is the
    derivative of a function that has a name, also that, and whether the function is largest or
    smallest there.
    """

    letter: str
    term: Expression
    function: str = ""
    extremum: Extremum = ""
    alone: bool = False
    #: What it is the derivative of: the function, or the name of a term.
    subject: str = ""

    def at(self, name: str, value: Expression) -> Statement | None:
        """What is claimed of the value of a name such as `x_0` for its letter: that the term
        vanishes there, and nowhere else if it does so there alone, and that the second derivative
        has the sign that an extremum needs. None for other names.
        """
        if self.letter not in _letters_of(name) or self.letter in free_variables(value):
            return None
        span = value.span
        try:
            term = substitute(self.term, {self.letter: value})
        except Capture:
            return None
        zero: Statement = Relation("=", term, ZERO, span=span)
        if self.alone:
            vanishes = Relation("=", self.term, ZERO, span=span)
            there = Relation("=", Variable(self.letter, span=span), value, span=span)
            only = Connective("implies", vanishes, there, span=span)
            zero = Connective("and", zero, only, span=span)
        if not self.extremum:
            return zero
        curvature = Prime(self.function, 2, value, span=span)
        sign: RelationOperator = "<=" if self.extremum == "largest" else ">="
        return Connective("and", zero, Relation(sign, curvature, ZERO, span=span), span=span)


def slope_of(draft: Draft) -> Vanishing | None:
    """The derivative that a claim gives: `f'(x) = … = a - 2x`."""
    terms = _sides(draft)
    match terms[:1]:
        case [Prime(name=name, order=1, argument=Variable(name=letter))]:
            function = subject = name
        case [Derivative(variable=letter, order=1, body=body)]:
            function, subject = "", body.name if isinstance(body, Variable | Call) else ""
        case _:
            return None
    last = next((each for each in reversed(terms[1:]) if each != ZERO), ZERO)
    if letter not in free_variables(last):
        return None
    return Vanishing(letter, last, function, subject=subject)


@dataclass(frozen=True, slots=True)
class Saying:
    """What the words of a sentence say of the places that it gives."""

    stationary: bool
    vanishes: bool
    solves: bool
    alone: bool
    #: None if nothing is said to be largest or smallest, and "" if both are.
    extremum: Extremum | None

    @classmethod
    def of(cls, said: str) -> Saying | None:
        """What these words say; None if they speak of no such place, or of one of several."""
        largest, smallest = (each.search(said) is not None for each in (_LARGEST, _SMALLEST))
        stationary, vanishes, solves = (
            each.search(said) is not None for each in (_STATIONARY, _VANISHES, _SOLVES)
        )
        if not (largest or smallest or stationary or vanishes or solves):
            return None
        if _OTHER_ROOT.search(said):
            return None
        extremum: Extremum | None = None
        if largest or smallest:
            extremum = "" if largest and smallest else "largest" if largest else "smallest"
        return cls(stationary, vanishes, solves, _ALONE.search(said) is not None, extremum)


def vanishing_in(
    saying: Saying, readings: Sequence[Reading], slopes: Sequence[Vanishing]
) -> tuple[Vanishing, ...]:
    """What a sentence says to vanish at the place that it gives next, the nearest first; `readings`
    are the formulas before that, and `slopes` the derivatives above them.
    """
    readings = readings[-_MOST:]
    own = [each for each in map(_slope_in, readings) if each is not None]
    spoken_of = {each.name for each in map(_subject, readings) if each is not None}
    near = [each for each in own or slopes if spoken_of <= {each.subject, each.letter}]
    if len({each.subject for each in near}) != 1 and (
        saying.extremum is not None or saying.stationary
    ):
        return ()
    if saying.extremum is not None:
        known = [each for each in near if each.function and saying.extremum]
        found = [replace(each, extremum=saying.extremum) for each in known]
    elif saying.stationary:
        found = near
    else:
        found = [
            each
            for reading in readings[-1:]
            for each in _of(reading, vanishes=saying.vanishes, solves=saying.solves)
        ]
    return tuple(replace(each, alone=saying.alone) for each in reversed(found))


def _subject(reading: Reading) -> Variable | None:
    """A letter of which a sentence speaks: `the minimum of $f$`."""
    term = reading.expression if isinstance(reading, Term) else None
    return term if isinstance(term, Variable) else None


def _slope_in(reading: Reading) -> Vanishing | None:
    """The derivative that a formula gives."""
    if not isinstance(reading, Stated | Conditions):
        return None
    return next(filter(None, map(slope_of, drafts_of(reading))), None)


def _of(reading: Reading, *, vanishes: bool, solves: bool) -> Iterator[Vanishing]:
    """What a formula before the place says of terms that vanish there."""
    match reading:
        case Term(expression=Prime(name=name, order=1, argument=Variable(name=letter)) as term) if (
            vanishes
        ):
            yield Vanishing(letter, term, name)
        case Stated() | Conditions():
            for draft in drafts_of(reading):
                if vanishes and (slope := slope_of(draft)) is not None:
                    yield slope
                elif solves or vanishes:
                    yield from _of_equation(_sides(draft), solves=solves)
        case _:
            return


def _of_equation(terms: Sequence[Expression], *, solves: bool) -> Iterator[Vanishing]:
    """The difference of the last sides of an equation, by each of its letters; unless the text
    `solves` it, only of one that says that something is zero.
    """
    if len(terms) < 2 or isinstance(terms[-2], Variable):
        return
    left, right = terms[-2:]
    if right == ZERO:
        difference = left
    elif solves:
        difference = Binary("-", left, right, span=left.span)
    else:
        return
    for letter in free_variables(difference):
        yield Vanishing(letter, difference)


def _sides(draft: Draft) -> list[Expression]:
    """The sides of a chain of equations; none of another claim."""
    first = draft.first
    if isinstance(first, Relation):
        return [first.left, first.right] if first.operator == "=" and not draft.logic else []
    if isinstance(first, Statement) or any(link.operator != "=" for link, _ in draft.links):
        return []
    return [first, *(link.right for link, _ in draft.links)]


def _letters_of(name: str) -> Iterable[str]:
    """The letters of which a name may be a value: x for `x_0`, L for `L^*`."""
    return {name, plain_letter(name), plain_letter(name).partition("_")[0]}
