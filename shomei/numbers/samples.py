"""Sample functions for declared ones: with them in place of the functions without a formula, a step
is one about numbers.

In: a context. Out: its `Model`s, each of which gives every declared function a formula and
satisfies all that the context says of the functions for all numbers; and contexts and obligations
under such a model. All sample functions have derivatives of every order.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import Final

from shomei.arithmetic.value import Undecided
from shomei.numbers.budget import Budget, NoLimit, OutOfBudget, Undefined
from shomei.numbers.differentiation import differentiated
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.interpolation import Datum, through
from shomei.numbers.point import Scope
from shomei.numbers.ranges import always
from shomei.numbers.sample_functions import KINDS, NATURAL, REAL, TWO_NATURAL, TWO_REAL
from shomei.numbers.sequences import chosen, recursive
from shomei.numbers.shares import SHARES, SIZES, adds_up_to_one, whole_sums
from shomei.numbers.truth import holds
from shomei.obligations.model import Condition, Context, Obligation
from shomei.operations.latex import print_expression, print_name
from shomei.terms.definitions import Definition, by_name
from shomei.terms.functions import Function
from shomei.terms.literals import exact_value
from shomei.terms.nodes import (
    Call,
    Connective,
    DerivativeAt,
    Expression,
    ForAll,
    Property,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.recurrence import recurrence
from shomei.terms.substitution import substitute
from shomei.terms.walk import (
    called_names,
    children,
    free_variables,
    map_statement,
    rebuild,
    statement_terms,
)

_MOST_MODELS: Final = 6
_MOST_TRIED: Final = 400
_MOST_POINTS: Final = 60


@dataclass(frozen=True, slots=True)
class Sample:
    """A formula for a declared function in the variables `parameters`."""

    parameters: tuple[str, ...]
    body: Expression

    def at(self, arguments: tuple[Expression, ...], orders: tuple[int, ...]) -> Expression | None:
        """Its value, or that of a derivative; None if it cannot be differentiated."""
        body: Expression | None = self.body
        for name, order in zip(self.parameters, orders, strict=True):
            for _ in range(order):
                body = None if body is None else differentiated(body, name)
        return body and substitute(body, dict(zip(self.parameters, arguments, strict=True)))


class _NoValueError(Exception):
    """A sample has no derivative of the order asked for, or too few arguments."""


@dataclass(frozen=True, slots=True)
class Model:
    """A sample for each declared function."""

    samples: Mapping[str, Sample]
    #: The definitions of sequences by a recursion.
    sequences: tuple[Definition, ...] = ()
    #: What is chosen of their first elements, with its name in LaTeX.
    chosen: tuple[tuple[str, str], ...] = ()

    def term(self, term: Expression) -> Expression:
        """`term` with the samples in place of the functions."""
        term = rebuild(term, tuple(self.term(part) for part in children(term)))
        if not isinstance(term, Call | DerivativeAt) or term.name not in self.samples:
            return term
        sample = self.samples[term.name]
        orders = term.orders if isinstance(term, DerivativeAt) else (0,) * len(term.arguments)
        if len(term.arguments) != len(sample.parameters):
            raise _NoValueError
        found = sample.at(term.arguments, orders)
        if found is None:
            raise _NoValueError
        return found

    def statement(self, statement: Statement) -> Statement:
        """`statement` with the samples in place of the functions."""
        return map_statement(statement, self.term)

    def context(self, context: Context) -> Context:
        """The context of numbers: what is said of the functions for all numbers holds."""
        return replace(
            context,
            hypotheses=tuple(
                replace(each, statement=self.statement(each.statement))
                for each in context.hypotheses
                if not isinstance(each.statement, Property | ForAll)
            ),
            definitions=(
                *(replace(each, body=self.term(each.body)) for each in context.definitions),
                *(replace(each, body=self.term(each.body)) for each in self.sequences),
            ),
            functions=(),
        )

    def obligation(self, obligation: Obligation) -> Obligation:
        """The obligation about numbers, without the conditions on the functions themselves."""
        return replace(
            obligation,
            context=self.context(obligation.context),
            goal=self.statement(obligation.goal),
            conditions=tuple(
                self._condition(each)
                for each in obligation.conditions
                if isinstance(each.statement, Relation)
            ),
        )

    def _condition(self, condition: Condition) -> Condition:
        premises = [self.statement(each) for each in condition.premises]
        stated = condition.statement
        needed = self.statement(stated) if isinstance(stated, Relation) else stated
        return replace(
            condition,
            statement=needed if isinstance(needed, Relation) else stated,
            premises=tuple(each for each in premises if isinstance(each, Relation)),
            expression=self.term(condition.expression),
        )

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """Each function with its formula, in LaTeX."""
        return (
            tuple(
                (
                    print_expression(Call(name, tuple(map(Variable, sample.parameters))))
                    if not name.endswith("_")
                    else f"{print_name(name)}_{{{','.join(sample.parameters)}}}",
                    print_expression(sample.body),
                )
                for name, sample in self.samples.items()
            )
            + self.chosen
        )


def models(context: Context) -> Iterator[Model]:
    """Some models of the context's functions, different ones for different functions first."""
    functions = context.functions
    pools: list[list[tuple[str, Sample] | Definition]] = [
        [*recursive(each, context), *_pool(each, context)] for each in functions
    ]
    if not all(pools):
        return
    about = [each.statement for each in context.hypotheses if set(called_names(each.statement))]
    budget = Budget.of_seconds(0.5)
    found = 0
    for picked in itertools.islice(_picks([len(pool) for pool in pools]), _MOST_TRIED):
        model = _model([pool[i] for pool, i in zip(pools, picked, strict=True)], context)
        try:
            if all(_satisfies(model, each, budget) for each in about) and _has_size(
                model, about, budget
            ):
                model.context(context)
                yield model
                found += 1
        except _NoValueError:
            continue
        except OutOfBudget:
            return
        if found >= _MOST_MODELS:
            return


