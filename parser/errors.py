"""What the parser raises: `SyntaxProblem` for what is written wrongly, `UnreadableInput` for what
is no text at all.

Both are `InputProblem`s, for a command that wants exit status 2 for either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shomei.terms.nodes import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where (`span`), what was `expected` there (in words), and a `hint`
    of what would be right.

    `line` is the source line the span begins in, without its line break.
    """

    message: str
    span: Span
    line: str
    expected: tuple[str, ...] = ()
    hint: str | None = None

    @property
    def quoted(self) -> str:
        """The line (a long one is cut around the place) and below it a caret under the first
        character, tildes under the rest.
        """
        start = self.span.column - 1
        end = self.span.end_column - 1 if self.span.end_line == self.span.line else len(self.line)
        first = max(0, start - 60)
        shown = self.line[first : first + 120].replace("\t", " ")
        lead = "…" if first else ""
        tail = "…" if first + 120 < len(self.line) else ""
        offset = len(lead) + _columns(shown[: start - first])
        width = max(1, _columns(shown[start - first : max(start + 1, end) - first]))
        return f"{lead}{shown}{tail}\n{' ' * offset}^{'~' * (width - 1)}"

    def render(self, path: str) -> str:
        """The whole problem as text: `path:line:column: message`, the quoted line, what was
        expected, the hint.
        """
        parts = [
            f"{path}:{self.span.line}:{self.span.column}: {self.message}",
            *("    " + row for row in self.quoted.split("\n")),
        ]
        if self.expected:
            parts.append(f"  expected: {', '.join(self.expected)}")
        if self.hint:
            parts.append(f"  hint: {self.hint}")
        return "\n".join(parts)


def _columns(text: str) -> int:
    """The width of a text in a terminal, in which East Asian characters take two columns."""
    return sum(2 if _is_wide(character) else 1 for character in text)


def _is_wide(character: str) -> bool:
    point = ord(character)
    return (
        0x1100 <= point <= 0x115F
        or 0x2E80 <= point <= 0xA4CF
        or 0xAC00 <= point <= 0xD7A3
        or 0xF900 <= point <= 0xFAFF
        or 0xFF00 <= point <= 0xFF60
    )


class InputProblem(Exception):  # noqa: N818 -- a problem of the input, not an error of the program
    """The input cannot be read as a derivation."""


class UnreadableInput(InputProblem):
    """The file is not there, is a folder, is not UTF-8, is empty or too large."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


class SyntaxProblem(InputProblem):
    """One or several problems in one text, in the order of the text. The properties speak of the
    first.
    """

    def __init__(self, path: str, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems: tuple[Problem, ...] = tuple(problems)
        if not self.problems:
            raise ValueError("a SyntaxProblem needs a problem")
        super().__init__("\n".join(problem.render(path) for problem in self.problems))

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.problems[0].message

    @property
    def span(self) -> Span:
        """Where."""
        return self.problems[0].span

    @property
    def quoted(self) -> str:
        """The line, with a caret."""
        return self.problems[0].quoted

    @property
    def expected(self) -> tuple[str, ...]:
        """What could have stood there."""
        return self.problems[0].expected

    @property
    def hint(self) -> str | None:
        """What would be right."""
        return self.problems[0].hint


class TooMuch(SyntaxProblem):
    """The text as a whole is more than is read: nothing after this is looked at."""

    @classmethod
    def of(cls, problem: SyntaxProblem) -> TooMuch:
        """The same problems, as the end of the reading."""
        return cls(problem.path, problem.problems)


class UnsupportedNotation(SyntaxProblem):
    """Well-formed mathematics that the language has no meaning for: an article's display of it is
    reported as unchecked, not as an error.
    """

    @classmethod
    def of(cls, problem: SyntaxProblem) -> UnsupportedNotation:
        """The same problems, as ones of meaning instead of form."""
        return cls(problem.path, problem.problems)
