"""Error messages: the mistake, its place, what was expected, and a correction."""

from __future__ import annotations

from pathlib import Path

import pytest

from shomei.parser import parse, read
from shomei.parser.ast import Noted
from shomei.parser.errors import InputProblem, SyntaxProblem, UnreadableInput, UnsupportedNotation
from shomei.parser.limits import MAX_BRACKETS, MAX_DEPTH, MAX_PROBLEMS, MAX_TEXT
from shomei.report.excerpt import excerpt


def problem_of(text: str, path: str = "x.txt") -> SyntaxProblem:
    with pytest.raises(SyntaxProblem) as caught:
        parse(text, path)
    return caught.value


# text, the line and column of the place, words of the message, words of the hint or of what was
# expected
WRONG = [
    (r"x = \frac{1}{2", (1, 13), "`{` is never closed", "`}`"),
    ("x = (1 + 2", (1, 5), "`(` is never closed", "`)`"),
    ("x = 1)", (1, 6), "`)` closes nothing", "`(`"),
    (r"\left( x \right] = 1", (1, 16), "line 1, column 6", "`)`"),
    ("x = 1 +", (1, 8), "ends too early", "an expression"),
    ("x + = 1", (1, 5), "`=` cannot stand here", "an expression"),
    ("x == 1", (1, 3), "`==` cannot stand here", "write ="),
    ("x = 2 3", (1, 5), "two numbers", r"\cdot"),
    ("x = 1/2 y", (1, 6), "two ways", r"\frac"),
    ("x^a^b = 1", (1, 4), "`^` cannot stand here", "brackets"),
    (r"\alfa = 1", (1, 1), r"`\alfa`", r"\alpha"),
    (r"x = \cdotx", (1, 5), r"`\cdotx`", r"\cdot"),
    (r"x = \int y", (1, 5), "no `dx`", ""),
    ("g(x+1) = 1", (1, 1), "nothing above defines `g`", "define g(x)"),
    ("u(x) = u(x)", (1, 8), "defined by itself", ""),
    ("f'(x) = 1", (1, 1), "nothing above defines", "define f(x)"),
    ("define f(x) = x\nf = 1", (2, 1), "without an argument", "f(x)"),
    ("define f(x) = x\nf(1, 2) = 1", (2, 1), "one argument, not 2", "f(x)"),
    ("define f(x, x) = 1", (1, 10), "named twice", ""),
    ("define f(x) = f(x)", (1, 15), "by itself", ""),
    ("hello world", (1, 1), "`hello` is a word", "#"),
    ("= 1", (1, 1), "nothing before it", "an expression"),
    ("x = ∞", (1, 5), "infinite values are not", "point of a limit"),
    (r"\lim x = 0", (1, 6), "`x` cannot stand here", "`_`"),
    (r"\sum_{k} k = 1", (1, 8), "without bounds are not", "sum_{k=1}^{n}"),
    (r"\sqrt[n]{x} = 1", (1, 6), "degree", r"x^{\frac{1}{n}}"),
    (r"\sin^{-1} x = 1", (1, 6), "inverse function or the reciprocal", r"\arcsin"),
    (r"\frac{d}{dx} x \cdot y = 1", (1, 1), "unclear", r"\frac{d}{dx}(u \cdot v)"),
    (r"\frac{d}{dx}(x) y = 1", (1, 1), "unclear", r"\frac{d}{dx}(u \cdot v)"),
    (r"\frac{d^2}{dx} x = 1", (1, 1), "2 above the line and 1 below", r"dx^2"),
    ("(x y)' = 1\n(a b)' = 2", (2, 1), "by which variable", r"\frac{d}{dx}"),
    ("x_{alpha} = 1", (1, 3), "no name", r"\alpha"),
    ("x = y z)\nassume", (1, 8), "closes nothing", ""),
    ("assume x", (1, 8), "needs a relation", "x > 0"),
    ("formula x = 1", (1, 9), "needs a number", "formula (2.3)"),
    ("theorem (1): x = x by algebra", (1, 23), "takes no reason", ""),
    ("x = 1 by", (1, 9), "a reason is missing", "(2.4)"),
    ("x = 1 by (2) with X =", (1, 21), "no statement here", "an expression"),
    ("qed", (1, 1), "ends no proof", "`proof`"),
    ("proof", (1, 1), "has no theorem", "theorem name"),
    ("proof of it", (1, 7), "stands alone", "next line"),
    ("theorem a: x = x\nproof\nx = x", (1, 1), "never ended", "`qed`"),
    ("case x > 0\nx = x", (1, 1), "never ended", "`endcase`"),
    ("theorem a: x = x\nproof\ncase x > 0\nx = x\nqed", (5, 1), "case is still open", ""),
    ("x = 1 \\tag{1} \\tag{2}", (1, 15), "cannot stand here", "the end of the statement"),
    ("$$\nx = y \\\\\na = b\n$$", (3, 1), "a new statement begins", "on its own"),
    ("$$\nx = y\na = b\n$$", (3, 1), "a new statement begins", "on its own"),
    ("x = y \\\\ a = b", (1, 10), "a new statement begins", "on its own"),
    ("x = y, a = b", (1, 6), "`,` cannot stand here", "own line"),
    ("х = 1", (1, 1), "U+0445", "write `x` itself"),
    ("x — y = 1", (1, 3), "U+2014", "write `-` itself"),
    ("x = 𝑥", (1, 5), "U+1D465", "write `x` itself"),
    ("x = y\x00", (1, 6), "NUL byte", "delete"),
    ("x = \u202ey", (1, 5), "U+202E", "delete"),
    ("x = x # a comment \u2066", (1, 19), "U+2066", "delete"),
    ("x = \ud800", (1, 5), "lone surrogate", "delete"),
    ("x = a\u200bb", (1, 6), "U+200B", ""),
    ("", (1, 1), "nothing to check", ""),
    ("# nothing but words", (1, 1), "nothing to check", ""),
    (r"x = \begin{pmatrix} a \end{pmatrix}", (1, 5), "matrices", ""),
    (r"x = \left. y \right|", (1, 5), "one-sided", ""),
    (r"x = \text{some words}", (1, 5), "words", "#"),
    ("x = 1 + \\", (1, 10), "ends too early", ""),
    ("x = " + "1" * 400, (1, 5), "digits", "power"),
    ("f'(x) \\le \\infty", (1, 1), "nothing above", ""),
]


