"""Relation signs with something over them, `:=`, systems in a brace, and what is no claim."""

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, Define, Item, Let, Noted
from shomei.parser.errors import SyntaxProblem


def items(*displays: str) -> list[Item]:
    return list(parse("\n\n".join(f"$$ {each} $$" for each in displays) + "\n", "a.md").items)


@pytest.mark.parametrize(
    "label",
    ["(1)", "1", "*", r"\text{IH}", r"\text{(2.3)}", r"\eqref{a}", r"\text{by (1)}", "H", "仮定",
     r"\text{Cauchy}", r"\text{AM-GM}"],
)  # fmt: skip
@pytest.mark.parametrize("form", [r"\overset{%s}{=}", r"\stackrel{%s}=", r"\underset{%s}{ = }"])
def test_a_reference_over_a_sign_leaves_the_sign(label: str, form: str) -> None:
    assert items(f"y + y {form % label} 2 y") == items("y + y = 2 y")


@pytest.mark.parametrize(
    "label", ["?", "d", "p", r"\text{a.s.}", r"\cdot", r"\sim", r"\mathcal{D}"]
)
def test_another_sign_over_it_may_make_it_another_relation(label: str) -> None:
    [item] = items(rf"y + y \overset{{{label}}}{{=}} 2 y")
    assert isinstance(item, Noted)


@pytest.mark.parametrize("sign", [":=", r"\overset{\text{def}}{=}", r"\stackrel{def}{=}"])
def test_a_definition_is_no_claim(sign: str) -> None:
    [first, second] = items(rf"A {sign} \pi r^2", "A + A = 2 A")
    assert isinstance(first, Let)
    assert isinstance(second, Chain)
    [function, value] = items(f"f(t) {sign} t^2", "f(3) = 9")
    assert isinstance(function, Define)
    assert isinstance(value, Chain)
    for noted in items("t + t = 2 t", f"t {sign} t + 1", "t + t = 3 t")[1:]:
        assert isinstance(noted, Noted)


def test_a_line_of_plain_text_has_let() -> None:
    with pytest.raises(SyntaxProblem) as caught:
        parse("t := 2\n", "a.txt")
    assert caught.value.hint == "write let x = …"


@pytest.mark.parametrize("name", ["aligned", "array", "split", "gathered"])
def test_the_rows_of_a_system_are_rows(name: str) -> None:
    columns = "{l}" if name == "array" else ""
    rows = rf"\begin{{{name}}}{columns} y + y &= 2 y \\ t - t &= 0 \end{{{name}}}"
    assert items(rf"\left\{{ {rows} \right.") == items(rows)


@pytest.mark.parametrize(
    "text",
    [
        r"\lim_{t \to 1} \frac{t^2 - 1}{t - 1} = \frac{1 - 1}{1 - 1} = \frac{0}{0}",
        r"\frac{1 - 1}{1 - 1} = \frac00",
        r"1 \le i_1 < i_2 < \dots < i_m \le n",
        "q^1 = Q^1 + Q^2",
        "(f g)^{(0)} = f g",
        "(a b)^{(n)} = 1",
    ],
)
def test_what_is_no_claim_about_numbers(text: str) -> None:
    assert not any(isinstance(item, Chain) for item in items(text))


def test_an_exponential_makes_the_i_of_a_text_imaginary() -> None:
    *_, last = items(r"E[e^{i t X}] = 1", "1 + i = i + 1")
    assert isinstance(last, Noted)
    assert last.role == "beyond"


def test_not_equal() -> None:
    assert items(r"t \not= t + 1") == items(r"t \neq t + 1")
