"""Terms of proofs as a user of Mathlib would write them: `positivity` in the place of lemmas about
signs, and what proves equations by their form in that of `grind`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shomei.handover.endings import SIGN, terms
from shomei.handover.known import Stated
from shomei.handover.provable import Variables
from shomei.handover.signs import is_sign
from shomei.handover.text import ascribed, bare, is_bracketed, parts, words
from shomei.handover.writer import Fact, Writer


@dataclass(slots=True)
class TermWriter:
    """Writes terms where the `facts` are known. `cited` says what an earlier theorem states."""

    writer: Writer
    facts: list[Fact]
    variables: Variables
    cited: Stated

    def said_by(self, name: str) -> str | None:
        """What a hypothesis, a step or an earlier theorem states."""
        known = next((fact for fact in reversed(self.facts) if fact.name == name), None)
        return self.cited(name) if known is None else known.statement

    def stated(self, statement: str | None, proof: str) -> str:
        """The proof of a `have`."""
        kept = self.term(bare(proof))
        if statement is None or proof.isidentifier():
            return kept
        if bare(proof).startswith("by grind"):
            return self.writer.term(*self.arithmetic(statement), bare(proof))
        if SIGN.match(statement):
            return self.writer.term("by positivity", kept)
        return kept

    def arithmetic(self, statement: str) -> Iterator[str]:
        """The terms by which an arithmetical fact might be proved, but for `grind`."""
        return terms(statement, self.facts, self.variables)

    def term(self, term: str) -> str:
        """A term with `positivity` in the place of lemmas about signs, and what proves equations by
        their form.
        """
        inner, kind = ascribed(term)
        if is_bracketed(term) or kind is not None:
            whole = bare(term)
            if kind is not None and inner.startswith("by grind"):
                return self.writer.term(
                    *(f"({each} : {kind})" for each in self.arithmetic(kind)),
                    f"({inner} : {kind})",
                )
            if is_sign(inner):
                ways = (f"(by positivity : {kind})",) if kind else ("(by positivity)",)
                return self.writer.term(*ways, term)
            if kind is not None:
                return f"({self.applied(inner)} : {kind})"
            return f"({self.applied(whole)})"
        return self.applied(term)

    def applied(self, term: str) -> str:
        """A term without a type, with its arguments rewritten."""
        if is_bracketed(term, "⟨⟩"):
            return f"⟨{', '.join(self.term(part) for part in parts(term[1:-1], ', '))}⟩"
        if term.startswith(("by ", "fun ")) and " => " not in term:
            return term
        found = words(term)
        if found and found[0] == "fun" and "=>" in found:
            place = found.index("=>")
            body = " ".join(found[place + 1 :])
            return f"{' '.join(found[: place + 1])} {self.term(body)}"
        return " ".join(self.term(word) if is_part(word) else word for word in found)

    def with_goal(self, term: str) -> str | None:
        """A term with a goal in the place of its last argument, if `positivity` proves that; None
        for another term.
        """
        inner, kind = ascribed(term)
        inner = bare(inner)
        if is_sign(inner):
            return "?_"
        if inner.startswith("fun ") and " => " in inner:
            head, _, body = inner.partition(" => ")
            last = self.with_goal(body)
            shown = None if last is None else f"{head} => {last}"
        else:
            *first, word = words(inner)
            if not first or not (is_part(word) or "fun" in first):
                return None
            if "fun" in first:
                place = first.index("fun")
                first, word = first[:place], " ".join([*first[place:], word])
            last = self.with_goal(word)
            if last is None:
                return None
            head = " ".join(self.term(each) if is_part(each) else each for each in first)
            shown = f"{head} {last}"
        if shown is None:
            return None
        if kind is not None:
            return f"({shown} : {kind})"
        return f"({shown})" if is_bracketed(term) else shown


def is_part(word: str) -> bool:
    """Whether a word is a term in brackets."""
    return is_bracketed(word) or is_bracketed(word, "⟨⟩")
