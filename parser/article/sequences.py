"""Sequences that an article gives by a recursion and first elements."""

from __future__ import annotations

from dataclasses import dataclass, field

from shomei.parser.article.drafts import Draft
from shomei.parser.article.recursions import (
    SOME_INDICES,
    NotForAll,
    is_restricted,
    range_of,
    sentence_end,
)
from shomei.parser.article.redefined import Redefinitions
from shomei.parser.directives import Entry
from shomei.parser.sequences import announces_recursion, first_index_in, read_recursion
from shomei.parser.source import Range
from shomei.terms import recurrence
from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    Call,
    Integral,
    Limit,
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
        given where the words set it (`sets`), or where elements are given above and no words draw
        it, and otherwise claimed.
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
            (sets or self._goes_on(statements))
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
        names = {name for each in whole for name in elements(each)}
        for name in names & self.beyond.keys():
            del self.beyond[name]
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
        return announces_recursion(self.source.text, statement.span.end, name)

    def _is_known_family(self, draft: Draft) -> bool:
        """Whether a claim is about a sequence that is given above by a recursion, or by a formula
        into which numbers can be put.
        """
        names = {name for node in draft.nodes() for name in called_names(node)}
        explicit = self.declarations.explicit & self.defined.keys() & names
        return not self.declarations.recursive.isdisjoint(names) or any(
            not any(
                isinstance(part, Integral | Limit) for part in subtrees(self.defined[name].body)
            )
            for name in explicit
        )


def _families(statement: Statement) -> set[str]:
    """The families of whose elements a statement speaks."""
    return {name for name in called_names(statement) if is_family(name)}
