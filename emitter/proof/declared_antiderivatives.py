"""Antiderivatives of what declared functions are the derivatives of, and of powers by a letter.

sympy knows neither: `f'(x)` has the antiderivative `f(x)`, `f'(x) g(x) + f(x) g'(x)` has
`f(x) g(x)`, and `x^n` has `x^{n+1} / (n + 1)`.
"""

from __future__ import annotations

from shomei.emitter.proof.functions import rewritings
from shomei.emitter.proof.monomials import polynomial, product, total
from shomei.emitter.proof.setting import Setting
from shomei.symbolic import antiderivative
from shomei.terms.literals import ONE, is_natural, numeral
from shomei.terms.nodes import Binary, Call, DerivativeAt, Expression, Power, Variable
from shomei.terms.polynomials import Monomial, Polynomial, TooMany
from shomei.terms.walk import free_variables


def declared_antiderivative(term: Expression, variable: str, setting: Setting) -> Expression | None:
    """An antiderivative of a sum of multiples of such terms, and of others that sympy knows."""
    try:
        left = polynomial(term)
    except TooMany:
        return None
    found: list[Expression] = []
    while left:
        monomial = next(iter(left))
        part = _part(monomial, left, variable, setting)
        if part is None:
            return None
        primitive, used = part
        found.append(primitive)
        left = {each: value for each, value in left.items() if each not in used}
    whole = found[0] if found else numeral(0)
    for each in found[1:]:
        whole = Binary("+", whole, each)
    return whole


def _part(
    monomial: Monomial, terms: Polynomial, variable: str, setting: Setting
) -> tuple[Expression, tuple[Monomial, ...]] | None:
    """An antiderivative of one monomial, or of two that are the derivative of a product; and
    these.
    """
    coefficient = terms[monomial]
    varying = tuple(each for each in monomial if variable in free_variables(each[0]))
    constant = tuple(each for each in monomial if variable not in free_variables(each[0]))
    factor = total({constant: coefficient})
    for place, (each, order) in enumerate(varying):
        others = (*varying[:place], *varying[place + 1 :])
        before = _before(each, variable, setting)
        if before is None or order != 1:
            continue
        if not others:
            return _times(factor, before), (monomial,)
        if len(others) == 1 and others[0][1] == 1:
            (other, _) = others[0]
            after = _after(other)
            if other == before:
                square = Binary("/", Power(before, numeral(2)), numeral(2))
                return _times(factor, square), (monomial,)
            factors = ((before, 1), (after, 1), *constant) if after is not None else ()
            partner = _joined(factors)
            if after is not None and terms.get(partner) == coefficient:
                return _times(factor, Binary("*", before, other)), (monomial, partner)
    match varying:
        case ((Power(base=Variable(name=name), exponent=exponent), 1),) if (
            name == variable
            and variable not in free_variables(exponent)
            and is_natural(exponent, setting.notation.naturals)
        ):
            next_ = Binary("+", exponent, ONE)
            raised = Binary("/", Power(Variable(variable), next_), next_)
            return _times(factor, raised), (monomial,)
        case _:
            plain = antiderivative(product(varying), variable)
            return None if plain is None else (_times(factor, plain), (monomial,))


def _times(factor: Expression, term: Expression) -> Expression:
    return term if factor == ONE else Binary("*", factor, term)


def _joined(factors: Monomial) -> Monomial:
    return tuple(sorted(factors, key=repr))


def _before(term: Expression, variable: str, setting: Setting) -> Expression | None:
    """The declared function of which `term` is the derivative, at the variable."""
    same = [term]
    if isinstance(term, Call):
        same += [other for other, _ in rewritings(term, setting.notation)]
    for each in same:
        match each:
            case DerivativeAt(name=name, orders=(order,), arguments=(Variable(name=at),)) if (
                at == variable
            ):
                there = (Variable(variable),)
                return Call(name, there) if order == 1 else DerivativeAt(name, (order - 1,), there)
            case _:
                pass
    return None


def _after(term: Expression) -> Expression | None:
    """The derivative of a declared function at its variable."""
    match term:
        case Call(name=name, arguments=(Variable(),) as there):
            return DerivativeAt(name, (1,), there)
        case DerivativeAt(name=name, orders=(order,), arguments=(Variable(),) as there):
            return DerivativeAt(name, (order + 1,), there)
        case _:
            return None
