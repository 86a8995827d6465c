"""Lean accepts at least one proof of each method for the examples of its tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from shomei.emitter import emit_plan
from shomei.emitter.emit import VERSION
from shomei.emitter.lean.statement import proposition
from shomei.emitter.model import Claim
from shomei.emitter.theorem import binders, notation_of, render
from shomei.lean.choose import choose
from shomei.ledger import NO_LEDGER
from shomei.obligations import build
from shomei.parser import parse
from shomei.verdicts.prove import Prover, prove
from shomei.verdicts.standing import Proof
from tests.emitter.methods.offered import proofs


def examples() -> Iterator[tuple[str, str]]:
    """The name of each method, with each derivation whose last step it proves."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        module = import_module(f"tests.emitter.methods.{path.stem}")
        for text, _ in getattr(module, "PROVES", ()):
            yield module.NAME, text


@pytest.fixture(scope="module")
def prover() -> Iterator[Prover]:
    backend, audit = choose("portable", lambda _milestone: None)
    yield Prover(backend, audit, NO_LEDGER, 120.0, VERSION)
    backend.close()


@pytest.mark.parametrize(("name", "text"), list(examples()))
def test_lean_accepts_it(prover: Prover, name: str, text: str) -> None:
    plan = build(parse(text, "test.txt"))
    step = plan.obligations[-1]
    notation = notation_of(step.context)
    statement, arguments = proposition(step.goal, notation), binders(step.context, notation)
    theorems = tuple(
        render(step.id, arguments, statement, each.script, source="", requires=each.requires)
        for each in proofs(name, step)
    )
    emissions = emit_plan(plan)
    claims: list[Claim] = [claim for each in emissions.values() for claim in each.claims]
    claims = [
        replace(claim, alternatives=theorems)
        if claim.kind == "statement" and claim.alternatives[0].name == step.id
        else claim
        for claim in claims
    ]
    assert isinstance(prove(claims, prover, {})[step.id], Proof)
