"""Limits of sequences: proof terms of `Tendsto (fun n : ℕ => term) atTop (𝓝 value)`, from limits of
functions where nothing in the term needs natural numbers, else from those of its parts, of powers,
of geometric series, and of closed forms that the steps before give.
"""

from __future__ import annotations

from shomei.emitter.effort import spend
from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND
from shomei.emitter.lean.term import as_argument, natural, real, relation
from shomei.emitter.proof.approach import Approach, Proved
from shomei.emitter.proof.closed_forms import equations
from shomei.emitter.proof.limits import Limiter, continuous
from shomei.emitter.proof.needs import brought_in, floor
from shomei.emitter.proof.rewriting import simpler
from shomei.emitter.proof.series import (
    exponential,
    furthest_below,
    of_a_series,
    of_powers,
    over_factorials,
)
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import discharge, positive
from shomei.obligations.model import Obligation
from shomei.operations.registry import head
from shomei.terms.functions import is_family
from shomei.terms.indices import natural_parts
from shomei.terms.literals import ONE, ZERO, integer_value, numeral
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Choice,
    Constant,
    Expression,
    Infinity,
    Limit,
    Negation,
    Power,
    Relation,
    Variable,
)
from shomei.terms.recurrence import at, parted, plus
from shomei.terms.substitution import replaced
from shomei.terms.walk import free_variables, subtrees


def needs_natural(term: Expression, name: str) -> bool:
    """Whether a term is one of a natural number `name` only: it bounds a sum, is an exponent or an
    index, or stands under a factorial.
    """
    for part in subtrees(term):
        places = natural_parts(part)
        if isinstance(part, Power):
            places = (part.exponent,)
        elif isinstance(part, Choice):
            places = (part,)
        if any(name in free_variables(place) for place in places):
            return True
    return False


