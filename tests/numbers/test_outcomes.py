"""Numbers for the outcomes of events."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from shomei.numbers.outcomes import outcomes, proposals
from shomei.parser.events import Space, disjoint, independent
from shomei.terms.literals import ONE
from shomei.terms.nodes import NOWHERE, Relation, Variable

THREE = Space(("A", "B", "C"), "p")
SAID = THREE.conditions(NOWHERE)


def _chance(values: dict[str, Fraction], *events: str) -> Fraction:
    happens = THREE.everything
    for each in events:
        happens &= THREE.event(each)
    return sum((values[each] for each in THREE.variables(happens)), Fraction(0))


def test_they_add_up_to_one() -> None:
    found = list(proposals(SAID, Random(1)))
    assert found
    assert all(sum(each.values()) == 1 and min(each.values()) >= 0 for each in found)


def test_some_are_independent_and_some_only_in_pairs() -> None:
    pairs = [
        each
        for each in proposals(SAID, Random(1))
        if all(
            _chance(each, a, b) == _chance(each, a) * _chance(each, b)
            for a, b in ("AB", "AC", "BC")
        )
    ]
    product = [_chance(each, "A") * _chance(each, "B") * _chance(each, "C") for each in pairs]
    whole = [_chance(each, "A", "B", "C") for each in pairs]
    assert any(one == other for one, other in zip(whole, product, strict=True))
    assert any(one != other for one, other in zip(whole, product, strict=True))


def test_what_is_impossible_stays_so_in_the_outcomes_of_more_events() -> None:
    finer = Space(("A", "B", "C", "D"), "q")
    never = disjoint(THREE, "ABC")
    said = (*SAID, *THREE.impossible(never, NOWHERE), *finer.conditions(NOWHERE))
    said = (*said, *finer.refines(THREE, NOWHERE))
    found = [
        each
        for each in proposals(said, Random(1))
        if not any(each[name] for name in THREE.variables(never))
    ]
    assert len(found) >= 3
    assert all(each["p_100"] == each["q_1001"] + each["q_1000"] for each in found)


@pytest.mark.parametrize("count", [2, 7])
def test_other_sums_are_none_of_outcomes(count: int) -> None:
    names = THREE.variables(THREE.everything)[:count]
    term = THREE.probability(sum(1 << place for place in range(count)), NOWHERE)
    assert names
    assert outcomes(Relation("=", term, ONE)) == ()
    assert outcomes(Relation("=", Variable("p_111"), ONE)) == ()
    assert list(proposals(independent(THREE, "AB", NOWHERE, pairwise=False), Random(1))) == []
