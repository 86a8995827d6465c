"""Equations and inequalities between terms without limits: instances of laws as `have`s, then
`grind`.

Several scripts are offered, short ones first; Lean says which one stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import (
    GRIND,
    Exact,
    Have,
    Line,
    Rw,
    Script,
    Symmetry,
    Tactic,
    script,
)
from shomei.emitter.lean.term import Unprintable, between_naturals, real, relation
from shomei.emitter.proof.numerals import numeral_laws
from shomei.emitter.proof.prospects import follows_by_arithmetic
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import (
    discharge,
    holds_as_printed,
    nonnegative,
    nonzero,
    positive,
    whole,
)
from shomei.emitter.rules import instances, rules
from shomei.obligations.domain import tidy
from shomei.symbolic import factored_difference
from shomei.terms.literals import ZERO, E
from shomei.terms.nodes import (
    FUNCTIONS,
    Apply,
    BigOperator,
    Binary,
    Expression,
    Limit,
    Negation,
    Number,
    Power,
    Relation,
    RelationOperator,
    Variable,
    applies,
)
from shomei.terms.walk import children, free_variables, is_limiting, subterms

_MOST_LAWS = 60
#: Proofs of what is true of numerals: `grind` never fails on those.
_HOPE = re.compile(r"(\(LT\.lt\.ne'? |\(le_of_lt )?\(by grind")
_OF_NUMERALS = re.compile(
    r"\(by grind : \(\(?(0 : ℝ\) < [\d /]+|[\d /]+ : ℝ\) ≠ 0)\)|\(by grind : \(0 : ℝ\) < 1\)"
)


@dataclass(frozen=True, slots=True)
class Lemma:
    """A fact on the way: `have name : statement := proof`. `rule` names the law for the report."""

    name: str
    statement: Relation
    proof: str
    rule: str = ""

    def tactic(self, setting: Setting) -> Have:
        """The `have`. Raises `Unprintable` where the statement has no Lean term."""
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
    """Sub-terms that mention no variable bound inside `term`."""
    for part in subterms(term):
        if isinstance(part, Limit | BigOperator):
            continue
        yield part


def _open(term: Expression, allowed: frozenset[str]) -> bool:
    return set(free_variables(term)) <= allowed


def saturate(
    terms: Iterable[Expression],
    setting: Setting,
    *,
    rounds: int = 3,
    skip: frozenset[str] = frozenset(),
    prefix: str = "law",
) -> list[Lemma]:
    """The laws that `terms` call for, and the laws that those bring in, with their side conditions
    proved.
    """
    allowed = frozenset(setting.variables)
    seen: dict[Expression, None] = {}
    stated: set[Relation] = set()
    haves: list[Lemma] = []
    starts = [written for term in terms for written in dict.fromkeys((term, tidy(term)))]
    wave = [part for term in starts for part in bound_free(term)]
    for _ in range(rounds):
        following: list[Expression] = []
        for term in wave:
            if term in seen or is_limiting(term) or not _open(term, allowed):
                continue
            seen[term] = None
            candidates: list[tuple[Relation, tuple[tuple[Relation, bool], ...], str, str]] = [
                (s, (), proof, "numerals") for s, proof in numeral_laws(term, setting.notation)
            ]
            if (
                not candidates or not applies(term, "binomial") or free_variables(term)
            ):  # nothing else is said of a number that is computed
                candidates[:0] = [
                    (i.statement, tuple(zip(i.conditions, i.whole, strict=True)), i.lean, i.rule.id)
                    for i in instances(term, rules(), setting.notation)
                    if i.rule.id not in skip and i.rule.topic not in skip
                ]
            if applies(term, "log_base"):
                base, argument = term.arguments
                unfolded = Binary("/", Apply("log", (argument,)), Apply("log", (base,)))
                candidates.append(
                    (Relation("=", term, unfolded), (), "Eq.symm Real.log_div_log", "logb")
                )
                nonzero = Relation("!=", Apply("log", (base,)), ZERO)
                candidates.append((nonzero, ((nonzero, False),), "{1}", "logb"))
            for statement, conditions, lean, rule in candidates:
                if statement in stated or len(haves) >= _MOST_LAWS:
                    continue
                proofs: list[str] = []
                for condition, natural in conditions:
                    proof = (whole if natural else discharge)(condition, setting)
                    if proof is None or (setting.points and setting.seems(condition) is False):
                        break
                    proofs.append(proof)
                if len(proofs) < len(conditions) or setting.seems(statement) is False:
                    continue
                stated.add(statement)
                text = lean
                for position, proof in enumerate(proofs):
                    text = text.replace("{" + str(position + 1) + "}", proof)
                try:
                    have = Lemma(f"{prefix}{len(haves) + 1}", statement, text, rule)
                    have.tactic(setting)
                except Unprintable:
                    continue
                haves.append(have)
                following += [
                    p for side in (statement.left, statement.right) for p in bound_free(side)
                ]
        wave = following
        if not wave:
            break
    return haves


def with_laws(goal: Relation, setting: Setting) -> str | None:
    """`goal` as a Lean term, by `grind` with the laws that its terms and the hypotheses call for;
    None where no law is about them.
    """
    sides = [
        side
        for r in (goal, *(known.relation for known in setting.known))
        for side in (r.left, r.right)
    ]
    laws = saturate(sides, setting, rounds=2, skip=frozenset({"inequality", "rpow_def"}))
    if not laws:
        return None
    same = stated("same", alignments(sides, setting), setting)
    steps = by(*same, *(law.tactic(setting) for law in laws), GRIND, bracketed=True)
    return f"({steps} : {relation(goal, setting.notation)})"


def justify(goal: Relation, setting: Setting) -> str | None:
    """A proof of a condition: as `discharge` finds it; with laws where that would leave `grind`
    alone with functions that it knows nothing of.
    """
    found = holds_as_printed(goal, setting)
    if (
        found is None
        or between_naturals(goal, setting.notation)
        or "by grind" not in _OF_NUMERALS.sub("", found)
    ):
        return found
    return (
        by_sign(goal, setting)
        or (with_laws(goal, setting) if _HOPE.match(found) else None)
        or found
    )


def by_sign(goal: Relation, setting: Setting) -> str | None:
    """`1 - 1 / (1 + u) > 0` and `u^2 ≠ 1` as Lean terms: by the sign of the factors of the
    difference of the sides.
    """
    sides = (goal.right, goal.left) if goal.operator in ("<", "<=") else (goal.left, goal.right)
    if goal.operator == "=" or any(
        isinstance(part, BigOperator | Limit) for side in sides for part in subterms(side)
    ):
        return None
    difference = sides[0] if sides[1] == ZERO else Binary("-", *sides)
    factored = factored_difference(*sides)
    if (
        factored is None
        or factored == difference
        or not (
            isinstance(factored, Power)
            or (isinstance(factored, Binary) and factored.operator in ("*", "/"))
        )
    ):
        return None
    prove = (
        nonzero
        if goal.operator == "!="
        else positive
        if goal.operator in ("<", ">")
        else nonnegative
    )
    proof = prove(factored, setting)
    if proof is None:
        return None
    strict: RelationOperator = (
        "!=" if goal.operator == "!=" else ">" if goal.operator in ("<", ">") else ">="
    )
    laws = saturate(sides, setting, rounds=1, skip=frozenset({"inequality", "rpow_def"}))
    steps = by(
        Have("sign", relation(Relation(strict, factored, ZERO), setting.notation), proof),
        *(law.tactic(setting) for law in laws),
        Have("same", relation(Relation("=", difference, factored), setting.notation), BY_GRIND),
        GRIND,
        bracketed=True,
    )
    return f"({steps} : {relation(goal, setting.notation)})"


def _head(term: Expression) -> tuple[object, ...] | None:
    match term:
        case Power(exponent=exponent) if not _literal(exponent):
            return ("power",)
        case Apply("root", (degree, _)):
            return ("root", degree)
        case Apply(name) if name in FUNCTIONS or name in ("log", "sqrt", "abs"):
            return (name,)
        case _:
            return None


def _literal(term: Expression) -> bool:
    return not free_variables(term)


def alignments(terms: Iterable[Expression], setting: Setting) -> list[Relation]:
    """Equations between arguments of the same function that are written differently and have the
    same value: `(x + h) / x = 1 + h / x`.
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
    """`√(x^2 + x) = x √(1 + 1/x)` and such: square roots whose arguments differ by the square of a
    positive variable.
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
            square = Binary("*", Power(Variable(name), Number(Fraction(2))), rest)
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


_ODD = {
    "sin": "Real.sin_neg",
    "tan": "Real.tan_neg",
    "sinh": "Real.sinh_neg",
    "tanh": "Real.tanh_neg",
}
_EVEN = {"abs": "abs_neg", "cos": "Real.cos_neg", "cosh": "Real.cosh_neg"}


def opposites(terms: Iterable[Expression], setting: Setting) -> list[Have]:
    """`|x - y| = |y - x|`, `sin (-u) = -sin u` and such, for arguments that are each other's
    negatives.
    """
    allowed = frozenset(setting.variables)
    groups: dict[str, dict[Expression, None]] = {}
    for term in terms:
        for part in bound_free(term):
            if applies(part, *_ODD, *_EVEN) and _open(part, allowed):
                groups.setdefault(part.operation, {})[part] = None
    lines: list[Have] = []
    for kind, group in groups.items():
        for one, other in combinations(group, 2):
            [a], [b] = children(one), children(other)
            if not setting.points or not setting.seems(Relation("=", a, Negation(b))):
                continue
            lemma = _EVEN.get(kind) or _ODD[kind]
            value = other if kind in _EVEN else Negation(other)
            statement = relation(Relation("=", one, value), setting.notation)
            turned = f"({real(a, setting.notation)} : ℝ) = -({real(b, setting.notation)})"
            proof = by(Rw((f"show {turned} by grind", lemma)))
            lines.append(Have(f"turn{len(lines) + 1}", statement, proof))
    return lines[:8]


def by_factors(goal: Relation, setting: Setting) -> Script | None:
    """An inequality by the sign of the factored difference of its sides:
    `y/x + x/y - 2 = (x - y)^2 / (x y)`.
    """
    if goal.operator not in ("<", "<=", ">", ">="):
        return None
    small, large = (
        (goal.left, goal.right) if goal.operator in ("<", "<=") else (goal.right, goal.left)
    )
    strict = goal.operator in ("<", ">")
    if any(
        isinstance(part, BigOperator | Limit) for side in (small, large) for part in subterms(side)
    ):
        return None
    factored = factored_difference(large, small)
    if factored is None:
        return None
    wanted = Relation(">" if strict else ">=", factored, ZERO)
    proof = (positive if strict else nonnegative)(factored, setting)
    if proof is None:
        return None
    difference = Relation("=", Binary("-", large, small), factored)
    return (
        Have("difference", relation(difference, setting.notation), BY_GRIND),
        Have("sign", relation(wanted, setting.notation), proof),
        GRIND,
    )


def orders(terms: Iterable[Expression], setting: Setting) -> list[Have]:
    """`e^y ≤ e^x` for powers of e in `terms` whose exponents a hypothesis compares."""
    exponents = {
        part.exponent
        for term in terms
        for part in bound_free(term)
        if isinstance(part, Power) and part.base == E
    }
    lines: list[Have] = []
    for known in setting.known:
        left, right = known.relation.left, known.relation.right
        if known.relation.operator in ("<", "<=", ">", ">=") and {left, right} <= exponents:
            lemma = (
                "Real.exp_lt_exp" if known.relation.operator in ("<", ">") else "Real.exp_le_exp"
            )
            lines.append(Have(f"order{len(lines) + 1}", None, f"{lemma}.2 {known.name}"))
    return lines


def by_monotony(goal: Relation, setting: Setting) -> Script | None:
    """`log a < log b` from `a < b`, likewise for powers of e and for roots; `x < log b` from
    `e^x < b`.
    """
    if goal.operator not in ("<", "<=", ">", ">="):
        return None
    small, large = (
        (goal.left, goal.right) if goal.operator in ("<", "<=") else (goal.right, goal.left)
    )
    strict = goal.operator in ("<", ">")
    order = "lt" if strict else "le"
    match small, large:
        case Apply("log", (a,)), Apply("log", (b,)):
            above = positive(a, setting)
            inner, lemma = (a, b), f"Real.log_{order}_log {above} inner" if above else None
        case _, Apply("log", (b,)):
            above = positive(b, setting)
            inner, lemma = (
                (Power(E, small), b),
                f"(Real.{'lt_log_iff_exp_lt' if strict else 'le_log_iff_exp_le'} {above}).2 inner"
                if above
                else None,
            )
        case Apply("log", (a,)), _:
            above = positive(a, setting)
            inner, lemma = (
                (a, Power(E, large)),
                f"(Real.{'log_lt_iff_lt_exp' if strict else 'log_le_iff_le_exp'} {above}).2 inner"
                if above
                else None,
            )
        case Power(base=base, exponent=a), Power(base=other, exponent=b) if base == other == E:
            inner, lemma = (a, b), f"Real.exp_{order}_exp.2 inner"
        case Apply("sqrt", (a,)), Apply("sqrt", (b,)):
            least = nonnegative(a, setting) if strict else ""
            inner, lemma = (
                (a, b),
                f"Real.sqrt_{order}_sqrt {least} inner" if least is not None else None,
            )
        case _:
            return None
    between = Relation("<" if strict else "<=", *inner)
    if lemma is None or setting.seems(between) is False:
        return None
    laws = saturate(inner, setting, rounds=2, skip=frozenset({"inequality", "rpow_def"}))
    proof = script((law.tactic(setting) for law in laws), orders(inner, setting), GRIND)
    return (Have("inner", relation(between, setting.notation), proof), Exact(lemma))


def squares(goal: Relation, setting: Setting) -> list[Have]:
    """Hints for inequalities: squares of differences of the terms that occur are not negative."""
    if goal.operator not in ("<", "<=", ">", ">="):
        return []
    atoms: dict[Expression, None] = {}
    for side in (goal.left, goal.right):
        for part in subterms(side):
            if (
                isinstance(part, Variable)
                or applies(part, *FUNCTIONS, "log", "log_base", "sqrt", "root")
            ) and _open(part, frozenset(setting.variables)):
                atoms[part] = None
    texts = [real(atom, setting.notation) for atom in list(atoms)[:5]]
    lines = [
        Have(f"sq{i}", None, f"mul_self_nonneg (({a}) - ({b}) : ℝ)")
        for i, (a, b) in enumerate(combinations(texts, 2), start=1)
    ]
    for name, shift in (("own", "{}"), ("unit", "({}) - 1")):
        lines += [
            Have(f"{name}{i}", None, f"mul_self_nonneg ({shift.format(a)} : ℝ)")
            for i, a in enumerate(texts, start=1)
        ]
    return lines


def proofs(
    goal: Relation,
    setting: Setting,
    given: Sequence[Tactic],
    cited: Sequence[Lemma],
    *,
    equations: Sequence[Relation] = (),
) -> list[tuple[Script, str]]:
    """Scripts that may prove `goal`, each with the laws it uses. `given` comes first,
    `equations` are what it states; `cited` the formulas that the author names.
    """
    start = (*given, *(have.tactic(setting) for have in cited))
    direct = ", ".join(dict.fromkeys(have.rule for have in cited)) or "algebra"
    found: list[tuple[Script, str]] = [((*start, GRIND), direct)]
    # What arithmetic alone cannot do is not tried without laws: `grind` takes long to give up.
    known = [*equations, *(have.statement for have in cited)]
    needs_laws = follows_by_arithmetic(goal, setting, known) is False
    by_sign = by_factors(goal, setting)
    if by_sign is not None:
        found.append(((*start, *by_sign), "sign of the difference"))
    by_order = by_monotony(goal, setting)
    if by_order is not None:
        found.append(((*start, *by_order), "monotony"))
    aligned = alignments([goal.left, goal.right], setting)
    if aligned:
        found.append(((*start, *stated("same", aligned, setting), GRIND), direct))
    terms = [
        goal.left,
        goal.right,
        *(side for have in cited for side in (have.statement.left, have.statement.right)),
    ]
    laws = saturate(terms, setting, skip=frozenset({"inequality", "rpow_def"}))
    full = [*terms, *(side for law in laws for side in (law.statement.left, law.statement.right))]
    same = alignments(full, setting)
    turned = [*opposites(full, setting), *scaled_roots(terms, setting)]
    if laws or same or turned:
        if needs_laws:
            found.clear()
        lines: list[Tactic] = [*start, *turned]
        own = alignments(terms, setting) if cited else aligned
        lines += stated("same", own, setting)
        lines += [law.tactic(setting) for law in laws]
        lines += stated("also", (s for s in same if s not in own), setting)
        found.append(((*lines, GRIND), _names(cited, laws)))
        richer = saturate(
            terms,
            setting,
            rounds=4,
            skip=frozenset() if goal.operator not in ("=", "!=") else frozenset({"inequality"}),
        )
        full = [
            *terms,
            *(side for law in richer for side in (law.statement.left, law.statement.right)),
        ]
        lines = [*start, *turned, *(law.tactic(setting) for law in richer)]
        lines += stated("also", alignments(full, setting), setting)
        lines += squares(goal, setting)
        found.append(((*lines, GRIND), _names(cited, richer)))
    elif goal.operator not in ("=", "!="):
        hints = squares(goal, setting)
        richer = saturate(terms, setting, skip=frozenset({"rpow_def"}))
        if richer:
            laws_of_order = (law.tactic(setting) for law in richer)
            found.append(((*start, *laws_of_order, GRIND), _names(cited, richer)))
        if hints:
            found.append(((*start, *hints, GRIND), "squares are not negative"))
    return found


def signs(goal: Relation, setting: Setting) -> Iterator[tuple[Script, str]]:
    """Scripts for a relation with absolute values in it: products of them, then every one by
    the sign of what is in it.
    """
    found = dict.fromkeys(
        part
        for side in (goal.left, goal.right)
        for part in bound_free(side)
        if applies(part, "abs")
    )
    inside = [
        real(part.arguments[0], setting.notation)
        for part in found
        if _open(part, frozenset(setting.variables))
    ][:3]
    pairs: list[Have] = []
    for number, (u, v) in enumerate(combinations(inside, 2)):
        pairs += [
            Have(f"product{number}", None, f"abs_mul ({u}) ({v})"),
            Have(f"above{number}", None, f"le_abs_self (({u}) * ({v}))"),
            Have(f"below{number}", None, f"neg_abs_le (({u}) * ({v}))"),
        ]
    own = [Have(f"square{number}", None, f"sq_abs ({u})") for number, u in enumerate(inside)]
    if inside and goal.operator not in ("=", "!="):
        yield (*own, *pairs, GRIND), "absolute value of a product"
    cases = [
        Have(
            f"sign{number}",
            f"(0 ≤ {u} ∧ abs ({u}) = {u}) ∨ ({u} ≤ 0 ∧ abs ({u}) = -({u}))",
            f"(le_total 0 ({u})).imp (fun above => ⟨above, abs_of_nonneg above⟩) (fun below => ⟨below, abs_of_nonpos below⟩)",
        )
        for number, u in enumerate(inside)
    ]
    if cases and goal.operator not in ("=", "!="):
        yield (*cases, GRIND), "absolute value, by the sign of what is in it"


def by_squaring(
    goal: Relation, setting: Setting, given: Sequence[Tactic]
) -> Iterator[tuple[Script, str]]:
    """Scripts for `√u = v` with `0 ≤ v`: because `v^2 = u`."""
    if goal.operator != "=":
        return
    for root, value in ((goal.left, goal.right), (goal.right, goal.left)):
        if not applies(root, "sqrt") or applies(value, "sqrt", "root"):
            continue
        sign = nonnegative(value, setting)
        square = Relation("=", Power(value, Number(Fraction(2))), root.arguments[0])
        if sign is None or setting.seems(square) is False:
            continue
        turned = () if root is goal.left else (Symmetry(),)
        for block, how in proofs(square, setting, given, []):
            squared = Have("square", relation(square, setting.notation), block)
            end = Line((Rw(("← square",)), Exact(f"Real.sqrt_sq {sign}")))
            yield (squared, *turned, end), f"square of a root, {how}"


def _names(cited: Sequence[Lemma], laws: Sequence[Lemma]) -> str:
    return ", ".join(dict.fromkeys([have.rule for have in cited] + [law.rule for law in laws]))
