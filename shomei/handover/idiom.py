"""Proofs as a user of Mathlib would write them: the emitter's scripts with its terms and `grind`
replaced by the tactics that Mathlib has for such goals, as far as Lean accepts them.

`positivity` takes the place of a term of lemmas about signs; `ring`, `field`, `norm_num` and
`linarith` that of `grind`, after `rw` with the equations that it would use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
    Word,
)
from shomei.handover.signs import is_sign
from shomei.handover.text import ascribed, bare, is_bracketed, names, parts, relation, words
from shomei.handover.tree import Block, Bullet, Line, Node, Open, Proof, Terms

_GRIND: Final = frozenset({"grind", "grind -funext"})
_SIGN: Final = re.compile(r"\(0 : ℝ\) [<≤] |0 [<≤] |.* ≠ 0\Z")
#: What makes a statement one that `linarith` might see with other eyes than `grind`: a division by
#: what is no numeral.
_DIVISION: Final = re.compile(r"/ (?!\(?\d)|/ \(?\d+ [*^]")
_NUMERALS: Final = re.compile(r"[\d\s+\-*/^()=<≤≠:ℝℕ]*\Z")


@dataclass(slots=True)
class Writer:
    """Numbers the open places of a file."""

    terms: dict[int, tuple[str, ...]] = field(default_factory=dict)
    count: int = 0

    def term(self, *ways: str) -> str:
        """A place for a term, to be written in the best of these ways."""
        self.count += 1
        self.terms[self.count] = tuple(dict.fromkeys(ways))
        return f"⟦{self.count}⟧"

    def tactics(self, ways: Sequence[Proof], tried: Sequence[Proof] = ()) -> Proof:
        """A place for tactics."""
        self.count += 1
        return (Open(self.count, tuple(ways), tuple(tried)),)

    def finished(self) -> Terms:
        """The places for terms."""
        return Terms(self.terms)


@dataclass(frozen=True, slots=True)
class Fact:
    """A hypothesis or a step of the proof, by its name; its statement where the text says it."""

    name: str
    statement: str | None


def proof_of(script: Script, statement: str, hypotheses: Sequence[Fact], writer: Writer) -> Proof:
    """The proof of `statement` by `script`."""
    return tuple(_Script(writer, list(hypotheses)).proof(script, statement))


@dataclass(slots=True)
class _Script:
    writer: Writer
    facts: list[Fact]

    def proof(self, script: Script, goal: str | None) -> Iterator[Node]:
        script = _goal_last(script)
        for place, tactic in enumerate(script):
            last = place == len(script) - 1
            match tactic:
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
        return tuple(_Script(self.writer, list(self.facts)).proof(script, goal))

    def _tactic(self, tactic: Tactic) -> Iterator[Node]:
        match tactic:
            case Have(name, statement, proof):
                said = name if statement is None else f"{name} : {statement}"
                if isinstance(proof, str) and (steps := _steps(bare(proof))):
                    yield Block(f"have {said} := by", self._by(steps, statement))
                elif isinstance(proof, str):
                    yield Line(f"have {said} := {self._stated(statement, proof)}")
                else:
                    yield Block(f"have {said} := by", self._inner(proof, statement))
                if statement is None and isinstance(proof, str):
                    statement = ascribed(proof)[1]
                self.facts.append(Fact(name, statement))
            case Goal(script):
                yield Bullet(self._inner(script, None))
            case Refine(term):
                yield Line(f"refine {self._term(bare(term))}")
            case Obtain(pattern, proof):
                yield Line(f"obtain {pattern} := {self._term(proof)}")
            case Cases(proof, found):
                yield Line(f"rcases {self._term(proof)} with {' | '.join(found)}")
            case Rw() | SimpOnly():
                yield from (Line(line) for line in lines_of((tactic,)))
            case _:
                yield from (Line(line) for line in lines_of((tactic,)))

    def _by(self, steps: Sequence[str], statement: str | None) -> Proof:
        """Tactics that stood on one line, each on its own."""
        *first, last = map(bare, steps)
        ending: Proof = (Line(last),)
        if last in _GRIND:
            inner = _Script(self.writer, list(self.facts))
            ending = tuple(inner._closed(None if first else statement, last))
        return (*map(Line, first), *ending)

    # ----------------------------------------------------------------------------------------------
    # Terms

    def _stated(self, statement: str | None, proof: str) -> str:
        """The proof of a `have`."""
        kept = self._term(bare(proof))
        if statement is None or proof.isidentifier():
            return kept
        if bare(proof).startswith("by grind"):
            return self.writer.term(*self._arithmetic(statement), bare(proof))
        if _SIGN.match(statement):
            return self.writer.term("by positivity", kept)
        return kept

    def _arithmetic(self, statement: str | None) -> Iterator[str]:
        """The terms by which an arithmetical fact might be proved, but for `grind`."""
        if statement is None:
            yield "by ring"
            return
        found = relation(statement)
        if _NUMERALS.match(statement):
            yield "by norm_num"
        if _SIGN.match(statement):
            yield "by positivity"
        if found is not None and found[1] == "=":
            yield "by ring"
            yield "by field"
        if not _DIVISION.search(statement) and (found is None or found[1] in "<≤="):
            yield "by linarith"

    def _term(self, term: str) -> str:
        """A term with `positivity` in the place of lemmas about signs, and what proves equations by
        their form.
        """
        inner, kind = ascribed(term)
        if is_bracketed(term) or kind is not None:
            whole = bare(term)
            if kind is not None and inner.startswith("by grind"):
                return self.writer.term(
                    *(f"({each} : {kind})" for each in self._arithmetic(kind)),
                    f"({inner} : {kind})",
                )
            if is_sign(inner):
                ways = (f"(by positivity : {kind})",) if kind else ("(by positivity)",)
                return self.writer.term(*ways, term)
            if kind is not None:
                return f"({self._words(inner)} : {kind})"
            return f"({self._words(whole)})"
        return self._words(term)

    def _words(self, term: str) -> str:
        if is_bracketed(term, "⟨⟩"):
            return f"⟨{', '.join(self._term(part) for part in parts(term[1:-1], ', '))}⟩"
        if term.startswith(("by ", "fun ")) and " => " not in term:
            return term
        found = words(term)
        if found and found[0] == "fun" and "=>" in found:
            place = found.index("=>")
            body = " ".join(found[place + 1 :])
            return f"{' '.join(found[: place + 1])} {self._term(body)}"
        return " ".join(self._term(word) if _is_part(word) else word for word in found)

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
            head = " ".join(self._term(word) if _is_part(word) else word for word in found[:-1])
            last = found[-1]
            if kind is not None and _is_application(inner) and relation(kind) is not None:
                rule = bare(inner.removeprefix("Eq.symm "))
                yield from self.writer.tactics(
                    (
                        (Line(f"refine {head} ?_"), Line(f"show {kind}"), Line(f"rw [{rule}]")),
                        (Line(f"exact {head} {self._term(last)}"),),
                    )
                )
                return
            if kind is not None and inner.startswith("by grind"):
                yield Line(f"refine {head} ?_")
                yield from self._closed(kind, "grind")
                return
        if is_sign(term):
            yield from self.writer.tactics(
                ((Line("positivity"),), (Line(f"exact {self._term(term)}"),))
            )
            return
        plain = Line(f"exact {self._term(term)}")
        shown = self._with_goal(term)
        if shown is None:
            yield plain
        else:
            best = (Line(f"refine {bare(shown)}"), Line("positivity"))
            yield from self.writer.tactics((best, (plain,)))

    def _conjunction(self, terms: Sequence[str], goal: str | None) -> Iterator[Node]:
        """`refine ⟨?_, h, …⟩`, with `positivity` for the parts that it proves, and a goal for
        one that is proved by arithmetic.
        """
        said = [bare(part) for part in parts(goal or "", " ∧ ")]
        inner = [bare(ascribed(term)[0]) for term in terms]
        plain = Line(f"exact ⟨{', '.join(self._term(term) for term in terms)}⟩")
        sums = [number for number, term in enumerate(inner) if term == "by grind"]
        if len(sums) == 1 and len(said) == len(terms):
            others = ["?_" if n in sums else self._term(term) for n, term in enumerate(terms)]
            yield Line(f"refine ⟨{', '.join(others)}⟩")
            yield from self._closed(said[sums[0]], "grind")
            return
        left = [self._with_goal(term) for term in terms]
        goals = sum(each is not None for each in left)
        if not goals:
            yield plain
            return
        shown = [
            self._term(term) if each is None else each
            for term, each in zip(terms, left, strict=True)
        ]
        refined = f"refine ⟨{', '.join(shown)}⟩"
        best: Proof = (Line(f"{refined} <;> positivity"),)
        if goals == 1:
            best = (Line(refined), Line("positivity"))
        yield from self.writer.tactics((best, (plain,)))

    def _with_goal(self, term: str) -> str | None:
        """A term with a goal in the place of its last argument, if `positivity` proves that; None
        for another term.
        """
        inner, kind = ascribed(term)
        inner = bare(inner)
        if is_sign(inner):
            return "?_"
        if inner.startswith("fun ") and " => " in inner:
            head, _, body = inner.partition(" => ")
            last = self._with_goal(body)
            shown = None if last is None else f"{head} => {last}"
        else:
            *first, word = words(inner)
            if not first or not (_is_part(word) or "fun" in first):
                return None
            if "fun" in first:
                place = first.index("fun")
                first, word = first[:place], " ".join([*first[place:], word])
            last = self._with_goal(word)
            if last is None:
                return None
            head = " ".join(self._term(each) if _is_part(each) else each for each in first)
            shown = f"{head} {last}"
        if shown is None:
            return None
        if kind is not None:
            return f"({shown} : {kind})"
        return f"({shown})" if is_bracketed(term) else shown

    def _closed(self, goal: str | None, grind: str) -> Iterator[Node]:
        """The ways to end where the emitter has `grind`."""
        if goal is not None and len(implied := parts(goal, " → ")) == 2:
            yield Line("intro premise")
            self.facts.append(Fact("premise", bare(implied[0])))
            goal = bare(implied[1])
        ways: list[Proof] = []
        tried: list[Proof] = []
        every = tuple(fact.name for fact in self.facts)
        equations = [
            fact.name
            for fact in self.facts
            if fact.statement is not None
            and (found := relation(fact.statement)) is not None
            and found[1] == "="
        ]
        cited = [
            fact.name
            for fact in self.facts
            if fact.name.startswith("cited") and fact.statement is None
        ]
        used = [*equations, *cited]
        found = None if goal is None else relation(goal)
        is_equation = found is None or found[1] == "="

        def way(*tactics: str, but: Sequence[str] = ()) -> None:
            """Adds a way. The last tactic is tried without the facts `but`."""
            ways.append(tuple(map(Line, tactics)))
            *first, last = tactics
            guards = ["show (_ : ℝ) = _"] if last in ("ring", "field") else []
            guards += [f"clear {' '.join(but)}"] if but else []
            tried.append(tuple(map(Line, (*first, *guards, last))))

        if goal is not None and _NUMERALS.match(goal):
            way("norm_num")
        if goal is not None and _SIGN.match(goal):
            way("positivity")
        rules = ", ".join(used)
        if is_equation and not used:
            way("ring", but=every)
            way("field")
        if is_equation and used:
            way(f"rw [{rules}]")
            way(f"rw [{rules}]", "ring", but=every)
            way(f"rw [{rules}]", "field", but=used)
            way("ring", but=every)
            way("field", but=used)
            way(f"simp only [{rules}]", "field", but=used)
        plain = (
            found is not None
            and found[1] in "=≤<"
            and not any(
                _DIVISION.search(each)
                for each in (goal or "", *(fact.statement or "" for fact in self.facts))
            )
        )
        if plain:
            way("linarith")
        if used and found is not None and found[1] in "=≤<":
            way(f"simp only [{rules}]", "linarith")
        way(grind)
        yield from self.writer.tactics(ways, tried)


def _is_application(term: str) -> bool:
    """Whether a term cites an earlier theorem, and not a lemma of Mathlib."""
    name = next(names(bare(term.removeprefix("Eq.symm "))), "")
    return "." not in name and any(character.isdigit() for character in name)


def _steps(proof: str) -> list[str]:
    """The tactics of `by …; …`; none if the proof is another term, or one tactic."""
    found = parts(proof.removeprefix("by "), "; ") if proof.startswith("by ") else []
    return found if len(found) > 1 else []


def _is_part(word: str) -> bool:
    """Whether a word is a term in brackets."""
    return is_bracketed(word) or is_bracketed(word, "⟨⟩")


def _goal_last(script: Script) -> Script:
    """A script that ends in `exact … same` after `have same : … := …`, with that fact as the last
    goal, so that its proof ends the script.
    """
    if len(script) < 2:
        return script
    have, last = script[-2:]
    if not isinstance(have, Have) or not isinstance(last, Exact) or have.statement is None:
        return script
    term = bare(last.term)
    found = words(term)
    if len(found) < 2 or found[-1] != have.name or have.name in list(names(" ".join(found[:-1]))):
        return script
    ending: Script
    if isinstance(have.proof, str):
        proof = bare(have.proof)
        ending = (Word("grind"),) if proof == "by grind" else (Exact(have.proof),)
    else:
        ending = have.proof
    refined = Refine(f"{' '.join(found[:-1])} ?_")
    return (*script[:-2], refined, Show(have.statement), *ending)
