"""Proof terms for positivity, non-negativity and being non-zero, by the form of a term: Mathlib's
`positivity`, written out.

Both backends take the same terms. Every function returns a Lean term, or None where the form of the
term tells nothing.
"""

from __future__ import annotations

from fractions import Fraction

from shomei.emitter.effort import spend
from shomei.emitter.lean.term import (
    as_argument,
    between_naturals,
    natural_relation,
    real,
    real_relation,
)
from shomei.emitter.proof.setting import Setting
from shomei.terms.literals import ONE, ZERO, E, integer_value, is_natural
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    RelationOperator,
    Variable,
)
from shomei.terms.relations import turned


def lookup(
    left: Expression, operator: RelationOperator, right: Expression, setting: Setting
) -> str | None:
    """A hypothesis that says `left operator right` of real numbers, in either direction of writing."""
    if between_naturals(Relation(operator, left, right), setting.notation):
        # such a hypothesis is one between naturals, and what is asked for here is one between reals
        return None
    found = setting.name_of(Relation(operator, left, right))
    if found is not None:
        return found
    other = setting.name_of(turned(Relation(operator, left, right)))
    if other is not None:
        return (
            f"(Ne.symm {other})"
            if operator == "!="
            else f"(Eq.symm {other})"
            if operator == "="
            else other
        )
    return None


def positive(term: Expression, setting: Setting) -> str | None:
    """A proof of `0 < term`."""
    spend(5)
    direct = lookup(term, ">", ZERO, setting)
    if direct is not None:
        return direct
    match term:
        case Number(value=value) if value > 0:
            return (
                f"(by grind : (0 : ℝ) < {real(term, setting.notation)})"
                if value != 1
                else "(by grind : (0 : ℝ) < 1)"
            )
        case Constant(name="e"):
            return "(Real.exp_pos 1)"
        case Constant(name="pi"):
            return "Real.pi_pos"
        case Variable(name=name) if name in setting.notation.naturals:
            return (
                "(Nat.cast_pos.mpr (by omega))"
                if setting.follows(Relation(">", term, ZERO))
                else None
            )
        case Variable():
            return _less(term, setting)
        case Apply("log", (a,)):
            return _positive_log(a, setting)
        case Power(base=base) if base == E:
            return f"(Real.exp_pos {as_argument(real(term.exponent, setting.notation))})"
        case Apply("exp", (a,)):
            return f"(Real.exp_pos {as_argument(real(a, setting.notation))})"
        case Apply("cosh", (a,)):
            return f"(Real.cosh_pos {as_argument(real(a, setting.notation))})"
        case Binary(operator="*" | "/" as operator, left=a, right=b):
            p, q = positive(a, setting), positive(b, setting)
            if p and q:
                return f"({'mul_pos' if operator == '*' else 'div_pos'} {p} {q})"
            p, q = negative(a, setting), negative(b, setting)
            if p and q and operator == "*":
                return f"(mul_pos_of_neg_of_neg {p} {q})"
            return None
        case Binary(operator="+", left=a, right=b):
            return _positive_sum(a, b, setting) or _less(term, setting)
        case Power(base=base, exponent=exponent):
            if is_natural(exponent, setting.notation.naturals):
                if below := positive(base, setting):
                    return f"(pow_pos {below} _)"
                literal = integer_value(exponent)
                if literal is not None and literal % 2 == 0 and (other := nonzero(base, setting)):
                    even = f"(by rw [show ({real(term, setting.notation)}) = ({real(base, setting.notation)}) ^ (2 : ℕ) by grind]; exact sq_nonneg _)"
                    weak = "(sq_nonneg _)" if literal == 2 else even
                    return (
                        f"(lt_of_le_of_ne {weak} (Ne.symm (pow_ne_zero _ {other})))"
                        if literal == 2
                        else None
                    )
                return None
            below = positive(base, setting)
            if below is None:
                return None
            literal = integer_value(exponent)
            if literal is not None:
                return f"(div_pos (by grind) (pow_pos {below} _))"
            return f"(Real.rpow_pos_of_pos {below} _)"
        case Apply("sqrt", (a,)):
            below = positive(a, setting)
            return f"(Real.sqrt_pos.mpr {below})" if below else None
        case Apply("sqrt" | "root", (*_, a)):
            below = positive(a, setting)
            return f"(Real.rpow_pos_of_pos {below} _)" if below else None
        case Apply("abs", (a,)):
            other = nonzero(a, setting)
            return f"(abs_pos.mpr {other})" if other else None
        case Apply("factorial"):
            return "(Nat.cast_pos.mpr (Nat.factorial_pos _))"
        case Apply("log", (a,)):
            above = lookup(a, ">", ONE, setting)
            return f"(Real.log_pos {above})" if above else None
        case Binary(operator="-"):
            return _less(term, setting)
        case Negation(operand=a):
            below = negative(a, setting)
            return f"(neg_pos.mpr {below})" if below else None
        case _:
            return None


