"""What the prose has said and no claim has used yet: citations, values of names, conditions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from shomei.parser.article.holding import end_relations
from shomei.parser.article.names import Names
from shomei.parser.ast import Let, Unsettled
from shomei.parser.declarations import Declarations, Setting
from shomei.parser.reason_nodes import Cite, Reason, Substitute
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Expression, Limit, Node, Statement
from shomei.terms.walk import free_variables, subtrees


@dataclass(slots=True)
class Citation:
    """A cited formula, with the values that the text substitutes in it."""

    label: str
    place: Range
    values: dict[str, Expression] = field(default_factory=dict)
    #: Whether a statement inside a sentence has used it; the display that follows still uses it.
    spent: bool = False


@dataclass(slots=True)
class Memory:
    """Filled by sentences, and emptied by the displays that follow them."""

    source: Source
    declarations: Declarations
    citations: list[Citation] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    conditions: list[Statement] = field(default_factory=list)
    #: All that the text has supposed, in order.
    supposed: dict[Statement, None] = field(default_factory=dict)
    #: Those that ended with the sentence above.
    ended: list[Statement] = field(default_factory=list)
    #: Those that hold for all of the display that is being read, or of the one right above.
    held: list[Statement] = field(default_factory=list)
    #: The number of the sentence that is being read, and the last one in which a condition holds.
    sentence: int = 0
    until: dict[Statement, int] = field(default_factory=dict)
    #: The variables of each formula and theorem, by its label, for which a citation may give
    #: values.
    laws: dict[str, frozenset[str]] = field(default_factory=dict)
    #: The variables of the derivation itself, as opposed to those of its formulas.
    known: set[str] = field(default_factory=set)
    #: Where the section begins.
    begins: int = 0
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.source, self.declarations)

    def cite(self, label: str, place: Range) -> None:
        """Records that the text uses a formula."""
        if all(citation.label != label for citation in self.citations):
            self.citations.append(Citation(label, place))

    def add_reason(self, reason: Reason) -> None:
        """Records a reason that is not a citation."""
        if reason not in self.reasons:
            self.reasons.append(reason)

    def put_in(self, name: str, value: Expression, since: int) -> bool:
        """Gives a value for a name to the last of the citations from index `since` on whose law has
        that variable.
        """
        for citation in reversed(self.citations[since:]):
            if name in self.laws.get(citation.label, frozenset()):
                citation.values[name] = value
                return True
        return False

    def set(self, name: str, value: Expression, place: Range, *, lasting: bool = False) -> Setting:
        """Gives a name a value, replacing an earlier value that nothing has used yet. `lasting`:
        for more than the claim after it.
        """
        self.declarations.unset(name)
        setting = Setting(name, value, place, lasting=lasting)
        self.declarations.settings.append(setting)
        self.note([value])
        return setting

    def suppose(self, statements: Iterable[Statement], *, following: int = 0) -> None:
        """Conditions of this sentence, of so many `following` ones, and of the display below."""
        for statement in statements:
            self.supposed[statement] = None
            self.conditions.append(statement)
            self.until[statement] = self.sentence + following

    def end_cases(self, *, opened: bool) -> None:
        """A sentence ends that announces nothing: so do the conditions that are its own, unless the
        next sentence goes on from them, and this one `opened` with them.
        """
        ended = [c for c in self.conditions if self.until.get(c, 0) <= self.sentence]
        self.conditions = [c for c in self.conditions if c not in ended]
        self.ended = ended if opened else []

    def next_sentence(self, *, goes_on: bool) -> None:
        """A sentence begins: conditions of those above it end, unless it goes on from them."""
        self.sentence += 1
        if goes_on:
            self.conditions = list(dict.fromkeys((*self.ended, *self.conditions)))
            self.until.update(
                (each, max(self.sentence, self.until.get(each, 0))) for each in self.conditions
            )
        self.ended, self.held = [], []
        self.conditions = [c for c in self.conditions if self.until.get(c, 0) >= self.sentence]

    def hold(self) -> None:
        """A display begins or goes on: each of its formulas stands under these conditions."""
        self.held = list(self.conditions)

    def end_display(self) -> None:
        """A display ends, and with it its conditions, unless its sentence goes on."""
        self.conditions = []

    def resume(self) -> None:
        """The sentence of the display above goes on, and so do its conditions."""
        self.suppose(self.held, following=1)

    def use(
        self, nodes: list[Node], *, displayed: bool, own_tag: str | None
    ) -> tuple[list[Let], tuple[Reason, ...]]:
        """What a claim of these expressions takes from the memory: the renamings that must precede
        it, and its reasons. A display uses everything up.
        """
        names = {name for node in nodes for name in free_variables(node)}
        limits = {
            part.variable for node in nodes for part in subtrees(node) if isinstance(part, Limit)
        }
        lets: list[Let] = []
        reasons: list[Reason] = []
        for citation in self.citations:
            # A statement inside a sentence uses a citation once, and none if it only mentions a
            # case.
            if citation.label != own_tag and (displayed or not (citation.spent or self.conditions)):
                reasons.append(
                    Cite(
                        citation.label,
                        tuple(citation.values.items()),
                        span=self.source.span(*citation.place),
                    )
                )
                citation.spent = True
        reasons += self.reasons
        for setting in self.declarations.settings:
            if setting.name in limits:
                setting.used = True
                reasons.append(
                    Substitute(setting.name, setting.value, span=self.source.span(*setting.place))
                )
            if (
                setting.name in names or (displayed and not setting.used and not setting.cited)
            ) and not setting.is_let:
                lets.append(self._let(setting))
        if displayed:
            held = self.held
            self.forget()
            self.conditions, self.held = list(held), held
        return lets, tuple(reasons)

    def _let(self, setting: Setting) -> Let:
        setting.used = setting.is_let = True
        self.names.give(setting.name, setting.value, lasting=setting.lasting)
        return Let((setting.name,), None, setting.value, span=self.source.span(*setting.place))

    def given(self, names: Iterable[str], *, lasting: bool = False) -> list[Let]:
        """Those of some names that words have set, and that nothing has used yet; `lasting`: for
        more than the claim after it.
        """
        wanted = set(names)
        settings = self.declarations.settings
        found = [each for each in settings if each.name in wanted and each.lasting >= lasting]
        return [self._let(each) for each in found if not (each.is_let or each.cited)]

    def settle(self) -> list[Let]:
        """The names that a sentence has set beside what it claims, which is over with it."""
        named = [each for each in self.declarations.settings if each.lasting and not each.is_let]
        return [self._let(each) for each in named]

    def forget(self) -> None:
        """Discards what was said for the part above, which does not apply to the one below."""
        self.citations, self.reasons, self.conditions = [], [], []
        self.declarations.settings.clear()
        self.ended, self.held = [], []

    def law_variables(self) -> frozenset[str]:
        """The variables of the laws that are currently cited."""
        return frozenset().union(
            *(self.laws.get(citation.label, frozenset()) for citation in self.citations)
        )

    def know(self, names: Iterable[str]) -> None:
        """The derivation speaks of these letters."""
        for name in names:
            self.known.add(name)
            self.declarations.earlier.discard(name)

    def heading(self, place: Range, level: int, words: str) -> list[Let | Unsettled]:
        """A section begins, with letters of its own."""
        before = frozenset(self.declarations.renamed)
        entries = self.names.heading(place, level, words)
        self.known -= before - self.declarations.renamed
        self.declarations.earlier |= self.known | before
        self.begins = place[0]
        return entries

    def part(self, level: int, place: Range, *, opens: bool, states: bool) -> list[Let | Unsettled]:
        """A smaller part begins or ends, and what it names with it; but what one that `states`
        something names first is so called after it, too.
        """
        before = frozenset(self.declarations.renamed)
        lasting = self.names.part(level, place, self.known if opens and states else None, opens)
        self.known -= before - self.declarations.renamed
        return lasting

    def begin_anew(self, name: str, place: Range, *, told: bool = False) -> list[Let | Unsettled]:
        """The end of what a letter was in the sections above, where this one gives it a value.
        `told`: the text says what it is from here on, so that it is no name of this section either.
        """
        if told and name in self.declarations.renamed:
            self.names.once.add(name)
        if name not in self.declarations.earlier | self.names.kept:
            return []
        entries = self.names.end((name,), place)
        end_relations(self.declarations, place[0], name)
        self.known.discard(name)
        self.declarations.earlier.discard(name)
        for each in (self.conditions, self.held):
            each[:] = [c for c in each if name not in free_variables(c)]
        span = self.source.span(*place)
        return [*entries, Let((name,), "R", span=span, anew=True, in_prose=True)]

    def note(self, nodes: list[Node], besides: frozenset[str] = frozenset()) -> None:
        """Records variables of the derivation."""
        for node in nodes:
            self.know(
                name
                for name in free_variables(node)
                if name not in self.declarations.renamed and name not in besides
            )
