"""The exceptions of the parser: `SyntaxProblem` for a mistake in the text, `UnreadableInput` for
input that is not a text at all.

Both are `InputProblem`s, for commands that use exit status 2 for either.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from shomei.terms.cells import NO_CELLS, Cells
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import NOWHERE, Span

if TYPE_CHECKING:
    from shomei.parser.ast import Document


class InputProblem(Exception):  # noqa: N818 -- a problem of the input, not an error of the program
    """The input cannot be read as a derivation."""


class UnreadableInput(InputProblem):
    """The file is missing, is a folder, is not UTF-8, is empty or is too large."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


class EmptyInput(UnreadableInput):
    """The file holds nothing but blanks, which an article may."""


class SyntaxProblem(InputProblem):
    """One or several problems in one text, in the order of the text. The properties describe the
    first.
    """

    def __init__(
        self, path: str, problems: Iterable[Diagnostic], rest: Document | None = None
    ) -> None:
        self.path = path
        #: What can be read beside the problems.
        self.rest = rest
        #: The text of a notebook's cells, which the places are of, and where each begins in it.
        self.text: str | None = None
        self.cells: Cells = NO_CELLS
        self.problems: tuple[Diagnostic, ...] = tuple(problems)
        if not self.problems:
            raise ValueError("a SyntaxProblem needs a problem")
        super().__init__("\n".join(_told(problem, path) for problem in self.problems))

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.problems[0].message

    @property
    def span(self) -> Span:
        """Where."""
        return self.problems[0].span or NOWHERE

    @property
    def expected(self) -> tuple[str, ...]:
        """What could have stood there."""
        return self.problems[0].expected

    @property
    def hint(self) -> str | None:
        """What would be right."""
        return self.problems[0].hint


def _told(problem: Diagnostic, path: str) -> str:
    """`path:line:column: message`, then the hints. Reports quote the line itself."""
    place = f"{path}:{problem.line}:{problem.column}"
    return "\n".join((f"{place}: {problem.message}", *(f"  {hint}" for hint in problem.hints)))


class TooMuch(SyntaxProblem):
    """The text as a whole exceeds a limit; nothing after this is read."""

    @classmethod
    def of(cls, problem: SyntaxProblem) -> TooMuch:
        """The same problems, as the end of the reading."""
        return cls(problem.path, problem.problems)


class NothingToCheck(SyntaxProblem):
    """The text holds no mathematics. A page may; a derivation should."""

    @classmethod
    def of(cls, problem: SyntaxProblem) -> NothingToCheck:
        """The same problems, as the absence of mathematics."""
        return cls(problem.path, problem.problems)


class UnsupportedNotation(SyntaxProblem):
    """Well-formed mathematics without a meaning in the language. A display of it in an article is
    reported as unchecked, not as an error.
    """

    @classmethod
    def of(cls, problem: SyntaxProblem) -> UnsupportedNotation:
        """The same problems, as problems of meaning instead of form."""
        return cls(problem.path, problem.problems)


class OtherThings(UnsupportedNotation):
    """It speaks of things that the language does not have: vectors, matrices, complex numbers. The
    message says which, and then the same words as all others do.
    """

    @property
    def things(self) -> str:
        """What it speaks of: `vectors`."""
        return self.message.removesuffix(" are not part of the language")

    @property
    def about_numbers(self) -> bool:
        """Whether they have real values, as norms and probabilities have: what equals one of them
        is a number.
        """
        return self.things in {"norms", "random variables", "figures"} or "bar" in self.things


class InexactStatement(UnsupportedNotation):
    """A sign such as `\\approx` that claims nothing exact. What stands before it may."""
