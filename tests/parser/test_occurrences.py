"""What lines of plain text say of events."""

from __future__ import annotations

import pytest

from shomei.operations.latex import print_expression
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.ast import Assume, Chain
from shomei.parser.errors import SyntaxProblem

EVENTS = "let A and B be events"


def _claimed(text: str) -> str:
    chain = parse(text, "test.txt").items[-1]
    assert isinstance(chain, Chain)
    return print_expression(chain.first)


@pytest.mark.parametrize(
    "line",
    [
        EVENTS,
        "let A, B be events",
        "let A and B be two arbitrary events",
        "let the events A and B be independent",
        "let A and B be mutually exclusive events",
        "変数 A, B を事象とする",
    ],
)
def test_the_words_for_events(line: str) -> None:
    assert _claimed(f"{line}\nP(A \\cap B) = 7") == "p_{11}"


@pytest.mark.parametrize(
    "sign", ["P", r"\Pr", "Pr", r"\mathbb{P}", r"\mathbb P", r"\mathrm{P}", r"\operatorname{Pr}"]
)
@pytest.mark.parametrize("brackets", ["({})", "[{}]", r"\left( {} \right)", r"\bigl({}\bigr)"])
def test_the_signs_of_a_probability(sign: str, brackets: str) -> None:
    inside = brackets.replace("{}", r"A \cap (A \cup B)")
    assert _claimed(f"{EVENTS}\n2 {sign}{inside} = 7") == r"2 \cdot (p_{11} + p_{10})"


def test_factors_and_powers() -> None:
    assert _claimed(f"{EVENTS}\nP(A \\cap B)P(B \\cap A)^2 = 7") == "p_{11} p_{11}^{2}"


SAID = [
    ("let A and B be independent", [r"p_{11} = (p_{11} + p_{10}) \cdot (p_{11} + p_{01})"]),
    ("let A and B be disjoint", ["p_{11} = 0"]),
    ("let A and B be a partition", ["p_{11} = 0", "p_{00} = 0"]),
]


@pytest.mark.parametrize(("said", "assumed"), SAID)
def test_what_is_said_of_events(said: str, assumed: list[str]) -> None:
    items = parse(f"{EVENTS}\n{said}\n0 = 0", "test.txt").items
    last = [item for item in items if isinstance(item, Assume)][-1]
    assert [print_statement(each) for each in last.conditions] == assumed


def test_other_events_have_outcomes_of_their_own() -> None:
    text = f"{EVENTS}\nlet C be an event\n0 = 0\nP(C) = P(A)"
    chain = parse(text, "test.txt").items[-1]
    assert isinstance(chain, Chain)
    assert print_expression(chain.first) == "q_1"
    assert print_expression(chain.links[0].right) == "p_{11} + p_{10}"


def test_an_event_beside_others_splits_their_outcomes() -> None:
    text = f"{EVENTS}\nassume P(A) = 0.5\nlet C be an event\nP(A \\cap C) = 7"
    assert _claimed(text) == "q_{111} + q_{101}"
    assumed = [each for each in parse(text, "test.txt").items if isinstance(each, Assume)][-1]
    assert "p_{11} = q_{111} + q_{110}" in map(print_statement, assumed.conditions)


def test_the_same_names_are_other_events_where_they_come_again() -> None:
    text = f"{EVENTS}\nlet A and B be independent\nlet A and B be events\nP(A \\cap B) = 7"
    assert _claimed(text) == "q_{11}"
    assumed = [each for each in parse(text, "test.txt").items if isinstance(each, Assume)][-1]
    assert not any("p_" in print_statement(each) for each in assumed.conditions)


def test_the_letter_is_one_that_the_text_does_not_use() -> None:
    assert _claimed(f"{EVENTS}\np + q = q + p\nP(A \\cap B) = 7") == "w_{11}"


def test_a_note_says_what_the_outcomes_are() -> None:
    notes = [each.message for each in parse(f"{EVENTS}\n0 = 0", "test.txt").warnings]
    assert notes == [
        "a digit of `p_{10}` for each of A, B: 1 where it happens, 0 where it does not"
    ]


REFUSED = [
    (f"{EVENTS}\nP(C) = 2", "looks like a function"),
    (f"{EVENTS}\nP(A \\mid C) = 2", "not part of the language"),
    (f"{EVENTS}\nA \\cap B = A", "not part of the language"),
    ("let A, B, C, D and E be events", "more than 4 events"),
    (f"{EVENTS}\nlet A and C be independent", "no random variable"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_not_known_is_refused(text: str, why: str) -> None:
    with pytest.raises(SyntaxProblem) as problem:
        parse(text, "test.txt")
    assert why in problem.value.message


def test_a_function_p_is_no_probability() -> None:
    text = f"{EVENTS}\ndefine P(x) = x^2\nP(A) = 7"
    assert _claimed(text) == "P(A)"
