"""Lean's words in the notation of the source: the propositions in a message of Lean are read back
into statements and printed as the author would write them.

What cannot be read back stays as Lean has it. Nothing is decided by a translation; it is shown to
people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shomei.terms.nodes import (
    Absolute,
    BigOperator,
    Binary,
    Binomial,
    Connective,
    Constant,
    Derivative,
    Expression,
    Factorial,
    Function,
    FunctionName,
    Infinity,
    Limit,
    Log,
    Negation,
    Number,
    Power,
    Relation,
    RelationOperator,
    Root,
    Statement,
    Variable,
)

#: Longer propositions are left as they are: nobody reads them, and reading recurses.
_LONGEST: Final = 2000
_DEEPEST: Final = 60

_LINE: Final = re.compile(
    r"(?P<head>\s*(?:⊢|\[prop\]|[^\s:⊢\[\]]+(?: [^\s:⊢\[\]]+)* :) )(?P<proposition>.*)", re.DOTALL
)
#: Functions as Lean prints them behind their argument, `x.log` for `Real.log x`; the last two take
#: one more.
_FIELDS: Final = (
    "log",
    "exp",
    "sqrt",
    "sin",
    "cos",
    "tan",
    "cot",
    "arcsin",
    "arccos",
    "arctan",
    "sinh",
    "cosh",
    "tanh",
    "factorial",
    "logb",
    "choose",
)
_FIELD: Final = re.compile(r"\.(?:" + "|".join((*_FIELDS, "compl")) + r")(?![\w'])")
_NAMESPACES: Final = frozenset(
    ("Real", "Nat", "Int", "Filter", "Set", "Finset", "Compl", "Singleton")
)
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<field>"
    + _FIELD.pattern
    + r")|(?P<name>𝓝\[[≠><]\]|𝓝|[^\W\d][\w.'!?✝]*|∞)|(?P<sign>=>|:=|⁻¹|[=≠<>≤≥+\-*/^()|,:∧∨→↔¬↑√!∑∏∈∀∃⊢ᶜ{}π∘↦]))"
)
_RELATIONS: Final[dict[str, RelationOperator]] = {
    "=": "=",
    "≠": "!=",
    "<": "<",
    "≤": "<=",
    ">": ">",
    "≥": ">=",
}
_NEGATED: Final[dict[RelationOperator, RelationOperator]] = {
    "=": "!=",
    "!=": "=",
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
}
_FUNCTIONS: Final[dict[str, FunctionName]] = {
    f"Real.{name}": name
    for name in ("sin", "cos", "tan", "cot", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh")
}
_SPELLED: Final = re.compile(r"u([0-9a-f]{2,6})u")


class _UnreadableError(Exception):
    """Not a proposition of the kind that a derivation states."""


@dataclass(frozen=True, slots=True)
class _Lambda:
    variable: str
    body: Expression


@dataclass(frozen=True, slots=True)
class _Filter:
    point: Expression | Infinity
    side: str | None
    full: bool


def translate(message: str, show: Callable[[Statement], str]) -> str:
    """`message` with each proposition, on a line of its own after `⊢`, a hypothesis' name or
    `[prop]`, printed by `show`.
    """
    return "\n".join(_translated(line, show) for line in _logical_lines(message))


def read_proposition(text: str) -> Statement | None:
    """The statement that a Lean proposition makes; None for what is none of the source's kind."""
    if len(text) > _LONGEST:
        return None
    try:
        reader = _Reader(_tokens(text))
        found = reader.proposition(0)
        reader.end()
    except (_UnreadableError, RecursionError):
        return None
    return found