def _positive_log(argument: Expression, setting: Setting) -> str | None:
    """`0 < log argument` from `1 < argument`."""
    above = lookup(argument, ">", ONE, setting)
    if above is not None:
        return f"(Real.log_pos {above})"
    match argument:
        case Number(value=value) if value > 1:
            return "(Real.log_pos (by grind))"
        case (
            Binary(operator="+", left=one, right=rest) | Binary(operator="+", left=rest, right=one)
        ) if one == ONE:
            more = positive(rest, setting)
            return f"(Real.log_pos (by have more := {more}; grind))" if more else None
        case _:
            larger = Relation(">", argument, ONE)
            return (
                f"(Real.log_pos {discharge(larger, setting)})" if setting.follows(larger) else None
            )


def _positive_sum(a: Expression, b: Expression, setting: Setting) -> str | None:
    """`0 < a + b` by the signs of its terms."""
    p, q = positive(a, setting), positive(b, setting)
    if p and q:
        return f"(add_pos {p} {q})"
    if p and (weak := nonnegative(b, setting)):
        return f"(add_pos_of_pos_of_nonneg {p} {weak})"
    if q and (weak := nonnegative(a, setting)):
        return f"(add_pos_of_nonneg_of_pos {weak} {q})"
    return None


def _less(term: Expression, setting: Setting) -> str | None:
    """`0 < term` by linear arithmetic from the hypotheses, where the numbers say that it is so."""
    return _arithmetic(Relation(">", term, ZERO), setting)


def _arithmetic(wanted: Relation, setting: Setting) -> str | None:
    """`wanted` by arithmetic from the hypotheses, where the sample points do not speak against it."""
    return (
        f"(by grind : {real_relation(wanted, setting.notation)})"
        if setting.follows(wanted)
        else None
    )


def negative(term: Expression, setting: Setting) -> str | None:
    """A proof of `term < 0`."""
    spend(5)
    direct = lookup(term, "<", ZERO, setting)
    if direct is not None:
        return direct
    match term:
        case Negation(operand=a):
            below = positive(a, setting)
            return f"(neg_lt_zero.mpr {below})" if below else None
        case Binary(operator="*", left=a, right=b):
            p, q = positive(a, setting), negative(b, setting)
            if p and q:
                return f"(mul_neg_of_pos_of_neg {p} {q})"
            p, q = negative(a, setting), positive(b, setting)
            return f"(mul_neg_of_neg_of_pos {p} {q})" if p and q else None
        case Binary(operator="-" | "+"):
            return _arithmetic(Relation("<", term, ZERO), setting)
        case _:
            return None


def nonnegative(term: Expression, setting: Setting) -> str | None:
    """A proof of `0 ≤ term`."""
    spend(5)
    direct = lookup(term, ">=", ZERO, setting)
    if direct is not None:
        return direct
    match term:
        case Number(value=Fraction(numerator=0)):
            return "(le_refl (0 : ℝ))"
        case Variable(name=name) if name in setting.notation.naturals:
            return "(Nat.cast_nonneg _)"
        case Apply("sqrt"):
            return "(Real.sqrt_nonneg _)"
        case Apply("abs"):
            return "(abs_nonneg _)"
        case Power(base=base, exponent=exponent) if integer_value(exponent) == 2 and base != E:
            return "(sq_nonneg _)"
        case Binary(operator="*", left=a, right=b) if a == b:
            return "(mul_self_nonneg _)"
        case Binary(operator="+" | "-", left=a, right=b):
            # A guess at `0 < a + b` is not better than one at `0 ≤ a + b`, and may be wrong.
            p, q = (
                (nonnegative(a, setting), nonnegative(b, setting))
                if term.operator == "+"
                else (None, None)
            )
            return (
                f"(add_nonneg {p} {q})"
                if p and q
                else _arithmetic(Relation(">=", term, ZERO), setting)
            )
        case _:
            pass
    strict = positive(term, setting)
    if strict is not None:
        return f"(le_of_lt {strict})"
    match term:
        case Binary(operator="*" | "/" as operator, left=a, right=b):
            p, q = nonnegative(a, setting), nonnegative(b, setting)
            name = {"*": "mul_nonneg", "/": "div_nonneg"}[operator]
            return f"({name} {p} {q})" if p and q else None
        case Power(base=base, exponent=exponent) if is_natural(exponent, setting.notation.naturals):
            below = nonnegative(base, setting)
            return f"(pow_nonneg {below} _)" if below else None
        case Apply("sqrt" | "root", (*_, a)) | Power(base=a):
            below = nonnegative(a, setting)
            return f"(Real.rpow_nonneg {below} _)" if below else None
        case Apply("log", (a,)):
            above = lookup(a, ">=", ONE, setting)
            return f"(Real.log_nonneg {above})" if above else None
        case BigOperator():
            return None
        case _:
            return None


