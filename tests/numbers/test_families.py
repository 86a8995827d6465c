"""Sequences that are defined by other sequences, in numbers."""

from __future__ import annotations

import shomei

RULE = (
    "We assume $P > 0$ and $c > 0$. Let $B_0 = P$ and $B_{k+1} = 2 B_k - c$ for $k \\ge 0$.\n\n"
    "Put $R_k = c - B_{k-1}$. For $k \\ge 1$ we have\n\n"
)


def verdicts(claim: str) -> set[str]:
    report = shomei.check(f"{RULE}$$ {claim} $$\n", suffix=".md", fast=True, ledger=False)
    return {step.verdict for step in report.steps}


def test_an_element_is_computed_anew_where_a_captured_variable_changes() -> None:
    """$R_k$ speaks of P only through $B_{k-1}$."""
    assert verdicts("R_{k+1} = c - B_k = 2 (c - B_{k-1}) = 2 R_k") == {"plausible"}
    assert verdicts("R_2 = 2 R_1 = 2 (c - P)") == {"plausible"}


def test_a_wrong_factor_is_refuted() -> None:
    assert "refuted" in verdicts("R_{k+1} = 3 R_k")
