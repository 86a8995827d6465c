"""What a chain comes to is true of all numbers, and as strong as it can be."""

import itertools
import operator

import pytest

from shomei.terms.nodes import RelationOperator
from shomei.terms.relations import compose

HOLDS = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
#: Enough for every order of three numbers.
NUMBERS = list(itertools.product(range(4), repeat=3))


def follows(first: str, second: str) -> set[str]:
    """The relations that hold between a and c wherever `a first b second c`."""
    ends = [(a, c) for a, b, c in NUMBERS if HOLDS[first](a, b) and HOLDS[second](b, c)]
    return {name for name, holds in HOLDS.items() if all(itertools.starmap(holds, ends))}


@pytest.mark.parametrize("first", HOLDS)
@pytest.mark.parametrize("second", HOLDS)
def test_it_is_the_strongest_that_follows(
    first: RelationOperator, second: RelationOperator
) -> None:
    found, right = compose(first, second), follows(first, second)
    if not right:
        assert found is None
    else:
        assert found in right
        # `a < c` says more than `a <= c` and `a != c` do.
        assert right <= follows(found, "=")


@pytest.mark.parametrize("second", HOLDS)
def test_nothing_follows_from_nothing(second: RelationOperator) -> None:
    assert compose(None, second) is None
