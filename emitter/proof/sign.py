"""Proof terms that a term is positive, not negative or not zero, by its form: Mathlib's
`positivity`, written out.

Both backends take the same terms. Every function returns a Lean term, or None if the form of the
term shows nothing.

The sign is an argument, whereas an extension of Mathlib's `positivity` answers with the strictest
sign that it can prove. Mathlib takes the sign of a variable from a hypothesis alone. Here a term
without a rule is left to `grind` if the sample points agree, and the strictest sign that they
suggest may be one that `grind` cannot prove: where `x ≠ 0` is known, x may look positive. A weaker
sign also has the shorter proof, as `0 ≤ x ^ 2 + 1` needs nothing of x, while `0 < x ^ 2` needs `x ≠
0`. (Strictest first, 55 of the 370 golden texts get other proofs, which are twice as long.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shomei.emitter.effort import spend
from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.term import (
    as_argument,
    between_naturals,
    natural,
    natural_relation,
    real,
    real_relation,
)
from shomei.emitter.proof.enclosures import bounded
from shomei.emitter.proof.functions import by_universal
from shomei.emitter.proof.natural_differences import difference_of_naturals
from shomei.emitter.proof.setting import Setting, within_sum
from shomei.operations.operation import Arguments, Operation, Sign, SignRule
from shomei.operations.operators import ADD, SUBTRACT
from shomei.operations.registry import head
from shomei.terms.literals import ONE, ZERO, E
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Constant,
    DerivativeAt,
    Expression,
    Negation,
    Number,
    Relation,
    RelationOperator,
    Variable,
)
from shomei.terms.relations import turned
from shomei.terms.walk import free_variables, subterms

_PI = Constant("pi")
#: The numerals for which Mathlib has lemmas.
_POSITIVE: Final = {1: "one", 2: "two", 3: "three", 4: "four"}


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
    if setting.notation.told:
        return by_universal(Relation(operator, left, right), setting.notation)
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
    operation; that of a number also by its bounds.
    """
    found = _by_form(sign, term, setting)
    if found is None and not isinstance(term, Number) and not free_variables(term):
        return bounded(Relation(sign, term, ZERO))
    return found


def _by_form(sign: Sign, term: Expression, setting: Setting) -> str | None:
    asked = (sign, term)
    if asked not in setting.signs:
        setting.signs[asked] = _found(sign, term, setting)
    return setting.signs[asked]


def _found(sign: Sign, term: Expression, setting: Setting) -> str | None:
    spend(5)
    direct = lookup(term, sign, ZERO, setting)
    if direct is not None:
        return direct
    counted = difference_of_naturals(sign, term, setting)
    if counted is not None:
        return counted
    match term:
        case Number():
            return _number(sign, term, setting)
        case Constant():
            return _constant(sign, term, setting)
        case Variable():
            return _variable(sign, term, setting)
        case Call() | DerivativeAt():
            return _weakened(sign, term, setting) or (
                _guess(sign, term, setting) if sign == "!=" else None
            )
        case BigOperator():
            return _big_operator(sign, term, setting)
        case _:
            found = head(term, setting.notation.naturals)
            if found is not None:
                return _operation(sign, term, *found, setting)
            return _guess(sign, term, setting) if sign == "!=" else None


def _big_operator(sign: Sign, term: BigOperator, setting: Setting) -> str | None:
    """The sign of a sum or product by that of its terms."""
    if sign == "!=":
        return _weakened(sign, term, setting)
    some = Relation("<=", term.lower, term.upper)
    strict = sign == ">" or (sign == ">=" and term.operator == "prod")
    if sign == "<" or (
        strict and term.operator == "sum" and setting.wide and not setting.follows(some)
    ):
        return None
    inner = within_sum(term, setting)
    proof = sign_proof(">" if strict else ">=", term.body, inner)
    if proof is None:
        return None
    text, index = setting.notation, identifier(term.index)
    function = f"(fun {index} : ℕ => ({real(term.body, inner.notation)} : ℝ))"
    ends = f"(m := {natural(term.lower, text)}) (n := {natural(term.upper, text)})"
    kind = f"{'sum' if term.operator == 'sum' else 'prod'}_Icc_{'pos' if strict else 'nonneg'}"
    nonempty = " (by omega)" if strict and term.operator == "sum" else ""
    every = f"(fun {index} least most => {proof})"
    found = f"(Shomei.{kind} (F := {function}) {ends}{nonempty} {every})"
    return f"(le_of_lt {found})" if strict and sign == ">=" else found


