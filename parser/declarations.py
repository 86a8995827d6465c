"""What a document has declared so far: the reader of `f(x)` must know whether f is a function."""

from __future__ import annotations

from dataclasses import dataclass, field

from shomei.parser.limits import MAX_ALL_TOKENS
from shomei.parser.source import Range
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.roles import Role


@dataclass(slots=True)
class Declarations:
    """Grows as a document is read from top to bottom.

    `functions` maps a defined function's name to its parameters, `renamed` are names that a `let`
    or a definition without parameters gave a value, `variables` names that were read as variables,
    `labels` those of the formulas and theorems above.
    """

    functions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    renamed: set[str] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    warnings: list[Diagnostic] = field(default_factory=list)
    #: The tags, alignment marks and delimiters in what has been read.
    layout: list[Range] = field(default_factory=list)
    #: The formulas of an article: where each stands, its role as far as reading it tells, and why.
    formulas: dict[Range, tuple[Role, str]] = field(default_factory=dict)
    #: How many tokens may still be read, all formulas together.
    tokens_left: int = MAX_ALL_TOKENS

    def trial(self) -> Declarations:
        """A copy for a reading that may come to nothing: what it declares and warns of is forgotten
        with it.
        """
        return Declarations(
            dict(self.functions),
            set(self.renamed),
            set(self.variables),
            set(self.labels),
            tokens_left=self.tokens_left,
        )

    def see(self, place: Range, role: Role = "mention", why: str = "") -> None:
        """A formula stands here. What is said of it last counts."""
        self.formulas[place] = (role, why)

    def is_function(self, name: str) -> bool:
        """Whether the name was defined with parameters."""
        return name in self.functions