class Sequencer:
    """Limits of the terms of sequences in one variable, in one setting (which does not contain the
    variable).
    """

    def __init__(self, variable: str, setting: Setting, obligation: Obligation) -> None:
        self.variable = variable
        self.setting = setting
        self.obligation = obligation
        self.inner = setting.notation.bind(variable, natural=True)
        self.functions = Limiter(Approach(variable, Infinity(), None), setting)
        #: The theorems of the steps before that the limits rest on.
        self.requires: list[str] = []

    def limit(self, term: Expression) -> Proved | None:
        """The limit of `term`, with the proof; None if it is not found."""
        spend(20)
        if self.variable not in free_variables(term):
            return Proved(term, f"(Shomei.tendsto_const ({real(term, self.setting.notation)} : ℝ))")
        if not needs_natural(term, self.variable):
            return self._of_function(term)
        return (
            self._power(term)
            or self._geometric(term)
            or self._closed(term)
            or self._of_powers(term)
            or self._shifted(term)
            or self._of_parts(term)
        )

    def _shifted(self, term: Expression) -> Proved | None:
        """A term with `n - m` in exponents or indices, by that with `n + m` for n."""
        less = furthest_below(term, self.variable)
        if not less:
            return None
        later = plus(Variable(self.variable), less)
        moved = self.setting.plain(at(term, self.variable, later))
        found = self.limit(moved)
        if found is None:
            return None
        function = f"(fun {identifier(self.variable)} : ℕ => ({real(term, self.inner)} : ℝ))"
        value = real(found.value, self.setting.notation)
        same = "by first | rfl | (simp only [Nat.add_sub_cancel]; grind)"
        equal = f"fun {identifier(self.variable)} _ => {same}"
        limit = self.typed(moved, found.proof, value)
        proof = (
            f"Shomei.tendsto_of_shifted (f := {function}) {less} "
            f"(Shomei.tendsto_natural_of_eq 0 {limit} {equal})"
        )
        return Proved(found.value, self.typed(term, proof, value))

    def _of_powers(self, term: Expression) -> Proved | None:
        """Powers with powers of the index, or over a factorial; series of such terms."""
        name, setting = self.variable, self.setting
        if not isinstance(term, BigOperator):
            found = of_powers(term, name, setting, self.below_one)
            found = found or over_factorials(term, name, setting)
        elif term.operator == "sum" and term.upper == Variable(name):
            found = exponential(term, name, setting)
            found = found or of_a_series(term, name, setting, self.below_one)
        else:
            return None
        if found is None:
            return None
        return Proved(
            found.value, self.typed(term, found.proof, real(found.value, setting.notation))
        )

    def _of_function(self, term: Expression) -> Proved | None:
        """By the limit of a function of a real variable."""
        found = self._multiple_of_pi(term) or self.functions.limit(term)
        if found is None:
            return self._rewritten(term)
        if isinstance(found, str):
            return Proved(*self._constant(term, found))
        value = real(found.value, self.setting.notation)
        proof = self.typed(term, f"Shomei.tendsto_natural {found.proof}", value)
        return Proved(found.value, proof)

    def _rewritten(self, term: Expression) -> Proved | None:
        """By the limit of another form of the same function."""
        name = identifier(self.variable)
        for other in simpler(term, self.functions):
            found = self.functions.limit(other)
            if found is None:
                continue
            least = Known("near", Relation(">=", Variable(self.variable), ONE))
            there = self.setting.extend((least,), (self.variable,), (self.variable,))
            lines, _ = brought_in((term, other), there)
            same = by(floor(self.variable, 1, "near"), *lines, GRIND, bracketed=True)
            equation = relation(Relation("=", term, other), self.inner)
            value = real(found.value, self.setting.notation)
            limit = self.typed(other, f"Shomei.tendsto_natural {found.proof}", value)
            whole = (
                f"Shomei.tendsto_natural_of_eq 1 {limit} fun {name} near => ({same} : {equation})"
            )
            return Proved(found.value, self.typed(term, whole, value))
        return None

    def _multiple_of_pi(self, term: Expression) -> str | None:
        """A proof of `\\sin (n \\pi) = 0`."""
        match term:
            case Apply(operation="sin", arguments=(Binary(operator="*", left=a, right=b),)):
                if {a, b} == {Variable(self.variable), Constant("pi")}:
                    turn = "" if b == Constant("pi") else "mul_comm Real.pi, "
                    return f"(by rw [{turn}Real.sin_nat_mul_pi])"
        return None

    def _constant(self, term: Expression, proof: str) -> tuple[Expression, str]:
        """The limit 0 of a sequence all of whose elements are 0."""
        name = identifier(self.variable)
        zero = "(Shomei.tendsto_const (0 : ℝ))"
        whole = f"Shomei.tendsto_natural_of_eq 0 {zero} fun {name} _ => {proof}"
        return ZERO, self.typed(term, whole, "0")

    def typed(self, term: Expression, proof: str, value: str) -> str:
        """The proof with its statement."""
        return (
            f"({proof} : Tendsto (fun {identifier(self.variable)} : ℕ => "
            f"({real(term, self.inner)} : ℝ)) (atTop : Filter ℕ) (𝓝 ({value})))"
        )

    def _power(self, term: Expression) -> Proved | None:
        """`r^n`, for a number below 1 in absolute value."""
        match term:
            case Power(base=base, exponent=Variable(name=name)) if (
                name == self.variable and name not in free_variables(base)
            ):
                below = self.below_one(base)
                if below is None:
                    return None
                return Proved(ZERO, f"(Shomei.tendsto_pow_natural {below})")
            case _:
                return None

    def below_one(self, base: Expression) -> str | None:
        """A proof that a number is below 1 in absolute value."""
        size = Relation("<", Apply("abs", (base,)), ONE)
        by_name = self.setting.name_of(size)
        if by_name is not None:
            return by_name
        lemma, inner = _smaller(base)
        known = None if inner is None else self.below_one(inner)
        if known is not None:
            return f"({lemma} {known})"
        if self.setting.seems(size) is False:
            return None
        fraction = self._proper_fraction(base)
        if fraction is not None:
            return fraction
        proofs: list[str] = []
        for bound in (Relation("<", numeral(-1), base), Relation("<", base, ONE)):
            proof = discharge(bound, self.setting)
            if proof is None:
                return None
            stated = relation(bound, self.setting.notation)
            proofs.append(f"(by have bound : {stated} := {proof}; grind)")
        return f"(abs_lt.2 ⟨{', '.join(proofs)}⟩)"

    def _proper_fraction(self, base: Expression) -> str | None:
        """A proof that a quotient of positive terms, not both numbers, is below 1."""
        match base:
            case Binary(operator="/", left=above, right=below) if free_variables(base):
                sign = positive(above, self.setting)
                order = sign and discharge(Relation("<", above, below), self.setting)
                if order is None:
                    return None
                stated = relation(Relation("<", above, below), self.setting.notation)
                return f"(Shomei.abs_div_lt_one {sign} ({order} : {stated}))"
            case _:
                return None

    def _geometric(self, term: Expression) -> Proved | None:
        """A geometric series, `\\sum_{k=a}^{n} c r^k`."""
        match term:
            case BigOperator(
                operator="sum", index=index, lower=lower, upper=Variable(name=name), body=body
            ) if name == self.variable and integer_value(lower) is not None:
                pass
            case _:
                return None
        found = _ratio(body, index)
        start = integer_value(lower)
        if found is None or start is None or self.variable in free_variables(body):
            return None
        factor, base, offset = found
        if start + offset < 0:
            return None
        below = self.below_one(base)
        if below is None:
            return None
        text = self.setting.notation
        c, a = as_argument(real(factor, text)), as_argument(natural(lower, text))
        first = Binary("*", factor, Power(base, numeral(start + offset)))
        value = Binary("/", first, Binary("-", ONE, base))
        exponent: Expression = Variable(index)
        proof = f"(Shomei.tendsto_geometric {a} ({c} : ℝ) {below})"
        if offset:
            exponent = Binary("-", exponent, ONE)
            proof = f"(Shomei.tendsto_geometric_pred {start - 1} ({c} : ℝ) {below})"
        whole = Binary("*", factor, Power(base, exponent))
        if whole != body:
            k = identifier(index)
            inside = text.bind(index, natural=True)
            term_by_term = "by grind"
            if isinstance(body, Binary) and body.operator == "/":
                term_by_term = "Shomei.div_pow_eq _ _ _"
            elif any(isinstance(part, Binary) and part.operator == "/" for part in subtrees(body)):
                term_by_term = "by first | grind | (simp only [Shomei.div_pow_eq]; grind)"
            proof = (
                f"(Shomei.tendsto_natural_of_eq 0 {proof} fun {identifier(self.variable)} _ => "
                f"Shomei.sum_Icc_congr fun {k} _ _ => "
                f"({term_by_term} : ({real(body, inside)} : ℝ) = {real(whole, inside)}))"
            )
        return Proved(value, self.typed(term, proof, real(value, text)))

    def _closed(self, term: Expression) -> Proved | None:
        """A sum whose closed form a step before gives, or a term with elements of sequences of
        which steps before give closed forms.
        """
        if isinstance(term, BigOperator):
            return self._by_equations(term, (term,))
        elements = {
            part: None
            for part in subtrees(term)
            if isinstance(part, Call)
            and is_family(part.name)
            and self.variable in free_variables(part)
        }
        return self._by_equations(term, tuple(elements)) if elements else None

    def _by_equations(
        self, term: Expression, parts: tuple[BigOperator | Call, ...]
    ) -> Proved | None:
        """The limit of a term by equations of the steps before for these parts of it."""
        least = Known("near", Relation(">=", Variable(self.variable), ONE))
        there = self.setting.extend((least,), (self.variable,), (self.variable,))
        other, proofs, requires = term, [], []
        for part in parts:
            found = next(equations(part, self.variable, there, self.obligation), None)
            if found is None:
                return None
            other = replaced(other, part, found[0])
            proofs.append(found[1])
            requires.append(found[2])
        limit = self.limit(there.plain(other))
        if limit is None:
            return None
        self.requires += requires
        name = identifier(self.variable)
        same = proofs[0] if parts == (term,) else f"by rw [{', '.join(proofs)}]"
        whole = f"Shomei.tendsto_natural_of_eq 1 {limit.proof} fun {name} near => {same}"
        value = real(limit.value, self.setting.notation)
        return Proved(limit.value, self.typed(term, whole, value))

    def _of_parts(self, term: Expression) -> Proved | None:
        """Sums, products and quotients."""
        operator = head(term)
        if operator is None:
            return None
        return continuous(term, *operator, self.limit, self.functions.shown)


