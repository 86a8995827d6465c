"""Equations between integrals without bounds, as statements about derivatives.

`\\int f \\, dx = F + C` says that F has the derivative f. Both sides of such an equation are
functions up to a constant, so it says that they have the same derivative: that of an integral is
its integrand. `\\int e^u \\, du`, where u stands for x^2, is the integral of `e^u \\frac{du}{dx}`
over x.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from shomei.obligations.model import Hypothesis
from shomei.obligations.scope import Scope
from shomei.terms.definitions import spoken_of
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Antiderivative,
    Binary,
    Connective,
    Derivative,
    Expression,
    ForAll,
    Negation,
    Number,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.relations import COMPARISONS
from shomei.terms.substitution import abbreviate, fresh, substitute
from shomei.terms.walk import (
    children,
    free_variables,
    map_statement,
    rebuild,
    statement_terms,
    subterms,
)


class Unrelated(Exception):  # noqa: N818 (an outcome that callers expect, named for what it is)
    """An integral without bounds stands where it says nothing about derivatives; the text says
    why.
    """


def integrates(term: Expression) -> bool:
    """Whether a term contains an integral without bounds."""
    return any(isinstance(part, Antiderivative) for part in subterms(term))


def up_to_a_constant(claim: Relation, integral: Expression) -> Relation:
    """A link in a chain of integrals: it holds up to a constant even between terms that have no
    integral in them, if both have a letter for the constant.
    """
    if claim.operator != "=" or integrates(claim.left) or integrates(claim.right):
        return claim
    found = next(part for part in subterms(integral) if isinstance(part, Antiderivative))
    if not all(_has_constant(side, found.variable) for side in (claim.left, claim.right)):
        return claim
    nothing = Antiderivative(found.variable, ZERO)
    return replace(claim, left=Binary("+", claim.left, nothing, span=claim.left.span))


def _has_constant(term: Expression, variable: str) -> bool:
    """Whether a letter is added to what varies: the C of `x^2 + C`."""
    if variable not in free_variables(term):
        return False
    waiting = [term]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Binary) and part.operator in {"+", "-"}:
            waiting += [part.left, part.right]
        elif isinstance(part, Variable) and part.name != variable:
            return True
    return False


def differentiated(statement: Statement, scope: Scope) -> Statement:
    """What the statement says of derivatives; the statement itself if it has no integrals without
    bounds. Raises `Unrelated`.
    """
    named = {name: value for name, value in scope.abbreviations.items() if integrates(value)}
    if not isinstance(statement, Relation):
        spoken = statement_terms(statement) if isinstance(statement, Connective | ForAll) else ()
        if any(integrates(_named(term, named)) for term in spoken):
            raise Unrelated("an integral without bounds stands only in equations")
        return statement
    left, right = _named(statement.left, named), _named(statement.right, named)
    if not (integrates(left) or integrates(right)):
        return statement
    if statement.operator != "=":
        raise Unrelated("an integral without bounds stands only in equations")
    return _equation(replace(statement, left=left, right=right), scope)


def _named(term: Expression, named: Mapping[str, Expression]) -> Expression:
    """The term with the names of integrals (`I = \\int …`) written out."""
    if isinstance(term, Variable) and term.name in named:
        others = {name: value for name, value in named.items() if name != term.name}
        return _named(named[term.name], others)
    return rebuild(term, tuple(_named(part, named) for part in children(term)))


def _equation(equation: Relation, scope: Scope) -> Relation:
    """The derivative of what has no integral, and the integrands."""
    equation, base, values = _by_one_variable(equation, scope)
    reader = _Reader(base, values, scope)
    over, rest = reader.split(equation.left)
    under, other = reader.split(equation.right)
    if rest is not None and other is None:
        over, rest, under, other = under, other, over, rest
    plain = _difference(other, rest)
    if plain is None or reader.is_constant(plain):
        return replace(equation, left=over or ZERO, right=under or ZERO)
    whole = Derivative(base, plain, span=plain.span)
    return replace(equation, left=whole, right=_difference(over, under) or ZERO)


def _by_one_variable(
    equation: Relation, scope: Scope
) -> tuple[Relation, str, Mapping[str, Expression]]:
    """The equation, the variable that all its functions are taken in, and what the other variables
    of its integrals are in terms of it.
    """
    variables = dict.fromkeys(
        part.variable
        for side in (equation.left, equation.right)
        for part in subterms(side)
        if isinstance(part, Antiderivative)
    )
    free = [name for name in variables if name not in scope.abbreviations]
    values = {
        name: abbreviate(scope.abbreviations[name], scope.abbreviations, frozenset())
        for name in variables
        if name in scope.abbreviations
    }
    if not free and len(variables) == 1:
        name = next(iter(variables))
        others = {
            other
            for side in (equation.left, equation.right)
            for other in free_variables(
                abbreviate(side, _without(scope.abbreviations, name), frozenset())
            )
        }
        if others.isdisjoint(free_variables(values[name])):
            # both sides are functions of u alone, so that they are taken in u
            new = fresh(name, others | set(scope.domains))
            return map_statement(equation, lambda side: _renamed(side, name, new)), new, {}
    if not free:
        free = list(dict.fromkeys(n for value in values.values() for n in free_variables(value)))
    if len(free) != 1 or any(free[0] not in free_variables(value) for value in values.values()):
        raise Unrelated(
            "these integrals are over different variables, and nothing above says how the "
            "variables are related"
        )
    if scope.domains.get(free[0], "R") != "R":
        raise Unrelated(f"{free[0]} does not range over the real numbers")
    return equation, free[0], values


def _without(abbreviations: Mapping[str, Expression], name: str) -> dict[str, Expression]:
    return {other: value for other, value in abbreviations.items() if other != name}


def _renamed(term: Expression, name: str, new: str) -> Expression:
    return substitute(term, {name: Variable(new)})


class _Reader:
    """Splits the sides of an equation into integrands and the rest."""

    def __init__(
        self,
        base: str,
        values: Mapping[str, Expression],
        scope: Scope,
    ) -> None:
        self.base = base
        self.values = values
        self.scope = scope

    def split(self, term: Expression) -> tuple[Expression | None, Expression | None]:
        """The integrands in `term`, each with its coefficient, and what has no integral in it."""
        if not integrates(term):
            return None, term
        match term:
            case Antiderivative(variable=variable, body=body):
                if integrates(body):
                    raise Unrelated("double integrals are not part of the language")
                if variable == self.base or body == ZERO:
                    return body, None
                slope = Derivative(self.base, self.values[variable], span=term.span)
                return Binary("*", body, slope, span=term.span), None
            case Negation(operand=operand):
                over, rest = self.split(operand)
                return over and Negation(over), rest and Negation(rest)
            case Binary(operator="+", left=left, right=right):
                one, other = self.split(left), self.split(right)
                return _sum(one[0], other[0]), _sum(one[1], other[1])
            case Binary(operator="-", left=left, right=right):
                one, other = self.split(left), self.split(right)
                return _difference(one[0], other[0]), _difference(one[1], other[1])
            case Binary(operator="*", left=left, right=right) if self._is_fixed(left):
                over, rest = self.split(right)
                return over and Binary("*", left, over), rest and Binary("*", left, rest)
            case Binary(operator="*" | "/" as operator, left=left, right=right) if self._is_fixed(
                right
            ):
                over, rest = self.split(left)
                return (
                    over and Binary(operator, over, right),
                    rest and Binary(operator, rest, right),
                )
            case _:
                raise Unrelated(
                    "an integral without bounds stands here inside of more than a sum of multiples"
                )

    def _is_fixed(self, term: Expression) -> bool:
        """Whether a term has no integral in it, and does not vary with the variable."""
        if integrates(term):
            return False
        whole = abbreviate(term, self.scope.abbreviations, frozenset())
        spoken = {*free_variables(whole), *spoken_of(whole, self.scope.definitions)}
        return spoken.isdisjoint({self.base, *self.values})

    def is_constant(self, term: Expression) -> bool:
        """Whether a term is a sum of letters and numbers that do not vary."""
        simple = all(
            isinstance(part, Number | Negation | Variable)
            or (isinstance(part, Binary) and part.operator in {"+", "-"})
            for part in subterms(term)
        )
        return simple and self._is_fixed(term)


def _sum(left: Expression | None, right: Expression | None) -> Expression | None:
    if left is None or right is None:
        return left or right
    return Binary("+", left, right, span=left.span)


def _difference(left: Expression | None, right: Expression | None) -> Expression | None:
    if left is None:
        return right and Negation(right)
    if isinstance(right, Negation):
        return Binary("+", left, right.operand, span=left.span)
    return left if right is None or right == ZERO else Binary("-", left, right, span=left.span)


def on_intervals(scope: Scope, statement: Statement) -> Scope:
    """The scope for an equation between integrals without bounds: of the hypotheses on their
    variables, those that leave whole intervals. Such an equation says nothing at single points.
    """
    variables = {
        part.variable
        for term in statement_terms(statement)
        for part in subterms(term)
        if isinstance(part, Derivative | Antiderivative)
    }
    kept: list[Hypothesis] = []
    for hypothesis in scope.hypotheses:
        stated = hypothesis.statement
        if variables.isdisjoint(free_variables(stated)):
            kept.append(hypothesis)
        elif isinstance(stated, Relation) and stated.operator != "=":
            open_one = replace(stated, operator=COMPARISONS[stated.operator].strict)
            kept.append(replace(hypothesis, statement=open_one))
    return replace(scope, hypotheses=tuple(kept))