@pytest.mark.parametrize(
    ("text", "place", "message", "help_"), WRONG, ids=[repr(text)[:40] for text, *_ in WRONG]
)
def test_problems(text: str, place: tuple[int, int], message: str, help_: str) -> None:
    problem = problem_of(text)
    assert message in problem.message
    assert help_ in f"{problem.hint} {problem.expected}"
    if "ends too early" not in message:
        assert (problem.span.line, problem.span.column) == place
    assert problem.span.start <= problem.span.end <= len(text)


def quoted(text: str) -> str:
    """The place of a problem as reports show it."""
    span = problem_of(text).span
    found = excerpt(
        text,
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        width=122,
    )
    assert found is not None
    return f"{found.line}\n{found.carets}"


def test_a_problem_quotes_its_line_with_a_caret() -> None:
    text = "# a\n定義 f(x) = x\nよって 全 x = 1 +* 2\n"
    assert quoted(text).startswith("よって 全 x = 1 +* 2\n")
    assert str(problem_of(text)).startswith("x.txt:3:")
    assert quoted("x = 1 +* 2") == "x = 1 +* 2\n       ^"
    assert quoted("仮定 x > 0 +* 2") == "仮定 x > 0 +* 2\n            ^"


def test_a_long_line_is_cut_around_the_place() -> None:
    first, caret = quoted("x = " + "y + " * 500 + "* 2").split("\n")
    assert len(first) <= 122
    assert first[caret.index("^")] == "*"


