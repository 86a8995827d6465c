"""Relations with limits or derivatives, as Lean propositions.

`E has the value v` is: `v = E` for a plain term; `Tendsto (fun h => B) (𝓝[≠] p) (𝓝 v)` for a limit;
`HasDerivAt f v x` for a derivative; and for a term with limits inside, that they have values with
which the term is defined and equal to v. An equation between two such terms states that they have
the same values; one between such a term and a plain one, that this is its value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.term import (
    Notation,
    Unprintable,
    filter_of,
    function,
    pure_statement,
    real,
    relation,
    typed,
)
from shomei.obligations.definedness import own_conditions
from shomei.terms.definitions import unfold, unfold_statement
from shomei.terms.nodes import (
    BigOperator,
    Connective,
    Derivative,
    Expression,
    ForAll,
    Infinity,
    Limit,
    Prime,
    Relation,
    RelationOperator,
    Statement,
    Variable,
)
from shomei.terms.relations import COMPARISONS
from shomei.terms.substitution import fresh
from shomei.terms.walk import (
    bound_name,
    children,
    free_variables,
    is_limiting,
    map_statement,
    rebuild,
    statement_terms,
)

#: The names of the derivatives before the last one.
_ORDERS: Final = ("first", "second", "third", "fourth", "fifth")
#: The highest order of a derivative that is stated.
HIGHEST_ORDER: Final = len(_ORDERS) + 1


def reads_limits(statement: Statement) -> bool:
    """Whether `statement` contains a limit or derivative."""
    match statement:
        case Relation(left=a, right=b):
            return is_limiting(a) or is_limiting(b)
        case Connective(left=p, right=q):
            return reads_limits(p) or reads_limits(q)
        case ForAll(body=body):
            return reads_limits(body)
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Atom:
    """A limit or derivative inside a term, and the name of its value."""

    term: Expression
    name: str


def atoms(term: Expression) -> tuple[Expression, tuple[Atom, ...]]:
    """`term` with each outermost limit or derivative replaced by a variable, and the replaced
    terms.
    """
    found: list[Atom] = []
    taken = set(free_variables(term))

    def visit(part: Expression) -> Expression:
        if isinstance(part, Limit | Prime | Derivative):
            for atom in found:
                if atom.term == part:
                    return Variable(atom.name)
            name = fresh("limit", taken | {atom.name for atom in found})
            found.append(Atom(part, name))
            return Variable(name)
        if isinstance(part, BigOperator) and is_limiting(part.body):
            raise Unprintable(
                "a limit inside a sum is not supported: take the sum of the limits apart"
            )
        return rebuild(part, tuple(visit(child) for child in children(part)))

    skeleton = visit(term)
    return skeleton, tuple(found)


def atom_value(term: Expression, value: str, notation: Notation) -> str:
    """The proposition that the limit or derivative `term` has the value `value` (a Lean term)."""
    match term:
        case Limit(variable=variable, point=point, side=side, body=body, natural=natural):
            if is_limiting(body):
                raise Unprintable(
                    "a limit or derivative inside a limit is not supported: give the inner "
                    "one a value first"
                )
            whole = unfold(body, notation.definitions)
            mapped = function(variable, whole, notation, natural=natural)
            source = filter_of(unfolded_point(point, notation), side, notation, natural=natural)
            return f"Tendsto {mapped} ({source}) (𝓝 {_atomic(value)})"
        case Prime(name=name, order=1, argument=argument):
            return (
                f"HasDerivAt {function_of(name, notation)} {_atomic(value)} "
                f"{_atomic(typed(unfold(argument, notation.definitions), notation))}"
            )
        case Derivative(variable=variable, body=body, order=1):
            if is_limiting(body):
                raise Unprintable("a derivative of a limit is not supported")
            mapped = function(variable, unfold(body, notation.definitions), notation)
            return (
                f"HasDerivAt {mapped} {_atomic(value)} "
                f"{_atomic(real(Variable(variable), notation))}"
            )
        case Prime(name=name, order=order, argument=argument) if order <= HIGHEST_ORDER:
            return higher(
                function_of(name, notation),
                order,
                value,
                _atomic(typed(unfold(argument, notation.definitions), notation)),
            )
        case Derivative(variable=variable, body=body, order=order) if order <= HIGHEST_ORDER:
            if is_limiting(body):
                raise Unprintable("a derivative of a limit is not supported")
            mapped = function(variable, unfold(body, notation.definitions), notation)
            return higher(mapped, order, value, _atomic(real(Variable(variable), notation)))
        case _:
            raise Unprintable("derivatives are supported up to the sixth order")


def higher(mapped: str, order: int, value: str, at: str) -> str:
    """A derivative of the second order or a higher one: each derivative before it exists near the
    point, and the last of these has a derivative at the point.
    """
    parts = ""
    for name in _ORDERS[: order - 1]:
        parts += f"∃ {name} : ℝ → ℝ, (∀ᶠ near in 𝓝 {at}, HasDerivAt {mapped} ({name} near) near) ∧ "
        mapped = name
    return f"{parts}HasDerivAt {mapped} {_atomic(value)} {at}"


def function_of(name: str, notation: Notation) -> str:
    """The defined function `name` as a Lean `fun`. Raises `Unprintable` unless it has one variable
    and no limits.
    """
    definition = notation.definitions.get(name)
    if definition is None or len(definition.parameters) != 1:
        raise Unprintable(f"{name} is not a function of one variable, so {name}' has no meaning")
    variable = definition.parameters[0]
    body = unfold(definition.body, notation.definitions)
    if is_limiting(body):
        raise Unprintable("a derivative of a function that is itself a limit is not supported")
    return function(variable, body, notation)


def unfolded_point(point: Expression | Infinity, notation: Notation) -> Expression | Infinity:
    """The point of a limit, with the functions in force expanded."""
    return point if isinstance(point, Infinity) else unfold(point, notation.definitions)


def value_of(term: Expression, value: str, notation: Notation) -> str:
    """The proposition that `term` has the value `value`."""
    if not is_limiting(term):
        return f"{value} = {real(unfold(term, notation.definitions), notation)}"
    if isinstance(term, Limit | Prime | Derivative):
        return atom_value(term, value, notation)
    skeleton, found = atoms(unfold(term, notation.definitions))
    names = " ".join(identifier(atom.name) for atom in found)
    parts = [_closed(atom_value(atom.term, identifier(atom.name), notation)) for atom in found]
    parts += [
        relation(need, notation)
        for need in skeleton_needs(skeleton, tuple(atom.name for atom in found), notation)
    ]
    parts.append(f"{value} = {real(skeleton, notation)}")
    return f"∃ {names} : ℝ, {' ∧ '.join(parts)}"


def _closed(proposition: str) -> str:
    """A proposition as a part of a conjunction, in brackets if it begins with a quantifier, which
    would otherwise capture the parts after it.
    """
    return f"({proposition})" if proposition.startswith("∃") else proposition


def skeleton_needs(
    skeleton: Expression, names: tuple[str, ...], notation: Notation
) -> tuple[Relation, ...]:
    """The conditions of the term around the limits on their values."""
    needs: dict[Relation, None] = {}

    def visit(part: Expression) -> None:
        for child in children(part):
            visit(child)
        for need in own_conditions(part, notation.naturals):
            if set(free_variables(need)) & set(names):
                needs[need] = None

    visit(skeleton)
    return tuple(needs)


def proposition(statement: Statement, notation: Notation) -> str:
    """A statement as a Lean proposition, including limits."""
    if not reads_limits(statement):
        return pure_statement(unfolded(statement, notation), notation)
    match statement:
        case Relation(operator="=", left=left, right=right):
            if not is_limiting(right):
                return value_of(left, _value(right, notation), notation)
            if not is_limiting(left):
                return value_of(right, _value(left, notation), notation)
            return (
                f"∀ value : ℝ, ({value_of(left, 'value', notation)}) ↔ "
                f"({value_of(right, 'value', notation)})"
            )
        case Relation(operator=operator, left=left, right=right):
            return _comparison(operator, left, right, notation)
        case ForAll():
            raise Unprintable("a limit inside an assumption for all numbers is not supported")
        case Connective():
            return _with_derivatives(statement, notation)
        case _:
            raise Unprintable("a membership declares a variable's type; it is not a claim")


def derivatives_taken_out(statement: Statement) -> tuple[Statement, tuple[Atom, ...]]:
    """A statement of connectives with each outermost derivative in it replaced by a variable, and
    the derivatives. Raises `Unprintable` if it has limits.
    """
    found: dict[Expression, str] = {}
    taken = {name for term in statement_terms(statement) for name in free_variables(term)}

    def visit(part: Expression) -> Expression:
        if isinstance(part, Prime | Derivative):
            if part not in found:
                found[part] = fresh("slope", taken | set(found.values()))
            return Variable(found[part])
        if isinstance(part, Limit) or (bound_name(part) is not None and is_limiting(part)):
            # `∀ value, (A has it) ↔ (B has it)` is true of limits that do not exist, and nothing
            # here would require that they do.
            raise Unprintable(
                "a limit inside \\iff, \\Rightarrow, \\land or \\lor is not supported: give it a "
                "value in a step of its own"
            )
        return rebuild(part, tuple(visit(child) for child in children(part)))

    skeleton = map_statement(statement, visit)
    return skeleton, tuple(Atom(term, name) for term, name in found.items())


def _with_derivatives(statement: Connective, notation: Notation) -> str:
    """`f'(x) = 0 \\iff x = 1` as `∃ slope, HasDerivAt f slope x ∧ (slope = 0 ↔ x = 1)`: that the
    derivatives exist is a part of it.
    """
    skeleton, found = derivatives_taken_out(unfolded(statement, notation))
    names = tuple(atom.name for atom in found)
    needs = dict.fromkeys(
        need for term in statement_terms(skeleton) for need in skeleton_needs(term, names, notation)
    )
    parts = [_closed(atom_value(atom.term, identifier(atom.name), notation)) for atom in found]
    parts += [relation(need, notation) for need in needs]
    parts.append(f"({pure_statement(skeleton, notation)})")
    return f"∃ {' '.join(map(identifier, names))} : ℝ, {' ∧ '.join(parts)}"


def existence(statement: Relation, notation: Notation) -> str:
    """That both sides of an equation between limiting terms have one and the same value."""
    return (
        f"∃ value : ℝ, ({value_of(statement.left, 'value', notation)}) ∧ "
        f"({value_of(statement.right, 'value', notation)})"
    )


def _comparison(
    operator: RelationOperator, left: Expression, right: Expression, notation: Notation
) -> str:
    sign = COMPARISONS[operator].lean
    return (
        f"∃ lhs rhs : ℝ, ({value_of(left, 'lhs', notation)}) ∧ "
        f"({value_of(right, 'rhs', notation)}) ∧ lhs {sign} rhs"
    )


def _value(term: Expression, notation: Notation) -> str:
    return f"({real(unfold(term, notation.definitions), notation)})"


def unfolded(statement: Statement, notation: Notation) -> Statement:
    """`statement` with the functions in force expanded."""
    return unfold_statement(statement, notation.definitions)


def _atomic(text: str) -> str:
    if text.isidentifier() or (text.startswith("(") and _closes(text)):
        return text
    return f"({text})"


def _closes(text: str) -> bool:
    depth = 0
    for position, char in enumerate(text):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth == 0:
            return position == len(text) - 1
    return False
