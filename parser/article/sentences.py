"""Sentences: the role of each formula in one, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.languages.names import shown_name
from shomei.operations.registry import FUNCTIONS
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
    PROVISO,
    PUT_IN,
    QUESTION,
    RULES,
    SETTING,
    Cue,
    is_used,
)
from shomei.parser.article.definitions import UNKNOWN, Definitions
from shomei.parser.article.formulas import (
    Arrow,
    Conditions,
    Continued,
    Defined,
    Reading,
    Stated,
    Term,
    Unreadable,
    read_formula,
    statements_of,
    states_something,
)
from shomei.parser.article.functions import Functions
from shomei.parser.article.holding import CLAUSE
from shomei.parser.article.meanings import SIGN, names_the_constant
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import (
    Broken,
    Formula,
    Piece,
    Reference,
    Sentence,
    Text,
    says_something,
)
from shomei.parser.ast import Continuity, Define, DefinitionOf, Let, Named, Reserve, Unsettled
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.prose.clauses import Effect, Kind, Said, Sense, Word, understand
from shomei.parser.prose.clauses import Named as Clausal
from shomei.parser.source import Range, Source
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Call,
    Constant,
    Expression,
    Membership,
    Number,
    NumberSet,
    Prime,
    Relation,
    RelationOperator,
    Statement,
    Variable,
)
from shomei.terms.walk import called_names, free_variables

#: What `か` between two formulas means.
EITHER: Final = "または"
ANOTHER: Final = "another meaning of this letter"
UNKNOWN_KIND: Final = "what this letter is, is not read"
#: What a conclusion begins with.
_THEN: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, words('clauses', 'then', spaced=True)))})\s*\Z", re.IGNORECASE
)
#: What each effect of a clause makes of a formula.
_CUES: Final[dict[Effect, Cue]] = {
    "set": Cue.SET,
    "assume": Cue.SET,
    "contrary": Cue.SET,
    "when": Cue.WHEN,
    "since": Cue.SINCE,
    "fact": Cue.FACT,
    "alone": Cue.ALONE,
    "equation": Cue.EQUATION,
    "goal": Cue.GOAL,
    "substitute": Cue.SUBSTITUTE,
}
#: The kinds of numbers that are no sets of the language, as relations of a letter to a number.
_BOUNDS: Final[dict[str, tuple[tuple[RelationOperator, int], ...]]] = {
    "positive": ((">", 0),),
    "base": ((">", 0), ("!=", 1)),
    "negative": (("<", 0),),
    "nonnegative": ((">=", 0),),
    "nonpositive": (("<=", 0),),
    "nonzero": (("!=", 0),),
}
_SETS: Final[dict[str, NumberSet]] = {"N": "N", "N+": "N+", "Z": "Z", "Q": "Q", "R": "R"}


@dataclass(slots=True)
class _Group:
    """Formulas that words join into a list: what is said about one is said about all."""

    readings: list[Reading]
    before: str
    after: str


class SentenceReader:
    """Takes sentences one by one. Returns the entries they make, and leaves the rest in the
    memory.
    """

    def __init__(
        self, source: Source, declarations: Declarations, memory: Memory, claims: Claims
    ) -> None:
        self._source = source
        self._declarations = declarations
        self._memory = memory
        self._claims = claims
        #: Whether the sentence that is being read is a question.
        self._asks = False
        self._sense = Sense()
        #: Whether it supposes something.
        self._supposes = False
        #: Whether all that is read now is denied by what stands above it.
        self.denying = False
        #: The conditions that it states.
        self._said: list[Statement] = []
        self._words = ""
        #: Whether the formula that is read stands in a clause that supposes something and is not
        #: understood.
        self._supposing = False
        self.definitions = Definitions(source, declarations, memory, claims)
        self.functions = Functions(source, declarations, memory, claims)
        #: What the last sentence makes of a display that comes next.
        self.display: Said = ""

    def read(self, sentence: Sentence, *, in_display: bool = False) -> list[Entry]:
        """Reads a sentence. Nothing in it raises: a claim that cannot be read is reported as
        unchecked. `in_display`: it stands among the rows of a display, for what the words before
        that said.
        """
        declared, said = self._functions_of(sentence, in_display=in_display)
        if not said:
            self.display = "claim" if not sentence.ended else ""
            self._memory.next_sentence(goes_on=in_display)
            return declared
        pieces = _with_provisos_first(said)
        cited_before = len(self._memory.citations)
        self._asks = bool(
            pieces and isinstance(pieces[-1], Text) and QUESTION.search(pieces[-1].words)
        )
        code = self._declarations.language
        self._sense = (
            Sense(display="" if sentence.ended else "unclear")
            if code is None
            else understand([self._token(piece) for piece in pieces], code, ended=sentence.ended)
        )
        if self._asks:
            asked = (i for i, piece in enumerate(pieces) if isinstance(piece, Formula))
            self._sense = Sense(dict.fromkeys(asked, "denied"))
        effects = set(self._sense.effects.values())
        self._supposes = not effects.isdisjoint(("assume", "contrary"))
        self._claims.contrary = self._claims.contrary or "contrary" in effects
        if self.denying:
            every = (i for i, piece in enumerate(pieces) if isinstance(piece, Formula))
            self._sense = Sense(dict.fromkeys(every, "denied"), display="denied")
        self.display = self._sense.display
        self._memory.next_sentence(goes_on=in_display or self._sense.goes_on)
        entries = self.definitions.sentence_begins(
            _place_of(sentence.pieces[0]), goes_on=in_display
        )
        entries += declared
        self._said = []
        entries += self._introduced(pieces)
        self._claims.meanings.learn(pieces)
        self._words = " ".join(piece.words for piece in pieces if isinstance(piece, Text))
        claimed = used = False
        index = 0
        while index < len(pieces):
            piece = pieces[index]
            before = _words_at(pieces, index - 1)
            match piece:
                case Text(words=words, place=place):
                    self._read_words(words, place)
                case Reference(label=label, place=place):
                    listed = used and JOINT.match(before) is not None
                    used = self._read_reference(
                        label,
                        place,
                        before,
                        _rest(pieces, _list_end(pieces, index) + 1),
                        listed=listed,
                    )
                case Broken(why=why, place=place):
                    if says_something(self._source.text[place[0] : place[1]]):
                        entries += self._claims.noted(place, "unread", why)
                        self._claims.undeclared(self._source.text[slice(*place)], place)
                        claimed = True
                case Formula():
                    group, following = self._group(pieces, index, before)
                    cue = self._cue(range(index, following))
                    own = set(range(index, following))
                    self._supposing = not own.isdisjoint(self._sense.unsettled)
                    if index in self._sense.introduced:
                        # `for x = 1, and thus for all x`
                        self._end_case(self._letters(piece))
                    elif claimed and cue is Cue.WHEN:
                        # `if A then B, and if C then D`
                        self._memory.conditions = []
                    made, stated = self._read_group(group, pieces, following, cited_before, cue)
                    entries += made
                    claimed = claimed or stated
                    index = following
                    continue
            index += 1
        self._claims.contrary = self._claims.contrary and not self._sense.gives_up
        if sentence.ended and not self._sense.announces:
            self._memory.end_cases(opened=self._sense.opens)
        for item in self.definitions.here:
            self.definitions.restrict(item, self._said)
        entries = self._claims.after(self._claims.open_citations(cited_before), entries)
        if sentence.ended and claimed:
            self._memory.forget()
        return entries

    def _functions_of(
        self, sentence: Sentence, *, in_display: bool
    ) -> tuple[list[Entry], tuple[Piece, ...]]:
        """The functions without a formula that a sentence declares, and what else it says."""
        place = _place_of(sentence.pieces[0])
        ended = self.functions.begin(place, goes_on=in_display)
        if self._declarations.language is None or self.denying:
            return ended, sentence.pieces
        declared, said = self.functions.read(sentence.pieces)
        rest = any(not isinstance(each, Text) or each.words.strip(" .,。、;:") for each in said)
        return [*ended, *declared], said if rest or not declared else ()

    # ----------------------------------------------------------------------------------------------
    # Words and references

    def _read_words(self, words: str, place: Range) -> None:
        span = self._source.span(*place)
        for name, pattern in DEFINITIONS:
            if pattern.search(words):
                self._memory.add_reason(DefinitionOf(name, span=span))
        for reason, pattern in RULES:
            if pattern.search(words):
                self._memory.add_reason(Named(shown_name(reason), (reason,), span=span))
        if match := CONTINUITY.search(words):
            what = next((each for each in match.groups() if each), "")
            self._memory.add_reason(Continuity(what, span=span))

    def _read_reference(
        self, label: str, place: Range, before: str, after: str, *, listed: bool
    ) -> bool:
        """Whether the text uses the reference; `listed`: it used the one before, and names this
        together with it.
        """
        if label in self._claims.definitions:
            self._memory.add_reason(
                DefinitionOf(self._claims.definitions[label], span=self._source.span(*place))
            )
            return True
        known = self._claims.is_known(label) and label in self._declarations.labels
        used = known and (listed or is_used(before, after, proved=self._claims.is_proved(label)))
        if used:
            self._memory.cite(label, place)
        return used

    # ----------------------------------------------------------------------------------------------
    # Formulas

    def _group(self, pieces: tuple[Piece, ...], index: int, before: str) -> tuple[_Group, int]:
        """The list of formulas that begins at `index`, and the index after it."""
        readings = [self._read(pieces[index])]
        effect = self._sense.effects.get(index)
        index += 1
        while index + 1 < len(pieces):
            words, following = pieces[index], pieces[index + 1]
            if not (
                isinstance(words, Text)
                and JOINT.match(words.words)
                and isinstance(following, Formula)
                and self._sense.effects.get(index + 1) == effect
            ):
                break
            readings.append(self._read(following))
            index += 2
        while index < len(pieces) and isinstance(pieces[index], Formula):
            readings.append(self._read(pieces[index]))
            index += 1
        return _Group(readings, before, _words_at(pieces, index)), index

    def _read(self, piece: Piece) -> Reading:
        assert isinstance(piece, Formula)  # noqa: S101 -- both callers have looked
        return read_formula(self._source, piece.tokens, piece.place, self._declarations)

    def _read_group(
        self,
        group: _Group,
        pieces: tuple[Piece, ...],
        following: int,
        cited_before: int,
        cue: Cue,
    ) -> tuple[list[Entry], bool]:
        """The entries of a list of formulas, and whether it claims anything."""
        if all(isinstance(reading, Term) for reading in group.readings):
            return self._read_terms(group, pieces, following, cited_before), False
        entries: list[Entry] = []
        claimed = False
        for reading in group.readings:
            match reading:
                case Term():
                    pass
                case Unreadable(problem=problem, place=place):
                    entries += self._claims.unread(place, problem)
                case Continued(place=place):
                    entries += self._claims.noted(
                        place, "mention", "a relation with nothing on its left"
                    )
                case Defined(item=item):
                    entries += self.definitions.inline(
                        item,
                        sets=cue in {Cue.SET, Cue.SUBSTITUTE} and not self._sense.hedged,
                        supposes=cue is Cue.WHEN,
                        doubts=self._sense.hedged or cue in {Cue.DENIED, Cue.GOAL},
                    )
                case Arrow(left=left, right=right, place=place):
                    claimed = True
                    if left is None or right is None:
                        entries += self._claims.noted(
                            place,
                            "mention",
                            (
                                "an arrow between things that are no expressions; the step that "
                                "it describes is checked where it is made"
                            ),
                        )
                    else:
                        entries += self._claims.arrow(left, right, place)
                case Stated(place=place) | Conditions(place=place) if _is_a_set(
                    self._source.text[slice(*place)]
                ):
                    entries += self._claims.noted(place, "beyond", "sets")
                    letters = (each for s in statements_of(reading) for each in free_variables(s))
                    self._claims.beyond.update(dict.fromkeys(letters, "sets"))
                case Stated() | Conditions():
                    concludes = (
                        "when" in self._sense.effects.values()
                        and _THEN.search(group.before) is not None
                    )
                    made, stated = self._read_statements(
                        reading, cue, cited_before, concludes=concludes
                    )
                    entries += made
                    claimed = claimed or stated
        return entries, claimed

    def _read_statements(
        self, reading: Stated | Conditions, cue: Cue, cited_before: int, *, concludes: bool = False
    ) -> tuple[list[Entry], bool]:
        """The entries of statements, and whether they claim anything. `concludes`: the words
        before them say that they follow from the condition of the sentence.
        """
        statements = statements_of(reading)
        if (called := self._claims.constant_called(reading.place)) is not None:
            return called, False
        if cue in {Cue.UNCLEAR, Cue.WHEN} and (clash := self._clashing(statements)) is not None:
            return [
                *self._no_longer([clash.name], reading.place),
                *self._claims.noted(reading.place, "mention", UNKNOWN),
            ], False
        sets = cue is Cue.SET
        if cue not in {Cue.DENIED, Cue.GOAL}:
            given = self._claims.sequence(statements, reading.place, sets=sets)
            if given is not None:
                return given, False
        if any(
            self._claims.meanings.operation(each, self._words, sets=sets) for each in statements
        ):
            return self._claims.noted(reading.place, "definition", SIGN), False
        match cue:
            case Cue.DENIED:
                return self._claims.noted(
                    reading.place, "denied", "the text denies this, or asks it"
                ), False
            case Cue.GOAL:
                return self._claims.noted(
                    reading.place, "goal", "announced here; it is checked where the text derives it"
                ), False
            case Cue.SINCE if statements and all(map(self._bounds_free, statements)):
                self._memory.suppose(statements)
                self._declarations.see(reading.place, "assumption", "it is given as a reason")
                return [self._unsettled(statements, reading.place)], False
            case Cue.SET | Cue.SUBSTITUTE | Cue.WHEN if statements:
                self._declarations.see(
                    reading.place, "assumption", "it is a condition of what follows"
                )
                self._said += statements
                entries: list[Entry] = []
                persistent: list[Statement] = []
                values: list[Statement] = []
                unsettled: list[Statement] = []
                for statement in statements:
                    if cue is Cue.SET and (item := self._claims.redefinition(statement)):
                        entries += self._claims.define(item, None)
                    elif (
                        cue is Cue.SET
                        and self._declarations.speaks_of_declared(statement)
                        and not _names_a_letter(statement)
                    ):
                        persistent.append(statement)
                    elif isinstance(statement, Relation) and not free_variables(statement):
                        entries += self._read_closed(statement)
                    elif cue is Cue.SET and _binds_a_family(statement):
                        persistent.append(statement)
                    elif isinstance(statement, Relation) and statement.operator == "=":
                        named = self._read_equation(statement, cue, cited_before)
                        (values if named else unsettled).append(statement)
                    elif cue is Cue.WHEN and not isinstance(statement, Membership):
                        self._memory.suppose((statement,))
                        unsettled.append(statement)
                    else:
                        persistent.append(statement)
                return [
                    *entries,
                    *(self._claims.assume(tuple(persistent), reading.place) if persistent else []),
                    *([self._unsettled(unsettled, reading.place)] if unsettled else []),
                    *([self._unsettled(values, reading.place, lasting=True)] if values else []),
                ], False
            case _:
                self._claims.tentative = cue is Cue.UNCLEAR
                if cue is Cue.UNCLEAR and self._supposing:
                    self._declarations.reserves.append(Reserve(*reading.place, CLAUSE))
                shown = cue is Cue.SINCE and self._is_spoken_of(statements)
                bare = cue in {Cue.BARE, Cue.ALONE, Cue.SINCE} and not shown
                self._claims.bare = bare and not (concludes and self._memory.conditions)
                self._claims.follows = self._sense.goes_on
                self._claims.alone = cue is Cue.ALONE
                self._claims.conditional = cue is Cue.EQUATION
                entries = self._claims.inline(reading)
                self._claims.tentative = self._claims.conditional = False
                self._claims.bare = self._claims.alone = False
                return entries, True

    def _is_spoken_of(self, statements: Sequence[Statement]) -> bool:
        """Whether it is said of all letters of a reason what they are, so that it is a claim; that
        bounds one of them may be another condition.
        """
        names = {name for each in statements for name in free_variables(each)}
        bounds = any(
            isinstance(each, Relation) and Variable in {type(each.left), type(each.right)}
            for each in statements
        )
        known = self._claims.declared | self._declarations.renamed
        return bool(names) and not bounds and names <= known

    def _bounds_free(self, statement: Statement) -> bool:
        """Whether a reason only bounds letters of which nothing else is said, as `x > 0` does: then
        it says what they are. Otherwise it is to be shown.
        """
        spoken = self._claims.declared | self._declarations.renamed
        return (
            isinstance(statement, Relation)
            and statement.operator != "="
            and bool(free_variables(statement))
            and spoken.isdisjoint(free_variables(statement))
            and (isinstance(statement.left, Variable) or isinstance(statement.right, Variable))
        )

    def _unsettled(
        self, statements: Sequence[Statement], place: Range, *, lasting: bool = False
    ) -> Unsettled:
        """What is said for a while, and may hold for longer than the claim right after it."""
        return Unsettled((), tuple(statements), lasting, span=self._source.span(*place))

    def _read_closed(self, relation: Relation) -> list[Entry]:
        """`\\lim_{t \\to 0} (1 + t)^{1/t} = e` and `0 = 1`: a relation between numbers is a claim
        whatever the words say, unless they suppose it.
        """
        if self._supposes:
            self._claims.contrary = True
            return []
        entries = self._claims.inline(
            Conditions((relation,), (relation.span.start, relation.span.end))
        )
        if Constant("e") in (relation.left, relation.right):
            self._memory.add_reason(DefinitionOf("e", span=relation.span))
        return entries

    def _read_equation(self, equation: Relation, cue: Cue, cited_before: int) -> bool:
        """`Y = \\frac{1}{h}` as a setting rather than a claim: a value for the variable of a
        formula, a new name, a change of variable, or a condition. Whether it is a name.
        """
        name, value = self._new_name(equation)
        place = (equation.span.start, equation.span.end)
        if name is None:
            self._memory.suppose((equation,), following=cue is not Cue.WHEN)
            return False
        cited = self._memory.put_in(name, value, cited_before)
        if cue is Cue.WHEN or (
            name in self._memory.known and cue is not Cue.SUBSTITUTE and not cited
        ):
            # A variable that the derivation already uses gets no new meaning, so this is a
            # condition.
            self._memory.suppose((equation,), following=cue is not Cue.WHEN)
        elif name in self._memory.known and cited:
            pass
        else:
            self._memory.set(name, value, place).cited = cited
            return not cited
        return False

    def _new_name(self, equation: Relation) -> tuple[str | None, Expression]:
        """The side of an equation that is a name for the other: a variable, preferably one that the
        derivation does not use yet.
        """
        left, right = equation.left, equation.right
        if isinstance(left, Variable) and isinstance(right, Variable):
            if left.name in self._memory.known and right.name not in self._memory.known:
                return right.name, left
            return left.name, right
        if isinstance(left, Variable):
            return left.name, right
        return (right.name, left) if isinstance(right, Variable) else (None, left)

    # ----------------------------------------------------------------------------------------------
    # Terms: what is said with them, not of them

    def _read_terms(
        self, group: _Group, pieces: tuple[Piece, ...], following: int, cited_before: int
    ) -> list[Entry]:
        terms = [reading for reading in group.readings if isinstance(reading, Term)]
        last = terms[-1]
        span = self._source.span(*last.place)
        words = group.after
        if DEFINITION_AFTER.match(words) or DEFINITION_BEFORE.search(group.before):
            self._memory.add_reason(
                DefinitionOf(
                    _defined(last.expression, self._source.text[last.place[0] : last.place[1]]),
                    span=span,
                )
            )
        if CONTINUITY_AFTER.match(words) or CONTINUITY_BEFORE.search(group.before):
            self._memory.add_reason(
                Continuity(
                    self._source.text[last.place[0] : last.place[1]].strip("$\\() "), span=span
                )
            )
        second = pieces[following + 1] if following + 1 < len(pieces) else None
        if (
            isinstance(second, Formula)
            and last.expression is not None
            and (OBJECT.match(words) or INTO.match(words))
        ):
            return self._read_pair(
                last, second, words, _words_at(pieces, following + 2), cited_before
            )
        return []

    def _pair_cue(self, after: str) -> Cue | None:
        """What the words after `A を B` make of it."""
        code = self._declarations.language
        if code is None:
            return None
        sense = understand([Clausal("F"), Word(after)], code, ended=True)
        cue = _CUES.get(sense.effects.get(0, "bare"))
        return cue if cue in {Cue.SET, Cue.SUBSTITUTE} else None

    # ----------------------------------------------------------------------------------------------
    # What the sentence as a whole says

    def _token(self, piece: Piece) -> Word | Clausal:
        """A piece as the grammar of clauses sees it."""
        match piece:
            case Text(words=words):
                return Word(EITHER if words.strip() == "か" else words)
            case Reference():
                return Clausal("R")
            case Formula():
                if self._names(piece):
                    return Clausal("T")
                states = states_something(piece.tokens)
                return Clausal("F" if states else "E")
            case Broken(place=place):
                text = self._source.text[place[0] : place[1]]
                return Clausal("F" if says_something(text) else "E")

    def _names(self, piece: Piece) -> tuple[str, ...]:
        """The letters that a formula lists, if it holds nothing else; those before `\\in`, too."""
        if not isinstance(piece, Formula):
            return ()
        kinds = {token.type for token in piece.tokens}
        if kinds <= {"NAME", "COMMA"}:
            return tuple(str(token.value) for token in piece.tokens if token.type == "NAME")
        if states_something(piece.tokens) or "COMMA" in kinds:
            return ()
        reading = self._read(piece)
        if isinstance(reading, Term) and isinstance(reading.expression, Variable | Constant):
            return (reading.expression.name,)
        return ()

    def _cue(self, indices: range) -> Cue:
        """What the clause makes of a list of formulas: what it says of any of them."""
        effects = [self._sense.effects[i] for i in indices if i in self._sense.effects]
        if "denied" in effects:
            return Cue.DENIED
        effect = next((each for each in effects if each not in {"bare", "alone"}), None)
        if effect is not None:
            return _CUES[effect]
        return (Cue.BARE if "bare" in effects else Cue.ALONE) if effects else Cue.UNCLEAR

    def _introduced(self, pieces: tuple[Piece, ...]) -> list[Entry]:
        """The letters that the sentence introduces or says something of."""
        entries: list[Entry] = []
        sense = self._sense
        if sense.gives_up and self._claims.assumed:
            given_up, self._claims.assumed = sorted(self._claims.assumed), set()
            span = self._source.span(*_place_of(pieces[0]))
            entries.append(Let(tuple(given_up), "R", span=span, anew=True, in_prose=True))
            entries.append(Unsettled(tuple(given_up), span=span))
            self._forget(given_up)
        if sense.beyond is not None:
            other, where = sense.beyond
            named = [name for index in where for name in self._names(pieces[index])]
            spoken = self._claims.declared | self._memory.known
            letters = [
                name
                for index in where
                for name in self._letters(pieces[index])
                if name in named or name not in spoken
            ]
            self._claims.beyond.update(dict.fromkeys(letters, other))
        for kind in sense.kinds:
            names = [name for index in kind.pieces for name in self._names(pieces[index])]
            place = _place_of(pieces[kind.pieces[-1]])
            entries += self._read_kind(kind, names, place)
        for index in sense.introduced:
            piece = pieces[index]
            entries += self._no_longer(self._names(piece), _place_of(piece))
            names = [
                name
                for name in self._letters(piece)
                if name not in self._declarations.functions and name not in self._claims.beyond
            ]
            spoken = self._declarations.variables | self._memory.known | self._declarations.renamed
            if not spoken.isdisjoint(names):
                span = self._source.span(*_place_of(piece))
                entries.append(Let(tuple(names), "R", span=span, anew=True, in_prose=True))
            self._forget(names)
            if index not in sense.described:
                self._claims.declared.update(names)
        entries += self._described(pieces)
        return [*entries, *self._given_up(pieces)]

    def _end_case(self, names: Sequence[str]) -> None:
        """What was said of one case of these letters is not said of the others."""
        memory = self._memory
        memory.conditions = [
            each for each in memory.conditions if not set(names) & set(free_variables(each))
        ]
        settings = self._declarations.settings
        settings[:] = [each for each in settings if each.name not in names]

    def _given_up(self, pieces: tuple[Piece, ...]) -> list[Entry]:
        """The letters of which something else is said now, which is not understood."""
        letters = [name for i in self._sense.unsettled for name in self._letters(pieces[i])]
        names = tuple(
            name
            for name in dict.fromkeys(letters)
            if name not in self._declarations.functions and name not in self._claims.beyond
        )
        if not names:
            return []
        self._end_case(names)
        span = self._source.span(*_place_of(pieces[self._sense.unsettled[0]]))
        assumed = tuple(name for name in names if name in self._claims.assumed)
        self._claims.assumed -= set(assumed)
        ended = [Let(assumed, "R", span=span, anew=True, in_prose=True)] if assumed else []
        return [*ended, Unsettled(names, span=span)]

    def _described(self, pieces: tuple[Piece, ...]) -> list[Entry]:
        """What is not known of the letters that the sentence names or describes."""
        entries: list[Entry] = []
        described = self._sense.described
        for index in dict.fromkeys((*self._sense.named, *described, *self._sense.strange)):
            piece = pieces[index]
            names = self._names(piece)
            if not names:
                self._describe_term(piece, index)
                continue
            entries += self._no_longer(
                [name for name in names if described.get(index)], _place_of(piece)
            )
            self._claims.beyond.update(self._constants(pieces, index, names))
            if index in self._sense.strange:
                new = index in described or self._memory.known.isdisjoint(names)
                self._claims.beyond.update(dict.fromkeys(names if new else (), UNKNOWN_KIND))
            names = tuple(
                name
                for name in names
                if name not in self._declarations.functions
                and (index in described or name not in self._claims.declared)
                and (index in described or name not in self._memory.known)
            )
            if index in described:
                self._claims.abstract.update(names)
            if names:
                span = self._source.span(*_place_of(piece))
                entries.append(Unsettled(names, lasting=True, span=span))
        return entries

    def _clashing(self, statements: Sequence[Statement]) -> Define | None:
        """`f(x) = …` of a function that is defined otherwise, where no words define or claim it."""
        for statement in statements:
            item = self._claims.redefinition(statement)
            if (
                item is not None
                and set(item.parameters) & set(free_variables(item.body))
                and (known := self._claims.defined.get(item.name)) is not None
                and (known.parameters, known.body) != (item.parameters, item.body)
            ):
                return item
        return None

    def _no_longer(self, names: Sequence[str], place: Range) -> list[Entry]:
        """The end of functions whose letters are introduced as something else."""
        ended = tuple(name for name in names if name in self._declarations.functions)
        if not ended:
            return []
        for name in ended:
            self._declarations.functions.pop(name)
            self._claims.defined.pop(name, None)
        self._claims.beyond.update(dict.fromkeys(ended, UNKNOWN))
        span = self._source.span(*place)
        return [Let(ended, "R", anew=True, in_prose=True, span=span)]

    def _describe_term(self, piece: Piece, index: int) -> None:
        """`Let $a(n)$ denote …`: a function of which nothing more is known."""
        if not isinstance(piece, Formula) or index not in self._sense.described:
            return
        kinds = [token.type for token in piece.tokens[:2]]
        if kinds in (["NAME", "LPAR"], ["CONSTANT", "LPAR"]):
            name = str(piece.tokens[0].value)
            self._declarations.functions.pop(name, None)
            self._claims.defined.pop(name, None)
            self._claims.beyond[name] = UNKNOWN_KIND

    def _constants(
        self, pieces: tuple[Piece, ...], index: int, names: tuple[str, ...]
    ) -> dict[str, str]:
        """The letters of the language's numbers e and pi that stand for something else here."""
        constants = [name for name in names if name in {"e", "pi"}]
        if not constants or names_the_constant(
            _words_at(pieces, index - 1), _words_at(pieces, index + 1)
        ):
            return {}
        return dict.fromkeys(constants, ANOTHER)

    def _letters(self, piece: Piece) -> tuple[str, ...]:
        """The letters that a formula lists, or those of its statements."""
        if names := self._names(piece):
            return names
        if not isinstance(piece, Formula):
            return ()
        before = [
            str(token.value)
            for token in piece.tokens[: _index_of(piece.tokens, "IN")]
            if token.type == "NAME"
        ]
        if any(token.type == "IN" for token in piece.tokens):
            return tuple(before)
        reading = read_formula(self._source, piece.tokens, piece.place, self._declarations.trial())
        if isinstance(reading, Stated | Conditions):
            return tuple(
                dict.fromkeys(
                    name for each in statements_of(reading) for name in free_variables(each)
                )
            )
        return ()

    def _forget(self, names: list[str]) -> None:
        """What was said of these letters before is not of those that are introduced here."""
        fresh = set(names)
        memory = self._memory
        memory.conditions = [c for c in memory.conditions if fresh.isdisjoint(free_variables(c))]
        settings = self._declarations.settings
        settings[:] = [each for each in settings if each.name not in fresh]
        self._declarations.renamed -= fresh
        for name in names:
            self._claims.beyond.pop(name, None)
        self._memory.known.update(names)

    def _read_kind(self, kind: Kind, names: list[str], place: Range) -> list[Entry]:
        """`a positive integer n`, `a は 1 でない正の数`."""
        span = self._source.span(*place)
        names = [name for name in names if name not in self._declarations.functions]
        if not names or any(name in {"e", "pi"} for name in names):
            # A letter that the language has as a number stands for another one here.
            self._claims.beyond.update(dict.fromkeys(names, ANOTHER))
            return []
        anew = kind.how == "introduced"
        spoken = self._declarations.variables | self._memory.known | self._declarations.renamed
        if anew:
            self._forget(names)
        elif any(name in self._claims.beyond for name in names):
            return []
        self._memory.known.update(names)
        self._claims.declared.update(names)
        domain = _SETS.get(kind.kind, "R")
        conditions = [
            Relation(
                operator,
                Variable(name, span=span),
                Number(Fraction(bound), span=span),
                span=span,
            )
            for name in names
            for operator, bound in _BOUNDS.get(kind.kind, ())
        ]
        if kind.how == "case":
            self._memory.suppose(conditions)
            return []
        entries: list[Entry] = []
        if kind.kind in _SETS or (anew and not spoken.isdisjoint(names)):
            entries.append(Let(tuple(names), domain, span=span, anew=anew, in_prose=True))
        if conditions:
            entries += self._claims.assume(tuple(conditions), place)
        return entries

    def _read_pair(
        self, first: Term, second: Formula, between: str, after: str, cited_before: int
    ) -> list[Entry]:
        """`A を e とすると`, `a に e を代入して`."""
        other = self._read(second)
        if not isinstance(other, Term) or other.expression is None or first.expression is None:
            return []
        place = (first.place[0], other.place[1])
        if INTO.match(between) and PUT_IN.match(after) and isinstance(first.expression, Variable):
            self._memory.put_in(first.expression.name, other.expression, cited_before)
        elif OBJECT.match(between) and (cue := self._pair_cue(after)) is not None:
            if isinstance(other.expression, Variable):
                equation = Relation(
                    "=", other.expression, first.expression, span=self._source.span(*place)
                )
            else:
                equation = Relation(
                    "=", first.expression, other.expression, span=self._source.span(*place)
                )
            if not free_variables(equation):
                return self._read_closed(equation)
            self._read_equation(equation, cue, cited_before)
        return []


