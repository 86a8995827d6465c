"""How a proof ends where the emitter has `grind`: by the first of Mathlib's tactics that Lean
accepts there, of those that do it over Mathlib as well (`provable.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shomei.handover.provable import (
    Rewriting,
    Variables,
    by_field,
    by_linarith,
    by_norm_num,
    by_ring,
)
from shomei.handover.text import bare, names, parts, relation
from shomei.handover.tree import Bullet, Line, Node, Proof
from shomei.handover.writer import Fact, Writer

#: A statement that `positivity` might prove.
SIGN: Final = re.compile(r"\(0 : ℝ\) [<≤] |0 [<≤] |(?![∀∃]).* ≠ 0\Z")
NUMERALS: Final = re.compile(r"[\d\s+\-*/^()=<≤≠:ℝℕ]*\Z")
#: What discharges the conditions of `field`, as in `Mathlib.Tactic.FieldSimp.discharge`.
_DISCHARGE: Final = "first | assumption | positivity"
_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class Ending:
    """A goal, as far as it is known, what is known there, and the `grind` that proves it."""

    goal: str | None
    facts: tuple[Fact, ...]
    variables: Variables
    grind: str
    depth: int = 0

    def other(self, goal: str, *facts: Fact) -> Ending:
        """The same for a part of the goal."""
        return replace(self, goal=bare(goal), facts=(*self.facts, *facts), depth=self.depth + 1)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all facts, the last first: each may rest on those before it."""
        return tuple(dict.fromkeys(fact.name for fact in reversed(self.facts)))

    @property
    def stated(self) -> list[str]:
        """What the facts state."""
        return [fact.statement for fact in self.facts if fact.statement is not None]


def ended(end: Ending, writer: Writer) -> Proof:
    """The tactics for a goal, in a place with all ways."""
    if end.goal is not None and (implied := _implication(end.goal)) is not None:
        pattern, facts = _assumed("premise", end.depth, bare(implied[0]))
        rest = ended(end.other(implied[1], *facts), writer)
        return (Line(f"{'rintro' if len(facts) > 1 else 'intro'} {pattern}"), *rest)
    ways: list[Proof] = []
    tried: list[Proof] = []
    for way, attempt in _ways(end, writer):
        if way not in ways:
            ways.append(way)
            tried.append(attempt)
    return writer.tactics([*ways, (Line(end.grind),)], [*tried, (Line(end.grind),)])


def _implication(goal: str) -> tuple[str, str] | None:
    premise, *rest = parts(goal, " → ")
    if not rest or premise.startswith(("∀", "∃")):
        return None
    return premise, " → ".join(rest)


def _assumed(name: str, depth: int, statement: str) -> tuple[str, list[Fact]]:
    """A pattern that gives a name to each part of a conjunction, and these parts."""
    name = f"{name}{depth or ''}"
    conjuncts = parts(statement, " ∧ ")
    if len(conjuncts) == 1:
        return name, [Fact(name, statement)]
    facts = [Fact(f"{name}_{number}", bare(each)) for number, each in enumerate(conjuncts, 1)]
    return f"⟨{', '.join(fact.name for fact in facts)}⟩", facts


def terms(statement: str, facts: Sequence[Fact], variables: Variables) -> Iterator[str]:
    """The terms by which an arithmetical fact might be proved, but for `grind`."""
    if NUMERALS.match(statement) and by_norm_num(statement):
        yield "by norm_num"
    if SIGN.match(statement):
        yield "by positivity"
    if by_ring(statement, variables):
        yield "by ring"
    elif by_field(statement, variables) == ():
        yield "by field"
    known = [fact.statement for fact in facts if fact.statement is not None]
    if by_linarith(statement, known, variables):
        yield "by linarith"


