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
from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random

from shomei.arithmetic.value import Undecided
from shomei.numbers import numerals
from shomei.numbers.budget import NoLimit, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.outcomes import proposals
from shomei.numbers.point import Bound, Scope
from shomei.numbers.pools import REALS, SIMPLEST, Choice, pool_of, satisfied, scope_at
from shomei.numbers.solving import solved_variables
from shomei.numbers.truth import in_domain
from shomei.obligations.model import Context, Hypothesis
from shomei.terms.definitions import Definition, by_name
from shomei.terms.nodes import (
    Expression,
    Membership,
    Node,
    Number,
    NumberSet,
    Statement,
    Variable,
)
from shomei.terms.walk import called_names, conjuncts, free_variables

_MOST_TRIES = 600
#: How many bits the numerator and the denominator of a value have at most that is written out.
_LONGEST = 128
_FEW_SIMPLE = 6
_MOST_CANDIDATES = 6


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
    result.solved = solved_variables(hypotheses, domains)
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
            result.pools[name] = pool_of(
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


def points(how: Plan, seed: int, evaluator: Evaluator) -> Iterator[Point]:
    """The points, after at most some hundreds of attempts, each yielded once. Ends early, by
    `OutOfBudget`, with the budget.
    """
    if any(not pool for pool in how.pools.values()):
        return
    seen: set[tuple[tuple[str, str], ...]] = set()
    random = Random(seed)  # noqa: S311 (no secret hangs on it)
    of_events = _of_events(how, random)
    single = ((chosen, how) for chosen in _assignments(how, random))
    for chosen, own in itertools.islice(itertools.chain(of_events, single), _MOST_TRIES):
        for point in points_at(chosen, own, evaluator):
            if point.values not in seen:
                seen.add(point.values)
                yield point


def _of_events(how: Plan, random: Random) -> Iterator[tuple[dict[str, Choice], Plan]]:
    """Numbers for the outcomes of events all at a time, each with the plan in which these are
    chosen, and not solved for.
    """
    for values in proposals([each.statement for each in how.checks], random):
        others = {name: random.choice(pool) for name, pool in how.pools.items()}
        known = {name: value for name, value in values.items() if name in how.domains}
        solved = {name: terms for name, terms in how.solved.items() if name not in known}
        yield {**others, **known}, replace(how, solved=solved)


def simpler(
    point: Point, how: Plan, evaluator: Evaluator, wanted: Callable[[Point], bool]
) -> Point:
    """A point that is `wanted` like this one, with the simplest possible numbers, chosen one
    variable at a time.
    """
    for name, pool in how.pools.items():
        for value in pool[:SIMPLEST]:
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
            for value in how.pools[name][:SIMPLEST]:
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
    scopes = [scope_at(values, how.domains)]
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
    simple = REALS[:_FEW_SIMPLE] if not grown else ()
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


def _is_short(value: Fraction) -> bool:
    """Whether a value is written as it is. Names for powers can have thousands of digits, and
    Python refuses to write more than 4,300 of them.
    """
    return value.numerator.bit_length() + value.denominator.bit_length() <= _LONGEST


def _written(scope: Scope, how: Plan, evaluator: Evaluator) -> tuple[tuple[str, str], ...]:
    texts: list[tuple[str, str]] = []
    for name in how.shown:
        bound = scope.names[name]
        if isinstance(bound, Fraction) and _is_short(bound):
            texts.append((name, str(bound)))
        elif isinstance(bound, Bound) and (text := numerals.symbol(bound.expression)) is not None:
            texts.append((name, text))
        else:
            texts.append((name, numerals.number(evaluator.value(Variable(name), scope, 128), 6)))
    return tuple(texts)
