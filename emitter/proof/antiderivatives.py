"""Integrals by antiderivatives, as equations that a proof states before it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Final

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import (
    GRIND,
    Exact,
    First,
    Goal,
    Have,
    Intro,
    Refine,
    Rw,
    Script,
    Show,
)
from shomei.emitter.lean.term import (
    Notation,
    as_argument,
    function,
    real,
    real_relation,
    relation,
    typed,
)
from shomei.emitter.method import Place, Problem
from shomei.emitter.proof.declared_antiderivatives import declared_antiderivative
from shomei.emitter.proof.derivatives import derivative
from shomei.emitter.proof.integrals import between, continuity
from shomei.emitter.proof.justification import justify
from shomei.emitter.proof.needs import beyond_grind, brought_in
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.search import inside
from shomei.symbolic import antiderivative
from shomei.terms.literals import ONE, E, exact_value, integer_value, is_integer, numeral
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Integral,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
    applies,
)
from shomei.terms.rational import Rational
from shomei.terms.substitution import substitute
from shomei.terms.walk import bound_name, children, rebuild, subterms

#: How many proofs of one equation between a derivative and an integrand are tried.
_TRIED = 3
#: e as a bound: its powers print as Lean computes them, `Real.exp 1 ^ 2` and not `Real.exp 2`.
_E: Final = Power(E, ONE)
#: Powers of numbers are computed up to this exponent.
_LARGEST_EXPONENT = 12


@dataclass(frozen=True, slots=True)
class Evaluated:
    """`integral = value`, as a `have`."""

    integral: Integral
    value: Expression
    line: Have


def evaluated(term: Integral, name: str, problem: Problem, setting: Setting) -> Evaluated | None:
    """The value of an integral by an antiderivative of its integrand, stated as `name`."""
    body = setting.plain(term.body)
    lower, upper = setting.plain(term.lower), setting.plain(term.upper)
    whole = Integral(term.variable, lower, upper, body)
    found = antiderivative(body, term.variable)
    if found is None:
        found = declared_antiderivative(body, term.variable, setting)
    _, continuous = continuity(whole, setting) if found is not None else ("", None)
    if found is None or continuous is None:
        return None
    for primitive in _forms(found):
        plain = setting.plain(primitive)
        script = _proof(whole, plain, continuous, problem, setting)
        if script is None:
            continue
        above, below = (
            substitute(plain, {term.variable: _E if end == E else end}) for end in (upper, lower)
        )
        return _computed(whole, Binary("-", above, below), name, script, setting)
    return None


def evaluated_in(
    terms: Iterable[Expression], problem: Problem, setting: Setting
) -> list[Evaluated]:
    """The values of the integrals in some terms, as far as they are found."""
    found: list[Evaluated] = []
    for integral in dict.fromkeys(each for term in terms for each in _integrals(term)):
        value = evaluated(integral, f"integral{len(found) + 1}", problem, setting)
        if value is not None and all(value.integral != each.integral for each in found):
            found.append(value)
    return found


def with_values(term: Expression, found: Sequence[Evaluated]) -> Expression:
    """The term with the values of its integrals."""
    if isinstance(term, Integral):
        return next((each.value for each in found if each.integral == term), term)
    if bound_name(term) is not None:
        return term
    return rebuild(term, tuple(with_values(part, found) for part in children(term)))


def _integrals(term: Expression) -> Iterator[Integral]:
    """The integrals in a term that stand in no other binder."""
    if isinstance(term, Integral):
        yield term
    elif bound_name(term) is None:
        for part in children(term):
            yield from _integrals(part)


def _computed(
    whole: Integral, value: Expression, name: str, script: Script, setting: Setting
) -> Evaluated:
    """The value with the numbers in it computed, and the powers of e."""
    notation = setting.notation
    folded: dict[Expression, Expression] = {}
    short = _folded(value, folded)
    stated = f"{real(whole, notation)} = {real(short, notation)}"
    if not folded:
        return Evaluated(whole, short, Have(name, stated, script))
    order = sorted(
        folded, key=lambda part: (_is_root_of_zero_or_one(part), -sum(1 for _ in subterms(part)))
    )
    lines = tuple(
        Have(
            f"number{index}",
            real_relation(Relation("=", part, folded[part]), notation),
            _proof_of_power_of_e(part, notation) or _proof_of_power(part) or (GRIND,),
        )
        for index, part in enumerate(order, start=1)
    )
    long = f"{real(whole, notation)} = {typed(value, notation)}"
    script = (
        Have("unfolded", long, script),
        *lines,
        Rw(("unfolded", *(line.name for line in lines))),
    )
    return Evaluated(whole, short, Have(name, stated, script))


def _folded(term: Expression, folded: dict[Expression, Expression]) -> Expression:
    """The term with each part that is a rational number computed; `folded` notes them."""
    if isinstance(term, Number) or (
        isinstance(term, Negation) and isinstance(term.operand, Number) and term.operand.value
    ):
        return term
    if term == _E:
        return E
    power = _power_of_e(term)
    if power is not None:
        folded[term] = power
        return power
    value = _NUMBERS.at(term, {})
    if value is not None:
        number: Expression = Number(abs(value))
        folded[term] = Negation(number) if value < 0 else number
        return folded[term]
    short = rebuild(term, tuple(_folded(part, folded) for part in children(term)))
    if isinstance(short, Power) and _is_root_of_zero_or_one(short):
        folded[short] = short.base
        return short.base
    return short


def _power_of_e(term: Expression) -> Expression | None:
    """A power of `Real.exp 1` as one of e."""
    if not isinstance(term, Power) or term.base != _E:
        return None
    times = integer_value(term.exponent)
    if times is not None and times < 0:
        return Binary("/", ONE, Power(E, numeral(-times)))
    return Power(E, term.exponent)


def _proof_of_power_of_e(term: Expression, notation: Notation) -> Script | None:
    """Why the value of `_power_of_e` is that of the term."""
    if not isinstance(term, Power) or _power_of_e(term) is None:
        return None
    if integer_value(term.exponent) is None and not is_integer(term.exponent, notation.naturals):
        return (Exact(f"Real.exp_one_rpow {as_argument(real(term.exponent, notation))}"),)
    return (Exact("(by rw [← Real.exp_nat_mul]; grind)"),)


class _Numbers(Rational):
    """Terms of numbers, with `1^n` and `0^{n+1}` for any natural n."""

    def _power(self, term: Power, values: Mapping[str, Fraction]) -> Fraction:
        match term:
            case Power(exponent=Number(value=exponent)):
                small = 0 < exponent <= _LARGEST_EXPONENT
                return super()._power(term, values) if small else self._no_value(term, values)
            case Power(base=Number(value=base)) if _proof_of_power(term) is not None:
                return base
            case _:
                return self._no_value(term, values)


_NUMBERS: Final = _Numbers()


def _proof_of_power(term: Expression) -> Script | None:
    """Why `1^n` is 1, or `0^{n+1}` is 0; and `1^{3/2}` and `0^{3/2}`."""
    match term:
        case Power(base=Number(value=base)) if _is_root_of_zero_or_one(term):
            return (Exact("Real.one_rpow _" if base else "Real.zero_rpow (by grind)"),)
        case Power(base=Number(value=Fraction(numerator=1, denominator=1))):
            return (Exact("one_pow _"),)
        case Power(
            base=Number(value=Fraction(numerator=0)),
            exponent=Binary(operator="+", right=Number(value=Fraction(numerator=1, denominator=1))),
        ):
            return (Rw(("pow_succ", "mul_zero")),)
        case _:
            return None


def _is_root_of_zero_or_one(term: Expression) -> bool:
    """`0^{3/2}` and `1^{3/2}`: powers with a positive rational exponent that is not whole."""
    match term:
        case Power(base=Number(value=base), exponent=exponent) if base in (0, 1):
            value = exact_value(exponent, quotients=True)
            return value is not None and value > 0 and value.denominator > 1
        case _:
            return False


def _forms(term: Expression) -> Iterator[Expression]:
    """The antiderivative without and with absolute values in its logarithms."""
    plain = _logarithms(term, absolute=False)
    yield plain
    other = _logarithms(term, absolute=True)
    if other != plain:
        yield other


def _logarithms(term: Expression, *, absolute: bool) -> Expression:
    if isinstance(term, Apply) and term.operation == "log":
        (argument,) = term.arguments
        inner = argument.arguments[0] if applies(argument, "abs") else argument
        return Apply("log", (Apply("abs", (inner,)) if absolute else inner,))
    return rebuild(term, tuple(_logarithms(part, absolute=absolute) for part in children(term)))


def _proof(
    term: Integral, primitive: Expression, continuous: str, problem: Problem, setting: Setting
) -> Script | None:
    """A script that the integral is the difference of the values of `primitive`."""
    mapped = function(term.variable, primitive, setting.notation)
    range_ = between(term.variable, term.lower, term.upper, setting)
    scripts = [
        _derivative(term, primitive, range_.name, problem, way.setting) for way in range_.ways
    ]
    proved = [script for script in scripts if script is not None]
    if len(proved) == len(scripts):
        return (
            Refine(f"Shomei.integral_of_derivative (F := {mapped}) {continuous} ?_"),
            Intro((identifier(range_.name), "inside")),
            Refine(f"{range_.lemma} inside {' '.join('?_' for _ in proved)}"),
            *(Goal((Intro(("atleast", "atmost")), *script)) for script in proved),
        )
    return _strictly_between(term, primitive, continuous, problem, setting)


def _strictly_between(
    term: Integral, primitive: Expression, continuous: str, problem: Problem, setting: Setting
) -> Script | None:
    """The same where the derivative need not exist at the bounds, whichever is the smaller one."""
    range_ = between(term.variable, term.lower, term.upper, setting)
    ordered = Relation("<=", term.lower, term.upper)
    proof = justify(ordered, setting) if setting.seems(ordered) is not False else None
    turned = proof is None
    if turned:
        ordered = Relation("<=", term.upper, term.lower)
        proof = justify(ordered, setting) if setting.seems(ordered) is not False else None
    if proof is None:
        return None
    small, large = ordered.left, ordered.right
    whole = Integral(term.variable, small, large, primitive)
    _, also = continuity(whole, setting)
    name = Variable(range_.name)
    known = (
        Known("atleast", Relation(">", name, small)),
        Known("atmost", Relation("<", name, large)),
    )
    inner = setting.extend(known, (range_.name,))
    script = _derivative(term, primitive, range_.name, problem, inner)
    if turned:
        _, there = continuity(Integral(term.variable, small, large, term.body), setting)
        if there is None:
            return None
        continuous = there
    if also is None or script is None:
        return None
    mapped = function(term.variable, primitive, setting.notation)
    order = f"({proof} : {relation(ordered, setting.notation)})"
    value = f"Shomei.integral_of_derivative_between (F := {mapped}) {order} {continuous} {also} ?_"
    if turned:
        value = (
            "Eq.trans (intervalIntegral.integral_symm _ _) "
            f"(Eq.trans (congrArg Neg.neg ({value})) (neg_sub _ _))"
        )
    return (
        Refine(value),
        Intro((identifier(range_.name), "⟨atleast, atmost⟩")),
        *script,
    )


def _derivative(
    term: Integral, primitive: Expression, name: str, problem: Problem, setting: Setting
) -> Script | None:
    """A script that `primitive` has the integrand as its derivative at `name`."""
    found = derivative(primitive, term.variable, Variable(name), setting)
    if found is None:
        return None
    wanted = substitute(term.body, {term.variable: Variable(name)})
    if setting.plain(found.value) == wanted:
        return (Exact(found.proof),)
    goal = Relation("=", setting.plain(found.value), wanted)
    if setting.seems(goal) is False:
        return None
    needs, inner = brought_in((goal.left, wanted), setting, beyond_grind)
    tried = islice(
        inside(problem.within("arithmetic", goal, Place(inner)), by_reason=False), _TRIED
    )
    ways = tuple(dict.fromkeys(each.script for each in tried))
    if not ways:
        return None
    last = ways[0] if len(ways) == 1 else (First(ways),)
    return (
        Refine(f"Shomei.hasDerivAt_of_eq {found.proof} ?_"),
        *needs,
        Show(relation(goal, setting.notation)),
        *last,
    )
