"""Which letters of a text are families, and how far their indices count."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Noted
from shomei.parser.families import families_of
from tests.verdicts.test_doubt import alarms


@pytest.mark.parametrize(
    ("text", "families"),
    [
        (r"\sum_{i=1}^{n} x_i", {"x": 1}),
        (r"\sum_i w_{ij} x_j", {"w": 2, "x": 1}),
        (r"\sum_{i \ne j} x_{i,j}", {"x": 2}),
        (r"a_{n+1} = 2 a_n", {"a": 1}),
        (r"x_1, \dots, x_n", {"x": 1}),
        (r"\sum_{k=1}^{n} \lambda_k", {"lambda": 1}),
        (r"x_1 + x_2 = 3", {}),
        (r"v_x^2 + v_y^2", {}),
        (r"\sum_{k=1}^{n} k + x_0", {}),
        (r"x_{max}", {}),
        (r"\sum_{i=1}^{n} \delta_{ij}", {}),
    ],
)
def test_letters_with_varying_indices_are_families(text: str, families: dict[str, int]) -> None:
    assert families_of(text).arities == families


def test_what_stands_in_the_subscript_of_a_family_is_an_index() -> None:
    found = families_of(r"z_1, \dots, z_n \quad p_i = \frac{e^{z_i}}{\sum_{k=1}^{n} e^{z_k}}")
    assert found.arities == {"z": 1, "p": 1}
    assert "i" in found.indices


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        (r"\sum_{i=1}^{n} x_i", {"i": "n", "": "n"}),
        (r"\sum_{i=1}^{n} x_i + \sum_{j=1}^{m} x_j", {"i": "n", "j": "m"}),
        (r"i = 1, \dots, m", {"i": "m", "": "m"}),
        (r"\sum_{i=1}^{n} x_i = \sum_{i=1}^{m} x_i", {}),
        (r"\sum_{i=0}^{n} x_i", {}),
    ],
)
def test_an_index_counts_to_the_one_bound_that_the_text_gives_it(
    text: str, lengths: dict[str, str]
) -> None:
    assert families_of(text).lengths == lengths


def test_elements_are_read_where_the_meaning_of_their_letter_has_ended() -> None:
    text = r"""The sequence is $S_n = \sum_{k=1}^{n} k$. It is doubtful whether $S_n = n^3$ holds.

Thus $S_3 = 6$, and $\sum_{i=1}^{4} S_i = 20$.
"""
    found = [item.why for item in parse(text, "a.md").items if isinstance(item, Noted)]
    assert found == ["what this function is, is not read"] * 3


def test_a_polynomial_with_coefficients_is_not_read_as_a_sum_of_their_elements() -> None:
    text = r"Here $P(x) = x^n + c_{n-1} x^{n-1} + \dots + c_0$, and $\sum_{i=0}^{n} c_i = 2$."
    (found,) = [item for item in parse(text, "a.md").items if isinstance(item, Noted)]
    assert found.why == "the written terms do not say which sum is meant"


@pytest.mark.parametrize(
    "text",
    [
        "We go on to $c_{n+1}$.\n\n| range |\n| --- |\n| $0 < c_1 < c_0$ |",
        "ロルの定理から $c_{n+1}$ まで繰り返す。$0 < c_2$\n\n$0 < c_1 < c_0$ である。",
    ],
)
def test_where_mere_elements_lie_is_no_claim_on_all_sequences(text: str) -> None:
    assert alarms(text) == []


def test_a_claim_on_all_sequences_is_one() -> None:
    text = "Here $c_{n+1}$ is a term.\n\nWe have\n\n$$ c_1 + c_2 = c_1 $$"
    assert alarms(text) == [5]
