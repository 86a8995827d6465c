"""From where to where what a text puts in force holds."""

from __future__ import annotations

from shomei.obligations import build
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse


def course(text: str, name: str = "course.md") -> dict[str, tuple[str, int, int | None, str]]:
    """What is in force by its statement: what puts it in force, the lines of both ends, and why it
    ends.
    """
    return {
        print_statement(each.statement): (
            each.force,
            each.span.line,
            each.end[0] if each.end else None,
            each.ended,
        )
        for each in build(parse(text, name)).extents
    }


def test_what_a_section_assumes_ends_with_it() -> None:
    one, two = "Let $x > 0$. Then $x + 1 > 1$.", "Let $y > 2$. Then $y > 1$."
    found = course(f"# One\n\n{one}\n\n# Two\n\n{two}\n")
    part = "the part of the text that it stands in ends"
    assert found["x > 0"] == ("assumed", 3, 5, part)
    assert found["y > 2"] == ("assumed", 7, None, "")


def test_a_letter_that_is_introduced_anew_ends_what_was_said_of_it() -> None:
    found = course(
        "Let $x > 0$. Then $x + 1 > 1$.\n\nLet $x$ be any real number. Then $x^2 \\ge 0$.\n"
    )
    assert found["x > 0"][1:] == (1, 3, "a letter or name in it gets another meaning")


def test_a_function_is_defined_up_to_its_next_definition() -> None:
    text = "define f(x) = x\nf(1) = 1\ndefine f(x) = x + 1\nf(1) = 2\n"
    found = course(text, "course.txt")
    meaning = "a letter or name in it gets another meaning"
    assert found["f(x) = x"] == ("definition", 1, 3, meaning)
    assert found["f(x) = x + 1"] == ("definition", 3, None, "")


def test_cases_and_proofs_end_what_they_assume() -> None:
    text = (
        "theorem t: x^2 \\ge 0\nproof\nassume y > 0\ny + 1 > 1\nqed\n"
        "case z \\ge 0\nz^2 \\ge 0\nendcase\ncase z < 0\nz^2 \\ge 0\nendcase\nw = w\n"
    )
    found = course(text, "course.txt")
    assert found["y > 0"] == ("assumed", 3, 4, "the proof ends")
    assert found["z \\ge 0"] == ("case", 6, 7, "the case ends")
    assert found["z < 0"] == ("case", 9, 10, "the case ends")


def test_declarations_and_names() -> None:
    found = course(
        "let n \\in \\mathbb{N}\nlet X = n + 1\nX = n + 1\nlet X = n + 2\nX = X\n", "c.txt"
    )
    assert found["n \\in \\mathbb{N}"] == ("declared", 1, None, "")
    assert found["X = n + 1"][:3] == ("name", 2, 4)
    assert found["X = n + 2"][:3] == ("name", 4, None)


def test_a_name_that_ends_with_its_section_leaves_nothing_in_force() -> None:
    found = course(
        "# One\n\nPut $Y = x + 1$. Then $Y^2 = (x + 1)^2$.\n\n# Two\n\nWe have $1 + 1 = 2$.\n"
    )
    assert found["Y = x + 1"][:3] == ("name", 3, 5)
    assert "Y \\in \\mathbb{R}" not in found
