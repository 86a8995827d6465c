"""Lean's messages in the notation of the source: their propositions are read back as statements and
printed as the author would write them.

`goals.lark` is the grammar; this module builds statements from it. A proposition that cannot be
read back stays in Lean's notation. No verdict depends on the translation; it is only shown to
people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, Final, Literal, TypeAlias, cast

from lark import Lark, Token, Transformer
from lark.exceptions import LarkError

from shomei.parser.limits import MAX_BRACKETS, MAX_DEPTH
from shomei.terms.literals import ONE
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    BinaryOperator,
    Connective,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.relations import BY_LEAN_SIGN, negation
from shomei.terms.walk import depth
from shomei.verdicts.lean_names import (
    FIELDS,
    HEADS,
    Interval,
    Lambda,
    Part,
    Singleton,
    UnreadableError,
    base_of,
    complement,
    expression,
    statement,
)

#: Longer propositions stay as they are: nobody reads them.
_LONGEST: Final = 2000

_LINE: Final = re.compile(
    r"(?P<head>\s*(?:⊢|\[prop\]|[^\s:⊢\[\]]+(?: [^\s:⊢\[\]]+)* :) )(?P<proposition>.*)", re.DOTALL
)
#: What begins a goal, or what a tactic says about one.
_BEGIN: Final = re.compile(r"case |\[\w+\] ")
#: Variables with their type.
_DECLARED: Final = re.compile(r"(?P<names>[^\s:⊢\[]+(?: [^\s:⊢\[]+)*) : (?P<kind>[ℝℕℤ])")
_SETS: Final = {"ℝ": "R", "ℕ": "N", "ℤ": "Z"}
#: What a tactic says in Lean's notation, and not in words.
_ENTRY: Final = re.compile(r"\s*\[\w+\] (?![A-Z][a-z]+ [a-z`]+)")
_SPELLED: Final = re.compile(r"u([0-9a-f]{2,6})u")


def translate(message: str, show: Callable[[Statement], str]) -> str:
    """`message` with each proposition printed by `show`, if it is on a line of its own after `⊢`,
    the name of a hypothesis or `[prop]`.
    """
    return "\n".join(_translated(line, show) for line in _logical_lines(message))


def wholly(message: str, show: Callable[[Statement], str]) -> str:
    """`message` with each of its goals wholly as `show` prints it, or wholly in Lean's notation if
    there is a line in the goal that the source has no notation for.
    """
    blocks: list[list[str]] = [[]]
    for line in _logical_lines(message):
        if _BEGIN.match(line) or not line.strip() or (blocks[-1] and "⊢" in blocks[-1][-1][:2]):
            blocks.append([])
        blocks[-1].append(line)
    return "\n".join(line for block in blocks for line in _whole(block, show))


def _whole(block: Sequence[str], show: Callable[[Statement], str]) -> Sequence[str]:
    """The lines of a goal, all of them in one notation."""
    found = []
    for line in block:
        declared, said = _DECLARED.fullmatch(line), _LINE.fullmatch(line)
        if declared is not None:
            names = ", ".join(map(_spelled, declared["names"].split()))
            found.append(f"{names} \\in \\mathbb{{{_SETS[declared['kind']]}}}")
        elif said is not None and said["proposition"] != "False":
            shown = _translated(line, show)
            if shown == line and read_proposition(said["proposition"]) is None:
                return block
            found.append(shown)
        elif _ENTRY.match(line):
            return block
        else:
            found.append(line)
    return found


def read_proposition(text: str) -> Statement | None:
    """The statement that a Lean proposition expresses; None if the source has no such
    statements.
    """
    if len(text) > _LONGEST or _nesting(text) > MAX_BRACKETS:
        return None
    try:
        found = statement(cast("Part", _grammar().parse(text)))
    except (LarkError, UnreadableError, RecursionError):
        return None
    return found if depth(found) <= MAX_DEPTH else None


def _logical_lines(message: str) -> Iterator[str]:
    """Lines, after joining those that Lean broke: a continuation is indented further than any
    beginning.
    """
    held: str | None = None
    for line in message.split("\n"):
        if (
            held is not None
            and line.startswith("    ")
            and _LINE.fullmatch(held)
            and not _LINE.fullmatch(line)
        ):
            held = f"{held} {line.strip()}"
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _translated(line: str, show: Callable[[Statement], str]) -> str:
    match = _LINE.fullmatch(line)
    found = read_proposition(match["proposition"]) if match else None
    if match is None or found is None:
        return line
    try:
        return match["head"] + show(found)
    except (ValueError, RecursionError):
        return line


def _nesting(text: str) -> int:
    """The depth of nested parentheses."""
    return max(accumulate((c == "(") - (c == ")") for c in text), default=0)


#: The grammar's terminal for a name, by the number of its arguments.
_TERMINALS: Final = ("CONSTANT", "UNARY", "BINARY", "TERNARY")
_KEYWORDS: Final[Mapping[str, str]] = {
    "fun": "_FUN",
    "ᶜ": "_COMPLEMENT",
    "ℝ": "_NUMBERS",
    "ℕ": "_NUMBERS",
    "ℤ": "_NUMBERS",
    "Filter": "_FILTER",
}
_BIG_FIELDS: Final[Mapping[str, Literal["sum", "prod"]]] = {".sum": "sum", ".prod": "prod"}


# --------------------------------------------------------------------------------------------------
# From tokens to parts


def _name_token(token: Token) -> Token:
    if token in HEADS:
        return token.update(_TERMINALS[HEADS[token].arity])
    return token.update(_KEYWORDS[token]) if token in _KEYWORDS else token


def _field_token(token: Token) -> Token:
    if token in _BIG_FIELDS:
        return token.update("BIG_FIELD")
    binary = token in FIELDS and FIELDS[token].arity > 1
    return token.update("BINARY_FIELD") if binary else token


def _name(token: Token) -> str:
    """The source's name of a variable: the inverse of `identifier` in `emitter.lean.names`."""
    name = str(token)
    if "." in name or name in {"True", "False"}:
        raise UnreadableError
    return _spelled(name)


