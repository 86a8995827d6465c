"""What a step of a derivation follows from: `A, so B` and `setting this to zero gives B` claim B
where A holds.

In: the equations that the text states one after another, which hold for some values only, and the
words between them. Out: the equations from which the next claim is drawn. They hold for that claim
and for those that are drawn from it in turn, and for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import ACTS_ON, GENERALLY, JOINT, Cue
from shomei.parser.article.formulas import Conditions, Stated, statements_of, states_something
from shomei.parser.article.heard import Group, Heard
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import Formula, Piece, Text, said_of
from shomei.parser.article.premises import Reach, gives_a_value, is_equation, named_by
from shomei.parser.declarations import Declarations
from shomei.parser.prose.lexicon import language_of, language_with, lexemes
from shomei.parser.source import Source
from shomei.terms.nodes import Number, Relation, Statement, Variable
from shomei.terms.walk import free_variables

#: `setting this to zero`, with · for a formula.
_TO_ZERO: Final = matching("article", "to_zero")
#: That several terms are set to zero.
_ALL: Final = matching("article", "all_of_them")
#: What is done to an equation so that another one follows: `dividing by 2`, `両辺を …`.
_WORKS: Final = matching("article", "works")
#: What stands between an equation, ·, and what solves it: `· has the roots`.
_SOLVED_BY: Final = matching("article", "solved_by")
#: What gives an equation that no mathematics gives alone.
_LAW: Final = matching("article", "natural_law")
#: What says that the letter which is solved for is positive, and that all letters are.
_POSITIVE_ONE: Final = matching("article", "positive_one")
_POSITIVE_ALL: Final = matching("article", "positive_all")
#: What draws a conclusion from what stands before it.
_DRAWS: Final = frozenset(("so", "then", "have"))
#: What does so by itself; `we have` may as well begin something else.
_STRONG: Final = frozenset(("so", "then"))
#: What may stand before such a word at the beginning of a sentence.
_LEADS: Final = frozenset(("and", ",", "adverb", "scoping", "be", "|"))
#: What puts another case than the words above.
_OTHER_CASES: Final = frozenset(
    [
        "let",
        "put",
        "write",
        "set",
        "suppose",
        "provided",
        "given",
        "contrary",
        "if",
        "any",
        "when",
        "where",
        "with",
        "within",
        "for",
        "substitute",
        "hedge",
        "denied",
        "absurd",
        "other",
        "assumption",
    ]
)
#: What puts a case, under which what a sentence says is not stated.
_CASES: Final = frozenset(("if", "when", "provided", "given"))
#: What may only say where letters lie.
_BOUNDING: Final = _CASES | {"suppose", "assumption", "where", "with", "for", "let", "put", "set"}
#: What restricts or takes back the formula before it.
_RESTRICTS: Final = _CASES | {"any", "hedge", "denied"}
#: What ends a clause: `$a \\neq 0$ とし、方程式 $F$ を考える`.
_COMMA: Final = re.compile(r"[,、，]")
#: How an item of a list begins.
_ITEM: Final = re.compile(
    r"\s*(?:[(（［\[]?\s*\w{1,4}\s*[)）］\]]|\w{1,3}\s*[.．:：]|[①-⑳]|[-*+•・])"
)
#: In which roles an equation is stated, so that something may be drawn from it; and in which it is
#: spoken of, so that what its sentence goes on to draw may be drawn from it.
_STATED: Final = frozenset((Cue.ALONE, Cue.SINCE, Cue.FACT))
_SPOKEN_OF: Final = frozenset((Cue.BARE, Cue.EQUATION, Cue.UNCLEAR))


@dataclass(slots=True)
class Consequences:
    """Follows what is drawn from what."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims
    #: Whether the last sentence only speaks of an equation.
    spoken_of: bool = False
    #: Whether the sentence begins with words that draw a conclusion.
    opens: bool = False

    def begin(self, heard: Heard) -> None:
        """A sentence begins: unless it draws a conclusion, what was stated before it is over."""
        opening = heard.pieces[0]
        words = opening.words if isinstance(opening, Text) else ""
        ended = self.spoken_of and _WORKS.search(words) is None
        hedged = heard.sense.hedged
        if ended or hedged or not (isinstance(opening, Text) and self._opens(words)):
            self.claims.stated = ()
        self.spoken_of = False
        self.claims.reach, self.claims.posed = "", False
        self.opens = not hedged and self._opens(words)
        if not hedged and (zeros := self._to_zero(heard)):
            self.memory.suppose(zeros)
            self.claims.stated = zeros
            if self._categories(_TO_ZERO.sub(" ", heard.words)).isdisjoint(_OTHER_CASES):
                heard.sense.unsettled = []

    def draw(self, heard: Heard, group: Group) -> bool:
        """Formulas are read; if they are drawn from what was stated, that is their condition.
        Whether they are.
        """
        self._look_before(heard, group.before, group.begin)
        if not self._may_draw(heard):
            return False
        drawn = (
            self._has_reason(heard, group.begin)
            or self.concludes(group.before)
            or _SOLVED_BY.search(said_of(heard.pieces[: group.begin])) is not None
        )
        if drawn:
            self._suppose(self.claims.stated)
        return drawn

    def pose(self, heard: Heard) -> None:
        """A sentence sets a task: what it gives, or the sentence before it, is given in all of its
        solution.
        """
        said = list(dict.fromkeys((*self.memory.conditions, *heard.said)))
        if any(map(is_equation, said)):
            self.claims.premises.pose(said, self.memory.sentence)

    def lead(self, heard: Heard) -> None:
        """A sentence goes on into a display, which may be drawn from what was stated."""
        tail: list[str] = []
        for piece in reversed(heard.pieces):
            if isinstance(piece, Text):
                tail.insert(0, piece.words)
            elif isinstance(piece, Formula) and states_something(piece.tokens):
                break
        self._look_before(heard, " · ".join(tail), len(heard.pieces))
        if self._may_draw(heard) and (
            self.concludes(" · ".join(tail))
            or self._has_reason(heard, len(heard.pieces))
            or _SOLVED_BY.search(said_of(heard.pieces).rstrip(" :")) is not None
        ):
            self._suppose(self.claims.stated)

    def state(
        self, heard: Heard, group: Group, before: tuple[Statement, ...], cue: Cue, *, drawn: bool
    ) -> None:
        """A formula is read after some were stated `before` it. From one that is only spoken of,
        its sentence may draw something, and so may one that solves it; from one that is not stated
        at all, nothing.
        """
        claims = self.claims
        added = [each for each in claims.stated if each not in before]
        self._keep_stated(heard, group, before, cue, drawn=drawn)
        if not (heard.sense.hedged or self._puts_a_case(heard)):
            # what a letter is that nothing has spoken of is said for all that follows
            claims.note_premises(each for each in added if named_by(each, claims.fresh))
        new = (each for each in claims.stated if each not in before)
        claims.note_premises(new, lasting=cue is not Cue.UNCLEAR)

    def _keep_stated(
        self, heard: Heard, group: Group, before: tuple[Statement, ...], cue: Cue, *, drawn: bool
    ) -> None:
        """Leaves out what a formula does not state."""
        if drawn:
            return
        if heard.sense.hedged or self._puts_a_case(heard):
            self.claims.stated = before
            return
        posed = bool(ACTS_ON.search(group.before) or "solve" in self._categories(group.after))
        if cue in _STATED and not heard.unsure:
            self.claims.posed = self.claims.posed or posed
            return
        added = self.claims.stated[len(before) :]
        spoken_of = (
            cue in _SPOKEN_OF
            and not heard.unsure
            and self._categories(_COMMA.split(group.before)[-1]).isdisjoint(_OTHER_CASES)
            and self._categories(group.after).isdisjoint(_RESTRICTS)
            and not any(gives_a_value(each) for each in added)
        )
        heard.unsure = True
        self.spoken_of = self.spoken_of or (spoken_of and not posed)
        self.claims.posed = self.claims.posed or (spoken_of and posed)
        if not spoken_of:
            self.claims.stated = before

    def _puts_a_case(self, heard: Heard) -> bool:
        """Whether the words of a sentence put a case."""
        return not self._categories(heard.words).isdisjoint(_CASES)

    def is_solved(self, heard: Heard, group: Group) -> bool:
        """Whether the sentence goes on from some formulas to what solves them: `A, so x = …`."""
        begin = group.end
        if begin + 1 >= len(heard.pieces):
            return False
        words, solution = heard.pieces[begin : begin + 2]
        if not (isinstance(words, Text) and isinstance(solution, Formula)):
            return False
        tokens = solution.tokens
        solves = len(tokens) > 2 and (tokens[0].type, tokens[1].type) == ("NAME", "EQ")
        letters = {
            name
            for reading in group.readings
            if isinstance(reading, Stated | Conditions)
            for each in statements_of(reading)
            for name in free_variables(each)
        }
        return solves and str(tokens[0].value) in letters and self.concludes(words.words)

    def end(self, heard: Heard, letters: Sequence[str]) -> None:
        """A sentence introduces these letters anew: what was stated was said of others."""
        names = set(letters) - set(heard.roots.names if heard.roots is not None else ())
        self.claims.premises.forget(names)
        self.claims.stated = tuple(
            each for each in self.claims.stated if names.isdisjoint(free_variables(each))
        )

    def _may_draw(self, heard: Heard) -> bool:
        """Whether an equation is stated from which something may be drawn, and no two that give a
        letter different values; and nothing tends to one.
        """
        equations = [
            each
            for each in self.claims.stated
            if isinstance(each, Relation) and each.operator == "="
        ]
        values = [(e.left.name, e.right) for e in equations if isinstance(e.left, Variable)]
        numbers = {(name, value) for name, value in values if not free_variables(value)}
        distinct = len({name for name, _ in numbers}) == len(numbers)
        return bool(equations) and distinct and not heard.sense.hedged and not _tends(heard)

    def _look_before(self, heard: Heard, before: str, end: int) -> None:
        """What the words before a formula say of what it follows from."""
        claims = self.claims
        claims.reach = self._reach(heard, before, end)
        said = before if heard.claimed_before(end) else said_of(heard.pieces[:end])
        goes_on = claims.by_law and JOINT.match(before) is not None
        claims.by_law = goes_on or _LAW.search(said) is not None
        claims.positive = ""
        if _POSITIVE_ALL.search(before):
            claims.positive = "all"
        elif _POSITIVE_ONE.search(before):
            claims.positive = "one"

    def _reach(self, heard: Heard, before: str, end: int) -> Reach:
        """How far back what a formula is drawn from may stand, by the words before it; `end` is its
        piece.
        """
        self.claims.apart = True
        if heard.sense.hedged or self.declarations.language is None or _tends(heard):
            return ""
        found = self._categories(before)
        others = found & _OTHER_CASES
        self.claims.apart = bool(others) or GENERALLY.search(before) is not None
        if others <= _BOUNDING and others and self._only_names(heard):
            others = frozenset()
        elif others <= _BOUNDING and others and self._only_bounds(heard):
            return "near"
        if GENERALLY.search(before) or ACTS_ON.search(before) or others:
            return ""
        follows = "since" in found and not self._spaced(before)
        draws = follows or found & _STRONG or _WORKS.search(before) or self._has_reason(heard, end)
        if draws or (self.opens and not heard.claimed_before(end)):
            return "far"
        return "near" if found & _DRAWS else ""

    def _spaced(self, words: str) -> bool:
        """Whether `since` stands before a reason, as in `since A, B`; a word like より takes what
        stands before it as one.
        """
        code = self.declarations.language
        return code is None or language_with(language_of(words, code)).spaced

    def _only_bounds(self, heard: Heard) -> bool:
        """Whether a sentence only supposes where letters lie, which goes on from what was stated of
        them: `if $D \\neq 0$, …`.
        """
        said = [*heard.said, *self.memory.conditions]
        return bool(said) and all(
            isinstance(each, Relation) and each.operator != "=" for each in said
        )

    def _only_names(self, heard: Heard) -> bool:
        """Whether a sentence only gives names their meaning: `with $t = e^x$ we have …`."""
        said = [*heard.said, *self.memory.conditions]
        return bool(said) and all(
            is_equation(each)
            and isinstance(each.left, Variable)
            and bool(free_variables(each.right))
            and self.declarations.value_of(each.left.name) == each.right
            for each in said
        )

    def _has_reason(self, heard: Heard, end: int) -> bool:
        """Whether a sentence gives a reason before its piece `end`."""
        return any(
            effect == "since" and index < end for index, effect in heard.sense.effects.items()
        )

    def _suppose(self, given: tuple[Statement, ...]) -> None:
        known = self.memory.conditions
        self.memory.suppose(each for each in given if each not in known)

    def resumes(self, pieces: Sequence[Piece]) -> bool:
        """Whether words that go on from a display stay with its case."""
        words = " · ".join(piece.words for piece in pieces if isinstance(piece, Text))
        return (
            self.declarations.language is not None
            and _ITEM.match(words) is None
            and self._categories(words).isdisjoint(_OTHER_CASES)
        )

    def _categories(self, words: str) -> frozenset[str]:
        """The categories of some words, without those of what is done to an equation."""
        code = self.declarations.language
        return frozenset(_OTHER_CASES) if code is None else _categories_in(words, code)

    def _opens(self, words: str) -> bool:
        """Whether the words at the beginning of a sentence draw a conclusion."""
        code = self.declarations.language
        if code is None:
            return False
        if _WORKS.match(words.lstrip()):
            return ACTS_ON.search(words) is None
        for lexeme in lexemes(words, language_of(words, code)):
            if lexeme.category not in _LEADS:
                return lexeme.category in _DRAWS
        return not words.strip()

    def concludes(self, words: str) -> bool:
        """Whether the words before a formula draw a conclusion, for the case that stands above."""
        if self.declarations.language is None or GENERALLY.search(words) or ACTS_ON.search(words):
            return False
        found = self._categories(words)
        draws = not found.isdisjoint(_DRAWS) or _WORKS.search(words) is not None
        return draws and found.isdisjoint(_OTHER_CASES)

    def _to_zero(self, heard: Heard) -> tuple[Statement, ...]:
        """That the last term of the display above is zero, where a sentence sets it to zero; of
        several derivatives, each.
        """
        term = self.claims.last_term
        if term is None or not free_variables(term):
            return ()
        for match in _TO_ZERO.finditer(said_of(heard.pieces)):
            zeros = match.group().count("·")
            formulas = [
                self.source.text[slice(*piece.place)].strip("$\\() ")
                for piece in heard.pieces
                if isinstance(piece, Formula)
            ]
            before = said_of(heard.pieces)[: match.start()].count("·")
            if zeros and formulas[before : before + zeros] != ["0"]:
                continue
            place = heard.pieces[0].place[0], heard.pieces[-1].place[1]
            span = self.source.span(*place)
            terms = self.claims.derivatives if _ALL.search(match.group()) else []
            return tuple(
                Relation("=", each, Number(Fraction(0), span=span), span=span)
                for each in terms or (term,)
            )
        return ()


def _tends(heard: Heard) -> bool:
    """Whether something in a sentence tends to something."""
    return any(
        token.type == "TO"
        for piece in heard.pieces
        if isinstance(piece, Formula)
        for token in piece.tokens
    )


@lru_cache(maxsize=16)
def _categories_in(words: str, code: str) -> frozenset[str]:
    """The same in an article in a language; a sentence asks once for each of its formulas."""
    words = _WORKS.sub(" ", words)
    return frozenset(each.category for each in lexemes(words, language_of(words, code)))
