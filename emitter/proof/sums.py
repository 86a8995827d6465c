"""Finite sums and products: the laws of `Finset.sum` and `Finset.prod`.

The rules are those of `Shomei.SpecialFunctions`: splitting off a last term (`sum_Icc_succ`), one
term (`sum_Icc_self`), no term (`sum_Icc_of_lt`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import (
    GRIND,
    Have,
    Rw,
    Try,
)
from shomei.emitter.lean.term import Notation, Unprintable, interval, natural, real, relation
from shomei.emitter.proof.laws import Lemma
from shomei.emitter.proof.setting import Setting
from shomei.terms.literals import exact_value, integer_value, numeral
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Expression,
    Relation,
)
from shomei.terms.recurrence import at, parted, plus
from shomei.terms.walk import free_variables, subterms

_LONGEST = 12


def big_operators(terms: tuple[Expression, ...]) -> list[BigOperator]:
    """The sums and products in `terms`, each once, inner ones first."""
    found: dict[BigOperator, None] = {}
    for term in terms:
        for part in subterms(term):
            if isinstance(part, BigOperator):
                found[part] = None
    return list(found)


def unroll(sum_: BigOperator, setting: Setting, name: str) -> list[Lemma]:
    """Facts about a sum from its bounds: no term, one term, all terms between literals, or the last
    term split off for `n + 1` and the like.
    """
    low, high = integer_value(sum_.lower), _whole(sum_.upper)
    if low is not None and high is not None and 0 <= high - low <= _LONGEST:
        lines: list[Lemma] = []
        for top in range(low, high + 1):
            lines += _last(replace(sum_, upper=numeral(top)), low, top, setting, f"{name}_{top}")
        return lines
    inner, more = parted(sum_.upper)
    if inner is None or more < 1:
        return []
    shorter = replace(sum_, upper=plus(inner, more - 1))
    return [_stated(sum_, shorter, at(sum_.body, sum_.index, sum_.upper), setting, name)]


def _whole(bound: Expression) -> int | None:
    """The value of a bound without letters: of `0 + 1`, at the beginning of an induction, too."""
    value = exact_value(bound)
    return int(value) if value is not None and value.denominator == 1 else None


def _kind(sum_: BigOperator) -> str:
    """The name of the operator in Mathlib's and our lemmas."""
    return "sum" if sum_.operator == "sum" else "prod"


def _last(sum_: BigOperator, low: int, top: int, setting: Setting, name: str) -> list[Lemma]:
    body = at(sum_.body, sum_.index, numeral(top))
    if top == low:
        statement = Relation("=", sum_, body)
        raw = f"Shomei.{_kind(sum_)}_Icc_self {_function(sum_, setting)} {top}"
        return [_line(name, statement, raw, setting)]
    shorter = replace(sum_, upper=numeral(top - 1))
    return [_stated(sum_, shorter, body, setting, name, succ=top - 1)]


def _stated(
    sum_: BigOperator,
    shorter: BigOperator,
    term: Expression,
    setting: Setting,
    name: str,
    *,
    succ: int | None = None,
) -> Lemma:
    statement = Relation("=", sum_, Binary("+" if sum_.operator == "sum" else "*", shorter, term))
    upper = str(succ) if succ is not None else natural(shorter.upper, setting.notation)
    raw = (
        f"Shomei.{_kind(sum_)}_Icc_succ {_function(sum_, setting)} (a := "
        f"{natural(sum_.lower, setting.notation)}) (n := ({upper})) (by omega)"
    )
    return _line(name, statement, raw, setting, casts=[cast_of_successor(upper)])


def _function(sum_: BigOperator, setting: Setting) -> str:
    inner = setting.notation.bind(sum_.index, natural=True)
    return f"(fun {identifier(sum_.index)} : ℕ => ({real(sum_.body, inner)} : ℝ))"


def _line(
    name: str, statement: Relation, raw: str, setting: Setting, *, casts: Sequence[str] = ()
) -> Lemma:
    rewritten = (Try(Rw((cast,), at="raw")) for cast in casts)
    proof = by(Have("raw", None, raw), *rewritten, GRIND)
    have = Lemma(name, statement, proof, "terms of the sum")
    have.tactic(setting)  # raises Unprintable here, where it is expected
    return have


def cast_of_successor(before: str) -> str:
    """That the real number `n + 1` is the natural number `n + 1`, for the natural `before` as Lean
    text.
    """
    return f"Nat.cast_add_one ({before})"


def sum_lines(goal: Relation, setting: Setting) -> list[Lemma]:
    """The facts for all sums of `goal`."""
    lines: list[Lemma] = []
    queue = big_operators((goal.left, goal.right))
    seen: set[BigOperator] = set()
    while queue and len(lines) < 40:
        sum_ = queue.pop(0)
        if sum_ in seen or not set(free_variables(sum_)) <= set(setting.variables):
            continue
        seen.add(sum_)
        try:
            lines += unroll(sum_, setting, f"sum{len(seen)}")
        except Unprintable:
            continue
    return lines


def law_lines(goal: Relation, setting: Setting) -> list[Have]:
    """Linearity: the sum of a sum, of a multiple, and sums of terms that are equal."""
    lines: list[Have] = []
    for number, sum_ in enumerate(big_operators((goal.left, goal.right))):
        if sum_.operator != "sum" or not set(free_variables(sum_)) <= set(setting.variables):
            continue
        index = identifier(sum_.index)
        inner = setting.notation.bind(sum_.index, natural=True)
        range_ = f"({interval(sum_.lower, sum_.upper, setting.notation)})"

        def function(body: Expression, index: str = index, inner: Notation = inner) -> str:
            return f"(fun {index} : ℕ => ({real(body, inner)} : ℝ))"

        def add(statement: Relation, proof: str, name: str = f"linear{number}") -> None:
            lines.append(Have(name, relation(statement, setting.notation), proof))

        match sum_.body:
            case Binary(operator="+" | "-" as operator, left=a, right=b):
                lemma = "sum_add_distrib" if operator == "+" else "sum_sub_distrib"
                parts = [replace(sum_, body=a), replace(sum_, body=b)]
                statement = Relation("=", sum_, Binary(operator, parts[0], parts[1]))
                proof = (
                    f"Finset.{lemma}"
                    if operator == "+"
                    else f"Finset.{lemma} {function(a)} {function(b)}"
                )
                add(statement, proof)
            case Binary(operator="*", left=a, right=b) if sum_.index not in free_variables(a):
                statement = Relation("=", sum_, Binary("*", a, replace(sum_, body=b)))
                add(statement, f"Eq.symm (Finset.mul_sum {range_} {function(b)} _)")
            case Binary(operator="*", left=a, right=b) if sum_.index not in free_variables(b):
                statement = Relation("=", sum_, Binary("*", replace(sum_, body=a), b))
                add(statement, f"Eq.symm (Finset.sum_mul {range_} {function(a)} _)")
            case Binary(operator="/", left=a, right=b) if sum_.index not in free_variables(b):
                statement = Relation("=", sum_, Binary("/", replace(sum_, body=a), b))
                add(statement, f"Eq.symm (Finset.sum_div {range_} {function(a)} _)")
            case _:
                pass
    return lines
