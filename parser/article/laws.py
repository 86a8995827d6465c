"""Formulas and theorems of an article: stated, cited, and derived later."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from shomei.parser.article.drafts import Draft
from shomei.parser.article.steps import Steps
from shomei.parser.ast import Chain, Define, Formula, Let, LogicChain, Therefore
from shomei.parser.directives import Entry, Heading, conjunction
from shomei.parser.reason_nodes import Cite, Reason
from shomei.terms.nodes import (
    Call,
    Connective,
    Derivative,
    Limit,
    Node,
    Prime,
    Relation,
    Statement,
)
from shomei.terms.walk import free_variables, subtrees


@dataclass(slots=True)
class Laws(Steps):
    """Knows the tags of the whole article, so that a law stated before its derivation is
    distinguished from a step.
    """

    #: How often each tag is displayed.
    tags: Counter[str] = field(kw_only=True)
    formulas: dict[str, Statement] = field(default_factory=dict)
    open_theorems: set[str] = field(default_factory=set)
    #: Function definitions that carry a tag: citing it cites the definition.
    definitions: dict[str, str] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    #: Whether a step has been displayed: tags before the first step belong to laws.
    started: bool = False
    #: The label of the LaTeX theorem that is being read: what it claims is what its proof is to
    #: show.
    theorem: str | None = None
    #: Whether a theorem has been stated and its proof may follow.
    awaits_proof: bool = False
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

    def define(self, item: Define, tag: str | None) -> list[Entry]:
        """A definition, with what it makes known; a citation of its tag cites it. What is said to
        vanish below it may be of this function.
        """
        entries = self.learn(item)
        self.slopes.clear()
        if tag is not None and item in entries:
            self.seen[tag] += 1
            self.definitions[tag] = item.name
        return entries

    def is_known(self, label: str) -> bool:
        """Whether a reference has a target in this article."""
        return label in self.tags or label in self.declarations.labels

    def is_proved(self, label: str) -> bool:
        """Whether the target of the label is above, as a formula or with its proof."""
        return label in self.declarations.labels and label not in self.open_theorems

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
                for c in self.conditions_on(nodes)
                if not (isinstance(c, Relation) and c.operator == "=")
            )
            _, reasons = self.memory.use([], displayed=True, own_tag=tag)
            return [Formula(tag, draft.statement(), conditions, reasons, span=span)]
        if (
            single
            and not with_limit
            and (law or not self.started or self.tags[tag] > 1)
            and not self.conditions_on(nodes)
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
        conditions = self.conditions_on(nodes)
        lets, _ = self.memory.use(nodes, displayed=True, own_tag=label)
        self._label(label, nodes)
        self.awaits_proof = True
        statement = draft.statement()
        if conditions:
            statement = Connective("implies", conjunction(conditions), statement, span=span)
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
        conditions = self.conditions_on(nodes)
        rests_on = self.open_citations(0)
        lets, reasons = self.memory.use(nodes, displayed=True, own_tag=tag)
        self.memory.note(nodes)
        return self.after(
            rests_on, [*lets, *self._items(draft, conditions, (*reasons, *more), tag)]
        )


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
