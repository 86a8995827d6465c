"""Finite sums and products: the laws of `Finset.sum` and `Finset.prod`, and induction.

The rules are those of `Shomei.SpecialFunctions`: a last term is taken off (`sum_Icc_succ`), one
term (`sum_Icc_self`), no term (`sum_Icc_of_lt`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.render import by
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
    Tactic,
    Try,
    script,
)
from shomei.emitter.lean.term import Notation, Unprintable, as_argument, natural, real, relation
from shomei.emitter.proof.algebra import Lemma, proofs
from shomei.emitter.proof.needs import brought_in
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import nonnegative
from shomei.obligations.model import Obligation
from shomei.parser.ast import Named
from shomei.terms.definitions import unfold_statement
from shomei.terms.literals import ONE, integer_value
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Expression,
    Membership,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.normal import normalise_relation
from shomei.terms.relations import COMPARISONS
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, subterms

Proof = tuple[Script, str, tuple[str, ...]]

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
    """Facts on the way: what is known of a sum by its bounds: no term, one term, all terms between
    literals, or the last term taken off `n + 1`.
    """
    low, high = integer_value(sum_.lower), integer_value(sum_.upper)
    if low is not None and high is not None and 0 <= high - low <= _LONGEST:
        lines: list[Lemma] = []
        for top in range(low, high + 1):
            lines += _last(replace(sum_, upper=_number(top)), low, top, setting, f"{name}_{top}")
        return lines
    match sum_.upper:
        case Binary(operator="+", left=n, right=one) if one == ONE:
            shorter = replace(sum_, upper=n)
            term = substitute(sum_.body, {sum_.index: sum_.upper})
            return [_stated(sum_, shorter, term, setting, name)]
        case _:
            return []


def _kind(sum_: BigOperator) -> str:
    """How Mathlib's and our lemmas about the operator are called."""
    return "sum" if sum_.operator == "sum" else "prod"


def _number(value: int) -> Number:
    return Number(Fraction(value))


def _last(sum_: BigOperator, low: int, top: int, setting: Setting, name: str) -> list[Lemma]:
    body = substitute(sum_.body, {sum_.index: _number(top)})
    if top == low:
        statement = Relation("=", sum_, body)
        raw = f"Shomei.{_kind(sum_)}_Icc_self {_function(sum_, setting)} {top}"
        return [_line(name, statement, raw, setting)]
    shorter = replace(sum_, upper=_number(top - 1))
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
    raw = f"Shomei.{_kind(sum_)}_Icc_succ {_function(sum_, setting)} (a := {natural(sum_.lower, setting.notation)}) (n := ({upper})) (by omega)"
    return _line(name, statement, raw, setting, casts=[_cast(upper)])


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


def _cast(before: str) -> str:
    """That the real number `n + 1` is the natural number `n + 1`, for the natural `before` as Lean
    text.
    """
    return f"Nat.cast_add_one ({before})"


def sum_lines(goal: Relation, setting: Setting) -> list[Lemma]:
    """Facts on the way for all sums of `goal`."""
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
        interval = f"(Finset.Icc {as_argument(natural(sum_.lower, setting.notation))} {as_argument(natural(sum_.upper, setting.notation))})"

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
                add(statement, f"Eq.symm (Finset.mul_sum {interval} {function(b)} _)")
            case Binary(operator="*", left=a, right=b) if sum_.index not in free_variables(b):
                statement = Relation("=", sum_, Binary("*", replace(sum_, body=a), b))
                add(statement, f"Eq.symm (Finset.sum_mul {interval} {function(a)} _)")
            case Binary(operator="/", left=a, right=b) if sum_.index not in free_variables(b):
                statement = Relation("=", sum_, Binary("/", replace(sum_, body=a), b))
                add(statement, f"Eq.symm (Finset.sum_div {interval} {function(a)} _)")
            case _:
                pass
    return lines