def _logical_lines(message: str) -> Iterator[str]:
    """Lines, with those joined to their predecessor that Lean broke off from it: they are indented
    further than any beginning is.
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
    statement = read_proposition(match["proposition"]) if match else None
    if match is None or statement is None:
        return line
    try:
        return match["head"] + show(statement)
    except (ValueError, RecursionError):
        return line


def _tokens(text: str) -> list[str]:
    found, position, text = [], 0, text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _UnreadableError
        found.extend(_parted(match.group().strip()))
        position = match.end()
    return found


def _spelled(base: Expression) -> Expression:
    """The base of a power or logarithm. `Real.exp 1` there is a power that comes to e: of e itself
    there are `Real.exp` and `Real.log`.
    """
    return Power(base, _ONE) if base == Constant("e") else base


def _parted(token: str) -> list[str]:
    """`x.log` as `x` and `.log`; any other token as it is."""
    first, dot, _ = token.partition(".")
    if not dot or not first or first in _NAMESPACES or first[0].isdecimal():
        return [token]
    fields = _FIELD.findall(token, len(first))
    return [first, *fields] if "".join((first, *fields)) == token else [token]


class _Reader:
    """Reads tokens with Lean's own precedences. `depth` bounds the recursion."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._position = 0

    def end(self) -> None:
        if self._position != len(self._tokens):
            raise _UnreadableError

    def _peek(self) -> str:
        return self._tokens[self._position] if self._position < len(self._tokens) else ""

    def _take(self, *wanted: str) -> str | None:
        token = self._peek()
        if token in wanted and token:
            self._position += 1
            return token
        return None

    def _require(self, wanted: str) -> None:
        if self._take(wanted) is None:
            raise _UnreadableError

    # -- propositions

    def proposition(self, depth: int) -> Statement:
        left = self._implication(depth + 1)
        return Connective("iff", left, self._implication(depth + 1)) if self._take("↔") else left

    def _implication(self, depth: int) -> Statement:
        left = self._disjunction(depth + 1)
        return (
            Connective("implies", left, self._implication(depth + 1)) if self._take("→") else left
        )

    def _disjunction(self, depth: int) -> Statement:
        left = self._conjunction(depth + 1)
        return Connective("or", left, self._disjunction(depth + 1)) if self._take("∨") else left

    def _conjunction(self, depth: int) -> Statement:
        left = self._simple(depth + 1)
        return Connective("and", left, self._conjunction(depth + 1)) if self._take("∧") else left

    def _simple(self, depth: int) -> Statement:
        if depth > _DEEPEST:
            raise _UnreadableError
        if self._take("¬"):
            inner = self._simple(depth + 1)
            if not isinstance(inner, Relation):
                raise _UnreadableError
            return Relation(_NEGATED[inner.operator], inner.left, inner.right)
        if self._peek() == "(":
            # A parenthesis may hold a proposition or begin a term.
            begin = self._position
            try:
                self._require("(")
                inner = self.proposition(depth + 1)
                self._require(")")
            except _UnreadableError:
                self._position = begin
            else:
                return inner
        if self._peek() in {"Tendsto", "Filter.Tendsto"}:
            return self._tendsto(depth + 1)
        if self._peek() == "HasDerivAt":
            return self._derivative(depth + 1)
        left = self._sum(depth + 1)
        operator = self._take(*_RELATIONS)
        if operator is None:
            raise _UnreadableError
        return Relation(_RELATIONS[operator], left, self._sum(depth + 1))

    def _tendsto(self, depth: int) -> Relation:
        self._position += 1
        function, source, target = self._lambda(depth), self._filter(depth), self._filter(depth)
        if source.full or not target.full or isinstance(target.point, Infinity):
            raise _UnreadableError
        limit = Limit(function.variable, source.point, source.side, function.body)  # type: ignore[arg-type]
        return Relation("=", limit, target.point)

    def _derivative(self, depth: int) -> Relation:
        self._position += 1
        function, value, at = self._lambda(depth), self._atom(depth), self._atom(depth)
        if at != Variable(function.variable):
            raise _UnreadableError
        return Relation("=", Derivative(function.variable, function.body), value)

    def _lambda(self, depth: int) -> _Lambda:
        self._require("(")
        self._require("fun")
        variable = self._name()
        if self._take(":"):
            self._name()
        if self._take("=>", "↦") is None:
            raise _UnreadableError
        body = self._sum(depth + 1)
        self._require(")")
        return _Lambda(variable, body)

    def _filter(self, depth: int) -> _Filter:
        if self._take("("):
            inner = self._filter(depth + 1)
            if self._take(":"):
                self._require("Filter")
                self._require("ℝ")
            self._require(")")
            return inner
        match self._name_token():
            case "atTop" | "Filter.atTop":
                return _Filter(Infinity(), None, full=False)
            case "atBot" | "Filter.atBot":
                return _Filter(Infinity(positive=False), None, full=False)
            case "𝓝" | "nhds":
                return _Filter(self._atom(depth), None, full=True)
            case "𝓝[≠]":
                return _Filter(self._atom(depth), None, full=False)
            case "𝓝[>]":
                return _Filter(self._atom(depth), "+", full=False)
            case "𝓝[<]":
                return _Filter(self._atom(depth), "-", full=False)
            case "nhdsWithin":
                point = self._atom(depth)
                return _Filter(point, self._within(point, depth), full=False)
        raise _UnreadableError

    def _within(self, point: Expression, depth: int) -> str | None:
        """The set of a `nhdsWithin` that makes it the neighbourhood of a limit, one-sided or not."""
        parts: list[str] = []
        while self._take("("):
            parts.append("(")
        if self._take("{"):
            if self._atom(depth) != point:
                raise _UnreadableError
            self._require("}")
            if self._take(".compl", "ᶜ") is None:
                raise _UnreadableError
            for _ in parts:
                self._require(")")
            return None
        side: str | None
        match self._name_token():
            case "Set.Ioi":
                side = "+"
            case "Set.Iio":
                side = "-"
            case "Set.compl" | "Compl.compl":
                side = None
                while self._take("("):
                    parts.append("(")
                if self._name_token() != "Singleton.singleton":
                    raise _UnreadableError
            case _:
                raise _UnreadableError
        if self._atom(depth) != point:
            raise _UnreadableError
        for _ in parts:
            self._require(")")
        return side

    # -- terms

    def _sum(self, depth: int) -> Expression:
        if depth > _DEEPEST:
            raise _UnreadableError
        left = self._product(depth + 1)
        while operator := self._take("+", "-"):
            left = Binary("+" if operator == "+" else "-", left, self._product(depth + 1))
        return left

    def _product(self, depth: int) -> Expression:
        left = self._signed(depth + 1)
        while operator := self._take("*", "/"):
            left = Binary("*" if operator == "*" else "/", left, self._signed(depth + 1))
        return left

    def _signed(self, depth: int) -> Expression:
        if depth > _DEEPEST:
            raise _UnreadableError
        if self._take("-"):
            return Negation(self._signed(depth + 1))
        base = self._applied(depth + 1)
        if not self._take("^"):
            return base
        return Power(_spelled(base), self._signed(depth + 1))

    def _applied(self, depth: int) -> Expression:
        name = self._peek()
        match name:
            case "Real.log":
                self._position += 1
                return Log(None, self._atom(depth))
            case "Real.logb":
                self._position += 1
                return Log(_spelled(self._atom(depth)), self._atom(depth))
            case "Real.exp":
                self._position += 1
                exponent = self._atom(depth)
                return Constant("e") if exponent == _ONE else Power(Constant("e"), exponent)
            case "Real.sqrt" | "√":
                self._position += 1
                return Root(2, self._atom(depth))
            case "abs":
                self._position += 1
                return Absolute(self._atom(depth))
            case "Nat.factorial":
                self._position += 1
                return Factorial(self._atom(depth))
            case "Nat.choose":
                self._position += 1
                return Binomial(self._atom(depth), self._atom(depth))
            case "Nat.cast" | "Int.cast":
                self._position += 1
                return self._atom(depth)
            case "∑" | "∏":
                return self._big(depth)
        if name in _FUNCTIONS:
            self._position += 1
            return Function(_FUNCTIONS[name], self._atom(depth))
        return self._atom(depth)

    def _big(self, depth: int) -> Expression:
        sign = self._take("∑", "∏")
        index = self._name()
        self._require("∈")
        if self._name_token() != "Finset.Icc":
            raise _UnreadableError
        lower, upper = self._atom(depth), self._atom(depth)
        self._require(",")
        return BigOperator(
            "sum" if sign == "∑" else "prod", index, lower, upper, self._product(depth + 1)
        )

    def _atom(self, depth: int) -> Expression:
        if depth > _DEEPEST:
            raise _UnreadableError
        if self._take("↑"):
            return self._atom(depth + 1)
        if self._take("√"):
            return Root(2, self._atom(depth + 1))
        if self._take("("):
            inner = self._sum(depth + 1)
            if self._take(":"):
                self._name()
            self._require(")")
        elif self._take("|"):
            inner = Absolute(self._sum(depth + 1))
            self._require("|")
        elif self._peek()[:1].isdecimal():
            inner = Number(Fraction(self._peek()))
            self._position += 1
        elif self._take("Real.pi", "π"):
            inner = Constant("pi")
        else:
            inner = Variable(self._name())
        while suffix := self._take("⁻¹", "!", *(f".{field}" for field in _FIELDS)):
            inner = self._suffixed(inner, suffix, depth + 1)
        return inner

    def _suffixed(self, term: Expression, suffix: str, depth: int) -> Expression:
        match suffix:
            case "⁻¹":
                return Power(term, Negation(_ONE))
            case "!" | ".factorial":
                return Factorial(term)
            case ".log":
                return Log(None, term)
            case ".logb":
                return Log(_spelled(term), self._atom(depth))
            case ".choose":
                return Binomial(term, self._atom(depth))
            case ".exp":
                return Constant("e") if term == _ONE else Power(Constant("e"), term)
            case ".sqrt":
                return Root(2, term)
            case _:
                return Function(_FUNCTIONS[f"Real{suffix}"], term)

    def _name_token(self) -> str:
        token = self._peek()
        if not token or not (token[0].isalpha() or token[0] in "𝓝_"):
            raise _UnreadableError
        self._position += 1
        return token

    def _name(self) -> str:
        """A variable's name as the source has it; `identifier` of `emitter.lean.names` the other
        way round.
        """
        name = self._name_token()
        if "." in name or name in {"fun", "True", "False"}:
            raise _UnreadableError
        name = name.rstrip("✝")
        if name.endswith("'v"):
            return _SPELLED.sub(lambda match: chr(int(match[1], 16)), name.removesuffix("'v"))
        return name


_ONE: Final = Number(Fraction(1))