def test_what_hides_is_not_quoted() -> None:
    for hidden in ("\u202e", "\x00"):
        assert hidden not in str(problem_of(f"x = {hidden}y"))
        assert hidden not in quoted(f"x = {hidden}y")
    str(problem_of("x = \ud800")).encode("utf-8")
    quoted("x = \ud800").encode("utf-8")


def test_several_problems_are_told_at_once() -> None:
    problem = problem_of("x = 1)\ny = y\nz + = 1")
    assert [each.span.line for each in problem.problems] == [1, 3]
    assert len(problem_of("x = 1)\n" * 100).problems) == MAX_PROBLEMS


def test_unsupported_notation_is_told_from_mistakes() -> None:
    assert isinstance(problem_of(r"x = \int y"), UnsupportedNotation | SyntaxProblem)
    for formula, role in (
        ("x = (", "unread"),
        ("x = 1 +", "unread"),
        (r"x = \int y", "unread"),
        (r"\vec{x} = y", "beyond"),
    ):
        [item] = parse(f"$$ {formula} $$", "x.md").items
        assert isinstance(item, Noted)
        assert (item.role, item.text) == (role, formula)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("text\n\n$$\nx = 1\n", "x.md"),
        ("\\[ x = 1\n", "x.md"),
        ("\\begin{align}\nx = 1\n", "x.md"),
        ("$$ x = 1", "x.tex"),
        ("a $x = 1\n\nb", "x.tex"),
        ("\\begin{theorem} $x = 1$", "x.tex"),
    ],
)
def test_formulas_that_are_never_closed(text: str, path: str) -> None:
    noted = [item for item in parse(text, path).items if isinstance(item, Noted)]
    assert any("never" in item.why for item in noted)


# --------------------------------------------------------------------------------------------------
# Size and depth


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "(" * 500 + "x" + ")" * 500,
        "x = " + r"\frac{1}{" * 500 + "x" + "}" * 500,
        "x = " + r"\sqrt{" * 500 + "x" + "}" * 500,
        "x = " + "x^{" * 500 + "x" + "}" * 500,
        "x = " + "|" * 500 + "x" + "|" * 500,
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    assert f"more than {MAX_BRACKETS} deep" in problem_of(text).message


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "+".join("x" * 1000),
        "x = " + "-" * 0 + r"\sin " * 1000 + "x",
        "x = " + r"\lim_{t \to 0} " * 300 + "t",
    ],
)
def test_deep_trees_are_refused(text: str) -> None:
    assert f"more than {MAX_DEPTH} levels" in problem_of(text).message


def test_what_is_just_within_the_limits_is_read() -> None:
    assert parse("x = " + " + ".join(["x"] * (MAX_DEPTH - 2)), "x.txt").items
    assert parse("x = " + "(" * (MAX_BRACKETS - 1) + "x" + ")" * (MAX_BRACKETS - 1), "x.txt").items


def test_huge_exponents_are_read_and_not_computed() -> None:
    assert parse("x = 10^{10^{10^{10}}}", "x.txt").items


def test_a_text_beyond_the_limit_is_refused() -> None:
    assert "longer than" in problem_of("x" * (MAX_TEXT + 1)).message


# --------------------------------------------------------------------------------------------------
# Files


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffx = y\r\n  = 2\r\n".encode())
    document = read(path)
    assert document.path == str(path)
    assert len(document.items) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"x = \xff", "is not UTF-8: byte 4 (line 1) is 0xff"),
        (b"x" * (10 * 1024 * 1024), "is larger than"),
    ],
)
def test_files_that_are_no_derivation(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert message in caught.value.message
    assert str(path) in str(caught.value)


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableInput, match="folder"):
        read(tmp_path)
    with pytest.raises(InputProblem):
        read(tmp_path / "a\x00b")
