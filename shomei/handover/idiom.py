"""Proofs as a user of Mathlib would write them: the emitter's scripts with its terms and `grind`
replaced by the tactics that Mathlib has for such goals, as far as Lean accepts them.

`positivity` takes the place of a term of lemmas about signs; `ring`, `field`, `norm_num` and
`linarith` that of `grind`, after `rw` with the equations that it would use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shomei.emitter.lean.render import lines_of
from shomei.emitter.lean.script import (
    Cases,
    Clear,
    Exact,
    Goal,
    Have,
    Intro,
    Obtain,
    Refine,
    Rw,
    Script,
    Show,
    SimpOnly,
    Tactic,
    Try,
    Word,
)
from shomei.handover.endings import SIGN, Ending, ended
from shomei.handover.known import Stated, stated_by
from shomei.handover.provable import Variables
from shomei.handover.signs import SIGNS, is_sign
from shomei.handover.term_proofs import TermWriter, is_part
from shomei.handover.text import (
    ascribed,
    bare,
    is_bracketed,
    names,
    parts,
    relation,
    renamed,
    words,
)
from shomei.handover.tree import Block, Bullet, Line, Node, Proof
from shomei.handover.writer import Fact, Writer

_GRIND: Final = frozenset({"grind", "grind -funext"})
_EXISTS: Final = re.compile(r"∃ (\w+) : ℕ, (∀ .*)\Z")
#: The proof that a number is above 1, where its logarithm is positive.
_ABOVE: Final = re.compile(r"Real\.log_pos (\(by [^()]*(?:\([^()]*\)[^()]*)*grind\))")
_LOG: Final = re.compile(r"Real\.log (\([^()]*\)|\w+)")
_HAVE: Final = re.compile(r"have (\S+)(?: : (.+?))? := (.+)\Z")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a theorem assumes, its variables, and what earlier theorems state."""

    hypotheses: tuple[Fact, ...]
    variables: Variables
    cited: Stated


def proof_of(script: Script, statement: str, setting: Setting, writer: Writer) -> Proof:
    """The proof of `statement` by `script`."""
    facts = list(setting.hypotheses)
    return tuple(_Script(writer, facts, setting.variables, setting.cited).proof(script, statement))


