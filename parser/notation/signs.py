"""`\\pm` and `\\mp`: what is read once with the upper signs and once with the lower ones, as one
statement.

Both hold in `(a \\pm b)^2 = a^2 \\pm 2 a b + b^2`, one of the two in `x = 1 \\pm 2`, where the sign
stands on one side and the other is made of letters by sums, products and quotients, and in
`x^2 = 4 \\iff x = \\pm 2`. `|x| = \\pm x` may mean either and is refused.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, Literal, TypeAlias, cast

from lark import Token

from shomei.operations.statement_latex import print_statement
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.tokens import retyped
from shomei.parser.notation.readings import (
    Claim,
    ConnectiveLink,
    Continuation,
    Opening,
    RelationChain,
)
from shomei.parser.source import Source
from shomei.terms.diagnostics import Diagnostic, note
from shomei.terms.nodes import (
    Binary,
    Connective,
    Expression,
    Membership,
    Negation,
    Node,
    Number,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.walk import children, free_variables, subtrees

Sign: TypeAlias = Literal["upper", "lower"]

#: What both terminals stand for.
_READ: Final[dict[Sign, dict[str, str]]] = {
    "upper": {"PM": "PLUS", "MP": "MINUS"},
    "lower": {"PM": "MINUS", "MP": "PLUS"},
}
_STATEMENT: Final = (Relation, Membership, Connective)
_RATIONAL: Final = frozenset("+-*/")
#: Longer statements are not shown.
_SHOWN: Final = 120


def is_twofold(tokens: list[Token]) -> bool:
    """Whether there is a `\\pm` or `\\mp` among the tokens."""
    return any(token.type in {"PM", "MP"} for token in tokens)


def with_sign(tokens: list[Token], sign: Sign) -> list[Token]:
    """The tokens with the upper or the lower signs."""
    read = _READ[sign]
    return [retyped(token, read[token.type]) if token.type in read else token for token in tokens]


class Signs:
    """Joins the two readings of what stands in a source. Raises `UnsupportedNotation` where it is
    not said whether both hold or one of them; notes go to `warnings`.
    """

    def __init__(self, source: Source, warnings: list[Diagnostic]) -> None:
        self._source = source
        self._warnings = warnings

    def joined(self, upper: Any, lower: Any) -> Any:
        """The result of a rule of the grammar, from its two readings."""
        match upper:
            case RelationChain():
                return self.chain(upper, lower)
            case Relation() | Membership() | Connective():
                return self.statement(upper, lower)
            case tuple():
                return self._all(upper, lower)
            case Opening():
                return self._opening(upper, lower)
            case Continuation(relations=relations, logic=logic):
                if relations != lower.relations:
                    raise self.two_things(relations[0].span)
                return replace(upper, logic=self._links(logic, lower.logic))
            case Claim(statement=statement, conditions=conditions):
                joined = self.statement(statement, lower.statement)
                return Claim(joined, self._all(conditions, lower.conditions), upper.tag)
            case _:
                raise self.two_things(upper.span)

    def _opening(self, upper: Opening, lower: Opening) -> Opening:
        first, other = upper.first, lower.first
        logic = self._links(upper.logic, lower.logic)
        if isinstance(first, RelationChain) and isinstance(other, RelationChain):
            joined = self.chain(first, other, alternatives=bool(logic))
        elif isinstance(first, _STATEMENT) and isinstance(other, _STATEMENT):
            joined = self.statement(first, other, alternatives=bool(logic))
        else:
            raise self.two_things(first.span)
        return Opening(joined, logic, upper.tag)

    def two_things(self, span: Span) -> SyntaxProblem:
        """The problem of a sign in what is no statement."""
        message = "`\\pm` says two things at once: write a line for each sign"
        return UnsupportedNotation.of(self._source.problem(span.start, span.end, message))

    def _all(self, upper: tuple[Any, ...], lower: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(self.joined(one, other) for one, other in zip(upper, lower, strict=True))

    def _links(
        self, upper: tuple[ConnectiveLink, ...], lower: tuple[ConnectiveLink, ...]
    ) -> tuple[ConnectiveLink, ...]:
        return tuple(
            replace(one, right=self.statement(one.right, other.right, alternatives=True))
            for one, other in zip(upper, lower, strict=True)
        )

    def chain(
        self, upper: RelationChain, lower: RelationChain, *, alternatives: bool = False
    ) -> Statement:
        """A chain of relations as one statement."""
        relations = [
            self.relation(one, other, alternatives=alternatives)
            for one, other in zip(upper.relations(), lower.relations(), strict=True)
        ]
        joined = relations[0]
        for each in relations[1:]:
            joined = Connective("and", joined, each, span=upper.span)
        return joined

    def statement(
        self, upper: Statement, lower: Statement, *, alternatives: bool = False
    ) -> Statement:
        """One statement. `alternatives`: it is what another one comes to, as after `\\iff`."""
        if upper == lower:
            return upper
        if isinstance(upper, Connective) and isinstance(lower, Connective):
            inner = alternatives or upper.operator in {"iff", "implies"}
            return replace(
                upper,
                left=self.statement(upper.left, lower.left, alternatives=inner),
                right=self.statement(upper.right, lower.right, alternatives=inner),
            )
        return self.relation(
            cast("Relation", upper), cast("Relation", lower), alternatives=alternatives
        )

    def relation(
        self, upper: Relation, lower: Relation, *, alternatives: bool = False
    ) -> Statement:
        """One relation: both, or one of the two."""
        if upper == lower:
            return upper
        on_left, on_right = upper.left != lower.left, upper.right != lower.right
        other = upper.left if on_right else upper.right
        one_of = alternatives or _is_rational(other)
        both = Connective("and", upper, lower, span=upper.span)
        either = Connective("or", upper, lower, span=upper.span)
        if upper.operator == "!=" or (on_left and on_right and not alternatives):
            return self._noted(both)
        if upper.operator == "=" and not (on_left and on_right):
            if one_of and (on_right or alternatives or _is_closed(upper.left)):
                if _count(upper, lower) == 1:
                    return self._noted(either)
            elif on_left and not one_of:
                return self._noted(both)
        elif not one_of:
            return self._noted(both)
        raise UnsupportedNotation.of(
            self._source.problem(
                upper.span.start,
                upper.span.end,
                "it is unclear whether this holds for both signs, or for one of them",
                hint="write a line for each sign, or `\\lor` between the two",
            )
        )

    def _noted(self, joined: Connective) -> Connective:
        shown = print_statement(joined)
        if len(shown) <= _SHOWN:
            self._warnings.append(note("signs", f"this is read as `{shown}`", joined.span))
        return joined


def _is_rational(node: Expression) -> bool:
    """Whether a term has letters, and is made of them by sums, products and quotients alone."""
    plain = all(
        isinstance(part, Variable | Number | Negation)
        or (isinstance(part, Binary) and part.operator in _RATIONAL)
        for part in subtrees(node)
    )
    return plain and bool(free_variables(node))


def _is_closed(node: Expression) -> bool:
    return not free_variables(node)


def _count(upper: Node, lower: Node) -> int:
    """In how many places two readings differ."""
    count = 0
    pending: list[tuple[Node, Node]] = [(upper, lower)]
    while pending:
        one, other = pending.pop()
        if one == other:
            continue
        parts = children(one), children(other)
        if type(one) is not type(other) or len(parts[0]) != len(parts[1]):
            count += 1
            continue
        count += getattr(one, "operator", None) != getattr(other, "operator", None)
        pending += zip(*parts, strict=True)
    return count
