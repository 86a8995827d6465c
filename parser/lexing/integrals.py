"""`\\int f(x) \\, dx`: finds the differential that ends each integral's integrand."""

from __future__ import annotations

from typing import Final, NoReturn

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.lexing.evaluations import argument_end, scripts
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, kinds, make, retyped, start_of
from shomei.parser.source import Source

#: What may follow an integral whose dx stands in a numerator, or that has no integrand.
_ENDS: Final = (
    RELATION_TERMINALS
    | LOGIC_TERMINALS
    | {"PLUS", "MINUS", "PM", "MP", "RPAR", "RBRACE", "RIGHT_BAR", "COMMA", "TAG", "IF", "PERIOD"}
    | {"AND", "OR", "INT"}
)
#: What cannot stand in an integrand outside of brackets.
_STOPS: Final = RELATION_TERMINALS | LOGIC_TERMINALS | {"COMMA", "TAG", "IF", "AND", "OR"}


def find_integrals(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with each integral as `INTEGRAL … INTEGRAL_END`, whose end has the variable's name
    as its value; `INTEGRAL_LEADING`, with the name, where the integrand follows the dx.
    """
    if not any(token.type == "INT" for token in tokens):
        return tokens
    named_d = "d" in declarations.variables | declarations.renamed
    return _Integrals(source, tokens, named_d=named_d).found()


class _Integrals:
    """The integrals of one formula."""

    def __init__(self, source: Source, tokens: list[Token], *, named_d: bool) -> None:
        self.source = source
        self.tokens = tokens
        self.pairs = partners(tokens)
        self.named_d = named_d

    def found(self) -> list[Token]:
        result: list[Token] = []
        index = 0
        while index < len(self.tokens):
            if self.tokens[index].type == "INT":
                part, index = self._integral(index)
                result += part
            else:
                result.append(self.tokens[index])
                index += 1
        return result

    def _integral(self, sign: int) -> tuple[list[Token], int]:
        """The tokens of the integral at `sign`, and the index after it."""
        bounds, body = self._bounds(sign)
        kind = "INTEGRAL_FROM" if bounds else "INTEGRAL"
        first = self.tokens[sign]
        name, start, end, rest = self._differential(sign, body)
        if (
            rest is None
            and start == body
            and kinds(self.tokens, end, 1)
            and self.tokens[end].type not in _ENDS
        ):
            leading = make(f"{kind}_LEADING", name, start_of(first), end_of(first))
            return [leading, *bounds], end
        if kinds(self.tokens, end, 1) == ["CARET"]:
            self._refused(sign, end, "it is unclear what is raised to a power here")
        if rest is None:
            inside = self.tokens[body:start]
        else:
            inside = [*self.tokens[body:start], *rest]
            if end < len(self.tokens) and self.tokens[end].type not in _ENDS:
                self._refused(sign, end, "it is unclear where this integral ends")
        last = self.tokens[end - 1]
        place = end_of(last)
        if not inside:
            inside = [make("NUMBER", "1", start_of(self.tokens[start]), place)]
        closing = make("INTEGRAL_END", name, place, place)
        inside = _Integrals(self.source, inside, named_d=self.named_d).found()
        return [retyped(first, kind), *bounds, *inside, closing], end

    def _bounds(self, sign: int) -> tuple[list[Token], int]:
        """The bounds of an integral in braces, the lower one first, and the index after them."""
        bounds, index = scripts(self.source, self.tokens, sign + 1)
        if len(bounds) == 1:
            self._refused(sign, index - 1, "these bounds are unclear")
        return [*bounds.get("UNDERSCORE", []), *bounds.get("CARET", [])], index

    def _argument(self, index: int) -> int | None:
        return argument_end(self.tokens, index, self.pairs)

    def _differential(self, sign: int, body: int) -> tuple[str, int, int, list[Token] | None]:
        """The variable, the index where the differential begins, the index after it (or after the
        fraction that has it above the line), and what remains of that fraction.
        """
        loose: tuple[str, int] | None = None
        index = body
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.type == "INT":
                self._refused(sign, index, "double integrals are not part of the language")
            name = self._is_differential(index)
            if name is not None:
                if self._touches(index):
                    return name, index, index + 2, None
                loose = loose or (name, index)
            if token.type == "FRAC":
                over = self._over(index)
                if over is not None:
                    return over
                index = self._argument(index) or index + 1
                continue
            if index in self.pairs:
                index = self.pairs[index]
            elif token.type in _STOPS or token.type in {"RPAR", "RBRACE", "RIGHT_BAR"}:
                break
            index += 1
        if loose is not None and not self.named_d:
            return loose[0], loose[1], loose[1] + 2, None
        return self._refused(sign, sign, "this integral has no `dx` that ends its integrand")

    def _over(self, index: int) -> tuple[str, int, int, list[Token]] | None:
        """The fraction at `index`, if its numerator has a differential: `\\frac{dx}{x}`."""
        above = index + 1
        if above not in self.pairs or self.tokens[above].type != "LBRACE":
            return None
        end = self._argument(index)
        if end is None:
            return None
        place = above + 1
        while place < self.pairs[above]:
            name = self._is_differential(place)
            if name is not None and self._touches(place):
                rest = [
                    *self.tokens[above + 1 : place],
                    *self.tokens[place + 2 : self.pairs[above]],
                ]
                if not rest:
                    rest = [make("NUMBER", "1", *self._place(place, place + 1))]
                whole = [
                    *self.tokens[index : above + 1],
                    *rest,
                    *self.tokens[self.pairs[above] : end],
                ]
                return name, index, end, whole
            place = self.pairs.get(place, place) + 1
        return None

    def _is_differential(self, index: int) -> str | None:
        """The x of a `dx` at `index`."""
        if kinds(self.tokens, index, 2) != ["NAME", "NAME"] or self.tokens[index].value != "d":
            return None
        return str(self.tokens[index + 1].value)

    def _touches(self, index: int) -> bool:
        sign = self.tokens[index]
        start, end = start_of(sign), end_of(sign)
        upright = self.source.text[start:end] != "d"
        return upright or end == start_of(self.tokens[index + 1])

    def _place(self, first: int, last: int) -> tuple[int, int]:
        last = min(last, len(self.tokens) - 1)
        return start_of(self.tokens[first]), end_of(self.tokens[last])

    def _refused(self, first: int, last: int, message: str) -> NoReturn:
        raise UnsupportedNotation.of(self.source.problem(*self._place(first, last), message))