@dataclass(slots=True)
class _Script(TermWriter):
    def _with(self, *facts: Fact) -> _Script:
        return _Script(self.writer, [*self.facts, *facts], self.variables, self.cited)

    def proof(self, script: Script, goal: str | None) -> Iterator[Node]:
        script = _goal_last(script)
        for place, tactic in enumerate(script):
            last = place == len(script) - 1
            match tactic:
                case Have(name, str() as statement, tuple() as inner) if (
                    place == len(script) - 2
                    and (term := _applied_last(name, script[-1])) is not None
                ):
                    yield Line(f"suffices {name} : {statement} from {term}")
                    yield from self._inner(inner, statement)
                    return
                case Show(statement):
                    goal = statement
                    yield Line(f"show {statement}")
                case Intro(introduced):
                    goal = None
                    yield Line(f"intro {' '.join(introduced)}")
                    self.facts += [
                        Fact(name, None)
                        for pattern in introduced
                        if pattern.startswith("⟨")
                        for name in names(pattern)
                    ]
                case Clear(cleared):
                    self.facts = [fact for fact in self.facts if fact.name not in cleared]
                    yield Line(f"clear {' '.join(cleared)}")
                case Word(kind) if kind in _GRIND and last:
                    yield from self._closed(goal, kind)
                case Exact(term):
                    yield from self._exact(term, goal)
                case _:
                    goal = goal if isinstance(tactic, Have | Obtain) else None
                    yield from self._tactic(tactic)

    def _inner(self, script: Script, goal: str | None) -> Proof:
        return tuple(self._with().proof(script, goal))

    def _tactic(self, tactic: Tactic) -> Iterator[Node]:
        match tactic:
            case Have(name, statement, proof):
                said = name if statement is None else f"{name} : {statement}"
                if isinstance(proof, str) and (steps := _steps(bare(proof))):
                    yield Block(f"have {said} := by", self._by(steps, statement))
                elif isinstance(proof, str):
                    yield Line(f"have {said} := {self.stated(statement, proof)}")
                else:
                    yield Block(f"have {said} := by", self._inner(proof, statement))
                if statement is None and isinstance(proof, str):
                    statement = stated_by(proof, self.said_by)
                self.facts.append(Fact(name, statement))
            case Goal(script):
                yield Bullet(self._inner(script, None))
            case Refine(term):
                yield Line(f"refine {self.term(bare(term))}")
            case Obtain(pattern, proof):
                yield Line(f"obtain {pattern} := {self.term(proof)}")
            case Cases(proof, found):
                yield Line(f"rcases {self.term(proof)} with {' | '.join(found)}")
            case Rw() | SimpOnly():
                yield from (Line(line) for line in lines_of((tactic,)))
            case _:
                yield from (Line(line) for line in lines_of((tactic,)))

    def _by(self, steps: Sequence[str], statement: str | None) -> Proof:
        """Tactics that stood on one line, each on its own."""
        *first, last = map(bare, steps)
        ending: Proof = (Line(last),)
        if last in _GRIND:
            inner = self._with()
            for step in first:
                inner.facts += inner.stepped(step)
            kept = all(step.startswith("have ") or " at " in step for step in first)
            ending = tuple(inner._closed(statement if kept else None, last))
        return (*map(Line, first), *ending)

    def stepped(self, step: str) -> Iterator[Fact]:
        """The fact that `have … := …` adds."""
        found = _HAVE.match(step)
        if found is not None:
            name, statement, proof = found.groups()
            yield Fact(name, statement or stated_by(proof, self.said_by))

    # ----------------------------------------------------------------------------------------------
    # The ends of proofs

    def _exact(self, term: str, goal: str | None) -> Iterator[Node]:
        term = bare(term)
        if is_bracketed(term, "⟨⟩"):
            yield from self._conjunction(parts(term[1:-1], ", "), goal)
            return
        whole, meant = ascribed(term)
        if whole.startswith("by "):
            yield from self._by(_steps(whole) or [whole[3:]], meant or goal)
            return
        found = words(term)
        inner, kind = ascribed(found[-1]) if found else ("", None)
        if len(found) > 1 and found[0] not in ("fun", "by", "calc"):
            head = " ".join(self.term(word) if is_part(word) else word for word in found[:-1])
            last = found[-1]
            if kind is not None and _is_application(inner) and relation(kind) is not None:
                rule = bare(inner.removeprefix("Eq.symm "))
                yield from self.writer.tactics(
                    (
                        (Line(f"refine {head} ?_"), Line(f"show {kind}"), Line(f"rw [{rule}]")),
                        (Line(f"exact {head} {self.term(last)}"),),
                    )
                )
                return
            if kind is not None and inner.startswith("by grind"):
                yield Line(f"refine {head} ?_")
                yield from self._closed(kind, "grind")
                return
        if goal is not None and found[0] == "fun" and goal.startswith("∀ "):
            yield from self._part(term, goal)
            return
        if goal is not None and SIGN.match(goal):
            yield from self._sign(term, goal)
            return
        if is_sign(term):
            yield from self.writer.tactics(
                ((Line("positivity"),), (Line(f"exact {self.term(term)}"),))
            )
            return
        plain = Line(f"exact {self.term(term)}")
        shown = self.with_goal(term)
        if shown is None:
            yield plain
        else:
            best = (Line(f"refine {bare(shown)}"), Line("positivity"))
            yield from self.writer.tactics((best, (plain,)))

    def _conjunction(self, terms: Sequence[str], goal: str | None) -> Iterator[Node]:
        """`refine ⟨?_, h, …⟩`, with a goal for each part that a tactic might prove."""
        said = [bare(part) for part in parts(goal or "", " ∧ ")]
        plain = Line(f"exact ⟨{', '.join(self.term(term) for term in terms)}⟩")
        if len(said) != len(terms) and goal is not None and len(terms) == 2:
            found = _EXISTS.match(goal)
            if found is not None and terms[0].isdecimal():
                yield Line(f"refine ⟨{terms[0]}, ?_⟩")
                yield from self._part(terms[1], renamed(found[2], {found[1]: terms[0]}))
                return
        if len(said) != len(terms):
            best = self.with_goal(f"⟨{', '.join(terms)}⟩")
            yield plain if best is None else Line(f"exact {best}")
            return
        goals = [
            (term, part)
            for term, part in zip(terms, said, strict=True)
            if self._is_for_tactics(term, part)
        ]
        if not goals:
            yield plain
            return
        shown = [
            "?_" if self._is_for_tactics(term, part) else self.term(term)
            for term, part in zip(terms, said, strict=True)
        ]
        yield Line(f"refine ⟨{', '.join(shown)}⟩")
        for term, part in goals:
            proof = tuple(self._with()._part(term, part))
            if len(goals) == 1:
                yield from proof
            else:
                yield Bullet(proof)

    @staticmethod
    def _is_for_tactics(term: str, goal: str) -> bool:
        inner = bare(ascribed(term)[0])
        if inner.isidentifier() or inner.startswith("⟨"):
            return False
        if inner.startswith("fun ") and goal.startswith("∀ "):
            return True
        return inner.startswith("by ") or SIGN.match(goal) is not None

    def _part(self, term: str, goal: str) -> Iterator[Node]:
        """The proof of one goal for which the emitter has a term."""
        inner = bare(ascribed(term)[0])
        if inner.startswith("fun ") and goal.startswith("∀ "):
            head, _, body = inner.partition(" => ")
            introduced = head.split()[1:]
            bound, _, rest = goal.partition(", ")
            *premises, said = map(bare, parts(rest, " → "))
            if (
                len(introduced) == len(premises) + 1
                and all(name.isidentifier() for name in introduced)
                and bound.split()[1:] == [introduced[0], ":", "ℕ"]
            ):
                yield Line(f"intro {' '.join(introduced)}")
                self.facts += map(Fact, introduced[1:], premises)
                self.variables = self.variables.with_natural(introduced[0])
                yield from self._part(body, said)
                return
        if inner.startswith("by "):
            yield from self._by(_steps(inner) or [inner[3:]], goal)
        elif SIGN.match(goal):
            yield from self._sign(inner, goal)
        else:
            yield Line(f"exact {self.term(inner)}")

    def _sign(self, term: str, goal: str) -> Iterator[Node]:
        """The proof of a sign: by `positivity`, if need be after what it does not find itself."""
        plain: Proof = (Line(f"exact {self.term(term)}"),)
        if is_sign(term):
            yield from self.writer.tactics(((Line("positivity"),), plain))
            return
        ways: list[Proof] = [(Line("positivity"),)]
        sides: list[str] = []
        if _collected(term, sides):
            facts = [Line(f"have side{n} := {self.term(each)}") for n, each in enumerate(sides, 1)]
            ways.append((*facts, Line("positivity")))
        above = _ABOVE.search(term)
        of = _LOG.search(goal)
        if above is not None and of is not None:
            hole = f"{term[: above.start(1)]}?_{term[above.end(1) :]}"
            end = self._closed(f"1 < {of[1]}", "linarith")
            ways.append((Line(f"refine {hole}"), *end))
        yield from self.writer.tactics((*ways, plain))

    def _closed(self, goal: str | None, grind: str) -> Iterator[Node]:
        """The ways to end where the emitter has `grind`."""
        end = Ending(goal, tuple(self.facts), self.variables, grind)
        yield from ended(end, self.writer)


