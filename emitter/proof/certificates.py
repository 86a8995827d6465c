"""Why a polynomial is not negative: it is a sum of squares and of products of what is known, with
positive coefficients.

The atoms of a polynomial are its variables and the terms that arithmetic cannot look into, such as
`\\sin x`. Linear programming finds the coefficients; Lean sees the squares and products, and only
has to add them up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product

from shomei.arithmetic.combinations import combination
from shomei.emitter.effort import spend
from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import Unprintable, between_naturals, real, real_relation
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import nonnegative, positive
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import BigOperator, Binary, Expression, Limit, Number, Power, Relation
from shomei.terms.polynomials import UNIT, Expansion, Monomial, Polynomial, TooMany, joined, scaled
from shomei.terms.relations import ascending
from shomei.terms.walk import free_variables, subterms

_MOST_MONOMIALS = 40
_MOST_DEGREE = 6
_MOST_ATOMS = 5
_MOST_BASES = 10
_MOST_COLUMNS = 600
#: The weights of the two terms of a difference that is squared.
_WEIGHTS = ((1, -1), (1, 1), (1, -2), (2, -1), (1, 2), (2, 1))
#: The key of the row that asks for something positive.
_SOME: Monomial = ((ZERO, 1),)


class _Limited(Expansion):
    highest = _MOST_DEGREE

    def limited(self, terms: Polynomial) -> Polynomial:
        """The terms whose coefficients are not 0. Raises `TooMany`."""
        found = {monomial: value for monomial, value in terms.items() if value}
        if len(found) > _MOST_MONOMIALS:
            raise TooMany
        return found


@dataclass(frozen=True, slots=True)
class _Fact:
    """`0 ≤ polynomial`, or `0 < polynomial` if it is `strict`, or `polynomial = 0` if it is an
    `equation`, by the Lean term `proof`; `text` is the polynomial in Lean where `proof` does not
    say it.
    """

    polynomial: Polynomial
    proof: str
    strict: bool = False
    equation: bool = False
    text: str = ""

    def times(self, other: _Fact, expansion: Expansion) -> _Fact:
        """The product of two facts, neither of which is an equation."""
        one, two = self.proof, other.proof
        strict = self.strict and other.strict
        if not strict:
            one = f"(le_of_lt {one})" if self.strict else one
            two = f"(le_of_lt {two})" if other.strict else two
        lemma = "mul_pos" if strict else "mul_nonneg"
        both = expansion.multiplied(self.polynomial, other.polynomial)
        return _Fact(both, f"({lemma} {one} {two})", strict)


def certificate(
    term: Expression, setting: Setting, more: Sequence[Known] = (), *, strict: bool
) -> list[Have] | None:
    """Facts that `0 ≤ term` (or `0 < term`, if `strict`) is a sum of, as `have`s; None if none were
    found. `more` are relations that are known besides the hypotheses.
    """
    try:
        return _certificate(term, setting, more, strict=strict)
    except (TooMany, Unprintable):
        return None


def _certificate(
    term: Expression, setting: Setting, more: Sequence[Known], *, strict: bool
) -> list[Have] | None:
    expansion = _Limited()
    target = expansion.of(term)
    own = set(_atoms((target,)))
    known = list(_known(setting, (*setting.known, *more), expansion, target))
    near = [fact for fact in known if set(_atoms((fact.polynomial,))) <= own]
    for facts in (near, known) if len(near) < len(known) else (near,):
        chosen = _found(target, facts, setting, expansion, strict=strict)
        if chosen is not None:
            return [
                Have(f"summand{number}", fact.text or None, fact.proof)
                for number, fact in enumerate(chosen, start=1)
            ]
    return None


def _found(
    target: Polynomial,
    known: Sequence[_Fact],
    setting: Setting,
    expansion: Expansion,
    *,
    strict: bool,
) -> list[_Fact] | None:
    """The facts that the target is a sum of, in the order in which they were tried."""
    degree = _degree(target)
    atoms = _atoms((target, *(fact.polynomial for fact in known if fact.equation)))
    if not target or degree > _MOST_DEGREE or not 0 < len(atoms) <= _MOST_ATOMS:
        return None
    facts = [*known, *_signs(atoms, setting)]
    unequal = [fact for fact in facts if not fact.equation]
    highest = max((_degree(fact.polynomial) for fact in facts), default=0)
    more = min(max(degree, highest + highest % 2), _MOST_DEGREE)
    for terms, upto in dict.fromkeys(((2, degree), (2, more), (3, degree))):
        equations = list(_multiplied([f for f in facts if f.equation], atoms, upto, setting))
        squares = list(_squares(target, atoms, upto, setting, expansion, terms=terms))
        candidates = list(_candidates(squares, unequal, upto, expansion))
        chosen = _chosen(target, candidates, equations, strict=strict)
        if chosen is not None:
            return chosen
    return None


def _chosen(
    target: Polynomial, candidates: list[_Fact], equations: list[_Fact], *, strict: bool
) -> list[_Fact] | None:
    """The facts of a sum that is the target, or a positive multiple of it that is positive."""
    pool = _useful(target, [*candidates, *equations], equations)
    columns: list[dict[Monomial, Fraction]] = []
    owners: list[_Fact | None] = []
    for fact in pool:
        column = dict(fact.polynomial)
        if strict and fact.strict:
            column[_SOME] = Fraction(1)
        columns.append(column)
        owners.append(fact)
        if fact.equation:
            columns.append(scaled(fact.polynomial, Fraction(-1)))
            owners.append(fact)
    columns.append({UNIT: Fraction(1), **({_SOME: Fraction(1)} if strict else {})})
    owners.append(None)
    wanted = dict(target)
    if strict:
        columns.append(scaled(target, Fraction(-1)))
        owners.append(None)
        wanted = {_SOME: Fraction(1)}
    found = combination(columns, wanted, lambda size: spend(size // 20))
    if found is None:
        return None
    chosen = {each.proof: each for j in found if (each := owners[j]) is not None}
    return list(chosen.values())


def _useful(target: Polynomial, pool: list[_Fact], equations: list[_Fact]) -> list[_Fact]:
    """Those without a monomial that nothing else could cancel."""
    free = {monomial for each in equations for monomial in each.polynomial}
    while True:
        signs: dict[Monomial, set[bool]] = {
            m: {value < 0, value > 0} | ({True, False}) for m, value in target.items()
        }
        for fact in pool:
            for monomial, value in fact.polynomial.items():
                signs.setdefault(monomial, set()).update(
                    {True, False} if monomial in free else {value > 0}
                )
        kept = [f for f in pool if all(len(signs[m]) == 2 for m in f.polynomial)]
        kept = [f for f in kept if UNIT not in f.polynomial or len(signs[UNIT]) == 2] or kept
        if len(kept) == len(pool):
            return pool
        pool = kept


def _known(
    setting: Setting, known: Sequence[Known], expansion: Expansion, target: Polynomial
) -> Iterator[_Fact]:
    """The relations that are about the atoms of the target."""
    names = {name for atom in _atoms((target,)) for name in free_variables(atom)}
    for each in known:
        relation = each.relation
        sides = (relation.left, relation.right)
        if (
            relation.operator == "!="
            or between_naturals(relation, setting.notation)
            or any(isinstance(p, Limit | BigOperator) for side in sides for p in subterms(side))
            or not names & {name for side in sides for name in free_variables(side)}
        ):
            continue
        if relation.operator == "=":
            polynomial = expansion.added(
                expansion.of(relation.left), expansion.of(relation.right), Fraction(-1)
            )
            yield _Fact(polynomial, each.name, equation=True, text=_sides(relation, setting))
            continue
        low = ascending(relation)
        polynomial = expansion.added(expansion.of(low.right), expansion.of(low.left), Fraction(-1))
        strict = low.operator == "<"
        proof = each.name
        if low.left != ZERO:
            proof = f"({'sub_pos' if strict else 'sub_nonneg'}.2 {each.name})"
        yield _Fact(polynomial, proof, strict)


def _sides(relation: Relation, setting: Setting) -> str:
    return real_relation(relation, setting.notation)


def _signs(atoms: Sequence[Expression], setting: Setting) -> Iterator[_Fact]:
    """The atoms that are not negative by their form."""
    for atom in atoms:
        above = positive(atom, setting)
        proof = above or nonnegative(atom, setting)
        if proof is not None and "grind" not in proof:
            yield _Fact({((atom, 1),): Fraction(1)}, proof, above is not None)


def _multiplied(
    equations: Sequence[_Fact], atoms: Sequence[Expression], degree: int, setting: Setting
) -> Iterator[_Fact]:
    """The equations, multiplied by monomials up to a degree."""
    monomials = [m for m in _monomials(atoms, degree) if m != UNIT]
    for fact in equations:
        yield fact
        for monomial in monomials:
            polynomial = {joined(m, monomial): value for m, value in fact.polynomial.items()}
            if _degree(polynomial) <= degree:
                left, _, right = fact.text.partition(" = ")
                factor = f"({real(_product(monomial), setting.notation)} : ℝ)"
                text = f"({left}) * {factor} = ({right}) * {factor}"
                proof = f"congrArg (fun t : ℝ => t * {factor}) {fact.proof}"
                yield _Fact(polynomial, proof, equation=True, text=text)


def _candidates(
    squares: Sequence[_Fact], facts: Sequence[_Fact], degree: int, expansion: Expansion
) -> Iterator[_Fact]:
    """Squares, products of facts, and squares times such products, up to the target's degree."""
    products = list(_products(facts[:8], degree, expansion))
    yield from products
    yield from squares
    count = len(products) + len(squares)
    for one, other in product(products, squares):
        if _degree(one.polynomial) + _degree(other.polynomial) <= degree:
            spend(20)
            yield one.times(other, expansion)
            count += 1
            if count > _MOST_COLUMNS:
                return


