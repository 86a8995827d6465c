"""What a text states of its letters, and what a claim may be drawn from.

In: claims, and what the words around them say. Out: the equations and conditions that hold for some
values only, and those among them that a claim follows from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeGuard

from shomei.parser.article.drafts import Draft
from shomei.parser.article.premises import Premises, Reach, is_equation
from shomei.parser.article.sequences import Sequences
from shomei.parser.ast import Chain, Therefore
from shomei.parser.directives import Entry
from shomei.parser.notation import RelationLink
from shomei.parser.reason_nodes import Cite, Reason
from shomei.terms.nodes import (
    Derivative,
    Expression,
    Node,
    Number,
    Prime,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import alternatives, called_names, free_variables, subtrees


@dataclass(slots=True)
class Stating(Sequences):
    """Knows what is stated, and what the words around a claim say of it."""

    #: Whether what is read now may be a definition or a condition, and no claim.
    tentative: bool = False
    certain: bool = False
    #: Whether the words around it are not understood.
    unclear: bool = True
    #: Whether it may be an equation to be solved, unless it holds for all numbers or for none.
    conditional: bool = False
    #: Whether the contrary is supposed, under which anything may be claimed.
    contrary: bool = False
    #: Whether a sentence says it, whose words tell what may be drawn from it.
    spoken: bool = False
    #: Equations that the text has stated, and that hold for some values only (`consequences.py`).
    stated: tuple[Statement, ...] = ()
    #: The same for as long as they hold, and how far back a claim reaches for them.
    premises: Premises = field(default_factory=Premises)
    reach: Reach = ""
    #: In a display, what was stated before it.
    before_display: tuple[Statement, ...] | None = None
    #: Whether the words before it put another case than that of the task above, or none.
    apart: bool = False

    #: The letters of which nothing was said before the claim that is read now.
    fresh: frozenset[str] = frozenset()
    #: Whether the words around it say that it is to hold: `$$ A $$ とおく`.
    sets: bool = False
    #: Whether the sentence poses an equation to be solved.
    posed: bool = False
    #: Whether a law of nature or of figures gives what is read now.
    by_law: bool = False
    #: Which letters the words before it call positive: the one that is solved for, or all.
    positive: Literal["", "one", "all"] = ""

    def note_premises(self, statements: Iterable[Statement], *, lasting: bool = True) -> None:
        """These are stated, and hold for some values only."""
        self.premises.learn(statements, self.memory.sentence, lasting=lasting, fresh=self.fresh)

    def equations(self) -> tuple[Statement, ...]:
        """The equations and conditions that are stated."""
        return (*(each.statement for each in self.premises.found), *self.stated)

    def sought_letters(self) -> frozenset[str]:
        """Their letters."""
        return frozenset(name for each in self.equations() for name in free_variables(each))

    def look_at(self, nodes: Iterable[Node]) -> None:
        """A claim of these expressions is read."""
        names = frozenset(name for node in nodes for name in free_variables(node))
        spoken_of = self.memory.known - self.declarations.earlier
        self.fresh = names - spoken_of - self.declarations.renamed

    def tag_premises(self, entries: Sequence[Entry], before: Sequence[Statement]) -> None:
        """What a display states, besides what was stated before it, is cited by its tags."""
        tags = [each.tag for each in entries if isinstance(each, Chain | Therefore) and each.tag]
        if not tags:
            return
        found = (each.statement for each in self.premises.found)
        new = tuple(each for each in found if each not in before)
        self.premises.tagged |= dict.fromkeys(tags, new) if new else {}

    def over(self) -> None:
        """What was stated is over."""
        self.stated = ()
        self.premises.end()

    def _given(
        self, draft: Draft, conditions: tuple[Statement, ...], reasons: tuple[Reason, ...]
    ) -> tuple[Statement, ...]:
        """What a claim may be drawn from, besides the conditions under which it stands."""
        if self.contrary or draft.logic:
            return ()
        made = relations(draft)
        now = self.memory.sentence
        self.note_premises(self.premises.cited(each.label for each in reasons if _cites(each)))
        posed = self.posed and self._solves(draft)
        reach = "far" if posed else self.reach
        known = self.premises.of(
            made, reach, now, lambda each: self._about((each,)), solves=not self.apart
        )
        if self.reach or posed or (self._solves(draft) and self.before_display is not None):
            above = () if self.reach or posed else self.before_display or ()
            known += [each for each in self.stated if each not in (*known, *above)]
        if not any(map(is_equation, (*known, *conditions))):
            return ()  # bounds alone are conditions of something else
        known += self._called_positive(draft, (*known, *conditions))
        return tuple(each for each in known if each not in conditions and each not in made)

    def _called_positive(self, draft: Draft, known: Sequence[Statement]) -> Iterator[Statement]:
        """What the words before a claim say of signs."""
        names = {name for each in known for name in free_variables(each)}
        if self.positive == "one":
            names &= {draft.first.name} if isinstance(draft.first, Variable) else set()
        elif self.positive != "all":
            return
        for name in sorted(names - self.declarations.renamed):
            span = self._span(draft.place)
            zero = Number(Fraction(0), span=span)
            yield Relation(">", Variable(name, span=span), zero, span=span)

    def _is_sought(self, statement: Statement) -> bool:
        """Whether one side of a relation is zero, a number or a letter."""
        return isinstance(statement, Relation) and self._has_sought_form(
            statement.left, statement.right
        )

    def _solves(self, draft: Draft) -> bool:
        """Whether a claim says what a letter or a number is equal to: `e^{-x} = 2, \\quad x = …`
        says so of what solves the equation beside it.
        """
        if isinstance(draft.first, Statement):
            return all(map(self._is_sought, alternatives(draft.first)))
        return (
            isinstance(draft.first, Expression)
            and bool(draft.links)
            and self._has_sought_form(draft.first, draft.links[-1][0].right)
        )

    def _note_stated(self, draft: Draft, others: tuple[Statement, ...], *, drawn: bool) -> None:
        """Notes a relation that may hold for some values only, or is drawn from such a one. One
        under conditions of its own is not stated by itself.
        """
        if self.contrary or draft.logic or others:
            return
        if self.by_law or (not self.spoken and (self.tentative or self.conditional)):
            # of a chain that is no certain claim, only the first relation is in doubt
            first = relations(draft)[:1]
            self.note_premises(each for each in first if free_variables(each) and is_equation(each))
        if not (
            drawn
            or (self.spoken and (self.tentative or self.conditional))
            or self._may_be_sought(draft, ())
        ):
            return
        new = [each for each in relations(draft) if free_variables(each)]
        if len(new) > 1 and not drawn:  # `x^2 - x = x (x - 1) = 0` states its last relation
            new = [each for each in new if self._is_sought(each)] or new
        self.stated = tuple(dict.fromkeys((*self.stated, *new)))

    def _may_be_sought(self, draft: Draft, conditions: tuple[Statement, ...]) -> bool:
        """Whether a claim has the form of an equation to be solved, or of a condition: a letter or
        a number on one side, and letters of which nothing says what numbers they are.
        """
        if self._is_instance(draft) or (self.sets and len(draft.links) < 2 and not draft.logic):
            return True
        match draft:
            case Draft(first=Relation(left=left, right=right), logic=[]):
                pass
            case Draft(first=left, links=[(RelationLink(right=right), _), *rest]) if isinstance(
                left, Expression
            ):
                # `x^2 = \frac{1 + 3}{4} = 1`
                if rest and any(free_variables(each.right) for each, _ in draft.links):
                    return False
            case _:
                return False
        given = self.declared | {name for each in conditions for name in free_variables(each)}
        given -= self.memory.names.once
        names = set(free_variables(left)) | set(free_variables(right))
        if names <= given | (self.declarations.renamed - self.memory.names.once):
            return False
        return self._has_sought_form(left, right) or self._are_apart(left, right)

    def _is_instance(self, draft: Draft) -> bool:
        """Whether what is said with a name of a section above is equal to numbers: it may be that
        of an example.
        """
        if isinstance(draft.first, Statement) or not draft.links:
            return False
        kept = self.memory.names.kept
        return not kept.isdisjoint(free_variables(draft.first)) and not any(
            link.operator != "=" or free_variables(link.right) for link, _ in draft.links
        )

    def _are_apart(self, left: Expression, right: Expression) -> bool:
        """Whether neither of two terms has a letter of the other: no identity relates such, but a
        law does, as `\\frac{1}{f} = \\frac{1}{a} + \\frac{1}{b}`.
        """
        one, other = self._about((left,)), self._about((right,))
        apart = bool(one) and bool(other) and one.isdisjoint(other)
        return apart and not any(map(called_names, (left, right)))

    def _has_sought_form(self, left: Expression, right: Expression) -> bool:
        """Whether one side is zero, a number or a letter."""
        differentiated = any(
            isinstance(part, Derivative | Prime)
            for side in (left, right)
            for part in subtrees(side)
        )
        return any(
            side == Number(Fraction(0))
            or (not free_variables(side) and not differentiated)
            or (
                isinstance(side, Variable)
                and side.name not in self.declarations.renamed - self.memory.names.once
                and not differentiated
            )
            for side in (left, right)
        )


def relations(draft: Draft) -> tuple[Statement, ...]:
    """What a draft says, relation by relation."""
    if isinstance(draft.first, Statement):
        return (draft.first,)
    return draft.relations()


def _cites(reason: Reason) -> TypeGuard[Cite]:
    return isinstance(reason, Cite)
