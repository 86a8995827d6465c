"""What a supposed formula is: a value, a name, a condition, or a claim after all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import Cue
from shomei.parser.article.elements import of_any_element
from shomei.parser.article.formulas import Conditions
from shomei.parser.article.heard import Heard
from shomei.parser.article.memory import Memory
from shomei.parser.article.premises import is_equation
from shomei.parser.ast import Let, Unsettled
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.reason_nodes import DefinitionOf
from shomei.parser.source import Range, Source
from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    BigOperator,
    Constant,
    Expression,
    Membership,
    Number,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import called_names, free_variables

#: What a formula is that says where its letters lie, and that no clause assumes.
WHERE: Final = "it says where its letters lie, and no words that are understood assume it"
#: What a formula is that takes a decimal for a number which it is not exactly.
ROUNDED: Final = "it takes a rounded value for a number"
#: What a clause begins with that says more of what stands before it: `…, where V(0) = 1`.
_WHERE: Final = re.compile(
    rf",\s*(?:{'|'.join(map(re.escape, words('clauses', 'where', spaced=True)))})\Z", re.IGNORECASE
)
_REACH: Final = 40
_LETTERS: Final = re.compile(r"\\[A-Za-z]+|[A-Za-z]")
#: The effects of a sentence that supposes something.
_SUPPOSES: Final = frozenset(("set", "assume", "contrary", "when", "substitute"))


@dataclass(slots=True)
class Suppositions:
    """Takes what sentences suppose."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims

    def read(
        self, heard: Heard, statements: tuple[Statement, ...], cue: Cue, place: Range
    ) -> list[Entry]:
        """Statements that a sentence supposes, each by what it is."""
        self.declarations.see(place, "assumption", "it is a condition of what follows")
        heard.said += statements
        entries: list[Entry] = [*self.memory.names.end(_bounded(statements), place)]
        persistent: list[Statement] = []
        values: list[Statement] = []
        unsettled: list[Statement] = []
        for said in _with_their_number(statements):
            statement = said
            if cue is Cue.SET and not is_equation(said):
                lengths = self.declarations.lengths
                statement = of_any_element(said, heard, self.source, self._spoken(), lengths)
            if self._is_known(statement):
                self.declarations.see(place, "definition", "it gives a name its meaning")
                continue
            self.claims.ties(statement)
            item = self.claims.redefinition(statement) if cue is Cue.SET else None
            if item and not (heard.supposes and self._is_determined(item.name)):
                same = self.claims.names_the_same(item)
                entries += [] if same else self.claims.define(item, None)
            elif cue is Cue.SET and self._persists(statement):
                persistent.append(statement)
            elif isinstance(statement, Relation) and not free_variables(statement):
                entries += self.closed(heard, statement)
            elif cue is Cue.SET and _binds_a_family(statement):
                persistent.append(statement)
            elif is_equation(statement):
                entries += self._given_anew(statement, cue)
                named = self.equation(statement, cue, heard.cited_before, supposes=heard.supposes)
                (values if named else unsettled).append(statement)
            elif cue is Cue.WHEN and not isinstance(statement, Membership):
                self.memory.suppose((statement,))
                unsettled.append(statement)
            else:
                persistent.append(statement)
        if persistent:
            entries += self.claims.assume(tuple(persistent), place)
        if unsettled:
            entries.append(self.unsettled(unsettled, place))
        if values:
            entries.append(self.unsettled(values, place, lasting=True))
        return entries

    def _is_determined(self, name: str) -> bool:
        """Whether a sequence has a formula or a rule: to suppose another one, as an inductive
        hypothesis does, says something of its index, and defines nothing.
        """
        return name in self.declarations.recursive or (
            is_family(name) and name in self.claims.defined
        )

    def _spoken(self) -> frozenset[str]:
        """The letters of which the text has said something."""
        said = self.memory.known | self.claims.declared | self.claims.assumed
        settings = {each.name for each in self.declarations.settings}
        return frozenset(said | self.declarations.renamed | settings)

    def _is_known(self, statement: Statement) -> bool:
        """Whether it says of a name once more what it stands for."""
        return (
            is_equation(statement)
            and isinstance(statement.left, Variable)
            and statement.left.name in self.declarations.renamed
            and self.declarations.value_of(statement.left.name) == statement.right
        )

    def _persists(self, statement: Statement) -> bool:
        """Whether it says more of letters of which the text has said something."""
        return self.declarations.speaks_of_declared(statement) and not _names_a_letter(statement)

    def closed(self, heard: Heard, relation: Relation) -> list[Entry]:
        """`\\lim_{t \\to 0} (1 + t)^{1/t} = e` and `0 = 1`: a relation between numbers is a claim
        whatever the words say, unless they suppose it.
        """
        place = (relation.span.start, relation.span.end)
        if _is_rounded(relation):
            return self.claims.noted(place, "mention", ROUNDED)
        before = self.source.text[: relation.span.start].rstrip("$\\( ")
        if heard.supposes and _WHERE.search(before[-_REACH:]) is None:
            self.claims.contrary = True
            return []
        entries = self.claims.inline(Conditions((relation,), place))
        if Constant("e") in (relation.left, relation.right):
            self.memory.add_reason(DefinitionOf("e", span=relation.span))
        return entries

    def equation(
        self, equation: Relation, cue: Cue, cited_before: int, *, supposes: bool = False
    ) -> bool:
        """`Y = \\frac{1}{h}` as a setting rather than a claim: a value for the variable of a
        formula, a new name, a change of variable, or a condition. Whether it is a name.
        """
        name, value = self._new_name(equation)
        place = (equation.span.start, equation.span.end)
        if name is None:
            self.memory.suppose((equation,), following=cue is not Cue.WHEN)
            self.memory.know(free_variables(equation))
            return False
        cited = self.memory.put_in(name, value, cited_before)
        known = self.declarations.value_of(name) if supposes else None
        if cue is Cue.WHEN or (
            (name in self.memory.known and cue is not Cue.SUBSTITUTE and not cited)
            or (known is not None and free_variables(known) and _says_of_it(name, value))
        ):
            # A variable that the derivation already uses gets no new meaning, so this is a
            # condition.
            self.memory.suppose((equation,), following=cue is not Cue.WHEN)
            if cue is Cue.SET:
                self.claims.gives(equation)
        elif name in self.memory.known and cited:
            pass
        else:
            lasting = cue is Cue.SET and not cited
            self.memory.set(name, value, place, lasting=lasting).cited = cited
            return not cited
        return False

    def _given_anew(self, equation: Relation, cue: Cue) -> list[Let | Unsettled]:
        """`Let $y = x^x$`, in a section that has not spoken of y: what it was above is over. A
        number is its value in one case.
        """
        name, value = self._new_name(equation)
        letters = free_variables(value)
        if name is None or not letters or name in letters:
            return []
        place = (equation.span.start, equation.span.end)
        if cue is Cue.SET:
            return self.memory.begin_anew(name, place)
        return self.memory.names.end((name,), place) if cue is Cue.WHEN else []

    def _new_name(self, equation: Relation) -> tuple[str | None, Expression]:
        """The side of an equation that is a name for the other: a variable, preferably one that the
        derivation does not use yet.
        """
        left, right = equation.left, equation.right
        if isinstance(left, Variable) and isinstance(right, Variable):
            if left.name in self.memory.known and right.name not in self.memory.known:
                return right.name, left
            return left.name, right
        if isinstance(left, Variable):
            return left.name, right
        return (right.name, left) if isinstance(right, Variable) else (None, left)

    def is_spoken_of(self, statements: Sequence[Statement]) -> bool:
        """Whether it is said of all letters of a reason what they are, so that it is a claim; that
        bounds one of them may be another condition.
        """
        names = {name for each in statements for name in free_variables(each)}
        bounds = any(
            isinstance(each, Relation) and Variable in {type(each.left), type(each.right)}
            for each in statements
        )
        known = self.claims.declared | self.declarations.renamed
        return bool(names) and not bounds and names <= known

    def bounds_free(self, statement: Statement) -> bool:
        """Whether a reason only bounds letters of which nothing else is said, as `x > 0` does: then
        it says what they are. Otherwise it is to be shown.
        """
        spoken = self.claims.declared | self.declarations.renamed
        return (
            isinstance(statement, Relation)
            and statement.operator != "="
            and bool(free_variables(statement))
            and spoken.isdisjoint(free_variables(statement))
            and (isinstance(statement.left, Variable) or isinstance(statement.right, Variable))
        )

    def may_give(self, heard: Heard, statements: Sequence[Statement]) -> bool:
        """Whether statements that no clause supposes bound something by numbers in a sentence that
        supposes something else, so that they may be given for longer than that.
        """
        return not _SUPPOSES.isdisjoint(heard.sense.effects.values()) and all(
            isinstance(each, Relation)
            and each.operator != "="
            and Number in {type(each.left), type(each.right)}
            for each in statements
        )

    def not_read(self, heard: Heard, place: Range) -> list[Entry]:
        """A formula that is not read, in a sentence that supposes something: what it says of its
        letters is not known.
        """
        if _SUPPOSES.isdisjoint(heard.sense.effects.values()):
            return []
        names = _LETTERS.findall(self.source.text[slice(*place)])
        letters = tuple(dict.fromkeys(name.removeprefix("\\") for name in names))
        return [Unsettled(letters, span=self.source.span(*place))]

    def measured(
        self, statements: Sequence[Statement], place: Range, *, understood: bool
    ) -> list[Entry]:
        """The bounds of letters that are called quantities of something: nothing more is known of
        what they are. The bounds count only if the clause is `understood`.
        """
        names = tuple(dict.fromkeys(name for each in statements for name in free_variables(each)))
        entries: list[Entry] = []
        if understood:
            entries += self.claims.assume(tuple(statements), place)
        else:
            self.declarations.see(place, "mention", "it says what a letter stands for")
        self.claims.abstract.update(names)
        span = self.source.span(*place)
        return [*entries, Unsettled(names, tuple(statements), lasting=True, span=span)]

    def unsettled(
        self, statements: Sequence[Statement], place: Range, *, lasting: bool = False
    ) -> Unsettled:
        """What is said for a while, and may hold for longer than the claim right after it."""
        return Unsettled((), tuple(statements), lasting, span=self.source.span(*place))


