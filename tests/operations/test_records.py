"""Every record fills each field or says why not, and agrees with the function as mpmath computes
it.
"""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from itertools import pairwise

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shomei.arithmetic.interval import Interval, TooLarge
from shomei.arithmetic.value import OutsideDomain, Undecided, Value, to_interval
from shomei.operations import laws, operators, powers
from shomei.operations.operation import Operation, nothing_exact
from shomei.operations.registry import FUNCTIONS, OPERATIONS
from shomei.terms.literals import exact_value
from shomei.terms.nodes import Apply, Infinity, Number, Relation, Variable
from shomei.terms.substitution import substitute
from tests.operations.trial import (
    EXPONENTS,
    MEANING,
    POINTS,
    arguments,
    close,
    holds,
    inside,
    meaning,
    near,
    needed,
    points,
    term_value,
    variables,
)

RECORDS = (*OPERATIONS.values(), *operators.OPERATIONS, *powers.OPERATIONS)
by_name = pytest.mark.parametrize("operation", RECORDS, ids=lambda operation: operation.name)

#: Fields that have an answer of their own for every operation.
ALWAYS = {"name", "arity", "words", "approximate", "value", "angle", "absent"}


@pytest.fixture(autouse=True)
def _precise() -> None:
    mpmath.mp.prec = 120


def test_each_stands_under_its_name_and_has_a_meaning_to_be_tried_against() -> None:
    assert all(name == operation.name for name, operation in OPERATIONS.items())
    assert [operation.name for operation in RECORDS] == list(
        dict.fromkeys(operation.name for operation in RECORDS)
    )
    assert {operation.name for operation in RECORDS} == set(MEANING)


def answered(operation: Operation, field: str) -> bool:
    found = getattr(operation, field)
    match field:
        case "lean":
            return bool(found.head)
        case "notation":
            return bool(found.command) != bool(found.pattern)
        case "exact":
            return found is not nothing_exact
        case "along" | "derivative":
            return bool(operation.along or operation.derivative)
        case _:
            return bool(found)


@by_name
def test_every_field_is_answered_or_said_to_be_absent(operation: Operation) -> None:
    names = {field.name for field in fields(Operation)} - ALWAYS - {"along"}
    assert set(operation.absent) <= names
    for name in names:
        if answered(operation, name):
            assert name not in operation.absent or name == "derivative", name
        else:
            assert operation.absent.get(name), name
    assert set(operation.words) == {"en", "ja"}
    assert all(operation.words.values())


def test_names_that_are_read_are_read_as_one_operation() -> None:
    read = [name for operation in RECORDS for name in operation.notation.read]
    assert len(read) == len(set(read))
    assert all(OPERATIONS[name].notation.read[0] == name for name in FUNCTIONS)


def test_every_file_of_laws_is_some_operations() -> None:
    claimed = {operation.laws for operation in RECORDS if operation.laws}
    assert claimed | {"tangents", laws.LAST} == set(laws.FILES)
    for operation in RECORDS:
        if operation.laws:
            said = " ".join(row["statement"] for row in laws.rows(operation.laws))
            signs = {"abs": "|u|", "exp": "e^{", "factorial": "!", "log_base": "\\log_"}
            written = {"log": "\\log", "sqrt": "\\sqrt", "binomial": "\\binom"}
            shown = {**signs, **written}.get(operation.name, operation.notation.command)
            assert shown in said, operation.name


# --------------------------------------------------------------------------------------------------
# Domain and values


def exact_arguments(operation: Operation, point: dict[str, Fraction]) -> list[Value]:
    numbers = {name: Number(value) for name, value in point.items()}
    found = [exact_value(substitute(part, numbers)) for part in arguments(operation)]
    return [value for value in found if value is not None]


def encloses(found: Value, true: mpmath.mpf) -> bool:
    if not isinstance(found, Interval):
        return close(mpmath.mpf(found.numerator) / found.denominator, true, 30)
    slack = mpmath.mpf(2) ** -100 * max(1, abs(true))
    return bool(mpmath.make_mpf(found.low) - slack <= true <= mpmath.make_mpf(found.high) + slack)


@by_name
def test_it_has_its_value_wherever_its_needs_hold(operation: Operation) -> None:
    for point in inside(operation):
        true = meaning(operation, point)
        given_ = exact_arguments(operation, point)
        assert encloses(operation.value(*given_, bits=64, boxes=False), true), point
        floats = operation.approximate(*(float(each) for each in exact_arguments(operation, point)))
        assert close(mpmath.mpf(floats), true, 9), point


