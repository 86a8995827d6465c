"""Inequalities between means: those of Jensen and of Cauchy and Schwarz, of the triangle, of Gibbs,
and of the arithmetic and the geometric mean, for the sums of a goal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.term import real
from shomei.emitter.proof.laws import Lemma
from shomei.emitter.proof.monomials import polynomial
from shomei.emitter.proof.setting import Setting, within_sum
from shomei.emitter.proof.sign import nonnegative, positive, whole
from shomei.emitter.proof.sums import big_operators
from shomei.terms.literals import ONE, TWO, ZERO, E, integer_value
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Expression,
    Negation,
    Power,
    Relation,
    Variable,
)
from shomei.terms.polynomials import TooMany
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, subtrees

_MOST = 8
_RULE = "inequality of means"


@dataclass(frozen=True, slots=True)
class _Weights:
    """Weights `term` that add up to 1, by the proof `total`."""

    term: Expression
    total: str
    signs: str


class Means:
    """The inequalities for the sums over one range, in one setting."""

    def __init__(self, pattern: BigOperator, setting: Setting) -> None:
        self.pattern = pattern
        self.setting = setting
        self.inner = within_sum(pattern, setting)
        self.index = identifier(pattern.index)
        self.found: dict[Relation, str] = {}

    def sum(self, body: Expression) -> BigOperator:
        """The sum of `body` over the range."""
        return replace(self.pattern, operator="sum", body=body)

    def function(self, body: Expression) -> str:
        """The function of the index with the values `body`."""
        return f"(fun {self.index} : ℕ => ({real(body, self.inner.notation)} : ℝ))"

    def every(self, proof: str) -> str:
        """A proof for every index of the range, from one for the index."""
        return f"(fun {self.index} least most => {proof})"

    def add(self, left: Expression, right: Expression, proof: str) -> None:
        """`left ≤ right`."""
        statement = Relation("<=", left, right)
        if len(self.found) < _MOST and self.setting.seems(statement) is not False:
            self.found.setdefault(statement, proof)

    def lemmas(self) -> list[Lemma]:
        """What was found."""
        return [
            Lemma(f"mean{number}", statement, proof, _RULE)
            for number, (statement, proof) in enumerate(self.found.items(), start=1)
        ]

    def weights(self) -> Iterator[_Weights]:
        """The weights that a hypothesis says add up to 1, and equal ones."""
        for known in self.setting.known:
            relation = known.relation
            for total, value, proof in (
                (relation.left, relation.right, known.name),
                (relation.right, relation.left, f"(Eq.symm {known.name})"),
            ):
                if relation.operator == "=" and value == ONE and isinstance(total, BigOperator):
                    term = substitute(total.body, {total.index: Variable(self.pattern.index)})
                    if total.operator == "sum" and self.sum(term) == replace(
                        total, index=self.pattern.index, body=term
                    ):
                        sign = nonnegative(term, self.inner)
                        if sign is not None:
                            yield _Weights(term, proof, self.every(sign))
        upper = self.pattern.upper
        if self.pattern.lower == ONE and isinstance(upper, Variable):
            some = whole(Relation(">=", upper, ONE), self.setting)
            if some is not None:
                name = identifier(upper.name)
                equal = Binary("/", ONE, upper)
                yield _Weights(
                    equal, f"(Shomei.sum_uniform {some})", f"(Shomei.uniform_nonneg {name})"
                )


def mean_lemmas(goal: Relation, setting: Setting) -> list[Lemma]:
    """The inequalities that the sums and products of a goal call for."""
    found: list[Lemma] = []
    sums = big_operators((goal.left, goal.right))
    ranges = dict.fromkeys((each.lower, each.upper) for each in sums)
    for ends in ranges:
        own = [each for each in sums if (each.lower, each.upper) == ends]
        if not all(set(free_variables(each)) <= set(setting.variables) for each in own):
            continue
        means = Means(own[0], setting)
        bodies = dict.fromkeys(
            substitute(each.body, {each.index: Variable(means.pattern.index)}) for each in own
        )
        _add(means, list(bodies), goal, has_product=any(e.operator == "prod" for e in own))
        found += means.lemmas()
    return [replace(each, name=f"mean{n}") for n, each in enumerate(found, start=1)]


def _add(means: Means, bodies: list[Expression], goal: Relation, *, has_product: bool) -> None:
    weights = list(means.weights())
    roots = any(isinstance(p, Apply) and p.operation == "sqrt" for p in subtrees(goal))
    for body in bodies:
        for part in subtrees(body):
            if isinstance(part, Power | Apply) and means.pattern.index in free_variables(part):
                _by_function(means, part, weights)
        factors = _varying(body, means.pattern.index)
        if isinstance(body, Apply) and body.operation == "abs":
            inside = body.arguments[0]
            means.add(
                Apply("abs", (means.sum(inside),)),
                means.sum(body),
                f"Shomei.abs_sum_le {means.function(inside)} _ _",
            )
        if factors is None:
            continue
        _by_cauchy(means, factors, weights, roots=roots)
    if has_product:
        for body in bodies:
            _geometric(means, body)


def _by_function(means: Means, part: Expression, weights: list[_Weights]) -> None:
    """Jensen's inequality for a function whose values occur in a sum."""
    for p in weights:
        ends = f"(p := {means.function(p.term)})"
        match part:
            case Power(base=base, exponent=x) if base == E:
                mean = means.sum(Binary("*", p.term, x))
                proof = f"Shomei.jensen_exp {ends} (x := {means.function(x)}) {p.signs} {p.total}"
                means.add(Power(E, mean), means.sum(Binary("*", p.term, part)), proof)
            case Apply("log", (x,)):
                above = positive(x, means.inner)
                if above is None:
                    continue
                mean = means.sum(Binary("*", p.term, x))
                xs = f"(x := {means.function(x)})"
                proof = f"Shomei.jensen_log {ends} {xs} {p.signs} {p.total} {means.every(above)}"
                means.add(means.sum(Binary("*", p.term, part)), Apply("log", (mean,)), proof)
                _by_divergence(means, p, weights)
            case Power(base=x, exponent=exponent) if integer_value(exponent) == 2:
                mean = means.sum(Binary("*", p.term, x))
                proof = f"Shomei.jensen_sq {ends} (x := {means.function(x)}) {p.signs} {p.total}"
                means.add(Power(mean, TWO), means.sum(Binary("*", p.term, part)), proof)
            case Apply("abs", (x,)):
                mean = means.sum(Binary("*", p.term, x))
                proof = f"Shomei.abs_mean_le {ends} (x := {means.function(x)}) {p.signs}"
                means.add(Apply("abs", (mean,)), means.sum(Binary("*", p.term, part)), proof)
            case _:
                pass


