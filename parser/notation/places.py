"""The places of nodes, and information that rules share beside the tree."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from lark import Token
from lark.visitors import Transformer_NonRecursive

from shomei.operations.latex import print_expression
from shomei.operations.letters import GREEK
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.source import Source
from shomei.terms.diagnostics import Diagnostic, note
from shomei.terms.nodes import Binary, Derivative, Expression, Span, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, subtrees

Children: TypeAlias = list[Any]


class Places(Transformer_NonRecursive[Token, Any]):
    """Shared by all rules: the places of nodes, problems and warnings, and the derivatives with an
    open end.
    """

    def __init__(self, source: Source, declarations: Declarations) -> None:
        super().__init__()
        self._source = source
        self._declarations = declarations
        #: The beginnings of derivatives whose operand has no brackets, and of those whose operand
        #: is one pair of brackets.
        self._open_derivatives: set[int] = set()
        self._bracketed_derivatives: set[int] = set()
        #: Derivatives written as brackets with a prime.
        self._primed_groups: dict[int, Expression] = {}
        self._argument_powers: set[int] = set()
        #: Expressions by their identity: those in brackets, what stands in them, functions that
        #: have taken a letter after brackets (`\\cos (n + 1) x`), sums with dots and their terms.
        self._groups: dict[int, Expression] = {}
        self._insides: dict[int, Expression] = {}
        self._wide: dict[int, Expression] = {}
        self._dotted: dict[int, tuple[Expression, list[Expression], Expression]] = {}
        #: What limits, sums and products bind that have been read.
        self._binders: set[str] = set()

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

    def _read_as(self, term: Expression) -> Diagnostic:
        """The note on how dots are read."""
        return note("dots", f"this is read as `{print_expression(term)}`", term.span)

    def _is_group(self, node: Expression) -> bool:
        """Whether the whole expression stands in brackets."""
        return id(node) in self._groups

    def _last_factor(self, node: Expression) -> Expression:
        """The last factor of a product, unless brackets hide it."""
        while isinstance(node, Binary) and node.operator == "*" and not self._is_group(node):
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

    def _with_indexed(self, name: str, body: Expression) -> Expression:
        """The body of what binds a letter n, with the terms that names such as `S_n` stand for: n
        is in them what it is in the names.
        """
        done: set[str] = set()
        while values := {
            each: value
            for each in free_variables(body)
            if each not in done
            and each.partition("_")[2] == name
            and (value := self._declarations.value_of(each)) is not None
            and name in free_variables(value)
        }:
            body = substitute(body, values)
            done |= values.keys()
        return body

    def _refuse_subscripts(self, name: str, body: Expression, binder: str) -> None:
        """Raises for an `a_k` in which k varies: it is one variable here, but a reader takes it for
        a sequence.
        """
        for part in subtrees(body):
            if isinstance(part, Variable) and "_" in part.name:
                subscript = part.name.partition("_")[2]
                if subscript == name or (
                    len(name) == 1 and name in subscript and subscript not in GREEK
                ):
                    message = (
                        f"`{part.name}` would vary with the {name} of {binder}, and sequences "
                        "are not part of the language"
                    )
                    hint = (
                        f"write it as a function: define {part.name.partition('_')[0]}({name}) = …"
                    )
                    raise UnsupportedNotation.of(self._problem(part.span, message, hint=hint))
