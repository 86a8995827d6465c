"""Attempts to prove `False` from the laws that determine the interface's functions, together and at
the numbers where an error would show. All must fail.
"""

from __future__ import annotations

from itertools import product

import pytest

from shomei.lean.portable.backend import PortableBackend
from tests.lean_project.test_axioms_numeric import LAWS, LISTING, THEOREMS, law_of
from tests.lean_project.test_interface import errors, run

VALUES = ("0", "1", "-1", "2", "(1 / 2)", "Real.pi", "(-Real.pi)")
TACTICS = (
    "grind",
    "simp_all",
    "contradiction",
    "trivial",
    "omega",
    "decide",
    "first | rfl | assumption | constructor",
)


def instances(values: tuple[str, ...]) -> list[str]:
    """Each law at those numbers, as lines of a proof; one with a hypothesis where it has one, to be
    used if that holds.
    """
    lines = []
    for name in LAWS:
        law = law_of(THEOREMS[name])
        for chosen in product(values, repeat=len(law.variables)):
            lines.append(
                f"have i{len(lines)} := @{name} {' '.join(f'({value} : ℝ)' for value in chosen)}"
            )
    return lines


def test_every_entry_says_what_it_is() -> None:
    print(f"{len(LISTING['axiom'])} axioms, {len(LAWS)} laws")  # noqa: T201
    for entry in (*LISTING["axiom"], *LISTING["law"]):
        assert entry["mathlib"].startswith("Mathlib."), entry["name"]
        assert entry["words"], entry["name"]
    assert {entry["kind"] for entry in LISTING["axiom"]} == {"type", "structure"}
    assert all("claim" in entry for entry in LISTING["law"])


@pytest.mark.parametrize("tactic", TACTICS)
def test_false_does_not_follow_from_the_laws(backend: PortableBackend, tactic: str) -> None:
    own = f"grind [{', '.join(LAWS)}]" if tactic == "grind" and LAWS else tactic
    answer = run(backend, f"theorem attack : False := by\n  {own}\n")
    assert errors(answer), own


@pytest.mark.parametrize(
    "values", [*((value,) for value in VALUES), ("0", "1"), ("-1", "1")], ids=" ".join
)
def test_false_does_not_follow_at_numbers(
    backend: PortableBackend, values: tuple[str, ...]
) -> None:
    lines = instances(values)
    bodies = [
        "\n  ".join(["theorem attack : False := by", *lines, tactic])
        for tactic in ("grind", "simp_all")
    ]
    text = "\n\n".join(body.replace("attack", f"attack{i}", 1) for i, body in enumerate(bodies))
    answer = run(backend, text)
    # The laws are there, at those numbers: only the tactics at the end fail.
    ends = {
        number
        for number, line in enumerate(text.split("\n"), start=1)
        if line in {"  grind", "  simp_all"}
    }
    assert {message.line for message in answer.messages if message.severity == "error"} == ends
