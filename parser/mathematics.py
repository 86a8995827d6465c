"""From a fragment of LaTeX to the syntax tree: lexing, Lark's LALR parser, the transformation of
its tree, and its errors in words.
"""

from __future__ import annotations

from typing import Any, cast, get_args

from lark import Token
from lark.exceptions import UnexpectedToken, VisitError

from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.formula_grammar import Start, accepted_instead, fits, grammar
from shomei.parser.lexing import arrange, tokenize
from shomei.parser.lexing.groups import as_printed, plain_groups
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.limits import MAX_DEPTH
from shomei.parser.notation import (
    AstBuilder,
    Claim,
    ConnectiveLink,
    Continuation,
    Opening,
    RelationChain,
    RelationLink,
)
from shomei.parser.notation.signs import Sign, Signs, is_twofold, with_sign
from shomei.parser.notation.twofold import both, come_to_the_same
from shomei.parser.source import Fragment, Source
from shomei.parser.unexpected import unexpected
from shomei.terms.functions import ANY
from shomei.terms.nodes import Expression, ForAll, Node, Statement
from shomei.terms.walk import depth, free_variables


def parse_expression(source: Source, fragment: Fragment, declarations: Declarations) -> Expression:
    """An expression."""
    return cast(
        "Expression",
        parse_tokens(
            "expression", source, fragment, tokenize(source, fragment, declarations), declarations
        ),
    )


def parse_statement(source: Source, fragment: Fragment, declarations: Declarations) -> Statement:
    """A statement."""
    return cast(
        "Statement",
        parse_tokens(
            "statement", source, fragment, tokenize(source, fragment, declarations), declarations
        ),
    )


def parse_conditions(
    source: Source, fragment: Fragment, declarations: Declarations
) -> tuple[Statement, ...]:
    """A list of conditions, each separate: `0 < x < 1` gives two. One on functions without their
    argument, `f' = f`, holds for every argument.
    """
    tokens = tokenize(source, fragment, declarations)
    conditions = cast(
        "tuple[Statement, ...]",
        parse_tokens("conditions", source, fragment, tokens, declarations),
    )
    return tuple(
        ForAll((ANY,), each, span=each.span) if ANY in free_variables(each) else each
        for each in conditions
    )


def parse_opening(
    source: Source, fragment: Fragment, declarations: Declarations, sign: Sign | None = None
) -> Opening:
    """The first line of a chain. `sign`: only its upper or lower signs are read."""
    tokens = tokenize(source, fragment, declarations)
    if sign is not None:
        tokens = with_sign(tokens, sign)
    return cast("Opening", parse_tokens("opening", source, fragment, tokens, declarations))


def parse_continuation(
    source: Source, fragment: Fragment, declarations: Declarations, sign: Sign | None = None
) -> Continuation:
    """A further line of a chain. `sign`: only its upper or lower signs are read."""
    tokens = tokenize(source, fragment, declarations)
    if sign is not None:
        tokens = with_sign(tokens, sign)
    return cast(
        "Continuation", parse_tokens("continuation", source, fragment, tokens, declarations)
    )


def parse_claim(source: Source, fragment: Fragment, declarations: Declarations) -> Claim:
    """The claim of a formula or theorem, with its conditions."""
    return cast(
        "Claim",
        parse_tokens(
            "claim", source, fragment, tokenize(source, fragment, declarations), declarations
        ),
    )


def parse_raw(start: Start, source: Source, raw: list[Token], declarations: Declarations) -> Any:
    """The same for raw tokens, of which there must be at least one."""
    fragment = ((start_of(raw[0]), max(map(end_of, raw))),)
    return parse_tokens(start, source, fragment, arrange(source, raw, declarations), declarations)


def parse_tokens(
    start: Start,
    source: Source,
    fragment: Fragment,
    tokens: list[Token],
    declarations: Declarations,
) -> Any:
    """The result of the grammar's rule `start` for the tokens, which come from the fragment. Raises
    `SyntaxProblem`.
    """
    if not is_twofold(tokens):
        return _parse(start, source, fragment, tokens, declarations)
    upper, lower = (
        _parse(start, source, fragment, with_sign(tokens, sign), known)
        for sign, known in _both_signs(declarations)
    )
    return Signs(source, declarations.warnings).joined(upper, lower)


