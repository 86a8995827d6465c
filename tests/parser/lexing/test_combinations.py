"""Numbers of combinations and permutations, and notation that may be one."""

import pytest

from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.parser.errors import SyntaxProblem


def first(text: str) -> str:
    """The first term of a formula, printed."""
    item = parse(f"{text} = 1 + x", "a.txt").items[0]
    assert isinstance(item, Chain)
    assert not isinstance(item.first, str)
    return print_expression(item.first).replace(" ", "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"{}_n C_k", r"\binom{n}{k}"),
        (r"{}_nC_k", r"\binom{n}{k}"),
        (r"_n C_k", r"\binom{n}{k}"),
        (r"{}_n \mathrm{C}_k", r"\binom{n}{k}"),
        (r"{}_{n}\mathrm{C}_{k}", r"\binom{n}{k}"),
        (r"{}_{n+1}C_{k-1}", r"\binom{n+1}{k-1}"),
        (r"{}_n P_k", r"\frac{n!}{(n-k)!}"),
        (r"{}_5 P_2", r"\frac{5!}{3!}"),
        (r"{}_n H_k", r"\binom{n+k-1}{k}"),
        (r"2 \cdot {}_5 C_2", r"2\cdot\binom{5}{2}"),
        (r"2 {}_5 C_2", r"2\binom{5}{2}"),
    ],
)
def test_what_it_stands_for(written: str, meant: str) -> None:
    assert first(written) == first(meant)


def test_letters_with_indices_stay_a_product() -> None:
    assert first("x_n C_k") == first(r"x_n \cdot C_k")
    assert first("P_1 C_2") == first(r"P_1 \cdot C_2")


@pytest.mark.parametrize("written", ["C_n^k", "C^k_n", "C_{5}^{2}", "C_n^{n-k}"])
def test_both_indices_can_be_a_power(written: str) -> None:
    with pytest.raises(SyntaxProblem, match="combinations"):
        first(written)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("f * g", "convolution"),
        (r"f \ast g", "convolution"),
        (r"2\,100", "one number"),
        (r"12~345", "one number"),
        (r"\sum_{i} x", "without bounds"),
        (r"\sum x", "without bounds"),
        (r"x = \infty", "infinite values"),
    ],
)
def test_what_is_refused_by_name(written: str, message: str) -> None:
    with pytest.raises(SyntaxProblem, match=message):
        parse(f"{written} = 1", "a.txt")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (r"1\,000", "1000"),
        (r"10\,000\,000", "10000000"),
        (r"1\,234\,000", "1234000"),
        (r"1\,000.5", "1000.5"),
        (r"50\,\%", r"50\%"),
        (r"50 \%", r"50\%"),
        ("2 * 3", r"2 \cdot 3"),
        ("a * b", r"a \cdot b"),
    ],
)
def test_numbers_and_products_as_they_are_typed(written: str, value: str) -> None:
    assert first(written) == first(value)