def congruences(goal: Relation, setting: Setting) -> Iterator[Have]:
    """Sums over the same range whose terms are equal for every index."""
    sums = big_operators((goal.left, goal.right))
    for position, one in enumerate(sums):
        for other in sums[position + 1 :]:
            if (one.operator, one.lower, one.upper) != (other.operator, other.lower, other.upper):
                continue
            body = substitute(other.body, {other.index: Variable(one.index)})
            known = (
                Known("least", Relation(">=", Variable(one.index), one.lower)),
                Known("most", Relation("<=", Variable(one.index), one.upper)),
            )
            inner = setting.extend(known, (one.index,), (one.index,))
            wanted = normalise_relation(Relation("=", one.body, body))
            if wanted.left == wanted.right or inner.seems(wanted) is False:
                continue
            needs, inner = brought_in((wanted.left, wanted.right), inner)
            kind = "sum" if one.operator == "sum" else "prod"
            statement = Relation("=", one, other)
            for block, _ in proofs(wanted, inner, needs, []):
                proof = script(
                    Refine(f"Shomei.{kind}_Icc_congr ?_"),
                    Intro((identifier(one.index), "least", "most")),
                    Show(relation(wanted, inner.notation)),
                    block,
                )
                yield Have("terms", relation(statement, setting.notation), proof)


def sum_proofs(goal: Relation, setting: Setting, given: Sequence[Tactic]) -> Iterator[Proof]:
    """Proofs of a relation with sums in it, without induction."""
    if not big_operators((goal.left, goal.right)):
        return
    lines = sum_lines(goal, setting)
    laws = law_lines(goal, setting)
    if lines:
        for block, how in proofs(goal, setting, given, lines):
            yield block, how, ()
    if laws:
        yield (*given, *laws, GRIND), "linearity of the sum", ()
    for terms in congruences(goal, setting):
        yield (*given, terms, GRIND), "term by term", ()
        if laws:
            yield (*given, terms, *laws, GRIND), "term by term, linearity of the sum", ()


def _start(name: str, obligation: Obligation) -> int:
    """The least n that hypotheses of the form `n ≥ 2` allow; the claim is proved for every n from
    there on, whatever else is assumed of n.
    """
    least = 0
    for hypothesis in obligation.context.hypotheses:
        statement = hypothesis.statement
        if isinstance(statement, Membership):
            continue
        if not isinstance(statement, Relation) or name not in (
            *free_variables(statement.left),
            *free_variables(statement.right),
        ):
            continue
        left, operator, right = statement.left, statement.operator, statement.right
        if right == Variable(name):
            left, operator, right = right, COMPARISONS[operator].turned, left
        literal = integer_value(right)
        if (
            left != Variable(name)
            or literal is None
            or operator not in (">", ">=", "!=")
            or (operator == "!=" and literal != 0)
        ):
            continue
        least = max(least, literal + (1 if operator in (">", "!=") else 0))
    return least


def induction_proofs(goal: Relation, setting: Setting, obligation: Obligation) -> Iterator[Proof]:
    """Induction on each natural variable, the one that the author names first."""
    named = [reason.rule for reason in obligation.reasons if isinstance(reason, Named)]
    variables = [
        b.name for b in obligation.context.variables if b.name in setting.notation.naturals
    ]
    variables.sort(key=lambda name: not any(rule.endswith(f" {name}") for rule in named))
    whole = unfold_statement(goal, setting.notation.definitions)
    for name in variables[:2]:
        if name in (*free_variables(goal.left), *free_variables(goal.right)):
            yield from _induction(whole, name, _start(name, obligation), setting)


