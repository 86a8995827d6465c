"""Turns statements of an article into items: a formula, a theorem whose proof comes later, a step,
a restatement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final, cast

from shomei.operations.letters import plain_letter
from shomei.parser.article.formulas import Conditions, Stated, statements_of
from shomei.parser.article.meanings import Meanings
from shomei.parser.article.memory import Memory
from shomei.parser.article.recursions import (
    SOME_INDICES,
    NotForAll,
    is_restricted,
    range_of,
)
from shomei.parser.article.relevance import distinct, share
from shomei.parser.article.restated import says_the_same
from shomei.parser.ast import (
    Assume,
    Chain,
    Cite,
    Define,
    Formula,
    Let,
    Link,
    LogicChain,
    LogicLink,
    Noted,
    Reason,
    Therefore,
    Unsettled,
)
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry, Heading
from shomei.parser.errors import OtherThings, SyntaxProblem
from shomei.parser.notation import RelationChain, RelationLink
from shomei.parser.notation.signs import Signs
from shomei.parser.sequences import announces_recursion, read_recursion
from shomei.parser.source import Range, Source
from shomei.terms import recurrence
from shomei.terms.functions import ANY, is_family
from shomei.terms.indices import counting
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Call,
    Connective,
    Constant,
    Derivative,
    Expression,
    ForAll,
    Limit,
    Membership,
    Negation,
    Node,
    Number,
    NumberSet,
    Power,
    Prime,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.recurrence import elements
from shomei.terms.relations import holds_between
from shomei.terms.roles import Role
from shomei.terms.walk import called_names, free_variables, is_numeral, subtrees


@dataclass(slots=True)
class Draft:
    """A claim that is read but not yet placed: a chain of terms (`links`) or of statements
    (`logic`), each link with its own reasons.
    """

    first: Expression | Statement
    links: list[tuple[RelationLink, tuple[Reason, ...]]]
    logic: list[LogicLink]
    tag: str | None
    place: Range
    #: Of a single statement.
    reasons: tuple[Reason, ...] = ()

    def nodes(self) -> list[Node]:
        """Every expression and statement of the claim."""
        return [
            self.first,
            *(link.right for link, _ in self.links),
            *(link.right for link in self.logic),
        ]

    def statement(self) -> Statement:
        """The claim as one statement, if it is a single relation or statement; of a chain of
        statements, the last.
        """
        if isinstance(self.first, Statement):
            joined = self.first
            for link in self.logic:
                joined = Connective(link.operator, joined, link.right, span=self.first.span)
            return joined
        return self._chain().statement()

    def relations(self) -> tuple[Relation, ...]:
        """The relations of a chain of terms."""
        return self._chain().relations()

    def statement_first(self) -> Statement:
        """What a chain of statements begins with."""
        if isinstance(self.first, Statement):
            return self.first
        return self._chain().statement()

    def _chain(self) -> RelationChain:
        first = cast("Expression", self.first)
        return RelationChain(first, tuple(link for link, _ in self.links), first.span)


@dataclass(slots=True)
class Claims:
    """Knows the tags of the whole article, so that a law stated before its derivation is
    distinguished from a step.
    """

    source: Source
    declarations: Declarations
    memory: Memory
    #: How often each tag is displayed.
    tags: Counter[str]
    formulas: dict[str, Statement] = field(default_factory=dict)
    open_theorems: set[str] = field(default_factory=set)
    #: Function definitions that carry a tag: citing it cites the definition.
    definitions: dict[str, str] = field(default_factory=dict)
    #: The latest definition of each function.
    defined: dict[str, Define] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    #: Whether a step has been displayed: tags before the first step belong to laws.
    started: bool = False
    last_term: Expression | None = None
    #: The label of the LaTeX theorem that is being read: what it claims is what its proof is to
    #: show.
    theorem: str | None = None
    #: Whether a theorem has been stated and its proof may follow.
    awaits_proof: bool = False
    #: Whether what is read now may be a definition or a condition, and no claim.
    tentative: bool = False
    certain: bool = False
    #: Whether it may be an equation to be solved, unless it holds for all numbers or for none.
    conditional: bool = False
    #: Whether what is read now holds under a condition of its own, so that it names nothing.
    conditioned: bool = False
    #: Whether it says `:=`, and claims nothing.
    assigned: bool = False
    #: Whether a sign such as `\\approx` stands before it in its chain.
    loose: bool = False
    #: Whether it stands in a clause by itself, where it is claimed if it is no name.
    bare: bool = False
    #: Whether no word before it describes it; then a relation between numbers is claimed.
    alone: bool = False
    #: Whether the contrary is supposed, under which anything may be claimed.
    contrary: bool = False
    #: Whether its sentence goes on from the one before it: `Then …`.
    follows: bool = False
    #: The letters of which something is assumed.
    assumed: set[str] = field(default_factory=set)
    #: The letters of which it is said what numbers they are.
    declared: set[str] = field(default_factory=set)
    #: Letters that are said to be functions, of which nothing more is known.
    abstract: set[str] = field(default_factory=set)
    #: Functions that are defined under conditions on their parameters.
    restricted: dict[str, tuple[tuple[str, ...], tuple[Statement, ...]]] = field(
        default_factory=dict
    )
    #: The letters that bound sums and the like.
    counting: set[str] = field(default_factory=set)
    meanings: Meanings = field(default_factory=Meanings)
    #: Letters that stand for what the language does not have, and what that is.
    beyond: dict[str, str] = field(default_factory=dict)

    #: The first elements of a sequence whose recursion follows.
    elements: list[Statement] = field(default_factory=list)
    #: Statements before a theorem's derivation that rest on the theorem, by its label: they are
    #: checked after the derivation.
    postponed: dict[str, list[Entry]] = field(default_factory=dict)

    def open_citations(self, since: int) -> list[str]:
        """The theorems that are cited, from the memory's citation `since` on, and not derived
        yet.
        """
        return [
            citation.label
            for citation in self.memory.citations[since:]
            if citation.label in self.open_theorems
        ]

    def after(self, labels: list[str], entries: list[Entry]) -> list[Entry]:
        """The entries that can be placed here; steps that rest on a theorem among `labels` wait for
        its derivation.
        """
        if not labels:
            return entries
        waiting = [
            entry
            for entry in entries
            if isinstance(entry, Chain | LogicChain | Therefore)
            or (isinstance(entry, Let) and entry.value is not None)
        ]
        self.postponed.setdefault(labels[-1], []).extend(waiting)
        return [entry for entry in entries if entry not in waiting]

    def is_known(self, label: str) -> bool:
        """Whether a reference has a target in this article."""
        return label in self.tags or label in self.declarations.labels

    def is_proved(self, label: str) -> bool:
        """Whether the target of the label is above, as a formula or with its proof."""
        return label in self.declarations.labels and label not in self.open_theorems

    # ----------------------------------------------------------------------------------------------
    # Claims in displays

    def displayed(self, draft: Draft, *, law: bool) -> list[Entry]:
        """The items of a displayed claim; `law`: the words before it call it a formula or
        theorem.
        """
        doubted = self.tentative and not self.certain
        if (other := self.piece(draft) or self._another(draft, doubted)) is not None:
            self.last_term = None
            self.memory.forget()
            return other
        if (why := self.strange(draft.nodes())) is not None:
            self._name_strange(draft, why)
            self.last_term = None
            self.memory.forget()
            return self.noted(draft.place, "beyond", why)
        tag = draft.tag
        nodes = draft.nodes()
        self.last_term = draft.links[-1][0].right if draft.links else None
        if self.theorem is not None:
            return self._theorem(draft, nodes, tag or self.theorem)
        if (named := self.naming(draft)) is not None:
            return named
        if self.assigned:
            return self._unnamed(draft)
        closed = not any(free_variables(node) for node in nodes)
        doubted = self.tentative and not (self.certain or self.loose)
        if doubted and (closed or self._between_known(draft)):
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
        if (
            self.conditioned
            or not draft.links
            or draft.logic
            or not isinstance(draft.first, Variable)
        ):
            return None
        name, (link, _) = draft.first.name, draft.links[0]
        if (
            link.operator != "="
            or name in self.memory.known
            or name in self.declarations.renamed
            or name in self.declarations.functions
            or name in free_variables(link.right)
            or is_numeral(link.right)
            or isinstance(link.right, Variable)
            or any(setting.name == name for setting in self.declarations.settings)
            or self.declarations.language is None
        ):
            return None
        span = self.source.span(draft.first.span.start, link.right.span.end)
        self.memory.note([link.right])
        self.memory.known.add(name)
        self.declarations.give(name, link.right)
        entries: list[Entry] = [Let((name,), None, link.right, span=span)]
        if len(draft.links) > 1:
            rest = replace(draft, first=link.right, links=draft.links[1:])
            entries += self.displayed(rest, law=False)
        else:
            self.last_term = link.right
        return entries

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

    def _first_with_tag(
        self, draft: Draft, tag: str, nodes: list[Node], *, law: bool
    ) -> list[Entry]:
        single = len(draft.links) <= 1
        parts = [part for node in nodes for part in subtrees(node)]
        of_functions = any(isinstance(part, Call | Prime | Derivative) for part in parts)
        with_limit = any(isinstance(part, Limit) for part in parts)
        renamed = any(
            name in self.declarations.renamed for node in nodes for name in free_variables(node)
        )
        span = self._span(draft.place)
        if single and not of_functions and not renamed and (law or not self.started):
            self.formulas[tag] = draft.statement()
            self._label(tag, nodes)
            conditions = tuple(
                c
                for c in self.memory.conditions_on(nodes)
                if not (isinstance(c, Relation) and c.operator == "=")
            )
            _, reasons = self.memory.use([], displayed=True, own_tag=tag)
            return [Formula(tag, draft.statement(), conditions, reasons, span=span)]
        if (
            single
            and not with_limit
            and (law or not self.started or self.tags[tag] > 1)
            and not self.memory.conditions_on(nodes)
        ):
            lets, _ = self.memory.use(nodes, displayed=True, own_tag=tag)
            self.open_theorems.add(tag)
            self._label(tag, nodes)
            self.memory.note(nodes)
            return [*lets, Heading(tag, draft.statement(), span)]
        entries = self._step(draft, nodes, tag=tag)
        self._label(tag, nodes)
        return entries

    def _theorem(self, draft: Draft, nodes: list[Node], label: str) -> list[Entry]:
        """The claim of a theorem. A second claim of the same theorem gets its own label."""
        span = self._span(draft.place)
        label = label or f"line {self.source.cells.told(span.line)}"
        if label in self.declarations.labels:
            label = f"{label}, line {self.source.cells.told(span.line)}"
        conditions = self.memory.conditions_on(nodes)
        lets, _ = self.memory.use(nodes, displayed=True, own_tag=label)
        self._label(label, nodes)
        self.awaits_proof = True
        statement = draft.statement()
        if conditions:
            statement = Connective("implies", _conjunction(conditions), statement, span=span)
        return [*lets, Heading(label, statement, span, in_prose=bool(conditions))]

    def _label(self, tag: str, nodes: list[Node]) -> None:
        self.declarations.labels.add(tag)
        self.memory.laws[tag] = frozenset(name for node in nodes for name in free_variables(node))

    def _restated_theorem(self, draft: Draft, tag: str, nodes: list[Node]) -> list[Entry]:
        lets, reasons = self.memory.use(nodes, displayed=True, own_tag=tag)
        self.open_theorems.discard(tag)
        return [
            *lets,
            Therefore(draft.statement(), tag, reasons, span=self._span(draft.place)),
            *self.postponed.pop(tag, []),
        ]

    def _restated_formula(self, draft: Draft, tag: str, nodes: list[Node]) -> list[Entry]:
        """A repeated formula: the claim cites it, and so does the next claim of the text."""
        lets, _ = self.memory.use(nodes, displayed=True, own_tag=tag)
        self.memory.cite(tag, draft.place)
        return [*lets, self._again(tag, draft)]

    def _again(self, tag: str, draft: Draft) -> Formula | Therefore:
        """A claim that cites a formula: the formula itself, repeated for its own variables, or an
        instance of it.
        """
        span = self._span(draft.place)
        reasons = (Cite(tag, span=span),)
        statement = draft.statement()
        if _same_law(statement, self.formulas[tag]):
            return Formula(tag, statement, (), reasons, span=span)
        return Therefore(statement, tag, reasons, span=span)

    def _cited_law(self, draft: Draft) -> str | None:
        """The formula that the text cites and the claim repeats."""
        if len(draft.links) != 1 and not isinstance(draft.first, Relation):
            return None
        statement = draft.statement()
        labels = (citation.label for citation in self.memory.citations)
        return next(
            (
                label
                for label in labels
                if label in self.formulas and _same_law(statement, self.formulas[label])
            ),
            None,
        )

    def _step(
        self, draft: Draft, nodes: list[Node], *, tag: str | None, more: tuple[Reason, ...] = ()
    ) -> list[Entry]:
        self.started = True
        conditions = self.memory.conditions_on(nodes)
        rests_on = self.open_citations(0)
        lets, reasons = self.memory.use(nodes, displayed=True, own_tag=tag)
        self.memory.note(nodes)
        return self.after(
            rests_on, [*lets, *self._items(draft, conditions, (*reasons, *more), tag)]
        )

    # ----------------------------------------------------------------------------------------------
    # Claims in sentences

    def inline(self, reading: Stated | Conditions) -> list[Entry]:
        """A statement in a sentence: a separate step."""
        entries: list[Entry] = []
        drafts = (
            [draft_of(reading)]
            if isinstance(reading, Stated)
            else [
                Draft(each, [], [], None, (each.span.start, each.span.end))
                for each in reading.statements
            ]
        )
        tentative = self.tentative
        for draft in drafts:
            self.tentative = tentative
            nodes = draft.nodes()
            if (
                self.theorem is None
                and not self.tentative
                and (named := self.naming(draft)) is not None
            ):
                entries += named
                continue
            closed = self.alone and not any(free_variables(node) for node in nodes)
            if self._is_range(draft):
                self.tentative = self.tentative or self._between_free(draft)
            else:
                self.tentative |= self.bare and not closed and not self._between_known(draft)
            doubted = self.tentative or not self.follows
            if (other := self.piece(draft) or self._another(draft, doubted)) is not None:
                entries += other
                continue
            if (why := self.strange(nodes)) is not None:
                self._name_strange(draft, why)
                entries += self.noted(draft.place, "beyond", why)
                continue
            if not draft.links and not isinstance(draft.first, Statement):
                continue
            if self.theorem is not None and not (self.tentative and _bounds_a_letter(draft)):
                entries += self._theorem(draft, nodes, draft.tag or self.theorem)
                continue
            if (law := self._cited_law(draft)) is not None:
                entries.append(self._again(law, draft))
                continue
            conditions = self.memory.conditions_on(nodes)
            # An instance of a cited law is about the variables of the law, not of the derivation.
            self.memory.note(nodes, besides=self.memory.law_variables())
            lets, reasons = self.memory.use(nodes, displayed=False, own_tag=None)
            entries += [*lets, *self._items(draft, conditions, reasons, draft.tag)]
        return entries

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
            if isinstance(link.right, Variable):
                names -= self.assumed | self.declarations.renamed
            elif self.bare:
                names -= self.memory.known
            else:
                continue
            if names:
                return True
        return False

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
        conditions = self.memory.conditions_on(draft.nodes())
        tentative, self.tentative = self.tentative, True  # it may also be a limit, or a map
        entries = [*lets, *self._items(draft, conditions, (), None)]
        self.tentative = tentative
        return entries

    # ----------------------------------------------------------------------------------------------
    # Items

    def _counting(self, nodes: list[Node], place: Range) -> list[Entry]:
        """Letters that count (the bounds of sums, what factorials are of) may be natural numbers
        wherever the text goes on to speak of them.
        """
        found: dict[str, None] = {}
        for node in nodes:
            for part in subtrees(node):
                match part:
                    case BigOperator(lower=lower, upper=upper):
                        found.update(
                            dict.fromkeys((*free_variables(lower), *free_variables(upper)))
                        )
                    case Apply(operation="factorial" | "binomial"):
                        found.update(dict.fromkeys(free_variables(part)))
        names = [name for name in found if name not in self.declared | self.counting]
        if not names:
            return []
        self.counting.update(names)
        span = self._span(place)
        ranges = tuple(Membership(name, "N+", span=span) for name in names)
        return [Unsettled((), ranges, True, span=span)]

    def _items(
        self,
        draft: Draft,
        conditions: tuple[Statement, ...],
        reasons: tuple[Reason, ...],
        tag: str | None,
    ) -> list[Entry]:
        steps = self._steps(draft, conditions, reasons, tag)
        return [
            *self._counting(draft.nodes(), draft.place),
            *([each for step in steps for each in _unsure(step)] if self.contrary else steps),
        ]

    def _steps(
        self,
        draft: Draft,
        conditions: tuple[Statement, ...],
        reasons: tuple[Reason, ...],
        tag: str | None,
    ) -> list[Entry]:
        span = self._span(draft.place)
        gives = _gives_an_element(draft) and not self._is_recursive(draft)
        tentative = self.tentative or gives
        conditional = self.conditional or gives or self._may_be_sought(draft, conditions)
        if isinstance(draft.first, Statement):
            if conditions:
                return [self._under(conditions, draft.statement(), reasons, tag, span)]
            if draft.logic:
                links = tuple(
                    replace(link, reasons=distinct(link.reasons, reasons)) for link in draft.logic
                )
                return [LogicChain(draft.first, links, tag, span=span, tentative=tentative)]
            reasons = distinct(draft.reasons, reasons)
            return [
                Therefore(
                    draft.first,
                    tag,
                    reasons,
                    span=span,
                    tentative=tentative,
                    conditional=conditional,
                )
            ]
        if not conditions:
            shared = share(reasons, draft.first, [link.right for link, _ in draft.links])
            links_ = tuple(
                Link(link.operator, link.right, distinct(own, given), span=link.span)
                for (link, own), given in zip(draft.links, shared, strict=True)
            )
            return [
                Chain(
                    draft.first,
                    links_,
                    tag,
                    span=span,
                    tentative=tentative,
                    conditional=conditional,
                )
            ]
        # Under a condition each link is an implication, which it makes no sense to chain.
        relations = RelationChain(
            draft.first, tuple(link for link, _ in draft.links), draft.first.span
        ).relations()
        shared = share(reasons, draft.first, [link.right for link, _ in draft.links])
        ranges = all(relation.operator != "=" for relation in relations)
        entries: list[Entry] = []
        for index, (relation, (_, own), given) in enumerate(
            zip(relations, draft.links, shared, strict=True)
        ):
            last = index == len(relations) - 1
            names = set(free_variables(relation))
            needed = tuple(
                condition for condition in conditions if names & set(free_variables(condition))
            )
            here = span if len(relations) == 1 else relation.span
            if needed:
                entries.append(
                    replace(
                        self._under(
                            needed, relation, distinct(own, given), tag if last else None, here
                        ),
                        conditional=conditional,
                    )
                )
            else:
                link = Link(
                    relation.operator, relation.right, distinct(own, given), span=relation.span
                )
                entries.append(
                    Chain(
                        relation.left,
                        (link,),
                        tag if last else None,
                        span=here,
                        tentative=tentative and (index == 0 or ranges),
                        conditional=conditional,
                    )
                )
        return entries

    def _is_recursive(self, draft: Draft) -> bool:
        """Whether a claim is about a sequence that is given by a recursion above."""
        return not self.declarations.recursive.isdisjoint(
            name for node in draft.nodes() for name in called_names(node)
        )

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
        given where the words set it (`sets`), and otherwise claimed.
        """
        if statements and all(map(self._begins_a_sequence, statements)):
            self.elements += statements
            self.declarations.see(place, "definition", "it gives the first element of a sequence")
            return []
        before, self.elements = tuple(self.elements), []
        if not any(map(elements, (*before, *statements))) and not (
            sets
            and self.declarations.recursive.isdisjoint(
                name for each in statements for name in called_names(each)
            )
        ):
            return None
        try:
            first = self._first_index((*before, *statements))
        except NotForAll:
            first_known = self.declarations.first
            if recurrence.given((*before, *statements), first_known, (), least) is None:
                return None
            names = {name for each in (*before, *statements) for name in called_names(each)}
            self.beyond.update(dict.fromkeys(names, SOME_INDICES))
            return self.noted(place, "beyond", SOME_INDICES)
        items = read_recursion(
            (*before, *statements),
            self.declarations,
            self._span(place),
            least=least if first is None else first,
            in_prose=True,
        )
        if items is None:
            return None
        self.declarations.see(place, "definition", "it gives a sequence")
        return list(items)

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
            every, least = range_of(self.source.text, places, letter)
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

    def _may_be_sought(self, draft: Draft, conditions: tuple[Statement, ...]) -> bool:
        """Whether a claim has the form of an equation to be solved, or of a condition: a letter or
        a number on one side, and letters of which nothing says what numbers they are.
        """
        match draft:
            case Draft(first=Relation(left=left, right=right), logic=[]):
                pass
            case Draft(first=left, links=[(RelationLink(right=right), _)]) if isinstance(
                left, Expression
            ):
                pass
            case _:
                return False
        given = self.declared | {name for each in conditions for name in free_variables(each)}
        names = set(free_variables(left)) | set(free_variables(right))
        if names <= given | self.declarations.renamed:
            return False
        differentiated = any(
            isinstance(part, Derivative | Prime)
            for side in (left, right)
            for part in subtrees(side)
        )
        return any(
            side == Number(Fraction(0))
            or (not free_variables(side) and not differentiated)
            or (
                isinstance(side, Variable)
                and side.name not in self.declarations.renamed
                and not differentiated
            )
            for side in (left, right)
        )

    def _under(
        self,
        conditions: tuple[Statement, ...],
        statement: Statement,
        reasons: tuple[Reason, ...],
        tag: str | None,
        span: Span,
    ) -> LogicChain:
        return LogicChain(
            _conjunction(conditions),
            (LogicLink("implies", statement, reasons, span=span, in_prose=True),),
            tag,
            span=span,
            tentative=self.tentative,
        )

    def define(self, item: Define, tag: str | None) -> list[Entry]:
        """A definition, with what it makes known."""
        self.beyond.pop(item.name, None)
        if self.declarations.language is None:
            self.beyond[item.name] = "its definition is in words that are not read"
            place = (item.span.start, item.span.end)
            return self.noted(place, "mention", "a definition, if the words say so")
        if (why := self.strange([item.body], item.parameters)) is not None:
            self.beyond[item.name] = why
            place = (item.span.start, item.span.end)
            return self.noted(place, "beyond", why)
        if tag is not None:
            self.seen[tag] += 1
            self.definitions[tag] = item.name
        self.defined[item.name] = item
        self.abstract.discard(item.name)
        self.restricted.pop(item.name, None)
        self.memory.note([item.body])
        self.memory.known.update(item.parameters)
        return [item]

    def redefinition(self, statement: Statement) -> Define | None:
        """`f(x) = …` where the words let f be this: it displaces the definition before."""
        match statement:
            case Relation(operator="=", left=Call(name=name, arguments=arguments), right=body):
                parameters = tuple(each.name for each in arguments if isinstance(each, Variable))
                if (
                    len(parameters) == len(set(parameters)) == len(arguments)
                    and name not in called_names(body)
                    and self.declarations.functions.get(name) is not None
                ):
                    return Define(name, parameters, body, span=statement.span)
        return None

    def _name_strange(self, draft: Draft, why: str) -> None:
        """A letter that is equal to something strange is strange itself."""
        match draft:
            case Draft(first=Variable(name=name)) if draft.links:
                self.beyond.setdefault(name, why)
            case Draft(first=Relation(operator="=", left=Variable(name=name))):
                self.beyond.setdefault(name, why)

    def constant_called(self, place: Range) -> list[Entry] | None:
        """`e(x) = …`: e is a function, and no number."""
        called = _CONSTANT_CALLED.match(self.source.text[slice(*place)])
        if called is None:
            return None
        name = called.group(1).removeprefix("\\")
        self.beyond[name] = "another meaning of this letter"
        return self.noted(place, "mention", self.beyond[name])

    def piece(self, draft: Draft) -> list[Entry] | None:
        """`f(x) = …` again, of a function that is defined under a condition: a further piece, with
        which it is not known as a whole.
        """
        if (called := self.constant_called(draft.place)) is not None:
            return called
        signs = {link.operator for link, _ in draft.links} & set(self.meanings.operators)
        if signs:
            return self.noted(draft.place, "beyond", self.meanings.operators[min(signs)])
        match draft:
            case Draft(first=Call() as call) if draft.links:
                pass
            case Draft(first=Relation(operator="=", left=Call() as call), links=[]):
                pass
            case _:
                return None
        if call.name not in self.restricted or call.arguments != tuple(
            map(Variable, self.restricted[call.name][0])
        ):
            return None
        why = f"{call.name} is defined in pieces"
        self.beyond[call.name] = why
        return self.noted(draft.place, "definition", why)

    def _another(self, draft: Draft, doubted: bool) -> list[Entry] | None:
        """`f(x) = …` again with another formula, where the words do not claim it: a function of the
        same name, or a further example. What f is from there on is not known.
        """
        match draft:
            case Draft(
                first=Call() as call, links=[(RelationLink(operator="=", right=body), _), *_]
            ):
                pass
            case Draft(first=Relation(operator="=", left=Call() as call, right=body), logic=[]):
                pass
            case _:
                return None
        known = self.defined.get(call.name)
        names = tuple(each.name for each in call.arguments if isinstance(each, Variable))
        if (
            not doubted
            or known is None
            or not len(set(names)) == len(names) == len(call.arguments)
            or call.name in called_names(body)
            or not self.declarations.recursive.isdisjoint(called_names(known.body))
            or says_the_same(known, names, body)
        ):
            return None
        why = f"another formula for {call.name} is in line {known.span.line}"
        del self.defined[call.name]
        self.declarations.functions.pop(call.name, None)
        self.beyond[call.name] = f"which {call.name} is meant is not said"
        return self.noted(draft.place, "mention", why)

    def strange(self, nodes: list[Node], besides: tuple[str, ...] = ()) -> str | None:
        """What the language does not have of what these expressions speak of."""
        ends = [(node.span.start, node.span.end) for node in nodes]
        text = self.source.text[min(ends)[0] : max(end for _, end in ends)] if ends else ""
        if (why := self.meanings.strange(nodes, text)) is not None:
            return why
        for node in nodes:
            for part in subtrees(node):
                if (
                    isinstance(part, Variable | Call | Prime | Constant)
                    and (name := self._strange_name(part.name)) is not None
                    and part.name not in besides
                ):
                    return self.beyond[name]
                if _is_imaginary(part):
                    return "complex numbers"
                if isinstance(part, Derivative) and part.variable in self._valued():
                    return f"{part.variable} has a value here"
                if isinstance(part, Call) and not self._is_in_domain(part):
                    return f"{part.name} is defined under a condition"
        return None

    def _valued(self) -> set[str]:
        """The letters that stand for a value."""
        settings = {setting.name for setting in self.declarations.settings}
        return self.declarations.renamed | settings

    def _is_in_domain(self, call: Call) -> bool:
        """Whether a function is called where its definition says what it is, as far as that is
        seen: at its own parameters, or at numbers that satisfy the conditions.
        """
        if call.name not in self.restricted:
            return True
        parameters, conditions = self.restricted[call.name]
        if call.arguments == tuple(map(Variable, parameters)):
            return True
        values = dict(zip(parameters, map(_number, call.arguments), strict=False))
        return all(_satisfies(condition, values) for condition in conditions)

    def _strange_name(self, name: str) -> str | None:
        """The name itself or its plain letter, whichever stands for what the language has not."""
        return next((each for each in (name, plain_letter(name)) if each in self.beyond), None)

    def assume(self, statements: tuple[Statement, ...], place: Range) -> list[Entry]:
        """Conditions that hold from here on; memberships declare what a variable ranges over."""
        span = self._span(place)
        typed: dict[NumberSet, list[str]] = {}
        conditions: list[Statement] = []
        for statement in statements:
            if isinstance(statement, Membership):
                typed.setdefault(statement.domain, []).append(statement.name)
            elif ANY in free_variables(statement):
                # of functions without their argument
                conditions.append(ForAll((ANY,), statement, span=statement.span))
            else:
                conditions.append(statement)
        self.memory.note(list(statements))
        self.assumed.update(name for each in conditions for name in free_variables(each))
        self.declared.update(name for each in statements for name in free_variables(each))
        lets = [
            Let(tuple(names), domain, span=span, in_prose=True) for domain, names in typed.items()
        ]
        return [
            *lets,
            *([Assume(tuple(conditions), span=span, in_prose=True)] if conditions else []),
        ]

    def noted(self, place: Range, role: Role, why: str) -> list[Entry]:
        """A formula that is displayed or stated but not checked."""
        text = self.source.text[place[0] : place[1]].strip()
        return [Noted(text, role, why, span=self._span(place))]

    def unread(self, place: Range, problem: SyntaxProblem) -> list[Entry]:
        """A formula that cannot be read, and why. Its definitions do not count, and a continuation
        of it is not read either.
        """
        if isinstance(problem, OtherThings):
            noted = self.noted(place, "beyond", problem.things)
        else:
            noted = self.noted(place, "unread", problem.message)
        text = self.source.text[slice(*place)]
        self.undeclared(text, place)
        return [*noted, *self.families(text, place)]

    def families(self, text: str, place: Range) -> list[Entry]:
        """The sequences of a formula that is not read, of which it may say something; and the
        letters with an index that it may define.
        """
        names = [name for match in _INDEXED.finditer(text) for name in match.groups() if name]
        if match := _DEFINES_INDEXED.match(text):
            names.append(match.group(1))
        letters = dict.fromkeys(f"{name.removeprefix(chr(92))}_" for name in names)
        return [Unsettled(tuple(letters), lasting=True, span=self._span(place))] if letters else []

    def undeclared(self, text: str, place: Range) -> None:
        """What a formula that is not read seems to declare is not known from here on."""
        line = self.source.cells.told(self.source.span(*place).line)
        why = f"its declaration in line {line} is not read"
        if match := _RANGES.match(text):
            self.beyond.update(dict.fromkeys(re.findall(r"\\?[A-Za-z]+", match.group(1)), why))
        if match := _DEFINES.match(text):
            self.beyond[match.group(1).removeprefix("\\")] = why

    def _span(self, place: Range) -> Span:
        return self.source.span(*place)


