"""Facts that a proof states for `grind`: instances of laws at the terms of a goal, and equations
between the arguments of functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import (
    GRIND,
    Have,
    Rw,
)
from shomei.emitter.lean.term import Unprintable, real, relation
from shomei.emitter.proof.angles import angle_laws
from shomei.emitter.proof.numerals import numeral_laws
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import (
    discharge,
    positive,
    whole,
)
from shomei.emitter.rules import instances, rules_for
from shomei.obligations.domain import tidy
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import TWO, ZERO
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Expression,
    Limit,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
    applies,
)
from shomei.terms.substitution import replaced
from shomei.terms.walk import children, free_variables, is_limiting, subterms

_MOST_LAWS = 60


@dataclass(frozen=True, slots=True)
class Lemma:
    """An intermediate fact: `have name : statement := proof`. `rule` names the law for the
    report.
    """

    name: str
    statement: Relation
    proof: str
    rule: str = ""

    def tactic(self, setting: Setting) -> Have:
        """The `have`. Raises `Unprintable` if the statement has no Lean term."""
        return Have(self.name, relation(self.statement, setting.notation), self.proof)


#: A proof term that leaves the fact to `grind`.
BY_GRIND = by(GRIND)


def stated(prefix: str, relations: Iterable[Relation], setting: Setting) -> list[Have]:
    """`have` tactics for relations that `grind` proves, numbered from 1."""
    return [
        Have(f"{prefix}{number}", relation(each, setting.notation), BY_GRIND)
        for number, each in enumerate(relations, start=1)
    ]


def bound_free(term: Expression) -> Iterable[Expression]:
    """Subterms that contain no variable bound inside `term`."""
    for part in subterms(term):
        if isinstance(part, Limit | BigOperator):
            continue
        yield part


def _open(term: Expression, allowed: frozenset[str]) -> bool:
    return set(free_variables(term)) <= allowed


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A law at certain terms: `lean` has `{1}`, `{2}`, … in place of the proofs of the conditions.
    Each condition is a relation between naturals or between reals.
    """

    statement: Relation
    conditions: tuple[tuple[Relation, bool], ...]
    lean: str
    rule: str


def saturate(
    terms: Iterable[Expression],
    setting: Setting,
    *,
    rounds: int = 3,
    skip: frozenset[str] = frozenset(),
    prefix: str = "law",
    last: bool = False,
) -> list[Lemma]:
    """The laws that `terms` call for, and the laws that those call for in turn, with their side
    conditions proved. `last`: also those that are tried when nothing else proves a step.
    """
    allowed = frozenset(setting.variables)
    seen: set[Expression] = set()
    stated: set[Relation] = set()
    found: list[Lemma] = []
    starts = [written for term in terms for written in dict.fromkeys((term, tidy(term)))]
    wave = [part for term in starts for part in bound_free(term)]
    for _ in range(rounds):
        following: list[Expression] = []
        for term in wave:
            if term in seen or is_limiting(term) or not _open(term, allowed):
                continue
            seen.add(term)
            for each in _candidates(term, setting, skip, last=last):
                if each.statement in stated or len(found) >= _MOST_LAWS:
                    continue
                proof = _proof(each, setting)
                if proof is None:
                    continue
                stated.add(each.statement)
                lemma = Lemma(f"{prefix}{len(found) + 1}", each.statement, proof, each.rule)
                if _is_printable(lemma, setting):
                    found.append(lemma)
                    sides = (each.statement.left, each.statement.right)
                    following += [part for side in sides for part in bound_free(side)]
                    following += _at_value(each.statement, starts)
        wave = following
        if not wave:
            break
    return found


def _at_value(law: Relation, terms: Iterable[Expression]) -> list[Expression]:
    """`\\log 1` for `\\log \\cosh 0`, if the law says that `\\cosh 0` is 1."""
    if law.operator != "=" or not isinstance(law.right, Number) or not isinstance(law.left, Apply):
        return []
    return [
        replaced(part, law.left, law.right)
        for term in terms
        for part in bound_free(term)
        if isinstance(part, Apply) and law.left in part.arguments
    ]


def _candidates(
    term: Expression, setting: Setting, skip: frozenset[str], *, last: bool
) -> Iterator[_Candidate]:
    """The laws that one term calls for, except those whose id or topic is in `skip`."""
    rules = tuple(each for each in rules_for(term) if last or not each.is_last)
    numerals = [*numeral_laws(term, setting.notation), *angle_laws(term)]
    # A computed number calls for no other law.
    if not numerals or not applies(term, "binomial") or free_variables(term):
        for each in instances(term, rules, setting.notation):
            if each.rule.id not in skip and each.rule.topic not in skip:
                conditions = tuple(zip(each.conditions, each.whole, strict=True))
                yield _Candidate(each.statement, conditions, each.lean, each.rule.id)
    for statement, proof in numerals:
        yield _Candidate(statement, (), proof, "numerals")
    if applies(term, "log_base"):
        base, argument = term.arguments
        unfolded = Binary("/", Apply("log", (argument,)), Apply("log", (base,)))
        yield _Candidate(Relation("=", term, unfolded), (), "Eq.symm Real.log_div_log", "logb")
        apart = Relation("!=", Apply("log", (base,)), ZERO)
        yield _Candidate(apart, ((apart, False),), "{1}", "logb")