def nonzero(term: Expression, setting: Setting) -> str | None:
    """A proof of `term ≠ 0`."""
    spend(5)
    direct = lookup(term, "!=", ZERO, setting)
    if direct is not None:
        return direct
    match term:
        case Number(value=value) if value != 0:
            return f"(by grind : ({real(term, setting.notation)} : ℝ) ≠ 0)"
        case Apply("factorial"):
            return "(Nat.cast_ne_zero.mpr (Nat.factorial_ne_zero _))"
        case Variable(name=name) if name in setting.notation.naturals:
            return (
                "(Nat.cast_ne_zero.mpr (by omega))"
                if setting.follows(Relation("!=", term, ZERO))
                else None
            )
        case Apply("binomial"):
            return None
        case Binary(operator="-", left=Apply("sqrt", (a,)), right=Apply("sqrt", (b,))):
            p, q, apart = (
                nonnegative(a, setting),
                nonnegative(b, setting),
                discharge(Relation("!=", a, b), setting),
            )
            return (
                f"(sub_ne_zero.mpr (fun equal => {apart} ((Real.sqrt_inj {p} {q}).mp equal)))"
                if p and q and apart
                else None
            )
        case Binary(operator="+", left=a, right=b):
            # A guess at the sign is not better than one at `≠ 0`, and may be wrong.
            above = _positive_sum(a, b, setting)
            return (
                f"(LT.lt.ne' {above})"
                if above
                else _arithmetic(Relation("!=", term, ZERO), setting)
            )
        case Binary(operator="-"):
            return _arithmetic(Relation("!=", term, ZERO), setting)
        case _:
            pass
    strict = positive(term, setting)
    if strict is not None:
        return f"(LT.lt.ne' {strict})"
    below = negative(term, setting)
    if below is not None:
        return f"(LT.lt.ne {below})"
    match term:
        case Binary(operator="*" | "/" as operator, left=a, right=b):
            p, q = nonzero(a, setting), nonzero(b, setting)
            return (
                f"({'mul_ne_zero' if operator == '*' else 'div_ne_zero'} {p} {q})"
                if p and q
                else None
            )
        case Negation(operand=a):
            other = nonzero(a, setting)
            return f"(neg_ne_zero.mpr {other})" if other else None
        case Power(base=base, exponent=exponent) if is_natural(exponent, setting.notation.naturals):
            other = nonzero(base, setting)
            return f"(pow_ne_zero _ {other})" if other else None
        case Apply("log", (a,)) if a == E:
            return "(by rw [Real.log_exp]; grind)"
        case Apply("log", (a,)):
            above, apart = positive(a, setting), lookup(a, "!=", ONE, setting)
            if above and apart:
                return f"(Real.log_ne_zero_of_pos_of_ne_one {above} {apart})"
            if above and setting.follows(Relation("!=", a, ONE)):
                return f"(Real.log_ne_zero_of_pos_of_ne_one {above} (by grind))"
            return None
        case Apply("log_base", (base, a)):
            p, q = nonzero(Apply("log", (a,)), setting), nonzero(Apply("log", (base,)), setting)
            return (
                f"(div_ne_zero {p} {q} : {real(term, setting.notation)} ≠ 0)" if p and q else None
            )
        case _:
            return _arithmetic(Relation("!=", term, ZERO), setting)


def holds_as_printed(relation: Relation, setting: Setting) -> str | None:
    """A proof of a relation as `emitter.lean.term.relation` prints it: `discharge` between reals,
    whole numbers by `omega`.
    """
    return (
        whole(relation, setting)
        if between_naturals(relation, setting.notation)
        else discharge(relation, setting)
    )


def whole(relation: Relation, setting: Setting) -> str | None:
    """A proof of a relation between naturals."""
    if setting.wide and not setting.follows(relation):
        return None
    return (
        setting.name_of(relation) or f"(by omega : {natural_relation(relation, setting.notation)})"
    )


def discharge(relation: Relation, setting: Setting) -> str | None:
    """A proof of a relation between reals: by a hypothesis, by form, or by `grind` where the sample
    points agree. None where there is no hope.
    """
    left, operator, right = relation.left, relation.operator, relation.right
    direct = lookup(left, operator, right, setting)
    if direct is not None:
        return direct
    if right == ZERO:
        by_form = {">": positive, ">=": nonnegative, "!=": nonzero, "<": negative}.get(operator)
        found = by_form(left, setting) if by_form else None
        if found is not None:
            return found
    if left == ZERO and operator in ("<", "<="):
        found = (positive if operator == "<" else nonnegative)(right, setting)
        if found is not None:
            return found
    if operator == "!=" and (left, right) == (E, ONE):
        return "(LT.lt.ne' (Real.one_lt_exp_iff.mpr one_pos))"
    if operator == ">" and (left, right) == (E, ONE):
        return "(Real.one_lt_exp_iff.mpr one_pos)"
    if setting.wide and not setting.follows(relation):
        return None
    return "(by grind)"
