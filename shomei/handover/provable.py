"""Which statements the arithmetical tactics of Mathlib prove, by what they do to terms.

The portable Lean's tactics of the same names rest on `grind`, which sees more: equal arguments of
functions, products of hypotheses, disjunctions. Where a proof is to be written by a tactic, that
tactic must do it as well. Each function here is no more than Mathlib's tactic (v4.28.0):

- `ring` (`Mathlib.Tactic.Ring`): the normal forms of both sides are the same.
- `field` (`Mathlib.Tactic.Field`): the same after the denominators are cleared.
- `linarith` (`Mathlib.Tactic.Linarith`): a sum of hypotheses with positive coefficients refutes the
  negated goal, where each product of atoms is one unknown.
- `norm_num` (`Mathlib.Tactic.NormNum`): the numbers on both sides are in this relation.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from shomei.arithmetic.combinations import combination
from shomei.handover.polynomials import (
    ONE,
    Monomial,
    NoTermError,
    Polynomial,
    Reader,
    Reading,
    added,
    multiplied,
    one_atom,
    scaled,
)
from shomei.handover.text import bare, relation

#: The key that says that a sum of inequalities is strict; no monomial of a term.
_STRICT: Final[Monomial] = frozenset({("", 0)})


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables that are real numbers, and those that are natural numbers."""

    reals: Collection[str] = ()
    naturals: Collection[str] = ()

    def with_natural(self, name: str) -> Variables:
        """These, and one more natural number."""
        return Variables(set(self.reals) - {name}, {*self.naturals, name})


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The equations that `rw` or `simp only` goes along before the tactic: left sides by their
    right sides.
    """

    equations: Mapping[str, str] = field(default_factory=dict)


def _reader(reading: Reading, variables: Variables, rewriting: Rewriting) -> Reader:
    plain = Reader(reading, variables.reals, variables.naturals)
    equations = {}
    for left, right in rewriting.equations.items():
        try:
            term = plain.term(left).top
        except NoTermError:
            continue
        atoms = [atom for monomial in term for atom, _ in monomial]
        if len(atoms) == 1 and term == one_atom(atoms[0]):
            equations[atoms[0]] = right
    return replace(plain, equations=equations)


def by_ring(
    goal: str, variables: Variables = Variables(), rewriting: Rewriting = Rewriting()
) -> bool:
    """Whether `ring` proves an equation."""
    sides = relation(bare(goal))
    if sides is None or sides[1] != "=":
        return False
    reader = _reader("ring", variables, rewriting)
    try:
        return reader.term(sides[0]).top == reader.term(sides[2]).top
    except NoTermError:
        return False


def by_field(
    goal: str, variables: Variables = Variables(), rewriting: Rewriting = Rewriting()
) -> tuple[str, ...] | None:
    """The terms that must not be 0 for `field` to prove an equation; None if it does not."""
    sides = relation(bare(goal))
    if sides is None or sides[1] != "=":
        return None
    reader = _reader("field", variables, rewriting)
    try:
        left, right = reader.term(sides[0]), reader.term(sides[2])
        same = multiplied(left.top, right.bottom) == multiplied(right.top, left.bottom)
    except NoTermError:
        return None
    return tuple(dict.fromkeys((*left.nonzero, *right.nonzero))) if same else None


def by_norm_num(goal: str) -> bool:
    """Whether a statement without variables is true of the numbers in it."""
    sides = relation(bare(goal))
    reader = Reader("ring")
    if sides is None:
        return False
    try:
        left, right = reader.term(sides[0]).top, reader.term(sides[2]).top
    except NoTermError:
        return False
    if not (set(left) | set(right)) <= {ONE}:
        return False
    first, second = left.get(ONE, Fraction(0)), right.get(ONE, Fraction(0))
    match sides[1]:
        case "=":
            return first == second
        case "≠":
            return first != second
        case "<":
            return first < second
        case "≤":
            return first <= second
    return False


def by_linarith(
    goal: str,
    facts: Iterable[str],
    variables: Variables = Variables(),
    rewriting: Rewriting = Rewriting(),
) -> bool:
    """Whether `linarith` proves an equation or an inequality from these hypotheses."""
    sides = relation(bare(goal))
    if sides is None:
        return False
    reader = _reader("linear", variables, rewriting)
    plain = replace(reader, equations={})
    columns: list[Polynomial] = [{_STRICT: Fraction(1), ONE: Fraction(1)}]
    for fact in facts:
        columns += _columns(fact, plain)
    try:
        difference = _difference(sides[0], sides[2], reader)
    except NoTermError:
        return False
    match sides[1]:
        case "≤":
            return _refuted([*columns, {**scaled(difference, Fraction(-1)), _STRICT: Fraction(1)}])
        case "<":
            return _refuted([*columns, scaled(difference, Fraction(-1))])
        case "=":
            return all(
                _refuted([*columns, {**scaled(difference, Fraction(sign)), _STRICT: Fraction(1)}])
                for sign in (1, -1)
            )
    return False


def _columns(fact: str, reader: Reader) -> list[Polynomial]:
    """What a hypothesis says not to be negative; nothing for one that is no comparison."""
    sides = relation(bare(fact))
    if sides is None:
        return []
    try:
        difference = _difference(sides[0], sides[2], reader)
    except NoTermError:
        return []
    match sides[1]:
        case "=":
            return [difference, scaled(difference, Fraction(-1))]
        case "≤":
            return [difference]
        case "<":
            return [{**difference, _STRICT: Fraction(1)}]
    return []


def _difference(left: str, right: str, reader: Reader) -> Polynomial:
    return added(reader.term(right).top, scaled(reader.term(left).top, Fraction(-1)))


def _refuted(columns: list[Polynomial]) -> bool:
    """Whether a sum of these, with positive coefficients and one of the strict ones, is 0."""
    return combination(columns, {_STRICT: Fraction(1)}) is not None