@by_name
def test_outside_its_domain_no_value_is_given(operation: Operation) -> None:
    outside = 0
    for point in points(operation):
        # an odd root of a negative number and a whole power have values that Lean's terms have not
        if operation.name in {"root", "^(-)"} or all(holds(c, point) for c in needed(operation)):
            continue
        outside += 1
        with pytest.raises((OutsideDomain, Undecided)):
            operation.value(*exact_arguments(operation, point), bits=64, boxes=False)
    total = operation.needs is None or operation.lean.arguments == "natural"
    if not total and operation.name not in {"tan", "sec", "root", "^", "^(-)"}:
        assert outside


@by_name
@settings(max_examples=60, deadline=None)
@given(st.fractions(-6, 6, max_denominator=97), st.fractions(0, 1, max_denominator=97))
def test_an_interval_encloses_the_values_in_it(
    operation: Operation, start: Fraction, width: Fraction
) -> None:
    if operation.lean.arguments == "natural":
        return
    name = variables(operation)[0 if operation.name in EXPONENTS else -1]
    box = Interval(to_interval(start, 80).low, to_interval(start + width, 80).high)
    elsewhere = {each: Fraction(3, 2) for each in variables(operation)}
    if operation.name == "^(-)":
        elsewhere["v"] = Fraction(5)
    given_ = [
        box if part == Variable(name) else value
        for part, value in zip(
            arguments(operation), exact_arguments(operation, elsewhere), strict=True
        )
    ]
    try:
        found = operation.value(*given_, bits=64, boxes=True)
    except (OutsideDomain, Undecided, TooLarge):
        return
    for part in range(5):
        point = {**elsewhere, name: start + width * part / 4}
        try:
            if all(holds(condition, point) for condition in needed(operation)):
                assert encloses(found, meaning(operation, point)), point
        except (ValueError, ZeroDivisionError):
            continue


@by_name
def test_what_is_known_by_sight_is_so(operation: Operation) -> None:
    hits = 0
    for point in inside(operation):
        exact = operation.exact(exact_arguments(operation, point))
        if exact is not None:
            hits += 1
            assert close(mpmath.mpf(exact.numerator) / exact.denominator, meaning(operation, point))
    assert bool(hits) == ("exact" not in operation.absent)


@by_name
def test_respelled_it_is_the_same(operation: Operation) -> None:
    spelled = operation.respelled(arguments(operation)) if operation.respelled else None
    if spelled is None:
        return
    assert spelled != Apply(operation.name, arguments(operation))
    for point in inside(operation):
        assert close(term_value(spelled, point), meaning(operation, point))


# --------------------------------------------------------------------------------------------------
# Signs, bounds, parity, order


@by_name
def test_its_signs_follow_from_their_premises(operation: Operation) -> None:
    if operation.signs is None:
        return
    value = Apply(operation.name, arguments(operation))
    for rule in operation.signs(arguments(operation)):
        conclusion = Relation(rule.sign, value, Number(Fraction(0)))
        used = 0
        for point in inside(operation):
            if all(holds(premise, point) for premise in rule.premises):
                used += 1
                assert holds(conclusion, point), (rule, point)
            elif rule.iff and operation.name != "^(-)":  # there a reader would still say x > 0
                assert not holds(conclusion, point), (rule, point)
        assert used, rule


@by_name
def test_its_bounds_are_the_best_and_open_where_they_say_so(operation: Operation) -> None:
    if operation.bounds is None:
        return
    bounds = operation.bounds
    wide = [{"u": Fraction(n, 7), "v": Fraction(n, 7)} for n in range(-700, 700)]
    wide += [{"u": Fraction(2), "v": Fraction(0)}, *inside(operation)]
    values = []
    for point in wide:
        try:
            if all(holds(condition, point) for condition in needed(operation)):
                values.append(meaning(operation, point))
        except (ValueError, ZeroDivisionError):
            continue
    modest = [meaning(operation, point) for point in inside(operation)]
    for bound, is_open, sign in (
        (bounds.lower, bounds.lower_open, 1),
        (bounds.upper, bounds.upper_open, -1),
    ):
        if bound is None:
            assert max(-sign * value for value in values) > 4
            continue
        edge = mpmath.mpf(bound.numerator) / bound.denominator
        least = min(sign * (value - edge) for value in values)
        assert 0 <= least < 1e-3
        assert not is_open or all(sign * (value - edge) > 0 for value in modest)