def _model(picked: Sequence[tuple[str, Sample] | Definition], context: Context) -> Model:
    sequences = tuple(each for each in picked if isinstance(each, Definition))
    return Model(
        dict(each for each in picked if not isinstance(each, Definition)),
        sequences,
        tuple(
            (name, print_expression(value))
            for each in sequences
            for name, value in chosen(each, context)
        ),
    )


def _picks(sizes: list[int]) -> Iterator[tuple[int, ...]]:
    """Indices into pools of these sizes: unequal ones in step first, then all."""
    most = max(sizes, default=0)
    seen: set[tuple[int, ...]] = set()
    for turn in range(most):
        picked = tuple((turn + place) % size for place, size in enumerate(sizes))
        seen.add(picked)
        yield picked
    for picked in itertools.product(*map(range, sizes)):
        if picked not in seen:
            yield picked


def _pool(function: Function, context: Context) -> list[tuple[str, Sample]]:
    """The samples for a function that are of the kinds that the context says it is of, each with
    its name.
    """
    if function.arity > 2:
        return []
    parameters = ("t",) if function.arity == 1 else ("s", "t")
    if function.arity == 2:
        bodies = TWO_NATURAL if function.is_family else TWO_REAL
    elif function.is_family:
        bodies = SHARES if adds_up_to_one(function.name, context) else NATURAL
    else:
        bodies = REAL
    kinds = {
        each.statement.kind: each.statement.order
        for each in context.hypotheses
        if isinstance(each.statement, Property) and each.statement.name == function.name
    }
    ordered = [kind for kind in kinds if kind in KINDS]
    if any(kinds[kind] for kind in ordered):
        return []
    if ordered and function.is_family:
        return []
    kept = [body for body in bodies if all(body in KINDS[kind] for kind in ordered)]
    if function.arity == 1 and not function.is_family and not ordered:
        kept = [*through(_data(function.name, context)), *kept]
    return [(function.name, Sample(parameters, body)) for body in kept]


