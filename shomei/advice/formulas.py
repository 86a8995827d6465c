"""Formulas and a step: citations that do not exist, citations that do not fit, and uncited formulas
that would.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from itertools import islice

from shomei.advice.reasons import shown
from shomei.advice.trial import Trial, bounded
from shomei.emitter.proof.citation import cite, instantiate
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import discharge
from shomei.emitter.rules import rules
from shomei.emitter.rules.match import match
from shomei.languages.names import shown_name
from shomei.obligations.model import Obligation, Schema
from shomei.operations.statement_latex import print_statement
from shomei.parser.reason_nodes import Cite
from shomei.terms.nodes import Expression, Number, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, is_limiting, subterms

_MOST = 2
_MOST_LISTED = 8
_KINDS: Mapping[str, str] = {**dict.fromkeys("uvwyz", "R"), **dict.fromkeys("nm", "N")}


def unknown_labels(obligation: Obligation) -> Iterator[str]:
    """For each citation of a label that does not exist: the nearest label that does, and all of
    them.
    """
    labels = [schema.label for schema in obligation.schemas]
    for reason in obligation.reasons:
        if isinstance(reason, Cite) and reason.label not in labels:
            near = get_close_matches(reason.label, labels, n=1, cutoff=0.5)
            if near:
                yield f"did you mean {shown(near[0])}?"
            listed = ", ".join(shown(label) for label in labels[-_MOST_LISTED:])
            yield (
                f"what can be cited here: {listed}"
                if labels
                else "nothing stands above that can be cited: write it as `formula (1): …`"
            )


def misfits(trial: Trial) -> Iterator[str]:
    """The cited formulas that say nothing about the step, and why: no part of it has their form, or
    their conditions are not known.
    """
    goal, setting = trial.relation(), trial.setting
    if goal is None or setting is None:
        return
    schemas = {schema.label: schema for schema in trial.obligation.schemas}
    for reason in trial.obligation.reasons:
        schema = schemas.get(reason.label) if isinstance(reason, Cite) else None
        if (
            not isinstance(reason, Cite)
            or schema is None
            or not isinstance(schema.statement, Relation)
            or _limiting(schema.statement)
        ):
            continue
        if bounded(partial(cite, reason, schema, goal, setting)):
            continue
        found = next(_instances(schema, goal, setting, dict(reason.substitution)), None)
        if found is None:
            yield (
                f"{shown(schema.label)} does not fit: no part of the step has the form of a side "
                f"of {print_statement(schema.statement)}"
            )
            continue
        for hypothesis in schema.hypotheses:
            if isinstance(hypothesis.statement, Relation):
                needed = instantiate(hypothesis.statement, found, setting)
                if bounded(partial(discharge, needed, setting)) is None:
                    yield (
                        f"{shown(schema.label)} asks here for {print_statement(needed)}, which "
                        "is not seen to follow from what is assumed"
                    )


def fitting(trial: Trial) -> Iterator[str]:
    """Formulas above, then rules, that share a side with the step and state something else about
    it.
    """
    goal, setting = trial.relation(), trial.setting
    if goal is None or setting is None or goal.operator != "=" or _limiting(goal):
        return
    yield from islice(_fitting(goal, setting, trial), _MOST)


def _fitting(goal: Relation, setting: Setting, trial: Trial) -> Iterator[str]:
    spelled = plain(goal, setting)
    seen: set[Relation] = {spelled, Relation("=", spelled.right, spelled.left)}
    for schema in reversed(trial.obligation.schemas):
        if (
            not isinstance(schema.statement, Relation)
            or schema.statement.operator != "="
            or _limiting(schema.statement)
        ):
            continue
        for values in _instances(schema, spelled, setting, {}, whole=True):
            says = instantiate(schema.statement, values, setting)
            if says not in seen and trial.stands(says):
                seen.add(says)
                yield f"{shown(schema.label)} says here: {print_statement(says)}"
    for rule in rules():
        for side in (spelled.left, spelled.right):
            found = (
                match(rule.statement.left, side, _KINDS, setting.notation)
                if rule.statement.operator == "="
                else None
            )
            if found is not None and set(_variables(rule.statement)) <= set(found):
                says = Relation(
                    "=",
                    substitute(rule.statement.left, found),
                    substitute(rule.statement.right, found),
                )
                if says not in seen and trial.stands(says):
                    seen.add(says)
                    yield f"{shown_name(rule.id)}: {print_statement(says)}"


def _instances(
    schema: Schema,
    goal: Relation,
    setting: Setting,
    given: Mapping[str, Expression],
    *,
    whole: bool = False,
) -> Iterator[dict[str, Expression]]:
    """Values for all variables of a formula at which one of its sides is a part (or, with `whole`,
    a side) of the step.
    """
    assert isinstance(schema.statement, Relation)  # noqa: S101 -- the callers have looked
    kinds = {b.name: "N" if b.is_natural else "R" for b in schema.variables}
    open_kinds = {name: kind for name, kind in kinds.items() if name not in given}
    for side in (schema.statement.left, schema.statement.right):
        pattern = substitute(_plain(side, setting), given)
        if isinstance(pattern, Variable | Number):
            continue
        for target in (goal.left, goal.right):
            spelled = _plain(target, setting)
            for part in (spelled,) if whole else subterms(spelled):
                values = match(pattern, part, open_kinds, setting.notation)
                if values is not None and set(open_kinds) <= set(values):
                    yield {
                        **{name: value for name, value in given.items() if name in kinds},
                        **values,
                    }


def plain(relation: Relation, setting: Setting) -> Relation:
    """The relation in the emitter's spelling, with definitions expanded."""
    return Relation(
        relation.operator, _plain(relation.left, setting), _plain(relation.right, setting)
    )


def _plain(term: Expression, setting: Setting) -> Expression:
    return setting.plain(term)


def _limiting(relation: Relation) -> bool:
    return is_limiting(relation)


def _variables(relation: Relation) -> Iterator[str]:
    yield from free_variables(relation.left)
    yield from free_variables(relation.right)