def _smaller(base: Expression) -> tuple[str, Expression | None]:
    """A number that is below 1 in absolute value only if another one is, and the lemma for it."""
    match base:
        case Negation(operand=a):
            return "Shomei.abs_neg_lt_one", a
        case Binary(operator="*", left=Negation(operand=one), right=a) if one == ONE:
            return "Shomei.abs_neg_one_mul_lt_one", a
        case Power(base=a, exponent=exponent) if (integer_value(exponent) or 0) > 0:
            return "Shomei.abs_pow_lt_one (by decide)", a
        case _:
            return "", None


def _ratio(body: Expression, index: str) -> tuple[Expression, Expression, int] | None:
    """The factor and the ratio of the terms of a geometric sum, and by how much their exponents are
    above the index: `c r^k`, `c r^{k-1}` and `c / b^k`.
    """
    match body:
        case Power(base=base, exponent=exponent) if index not in free_variables(base):
            inner, offset = parted(exponent)
            if inner != Variable(index) or offset < -1:
                return None
            factor = Power(base, numeral(offset)) if offset > 0 else ONE
            return factor, base, min(offset, 0)
        case Binary(operator="/", left=left, right=Power(base=base, exponent=Variable(name=name))):
            if name != index or index in (*free_variables(left), *free_variables(base)):
                return None
            return left, Binary("/", ONE, base), 0
        case Binary(operator="*", left=left, right=right):
            for one, other in ((left, right), (right, left)):
                if index not in free_variables(one):
                    found = _ratio(other, index)
                    return found and (_product(one, found[0]), *found[1:])
            return None
        case _:
            return None


def _product(a: Expression, b: Expression) -> Expression:
    return a if b == ONE else b if a == ONE else Binary("*", a, b)


def limit_of(
    term: Limit, setting: Setting, obligation: Obligation
) -> tuple[Proved, tuple[str, ...]] | None:
    """The limit of a sequence, and the theorems that its proof rests on."""
    sequencer = Sequencer(term.variable, setting, obligation)
    found = sequencer.limit(setting.plain(term.body))
    return None if found is None else (found, tuple(dict.fromkeys(sequencer.requires)))
