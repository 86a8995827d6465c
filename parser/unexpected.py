"""What is said of a token that the grammar of formulas does not take."""

from __future__ import annotations

from typing import Final

from lark import Token

from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.terminals import (
    EXPRESSION_STARTS,
    EXPRESSION_TERMINALS,
    LOGIC_TERMINALS,
    RELATION_TERMINALS,
    TERMINAL_NAMES,
)
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.source import Source

#: A formula with one of these in the wrong place says something that the language cannot express.
_OTHER_NOTATION: Final = frozenset(
    ("PARTIAL", "INFINITY", "COLON", "SEMICOLON", "COMMA", "PERIOD", "NUMBER_SET", "IN", "IF", "TO")
)
_BINARY_SIGNS: Final = frozenset(("PLUS", "MINUS", "TIMES", "SLASH", "CARET"))


def unexpected(
    source: Source, token: Token, tokens: list[Token], end: int, accepted: set[str]
) -> SyntaxProblem:
    """The problem with a token; `accepted` are the terminals that could have stood there."""
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
