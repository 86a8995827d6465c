"""Functions that stand without their argument, and compositions: `(fg)'`, `f'g + fg'`,
`(f \\circ g)'(x)`.

A function with a formula, `x(t) = \\sin t`, stands without its argument only in articles, and
where the formula speaks of t, or of a derivative of x. One without a formula is read at one and the
same number throughout a formula: that of the functions which have an argument, the variable of a
derivative, the letter that words call it a function of, x or t where the formula has one of them,
or else any number at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.lexing.differentials import Differential
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.refusals import UNSUPPORTED
from shomei.parser.lexing.tokens import end_of, kinds, make, start_of
from shomei.parser.source import Source
from shomei.parser.suffixes import kind_of
from shomei.terms.functions import ANY

#: Arguments that authors leave out.
_USUAL: Final = ("x", "t")
#: Letters that mostly are numbers, whatever function has that name as well.
_OFTEN_NUMBERS: Final = frozenset(("a", "b", "c", "d", "h", "k", "m", "n"))
#: What a row that goes on from the one above begins with.
_CONTINUES: Final = frozenset(("EQ", "LT", "GT", "LE", "GE", "NE"))


def apply_functions(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with an argument for each function that stands without one. Only functions without
    a formula do; any function may be composed.
    """
    reader = _Reader(source, declarations)
    if reader.declared:
        found = reader.argument_in(tokens) or reader.argument_said(tokens, declarations.arguments)
        if found:
            declarations.argument = found
        elif not (tokens and tokens[0].type in _CONTINUES):
            declarations.argument = ANY
    if kind_of(source.path) != "plain":
        reader.bare = reader.bare_in(tokens)
    if not reader.concerns(tokens):
        return tokens
    made = reader.applied(tokens, _name(declarations.argument, tokens[0]))
    unknown = next((token for token in made if token.type == "COMPOSE"), None)
    if unknown is not None:
        place = start_of(unknown), end_of(unknown)
        raise UnsupportedNotation.of(source.problem(*place, UNSUPPORTED["circ"]))
    return made


def bound_letters(tokens: list[Token]) -> set[str]:
    """The letters that limits and sums bind."""
    return {
        str(tokens[index].value)
        for index in range(2, len(tokens) - 1)
        if tokens[index].type == "NAME"
        and tokens[index - 1].type == "LBRACE"
        and tokens[index - 2].type == "UNDERSCORE"
        and tokens[index + 1].type in {"TO", "EQ"}
    }


def _is_raised_oddly(tokens: list[Token], index: int) -> bool:
    """Whether an exponent at `index` may count compositions: `f^{-1}`, `f^2(x)`."""
    if kinds(tokens, index, 1) != ["CARET"]:
        return False
    if kinds(tokens, index + 1, 2) == ["LBRACE", "MINUS"]:
        return True
    after = partners(tokens).get(index + 1, index + 1) + 1
    return kinds(tokens, after, 1) == ["LPAR"]


def _name(name: str, at: Token) -> list[Token]:
    return [make("NAME", name, start_of(at), start_of(at))]


