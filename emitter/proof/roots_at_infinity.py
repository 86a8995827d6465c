"""Limits at infinity of terms with square roots, such as `\\sqrt{x^2 + x} - x`.

With t = 1/x each root of a polynomial is a power of 1/t times a root r of a polynomial in t that is
positive at 0: `\\sqrt{x^2 + x}` is `r / t`, with r the root of `1 + t`. The term is then a quotient
of polynomials in t and these roots. Where one of them vanishes at 0, it is multiplied by its
conjugate, and the powers of t are cancelled: `(r - 1) / t` is `1 / (r + 1)`. The limits of what is
left follow from those of its parts. Along with x that falls, t is -1/x; if a root of an odd degree
occurs, it is `1/\\sqrt{x}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from shomei.emitter.effort import spend
from shomei.emitter.lean.term import as_argument, real, relation
from shomei.emitter.proof.eventually import base_fact, conjunction, holds_near
from shomei.emitter.proof.monomials import product, times
from shomei.emitter.proof.polynomials_at_infinity import (
    SMALL,
    Ring,
    Root,
    Scale,
    coefficients,
    joined,
    lowest,
    power_of_small,
    root_of,
)
from shomei.obligations.domain import tidy
from shomei.terms.literals import ONE, ZERO, numeral
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Infinity,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
    applies,
)
from shomei.terms.polynomials import UNIT, Polynomial, TooMany, of_number, scaled
from shomei.terms.substitution import substitute
from shomei.terms.walk import children, free_variables, rebuild, subterms

if TYPE_CHECKING:
    from shomei.emitter.proof.approach import Proved
    from shomei.emitter.proof.limits import Limiter

#: More roots than these are left alone.
_ROOTS: Final = 2


def at_infinity(limiter: Limiter, term: Expression) -> Proved:
    """The limit of an algebraic term with square roots, and its proof. Raises `LookupError`."""
    if not limiter.approach.at_infinity:
        raise LookupError
    name = limiter.approach.variable
    written = [
        part
        for part in dict.fromkeys(subterms(term))
        if applies(part, "sqrt") and name in free_variables(part)
    ]
    if not 1 <= len(written) <= _ROOTS:
        raise LookupError
    spend(200)
    try:
        return _Algebra.of(limiter, written).limit(term)
    except TooMany:
        raise LookupError from None


@dataclass(frozen=True, slots=True)
class _Algebra:
    """The limit of a quotient of polynomials in t and in the roots."""

    limiter: Limiter
    ring: Ring

    @classmethod
    def of(cls, limiter: Limiter, written: Sequence[Apply]) -> _Algebra:
        """For the roots of a term. Raises `LookupError`."""
        name = limiter.approach.variable
        insides = [coefficients(part, name) for part in written]
        halved = any(max(each) % 2 for each in insides)
        x = Variable(name)
        point = limiter.approach.point
        falls = isinstance(point, Infinity) and not point.positive
        if falls and halved:
            raise LookupError
        scale = Scale(
            Negation(x) if falls else Apply("sqrt", (x,)) if halved else x,
            2 if halved else 1,
            -1 if falls else 1,
        )
        pairs = [pair for pair in zip(written, insides, strict=True) if pair[0] != scale.term]
        roots = tuple(root_of(*pair, scale, place) for place, pair in enumerate(pairs))
        return cls(limiter, Ring(name, scale, roots))

    def limit(self, term: Expression) -> Proved:
        """The limit of the term. Raises `LookupError`."""
        above, below = (self.ring.reduced(part) for part in self.ring.fraction(term))
        if not below:
            raise LookupError
        order, top, factor = self._leading(above) if above else (0, {}, of_number(Fraction(1)))
        least, bottom, other = self._leading(below)
        if above and order < least:
            raise LookupError
        top = self.ring.times(top, power_of_small(order - least))
        for each in (bottom, factor):
            top = scaled(top, Fraction(-1)) if self._is_negative(each) else top
        bottom, factor = self._positive(bottom), self._positive(factor)
        if set(bottom) == {UNIT}:
            top, bottom = scaled(top, 1 / bottom[UNIT]), of_number(Fraction(1))
        upper = self._product(top, other) if above else ZERO
        lower = self._product(bottom, factor)
        return self._proved(term, upper, lower)

    def _leading(self, terms: Polynomial) -> tuple[int, Polynomial, Polynomial]:
        """k, u and c with `terms c = t^k u`, where neither u nor c vanishes at 0."""
        order, rest = lowest(terms)
        factor = of_number(Fraction(1))
        for root in reversed(self.ring.roots):
            if not self._vanishes(rest):
                break
            turned = self.ring.turned(rest, root)
            if turned == rest or self._vanishes(turned):
                continue
            rest, factor = self.ring.times(rest, turned), self.ring.times(factor, turned)
            if not rest:
                raise LookupError
            more, rest = lowest(rest)
            order += more
        if self._vanishes(rest):
            raise LookupError
        return order, rest, factor

    def _vanishes(self, terms: Polynomial) -> bool:
        """Whether a polynomial seems to be 0 at t = 0."""
        return self.limiter.same(self.ring.at_zero(terms), ZERO)

    def _is_negative(self, terms: Polynomial) -> bool:
        """Whether a polynomial seems to be negative at t = 0."""
        return self.limiter.setting.seems(Relation("<", self.ring.at_zero(terms), ZERO)) is True

    def _positive(self, terms: Polynomial) -> Polynomial:
        return scaled(terms, Fraction(-1)) if self._is_negative(terms) else terms

    # -- back to terms

    def _product(self, *factors: Polynomial) -> Expression:
        """A product as a term of the variable, without the factors 1."""
        return times(self._term(each) for each in factors if each != of_number(Fraction(1)))

    def _term(self, terms: Polynomial) -> Expression:
        """A polynomial as a term of the variable."""
        letters = {factor for monomial in terms for factor, _ in monomial}
        written = {
            root.letter.name: Apply("sqrt", (self._term(root.inside),))
            for root in self.ring.roots
            if root.letter in letters
        }
        parts: list[tuple[Fraction, Expression]] = []
        for monomial, value in sorted(terms.items(), key=lambda each: dict(each[0]).get(SMALL, 0)):
            small = dict(monomial).get(SMALL, 0)
            rest = tuple((k, v) for k, v in monomial if k != SMALL)
            whole = substitute(product(rest), written)
            size = Number(abs(value))
            if rest and size != ONE:
                whole = Binary("*", size, whole)
            elif not rest:
                whole = size
            if small == 1:
                whole = Binary("/", whole, self.ring.scale.base)
            elif small:
                inverse = Power(Binary("/", ONE, self.ring.scale.base), numeral(small))
                whole = inverse if whole == ONE else Binary("*", whole, inverse)
            parts.append((value * self.ring.scale.sign**small, whole))
        return joined(parts)

    # -- the proof

    def _proved(self, term: Expression, upper: Expression, lower: Expression) -> Proved:
        """The limit of `upper / lower`, as that of `term`. Raises `LookupError`."""
        limiter = self.limiter
        other = upper if lower == ONE else Binary("/", upper, lower)
        found = limiter.limit(other)
        if found is None:
            raise LookupError
        facts: dict[str, str] = {"near": base_fact(limiter)[1]}
        lines = ["(try clear same)", *self._about_the_scale(), *self._about_constants(term)]
        for place, root in enumerate(self.ring.roots):
            inside = self._term(root.inside)
            facts[f"above{place}"] = self._near(Relation(">", inside, ZERO))
            lines += self._about_a_root(place, root, inside)
        below = dict.fromkeys(denominators(term, limiter.approach.variable))
        for place, each in enumerate(below):
            facts[f"apart{place}"] = self._near(Relation("!=", each, ZERO))
        if lower != ONE:
            facts["below"] = self._near(Relation("!=", lower, ZERO))
        together, pattern = conjunction(list(facts.values()), list(facts))
        equation = relation(Relation("=", term, other), limiter.inner)
        if lower != ONE:
            lines.append("rw [eq_div_iff below]")
        proof = "; ".join([*lines, "grind"])
        same = (
            f"(Filter.Eventually.mono {together} fun {limiter.name} {pattern} => "
            f"(by {proof} : {equation}))"
        )
        notation = limiter.setting.notation
        value = tidy(_without_powers_of_zero(found.value))
        target = f"(𝓝 ({real(value, notation)}))"
        reached = found.proof
        if value != found.value:
            equal = relation(Relation("=", found.value, value), notation)
            reached = f"(Shomei.tendsto_value {reached} (by grind : {equal}))"
        whole = limiter.typed(term, f"Shomei.tendsto_of_eq {reached} {same}", target)
        return replace(found, value=value, proof=whole)

    def _near(self, condition: Relation) -> str:
        if self.limiter.approach.variable not in free_variables(condition):
            proof = self.limiter.shown(condition)
            found = proof and f"(Filter.Eventually.of_forall fun _ => {proof})"
        else:
            found = self.limiter.eventually(condition)
        if found is None:
            raise LookupError
        return f"({found} : {holds_near(self.limiter, condition)})"

    def _about_the_scale(self) -> Iterator[str]:
        """That what grows is positive, and what its square is."""
        notation = self.limiter.inner
        name, text = self.limiter.name, real(self.ring.scale.term, notation)
        if self.ring.scale.power == 2:
            yield f"have positive : 0 < {text} := (Real.sqrt_pos.2 (by grind))"
            yield f"have scale : {text} ^ 2 = {name} := (Real.sq_sqrt (by grind))"
        else:
            yield f"have positive : 0 < {text} := (by grind)"
        yield f"have apart : {real(self.ring.scale.base, notation)} ≠ 0 := (by grind)"

    def _about_constants(self, term: Expression) -> Iterator[str]:
        """The squares of roots of numbers."""
        roots = [
            part
            for part in dict.fromkeys(subterms(term))
            if applies(part, "sqrt") and isinstance(part.arguments[0], Number)
        ]
        for place, root in enumerate(roots):
            text, inside = (real(part, self.limiter.inner) for part in (root, root.arguments[0]))
            yield f"have constant{place} : {text} ^ 2 = {inside} := (Real.sq_sqrt (by grind))"

    @property
    def _grown(self) -> str:
        return as_argument(real(self.ring.scale.term, self.limiter.inner))

    def _about_a_root(self, place: int, root: Root, inside: Expression) -> Iterator[str]:
        """That the root is a power of what grows, times the other root."""
        notation = self.limiter.inner
        left, inner = real(root.written, notation), real(inside, notation)
        radicand = real(root.written.arguments[0], notation)
        yield (
            f"have square{place} : Real.sqrt ({inner}) ^ 2 = {inner} := "
            f"Real.sq_sqrt (le_of_lt above{place})"
        )
        whole = f"{self._grown} ^ {root.order} * Real.sqrt ({inner})"
        yield (
            f"have root{place} : {left} = {whole} := (by rw [show {radicand} = ({whole}) ^ 2 by "
            f"(rw [mul_pow, square{place}]; grind)]; exact Real.sqrt_sq (mul_nonneg (le_of_lt "
            f"(pow_pos positive {root.order})) (Real.sqrt_nonneg _)))"
        )


def _without_powers_of_zero(term: Expression) -> Expression:
    """0 in place of its powers."""
    if isinstance(term, Power) and term.base == ZERO:
        return ZERO
    return rebuild(term, tuple(_without_powers_of_zero(part) for part in children(term)))


def denominators(term: Expression, name: str) -> list[Expression]:
    """The denominators in a term that depend on the variable."""
    return [
        part.right
        for part in subterms(term)
        if isinstance(part, Binary) and part.operator == "/" and name in free_variables(part.right)
    ]