def _ways(end: Ending, writer: Writer) -> Iterator[tuple[Proof, Proof]]:
    """Each way, and the stricter one that stands for it where it is tried."""
    goal = end.goal
    if goal is None:
        yield from _unknown(end)
        return
    if NUMERALS.match(goal) and by_norm_num(goal):
        yield _same("norm_num")
    if SIGN.match(goal):
        yield _same("positivity")
    found = relation(goal)
    if found is not None and found[1] == "=":
        yield from _equation(end, goal)
    elif found is not None and found[1] in "≤<":
        yield from _inequality(end, goal)
    elif found is not None and found[1] == "≠":
        yield from _unequal(end, found)
    if found is not None and found[1] in "=≤<":
        yield from _into_facts(end, goal)
        yield from _naturals(end, goal)
    yield from _cases(end, goal)
    yield from _compound(end, goal, writer)
    for fact in reversed(end.facts):
        if fact.name == "raw":
            # What a lemma states of a function, applied to its argument.
            yield (Line("exact raw"),), (Line("with_reducible exact raw"),)


def _naturals(end: Ending, goal: str) -> Iterator[tuple[Proof, Proof]]:
    """`linarith` for whole numbers, which it takes for others that are not negative."""
    if by_linarith(goal, end.stated, Variables(end.variables.naturals)):
        yield _same("linarith")
    if set(names(goal)) <= set(end.variables.naturals):
        yield _same("omega")


def _cases(end: Ending, goal: str) -> Iterator[tuple[Proof, Proof]]:
    """`linarith` in each case of what is known."""
    either = [fact for fact in end.facts if len(parts(fact.statement or "", " ∨ ")) > 1][:3]
    if not either:
        return
    splits: list[str] = []
    cases: list[list[str]] = [end.stated]
    for fact in either:
        patterns = []
        branches = []
        for disjunct in parts(fact.statement or "", " ∨ "):
            pattern, facts = _assumed(f"{fact.name}_case", 0, bare(disjunct))
            patterns.append(pattern)
            branches.append([each.statement or "" for each in facts])
        splits.append(f"rcases {fact.name} with {' | '.join(patterns)}")
        cases = [[*known, *branch] for known in cases for branch in branches]
    if all(by_linarith(goal, known, end.variables) for known in cases):
        yield _same(f"{' <;> '.join(splits)} <;> linarith")


def _same(*lines: str) -> tuple[Proof, Proof]:
    return tuple(map(Line, lines)), tuple(map(Line, lines))


def _unknown(end: Ending) -> Iterator[tuple[Proof, Proof]]:
    """Ways to prove an equation that the text does not say."""
    rules = [name for name, _, _ in _equations(end)]
    cleared = _cleared(end.names)
    if rules:
        yield _same(f"rw [{', '.join(rules)}]")
        rewritten = f"rw [{', '.join(rules)}]"
        lines = (rewritten, "ring")
        attempt = (rewritten, "show (_ : ℝ) = _", *cleared, "ring")
        yield tuple(map(Line, lines)), tuple(map(Line, attempt))
    yield (Line("ring"),), tuple(map(Line, ("show (_ : ℝ) = _", *cleared, "ring")))


def _cleared(names: Sequence[str]) -> tuple[str, ...]:
    return (f"clear {' '.join(names)}",) if names else ()


def _equations(end: Ending) -> list[tuple[str, str, str]]:
    """The facts that are equations, or equivalences, with their sides."""
    found = []
    for fact in end.facts:
        sides = None if fact.statement is None else relation(fact.statement)
        if sides is not None and sides[1] in "=↔":
            found.append((fact.name, bare(sides[0]), bare(sides[2])))
    return found


def _used(end: Ending, goal: str) -> list[tuple[str, str, str]]:
    """The equations whose left sides stand in the goal, or in what these put there."""
    left = _equations(end)
    text = goal
    found: list[tuple[str, str, str]] = []
    changed = True
    while changed:
        changed = False
        for each in left:
            if each not in found and each[1] in text and not each[1].isdecimal():
                found.append(each)
                text = f"{text} {each[2]}"
                changed = True
    return found


def _rewritings(end: Ending, goal: str) -> list[tuple[str, Mapping[str, str]]]:
    """The tactics that rewrite a goal with what is known, and what they put for what."""
    used = _used(end, goal)
    if not used:
        return []
    rules = ", ".join(name for name, _, _ in used)
    equations = {left: right for _, left, right in used}
    return [(f"rw [{rules}]", equations), (f"simp only [{rules}]", equations)]


