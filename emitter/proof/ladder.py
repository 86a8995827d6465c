"""Inequalities between terms of the same form, from those of their parts: `a c ≤ b c` from `a ≤ b`
and `0 ≤ c`, and so on inwards.

Where the forms differ, a leaf remains: a relation that the sample points do not contradict, left to
`grind` with the facts above and the laws of its terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Exact, Have, Tactic
from shomei.emitter.lean.term import real_relation
from shomei.emitter.method import Proof
from shomei.emitter.proof.laws import BY_GRIND, Lemma, named, rules_in, saturate
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import lookup, nonnegative, positive, premised
from shomei.operations.operation import Arguments, Operation
from shomei.operations.registry import applied
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Expression,
    Limit,
    Negation,
    Number,
    Relation,
    Variable,
    applies,
)


class Ladder:
    """Builds a proof of `small ≤ large`, and collects the leaves that it rests on: relations, each
    with its name in the proof.
    """

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.leaves: dict[Relation, str] = {}

    def below(self, small: Expression, large: Expression) -> str | None:
        """A proof term of `small ≤ large`."""
        if small == large:
            return "(le_refl _)"
        return self._by_form(small, large) or self._leaf(small, large)

    def _by_form(self, small: Expression, large: Expression) -> str | None:
        first, second = applied(small), applied(large)
        if first is not None and second is not None:
            return self._growing(first, second)
        match small, large:
            case Binary(operator="+", left=a, right=b), Binary(operator="+", left=c, right=d):
                one, other = self.below(a, c), self.below(b, d)
                return f"(add_le_add {one} {other})" if one and other else None
            case Binary(operator="-", left=a, right=b), Binary(operator="-", left=c, right=d):
                one, other = self.below(a, c), self.below(d, b)
                statement = real_relation(Relation("<=", small, large), self.setting.notation)
                if not one or not other:
                    return None
                return (
                    f"({by(Have('one', None, one), Have('other', None, other), GRIND)} : "
                    f"{statement})"
                )
            case Negation(operand=a), Negation(operand=b):
                part = self.below(b, a)
                return f"(neg_le_neg {part})" if part else None
            case Binary(operator="*", left=a, right=b), Binary(operator="*", left=c, right=d):
                return self._product(a, b, c, d)
            case Binary(operator="/", left=a, right=b), Binary(operator="/", left=c, right=d) if (
                b == d
            ):
                sign = positive(b, self.setting)
                part = self.below(a, c) if sign else None
                return f"(div_le_div_of_nonneg_right {part} (le_of_lt {sign}))" if part else None
            case _:
                return None

    def _growing(
        self, small: tuple[Operation, Arguments], large: tuple[Operation, Arguments]
    ) -> str | None:
        """The same growing function of both."""
        (operation, [*_, a]), (other, [*_, b]) = small, large
        monotonicity = operation.monotonicity
        if operation is not other or monotonicity is None:
            return None
        lemma = premised(monotonicity.weak, monotonicity.weak_needs(a), self.setting)
        part = self.below(a, b) if lemma else None
        return f"({lemma.replace('{inner}', part)})" if lemma and part else None

    def _product(self, a: Expression, b: Expression, c: Expression, d: Expression) -> str | None:
        if a == c and (sign := nonnegative(a, self.setting)):
            part = self.below(b, d)
            return f"(mul_le_mul_of_nonneg_left {part} {sign})" if part else None
        if b == d and (sign := nonnegative(b, self.setting)):
            part = self.below(a, c)
            return f"(mul_le_mul_of_nonneg_right {part} {sign})" if part else None
        return None

    def _leaf(self, small: Expression, large: Expression) -> str | None:
        wanted = Relation("<=", small, large)
        direct = lookup(small, "<=", large, self.setting)
        if direct is not None:
            return direct
        if self.setting.seems(wanted) is False:
            return None
        return self.leaves.setdefault(wanted, f"leaf{len(self.leaves) + 1}")


def ladder_proofs(
    goal: Relation, setting: Setting, given: Sequence[Tactic], above: Sequence[Tactic]
) -> Iterator[Proof]:
    """Scripts for an inequality that is not strict. `given` comes first; `above` states the
    formulas or steps it rests on.
    """
    if goal.operator not in ("<=", ">="):
        return
    small, large = (goal.left, goal.right) if goal.operator == "<=" else (goal.right, goal.left)
    if any(
        isinstance(side, Variable | Number | Limit | BigOperator) or applies(side, "abs")
        for side in (small, large)
    ):
        return
    ladder = Ladder(setting)
    proof = ladder.below(small, large)
    leaves = ladder.leaves
    if proof is None or len(leaves) > 4 or Relation("<=", small, large) in leaves:
        return
    lines = (*given, *above)
    laws: dict[Relation, Lemma] = {}
    for leaf in leaves:
        for law in saturate(
            [leaf.left, leaf.right], setting, skip=frozenset({"rpow_def"}), prefix="law"
        ):
            laws.setdefault(
                law.statement, Lemma(f"law{len(laws) + 1}", law.statement, law.proof, law.rule)
            )
    text = [
        Have(name, real_relation(leaf, setting.notation), BY_GRIND) for leaf, name in leaves.items()
    ]
    uses = frozenset({"algebra", "monotonicity"})
    if above or not laws:
        yield Proof((*lines, *text, Exact(proof)), "term by term", uses)
    if laws:
        brought_in = [law.tactic(setting) for law in laws.values()]
        how = f"term by term, {named(laws.values())}"
        yield Proof((*lines, *brought_in, *text, Exact(proof)), how, uses | rules_in(laws.values()))