#: `u, v \\in …` and `f(x) = …`, whatever comes after.
_RANGES: Final = re.compile(
    r"[$\s(\[]*(?:\\[(\[])?\s*(\\?[A-Za-z]+(?:\s*,\s*\\?[A-Za-z]+)*)\s*(?:\\in(?![A-Za-z])|∈)"
)
_DEFINES: Final = re.compile(
    r"[$\s&]*(?:\\[(\[])?(?:\\[a-z]+(?=\s)|\\begin\{[a-z*]+\}|[\s&])*(\\?[A-Za-z]+)\s*(?:\([^()=]*\))?\s*&?\s*(?::|\\coloneqq)?="
)


#: Letters whose index holds a letter: `a_n`, `b_{k+1}`, `\\lambda_i`.
_INDEXED: Final = re.compile(
    r"(?<![A-Za-z\\])([A-Za-z]|\\(?!(?:sum|prod|int|lim|max|min|sup|inf|log)_)[A-Za-z]+)_(?:[a-z](?![A-Za-z])|\{[^{}]*(?<![A-Za-z\\])[a-z](?![A-Za-z])[^{}]*\})"
)
_DEFINES_INDEXED: Final = re.compile(
    r"[$\s&]*(?:\\[(\[])?(?:\\[a-z]+(?=\s)|\\begin\{[a-z*]+\}|[\s&])*"
    r"(\\?[A-Za-z]+)_(?:\w|\\[A-Za-z]+|\{[^{}]*\})\s*&?\s*(?::|\\coloneqq)?="
)