def _by_divergence(means: Means, p: _Weights, weights: list[_Weights]) -> None:
    """Gibbs' inequality, and that of the entropy."""
    above = positive(p.term, means.inner)
    if above is None:
        return
    every = means.every(above)
    own = Apply("log", (p.term,))
    for q in weights:
        other = positive(q.term, means.inner)
        if q is p or other is None:
            continue
        proof = (
            f"(p := {means.function(p.term)}) (q := {means.function(q.term)}) {every} "
            f"{means.every(other)} (le_of_eq (Eq.trans {q.total} (Eq.symm {p.total})))"
        )
        difference = Binary("-", own, Apply("log", (q.term,)))
        means.add(ZERO, means.sum(Binary("*", p.term, difference)), f"Shomei.gibbs {proof}")
        quotient = Apply("log", (Binary("/", p.term, q.term),))
        whole_sum = means.sum(Binary("*", p.term, quotient))
        means.add(ZERO, whole_sum, f"Shomei.gibbs_quotients {proof}")
    upper = means.pattern.upper
    if means.pattern.lower == ONE and isinstance(upper, Variable):
        total = Negation(means.sum(Binary("*", p.term, own)))
        proof = f"Shomei.entropy_le (p := {means.function(p.term)}) {every} {p.total}"
        means.add(total, Apply("log", (upper,)), proof)


