"""What the text has stated of letters that holds for some values only: what follows from it is
claimed under it.

In: the equations and conditions that are stated, one after another. Out: those among them that
speak of the letters of a claim. They hold until their section, proof, example or item ends, or
until a letter of them is introduced anew. A claim has them only where its words draw it from what
stands above, and only if it does not hold by itself (`obligations/drawn.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Final, Literal, TypeGuard

from shomei.terms.nodes import (
    Connective,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import called_names, free_variables

#: How far the words of a claim reach back: not at all, to the sentence before, to the beginning.
Reach = Literal["", "near", "far"]
#: How many sentences back `near` is.
_NEAR: Final = 1
#: A claim rests on so many, the last ones.
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Premise:
    """A statement, and the number of its sentence. `lasting`: its clause is understood. `names`: of
    which letters it says what they are: of a name for the other side, or of roots. `told`: the text
    says so in words that are understood. `posed`: a task gives it, to whose solution it belongs.
    """

    statement: Statement
    sentence: int
    lasting: bool = True
    names: frozenset[str] = frozenset()
    told: bool = False
    posed: bool = False


@dataclass(slots=True)
class Premises:
    """Filled as the article is read."""

    found: list[Premise] = field(default_factory=list)
    #: The equations of the parts that have ended: a text may still speak of them.
    past: list[Statement] = field(default_factory=list)
    #: What is stated under each label: it may be cited for longer.
    tagged: dict[str, tuple[Statement, ...]] = field(default_factory=dict)

    def learn(
        self,
        statements: Iterable[Statement],
        sentence: int,
        *,
        lasting: bool = True,
        fresh: frozenset[str] = frozenset(),
    ) -> None:
        """These are stated. That a letter is a number is a case, and several alternatives are what
        is found: they are drawn from at once, or not at all. What is said in a clause that is not
        understood does not last: only equations are taken of it, for the next sentence. An equation
        in which a `fresh` letter stands alone on one side says what this is, whatever its clause.
        """
        for each in statements:
            if isinstance(each, Connective) or gives_a_value(each):
                continue
            if not lasting and not is_equation(each):
                continue
            old = next((other for other in self.found if other.statement == each), None)
            lasts = lasting or (old is not None and old.lasting)
            name = named_by(each, fresh)
            names = frozenset((name,)) if name else old.names if old is not None else frozenset()
            self.found = [other for other in self.found if other.statement != each]
            self.found.append(Premise(each, sentence, lasts, names))

    def introduce(
        self, names: Iterable[str], statements: Iterable[Statement], sentence: int
    ) -> None:
        """These letters stand for what the statements say of them from here on."""
        fresh = frozenset(names)
        self.forget(fresh)
        self.found += [Premise(each, sentence, True, fresh, told=True) for each in statements]

    def pose(self, statements: Iterable[Statement], sentence: int) -> None:
        """A task gives these; what another one gave is over."""
        given = tuple(each for each in statements if not gives_a_value(each))
        kept = [each for each in self.found if not each.posed and each.statement not in given]
        self.found = [*kept, *(Premise(each, sentence, posed=True) for each in given)]

    def tells(self, given: Collection[Statement], claims: Iterable[Statement]) -> bool:
        """Whether what is given says what each letter of some claims is."""
        names = {name for each in claims for name in free_variables(each)}
        return bool(names) and names <= self._told(given)

    def about(
        self, given: Collection[Statement], claims: Iterable[Statement]
    ) -> tuple[Statement, ...]:
        """What is given of the letters of such claims, and of no others."""
        letters = self._told(given) | {name for each in claims for name in free_variables(each)}
        return tuple(each for each in given if letters.issuperset(free_variables(each)))

    def _told(self, given: Collection[Statement]) -> set[str]:
        telling = (each.statement for each in self.found if each.told and each.statement in given)
        return {name for each in telling for name in free_variables(each)}

    def cited(self, labels: Iterable[str]) -> list[Statement]:
        """What was stated under these labels."""
        return [each for label in labels for each in self.tagged.get(label, ())]

    def forget(self, names: Iterable[str]) -> None:
        """These letters are introduced anew: what was stated was said of others."""
        fresh = set(names)
        self.found = [
            each for each in self.found if fresh.isdisjoint(free_variables(each.statement))
        ]
        self.past = [each for each in self.past if fresh.isdisjoint(free_variables(each))]
        self.tagged = {
            label: said
            for label, said in self.tagged.items()
            if all(fresh.isdisjoint(free_variables(each)) for each in said)
        }

    def end(self, *, tasks: bool = False) -> None:
        """The part of the text ends in which they hold: but what a task gives is given in all parts
        of its solution, unless `tasks` end as well.
        """
        kept = [each for each in self.found if each.posed and not tasks]
        ended = (each.statement for each in self.found if each not in kept)
        self.past = [*self.past, *filter(is_equation, ended)][-_MOST:]
        self.found = kept

    def of(
        self,
        statements: Iterable[Statement],
        reach: Reach,
        now: int,
        behind: Callable[[Statement], frozenset[str]],
        *,
        solves: bool = False,
    ) -> list[Statement]:
        """What a claim of these letters may be drawn from; what their names stand for always is.
        `behind`: the letters of a statement, and those that its names stand for. `solves`: it may
        belong to the solution of a task.
        """

        def about(statement: Statement) -> set[str]:
            return _letters(statement) | behind(statement)

        wanted = {name for each in statements for name in about(each)}
        names = {each.statement: each.names for each in self.found if each.names}
        known = [
            each.statement
            for each in self.found
            if each.names
            or (each.posed and solves)
            or (reach == "far" and each.lasting)
            or (reach and each.sentence >= now - _NEAR)
        ]
        letters = {each: about(each) for each in known}
        found: list[Statement] = []
        grew = True
        while grew:
            grew = False
            for each in reversed(known):
                if each not in found and not wanted.isdisjoint(names.get(each, letters[each])):
                    found.append(each)
                    wanted |= letters[each]
                    grew = True
        return [each for each in known if each in found][-_MOST:]


def is_equation(statement: Statement) -> TypeGuard[Relation]:
    """Whether a statement is one equation."""
    return isinstance(statement, Relation) and statement.operator == "="


def gives_a_value(statement: Statement) -> bool:
    """Whether it says that a letter is a number: of an equation that is only spoken of, that is one
    of several solutions.
    """
    return (
        isinstance(statement, Relation)
        and isinstance(statement.left, Variable)
        and not free_variables(statement.right)
    )


def named_by(statement: Statement, fresh: frozenset[str]) -> str:
    """The letter among these that an equation gives a name for its other side, a term."""
    match statement:
        case (
            Relation(operator="=", left=Variable(name=name), right=other)
            | Relation(operator="=", left=other, right=Variable(name=name))
        ) if name in fresh and free_variables(other) and name not in free_variables(other):
            return name
        case _:
            return ""


def _letters(statement: Statement) -> set[str]:
    return set(free_variables(statement)) | {f"{name}(" for name in called_names(statement)}
