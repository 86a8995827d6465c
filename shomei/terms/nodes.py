"""The terms of the language: expressions and statements, frozen and typed, with source spans.

The `span` of a node does not take part in equality, so `parse(print(node)) == node` is a law that
tests can state. Nothing here knows about LaTeX, sympy or Lean.
"""

# ruff: noqa: RUF009 -- span_field() makes a dataclass field, the same for every node; it is no
# default that is computed

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal, TypeAlias, TypeGuard


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of the source: 0-based offsets into the text, and the 1-based line and column of both
    ends.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = Span(0, 0, 1, 1, 1, 1)


def span_field() -> Span:
    """The dataclass field of a node's span: NOWHERE by default, and ignored by equality."""
    return field(default=NOWHERE, compare=False, repr=False, kw_only=True)


class Remembering:
    """What a node keeps once it has been asked for it: its hash, and its free variables (`walk`).
    A search asks the same terms again and again. A copy or a pickle of a node does not have them.
    """

    __slots__ = ("_free", "_hash")

    _free: tuple[str, ...]
    _hash: int


# --------------------------------------------------------------------------------------------------
# Expressions

BinaryOperator: TypeAlias = Literal["+", "-", "*", "/"]

ConstantName: TypeAlias = Literal["e", "pi"]


@dataclass(frozen=True, slots=True)
class Number(Remembering):
    """A decimal or integer literal, as an exact non-negative fraction."""

    value: Fraction
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Variable(Remembering):
    """A variable, by its canonical name: `x`, `x_1`, `alpha`; `x_{ij}` is `x_ij`."""

    name: str
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Constant(Remembering):
    """Napier's number `e` or `\\pi`."""

    name: ConstantName
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Negation(Remembering):
    """`-E`."""

    operand: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Binary(Remembering):
    """`left operator right`; `\\times`, `\\cdot` and juxtaposition are `*`, `\\frac` and `/` are
    `/`.
    """

    operator: BinaryOperator
    left: Expression
    right: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Power(Remembering):
    """`base^{exponent}`."""

    base: Expression
    exponent: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Apply(Remembering):
    """An application of an operation that the language knows by name; `operations` has a record of
    each.

    Those with two arguments are `log_base` (base and argument), `root` (its degree, a `Number`
    other than 2, and its argument) and `binomial` (upper and lower entry).
    """

    operation: str
    arguments: tuple[Expression, ...]
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Call(Remembering):
    """An application of a function that the derivation defines or declares: `f(x+h)`, `g(x, y)`.
    `x_` is the name of the family `x_i`, whose argument is its index.
    """

    name: str
    arguments: tuple[Expression, ...]
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Prime(Remembering):
    """`f'(E)`, `f''(E)`: the derivative of order `order` of the defined function `name`, at
    `argument`.
    """

    name: str
    order: int
    argument: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class DerivativeAt(Remembering):
    """The derivative of the declared function `name` at `arguments`, taken `orders[i]` times by the
    i-th argument: `f'(E)` where f is a function without a formula. It is a number, and defined
    where the function is differentiable.
    """

    name: str
    orders: tuple[int, ...]
    arguments: tuple[Expression, ...]
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Derivative(Remembering):
    """`\\frac{d}{dx} E` at x, or `\\frac{\\partial}{\\partial x} E` (`partial`), of order
    `order`.
    """

    variable: str
    body: Expression
    order: int = 1
    partial: bool = False
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Infinity(Remembering):
    """`\\infty` or `-\\infty`, which occurs only as the point of a limit."""

    positive: bool = True
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Limit(Remembering):
    """`\\lim_{variable \\to point} body`; `side` is "+" or "-" for a one-sided limit. In that of a
    sequence, which is at infinity, the variable is a natural number.
    """

    variable: str
    point: Expression | Infinity
    side: Literal["+", "-"] | None
    body: Expression
    natural: bool = False
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class BigOperator(Remembering):
    """`\\sum_{index=lower}^{upper} body` or `\\prod_…`."""

    operator: Literal["sum", "prod"]
    index: str
    lower: Expression
    upper: Expression
    body: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Antiderivative(Remembering):
    """`\\int body \\, d variable` without bounds, at the value of the variable: a function with
    the derivative `body`. It is determined up to a constant, so that it stands only in equations
    that hold up to one.
    """

    variable: str
    body: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Choice(Remembering):
    """`chosen` if the natural numbers `left` and `right` are equal, `otherwise` if they are not:
    `\\delta_{ij}` is the choice of 1 and 0.
    """

    left: Expression
    right: Expression
    chosen: Expression
    otherwise: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Integral(Remembering):
    """`\\int_{lower}^{upper} body \\, d variable`."""

    variable: str
    lower: Expression
    upper: Expression
    body: Expression
    span: Span = span_field()


Expression: TypeAlias = (
    Number
    | Variable
    | Constant
    | Negation
    | Binary
    | Power
    | Apply
    | Call
    | Prime
    | DerivativeAt
    | Derivative
    | Limit
    | BigOperator
    | Antiderivative
    | Choice
    | Integral
)

# --------------------------------------------------------------------------------------------------
# Statements

RelationOperator: TypeAlias = Literal["=", "<", "<=", ">", ">=", "!="]
NumberSet: TypeAlias = Literal["N", "N+", "Z", "Q", "R"]


@dataclass(frozen=True, slots=True)
class Relation(Remembering):
    """`left operator right`, one relation."""

    operator: RelationOperator
    left: Expression
    right: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Membership(Remembering):
    """`x \\in \\mathbb{N}`."""

    name: str
    domain: NumberSet
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Connective(Remembering):
    """`left \\iff right` ("iff"), `left \\Rightarrow right` ("implies"), `\\land` ("and"), `\\lor`
    ("or").
    """

    operator: Literal["iff", "implies", "and", "or"]
    left: Statement
    right: Statement
    span: Span = span_field()


#: What may be said of a declared function. `increasing` and `decreasing` are not strict.
PropertyKind: TypeAlias = Literal[
    "differentiable",
    "continuous",
    "increasing",
    "decreasing",
    "strictly increasing",
    "strictly decreasing",
]


@dataclass(frozen=True, slots=True)
class Property(Remembering):
    """The declared function `name`, differentiated `order` times, is of this kind: at the point
    `at`, or everywhere.
    """

    kind: PropertyKind
    name: str
    order: int = 0
    at: Expression | None = None
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class ForAll(Remembering):
    """`body` for all numbers `names`, real ones or natural ones. It is assumed, and never claimed:
    a claim holds for all its variables anyway.
    """

    names: tuple[str, ...]
    body: Statement
    natural: bool = False
    span: Span = span_field()


Statement: TypeAlias = Relation | Membership | Connective | Property | ForAll

Node: TypeAlias = Expression | Statement


def applies(node: object, *operations: str) -> TypeGuard[Apply]:
    """Whether `node` applies one of these operations."""
    return isinstance(node, Apply) and node.operation in operations


def _remember_hash(kind: Any) -> None:
    """Lets the nodes of a kind keep the hash that their dataclass computes from all their parts."""
    computed = kind.__hash__

    def remembered(node: Remembering) -> int:
        try:
            return node._hash
        except AttributeError:
            found: int = computed(node)
            object.__setattr__(node, "_hash", found)
            return found

    kind.__hash__ = remembered


for _kind in Remembering.__subclasses__():
    _remember_hash(_kind)
