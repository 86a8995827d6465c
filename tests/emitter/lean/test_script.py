"""A proof term says its own type only where it has to."""

import pytest

from shomei.emitter.lean.script import stated, without_type


@pytest.mark.parametrize(
    ("proof", "plain"),
    [
        ("(f (g x) : p x)", "(f (g x))"),
        ("(fun h => e : p x)", "(fun h => e)"),
        ("(f : p y)", "(f : p y)"),
        ("(f a) (g : p x)", "(f a) (g : p x)"),
        ("h1", "h1"),
        ("by exact (f : p x)", "by exact (f : p x)"),
    ],
)
def test_the_type_is_taken_from_a_term_that_is_all_in_one_bracket(proof: str, plain: str) -> None:
    assert without_type(proof, "p x") == plain
    assert stated("h", "p x", proof).proof == plain
    assert stated("h", "p x", proof).statement == "p x"