def _names_a_letter(statement: Statement) -> bool:
    """Whether it is an equation with a mere letter on a side, which may name the other one."""
    return (
        isinstance(statement, Relation)
        and statement.operator == "="
        and Variable in {type(statement.left), type(statement.right)}
    )


def _index_of(tokens: tuple[Token, ...], kind: str) -> int:
    return next((i for i, token in enumerate(tokens) if token.type == kind), len(tokens))


def _place_of(piece: Piece) -> Range:
    return piece.place


#: What makes the formula before it a claim.
_HOLDS: Final = re.compile(rf"\s*(?:{'|'.join(map(re.escape, words('clauses', 'holds')))})\b")


def _with_provisos_first(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """`A for B` and `A where B` as `for B, A`: the conditions of a claim are read before it."""
    for index in range(1, len(pieces) - 1):
        words = pieces[index]
        if (
            isinstance(words, Text)
            and PROVISO.match(words.words)
            and _states(pieces[index - 1])
            and isinstance(pieces[index + 1], Formula)
        ):
            end = index + 2
            while (
                end + 1 < len(pieces)
                and _is_joint(pieces[end])
                and isinstance(pieces[end + 1], Formula)
                and not PROVISO.match(_words_at(pieces, end + 2))
                and not _HOLDS.match(_words_at(pieces, end + 2))
            ):
                end += 2
            first = _list_start(pieces, index - 1)
            between = Text(" we have ", words.place)
            begin = first
            if (opening := pieces[first - 1] if first else None) and _sets(opening):
                begin, between = first - 1, Text(f", {_words_at(pieces, begin - 1)}", opening.place)
            return (
                *pieces[:begin],
                *pieces[index:end],
                between,
                *pieces[first:index],
                *_with_provisos_first(pieces[end:]),
            )
    return pieces


def _all_letters(piece: Piece) -> list[str]:
    """Every letter of a formula."""
    tokens = piece.tokens if isinstance(piece, Formula) else ()
    return [str(token.value) for token in tokens if token.type == "NAME"]


def _is_a_set(text: str) -> bool:
    """Whether a side of a formula is in set braces: `A = \\{3\\}`."""
    return re.search(r"=\s*\\\{[^{}]*\\\}\s*\$?\s*(?:\\\))?\s*\Z", text) is not None


def _sets(piece: Piece) -> bool:
    """Whether words only open a definition: `Let`, `and put`."""
    return isinstance(piece, Text) and SETTING.fullmatch(piece.words) is not None


def _states(piece: Piece) -> bool:
    return isinstance(piece, Formula) and states_something(piece.tokens)


def _is_joint(piece: Piece) -> bool:
    return isinstance(piece, Text) and JOINT.match(piece.words) is not None


def _list_start(pieces: tuple[Piece, ...], index: int) -> int:
    """The first formula of the list that ends at `index`, with the words before it that belong to
    it.
    """
    while index >= 2 and _is_joint(pieces[index - 1]) and isinstance(pieces[index - 2], Formula):
        index -= 2
    return index


def _list_end(pieces: tuple[Piece, ...], index: int) -> int:
    """The last reference of the list that contains the one at `index`: `(1) と (2)`."""
    while (
        index + 2 < len(pieces)
        and _is_joint(pieces[index + 1])
        and isinstance(pieces[index + 2], Reference)
    ):
        index += 2
    return index


def _words_at(pieces: tuple[Piece, ...], index: int) -> str:
    piece = pieces[index] if 0 <= index < len(pieces) else None
    return piece.words if isinstance(piece, Text) else ""


def _rest(pieces: tuple[Piece, ...], index: int) -> str:
    """The words from here to the end of the sentence, with a mark in place of each formula."""
    return "".join(
        piece.words if isinstance(piece, Text) else "·" for piece in pieces[index : index + 8]
    )


def _defined(expression: Expression | None, text: str) -> str:
    match expression:
        case Variable(name=name) | Constant(name=name) | Call(name=name) | Prime(name=name):
            return name
        case Apply(operation=name) if name in FUNCTIONS:
            return name
        case _:
            return text.strip("$\\() ")


def _binds_a_family(statement: Statement) -> bool:
    """Whether it is an equation between the sum of a family and a number: `\\sum_i p_i = 1` is no
    name for anything.
    """
    match statement:
        case Relation(operator="=", left=BigOperator() as left, right=right):
            return bool(called_names(left)) and not isinstance(right, Variable)
        case _:
            return False
