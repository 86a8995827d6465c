"""Expressions and statements as Lean terms, with the fewest parentheses.

Everything is real; natural variables are cast where they occur among reals. A power with a natural
exponent is Mathlib's `Monoid.npow`, one with a negative literal its reciprocal, powers of `e` are
`Real.exp`, and all others `Real.rpow`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from shomei.emitter.lean.names import identifier
from shomei.operations.operators import BINARY, MULTIPLY, NEGATE
from shomei.operations.powers import NATURAL_POWER
from shomei.operations.registry import OPERATIONS
from shomei.operations.spelling import respelled
from shomei.terms.definitions import Definition
from shomei.terms.functions import is_family
from shomei.terms.literals import E, integer_value, is_integer, is_natural
from shomei.terms.nodes import (
    Antiderivative,
    Apply,
    BigOperator,
    Binary,
    Call,
    Choice,
    Connective,
    Constant,
    Derivative,
    DerivativeAt,
    Expression,
    ForAll,
    Infinity,
    Integral,
    Limit,
    Membership,
    Negation,
    Number,
    Power,
    Prime,
    Property,
    PropertyKind,
    Relation,
    Statement,
    Variable,
    applies,
)
from shomei.terms.relations import COMPARISONS, ascending
from shomei.terms.substitution import fresh
from shomei.terms.walk import children, free_variables, subterms

_MUL, _NEG, _POW = (each.lean.level for each in (MULTIPLY, NEGATE, NATURAL_POWER))
_MAX = 1024


class Unprintable(Exception):  # noqa: N818 (an outcome that callers expect, named for what the term is)
    """A construct that has no Lean term of this kind; the message is for the author."""


@dataclass(frozen=True, slots=True)
class Notation:
    """The information that the printer needs about the names in force."""

    naturals: frozenset[str] = frozenset()
    definitions: dict[str, Definition] = field(default_factory=dict)
    #: The declared functions.
    functions: frozenset[str] = frozenset()
    #: What is said of declared functions beyond relations, with the names of the hypotheses.
    told: tuple[tuple[str, Statement], ...] = ()

    def bind(self, name: str, *, natural: bool = False) -> Notation:
        """The notation inside a binder of `name`, a natural or real number."""
        return replace(self, naturals=self.naturals | {name} if natural else self.naturals - {name})


def real(term: Expression, notation: Notation) -> str:
    """`term` as a Lean term of type ℝ. Raises `Unprintable` for limits and derivatives, which are
    not terms: a proposition states their value.
    """
    return _real(term, notation)[0]


def natural(term: Expression, notation: Notation) -> str:
    """`term` as a Lean term of type ℕ (subtraction truncates; a separate theorem states its
    condition).
    """
    return _natural(term, notation)[0]


def interval(lower: Expression, upper: Expression, notation: Notation) -> str:
    """`Finset.Icc lower upper`, of natural numbers. Where both bounds consist of numerals, the
    first one carries its type: Lean would else take it from a cast of the index, as in
    `∑ k ∈ Finset.Icc 1 4, (k : ℝ)`.
    """
    low = _natural(lower, notation)
    parts = [part for side in (lower, upper) for part in subterms(side)]
    if not any(isinstance(part, Variable | Apply) for part in parts):
        low = f"({low[0]} : ℕ)", _MAX
    return _apply("Finset.Icc", low, _natural(upper, notation))[0]


def _wrap(pair: tuple[str, int], level: int) -> str:
    text, own = pair
    return text if own >= level else f"({text})"


def as_argument(text: str) -> str:
    """The text of a Lean term as the argument of a function: in parentheses unless it is a name or
    a numeral.
    """
    return text if text.isidentifier() or text.isdigit() else f"({text})"


def number(value: Fraction) -> tuple[str, int]:
    """A literal that is not negative, with the precedence of its text."""
    if value.denominator == 1:
        return str(value.numerator), _MAX
    return f"{value.numerator} / {value.denominator}", _MUL


def _apply(function: str, *arguments: tuple[str, int]) -> tuple[str, int]:
    return " ".join([function, *(_wrap(argument, _MAX) for argument in arguments)]), _MAX - 1


def _real(term: Expression, notation: Notation) -> tuple[str, int]:
    match term:
        case Number(value=value):
            return number(value)
        case Variable(name=name):
            return (
                f"({identifier(name)} : ℝ)" if name in notation.naturals else identifier(name)
            ), _MAX
        case Constant(name="pi"):
            return "Real.pi", _MAX
        case Constant():
            return "Real.exp 1", _MAX - 1
        case Negation(operand=operand):
            return f"-{_wrap(_real(operand, notation), _NEG + 1)}", _NEG
        case Binary(operator=operator, left=left, right=right):
            level = BINARY[operator].lean.level
            return (
                f"{_wrap(_real(left, notation), level)} {operator} "
                f"{_wrap(_real(right, notation), level + 1)}",
                level,
            )
        case Power(base=base, exponent=exponent):
            return _power(base, exponent, notation)
        case Apply("root", (degree, a)):
            index = _real(degree, notation)[0]
            return f"{_wrap(_typed(a, notation), _POW + 1)} ^ (1 / {index} : ℝ)", _POW
        case Apply():
            return _applied(term, notation)
        case Call(name=name, arguments=arguments) if is_family(name):
            return _apply(identifier(name), *(_natural(a, notation) for a in arguments))
        case Call(name=name, arguments=arguments):
            captured = (
                [(identifier(b.name), _MAX) for b in notation.definitions[name].captured]
                if name in notation.definitions
                else []
            )
            return _apply(identifier(name), *captured, *(_real(a, notation) for a in arguments))
        case DerivativeAt():
            return _derivative_at(term, notation)
        case BigOperator(operator=operator, index=index, lower=lower, upper=upper, body=body):
            sign = "∑" if operator == "sum" else "∏"
            inside = _typed(body, notation.bind(index, natural=True))
            range_ = interval(lower, upper, notation)
            return f"({sign} {identifier(index)} ∈ {range_}, {_wrap(inside, _MUL)})", _MAX
        case Choice(left=left, right=right, chosen=chosen, otherwise=otherwise):
            low, high = _natural(left, notation)[0], _natural(right, notation)[0]
            first, second = real(chosen, notation), real(otherwise, notation)
            return f"(if {low} = {high} then {first} else {second} : ℝ)", _MAX
        case Integral(variable=variable, lower=lower, upper=upper, body=body):
            return _apply(
                "intervalIntegral",
                (function(variable, body, notation), _MAX),
                _typed(lower, notation),
                _typed(upper, notation),
                ("MeasureTheory.volume", _MAX),
            )
        case Prime() | Derivative() | Limit() | Antiderivative():
            raise Unprintable("a limit or derivative stands where only a number can")


def _derivative_at(term: DerivativeAt, notation: Notation) -> tuple[str, int]:
    """`deriv f a`, and for a function of several variables the derivative by one of them."""
    if len(term.orders) == 1:
        function = differentiated(term.name, term.orders[0])
        return _apply(function, _real(term.arguments[0], notation))
    varied = [index for index, order in enumerate(term.orders) if order]
    if len(varied) != 1:
        raise Unprintable("mixed partial derivatives are not supported")
    place = varied[0]
    free = {name for each in term.arguments for name in free_variables(each)}
    name = fresh("y", free)
    inside = notation.bind(name)
    parts = [
        _real(Variable(name) if index == place else each, inside)
        for index, each in enumerate(term.arguments)
    ]
    partial = f"(fun {identifier(name)} : ℝ => {_apply(identifier(term.name), *parts)[0]})"
    for _ in range(term.orders[place] - 1):
        partial = f"(deriv {partial})"
    return _apply(f"deriv {partial}", _real(term.arguments[place], notation))


def differentiated(name: str, order: int) -> str:
    """The derivative of this order of a declared function, as a Lean term that can be applied."""
    text = identifier(name)
    for _ in range(order - 1):
        text = f"(deriv {text})"
    return f"deriv {text}" if order else text


def _applied(term: Apply, notation: Notation) -> tuple[str, int]:
    spelled = respelled(term)
    if spelled is not term:
        return _real(spelled, notation)
    form = OPERATIONS[term.operation].lean
    if not form.head:
        raise Unprintable(f"{term.operation} has no name in Lean")
    if form.arguments == "natural":
        return f"({_natural(term, notation)[0]} : ℝ)", _MAX
    write = _typed if form.arguments == "typed" else _real
    return _apply(form.head, *(write(a, notation) for a in term.arguments))


def _power(base: Expression, exponent: Expression, notation: Notation) -> tuple[str, int]:
    if base == E:
        return _apply("Real.exp", _real(exponent, notation))
    below = _wrap(_real(base, notation), _POW + 1)
    if is_natural(exponent, notation.naturals):
        return f"{below} ^ ({natural(exponent, notation)} : ℕ)", _POW
    literal = integer_value(exponent)
    if literal is not None:
        return f"1 / {below} ^ ({-literal} : ℕ)", _MUL
    if is_integer(exponent, notation.naturals):
        return f"{below} ^ ({natural(exponent, notation)} : ℕ)", _POW
    if isinstance(base, Number):
        below = f"({below} : ℝ)"
    return f"{below} ^ ({real(exponent, notation)} : ℝ)", _POW


def _natural(term: Expression, notation: Notation) -> tuple[str, int]:
    match term:
        case Number(value=value) if value.denominator == 1:
            return str(value.numerator), _MAX
        case Variable(name=name) if name in notation.naturals:
            return identifier(name), _MAX
        case Binary(operator="+" | "-" | "*" as operator, left=left, right=right):
            level = BINARY[operator].lean.level
            return (
                f"{_wrap(_natural(left, notation), level)} {operator} "
                f"{_wrap(_natural(right, notation), level + 1)}",
                level,
            )
        case Power(base=base, exponent=exponent):
            return (
                f"{_wrap(_natural(base, notation), _POW + 1)} ^ "
                f"{_wrap(_natural(exponent, notation), _POW)}",
                _POW,
            )
        case Apply(name, arguments) if OPERATIONS[name].lean.arguments == "natural":
            return _apply(OPERATIONS[name].lean.head, *(_natural(a, notation) for a in arguments))
        case _:
            names = ", ".join(
                name for name in free_variables(term) if name not in notation.naturals
            )
            raise Unprintable(
                "a natural number is needed here"
                + (f": say `let {names} \\in \\mathbb{{N}}`" if names else "")
            )


def relation(statement: Relation, notation: Notation) -> str:
    """A relation between terms without limits. `>` and `≥` are turned around, so that equal
    relations print alike.
    """
    if between_naturals(statement, notation):
        return natural_relation(statement, notation)
    return real_relation(statement, notation)


def natural_relation(statement: Relation, notation: Notation) -> str:
    """`relation`, between natural numbers."""
    low = ascending(statement)
    sign = COMPARISONS[low.operator].lean
    return f"{natural(low.left, notation)} {sign} {natural(low.right, notation)}"


def real_relation(statement: Relation, notation: Notation) -> str:
    """`relation` between real numbers, even if both sides are natural: the form that the laws of
    the reals need.
    """
    low = ascending(statement)
    sign = COMPARISONS[low.operator].lean
    return f"{_typed(low.left, notation)[0]} {sign} {real(low.right, notation)}"


def between_naturals(statement: Relation, notation: Notation) -> bool:
    """Whether a relation is printed as one between naturals: a side is a natural variable, and
    everything in it is natural.
    """
    left, right = statement.left, statement.right
    if not (is_natural(left, notation.naturals) and is_natural(right, notation.naturals)):
        return False
    return any(isinstance(t, Variable) for t in (left, right)) and not any(
        isinstance(t, Power) or applies(t, "factorial", "binomial") for t in (left, right)
    )


def typed(term: Expression, notation: Notation) -> str:
    """`term` as `real` prints it, with its type if nothing in it shows that it is real: by itself,
    `1 / 2` is 0 to Lean.
    """
    return _typed(term, notation)[0]


def _typed(term: Expression, notation: Notation) -> tuple[str, int]:
    return (f"({real(term, notation)} : ℝ)", _MAX) if _untyped(term) else _real(term, notation)


def function(variable: str, body: Expression, notation: Notation, *, natural: bool = False) -> str:
    """The function that maps the real or natural `variable` to `body`, as a Lean term in
    parentheses.
    """
    inner = notation.bind(variable, natural=natural)
    return f"(fun {identifier(variable)} : {'ℕ' if natural else 'ℝ'} => {typed(body, inner)})"


def _untyped(term: Expression) -> bool:
    """Whether Lean could take the term's numerals for naturals."""
    if isinstance(term, Power):
        return _untyped(term.base)
    plain = isinstance(term, Number | Negation | Binary)
    return plain and all(_untyped(part) for part in children(term))


