"""Sums in normal form: linear combinations of sums of monomials, by the rules of `Shomei.Sums`.

`\\sum_k (x_k - c)^2` is `\\sum_k x_k^2 - 2 c \\sum_k x_k + n c^2`. What is in
common is then the same term, and the rest is arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import (
    GRIND_SUMS,
    Have,
    Intro,
    Refine,
    Script,
    Show,
    Tactic,
    script,
)
from shomei.emitter.lean.term import as_argument, natural, real, relation, typed
from shomei.emitter.proof.monomials import polynomial, product, total
from shomei.emitter.proof.needs import brought_in
from shomei.emitter.proof.setting import Setting, within_sum
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Choice,
    Expression,
    Number,
    Relation,
    Variable,
)
from shomei.terms.polynomials import Monomial, Polynomial
from shomei.terms.substitution import substitute
from shomei.terms.walk import children, free_variables, rebuild


@dataclass
class Namer:
    """Makes names for the facts of one proof."""

    stem: str = "equal"
    count: int = 0

    def next(self) -> str:
        """A new name."""
        self.count += 1
        return f"{self.stem}{self.count}"


@dataclass(frozen=True, slots=True)
class Normal:
    """A term with its sums in normal form, and the facts that say so."""

    term: Expression
    lines: Script = ()


def normal_form(
    term: Expression,
    setting: Setting,
    names: Namer,
    seen: dict[BigOperator, Expression] | None = None,
) -> Normal:
    """`term` with each sum in normal form. Inner sums come first, and each line may rest on those
    before it. `seen` are sums whose facts stand there already. Raises `TooMany` and `Unprintable`.
    """
    lines: list[Tactic] = []
    done = {} if seen is None else seen

    def visit(part: Expression) -> Expression:
        if isinstance(part, BigOperator):
            if part.operator != "sum":
                return part
            if part not in done:
                found = _normal_sum(part, setting, names)
                lines.extend(found.lines)
                done[part] = found.term
            return done[part]
        return rebuild(part, tuple(visit(child) for child in children(part)))

    return Normal(visit(term), tuple(lines))


def _normal_sum(whole: BigOperator, setting: Setting, names: Namer) -> Normal:
    inner = within_sum(whole, setting)
    body = normal_form(whole.body, inner, names)
    groups = grouped(polynomial(simplified(body.term, inner)), whole.index)
    combination = _combined(groups, whole, setting)
    lines: list[Tactic] = []
    plain = replace(whole, body=combination.body)
    if combination.body != whole.body:
        statement = relation(Relation("=", whole, plain), setting.notation)
        steps = termwise(whole, combination.body, body.lines, setting)
        lines.append(Have(names.next(), statement, steps))
    if combination.value != plain:
        equation = Relation("=", plain, combination.value)
        lines.append(Have(names.next(), relation(equation, setting.notation), combination.proof))
    return Normal(combination.value, tuple(lines))


def termwise(whole: BigOperator, body: Expression, before: Script, setting: Setting) -> Script:
    """The proof that a sum is the one over the same range with the terms `body`."""
    inner = within_sum(whole, setting)
    needs, inner = brought_in((whole.body, body), inner)
    return script(
        Refine("Shomei.sum_Icc_congr ?_"),
        Intro((identifier(whole.index), "least", "most")),
        Show(f"{typed(whole.body, inner.notation)} = {real(body, inner.notation)}"),
        before,
        needs,
        GRIND_SUMS,
    )


@dataclass(frozen=True, slots=True)
class _Combination:
    """The body as a sum of products, the value of the sum, and a proof of the equation."""

    body: Expression
    value: Expression
    proof: str


def grouped(terms: Polynomial, index: str) -> list[tuple[Monomial, Polynomial]]:
    """The monomials by their factors with the index; for each of these the coefficient without
    it.
    """
    found: dict[Monomial, Polynomial] = {}
    for monomial, coefficient in terms.items():
        varying = tuple(each for each in monomial if index in free_variables(each[0]))
        constant = tuple(each for each in monomial if index not in free_variables(each[0]))
        group = found.setdefault(varying, {})
        group[constant] = group.get(constant, Fraction(0)) + coefficient
    return sorted(found.items(), key=repr)


def _combined(
    groups: list[tuple[Monomial, Polynomial]], whole: BigOperator, setting: Setting
) -> _Combination:
    parts = [_part(varying, total(constant), whole, setting) for varying, constant in groups]
    if not parts:
        parts = [_part((), Number(Fraction(0)), whole, setting)]
    return _added(parts)


def _added(parts: list[_Combination]) -> _Combination:
    found = parts[-1]
    for part in reversed(parts[:-1]):
        found = _Combination(
            Binary("+", part.body, found.body),
            Binary("+", part.value, found.value),
            f"(Shomei.sum_add {part.proof} {found.proof})",
        )
    return found


def _part(
    varying: Monomial, constant: Expression, whole: BigOperator, setting: Setting
) -> _Combination:
    """The sum of one product of a constant and a varying factor."""
    text = setting.notation
    if not varying:
        length = total(polynomial(Binary("-", Binary("+", whole.upper, ONE), whole.lower)))
        ends = f"(a := {natural(whole.lower, text)}) (b := {natural(whole.upper, text)})"
        count = f"(L := {typed(length, text)})"
        constant_ = as_argument(typed(constant, text))
        proof = f"(Shomei.sum_constant {ends} {count} {constant_} (by omega) (by grind))"
        return _Combination(constant, Binary("*", length, constant), proof)
    if (picked := _picked(varying, whole, setting)) is not None:
        return _scaled(constant, picked, setting)
    return _scaled(constant, _same(replace(whole, body=product(varying)), setting), setting)


def _same(atom: BigOperator, setting: Setting) -> _Combination:
    """A sum as it stands."""
    whole, own, text = atom, atom.body, setting.notation
    function = (
        f"(fun {identifier(whole.index)} : ℕ => "
        f"({real(own, text.bind(whole.index, natural=True))} : ℝ))"
    )
    bounds = " ".join(as_argument(natural(each, text)) for each in (whole.lower, whole.upper))
    proof = f"(Shomei.sum_same {function} {bounds})"
    return _Combination(own, atom, proof)


def _scaled(constant: Expression, found: _Combination, setting: Setting) -> _Combination:
    if constant == ONE:
        return found
    return _Combination(
        Binary("*", constant, found.body),
        Binary("*", constant, found.value),
        f"(Shomei.sum_mul ({typed(constant, setting.notation)}) {found.proof})",
    )


def _picked(varying: Monomial, whole: BigOperator, setting: Setting) -> _Combination | None:
    """The sum of a product with `\\delta_{kj}`: the term of the index j."""
    for factor, order in varying:
        if not isinstance(factor, Choice) or order < 1:
            continue
        place = _place(factor, whole.index)
        if place is None:
            continue
        bounds = (Relation("<=", whole.lower, place), Relation("<=", place, whole.upper))
        if setting.wide and not all(map(setting.follows, bounds)):
            continue
        text = setting.notation
        rest = product(tuple(each for each in varying if each[0] != factor))
        function = (
            f"(fun {identifier(whole.index)} : ℕ => "
            f"({real(rest, text.bind(whole.index, natural=True))} : ℝ))"
        )
        ends = " ".join(
            f"({name} := {natural(each, text)})"
            for name, each in (("a", whole.lower), ("b", whole.upper), ("j", place))
        )
        delta = Choice(Variable(whole.index), place, ONE, ZERO)
        return _Combination(
            Binary("*", rest, delta),
            substitute(rest, {whole.index: place}),
            f"(Shomei.sum_pick {function} {ends} (by omega) (by omega))",
        )
    return None


def _place(factor: Choice, index: str) -> Expression | None:
    """The other index of a choice of 1 and 0 by the index of a sum."""
    if (factor.chosen, factor.otherwise) != (ONE, ZERO):
        return None
    for one, other in ((factor.left, factor.right), (factor.right, factor.left)):
        if one == Variable(index) and index not in free_variables(other):
            return other
    return None


def joined_terms(goal: Relation, setting: Setting, names: Namer) -> Script | None:
    """The facts from which an equation between multiples of sums over one range follows, where
    their terms together are 0 for every index; None for anything else. Raises `TooMany`.
    """
    found = polynomial(Binary("-", goal.left, goal.right))
    parts: list[tuple[Expression, BigOperator]] = []
    for monomial, coefficient in found.items():
        sums = [factor for factor, order in monomial if isinstance(factor, BigOperator)]
        rest = tuple(each for each in monomial if not isinstance(each[0], BigOperator))
        if len(sums) != 1 or len(rest) != len(monomial) - 1 or sums[0].operator != "sum":
            return None
        parts.append((total({rest: coefficient}), sums[0]))
    if len({(each.lower, each.upper) for _, each in parts}) != 1:
        return None
    first = parts[0][1]
    index = Variable(first.index)
    pieces = []
    for factor, each in parts:
        if first.index in free_variables(each) or first.index in free_variables(factor):
            return None
        own = replace(first, body=substitute(each.body, {each.index: index}))
        pieces.append(_scaled(factor, _same(own, setting), setting))
    whole = _added(pieces)
    joined, nothing = replace(first, body=whole.body), replace(first, body=ZERO)
    text = setting.notation
    length = total(polynomial(Binary("-", Binary("+", first.upper, ONE), first.lower)))
    ends = f"(a := {natural(first.lower, text)}) (b := {natural(first.upper, text)})"
    zero = Binary("*", length, ZERO)
    constant = (
        f"Shomei.sum_constant {ends} (L := {typed(length, text)}) (0 : ℝ) (by omega) (by grind)"
    )
    return (
        Have(
            names.next(),
            relation(Relation("=", joined, nothing), text),
            termwise(joined, ZERO, (), setting),
        ),
        Have(names.next(), relation(Relation("=", joined, whole.value), text), whole.proof),
        Have(names.next(), relation(Relation("=", nothing, zero), text), constant),
    )


def simplified(term: Expression, setting: Setting) -> Expression:
    """`term` with the choices decided that the hypotheses decide: a number that is an element of a
    family is that element, and put in its place it changes nothing.
    """
    same = {
        known.relation.left.name: known.relation.right
        for known in setting.known
        if known.relation.operator == "="
        and isinstance(known.relation.left, Variable)
        and isinstance(known.relation.right, Call)
    }
    return _decided(substitute(term, same))


def _decided(term: Expression) -> Expression:
    term = rebuild(term, tuple(_decided(part) for part in children(term)))
    match term:
        case Choice(left=left, right=right, chosen=chosen) if left == right:
            return chosen
        case Choice(left=Variable(name=name), right=right, chosen=a, otherwise=b) if (
            substitute(b, {name: right}) == a
        ):
            return b
        case _:
            return term
