"""The abstract syntax of a derivation: frozen, typed, with source spans.

Every node carries a `span` that does not take part in equality, so that
`parse(print(node)) == node` is a law that tests can state. Nothing here knows about LaTeX, sympy or
Lean.
"""

# ruff: noqa: RUF009 -- _span() makes a dataclass field, the same for every node; it is no default that is computed

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the source: 0-based offsets into the text, and the 1-based line and column of
    both ends.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = Span(0, 0, 1, 1, 1, 1)


def _span() -> Span:
    return field(default=NOWHERE, compare=False, repr=False, kw_only=True)


# --------------------------------------------------------------------------------------------------
# Expressions

BinaryOperator: TypeAlias = Literal["+", "-", "*", "/"]

#: Functions of one argument that the language knows by name (`\\ln` and `\\log` are `Log`,
#: `\\sqrt[n]` is `Root`).
FunctionName: TypeAlias = Literal[
    "sin",
    "cos",
    "tan",
    "cot",
    "sec",
    "csc",
    "arcsin",
    "arccos",
    "arctan",
    "sinh",
    "cosh",
    "tanh",
    "exp",
]

ConstantName: TypeAlias = Literal["e", "pi"]


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal or integer literal, as an exact non-negative fraction."""

    value: Fraction
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable, by its canonical name: `x`, `x_1`, `alpha`, `x_{ij}` is `x_ij`."""

    name: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Constant:
    """Napier's number `e` or `\\pi`."""

    name: ConstantName
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Negation:
    """`-E`."""

    operand: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Binary:
    """`left operator right`; `\\times`, `\\cdot` and juxtaposition are `*`, `\\frac` and `/` are
    `/`.
    """

    operator: BinaryOperator
    left: Expression
    right: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Power:
    """`base^{exponent}`."""

    base: Expression
    exponent: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Function:
    """A known function applied to one argument."""

    name: FunctionName
    argument: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Log:
    """`\\log_b x`. `base` is None for `\\ln x` and for `\\log x` without a base: the natural
    logarithm.
    """

    base: Expression | None
    argument: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Root:
    """`\\sqrt[n]{x}`; `degree` is 2 where none is written."""

    degree: int
    argument: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Absolute:
    """`|E|`."""

    argument: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Factorial:
    """`E!`."""

    argument: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Binomial:
    """`\\binom{upper}{lower}`."""

    upper: Expression
    lower: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Call:
    """A function that the derivation defines, applied: `f(x+h)`, `g(x, y)`."""

    name: str
    arguments: tuple[Expression, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Prime:
    """`f'(E)`, `f''(E)`: the derivative of order `order` of the defined function `name`, at
    `argument`.
    """

    name: str
    order: int
    argument: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Derivative:
    """`\\frac{d}{dx} E` at x, or `\\frac{\\partial}{\\partial x} E` (`partial`), of order `order`."""

    variable: str
    body: Expression
    order: int = 1
    partial: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Infinity:
    """`\\infty` or `-\\infty`; it stands only as the point that a limit goes to."""

    positive: bool = True
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Limit:
    """`\\lim_{variable \\to point} body`; `side` is "+" or "-" for a one-sided limit."""

    variable: str
    point: Expression | Infinity
    side: Literal["+", "-"] | None
    body: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class BigOperator:
    """`\\sum_{index=lower}^{upper} body` or `\\prod_…`."""

    operator: Literal["sum", "prod"]
    index: str
    lower: Expression
    upper: Expression
    body: Expression
    span: Span = _span()


Expression: TypeAlias = (
    Number
    | Variable
    | Constant
    | Negation
    | Binary
    | Power
    | Function
    | Log
    | Root
    | Absolute
    | Factorial
    | Binomial
    | Call
    | Prime
    | Derivative
    | Limit
    | BigOperator
)

# --------------------------------------------------------------------------------------------------
# Statements

RelationOperator: TypeAlias = Literal["=", "<", "<=", ">", ">=", "!="]
NumberSet: TypeAlias = Literal["N", "N+", "Z", "Q", "R"]


@dataclass(frozen=True, slots=True)
class Relation:
    """`left operator right`, one relation."""

    operator: RelationOperator
    left: Expression
    right: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Membership:
    """`x \\in \\mathbb{N}`."""

    name: str
    domain: NumberSet
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Connective:
    """`left \\iff right` ("iff"), `left \\Rightarrow right` ("implies"), `\\land` ("and"), `\\lor`
    ("or").
    """

    operator: Literal["iff", "implies", "and", "or"]
    left: Statement
    right: Statement
    span: Span = _span()


Statement: TypeAlias = Relation | Membership | Connective

# --------------------------------------------------------------------------------------------------
# Reasons


@dataclass(frozen=True, slots=True)
class Cite:
    """`(2.4)`, `(2.4) with X = x, Y = x + h`, or a theorem's name."""

    label: str
    substitution: tuple[tuple[str, Expression], ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Substitute:
    """`substitution t = \\frac{h}{x}`: a change of the limit's variable."""

    name: str
    value: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class DefinitionOf:
    """`definition of f`, `definition of e` (name "e"), `definition of the derivative` (name
    "derivative").
    """

    name: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Continuity:
    """`continuity of \\log_a`; `function` is its LaTeX text, kept for the report alone."""

    function: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Named:
    """A reason that is a word of the rule table: `algebra`, `limit`, `induction`, `product rule`, …"""

    rule: str
    span: Span = _span()


Reason: TypeAlias = Cite | Substitute | DefinitionOf | Continuity | Named

# --------------------------------------------------------------------------------------------------
# Documents


@dataclass(frozen=True, slots=True)
class Link:
    """One further term of a chain: `operator right   by reasons`."""

    operator: RelationOperator
    right: Expression
    reasons: tuple[Reason, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Chain:
    """`first op_1 E_1 op_2 E_2 …`: one step per link."""

    first: Expression
    links: tuple[Link, ...]
    tag: str | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class LogicLink:
    """One further statement of a chain: `\\iff right   by reasons`."""

    operator: Literal["iff", "implies"]
    right: Statement
    reasons: tuple[Reason, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class LogicChain:
    """`S_0 \\iff S_1 \\iff S_2` or with `\\Rightarrow`: one step per link."""

    first: Statement
    links: tuple[LogicLink, ...]
    tag: str | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Assume:
    """`assume`: hypotheses for what follows, up to the end of the enclosing proof or file.

    `in_prose`: an article's words assume it. Articles leave conditions unsaid even where they state
    some.
    """

    conditions: tuple[Statement, ...]
    span: Span = _span()
    in_prose: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Let:
    """`let n, m \\in \\mathbb{N}` (`domain`), or a renaming `let X = x` (`value`, one name)."""

    names: tuple[str, ...]
    domain: NumberSet | None
    value: Expression | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Define:
    """`define f(x) = body`; no parameters for a named constant."""

    name: str
    parameters: tuple[str, ...]
    body: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Formula:
    """A schema: proved once for all its variables, under `conditions` ("if …") and what its
    expressions need; then cited by `label`.
    """

    label: str
    statement: Statement
    conditions: tuple[Statement, ...] = ()
    reasons: tuple[Reason, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Therefore:
    """`therefore statement`: it follows from the steps before."""

    statement: Statement
    tag: str | None = None
    reasons: tuple[Reason, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Case:
    """`case x \\ge 0` … `endcase`: a branch; the cases of one split must cover everything."""

    condition: Statement
    body: tuple[Item, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class CaseSplit:
    """Consecutive `case`s. What every case proves as its last statement holds after the split."""

    cases: tuple[Case, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Theorem:
    """A named claim and its derivation; the proof is empty where it comes later in the text."""

    label: str
    statement: Statement
    proof: tuple[Item, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A stretch of mathematics that is not checked, and why; it is reported, never dropped in
    silence.
    """

    text: str
    why: str
    span: Span = _span()


Item: TypeAlias = (
    Assume
    | Let
    | Define
    | Formula
    | Chain
    | LogicChain
    | Therefore
    | CaseSplit
    | Theorem
    | Unchecked
)


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 -- it is this package's own, and always imported from here
    """Something odd that the parser put up with: `log_a` without its backslash."""

    code: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A whole derivation: its text, its items in order, and what the parser put up with."""

    path: str
    text: str
    items: tuple[Item, ...]
    warnings: tuple[Warning, ...] = field(default=(), compare=False)
