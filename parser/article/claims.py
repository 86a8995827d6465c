"""Turns statements of an article into items: a formula, a theorem whose proof comes later, a step,
a restatement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from shomei.parser.article.drafts import Draft, bounds_a_letter, drafts_of
from shomei.parser.article.formulas import Conditions, Stated
from shomei.parser.article.laws import Laws
from shomei.parser.article.quantities import Given, given_by, says_more
from shomei.parser.ast import Define, Let, Unsettled
from shomei.parser.directives import Entry
from shomei.parser.notation import RelationLink
from shomei.parser.quantities import unnamed_in
from shomei.parser.reason_nodes import Cite
from shomei.parser.source import Range
from shomei.terms.functions import is_family
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Call,
    Derivative,
    Expression,
    Prime,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.walk import free_variables, is_numeral


@dataclass(slots=True)
class Claims(Laws):
    """Takes the claims of displays and sentences, one by one."""

    last_term: Expression | None = None
    #: The last terms of the chains of the display that begin with a derivative.
    derivatives: list[Expression] = field(default_factory=list)
    #: Whether what is read now holds under a condition of its own, so that it names nothing.
    conditioned: bool = False
    #: Whether it is said to hold for some numbers only.
    exists: bool = False
    #: Whether it says `:=`, and claims nothing.
    assigned: bool = False
    #: Whether a sign such as `\\approx` stands before it in its chain.
    loose: bool = False
    #: Whether it stands in a clause by itself, where it is claimed if it is no name.
    bare: bool = False
    #: Whether no word before it describes it; then a relation between numbers is claimed.
    alone: bool = False
    #: Whether the words before it call it a probability, so that it names one.
    measured: bool = False
    #: Whether its sentence may only announce it.
    announced: bool = False
    #: Whether its sentence goes on from the one before it: `Then …`.
    follows: bool = False
    #: Whether it is drawn from what is stated above it.
    drawn: bool = False
    #: Whether the words before it speak of another line, which has its own y.
    line: bool = False

    def displayed(self, draft: Draft, *, law: bool) -> list[Entry]:
        """The items of a displayed claim; `law`: the words before it call it a formula or
        theorem.
        """
        doubted = self.tentative and not self.certain
        if (other := self.piece(draft) or self.another(draft, doubted)) is not None:
            self.last_term = None
            self.memory.forget()
            return other
        known = self.theorem is not None or self.conditioned
        if not known and (given := self._quantity(draft)) is not None:
            return [*self._solution(draft), *given]
        if (why := self.strange(draft.nodes())) is not None:
            self.name_strange(draft, why)
            self.last_term = None
            self.memory.forget()
            return self.noted(draft.place, "beyond", why)
        tag = draft.tag
        nodes = draft.nodes()
        self.look_at(nodes)
        self.last_term = draft.links[-1][0].right if draft.links else None
        if self.last_term is not None and isinstance(draft.first, Derivative | Prime):
            self.derivatives.append(self.last_term)
        solution, zero = self._solution(draft), self._zero(draft)
        if self.theorem is not None and not _names_an_element(draft):
            return self._theorem(draft, nodes, tag or self.theorem)
        if (named := self.naming(draft)) is not None:
            return [*(solution or zero), *named]
        if zero and len(draft.links) == 1 and not (self.posed or self.conditions_on(nodes)):
            return zero
        if self.assigned:
            return self._unnamed(draft)
        closed = not any(free_variables(node) for node in nodes)
        doubted = self.tentative and not (self.certain or self.loose)
        if doubted and (closed or (not self.exists and self._between_known(draft))):
            self.tentative = False
        if tag is not None:
            self.seen[tag] += 1
            if self.seen[tag] == 1 and tag not in self.declarations.labels:
                return self._first_with_tag(draft, tag, nodes, law=law)
            if tag in self.open_theorems:
                return self._restated_theorem(draft, tag, nodes)
            if tag in self.formulas:
                return self._restated_formula(draft, tag, nodes)
            return self._step(
                draft, nodes, more=(Cite(tag, span=self._span(draft.place)),), tag=None
            )
        return self._step(draft, nodes, tag=None)

    def _unnamed(self, draft: Draft) -> list[Entry]:
        """`x := 2`, which is no claim: what it gives another value is not known from here on."""
        if isinstance(draft.first, Variable):
            line = self.source.cells.told(self.source.span(*draft.place).line)
            self.beyond[draft.first.name] = f"its declaration in line {line} is not read"
        self.last_term = None
        why = "`:=` gives a name, and claims nothing"
        return self.noted(draft.place, "definition", why)

    def naming(self, draft: Draft) -> list[Entry] | None:
        """`A = \\pi r^2`, with a letter that nothing has spoken of: a name for the other side. What
        a chain says further of that side is claimed.
        """
        if not self.conditioned and (quantity := self._quantity(draft)) is not None:
            return quantity
        if (
            self.conditioned
            or not draft.links
            or draft.logic
            or not isinstance(draft.first, Variable)
        ):
            return None
        name, (link, _) = draft.first.name, draft.links[0]
        another = self.line and name in self.declarations.renamed
        if (
            link.operator != "="
            or not (another or self._is_free(name, link.right))
            or name in self.declarations.functions
            or name in free_variables(link.right)
            or is_numeral(link.right)
            or isinstance(link.right, Variable)
            or (not another and self.declarations.is_set(name))
            or self.declarations.language is None
        ):
            return None
        span = self.source.span(draft.first.span.start, link.right.span.end)
        names = self.memory.names
        entries: list[Entry] = []
        if another:
            entries += [*self._met(name, link.right, span), *names.drop((name,), draft.place)]
            self.declarations.unset(name)
        # What its sentence names before it (`p = \\sigma(z)` とすると) stands in what it names.
        entries += self.memory.given(free_variables(link.right), lasting=True)
        self.memory.note([link.right])
        if name in names.kept and not free_variables(link.right):
            # a value in an example, as is what is said from there on
            entries += names.end(names.kept, draft.place)
            why = "a value that a name of a section above has in one case"
            entries += self.noted((span.start, span.end), "mention", why)
        else:
            entries += names.end((name,), draft.place)
            self.memory.know((name,))
            names.give(name, link.right)
            entries.append(Let((name,), None, link.right, span=span))
            self.slopes = [each for each in self.slopes if each.function]
        if len(draft.links) > 1:
            rest = replace(draft, first=link.right, links=draft.links[1:])
            entries += self.displayed(rest, law=False)
        else:
            self.last_term = link.right
        return entries

    def _met(self, name: str, value: Expression, span: Span) -> list[Entry]:
        """What is said of letters where a curve meets another one, of which the text may speak."""
        before = self.declarations.value_of(name)
        if before is None:
            return []
        return [Unsettled((), (Relation("=", before, value, span=span),), True, span=span)]

    def _quantity(self, draft: Draft) -> list[Entry] | None:
        """`P(A \\mid B) = \\frac{1}{2} = …`, the first time: what it is equal to is its value."""
        known = self.declarations
        if self.announced:
            return None
        given = given_by(draft, known, self.memory.names.kept)
        supposed = {name for each in self.memory.conditions for name in free_variables(each)}
        if (
            given is None
            or not supposed.isdisjoint(unnamed_in(draft.nodes(), known))
            or known.language is None
            or self.strange([given.value]) is not None
        ):
            return None
        span = self.source.span(draft.nodes()[0].span.start, given.said.span.end)
        entries: list[Entry] = [*self.memory.given(free_variables(given.value), lasting=True)]
        self.memory.note([given.value])
        entries += self.memory.names.drop(given.ended, draft.place)
        if given.parameters:
            entries += self._family_of(given, span)
        else:
            entries += self.memory.names.end((given.name,), draft.place)
            self.memory.know((given.name,))
            self.memory.names.give(given.name, given.value)
            entries.append(Let((given.name,), None, given.value, span=span))
        self.last_term = given.said
        if len(draft.links) > 1:
            rest = replace(draft, first=given.said, links=draft.links[1:])
            entries += self.displayed(rest, law=False)
        return entries

    def _family_of(self, given: Given, span: Span) -> list[Entry]:
        """The definition of a family of quantities, `E[X_i] = …`."""
        self.declarations.functions[given.name] = given.parameters
        self.declarations.explicit.add(given.name)
        entries = self.define(Define(given.name, given.parameters, given.value, span=span), None)
        limits = (c for c in self.memory.conditions if set(given.parameters) & {*free_variables(c)})
        if found := tuple(limits):
            self.restricted[given.name] = (given.parameters, found)
        return entries

    def begin_names(self, names: Sequence[str], place: Range) -> list[Let | Unsettled]:
        """`z = wx + b, \\quad p = \\sigma(z)` is a list of names where one of the letters is new:
        then none of them is what it was in the sections above.
        """
        known = self.memory.known | self.declarations.renamed | set(self.declarations.functions)
        if known.issuperset(names):
            return []
        return [entry for name in names for entry in self.memory.begin_anew(name, place)]

    def _is_free(self, name: str, value: Expression) -> bool:
        """Whether a letter may become a name for this: nothing has spoken of it, or it is a name of
        a section above that stands for something else there.
        """
        if name in self.memory.names.kept:
            before = Define(name, (), self.declarations.values[name], span=value.span)
            return not self.says_the_same(before, (), value)
        return name not in self.memory.known and name not in self.declarations.renamed

    def _between_known(self, draft: Draft) -> bool:
        """Whether a claim is one between terms of letters that are all spoken of above, and neither
        side is a mere letter or number.
        """
        names = {name for node in draft.nodes() for name in free_variables(node)}
        sides = [draft.first, *(link.right for link, _ in draft.links)]
        return (
            bool(draft.links)
            and names <= self.memory.known
            and all(not isinstance(side, Variable) and free_variables(side) for side in sides)
        )

    def inline(self, reading: Stated | Conditions) -> list[Entry]:
        """A statement in a sentence: a separate step."""
        entries: list[Entry] = []
        drafts = drafts_of(reading)
        tentative = self.unclear = self.tentative
        for draft in drafts:
            self.tentative = tentative
            nodes = draft.nodes()
            if self.theorem is None and (given := self._quantity(draft)) is not None:
                entries += given
                continue
            naming = not self.tentative or (self.measured and not self.announced)
            zero = self._zero(draft)
            if naming and (named := self.naming(draft)) is not None:
                entries += [*zero, *named]
                continue
            if (
                zero
                and len(draft.links) == 1
                and not (self.posed or (self.drawn and self._is_to_be_solved()))
            ):
                entries += zero
                continue
            about = any(map(self.declarations.speaks_of_declared, nodes))
            closed = not any(map(free_variables, nodes)) and (
                all(map(self.speaks_of_known, nodes)) if about else self.alone
            )
            if self._is_range(draft):
                self.tentative = self.tentative or self._between_free(draft)
            else:
                self.tentative |= self.bare and not (
                    closed or (self._between_known(draft) and not self._may_define(draft))
                )
            doubted = self.tentative or not self.follows
            if (other := self.piece(draft) or self.another(draft, doubted)) is not None:
                entries += other
                continue
            if (why := self.strange(nodes)) is not None:
                self.name_strange(draft, why)
                entries += self.noted(draft.place, "beyond", why)
                continue
            if not draft.links and not isinstance(draft.first, Statement):
                continue
            unclear = tentative or (self.tentative and bounds_a_letter(draft))
            if self.theorem is not None and not unclear:
                entries += self._theorem(draft, nodes, draft.tag or self.theorem)
                continue
            if (law := self._cited_law(draft)) is not None:
                entries.append(self._again(law, draft))
                continue
            conditions = self.conditions_on(nodes)
            self.look_at(nodes)
            # An instance of a cited law is about the variables of the law, not of the derivation.
            self.memory.note(nodes, besides=self.memory.law_variables())
            lets, reasons = self.memory.use(nodes, displayed=False, own_tag=None)
            entries += [*lets, *self._items(draft, conditions, reasons, draft.tag)]
        self.unclear = True
        return entries

    def _is_to_be_solved(self) -> bool:
        """Whether an equation is stated that is more than what a derivative is."""
        return any(
            not (
                isinstance(each, Relation)
                and isinstance(each.left, Prime | Derivative)
                and each.right != ZERO
            )
            for each in self.stated
        )

    def quantities(self, reading: Stated | Conditions, before: str) -> list[Entry] | None:
        """What a formula says that quantities are, which a sentence supposes for more than itself:
        `a coin with P(H) = \\frac{1}{3}`. `before` are the words before it, unless these suppose
        it for long; None for anything else.
        """
        if before and not says_more(before):
            return None
        kept = self.memory.names.kept
        if not all(given_by(each, self.declarations, kept) for each in drafts_of(reading)):
            return None
        return self.inline(reading)

    def _may_define(self, draft: Draft) -> bool:
        """Whether it may say what another function of a name is, in the case that is put, since no
        words conclude it: `for a = 1 look at f(x) = x^3`.
        """
        return (
            not self.concluded
            and isinstance(draft.first, Call)
            and any(isinstance(each, Variable) for each in draft.first.arguments)
            and self.in_one_case(draft.first)
        )

    def _is_range(self, draft: Draft) -> bool:
        """Whether a claim says between what something lies: `0 < r < 1`."""
        return len(draft.links) > 1 and all(link.operator != "=" for link, _ in draft.links)

    def _between_free(self, draft: Draft) -> bool:
        """Whether what lies between is a mere letter of which nothing is assumed, as in `the range
        of r is 0 < r < 1`, or stands in a clause by itself and has letters that are new: that says
        which numbers are meant.
        """
        for link, _ in draft.links[:-1]:
            names = set(free_variables(link.right))
            if self._is_mere_element(link.right):
                return True
            if isinstance(link.right, Variable):
                names -= self.assumed | self.declarations.renamed
            elif self.bare:
                names -= self.memory.known
            else:
                continue
            if names:
                return True
        return False

    def _is_mere_element(self, term: Expression) -> bool:
        """Whether a term is an element of a sequence of which no formula is known."""
        known = self.declarations.explicit | self.declarations.recursive
        return isinstance(term, Call) and is_family(term.name) and term.name not in known

    def arrow(self, left: Expression, right: Expression, place: Range) -> list[Entry]:
        """`A \\to B`, one term replaced by the other, claims that they are equal; what tends to a
        value, or a letter that is replaced, equals nothing.
        """
        if isinstance(left, Variable) or not (free_variables(left) and free_variables(right)):
            return self.noted(place, "mention", "an arrow claims no equality")
        link = RelationLink("=", right, right.span)
        draft = Draft(left, [(link, ())], [], None, place)
        if (why := self.strange(draft.nodes())) is not None:
            return self.noted(place, "beyond", why)
        lets, _ = self.memory.use(draft.nodes(), displayed=False, own_tag=None)
        conditions = self.conditions_on(draft.nodes())
        tentative, self.tentative = self.tentative, True  # it may also be a limit, or a map
        entries = [*lets, *self._items(draft, conditions, (), None)]
        self.tentative = tentative
        return entries


def _names_an_element(draft: Draft) -> bool:
    """Whether a claim begins with a letter with an index: `every firm makes $q_n = …`. Even in a
    theorem that names its other side where nothing has spoken of it.
    """
    return isinstance(draft.first, Variable) and "_" in draft.first.name