def _data(name: str, context: Context) -> list[Datum]:
    """The values of a function and of its derivatives that the context states: `f(0) = 1`."""
    found: list[Datum] = []
    for each in context.hypotheses:
        statement = each.statement
        if not (isinstance(statement, Relation) and statement.operator == "="):
            continue
        for one, other in (
            (statement.left, statement.right),
            (statement.right, statement.left),
        ):
            if not isinstance(one, Call | DerivativeAt) or one.name != name:
                continue
            point, value = exact_value(one.arguments[0]), exact_value(other)
            order = one.orders[0] if isinstance(one, DerivativeAt) else 0
            if point is not None and value is not None and len(one.arguments) == 1:
                found.append(Datum(point, order, value))
    return found


def _satisfies(model: Model, statement: Statement, budget: Budget) -> bool:
    """Whether the model satisfies a hypothesis, as far as it speaks of functions alone."""
    match statement:
        case Property():
            return True  # the pools have no others
        case ForAll(names=names, body=body, natural=natural):
            sequences = by_name(model.sequences)
            rule = recurrence(statement)
            if rule is not None and rule.name in sequences:
                return True  # its elements are computed by it
            return _for_all(
                names, model.statement(body), natural=natural, budget=budget, known=sequences
            )
        case _:
            if any(map(free_variables, statement_terms(statement))):
                return True  # the numbers that satisfy it are looked for later
            known = by_name(model.sequences)
            return _true(model.statement(statement), Scope({}), budget, known)


def _has_size(model: Model, about: Sequence[Statement], budget: Budget) -> bool:
    """Whether there are numbers to which the sums of shares add up to 1, if any do."""
    said = list(whole_sums(about))
    known = by_name(model.sequences)
    return all(
        any(
            all(
                _true(model.statement(each), Scope({name: size}, frozenset((name,))), budget, known)
                for other, each in said
                if other == name
            )
            for size in map(Fraction, SIZES)
        )
        for name in dict.fromkeys(name for name, _ in said)
    )


def _for_all(
    names: tuple[str, ...],
    body: Statement,
    *,
    natural: bool,
    budget: Budget,
    known: Mapping[str, Definition],
) -> bool:
    """Whether a statement holds for all numbers: an equation between samples that holds at many
    numbers, some of them large, does, and an inequality where that is certain by its form.
    """
    if not _is_certain(body, natural=natural):
        return False
    captured = (each.name for one in known.values() for each in one.captured)
    everything = tuple(dict.fromkeys((*names, *free_variables(body), *captured)))
    source = Random(7)  # noqa: S311 (no secret hangs on it)
    points: list[dict[str, Fraction]] = []
    for turn in range(_MOST_POINTS):
        spread = (2, 5, 1, 30)[turn % 4]
        points.append(
            {
                name: Fraction(source.randint(0, 4 + turn // 6))
                if natural and name in names
                else Fraction(source.randint(-12 * spread, 12 * spread), 12)
                for name in everything
            }
        )
    integers = frozenset(names) if natural else frozenset()
    return all(_true(body, Scope(dict(point), integers), budget, known) for point in points)


def _is_certain(body: Statement, *, natural: bool) -> bool:
    """Whether values at many numbers tell that a statement holds at all. Of whole numbers they do
    where the samples are those of families, which change their signs early if at all.
    """
    match body:
        case Relation(operator="="):
            return True
        case Relation():
            return natural or always(body)
        case Connective(operator="and", left=left, right=right):
            return _is_certain(left, natural=natural) and _is_certain(right, natural=natural)
        case _:
            return natural


def _true(
    statement: Statement, scope: Scope, budget: Budget, known: Mapping[str, Definition]
) -> bool:
    """Whether a statement without declared functions, except those of `known`, holds at a point."""
    match statement:
        case ForAll():
            return False
        case Connective(operator="implies", left=left, right=right):
            return not _true(left, scope, budget, known) or _true(right, scope, budget, known)
        case _:
            try:
                answer = holds(Evaluator(known, budget), statement, scope, patient=True).answer
            except (Undefined, NoLimit, Undecided, ArithmeticError):
                return False
            return answer in ("yes", "likely")