def _number(term: Expression) -> Fraction | None:
    match term:
        case Number(value=value):
            return value
        case Negation(operand=Number(value=value)):
            return -value
        case _:
            return None


def _satisfies(condition: Statement, values: Mapping[str, Fraction | None]) -> bool:
    """Whether numbers are seen to satisfy a condition."""
    if not isinstance(condition, Relation):
        return False
    sides = [
        values.get(side.name) if isinstance(side, Variable) else _number(side)
        for side in (condition.left, condition.right)
    ]
    if sides[0] is None or sides[1] is None:
        return False
    return holds_between(sides[0], condition.operator, sides[1])


def _unsure(step: Entry) -> Iterator[Entry]:
    """A claim of which no link is certain."""
    match step:
        case Chain(first=first, links=links):
            for link in links:
                yield replace(step, first=first, links=(link,), tag=None, tentative=True)
                first = link.right
        case LogicChain() | Therefore():
            yield replace(step, tentative=True)
        case _:
            yield step


_CONSTANT_CALLED: Final = re.compile(
    r"[\s$&]*(?:\\[(\[])?\s*(e|\\pi)\s*\(\s*[A-Za-z]\s*\)\s*&?\s*="
)


def _bounds_a_letter(draft: Draft) -> bool:
    """Whether a draft compares a mere letter with a number: `(a > 0)` behind a law."""
    match draft:
        case Draft(first=Relation() as relation, links=[], logic=[]):
            operator, sides = relation.operator, (relation.left, relation.right)
        case Draft(first=Variable() | Number() as left, links=[(link, _)], logic=[]):
            operator, sides = link.operator, (left, link.right)
        case _:
            return False
    letters = [side for side in sides if isinstance(side, Variable)]
    others = [side for side in sides if not free_variables(side)]
    return operator != "=" and len(letters) == len(others) == 1


