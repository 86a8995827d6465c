"""Statements about inequalities by a table of signs, as done by hand: the factors of each
difference, and every case of their signs.

A factor that is a sum of squares and a positive number has only one sign, so it needs no case.
Absolute values are expanded by the sign of their contents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, SKIP, Cases, Goal, Have, Line, OnEach, Script, Tactic
from shomei.emitter.lean.term import between_naturals, real, real_relation
from shomei.emitter.proof.laws import saturate
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import nonzero
from shomei.symbolic import Factors, Squares, as_squares, factorisation
from shomei.terms.literals import ONE, ZERO, exact_value, numeral
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Expression,
    Number,
    Relation,
    RelationOperator,
    applies,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, is_limiting, subterms

#: Each factor has three cases, all of them for `grind`.
_MOST_CUTS = 3
#: Cuts that are lines in one variable divide its line into few parts.
_MOST_ZEROS = 5
_MOST_LINES = 60
_SQUARES = "sums of squares are not negative"
_TABLE = "signs of the factors"
_TURNED = by(Have("turned", None, "inv_pos.mpr (neg_pos.mpr yes)"), GRIND)


@dataclass
class _Table:
    """The lines of the script so far, and the factors whose signs distinguish the cases."""

    setting: Setting
    lines: list[Have] = field(default_factory=list)
    cuts: dict[Expression, None] = field(default_factory=dict)
    settled: dict[Expression, bool] = field(default_factory=dict)
    products: dict[tuple[Expression, Expression], None] = field(default_factory=dict)

    def text(self, term: Expression) -> str:
        return real(term, self.setting.notation)

    def have(self, name: str, statement: str, proof: str) -> None:
        self.lines.append(Have(f"{name}{len(self.lines)}", statement, proof))

    def settle(self, factor: Expression) -> bool:
        """Whether the factor has one sign everywhere, which its line states. For one that may also
        be 0, the lines state when.
        """
        if factor not in self.settled:
            found = as_squares(factor)
            self.settled[factor] = found is not None and found.sign * found.rest > 0
            if found is not None and (
                self.settled[factor] or (found.rest == 0 and len(found.roots) > 1)
            ):
                self._definite(factor, found)
        return self.settled[factor]

    def _definite(self, factor: Expression, found: Squares) -> None:
        operator: RelationOperator = (
            (">" if found.sign > 0 else "<") if found.rest else (">=" if found.sign > 0 else "<=")
        )
        squares = by(
            *(
                Have(f"square{i}", None, f"mul_self_nonneg ({self.text(root)} : ℝ)")
                for i, root in enumerate(found.roots)
            ),
            GRIND,
        )
        self.have(
            "definite",
            real_relation(Relation(operator, factor, ZERO), self.setting.notation),
            f"({squares})",
        )
        for root in () if found.rest else found.roots:
            proof = f"(mul_eq_zero.mp (le_antisymm ({squares}) (mul_self_nonneg _))).elim id id"
            self.have(
                "only", f"{self.text(factor)} = 0 → {self.text(root)} = 0", f"fun zero => {proof}"
            )

    def product(self, left: Expression, right: Expression) -> Expression:
        """The product, with the lines that derive its sign from those of its factors."""
        if (left, right) not in self.products:
            self.products[left, right] = None
            p, q = self.text(left), self.text(right)
            for one, other, sign, lemma in (
                (f"0 < {p}", f"0 < {q}", "0 < {}", "mul_pos"),
                (f"0 < {p}", f"{q} < 0", "{} < 0", "mul_neg_of_pos_of_neg"),
                (f"{p} < 0", f"0 < {q}", "{} < 0", "mul_neg_of_neg_of_pos"),
                (f"{p} < 0", f"{q} < 0", "0 < {}", "mul_pos_of_neg_of_neg"),
            ):
                self.have(
                    "sign",
                    f"{one} → {other} → {sign.format(f'(({p}) * ({q}) : ℝ)')}",
                    f"fun one other => {lemma} one other",
                )
            for factor, side in ((p, "inl"), (q, "inr")):
                self.have(
                    "zero",
                    f"{factor} = 0 → (({p}) * ({q}) : ℝ) = 0",
                    f"fun zero => mul_eq_zero.mpr (Or.{side} zero)",
                )
        return Binary("*", left, right)


def square_proofs(
    goal: Relation, setting: Setting, given: Sequence[Tactic]
) -> Iterator[tuple[Script, str]]:
    """A script for an inequality whose difference is, or has as a factor, a sum of squares and a
    number.
    """
    table = _Table(setting)
    found = _factors(goal) if _is_order(goal, setting) else None
    for factor, _ in found.above if found else ():
        table.settle(factor)
    if table.lines:
        yield (*given, *table.lines, GRIND), _SQUARES


def table_proofs(
    goals: Sequence[Relation], setting: Setting, given: Sequence[Tactic]
) -> Iterator[tuple[Script, str]]:
    """A script for a statement with parts `goals`, some of them inequalities; the hypotheses enter
    the table too.
    """
    if not any(_is_order(goal, setting) for goal in goals):
        return
    hypotheses = (known.relation for known in setting.known)
    parts = [part for part in dict.fromkeys((*goals, *hypotheses)) if not _strange(part, setting)]
    table = _Table(setting)
    terms = [side for part in parts for side in (part.left, part.right)]
    for inside in dict.fromkeys(
        part.arguments[0] for term in terms for part in subterms(term) if applies(part, "abs")
    ):
        u = table.text(inside)
        found = factorisation(inside)
        table.cuts.update((factor, None) for factor, _ in (found.above if found else ()))
        for condition, value, proof in (
            (f"0 < {u}", u, "abs_of_pos yes"),
            (f"{u} = 0", u, "abs_of_nonneg (le_of_eq (Eq.symm yes))"),
            (f"{u} < 0", f"-({u})", "abs_of_neg yes"),
        ):
            table.have("abs", f"{condition} → abs ({u}) = {value}", f"fun yes => {proof}")
    for part in parts:
        _add(part, table)
    most = _MOST_ZEROS if _are_zeros(table.cuts) else _MOST_CUTS
    if not 0 < len(table.cuts) <= most or not 0 < len(table.lines) <= _MOST_LINES:
        return
    laws = saturate(terms, setting, rounds=1, skip=frozenset({"inequality", "rpow_def"}))
    yield (
        (
            *given,
            *(law.tactic(setting) for law in laws),
            *table.lines,
            *_cases(list(table.cuts), table),
        ),
        _TABLE,
    )


def _add(part: Relation, table: _Table) -> None:
    """Enters one relation into the table: the cuts, and the signs of the products in its
    difference.
    """
    found = _factors(part)
    if found is None:
        return
    factors = [factor for factor, _ in (*found.above, *found.below)]
    plain = [
        factor for factor in factors if not any(applies(sub, "abs") for sub in subterms(factor))
    ]
    table.cuts.update((factor, None) for factor in plain if not table.settle(factor))
    if len(plain) < len(factors):
        return
    product: Expression | None = None
    for factor in (factor for factor, times in found.above for _ in range(times)):
        product = factor if product is None else table.product(product, factor)
    for factor in (factor for factor, times in found.below for _ in range(times)):
        q = table.text(factor)
        table.have("up", f"0 < {q} → (0 : ℝ) < 1 / ({q})", "fun yes => one_div_pos.mpr yes")
        table.have(
            "down",
            f"{q} < 0 → (1 / ({q}) : ℝ) < 0",
            f"fun yes => ({_TURNED})",
        )
        inverse = Binary("/", ONE, factor)
        product = inverse if product is None else table.product(product, inverse)
    if found.below and product is not None:
        apart = [nonzero(factor, table.setting) for factor, _ in found.below]
        if all(apart):
            known = (Have(f"apart{i}", None, proof) for i, proof in enumerate(apart) if proof)
            scale = f"{'-' if found.scale < 0 else ''}{table.text(Number(abs(found.scale)))}"
            table.have(
                "same",
                f"{table.text(_difference(part))} = {scale} * ({table.text(product)})",
                f"({by(*known, GRIND)})",
            )


def _difference(part: Relation) -> Expression:
    return Binary("-", part.right, part.left)


@lru_cache(maxsize=256)
def _factors(part: Relation) -> Factors | None:
    """Those of the difference of the sides: asked for by squares and by the table, and again for
    each step that has the same hypotheses.
    """
    return factorisation(_difference(part))


def _cases(cuts: Sequence[Expression], table: _Table) -> Script:
    """The end of the script: every case of the signs of the cuts. If they are lines in one
    variable, the place of the variable among their zeros suffices.
    """
    zeros = {cut: zero for cut in cuts if (zero := _zero(cut)) is not None}
    if len(zeros) < len(cuts) or len({name for name, _ in zeros.values()}) != 1:
        return (OnEach((*(_signs(cut, "case", table) for cut in cuts), GRIND)),)
    ordered = sorted(cuts, key=lambda cut: zeros[cut][1])
    script: Script = ()
    for position, cut in reversed(list(enumerate(ordered))):
        beyond = (
            Have(f"beyond{i}", f"{table.text(later)} < 0", "(by grind)")
            for i, later in enumerate(ordered[position + 1 :])
        )
        below = Goal((Line((*beyond, GRIND)),))
        above = Goal((SKIP, *script) if script else (GRIND,))
        script = (_signs(cut, f"case{position}", table), below, below, above)
    return script


def _signs(cut: Expression, name: str, table: _Table) -> Cases:
    """The cut less than 0, equal to it, and greater."""
    return Cases(f"lt_trichotomy ({table.text(cut)} : ℝ) 0", (name, name, name))


def _are_zeros(cuts: Iterable[Expression]) -> bool:
    """Whether all cuts are lines in the same variable."""
    zeros = [_zero(cut) for cut in cuts]
    return all(zeros) and len({zero[0] for zero in zeros if zero}) == 1


def _zero(cut: Expression) -> tuple[str, Fraction] | None:
    """The variable of a rising line, and its zero."""
    names = list(free_variables(cut))
    if len(names) != 1:
        return None
    values = [
        exact_value(substitute(cut, {names[0]: numeral(at)}), quotients=True) for at in range(3)
    ]
    match values:
        case [Fraction() as first, Fraction() as second, Fraction() as third] if (
            second > first and third - second == second - first
        ):
            return names[0], -first / (second - first)
    return None


def _is_order(part: Relation, setting: Setting) -> bool:
    return part.operator not in ("=", "!=") and not _strange(part, setting)


def _strange(part: Relation, setting: Setting) -> bool:
    """Whether a relation is between naturals, or contains something that is not a function of its
    variables alone.
    """
    sides = (part.left, part.right)
    inside = {name for side in sides for name in free_variables(side)}
    return (
        between_naturals(part, setting.notation)
        or not inside <= set(setting.variables)
        or any(
            is_limiting(side) or any(isinstance(sub, BigOperator) for sub in subterms(side))
            for side in sides
        )
    )