def _products(facts: Sequence[_Fact], degree: int, expansion: Expansion) -> Iterator[_Fact]:
    for size in (1, 2, 3):
        for factors in combinations_with_replacement(facts, size):
            if sum(max(1, _degree(each.polynomial)) for each in factors) <= degree:
                spend(20)
                found = factors[0]
                for each in factors[1:]:
                    found = found.times(each, expansion)
                yield found


def _squares(
    target: Polynomial,
    atoms: Sequence[Expression],
    degree: int,
    setting: Setting,
    expansion: Expansion,
    *,
    terms: int,
) -> Iterator[_Fact]:
    """The squares of monomials, and of sums and differences of two or three."""
    highest = {atom: max((dict(m).get(atom, 0) for m in target), default=0) for atom in atoms}
    if degree > _degree(target):
        highest = dict.fromkeys(atoms, degree)
    bases = [
        monomial
        for monomial in _monomials(atoms, degree // 2)
        if all(2 * power <= highest[atom] + 1 for atom, power in monomial)
    ]
    bases.sort(key=lambda base: abs(2 * _size(base) - degree))
    bases = bases[: 2 * _MOST_BASES]
    for base in bases:
        if base != UNIT:
            yield _square(_product(base), setting, expansion)
    for one, other in combinations(bases[:_MOST_BASES], 2):
        for a, b in _WEIGHTS[:2] if len(atoms) > 2 else _WEIGHTS:
            left, right = _weighted(a, one), _weighted(abs(b), other)
            yield _square(Binary("-" if b < 0 else "+", left, right), setting, expansion)
    for one, two, three in combinations(bases[:5] if terms > 2 else [], 3):
        for a, b, c in ((1, 1, 2), (1, 2, 1), (2, 1, 1)):
            signs = [x if x < 2 else -2 for x in (a, b, c)]
            parts = [_weighted(abs(x), m) for x, m in zip(signs, (one, two, three), strict=True)]
            total: Expression = parts[0] if signs[0] > 0 else Binary("-", ZERO, parts[0])
            for sign, part in zip(signs[1:], parts[1:], strict=True):
                total = Binary("+" if sign > 0 else "-", total, part)
            yield _square(total, setting, expansion)


def _weighted(weight: int, monomial: Monomial) -> Expression:
    term = _product(monomial)
    return term if weight == 1 else Binary("*", Number(Fraction(weight)), term)


def _square(term: Expression, setting: Setting, expansion: Expansion) -> _Fact:
    polynomial = expansion.of(term)
    text = real(term, setting.notation)
    return _Fact(expansion.multiplied(polynomial, polynomial), f"(mul_self_nonneg (({text}) : ℝ))")


def _monomials(atoms: Sequence[Expression], degree: int) -> list[Monomial]:
    """The monomials up to a degree, those of a low degree first."""
    found: dict[Monomial, None] = {UNIT: None}
    for size in range(1, degree + 1):
        for factors in combinations_with_replacement(atoms, size):
            monomial: Monomial = UNIT
            for atom in factors:
                monomial = joined(monomial, ((atom, 1),))
            found[monomial] = None
            if len(found) > _MOST_COLUMNS // 4:
                return list(found)
    return list(found)


def _product(monomial: Monomial) -> Expression:
    parts = [
        atom if power == 1 else Power(atom, Number(Fraction(power))) for atom, power in monomial
    ]
    if not parts:
        return ONE
    term = parts[0]
    for part in parts[1:]:
        term = Binary("*", term, part)
    return term


def _size(monomial: Monomial) -> int:
    return sum(power for _, power in monomial)


def _degree(polynomial: Polynomial) -> int:
    return max(map(_size, polynomial), default=0)


def _atoms(polynomials: Sequence[Polynomial]) -> list[Expression]:
    return list(
        dict.fromkeys(atom for each in polynomials for monomial in each for atom, _ in monomial)
    )
