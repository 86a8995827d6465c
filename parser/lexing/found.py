"""A match of the scanner's expression, and what reads one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from lark import Token

from shomei.operations.registry import FUNCTIONS
from shomei.parser.errors import OtherThings, SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.tokens import make
from shomei.parser.lexing.vocabulary import COMMANDS
from shomei.parser.source import Range, Source
from shomei.terms.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Found:
    """A match, where warnings about it go, and its place in the source."""

    source: Source
    match: re.Match[str]
    warnings: list[Diagnostic]
    place: Range
    #: The operators on random variables that are known here, such as `E`.
    operators: Collection[str] = ()

    @property
    def text(self) -> str:
        """The matched text."""
        return self.match.group()

    def token(self, terminal: str, value: object) -> Token:
        """A token at the place of the match."""
        return make(terminal, value, *self.place)

    def word(self, name: str) -> Token:
        """The token of a function or another command by its name."""
        return self.token("FUNCTION" if name in FUNCTIONS else COMMANDS[name], name)

    def problem(self, message: str, hint: str | None = None) -> SyntaxProblem:
        """The problem here; the caller raises it."""
        return self.source.problem(*self.place, message, hint=hint)

    def unsupported(self, message: str, hint: str | None = None) -> UnsupportedNotation:
        """Notation that the language does not have; the caller raises it."""
        return UnsupportedNotation.of(self.problem(message, hint))

    def other_things(self, message: str, hint: str | None = None) -> SyntaxProblem:
        """Notation of things that are no real numbers; the caller raises the problem."""
        return OtherThings.of(self.problem(message, hint))


#: Gives the tokens of a match, or raises what is wrong with it.
Reader = Callable[[Found], Iterator[Token]]
