"""Equivalences, implications, conjunctions and disjunctions of relations.

Equations that come to a product are handed to `grind` with their factors: it splits `a b = 0` once
`mul_eq_zero` is stated of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shomei.emitter.lean.script import GRIND, Have, Intro, Script, Tactic
from shomei.emitter.lean.term import real, real_relation
from shomei.emitter.proof.algebra import alignments, proofs, saturate, squares, stated
from shomei.emitter.proof.arrows import chain_proof
from shomei.emitter.proof.citation import fact_lines
from shomei.emitter.proof.needs import with_conditions
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import nonnegative, nonzero, positive
from shomei.emitter.proof.sign_table import table_proofs
from shomei.obligations.model import Obligation
from shomei.symbolic import factors
from shomei.terms.definitions import unfold_statement
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
from shomei.terms.normal import normalise_relation
from shomei.terms.walk import free_variables, subterms

Proof = tuple[Script, str, tuple[str, ...]]


def relations(statement: Statement) -> tuple[Relation, ...]:
    """The relations that `statement` is put together from, in reading order."""
    match statement:
        case Relation():
            return (statement,)
        case Connective(left=p, right=q):
            return relations(p) + relations(q)
        case _:
            return ()


def connective_proofs(obligation: Obligation, setting: Setting) -> Iterator[Proof]:
    """Scripts for a statement with connectives and without limits."""
    if isinstance(obligation.goal, Connective):
        chain = chain_proof(obligation.goal, obligation.facts, setting)
        if chain is not None:
            lines, requires = chain
            yield lines, "the steps before", requires
    goal = unfold_statement(obligation.goal, setting.notation.definitions)
    parts = [normalise_relation(part) for part in relations(goal)]
    setting, given = with_conditions(obligation, setting)
    yield (*given, GRIND), "algebra", ()
    split = (
        *given,
        *(
            line
            for number, part in enumerate(parts)
            for line in product_lines(part, setting, number)
        ),
    )
    if len(split) > len(given):
        yield (*split, GRIND), "a product is 0 when a factor is", ()
    terms = [side for part in parts for side in (part.left, part.right)]
    injective, more = logarithms_of(parts, setting)
    if injective:
        laws = saturate([*terms, *more], setting, skip=frozenset({"inequality", "rpow_def"}))
        how = ", ".join(dict.fromkeys(["logarithms of both sides", *(law.rule for law in laws)]))
        yield (*split, *injective, *(law.tactic(setting) for law in laws), GRIND), how, ()
    laws = saturate(terms, setting)
    same = alignments(terms, setting)
    monotone = monotone_lines(parts, setting)
    if laws or same or monotone:
        also = stated("also", same, setting)
        how = ", ".join(
            dict.fromkeys([*(law.rule for law in laws), *(["monotony"] if monotone else [])])
        )
        yield (*split, *(law.tactic(setting) for law in laws), *also, *monotone, GRIND), how, ()
    for block, how in table_proofs(parts, setting, given):
        yield block, how, ()
    known, cited = fact_lines(obligation, setting)
    if known:
        yield (*split, *known, GRIND), "the steps before", cited
    hints = [line for part in parts for line in squares(part, setting)]
    if hints:
        yield (*split, *dict.fromkeys(hints), GRIND), "squares are not negative", ()
    yield from _under_premises(goal, setting, given)


def _under_premises(goal: Statement, setting: Setting, given: Sequence[Tactic]) -> Iterator[Proof]:
    """An implication between relations: its conclusion, where the premises hold."""
    if (
        not isinstance(goal, Connective)
        or goal.operator != "implies"
        or not isinstance(goal.right, Relation)
    ):
        return
    premises = _conjuncts(goal.left)
    if premises is None:
        return
    known = tuple(
        Known(f"premise{number}", normalise_relation(premise))
        for number, premise in enumerate(premises)
    )
    inner = Setting.of(setting.notation, setting.variables, (*setting.known, *known))
    pattern = known[0].name if len(known) == 1 else f"⟨{', '.join(each.name for each in known)}⟩"
    conclusion = normalise_relation(goal.right)
    for block, how in proofs(conclusion, inner, [], []):
        yield (*given, Intro((pattern,)), *block), how, ()


def _conjuncts(statement: Statement) -> list[Relation] | None:
    """The relations that `statement` says all of, read from the left; None where it says anything
    else, or nests them to the left.
    """
    match statement:
        case Relation():
            return [statement]
        case Connective(operator="and", left=Relation() as first, right=rest):
            more = _conjuncts(rest)
            return None if more is None else [first, *more]
        case _:
            return None


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
    hold exactly when those of the logarithms do.
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
        back = f"fun equal => Eq.trans (Eq.symm (Real.exp_log {p})) (Eq.trans (congrArg Real.exp equal) (Real.exp_log {q}))"
        own, other = real_relation(part, setting.notation), real_relation(logs, setting.notation)
        lines.append(Have(f"both{len(lines)}", f"({own}) ↔ ({other})", f"⟨{forward}, {back}⟩"))
        terms += [logs.left, logs.right]
        for side in (part.left, part.right):
            # u^y = u^z comes to y = z because log u is not 0.
            apart = (
                nonzero(Apply("log", (side.base,)), setting) if isinstance(side, Power) else None
            )
            if apart and isinstance(side, Power):
                unequal = Relation("!=", Apply("log", (side.base,)), ZERO)
                statement = real_relation(unequal, setting.notation)
                lines.append(Have(f"apart{len(lines)}", statement, apart))
    return lines, terms


def monotone_lines(parts: list[Relation], setting: Setting) -> list[Have]:
    """`log`, `exp` and `√` keep the order: the equivalences that an inequality or equation between
    their values calls for.
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
