"""The search: the order in which methods are tried, and the effort of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shomei.emitter import search as searching
from shomei.emitter.effort import ATTEMPT, spend
from shomei.emitter.emit import problem_for, workshop
from shomei.emitter.lean.script import GRIND, SKIP, Exact
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import ANY, Method, Problem, Proof, Prove, methods_for
from shomei.obligations import build
from shomei.parser import parse


def problem(text: str) -> Problem:
    return problem_for(workshop(build(parse(text, "test.txt")).obligations[-1]), "relation")


def a_method(name: str, cost: int, prove: Prove, *reasons: str, proofs: int = 3) -> Method:
    return Method(name, ("relation",), frozenset(reasons), cost, proofs * ATTEMPT, prove)


def proofs_named(*names: str) -> Prove:
    def prove(_: Problem) -> Iterator[Proof]:
        for name in names:
            yield Proof((Exact(name),), name)

    return prove


def searched(monkeypatch: pytest.MonkeyPatch, text: str, *methods: Method) -> list[str]:
    searching._in_order.cache_clear()
    monkeypatch.setattr(
        searching, "methods_for", lambda _: tuple(sorted(methods, key=lambda each: each.cost))
    )
    try:
        return [proof.how for proof in searching.search(problem(text))]
    finally:
        searching._in_order.cache_clear()


def test_the_cheapest_is_tried_first(monkeypatch: pytest.MonkeyPatch) -> None:
    dear, cheap = a_method("a", 9, proofs_named("dear")), a_method("b", 1, proofs_named("cheap"))
    assert searched(monkeypatch, "x = x", dear, cheap) == ["cheap", "dear"]


def test_what_answers_to_the_authors_reason_comes_before(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = a_method("a", 1, proofs_named("cheap"))
    middle = a_method("b", 5, proofs_named("middle"), "algebra")
    dear = a_method("c", 9, proofs_named("dear"), "algebra")
    assert searched(monkeypatch, "x = x   by algebra", dear, cheap, middle) == [
        "middle",
        "dear",
        "cheap",
    ]


def test_what_costs_nothing_comes_first_whatever_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trivial = a_method("a", 1, proofs_named("trivial"), *ANY)
    asked = a_method("b", 5, proofs_named("asked"), "algebra")
    assert searched(monkeypatch, "x = x   by algebra", asked, trivial) == ["trivial", "asked"]


def test_each_method_has_an_effort_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_: Problem) -> Iterator[Proof]:
        while True:
            spend(ATTEMPT)
        yield Proof((GRIND,), "never")

    many = a_method("a", 1, proofs_named(*"abcdefghijklmnop"), proofs=4)
    lost, last = a_method("b", 2, endless), a_method("c", 3, proofs_named("last"))
    assert searched(monkeypatch, "x = x", many, lost, last) == [*"abcde", "last"]


def test_a_proof_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = a_method("a", 1, proofs_named("x", "x")), a_method("b", 2, proofs_named("x", "y"))
    assert searched(monkeypatch, "x = x", one, other) == ["x", "y"]


@pytest.mark.parametrize("end", [Unprintable("no place"), RecursionError()])
def test_a_method_that_comes_to_no_end_ends_no_other(
    monkeypatch: pytest.MonkeyPatch, end: Exception
) -> None:
    def breaks(_: Problem) -> Iterator[Proof]:
        yield Proof((SKIP,), "before")
        raise end

    first, second = a_method("a", 1, breaks), a_method("b", 2, proofs_named("after"))
    assert searched(monkeypatch, "x = x", first, second) == ["before", "after"]


def test_a_proof_rests_on_its_method_and_on_what_it_cites() -> None:
    found = next(searching.search(problem("formula (1): X + X = 2 X\nx + x = 2 x   by (1)")))
    assert {"citation", "algebra", "formula_1"} <= found.uses
    assert found.requires == ("formula_1",)


def test_every_method_has_a_name_of_its_own_and_a_goal() -> None:
    goals = ("relation", "near", "statement", "cover", "result", "value", "equivalence")
    names = [each.name for goal in goals for each in methods_for(goal)]
    assert all(methods_for(goal) for goal in (*goals, "arithmetic", "comparison", "existence"))
    assert len(set(names)) > 25


@pytest.mark.parametrize(
    ("text", "giant"),
    [
        ("0.1^{10^{9}} > 0", True),
        ("2^{100} > 1", False),
        ("x^{2} > 1", False),
        ("2^{x} > 1", False),
    ],
)
def test_powers_that_are_never_computed(text: str, giant: bool) -> None:
    found = problem(text)
    assert searching.has_giant_power(found.statement) == giant
    assert any(proof.script[-1] == GRIND for proof in searching.search(found)) != giant
