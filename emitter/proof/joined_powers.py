"""Powers of one base in a product, joined into one: `x^{n-2} x^2` is `x^n`.

Multiplying out leaves them side by side, since their exponents are natural numbers of which Lean
must know that the difference is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import as_argument, natural, real
from shomei.emitter.proof.setting import Setting
from shomei.terms.literals import E, is_integer, numeral
from shomei.terms.nodes import Expression, Power
from shomei.terms.polynomials import Monomial, Polynomial
from shomei.terms.recurrence import plus
from shomei.terms.walk import free_variables


@dataclass(frozen=True, slots=True)
class Joined:
    """`base^exponent` times `base^more`, in a product."""

    base: Expression
    exponent: Expression
    more: int

    @property
    def whole(self) -> Power:
        """The power that they are together."""
        return Power(self.base, plus(self.exponent, self.more))


def joined(
    groups: Sequence[tuple[Monomial, Polynomial]], index: str, setting: Setting
) -> tuple[list[tuple[Monomial, Polynomial]], list[Joined]]:
    """The monomials with their coefficients, where powers of one base that depends on `index` are
    joined, and what was joined.
    """
    found: dict[Monomial, Polynomial] = {}
    every: list[Joined] = []
    for monomial, coefficient in groups:
        powers = dict(monomial)
        for factor, order in monomial:
            pair = _pair(factor, order, powers, index, setting)
            if pair is not None:
                every.append(pair)
                del powers[factor], powers[pair.base]
                powers[pair.whole] = 1
        group = found.setdefault(tuple(powers.items()), {})
        for constant, value in coefficient.items():
            group[constant] = group.get(constant, 0) + value
    return list(found.items()), list(dict.fromkeys(every))


def _pair(
    factor: Expression, order: int, powers: dict[Expression, int], index: str, setting: Setting
) -> Joined | None:
    """A power with a natural exponent that is no number, and the other power of its base."""
    if order != 1 or not isinstance(factor, Power) or factor.base == E:
        return None
    more = powers.get(factor.base, 0)
    varies = index in free_variables(factor.base) and index not in free_variables(factor.exponent)
    whole = is_integer(factor.exponent, setting.notation.naturals)
    return Joined(factor.base, factor.exponent, more) if more > 0 and varies and whole else None


def joined_lines(every: Sequence[Joined], setting: Setting) -> list[Have]:
    """`have`s that the powers are products, in a setting that has the index."""
    lines: list[Have] = []
    for place, each in enumerate(every):
        base = as_argument(real(each.base, setting.notation))
        exponent = as_argument(natural(each.exponent, setting.notation))
        both = f"{exponent} + {each.more}"
        whole = as_argument(natural(each.whole.exponent, setting.notation))
        more = natural(numeral(each.more), setting.notation)
        statement = f"{base} ^ {whole} = {base} ^ {exponent} * {base} ^ ({more} : ℕ)"
        same = f"congrArg (fun power : ℕ => {base} ^ power) (by omega : {whole} = {both})"
        proof = f"Eq.trans ({same}) (pow_add {base} {exponent} {more})"
        lines.append(Have(f"power{place}", statement, proof))
    return lines
