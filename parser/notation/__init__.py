"""Lark's trees to the AST. Without recursion, since a tree may still be deeper than the limit that
is checked on the way out.

In: the trees of `grammar/expression.lark` and `grammar/statement.lark`. Out: nodes of `terms`, and
`readings`, which lines are made of. `arithmetic`, `functions` and `binders` have the methods of the
first grammar's rules, `statements` those of the second's. Raises `SyntaxProblem`.
"""

from shomei.parser.notation.readings import (
    Claim,
    ConnectiveLink,
    Continuation,
    Opening,
    RelationChain,
    RelationLink,
)
from shomei.parser.notation.statements import AstBuilder

__all__ = [
    "AstBuilder",
    "Claim",
    "ConnectiveLink",
    "Continuation",
    "Opening",
    "RelationChain",
    "RelationLink",
]
