"""Proof terms that a term is positive, not negative or not zero, by its form: Mathlib's
`positivity`, written out.

Both backends take the same terms. Every function returns a Lean term, or None if the form of the
term shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from shomei.emitter.effort import spend
from shomei.emitter.lean.term import (
    as_argument,
    between_naturals,
    natural_relation,
    real,
    real_relation,
)
from shomei.emitter.proof.setting import Setting
from shomei.operations.operation import Arguments, Operation, Sign, SignRule
from shomei.operations.registry import applied
from shomei.terms.literals import ONE, ZERO, E, integer_value, is_natural
from shomei.terms.nodes import (
    Apply,
    Binary,
    BinaryOperator,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    RelationOperator,
    Variable,
    applies,
)
from shomei.terms.relations import turned


def lookup(
    left: Expression, operator: RelationOperator, right: Expression, setting: Setting
) -> str | None:
    """A hypothesis that states `left operator right` for real numbers, in either direction."""
    if between_naturals(Relation(operator, left, right), setting.notation):
        # such a hypothesis is between naturals, and the one wanted here is between reals
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
    return sign_proof(">", term, setting)


def negative(term: Expression, setting: Setting) -> str | None:
    """A proof of `term < 0`."""
    return sign_proof("<", term, setting)


def nonnegative(term: Expression, setting: Setting) -> str | None:
    """A proof of `0 ≤ term`."""
    return sign_proof(">=", term, setting)


def nonzero(term: Expression, setting: Setting) -> str | None:
    """A proof of `term ≠ 0`."""
    return sign_proof("!=", term, setting)


def sign_proof(sign: Sign, term: Expression, setting: Setting) -> str | None:
    """A proof of `term sign 0`: by a hypothesis, by the form of the term, or by the record of its
    operation.
    """
    spend(5)
    direct = lookup(term, sign, ZERO, setting)
    if direct is not None:
        return direct
    if isinstance(term, Binary):
        return _ARITHMETIC[term.operator](sign, term, setting)
    return _KINDS.get(type(term), _other)(sign, term, setting)


def _weakened(sign: Sign, term: Expression, setting: Setting) -> str | None:
    """A proof of a sign that follows from a stronger one."""
    if sign in (">", "<"):
        return None
    above = positive(term, setting)
    if above is not None:
        return f"(le_of_lt {above})" if sign == ">=" else f"(LT.lt.ne' {above})"
    below = negative(term, setting) if sign == "!=" else None
    return f"(LT.lt.ne {below})" if below else None


def _guess(sign: Sign, term: Expression, setting: Setting) -> str | None:
    """A proof by arithmetic from the hypotheses, unless the sample points contradict it."""
    wanted = Relation(sign, term, ZERO)
    return (
        f"(by grind : {real_relation(wanted, setting.notation)})"
        if setting.follows(wanted)
        else None
    )


def _number(sign: Sign, term: Number, setting: Setting) -> str | None:
    match sign:
        case ">" if term.value == 1:
            return "(by grind : (0 : ℝ) < 1)"
        case ">" if term.value > 0:
            return f"(by grind : (0 : ℝ) < {real(term, setting.notation)})"
        case ">=" if term.value == 0:
            return "(le_refl (0 : ℝ))"
        case "!=" if term.value != 0:
            return f"(by grind : ({real(term, setting.notation)} : ℝ) ≠ 0)"
        case _:
            return _weakened(sign, term, setting)


def _constant(sign: Sign, term: Constant, setting: Setting) -> str | None:
    if sign == ">":
        return "(Real.exp_pos 1)" if term.name == "e" else "Real.pi_pos"
    return _weakened(sign, term, setting)


def _variable(sign: Sign, term: Variable, setting: Setting) -> str | None:
    if term.name in setting.notation.naturals:
        if sign == ">=":
            return "(Nat.cast_nonneg _)"
        lemma = {">": "Nat.cast_pos", "!=": "Nat.cast_ne_zero"}.get(sign)
        follows = lemma is not None and setting.follows(Relation(sign, term, ZERO))
        return f"({lemma}.mpr (by omega))" if follows else None
    if sign == ">":
        return _guess(sign, term, setting)
    return _weakened(sign, term, setting) or (_guess(sign, term, setting) if sign == "!=" else None)


def _negation(sign: Sign, term: Negation, setting: Setting) -> str | None:
    a = term.operand
    if sign == ">":
        below = negative(a, setting)
        return f"(neg_pos.mpr {below})" if below else None
    if sign == "<":
        above = positive(a, setting)
        return f"(neg_lt_zero.mpr {above})" if above else None
    found = _weakened(sign, term, setting)
    if found is not None or sign == ">=":
        return found
    other = nonzero(a, setting)
    return f"(neg_ne_zero.mpr {other})" if other else None


def _sum(sign: Sign, term: Binary, setting: Setting) -> str | None:
    # A guess at a stronger sign is no better than one at the sign itself, and may be wrong.
    a, b = term.left, term.right
    if sign == ">=":
        p, q = nonnegative(a, setting), nonnegative(b, setting)
        found = f"(add_nonneg {p} {q})" if p and q else None
    elif sign == "<":
        found = None
    else:
        found = _positive_sum(a, b, setting)
        if found is not None and sign == "!=":
            found = f"(LT.lt.ne' {found})"
    return found or _guess(sign, term, setting)


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


def _difference(sign: Sign, term: Binary, setting: Setting) -> str | None:
    if sign == "!=" and applies(term.left, "sqrt") and applies(term.right, "sqrt"):
        return _different_roots(term.left.arguments[0], term.right.arguments[0], setting)
    return _guess(sign, term, setting)


def _different_roots(a: Expression, b: Expression, setting: Setting) -> str | None:
    """`√a - √b ≠ 0` from `a ≠ b`."""
    p, q = nonnegative(a, setting), nonnegative(b, setting)
    apart = discharge(Relation("!=", a, b), setting)
    return (
        f"(sub_ne_zero.mpr (fun equal => {apart} ((Real.sqrt_inj {p} {q}).mp equal)))"
        if p and q and apart
        else None
    )


def _product(sign: Sign, term: Binary, setting: Setting) -> str | None:
    a, b = term.left, term.right
    name = "mul" if term.operator == "*" else "div"
    match sign:
        case ">":
            p, q = positive(a, setting), positive(b, setting)
            if p and q:
                return f"({name}_pos {p} {q})"
            p, q = negative(a, setting), negative(b, setting)
            return f"(mul_pos_of_neg_of_neg {p} {q})" if p and q and name == "mul" else None
        case "<":
            return _negative_product(a, b, setting) if name == "mul" else None
        case ">=" if name == "mul" and a == b:
            return "(mul_self_nonneg _)"
    found = _weakened(sign, term, setting)
    if found is not None:
        return found
    p, q = sign_proof(sign, a, setting), sign_proof(sign, b, setting)
    return f"({name}_{'nonneg' if sign == '>=' else 'ne_zero'} {p} {q})" if p and q else None


def _negative_product(a: Expression, b: Expression, setting: Setting) -> str | None:
    p, q = positive(a, setting), negative(b, setting)
    if p and q:
        return f"(mul_neg_of_pos_of_neg {p} {q})"
    p, q = negative(a, setting), positive(b, setting)
    return f"(mul_neg_of_neg_of_pos {p} {q})" if p and q else None


def _power(sign: Sign, term: Power, setting: Setting) -> str | None:
    if applied(term) is not None:
        return _operation(sign, term, setting)
    natural = is_natural(term.exponent, setting.notation.naturals)
    if sign == ">":
        return _positive_power(term, setting, natural=natural)
    if sign == ">=" and integer_value(term.exponent) == 2:
        return "(sq_nonneg _)"
    found = _weakened(sign, term, setting)
    if found is not None or sign == "<":
        return found
    if sign == "!=" and not natural:
        return _guess(sign, term, setting)
    below = sign_proof(sign, term.base, setting)
    if sign == "!=":
        return f"(pow_ne_zero _ {below})" if below else None
    lemma = "pow_nonneg" if natural else "Real.rpow_nonneg"
    return f"({lemma} {below} _)" if below else None


def _positive_power(term: Power, setting: Setting, *, natural: bool) -> str | None:
    below = positive(term.base, setting)
    literal = integer_value(term.exponent)
    if natural:
        if below:
            return f"(pow_pos {below} _)"
        other = nonzero(term.base, setting) if literal is not None and literal % 2 == 0 else None
        return (
            f"(lt_of_le_of_ne (sq_nonneg _) (Ne.symm (pow_ne_zero _ {other})))"
            if other and literal == 2
            else None
        )
    if below is None:
        return None
    if literal is not None:
        return f"(div_pos (by grind) (pow_pos {below} _))"
    return f"(Real.rpow_pos_of_pos {below} _)"


def _operation(sign: Sign, term: Expression, setting: Setting) -> str | None:
    """By the rules of the operation's record: first those without premises, then stronger signs,
    then the others.
    """
    head = applied(term)
    if head is None:
        return None
    operation, arguments = head
    rules = [rule for rule in _rules(operation, arguments) if rule.sign == sign]
    outright = _by_rules([rule for rule in rules if not rule.premises], term, arguments, setting)
    if outright is not None:
        return outright
    if sign == "!=" and operation.lean.arguments == "natural":
        return None
    found = _weakened(sign, term, setting) or _by_rules(
        [rule for rule in rules if rule.premises], term, arguments, setting
    )
    if found is None and sign == "!=" and not rules:
        return _guess(sign, term, setting)
    return found


def _rules(operation: Operation, arguments: Arguments) -> list[SignRule]:
    return [rule for rule in operation.signs(arguments) if rule.proof] if operation.signs else []


def _by_rules(
    rules: list[SignRule], term: Expression, arguments: Arguments, setting: Setting
) -> str | None:
    for rule in rules:
        found = premised(rule.proof, rule.premises, setting, stated=rule.stated)
        if found is None:
            continue
        if "{x}" in found:
            found = found.replace("{x}", as_argument(real(arguments[0], setting.notation)))
        return found.replace("{term}", real(term, setting.notation)) if "{term}" in found else found
    return None


def premised(
    lean: str, premises: Sequence[Relation], setting: Setting, *, stated: bool = False
) -> str | None:
    """The Lean text of a record with proofs of `premises` for `{1}`, `{2}`, …; None if one has no
    proof. `stated`: only hypotheses count.
    """
    for number, premise in enumerate(premises, start=1):
        proof = (
            lookup(premise.left, premise.operator, premise.right, setting)
            if stated
            else _premise(premise, setting)
        )
        if proof is None:
            return None
        lean = lean.replace(f"{{{number}}}", proof)
    return lean


def _premise(premise: Relation, setting: Setting) -> str | None:
    """A proof of a premise about an argument: its sign, or a comparison with 1."""
    left, operator, right = premise.left, premise.operator, premise.right
    if right == ZERO and operator in (">", ">=", "!=", "<"):
        return sign_proof(operator, left, setting)
    direct = lookup(left, operator, right, setting)
    if direct is not None or operator != ">":
        return direct or _followed(premise, setting)
    match left:
        case Number(value=value) if value > 1:
            return "(by grind)"
        case (
            Binary(operator="+", left=one, right=rest) | Binary(operator="+", left=rest, right=one)
        ) if one == ONE:
            more = positive(rest, setting)
            return f"(by have more := {more}; grind)" if more else None
        case _:
            return _followed(premise, setting)


def _followed(premise: Relation, setting: Setting) -> str | None:
    return discharge(premise, setting) if setting.follows(premise) else None


def _other(sign: Sign, term: Expression, setting: Setting) -> str | None:
    """Sums, calls and other terms whose form shows no sign."""
    return _guess(sign, term, setting) if sign == "!=" else None


#: The rule for each kind of term.
_KINDS: Final[dict[type[Any], Callable[[Sign, Any, Setting], str | None]]] = {
    Number: _number,
    Constant: _constant,
    Variable: _variable,
    Negation: _negation,
    Power: _power,
    Apply: _operation,
}
_ARITHMETIC: Final[dict[BinaryOperator, Callable[[Sign, Binary, Setting], str | None]]] = {
    "+": _sum,
    "-": _difference,
    "*": _product,
    "/": _product,
}


def holds_as_printed(relation: Relation, setting: Setting) -> str | None:
    """A proof of a relation as `emitter.lean.term.relation` prints it: by `discharge` between
    reals, by `omega` between whole numbers.
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
    """A proof of a relation between reals: by a hypothesis, by form, or by `grind` if the sample
    points agree. None if there is no hope.
    """
    left, operator, right = relation.left, relation.operator, relation.right
    direct = lookup(left, operator, right, setting)
    if direct is not None:
        return direct
    if right == ZERO:
        found = sign_proof(operator, left, setting) if operator in (">", ">=", "!=", "<") else None
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
