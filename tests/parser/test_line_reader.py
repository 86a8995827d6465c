"""A plain text with unreadable lines: the others are read, and none rests on those."""

from __future__ import annotations

import pytest

import shomei
from shomei.obligations import build
from shomei.parser import parse, read
from shomei.parser.ast import Assume, Noted, Unsettled
from shomei.parser.errors import SyntaxProblem, UnreadableInput, UnsupportedNotation
from shomei.parser.limits import MAX_PROBLEMS
from shomei.parser.printer import print_document, print_item
from shomei.parser.suffixes import KINDS
from shomei.terms.walk import free_variables


def rest_of(text: str) -> tuple[list[int], list[str], list[int]]:
    """The lines of the problems, the items that are read, and the lines of those that are not."""
    with pytest.raises(SyntaxProblem) as caught:
        parse(text, "a.txt")
    rest = caught.value.rest
    items = rest.items if rest is not None else ()
    return (
        [problem.line or 0 for problem in caught.value.problems],
        [
            " ".join(line.strip() for line in print_item(item))
            for item in items
            if not isinstance(item, Noted)
        ],
        [item.span.line for item in items if isinstance(item, Noted)],
    )


def test_a_half_typed_line_hides_no_other() -> None:
    assert rest_of("x + x = 2 x\ny + = 2\nz + z = 2 z\n") == (
        [2],
        ["x + x = 2 x", "z + z = 2 z"],
        [2],
    )


def test_what_continues_an_unread_line_is_unread() -> None:
    assert rest_of("x + x\n  = \\int x\n  = 2\n1 + 1 = 2\n")[1:] == (["1 + 1 = 2"], [1])


@pytest.mark.parametrize(
    ("naming", "later"),
    [
        ("let s = \\int x", "s = 1"),
        ("define f(x) = \\int x", "f(1) = 1"),
        ("assume t > \\int x", "t > 0"),
        ("f(x) = \\int x", "f(1) = 1"),
        ("let \\alpha = \\int x", "\\alpha = 1"),
    ],
)
def test_nothing_rests_on_a_name_that_is_not_read(naming: str, later: str) -> None:
    text = f"{naming}\n{later}\ny + y = 2 y\n"
    assert rest_of(text) == ([1], ["y + y = 2 y"], [1, 2])


def test_a_definition_that_is_not_read_ends_the_one_before_it() -> None:
    text = "let s = 3\ns = 3\nlet s = \\int x\ns = 3\nlet u = s\nu = 3\n"
    assert rest_of(text) == ([3], ["let s = 3", "s = 3"], [3, 4, 5, 6])


@pytest.mark.parametrize(
    "mark", ["endcase x", "case y + = 1", "qed and more", "theorem a: \\int x"]
)
def test_nothing_is_read_after_a_block_that_is_not_read(mark: str) -> None:
    problems, items, _ = rest_of(f"1 + 1 = 2\ncase x > 0\nx + 1 > 1\n{mark}\nx > 0\n")
    assert problems == [4]
    assert items[0] == "1 + 1 = 2"
    assert "x > 0" not in items
    assert len(items) == 2


@pytest.mark.parametrize("mark", ["endcase", "qed"])
def test_nothing_is_read_after_an_end_without_a_beginning(mark: str) -> None:
    assert rest_of(f"1 + 1 = 2\n{mark}\n2 + 2 = 4\n") == ([2], ["1 + 1 = 2"], [])


def test_a_block_without_an_end_is_told() -> None:
    problems, items, _ = rest_of("1 + 1 = 2\ncase x > 0\nx + 1 > 1\n")
    assert problems == [2]
    assert items[0] == "1 + 1 = 2"


def test_a_proof_may_come_after_an_unread_line() -> None:
    text = "theorem a: 1 + 1 = 2\ny = )\nproof\n1 + 1 = 2\nqed\n"
    problems, items, unread = rest_of(text)
    assert (problems, len(items), unread) == ([2], 1, [2])


def test_a_text_with_too_many_problems_is_not_read() -> None:
    problems, items, _ = rest_of("1 + 1 = 2\n" + "x = 1)\n" * 100)
    assert len(problems) == MAX_PROBLEMS
    assert items == []


