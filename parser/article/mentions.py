"""What the words, references and mere terms of a sentence give as reasons."""

from __future__ import annotations

from dataclasses import dataclass

from shomei.languages.names import shown_name
from shomei.operations.registry import FUNCTIONS
from shomei.parser.article.arrangement import list_end, rest, words_at
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import (
    CONTINUITY,
    CONTINUITY_AFTER,
    CONTINUITY_BEFORE,
    DEFINITION_AFTER,
    DEFINITION_BEFORE,
    DEFINITIONS,
    INTO,
    JOINT,
    OBJECT,
    PUT_IN,
    RULES,
    Cue,
    is_used,
)
from shomei.parser.article.formulas import Term
from shomei.parser.article.heard import Group, Heard, cue_of
from shomei.parser.article.letters import Letters
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import Formula, Reference
from shomei.parser.article.suppositions import Suppositions
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.prose.clauses import understand
from shomei.parser.prose.sense import Named as Clausal
from shomei.parser.prose.sense import Word
from shomei.parser.reason_nodes import Continuity, DefinitionOf, Named
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Apply, Call, Constant, Expression, Prime, Relation, Variable
from shomei.terms.walk import free_variables


@dataclass(slots=True)
class Mentions:
    """Takes the reasons that sentences give."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims
    letters: Letters
    suppositions: Suppositions

    def words(self, words: str, place: Range) -> None:
        """Takes the reasons that running words name."""
        span = self.source.span(*place)
        for name, pattern in DEFINITIONS:
            if pattern.search(words):
                self.memory.add_reason(DefinitionOf(name, span=span))
        for reason, pattern in RULES:
            if pattern.search(words):
                self.memory.add_reason(Named(shown_name(reason), (reason,), span=span))
        if match := CONTINUITY.search(words):
            what = next((each for each in match.groups() if each), "")
            self.memory.add_reason(Continuity(what, span=span))

    def reference(self, heard: Heard, index: int) -> bool:
        """Whether the text uses the reference at `index`, or names it together with one before it
        that it uses.
        """
        pieces = heard.pieces
        reference = pieces[index]
        assert isinstance(reference, Reference)  # noqa: S101 -- the caller has looked
        label, place = reference.label, reference.place
        before = words_at(pieces, index - 1)
        after = rest(pieces, list_end(pieces, index) + 1)
        listed = heard.used and JOINT.match(before) is not None
        if label in self.claims.definitions:
            self.memory.add_reason(
                DefinitionOf(self.claims.definitions[label], span=self.source.span(*place))
            )
            return True
        known = self.claims.is_known(label) and label in self.declarations.labels
        used = known and (listed or is_used(before, after, proved=self.claims.is_proved(label)))
        if used:
            self.memory.cite(label, place)
        return used

    def terms(self, heard: Heard, group: Group) -> list[Entry]:
        """What is said with terms, not of them."""
        terms = [reading for reading in group.readings if isinstance(reading, Term)]
        last = terms[-1]
        span = self.source.span(*last.place)
        words = group.after
        if DEFINITION_AFTER.match(words) or DEFINITION_BEFORE.search(group.before):
            self.memory.add_reason(
                DefinitionOf(
                    _defined(last.expression, self.source.text[last.place[0] : last.place[1]]),
                    span=span,
                )
            )
        if CONTINUITY_AFTER.match(words) or CONTINUITY_BEFORE.search(group.before):
            self.memory.add_reason(
                Continuity(
                    self.source.text[last.place[0] : last.place[1]].strip("$\\() "), span=span
                )
            )
        second = heard.pieces[group.end + 1] if group.end + 1 < len(heard.pieces) else None
        if (
            isinstance(second, Formula)
            and last.expression is not None
            and (OBJECT.match(words) or INTO.match(words))
        ):
            return self._read_pair(
                heard, last, second, words, words_at(heard.pieces, group.end + 2)
            )
        return []

    def _read_pair(
        self, heard: Heard, first: Term, second: Formula, between: str, after: str
    ) -> list[Entry]:
        """`A を e とすると`, `a に e を代入して`."""
        other = self.letters.read(second)
        if not isinstance(other, Term) or other.expression is None or first.expression is None:
            return []
        place = (first.place[0], other.place[1])
        if INTO.match(between) and PUT_IN.match(after) and isinstance(first.expression, Variable):
            self.memory.put_in(first.expression.name, other.expression, heard.cited_before)
        elif OBJECT.match(between) and (cue := self._pair_cue(after)) is not None:
            if isinstance(other.expression, Variable):
                equation = Relation(
                    "=", other.expression, first.expression, span=self.source.span(*place)
                )
            else:
                equation = Relation(
                    "=", first.expression, other.expression, span=self.source.span(*place)
                )
            if not free_variables(equation):
                return self.suppositions.closed(heard, equation)
            self.suppositions.equation(equation, cue, heard.cited_before)
        return []

    def _pair_cue(self, after: str) -> Cue | None:
        """What the words after `A を B` make of it."""
        code = self.declarations.language
        if code is None:
            return None
        sense = understand([Clausal("F"), Word(after)], code, ended=True)
        cue = cue_of(sense, range(1))
        return cue if cue in {Cue.SET, Cue.SUBSTITUTE} else None


def _defined(expression: Expression | None, text: str) -> str:
    match expression:
        case Variable(name=name) | Constant(name=name) | Call(name=name) | Prime(name=name):
            return name
        case Apply(operation=name) if name in FUNCTIONS:
            return name
        case _:
            return text.strip("$\\() ")