def _equation(end: Ending, goal: str) -> Iterator[tuple[Proof, Proof]]:
    yield from _arithmetic(end, goal, (), Rewriting())
    rewritings = _rewritings(end, goal)
    for tactic, equations in rewritings:
        if tactic.startswith("rw"):
            yield _same(tactic)
        yield from _arithmetic(end, goal, (tactic,), Rewriting(equations))
    if by_linarith(goal, end.stated, end.variables):
        yield _same("linarith")


def _arithmetic(
    end: Ending, goal: str, before: tuple[str, ...], rewriting: Rewriting
) -> Iterator[tuple[Proof, Proof]]:
    """`ring` and `field`, after other tactics. They are tried without the facts that Mathlib's do
    not use.
    """
    cleared = _cleared(end.names)
    real = "show (_ : ℝ) = _"
    if by_ring(goal, end.variables, rewriting):
        attempt = (*before, real, *cleared, "ring")
        yield tuple(map(Line, (*before, "ring"))), tuple(map(Line, attempt))
    nonzero = by_field(goal, end.variables, rewriting)
    if nonzero is not None:
        conditions = [
            f"have nonzero{number} : {term} ≠ 0 := by {_discharged(term)}"
            for number, term in enumerate(nonzero)
        ]
        attempt = (*before, real, *conditions, *cleared, "field")
        yield tuple(map(Line, (*before, "field"))), tuple(map(Line, attempt))


def _discharged(term: str) -> str:
    return "norm_num" if NUMERALS.match(term) else _DISCHARGE


def _inequality(end: Ending, goal: str) -> Iterator[tuple[Proof, Proof]]:
    if by_linarith(goal, end.stated, end.variables):
        yield _same("linarith")
    for tactic, equations in _rewritings(end, goal):
        if by_linarith(goal, end.stated, end.variables, Rewriting(equations)):
            yield _same(tactic, "linarith")


def _into_facts(end: Ending, goal: str) -> Iterator[tuple[Proof, Proof]]:
    """`linarith` after `rw` with an equation in another fact."""
    for name, left, right in _equations(end):
        places = [
            fact
            for fact in end.facts
            if fact.statement is not None and fact.name != name and left in fact.statement
        ]
        if not 0 < len(places) < 3 or left.isdecimal():
            continue
        changed = {
            fact.name: (fact.statement or "").replace(f"({left})", left).replace(left, f"({right})")
            for fact in places
        }
        known = [changed.get(fact.name, fact.statement or "") for fact in end.facts]
        if by_linarith(goal, known, end.variables):
            yield _same(f"rw [{name}] at {' '.join(changed)}", "linarith")


def _unequal(end: Ending, sides: tuple[str, str, str]) -> Iterator[tuple[Proof, Proof]]:
    """`a ≠ 0` by the sign of `a`."""
    left, _, right = sides
    for lemma, goal in (("LT.lt.ne'", f"{right} < {left}"), ("LT.lt.ne", f"{left} < {right}")):
        if by_linarith(goal, end.stated, end.variables):
            yield _same(f"refine {lemma} ?_", "linarith")


def _compound(end: Ending, goal: str, writer: Writer) -> Iterator[tuple[Proof, Proof]]:
    """Conjunctions and equivalences, part by part."""
    if end.depth >= _DEEPEST:
        return
    sides = parts(goal, " ↔ ")
    if len(sides) == 2:
        rules = [name for name, left, _ in _equations(end) if left in goal]
        if rules:
            yield _same(f"rw [{', '.join(rules)}]")
        goals: list[Node] = []
        for premise, other in (sides, sides[::-1]):
            pattern, facts = _assumed("equal", end.depth, bare(premise))
            intro = Line(f"{'rintro' if len(facts) > 1 else 'intro'} {pattern}")
            goals.append(Bullet((intro, *ended(end.other(other, *facts), writer))))
        way: Proof = (Line("constructor"), *goals)
        yield way, way
        return
    conjuncts = parts(goal, " ∧ ")
    if len(conjuncts) > 1:
        holes = ", ".join("?_" for _ in conjuncts)
        each_goal = tuple(Bullet(ended(end.other(each), writer)) for each in conjuncts)
        both: Proof = (Line(f"refine ⟨{holes}⟩"), *each_goal)
        yield both, both
