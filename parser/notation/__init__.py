"""From Lark's trees to the syntax tree. Without recursion, since a tree may still exceed the depth
limit, which is checked afterwards.

In: the trees of `grammar/expression.lark` and `grammar/statement.lark`. Out: nodes of `terms`, and
`readings`, from which lines are made. `arithmetic`, `functions` and `binders` have the methods for
the rules of the first grammar, `statements` those for the second. Raises `SyntaxProblem`.
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
