"""The proof context at one place: named hypotheses and sample points.

`wide` are points that satisfy the hypotheses; `points` are those of them that the step is about
(near a limit's point, for example).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from shomei.emitter.effort import remembering
from shomei.emitter.lean.term import Notation
from shomei.emitter.proof.numeric import corners, holds, sample
from shomei.operations.spelling import normalise, normalise_relation
from shomei.terms.definitions import unfold, unfold_statement
from shomei.terms.nodes import (
    BigOperator,
    Call,
    DerivativeAt,
    Expression,
    Relation,
    Variable,
)
from shomei.terms.walk import free_variables, subterms


@dataclass(frozen=True, slots=True)
class Known:
    """A hypothesis in Lean's local context."""

    name: str
    relation: Relation


def samples(
    notation: Notation, variables: tuple[str, ...], known: tuple[Known, ...]
) -> tuple[tuple[dict[str, float], ...], tuple[dict[str, float], ...]]:
    """Points that satisfy `known`: random ones, and corners where a statement that holds at random
    points may still fail.
    """
    relations = tuple(k.relation for k in known if not _speaks_of_functions(k.relation))
    return _points(variables, notation.naturals & frozenset(variables), relations)


def _sampled(
    variables: tuple[str, ...], naturals: frozenset[str], relations: tuple[Relation, ...]
) -> tuple[tuple[dict[str, float], ...], tuple[dict[str, float], ...]]:
    points = sample(variables, naturals, relations)
    return points, points if naturals else (*points, *corners(variables, relations))


#: A search asks for the points of the same few settings again and again.
_points: Final = remembering(_sampled, 1000)


def _speaks_of_functions(relation: Relation) -> bool:
    """Whether a relation is about a function without a formula, which has no values at a point."""
    return any(isinstance(part, Call | DerivativeAt) for part in subterms(relation))


def within_sum(whole: BigOperator, setting: Setting) -> Setting:
    """The setting of the terms of a sum or product: the index is within the bounds."""
    index = Variable(whole.index)
    known = (
        Known("least", Relation(">=", index, whole.lower)),
        Known("most", Relation("<=", index, whole.upper)),
    )
    return setting.extend(known, (whole.index,), (whole.index,))


@dataclass(frozen=True, slots=True)
class Setting:
    """The names in force, the hypotheses in Lean's context, and sample points (they guide the
    search and are ignored by equality).
    """

    notation: Notation
    variables: tuple[str, ...]
    known: tuple[Known, ...] = ()
    points: tuple[dict[str, float], ...] = field(default=(), compare=False)
    wide: tuple[dict[str, float], ...] = field(default=(), compare=False)
    #: The proofs of signs that were looked for: the strict signs of a part are asked for again and
    #: again, and a deep term would take cubic time.
    signs: dict[tuple[str, Expression], str | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @staticmethod
    def of(notation: Notation, variables: tuple[str, ...], known: tuple[Known, ...]) -> Setting:
        """The setting with sample points that satisfy `known`."""
        return Setting(notation, variables, known, *samples(notation, variables, known))

    def extend(
        self,
        known: tuple[Known, ...],
        variables: tuple[str, ...] = (),
        naturals: tuple[str, ...] = (),
    ) -> Setting:
        """The setting with more hypotheses, and with the variables that a `fun` or `intro` has just
        bound.
        """
        notation = self.notation
        for name in variables:
            notation = notation.bind(name, natural=name in naturals)
        names = tuple(dict.fromkeys((*self.variables, *variables)))
        kept = tuple(k for k in self.known if not set(variables) & set(free_variables(k.relation)))
        return Setting.of(notation, names, (*kept, *known))

    def with_known(self, known: tuple[Known, ...]) -> Setting:
        """The setting with more hypotheses that follow from the present ones (the sample points
        stay).
        """
        return replace(self, known=(*self.known, *known))

    def plain(self, term: Expression) -> Expression:
        """`term` with definitions expanded, in the spelling of `normalise`."""
        return normalise(unfold(term, self.notation.definitions))

    def plain_relation(self, relation: Relation) -> Relation:
        """`plain` on both sides."""
        return normalise_relation(unfold_statement(relation, self.notation.definitions))

    def seems(self, relation: Relation) -> bool | None:
        """Whether `relation` holds at all sample points; None if they show nothing."""
        if _speaks_of_functions(relation):
            return None
        if not set(free_variables(relation)) <= set(self.variables):
            return None
        true = unknown = False
        for point in self.points:
            answer = holds(relation, point)
            true, unknown = true or answer is True, unknown or answer is None
            if answer is False or (true and unknown):
                return False
        return True if true else None

    def follows(self, relation: Relation) -> bool:
        """Whether `relation` holds wherever the hypotheses do, as far as the sample points show.
        Near a limit's point, more `seems` true than follows from the hypotheses.
        """
        return bool(self.wide) and all(holds(relation, point) for point in self.wide)

    def name_of(self, relation: Relation) -> str | None:
        """The name of the hypothesis that states exactly `relation`."""
        for known in self.known:
            if known.relation == relation:
                return known.name
        return None
