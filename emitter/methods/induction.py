"""Induction on a natural variable: the base case, and the step from each number to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

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
    Try,
    script,
)
from shomei.emitter.lean.term import natural, real, relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.growing_sides import growth
from shomei.emitter.proof.increments import by_increments
from shomei.emitter.proof.needs import brought_in, floor
from shomei.emitter.proof.recursion import expanded, speaks_of
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import nonnegative
from shomei.emitter.proof.sums import big_operators, cast_of_successor, sum_lines
from shomei.emitter.search import inside
from shomei.obligations.model import Obligation
from shomei.parser.reason_nodes import Named
from shomei.terms.definitions import unfold_statement
from shomei.terms.functions import is_family
from shomei.terms.literals import ONE, integer_value, numeral
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Expression,
    Membership,
    Power,
    Relation,
    Variable,
)
from shomei.terms.recurrence import at as shifted
from shomei.terms.recurrence import parted
from shomei.terms.relations import COMPARISONS, ascending
from shomei.terms.substitution import substitute
from shomei.terms.walk import children, free_variables, rebuild, subterms

#: Ways to prove the step that a reader of "induction" expects.
_PLAIN = ("algebra", "induction", "recursion", "terms of the sum", "the next summand")


@method(name="induction", goal="relation", reasons=("induction",), cost=400, proofs=7)
def induction(problem: Problem) -> Iterator[Proof]:
    """Induction on each natural variable, first on the one that the author names."""
    goal, setting, obligation = problem.relation, problem.graph.setting, problem.obligation
    named = [reason.rule for reason in obligation.reasons if isinstance(reason, Named)]
    variables = [
        b.name for b in obligation.context.variables if b.name in setting.notation.naturals
    ]
    variables.sort(key=lambda name: not any(rule.endswith(f" {name}") for rule in named))
    whole = unfold_statement(goal, setting.notation.definitions)
    for name in variables[:2]:
        if name in free_variables(goal):
            yield from _induction(problem, whole, name, _start(name, obligation))


def _start(name: str, obligation: Obligation) -> int:
    """The least n that hypotheses of the form `n ≥ 2` allow. The claim is proved for every n from
    there on, whatever else is assumed about n.
    """
    least = 0
    for hypothesis in obligation.context.hypotheses:
        statement = hypothesis.statement
        if isinstance(statement, Membership):
            continue
        if not isinstance(statement, Relation) or name not in free_variables(statement):
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


def _induction(problem: Problem, goal: Relation, name: str, least: int) -> Iterator[Proof]:
    setting = problem.graph.setting
    n = identifier(name)
    kept = tuple(k for k in setting.known if name not in free_variables(k.relation))
    base_goal = _at(goal, name, numeral(least))
    base = Setting.of(setting.notation, tuple(v for v in setting.variables if v != name), kept)
    known = (*kept, Known("least", Relation(">=", Variable(name), numeral(least))))
    step_goal = _at(goal, name, Binary("+", Variable(name), ONE))
    step = Setting.of(setting.notation, setting.variables, (*known, Known("before", goal)))
    base_needs, base = brought_in((base_goal.left, base_goal.right), base)
    floors = [floor(name, least, "least")] if least else []
    step_needs, step = brought_in((goal.left, goal.right, step_goal.left, step_goal.right), step)
    base_lines, step_lines = sum_lines(base_goal, base), sum_lines(step_goal, step)
    step_needs = [*floors, *step_needs]
    empty = _empty(base_goal, base)
    powers = [*_power_lines(step_goal, step), *_lower_powers(goal, name, least, step)]
    powers += _lower_sums(goal, name, least, step)
    place = Place(base, (*base_needs, *empty), cited=tuple(base_lines))
    in_base = problem.within("arithmetic", base_goal, place)
    bases = [found.script for found in inside(in_base, by_reason=False)]
    inequality = goal.operator != "=" and bool(free_variables(base_goal))
    ways = tuple(dict.fromkeys((bases[0], *bases[1 : 2 if inequality else 1], bases[-1])))
    begin = ways[0] if len(ways) == 1 else (First(ways),)
    place = Place(step, (*step_needs, *powers), cited=tuple(step_lines))
    steps = inside(problem.within("arithmetic", step_goal, place))
    if goal.operator != "=":
        split = tuple(lemma.tactic(step) for lemma in step_lines)
        lines = script(step_needs, split, powers, _products(goal, name, step), GRIND)
        by_summand = by_increments(problem, goal, name, Place(step, tuple(step_needs)), split)
        others = set(free_variables(goal)) - {name}
        hints = _products(goal, name, step) if others else []
        grown = (*step_needs, *split, *powers, *hints, *growth(goal, name, least, step))
        steps = chain(
            [Proof(lines, "induction")],
            [Proof((*grown, GRIND), "induction")],
            by_summand,
            steps,
        )
    steps = chain(_by_recursion(problem, step_goal, Place(step, (*step_needs, *powers))), steps)
    first = next(iter(_by_recursion(problem, base_goal, Place(base, tuple(base_needs)))), None)
    if first is not None:
        begin = (First((begin, first.script)),)
    statement = relation(goal, setting.notation)
    for found in steps:
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
                    Have("next", relation(step_goal, step.notation), found.script),
                    Try(Rw((cast_of_successor(n),))),
                    Exact("next"),
                )
            ),
        )
        how = f"induction on {name}"
        if found.how not in _PLAIN:
            how = f"{how}, {found.how}"
        yield Proof(
            (
                Have("every", f"∀ {n} : ℕ, {least} ≤ {n} → {statement}", every),
                Exact(f"every {n} (by omega)"),
            ),
            how,
            found.uses | {"induction", f"induction on {name}"},
        )


def _by_recursion(problem: Problem, goal: Relation, place: Place) -> Iterator[Proof]:
    """Proofs of a base or step in which elements of sequences are written out by their
    recursion.
    """
    if not speaks_of(goal, place.setting):
        return
    expansion = expanded(goal, place.setting)
    if not expansion.rules:
        return
    yield Proof((*place.given, *expansion.lines, GRIND), "recursion", frozenset({"recursion"}))
    needs, inner = brought_in((expansion.goal.left, expansion.goal.right), place.setting)
    there = Place(inner, (*place.given, *needs))
    for found in islice(inside(problem.within("arithmetic", expansion.goal, there)), 3):
        script = expansion.proof(found.script, place.setting)
        yield Proof(script, "recursion", found.uses | {"recursion"})


def _at(goal: Relation, name: str, value: Expression) -> Relation:
    left, right = (_counted(side, name, value) for side in (goal.left, goal.right))
    return Relation(goal.operator, left, right)


def _counted(term: Expression, name: str, value: Expression) -> Expression:
    """`term` with a value for a natural variable. Where natural numbers stand, `n + 1 - 1` is n by
    definition, and so written.
    """
    if name not in free_variables(term):
        return term
    match term:
        case Power(base=base, exponent=Variable() | Binary(operator="+" | "-") as exponent) if (
            parted(exponent)[0] == Variable(name) and parted(exponent)[1] < 0
        ):
            return Power(_counted(base, name, value), shifted(exponent, name, value))
        case Call(name=family, arguments=places) if is_family(family):
            return Call(family, tuple(shifted(place, name, value) for place in places))
        case BigOperator(lower=lower, upper=upper) if term.index != name:
            inside = replace(term, body=_counted(term.body, name, value))
            return replace(
                inside, lower=shifted(lower, name, value), upper=shifted(upper, name, value)
            )
        case BigOperator():
            return substitute(term, {name: value})
        case _ if not children(term):
            return value
        case _:
            return rebuild(term, tuple(_counted(part, name, value) for part in children(term)))


def _empty(goal: Relation, setting: Setting) -> list[Have]:
    lines: list[Have] = []
    for position, sum_ in enumerate(big_operators((goal.left, goal.right))):
        low, high = integer_value(sum_.lower), integer_value(sum_.upper)
        if low is not None and high is not None and high < low:
            kind = "sum" if sum_.operator == "sum" else "prod"
            value = "0" if kind == "sum" else "1"
            statement = f"{real(sum_, setting.notation)} = {value}"
            proof = f"Shomei.{kind}_Icc_of_lt _ (by omega)"
            lines.append(Have(f"empty{position}", statement, proof))
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


def _lower_powers(goal: Relation, name: str, least: int, setting: Setting) -> list[Have]:
    """`u^n = u^{n-1} u` for the powers of the claim for n."""
    lines: list[Have] = []
    for part in {p: None for side in (goal.left, goal.right) for p in subterms(side)}:
        match part:
            case Power(base=base, exponent=Binary(operator="-", left=n, right=less)) if (
                n == Variable(name)
                and less == ONE
                and least >= 1
                and set(free_variables(part)) <= set(setting.variables)
            ):
                u, i = real(base, setting.notation), identifier(name)
                statement = f"({u} : ℝ) ^ ({i} : ℕ) = ({u} : ℝ) ^ ({i} - 1 : ℕ) * ({u} : ℝ)"
                back = f"Nat.sub_add_cancel (by omega : 1 ≤ {i})"
                proof = by(Rw((f"← pow_succ ({u} : ℝ) ({i} - 1)", back)))
                lines.append(Have(f"lower{len(lines)}", statement, proof))
            case _:
                pass
    return lines


def _lower_sums(goal: Relation, name: str, least: int, setting: Setting) -> list[Have]:
    """`\\sum_{k=a}^{n} u_k = \\sum_{k=a}^{n-1} u_k + u_n` for the sums of the claim for n."""
    lines: list[Have] = []
    for sum_ in big_operators((goal.left, goal.right)):
        low = integer_value(sum_.lower)
        if (
            sum_.upper != Binary("-", Variable(name), ONE)
            or low is None
            or least < max(low, 1)
            or not set(free_variables(sum_)) <= set(setting.variables)
        ):
            continue
        n = identifier(name)
        kind = "sum" if sum_.operator == "sum" else "prod"
        inside = setting.notation.bind(sum_.index, natural=True)
        terms = f"(fun {identifier(sum_.index)} : ℕ => ({real(sum_.body, inside)} : ℝ))"
        last = substitute(sum_.body, {sum_.index: Variable(name)})
        more = Binary("+" if kind == "sum" else "*", sum_, last)
        longer = replace(sum_, upper=Variable(name))
        stated = relation(Relation("=", longer, more), setting.notation)
        raw = f"Shomei.{kind}_Icc_succ {terms} (a := {low}) (n := ({n} - 1)) (by omega)"
        back = f"Nat.sub_add_cancel (by omega : 1 ≤ {n})"
        proof = by(Have("raw", None, raw), Rw((back,), at="raw"), Exact("raw"))
        lines.append(Have(f"less{len(lines)}", stated, proof))
    return lines


def _products(goal: Relation, name: str, setting: Setting) -> list[Have]:
    """Hints for the step of an inequality: the claim for n multiplied by positive terms, and the
    squares of n and the variables.
    """
    lines = [
        Have(f"own{i}", None, f"mul_self_nonneg (({real(Variable(v), setting.notation)}) : ℝ)")
        for i, v in enumerate(setting.variables[:3])
    ]
    low = ascending(goal)
    small, large = low.left, low.right
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