def _induction(goal: Relation, name: str, least: int, setting: Setting) -> Iterator[Proof]:
    n = identifier(name)
    kept = tuple(
        k
        for k in setting.known
        if name not in (*free_variables(k.relation.left), *free_variables(k.relation.right))
    )
    base_goal = _at(goal, name, _number(least))
    base = Setting.of(setting.notation, tuple(v for v in setting.variables if v != name), kept)
    known = (*kept, Known("least", Relation(">=", Variable(name), _number(least))))
    step_goal = _at(goal, name, Binary("+", Variable(name), ONE))
    step = Setting.of(setting.notation, setting.variables, (*known, Known("before", goal)))
    base_needs, base = brought_in((base_goal.left, base_goal.right), base)
    step_needs, step = brought_in((goal.left, goal.right, step_goal.left, step_goal.right), step)
    base_lines, step_lines = sum_lines(base_goal, base), sum_lines(step_goal, step)
    empty = _empty(base_goal, base)
    powers = _power_lines(step_goal, step)
    bases = [block for block, _ in proofs(base_goal, base, [*base_needs, *empty], base_lines)]
    ways = tuple(dict.fromkeys((bases[0], bases[-1])))
    begin = ways[0] if len(ways) == 1 else (First(ways),)
    steps = [*proofs(step_goal, step, [*step_needs, *powers], step_lines)]
    if goal.operator != "=":
        more = [lemma.tactic(step) for lemma in step_lines]
        steps.insert(
            0, ((*step_needs, *more, *powers, *_products(goal, name, step), GRIND), "induction")
        )
    statement = relation(goal, setting.notation)
    for step_block, how in steps:
        every = (
            Refine(f"Shomei.nat_induction {least} ?_ ?_"),
            Goal(
                (
                    Have("first", relation(base_goal, base.notation), begin),
                    Try(Rw((f"show ((({least} : ℕ) : ℝ)) = {least} by grind",))),
                    Exact("first"),
                )
            ),
            Goal(
                (
                    Intro((n, "least", "before")),
                    Have("before", statement, "before"),
                    Have("next", relation(step_goal, step.notation), step_block),
                    Try(Rw((_cast(n),))),
                    Exact("next"),
                )
            ),
        )
        yield (
            (
                Have("every", f"∀ {n} : ℕ, {least} ≤ {n} → {statement}", every),
                Exact(f"every {n} (by omega)"),
            ),
            f"induction on {name}"
            if how in ("algebra", "induction", "terms of the sum")
            else f"induction on {name}, {how}",
            (),
        )


def _at(goal: Relation, name: str, value: Expression) -> Relation:
    return Relation(
        goal.operator, substitute(goal.left, {name: value}), substitute(goal.right, {name: value})
    )


def _empty(goal: Relation, setting: Setting) -> list[Have]:
    lines: list[Have] = []
    for number, sum_ in enumerate(big_operators((goal.left, goal.right))):
        low, high = integer_value(sum_.lower), integer_value(sum_.upper)
        if low is not None and high is not None and high < low:
            kind = "sum" if sum_.operator == "sum" else "prod"
            value = "0" if kind == "sum" else "1"
            statement = f"{real(sum_, setting.notation)} = {value}"
            proof = f"Shomei.{kind}_Icc_of_lt _ (by omega)"
            lines.append(Have(f"empty{number}", statement, proof))
    return lines


def _power_lines(goal: Relation, setting: Setting) -> list[Have]:
    """`u^(n+1) = u^n u` for the powers of the step."""
    lines: list[Have] = []
    for part in {p: None for side in (goal.left, goal.right) for p in subterms(side)}:
        match part:
            case Power(base=base, exponent=Binary(operator="+", left=before, right=one)) if (
                one == ONE and set(free_variables(part)) <= set(setting.variables)
            ):
                one_less = natural(before, setting.notation)
                proof = f"pow_succ ({real(base, setting.notation)} : ℝ) ({one_less})"
                lines.append(Have(f"power{len(lines)}", None, proof))
            case _:
                pass
    return lines


def _products(goal: Relation, name: str, setting: Setting) -> list[Have]:
    """Hints for an inequality's step: the claim for n, multiplied by what is positive, and the
    squares of n and the variables.
    """
    lines = [
        Have(f"own{i}", None, f"mul_self_nonneg (({real(Variable(v), setting.notation)}) : ℝ)")
        for i, v in enumerate(setting.variables[:3])
    ]
    small, large = (
        (goal.left, goal.right) if goal.operator in ("<", "<=") else (goal.right, goal.left)
    )
    difference = f"({real(large, setting.notation)}) - ({real(small, setting.notation)})"
    for part in {p: None for side in (goal.left, goal.right) for p in subterms(side)}:
        if isinstance(part, Power) and name in free_variables(part.exponent):
            proof = nonnegative(part.base, setting)
            if proof:
                product = f"mul_nonneg (by grind : 0 ≤ {difference}) {proof}"
                lines.append(Have(f"times{len(lines)}", None, product))
    for i, v in enumerate(setting.variables[:3]):
        x = real(Variable(v), setting.notation)
        if v != name:
            n = identifier(name)
            sign = f"(Nat.cast_nonneg {n} : (0 : ℝ) ≤ ({n} : ℝ))"
            proof = f"mul_nonneg {sign} (mul_self_nonneg ({x} : ℝ))"
            lines.append(Have(f"cross{i}", None, proof))
    return lines
