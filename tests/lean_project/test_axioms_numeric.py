"""Every axiom is listed. The laws that determine `exp`, `sin` and `cos` state what their entries
say, and hold for these functions at thousands of points.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mpmath
import pytest
import sympy

ROOT = Path(__file__).parents[2]
PORTABLE = ROOT / "lean_project" / "portable"
RELATIONS = {
    "=": lambda a, b: abs(a - b) <= mpmath.mpf(10) ** -45 * (1 + abs(a)),
    "<=": lambda a, b: a <= b,
    "<": lambda a, b: a < b,
}
POINTS = 4000


@dataclass(frozen=True, slots=True)
class Statement:
    """An axiom or a theorem as a Lean source states it."""

    kind: str
    name: str
    binders: str
    claim: str


@dataclass(frozen=True, slots=True)
class Law:
    """A claim about `variables` under `hypotheses`, each `left relation right` in sympy's
    notation.
    """

    variables: tuple[str, ...]
    hypotheses: tuple[str, ...]
    claim: str


def statements_of(source: str) -> Iterator[Statement]:
    """The axioms and theorems of a Lean source, with their namespaces."""
    space: list[str] = []
    for line in re.split(r"\n(?=\S)", source):
        head = " ".join(line.split())
        if opened := re.match(r"namespace (\S+)", head):
            space.append(opened[1])
        elif space and head == f"end {space[-1]}":
            space.pop()
        elif found := re.match(
            r"(?:@\[[^\]]*\] )?(axiom|theorem) (\S+)((?: [({\[][^)}\]]*[)}\]])*) : (.*?)(?: "
            r":= .*)?$",
            head,
        ):
            yield Statement(found[1], ".".join([*space, found[2]]), found[3].strip(), found[4])


def in_sympy(lean: str) -> str:
    """A relation between Lean terms in sympy's notation."""
    text = re.sub(r"\b(exp|sin|cos) ([a-z])\b", r"\1(\2)", lean)
    text = re.sub(r"\b(exp|sin|cos) \(", r"\1(", text)
    return text.replace(" ^ ", "**").replace("≤", "<=")


def law_of(statement: Statement) -> Law:
    """The statement of a law, read from its Lean text."""
    binders = re.findall(r"[({]([^:]*) : ([^)}]*)[)}]", statement.binders)
    variables = tuple(name for names, type_ in binders if type_ == "ℝ" for name in names.split())
    hypotheses = tuple(in_sympy(type_) for _, type_ in binders if type_ != "ℝ")
    return Law(variables, hypotheses, in_sympy(statement.claim))


def holds(relation: str, variables: tuple[str, ...]) -> Callable[..., bool]:
    """A test whether `relation` holds at values of `variables`."""
    left, sign, right = re.split(r" (=|<=|<) ", relation)
    names = sympy.symbols(variables)
    sides = [sympy.lambdify(names, sympy.sympify(side), "mpmath") for side in (left, right)]
    return lambda *values: bool(RELATIONS[sign](sides[0](*values), sides[1](*values)))


def value(source: random.Random) -> mpmath.mpf:
    """A number: ordinary, small, tiny, whole, or a fraction of π."""
    match source.randrange(6):
        case 0:
            return mpmath.mpf(source.uniform(-40, 40))
        case 1 | 2:
            return mpmath.mpf(source.uniform(-1, 1))
        case 3:
            return mpmath.mpf(10) ** source.randrange(-18, 1) * source.choice((1, -1))
        case 4:
            return mpmath.mpf(source.randrange(-10, 11))
        case _:
            return mpmath.pi * source.randrange(-24, 25) / 12


def counterexample(law: Law, points: int = POINTS) -> tuple[mpmath.mpf, ...] | None:
    """Values inside the hypotheses at which the claim is false, of `points` that are tried."""
    source = random.Random(law.claim)
    inside = [holds(hypothesis, law.variables) for hypothesis in law.hypotheses]
    claim = holds(law.claim, law.variables)
    tried = 0
    with mpmath.workdps(60):
        while tried < points:
            values = tuple(value(source) for _ in law.variables)
            if all(condition(*values) for condition in inside):
                tried += 1
                if not claim(*values):
                    return values
    return None


SOURCES = {
    path.relative_to(PORTABLE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PORTABLE.rglob("*.lean"))
}
STATED = [statement for source in SOURCES.values() for statement in statements_of(source)]
AXIOMS = {statement.name for statement in STATED if statement.kind == "axiom"}
THEOREMS = {statement.name: statement for statement in STATED if statement.kind == "theorem"}
LISTING: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (PORTABLE / "axioms.toml").read_text(encoding="utf-8")
)
LAWS = {entry["name"]: entry for entry in LISTING["law"]}


def test_every_axiom_is_listed() -> None:
    assert {entry["name"] for entry in LISTING["axiom"]} == AXIOMS


def test_no_axiom_is_hidden_from_the_list() -> None:
    for path, source in SOURCES.items():
        code = re.sub(r"/-.*?-/", "", re.sub(r"--.*", "", source), flags=re.DOTALL)
        assert len(re.findall(r"\baxiom\b", code)) == sum(
            statement.kind == "axiom" for statement in statements_of(source)
        ), path
        assert not re.search(
            r"\b(sorry|admit|native_decide|implemented_by|extern|unsafe|opaque|debug\.skipKernelTC)\b",
            code,
        ), path


def test_the_rules_assume_nothing() -> None:
    for path in sorted((ROOT / "lean_project" / "Shomei").rglob("*.lean")):
        code = re.sub(r"/-.*?-/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(
            r"\b(axiom|sorry|admit|native_decide|implemented_by|extern|unsafe|opaque)\b", code
        ), path


@pytest.mark.parametrize("kind", ["axiom", "law"])
def test_the_document_names_every_entry_and_its_module(kind: str) -> None:
    lines = (ROOT / "docs" / "interface.md").read_text(encoding="utf-8").splitlines()
    for entry in LISTING[kind]:
        assert any(
            f"`{entry['name']}`" in line and f"`{entry['mathlib']}`" in line for line in lines
        ), entry["name"]


@pytest.mark.parametrize("name", sorted(LAWS))
def test_a_law_is_listed_as_it_is_proved(name: str) -> None:
    entry = LAWS[name]
    assert law_of(THEOREMS[name]) == Law(
        tuple(entry["variables"]), tuple(entry["hypotheses"]), entry["claim"]
    )


@pytest.mark.parametrize("name", sorted(LAWS))
def test_a_law_holds_at_thousands_of_points(name: str) -> None:
    assert counterexample(law_of(THEOREMS[name])) is None


@pytest.mark.parametrize(
    "law",
    [
        Law(("x", "y"), (), "exp(x + y) = exp(x) + exp(y)"),
        Law(("x",), (), "x + 1 < exp(x)"),
        Law(("x",), (), "sin(x) < x"),
        Law(("x",), ("0 < x",), "x - x**3 / 8 < sin(x)"),
        Law(("x", "y"), (), "cos(x + y) = cos(x) * cos(y) + sin(x) * sin(y)"),
        Law(("x",), (), "sin(x)**2 - cos(x)**2 = 1"),
    ],
)
def test_a_false_law_is_found_out(law: Law) -> None:
    assert counterexample(law) is not None
