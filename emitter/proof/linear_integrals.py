"""Integrals in normal form: linear combinations of integrals of monomials, by the rules of Mathlib
for `intervalIntegral`. What is left is arithmetic with these integrals.

`\\int_a^b (2 f(x) + x) dx` is `2 \\int_a^b f(x) dx + \\int_a^b x dx`; integrals over ranges that
fit together are compared too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from typing import Final

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND, Have, Intro, Refine, Script, Show, script
from shomei.emitter.lean.term import as_argument, function, real, relation, typed
from shomei.emitter.proof.integrals import continuity
from shomei.emitter.proof.joined_powers import Joined, joined, joined_lines
from shomei.emitter.proof.linear_sums import Namer, grouped
from shomei.emitter.proof.monomials import polynomial, product, total
from shomei.emitter.proof.setting import Setting
from shomei.terms.literals import ONE
from shomei.terms.nodes import Binary, Expression, Integral, Negation, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import bound_name, children

#: The most ranges that are put together.
_MOST: Final = 4
#: The variable of every integral: Lean does not tell their names apart.
_SAME: Final = "integrand'"


class NotContinuous(Exception):  # noqa: N818 (an outcome that callers expect)
    """An integrand is not shown to be continuous."""


def integrals_in(terms: Iterable[Expression]) -> list[Integral]:
    """The integrals in some terms that stand in no other binder, each once."""
    return list(dict.fromkeys(each for term in terms for each in _outermost(term)))


def _outermost(term: Expression) -> Iterator[Integral]:
    if isinstance(term, Integral):
        yield term
    elif bound_name(term) is None:
        for part in children(term):
            yield from _outermost(part)


def linear_lines(integrals: Sequence[Integral], setting: Setting) -> Script:
    """The facts that express integrals by those of monomials, and these by one another. Raises
    `TooMany`, `Unprintable` and `NotContinuous`.
    """
    names = Namer("integral")
    lines: list[Have] = []
    atoms: dict[Integral, None] = {}
    for each in integrals:
        lines += _expanded(each, atoms, names, setting)
    return (*lines, *_ranges(list(atoms), names, setting))


def sums_of_two(
    integrals: Sequence[Integral], names: Namer, setting: Setting
) -> Iterator[tuple[Integral, Have]]:
    """The integral of the sum of two integrands over one range, and that it is the sum of the
    integrals: for integration by parts. Raises `NotContinuous`.
    """
    for one, other in combinations(integrals, 2):
        if (one.lower, one.upper) != (other.lower, other.upper):
            continue
        body = substitute(other.body, {other.variable: Variable(one.variable)})
        whole = replace(one, body=Binary("+", one.body, body))
        second = replace(one, body=body)
        proofs = " ".join(_integrable(each, setting) for each in (one, second))
        equation = Relation("=", whole, Binary("+", one, second))
        yield whole, _stated(equation, f"intervalIntegral.integral_add {proofs}", names, setting)


def _expanded(
    whole: Integral, atoms: dict[Integral, None], names: Namer, setting: Setting
) -> Iterator[Have]:
    """The integral as a linear combination, part by part."""
    groups, powers = joined(
        grouped(polynomial(whole.body), whole.variable), whole.variable, setting
    )
    parts = [(total(constant), product(varying)) for varying, constant in groups]
    bodies = [
        factor if body == ONE else body if factor == ONE else Binary("*", factor, body)
        for factor, body in parts
    ]
    if not parts:
        return
    body = _added(bodies)
    if body != whole.body:
        yield _termwise(whole, body, powers, names, setting)
    for place, first in enumerate(bodies[:-1]):
        rest = replace(whole, body=_added(bodies[place:]))
        one, other = replace(whole, body=first), replace(whole, body=_added(bodies[place + 1 :]))
        proofs = " ".join(_integrable(each, setting) for each in (one, other))
        yield _stated(
            Relation("=", rest, Binary("+", one, other)),
            f"intervalIntegral.integral_add {proofs}",
            names,
            setting,
        )
    for (factor, body), scaled in zip(parts, bodies, strict=True):
        own, atom = replace(whole, body=scaled), replace(whole, body=body)
        if body == ONE:
            length = Binary("-", whole.upper, whole.lower)
            value = as_argument(typed(factor, setting.notation))
            yield _stated(
                Relation("=", own, Binary("*", length, factor)),
                f"intervalIntegral.integral_const {value}",
                names,
                setting,
            )
            continue
        atoms[atom] = None
        if factor != ONE:
            value = as_argument(typed(factor, setting.notation))
            mapped = function(whole.variable, body, setting.notation)
            yield _stated(
                Relation("=", own, Binary("*", factor, atom)),
                f"intervalIntegral.integral_const_mul {value} {mapped}",
                names,
                setting,
            )


def _added(bodies: Sequence[Expression]) -> Expression:
    found = bodies[-1]
    for body in reversed(bodies[:-1]):
        found = Binary("+", body, found)
    return found


def _termwise(
    whole: Integral, body: Expression, powers: Sequence[Joined], names: Namer, setting: Setting
) -> Have:
    """The integral of an integrand that is the same at every number."""
    inner = setting.extend((), (whole.variable,))
    same = relation(Relation("=", whole.body, body), inner.notation)
    steps = script(
        Refine("intervalIntegral.integral_congr ?_"),
        Intro((identifier(whole.variable), "_")),
        Show(same),
        joined_lines(powers, inner),
        GRIND,
    )
    statement = relation(Relation("=", whole, replace(whole, body=body)), setting.notation)
    return Have(names.next(), statement, steps)


def _integrable(whole: Integral, setting: Setting) -> str:
    """A proof that the integrand is continuous between the bounds, and so integrable."""
    statement, proof = continuity(whole, setting)
    if proof is None:
        raise NotContinuous
    return f"(ContinuousOn.intervalIntegrable ({proof} : {statement}))"


def _stated(goal: Relation, proof: str, names: Namer, setting: Setting) -> Have:
    return Have(names.next(), relation(goal, setting.notation), proof)


def _ranges(atoms: Sequence[Integral], names: Namer, setting: Setting) -> Iterator[Have]:
    """The integrals of one integrand over the same range, over none, over the range turned round,
    and over two ranges side by side.
    """
    bodies: dict[Expression, dict[tuple[Expression, Expression], Integral]] = {}
    for each in atoms:
        key = substitute(each.body, {each.variable: Variable(_SAME)})
        bodies.setdefault(key, {}).setdefault((each.lower, each.upper), each)
    for own in bodies.values():
        yield from _of_one_integrand(own, names, setting)


def _of_one_integrand(
    own: dict[tuple[Expression, Expression], Integral], names: Namer, setting: Setting
) -> Iterator[Have]:
    done: set[frozenset[Expression]] = set()
    some = next(iter(own.values()))

    def over(low: Expression, high: Expression) -> Integral:
        return replace(some, lower=low, upper=high)

    for low, high in list(own):
        if low == high:
            mapped = function(some.variable, some.body, setting.notation)
            zero = Relation("=", over(low, low), Binary("-", low, low))
            fact = f"(intervalIntegral.integral_same (f := {mapped}))"
            yield _stated(zero, f"Eq.trans {fact} (by grind)", names, setting)
        elif (high, low) in own and frozenset((low, high)) not in done:
            done.add(frozenset((low, high)))
            yield _turned(over(low, high), names, setting)
    ends = list(dict.fromkeys(end for pair in own for end in pair))
    if len(ends) < 3 or len(own) > _MOST:
        return
    seen: set[frozenset[Expression]] = set()
    for a, b, c in permutations(ends, 3):
        corners = frozenset((a, b, c))
        pairs = ((a, b), (b, c), (a, c))
        if corners in seen or not all(
            (low, high) in own or (high, low) in own for low, high in pairs
        ):
            continue
        seen.add(corners)
        for low, high in pairs:
            if (low, high) not in own and frozenset((low, high)) not in done:
                done.add(frozenset((low, high)))
                yield _turned(over(low, high), names, setting)
        yield side_by_side(over(a, b), over(b, c), names, setting)


def side_by_side(first: Integral, second: Integral, names: Namer, setting: Setting) -> Have:
    """That two integrals of one integrand are the integral over both ranges, of which the second
    begins where the first one ends. Raises `NotContinuous`.
    """
    proofs = " ".join(_integrable(each, setting) for each in (first, second))
    both = Relation("=", Binary("+", first, second), replace(first, upper=second.upper))
    lemma = f"intervalIntegral.integral_add_adjacent_intervals {proofs}"
    return _stated(both, lemma, names, setting)


def _turned(whole: Integral, names: Namer, setting: Setting) -> Have:
    """`\\int_b^a = -\\int_a^b`."""
    bounds = " ".join(
        as_argument(real(each, setting.notation)) for each in (whole.lower, whole.upper)
    )
    other = replace(whole, lower=whole.upper, upper=whole.lower)
    statement = Relation("=", other, Negation(whole))
    return _stated(statement, f"intervalIntegral.integral_symm {bounds}", names, setting)