def _is_application(term: str) -> bool:
    """Whether a term cites an earlier theorem, and not a lemma of Mathlib."""
    name = next(names(bare(term.removeprefix("Eq.symm "))), "")
    return "." not in name and any(character.isdigit() for character in name)


def _collected(term: str, found: list[str]) -> bool:
    """Whether a term puts together signs that `positivity` puts together, of what it finds by
    itself, of hypotheses, and of the terms that are added to `found`.
    """
    term = bare(term)
    if ascribed(term)[1] is not None or term.startswith(("by ", "fun ", "⟨")):
        return term.startswith("by ") and len(_steps(term)) == 0 and "omega" in term
    head, *arguments = words(term)
    if head not in SIGNS:
        if arguments and "." in head:
            found.append(term)
            return True
        return not arguments
    return all(_collected(each, found) for each in arguments)


def _steps(proof: str) -> list[str]:
    """The tactics of `by …; …`; none if the proof is another term, or one tactic."""
    found = parts(proof.removeprefix("by "), "; ") if proof.startswith("by ") else []
    return found if len(found) > 1 else []


def _applied_last(name: str, last: Tactic) -> str | None:
    """The term of an `exact` that applies the fact of this name to variables and to what `omega`
    proves.
    """
    if not isinstance(last, Exact):
        return None
    term = bare(last.term)
    head, *arguments = words(term)
    simple = all(each.isidentifier() or each == "(by omega)" for each in arguments)
    return term if head == name and arguments and simple and name not in arguments else None


def _goal_last(script: Script) -> Script:
    """A script that ends in `exact … same` after `have same : … := …`, with that fact as the last
    goal, so that its proof ends the script.
    """
    if len(script) < 2:
        return script
    if len(script) > 2 and isinstance(script[-2], Try):
        have, between, last = script[-3:]
        if isinstance(have, Have) and have.statement is not None and last == Exact(have.name):
            return (*script[:-3], between, Show(have.statement), *_of(have))
    have, last = script[-2:]
    if not isinstance(have, Have) or not isinstance(last, Exact) or have.statement is None:
        return script
    term = bare(last.term)
    found = words(term)
    if len(found) < 2 or found[-1] != have.name or have.name in list(names(" ".join(found[:-1]))):
        return script
    refined = Refine(f"{' '.join(found[:-1])} ?_")
    return (*script[:-2], refined, Show(have.statement), *_of(have))


def _of(have: Have) -> Script:
    """The proof of a fact, as a script."""
    if not isinstance(have.proof, str):
        return have.proof
    return (Word("grind"),) if bare(have.proof) == "by grind" else (Exact(have.proof),)
