"""Words in a plain text are read as words, never as products of their letters."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.errors import SyntaxProblem
from shomei.parser.printer import print_item
from shomei.parser.provisos import find_proviso


def lines(text: str) -> list[str]:
    return [
        " ".join(line.strip() for line in print_item(item)) for item in parse(text, "a.txt").items
    ]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Then s + 1 > s", "s + 1 > s"),
        ("hence s + 1 > s.", "s + 1 > s"),
        ("Thus, s + 1 > s", "s + 1 > s"),
        ("So s + 1 > s", "s + 1 > s"),
        ("Hence, we have s + 1 > s", "s + 1 > s"),
        ("It follows that s + 1 > s", "s + 1 > s"),
        ("Therefore s + 1 > s", "therefore s + 1 > s"),
        ("したがって s + 1 > s", "s + 1 > s"),
        ("Assume s > 1", "assume s > 1"),
        ("Assume that s > 1.", "assume s > 1"),
        ("Suppose s > 1", "assume s > 1"),
        ("suppose that s > 1, s < 3", "assume s > 1, s < 3"),
        ("Let s > 1.", "assume s > 1"),
        ("LET s = t + 1", "let s = t + 1"),
        ("s > 1 とする。", "assume s > 1"),
        ("s > 1 と仮定する", "assume s > 1"),
        ("If s > 1 then s^2 > 1", r"s > 1 \Rightarrow s^{2} > 1"),
        ("If s > 1, then s^2 > 1.", r"s > 1 \Rightarrow s^{2} > 1"),
        ("If s > 1, s^2 > 1", r"s > 1 \Rightarrow s^{2} > 1"),
        ("For all s, s^2 + 1 > 0", "s^{2} + 1 > 0"),
        ("For all s > 1, s^2 > 1.", r"s > 1 \Rightarrow s^{2} > 1"),
        ("For all s > 1 and t > 1, s t > 1", r"s > 1 \land t > 1 \Rightarrow s t > 1"),
        ("Given s > 1 and t > 1, s t > 1", r"s > 1 \land t > 1 \Rightarrow s t > 1"),
        ("Suppose s > 1, then s^2 > 1", r"s > 1 \Rightarrow s^{2} > 1"),
        ("Take s > 1.", "assume s > 1"),
        ("s > 1 とおく", "assume s > 1"),
        ("Moreover s + 1 > s", "s + 1 > s"),
        ("次に s + 1 > s", "s + 1 > s"),
        ("s^2 > 1 if s > 1", r"s > 1 \Rightarrow s^{2} > 1"),
        ("s^2 > 1, whenever s > 1.", r"s > 1 \Rightarrow s^{2} > 1"),
        ("s^2 > 1 for all s > 1", r"s > 1 \Rightarrow s^{2} > 1"),
        ("\\frac{s}{s} = 1 where s \\neq 0", r"s \neq 0 \Rightarrow \frac{s}{s} = 1"),
        ("s + t = t + s for all real s and t", "s + t = t + s"),
        ("s + 1 = 2 only if s = 1", r"s + 1 = 2 \Rightarrow s = 1"),
        ("s^2 > 1 (s > 1)", r"s > 1 \Rightarrow s^{2} > 1"),
        ("s^2 > 1 (for s > 1)", r"s > 1 \Rightarrow s^{2} > 1"),
        ("s^2 > 1（ただし s > 1）", r"s > 1 \Rightarrow s^{2} > 1"),
        ("s^2 > 1（s > 1 のとき）", r"s > 1 \Rightarrow s^{2} > 1"),
        ("s > 1 のとき s^2 > 1", r"s > 1 \Rightarrow s^{2} > 1"),
        ("s > 1 ならば、s^2 > 1。", r"s > 1 \Rightarrow s^{2} > 1"),
        ("s + 1 = 1 + s [commutative law]", "s + 1 = 1 + s by commutative law"),
        (r"For every s \in \mathbb{R} we have s^2 + 1 > 0", "s^{2} + 1 > 0"),
        ("s + 1 = 1 + s (by algebra)", "s + 1 = 1 + s by algebra"),
        ("s + 1 = 1 + s since sums commute", "s + 1 = 1 + s by sums commute"),
    ],
)
def test_words_at_the_ends_of_a_line(line: str, meant: str) -> None:
    assert [" ".join(each.split()) for each in lines(line)] == [meant]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("3 y = 2 (x + 1)", r"3 y = 2 \cdot (x + 1)"),
        ("so - 1 = -1 + so", "s o - 1 = -1 + s o"),
        ("b = 2 as + b", "b = 2 a s + b"),
        ("ax + by = c", "a x + b y = c"),
        ("4ac = 2ac + 2ac", "4 a c = 2 a c + 2 a c"),
        ("abcd = abcd", "a b c d = a b c d"),
        (r"\mathrm{speed} = 3", r"\operatorname{speed} = 3"),
        ("x_{max} = 3", "x_{max} = 3"),
        ("2 sqrt(x) = x", r"2 \sqrt{x} = x"),
        ("2 pi = pi 2", r"2 \pi = \pi \cdot 2"),
        ("sin(theta) = 0", r"\sin \theta = 0"),
        ("½ x = x/2", r"0.5 x = \frac{x}{2}"),
        ("⅓ = 1/3", r"\frac{1}{3} = \frac{1}{3}"),
    ],
)
def test_products_are_products(line: str, meant: str) -> None:
    assert lines(line) == [meant]


@pytest.mark.parametrize(
    "line",
    [
        "speed = 3",
        "2 + speed = 3",
        "Suppose s > 1 does not hold",
        "Suppose not s > 1",
        "Suppose s > 1 でない",
        "s > 1 でないとする",
        "Let s be positive",
        "Assume s > 1 unless t > 1",
        "s^2 > 1 unless s < 1",
        "s^2 > 1 if and only if s > 1",
        "Given s > 1 and t > 1, s > t, t > 0",
        "abs(s) = s",
        "int s = s",
        "1e3 = 1000",
        "s**2 = s s",
        "2½ = 2",
        "s^2 > 1 for positive s",
        "s^2 > 1 for all s in the domain",
        "If s > 1 then",
        "If not s > 1 then s < 2",
        "If s > 1 is false then s < 2",
        "If s > 1 then s > 2 else s > 3",
        "We cannot assume s > 1",
        "Hence s > 1 is false",
    ],
)
def test_what_is_not_understood_is_not_read(line: str) -> None:
    with pytest.raises(SyntaxProblem):
        parse(line, "a.txt")


def test_a_line_of_its_own_words_continues_none() -> None:
    assert lines("x + 1 > x\nIf x > 1 then x > 0\n") == ["x + 1 > x", r"x > 1 \Rightarrow x > 0"]


def test_every_number_is_not_one_of_which_something_is_assumed() -> None:
    with pytest.raises(SyntaxProblem) as caught:
        parse("assume s > 0\nFor all s, s^2 > 0\n", "a.txt")
    assert caught.value.span.line == 2


@pytest.mark.parametrize(
    "line",
    [
        r"a \neq 0 \Rightarrow (a x = 1 \iff x = 1)",
        "s = 1 or (s = 2)",
        r"s = 1 \lor (s = 2)",
        r"s = (\sum_{k=1}^{3} k)",
    ],
)
def test_a_statement_in_brackets_is_no_condition(line: str) -> None:
    assert find_proviso(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("y = x^2\ny + 1 = x^2 + 1", ["Let", "Chain"]),
        ("y = x^2 = x \\cdot x", ["Let", "Chain"]),
        ("S_n = \\sum_{k=1}^{n} k\nS_n = S_n", ["Let", "Chain"]),
        ("assume y > 0\ny = x^2", ["Assume", "Chain"]),
        ("let n \\in \\mathbb{N}\nn = k + 1", ["Let", "Chain"]),
        ("x + y = 2\ny = 2 x", ["Chain", "Chain"]),
        ("y = y^2", ["Chain"]),
        ("y = 3", ["Chain"]),
        ("y = x", ["Chain"]),
        ("y = x^2   by algebra", ["Chain"]),
        ("y = x^2 \\tag{1}", ["Chain"]),
        ("y \\le x^2", ["Chain"]),
    ],
)
def test_a_new_letter_on_the_left_is_a_name(text: str, kinds: list[str]) -> None:
    assert [type(item).__name__ for item in parse(text, "a.txt").items] == kinds