def _gives_an_element(draft: Draft) -> bool:
    """Whether it begins with what an element of a family is equal to: that may say what the family
    is, by values or by a recursion.
    """
    match draft:
        case Draft(first=Call(name=name), links=[(RelationLink(operator="="), _), *_]):
            return is_family(name)
        case Draft(first=Relation(operator="=", left=Call(name=name)), logic=[]):
            return is_family(name)
        case _:
            return False


def _is_imaginary(part: Node) -> bool:
    """`e^{i …}`, or the root of a negative number."""
    match part:
        case Power(base=Constant(name="e"), exponent=exponent):
            return "i" in free_variables(exponent) and "i" not in counting(exponent)
        case Apply(operation="sqrt", arguments=(Negation(operand=Number()), *_)):
            return True
        case _:
            return False


def _conjunction(conditions: tuple[Statement, ...]) -> Statement:
    joined = conditions[0]
    for condition in conditions[1:]:
        joined = Connective("and", joined, condition, span=condition.span)
    return joined


def _same_law(statement: Statement, law: Statement) -> bool:
    """Whether `statement` is `law` itself, or with the sides of its equation exchanged."""
    if statement == law:
        return True
    if (
        isinstance(statement, Relation)
        and isinstance(law, Relation)
        and statement.operator == law.operator == "="
    ):
        return (statement.left, statement.right) == (law.right, law.left)
    return False