def _weakened(sign: Sign, term: Expression, setting: Setting) -> str | None:
    """A proof of a sign that follows from a stronger one."""
    if sign in (">", "<"):
        return None
    above = _by_form(">", term, setting)
    if above is not None:
        return f"(le_of_lt {above})" if sign == ">=" else f"(LT.lt.ne' {above})"
    below = _by_form("<", term, setting) if sign == "!=" else None
    return f"(LT.lt.ne {below})" if below else None


def _guess(sign: Sign, term: Expression, setting: Setting) -> str | None:
    """A proof by arithmetic from the hypotheses, unless the sample points contradict it."""
    wanted = Relation(sign, term, ZERO)
    if not free_variables(term) and (of_numbers := bounded(wanted)) is not None:
        return of_numbers
    return (
        f"(by grind : {real_relation(wanted, setting.notation)})"
        if setting.follows(wanted)
        else None
    )


def _number(sign: Sign, term: Number, setting: Setting) -> str | None:
    match sign:
        case ">" if term.value in _POSITIVE:
            return f"{_POSITIVE[int(term.value)]}_pos"
        case ">" if term.value > 0:
            return f"(by grind : (0 : ℝ) < {real(term, setting.notation)})"
        case ">=" if term.value == 0:
            return "(le_refl (0 : ℝ))"
        case "!=" if term.value in _POSITIVE:
            return f"{_POSITIVE[int(term.value)]}_ne_zero"
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


def _operation(
    sign: Sign, term: Expression, operation: Operation, arguments: Arguments, setting: Setting
) -> str | None:
    """By the rules of the operation's record: first those without premises, then stronger signs,
    then the others.
    """
    rules = [rule for rule in _rules(operation, arguments) if rule.sign == sign]
    if operation in (ADD, SUBTRACT):
        # A guess at a stronger sign is no better than one at the sign itself, and may be wrong.
        return _by_rules(rules, term, arguments, setting) or _guess(sign, term, setting)
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
    proofs: dict[Relation, str | None] = {}
    for rule in rules:
        found = premised(rule.proof, rule.premises, setting, stated=rule.stated, proofs=proofs)
        if found is None:
            continue
        if "{x}" in found:
            found = found.replace("{x}", as_argument(real(arguments[0], setting.notation)))
        return found.replace("{term}", real(term, setting.notation)) if "{term}" in found else found
    return None


def premised(
    lean: str,
    premises: Sequence[Relation],
    setting: Setting,
    *,
    stated: bool = False,
    proofs: dict[Relation, str | None] | None = None,
) -> str | None:
    """The Lean text of a record with proofs of `premises` for `{1}`, `{2}`, …; None if one has no
    proof. `stated`: only hypotheses count. `proofs` remembers those of other rules for a term.
    """
    proofs = {} if proofs is None else proofs
    for number, premise in enumerate(premises, start=1):
        left, sign, right = premise.left, premise.operator, premise.right
        if stated:
            proof = lookup(left, sign, right, setting)
        elif premise in proofs:
            proof = proofs[premise]
        elif right == ZERO and sign in (">", ">=", "!=", "<"):
            proof = proofs[premise] = sign_proof(sign, left, setting)
        else:
            proof = proofs[premise] = _compared(premise, setting)
        if proof is None:
            return None
        lean = lean.replace(f"{{{number}}}", proof)
    return lean


def _compared(premise: Relation, setting: Setting) -> str | None:
    """A proof of a premise that compares an argument with another number than 0."""
    left, operator, right = premise.left, premise.operator, premise.right
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
    if right == ZERO and operator == "<=" and isinstance(left, Negation):
        found = nonnegative(left.operand, setting)
        if found is not None:
            inside = real(left.operand, setting.notation)
            return f"(by have sign : (0 : ℝ) ≤ {inside} := {found}; grind)"
    if operator == "!=" and (left, right) == (E, ONE):
        return "(LT.lt.ne' (Real.one_lt_exp_iff.mpr one_pos))"
    if operator == ">" and (left, right) == (E, ONE):
        return "(Real.one_lt_exp_iff.mpr one_pos)"
    if (of_numbers := bounded(relation)) is not None:
        return of_numbers
    if setting.wide and not setting.follows(relation):
        return None
    if any(part == _PI for side in (left, right) for part in subterms(side)):
        return "(by have pi := Real.two_le_pi; have four := Real.pi_le_four; grind)"
    return "(by grind)"
