"""The lemmas of `Shomei/Bounds.lean`, asked of the real Lean: the computed bounds hold, and a bound
on the wrong side of the value has no proof.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from shomei.emitter.proof import computed
from shomei.emitter.proof.computed import literal
from shomei.lean.portable.backend import PortableBackend
from tests.lean_project.test_interface import errors, run


def statements() -> list[tuple[str, str]]:
    """Statements with their proofs."""
    found: list[tuple[str, str]] = []
    for at, digits in ((1, 40), (Fraction(7, 2), 5), (Fraction(-1, 3), 8), (0, 3)):
        bounds = computed.exponential(Fraction(at), digits)
        assert bounds is not None
        (low, lower), (high, upper) = bounds
        value = f"Real.exp {literal(Fraction(at))}"
        found += [(f"{literal(low)} ≤ {value}", lower), (f"{value} ≤ {literal(high)}", upper)]
    for at, digits in ((1, 40), (Fraction(3, 2), 5), (2, 8)):
        bounds = computed.cosine(Fraction(at), digits)
        assert bounds is not None
        (low, lower), (high, upper) = bounds
        value = f"Real.cos {literal(Fraction(at))}"
        found += [(f"{literal(low)} ≤ {value}", lower), (f"{value} ≤ {literal(high)}", upper)]
    for digits in (1, 40):
        bounds = computed.pi(digits)
        assert bounds is not None
        (low, lower), (high, upper) = bounds
        found += [(f"{literal(low)} < Real.pi", lower), (f"Real.pi < {literal(high)}", upper)]
    return found


def test_the_bounds_hold(backend: PortableBackend) -> None:
    lines = [f"theorem t{i} : {claim} := {proof}" for i, (claim, proof) in enumerate(statements())]
    assert errors(run(backend, "\n".join(lines))) == []


#: Each asks for one unit of the last place too much.
FALSE = [
    (
        "(2719 / 1000 : ℝ) ≤ Real.exp 1",
        "Shomei.le_exp_of_squares 1 1 {scale} 20 {start} 2719 1000",
    ),
    (
        "Real.exp 1 ≤ (2718 / 1000 : ℝ)",
        "Shomei.exp_le_of_squares 1 1 {scale} 20 {start} 2718 1000",
    ),
]


@pytest.mark.parametrize(("claim", "proof"), FALSE)
@pytest.mark.parametrize("off", [0, -1, 1])
def test_a_bound_on_the_wrong_side_has_no_proof(
    backend: PortableBackend, claim: str, proof: str, off: int
) -> None:
    scale = 10**20
    start = scale * (2**20 + 1) // 2**20 + off * scale // 2**30
    text = proof.format(scale=scale, start=start)
    body = f"theorem t : {claim} := {text} (by grind) (by grind) (by decide +kernel)"
    assert errors(run(backend, body))
