"""Decides whether the hypotheses of a context contradict each other, or finds a point that
satisfies them all.

In: a `Context`. Out: a `Contradiction`, proved exactly, by enclosures, or by sympy on polynomials;
or a witness. Either may be None, which means nothing.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from shomei.numbers import boxes, linear
from shomei.numbers.budget import Budget, OutOfBudget
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.model import Refutation
from shomei.numbers.pools import edges
from shomei.numbers.samples import models
from shomei.numbers.sampling import plan, points, seed_of
from shomei.numbers.size import is_modest
from shomei.obligations.model import Context, Hypothesis
from shomei.symbolic import is_empty
from shomei.terms.definitions import by_name
from shomei.terms.nodes import NumberSet, Relation, Statement
from shomei.terms.walk import called_names, conjuncts, free_variables

_INTEGERS = frozenset({"N", "N+", "Z"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Hypotheses that no numbers satisfy together. `message` describes them in words, without
    quoting them. `symbolic`: what sympy decided about them.
    """

    hypotheses: tuple[Hypothesis, ...]
    message: str
    symbolic: tuple[str, ...] = ()

    @property
    def refutation(self) -> Refutation:
        """The contradiction as a refutation of a step or an assumption that rests on the
        hypotheses.
        """
        return Refutation("contradiction", self.message, symbolic=self.symbolic)


def find_witness(context: Context, *, seconds: float = 0.2) -> tuple[tuple[str, str], ...] | None:
    """Numbers for the context's variables that satisfy every hypothesis, as text; None if none are
    found.
    """
    if context.functions:
        return _with_samples(context, seconds)
    if not is_modest([h.statement for h in context.hypotheses], context):
        return None
    evaluator = Evaluator(
        by_name(context.definitions),
        Budget.of_seconds(seconds),
    )
    try:
        how = plan(context, (), (), evaluator)
        return next((point.values for point in points(how, seed_of(context), evaluator)), None)
    except OutOfBudget:
        return None


def _with_samples(context: Context, seconds: float) -> tuple[tuple[str, str], ...] | None:
    """A witness with sample functions in place of the declared ones."""
    for model in models(context):
        found = find_witness(model.context(context), seconds=seconds)
        if found is not None:
            return (*found, *model.words)
    return None


def find_contradiction(context: Context, *, seconds: float = 1.0) -> Contradiction | None:
    """The hypotheses that contradict each other, if that can be proved in about `seconds`."""
    hypotheses = context.hypotheses
    if not hypotheses or not is_modest([h.statement for h in hypotheses], context):
        return None
    start = time.monotonic()
    if find_witness(context, seconds=seconds / 3) is not None:
        return None
    parts = [
        (number, part)
        for number, h in enumerate(hypotheses)
        for part in conjuncts(h.statement)
        if not called_names(part)
    ]
    domains: dict[str, NumberSet] = {binding.name: binding.domain for binding in context.variables}
    clash = linear.clash(
        [(number, part) for number, part in parts if isinstance(part, Relation)], domains
    )
    decided = _by_sympy(parts, start + seconds - time.monotonic()) if clash is None else None
    clash = clash or decided
    if clash is None:
        clash = _by_boxes(parts, domains, max(0.05, seconds / 3))
    if clash is None:
        return None
    clashing = tuple(hypotheses[number] for number in sorted(clash))
    return Contradiction(
        clashing,
        "no numbers satisfy these hypotheses together"
        if len(clashing) > 1
        else "no numbers satisfy this hypothesis",
        ("the set of solutions is empty",) if decided else (),
    )


def _by_boxes(
    parts: Sequence[tuple[int, Statement]], domains: dict[str, NumberSet], seconds: float
) -> frozenset[int] | None:
    """Tries each set of one or two variables with the statements that have no others."""
    evaluator = Evaluator({}, Budget.of_seconds(seconds), over_boxes=True)
    for names, related in _groups(parts):
        exact = Evaluator({}, Budget.of_seconds(seconds))
        cuts = [edge for _, part in related for name in names for edge in edges(part, name, exact)]
        found = boxes.exhausted(
            related,
            names,
            cuts,
            frozenset(name for name in names if domains.get(name) in _INTEGERS),
            evaluator,
        )
        if found is not None:
            return found
    return None


def _by_sympy(parts: Sequence[tuple[int, Statement]], seconds: float) -> frozenset[int] | None:
    """Asks whether the relations in one variable have a solution, and then which of them are
    needed.
    """
    for names, related in _groups(parts):
        relations = [(number, part) for number, part in related if isinstance(part, Relation)]
        if len(names) != 1 or not relations or seconds <= 0:
            continue
        if is_empty([part for _, part in relations], names[0], seconds=seconds):
            for each in tuple(relations):
                fewer = [other for other in relations if other is not each]
                if fewer and is_empty([part for _, part in fewer], names[0], seconds=seconds):
                    relations = fewer
            return frozenset(number for number, _ in relations)
    return None


def _groups(
    parts: Sequence[tuple[int, Statement]],
) -> list[tuple[tuple[str, ...], list[tuple[int, Statement]]]]:
    """The sets of variables of the statements, each with all statements that have no others."""
    sets = dict.fromkeys(tuple(free_variables(part)) for _, part in parts)
    return [
        (names, [(n, part) for n, part in parts if set(free_variables(part)) <= set(names)])
        for names in sets
        if 1 <= len(names) <= 2
    ]
