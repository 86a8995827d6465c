"""Derivatives: proof terms of `HasDerivAt`, built along the form of an expression by the rules of
`Shomei.Derivatives`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from shomei.emitter.effort import spend
from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.term import as_argument, differentiated, natural, real
from shomei.emitter.proof.functions import differentiable_at
from shomei.emitter.proof.justification import justify
from shomei.emitter.proof.setting import Setting, within_sum
from shomei.operations.operation import Arguments, Operation
from shomei.operations.registry import applied, head
from shomei.terms.functions import is_family
from shomei.terms.literals import ONE, ZERO, integer_value, is_natural, numeral
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Choice,
    DerivativeAt,
    Expression,
    Integral,
    Negation,
    Power,
    Relation,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables


@dataclass(frozen=True, slots=True)
class Differentiated:
    """`HasDerivAt (fun x => term) value point`, proved by `proof`."""

    value: Expression
    proof: str


class Differentiator:
    """Derivatives of terms in `variable` at `point`, in one setting; `known` are given for some
    terms.
    """

    def __init__(
        self,
        variable: str,
        point: Expression,
        setting: Setting,
        known: Mapping[Expression, Differentiated] | None = None,
    ) -> None:
        self.known = known or {}
        self.variable = variable
        self.point = point
        self.setting = setting
        self.inner = setting.notation.bind(variable)

    def at(self, term: Expression) -> Expression:
        """`term` with the variable at the point."""
        return substitute(term, {self.variable: self.point})

    def derive(self, term: Expression) -> Differentiated | None:
        """The derivative of `term`; None if there is no rule, or a rule's condition cannot be
        proved.
        """
        spend(20)
        if term in self.known:
            return self.known[term]
        if self.variable not in free_variables(term):
            return Differentiated(
                ZERO,
                (
                    f"(hasDerivAt_const {as_argument(real(self.point, self.setting.notation))} "
                    f"({real(term, self.setting.notation)} : ℝ))"
                ),
            )
        if isinstance(term, Variable):
            return Differentiated(
                ONE, f"(hasDerivAt_id' {as_argument(real(self.point, self.setting.notation))})"
            )
        if isinstance(term, Call | DerivativeAt):
            return self._declared(term)
        if isinstance(term, Choice):
            return self._choice(term)
        if isinstance(term, BigOperator):
            return self._sum(term)
        if isinstance(term, Integral):
            return self._integral(term)
        function = applied(term)
        if function is None and isinstance(term, Power):
            return self._power(term.base, term.exponent)
        if isinstance(term, Binary) and term.operator in ("*", "/"):
            found = self._beside_a_constant(term)
            if found is not None:
                return found
        found_head = function or head(term)
        return self._chain(*found_head) if found_head is not None else None

    def _choice(self, term: Choice) -> Differentiated | None:
        """What a condition chooses, by either case."""
        first, second = self.derive(term.chosen), self.derive(term.otherwise)
        if first is None or second is None:
            return None
        text = self.setting.notation
        condition = f"({natural(term.left, text)} = {natural(term.right, text)})"
        return Differentiated(
            Choice(term.left, term.right, first.value, second.value),
            f"(Shomei.hasDerivAt_choice {condition} {first.proof} {second.proof})",
        )

    def _sum(self, term: BigOperator) -> Differentiated | None:
        """A sum, term by term."""
        if term.operator != "sum":
            return None
        inner = within_sum(term, self.setting)
        found = Differentiator(self.variable, self.point, inner, self.known).derive(term.body)
        if found is None:
            return None
        text = self.setting.notation
        ends = " ".join(as_argument(natural(each, text)) for each in (term.lower, term.upper))
        every = f"(fun {identifier(term.index)} least most => {found.proof})"
        return Differentiated(
            replace(term, body=found.value), f"(Shomei.hasDerivAt_sum {ends} {every})"
        )

    def _integral(self, term: Integral) -> Differentiated | None:
        """An integral whose upper bound varies, or its lower one."""
        # its continuity is proved by limits, whose proofs need derivatives
        from shomei.emitter.proof.integrals import integrand_near

        moves = [self.variable in free_variables(each) for each in (term.lower, term.upper)]
        if self.variable in free_variables(term.body) or all(moves):
            return None
        bound = term.upper if moves[1] else term.lower
        inner, at = self.derive(bound), self.at(bound)
        whole = replace(term, upper=at) if moves[1] else replace(term, lower=at)
        found = integrand_near(whole, at, self.setting)
        if inner is None or found is None:
            return None
        value: Expression = substitute(term.body, {term.variable: at})
        if moves[0]:
            value = Negation(value)
        rule = "Shomei.hasDerivAt_integral" if moves[1] else "Shomei.hasDerivAt_integral_left"
        continuous, near = found
        proof = f"({rule} {continuous} {near})"
        if bound == Variable(self.variable):
            return Differentiated(value, proof)
        return Differentiated(
            Binary("*", value, inner.value), f"(Shomei.hasDerivAt_comp {proof} {inner.proof})"
        )

    def _chain(self, operation: Operation, arguments: Arguments) -> Differentiated | None:
        """An operation, by the chain rule of its record."""
        if operation.along is not None:
            return self.derive(operation.along(arguments))
        slope = operation.derivative
        if slope is None:
            return None
        inner: list[Differentiated] = []
        for argument in arguments:
            found = self.derive(argument)
            if found is None:
                return None
            inner.append(found)
        at = [self.at(argument) for argument in arguments]
        needs = [justify(need, self.setting) for need in slope.needs(*at)]
        proofs = [need for need in needs if need is not None]
        if len(proofs) < len(needs):
            return None
        return Differentiated(
            slope.value(*at, *(each.value for each in inner)),
            f"({' '.join([slope.rule, *(each.proof for each in inner), *proofs])})",
        )

    def _declared(self, term: Call | DerivativeAt) -> Differentiated | None:
        """A declared function of one variable, or a derivative of it, by the chain rule."""
        if len(term.arguments) != 1 or is_family(term.name):
            return None
        (argument,) = term.arguments
        order = term.orders[0] if isinstance(term, DerivativeAt) else 0
        text, there = self.setting.notation, self.at(argument)
        known = differentiable_at(term.name, order, there, text)
        slope = DerivativeAt(term.name, (order + 1,), (there,))
        if known is None:
            return None
        if isinstance(argument, Variable):
            return Differentiated(slope, f"(DifferentiableAt.hasDerivAt {known})")
        inner = self.derive(argument)
        if inner is None:
            return None
        outer = as_argument(differentiated(term.name, order))
        name, body = identifier(self.variable), real(argument, self.inner)
        within = f"(u := fun {name} : ℝ => {body})"
        return Differentiated(
            Binary("*", slope, inner.value),
            f"(Shomei.hasDerivAt_call (f := {outer}) {within} {known} {inner.proof})",
        )

    def _beside_a_constant(self, term: Binary) -> Differentiated | None:
        """A product or quotient with a constant factor, which stays as it is."""
        operator, a, b = term.operator, term.left, term.right
        text = self.setting.notation
        if operator == "*" and self.variable not in free_variables(a):
            q = self.derive(b)
            return q and Differentiated(
                Binary("*", a, q.value),
                f"(Shomei.hasDerivAt_const_mul ({real(a, text)}) {q.proof})",
            )
        if self.variable not in free_variables(b):
            p = self.derive(a)
            rule = "hasDerivAt_mul_const" if operator == "*" else "hasDerivAt_div_const"
            return p and Differentiated(
                Binary(operator, p.value, b), f"(Shomei.{rule} ({real(b, text)}) {p.proof})"
            )
        return None

    def _power(self, base: Expression, exponent: Expression) -> Differentiated | None:
        if self.variable not in free_variables(exponent):
            literal = integer_value(exponent)
            if literal is not None and literal < 0:
                return self.derive(Binary("/", ONE, Power(base, numeral(-literal))))
            return self._with_constant_exponent(base, exponent, literal)
        if self.variable not in free_variables(base):
            return self._with_constant_base(base, exponent)
        below, above = self.at(base), self.at(exponent)
        p, q = self.derive(base), self.derive(exponent)
        positive = justify(Relation(">", below, ZERO), self.setting)
        if p is None or q is None or positive is None:
            return None
        first = Binary("*", Binary("*", p.value, above), Power(below, Binary("-", above, ONE)))
        second = Binary("*", Binary("*", q.value, Power(below, above)), Apply("log", (below,)))
        proof = f"(Shomei.hasDerivAt_rpow {p.proof} {q.proof} {positive})"
        return Differentiated(Binary("+", first, second), proof)

    def _with_constant_exponent(
        self, base: Expression, exponent: Expression, literal: int | None
    ) -> Differentiated | None:
        """`literal` is the exponent, if it is a natural number."""
        p, below, text = self.derive(base), self.at(base), self.setting.notation
        if p is None:
            return None
        if literal is not None:
            factor = Binary("*", exponent, Power(below, numeral(max(literal - 1, 0))))
            whole = p.value if literal == 1 else Binary("*", factor, p.value)
            cast = (
                f"(({literal} : ℕ) : ℝ) * ({real(below, text)}) ^ ({literal} - 1 : ℕ) * "
                f"({real(p.value, text)}) = {real(whole, text)}"
            )
            power = f"(Shomei.hasDerivAt_pow {literal} {p.proof})"
            proof = f"(Shomei.hasDerivAt_of_eq {power} (by grind : {cast}))"
            return Differentiated(whole, proof)
        lower = Power(below, Binary("-", exponent, ONE))
        value = Binary("*", Binary("*", exponent, lower), p.value)
        if is_natural(exponent, text.naturals):
            proof = f"(Shomei.hasDerivAt_pow ({natural(exponent, text)}) {p.proof})"
            if not isinstance(exponent, Variable):  # Lean casts the exponent as a whole
                proof = f"(Shomei.hasDerivAt_of_eq {proof} (by grind))"
            return Differentiated(value, proof)
        match exponent:
            case Binary(operator="-", left=more, right=less) if all(
                is_natural(each, text.naturals) for each in (more, less)
            ):
                low, high = natural(less, text), natural(more, text)
                proof = f"(Shomei.hasDerivAt_pow ({natural(exponent, text)}) {p.proof})"
                cast = f"(by rw [Shomei.cast_sub (by omega : {low} ≤ {high})]; grind)"
                return Differentiated(value, f"(Shomei.hasDerivAt_of_eq {proof} {cast})")
            case _:
                pass
        positive = justify(Relation(">", below, ZERO), self.setting)
        proof = f"(Shomei.hasDerivAt_rpow_const {p.proof} {positive} ({real(exponent, text)}))"
        return None if positive is None else Differentiated(value, proof)

    def _with_constant_base(self, base: Expression, exponent: Expression) -> Differentiated | None:
        q, above = self.derive(exponent), self.at(exponent)
        positive = justify(Relation(">", base, ZERO), self.setting)
        if q is None or positive is None:
            return None
        value = Binary("*", Binary("*", Apply("log", (base,)), Power(base, above)), q.value)
        text = real(base, self.setting.notation)
        proof = f"(Shomei.hasDerivAt_const_rpow ({text}) {positive} {q.proof})"
        at_whole = integer_value(above)
        if at_whole is not None and at_whole >= 0:
            # at the point the exponent is a whole number, which Lean writes in another way
            turned = {0: "rw [Real.rpow_zero, pow_zero]", 1: "rw [Real.rpow_one, pow_one]"}.get(
                at_whole, "rw [← Real.rpow_natCast]; congr 3; grind"
            )
            proof = f"(Shomei.hasDerivAt_of_eq {proof} (by {turned}))"
        return Differentiated(value, proof)


def derivative(
    term: Expression,
    variable: str,
    point: Expression,
    setting: Setting,
    known: Mapping[Expression, Differentiated] | None = None,
) -> Differentiated | None:
    """The derivative of `term` by `variable` at `point`, with a proof of
    `HasDerivAt (fun variable => term) value point`; `known` are those of some parts of it.
    """
    name = identifier(variable)
    differentiator = Differentiator(variable, point, setting, known)
    found = differentiator.derive(term)
    if found is None:
        return None
    body = real(term, differentiator.inner)
    value = real(found.value, setting.notation)
    at = as_argument(real(point, setting.notation))
    return Differentiated(
        found.value, f"({found.proof} : HasDerivAt (fun {name} : ℝ => {body}) ({value}) {at})"
    )
