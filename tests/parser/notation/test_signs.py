"""`\\pm` and `\\mp`: two statements in one, both or one of the two, or refused."""

import pytest

from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.ast import Assume, Formula, Item, LogicChain, Noted, Therefore
from shomei.parser.errors import SyntaxProblem


def items(*lines: str) -> tuple[Item, ...]:
    return parse("\n".join(lines) + "\n", "a.txt").items


def said(*lines: str) -> list[str]:
    found = items(*lines)
    assert all(isinstance(item, Therefore) for item in found)
    return [print_statement(item.statement) for item in found if isinstance(item, Therefore)]


@pytest.mark.parametrize(
    ("text", "upper", "lower"),
    [
        (r"(u \pm v)^2 = u^2 \pm 2 u v + v^2", "(u + v)^2 = u^2 + 2 u v + v^2",
         "(u - v)^2 = u^2 - 2 u v + v^2"),
        (r"(u ± v)(u ∓ v) = u^2 - v^2", "(u + v)(u - v) = u^2 - v^2", "(u - v)(u + v) = u^2 - v^2"),
        (r"\sin(t \pm \pi) = -\sin t", r"\sin(t + \pi) = -\sin t", r"\sin(t - \pi) = -\sin t"),
        (r"\pm t \le |t|", r"t \le |t|", r"-t \le |t|"),
        (r"t \neq \pm 3", r"t \neq 3", r"t \neq -3"),
        (r"\lim_{t \to 0^\pm} t = 0", r"\lim_{t \to 0^+} t = 0", r"\lim_{t \to 0^-} t = 0"),
        (r"e^{\pm t} e^{\mp t} = 1", "e^{t} e^{-t} = 1", "e^{-t} e^{t} = 1"),
    ],
)  # fmt: skip
def test_both_signs_hold(text: str, upper: str, lower: str) -> None:
    assert items(text) == items(rf"{upper} \land {lower}")
    [warning] = parse(f"{text}\n", "a.txt").warnings
    assert warning.code == "signs"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"t = \pm 3", r"t = 3 \lor t = -3"),
        (r"t = \frac{1 \mp q}{2}", r"t = \frac{1 - q}{2} \lor t = \frac{1 + q}{2}"),
        (r"\pm 3 = t", r"3 = t \lor -3 = t"),
        (r"t^2 = 9 \iff t = \pm 3", r"t^2 = 9 \iff t = 3 \lor t = -3"),
        (r"t = \pm 3 \Rightarrow t^2 = 9", r"t = 3 \lor t = -3 \Rightarrow t^2 = 9"),
        (r"(t - 1)^2 = 9 \iff t - 1 = \pm 3", r"(t - 1)^2 = 9 \iff t - 1 = 3 \lor t - 1 = -3"),
        (r"assume t = \pm 3", r"assume t = 3 \lor t = -3"),
    ],
)
def test_one_of_two_holds(text: str, plain: str) -> None:
    assert items(text) == items(plain)


@pytest.mark.parametrize(
    "text",
    [
        r"|t| = \pm t",
        r"\sqrt{9} = \pm 3",
        r"\sin t = \pm \sqrt{1 - (\cos t)^2}",
        r"t \le \pm 3",
        r"t = \pm 1 \pm q",
        r"a \pm b = c",
        r"|t| = 3 \iff \pm t = \pm 3",
    ],
)
def test_what_may_be_both_or_one_of_them_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        items(text)
    assert "for both signs, or for one of them" in caught.value.message


@pytest.mark.parametrize("text", [r"f(t) = \pm t", r"t_{\pm} = 1 \pm 2", r"define c = 1 \pm 2"])
def test_a_sign_in_what_is_no_statement_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem):
        items(text)


def test_each_row_of_a_chain_is_a_statement_of_its_own() -> None:
    rows = (r"t = \frac{-1 \pm \sqrt{9}}{2}", r"  = \frac{-1 \pm 3}{2}", r"  = -\frac{1 \mp 3}{2}")
    first, second, third = said(*rows)
    assert "\\lor" in first
    assert "\\land" in second
    assert "\\land" in third
    [chain] = items(r"t^2 = 9", r"\iff t = \pm 3")
    assert isinstance(chain, LogicChain)


def test_a_law_and_an_assumption_say_both() -> None:
    [formula] = items(r"formula (1): (u \pm v)^2 = u^2 \pm 2 u v + v^2")
    assert isinstance(formula, Formula)
    assert "\\land" in print_statement(formula.statement)
    [assume] = items(r"assume u \pm v > 0")
    assert isinstance(assume, Assume)
    assert "\\land" in print_statement(assume.conditions[0])


def test_an_article_reads_them_too() -> None:
    text = "$$ (u \\pm v)^2 = u^2 \\pm 2 u v + v^2 $$\n\n$$ |u| = \\pm u $$\n"
    first, second = parse(text, "a.md").items
    assert isinstance(first, Therefore)
    assert isinstance(second, Noted)
