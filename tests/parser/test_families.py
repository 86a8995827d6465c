"""Which letters of a text are families, and how far their indices count."""

from __future__ import annotations

import pytest

from shomei.parser.families import families_of


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
