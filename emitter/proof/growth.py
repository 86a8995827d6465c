"""Limits by orders of growth and by bounds, if the limits of the parts do not suffice: exponentials
outgrow powers, and powers outgrow logarithms.

Everything rests on `u^n / e^u`, which tends to 0 as u grows: `log x / x` is this for u = log x, `x
e^{-x}` for u = x, `x log x` at 0 for u = -log x. The rest of the term must have a limit of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shomei.emitter.effort import spend
from shomei.emitter.lean.term import as_argument, real, relation
from shomei.emitter.proof.eventually import base_fact, holds_near
from shomei.emitter.proof.rewriting import simpler
from shomei.emitter.proof.tendency import seems_to_settle
from shomei.operations.operation import Bounds
from shomei.operations.registry import OPERATIONS
from shomei.symbolic import cancelled
from shomei.terms.literals import ONE, TWO, ZERO, E, is_natural, numeral
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Power,
    Relation,
)
from shomei.terms.walk import free_variables, subterms

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter

_HIGHEST = 5
#: How many of the powers that keep the rest of a term small are tried. If no limit of the rest is
#: found, the next power seldom helps.
_TRIES = 2

#: `u / e^u` tends to 0: e^u is the square of e^{u/2}, which is at least u/2.
_FIRST = "; ".join(
    (
        "have first : Tendsto (fun u : ℝ => u / Real.exp u) atTop (𝓝 0) := Shomei.squeeze "
        "(Shomei.tendsto_const 0) "
        "(Shomei.tendsto_div_atTop 4 Filter.tendsto_id) "
        "(Filter.Eventually.mono (Shomei.eventually_gt_atTop 0) (fun u above => le_of_lt "
        "(div_pos above (Real.exp_pos u)))) "
        "(Filter.Eventually.mono (Shomei.eventually_gt_atTop 0) (fun u above => (by "
        "have half := Real.add_one_le_exp (u / 2)",
        "have twice := Real.exp_add (u / 2) (u / 2)",
        "rw [show u / 2 + u / 2 = u by grind] at twice",
        (
            "have square := mul_nonneg (by grind : 0 ≤ Real.exp (u / 2) - u / 2) (by grind : 0 ≤ "
            "Real.exp (u / 2) + u / 2)"
        ),
        (
            "rw [div_le_iff₀ (Real.exp_pos u), show 4 / u * Real.exp u = (4 * Real.exp u) / u by "
            "grind, le_div_iff₀ above]"
        ),
        "grind : u / Real.exp u ≤ 4 / u)))",
    )
)


def _order(power: int) -> str:
    """A proof that `u^n / e^u` tends to 0 as u grows: it is `(n ((u/n) / e^{u/n}))^n`."""
    steps = (
        _FIRST,
        (
            "have part := Filter.Tendsto.comp first (Shomei.tendsto_atTop_div_const (c := "
            f"{power}) (by grind) Filter.tendsto_id)"
        ),
        f"refine Shomei.tendsto_of_eq (Shomei.tendsto_value (Shomei.tendsto_pow {power} "
        f"(Shomei.tendsto_mul (Shomei.tendsto_const {power}) part)) "
        f"(by grind : ({power} * 0 : ℝ) ^ ({power} : ℕ) = 0)) (Filter.Eventually.of_forall "
        "fun u => ?_)",
        f"have whole := Real.exp_nat_mul (u / {power}) {power}",
        f"rw [show (({power} : ℕ) : ℝ) * (u / {power}) = u by grind] at whole",
        (
            f"show u ^ ({power} : ℕ) / Real.exp u = ({power} * ((u / {power}) / Real.exp (u / "
            f"{power}))) ^ ({power} : ℕ)"
        ),
        "grind",
    )
    return (
        f"(by {'; '.join(steps)} : Tendsto (fun u : ℝ => u ^ ({power} : ℕ) / Real.exp u) atTop "
        "(𝓝 0))"
    )


@dataclass(frozen=True, slots=True)
class Growing:
    """A term `exponent` that grows without bound, proved by `grows`, and e to its power as it is
    `written`: equal by `same`, which may name `at0`, a proof of `need`.
    """

    exponent: Expression
    written: Expression
    grows: str
    same: str
    need: Relation | None = None


def _growing(term: Expression, limiter: Limiter) -> Iterator[Growing]:
    """The subterms of `term` that grow like an exponential: powers whose exponents grow or fall,
    and arguments of logarithms.
    """
    variable = limiter.approach.variable
    parts = list(dict.fromkeys(part for part in subterms(term) if variable in free_variables(part)))
    for part in parts:
        match part:
            case Power(base=base, exponent=exponent) if base == E:
                text = as_argument(real(exponent, limiter.inner))
                if up := limiter.grows(exponent, 1):
                    yield Growing(exponent, part, up, "rfl")
                elif down := limiter.grows(exponent, -1):
                    yield Growing(
                        Negation(exponent),
                        Binary("/", ONE, part),
                        down,
                        f"(by rw [Real.exp_neg {text}]; grind)",
                    )
            case Power(base=base, exponent=exponent) if variable not in free_variables(
                base
            ) and not is_natural(exponent, limiter.inner.naturals):
                scaled = Binary("*", Apply("log", (base,)), exponent)
                if up := limiter.grows(scaled, 1):
                    same = (
                        "(Eq.symm (Real.rpow_def_of_pos at0 "
                        f"{as_argument(real(exponent, limiter.inner))}))"
                    )
                    yield Growing(scaled, part, up, same, Relation(">", base, ZERO))
            case Apply("log", (inside,)):
                yield from _logarithm(part, inside, limiter, root=Apply("sqrt", (inside,)) in parts)
            case _:
                pass


def _logarithm(
    term: Expression, inside: Expression, limiter: Limiter, *, root: bool
) -> Iterator[Growing]:
    """The logarithm `term` of a growing `inside`, or minus the logarithm of one that falls to 0; if
    the term has a `root` of the same, halves of these first.
    """
    u = real(inside, limiter.inner)
    need = Relation(">", inside, ZERO)
    halved = (
        "(by rw [← Real.log_sqrt (le_of_lt at0)]; exact Real.exp_log (Real.sqrt_pos.mpr at0) : "
        f"Real.exp (Real.log ({u}) / 2) = Real.sqrt ({u}))"
    )
    ways: list[tuple[Expression, Expression, str, str]] = [
        (term, inside, f"Real.log ({u})", "(Real.exp_log at0)")
    ]
    if root:
        ways.insert(
            0,
            (
                Binary("/", term, TWO),
                Apply("sqrt", (inside,)),
                f"Real.log ({u}) / 2",
                halved,
            ),
        )
    for exponent, written, text, same in ways:
        if up := limiter.grows(exponent, 1):
            yield Growing(exponent, written, up, same, need)
        elif down := limiter.grows(exponent, -1):
            yield Growing(
                Negation(exponent),
                Binary("/", ONE, written),
                down,
                f"(by rw [Real.exp_neg ({text}), {same}]; grind)",
                need,
            )


def outgrown(term: Expression, limiter: Limiter) -> str | None:
    """A proof that a product or quotient tends to 0 because an exponential outgrows the rest of it:
    `term = rest u^n / e^u`, and the rest has a limit.
    """
    for growing in _growing(term, limiter):
        needed = limiter.eventually(growing.need) if growing.need else ""
        if needed is None:
            continue
        tries = 0
        for power in range(1, _HIGHEST + 1):
            if tries == _TRIES:
                break
            spend(200)
            rest = cancelled(
                Binary(
                    "/",
                    Binary("*", term, growing.written),
                    Power(growing.exponent, numeral(power)),
                )
            )
            if rest is None or not seems_to_settle(rest, limiter):
                continue
            tries += 1
            found = limit_after_rewriting(rest, limiter)
            if found is None:
                continue
            name, exponent = (
                limiter.name,
                real(growing.exponent, limiter.inner),
            )
            small = f"({exponent}) ^ ({power} : ℕ) / Real.exp ({exponent})"
            equation = (
                f"({real(term, limiter.inner)} : ℝ) = ({real(rest, limiter.inner)}) * ({small})"
            )
            tends = (
                f"(Filter.Tendsto.comp {_order(power)} {growing.grows} : Tendsto (fun {name} : ℝ "
                f"=> {small}) ({limiter.filter}) (𝓝 0))"
            )
            product = f"(Shomei.tendsto_value (Shomei.tendsto_mul {found} {tends}) (mul_zero _))"
            return limiter.typed(
                term,
                (
                    f"Shomei.tendsto_of_eq {product} "
                    f"{_near(growing, power, needed, equation, limiter)}"
                ),
                "(𝓝 0)",
            )
    return None


def _near(growing: Growing, power: int, needed: str, equation: str, limiter: Limiter) -> str:
    """A proof that `equation` holds near the point: by the form of the exponential there, and
    because the exponent is positive.
    """
    name, exponent = (
        limiter.name,
        real(growing.exponent, limiter.inner),
    )
    _, base = base_fact(limiter)
    together, pattern = (
        (
            f"(Filter.Eventually.and (Filter.Tendsto.eventually {growing.grows} "
            f"(Shomei.eventually_gt_atTop 0)) {base})"
        ),
        "⟨above, near⟩",
    )
    if needed and growing.need:
        # Typed: of numerals, `0 < 2` could be one of any numbers.
        first = f"({needed} : {holds_near(limiter, growing.need)})"
        together, pattern = f"(Filter.Eventually.and {first} {together})", f"⟨at0, {pattern}⟩"
    steps = (
        (
            f"have same : Real.exp ({exponent}) = {real(growing.written, limiter.inner)} := "
            f"{growing.same}"
        ),
        f"have positive := Real.exp_pos ({exponent})",
        f"have apart := LT.lt.ne' (pow_pos above {power})",
        "grind",
    )
    return (
        f"(Filter.Eventually.mono {together} (fun {name} {pattern} => (by {'; '.join(steps)} : "
        f"{equation})))"
    )


def limit_after_rewriting(term: Expression, limiter: Limiter) -> str | None:
    """A proof that `term` has some limit: by the limits of its parts, or in another form."""
    found = limiter.limit(term)
    if found is not None:
        return found.proof
    name = limiter.name
    _, base = base_fact(limiter)
    for other in simpler(term, limiter):
        found = limiter.limit(other)
        if found is not None:
            equation = relation(Relation("=", term, other), limiter.inner)
            near = f"(Filter.Eventually.mono {base} (fun {name} near => (by grind : {equation})))"
            return limiter.typed(
                term,
                f"Shomei.tendsto_of_eq {found.proof} {near}",
                f"(𝓝 ({real(found.value, limiter.setting.notation)}))",
            )
    return None


def squeezed(term: Expression, limiter: Limiter) -> str | None:
    """A proof that the product of a term between -1 and 1, such as a sine, and a term that tends to
    0 tends to 0.
    """
    match term:
        case Binary(operator="*", left=a, right=b):
            pairs = [(a, b), (b, a)]
        case Binary(operator="/", left=a, right=b):
            pairs = [(a, Binary("/", ONE, b))]
        case _:
            return None
    for bounded, other in pairs:
        bounds = _unit_bounds(bounded)
        if bounds is None or not isinstance(bounded, Apply):
            continue
        found = limiter.limit(other)
        if found is None or not limiter.same(found.value, ZERO):
            continue
        name = limiter.name
        size, whole = f"abs ({real(other, limiter.inner)})", real(term, limiter.inner)
        small = (
            f"(Shomei.tendsto_value (Shomei.tendsto_abs {limiter.retarget(found, ZERO)}) "
            "(abs_of_nonneg (le_refl (0 : ℝ))))"
        )
        shown = _at_most(bounded, bounds, real(other, limiter.inner), limiter)
        lower = f"(Filter.Eventually.of_forall fun {name} => ({shown} : -{size} ≤ {whole}))"
        upper = f"(Filter.Eventually.of_forall fun {name} => ({shown} : {whole} ≤ {size}))"
        negative = f"(Shomei.tendsto_value (Shomei.tendsto_neg {small}) (by grind : -(0 : ℝ) = 0))"
        return limiter.typed(term, f"Shomei.squeeze {negative} {small} {lower} {upper}", "(𝓝 0)")
    return None


def _unit_bounds(term: Expression) -> Bounds | None:
    """The bounds of an operation with values between -1 and 1, as lemmas."""
    bounds = OPERATIONS[term.operation].bounds if isinstance(term, Apply) else None
    if bounds is None or bounds.lower != -1 or bounds.upper != 1:
        return None
    return bounds if bounds.lower_lemma and bounds.upper_lemma else None


def _at_most(bounded: Apply, bounds: Bounds, other: str, limiter: Limiter) -> str:
    """A proof that a term between -1 and 1 times `other` lies between `-|other|` and `|other|`, by
    the sign of `other`.
    """
    value, inside = real(bounded, limiter.inner), real(bounded.arguments[0], limiter.inner)
    least = f"(by have bound := {bounds.lower_lemma} ({inside}); grind : 0 ≤ 1 + {value})"
    most = f"(by have bound := {bounds.upper_lemma} ({inside}); grind : 0 ≤ 1 - {value})"

    def by_sign(size: str, sign: str) -> str:
        return (
            f"(fun sign => (by rw [{size} sign]; have least := mul_nonneg {least} {sign}; have "
            f"most := mul_nonneg {most} {sign}; grind))"
        )

    above, below = (
        by_sign("abs_of_nonneg", f"(sign : 0 ≤ {other})"),
        by_sign("abs_of_nonpos", f"(by grind : 0 ≤ -({other}))"),
    )
    return f"(le_total 0 ({other})).elim {above} {below}"
