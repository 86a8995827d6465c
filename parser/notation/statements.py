"""Statements, chains, definitions and claims."""

# ruff: noqa: D102 -- one method per rule of the grammar, under its name: the grammar says what each
# is

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, Literal, cast

from lark import Token

from shomei.parser.ast import Define
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.labels import clean_label
from shomei.parser.notation.binders import Binders
from shomei.parser.notation.places import Children
from shomei.parser.notation.readings import (
    Claim,
    ConnectiveLink,
    Continuation,
    LogicOperator,
    Opening,
    RelationChain,
    RelationLink,
    Within,
)
from shomei.terms.nodes import (
    Call,
    Connective,
    Expression,
    Membership,
    Prime,
    Relation,
    RelationOperator,
    Span,
    Statement,
    Variable,
)
from shomei.terms.walk import subtrees

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


class AstBuilder(Binders):
    """One method per rule of the grammar, each from its children to a node. Raises `SyntaxProblem`
    for mistakes that the grammar cannot exclude.
    """

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
        name = str(children[0])
        self._declarations.variables.add(name)
        return Membership(name, children[2].value, span=self._span(children))

    def within(self, children: Children) -> Within:
        term, _, begin, lower, _, upper, end = children
        sides = [
            None if isinstance(bound, Token) else (cast("RelationOperator", str(mark)), bound)
            for mark, bound in ((begin, lower), (end, upper))
        ]
        if sides == [None, None] and not isinstance(term, Variable):
            raise UnsupportedNotation.of(
                self._problem(self._span(children), "this says that a term is a real number")
            )
        return Within(term, sides[0], sides[1], self._span(children))

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
            if isinstance(child, Within):
                for term in (*waiting, None):
                    conditions += child.relations(term)
                waiting = []
                continue
            found = tuple(_conjuncts(child)) if isinstance(child, RelationChain | Statement) else ()
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
    return node.statement() if isinstance(node, RelationChain | Within) else cast("Statement", node)


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
