"""What is in force at a point of a document, and what items change of it."""

from __future__ import annotations

import pytest

from shomei.obligations.assumptions import at_least_one
from shomei.obligations.model import Obligation
from shomei.obligations.scope import Scope, context_of, written_out
from shomei.obligations.size import TooLarge
from shomei.operations.latex import print_expression
from shomei.operations.statement_latex import print_statement
from shomei.terms.nodes import Relation, Span, Variable
from shomei.terms.substitution import Capture
from tests.obligations.texts import plan, term

SPAN = Span(0, 0, 1, 1, 1, 1)
X_POSITIVE = Relation(">", Variable("x"), term("0"))
Y_POSITIVE = Relation(">", Variable("y"), term("0"))


def hypotheses(obligation: Obligation) -> list[tuple[str, str, str]]:
    return [
        (each.name, print_statement(each.statement), each.origin)
        for each in obligation.context.hypotheses
    ]


def test_a_hypothesis_is_added_once_and_named_by_its_place() -> None:
    scope = Scope().with_hypothesis(X_POSITIVE, "assumed", SPAN)
    assert scope.with_hypothesis(X_POSITIVE, "case", SPAN) is scope
    both = scope.with_hypothesis(Y_POSITIVE, "case", SPAN)
    assert [(each.name, each.origin) for each in both.hypotheses] == [
        ("h1", "assumed"),
        ("h2", "case"),
    ]


def test_a_variable_is_real_unless_it_is_declared() -> None:
    scope = Scope(domains={"n": "N", "m": "N+", "q": "Q"})
    assert scope.naturals() == {"n", "m"}
    assert [scope.binding(name).domain for name in ("n", "m", "q", "x")] == ["N", "N+", "Q", "R"]


def test_a_context_has_what_speaks_of_the_statement_and_nothing_else() -> None:
    linked = Relation("<", Variable("x"), Variable("z"))
    scope = Scope().with_hypothesis(X_POSITIVE, "assumed", SPAN)
    scope = scope.with_hypothesis(Y_POSITIVE, "assumed", SPAN)
    scope = scope.with_hypothesis(linked, "assumed", SPAN)
    about_x = context_of(Relation("=", Variable("x"), Variable("x")), scope)
    assert X_POSITIVE in [each.statement for each in about_x.hypotheses]
    assert Y_POSITIVE not in [each.statement for each in about_x.hypotheses]
    assert "x" in {binding.name for binding in about_x.variables}


def test_abbreviations_are_written_out() -> None:
    scope = Scope(abbreviations={"Y": term("x + h")})
    statement = written_out(Relation("=", term("Y^2"), term("Y")), scope)
    assert print_statement(statement) == "(x + h)^{2} = x + h"


@pytest.mark.parametrize("text", [r"\lim_{h \to 0} Y", r"\sum_{h=1}^{3} Y"])
def test_a_binder_does_not_catch_what_an_abbreviation_speaks_of(text: str) -> None:
    # h is a number here, of which something is assumed: the limit's is another one.
    held = Scope().with_hypothesis(Relation(">", Variable("h"), term("0")), "assumed", SPAN)
    scope = Scope(abbreviations={"Y": term("x + h")}, hypotheses=held.hypotheses)
    with pytest.raises(Capture):
        written_out(Relation("=", term(text), term("0")), scope)


def test_what_would_not_fit_is_not_written_out() -> None:
    large = term(" + ".join(["x"] * 200))
    with pytest.raises(TooLarge):
        written_out(
            Relation("=", term(" + ".join(["Y"] * 200)), term("0")),
            Scope(abbreviations={"Y": large}),
        )


def test_a_positive_whole_number_is_at_least_one() -> None:
    [step] = plan("let n \\in \\mathbb{N}_{>0}\nn + n = 2 n").obligations
    assert hypotheses(step) == [("h1", print_statement(at_least_one("n")), "assumed")]
    assert [(each.name, each.domain) for each in step.context.variables] == [("n", "N+")]


def test_to_assume_something_is_to_assume_that_it_means_something() -> None:
    [step] = plan("assume \\log x > 1\nx = x").obligations
    assert hypotheses(step) == [("h1", "x > 0", "inferred"), ("h2", "\\ln x > 1", "assumed")]


def test_both_parts_of_a_conjunction_are_assumed() -> None:
    [step] = plan("assume x > 0 \\land x < 1\nx = x").obligations
    assert [statement for _, statement, _ in hypotheses(step)] == ["x > 0", "x < 1"]


def test_each_assumption_has_all_that_is_in_force_with_it() -> None:
    found = plan("assume x > 0\nassume y > x\nx = x").assumptions
    assert [[print_statement(h.statement) for h in each.context.hypotheses] for each in found] == [
        ["x > 0"],
        ["x > 0", "y > x"],
    ]


def test_a_name_of_which_something_is_assumed_is_no_abbreviation() -> None:
    [step] = plan("assume X > 0\nlet X = y\nX = y").obligations
    assert step.renamings == ()
    assert "X = y" in [statement for _, statement, _ in hypotheses(step)]


def test_a_name_that_is_declared_anew_stands_for_nothing() -> None:
    [step] = plan("let X = y + 1\nlet X \\in \\mathbb{R}\nX = X").obligations
    assert step.renamings == ()
    assert print_statement(step.goal) == "X = X"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("let X = X + 1", "X is defined by itself"),
        (
            "define g(t) = t x\ndefine f(x) = g(x)",
            "x is a parameter here, and another variable in a function that is called",
        ),
    ],
)
def test_what_cannot_be_named_is_told(text: str, why: str) -> None:
    [notice] = plan(f"{text}\n1 = 1").notices
    assert notice.message == f"not checked: {why}"


def test_what_was_proved_of_a_name_is_not_of_its_next_meaning() -> None:
    *_, last = plan("define f(x) = x\nf(2) = 2\ny = y\ndefine f(x) = x + 1\nf(2) = 3").obligations
    told = [print_statement(fact.statement) for fact in last.facts]
    assert told == ["y = y"]
    [definition] = last.context.definitions
    assert print_expression(definition.body) == "x + 1"