@by_name
def test_it_is_odd_or_even_as_it_says(operation: Operation) -> None:
    if len(variables(operation)) > 1 or operation.lean.arguments == "natural":
        return
    pairs = []
    for point in inside(operation):
        opposite = {"u": -point["u"]}
        if point["u"] and opposite in inside(operation):
            pairs.append((meaning(operation, point), meaning(operation, opposite)))
    odd, even = (all(close(a, sign * b) for a, b in pairs) for sign in (-1, 1))
    if operation.parity is not None:
        assert pairs
        assert (odd, even) == (operation.parity.kind == "odd", operation.parity.kind == "even")
    elif "neither" in operation.absent["parity"]:
        assert not pairs or not (odd or even)


@by_name
def test_it_grows_where_it_says_so(operation: Operation) -> None:
    values = [meaning(operation, point) for point in inside(operation)]
    if operation.monotonicity is not None:
        assert all(a < b for a, b in pairwise(values))
        zero, u = Number(Fraction(0)), Variable("u")
        assert set(operation.monotonicity.weak_needs(u)) <= {
            Relation(">", u, zero),
            Relation(">=", u, zero),
        }
    elif operation.arity == 1 and operation.absent["monotonicity"].startswith("it rises and falls"):
        assert not all(a < b for a, b in pairwise(values))


@by_name
def test_its_inverse_is_undone_by_it(operation: Operation) -> None:
    if operation.inverse is None:
        return
    own = arguments(operation)
    for position, part in enumerate(own):
        if not isinstance(part, Variable):
            continue
        tried = 0
        for point in inside(operation):
            value = meaning(operation, point)
            for found in operation.inverse(own, position, Variable("w")):
                try:
                    back = term_value(found, {**point, "w": value})
                    again = meaning(operation, {**point, part.name: back})
                except (ValueError, ZeroDivisionError):
                    continue
                tried += 1
                assert close(again, value), point
        assert tried


# --------------------------------------------------------------------------------------------------
# Derivatives and limits


@by_name
def test_its_derivative_is_its_slope(operation: Operation) -> None:
    if operation.derivative is None:
        if operation.along is None:
            return
        for point in inside(operation):
            other = term_value(operation.along(arguments(operation)), point)
            assert close(other, meaning(operation, point))
        return
    # the arguments are u = x^2 / 3 + x / 2 and v = 3 - x^2 at some x, so that a forgotten inner
    # derivative shows
    own = arguments(operation)
    inner = tuple(Variable(f"d{name}") for name in variables(operation))
    tried = 0
    for x in POINTS:
        at = mpmath.mpf(x.numerator) / x.denominator

        def inside_(t: mpmath.mpf) -> dict[str, mpmath.mpf]:
            return {"u": t * t / 3 + t / 2, "v": 3 - t * t}

        point = {**inside_(at), "du": 2 * at / 3 + mpmath.mpf(1) / 2, "dv": -2 * at}
        try:
            needs = [*needed(operation), *operation.derivative.needs(*own)]
            if not all(holds(condition, point) for condition in needs):
                continue
            slope = mpmath.diff(lambda t: meaning(operation, inside_(t)), at, h=1e-9)
        except (ValueError, ZeroDivisionError):
            continue
        tried += 1
        assert close(term_value(operation.derivative.value(*own, *inner), point), slope, 7), x
    assert tried >= 5


@by_name
def test_its_limits_are_values_where_it_is_continuous(operation: Operation) -> None:
    if operation.continuity is None:
        return
    needs = operation.continuity.needs(*arguments(operation))
    tried = 0
    for point in inside(operation):
        if not all(holds(need, point) for need in needs):
            continue
        at = {name: mpmath.mpf(x.numerator) / x.denominator for name, x in point.items()}
        for off in (mpmath.mpf(10) ** -20, -(mpmath.mpf(10) ** -20)):
            try:
                beside = meaning(operation, {name: x + off for name, x in at.items()})
            except ValueError:  # the end of the domain
                continue
            tried += 1
            assert close(beside, meaning(operation, point), 8), point
    assert tried >= 5


@by_name
def test_it_goes_where_it_says_at_the_ends(operation: Operation) -> None:
    for end in operation.ends:
        nearby = [near(end.at, distance) for distance in (1, 2, 3)]
        values = [meaning(operation, {"u": each}) for each in nearby]
        if isinstance(end.value, Infinity):
            sign = 1 if end.value.positive else -1
            assert sign * values[0] < sign * values[1] < sign * values[2]
            assert sign * values[2] > 6
        else:
            assert close(values[2], term_value(end.value, {}), 6)


@by_name
def test_the_known_limits_are_right(operation: Operation) -> None:
    for known in operation.limits:
        value = term_value(
            substitute(known.pattern, {"t": Variable("u")}), {"u": near(known.point, 9)}
        )
        assert close(value, term_value(known.value, {}), 7), known.lemma
