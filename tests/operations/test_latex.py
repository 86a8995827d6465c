"""What is printed parses to what was printed, for every expression and statement."""

from __future__ import annotations

from hypothesis import assume, given, settings

from shomei.operations.latex import print_expression, print_statement
from shomei.parser.declarations import Declarations
from shomei.parser.lexing.constants import is_letter
from shomei.parser.mathematics import parse_expression, parse_statement
from shomei.parser.source import Source
from shomei.terms.nodes import Expression, Statement
from tests.parser.generators import FUNCTIONS, expressions, statements


def _declared() -> Declarations:
    return Declarations(functions=dict(FUNCTIONS))


@given(expressions)
@settings(max_examples=400, deadline=None)
def test_expressions(node: Expression) -> None:
    text = print_expression(node)
    declarations = _declared()
    assert parse_expression(Source.of(text, "x.txt"), ((0, len(text)),), declarations) == node
    assert declarations.warnings == []


@given(statements)
@settings(max_examples=200, deadline=None)
def test_statements(node: Statement) -> None:
    text = print_statement(node)
    assume(not any(is_letter(text, name) for name in ("e", "pi")))  # `e > 0` is refused
    assert parse_statement(Source.of(text, "x.txt"), ((0, len(text)),), _declared()) == node
