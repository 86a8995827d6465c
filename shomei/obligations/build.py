"""Walks a document and writes down what each of its lines owes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from shomei.obligations.definedness import statement_conditions
from shomei.obligations.domain import infer
from shomei.obligations.exponents import with_reciprocals
from shomei.obligations.model import (
    Assumption,
    Condition,
    Context,
    Fact,
    Hypothesis,
    Notice,
    Obligation,
    Plan,
    Schema,
)
from shomei.obligations.relations import compose
from shomei.obligations.size import Ruler, TooLarge
from shomei.parser.ast import (
    Assume,
    CaseSplit,
    Chain,
    Cite,
    Define,
    Document,
    Formula,
    Item,
    Let,
    LogicChain,
    Reason,
    Substitute,
    Theorem,
    Therefore,
    Unchecked,
)
from shomei.terms.definitions import Binding, Definition, uncaptured
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import (
    Call,
    Connective,
    Expression,
    Membership,
    NumberSet,
    Relation,
    RelationOperator,
    Span,
    Statement,
    Variable,
)
from shomei.terms.normal import canonical
from shomei.terms.substitution import Capture, abbreviate
from shomei.terms.walk import called_names, free_variables, map_statement, statement_terms


@dataclass(frozen=True, slots=True)
class Scope:
    """What is in force at a point of the document."""

    domains: dict[str, NumberSet] = field(default_factory=dict)
    hypotheses: tuple[Hypothesis, ...] = ()
    abbreviations: dict[str, Expression] = field(default_factory=dict)
    definitions: dict[str, Definition] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.obligations: list[Obligation] = []
        self.notices: list[Notice] = []
        self.assumptions: list[Assumption] = []
        self.schemas: dict[str, Schema] = {}
        self.pending: dict[str, tuple[Theorem, Scope]] = {}
        self.deferred: dict[str, list[tuple[Obligation, Scope]]] = {}
        self.names: set[str] = set()
        self.states_hypotheses = _states_hypotheses(document.items)

    # -- items ---------------------------------------------------------------------------------------------------

    def walk(self, items: Iterable[Item], scope: Scope) -> Scope:
        for item in items:
            scope = self.item(item, scope)
        return scope

    def item(self, item: Item, scope: Scope) -> Scope:
        match item:
            case Assume():
                return self.assume(item.conditions, item.span, scope)
            case Let():
                return self.let(item, scope)
            case Define(parameters=()):
                return self.rename(item.name, item.body, item.span, scope)
            case Define():
                return self.define(item, scope)
            case Formula():
                return self.formula(item, scope)
            case Chain():
                return self.chain(item, scope)
            case LogicChain():
                return self.logic(item, scope)
            case Therefore():
                return self.therefore(item, scope)
            case CaseSplit():
                return self.cases(item, scope)
            case Theorem():
                return self.theorem(item, scope)
            case Unchecked():
                self.notices.append(Notice(item.span, item.text, item.why))
                return scope

    def let(self, item: Let, scope: Scope) -> Scope:
        if item.value is not None:
            return self.rename(item.names[0], item.value, item.span, scope)
        abbreviations = {
            name: value for name, value in scope.abbreviations.items() if name not in item.names
        }
        declared: dict[str, NumberSet] = (
            {} if item.domain is None else dict.fromkeys(item.names, item.domain)
        )
        scope = replace(scope, domains={**scope.domains, **declared}, abbreviations=abbreviations)
        return self.positive(item.names, item.span, scope) if item.domain == "N+" else scope

    def positive(self, names: Iterable[str], span: Span, scope: Scope) -> Scope:
        """What it means for `names` to be positive whole numbers, as a hypothesis: to Lean they are
        natural numbers, 0 among them.
        """
        hypotheses = list(scope.hypotheses)
        for name in names:
            statement = _at_least_one(name)
            if all(h.statement != statement for h in hypotheses):
                hypotheses.append(
                    Hypothesis(self.hypothesis_name(hypotheses), statement, "assumed", span)
                )
        return replace(scope, hypotheses=tuple(hypotheses))

    def assume(
        self, conditions: Iterable[Statement], span: Span, scope: Scope, origin: str = "assumed"
    ) -> Scope:
        domains, hypotheses = dict(scope.domains), list(scope.hypotheses)
        for condition in conditions:
            if isinstance(condition, Membership):
                domains[condition.name] = condition.domain
                if condition.domain == "N+":
                    hypotheses = list(
                        self.positive(
                            (condition.name,), span, replace(scope, hypotheses=tuple(hypotheses))
                        ).hypotheses
                    )
                continue
            if isinstance(condition, Connective) and condition.operator == "and":
                inner = self.assume(
                    (condition.left, condition.right),
                    span,
                    replace(scope, domains=domains, hypotheses=tuple(hypotheses)),
                    origin,
                )
                domains, hypotheses = dict(inner.domains), list(inner.hypotheses)
                self.assumptions.pop()
                continue
            try:
                statement = self.expand(condition, scope)
            except (Capture, TooLarge) as problem:
                self.notices.append(
                    Notice(
                        condition.span,
                        self.text(condition.span),
                        f"this is not assumed: {_why_not(problem)}",
                    )
                )
                continue
            context = self.context(
                statement, replace(scope, domains=domains, hypotheses=tuple(hypotheses))
            )
            # What a hypothesis speaks of is defined: to assume log x > 1 is to assume x > 0 too.
            known = [h.statement for h in hypotheses]
            for need in infer(
                statement_conditions(statement, context),
                [s for s in known if isinstance(s, Relation)],
            ):
                if need not in known and need != statement:
                    hypotheses.append(
                        Hypothesis(self.hypothesis_name(hypotheses), need, "inferred", span)
                    )
            if statement not in known:
                hypotheses.append(
                    Hypothesis(
                        self.hypothesis_name(hypotheses),
                        statement,
                        "case" if origin == "case" else "assumed",
                        span,
                    )
                )
        scope = replace(scope, domains=domains, hypotheses=tuple(hypotheses))
        names = dict.fromkeys(name for h in hypotheses for name in free_variables(h.statement))
        variables = tuple(Binding(name, domains.get(name, "R")) for name in names)
        self.assumptions.append(
            Assumption(
                span, Context(variables, tuple(hypotheses), tuple(scope.definitions.values()))
            )
        )
        return scope

    @staticmethod
    def hypothesis_name(taken: list[Hypothesis]) -> str:
        return f"h{len(taken) + 1}"

    def rename(self, name: str, value: Expression, span: Span, scope: Scope) -> Scope:
        others = {n: v for n, v in scope.abbreviations.items() if n != name}
        try:
            Ruler(others, scope.definitions).check(value)
            value = abbreviate(value, others, frozenset())
        except Capture as capture:
            self.notices.append(Notice(span, name, f"the renaming would capture {capture.name}"))
            return scope
        except TooLarge as problem:
            self.notices.append(Notice(span, self.text(span), str(problem)))
            return replace(scope, abbreviations=others)
        if name in free_variables(value):
            if _is_variable(value, name):
                return replace(
                    scope, abbreviations={n: v for n, v in scope.abbreviations.items() if n != name}
                )
            self.notices.append(Notice(span, name, f"{name} is defined by itself"))
            return scope
        if name in {v for h in scope.hypotheses for v in free_variables(h.statement)}:
            # A name that hypotheses speak of cannot become a mere abbreviation: it is an equation
            # between numbers.
            return self.assume([Relation("=", Variable(name), value)], span, scope)
        return replace(scope, abbreviations={**scope.abbreviations, name: value})

    def define(self, item: Define, scope: Scope) -> Scope:
        live = {n: v for n, v in scope.abbreviations.items() if n not in item.parameters}
        try:
            Ruler(live, scope.definitions).check(item.body)
            body = uncaptured(
                abbreviate(item.body, live, frozenset(item.parameters)), scope.definitions
            )
            body = with_reciprocals(body, _naturals(scope) - frozenset(item.parameters))
            named = Definition(item.name, item.parameters, body)
            Ruler({}, {**scope.definitions, item.name: named}).check(
                Call(item.name, tuple(map(Variable, item.parameters)))
            )
        except (Capture, TooLarge) as problem:
            return self.undefined(item, _why_not(problem), scope)
        unknown = [name for name in called_names(body) if name not in scope.definitions]
        if unknown:
            why = (
                f"{item.name} is defined by itself"
                if item.name in unknown
                else f"{unknown[0]} is not defined"
            )
            self.notices.append(Notice(item.span, self.text(item.span), why))
            return scope
        captured: dict[str, Binding] = {}
        for name in free_variables(body):
            if name not in item.parameters:
                captured[name] = Binding(name, scope.domains.get(name, "R"))
        for called in called_names(body):
            captured.update(
                {binding.name: binding for binding in scope.definitions[called].captured}
            )
        clash = next((name for name in captured if name in item.parameters), None)
        if clash is not None:
            # `define g(t) = t x`, then `define f(x) = g(x)`: f's x is not the one that g speaks of,
            # and one name cannot be both.
            return self.undefined(
                item,
                f"{clash} is a parameter here, and another variable in a function that is called",
                scope,
            )
        definition = Definition(item.name, item.parameters, body, tuple(captured.values()))
        scope = replace(scope, definitions={**scope.definitions, item.name: definition})
        # A name that is defined anew: what was proved of the old one is not of this one.
        return replace(
            scope,
            facts=tuple(f for f in scope.facts if item.name not in _statement_calls(f.statement)),
        )

    def undefined(self, item: Define, why: str, scope: Scope) -> Scope:
        """Without the name that `item` would have defined: what it stood for before is not meant
        any more.
        """
        self.notices.append(Notice(item.span, self.text(item.span), why))
        return replace(
            scope,
            definitions={name: old for name, old in scope.definitions.items() if name != item.name},
        )

    def formula(self, item: Formula, scope: Scope) -> Scope:
        if item.label in self.schemas:
            return self.restated(item, self.schemas[item.label], scope)
        whole = tuple(
            h
            for h in scope.hypotheses
            if any(
                d == "N+" and h.statement == _at_least_one(name)
                for name, d in scope.domains.items()
            )
        )
        own = replace(scope, hypotheses=whole, facts=(), abbreviations={})
        own = self.assume_quietly(item.conditions, item.span, own)
        obligation = self.obligation(
            item.statement,
            item.span,
            item.reasons,
            own,
            "formula",
            name=f"formula_{item.label}",
            label=item.label,
            infer_all=True,
        )
        self.add(obligation, own)
        self.schemas[item.label] = _schema(item.label, obligation)
        return scope

    def restated(self, item: Formula, schema: Schema, scope: Scope) -> Scope:
        """A formula written out again speaks of its own variables, under the conditions that it was
        stated with.
        """
        hypotheses = tuple(
            replace(hypothesis, name=f"h{i + 1}") for i, hypothesis in enumerate(schema.hypotheses)
        )
        own = replace(scope, hypotheses=hypotheses, abbreviations={})
        reasons = item.reasons or (Cite(item.label),)
        obligation = self.obligation(
            item.statement,
            item.span,
            reasons,
            own,
            "step",
            name=f"eq_{item.label}_again",
            label=item.label,
            infer_all=True,
        )
        self.add(obligation, own)
        return scope

    def assume_quietly(self, conditions: Iterable[Statement], span: Span, scope: Scope) -> Scope:
        count = len(self.assumptions)
        scope = self.assume(conditions, span, scope)
        if not scope.hypotheses:
            del self.assumptions[count:]
        return scope

    def chain(self, item: Chain, scope: Scope) -> Scope:
        previous = item.first
        base = f"eq_{item.tag}" if item.tag else None
        total: RelationOperator | None = "="
        ids: list[Obligation] = []
        for position, link in enumerate(item.links):
            goal = Relation(link.operator, previous, link.right, span=link.span)
            last = position == len(item.links) - 1
            single = len(item.links) == 1
            name = base if base and single else f"{base}_{position + 1}" if base else None
            label = item.tag if single else None
            # A step is named by the line on which its relation stands; a chain of one line is
            # quoted whole.
            span = item.span if single and link.span.line == item.span.line else link.span
            obligation = self.obligation(
                goal, span, link.reasons, scope, "step", name=name, label=label, line=link.span.line
            )
            scope = self.add(obligation, scope)
            ids.append(obligation)
            total = compose(total, link.operator)
            previous = link.right
            if last and not single and total is not None:
                whole = Relation(total, item.first, previous, span=item.span)
                conclusion = self.obligation(
                    whole,
                    item.span,
                    (),
                    scope,
                    "conclusion",
                    name=base or f"{ids[0].id}_to_{ids[-1].span.end_line}",
                    label=item.tag,
                )
                scope = self.add(conclusion, scope)
        if item.tag and ids:
            self.register(item.tag, self.obligations_by_label(item.tag) or ids[-1])
        return scope

    def obligations_by_label(self, label: str) -> Obligation | None:
        for obligation in reversed(self.obligations):
            if obligation.label == label:
                return obligation
        return None

    def register(self, label: str, obligation: Obligation) -> None:
        if label not in self.schemas and label not in self.pending:
            self.schemas[label] = _schema(label, obligation)

    def logic(self, item: LogicChain, scope: Scope) -> Scope:
        previous = item.first
        single = len(item.links) == 1
        base = f"eq_{item.tag}" if item.tag else None
        total: Literal["iff", "implies"] = "iff"
        made: list[Obligation] = []
        for position, link in enumerate(item.links):
            goal = Connective(link.operator, previous, link.right, span=link.span)
            name = base if base and single else f"{base}_{position + 1}" if base else None
            made.append(
                self.obligation(
                    goal,
                    link.span,
                    link.reasons,
                    scope,
                    "step",
                    name=name,
                    label=item.tag if single else None,
                )
            )
            scope = self.add(made[-1], scope)
            previous = link.right
            total = "implies" if link.operator == "implies" else total
        if made and not single:
            whole = Connective(total, item.first, previous, span=item.span)
            name = base or f"{made[0].id}_to_{made[-1].span.end_line}"
            made.append(
                self.obligation(
                    whole, item.span, (), scope, "conclusion", name=name, label=item.tag
                )
            )
            scope = self.add(made[-1], scope)
        if item.tag and made:
            self.register(item.tag, made[-1])
        return scope

    def therefore(self, item: Therefore, scope: Scope) -> Scope:
        if item.tag is not None and item.tag in self.pending:
            theorem, outer = self.pending.pop(item.tag)
            # The text goes on from its derivation: what it has defined and assumed since the
            # theorem was stated stays in force.
            scope = replace(
                scope, facts=(*scope.facts, self.settle(theorem, scope, outer).facts[-1])
            )
            return self.claim(
                item.statement,
                item.span,
                item.reasons or (Cite(item.tag),),
                scope,
                "therefore",
                name=f"eq_{item.tag}_again",
            )
        name = f"eq_{item.tag}" if item.tag else None
        scope = self.claim(
            item.statement, item.span, item.reasons, scope, "therefore", name=name, label=item.tag
        )
        if item.tag and (found := self.obligations_by_label(item.tag)):
            self.register(item.tag, found)
        return scope

    def claim(
        self,
        statement: Statement,
        span: Span,
        reasons: tuple[Reason, ...],
        scope: Scope,
        kind: str,
        *,
        name: str | None = None,
        label: str | None = None,
    ) -> Scope:
        return self.add(
            self.obligation(statement, span, reasons, scope, kind, name=name, label=label), scope
        )

    def cases(self, item: CaseSplit, scope: Scope) -> Scope:
        """Each case on its own, then that the cases cover everything, then what they all end in."""
        results: list[Fact] = []
        for case in item.cases:
            inner = self.assume((case.condition,), case.span, scope, origin="case")
            inner = self.walk(case.body, inner)
            if len(inner.facts) > len(scope.facts):
                results.append(inner.facts[-1])
        cover = item.cases[-1].condition
        for case in reversed(item.cases[:-1]):
            cover = Connective("or", case.condition, cover, span=case.condition.span)
        scope = self.claim(cover, item.span, (), scope, "cases", name=f"cases_{item.span.line}")
        try:
            conditions = tuple(self.expand(case.condition, scope) for case in item.cases)
        except (Capture, TooLarge):
            return (
                scope  # that the cases cover everything could not be stated either, and is reported
            )
        if (
            len(results) < len(item.cases)
            or len({canonical_statement(fact.statement) for fact in results}) > 1
        ):
            self.notices.append(
                Notice(
                    item.span,
                    self.text(item.span),
                    "the cases do not end in the same statement, so nothing follows from them together",
                )
            )
            return scope
        end = item.cases[-1].span
        obligation = self.obligation(
            results[0].statement, end, (), scope, "cases", about=conditions
        )
        return self.add(
            replace(obligation, facts=(*obligation.facts, *results), cases=conditions), scope
        )

    def theorem(self, item: Theorem, scope: Scope) -> Scope:
        if not item.proof:
            # Stated first, derived later in the text: its theorem comes after its derivation, so
            # that nothing in it can rest on itself.
            self.pending[item.label] = (item, scope)
            return scope
        inner = self.walk(item.proof, replace(scope, facts=scope.facts))
        return self.settle(item, inner, scope)

    def settle(self, item: Theorem, inner: Scope, outer: Scope) -> Scope:
        visible = replace(
            outer, facts=inner.facts, definitions={**inner.definitions, **outer.definitions}
        )
        if len(inner.hypotheses) > len(outer.hypotheses):
            # Hypotheses of the proof's own are part of what the theorem says, though its words do
            # not say them: the report does.
            own = tuple(
                h if h in outer.hypotheses or h.origin == "inferred" else replace(h, origin="proof")
                for h in inner.hypotheses
            )
            visible = replace(visible, hypotheses=own, domains=inner.domains)
        obligation = self.obligation(
            item.statement,
            item.span,
            (),
            visible,
            "theorem",
            name=f"theorem_{item.label}",
            label=item.label,
        )
        self.add(obligation, visible)
        self.schemas[item.label] = _schema(item.label, obligation)
        fact = Fact(
            obligation.id,
            obligation.context.variables,
            obligation.context.hypotheses,
            obligation.goal,
            obligation.context.definitions,
        )
        kept = inner.facts if inner.hypotheses == outer.hypotheses else outer.facts
        outer = replace(outer, facts=(*kept, fact))
        for waiting, scope in self.deferred.pop(item.label, []):
            redone = replace(
                waiting, schemas=tuple(self.schemas.values()), facts=outer.facts, problem=None
            )
            self.add(redone, scope)
            if redone.label and redone.label in self.pending:
                del self.pending[redone.label]
            if redone.label:
                self.register(redone.label, redone)
        return outer

    def finish(self, scope: Scope) -> None:
        while self.pending:
            label = next(iter(self.pending))
            theorem, outer = self.pending.pop(label)
            scope = self.settle(
                theorem,
                scope,
                replace(
                    outer,
                    definitions={
                        **outer.definitions,
                        **{
                            n: d for n, d in scope.definitions.items() if n not in outer.definitions
                        },
                    },
                ),
            )
        for label, waiting in self.deferred.items():
            for obligation, _ in waiting:
                self.obligations.append(
                    replace(
                        obligation,
                        problem=f"({label}) is cited, but its own proof never comes, or rests on this",
                    )
                )

    # -- obligations ---------------------------------------------------------------------------------------------

    def expand(self, statement: Statement, scope: Scope) -> Statement:
        ruler = Ruler(scope.abbreviations, scope.definitions)
        for term in statement_terms(statement):
            ruler.check(term)
        fixed = frozenset(scope.domains) | {
            name for h in scope.hypotheses for name in free_variables(h.statement)
        }
        naturals = _naturals(scope)
        return map_statement(
            statement,
            lambda term: with_reciprocals(
                uncaptured(abbreviate(term, scope.abbreviations, fixed), scope.definitions),
                naturals,
            ),
        )

    def context(
        self, statement: Statement, scope: Scope, about: tuple[Statement, ...] = ()
    ) -> Context:
        """The variables, hypotheses and definitions that `statement` and those that it is `about`
        have to do with.
        """
        definitions = _used_definitions(statement_terms(statement), scope.definitions)
        wanted = dict.fromkeys(name for s in (statement, *about) for name in free_variables(s))
        for definition in definitions:
            wanted.update(dict.fromkeys(binding.name for binding in definition.captured))
        hypotheses: list[Hypothesis] = []
        grew = True
        while grew:
            grew = False
            for hypothesis in scope.hypotheses:
                names = free_variables(hypothesis.statement)
                if hypothesis not in hypotheses and (
                    not names or any(name in wanted for name in names)
                ):
                    hypotheses.append(hypothesis)
                    wanted.update(dict.fromkeys(names))
                    grew = True
        for hypothesis in hypotheses:
            for definition in _used_definitions(
                statement_terms(hypothesis.statement), scope.definitions
            ):
                if definition not in definitions:
                    definitions = (*definitions, definition)
        hypotheses.sort(key=scope.hypotheses.index)
        captured = [binding.name for definition in definitions for binding in definition.captured]
        order = dict.fromkeys([*captured, *free_variables(statement), *wanted])
        variables = tuple(Binding(name, scope.domains.get(name, "R")) for name in order)
        return Context(variables, tuple(hypotheses), definitions)

    def obligation(
        self,
        statement: Statement,
        span: Span,
        reasons: tuple[Reason, ...],
        scope: Scope,
        kind: str,
        *,
        name: str | None = None,
        label: str | None = None,
        line: int | None = None,
        infer_all: bool = False,
        about: tuple[Statement, ...] = (),
    ) -> Obligation:
        """What `statement` owes. `about` are further statements that its proof speaks of: their
        variables belong to its context.
        """
        problem = None
        goal = statement
        context = Context()
        needs: tuple[Condition, ...] = ()
        try:
            goal = self.expand(statement, scope)
            reasons = tuple(self.expand_reason(reason, scope) for reason in reasons)
            context = self.context(goal, scope, about)
            ruler = Ruler({}, scope.definitions)
            for hypothesis in context.hypotheses:
                for term in statement_terms(hypothesis.statement):
                    ruler.check(term)
            needs = statement_conditions(goal, context)
        except (Capture, TooLarge) as found:
            problem = _why_not(found)
        unknown = [
            n
            for term in statement_terms(goal)
            for n in called_names(term)
            if n not in scope.definitions
        ]
        if unknown:
            problem = f"the function {unknown[0]} is not defined above"
        if problem is None and (infer_all or not self.states_hypotheses):
            given = [h.statement for h in context.hypotheses if isinstance(h.statement, Relation)]
            given += [
                Relation(">=", Variable(b.name), ZERO)
                for b in context.variables
                if b.domain in ("N", "N+")
            ]
            wanted = infer(needs, given)
            if not infer_all:
                # Where words state conditions on all variables of one that is needed, it must
                # follow from those.
                stated = {
                    name
                    for h in context.hypotheses
                    if h.origin != "inferred"
                    for name in free_variables(h.statement)
                }
                wanted = tuple(
                    relation for relation in wanted if not set(free_variables(relation)) <= stated
                )
            added = [
                Hypothesis(f"d{i + 1}", relation, "inferred", span)
                for i, relation in enumerate(wanted)
            ]
            names = dict.fromkeys([b.name for b in context.variables])
            for hypothesis in added:
                names.update(dict.fromkeys(free_variables(hypothesis.statement)))
            variables = tuple(Binding(n, scope.domains.get(n, "R")) for n in names)
            context = replace(
                context, hypotheses=(*context.hypotheses, *added), variables=variables
            )
        return Obligation(
            id=self.unique(name or f"line_{line or span.line}"),
            kind=kind,  # type: ignore[arg-type]
            span=span,
            source=self.text(span),
            reason_text=", ".join(
                self.text(reason.span) for reason in reasons if reason.span.end > reason.span.start
            ),
            context=context,
            goal=goal,
            conditions=needs,
            reasons=reasons,
            schemas=tuple(self.schemas.values()),
            facts=scope.facts,
            label=label,
            renamings=tuple(
                Relation("=", Variable(n), scope.abbreviations[n])
                for n in free_variables(statement)
                if n in scope.abbreviations
            ),
            problem=problem,
        )

    def expand_reason(self, reason: Reason, scope: Scope) -> Reason:
        ruler = Ruler(scope.abbreviations, scope.definitions)
        match reason:
            case Cite(substitution=pairs):
                for _, value in pairs:
                    ruler.check(value)
                written = (
                    (
                        n,
                        with_reciprocals(
                            abbreviate(v, scope.abbreviations, frozenset()), _naturals(scope)
                        ),
                    )
                    for n, v in pairs
                )
                return replace(reason, substitution=tuple(written))
            case Substitute(value=value, name=name):
                ruler.check(value)
                return replace(
                    reason,
                    value=abbreviate(
                        value,
                        {n: v for n, v in scope.abbreviations.items() if n != name},
                        frozenset(),
                    ),
                )
            case _:
                return reason

    def add(self, obligation: Obligation, scope: Scope) -> Scope:
        for reason in obligation.reasons:
            if (
                isinstance(reason, Cite)
                and reason.label not in self.schemas
                and obligation.problem is None
            ):
                if reason.label in self.pending and obligation.label != reason.label:
                    self.deferred.setdefault(reason.label, []).append((obligation, scope))
                    return scope
                obligation = replace(
                    obligation, problem=f"({reason.label}) is not a formula or theorem above"
                )
        self.obligations.append(obligation)
        fact = Fact(
            obligation.id,
            obligation.context.variables,
            obligation.context.hypotheses,
            obligation.goal,
            obligation.context.definitions,
        )
        return replace(scope, facts=(*scope.facts, fact)) if obligation.problem is None else scope

    def unique(self, name: str) -> str:
        name = "".join(
            c if re.match(r"[A-Za-z0-9_]", c) else "_" if c in ".- :" else f"u{ord(c):x}"
            for c in name
        )
        candidate, number = name, 2
        # A step's further theorems bear its name with an ending; a tag `x_defined` must not take
        # the name of one of (x).
        while not self.names.isdisjoint(_theorem_names(candidate)):
            candidate, number = f"{name}_{number}", number + 1
        self.names.update(_theorem_names(candidate))
        return candidate

    def text(self, span: Span) -> str:
        return self.document.text[span.start : span.end].strip()


def _why_not(problem: Capture | TooLarge) -> str:
    if isinstance(problem, TooLarge):
        return str(problem)
    return f"an abbreviation here stands for something with {problem.name}, which the limit or sum binds to another meaning"


def _theorem_names(obligation: str) -> tuple[str, ...]:
    return obligation, f"{obligation}_defined", f"{obligation}_exists"


def _is_variable(term: Expression, name: str) -> bool:
    return term == Variable(name)


def _schema(label: str, obligation: Obligation) -> Schema:
    context = obligation.context
    return Schema(
        label,
        obligation.id,
        context.variables,
        context.hypotheses,
        obligation.goal,
        context.definitions,
    )


def _statement_calls(statement: Statement) -> set[str]:
    return {name for term in statement_terms(statement) for name in called_names(term)}


def _used_definitions(
    terms: Iterable[Expression], definitions: dict[str, Definition]
) -> tuple[Definition, ...]:
    """The definitions that `terms` use, also through other definitions, in the order in which they
    were made.
    """
    used: set[str] = set()
    queue = [name for term in terms for name in called_names(term)]
    while queue:
        name = queue.pop()
        if name in definitions and name not in used:
            used.add(name)
            queue += called_names(definitions[name].body)
    return tuple(definition for name, definition in definitions.items() if name in used)


def _at_least_one(name: str) -> Relation:
    return Relation(">=", Variable(name), ONE)


def canonical_statement(statement: Statement) -> Statement:
    """`statement` with its bound variables numbered: equal results mean the same up to bound names."""
    return map_statement(statement, canonical)


def _states_hypotheses(items: Iterable[Item]) -> bool:
    for item in items:
        if (
            isinstance(item, Assume)
            and not item.in_prose
            and any(not isinstance(c, Membership) for c in item.conditions)
        ):
            return True
        if isinstance(item, Theorem) and _states_hypotheses(item.proof):
            return True
        if isinstance(item, CaseSplit):
            return True
    return False


def _naturals(scope: Scope) -> frozenset[str]:
    return frozenset(name for name, domain in scope.domains.items() if domain in ("N", "N+"))


def build(document: Document) -> Plan:
    """The plan of `document`. Never raises on what an author may write: what cannot be stated
    becomes an obligation with a `problem`.
    """
    builder = _Builder(document)
    scope = builder.walk(document.items, Scope())
    builder.finish(scope)
    return Plan(tuple(builder.obligations), tuple(builder.notices), tuple(builder.assumptions))
