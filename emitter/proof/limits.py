"""Limits: proof terms built along the form of an expression, from the limits of its parts and a
table of known limits.

`Limiter.limit(term)` returns the value and a proof of `Tendsto (fun h => term) filter (𝓝 value)`,
or None. `eventually` proves that a condition holds near the point. The rules are those of
`Shomei.Limits` and `Shomei.SpecialFunctions`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from shomei.emitter.effort import spend
from shomei.emitter.lean.term import as_argument, filter_of, real, relation
from shomei.emitter.proof import declared, divergence, eventually
from shomei.emitter.proof.approach import Approach, Proved
from shomei.emitter.proof.growth import outgrown, squeezed
from shomei.emitter.proof.indeterminate import logarithm_near_one
from shomei.emitter.proof.justification import justify, with_laws, without_guesses
from shomei.emitter.proof.lhopital import DEEPEST, apart_by_derivative, of_derivatives
from shomei.emitter.proof.limits_of_powers import limit_of_power
from shomei.emitter.proof.numeric import holds
from shomei.emitter.proof.roots_at_infinity import at_infinity
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import nonzero
from shomei.emitter.proof.signs_near import without_absolute_values
from shomei.emitter.proof.slopes import of_slopes
from shomei.emitter.proof.tendency import seems_to_vanish
from shomei.emitter.rules.match import match
from shomei.obligations.domain import tidy
from shomei.operations.operation import Arguments, Operation
from shomei.operations.registry import KNOWN_LIMITS, applied, head
from shomei.operations.spelling import respelled
from shomei.terms.literals import ONE, ZERO, E
from shomei.terms.nodes import (
    Apply,
    Binary,
    Call,
    DerivativeAt,
    Expression,
    Infinity,
    Power,
    Relation,
    Variable,
)
from shomei.terms.walk import free_variables, rebuild

#: How deeply limits by growth may be nested.
_DEEPEST = 2


def continuous(
    term: Expression,
    operation: Operation,
    arguments: Arguments,
    limit: Callable[[Expression], Proved | None],
    shown: Callable[[Relation], str | None],
) -> Proved | None:
    """The limit of `term`, an operation that is continuous, from the `limit` of each of its
    arguments, where the conditions of its rule are `shown`.
    """
    rule = operation.continuity
    if rule is None:
        return None
    limits: list[Proved] = []
    for argument in arguments:
        found = limit(argument)
        if found is None:
            return None
        limits.append(found)
    values = tuple(each.value for each in limits)
    needs: list[str] = []
    for need in rule.needs(*values):
        proved = shown(need)
        if proved is None:
            return None
        needs.append(proved)
    proof = " ".join([rule.rule, *(each.proof for each in limits), *needs])
    return Proved(respelled(rebuild(term, values)), f"({proof})")


class Limiter:
    """Limits of terms in one variable along one filter, in one setting (which does not contain the
    variable).
    """

    def __init__(
        self,
        approach: Approach,
        setting: Setting,
        known: Mapping[Expression, Proved] | None = None,
        *,
        by_slopes: bool = False,
    ) -> None:
        """`by_slopes`: quotients of the form 0/0 have the quotient of the derivatives as limit."""
        self.known = known or {}
        self.by_slopes = by_slopes
        self.approach = approach
        self.setting = setting
        self.filter = filter_of(approach.point, approach.side, setting.notation)
        self.inner = setting.notation.bind(approach.variable)
        self.name = real(Variable(approach.variable), self.inner)
        self._depth = 0
        self._rounds = 0
        self._found: dict[tuple[Expression, int], Proved | None] = {}

    @property
    def from_both_sides(self) -> str | None:
        """The lemma that gives the limit from this side, if it is from one, from that at the
        point.
        """
        sides = {"+": "Shomei.tendsto_right_of_punctured", "-": "Shomei.tendsto_left_of_punctured"}
        return sides.get(self.approach.side or "")

    def limit(self, term: Expression) -> Proved | None:
        """The limit of `term`. Its value is simplified, and written in the terms of the point."""
        if term in self.known:
            return self.known[term]
        place = (term, self._depth)
        if place not in self._found:
            self._found[place] = self._limit(term)
        return self._found[place]

    def _limit(self, term: Expression) -> Proved | None:
        spend(20)
        known = self._known(term)
        if known is not None:
            return known
        name = self.approach.variable
        if name not in free_variables(term):
            return Proved(term, f"(Shomei.tendsto_const ({real(term, self.setting.notation)} : ℝ))")
        if isinstance(term, Call | DerivativeAt):
            found_at = declared.of_function(term, self)
            return found_at and Proved(*found_at)
        function = applied(term)
        if function is not None:
            return self._applied(term, *function)
        if isinstance(term, Variable):
            return self._itself()
        if isinstance(term, Power):
            return limit_of_power(self, term.base, term.exponent)
        operator = head(term)
        if operator is None:
            return None
        found = self._continuous(term, *operator)
        match term:
            case Binary(operator="*", left=a, right=b):
                found = found or self._vanishes(term) or logarithm_near_one(self, a, b)
                return found or self._algebraic(term)
            case Binary(operator="+" | "-"):
                return found or self._algebraic(term)
            case Binary(operator="/", left=a, right=b):
                return (
                    self._difference_quotient(term)
                    or found
                    or self._over_growing(a, b)
                    or self._vanishes(term)
                    or self._algebraic(term)
                    or self._slopes(a, b)
                )
            case _:
                return found

    def _difference_quotient(self, term: Expression) -> Proved | None:
        """The limit of a declared function's difference quotient."""
        found = declared.of_difference_quotient(term, self)
        return found and Proved(*found)

    def _continuous(
        self, term: Expression, operation: Operation, arguments: Arguments
    ) -> Proved | None:
        """The limit of `term`, an operation that is continuous, from those of its arguments."""
        return continuous(term, operation, arguments, self.limit, self.shown)

    def _itself(self) -> Proved | None:
        """The limit of the variable."""
        if isinstance(self.approach.point, Infinity):
            return None
        lemma = {
            None: "tendsto_self_punctured",
            "+": "tendsto_self_right",
            "-": "tendsto_self_left",
            "full": "tendsto_self",
        }[self.approach.side]
        return Proved(self.approach.point, f"(Shomei.{lemma} _)")

    def _applied(
        self, term: Expression, operation: Operation, arguments: Arguments
    ) -> Proved | None:
        """An operation, by its record: because its argument grows or falls without bound, or
        because it is continuous.
        """
        if operation.along is not None:
            return self._logarithm(*arguments)
        a = arguments[-1]
        for end in operation.ends:
            if isinstance(end.value, Infinity) or end.at == "0+":
                continue
            gone = self.diverges(a)
            if gone is not None and (gone[0] > 0) == (end.at == "+oo"):
                target = f"(𝓝 {as_argument(real(end.value, self.setting.notation))})"
                return Proved(
                    end.value, self.typed(term, end.proof.replace("{1}", gone[1]), target)
                )
        return self._continuous(Apply(operation.name, arguments), operation, arguments)

    def _logarithm(self, base: Expression, a: Expression) -> Proved | None:
        """A logarithm to a constant base: a quotient of natural logarithms."""
        if self.approach.variable in free_variables(base):
            return None
        p = self.limit(a)
        above = p and self.shown(Relation(">", p.value, ZERO))
        apart = nonzero(Apply("log", (base,)), self.setting)
        if p is None or above is None or apart is None:
            return None
        text = real(base, self.setting.notation)
        divided = (
            f"(Shomei.tendsto_div (Shomei.tendsto_log {p.proof} {above}) (Shomei.tendsto_const "
            f"(Real.log ({text}))) {apart})"
        )
        return Proved(Apply("log_base", (base, p.value)), divided)

    def _over_growing(self, a: Expression, b: Expression) -> Proved | None:
        """The limit 0 of a quotient whose denominator grows or falls without bound."""
        up = self.diverges(b) if self.limit(b) is None else None
        p = up and self.limit(a)
        if up is None or p is None:
            return None
        return Proved(
            ZERO,
            f"(Shomei.tendsto_limit_div_{'atTop' if up[0] > 0 else 'atBot'} {p.proof} {up[1]})",
        )

    def _vanishes(self, term: Expression) -> Proved | None:
        """The limit 0 of a product or quotient with a factor that has no limit, or that grows
        without bound.
        """
        if self._depth >= _DEEPEST or not seems_to_vanish(term, self):
            return None
        self._depth += 1
        try:
            proof = squeezed(term, self) or outgrown(term, self)
        finally:
            self._depth -= 1
        return Proved(ZERO, proof) if proof else None

    def _algebraic(self, term: Expression) -> Proved | None:
        """A term with square roots, at infinity, or with absolute values."""
        for way in (at_infinity, without_absolute_values):
            try:
                return way(self, term)
            except LookupError:
                pass
        return None

    def _slopes(self, above: Expression, below: Expression) -> Proved | None:
        """A quotient of the form `0/0` or `∞/∞`, by derivatives at the point or near it."""
        if not self.by_slopes:
            return None
        try:
            return Proved(*of_slopes(self, above, below))
        except LookupError:
            pass
        if self._rounds >= DEEPEST:
            return None
        self._rounds += 1
        try:
            return Proved(*of_derivatives(self, above, below))
        except LookupError:
            return None
        finally:
            self._rounds -= 1

    def _known(self, term: Expression) -> Proved | None:
        for known in KNOWN_LIMITS:
            found = match(known.pattern, term, {"t": "R"}, self.inner)
            if found is None:
                continue
            inside = found["t"]
            if self.approach.variable not in free_variables(inside):
                continue
            reached = self.towards(inside, known.point)
            if reached is None:
                continue
            if inside == Variable(self.approach.variable):
                lemma = self.from_both_sides
                proof = known.lemma if lemma is None else f"({lemma} {known.lemma})"
                return Proved(known.value, proof)
            body = real(term, self.inner)
            name = self.name
            target = real(known.value, self.setting.notation)
            return Proved(
                known.value,
                (
                    f"(Filter.Tendsto.comp {known.lemma} {reached} : Tendsto (fun {name} : ℝ => "
                    f"{body}) ({self.filter}) (𝓝 ({target})))"
                ),
            )
        if self.approach.at_infinity and isinstance(term, Power):
            x = Variable(self.approach.variable)
            for base in (Binary("+", ONE, Binary("/", ONE, x)),):
                if term == Power(base, x) and self.approach.point == Infinity():
                    return Proved(E, "Shomei.tendsto_one_add_inv_rpow_atTop")
        return None

    def towards(self, inside: Expression, point: Expression) -> str | None:
        """A proof that `inside` tends to `point` without being equal to it: `Tendsto (fun h =>
        inside) filter (𝓝[≠] point)`.
        """
        p = self.limit(inside)
        if p is None or not self.same(p.value, point):
            return None
        apart = self.eventually(Relation("!=", inside, point))
        if apart is None:
            return None
        return f"(Shomei.tendsto_punctured {self.retarget(p, point)} {apart})"

    def retarget(self, p: Proved, value: Expression) -> str:
        """The proof `p`, for the limit written as `value`."""
        if p.value == value:
            return p.proof
        same = Relation("=", p.value, value)
        proof = with_laws(same, self.setting)
        proof = proof or f"(by grind : {relation(same, self.setting.notation)})"
        return f"(Shomei.tendsto_value {p.proof} {proof})"

    def same(self, a: Expression, b: Expression) -> bool:
        """Whether two constant values seem to be equal."""
        if tidy(a) == tidy(b):
            return True
        if free_variables(a) or free_variables(b):
            return bool(self.setting.seems(Relation("=", a, b)))
        return bool(holds(Relation("=", a, b), {}))

    def shown(self, fact: Relation) -> str | None:
        """A proof of a condition on the value of a limit; None if it is false, or does not follow
        from what is known.
        """
        plain = Relation(fact.operator, tidy(fact.left), tidy(fact.right))
        if not self._holds(plain):
            return None
        by_form = without_guesses(fact, self.setting) if plain != fact else None
        if by_form is not None:
            return by_form
        proof = justify(plain, self.setting)
        if proof is None or plain == fact:
            return proof
        return f"(by have there : {relation(plain, self.setting.notation)} := {proof}; grind)"

    def _holds(self, fact: Relation) -> bool:
        """Whether numbers confirm `fact`; if it has no variables, a single evaluation decides."""
        if free_variables(fact):
            return self.setting.seems(fact) is not False
        return bool(holds(fact, {}))

    def typed(self, term: Expression, proof: str, target: str) -> str:
        """A proof that `term` tends to `target`, with its statement, so that Lean need not infer
        the function.
        """
        name = self.name
        return (
            f"({proof} : Tendsto (fun {name} : ℝ => {real(term, self.inner)}) "
            f"{_bracket(self.filter)} {target})"
        )

    # -- the other questions, which ask for limits in their turn -----------------------------------

    def diverges(self, term: Expression) -> tuple[int, str] | None:
        """(+1 or -1, proof) if `term` tends to plus or minus infinity."""
        return divergence.diverges(self, term)

    def grows(self, term: Expression, sign: int) -> str | None:
        """A proof that `sign * term` (written `term` or `-term`) tends to plus infinity."""
        return divergence.grows(self, term, sign)

    def apart_by_derivative(self, term: Expression) -> str | None:
        """A proof that a term which tends to 0 is not 0 near the point, by its derivatives near
        it.
        """
        if self._rounds >= DEEPEST:
            return None
        self._rounds += 1
        try:
            return apart_by_derivative(self, term)
        finally:
            self._rounds -= 1

    def eventually(
        self, condition: Relation, given: Sequence[tuple[Relation, str]] = ()
    ) -> str | None:
        """A proof of `∀ᶠ h in filter, condition`; `given` are relations already known to hold near
        the point, with their proofs.
        """
        return eventually.eventually(self, condition, given)


def _bracket(text: str) -> str:
    return text if text.startswith("(") else f"({text})"
