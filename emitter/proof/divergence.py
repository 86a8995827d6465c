"""Terms that grow or fall without bound near a point, by their form.

`grows(limiter, term, 1)` is a proof of `Tendsto (fun h => term) filter atTop`, and with -1 of the
same for `-term`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from shomei.emitter.proof.monomials import total
from shomei.operations.operation import Arguments, Operation
from shomei.operations.registry import applied
from shomei.terms.literals import ONE, ZERO, integer_value, numeral
from shomei.terms.nodes import (
    Binary,
    Expression,
    Infinity,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.polynomials import Expansion, Polynomial
from shomei.terms.walk import free_variables

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter

#: The highest degree of a polynomial that is looked into.
_HIGHEST = 12


def diverges(limiter: Limiter, term: Expression) -> tuple[int, str] | None:
    """(+1 or -1, proof) if `term` tends to plus or minus infinity."""
    if limiter.approach.variable not in free_variables(term):
        return None
    up = grows(limiter, term, 1)
    if up is not None:
        return 1, up
    down = grows(limiter, term, -1)
    if down is None:
        return None
    return -1, _rewritten(limiter, term, f"(Shomei.tendsto_atBot_neg {down})", "atBot")


def grows(limiter: Limiter, term: Expression, sign: int) -> str | None:
    """A proof that `sign * term` (written `term` or `-term`) tends to plus infinity."""
    if limiter.approach.variable not in free_variables(term):
        return None
    function = applied(term)
    if function is not None:
        return _operation_grows(limiter, term, sign, *function)
    if isinstance(term, Variable):
        return _itself_grows(limiter, sign)
    if isinstance(term, Power):
        exponent = integer_value(term.exponent)
        above_zero = exponent is not None and exponent >= 1
        return _power_grows(limiter, term.base, exponent, sign) if exponent and above_zero else None
    match term:
        case Negation(operand=a):
            up = grows(limiter, a, -sign)
            return (
                up if sign > 0 or up is None else _rewritten(limiter, Negation(term), up, "atTop")
            )
        case Binary(operator="+", left=a, right=b):
            found = _sum_grows(limiter, (a, sign), (b, sign), _signed(term, sign))
            return found or _polynomial_grows(limiter, term, sign)
        case Binary(operator="-", left=a, right=b):
            found = _sum_grows(limiter, (a, sign), (b, -sign), _signed(term, sign))
            return found or _polynomial_grows(limiter, term, sign)
        case Binary(operator="*", left=a, right=b):
            return _product_grows(limiter, a, b, sign, _signed(term, sign))
        case Binary(operator="/", left=a, right=b):
            return _quotient_grows(limiter, a, b, sign, _signed(term, sign))
        case _:
            return None


def _itself_grows(limiter: Limiter, sign: int) -> str | None:
    """A proof that `sign` times the variable tends to plus infinity."""
    point = limiter.approach.point
    if not isinstance(point, Infinity) or (sign > 0) != point.positive:
        return None
    return "Filter.tendsto_id" if sign > 0 else "(Shomei.tendsto_atTop_neg Filter.tendsto_id)"


def _operation_grows(
    limiter: Limiter, term: Expression, sign: int, operation: Operation, arguments: Arguments
) -> str | None:
    """An operation whose argument tends to a point where it grows (or, for a negative `sign`,
    falls) without bound.
    """
    for end in operation.ends:
        if not isinstance(end.value, Infinity) or end.value.positive != (sign > 0):
            continue
        gone = _goes(limiter, arguments[-1], end.at)
        if gone is None:
            continue
        proof = end.proof.replace("{1}", gone)
        if sign > 0:
            return limiter.typed(term, proof, "atTop")
        return limiter.typed(Negation(term), f"Shomei.tendsto_atTop_neg ({proof})", "atTop")
    return None


def _goes(limiter: Limiter, a: Expression, to: Literal["+oo", "-oo", "0+"]) -> str | None:
    """A proof that `a` tends to infinity, or to 0 from above."""
    if to == "+oo":
        return grows(limiter, a, 1)
    if to == "-oo":
        down = grows(limiter, a, -1)
        return down and _rewritten(limiter, a, f"(Shomei.tendsto_atBot_neg {down})", "atBot")
    reached = limiter.limit(a)
    above = (
        limiter.eventually(Relation(">", a, ZERO))
        if reached and limiter.same(reached.value, ZERO)
        else None
    )
    if reached is None or above is None:
        return None
    return f"(Shomei.tendsto_right {limiter.retarget(reached, ZERO)} {above})"


def _power_grows(limiter: Limiter, base: Expression, exponent: int, sign: int) -> str | None:
    power = _signed(Power(base, numeral(exponent)), sign)
    if sign > 0 and (up := grows(limiter, base, 1)):
        return limiter.typed(
            power, f"Shomei.tendsto_atTop_pow (n := {exponent}) (by omega) {up}", "atTop"
        )
    if (sign > 0) == (exponent % 2 == 0) and (down := grows(limiter, base, -1)):
        return _rewritten(
            limiter,
            power,
            f"(Shomei.tendsto_atTop_pow (n := {exponent}) (by omega) {down})",
            "atTop",
        )
    return None


def _sum_grows(
    limiter: Limiter, one: tuple[Expression, int], other: tuple[Expression, int], total: Expression
) -> str | None:
    """A proof that `total`, the sum of two terms with their signs, grows: both do, or one does
    and the other has a limit.
    """
    up, also = grows(limiter, *one), grows(limiter, *other)
    if up and also:
        return _rewritten(limiter, total, f"(Shomei.tendsto_atTop_add_atTop {up} {also})", "atTop")
    rest = other if up else one
    growing = up or also
    bounded = limiter.limit(_signed(*rest)) if growing else None
    if bounded is None:
        return None
    return _rewritten(
        limiter, total, f"(Shomei.tendsto_atTop_add {growing} {bounded.proof})", "atTop"
    )


def _polynomial_grows(limiter: Limiter, term: Expression, sign: int) -> str | None:
    """A polynomial by its form `(a x + b) x + c`, each part of which grows or falls."""
    name = limiter.approach.variable
    form = _by_coefficients(term, name) or _with_letters(term, name)
    if form is None or form == term:
        return None
    up = grows(limiter, form, sign)
    return up and _rewritten(limiter, _signed(term, sign), up, "atTop")


def _by_coefficients(term: Expression, name: str) -> Expression | None:
    """A polynomial with numbers for coefficients as `(a x + b) x + c`."""
    found = coefficients(term, name)
    if found is None or len(found) < 3:
        return None
    variable = Variable(name)
    form: Expression = _literal(found[-1])
    for coefficient in reversed(found[:-1]):
        form = Binary("*", form, variable) if form != ONE else variable
        if coefficient:
            operator: Literal["+", "-"] = "+" if coefficient > 0 else "-"
            form = Binary(operator, form, _literal(abs(coefficient)))
    return form


def _with_letters(term: Expression, name: str) -> Expression | None:
    """The same with letters in the coefficients."""
    variable = Variable(name)
    by_degree: dict[int, Polynomial] = {}
    for monomial, value in _POWERS.of(term).items():
        powers = dict(monomial)
        degree = powers.pop(variable, 0)
        if not 0 <= degree <= _HIGHEST or any(name in free_variables(each) for each in powers):
            return None
        by_degree.setdefault(degree, {})[tuple(powers.items())] = value
    highest = max(by_degree, default=0)
    if highest < 2:
        return None
    form = total(by_degree[highest])
    for degree in reversed(range(highest)):
        form = Binary("*", form, variable) if form != ONE else variable
        if degree in by_degree:
            form = Binary("+", form, total(by_degree[degree]))
    return form


def _literal(value: Fraction) -> Expression:
    return Number(value) if value >= 0 else Negation(Number(-value))


class _Powers(Expansion):
    """Multiplies out polynomials of the degrees that are written out."""

    highest = _HIGHEST


_POWERS: Final = _Powers()


def coefficients(term: Expression, variable: str) -> list[Fraction] | None:
    """The coefficients of a polynomial, from the constant on; None if it has others than numbers,
    or is of a degree over 12.
    """
    if set(free_variables(term)) - {variable}:
        return None
    found = [Fraction(0)]
    for monomial, coefficient in _POWERS.of(term).items():
        match monomial:
            case ():
                degree = 0
            case ((Variable(name=name), degree),) if name == variable and degree <= _HIGHEST:
                pass
            case _:
                return None
        found += [Fraction(0)] * (degree + 1 - len(found))
        found[degree] = coefficient
    return found


def _product_grows(
    limiter: Limiter, a: Expression, b: Expression, sign: int, product: Expression
) -> str | None:
    for first, second in ((a, b), (b, a)):
        for own in (1, -1):
            up = grows(limiter, first, own)
            if up is None:
                continue
            also = grows(limiter, second, own * sign)
            if also is not None:
                return _rewritten(
                    limiter, product, f"(Shomei.tendsto_atTop_mul {up} {also})", "atTop"
                )
            factor = limiter.limit(_signed(second, own * sign))
            above = factor and _positive(limiter, factor.value)
            if factor and above:
                return _rewritten(
                    limiter,
                    product,
                    f"(Shomei.tendsto_atTop_mul_pos {up} {factor.proof} {above})",
                    "atTop",
                )
    return None


def _quotient_grows(
    limiter: Limiter, a: Expression, b: Expression, sign: int, quotient: Expression
) -> str | None:
    q = limiter.limit(b)
    if q is None:
        return None
    if not limiter.same(q.value, ZERO):
        if a == ONE:  # it has a limit
            return None
        return _product_grows(limiter, a, Binary("/", ONE, b), sign, quotient)
    for own in (1, -1):
        p = limiter.limit(_signed(a, own * sign))
        above = p and _positive(limiter, p.value)
        beyond = limiter.eventually(Relation(">", _signed(b, own), ZERO)) if above else None
        small = limiter.limit(_signed(b, own)) if beyond else None
        if p and small:
            reciprocal = f"(Shomei.tendsto_atTop_one_div {limiter.retarget(small, ZERO)} {beyond})"
            return _rewritten(
                limiter,
                quotient,
                f"(Shomei.tendsto_atTop_mul_pos {reciprocal} {p.proof} {above})",
                "atTop",
            )
    return None


def _positive(limiter: Limiter, value: Expression) -> str | None:
    """A proof that a limit is positive."""
    return limiter.shown(Relation(">", value, ZERO))


def _rewritten(limiter: Limiter, term: Expression, proof: str, target: str) -> str:
    """`proof`, of another form of `term`, as a proof for `term`."""
    return limiter.typed(
        term,
        f"Shomei.tendsto_of_eq {proof} (Filter.Eventually.of_forall fun _ => by grind)",
        target,
    )


def _signed(term: Expression, sign: int) -> Expression:
    return term if sign > 0 else Negation(term)
