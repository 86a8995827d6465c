"""Stand-ins for the stages around the driver: obligations made by hand, and a Lean with prepared
answers.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from shomei.emitter.model import Claim, Emission, Theorem
from shomei.lean.backend import EnvironmentFailure, LeanMessage, LeanRun, OnRun, ignore
from shomei.ledger import Entry
from shomei.numbers.model import Refutation
from shomei.obligations.model import Assumption, Context, Hypothesis, Obligation, Plan
from shomei.parser.ast import Document
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import Relation, Span, Statement, Variable
from shomei.verdicts.model import Text
from shomei.verdicts.stages import Stages
from tests.theorems import theorem_of


@dataclass
class FakeLean:
    """Says `complaints[name]` of a theorem whose text holds it as a key, nothing of the others.
    `dies_on`: names with which no run comes to its end.
    """

    complaints: dict[str, str] = field(default_factory=dict)
    dies_on: frozenset[str] = frozenset()
    axioms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    name: Literal["lake", "portable"] = "portable"
    identity: str = "fake-1"
    asked: list[list[str]] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    calls: int = 0
    closed: bool = False
    missing: str | None = None
    severity: Literal["error", "warning", "information"] = "error"
    #: What was kept as a module, and why that cannot be built.
    kept: list[tuple[str, str]] = field(default_factory=list)
    unbuilt: str | None = None

    def check(
        self, bodies: Sequence[str], *, timeout: float, on_run: OnRun = ignore
    ) -> list[LeanRun]:
        assert timeout > 0
        if self.missing is not None:
            raise EnvironmentFailure(self.missing)
        self.calls += 1
        runs = [self._run(body) for body in bodies]
        for index, run in enumerate(runs):
            on_run(index, run)
        return runs

    def keep(self, source: str, body: str, *, timeout: float) -> str | None:
        assert timeout > 0
        self.kept.append((source, body))
        return self.unbuilt

    def close(self) -> None:
        self.closed = True

    def _run(self, body: str) -> LeanRun:
        self.bodies.append(body)
        self.asked.append(re.findall(r"^theorem (\w+)", body, re.MULTILINE))
        declared: set[str] = set()
        # As with the real one, a theorem rests on what it cites of the axioms before it, and one
        # that fails on `sorryAx`.
        uses: dict[str, set[str]] = {}
        spoiled: set[str] = set()
        name = ""
        messages = []
        for number, line in enumerate(body.split("\n"), start=1):
            if match := re.match(r"(?:theorem|axiom) (\w+)", line):
                name = match[1]
                declared.add(name)
                uses[name] = set()
            cited = re.findall(r"cites (\w+)", line)
            wrong = [f"unknown identifier '{one}'" for one in cited if one not in declared]
            wrong += [complaint for text, complaint in self.complaints.items() if text in line]
            messages += [
                LeanMessage(self.severity, number, 2, number, complaint) for complaint in wrong
            ]
            if wrong:
                spoiled.add(name)
            elif name in uses:
                uses[name].update(cited)
            if match := re.match(r"#print axioms (\w+)", line):
                axioms = [
                    *self.axioms.get(match[1], ("propext",)),
                    *sorted(uses.get(match[1], ())),
                    *(["sorryAx"] if match[1] in spoiled else []),
                ]
                if match[1] in declared and "silent" not in axioms:
                    messages.append(
                        LeanMessage(
                            "information",
                            number,
                            0,
                            number,
                            f"'{match[1]}' depends on axioms: [{', '.join(axioms)}]",
                        )
                    )
        dead = self.dies_on & declared
        return LeanRun(tuple(messages), not dead, 0.1, "Lean ran out of memory" if dead else None)


class MemoryLedger:
    """A ledger in a dictionary, which remembers every look into it."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.reports: dict[str, str] = {}
        self.looked: list[str] = []

    def find(self, key: str) -> Entry | None:
        self.looked.append(key)
        return self.entries.get(key)

    def record(self, entries: object) -> None:
        for entry in entries:  # type: ignore[attr-defined]
            self.entries[entry.key] = entry

    def find_report(self, key: str) -> str | None:
        return self.reports.get(key)

    def record_report(self, key: str, report: str) -> None:
        self.reports[key] = report

    def close(self) -> None:
        pass