def _with_their_number(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """`A = B = 1` as `A = 1` and `B = 1`, if both sums are of families: that is what is meant, and
    easier to satisfy.
    """
    found: list[Statement] = []
    after: Statement | None = None
    for each in reversed(statements):
        said = each
        if (
            isinstance(each, Relation)
            and isinstance(after, Relation)
            and each.operator == after.operator == "="
            and each.right == after.left
            and _binds_a_family(after)
            and not free_variables(after.right)
        ):
            said = replace(each, right=after.right)
        found.append(said)
        after = said
    return tuple(reversed(found))


def _bounded(statements: Iterable[Statement]) -> Iterator[str]:
    """The letters that statements say to lie somewhere among the numbers, by themselves."""
    for statement in statements:
        match statement:
            case Membership(name=name):
                yield name
            case Relation(operator=operator, left=left, right=right) if operator != "=":
                if len(free_variables(statement)) == 1:
                    yield from (side.name for side in (left, right) if isinstance(side, Variable))
            case _:
                pass


def _is_rounded(relation: Relation) -> bool:
    """Whether a side is a decimal and the other one a number without an exact value, such as a
    root, a logarithm or a quotient: `\\log 2 = 0.3010`.
    """
    sides = relation.left, relation.right
    decimals = [isinstance(each, Number) and each.value.denominator != 1 for each in sides]
    return relation.operator == "=" and any(decimals) and not all(decimals)


def _names_a_letter(statement: Statement) -> bool:
    """Whether it is an equation with a mere letter on a side, which may name the other one."""
    return is_equation(statement) and Variable in {type(statement.left), type(statement.right)}


def _binds_a_family(statement: Statement) -> bool:
    """Whether it is an equation between the sum of a family and a number: `\\sum_i p_i = 1` is no
    name for anything.
    """
    match statement:
        case Relation(operator="=", left=BigOperator() as left, right=right):
            return bool(called_names(left)) and not isinstance(right, Variable)
        case _:
            return False


def _says_of_it(name: str, value: Expression) -> bool:
    """Whether to suppose this value says something of what a name stands for, and is no further
    example: a number, or an inductive hypothesis on the index (`S_n = n^2`).
    """
    letters = set(free_variables(value))
    return not letters or name.partition("_")[2] in letters