def pure_statement(statement: Statement, notation: Notation) -> str:
    """A statement without limits as a Lean proposition."""
    match statement:
        case Relation():
            return relation(statement, notation)
        case Membership():
            raise Unprintable("a membership declares a variable's type; it is not a claim")
        case Property():
            return _property(statement, notation)
        case ForAll(names=names, body=body, natural=natural_):
            inside = notation
            for name in names:
                inside = inside.bind(name, natural=natural_)
            bound = " ".join(map(identifier, names))
            return f"∀ {bound} : {'ℕ' if natural_ else 'ℝ'}, {pure_statement(body, inside)}"
        case Connective(operator=operator, left=left, right=right):
            sign = {"iff": "↔", "implies": "→", "and": "∧", "or": "∨"}[operator]
            return f"({pure_statement(left, notation)}) {sign} ({pure_statement(right, notation)})"


#: Mathlib's words for properties of a function, everywhere and at a point.
_PROPERTIES: Final[dict[PropertyKind, tuple[str, str]]] = {
    "differentiable": ("Differentiable ℝ", "DifferentiableAt ℝ"),
    "continuous": ("Continuous", "ContinuousAt"),
    "increasing": ("Monotone", ""),
    "decreasing": ("Antitone", ""),
    "strictly increasing": ("StrictMono", ""),
    "strictly decreasing": ("StrictAnti", ""),
}


def _property(statement: Property, notation: Notation) -> str:
    everywhere, there = _PROPERTIES[statement.kind]
    function = as_argument(differentiated(statement.name, statement.order))
    if statement.at is None:
        return f"{everywhere} {function}"
    if not there:
        raise Unprintable(f"a function is {statement.kind} on an interval, not at a point")
    return f"{there} {function} {as_argument(real(statement.at, notation))}"


def filter_of(
    point: Expression | Infinity, side: str | None, notation: Notation, *, natural: bool = False
) -> str:
    """The filter of a limit: punctured (`side` None), one-sided ("+", "-"), at infinity, where the
    numbers may be `natural`, or the full neighbourhood ("full").
    """
    if natural:
        return "(atTop : Filter ℕ)"
    if isinstance(point, Infinity):
        return "(atTop : Filter ℝ)" if point.positive else "(atBot : Filter ℝ)"
    mark = {None: "𝓝[≠]", "+": "𝓝[>]", "-": "𝓝[<]", "full": "𝓝"}[side]
    return f"{mark} {_wrap(_typed(point, notation), _MAX)}"
