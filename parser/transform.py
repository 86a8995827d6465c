"""Lark's trees to the AST. Without recursion, since a tree may still be deeper than the limit that
is checked on the way out.
"""

# ruff: noqa: D102 -- one method per rule of the grammar, under the rule's name: the grammar says what each is

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias, cast

from lark import Token
from lark.visitors import Transformer_NonRecursive

from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.differentials import Differential
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.source import Source
from shomei.terms.diagnostics import note
from shomei.terms.latex import GREEK
from shomei.terms.literals import root
from shomei.terms.nodes import (
    FUNCTIONS,
    Apply,
    BigOperator,
    Binary,
    BinaryOperator,
    Call,
    Connective,
    Constant,
    ConstantName,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Membership,
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    RelationOperator,
    Span,
    Statement,
    Variable,
    applies,
)
from shomei.terms.walk import free_variables, subtrees

LogicOperator: TypeAlias = Literal["iff", "implies"]

_RELATIONS: Final[dict[str, RelationOperator]] = {
    "EQ": "=",
    "LT": "<",
    "GT": ">",
    "LE": "<=",
    "GE": ">=",
    "NE": "!=",
}
_CONNECTIVES: Final[dict[str, Literal["iff", "implies", "and", "or"]]] = {
    "IFF": "iff",
    "IMPLIES": "implies",
    "AND": "and",
    "OR": "or",
}
_MAX_DERIVATIVE_ORDER: Final = 20


@dataclass(frozen=True, slots=True)
class RelationLink:
    """One further term of a chain of relations."""

    operator: RelationOperator
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class RelationChain:
    """`a \\le b < c` before it is known whether that is a chain of steps or one statement."""

    first: Expression
    links: tuple[RelationLink, ...]
    span: Span

    def statement(self) -> Statement:
        """One relation, or the conjunction of all."""
        relations = self.relations()
        joined: Statement = relations[0]
        for relation in relations[1:]:
            joined = Connective("and", joined, relation, span=self.span)
        return joined

    def relations(self) -> tuple[Relation, ...]:
        lefts = (self.first, *(link.right for link in self.links))
        return tuple(
            Relation(
                link.operator,
                left,
                link.right,
                span=replace(
                    link.span, start=left.span.start, line=left.span.line, column=left.span.column
                ),
            )
            for left, link in zip(lefts, self.links, strict=False)
        )


@dataclass(frozen=True, slots=True)
class ConnectiveLink:
    """One further statement of a chain of statements."""

    operator: LogicOperator
    right: Statement
    span: Span


@dataclass(frozen=True, slots=True)
class Opening:
    """The first line of a chain: a term, a chain of relations, or a statement that `logic` goes on
    from.
    """

    first: Expression | RelationChain | Statement
    logic: tuple[ConnectiveLink, ...]
    tag: str | None


