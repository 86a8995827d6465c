"""Formulas and earlier steps as facts inside a proof: the terms at which they are applied, and the
proofs of their side conditions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Have, Rw
from shomei.emitter.lean.term import Unprintable, as_argument, between_naturals, natural, real
from shomei.emitter.proof.functions import property_proof
from shomei.emitter.proof.laws import Lemma
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import discharge, whole
from shomei.emitter.rules.match import match
from shomei.obligations.model import Fact, Obligation, Schema
from shomei.parser.reason_nodes import Cite
from shomei.terms.definitions import natural_names, unfold
from shomei.terms.literals import E, integer_value, is_natural
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Constant,
    Expression,
    ForAll,
    Number,
    Power,
    Property,
    Relation,
    Statement,
    Variable,
    applies,
)
from shomei.terms.normal import canonical
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, is_limiting, statement_terms, subterms


@dataclass(frozen=True, slots=True)
class Bridge:
    """An equation between two spellings of a term, in Lean's text, and its proof."""

    statement: str
    proof: str


@dataclass(frozen=True, slots=True)
class Citation:
    """An application of a theorem: `lemma` states it at some terms, `bridges` are equations between
    its spelling and the step's.
    """

    lemma: Lemma
    bridges: tuple[Bridge, ...]
    theorem: str


def apply(of: Schema | Fact, values: Mapping[str, Expression], setting: Setting) -> str | None:
    """The theorem of a formula or an earlier step applied to `values` and to proofs of its
    hypotheses there; None if one of them cannot be proved, or if Lean has no term for something
    here. A declared function stands for itself.
    """
    try:
        return _applied(of, values, setting)
    except Unprintable:
        return None


def _applied(of: Schema | Fact, values: Mapping[str, Expression], setting: Setting) -> str | None:
    theorem, variables = of.obligation, of.variables
    parts = [theorem]
    for function in of.functions:
        if function.name not in setting.notation.functions:
            return None
        parts.append(identifier(function.name))
    theirs = replace(setting.notation, naturals=natural_names(variables))
    for binding in variables:
        value = unfold(
            values.get(binding.name, Variable(binding.name)), setting.notation.definitions
        )
        if not set(free_variables(value)) <= set(setting.variables):
            return None
        if binding.is_natural:
            if not is_natural(value, setting.notation.naturals):
                return None
            parts.append(as_argument(natural(value, setting.notation)))
        else:
            parts.append(as_argument(real(value, setting.notation)))
    for hypothesis in of.hypotheses:
        if isinstance(hypothesis.statement, Property | ForAll):
            known = _said(hypothesis.statement, values, setting)
            if known is None:
                return None
            parts.append(known)
            continue
        if not isinstance(hypothesis.statement, Relation):
            return None
        relation = instantiate(hypothesis.statement, values, setting)
        proof = (whole if between_naturals(hypothesis.statement, theirs) else discharge)(
            relation, setting
        )
        if proof is None or setting.seems(relation) is False:
            return None
        parts.append(proof)
    return f"({' '.join(parts)})" if len(parts) > 1 else theorem


def _said(
    statement: Property | ForAll, values: Mapping[str, Expression], setting: Setting
) -> str | None:
    """A proof of what a theorem assumes of a declared function: that it has a property, or a
    hypothesis of this place too.
    """
    if isinstance(statement, Property):
        at = statement.at
        there = None if at is None else setting.plain(substitute(at, values))
        return property_proof(replace(statement, at=there), setting.notation)
    if any(
        values.get(name, Variable(name)) != Variable(name) for name in free_variables(statement)
    ):
        return None
    return next((name for name, each in setting.notation.told if each == statement), None)


def instantiate(relation: Relation, values: Mapping[str, Expression], setting: Setting) -> Relation:
    """`relation` at `values`, with definitions expanded and in the spelling of `normalise`."""

    def change(term: Expression) -> Expression:
        return setting.plain(substitute(term, values))

    return Relation(relation.operator, change(relation.left), change(relation.right))


