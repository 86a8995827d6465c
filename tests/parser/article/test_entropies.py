"""Entropies and divergences of distributions, as the sums that an article says they are."""

from __future__ import annotations

import pytest

import shomei
from shomei.parser.lexing.entropies import entropy_at


def _verdicts(text: str) -> list[tuple[str, str]]:
    report = shomei.check(f"{text}\n", suffix=".md", fast=True)
    return [(each.role, each.verdict or "") for each in report.formulas]


GIVEN = (
    "エントロピーを考える。$p_i > 0$、$q_i > 0$、"
    "$\\sum_{i=1}^n p_i = 1$、$\\sum_{i=1}^n q_i = 1$ とする。\n\n"
    "$$ D(p \\,\\|\\, q) = \\sum_{i=1}^n p_i \\log \\frac{p_i}{q_i} $$\n\n"
    "$$ H(p) = - \\sum_{i=1}^n p_i \\log p_i, \\quad H(p, q) = - \\sum_{i=1}^n p_i \\log q_i $$\n\n"
)


def test_their_sums_are_definitions() -> None:
    assert [role for role, _ in _verdicts(GIVEN)] == ["assumption"] * 4 + ["definition"] * 3


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("H(p, q) = H(p) + D(p \\| q)", "plausible"),
        ("H(p, q) = H(p) - D(p \\| q)", "refuted"),
        ("D(p \\| q) = H(p, q) - H(p)", "plausible"),
        ("D(p \\| q) = H(p) - H(p, q)", "refuted"),
    ],
)
def test_what_is_said_of_them(claim: str, verdict: str) -> None:
    assert _verdicts(f"{GIVEN}よって ${claim}$ である。")[-1] == ("claim", verdict)


#: Nothing is known of the last one.
OTHERS = ["D(q \\| p) = H(q, p) - H(q)", "H(q, p) = H(p, q)", "D(p \\| q) = D(q \\| p)"]


@pytest.mark.parametrize("claim", OTHERS)
def test_other_ones_are_not_known(claim: str) -> None:
    assert _verdicts(f"{GIVEN}よって ${claim}$ である。")[-1][1] == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("D_{\\mathrm{KL}}(p \\,\\|\\, q)", "KL(p \\| q)"),
        ("D_{KL}(p||q)", "KL(p \\| q)"),
        ("\\mathrm{KL}(p \\parallel q)", "KL(p \\| q)"),
        ("H(p) = -\\sum_i p_i", "H(p)"),
        ("H(p, q) &= -\\sum_i p_i", "H(p, q)"),
    ],
)
def test_spellings(text: str, name: str) -> None:
    found = entropy_at(text, 0, len(text))
    assert found is not None
    assert found[0].name == name


@pytest.mark.parametrize("text", ["H(p) = p + 1", "H(x, y) = x y", "D(3)", "H(A) = \\sum_i A_i"])
def test_functions(text: str) -> None:
    assert entropy_at(text, 0, len(text)) is None