def draft_of(reading: Stated) -> Draft:
    """A draft of the statement of one formula."""
    opening = reading.opening
    logic = [LogicLink(link.operator, link.right, span=link.span) for link in opening.logic]
    if isinstance(opening.first, RelationChain):
        return Draft(
            opening.first.first,
            [(link, ()) for link in opening.first.links],
            logic,
            opening.tag,
            reading.place,
        )
    return Draft(opening.first, [], logic, opening.tag, reading.place)


def joined_drafts(signs: Signs, upper: Draft, lower: Draft) -> Iterator[Draft]:
    """The claims that say what two others say, which were read with the upper and with the lower
    signs: one for each relation of a chain. Raises where they do not say whether both hold.
    """
    if upper.logic or not upper.links:
        one, other = upper.statement_first(), lower.statement_first()
        first = signs.statement(one, other, alternatives=bool(upper.logic))
        logic = [
            replace(link, right=signs.statement(link.right, below.right, alternatives=True))
            for link, below in zip(upper.logic, lower.logic, strict=True)
        ]
        yield Draft(first, [], logic, upper.tag, upper.place)
        return
    pairs = zip(upper.relations(), lower.relations(), upper.links, strict=True)
    for one, other, link in pairs:
        tag = upper.tag if link is upper.links[-1] else None
        place = upper.place if len(upper.links) == 1 else (one.span.start, one.span.end)
        if one == other:
            yield Draft(one.left, [link], [], tag, place)
        else:
            yield Draft(signs.relation(one, other), [], [], tag, place, reasons=link[1])


__all__ = ["Claims", "Draft", "draft_of", "joined_drafts", "statements_of"]