def _varying(body: Expression, index: str) -> dict[Expression, int] | None:
    """The factors with the index and their exponents, of a body that is one product."""
    try:
        terms = polynomial(body)
    except TooMany:
        return None
    if len(terms) != 1:
        return None
    (monomial,) = terms
    return {factor: power for factor, power in monomial if index in free_variables(factor)}


def _by_cauchy(
    means: Means, factors: dict[Expression, int], weights: list[_Weights], *, roots: bool
) -> None:
    """The inequality of Cauchy and Schwarz for a sum of products, with weights or without."""
    single = [factor for factor, power in factors.items() if power == 1]
    if any(power not in (1, -1, 2) for power in factors.values()):
        return
    if len(single) == 2 and len(factors) == 2:
        f, g = single
        lists = f"{means.function(f)} {means.function(g)}"
        squares = [means.sum(Power(each, TWO)) for each in (f, g)]
        product = means.sum(Binary("*", f, g))
        means.add(
            Power(product, TWO), Binary("*", squares[0], squares[1]), f"Shomei.cauchy {lists} _ _"
        )
        if roots:
            sides = [Apply("sqrt", (each,)) for each in squares]
            proof = f"Shomei.abs_cauchy {lists} _ _"
            means.add(Apply("abs", (product,)), Binary("*", sides[0], sides[1]), proof)
    if len(single) == 3:
        for p in weights:
            if p.term not in single:
                continue
            f, g = (each for each in single if each != p.term)
            ends = f"(p := {means.function(p.term)}) (x := {means.function(f)})"
            squares = [means.sum(Binary("*", p.term, Power(each, TWO))) for each in (f, g)]
            product = means.sum(Binary("*", p.term, Binary("*", f, g)))
            proof = f"Shomei.cauchy_weighted {ends} {means.function(g)} {p.signs}"
            means.add(Power(product, TWO), Binary("*", squares[0], squares[1]), proof)
    if len(factors) == 1 and single:
        (f,) = single
        ones = means.sum(Power(ONE, TWO))
        product = means.sum(Binary("*", f, ONE))
        proof = f"Shomei.cauchy {means.function(f)} {means.function(ONE)} _ _"
        means.add(Power(product, TWO), Binary("*", means.sum(Power(f, TWO)), ones), proof)
    below = [factor for factor, power in factors.items() if power == -1]
    if len(below) == 1:
        above = positive(below[0], means.inner)
        rest: Expression = next((factor for factor, power in factors.items() if power == 2), ONE)
        if above is not None and len(factors) <= 2:
            whole_sum = means.sum(Binary("/", Power(rest, TWO), below[0]))
            proof = (
                f"Shomei.cauchy_quotients (y := {means.function(below[0])}) "
                f"{means.function(rest)} {means.every(above)}"
            )
            means.add(
                Power(means.sum(rest), TWO),
                Binary("*", means.sum(below[0]), whole_sum),
                proof,
            )


def _geometric(means: Means, body: Expression) -> None:
    """The inequality of the arithmetic and the geometric mean, and the logarithm of a product."""
    above = positive(body, means.inner)
    upper = means.pattern.upper
    if above is None or means.pattern.lower != ONE or not isinstance(upper, Variable):
        return
    some = whole(Relation(">=", upper, ONE), means.setting)
    if some is None:
        return
    share = Binary("/", ONE, upper)
    product = replace(means.pattern, operator="prod", body=body)
    proof = (
        f"Shomei.geometric_le_arithmetic (x := {means.function(body)}) {some} {means.every(above)}"
    )
    means.add(Power(product, share), Binary("*", share, means.sum(body)), proof)
