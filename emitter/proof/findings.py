"""Facts about the terms of a relation, computed once for all methods: the laws that they call for,
and which of their parts are equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from shomei.emitter.lean.script import Have
from shomei.emitter.proof.laws import Lemma, alignments, opposites, saturate, scaled_roots
from shomei.emitter.proof.prospects import fails_by_arithmetic, follows_by_arithmetic
from shomei.emitter.proof.setting import Setting
from shomei.terms.nodes import Expression, Relation

#: Topics of the rule table that are used last: each doubles the work of `grind`.
_LATE = frozenset({"inequality", "rpow_def"})


class Findings:
    """Facts about one relation, in a setting, with the formulas that a proof starts from."""

    def __init__(
        self,
        goal: Relation,
        setting: Setting,
        cited: Sequence[Lemma] = (),
        equations: Sequence[Relation] = (),
    ) -> None:
        self.goal = goal
        self.setting = setting
        self.cited = cited
        self.equations = (*equations, *(lemma.statement for lemma in cited))
        self.terms = [goal.left, goal.right, *_sides(cited)]

    @cached_property
    def aligned(self) -> list[Relation]:
        """Arguments of the same function in the goal that are equal but written differently."""
        return alignments([self.goal.left, self.goal.right], self.setting)

    @cached_property
    def laws(self) -> list[Lemma]:
        """The laws that the terms call for."""
        return saturate(self.terms, self.setting, skip=_LATE)

    @cached_property
    def richer(self) -> list[Lemma]:
        """More laws, including inequalities if the goal is one."""
        equation = self.goal.operator in ("=", "!=")
        skip = frozenset({"inequality"}) if equation else frozenset[str]()
        return saturate(self.terms, self.setting, rounds=4, skip=skip)

    @cached_property
    def order_laws(self) -> list[Lemma]:
        """The laws that the terms call for, including inequalities."""
        return saturate(self.terms, self.setting, skip=frozenset({"rpow_def"}))

    @cached_property
    def same(self) -> list[Relation]:
        """`aligned`, including the terms of the laws."""
        return alignments([*self.terms, *_sides(self.laws)], self.setting)

    @cached_property
    def turned(self) -> list[Have]:
        """Values of functions at opposite arguments, and roots of multiples."""
        full = [*self.terms, *_sides(self.laws)]
        return [*opposites(full, self.setting), *scaled_roots(self.terms, self.setting)]

    @cached_property
    def has_laws(self) -> bool:
        """Whether there are any laws or equal arguments to use."""
        return bool(self.laws or self.same or self.turned)

    @cached_property
    def is_beyond_arithmetic(self) -> bool:
        """Whether arithmetic alone does not prove the goal but laws may: `grind` takes long to give
        up.
        """
        return self._follows is False and self.has_laws

    @cached_property
    def is_out_of_reach(self) -> bool:
        """Whether arithmetic alone hardly proves the goal, so that all else is tried before it."""
        if self.goal.operator == "=":
            return self._follows is False
        return fails_by_arithmetic(self.goal, self.setting, self.equations)

    @cached_property
    def _follows(self) -> bool | None:
        """Whether the equation follows by arithmetic, as far as numbers tell."""
        return follows_by_arithmetic(self.goal, self.setting, self.equations)


def _sides(lemmas: Sequence[Lemma]) -> list[Expression]:
    return list(chain.from_iterable((each.statement.left, each.statement.right) for each in lemmas))
