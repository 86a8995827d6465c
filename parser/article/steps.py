"""The steps that a claim makes, under the conditions that hold for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from shomei.operations.letters import plain_letter
from shomei.parser.article.drafts import Draft, gives_an_element, recurs
from shomei.parser.article.relevance import distinct, share
from shomei.parser.article.stating import Stating, relations
from shomei.parser.article.vanishing import Vanishing, slope_of
from shomei.parser.ast import Chain, Link, LogicChain, LogicLink, Therefore, Unsettled
from shomei.parser.directives import Entry, conjunction
from shomei.parser.quantities import unnamed_in
from shomei.parser.reason_nodes import Reason
from shomei.parser.source import Range
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Connective,
    Expression,
    Membership,
    Node,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, map_statement, subtrees


@dataclass(slots=True)
class Steps(Stating):
    """Takes what the words around a claim make of it."""

    #: The derivatives that the section gives.
    slopes: list[Vanishing] = field(default_factory=list)
    #: What the sentence says to vanish at the place that is given next.
    vanishing: tuple[Vanishing, ...] = ()

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

    def _unnamed_quantities(self, draft: Draft) -> list[Entry]:
        """Quantities of which the text has not said what they are: it may know more of them."""
        names = unnamed_in(draft.nodes(), self.declarations)
        return [Unsettled(names, lasting=True, span=self._span(draft.place))] if names else []

    def _items(
        self,
        draft: Draft,
        conditions: tuple[Statement, ...],
        reasons: tuple[Reason, ...],
        tag: str | None,
    ) -> list[Entry]:
        others = tuple(each for each in conditions if each not in self.stated)
        if others != conditions and not self._is_drawn(draft):
            conditions = others
        given = self._given(draft, conditions, reasons)
        told = set(conditions) <= set(self.stated) and self.premises.tells(given, relations(draft))
        if told:
            self.by_law = False
            self.tentative = self.tentative and self.unclear
            given = self.premises.about(given, relations(draft))
        unknown = self.unknown_sequence(draft) if gives_an_element(draft) else []
        steps = [
            replace(each, given=given, told=told)
            if isinstance(each, Chain | LogicChain | Therefore)
            else each
            for each in self._steps(draft, conditions, reasons, tag)
        ]
        return [
            *self._unnamed_quantities(draft),
            *self._counting(draft.nodes(), draft.place),
            *([each for step in steps for each in _unsure(step)] if self.contrary else steps),
            *unknown,
        ]

    def _steps(
        self,
        draft: Draft,
        conditions: tuple[Statement, ...],
        reasons: tuple[Reason, ...],
        tag: str | None,
    ) -> list[Entry]:
        others = tuple(each for each in conditions if each not in self.stated)
        apart = None if conditions else self._as_equation(draft)
        if apart is not None:
            return [each for part in apart for each in self._steps(part, (), reasons, part.tag)]
        self._note_stated(draft, others, drawn=others != conditions)
        if (slope := slope_of(draft)) is not None:
            self.slopes.append(slope)
        span = self._span(draft.place)
        known = self._is_known_family(draft, claims=self.certain or self.concluded)
        gives = gives_an_element(draft) and not known
        drawn = others != conditions
        lawful = self.by_law and any(map(free_variables, relations(draft)[:1]))
        tentative = self.tentative or gives or lawful or recurs(draft)
        chooses = isinstance(draft.first, Connective) and draft.first.operator == "or"
        conditional = self.conditional or gives or chooses or self._may_be_sought(draft, others)
        if isinstance(draft.first, Statement):
            if conditions:
                step = self._under(conditions, draft.statement(), reasons, tag, span)
                return [replace(step, conditional=chooses or drawn)]
            if draft.logic:
                links = tuple(
                    replace(link, reasons=distinct(link.reasons, reasons)) for link in draft.logic
                )
                return [LogicChain(draft.first, links, tag, span=span, tentative=tentative)]
            alone = Therefore(draft.first, tag, distinct(draft.reasons, reasons), span=span)
            return [replace(alone, tentative=tentative, conditional=conditional)]
        shared = share(reasons, draft.first, [link.right for link, _ in draft.links])
        links_ = tuple(
            Link(link.operator, link.right, distinct(own, given), span=link.span)
            for (link, own), given in zip(draft.links, shared, strict=True)
        )
        whole = Chain(draft.first, links_, tag, span=span)
        whole = replace(whole, tentative=tentative, conditional=conditional or drawn)
        return self._each_under(conditions, draft, whole) if conditions else [whole]

    def _each_under(
        self, conditions: tuple[Statement, ...], draft: Draft, chain: Chain
    ) -> list[Entry]:
        """The links of a draft's chain as steps of their own, under the conditions about their
        letters: each is an implication then, which it makes no sense to chain.
        """
        made = draft.relations()
        ranges = all(relation.operator != "=" for relation in made)
        entries: list[Entry] = []
        for index, (relation, link) in enumerate(zip(made, chain.links, strict=True)):
            tag = chain.tag if index == len(made) - 1 else None
            needed = self.among((relation,), conditions)
            span = chain.span if len(made) == 1 else relation.span
            if needed:
                step = self._under(needed, relation, link.reasons, tag, span)
                entries.append(replace(step, conditional=chain.conditional))
            else:
                links = (replace(link, span=relation.span),)
                alone = replace(chain, first=relation.left, links=links, tag=tag, span=span)
                tentative = chain.tentative and (index == 0 or ranges)
                entries.append(replace(alone, tentative=tentative))
        return entries

    def _is_drawn(self, draft: Draft) -> bool:
        """Whether a claim that is drawn from equations says which numbers solve them, or what
        follows for a value or for their letters; another one is claimed for all numbers.
        """
        if isinstance(draft.first, Relation):
            return self._has_sought_form(draft.first.left, draft.first.right)
        if isinstance(draft.first, Connective) and not draft.logic:
            return draft.first.operator == "or" and not _is_granted(draft.first, self.stated)
        if not isinstance(draft.first, Expression) or not draft.links:
            return False
        goes_on = any(
            isinstance(each, Relation) and each.right is draft.first for each in self.stated
        )
        given = {
            name
            for each in self.stated
            if isinstance(each, Relation) and not self._has_sought_form(each.left, each.right)
            for name in free_variables(each)
        }
        names = {name for node in draft.nodes() for name in free_variables(node)}
        return not goes_on and (
            self._has_sought_form(draft.first, draft.links[-1][0].right)
            or (len(draft.links) == 1 and names <= given)
        )

    def _as_equation(self, draft: Draft) -> tuple[Draft, Draft] | None:
        """`x^2 - x - 2 = (x - 2)(x + 1) = 0` as an identity and an equation to be solved."""
        if len(draft.links) < 2 or any(link.operator != "=" for link, _ in draft.links):
            return None
        *before, (last, reasons) = draft.links
        term = before[-1][0].right
        equation = Draft(term, [(last, reasons)], [], draft.tag, draft.place)
        if (
            free_variables(last.right)
            or isinstance(draft.first, Variable)
            or not all(map(free_variables, (draft.first, *(link.right for link, _ in before))))
            or not self._may_be_sought(equation, ())
        ):
            return None
        span = self.source.span(term.span.start, last.right.span.end)
        identity = replace(draft, links=before, tag=None, place=(draft.place[0], term.span.end))
        return identity, replace(equation, place=(span.start, span.end))

    def _solution(self, draft: Draft) -> list[Entry]:
        """`\\hat w = …` where an equation for w is solved: it is claimed of what solves it."""
        solution = draft.first
        if not isinstance(solution, Variable) or (name := plain_letter(solution.name)) == (
            solution.name
        ):
            return []
        values = {name: solution}
        given = [
            map_statement(each, lambda term: substitute(term, values))
            for each in self.memory.conditions
            if isinstance(each, Relation) and each.operator == "=" and name in free_variables(each)
        ]
        if not given or name in self._valued():
            return []
        others = [each for each in self.memory.conditions if name not in free_variables(each)]
        statement = draft.statement()
        step = self._under((*given, *others), statement, (), None, self._span(draft.place))
        return [replace(step, conditional=True)]

    def _zero(self, draft: Draft) -> list[Entry]:
        """`x_0 = F` where a term is said to vanish there: it is claimed that it does, and that F is
        positive if it is the positive one.
        """
        if not (isinstance(draft.first, Variable) and draft.links and not draft.logic):
            return []
        link, _ = draft.links[0]
        if link.operator != "=":
            return []
        span = self._span(draft.place)
        for each in self.vanishing:
            claim = each.at(draft.first.name, link.right)
            if claim is None:
                continue
            if self.positive:
                positive = Relation(">", link.right, ZERO, span=span)
                claim = Connective("and", claim, positive, span=span)
            # what the letter is may be meant further on
            said = Relation("=", draft.first, link.right, span=span)
            return [
                Therefore(claim, None, (), span=span, tentative=True),
                Unsettled((), (said,), True, span=span),
            ]
        return []

    def _under(
        self,
        conditions: tuple[Statement, ...],
        statement: Statement,
        reasons: tuple[Reason, ...],
        tag: str | None,
        span: Span,
    ) -> LogicChain:
        return LogicChain(
            conjunction(conditions),
            (LogicLink("implies", statement, reasons, span=span, in_prose=True),),
            tag,
            span=span,
            tentative=self.tentative,
        )


def _is_granted(choice: Statement, stated: Sequence[Statement]) -> bool:
    """Whether one of several alternatives is what was stated: then the others say nothing."""
    if isinstance(choice, Connective) and choice.operator == "or":
        return _is_granted(choice.left, stated) or _is_granted(choice.right, stated)
    return choice in stated


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
