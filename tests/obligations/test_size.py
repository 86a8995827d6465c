"""What would not fit once it is written out is refused without writing it out; all else is not."""

import time

import pytest

from shomei.obligations.size import MAX_PARTS, Ruler, TooLarge
from shomei.parser.limits import MAX_DEPTH
from shomei.terms.definitions import Definition, unfold
from shomei.terms.nodes import Binary, Call, Expression, Negation, Variable
from shomei.terms.walk import subterms

A, T, X = Variable("a"), Variable("t"), Variable("x")


def doubled(term: Expression) -> Expression:
    return Binary("+", term, term)


def many(term: Expression, count: int) -> Expression:
    """The sum of `count` of the same, as flat as it can be."""
    terms = [term] * count
    while len(terms) > 1:
        pairs = zip(terms[::2], terms[1::2], strict=False)
        terms = [Binary("+", *pair) for pair in pairs] + terms[len(terms) // 2 * 2 :]
    return terms[0]


def test_a_term_of_the_greatest_size_is_taken_and_a_larger_one_is_not() -> None:
    most = (MAX_PARTS + 1) // 2  # a sum of n has n - 1 signs
    Ruler({}, {}).check(many(X, most))
    with pytest.raises(TooLarge, match=str(MAX_PARTS)):
        Ruler({}, {}).check(many(X, most + 1))


def test_a_term_of_the_greatest_depth_is_taken_and_a_deeper_one_is_not() -> None:
    term: Expression = X
    for _ in range(MAX_DEPTH - 1):
        term = Negation(term)
    Ruler({}, {}).check(term)
    with pytest.raises(TooLarge, match=str(MAX_DEPTH)):
        Ruler({}, {}).check(Negation(term))


def test_what_a_name_stands_for_counts_wherever_the_name_stands() -> None:
    ruler = Ruler({"b": many(X, 100)}, {})
    ruler.check(many(Variable("b"), 49))
    with pytest.raises(TooLarge):
        ruler.check(many(Variable("b"), 51))


def test_an_argument_counts_as_often_as_its_parameter_stands_in_the_body() -> None:
    functions = {"f": Definition("f", ("t",), many(T, 10))}
    Ruler({}, functions).check(Call("f", (many(X, 400),)))
    with pytest.raises(TooLarge):
        Ruler({}, functions).check(Call("f", (many(X, 600),)))


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_it_counts_all_that_is_there_once_it_is_written_out_and_not_twice_as_much(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    functions = {
        "f": Definition("f", ("t",), Binary("*", many(T, count), X)),
        "g": Definition("g", ("t",), doubled(Call("f", (Negation(T),)))),
    }
    term = Call("g", (many(A, count),))
    parts = len(list(subterms(unfold(term, functions))))
    monkeypatch.setattr("shomei.obligations.size.MAX_PARTS", 2 * parts)
    Ruler({}, functions).check(term)
    monkeypatch.setattr("shomei.obligations.size.MAX_PARTS", parts - 1)
    with pytest.raises(TooLarge):
        Ruler({}, functions).check(term)


def test_doubling_is_refused_at_once() -> None:
    functions = {"f0": Definition("f0", ("t",), doubled(T))}
    for number in range(1, 200):
        inner = Call(f"f{number - 1}", (T,))
        functions[f"f{number}"] = Definition(f"f{number}", ("t",), doubled(inner))
    begun = time.monotonic()
    with pytest.raises(TooLarge):
        Ruler({}, functions).check(Call("f199", (X,)))
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("circle", [("f",), ("f", "g"), ("f", "g", "h")])
def test_a_circle_is_refused(circle: tuple[str, ...]) -> None:
    functions = {
        name: Definition(name, ("t",), Call(called, (T,)))
        for name, called in zip(circle, (*circle[1:], circle[0]), strict=True)
    }
    with pytest.raises(TooLarge):
        Ruler({}, functions).check(Call("f", (X,)))


def test_a_parameter_is_not_the_abbreviation_of_the_same_name() -> None:
    functions = {"f": Definition("f", ("t",), many(T, 100))}
    Ruler({"t": many(X, MAX_PARTS // 4)}, functions).check(Call("f", (X,)))
