"""What an expression needs to mean something: the conditions under which no junk value of Lean is
looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from shomei.obligations.model import (
    Binder,
    Condition,
    Context,
    IndexBinder,
    LimitBinder,
    NearBinder,
)
from shomei.terms.definitions import Definition, spoken_of, unfold
from shomei.terms.literals import ONE, ZERO, E, exact_value, integer_value, is_integer, is_natural
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Constant,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    RelationOperator,
    Statement,
    Variable,
)
from shomei.terms.relations import holds_between
from shomei.terms.substitution import fresh, substitute
from shomei.terms.walk import children, free_variables, statement_terms


def differences(term: Expression) -> list[Expression]:
    """The differences in a term that is printed as a natural number: Lean takes `n - k` for 0 where
    n < k, so each must be at least 0.

    Factorials and binomials inside it are terms of their own, with needs of their own.
    """
    match term:
        case Binary(operator=operator, left=a, right=b):
            return [*differences(a), *differences(b), *([term] if operator == "-" else [])]
        case Power(base=a, exponent=b):
            return [*differences(a), *differences(b)]
        case _:
            return []


def _at_least_zero(
    terms: Iterable[Expression], why: str, naturals: frozenset[str]
) -> list[tuple[Relation, str]]:
    """That each of `terms` is at least 0; of a difference of naturals it is said without the
    difference, as a reader would.
    """
    found: list[tuple[Relation, str]] = []
    for term in terms:
        match term:
            case Binary(operator="-", left=a, right=b) if is_natural(a, naturals) and is_natural(
                b, naturals
            ):
                found.append((_relation(a, ">=", b), why))
            case _:
                found.append((_relation(term, ">=", ZERO), why))
    return found


def _is_positive_literal(term: Expression) -> bool:
    return isinstance(term, Constant) or (isinstance(term, Number) and term.value > 0)


def _is_truncated(exponent: Expression, naturals: frozenset[str]) -> bool:
    """Whether Lean is given an exponent as a natural number though its form does not make it one."""
    return (
        is_integer(exponent, naturals)
        and not is_natural(exponent, naturals)
        and integer_value(exponent) is None
    )


def _bound_conditions(term: BigOperator, naturals: frozenset[str]) -> list[tuple[Relation, str]]:
    """What the bounds of a sum or product need. From 1 on, an upper bound below 0 leaves as little
    as one of 0: nothing.
    """
    upper = differences(term.upper)
    least = integer_value(term.lower)
    if least is not None and least >= 1 and upper and upper[-1] is term.upper:
        upper = upper[:-1]
    kind = "sum" if term.operator == "sum" else "product"
    needs = _at_least_zero(differences(term.lower), f"the lower bound of a {kind}", naturals)
    return needs + _at_least_zero(upper, f"the upper bound of a {kind}", naturals)


def _relation(left: Expression, operator: RelationOperator, right: Expression) -> Relation:
    return Relation(operator, left, right)


def own_conditions(term: Expression, naturals: frozenset[str]) -> list[tuple[Relation, str]]:
    """What the outermost operation of `term` needs, with the words for a reader; parts are not
    looked into.
    """
    match term:
        case Binary(operator="/", right=Number(value=value)) if value != 0:
            return []
        case Binary(operator="/", right=denominator):
            return [(_relation(denominator, "!=", ZERO), "a denominator")]
        case Apply("log" | "log_base", (*base, argument)):
            needs = [(_relation(argument, ">", ZERO), "the argument of a logarithm")]
            if base and base != [E]:
                needs += [
                    (_relation(base[0], ">", ZERO), "the base of a logarithm"),
                    (_relation(base[0], "!=", ONE), "the base of a logarithm"),
                ]
            return needs
        case Apply("sqrt" | "root", (*_, argument)):
            return [(_relation(argument, ">=", ZERO), "the argument of a root")]
        case Power(base=base, exponent=exponent) if base == E or (
            _is_positive_literal(base) and not _is_truncated(exponent, naturals)
        ):
            return []
        case Power(base=base, exponent=exponent):
            if exact_value(exponent) == 0:
                return [(_relation(base, "!=", ZERO), "the base of a power with exponent 0")]
            if is_natural(exponent, naturals):
                return []
            literal = integer_value(exponent)
            if literal is not None:
                return [(_relation(base, "!=", ZERO), "the base of a negative power")]
            if is_integer(exponent, naturals):
                return _at_least_zero(
                    differences(exponent) or [exponent], "the exponent of a whole power", naturals
                )
            return [(_relation(base, ">", ZERO), "the base of a real power")]
        case Apply("factorial", (argument,)):
            return _at_least_zero(differences(argument), "the argument of a factorial", naturals)
        case Apply("binomial", (upper, lower)):
            return _at_least_zero(
                [*differences(upper), *differences(lower)],
                "an entry of a binomial coefficient",
                naturals,
            )
        case Apply("tan" | "sec", (argument,)):
            return [
                (_relation(Apply("cos", (argument,)), "!=", ZERO), "a tangent or secant's cosine")
            ]
        case Apply("cot" | "csc", (argument,)):
            return [
                (_relation(Apply("sin", (argument,)), "!=", ZERO), "a cotangent or cosecant's sine")
            ]
        case Apply("arcsin" | "arccos", (argument,)):
            return [
                (
                    _relation(Negation(ONE), "<=", argument),
                    "the argument of an inverse sine or cosine",
                ),
                (_relation(argument, "<=", ONE), "the argument of an inverse sine or cosine"),
            ]
        case _:
            return []


def conditions(
    term: Expression,
    definitions: dict[str, Definition],
    naturals: frozenset[str],
    binders: tuple[Binder, ...] = (),
) -> list[Condition]:
    """Everything `term` needs, innermost first, each under the binders it stands in. Defined
    functions are looked into.

    A product or sum binds a natural index; a limit's variable is only needed near its point;
    `f'(E)` needs f near E.
    """
    found: list[Condition] = []
    match term:
        case Call(name=name) if name in definitions:
            unfolded = unfold(term, definitions)
            if isinstance(unfolded, Call):
                return found
            for argument in term.arguments:
                found += conditions(argument, definitions, naturals, binders)
            return found + conditions(unfolded, definitions, naturals, binders)
        case Prime(name=name, argument=argument) if (
            name in definitions and len(definitions[name].parameters) == 1
        ):
            definition = definitions[name]
            variable = definition.parameters[0]
            found += conditions(argument, definitions, naturals, binders)
            return found + _near(
                definition.body, variable, argument, definitions, naturals, binders=binders
            )
        case Derivative(variable=variable, body=body):
            found += _near(
                body, variable, Variable(variable), definitions, naturals, binders=binders
            )
            if variable in spoken_of(body, definitions):
                # The functions that are called vary with the variable too, though it is no argument
                # of theirs.
                found += _near(
                    unfold(body, definitions),
                    variable,
                    Variable(variable),
                    definitions,
                    naturals,
                    binders=binders,
                )
            return found
        case Limit(variable=variable, point=point, side=side, body=body):
            if not isinstance(point, Infinity):
                found += conditions(point, definitions, naturals, binders)
            return found + conditions(
                body,
                definitions,
                naturals - {variable},
                (*binders, LimitBinder(variable, point, side)),
            )
        case BigOperator(index=index, lower=lower, upper=upper, body=body):
            found += conditions(lower, definitions, naturals, binders) + conditions(
                upper, definitions, naturals, binders
            )
            found += [
                Condition(relation, binders, why, term)
                for relation, why in _bound_conditions(term, naturals)
            ]
            return found + conditions(
                body, definitions, naturals | {index}, (*binders, IndexBinder(index, lower, upper))
            )
        case _:
            for part in children(term):
                found += conditions(part, definitions, naturals, binders)
            found += [
                Condition(relation, binders, why, term)
                for relation, why in own_conditions(term, naturals)
            ]
            return found


def _near(
    body: Expression,
    variable: str,
    point: Expression,
    definitions: dict[str, Definition],
    naturals: frozenset[str],
    *,
    binders: tuple[Binder, ...],
) -> list[Condition]:
    """What `body` needs for all values of `variable` near `point`. The variable gets a name of its
    own: the point is usually spelled alike.
    """
    new = fresh(
        variable, {*free_variables(body), *free_variables(point), *spoken_of(body, definitions)}
    )
    return conditions(
        substitute(body, {variable: Variable(new)}),
        definitions,
        naturals,
        (*binders, NearBinder(new, point)),
    )


def _relevant(condition: Condition) -> Condition:
    """The condition without the binders that bind nothing in it."""
    needed = {*free_variables(condition.statement.left), *free_variables(condition.statement.right)}
    kept: list[Binder] = []
    for binder in reversed(condition.binders):
        if binder.variable not in needed:
            continue
        kept.append(binder)
        needed.discard(binder.variable)
        if isinstance(binder, IndexBinder):
            needed |= {*free_variables(binder.lower), *free_variables(binder.upper)}
        elif not isinstance(binder.point, Infinity):
            needed |= set(free_variables(binder.point))
    return replace(condition, binders=tuple(reversed(kept)))


def statement_conditions(statement: Statement, context: Context) -> tuple[Condition, ...]:
    """What all expressions of `statement` need in `context`, each once, without what holds of
    literals by sight.
    """
    definitions = {definition.name: definition for definition in context.definitions}
    naturals = frozenset(
        binding.name for binding in context.variables if binding.domain in ("N", "N+")
    )
    seen: dict[tuple[Relation, tuple[Binder, ...]], Condition] = {}
    for term in statement_terms(statement):
        for condition in map(_relevant, conditions(term, definitions, naturals)):
            if not _by_sight(condition.statement):
                seen.setdefault((condition.statement, condition.binders), condition)
    return tuple(seen.values())


def _by_sight(relation: Relation) -> bool:
    """True of literals and constants alone: `2 != 0`, `e > 0`, `10 != 1`."""
    left, right = relation.left, relation.right
    if not isinstance(right, Number):
        return False
    if isinstance(left, Constant):
        return (relation.operator in (">", ">=", "!=")) and right.value <= 1
    if isinstance(left, Number):
        return holds_between(left.value, relation.operator, right.value)
    return False
