"""From a fragment of LaTeX to the syntax tree: lexing, Lark's LALR parser, the transformation of
its tree, and its errors in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias, cast, get_args

from lark import Lark, Token
from lark.common import LexerConf
from lark.exceptions import UnexpectedToken, VisitError
from lark.lexer import Lexer

from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing import arrange, tokenize
from shomei.parser.lexing.groups import as_printed, plain_groups
from shomei.parser.lexing.terminals import (
    EXPRESSION_STARTS,
    EXPRESSION_TERMINALS,
    LOGIC_TERMINALS,
    RELATION_TERMINALS,
    TERMINAL_NAMES,
)
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
from shomei.terms.functions import ANY
from shomei.terms.nodes import Expression, ForAll, Node, Statement
from shomei.terms.walk import depth, free_variables

Start: TypeAlias = Literal[
    "expression", "statement", "conditions", "opening", "continuation", "definition", "claim"
]

_STARTS: Final = [
    "expression",
    "statement",
    "conditions",
    "opening",
    "continuation",
    "definition",
    "claim",
]
#: A formula with one of these in the wrong place says something that the language cannot express.
_OTHER_NOTATION: Final = frozenset(
    ("PARTIAL", "INFINITY", "COLON", "SEMICOLON", "COMMA", "PERIOD", "NUMBER_SET", "IN", "IF", "TO")
)
_BINARY_SIGNS: Final = frozenset(("PLUS", "MINUS", "TIMES", "SLASH", "CARET"))


class NotationLexer(Lexer):
    """Lark's lexer for the notation. `lexing` has already made the tokens, because its passes look
    ahead and back and know which names are functions.
    """

    def __init__(self, _: LexerConf) -> None:
        pass

    def lex(self, tokens: list[Token]) -> Iterator[Token]:  # type: ignore[override]
        """The tokens one by one."""
        return iter(tokens)


@cache
def _grammar() -> Lark:
    folder = files("shomei.parser") / "grammar"
    text = "\n".join(
        (folder / name).read_text(encoding="utf-8")
        for name in ("expression.lark", "statement.lark")
    )
    return Lark(text, parser="lalr", lexer=NotationLexer, start=_STARTS, maybe_placeholders=False)


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
    if not _fits(start, seen):
        return _read(start, source, fragment, tokens, declarations)  # such as `{x^a}^b`
    if not _fits(start, tokens):
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


def _fits(start: Start, tokens: list[Token]) -> bool:
    try:
        _grammar().parse(cast("Any", tokens), start=start)
    except UnexpectedToken:
        return False
    return True


def _read(
    start: Start,
    source: Source,
    fragment: Fragment,
    tokens: list[Token],
    declarations: Declarations,
) -> Any:
    end = fragment[-1][1] if fragment else 0
    try:
        tree = _grammar().parse(cast("Any", tokens), start=start)
    except UnexpectedToken as error:
        raise _unexpected(
            source,
            cast("Token", error.token),
            tokens,
            end,
            _accepted(start, tokens, cast("Token", error.token)),
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


# --------------------------------------------------------------------------------------------------
# Errors in words


def _accepted(start: Start, tokens: list[Token], refused: Token) -> set[str]:
    """The terminals that could have come instead of the rejected one. The parser is run again,
    since the rejection has already moved it on.
    """
    parser = _grammar().parse_interactive(start=start)
    for token in tokens:
        if token is refused:
            break
        parser.feed_token(token)
    return cast("set[str]", cast("Any", parser).accepts())


def _unexpected(
    source: Source, token: Token, tokens: list[Token], end: int, accepted: set[str]
) -> SyntaxProblem:
    expected = describe_terminals(accepted)
    at_end = token.type == "$END"
    previous = _previous(tokens, token)
    hint = None
    if at_end:
        place = (
            (end_of(previous), end_of(previous))
            if previous is not None
            else (_first(source, end), end)
        )
        message = (
            "the statement ends too early" if previous is not None else "there is no statement here"
        )
        if previous is not None and previous.type in _BINARY_SIGNS:
            hint = f"write what follows the {TERMINAL_NAMES[previous.type]}"
    else:
        place = (start_of(token), end_of(token))
        shown = source.text[place[0] : place[1]]
        message = f"`{shown}` cannot stand here"
        if token.type == "DOTS":
            unsaid = f"`{shown}` leaves something unsaid: write `\\sum` or `\\prod`"
            return UnsupportedNotation.of(source.problem(*place, unsaid))
        if (lacking := _lacking(tokens, token)) is not None:
            hint = "write \\sum_{k=1}^{n} …" if "bounds" in lacking else _hint(token, previous)
            return UnsupportedNotation.of(source.problem(*place, lacking, hint=hint))
        hint = _hint(token, previous)
        if token.type == "PROSE":
            return UnsupportedNotation.of(
                source.problem(
                    *place,
                    f"the words `{shown}` are no part of a formula",
                    expected,
                    "begin a comment with #",
                )
            )
    problem = source.problem(*place, message, expected, hint)
    return UnsupportedNotation.of(problem) if token.type in _OTHER_NOTATION else problem


def _first(source: Source, end: int) -> int:
    return max(0, min(end, len(source.text)) - 1) if source.text else 0


def _previous(tokens: list[Token], token: Token) -> Token | None:
    index = (
        len(tokens)
        if token.type == "$END"
        else next((i for i, each in enumerate(tokens) if each is token), 0)
    )
    return tokens[index - 1] if index > 0 else None


def _lacking(tokens: list[Token], token: Token) -> str | None:
    """What of mathematics a formula has that stops at this token, where that is known."""
    before = [each.type for each in tokens[: next(i for i, t in enumerate(tokens) if t is token)]]
    if token.type == "INFINITY" and before[-1:] in (["CARET"], ["LBRACE"]):
        return "infinite sums and products are not part of the language"
    if token.type == "INFINITY" and before and before[-1] in RELATION_TERMINALS | {"PLUS", "MINUS"}:
        return "infinite values are not part of the language"
    signs = [index for index, kind in enumerate(before) if kind in {"SUM", "PROD"}]
    if signs and set(before[signs[-1] + 1 :]) <= {"UNDERSCORE", "LBRACE", "NAME", "COMMA"}:
        return "sums and products without bounds are not part of the language"
    return None


def _hint(token: Token, previous: Token | None) -> str | None:
    match token.type:
        case "CARET" if previous is not None:
            return "put brackets around the power that is raised: (x^{a})^{b}"
        case "INFINITY":
            return "\\infty stands only as the point of a limit"
        case "PARTIAL":
            return "write \\frac{\\partial}{\\partial x}"
        case "COMMA":
            return "write each statement on its own line"
        case "EQ" | "LT" | "GT" | "LE" | "GE" | "NE" if (
            previous is not None and previous.type in RELATION_TERMINALS
        ):
            return "two relation signs follow each other: an expression is missing between them"
        case "PLUS" | "TIMES" | "SLASH" | "MINUS" if (
            previous is not None and previous.type in _BINARY_SIGNS
        ):
            return (
                "two signs follow each other: put brackets around a negative factor, or delete "
                "one of them"
            )
        case "PERIOD":
            return "write decimals as 0.5"
        case "COLON":
            return "a label comes first: `formula (2.3): …`"
        case _:
            return None


def describe_terminals(terminals: set[str]) -> tuple[str, ...]:
    """Terminals in a reader's words: those that begin an expression are "an expression", the
    relation signs are "a relation such as `=`".
    """
    rest = set(terminals) - {"PROSE"}
    words: list[str] = []
    if rest >= EXPRESSION_STARTS:
        words.append("an expression")
        rest -= EXPRESSION_TERMINALS
    if rest >= RELATION_TERMINALS:
        words.append("a relation such as `=`")
        rest -= RELATION_TERMINALS
    if rest >= LOGIC_TERMINALS:
        words.append("`\\iff` or `\\Rightarrow`")
        rest -= LOGIC_TERMINALS
    if rest >= {"PLUS", "MINUS", "TIMES", "SLASH"}:
        words.append("an operator such as `+`")
        rest -= {"PLUS", "MINUS", "TIMES", "SLASH", "CARET", "BANG"}
    # Other possibilities are not worth mentioning if an expression or an operator would do.
    minor = (
        {"TAG", "DOTS", "AND", "OR", "IF", "CHOOSE", "CARET", "BANG", "PRIMES"} if words else set()
    )
    named = {TERMINAL_NAMES.get(name, name) for name in rest - minor}
    return (*words, *sorted(named))
