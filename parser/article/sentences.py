"""Sentences: the role of each formula in one, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.arrangement import with_provisos_first, words_at
from shomei.parser.article.bracketed import Bounds
from shomei.parser.article.chances import Chances
from shomei.parser.article.claims import Claims
from shomei.parser.article.consequences import Consequences
from shomei.parser.article.cues import (
    ACTED_ON,
    ACTS_ON,
    EVERY,
    GENERALLY,
    JOINT,
    LINE,
    QUESTION,
    Cue,
)
from shomei.parser.article.definitions import Definitions
from shomei.parser.article.elsewhere import leaves_the_case
from shomei.parser.article.formulas import (
    Arrow,
    Conditions,
    Continued,
    Defined,
    Reading,
    Stated,
    Term,
    Unreadable,
    statements_of,
)
from shomei.parser.article.functions import Functions
from shomei.parser.article.heard import Group, Heard, cue_of, denied
from shomei.parser.article.holding import CLAUSE, of_letters
from shomei.parser.article.introductions import Introductions
from shomei.parser.article.knowledge import UNKNOWN
from shomei.parser.article.known_roots import KnownRoots
from shomei.parser.article.letters import Letters
from shomei.parser.article.meanings import SIGN
from shomei.parser.article.memory import Memory
from shomei.parser.article.mentions import Mentions
from shomei.parser.article.pieces import (
    Broken,
    Formula,
    Piece,
    Reference,
    Sentence,
    Text,
    said_of,
    says_something,
)
from shomei.parser.article.premises import is_equation
from shomei.parser.article.presented import is_task, opens, presents
from shomei.parser.article.quantities import announces, calls_a_chance
from shomei.parser.article.scope import broken, scoped, without_asides
from shomei.parser.article.suppositions import WHERE, Suppositions
from shomei.parser.article.vanishing import Saying, vanishing_in
from shomei.parser.ast import Declare, Reserve
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.prose.clauses import understand
from shomei.parser.prose.lexicon import language_of
from shomei.parser.prose.sense import Said, Sense
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Membership, Statement
from shomei.terms.walk import free_variables

#: What a conclusion begins with.
_FURTHER: Final = "it goes on from a definition that holds for a while only"
_THEN: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, words('clauses', 'then', spaced=True)))})\s*\Z", re.IGNORECASE
)
#: The effects that are certain in a sentence of which only a part is read.
_CERTAIN: Final = frozenset(("denied", "goal", "equation"))
#: The effects of formulas that may only name the case to which a sentence turns.
_STATED: Final = frozenset(("fact", "bare", "alone"))


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
        self._letters = Letters(source, declarations)
        self.suppositions = Suppositions(source, declarations, memory, claims)
        self._bounds = Bounds(declarations, claims, self._letters, self.suppositions)
        self._roots = KnownRoots(declarations, memory, claims, self._letters)
        self._chances = Chances(source, declarations, claims, self._letters)
        self._mentions = Mentions(
            source, declarations, memory, claims, self._letters, self.suppositions
        )
        self._introductions = Introductions(source, declarations, memory, claims, self._letters)
        self.definitions = Definitions(source, declarations, memory, claims)
        self._consequences = Consequences(source, declarations, memory, claims)
        self.functions = Functions(source, declarations, memory, claims)
        #: Whether all that is read now is denied by what stands above it.
        self.denying = False
        #: What the last sentence makes of a display that comes next.
        self.display: Said = ""

    def read(
        self, sentence: Sentence, *, in_display: bool = False, resumes: bool = False
    ) -> list[Entry]:
        """Reads a sentence. Nothing in it raises: a claim that cannot be read is reported as
        unchecked. `in_display`: it stands among the rows of a display, for what the words before
        that said. `resumes`: it goes on from the sentence of the display above.
        """
        declared, said = self._functions_of(sentence, in_display=in_display)
        if not said:
            self.display = "claim" if not sentence.ended else ""
            self._memory.next_sentence(goes_on=in_display)
            return declared
        known = frozenset(self._memory.known | self._claims.declared | self._declarations.renamed)
        self._bounds.known = self._chances.known = known
        said = self._bounds.take(said)
        heard = self._hear(with_provisos_first(said), ended=sentence.ended)
        self.display = heard.sense.display
        if resumes and self._consequences.resumes(heard.pieces):
            self._memory.resume()
        self._memory.next_sentence(goes_on=in_display or heard.sense.goes_on)
        entries = self.definitions.sentence_begins(
            sentence.pieces[0].place, goes_on=in_display or heard.sense.goes_on
        )
        entries += declared
        self._roots.find(heard, denied=self.denying)
        names = (name for each in declared if isinstance(each, Declare) for name in each.names)
        self._introductions.own = frozenset(names)
        entries += self._introductions.read(heard.sense, heard.pieces)
        entries += self._bounds.entries(heard) + self._chances.entries(heard)
        entries += self._roots.introduce(heard)
        self._claims.meanings.learn(heard.pieces)
        self._consequences.begin(heard)
        entries += self._read_pieces(heard)
        self._claims.reach, self._claims.by_law, self._claims.positive = "", False, ""
        self._claims.apart = False
        if is_task(heard.pieces) and not (heard.sense.hedged or self.denying):
            self._consequences.pose(heard)
        if not sentence.ended:
            self._consequences.lead(heard)
            self._tell_places(heard)
        self._claims.contrary = self._claims.contrary and not heard.sense.gives_up
        if sentence.ended and not heard.sense.announces:
            self._memory.end_cases(opened=heard.sense.opens)
        for item in self.definitions.here:
            self.definitions.restrict(item, heard.said)
        entries = self._claims.after(self._claims.open_citations(heard.cited_before), entries)
        if sentence.ended:
            entries += self._memory.settle()
        if sentence.ended and heard.claimed:
            self._memory.forget()
        return entries

    def _hear(self, pieces: tuple[Piece, ...], *, ended: bool) -> Heard:
        """What a sentence says as a whole."""
        code = self._declarations.language
        if pieces and isinstance(pieces[-1], Text) and QUESTION.search(pieces[-1].words):
            sense = Sense(denied(pieces))
        elif code is None:
            sense = Sense(display="" if ended else "unclear")
        else:
            sense = self._sense_of(pieces, code, ended=ended)
        contrary = "contrary" in sense.effects.values()
        self._claims.contrary = self._claims.contrary or contrary
        if self.denying:
            sense = Sense(denied(pieces), display="denied")
        heard = Heard(pieces, sense, len(self._memory.citations))
        if code is not None:
            heard.line = LINE.search(heard.words) is not None
            if not (sense.hedged or self.denying):
                heard.saying = Saying.of(said_of(pieces))
        return heard

    def _sense_of(self, pieces: tuple[Piece, ...], code: str, *, ended: bool) -> Sense:
        """What a sentence says, without what its denials and doubts say of something else. Where
        there are such, nothing is assumed, and what fails is no certain claim.
        """
        text = self._source.text
        words = " ".join(piece.words for piece in pieces if isinstance(piece, Text))
        own = language_of(words, code)
        rest, aside = without_asides(pieces, own, text)
        scope = scoped(rest, own, text)
        said = broken(scope.own, own, text)
        sense = understand(self._letters.tokens(said), code, ended=ended)
        sense.introduced += sorted(scope.free)
        if leaves_the_case(pieces):
            sense.effects = {i: e for i, e in sense.effects.items() if e not in _STATED}
            sense.display = "unclear" if sense.display == "claim" else sense.display
        if scope.own == rest:
            sense.effects |= dict.fromkeys(aside, "denied")
            return sense
        sense.introduced += [piece for kind in sense.kinds for piece in kind.pieces]
        sense.kinds = []
        sense.effects = {i: said for i, said in sense.effects.items() if said in _CERTAIN}
        sense.effects |= dict.fromkeys((*scope.denied, *aside), "denied")
        sense.display = "unclear" if sense.display == "claim" else sense.display
        sense.hedged = True
        return sense

    def _functions_of(
        self, sentence: Sentence, *, in_display: bool
    ) -> tuple[list[Entry], tuple[Piece, ...]]:
        """The functions without a formula that a sentence declares, and what else it says."""
        place = sentence.pieces[0].place
        ended = self.functions.begin(place, goes_on=in_display)
        if self._declarations.language is None or self.denying:
            return ended, sentence.pieces
        declared, said = self.functions.read(sentence.pieces)
        rest = any(not isinstance(each, Text) or each.words.strip(" .,。、;:") for each in said)
        return [*ended, *declared], said if rest or not declared else ()

    def _read_pieces(self, heard: Heard) -> list[Entry]:
        """The entries of a sentence, piece by piece."""
        entries: list[Entry] = []
        index = 0
        while index < len(heard.pieces):
            match heard.pieces[index]:
                case Text(words=words, place=place):
                    self._mentions.words(words, place)
                case Reference():
                    heard.used = self._mentions.reference(heard, index)
                case Broken(why=why, place=place):
                    if says_something(self._source.text[place[0] : place[1]]):
                        entries += self._claims.noted(place, "unread", why)
                        self._claims.undeclared(self._source.text[slice(*place)], place)
                        entries += self.suppositions.not_read(heard, place)
                        heard.claimed = True
                case Formula() as piece:
                    group = self._group(heard, index)
                    cue = cue_of(heard.sense, range(index, group.end))
                    if GENERALLY.search(group.before):
                        self._memory.conditions, self._claims.stated = [], ()
                        entries += self._introductions.end_values(piece)
                    if heard.introduces(index):
                        # `for x = 1, and thus for all x`
                        letters = self._letters.letters(piece)
                        self._introductions.end_case(letters)
                        self._consequences.end(heard, letters)
                    elif heard.claimed and cue in {Cue.WHEN, Cue.RANGE}:
                        # `if A then B, and if C then D`
                        self._memory.conditions = []
                    entries += self._read_group(heard, group, cue)
                    index = group.end
                    continue
            index += 1
        return entries

    # ----------------------------------------------------------------------------------------------
    # Formulas

    def _group(self, heard: Heard, begin: int) -> Group:
        """The list of formulas that begins at `begin`."""
        pieces, effects = heard.pieces, heard.sense.effects
        readings = [self._letters.read(pieces[begin])]
        index = begin + 1
        while index + 1 < len(pieces):
            words, following = pieces[index], pieces[index + 1]
            if not (
                isinstance(words, Text)
                and JOINT.match(words.words)
                and isinstance(following, Formula)
                and effects.get(index + 1) == effects.get(begin)
            ):
                break
            readings.append(self._letters.read(following))
            index += 2
        while index < len(pieces) and isinstance(pieces[index], Formula):
            readings.append(self._letters.read(pieces[index]))
            index += 1
        before, after = words_at(pieces, begin - 1), words_at(pieces, index)
        return Group(readings, before, after, begin, index)

    def _read_group(self, heard: Heard, group: Group, cue: Cue) -> list[Entry]:
        """The entries of a list of formulas."""
        if all(isinstance(reading, Term) for reading in group.readings):
            heard.readings += group.readings
            return self._mentions.terms(heard, group)
        entries: list[Entry] = []
        for reading in group.readings:
            entries += self._read_reading(heard, group, reading, cue)
            if cue is not Cue.DENIED:
                heard.readings.append(reading)
        return entries

    def _read_reading(self, heard: Heard, group: Group, reading: Reading, cue: Cue) -> list[Entry]:
        """The entries of one formula of a list."""
        hedged = heard.sense.hedged
        shown, opened = self._presented(heard, group, reading)
        if cue is Cue.RANGE:
            cue = Cue.WHEN if _is_range(reading) else Cue.UNCLEAR
        match reading:
            case Term():
                return []
            case Unreadable(problem=problem, place=place):
                noted = self._claims.unread(place, problem)
                return [*noted, *self.suppositions.not_read(heard, place)]
            case Continued(place=place):
                why = "a relation with nothing on its left"
                return self._claims.noted(place, "mention", why)
            case Defined(item=item, further=further):
                entries = self.definitions.inline(
                    item,
                    sets=shown or (cue in {Cue.SET, Cue.SUBSTITUTE} and not hedged),
                    supposes=cue is Cue.WHEN and not shown,
                    doubts=(hedged or cue in {Cue.DENIED, Cue.GOAL}) and not shown,
                    opens=opened,
                )
                if further is None:
                    return entries
                if cue is Cue.WHEN or item not in entries:
                    return [*entries, *self._claims.noted(further.place, "mention", _FURTHER)]
                going_on = Cue.FACT if cue in {Cue.SET, Cue.SUBSTITUTE} else cue
                return [*entries, *self._read_statements(heard, group, further, going_on)]
            case Arrow(left=left, right=right, place=place):
                heard.claimed = True
                if left is None or right is None:
                    return self._claims.noted(
                        place,
                        "mention",
                        "an arrow between things that are no expressions; the step that it "
                        "describes is checked where it is made",
                    )
                return self._claims.arrow(left, right, place)
            case Stated(place=place) | Conditions(place=place):
                if _is_a_set(self._source.text[slice(*place)]):
                    letters = (each for s in statements_of(reading) for each in free_variables(s))
                    self._claims.beyond.update(dict.fromkeys(letters, "sets"))
                    return self._claims.noted(place, "beyond", "sets")
                if shown and (anew := self.definitions.anew(reading)) is not None:
                    return self.definitions.inline(
                        anew, sets=True, supposes=False, doubts=False, opens=opened
                    )
                return self._read_statements(heard, group, reading, cue)

    def _presented(self, heard: Heard, group: Group, reading: Reading) -> tuple[bool, bool]:
        """Whether the words around a formula present a function by it, and whether the sentence
        begins with that.
        """
        first = reading is group.readings[0]
        before, after = group.before if first else "", group.after
        after = after if reading is group.readings[-1] else ""
        opened = first and opens(heard.pieces, group.begin, before, after)
        return opened or presents(heard.pieces, before, after), opened

    def _read_statements(
        self, heard: Heard, group: Group, reading: Stated | Conditions, cue: Cue
    ) -> list[Entry]:
        """The entries of the statements of a formula."""
        statements = statements_of(reading)
        place = reading.place
        if (known := self._known_otherwise(heard, group, reading, cue)) is not None:
            return known
        if heard.roots is not None and heard.roots.place == place:
            self._declarations.see(place, "assumption", "it says what a letter stands for")
            return []
        match cue:
            case Cue.DENIED:
                return self._claims.noted(place, "denied", "the text denies this, or asks it")
            case Cue.GOAL | Cue.FACT if self._claims.shows_by_induction(heard.words, statements):
                return self._claim(heard, group, reading, Cue.UNCLEAR)
            case Cue.GOAL:
                why = "announced here; it is checked where the text derives it"
                return self._claims.noted(place, "goal", why)
            case Cue.SINCE if statements and all(map(self.suppositions.bounds_free, statements)):
                self._memory.suppose(statements)
                self._declarations.see(place, "assumption", "it is given as a reason")
                return [self.suppositions.unsettled(statements, place)]
            case Cue.MEASURED | Cue.CALLED if all(map(self.suppositions.bounds_free, statements)):
                understood = cue is Cue.MEASURED and not heard.sense.hedged
                return self.suppositions.measured(statements, place, understood=understood)
            case Cue.CALLED:
                return self._claim(heard, group, reading, Cue.UNCLEAR)
            case Cue.SUBSTITUTE if not all(map(is_equation, statements)):
                # `replacing x by -x in A`: A is what is changed
                return self._claim(heard, group, reading, Cue.UNCLEAR)
            case Cue.SET | Cue.WHEN if statements and (
                given := self._claims.quantities(reading, "" if cue is Cue.SET else group.before)
            ):
                return given
            case Cue.SET | Cue.SUBSTITUTE | Cue.WHEN if statements:
                return self.suppositions.read(heard, statements, cue, place)
            case _:
                return self._claim(heard, group, reading, cue)

    def _known_otherwise(
        self, heard: Heard, group: Group, reading: Stated | Conditions, cue: Cue
    ) -> list[Entry] | None:
        """The entries of statements that say what a constant, a function, a sequence or a sign is,
        whatever the clause makes of them.
        """
        statements, place = statements_of(reading), reading.place
        if (called := self._claims.constant_called(place)) is not None:
            return called
        if (
            cue in {Cue.UNCLEAR, Cue.WHEN}
            and (clash := self.definitions.clashing(statements)) is not None
        ):
            return [
                *self._introductions.no_longer([clash.name], place),
                *self._claims.noted(place, "mention", UNKNOWN),
            ]
        sets = cue is Cue.SET
        if cue not in {Cue.DENIED, Cue.GOAL}:
            given = self._claims.sequence(statements, place, sets=sets)
            if given is not None:
                return given
            if sets and all(map(self._claims.is_element_of_known, statements)):
                return self._claim(heard, group, reading, Cue.UNCLEAR)
        words = heard.words
        if any(self._claims.meanings.operation(each, words, sets=sets) for each in statements):
            return self._claims.noted(place, "definition", SIGN)
        return None

    def _claim(
        self, heard: Heard, group: Group, reading: Stated | Conditions, cue: Cue
    ) -> list[Entry]:
        """The entries of a formula that the text may state."""
        statements = statements_of(reading)
        if isinstance(reading, Conditions) and self._ranges(heard, reading):
            # `There is some $c \\in (a, b)$`: no claim on every c, and it may hold for long.
            return [
                *self._claims.noted(reading.place, "mention", WHERE),
                self.suppositions.unsettled(statements, reading.place, lasting=True),
            ]
        heard.claimed = True
        if cue is Cue.UNCLEAR and heard.is_unsettled(group):
            # It stands in a clause that supposes something and is not understood.
            self._declarations.reserves.append(Reserve(*reading.place, CLAUSE))
            self._generalise(group, statements, reading.place)
        concludes = (
            "when" in heard.sense.effects.values() and _THEN.search(group.before) is not None
        ) or (self._consequences.concludes(group.before) and self._under_equation(statements))
        shown = cue is Cue.SINCE and self.suppositions.is_spoken_of(statements)
        bare = cue in {Cue.BARE, Cue.ALONE, Cue.MEASURED, Cue.SINCE} and not shown
        stated = self._claims.stated
        drawn = self._consequences.draw(heard, group)
        self._claims.drawn = drawn
        self._tell_places(heard)
        # `to solve A, write …` claims no A, nor does `A is equivalent to B`.
        acted_on = ACTS_ON.search(group.before) is not None or (
            ACTED_ON.match(said_of(heard.pieces[group.end :])) is not None
        )
        self._claims.tentative = cue is Cue.UNCLEAR or acted_on
        self._claims.measured = cue is Cue.UNCLEAR and calls_a_chance(group.before)
        self._claims.announced = acted_on or (cue is Cue.UNCLEAR and announces(heard.words))
        self._claims.bare = bare and not drawn and not (concludes and self._memory.conditions)
        self._claims.follows = heard.sense.goes_on
        self._claims.concluded = self._consequences.concludes(group.before)
        self._claims.alone = cue is Cue.ALONE
        self._claims.conditional = cue is Cue.EQUATION or self._consequences.is_solved(heard, group)
        self._claims.spoken = True
        entries = self._claims.inline(reading)
        self._claims.spoken, self._claims.line, self._claims.vanishing = False, False, ()
        if cue in {Cue.UNCLEAR, Cue.ALONE, Cue.BARE} and self.suppositions.may_give(
            heard, statements
        ):
            entries.append(self.suppositions.unsettled(statements, reading.place, lasting=True))
        self._consequences.state(heard, group, stated, cue, drawn=drawn)
        self._claims.tentative = self._claims.conditional = False
        self._claims.bare = self._claims.alone = self._claims.announced = False
        self._claims.measured = False
        return entries

    def _tell_places(self, heard: Heard) -> None:
        """What a sentence says of the place or the line that it gives next."""
        claims = self._claims
        claims.line, claims.vanishing = heard.line, ()
        if heard.saying is not None:
            claims.vanishing = vanishing_in(heard.saying, heard.readings, claims.slopes)

    def _generalise(self, group: Group, statements: Iterable[Statement], place: Range) -> None:
        """`…, for all $n \\ge 1$` in a clause that is not understood: from there on n may be any
        number, and not that of which something was supposed.
        """
        if EVERY.search(group.before) is None:
            return
        names = frozenset(name for each in statements for name in free_variables(each))
        why = of_letters(names)
        end = len(self._source.text)
        self._declarations.reserves.append(Reserve(place[0], end, why, names, supposed=True))

    def _under_equation(self, statements: Iterable[Statement]) -> bool:
        """Whether an equation is in force that speaks of the letters of these statements."""
        return any(is_equation(each) for each in self._claims.conditions_on(statements))

    def _ranges(self, heard: Heard, reading: Conditions) -> bool:
        """Whether a formula says in which interval the letters lie that it lists."""
        return not any(isinstance(each, Membership) for each in reading.statements) and any(
            isinstance(piece, Formula)
            and piece.place == reading.place
            and self._letters.ranged(piece)
            for piece in heard.pieces
        )


def _is_range(reading: Reading) -> bool:
    """Whether a formula says between what its letters lie, as no equation does."""
    statements = statements_of(reading) if isinstance(reading, Stated | Conditions) else ()
    return bool(statements) and not any(map(is_equation, statements))


def _is_a_set(text: str) -> bool:
    """Whether a side of a formula is in set braces: `A = \\{3\\}`."""
    return re.search(r"=\s*\\\{[^{}]*\\\}\s*\$?\s*(?:\\\))?\s*\Z", text) is not None