def _proof(law: _Candidate, setting: Setting) -> str | None:
    """The law's Lean text with its conditions proved; None if one is not, or if the sample points
    contradict it.
    """
    text = law.lean
    for position, (condition, natural) in enumerate(law.conditions, start=1):
        proof = (whole if natural else discharge)(condition, setting)
        if proof is None or (setting.points and setting.seems(condition) is False):
            return None
        text = text.replace(f"{{{position}}}", proof)
    return None if setting.seems(law.statement) is False else text


def _is_printable(lemma: Lemma, setting: Setting) -> bool:
    try:
        lemma.tactic(setting)
    except Unprintable:
        return False
    return True


def _head(term: Expression) -> tuple[object, ...] | None:
    match term:
        case Power(exponent=exponent) if not _literal(exponent):
            return ("power",)
        case Apply("root", (degree, _)):
            return ("root", degree)
        case Apply(name) if (
            OPERATIONS[name].lean.arguments != "natural" and OPERATIONS[name].along is None
        ):
            return (name,)
        case _:
            return None


def _literal(term: Expression) -> bool:
    return not free_variables(term)


def alignments(terms: Iterable[Expression], setting: Setting) -> list[Relation]:
    """Equations between arguments of the same function that are equal but written differently: `(x
    + h) / x = 1 + h / x`.
    """
    allowed = frozenset(setting.variables)
    groups: dict[tuple[object, ...], dict[Expression, None]] = {}
    for term in terms:
        for part in bound_free(term):
            head = _head(part)
            if head is not None and _open(part, allowed) and not is_limiting(part):
                groups.setdefault(head, {})[part] = None
    found: dict[Relation, None] = {}
    for group in groups.values():
        for one, other in combinations(group, 2):
            for a, b in zip(children(one), children(other), strict=False):
                if (
                    a != b
                    and setting.points
                    and setting.seems(Relation("=", a, b))
                    and not (isinstance(a, Variable) and isinstance(b, Variable))
                ):
                    found[Relation("=", a, b)] = None
    return list(found)[:12]


def scaled_roots(terms: Iterable[Expression], setting: Setting) -> list[Have]:
    """`√(x^2 + x) = x √(1 + 1/x)` and the like: square roots whose arguments differ by the square
    of a positive variable.
    """
    allowed = frozenset(setting.variables)
    roots = dict.fromkeys(
        part
        for term in terms
        for part in bound_free(term)
        if applies(part, "sqrt") and _open(part, allowed)
    )
    lines: list[Have] = []
    for one, other in permutations(roots, 2):
        for name in free_variables(one):
            [inside], [rest] = one.arguments, other.arguments
            square = Binary("*", Power(Variable(name), TWO), rest)
            if not setting.points or not setting.seems(Relation("=", inside, square)):
                continue
            above = positive(Variable(name), setting)
            if above is None:
                continue
            a, b, s, x = (real(t, setting.notation) for t in (inside, rest, square, Variable(name)))
            steps = Rw(
                (
                    f"show ({a} : ℝ) = {s} by grind",
                    "Real.sqrt_mul (sq_nonneg _)",
                    f"Real.sqrt_sq (le_of_lt {above})",
                )
            )
            statement = f"Real.sqrt ({a}) = {x} * Real.sqrt ({b})"
            lines.append(Have(f"scaled{len(lines) + 1}", statement, by(steps)))
    return lines[:4]


def opposites(terms: Iterable[Expression], setting: Setting) -> list[Have]:
    """`|x - y| = |y - x|`, `sin (-u) = -sin u` and the like, for arguments that are negatives of
    each other.
    """
    allowed = frozenset(setting.variables)
    groups: dict[str, dict[Expression, None]] = {}
    for term in terms:
        for part in bound_free(term):
            if (
                isinstance(part, Apply)
                and OPERATIONS[part.operation].parity
                and _open(part, allowed)
            ):
                groups.setdefault(part.operation, {})[part] = None
    lines: list[Have] = []
    for kind, group in groups.items():
        parity = OPERATIONS[kind].parity
        for one, other in combinations(group, 2):
            [a], [b] = children(one), children(other)
            if (
                parity is None
                or not setting.points
                or not setting.seems(Relation("=", a, Negation(b)))
            ):
                continue
            value = other if parity.kind == "even" else Negation(other)
            statement = relation(Relation("=", one, value), setting.notation)
            turned = f"({real(a, setting.notation)} : ℝ) = -({real(b, setting.notation)})"
            proof = by(Rw((f"show {turned} by grind", parity.lemma)))
            lines.append(Have(f"turn{len(lines) + 1}", statement, proof))
    return lines[:8]


def named(lemmas: Iterable[Lemma]) -> str:
    """The rules of `lemmas` in the words of the report, each once; empty where there are none."""
    return ", ".join(dict.fromkeys(lemma.rule for lemma in lemmas))


def rules_in(lemmas: Iterable[Lemma]) -> frozenset[str]:
    """The ids of the rules that `lemmas` are instances of."""
    return frozenset(lemma.rule for lemma in lemmas)