@dataclass(frozen=True, slots=True)
class Continuation:
    """A further line of a chain; one of the two is empty."""

    relations: tuple[RelationLink, ...]
    logic: tuple[ConnectiveLink, ...]
    tag: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a formula, theorem or `therefore` says, and `if …`."""

    statement: Statement
    conditions: tuple[Statement, ...]
    tag: str | None


@dataclass(frozen=True, slots=True)
class _Head:
    """A function that waits for its argument: `name` is None for logarithms."""

    name: str | None
    base: Expression | None
    power: Expression | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Point:
    point: Expression | Infinity
    side: Literal["+", "-"] | None


@dataclass(frozen=True, slots=True)
class _Bounds:
    index: str
    lower: Expression
    upper: Expression


def clean_label(text: str) -> str:
    """A tag or label without its brackets and without what follows a comma (`3.1、再掲` is `3.1`)."""
    inner = re.split(r"[、,，;]", text.strip(), maxsplit=1)[0].strip("$()（） \t")
    numbered = re.match(r"[\d.]+(?=\s)", inner)
    return numbered.group() if numbered else inner


Children: TypeAlias = list[Any]


class AstBuilder(Transformer_NonRecursive[Token, Any]):
    """One method per rule of the grammar, each from its children to a node. Raises `SyntaxProblem`
    for what form alone cannot rule out.
    """

    def __init__(self, source: Source, declarations: Declarations) -> None:
        super().__init__()
        self._source = source
        self._declarations = declarations
        #: Where the derivatives begin whose operand has no brackets, and those whose operand is one
        #: pair of brackets.
        self._open_derivatives: set[int] = set()
        self._bracketed_derivatives: set[int] = set()
        self._argument_powers: set[int] = set()

    # ----------------------------------------------------------------------------------------------
    # Places

    def _span(self, children: Children) -> Span:
        return self._source.span(self._start(children[0]), self._end(children[-1]))

    def _start(self, child: Any) -> int:
        return start_of(child) if isinstance(child, Token) else cast("int", child.span.start)

    def _end(self, child: Any) -> int:
        return end_of(child) if isinstance(child, Token) else cast("int", child.span.end)

    def _problem(self, span: Span, message: str, hint: str | None = None) -> SyntaxProblem:
        return self._source.problem(span.start, span.end, message, hint=hint)

    def _warn(self, code: str, message: str, span: Span) -> None:
        self._declarations.warnings.append(note(code, message, span))

    # ----------------------------------------------------------------------------------------------
    # Sums and products

    def expression(self, children: Children) -> Expression:
        return cast("Expression", children[0])

    def _binary(self, operator: BinaryOperator, left: Expression, right: Expression) -> Binary:
        return Binary(operator, left, right, span=self._span([left, right]))

    def add(self, children: Children) -> Expression:
        return self._binary("+", children[0], children[2])

    def subtract(self, children: Children) -> Expression:
        return self._binary("-", children[0], children[2])

    def negate(self, children: Children) -> Expression:
        return Negation(children[1], span=self._span(children))

    def plus_sign(self, children: Children) -> Expression:
        return replace(cast("Expression", children[1]), span=self._span(children))

    def times(self, children: Children) -> Expression:
        self._refuse_open_derivative(children[0])
        return self._binary("*", children[0], children[2])

    def times_negative(self, children: Children) -> Expression:
        self._refuse_open_derivative(children[0])
        return self._binary("*", children[0], Negation(children[3], span=self._span(children[2:])))

    def divide(self, children: Children) -> Expression:
        self._refuse_open_derivative(children[0])
        return self._binary("/", children[0], children[2])

    def ambiguous_slash(self, children: Children) -> Expression:
        raise self._problem(
            self._span(children[1:]),
            "a product after `/` can be read in two ways",
            hint="write \\frac{1}{2 x} or \\frac{1}{2} x, or put brackets",
        )

    def juxtapose(self, children: Children) -> Expression:
        left, right = children
        text = self._source.text
        if text[right.span.start].isdigit() and text[left.span.end - 1].isdigit():
            raise self._problem(
                self._span(children),
                "two numbers stand side by side",
                hint="write \\cdot between them",
            )
        last = self._last_factor(left)
        if isinstance(last, Derivative) and last.span.start in self._bracketed_derivatives:
            raise self._problem(
                self._span(children),
                "it is unclear whether the last factor is differentiated too",
                hint="write \\frac{d}{dx}(u \\cdot v), or (\\frac{d}{dx}(u)) v",
            )
        if text[right.span.start] in "([（［" and self._is_bare_application(last):
            self._warn(
                "ambiguous-argument",
                "the bracket is read as a further factor, not as part of the function's argument: write \\cdot, or more brackets",
                self._span(children),
            )
        return self._binary("*", left, right)

    def _is_bare_application(self, node: Expression) -> bool:
        """`\\sin x`, without brackets around the argument or the whole."""
        applied = node.base if isinstance(node, Power) else node
        return (
            applies(applied, *FUNCTIONS, "log", "log_base")
            and self._source.text[node.span.start] not in "([{（［"
            and self._source.text[applied.arguments[-1].span.start] not in "([{（［"
        )

    def _last_factor(self, node: Expression) -> Expression:
        """The factor that a product ends with, as far as no brackets hide it."""
        while (
            isinstance(node, Binary)
            and node.operator == "*"
            and self._source.text[node.span.start] not in "([{（［"
        ):
            node = node.right
        return node

    def _refuse_open_derivative(self, left: Expression) -> None:
        last = self._last_factor(left)
        if isinstance(last, Derivative) and last.span.start in self._open_derivatives:
            raise self._problem(
                last.span,
                "it is unclear whether what follows is differentiated too",
                hint="write \\frac{d}{dx}(u \\cdot v), or (\\frac{d}{dx} u) \\cdot v",
            )

    def _refuse_subscripts(self, name: str, body: Expression, binder: str) -> None:
        """Raise for an `a_k` where k varies: it is one variable here, and a reader takes it for a
        sequence.
        """
        for part in subtrees(body):
            if isinstance(part, Variable) and "_" in part.name:
                subscript = part.name.partition("_")[2]
                if subscript == name or (
                    len(name) == 1 and name in subscript and subscript not in GREEK
                ):
                    message = f"`{part.name}` would vary with the {name} of {binder}, and sequences are not part of the language"
                    hint = (
                        f"write it as a function: define {part.name.partition('_')[0]}({name}) = …"
                    )
                    raise UnsupportedNotation.of(self._problem(part.span, message, hint=hint))

    # ----------------------------------------------------------------------------------------------
    # Powers and atoms

    def power(self, children: Children) -> Expression:
        return Power(children[0], children[2], span=self._span(children))

    def argument_power(self, children: Children) -> Expression:
        node = Power(children[0], children[2], span=self._span(children))
        self._argument_powers.add(node.span.start)
        return node

    def negative_exponent(self, children: Children) -> Expression:
        span = self._span(children)
        self._warn(
            "missing-braces", "read as `^{-…}`: without braces TeX takes the sign only", span
        )
        return Negation(children[1], span=span)

    def factorial(self, children: Children) -> Expression:
        if (
            applies(children[0], "factorial")
            and self._source.text[children[0].span.start] not in "([{（［"
        ):
            raise UnsupportedNotation.of(
                self._problem(
                    self._span(children),
                    "double factorials are not part of the language",
                    hint="write (n!)!, or a product",
                )
            )
        return Apply("factorial", (children[0],), span=self._span(children))

    def number(self, children: Children) -> Expression:
        return Number(Fraction(str(children[0])), span=self._span(children))

    def variable(self, children: Children) -> Expression:
        name = str(children[0])
        self._declarations.variables.add(name)
        return Variable(name, span=self._span(children))

    def constant(self, children: Children) -> Expression:
        return Constant(cast("ConstantName", str(children[0])), span=self._span(children))

    def group(self, children: Children) -> Expression:
        return replace(cast("Expression", children[1]), span=self._span(children))

    braces = group

    def fraction(self, children: Children) -> Expression:
        return Binary("/", children[1], children[2], span=self._span(children))

    def square_root(self, children: Children) -> Expression:
        return Apply("sqrt", (children[1],), span=self._span(children))

    def square_root_group(self, children: Children) -> Expression:
        return Apply("sqrt", (children[2],), span=self._span(children))

    def root(self, children: Children) -> Expression:
        return root(children[0].value, children[1], span=self._span(children))

    def absolute(self, children: Children) -> Expression:
        return Apply("abs", (children[1],), span=self._span(children))

    def binomial(self, children: Children) -> Expression:
        return Apply("binomial", (children[1], children[2]), span=self._span(children))

    def choose(self, children: Children) -> Expression:
        return Apply("binomial", (children[1], children[3]), span=self._span(children))

    # ----------------------------------------------------------------------------------------------
    # Defined functions and derivatives

    def arguments(self, children: Children) -> tuple[Expression, ...]:
        return tuple(children[::2])

    def call(self, children: Children) -> Expression:
        return self._call(str(children[0]), children[2], self._span(children))

    def _call(self, name: str, arguments: tuple[Expression, ...], span: Span) -> Call:
        parameters = self._declarations.functions[name]
        if len(arguments) != len(parameters):
            takes = "one argument" if len(parameters) == 1 else f"{len(parameters)} arguments"
            raise self._problem(
                span,
                f"`{name}` takes {takes}, not {len(arguments)}",
                hint=f"it is defined as {name}({', '.join(parameters)})",
            )
        return Call(name, arguments, span=span)

    def prime(self, children: Children) -> Expression:
        return self._prime(
            str(children[0]), cast("int", children[1].value), children[3], self._span(children)
        )

    def prime_order(self, children: Children) -> Expression:
        return self._prime(
            str(children[0]), int(str(children[4])), children[8], self._span(children)
        )

    def _prime(self, name: str, order: int, argument: Expression, span: Span) -> Expression:
        if len(self._declarations.functions[name]) != 1:
            raise self._problem(
                span,
                f"`{name}'` does not say by which variable to differentiate",
                hint=f"write \\frac{{\\partial}}{{\\partial x}} {name}(…)",
            )
        if not 1 <= order <= _MAX_DERIVATIVE_ORDER:
            raise UnsupportedNotation.of(
                self._problem(
                    span, f"the order of a derivative is from 1 to {_MAX_DERIVATIVE_ORDER}"
                )
            )
        return Prime(name, order, argument, span=span)

    def primed_group(self, children: Children) -> Expression:
        return self._primed(children[1], children[3].value, self._span(children))

    def primed_name(self, children: Children) -> Expression:
        node = Variable(str(children[0]), span=self._span(children[:1]))
        raise UnsupportedNotation.of(
            self._problem(
                self._span(children),
                f"`{node.name}'` does not say by which variable to differentiate",
                hint=f"write \\frac{{d{node.name}}}{{dx}}",
            )
        )

    def _primed(self, body: Expression, order: int, span: Span) -> Expression:
        names = free_variables(body)
        variable = names[0] if len(names) == 1 else "x" if "x" in names else None
        if variable is None:
            raise self._problem(
                span,
                "a prime does not say by which variable to differentiate here",
                hint="write \\frac{d}{dx}(…)",
            )
        if len(names) > 1:
            self._warn("prime-variable", f"the prime is read as the derivative by {variable}", span)
        self._refuse_subscripts(variable, body, "this derivative")
        return Derivative(variable, body, order, span=span)

    def open_derivative(self, children: Children) -> Expression:
        node = self._derivative(children[0].value, children[1], self._span(children))
        self._open_derivatives.add(node.span.start)
        return node

    def group_derivative(self, children: Children) -> Expression:
        operator, operand = children[0], children[1]
        if len(children) == 4:
            operand = Power(operand, children[3], span=self._span(children[1:]))
        node = self._derivative(operator.value, operand, self._span(children))
        if operand.span.start >= end_of(operator):
            self._bracketed_derivatives.add(node.span.start)
        return node

    def derivative_of(self, children: Children) -> Expression:
        operator = cast("Differential", children[0].value)
        name = str(operator.function)
        span = self._span(children)
        parameters = self._declarations.functions[name]
        if (
            any(variable not in parameters for variable, _ in operator.variables)
            and len(parameters) > 1
        ):
            raise self._problem(
                span,
                f"`{name}` is defined as {name}({', '.join(parameters)})",
                hint=f"differentiate by one of {', '.join(parameters)}",
            )
        names = parameters if len(parameters) > 1 else (operator.variables[0][0],)
        return self._derivative(
            operator,
            Call(name, tuple(Variable(each, span=span) for each in names), span=span),
            span,
        )

    def derivative_of_call(self, children: Children) -> Expression:
        operator = cast("Differential", children[0].value)
        name = str(operator.function)
        span = self._span(children)
        arguments = cast("tuple[Expression, ...]", children[2])
        call = self._call(name, arguments, span)
        names = [argument.name for argument in arguments if isinstance(argument, Variable)]
        if len(set(names)) == len(arguments) and all(
            variable in names for variable, _ in operator.variables
        ):
            return self._derivative(operator, call, span)
        if len(arguments) == 1 and len(operator.variables) == 1:
            return self._prime(name, operator.variables[0][1], arguments[0], span)
        raise UnsupportedNotation.of(
            self._problem(
                span,
                "a partial derivative is taken at the variables themselves",
                hint="differentiate first, then put the values in",
            )
        )

    def _derivative(self, operator: Differential, body: Expression, span: Span) -> Derivative:
        node = body
        for variable, _ in operator.variables:
            self._refuse_subscripts(variable, body, "this derivative")
        for variable, order in reversed(operator.variables):
            node = Derivative(variable, node, order, operator.partial, span=span)
        return cast("Derivative", node)

    # ----------------------------------------------------------------------------------------------
    # Functions

    def function_head(self, children: Children) -> _Head:
        return _Head(str(children[0]), None, None, self._span(children))

    def function_power_head(self, children: Children) -> _Head:
        return _Head(
            str(children[0]),
            None,
            self._head_power(children[2], str(children[0])),
            self._span(children),
        )

    def log_head(self, children: Children) -> _Head:
        return _Head(None, None, None, self._span(children))

    def log_power_head(self, children: Children) -> _Head:
        return _Head(None, None, self._head_power(children[2], "log"), self._span(children))

    def log_base_head(self, children: Children) -> _Head:
        return _Head(None, children[2], None, self._span(children))

    def log_base_power_head(self, children: Children) -> _Head:
        return _Head(None, children[2], self._head_power(children[4], "log"), self._span(children))

    def log_power_base_head(self, children: Children) -> _Head:
        return _Head(None, children[4], self._head_power(children[2], "log"), self._span(children))

    def _head_power(self, power: Expression, name: str) -> Expression:
        if isinstance(power, Negation):
            raise self._problem(
                power.span,
                f"`\\{name}^{{-1}}` can mean the inverse function or the reciprocal",
                hint=f"write \\arc{name} x, or \\frac{{1}}{{\\{name} x}}",
            )
        return power

    def application(self, children: Children) -> Expression:
        head, operand = cast("_Head", children[0]), cast("Expression", children[1])
        span = self._span(children)
        power = head.power
        if (
            head.name is not None
            and isinstance(operand, Power)
            and operand.span.start in self._argument_powers
            and self._in_brackets(operand.base)
        ):
            if power is not None:
                raise self._problem(
                    span,
                    "two powers of one function",
                    hint=f"write (\\{head.name} …)^2 or \\{head.name}((…)^2)",
                )
            self._warn(
                "ambiguous-power",
                f"the power is taken of \\{head.name}, not of its argument: write \\{head.name}^2 x to be clear",
                span,
            )
            power, operand = operand.exponent, operand.base
        applied = (
            Apply(head.name or "log", (operand,), span=span)
            if head.base is None
            else Apply("log_base", (head.base, operand), span=span)
        )
        return applied if power is None else Power(applied, power, span=span)

    def _in_brackets(self, node: Expression) -> bool:
        return self._source.text[node.span.start] in "([（［"

    # ----------------------------------------------------------------------------------------------
    # Big operators

    def limit(self, children: Children) -> Expression:
        point = cast("_Point", children[5])
        self._refuse_subscripts(str(children[3]), children[7], "this limit")
        return Limit(
            str(children[3]), point.point, point.side, children[7], span=self._span(children)
        )

    def point(self, children: Children) -> _Point:
        node = cast("Expression", children[0])
        if (
            self._source.text[node.span.start] in "([{（［"
            and self._source.text[node.span.end - 1] in ")]}）］"
        ):
            return _Point(node, None)
        match node:
            case Negation(operand=Number(value=value) as zero) if value == 0:
                return _Point(replace(zero, span=node.span), "-")
            case Binary(operator="+", left=left, right=Number(value=value)) if value == 0:
                return _Point(left, "+")
            case Binary(operator="-", left=left, right=Number(value=value)) if value == 0:
                return _Point(left, "-")
            case Number(value=value) if value == 0 and self._source.text[node.span.start] in "+＋":
                return _Point(node, "+")
            case _:
                return _Point(node, None)

    def one_sided(self, children: Children) -> _Point:
        return _Point(children[0], children[2])

    def one_sided_negative(self, children: Children) -> _Point:
        return _Point(Negation(children[1], span=self._span(children[:2])), children[3])

    def from_above(self, _children: Children) -> str:
        return "+"

    def from_below(self, _children: Children) -> str:
        return "-"

    def infinity(self, children: Children) -> _Point:
        return _Point(Infinity(span=self._span(children)), None)

    def minus_infinity(self, children: Children) -> _Point:
        return _Point(Infinity(positive=False, span=self._span(children)), None)

    def bounds(self, children: Children) -> _Bounds:
        return _Bounds(str(children[2]), children[4], children[7])

    def bounds_reversed(self, children: Children) -> _Bounds:
        return _Bounds(str(children[4]), children[6], children[1])

    def sum_over(self, children: Children) -> Expression:
        return self._big_operator("sum", children)

    def product_over(self, children: Children) -> Expression:
        return self._big_operator("prod", children)

    def _big_operator(self, operator: Literal["sum", "prod"], children: Children) -> Expression:
        bounds = cast("_Bounds", children[1])
        self._refuse_subscripts(
            bounds.index, children[2], "this sum" if operator == "sum" else "this product"
        )
        return BigOperator(
            operator,
            bounds.index,
            bounds.lower,
            bounds.upper,
            children[2],
            span=self._source.span(start_of(children[0]), children[2].span.end),
        )

    # ----------------------------------------------------------------------------------------------
    # Statements

    def relation(self, children: Children) -> Token:
        return cast("Token", children[0])

    def logic(self, children: Children) -> Token:
        return cast("Token", children[0])

    def tag(self, children: Children) -> Token:
        return cast("Token", children[0])

    def relations(self, children: Children) -> RelationChain:
        return RelationChain(children[0], self._links(children[1:]), self._span(children))

    def _links(self, children: Children) -> tuple[RelationLink, ...]:
        return tuple(
            RelationLink(_RELATIONS[sign.type], right, self._span([sign, right]))
            for sign, right in zip(children[::2], children[1::2], strict=True)
        )

    def membership(self, children: Children) -> Membership:
        return Membership(str(children[0]), children[2].value, span=self._span(children))

    def connect(self, children: Children) -> Connective:
        return Connective(
            _CONNECTIVES[children[1].type],
            _statement(children[0]),
            _statement(children[2]),
            span=self._span(children),
        )

    def grouped_statement(self, children: Children) -> Statement:
        return replace(_statement(children[1]), span=self._span(children))

    def statement(self, children: Children) -> Statement:
        return _statement(children[0])

    def bare_term(self, children: Children) -> Expression:
        return cast("Expression", children[0])

    def conditions(self, children: Children) -> tuple[Statement, ...]:
        conditions: list[Statement] = []
        waiting: list[Expression] = []
        for child in children[::2]:
            found = (
                tuple(_conjuncts(child))
                if isinstance(child, RelationChain | Relation | Membership | Connective)
                else ()
            )
            if not found:
                waiting.append(child)
                continue
            conditions += [self._shared(term, found[0]) for term in waiting]
            conditions += found
            waiting = []
        if waiting:
            raise self._problem(
                waiting[0].span,
                "a condition needs a relation",
                hint="write x > 0, or x, y > 0 for both",
            )
        return tuple(conditions)

    def _shared(self, term: Expression, condition: Statement) -> Statement:
        """`x, y > 0` for the x."""
        if isinstance(condition, Relation):
            return Relation(condition.operator, term, condition.right, span=term.span)
        if isinstance(condition, Membership) and isinstance(term, Variable):
            return Membership(term.name, condition.domain, span=term.span)
        raise self._problem(
            term.span, "a condition needs a relation", hint="write each condition in full"
        )

    def claim(self, children: Children) -> Claim:
        tags = [child for child in children if isinstance(child, Token) and child.type == "TAG"]
        conditions = next((child for child in children[1:] if isinstance(child, tuple)), ())
        return Claim(
            _statement(children[0]), conditions, clean_label(str(tags[0])) if tags else None
        )

    # ----------------------------------------------------------------------------------------------
    # Lines of a derivation

    def term_opening(self, children: Children) -> Opening:
        return Opening(children[0], (), _tag(children))

    def statement_opening(self, children: Children) -> Opening:
        return Opening(children[0], (), _tag(children))

    def logic_opening(self, children: Children) -> Opening:
        return Opening(_statement(children[0]), self._logic_links(children[1:]), _tag(children))

    def relation_continuation(self, children: Children) -> Continuation:
        tag = _tag(children)
        return Continuation(self._links(children if tag is None else children[:-1]), (), tag)

    def logic_continuation(self, children: Children) -> Continuation:
        return Continuation((), self._logic_links(children), _tag(children))

    def _logic_links(self, children: Children) -> tuple[ConnectiveLink, ...]:
        if _tag(children) is not None:
            children = children[:-1]
        return tuple(
            ConnectiveLink(
                cast("LogicOperator", _CONNECTIVES[sign.type]),
                _statement(right),
                self._span([sign, right]),
            )
            for sign, right in zip(children[::2], children[1::2], strict=True)
        )

    def parameters(self, children: Children) -> tuple[str, ...]:
        names = tuple(str(name) for name in children[::2])
        if len(set(names)) != len(names):
            raise self._problem(self._span(children), "a parameter is named twice")
        return names

    def function_definition(self, children: Children) -> Define:
        return self._define(str(children[0]), children[2], children[5], self._span(children))

    def constant_definition(self, children: Children) -> Define:
        return self._define(str(children[0]), (), children[2], self._span(children))

    def _define(
        self, name: str, parameters: tuple[str, ...], body: Expression, span: Span
    ) -> Define:
        for node in subtrees(body):
            if isinstance(node, Call | Prime) and node.name == name:
                problem = self._problem(
                    node.span,
                    f"`{name}` is defined by itself here",
                    hint="write \\sum or \\prod, or a formula to be proved by induction",
                )
                raise UnsupportedNotation.of(problem)
        for parameter in parameters:
            self._refuse_subscripts(parameter, body, "this definition")
        return Define(name, parameters, body, span=span)


def _statement(node: Any) -> Statement:
    return node.statement() if isinstance(node, RelationChain) else cast("Statement", node)


def _conjuncts(node: RelationChain | Statement) -> list[Statement]:
    """The parts of a conjunction, without recursion."""
    parts: list[Statement] = []
    pending: list[RelationChain | Statement] = [node]
    while pending:
        current = pending.pop()
        if isinstance(current, RelationChain):
            parts += current.relations()
        elif isinstance(current, Connective) and current.operator == "and":
            pending += [current.right, current.left]
        else:
            parts.append(current)
    return parts


def _tag(children: Children) -> str | None:
    last = children[-1]
    return clean_label(str(last)) if isinstance(last, Token) and last.type == "TAG" else None