def theorem(name: str, proof: str = "rfl", *requires: str, how: str = "") -> Theorem:
    cites = "".join(f"  -- cites {cited}\n" for cited in requires)
    # With its name in it, so that no two are the same.
    text = f"theorem {name} :\n    1 = 1 := by\n{cites}  {proof}  -- of {name}\n"
    return theorem_of(text, how=how, requires=requires)


def claim(
    *alternatives: Theorem,
    kind: Literal["statement", "defined", "exists"] = "statement",
    about: str = "x",
) -> Claim:
    return Claim(kind, about, alternatives)


X_IS_X = Relation("=", Variable("x"), Variable("x"))
X_NE_Y = Relation("!=", Variable("x"), Variable("y"))


def span(line: int, column: int = 3, length: int = 5) -> Span:
    return Span(0, 0, line, column, line, column + length)


def obligation(
    name: str,
    line: int = 1,
    *,
    hypotheses: tuple[Hypothesis, ...] = (),
    problem: str | None = None,
    label: str | None = None,
) -> Obligation:
    return Obligation(
        name,
        "step",
        span(line),
        f"source of {name}",
        "algebra",
        Context((), hypotheses),
        X_IS_X,
        label=label,
        statement=f"source of {name}",
        problem=problem,
    )


@dataclass
class FakeStages:
    """What each stage answers; `stages()` makes the stages of it."""

    plan: Plan
    emissions: dict[str, Emission]
    refutations: dict[str, Refutation] = field(default_factory=dict)
    vacuous: dict[str, Refutation] = field(default_factory=dict)
    contradictions: dict[int, Refutation] = field(default_factory=dict)
    advice: dict[str, tuple[str, ...]] = field(default_factory=dict)
    symbolic: dict[str, tuple[str, ...]] = field(default_factory=dict)
    read: Callable[[Path | Text], Document] | None = None
    audit: Callable[[Mapping[str, Emission]], Mapping[str, Emission]] | None = None
    show: Callable[[Statement], str] = lambda statement: "x = x" if statement == X_IS_X else "x ≠ y"
    refuted: list[str] = field(default_factory=list)
    used: dict[str, bool | None] = field(default_factory=dict)

    def stages(self) -> Stages:
        def refute(step: Obligation, _seconds: float) -> Refutation | None:
            self.refuted.append(step.id)
            return self.refutations.get(step.id)

        def contradiction(assumption: Assumption, _seconds: float) -> Refutation | None:
            return self.contradictions.get(self.plan.assumptions.index(assumption))

        return Stages(
            read=self.read or (lambda source: Document(str(source), "one\ntwo\nthree\nfour\n", ())),
            build=lambda _: self.plan,
            emit=lambda _: self.emissions,
            audit=lambda _, emissions: emissions if self.audit is None else self.audit(emissions),
            refute=refute,
            vacuous=lambda step, _seconds: self.vacuous.get(step.id),
            symbolic=lambda step: self.symbolic.get(step.id, ()),
            contradiction=contradiction,
            possible=lambda _context, _seconds: False,
            advise=lambda step, _failed, _seconds: self.advice.get(step.id, ()),
            remarks=lambda _document, _plan: (),
            is_used=lambda _reason, step, _uses: self.used.get(step.id),
            show=self.show,
        )


def steps(
    *names: str, notices: tuple[Diagnostic, ...] = (), assumptions: tuple[Assumption, ...] = ()
) -> FakeStages:
    """One obligation a name, on lines 1, 2, …, each with one claim."""
    plan = Plan(
        tuple(obligation(name, line) for line, name in enumerate(names, start=1)),
        notices,
        assumptions,
    )
    return FakeStages(
        plan, {name: Emission((claim(theorem(name, how="algebra")),)) for name in names}
    )