def bridges(term: Expression, values: Mapping[str, Expression], setting: Setting) -> list[Bridge]:
    """The places where Lean spells a formula at `values` differently from the step: powers of e,
    logarithms to base e, whole powers.
    """
    notation = setting.notation
    found: list[Bridge] = []
    for part in subterms(term):
        here = substitute(part, values)
        match part, here:
            case Power(base=Variable()), Power(base=base, exponent=exponent) if base == E:
                power = real(exponent, notation)
                found.append(
                    Bridge(
                        f"Real.exp 1 ^ ({power} : ℝ) = Real.exp ({power})",
                        f"Real.exp_one_rpow ({power})",
                    )
                )
            case Apply("log_base", (Variable(), _)), Apply("log_base", (base, argument)) if (
                base == E
            ):
                text = real(argument, notation)
                found.append(
                    Bridge(
                        f"Real.logb (Real.exp 1) ({text}) = Real.log ({text})",
                        by(Rw(("← Real.log_div_log", "Real.log_exp")), GRIND),
                    )
                )
            case Power(exponent=exponent), Power(base=base, exponent=value) if (
                base != E and not is_natural(exponent, notation.naturals)
            ):
                literal = integer_value(value)
                if literal is not None and literal >= 0:
                    text = real(base, notation)
                    found.append(
                        Bridge(
                            f"({text}) ^ ({literal} : ℝ) = ({text}) ^ ({literal} : ℕ)",
                            "by rw [← Real.rpow_natCast]; congr 1; grind",
                        )
                    )
            case _:
                pass
    return list(dict.fromkeys(found))


def cite(
    reason: Cite,
    schema: Schema,
    goal: Relation,
    setting: Setting,
    others: Iterable[Relation] = (),
) -> list[Citation]:
    """The instances of a formula that an author may mean: at the given terms, or at those that make
    one of its sides a part of the step or of the statements of `others`.
    """
    statement = schema.statement
    if not isinstance(statement, Relation) or is_limiting(statement):
        return []
    citations: list[Citation] = []
    for values in _instances(reason, schema, statement, (goal, *others), setting)[:8]:
        if any(not set(free_variables(each)) <= set(setting.variables) for each in values.values()):
            continue
        proof = apply(schema, values, setting)
        if proof is None:
            continue
        spelled = [
            bridge
            for side in (statement.left, statement.right)
            for bridge in bridges(side, values, setting)
        ]
        name, here = f"cited{len(citations) + 1}", instantiate(statement, values, setting)
        lemma = Lemma(name, here, proof, f"({schema.label})")
        citations.append(Citation(lemma, tuple(dict.fromkeys(spelled)), schema.obligation))
    return citations


def _instances(
    reason: Cite,
    schema: Schema,
    statement: Relation,
    places: Iterable[Relation],
    setting: Setting,
) -> list[dict[str, Expression]]:
    """Values for the variables of a formula: those given, and for the others those at which a side
    of the formula is a part of one of `places`. Each once.
    """
    kinds = {b.name: "N" if b.is_natural else "R" for b in schema.variables}
    given = {name: value for name, value in reason.substitution if name in kinds}
    open_kinds = {name: kind for name, kind in kinds.items() if name not in given}
    if not open_kinds:
        return [given]
    targets = [
        part
        for each in places
        for side in (each.left, each.right)
        for part in subterms(setting.plain(side))
    ]
    found: dict[tuple[tuple[str, Expression], ...], None] = {}
    for side in (statement.left, statement.right):
        pattern = substitute(setting.plain(side), given)
        if isinstance(pattern, Variable | Number):
            continue
        for target in targets:
            values = match(pattern, target, open_kinds, setting.notation)
            if values is not None:
                for complete in _complete(values, open_kinds, targets):
                    pairs = {**given, **complete}.items()
                    found[tuple(sorted(pairs, key=lambda pair: pair[0]))] = None
    return [dict(pairs) for pairs in found]


