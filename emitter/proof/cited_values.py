"""Values of limits and derivatives from the theorems that the author cites: `by (3.1) with a =
e`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Exact, Have, SimpOnly, script
from shomei.emitter.lean.statement import value_of
from shomei.emitter.lean.term import Notation, real
from shomei.emitter.proof.citation import apply, bridges
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.valued import Valued
from shomei.emitter.rules.match import match
from shomei.obligations.model import Obligation, Schema
from shomei.operations.spelling import normalise
from shomei.parser.reason_nodes import Cite
from shomei.terms.definitions import Definition, by_name, unfold
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Derivative, Expression, Infinity, Limit, Prime, Relation, Variable
from shomei.terms.normal import canonical
from shomei.terms.substitution import substitute
from shomei.terms.walk import is_limiting

#: Replaces the bound variable while two bodies are compared; no variable of a derivation has this
#: name.
_BOUND = "#"


@dataclass(frozen=True, slots=True)
class _Curve:
    """The function of a limit or first derivative, with its bound variable and its point."""

    kind: object
    variable: str
    body: Expression
    point: Expression

    def at(self, values: Mapping[str, Expression]) -> _Curve:
        """With `values` for the free variables."""
        inner = {name: value for name, value in values.items() if name != self.variable}
        return _Curve(
            self.kind,
            self.variable,
            substitute(self._renamed().body, inner),
            substitute(self.point, values),
        )

    def same_as(self, other: _Curve) -> bool:
        """Equality up to the name of the bound variable and spelling."""
        one, two = self._renamed(), other._renamed()
        return one.kind == two.kind and all(
            canonical(normalise(a)) == canonical(normalise(b))
            for a, b in ((one.body, two.body), (one.point, two.point))
        )

    def matched(
        self, other: _Curve, kinds: Mapping[str, str], notation: Notation
    ) -> dict[str, Expression] | None:
        """Values for the variables in `kinds` that turn this into `other`."""
        body = match(
            normalise(self._renamed().body), normalise(other._renamed().body), kinds, notation
        )
        return (
            None
            if body is None
            else match(normalise(self.point), normalise(other.point), kinds, notation, body)
        )

    def _renamed(self) -> _Curve:
        return _Curve(
            self.kind, _BOUND, substitute(self.body, {self.variable: Variable(_BOUND)}), self.point
        )


def _curve(term: Expression, definitions: Mapping[str, Definition]) -> _Curve | None:
    match term:
        case Prime(name=name, order=1, argument=argument) if (
            name in definitions and len(definitions[name].parameters) == 1
        ):
            return _Curve(
                "derivative",
                definitions[name].parameters[0],
                unfold(definitions[name].body, definitions),
                unfold(argument, definitions),
            )
        case Derivative(variable=variable, body=body, order=1):
            return _Curve("derivative", variable, unfold(body, definitions), Variable(variable))
        case Limit(variable=variable, point=point, side=side, body=body):
            kind = ("limit", side, point if isinstance(point, Infinity) else None)
            return _Curve(
                kind,
                variable,
                unfold(body, definitions),
                ZERO if isinstance(point, Infinity) else unfold(point, definitions),
            )
        case _:
            return None


def cited_values(obligation: Obligation, term: Expression, setting: Setting) -> Iterator[Valued]:
    """The value of `term` by each theorem among the step's reasons that states the value of such a
    term.
    """
    wanted = _curve(term, setting.notation.definitions)
    schemas = {schema.label: schema for schema in obligation.schemas}
    for reason in obligation.reasons:
        if wanted is not None and isinstance(reason, Cite) and reason.label in schemas:
            yield from _by_schema(
                schemas[reason.label], dict(reason.substitution), term, wanted, setting
            )


def _by_schema(
    schema: Schema,
    given: Mapping[str, Expression],
    term: Expression,
    wanted: _Curve,
    setting: Setting,
) -> Iterator[Valued]:
    statement = schema.statement
    if not isinstance(statement, Relation) or statement.operator != "=":
        return
    left, right = (
        (statement.right, statement.left)
        if is_limiting(statement.right)
        else (statement.left, statement.right)
    )
    definitions = by_name(schema.definitions)
    stated = _curve(left, definitions)
    if stated is None or is_limiting(right):
        return
    kinds = {b.name: "N" if b.is_natural else "R" for b in schema.variables}
    own: dict[str, Expression] = {name: given.get(name, Variable(name)) for name in kinds}
    open_kinds = {name: kind for name, kind in kinds.items() if name not in given}
    matched = stated.at(given).matched(wanted, open_kinds, setting.notation)
    for values in (own, None if matched is None else {**own, **matched}):
        if values is None or not stated.at(values).same_as(wanted):
            continue
        proof = apply(schema, values, setting)
        if proof is None:
            continue
        value = normalise(substitute(unfold(right, definitions), values))
        cited = _spelled(
            stated,
            values,
            value_of(term, f"({real(value, setting.notation)})", setting.notation),
            proof,
            setting,
        )
        yield Valued(value, "cited", (cited,), (schema.obligation,), f"({schema.label})")
        return


def _spelled(
    stated: _Curve, values: Mapping[str, Expression], statement: str, proof: str, setting: Setting
) -> Have:
    """`have cited : statement`, from the theorem at `values`, whose body Lean may spell
    otherwise.
    """
    name = identifier(stated.variable)
    inner = setting.extend((), (stated.variable,))
    spelled = bridges(stated.body, {n: v for n, v in values.items() if n != stated.variable}, inner)
    if not spelled:
        return Have("cited", statement, proof)
    rewritten = [
        Have(f"bridge{i}", f"∀ {name} : ℝ, {bridge.statement}", f"fun {name} => {bridge.proof}")
        for i, bridge in enumerate(spelled, start=1)
    ]
    return Have(
        "cited",
        statement,
        script(
            Have("theirs", None, proof),
            rewritten,
            SimpOnly(tuple(bridge.name for bridge in rewritten), at="theirs"),
            Exact("theirs"),
        ),
    )