def test_a_suffix_that_is_not_known(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.docx"
    path.write_text("1 + 1 = 2\n")
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert "\n" not in caught.value.message
    assert all(suffix in caught.value.message for suffix in KINDS)


@pytest.mark.parametrize("name", ["a.qmd", "a.Rmd", "a.mdx", "a.markdown"])
def test_suffixes_of_markdown(name: str) -> None:
    assert len(parse("We have\n\n$$ 1 + 1 = 2 $$\n", name).items) == 1


def test_two_splits_in_a_row_are_two() -> None:
    split = "case x > 0\nx = x\nendcase\ncase x \\le 0\nx = x\nendcase\n"
    assert len(parse(split + split, "a.txt").items) == 1
    document = parse(f"{split}cases\n{split}場合分け\n{split}", "a.txt")
    assert len(document.items) == 3
    assert parse(print_document(document), "a.txt").items == document.items


def test_a_list_after_given_may_be_a_claim() -> None:
    assert len(parse("Given a > 0, b > 0\na + b = b + a", "a.txt").items) == 2
    with pytest.raises(SyntaxProblem):
        parse("Given a > 0, a + b > 0", "a.txt")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("\\sqrt{2} \\approx 1.414\n2 + 2 = 4", ["Noted", "Chain"]),
        ("2 + 2 = 4 \\approx 4.1", ["Chain", "Noted"]),
        ("x + x = 2 x\n  = x \\cdot 2\n  \\approx 3\nx = x", ["Chain", "Noted", "Chain"]),
        ("\\pi ≈ 3.14", ["Noted"]),
        ("x ∼ y", ["Noted"]),
        ("2 + = 4 \\approx 4.1", ["Noted"]),
    ],
)
def test_a_sign_that_is_not_exact_claims_nothing(text: str, kinds: list[str]) -> None:
    try:
        items = parse(text, "a.txt").items
    except UnsupportedNotation as problem:
        assert "Chain" not in kinds
        assert problem.rest is not None
        items = problem.rest.items
    assert [type(item).__name__ for item in items] == kinds


@pytest.mark.parametrize(
    ("text", "path", "read"),
    [
        ("1 = 1\n\u202e2 = 2\n3 = 3", "a.txt", [True, False, True]),
        ("1 = 1 # \u2067\n2 = 2", "a.txt", [False, True]),
        ("# \u2067\n2 = 2", "a.txt", [True]),
        (
            "We have $1 = 1$.\n\n\u202eWe have\n$2 = 2$.\n\nThen $3 = 3$.",
            "a.md",
            [True, False, True],
        ),
        ("\\[ 1 = 1 \\]\n\n\u202e \\[ 2 = 2 \\]\n\n\\[ 3 = 3 \\]", "a.tex", [True, False, True]),
    ],
)
def test_text_that_is_reordered_is_not_read(text: str, path: str, read: list[bool]) -> None:
    try:
        items = parse(text, path).items
    except SyntaxProblem as problem:
        assert problem.rest is not None
        items = problem.rest.items
    assert [not isinstance(item, Noted) for item in items] == read


def test_nothing_is_assumed_by_text_that_is_reordered() -> None:
    text = "\u202eLet $x > 0$.\n\nWe have $|x| = x$."
    assert not any(isinstance(item, Assume) for item in parse(text, "a.md").items)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("x + x = 2x\nthat was easy enough\n", ["claim", "unread"]),
        ("two apples and three apples\nx + x = 2x\n", ["unread", "claim"]),
        ("x > 0 とは限らない\n2 + 2 = 4\n", ["unread", "claim"]),
    ],
)
def test_a_sentence_between_the_lines_is_told_and_stops_nothing(
    text: str, roles: list[str]
) -> None:
    items = [each for each in parse(text, "some.txt").items if not isinstance(each, Unsettled)]
    assert ["unread" if isinstance(item, Noted) else "claim" for item in items] == roles


def test_a_sentence_that_gives_a_letter_another_value_ends_the_one_before() -> None:
    text = "Let p = 20.\nThen 2p = 40.\nIn the sale, let p = 15 instead.\nThen 2p = 30.\n"
    last = build(parse(text, "some.txt")).obligations[-1]
    assert free_variables(last.goal) == ("p",)


@pytest.mark.parametrize("text", ["hello world\n", "x + = 1\nx = x\n", "x = (1 + 2\nx = x\n"])
def test_a_mistake_in_a_formula_and_a_text_of_words_alone_are_errors(text: str) -> None:
    with pytest.raises(SyntaxProblem):
        parse(text, "some.txt")


@pytest.mark.parametrize(
    "said",
    [
        "Let a and b be the two positive numbers of the last page.",
        "Assume for the moment that a and b are both known to us.",
        "Let a be a number of which we only know that b is larger.",
    ],
)
def test_a_sentence_about_letters_stops_nothing(said: str) -> None:
    text = f"{said}\n\n(a + b)^2 = a^2 + 2 a b + b^2\n\na - b = |a - b|\n"
    report = shomei.check(text, suffix=".txt", fast=True)
    assert not report.problems
    verdicts = [step.verdict for step in report.steps]
    assert verdicts in (["plausible"], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "a、b を正の数とする。",
        "a と b は正の数とする。",
        "a > 0 と b > 0 とする。",
        "a と b を円の半径とおく。",
    ],
)
def test_a_japanese_sentence_that_supposes_is_noted(sentence: str) -> None:
    report = shomei.check(
        f"b > 0 とする。\n\n{sentence}\n\n(a + b)^2 = a^2 + 2 a b + b^2\n\n|b| = b\n",
        suffix=".txt",
        fast=True,
        ledger=False,
    )
    assert not report.problems
    assert [each.role for each in report.formulas] == ["assumption", "unread", "claim", "mention"]


def test_a_formula_with_a_mistake_is_a_problem_all_the_same() -> None:
    report = shomei.check("a > > 0 とする。\n", suffix=".txt", fast=True, ledger=False)
    assert report.problems