def _complete(
    values: Mapping[str, Expression], kinds: Mapping[str, str], targets: list[Expression]
) -> Iterable[dict[str, Expression]]:
    """Values for the variables that a match leaves open: e, and the bases of the step's
    logarithms.
    """
    left = [name for name in kinds if name not in values]
    if not left:
        yield dict(values)
        return
    if len(left) > 2:
        return
    bases: dict[Expression, None] = {}
    for target in targets:
        if applies(target, "log"):
            bases[Constant("e")] = None
        elif applies(target, "log_base"):
            bases[target.arguments[0]] = None
    for choice in product(list(bases)[:4], repeat=len(left)):
        yield {**values, **dict(zip(left, choice, strict=True))}


def citation_lines(citations: Iterable[Citation]) -> list[Have]:
    """The `have`s of citations. Lean infers their types, since it knows the theorems."""
    lines: list[Have] = []
    count = 0
    for citation in citations:
        lines.append(Have(citation.lemma.name, None, citation.lemma.proof))
        for bridge in citation.bridges:
            count += 1
            lines.append(Have(f"bridge{count}", bridge.statement, bridge.proof))
    return lines


def usable(fact: Fact, setting: Setting) -> str | None:
    """An earlier step's theorem, applied to the variables of the same names."""
    if not {b.name for b in fact.variables} <= set(setting.variables):
        return None
    return apply(fact, {}, setting)


def fact_lines(obligation: Obligation, setting: Setting) -> tuple[list[Have], tuple[str, ...]]:
    """The latest earlier steps on this step's variables, as `have`s; steps about sums only if one
    of those sums occurs here too.
    """
    lines: list[Have] = []
    requires: list[str] = []
    here = _sums(obligation.goal)
    for fact in reversed(obligation.facts):
        statement = fact.statement
        if isinstance(statement, Relation) and (is_limiting(statement)):
            continue
        sums = _sums(statement)
        if sums and not sums & here:
            continue
        proof = usable(fact, setting)
        if proof is None:
            continue
        lines.append(Have(f"fact{len(lines) + 1}", None, proof))
        requires.append(fact.obligation)
        if len(lines) == 8:
            break
    return lines, tuple(requires)


def _sums(statement: Statement) -> frozenset[Expression]:
    """The sums and products in a statement, up to the names of their indices."""
    return frozenset(
        canonical(part)
        for term in statement_terms(statement)
        for part in subterms(term)
        if isinstance(part, BigOperator)
    )


def cited_formulas(obligation: Obligation, goal: Relation, setting: Setting) -> list[Citation]:
    """Instances of the formulas that the author names. One that fits no part of the goal may fit
    the statement of another.
    """
    schemas = {schema.label: schema for schema in obligation.schemas}
    reasons = [each for each in obligation.reasons if isinstance(each, Cite)]
    reasons = [each for each in reasons if each.label in schemas]
    found = [cite(each, schemas[each.label], goal, setting) for each in reasons]
    stated = [each.lemma.statement for citations in found for each in citations]
    return _numbered(
        [
            each
            for reason, citations in zip(reasons, found, strict=True)
            for each in citations
            or (cite(reason, schemas[reason.label], goal, setting, stated) if stated else ())
        ]
    )


def fitting_formulas(obligation: Obligation, goal: Relation, setting: Setting) -> list[Citation]:
    """Instances of the formulas above that match a part of the goal."""
    found: list[Citation] = []
    for schema in obligation.schemas:
        found += cite(Cite(schema.label), schema, goal, setting)[:2]
    return _numbered(found[:10])


def _numbered(citations: list[Citation]) -> list[Citation]:
    return [
        replace(each, lemma=replace(each.lemma, name=f"cited{number}"))
        for number, each in enumerate(citations, start=1)
    ]


def labels(citations: Iterable[Citation]) -> str:
    """The labels by which the formulas are cited, each once."""
    return ", ".join(dict.fromkeys(each.lemma.rule for each in citations))
