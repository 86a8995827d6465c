"""What the text has stated of letters that holds for some values only: what follows from it is
claimed under it.

In: the equations and conditions that are stated, one after another. Out: those among them that
speak of the letters of a claim. They hold until their section, proof, example or item ends, or
until a letter of them is introduced anew. A claim has them only where its words draw it from what
stands above, and only if it does not hold by itself (`obligations/drawn.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from shomei.terms.nodes import Connective, Relation, Statement, Variable
from shomei.terms.walk import called_names, free_variables

#: How far the words of a claim reach back: not at all, to the sentence before, to the beginning.
Reach = Literal["", "near", "far"]
#: How many sentences back `near` is.
_NEAR: Final = 1
#: A claim rests on so many, the last ones.
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Premise:
    """A statement, and the number of its sentence. `lasting`: its clause is understood."""

    statement: Statement
    sentence: int
    lasting: bool = True


@dataclass(slots=True)
class Premises:
    """Filled as the article is read."""

    found: list[Premise] = field(default_factory=list)
    #: What is stated under each label: it may be cited for longer.
    tagged: dict[str, tuple[Statement, ...]] = field(default_factory=dict)

    def learn(
        self, statements: Iterable[Statement], sentence: int, *, lasting: bool = True
    ) -> None:
        """These are stated. That a letter is a number is a case, and several alternatives are what
        is found: they are drawn from at once, or not at all. What is said in a clause that is not
        understood does not last: only equations are taken of it, for the next sentence.
        """
        for each in statements:
            if isinstance(each, Connective) or gives_a_value(each):
                continue
            if not lasting and not (isinstance(each, Relation) and each.operator == "="):
                continue
            known = {other.statement: other for other in self.found}
            lasts = lasting or (each in known and known[each].lasting)
            self.found = [other for other in self.found if other.statement != each]
            self.found.append(Premise(each, sentence, lasts))

    def cited(self, labels: Iterable[str]) -> list[Statement]:
        """What was stated under these labels."""
        return [each for label in labels for each in self.tagged.get(label, ())]

    def forget(self, names: Iterable[str]) -> None:
        """These letters are introduced anew: what was stated was said of others."""
        fresh = set(names)
        self.found = [
            each for each in self.found if fresh.isdisjoint(free_variables(each.statement))
        ]
        self.tagged = {
            label: said
            for label, said in self.tagged.items()
            if all(fresh.isdisjoint(free_variables(each)) for each in said)
        }

    def end(self) -> None:
        """The part of the text ends in which they hold."""
        self.found = []

    def of(self, statements: Iterable[Statement], reach: Reach, now: int) -> list[Statement]:
        """What a claim of these letters may be drawn from."""
        if not reach:
            return []
        wanted = {name for each in statements for name in _letters(each)}
        known = [
            each.statement
            for each in self.found
            if (reach == "far" and each.lasting) or each.sentence >= now - _NEAR
        ]
        found: list[Statement] = []
        grew = True
        while grew:
            grew = False
            for each in reversed(known):
                if each not in found and not wanted.isdisjoint(_letters(each)):
                    found.append(each)
                    wanted |= _letters(each)
                    grew = True
        return [each for each in known if each in found][-_MOST:]


def gives_a_value(statement: Statement) -> bool:
    """Whether it says that a letter is a number: of an equation that is only spoken of, that is one
    of several solutions.
    """
    return (
        isinstance(statement, Relation)
        and isinstance(statement.left, Variable)
        and not free_variables(statement.right)
    )


def _letters(statement: Statement) -> set[str]:
    return set(free_variables(statement)) | {f"{name}(" for name in called_names(statement)}
