"""Steps: the claims of a line before its context is known, the steps of a chain, and what a step
owes in a scope.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal

from shomei.obligations.antiderivatives import (
    Unrelated,
    differentiated,
    integrates,
    on_intervals,
    up_to_a_constant,
)
from shomei.obligations.definedness import BEFORE_FIRST, statement_conditions
from shomei.obligations.domain import infer, properties
from shomei.obligations.doubts import concerning, is_one_of
from shomei.obligations.indices import elements, with_elements
from shomei.obligations.model import (
    Condition,
    Context,
    Doubt,
    Hypothesis,
    Kind,
    Obligation,
    Schema,
)
from shomei.obligations.scope import (
    Scope,
    context_of,
    declared_in,
    reason_written_out,
    spoken,
    why_not,
    written_out,
)
from shomei.obligations.size import Ruler, TooLarge
from shomei.parser.ast import Chain, Document, LogicChain, LogicLink
from shomei.parser.reason_nodes import Reason
from shomei.terms.definitions import natural_names
from shomei.terms.functions import is_family
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Antiderivative,
    Call,
    Connective,
    Derivative,
    DerivativeAt,
    Expression,
    ForAll,
    Integral,
    Limit,
    Prime,
    Property,
    Relation,
    RelationOperator,
    Span,
    Statement,
    Variable,
)
from shomei.terms.relations import compose
from shomei.terms.substitution import Capture
from shomei.terms.walk import called_names, free_variables, statement_terms, subtrees


@dataclass(frozen=True, slots=True)
class Step:
    """A statement that is to be proved. `name` is the id that it requests in place of the one of
    its line; `label` is what it is cited by.

    `formula` is the place of the statement without its reason, if the source has it in one piece.
    `infer_all`: every condition of its expressions becomes a hypothesis. `about` are further
    statements that its proof mentions; their variables belong to its context. `given` is what it
    may be drawn from; `told`: that says what its letters are.
    """

    statement: Statement
    span: Span
    kind: Kind
    formula: tuple[int, int] | None = None
    reasons: tuple[Reason, ...] = ()
    name: str | None = None
    label: str | None = None
    line: int | None = None
    infer_all: bool = False
    tentative: bool = False
    conditional: bool = False
    about: tuple[Statement, ...] = ()
    given: tuple[Statement, ...] = ()
    told: bool = False


# --------------------------------------------------------------------------------------------------
# Chains


def links(item: Chain | LogicChain) -> Iterator[Step]:
    """The steps of a chain: one for each link."""
    single = len(item.links) == 1
    for position, statement in enumerate(_statements(item)):
        link = item.links[position]
        name = f"eq_{item.tag}" if item.tag else None
        # A step is named by the line of its relation. A chain on one line is quoted completely.
        whole = single and isinstance(item, Chain) and link.span.line == item.span.line
        span = item.span if whole else link.span
        in_words = isinstance(link, LogicLink) and link.in_prose
        yield Step(
            statement,
            span,
            "step",
            None if in_words else (span.start, link.right.span.end),
            link.reasons,
            name=name if single or name is None else f"{name}_{position + 1}",
            label=item.tag if single else None,
            line=link.span.line,
            tentative=item.tentative and (position == 0 or _is_range(item)),
            conditional=item.conditional,
            given=item.given,
            told=item.told,
        )


def _statements(item: Chain | LogicChain) -> Iterator[Statement]:
    match item:
        case Chain(first=first, links=relations):
            integral: Expression | None = None
            for link in relations:
                integral = first if integrates(first) else integral
                claimed = Relation(link.operator, first, link.right, span=link.span)
                yield claimed if integral is None else up_to_a_constant(claimed, integral)
                first = link.right
        case LogicChain(first=claim, links=connectives):
            for each in connectives:
                yield Connective(each.operator, claim, each.right, span=each.span)
                claim = each.right


#: Terms of which no implication is stated.
_BEYOND_LOGIC = (Antiderivative, Derivative, DerivativeAt, Integral, Limit, Prime)


def is_beyond_logic(statement: Statement) -> bool:
    """Whether a statement speaks of what no implication is stated of."""
    return any(
        isinstance(part, _BEYOND_LOGIC) or (isinstance(part, Call) and is_family(part.name))
        for part in subtrees(statement)
    )


def conclusion(item: Chain | LogicChain, made: Sequence[Obligation]) -> Step | None:
    """The relation between the ends of a chain of several links, if there is one; `made` are the
    obligations of its links.
    """
    if item.tentative and _is_range(item):
        return None
    whole = _whole(item) if len(item.links) > 1 else None
    if whole is None:
        return None
    name = f"eq_{item.tag}" if item.tag else f"{made[0].id}_to_{made[-1].span.end_line}"
    return Step(
        whole,
        item.span,
        "conclusion",
        name=name,
        label=item.tag,
        tentative=item.tentative,
        given=item.given,
        told=item.told,
    )


def _is_range(item: Chain | LogicChain) -> bool:
    """Whether it compares sizes throughout, as `a < x < b` does: one condition or one claim, so
    that what is doubted of it is doubted of all its links, and it has no conclusion.
    """
    return isinstance(item, Chain) and all(link.operator != "=" for link in item.links)


def _whole(item: Chain | LogicChain) -> Statement | None:
    match item:
        case Chain(first=first, links=relations):
            equal: RelationOperator | None = "="
            total = reduce(compose, (link.operator for link in relations), equal)
            if total is None:
                return None
            whole = Relation(total, first, relations[-1].right, span=item.span)
            between = next((link.right for link in relations if integrates(link.right)), None)
            return whole if between is None else up_to_a_constant(whole, between)
        case LogicChain(first=claim, links=connectives):
            one_way = any(link.operator == "implies" for link in connectives)
            operator: Literal["iff", "implies"] = "implies" if one_way else "iff"
            return Connective(operator, claim, connectives[-1].right, span=item.span)


# --------------------------------------------------------------------------------------------------
# What a step owes


@dataclass(frozen=True, slots=True)
class _Stated:
    """The statement of a step in its scope, as far as it can be stated; `problem` says why not."""

    goal: Statement
    reasons: tuple[Reason, ...]
    context: Context = field(default_factory=Context)
    conditions: tuple[Condition, ...] = ()
    problem: str | None = None


def owed(
    step: Step,
    scope: Scope,
    schemas: tuple[Schema, ...],
    *,
    name: str,
    infers: bool,
    document: Document,
) -> Obligation:
    """What `step` owes, as the obligation `name`. `schemas` are the formulas it may cite; `infers`
    says whether the conditions of its expressions may become hypotheses.
    """
    quote = document.quote
    stated = _stated(step, scope)
    infers = infers or any(map(integrates, statement_terms(step.statement)))
    if stated.problem is None and (step.infer_all or infers):
        stated = replace(stated, context=_with_inferred(stated, step, scope))
    elif stated.problem is None:
        stated = replace(stated, context=_with_indices(stated, step, scope))
    said = (reason for reason in stated.reasons if reason.span.end > reason.span.start)
    return Obligation(
        id=name,
        kind=step.kind,
        span=step.span,
        source=quote(step.span),
        reason_text=", ".join(quote(reason.span) for reason in said),
        context=stated.context,
        goal=stated.goal,
        conditions=stated.conditions,
        reasons=stated.reasons,
        schemas=schemas,
        facts=scope.facts,
        label=step.label,
        renamings=tuple(
            Relation("=", Variable(name), value, span=value.span)
            for name in free_variables(step.statement)
            if (value := scope.abbreviations.get(name)) is not None
        ),
        statement=document.formula(*step.formula) if step.formula else "",
        problem=stated.problem,
        tentative=step.tentative,
        conditional=step.conditional,
        doubts=_doubts(stated, scope),
    )


def _with_elements(context: Context, goal: Statement, scope: Scope, step: Step) -> Context:
    """The context, with what holds of the elements that a goal differentiates by."""
    known = {each.statement for each in context.hypotheses}
    own = elements(goal, scope, step.span)
    added = tuple(each for each in own if each.statement not in known)
    return _extended(context, added, scope) if added else context


def _doubts(stated: _Stated, scope: Scope) -> tuple[Doubt, ...]:
    """The doubts on the letters of a step, which its hypotheses may relate to others."""
    names = {binding.name for binding in stated.context.variables}
    names |= {each.name for each in stated.context.functions if each.is_family}
    names |= set(free_variables(stated.goal))
    return (*concerning(names, scope.doubts), *_instances(names, scope))


def _instances(names: Collection[str], scope: Scope) -> Iterator[Doubt]:
    """The doubts whether letters are what a name stands for in one case, as `S_2` of `S_p`."""
    for general, value in scope.abbreviations.items():
        letters = free_variables(value)
        found = frozenset(name for name in names if is_one_of(name, general, letters))
        if found:
            yield Doubt(found)


def _stated(step: Step, scope: Scope) -> _Stated:
    stated = _Stated(step.statement, step.reasons)
    try:
        statement = differentiated(step.statement, scope)
        if statement is not step.statement:
            scope = on_intervals(scope, step.statement)
        stated = replace(stated, goal=with_elements(written_out(statement, scope), scope))
        reasons = tuple(reason_written_out(reason, scope) for reason in step.reasons)
        context = _with_elements(
            context_of(stated.goal, scope, step.about), stated.goal, scope, step
        )
        stated = replace(stated, reasons=reasons, context=context)
        ruler = Ruler({}, scope.definitions)
        for hypothesis in context.hypotheses:
            for term in statement_terms(hypothesis.statement):
                ruler.check(term)
        stated = replace(stated, conditions=statement_conditions(stated.goal, context))
    except (Capture, TooLarge) as problem:
        stated = replace(stated, problem=why_not(problem))
    except Unrelated as problem:
        stated = replace(stated, problem=str(problem))
    called = (name for term in statement_terms(stated.goal) for name in called_names(term))
    known = {**scope.definitions, **scope.functions}
    unknown = next((name for name in called if name not in known), None)
    if unknown is not None:
        return replace(stated, problem=f"the function {unknown} is not defined above")
    if isinstance(stated.goal, Property | ForAll):
        return replace(
            stated, problem="what a function is can be assumed here, and not yet claimed"
        )
    return stated


def _with_inferred(stated: _Stated, step: Step, scope: Scope) -> Context:
    """The context, with the conditions of the step's expressions as hypotheses unless something
    else gives them.
    """
    context = stated.context
    wanted: tuple[Relation | Property, ...] = infer(stated.conditions, _given(context))
    if not step.infer_all:
        # If the text states conditions on all variables of a condition, the condition must follow
        # from those.
        on = _conditioned(context, scope)
        wanted = tuple(
            each
            for each in wanted
            if not on.issuperset(declared_in(each, scope) or free_variables(each))
        )
    wanted += properties(stated.conditions, (each.statement for each in context.hypotheses))
    added = tuple(
        Hypothesis(f"d{number}", relation, "inferred", step.span)
        for number, relation in enumerate(wanted, start=1)
    )
    return _extended(context, added, scope)


def _with_indices(stated: _Stated, step: Step, scope: Scope) -> Context:
    """The context, with the indices of sequences from those of their first elements on, whatever
    else the text assumes: there are no other elements.
    """
    own = [each for each in stated.conditions if each.why == BEFORE_FIRST]
    wanted = infer(own, _given(stated.context)) if own else ()
    added = tuple(
        Hypothesis(f"d{number}", relation, "inferred", step.span)
        for number, relation in enumerate(wanted, start=1)
    )
    return _extended(stated.context, added, scope) if added else stated.context


def _extended(context: Context, added: tuple[Hypothesis, ...], scope: Scope) -> Context:
    """The context with further hypotheses and their variables."""
    names = dict.fromkeys(binding.name for binding in context.variables)
    for hypothesis in added:
        names.update(dict.fromkeys(free_variables(hypothesis.statement)))
    return replace(
        context,
        hypotheses=(*context.hypotheses, *added),
        variables=tuple(map(scope.binding, names)),
    )


def _given(context: Context) -> list[Relation]:
    """The relations that hold in a context."""
    stated = (hypothesis.statement for hypothesis in context.hypotheses)
    naturals = natural_names(context.variables)
    return [
        *(statement for statement in stated if isinstance(statement, Relation)),
        *(Relation(">=", Variable(name), ZERO) for name in naturals),
    ]


def _conditioned(context: Context, scope: Scope) -> set[str]:
    """The variables and declared functions with stated conditions. That a function can be
    differentiated says nothing of its values.
    """
    return {
        name
        for hypothesis in context.hypotheses
        if hypothesis.origin != "inferred" and not isinstance(hypothesis.statement, Property)
        for name in spoken(hypothesis.statement, scope)
    }