def _both_signs(declarations: Declarations) -> tuple[tuple[Sign, Declarations], ...]:
    return ("upper", declarations), ("lower", declarations.trial())


def _parse(
    start: Start,
    source: Source,
    fragment: Fragment,
    tokens: list[Token],
    declarations: Declarations,
) -> Any:
    seen = as_printed(tokens)
    if seen is None:
        return _read(start, source, fragment, tokens, declarations)
    # With braces that TeX does not print it must read as it does without them.
    if not fits(start, seen):
        return _read(start, source, fragment, tokens, declarations)  # such as `{x^a}^b`
    if not fits(start, tokens):
        return _read(start, source, fragment, seen, declarations)
    printed = _read(start, source, fragment, seen, declarations.trial())
    grouped = _read(start, source, fragment, tokens, declarations.trial())
    readings = _nodes(printed), _nodes(grouped)
    if come_to_the_same(*readings):
        return _read(start, source, fragment, tokens, declarations)
    brace = tokens[min(plain_groups(tokens))]
    shown = both(*readings)
    raise UnsupportedNotation.of(
        source.problem(
            start_of(brace),
            end_of(brace),
            f"braces are not printed: this can be read as `{shown[0]}` or as `{shown[1]}`"
            if shown is not None
            else "braces are not printed: this can be read as two different formulas",
            hint="write ( … ) for a group that a reader can see, or leave the braces out",
        )
    )


def _read(
    start: Start,
    source: Source,
    fragment: Fragment,
    tokens: list[Token],
    declarations: Declarations,
) -> Any:
    end = fragment[-1][1] if fragment else 0
    try:
        tree = grammar().parse(cast("Any", tokens), start=start)
    except UnexpectedToken as error:
        raise unexpected(
            source,
            cast("Token", error.token),
            tokens,
            end,
            accepted_instead(start, tokens, cast("Token", error.token)),
        ) from None
    try:
        result = AstBuilder(source, declarations).transform(tree)
    except VisitError as error:
        if isinstance(error.orig_exc, SyntaxProblem):
            raise error.orig_exc from None
        raise
    nodes = _nodes(result)
    for node in nodes:
        related = len(nodes) > 1 or not isinstance(node, get_args(Expression))
        _refuse_randoms(source, node, declarations, related=related)
        if depth(node) > MAX_DEPTH:
            raise source.problem(
                node.span.start,
                node.span.end,
                (
                    f"this expression is more than {MAX_DEPTH} levels deep (a sum is one level "
                    "deeper with each term)"
                ),
                hint="write it with \\sum or \\prod, or name its parts with `define`",
            )
    return result


def _refuse_randoms(
    source: Source, node: Node, declarations: Declarations, *, related: bool
) -> None:
    """Raises for a random variable outside of all expectations: it is no number. How it is
    distributed is not known any more where it is `related` to something else.
    """
    for name in free_variables(node) if declarations.randoms else ():
        if name in declarations.randoms:
            if related:
                declarations.lost.add(name)
            raise UnsupportedNotation.of(
                source.problem(
                    node.span.start,
                    node.span.end,
                    f"`{name}` is a random variable, and what is said of it alone is not part of "
                    "the language",
                    hint="write what its expectation or variance is",
                )
            )


def _nodes(result: Any) -> list[Node]:
    """The expressions and statements in the result of a start rule."""
    match result:
        case Opening(first=first, logic=logic):
            return [*_nodes(first), *(link.right for link in logic)]
        case Continuation(relations=relations, logic=logic):
            return [*(link.right for link in relations), *(link.right for link in logic)]
        case RelationChain(first=first, links=links):
            return [first, *(link.right for link in links)]
        case Claim(statement=statement, conditions=conditions):
            return [statement, *conditions]
        case Define(body=body):
            return [body]
        case RelationLink(right=right) | ConnectiveLink(right=right):
            return [right]
        case tuple():
            return list(result)
        case _:
            return [result]
