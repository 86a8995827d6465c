"""Sequences that an article gives by a recursion and first elements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from shomei.parser.article.drafts import Draft
from shomei.parser.article.recursions import (
    INDUCTION,
    SOME_INDICES,
    NotForAll,
    is_restricted,
    range_of,
    sentence_end,
    speaks_of_sequence,
)
from shomei.parser.article.redefined import Redefinitions
from shomei.parser.ast import Unsettled
from shomei.parser.directives import Entry
from shomei.parser.sequences import announces_recursion, first_index_in, read_recursion
from shomei.parser.source import Range
from shomei.terms import recurrence
from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    Call,
    Integral,
    Limit,
    Node,
    Relation,
    Statement,
)
from shomei.terms.recurrence import elements
from shomei.terms.walk import called_names, free_variables, subtrees


@dataclass(slots=True)
class Sequences(Redefinitions):
    """Knows the elements that wait for the recursion that goes on from them."""

    #: The first elements of a sequence whose recursion follows.
    elements: list[Statement] = field(default_factory=list)
    #: The number of the part of the text, and in which part each recursion is given.
    part: int = 0
    given_in: dict[str, int] = field(default_factory=dict)

    def sequence(
        self,
        statements: tuple[Statement, ...],
        place: Range,
        *,
        least: int | None = None,
        sets: bool = False,
    ) -> list[Entry] | None:
        """The items of formulas that give a sequence by a recursion and its first elements, which
        may stand in the formulas before; None for anything else. A recursion without elements is
        given where the words set it (`sets`) or speak of a sequence, or where elements are given
        above, if no words draw it, and otherwise claimed.
        """
        if statements and all(map(self._begins_a_sequence, statements)):
            self.elements += statements
            self.declarations.see(place, "definition", "it gives the first element of a sequence")
            return []
        if not any(_families(each) for each in statements):
            return None  # `for n \\ge 1`
        before, self.elements = self._waiting(place), []
        whole = (*before, *statements)
        if not any(map(elements, whole)) and not (
            (sets or self._goes_on(statements) or self._is_presented(place))
            and self.declarations.recursive.isdisjoint(
                name for each in statements for name in called_names(each)
            )
        ):
            return None
        try:
            first = self._first_index(whole)
        except NotForAll:
            first_known = self.declarations.first
            if recurrence.given(whole, first_known, (), least) is None:
                return None
            names = {name for each in whole for name in called_names(each)}
            self.beyond.update(dict.fromkeys(names, SOME_INDICES))
            return self.noted(place, "beyond", SOME_INDICES)
        items = read_recursion(
            whole,
            self.declarations,
            self._span(place),
            least=least if first is None else first,
            begins=self._begins(whole, place),
            in_prose=True,
        )
        if items is None:
            return None
        self.declarations.see(place, "definition", "it gives a sequence")
        for name in {name for each in whole for name in _families(each)}:
            if name in self.declarations.recursive:
                self.given_in[name] = self.part
                self.beyond.pop(name, None)
        return list(items)

    def _waiting(self, place: Range) -> tuple[Statement, ...]:
        """The elements that wait, if the sentence in which they stand goes on here."""
        text = self.source.text
        if self.elements and sentence_end(text, self.elements[-1].span.end) < place[0]:
            return ()
        return tuple(self.elements)

    def _goes_on(self, statements: tuple[Statement, ...]) -> bool:
        """Whether all that is known of a sequence is elements, and no words draw a conclusion."""
        known = self.declarations.first.keys() - self.declarations.explicit
        names = {name for each in statements for name in called_names(each)}
        return not self.concluded and bool(names) and names <= known

    def _is_presented(self, place: Range) -> bool:
        """Whether the words of the sentence up to here speak of a sequence, and draw nothing."""
        return not self.concluded and speaks_of_sequence(self.source.text, place[0])

    def _begins(self, statements: tuple[Statement, ...], place: Range) -> dict[str, int]:
        """The first index of each family of which no element is given yet: the least one at which
        the text speaks of it, first in the sentence that goes on here.
        """
        text = self.source.text
        end = sentence_end(text, place[1])
        found: dict[str, int] = {}
        for name in {name for each in statements for name in _families(each)}:
            near = first_index_in(text[place[1] : end], name)
            least = first_index_in(text, name) if near is None else near
            found[name] = 1 if least is None else least
        return found

    def _first_index(self, statements: tuple[Statement, ...]) -> int | None:
        """The first index of a recursion, as its sentence says. Raises `NotForAll` where it may
        hold for some indices only, or for one that is introduced above.
        """
        letters = {
            name
            for each in statements
            for node in subtrees(each)
            if isinstance(node, Call) and is_family(node.name)
            for argument in node.arguments
            for name in free_variables(argument)
        }
        places = [(each.span.start, each.span.end) for each in statements]
        introduced = self.assumed | self.declarations.renamed
        introduced |= {setting.name for setting in self.declarations.settings}
        first: int | None = None
        for letter in sorted(letters):
            every, least = range_of(self.source.text, places, letter, self.declarations.language)
            before = self.source.text[: places[0][0]]
            if not every and (letter in introduced or is_restricted(before, letter)):
                raise NotForAll
            first = least if first is None else max(first, least or 0)
        return first

    def _begins_a_sequence(self, statement: Statement) -> bool:
        """Whether it gives an element, and the sentence goes on with the recursion."""
        own = elements(statement)
        if len(own) != 1 or not isinstance(statement, Relation):
            return False
        (name,) = own
        if name in self.declarations.explicit:
            return False
        return announces_recursion(self.source.text, statement.span.end, name)

    def _is_known_family(self, draft: Draft, *, claims: bool = False) -> bool:
        """Whether a claim is about a sequence that is given above by a recursion, or by a formula
        into which numbers can be put. In another part of the text, only what is said to be so
        (`claims`) is about the sequence of that recursion.
        """
        names = {name for node in draft.nodes() for name in called_names(node)}
        explicit = self.declarations.explicit & self.defined.keys() & names
        recursive = self.declarations.recursive & names
        here = claims or any(self.given_in.get(name, self.part) == self.part for name in recursive)
        return bool(recursive and here) or any(
            not any(
                isinstance(part, Integral | Limit) for part in subtrees(self.defined[name].body)
            )
            for name in explicit
        )

    def is_element_of_known(self, statement: Statement) -> bool:
        """Whether it says what an element is of a sequence that a formula gives."""
        names = elements(statement).keys()
        return bool(names) and names <= self.declarations.explicit & self.defined.keys()

    def shows_by_induction(self, words: str, statements: Iterable[Statement]) -> bool:
        """Whether words announce an induction, and what it shows is about sequences that are given
        by a recursion: that is claimed for all indices, whatever becomes of the parts of its proof.
        """
        names = {name for each in statements for name in _families(each)}
        return (
            bool(names)
            and names <= self.declarations.recursive
            and INDUCTION.search(words) is not None
        )

    def speaks_of_known(self, node: Node) -> bool:
        """Whether all families in a term or statement are given above, in this part of the text if
        by a recursion.
        """
        here = {name for name, part in self.given_in.items() if part == self.part}
        known = (self.declarations.recursive & here) | (
            self.declarations.explicit & self.defined.keys()
        )
        declared = {name for name in called_names(node) if self.declarations.is_declared(name)}
        return declared <= known

    def unknown_sequence(self, draft: Draft) -> list[Entry]:
        """What an equation leaves in doubt that may give a sequence, and is not taken as that."""
        known = self.declarations.recursive | self.declarations.explicit
        relation = draft.first
        if isinstance(relation, Relation):
            relation = relation.left
        match relation:
            case Call(name=name, arguments=(index,)) if free_variables(index) and name not in known:
                return [Unsettled((name,), lasting=True, span=self._span(draft.place))]
            case _:
                return []


def _families(statement: Statement) -> set[str]:
    """The families of whose elements a statement speaks."""
    return {name for name in called_names(statement) if is_family(name)}
