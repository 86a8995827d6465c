"""What is printed parses to what was printed, for every expression and statement; but sums that
begin below zero are counted from there.
"""

from __future__ import annotations

from hypothesis import assume, given, settings

from shomei.operations.latex import print_expression
from shomei.operations.statement_latex import print_statement
from shomei.parser.declarations import Declarations
from shomei.parser.lexing.constants import is_letter
from shomei.parser.mathematics import parse_expression, parse_statement
from shomei.parser.notation.negative_bounds import counted_from_zero
from shomei.parser.source import Source
from shomei.terms.nodes import BigOperator, Expression, Statement
from shomei.terms.walk import children, map_statement, rebuild
from tests.parser.generators import FUNCTIONS, expressions, statements


def _declared() -> Declarations:
    return Declarations(functions=dict(FUNCTIONS))


def counted(term: Expression) -> Expression:
    """The term as it is read, inner sums first."""
    term = rebuild(term, tuple(counted(part) for part in children(term)))
    return counted_from_zero(term) if isinstance(term, BigOperator) else term


@given(expressions)
@settings(max_examples=400, deadline=None)
def test_expressions(node: Expression) -> None:
    text = print_expression(node)
    declarations = _declared()
    assert parse_expression(Source.of(text, "x.txt"), ((0, len(text)),), declarations) == counted(
        node
    )
    assert declarations.warnings == []


@given(statements)
@settings(max_examples=200, deadline=None)
def test_statements(node: Statement) -> None:
    text = print_statement(node)
    assume(not any(is_letter(text, name) for name in ("e", "pi")))  # `e > 0` is refused
    read = parse_statement(Source.of(text, "x.txt"), ((0, len(text)),), _declared())
    assert read == map_statement(node, counted)
