"""Proposes steps to insert that Shomei's rules can reach, by the form of the unproved step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from shomei.advice.sides import computed
from shomei.advice.trial import Trial
from shomei.emitter.rules import instances, rules_for
from shomei.languages.names import shown_name
from shomei.operations.spelling import normalise
from shomei.operations.statement_latex import print_statement
from shomei.symbolic import factored_difference
from shomei.terms.definitions import natural_names, unfold
from shomei.terms.literals import ONE, ZERO, E
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, is_limiting, subterms

_LONGEST = 90
_KNOWN_LIMITS: Final[Mapping[str, str]] = {
    "log": r"\lim_{t \to 0} \frac{\log (1 + t)}{t} = 1",
    "exp": r"\lim_{t \to 0} \frac{e^t - 1}{t} = 1",
    "sin": r"\lim_{t \to 0} \frac{\sin t}{t} = 1",
    "cos": r"\lim_{t \to 0} \frac{1 - \cos t}{t^2} = \frac{1}{2}",
}


def between(trial: Trial) -> Iterator[str]:
    """Proposals for a step in between. Proposed formulas have been tried with numbers."""
    goal = trial.relation()
    if goal is None:
        yield "say which formula or rule it uses, or put a step in between: one change at a time"
        return
    if goal.operator == "=" and is_limiting(goal):
        yield from _of_limits(goal, trial)
    elif goal.operator == "=":
        special = [*_by_induction(goal, trial), *_multiple_angles(goal)]
        yield from special or _by_rules(goal, trial)
    elif goal.operator != "!=":
        yield from _by_sign(goal, trial)
        yield from _by_induction(goal, trial)


def _of_limits(goal: Relation, trial: Trial) -> Iterator[str]:
    terms = [side for side in (goal.left, goal.right) if is_limiting(side)]
    for term in terms:
        match term:
            case Limit(body=body, point=point):
                yield from _quotient(term, body, trial, at_infinity=isinstance(point, Infinity))
            case Prime() | Derivative():
                value = computed(term, trial)
                if value is not None:
                    yield f"put this step first: {print_statement(Relation('=', term, value))}"
                else:
                    yield (
                        "differentiate its parts in steps of their own, then put them together "
                        "by the product, quotient or chain rule"
                    )
            case _:
                yield (
                    "give each limit or derivative in it a value in a step of its own, then put "
                    "the values in"
                )


def _quotient(term: Limit, body: Expression, trial: Trial, *, at_infinity: bool) -> Iterator[str]:
    definitions = trial.setting.notation.definitions if trial.setting is not None else {}
    match normalise(unfold(body, definitions)):
        case Binary(operator="/", left=above, right=below) if not is_limiting(
            above
        ) and not is_limiting(below):
            if not at_infinity and all(
                trial.stands(Relation("=", Limit(term.variable, term.point, term.side, part), ZERO))
                for part in (above, below)
            ):
                known = [_KNOWN_LIMITS[name] for name in _functions(body)]
                way = f"writes it by {' or '.join(known)}" if known else "cancels what goes to 0"
                yield f"numerator and denominator both go to 0: put a step between that {way}"
                return
            if at_infinity:
                yield (
                    "put a step between that divides numerator and denominator by the largest "
                    f"power of {term.variable}"
                )
                return
    yield (
        "put a step between that writes what stands under the limit as sums, products and "
        "quotients of parts whose limits are known"
    )


def _functions(term: Expression) -> list[str]:
    """The functions with a known limit that occur."""
    found: dict[str, None] = {}
    for part in subterms(normalise(term)):
        match part:
            case Apply("log" | "log_base"):
                found["log"] = None
            case Power(base=base) if base == E:
                found["exp"] = None
            case Apply("sin" | "cos" as name):
                found[name] = None
            case _:
                pass
    return list(found)


def _by_sign(goal: Relation, trial: Trial) -> Iterator[str]:
    """An inequality by the sign of a difference, which is written as a product if sympy finds
    one.
    """
    large, small = (
        (goal.left, goal.right) if goal.operator in (">", ">=") else (goal.right, goal.left)
    )
    plain = Binary("-", large, small)
    definitions = trial.setting.notation.definitions if trial.setting is not None else {}
    gap = (
        None
        if is_limiting(plain)
        else factored_difference(
            normalise(unfold(large, definitions)), normalise(unfold(small, definitions))
        )
    )
    if gap is not None and _is_product(gap) and gap != normalise(plain):
        proposed = Relation("=", plain, gap)
        text = print_statement(proposed)
        if len(text) <= _LONGEST and trial.stands(proposed):
            yield (
                "put this step first, and say why its right side has the sign that is needed: "
                f"{text}"
            )
            return
    yield (
        "show the sign of the difference of the two sides first: write it as a square, or as a "
        "product of things whose signs are known"
    )


def _is_product(term: Expression) -> bool:
    """Whether a term is a power, or a product of which more than one factor has a variable."""
    match term:
        case Binary(operator="/", left=above, right=below):
            return _is_product(above) or (
                bool(free_variables(below)) and not isinstance(above, Binary)
            )
        case Binary(operator="*", left=a, right=b):
            return (
                (bool(free_variables(a)) and bool(free_variables(b)))
                or _is_product(a)
                or _is_product(b)
            )
        case Negation(operand=a):
            return _is_product(a)
        case _:
            return isinstance(term, Power)


def _by_induction(goal: Relation, trial: Trial) -> Iterator[str]:
    """The step of an induction, if a sum up to a natural number is one whole side."""
    naturals = natural_names(trial.obligation.context.variables)
    for big, other in ((goal.left, goal.right), (goal.right, goal.left)):
        if not (
            isinstance(big, BigOperator)
            and isinstance(big.upper, Variable)
            and big.upper.name in naturals
        ):
            continue
        name = big.upper.name
        after = Binary("+", Variable(name), ONE)
        last = substitute(big.body, {big.index: after})
        so_far = Binary("+" if big.operator == "sum" else "*", other, last)
        proposed = Relation("=", so_far, substitute(other, {name: after}))
        if goal.operator == "=" and trial.stands(proposed):
            yield (
                f"an induction on {name} needs this step; write it before: "
                f"{print_statement(proposed)}"
            )
            return
    if naturals and any(
        isinstance(part, BigOperator) for side in (goal.left, goal.right) for part in subterms(side)
    ):
        yield (
            "prove it for one more term first: split the last term off the sum or product, and "
            "put in what is known of the rest"
        )


def _multiple_angles(goal: Relation) -> Iterator[str]:
    for side in (goal.left, goal.right):
        for part in subterms(side):
            match part:
                case Apply(
                    "sin" | "cos", (Binary(operator="*", left=Number(value=value), right=rest),)
                ) if value.denominator == 1 and value > 2:
                    split = Apply(
                        part.operation, (Binary("+", Binary("*", Number(value - 1), rest), rest),)
                    )
                    yield (
                        "put a step between for the addition theorem: "
                        f"{print_statement(Relation('=', part, split))}"
                    )
                    return


def _by_rules(goal: Relation, trial: Trial) -> Iterator[str]:
    """The rules that fit parts of an equation: one line for each keeps the steps small."""
    if trial.setting is not None:
        definitions = trial.setting.notation.definitions
        names: dict[str, None] = {}
        for side in (goal.left, goal.right):
            for part in subterms(normalise(unfold(side, definitions))):
                names.update(
                    dict.fromkeys(
                        shown_name(i.rule.id)
                        for i in instances(part, rules_for(part), trial.setting.notation)
                        if i.rule.statement.operator == "="
                    )
                )
        if names:
            yield (
                "put a step between for each rule that it uses; these fit parts of it: "
                f"{', '.join(list(names)[:6])}"
            )
            return
    yield "put a step between: change one thing at a time"