class _Reader:
    """Reads stretches of one formula."""

    def __init__(self, source: Source, declarations: Declarations) -> None:
        self.source = source
        self.functions = {
            name
            for name, parameters in declarations.functions.items()
            if len(parameters) == 1 and name not in declarations.families
        }
        self.declared = self.functions & declarations.declared
        self.known = declarations
        #: The functions with a formula that stand in a formula without an argument, and the letters
        #: that they are taken at.
        self.bare: dict[str, str] = {}

    def is_function(self, token: Token) -> bool:
        """Whether the token is the name of a function of one variable."""
        return token.type == "NAME" and token.value in self.functions

    def concerns(self, tokens: list[Token]) -> bool:
        """Whether a function stands without an argument, or is composed."""
        return any(
            token.type == "COMPOSE"
            or (
                self.is_function(token)
                and (token.value in self.declared or token.value in self.bare)
                and kinds(tokens, self.after_order(tokens, index + 1), 1) != ["LPAR"]
            )
            for index, token in enumerate(tokens)
        )

    @staticmethod
    def after_order(tokens: list[Token], index: int) -> int:
        """The index after the primes or the order of a derivative that begin at `index`."""
        if kinds(tokens, index, 1) == ["PRIMES"]:
            return index + 1
        if kinds(tokens, index, 6) == ["CARET", "LBRACE", "LPAR", "NUMBER", "RPAR", "RBRACE"]:
            return index + 6
        return index

    def argument_in(self, tokens: list[Token]) -> str:
        """The variable that the functions of a formula are taken at, where that is one."""
        found: set[str] = set()
        for index, token in enumerate(tokens):
            if isinstance(token.value, Differential):
                found.update(name for name, _ in token.value.variables)
            if not (self.is_function(token) or token.type == "RPAR"):
                continue
            after = self.after_order(tokens, index + 1)
            if token.type == "RPAR" and after == index + 1:
                continue
            if kinds(tokens, after, 3) == ["LPAR", "NAME", "RPAR"]:
                inside = tokens[after + 1]
                if not self.is_function(inside):
                    found.add(str(inside.value))
        return found.pop() if len(found) == 1 else ""

    def bare_in(self, tokens: list[Token]) -> dict[str, str]:
        """The functions with a formula that a formula writes as letters, as in `x'' = -x` after
        `x(t) = \\sin t`, where it speaks of what they are functions of: by that letter, or by a
        derivative.
        """
        names = {str(each.value) for each in tokens if each.type in {"NAME", "INTEGRAL_END"}}
        bound = bound_letters(tokens)
        found: dict[str, str] = {}
        for index, token in enumerate(tokens):
            name = str(token.value)
            if not self.is_function(token) or name in self.declared or name in found:
                continue
            (parameter,) = self.known.functions[name]
            after = self.after_order(tokens, index + 1)
            alone = kinds(tokens, after, 1) not in (["LPAR"], ["COMPOSE"])
            varies = after > index + 1 or any(
                isinstance(each.value, Differential)
                and each.value.function == name
                and [by for by, _ in each.value.variables] == [parameter]
                for each in tokens
            )
            speaks = varies or (parameter in names and name not in _OFTEN_NUMBERS)
            free = parameter not in self.functions and self.known.value_of(parameter) is None
            sought = alone and speaks and free and name not in bound
            if sought and not _is_raised_oddly(tokens, index + 1):
                found[name] = parameter
        return found

    def argument_said(self, tokens: list[Token], said: Mapping[str, str]) -> str:
        """The variable that words call the functions of a formula functions of, or else the one
        among those which authors mostly use that the formula has.
        """
        names = {str(token.value) for token in tokens if token.type == "NAME"}
        letters = {said.get(name, "") for name in names & self.declared}
        if len(letters) == 1 and (letter := letters.pop()):
            return letter
        usual = [name for name in _USUAL if name in names and name not in self.functions]
        return usual[0] if len(usual) == 1 and names & self.declared else ""

    def applied(self, tokens: list[Token], argument: list[Token]) -> list[Token]:
        """The stretch with `argument` for what stands without one."""
        pairs = partners(tokens)
        found: list[Token] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if self.is_function(token):
                made, index = self._chain(tokens, index, pairs, argument)
                found += made
            elif token.type == "LPAR" and index in pairs:
                made, index = self._group(tokens, index, pairs, argument)
                found += made
            else:
                found.append(token)
                index += 1
        return found

    def _group(
        self, tokens: list[Token], index: int, pairs: dict[int, int], argument: list[Token]
    ) -> tuple[list[Token], int]:
        """A group in brackets, with what it is applied to: `(f + g)(x)`, `(fg)'(x)`."""
        close = pairs[index]
        inside = tokens[index + 1 : close]
        after = self.after_order(tokens, close + 1)
        order = tokens[close + 1 : after]
        if self.concerns(inside) and kinds(tokens, after, 1) == ["LPAR"] and after in pairs:
            own = tokens[after + 1 : pairs[after]]
            if order and not (len(own) == 1 and own[0].type == "NAME"):
                raise UnsupportedNotation.of(
                    self.source.problem(
                        start_of(tokens[index]),
                        end_of(tokens[pairs[after]]),
                        "the derivative of such a function is taken at a variable",
                        hint="differentiate first, then put the value in",
                    )
                )
            made = self.applied(inside, self.applied(own, argument))
            return [tokens[index], *made, tokens[close], *order], pairs[after] + 1
        made = self.applied(inside, argument)
        return [tokens[index], *made, tokens[close]], close + 1

    def _chain(
        self, tokens: list[Token], index: int, pairs: dict[int, int], argument: list[Token]
    ) -> tuple[list[Token], int]:
        """A function with its argument, or composed functions: `f`, `f'(x)`, `f' \\circ g`."""
        heads: list[list[Token]] = []
        while True:
            after = self.after_order(tokens, index + 1)
            heads.append(tokens[index:after])
            index = after
            if (
                kinds(tokens, index, 1) == ["COMPOSE"]
                and index + 1 < len(tokens)
                and self.is_function(tokens[index + 1])
            ):
                index += 1
                continue
            break
        name = heads[0][0]
        if kinds(tokens, index, 1) == ["LPAR"] and index in pairs:
            own = tokens[index + 1 : pairs[index]]
            if self.concerns(own) and self._stands_bare(own):
                raise UnsupportedNotation.of(
                    self.source.problem(
                        start_of(name),
                        end_of(tokens[pairs[index]]),
                        "this can be read as a value of the function, or as a product",
                        hint=f"write {name.value}(x)",
                    )
                )
            inner = self.applied(own, argument)
            opening, closing = tokens[index], tokens[pairs[index]]
            index = pairs[index] + 1
        elif len(heads) == 1 and name.value not in self.declared and name.value not in self.bare:
            return heads[0], index
        else:
            by = self.bare.get(str(name.value))
            inner = argument if by is None else _name(by, name)
            end = end_of(heads[-1][-1])
            opening, closing = make("LPAR", "(", end, end), make("RPAR", ")", end, end)
        for head in reversed(heads):
            inner = [*head, opening, *inner, closing]
        return inner, index

    def _stands_bare(self, tokens: list[Token]) -> bool:
        """Whether the stretch has a function without an argument outside of its brackets."""
        pairs = partners(tokens)
        index = 0
        while index < len(tokens):
            if self.is_function(tokens[index]):
                after = self.after_order(tokens, index + 1)
                if kinds(tokens, after, 1) not in (["LPAR"], ["COMPOSE"]):
                    return True
                index = after
            elif tokens[index].type == "LPAR" and index in pairs:
                index = pairs[index]
            index += 1
        return False
