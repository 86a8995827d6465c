"""Facts for `grind` about the relations in a statement with connectives: factors, logarithms,
orders.

Equations that reduce to a product are given to `grind` with their factors: it splits `a b = 0` once
`mul_eq_zero` is stated for it.
"""

from __future__ import annotations

from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import real, real_relation
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import nonnegative, nonzero, positive
from shomei.operations.spelling import normalise_relation
from shomei.symbolic import factors
from shomei.terms.literals import ZERO, E
from shomei.terms.nodes import (
    Apply,
    Binary,
    Connective,
    Expression,
    Power,
    Relation,
    Statement,
    applies,
)
from shomei.terms.walk import free_variables, subterms


def relations_of(statement: Statement) -> tuple[Relation, ...]:
    """The relations in `statement`, in reading order and in the spelling of `normalise`."""
    match statement:
        case Relation():
            return (normalise_relation(statement),)
        case Connective(left=p, right=q):
            return relations_of(p) + relations_of(q)
        case _:
            return ()


def zero_products(statement: Statement, setting: Setting) -> list[Have]:
    """`product_lines` of all relations in `statement`."""
    return [
        line
        for number, part in enumerate(relations_of(statement))
        for line in product_lines(part, setting, number)
    ]


def product_lines(part: Relation, setting: Setting, number: int) -> list[Have]:
    """For an equation `l = r` whose difference factors: that the difference is the product, and
    when a product is 0.
    """
    if part.operator not in ("=", "!="):
        return []
    difference = Binary("-", part.left, part.right)
    found = factors(difference)
    if not found or len(found) < 2:
        return []
    product: Expression = found[0]
    lines: list[Have] = []
    for position, factor in enumerate(found[1:]):
        left, right = real(product, setting.notation), real(factor, setting.notation)
        statement = f"(({left}) * ({right}) : ℝ) = 0 ↔ ({left} : ℝ) = 0 ∨ ({right} : ℝ) = 0"
        lines.append(Have(f"split{number}_{position}", statement, "mul_eq_zero"))
        product = Binary("*", product, factor)
    return lines


def logarithms_of(parts: list[Relation], setting: Setting) -> tuple[list[Have], list[Expression]]:
    """For equations between positive terms, in a statement about powers or logarithms: that they
    hold exactly if those of the logarithms do.
    """
    sides = [side for part in parts for side in (part.left, part.right)]
    if not any(
        applies(term, "log", "log_base")
        or (isinstance(term, Power) and free_variables(term.exponent))
        for side in sides
        for term in subterms(side)
    ):
        return [], []
    lines: list[Have] = []
    terms: list[Expression] = []
    for part in parts:
        p, q = (
            (positive(part.left, setting), positive(part.right, setting))
            if part.operator == "="
            else (None, None)
        )
        if not p or not q:
            continue
        logs = Relation("=", Apply("log", (part.left,)), Apply("log", (part.right,)))
        forward = "fun equal => congrArg Real.log equal"
        back = (
            f"fun equal => Eq.trans (Eq.symm (Real.exp_log {p})) (Eq.trans (congrArg Real.exp "
            f"equal) (Real.exp_log {q}))"
        )
        own, other = real_relation(part, setting.notation), real_relation(logs, setting.notation)
        lines.append(Have(f"both{len(lines)}", f"({own}) ↔ ({other})", f"⟨{forward}, {back}⟩"))
        terms += [logs.left, logs.right]
        for side in (part.left, part.right):
            # u^y = u^z reduces to y = z because log u is not 0.
            apart = (
                nonzero(Apply("log", (side.base,)), setting) if isinstance(side, Power) else None
            )
            if apart and isinstance(side, Power):
                unequal = Relation("!=", Apply("log", (side.base,)), ZERO)
                statement = real_relation(unequal, setting.notation)
                lines.append(Have(f"apart{len(lines)}", statement, apart))
    return lines, terms


def monotone_lines(parts: list[Relation], setting: Setting) -> list[Have]:
    """`log`, `exp` and `√` preserve the order: the equivalences for an inequality or equation
    between their values.
    """
    lines: list[Have] = []
    for part in parts:
        match part.left, part.right:
            case Apply("log", (a,)), Apply("log", (b,)):
                p, q = positive(a, setting), positive(b, setting)
                if p and q:
                    lines += [
                        Have(f"order{len(lines)}", None, f"Real.log_lt_log_iff {p} {q}"),
                        Have(f"order{len(lines) + 1}", None, f"Real.log_lt_log_iff {q} {p}"),
                    ]
            case Power(base=base, exponent=a), Power(base=other, exponent=b) if (
                base == E and other == E
            ):
                x, y = real(a, setting.notation), real(b, setting.notation)
                lines += [
                    Have(f"order{len(lines)}", None, f"Real.exp_lt_exp (x := {x}) (y := {y})"),
                    Have(f"order{len(lines) + 1}", None, f"Real.exp_lt_exp (x := {y}) (y := {x})"),
                ]
            case Apply("sqrt", (a,)), Apply("sqrt", (b,)):
                p, q = nonnegative(a, setting), nonnegative(b, setting)
                if p and q:
                    lines += [Have(f"order{len(lines)}", None, f"Real.sqrt_inj {p} {q}")]
            case _:
                pass
    return lines
