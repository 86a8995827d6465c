"""Everything that is reported about a derivation besides the verdicts: one type from the parser to
the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from shomei.terms.nodes import Span

#: `input`: the text does not parse or cannot be read. `environment`: no Lean, no time, no memory,
#: no disk. `note`: information for the reader, such as a passage that is not checked.
DiagnosticKind: TypeAlias = Literal["input", "environment", "note"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`span` is the place, if there is one; `expected` says what could have stood there, and `hint`
    what would be right. `code` distinguishes kinds of notes; `detail` says what trying it came to.
    """

    kind: DiagnosticKind
    message: str
    span: Span | None = None
    expected: tuple[str, ...] = ()
    hint: str | None = None
    code: str = ""
    detail: str = ""

    @property
    def line(self) -> int | None:
        """The line in which it begins."""
        return None if self.span is None else self.span.line

    @property
    def column(self) -> int | None:
        """The column in which it begins."""
        return None if self.span is None else self.span.column

    @property
    def end_line(self) -> int | None:
        """The line in which it ends."""
        return None if self.span is None else self.span.end_line

    @property
    def end_column(self) -> int | None:
        """The column after its last character."""
        return None if self.span is None else self.span.end_column

    @property
    def hints(self) -> tuple[str, ...]:
        """Help for the reader: what was expected, and what would be right."""
        expected = (f"expected {', '.join(self.expected)}",) if self.expected else ()
        return expected if self.hint is None else (*expected, self.hint)


def note(code: str, message: str, span: Span) -> Diagnostic:
    """A note for the reader."""
    return Diagnostic("note", message, span, code=code)


def not_checked(span: Span, why: str, *, hint: str | None = None, detail: str = "") -> Diagnostic:
    """A note that the mathematics at `span` is not checked."""
    message = f"not checked: {why}"
    return Diagnostic("note", message, span, hint=hint, code="not-checked", detail=detail)


def not_claimed(span: Span, why: str) -> Diagnostic:
    """A note that the text does not claim what stands at `span`."""
    return note("not-claimed", f"not claimed: {why}", span)