def _spelled(name: str) -> str:
    name = name.rstrip("✝")
    if name.endswith("'v"):
        return _SPELLED.sub(lambda match: chr(int(match[1], 16)), name.removesuffix("'v"))
    return name


_Parts: TypeAlias = list[Any]


class _Builder(Transformer[Token, Part]):
    def _connective(self, operator: Any, parts: _Parts) -> Statement:
        return Connective(operator, statement(parts[0]), statement(parts[1]))

    def iff(self, parts: _Parts) -> Statement:
        return self._connective("iff", parts)

    def implies(self, parts: _Parts) -> Statement:
        return self._connective("implies", parts)

    def or_(self, parts: _Parts) -> Statement:
        return self._connective("or", parts)

    def and_(self, parts: _Parts) -> Statement:
        return self._connective("and", parts)

    def not_(self, parts: _Parts) -> Statement:
        inner = parts[0]
        if not isinstance(inner, Relation):
            raise UnreadableError
        return negation(inner)

    def compare(self, parts: _Parts) -> Statement:
        left, sign, right = parts
        return Relation(BY_LEAN_SIGN[sign], expression(left), expression(right))

    def binary(self, parts: _Parts) -> Expression:
        left, sign, right = parts
        operator = cast("BinaryOperator", str(sign))
        return Binary(operator, expression(left), expression(right))

    def _over(
        self, operator: Literal["sum", "prod"], index: Token, interval: Part, body: Part
    ) -> Expression:
        if not isinstance(interval, Interval):
            raise UnreadableError
        return BigOperator(operator, _name(index), interval.lower, interval.upper, expression(body))

    def big(self, parts: _Parts) -> Expression:
        sign, index, interval, body = parts
        return self._over("sum" if sign.type == "SUM" else "prod", index, interval, body)

    def big_field(self, parts: _Parts) -> Expression:
        interval, field, index, body = parts
        return self._over(_BIG_FIELDS[field], index, interval, body)

    def negation(self, parts: _Parts) -> Expression:
        return Negation(expression(parts[0]))

    def power(self, parts: _Parts) -> Expression:
        base, exponent = map(expression, parts)
        return Power(base_of(base), exponent)

    def application(self, parts: _Parts) -> Part:
        return HEADS[parts[0]].build(*parts[1:])

    def constant(self, parts: _Parts) -> Part:
        return HEADS[parts[0]].build()

    def field(self, parts: _Parts) -> Part:
        first, name, *others = parts
        if name not in FIELDS:
            raise UnreadableError
        return FIELDS[name].build(first, *others)

    def root(self, parts: _Parts) -> Expression:
        return Apply("sqrt", (expression(parts[0]),))

    def reciprocal(self, parts: _Parts) -> Expression:
        return Power(expression(parts[0]), Negation(ONE))

    def factorial(self, parts: _Parts) -> Expression:
        return Apply("factorial", (expression(parts[0]),))

    def complement(self, parts: _Parts) -> Part:
        return complement(parts[0])

    def number(self, parts: _Parts) -> Expression:
        return Number(Fraction(parts[0]))

    def variable(self, parts: _Parts) -> Expression:
        return Variable(_name(parts[0]))

    def function(self, parts: _Parts) -> Part:
        return Lambda(_name(parts[0]), expression(parts[-1]))

    def absolute(self, parts: _Parts) -> Expression:
        return Apply("abs", (expression(parts[0]),))

    def singleton(self, parts: _Parts) -> Part:
        return Singleton(expression(parts[0]))


@cache
def _grammar() -> Lark:
    return Lark(
        (files("shomei.verdicts") / "goals.lark").read_text(encoding="utf-8"),
        parser="lalr",
        lexer="basic",
        transformer=_Builder(),
        lexer_callbacks={"NAME": _name_token, "FIELD": _field_token},
        maybe_placeholders=False,
    )
