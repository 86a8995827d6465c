"""Walks a document and records what each of its lines owes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from shomei.obligations import assumptions, functions, naming, supersede
from shomei.obligations import scope as scopes
from shomei.obligations.account import accounted
from shomei.obligations.conditional import under_a_condition
from shomei.obligations.course import Course
from shomei.obligations.doubts import about
from shomei.obligations.drawn import owed_or_drawn
from shomei.obligations.indices import with_naturals
from shomei.obligations.model import Assumption, Fact, Obligation, Plan, Schema
from shomei.obligations.reserves import reserved
from shomei.obligations.scope import Change, Scope
from shomei.obligations.size import TooLarge
from shomei.obligations.steps import Step, conclusion, links
from shomei.obligations.theorems import (
    fact,
    formula_scope,
    formula_step,
    restated_scope,
    restated_step,
    schema,
    theorem_scope,
    theorem_step,
)
from shomei.parser.ast import (
    Assume,
    CaseSplit,
    Chain,
    Declare,
    Define,
    Document,
    Formula,
    Item,
    Let,
    LogicChain,
    Noted,
    Part,
    Theorem,
    Therefore,
    Unsettled,
)
from shomei.parser.reason_nodes import Cite
from shomei.terms.diagnostics import Diagnostic, not_checked, not_claimed
from shomei.terms.nodes import Connective, Membership, Statement
from shomei.terms.normal import canonical
from shomei.terms.substitution import Capture
from shomei.terms.walk import map_statement


def build(document: Document) -> Plan:
    """The plan of `document`. Never raises because of anything an author may write: a statement
    that cannot be expressed becomes an obligation with a `problem`.
    """
    builder = _Builder(document)
    builder.finish(builder.walk(document.items, Scope()))
    obligations = tuple(
        each if document.understood else replace(each, tentative=True)
        for each in reserved(builder.obligations, document)
    )
    return Plan(
        obligations,
        tuple(builder.notices),
        tuple(builder.assumptions),
        accounted(document, obligations),
        builder.course.extents(),
    )


class _Builder:
    """Takes the items of a document one by one. `pending` are the theorems whose proof comes later,
    with the scope in which they are stated; `deferred` are the obligations that cite one of those,
    by its label.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.obligations: list[Obligation] = []
        self.notices: list[Diagnostic] = []
        self.assumptions: list[Assumption] = []
        self.schemas: dict[str, Schema] = {}
        self.pending: dict[str, tuple[Theorem, Scope]] = {}
        self.deferred: dict[str, list[tuple[Obligation, Scope]]] = {}
        self.names: set[str] = set()
        #: The parts that are open, by their level, with the scope in which each began.
        self.parts: list[tuple[int, Scope]] = []
        self.course = Course()
        self.infers = not _states_hypotheses(document.items)

    # ----------------------------------------------------------------------------------------------
    # Items

    def walk(self, items: Iterable[Item], scope: Scope) -> Scope:
        """The scope after the items."""
        for item in items:
            scope = self.item(item, scope)
            end = item.span.line, item.span.column
            if not isinstance(item, Part):
                end = item.span.end_line, item.span.end_column
            self.course.reach(end, scope, item)
        return scope

    def item(self, item: Item, scope: Scope) -> Scope:
        scope = with_naturals(item, scope)
        match item:
            case Assume(conditions=conditions, in_prose=in_prose, implied=implied, defines=defines):
                in_prose = in_prose and not defines
                if in_prose and item.span.line:  # in line 0 stands what all texts assume
                    scope = supersede.superseded(conditions, scope)
                origin: Literal["assumed", "inferred"] = "inferred" if implied else "assumed"
                change = assumptions.assumed(
                    conditions, item.span, scope, origin, in_prose=in_prose
                )
                return self.take(change)
            case Let(value=None):
                return self.take(assumptions.declared(item, scope))
            case Let(names=(name, *_), value=value) if value is not None:
                return self.take(naming.renamed(name, value, item.span, scope))
            case Declare():
                return self.take(functions.declared(item, scope))
            case Define(name=name, parameters=(), body=body):
                return self.take(naming.renamed(name, body, item.span, scope))
            case Define():
                return self.take(naming.defined(item, scope))
            case Formula():
                return self.formula(item, scope)
            case Chain() | LogicChain():
                return self.chain(item, scope)
            case Therefore():
                return self.therefore(item, scope)
            case CaseSplit():
                return self.cases(item, scope)
            case Theorem():
                return self.theorem(item, scope)
            case Part():
                return self.part(item, scope)
            case Unsettled(names=names, statements=statements, lasting=lasting):
                return assumptions.doubted(names, statements, scope, lasting=lasting)
            case Noted(role=role, why=why, hint=hint):
                if role in {"goal", "denied", "definition"}:
                    self.notices.append(not_claimed(item.span, why))
                elif role != "assumption":
                    self.notices.append(not_checked(item.span, why, hint=hint or None))
        return scope

    def part(self, item: Part, scope: Scope) -> Scope:
        """Where a part of an article begins or ends: what was in force where it began, and what has
        been proved and defined since.
        """
        while self.parts and self.parts[-1][0] >= item.level:
            scope = assumptions.back_to(self.parts.pop()[1], scope)
        if item.opens:
            self.parts.append((item.level, scope))
        return scope

    def inside(self, items: Iterable[Item], scope: Scope) -> Scope:
        """The scope after the items of a proof or a case, whose parts are its own."""
        parts, self.parts = self.parts, []
        scope = self.walk(items, scope)
        while self.parts:
            scope = assumptions.back_to(self.parts.pop()[1], scope)
        self.parts = parts
        return scope

    def take(self, change: Change) -> Scope:
        self.notices += change.notices
        if change.assumption is not None:
            self.assumptions.append(change.assumption)
        return change.scope

    def chain(self, item: Chain | LogicChain, scope: Scope) -> Scope:
        conditional = under_a_condition(item, scope.domains)
        if conditional is not None:
            condition, claim = conditional
            change = assumptions.assumed((condition,), item.span, scope, in_prose=True)
            inner = self.take(change)
            after = self.chain(claim, inner)
            doubts = after.doubts[len(inner.doubts) :]
            return replace(scope, facts=after.facts, doubts=(*scope.doubts, *doubts))
        made: list[Obligation] = []
        for step in links(item):
            made.append(self.owe(step, scope))
            scope = self.add(made[-1], scope)
        whole = conclusion(item, made)
        if whole is not None:
            scope = self.claim(whole, scope)
        if item.tag and made:
            self.register(item.tag, self.labelled(item.tag) or made[-1])
        return scope

    def therefore(self, item: Therefore, scope: Scope) -> Scope:
        formula = item.span.start, item.statement.span.end
        step = Step(
            item.statement,
            item.span,
            "therefore",
            formula,
            item.reasons,
            tentative=item.tentative,
            conditional=item.conditional,
            given=item.given,
            told=item.told,
        )
        if item.tag is None:
            return self.claim(step, scope)
        if item.tag in self.pending:
            theorem, outer = self.pending.pop(item.tag)
            # The text continues after the derivation: whatever it has defined and assumed since the
            # theorem was stated stays in force.
            proved = self.settle(theorem, scope, outer).facts[-1]
            reasons = item.reasons or (Cite(item.tag),)
            again = replace(step, reasons=reasons, name=f"eq_{item.tag}_again")
            return self.claim(again, replace(scope, facts=(*scope.facts, proved)))
        scope = self.claim(replace(step, name=f"eq_{item.tag}", label=item.tag), scope)
        if (found := self.labelled(item.tag)) is not None:
            self.register(item.tag, found)
        return scope

    def cases(self, item: CaseSplit, scope: Scope) -> Scope:
        """The obligations of each case, then that the cases cover everything, then the statement in
        which they all end.
        """
        results: list[Fact] = []
        for case in item.cases:
            inner = self.take(assumptions.assumed((case.condition,), case.span, scope, "case"))
            self.course.reach((case.span.end_line, case.span.end_column), inner)
            inner = self.inside(case.body, inner)
            if len(inner.facts) > len(scope.facts):
                results.append(inner.facts[-1])
            self.course.reach((0, 0), scope, item)
        name = f"cases_{item.span.line}"
        scope = self.claim(Step(_any_of(item), item.span, "cases", name=name), scope)
        try:
            conditions = tuple(scopes.written_out(case.condition, scope) for case in item.cases)
        except (Capture, TooLarge):
            # The claim that the cases cover everything could not be stated either, and is reported.
            return scope
        ends = {canonical_statement(result.statement) for result in results}
        if len(results) < len(item.cases) or len(ends) > 1:
            why = (
                "the cases do not end in the same statement, so nothing follows from them together"
            )
            self.notices.append(not_checked(item.span, why))
            return scope
        end = Step(results[0].statement, item.cases[-1].span, "cases", about=conditions)
        result = self.owe(end, scope)
        return self.add(replace(result, facts=(*result.facts, *results), cases=conditions), scope)

    # ----------------------------------------------------------------------------------------------
    # Formulas and theorems

    def formula(self, item: Formula, scope: Scope) -> Scope:
        if item.label in self.schemas:
            self.claim(restated_step(item), restated_scope(self.schemas[item.label], scope))
            return scope
        change = assumptions.assumed(item.conditions, item.span, formula_scope(scope))
        if not change.scope.hypotheses:
            change = replace(change, assumption=None)
        own = self.take(change)
        obligation = self.owe(formula_step(item), own)
        self.add(obligation, own)
        self.schemas[item.label] = schema(item.label, obligation)
        return scope

    def theorem(self, item: Theorem, scope: Scope) -> Scope:
        if not item.proof:
            # Stated first, derived later in the text: its theorem comes after its derivation, so
            # that the derivation cannot rest on it.
            self.pending[item.label] = (item, scope)
            return scope
        return self.settle(item, self.inside(item.proof, scope), scope)

    def settle(self, item: Theorem, inner: Scope, outer: Scope) -> Scope:
        """The scope after a theorem whose derivation is complete, including whatever has waited for
        it.
        """
        visible = theorem_scope(inner, outer)
        obligation = self.owe(theorem_step(item), visible)
        self.add(obligation, visible)
        self.schemas[item.label] = schema(item.label, obligation)
        kept = inner.facts if inner.hypotheses == outer.hypotheses else outer.facts
        outer = replace(outer, facts=(*kept, fact(obligation)))
        for waiting, scope in self.deferred.pop(item.label, []):
            redone = replace(
                waiting, schemas=tuple(self.schemas.values()), facts=outer.facts, problem=None
            )
            self.add(redone, scope)
            if redone.label:
                self.pending.pop(redone.label, None)
                self.register(redone.label, redone)
        return outer

    def finish(self, scope: Scope) -> None:
        """Handles whatever is still open at the end of the text."""
        while self.pending:
            theorem, outer = self.pending.pop(next(iter(self.pending)))
            since = {n: d for n, d in scope.definitions.items() if n not in outer.definitions}
            outer = replace(outer, definitions={**outer.definitions, **since})
            settled = self.settle(theorem, replace(outer, facts=scope.facts), outer)
            scope = replace(scope, facts=settled.facts)
        for label, waiting in self.deferred.items():
            why = f"({label}) is cited, but its own proof never comes, or rests on this"
            self.obligations += [replace(obligation, problem=why) for obligation, _ in waiting]

    # ----------------------------------------------------------------------------------------------
    # Obligations

    def claim(self, step: Step, scope: Scope) -> Scope:
        return self.add(self.owe(step, scope), scope)

    def owe(self, step: Step, scope: Scope) -> Obligation:
        return owed_or_drawn(
            step,
            scope,
            tuple(self.schemas.values()),
            name=self.unique(step.name or f"line_{step.line or step.span.line}"),
            infers=self.infers,
            document=self.document,
            earlier=self.obligations,
        )

    def add(self, obligation: Obligation, scope: Scope) -> Scope:
        """The scope after an obligation. The obligation is recorded now or, if it cites a theorem
        that is not proved yet, once that is.
        """
        label = self.unknown_label(obligation)
        if label is not None:
            if label in self.pending and obligation.label != label:
                self.deferred.setdefault(label, []).append((obligation, scope))
                return scope
            why = f"({label}) is not a formula or theorem above"
            obligation = replace(obligation, problem=why)
        self.obligations.append(obligation)
        if obligation.problem is not None:
            return scope
        if obligation.tentative or obligation.conditional:
            # Where it is not verified it may be a condition of what follows.
            doubt = about(obligation.goal, obligation.context, obligation.id)
            scope = replace(scope, doubts=(*scope.doubts, doubt))
        return replace(scope, facts=(*scope.facts, fact(obligation)))

    def unknown_label(self, obligation: Obligation) -> str | None:
        """The first label that a step cites and nothing above has."""
        if obligation.problem is not None:
            return None
        cited = (each.label for each in obligation.reasons if isinstance(each, Cite))
        return next((label for label in cited if label not in self.schemas), None)

    def labelled(self, label: str) -> Obligation | None:
        """The last obligation with this label."""
        return next((each for each in reversed(self.obligations) if each.label == label), None)

    def register(self, label: str, obligation: Obligation) -> None:
        if label not in self.schemas and label not in self.pending:
            self.schemas[label] = schema(label, obligation)

    def unique(self, name: str) -> str:
        name = "".join(
            c if re.match(r"[A-Za-z0-9_]", c) else "_" if c in ".- :" else f"u{ord(c):x}"
            for c in name
        )
        candidate, number = name, 2
        # The further theorems of a step have its name with a suffix. A tag `x_defined` must not
        # take the name of one of (x).
        while not self.names.isdisjoint(_theorem_names(candidate)):
            candidate, number = f"{name}_{number}", number + 1
        self.names.update(_theorem_names(candidate))
        return candidate


def _theorem_names(obligation: str) -> tuple[str, ...]:
    return obligation, f"{obligation}_defined", f"{obligation}_exists"


def _any_of(item: CaseSplit) -> Statement:
    """That one of the cases holds."""
    cover = item.cases[-1].condition
    for case in reversed(item.cases[:-1]):
        cover = Connective("or", case.condition, cover, span=case.condition.span)
    return cover


def canonical_statement(statement: Statement) -> Statement:
    """`statement` with its bound variables numbered. Equal results mean equal statements up to
    bound names.
    """
    return map_statement(statement, canonical)


def _states_hypotheses(items: Iterable[Item]) -> bool:
    """Whether the document states the conditions that its expressions need."""
    for item in items:
        match item:
            case Assume(conditions=conditions, in_prose=False):
                if any(not isinstance(condition, Membership) for condition in conditions):
                    return True
            case Theorem(proof=proof) if _states_hypotheses(proof):
                return True
            case CaseSplit():
                return True
            case _:
                pass
    return False
