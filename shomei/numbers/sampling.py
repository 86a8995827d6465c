"""Points inside the hypotheses of a context: small numbers first, then random ones, the same ones
in every run.

In: a context (and further statements that must hold), a seed, an `Evaluator`. Out: an iterator of
`Point`s at which every hypothesis holds. Equalities are solved for a variable if that is easy,
bounds on one variable narrow its candidates, and the rest is rejection sampling.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random
from typing import TypeAlias

from shomei.arithmetic.value import Undecided
from shomei.numbers import numerals
from shomei.numbers.equations import is_linear, linear_solution, roots
from shomei.numbers.evaluate import Bound, Evaluator, NoLimit, Scope, Undefined
from shomei.numbers.isolate import isolate
from shomei.numbers.truth import holds, in_domain
from shomei.obligations.model import Context, Hypothesis
from shomei.terms.definitions import Definition, by_name
from shomei.terms.nodes import (
    Connective,
    Constant,
    Expression,
    Membership,
    Negation,
    Node,
    Number,
    NumberSet,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import called_names, free_variables

_REALS = tuple(
    Fraction(*ratio)
    for ratio in (
        *(
            (2, 1),
            (3, 1),
            (1, 2),
            (1, 1),
            (-1, 1),
            (0, 1),
            (-2, 1),
            (3, 2),
            (1, 3),
            (5, 1),
            (-1, 2),
            (-3, 1),
            (4, 1),
            (2, 3),
            (10, 1),
            (1, 10),
        ),
        *(
            (-3, 2),
            (7, 3),
            (-5, 1),
            (100, 1),
            (1, 100),
            (-10, 1),
            (-1, 10),
            (-100, 1),
            (9, 10),
            (11, 10),
            (1000, 1),
            (1, 1000),
        ),
    )
)
_INTEGERS = tuple(Fraction(n) for n in (2, 3, 1, 0, -1, 4, 5, -2, 7, -3, 10, 6, -5, 12, 20))
#: The offsets from an edge, and the fractions of the distance between two edges.
_AROUND = tuple(
    Fraction(*ratio)
    for ratio in (
        (0, 1),
        (1, 1),
        (-1, 1),
        (2, 1),
        (-2, 1),
        (5, 1),
        (-5, 1),
        (1, 2),
        (-1, 2),
        (1, 10),
        (-1, 10),
        (10, 1),
    )
)
_BETWEEN = tuple(Fraction(*ratio) for ratio in ((1, 2), (1, 3), (3, 4), (1, 10), (9, 10), (1, 100)))
_E = Constant("e")
_MOST_TRIES = 600
_SIMPLEST = 7
_FEW = 8
_FEW_SIMPLE = 6
_MOST_CANDIDATES = 6


#: A candidate for a variable: a fraction, or an expression without variables, such as e or half of
#: pi.
Choice: TypeAlias = Fraction | Expression


@dataclass(frozen=True, slots=True)
class Point:
    """A number for each variable. `values` are the numbers as text, in the order of the context;
    `chosen` are the sampled ones.
    """

    scope: Scope
    values: tuple[tuple[str, str], ...]
    chosen: Mapping[str, Choice]


@dataclass(slots=True)
class Plan:
    """How points are made: the domain of each variable, the candidates for the sampled ones, the
    terms of the solved ones, and the statements to be checked.
    """

    domains: dict[str, NumberSet]
    shown: tuple[str, ...]
    pools: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    solved: dict[str, tuple[Expression, ...]] = field(default_factory=dict)
    checks: tuple[Hypothesis, ...] = ()


def seed_of(*parts: object) -> int:
    """A seed from the content of its arguments, the same in every process."""
    return int.from_bytes(hashlib.sha256("\n".join(map(repr, parts)).encode()).digest()[:8], "big")


def conjuncts(statement: Statement) -> Iterator[Statement]:
    """The statements that `and` joins."""
    waiting = [statement]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Connective) and current.operator == "and":
            waiting += [current.right, current.left]
        else:
            yield current


def plan(
    context: Context,
    extra: Sequence[Statement],
    mentioned: Iterable[str],
    evaluator: Evaluator,
    literals: Sequence[Choice] = (),
) -> Plan:
    """How to make points for the context, with the `extra` statements as further hypotheses and the
    variables `mentioned` besides.

    `literals` are numbers that the step itself contains: a statement that is true of small numbers
    may fail at those.
    """
    hypotheses = [
        Hypothesis(h.name, part, h.origin, h.span)
        for h in context.hypotheses
        for part in conjuncts(h.statement)
    ]
    hypotheses += [Hypothesis("", part) for statement in extra for part in conjuncts(statement)]
    domains: dict[str, NumberSet] = {binding.name: binding.domain for binding in context.variables}
    used = dict.fromkeys(mentioned)
    for hypothesis in hypotheses:
        used |= variables(hypothesis.statement, context)
    for name in used:
        domains.setdefault(name, "R")
    for hypothesis in hypotheses:
        statement = hypothesis.statement
        if (
            isinstance(statement, Membership)
            and _SMALLNESS[statement.domain] < _SMALLNESS[domains[statement.name]]
        ):
            domains[statement.name] = statement.domain
    # a variable that nothing mentions can have any value, and would only lengthen the report
    domains = {name: domain for name, domain in domains.items() if name in used}
    result = Plan(domains, tuple(domains))
    result.solved = _solve(hypotheses, domains)
    # the pools are filtered by these, and every point is still checked against all hypotheses: some
    # points lie between the numbers of a pool
    bounds: dict[str, list[Statement]] = {}
    for hypothesis in hypotheses:
        names = free_variables(hypothesis.statement)
        if (
            len(names) == 1
            and not called_names(hypothesis.statement)
            and (name := next(iter(names))) not in result.solved
        ):
            bounds.setdefault(name, []).append(hypothesis.statement)
    result.checks = tuple(hypotheses)
    for name in domains:
        if name not in result.solved:
            result.pools[name] = _pool(
                name, domains[name], bounds.get(name, []), literals, evaluator
            )
    return result


def variables(node: Node, context: Context) -> dict[str, None]:
    """The variables that the value of `node` depends on: its free variables, and those that the
    definitions it uses capture.
    """
    return dict.fromkeys(free_variables(node)) | _captured(called_names(node), context.definitions)


_SMALLNESS: dict[NumberSet, int] = {"N+": 0, "N": 1, "Z": 2, "Q": 3, "R": 4}


def _captured(names: Iterable[str], definitions: Sequence[Definition]) -> dict[str, None]:
    """The variables that the definitions of these names capture, directly or through other
    definitions.
    """
    table = by_name(definitions)
    found: dict[str, None] = {}
    waiting, seen = sorted(names), set[str]()
    while waiting:
        definition = table.get(waiting.pop())
        if definition is None or definition.name in seen:
            continue
        seen.add(definition.name)
        found |= dict.fromkeys(binding.name for binding in definition.captured)
        waiting += sorted(called_names(definition.body))
    return found


def _solve(
    hypotheses: Sequence[Hypothesis], domains: dict[str, NumberSet]
) -> dict[str, tuple[Expression, ...]]:
    """The variables that equalities determine, and their terms: one variable of each equality, or a
    linear system as a whole, or the roots of a polynomial.
    """
    equalities = [
        s
        for h in hypotheses
        if isinstance(s := h.statement, Relation)
        and s.operator == "="
        and not called_names(s)
        and domains.keys() >= set(free_variables(s))
    ]
    solved, left = _solve_each(equalities, domains)
    if left and (system := linear_solution(equalities)):
        others = [equality for equality in equalities if not is_linear(equality)]
        solved, left = _solve_each(
            others, domains, {name: (value,) for name, value in system.items()}
        )
    for equality in left:
        found = roots(equality)
        if found is not None and found[0] not in solved:
            solved[found[0]] = found[1]
    return solved


def _solve_each(
    equalities: Sequence[Relation],
    domains: dict[str, NumberSet],
    given: Mapping[str, tuple[Expression, ...]] | None = None,
) -> tuple[dict[str, tuple[Expression, ...]], list[Relation]]:
    """For each equality, a variable that it can be solved for and on which nothing solved before
    depends; and the equalities without one.

    A variable that is a whole side is preferred, then a real one.
    """
    solved = dict(given or {})
    needs = {name: frozenset(free_variables(candidates[0])) for name, candidates in solved.items()}
    left: list[Relation] = []

    def depends(name: str) -> frozenset[str]:
        reached, waiting = set[str](), [name]
        while waiting:
            for other in needs.get(waiting.pop(), ()):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return frozenset(reached)

    for equality in equalities:
        bare = [side.name for side in (equality.left, equality.right) if isinstance(side, Variable)]
        names = [name for name in reversed(free_variables(equality)) if name not in solved]
        for name in sorted(names, key=lambda name: (name not in bare, domains[name] != "R")):
            candidates = isolate(equality, name)
            others = frozenset(free_variables(equality)) - {name}
            if candidates and name not in others.union(*(depends(other) for other in others)):
                solved[name], needs[name] = candidates, others
                break
        else:
            left.append(equality)
    return solved, left


def _pool(
    name: str,
    domain: NumberSet,
    bounds: Sequence[Statement],
    literals: Sequence[Choice],
    evaluator: Evaluator,
) -> tuple[Choice, ...]:
    """The candidates for a variable: the usual small numbers that satisfy its bounds; if few do,
    numbers near and between the bounds.
    """
    integer = domain in {"N", "N+", "Z"}
    near_literals: list[Choice] = []
    for value in literals:
        if isinstance(value, Fraction):
            near_literals += [value, value + 1, value - 1, -value]
        elif domain == "R":
            near_literals += [value, Negation(value)]
    usual: tuple[Choice, ...] = (
        _INTEGERS if integer else _REALS if domain == "Q" else (*_REALS[:8], _E, *_REALS[8:])
    )
    tried = dict.fromkeys([*usual[:_SIMPLEST], *near_literals, *usual[_SIMPLEST:]])
    fitting = tuple(value for value in tried if _fits(name, value, domain, bounds, evaluator))
    if len(fitting) >= _FEW:
        return fitting
    ends = sorted({edge for bound in bounds for edge in edges(bound, name, evaluator)})
    near = [
        value
        for end in ends
        for value in (*(end + offset for offset in _AROUND), 2 * end, 10 * end, end / 2)
    ]
    between = [
        low + (high - low) * part for low, high in itertools.pairwise(ends) for part in _BETWEEN
    ]
    between += [Fraction(round(value)) for value in between]
    extra = (
        value
        for value in dict.fromkeys(between + near)
        if value not in fitting and _fits(name, value, domain, bounds, evaluator)
    )
    return fitting + tuple(extra)


def edges(bound: Statement, name: str, evaluator: Evaluator) -> Iterator[Fraction]:
    """The number that a variable is compared with, to about 20 bits unless it is a fraction."""
    from mpmath import libmp

    from shomei.arithmetic.interval import middle

    if not isinstance(bound, Relation):
        return
    equality = Relation("=", bound.left, bound.right)
    for candidate in isolate(equality, name):
        try:
            value = evaluator.value(candidate, Scope({}), 64)
        except (Undefined, Undecided, NoLimit):
            continue
        if isinstance(value, Fraction):
            yield value
        else:
            numerator, denominator = libmp.to_rational(middle(value))
            yield Fraction(int(numerator), int(denominator)).limit_denominator(1 << 20)


def _fits(
    name: str, value: Choice, domain: NumberSet, bounds: Sequence[Statement], evaluator: Evaluator
) -> bool:
    if isinstance(value, Fraction) and not in_domain(value, domain):
        return False
    scope = _scope({name: value}, {name: domain})
    return all(satisfied(evaluator, bound, scope) for bound in bounds)


def satisfied(
    evaluator: Evaluator, statement: Statement, scope: Scope, *, unknown: bool = False
) -> bool:
    """Whether a hypothesis holds at a point, for certain or to 200 bits; `unknown` if that cannot
    be determined.
    """
    try:
        answer = holds(evaluator, statement, scope, patient=True).answer
    except (Undefined, NoLimit):
        return False
    except Undecided:
        return unknown
    return unknown if answer == "unknown" else answer != "no"


def _scope(values: Mapping[str, Choice], domains: Mapping[str, NumberSet]) -> Scope:
    empty = Scope({})
    integers = frozenset(name for name in values if domains[name] in {"N", "N+", "Z"})
    return Scope(
        {
            name: value if isinstance(value, Fraction) else Bound(value, empty)
            for name, value in values.items()
        },
        integers,
    )


def points(how: Plan, seed: int, evaluator: Evaluator) -> Iterator[Point]:
    """The points, after at most some hundreds of attempts, each yielded once. Ends early, by
    `OutOfBudget`, with the budget.
    """
    if any(not pool for pool in how.pools.values()):
        return
    seen: set[tuple[tuple[str, str], ...]] = set()
    for chosen in itertools.islice(_assignments(how, Random(seed)), _MOST_TRIES):  # noqa: S311 (no secret hangs on it)
        for point in points_at(chosen, how, evaluator):
            if point.values not in seen:
                seen.add(point.values)
                yield point


def simpler(
    point: Point, how: Plan, evaluator: Evaluator, wanted: Callable[[Point], bool]
) -> Point:
    """A point that is `wanted` like this one, with the simplest possible numbers, chosen one
    variable at a time.
    """
    for name, pool in how.pools.items():
        for value in pool[:_SIMPLEST]:
            if value == point.chosen[name]:
                break
            found = next(
                (p for p in points_at({**point.chosen, name: value}, how, evaluator) if wanted(p)),
                None,
            )
            if found is not None:
                point = found
                break
    return point


def points_at(chosen: Mapping[str, Choice], how: Plan, evaluator: Evaluator) -> Iterator[Point]:
    """The points inside the hypotheses with these numbers: none, one, or two if a square was
    inverted.
    """
    evaluator.budget.spend(1)
    for scope in _completed(chosen, how, evaluator):
        if all(
            satisfied(evaluator, h.statement, scope, unknown=h.origin == "proved")
            for h in how.checks
        ):
            yield Point(scope, _written(scope, how, evaluator), chosen)


def _assignments(how: Plan, random: Random) -> Iterator[dict[str, Choice]]:
    """Numbers for the variables that are not solved for: first small ones, then random ones."""
    names = list(how.pools)
    if not names:
        yield {}
        return
    if len(names) == 1:
        name = names[0]
        for value in how.pools[name]:
            yield {name: value}
    else:
        yield from _in_step(how, names)
        # vary one variable at a time over its simplest numbers: most failures are at 0 and 1
        first = {
            name: how.pools[name][place % len(how.pools[name])] for place, name in enumerate(names)
        }
        for name in names:
            for value in how.pools[name][:_SIMPLEST]:
                yield {**first, name: value}
    while True:
        values: dict[str, Choice] = {}
        for name in names:
            if random.random() < 0.7 or how.domains[name] in {"N", "N+", "Z"}:
                values[name] = random.choice(how.pools[name])
            else:
                values[name] = _random_near(how.pools[name], random)
        yield values


def _in_step(how: Plan, names: Sequence[str]) -> Iterator[dict[str, Choice]]:
    """The first numbers of every pool, different ones for different variables so that x and y do
    not agree by chance; and once the same ones.
    """
    for turn in range(6):
        yield {
            name: how.pools[name][(turn + place) % len(how.pools[name])]
            for place, name in enumerate(names)
        }
        if turn == 2:
            yield {name: how.pools[name][0] for name in names}


def _random_near(pool: Sequence[Choice], random: Random) -> Choice:
    """A number between two of the pool."""
    low, high = random.choice(pool), random.choice(pool)
    if not (isinstance(low, Fraction) and isinstance(high, Fraction)):
        return low
    return (low + (high - low) * Fraction(random.randint(1, 11), 12)).limit_denominator(24)


def _completed(values: Mapping[str, Choice], how: Plan, evaluator: Evaluator) -> Iterator[Scope]:
    """The points with these values, once the solved variables are computed."""
    scopes = [_scope(values, how.domains)]
    waiting = dict(how.solved)
    while waiting:
        name = next(
            (n for n, c in waiting.items() if waiting.keys().isdisjoint(free_variables(c[0]))),
            None,
        )
        if name is None:
            return
        candidates = waiting.pop(name)
        scopes = [
            grown
            for scope in scopes
            for grown in _with_any(name, candidates, scope, how, evaluator)
        ]
    for scope in scopes:
        yield Scope(scope.names, scope.integers)


def _with_any(
    name: str, candidates: Sequence[Expression], scope: Scope, how: Plan, evaluator: Evaluator
) -> list[Scope]:
    """The scopes with the values that solve the equality of the variable. If none is defined, as
    with y / x for x = 0, the equality may impose nothing there, and simple numbers are tried.
    """
    grown = [
        found
        for one in candidates[:_MOST_CANDIDATES]
        if (found := _with(name, one, scope, how, evaluator)) is not None
    ]
    simple = _REALS[:_FEW_SIMPLE] if not grown else ()
    return grown + [
        found
        for value in simple
        if (found := _with(name, Number(value), scope, how, evaluator)) is not None
    ]


def _with(
    name: str, candidate: Expression, scope: Scope, how: Plan, evaluator: Evaluator
) -> Scope | None:
    try:
        bound = evaluator.bind(candidate, scope, 64)
    except (Undefined, Undecided, NoLimit, ArithmeticError):
        return None
    domain = how.domains[name]
    if isinstance(bound, Bound) and domain != "R":
        return None
    if isinstance(bound, Fraction) and not in_domain(bound, domain):
        return None
    return scope.bind(name, bound, integer=domain in {"N", "N+", "Z"})


def _written(scope: Scope, how: Plan, evaluator: Evaluator) -> tuple[tuple[str, str], ...]:
    texts: list[tuple[str, str]] = []
    for name in how.shown:
        bound = scope.names[name]
        if isinstance(bound, Fraction):
            texts.append((name, str(bound)))
        elif isinstance(bound, Bound) and (text := numerals.symbol(bound.expression)) is not None:
            texts.append((name, text))
        else:
            texts.append((name, numerals.number(evaluator.value(Variable(name), scope, 128), 6)))
    return tuple(texts)
