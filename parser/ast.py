"""The abstract syntax of a derivation: reasons, items and documents over the terms of
`shomei.terms`; frozen, typed, with source spans that take no part in equality.
"""

# ruff: noqa: RUF009 -- a span's field is the same for every node; it is no default that is computed

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from shomei.parser.reason_nodes import Reason
from shomei.terms.cells import NO_CELLS, Cells
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import Expression, NumberSet, RelationOperator, Span, Statement, span_field
from shomei.terms.roles import Role

_BRACE: Final = re.compile(r"(?<!\\)[{}]")
_BRACES: Final = {"{": 1, "}": -1}
_CLOSING: Final = re.compile(r"\s*\}")

# --------------------------------------------------------------------------------------------------
# Documents


@dataclass(frozen=True, slots=True)
class Link:
    """One further term of a chain: `operator right   by reasons`."""

    operator: RelationOperator
    right: Expression
    reasons: tuple[Reason, ...] = ()
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Chain:
    """`first op_1 E_1 op_2 E_2 …`: one step per link.

    `tentative`: an article does not say for certain that its first link is claimed; it may be a
    definition or a condition. `conditional`: it has the form of an equation to be solved, and may
    be one unless no numbers satisfy it. `given`: what the text has stated of its letters, from
    which the words draw it; it holds where its links do not hold by themselves. `told`: that says
    what its letters are, so that the links are meant under it.
    """

    first: Expression
    links: tuple[Link, ...]
    tag: str | None = None
    span: Span = span_field()
    tentative: bool = field(default=False, compare=False)
    conditional: bool = field(default=False, compare=False)
    given: tuple[Statement, ...] = field(default=(), compare=False)
    told: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class LogicLink:
    """One further statement of a chain: `\\iff right   by reasons`.

    `in_prose`: an article's words say the statement before it, as a condition.
    """

    operator: Literal["iff", "implies"]
    right: Statement
    reasons: tuple[Reason, ...] = ()
    span: Span = span_field()
    in_prose: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class LogicChain:
    """`S_0 \\iff S_1 \\iff S_2` or with `\\Rightarrow`: one step per link."""

    first: Statement
    links: tuple[LogicLink, ...]
    tag: str | None = None
    span: Span = span_field()
    tentative: bool = field(default=False, compare=False)
    conditional: bool = field(default=False, compare=False)
    given: tuple[Statement, ...] = field(default=(), compare=False)
    told: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Assume:
    """`assume`: hypotheses for what follows, up to the end of the enclosing proof or file.

    `in_prose`: an article's words assume it. Articles leave conditions unsaid even where they state
    some. `implied`: it lies in what its letters are called, and further conditions are inferred as
    if nothing were said of them. `defines`: it says what a sequence is, and holds for as long as
    that has this name, not only in its part of the text.
    """

    conditions: tuple[Statement, ...]
    span: Span = span_field()
    in_prose: bool = field(default=False, compare=False)
    implied: bool = field(default=False, compare=False)
    defines: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Let:
    """`let n, m \\in \\mathbb{N}` (`domain`), or a renaming `let X = x` (`value`, one name).

    `anew`: the letters are introduced anew; earlier assumptions about them are about others.
    `in_prose`: it comes from an article's words, and ends with the part that it stands in.
    """

    names: tuple[str, ...]
    domain: NumberSet | None
    value: Expression | None = None
    span: Span = span_field()
    anew: bool = field(default=False, compare=False)
    in_prose: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Declare:
    """`let f \\colon \\mathbb{R} \\to \\mathbb{R} differentiable`: functions without a formula, by
    their names (`x_` for the family `x_i`), and the kinds that they are said to be of, by their
    names in the section `function_kinds` of the languages.

    A sequence may begin with the element of the index `first`. `again`: a sequence that is declared
    begins there, and what is known of it stays. `in_prose`: it comes from an article's words.
    """

    names: tuple[str, ...]
    arity: int = 1
    kinds: tuple[str, ...] = ()
    first: int = 0
    again: bool = False
    span: Span = span_field()
    in_prose: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Define:
    """`define f(x) = body`; no parameters for a named constant."""

    name: str
    parameters: tuple[str, ...]
    body: Expression
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Formula:
    """A schema: proved once for all its variables, under `conditions` ("if …") and what its
    expressions need; then cited by `label`.
    """

    label: str
    statement: Statement
    conditions: tuple[Statement, ...] = ()
    reasons: tuple[Reason, ...] = ()
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Therefore:
    """`therefore statement`: it follows from the steps before."""

    statement: Statement
    tag: str | None = None
    reasons: tuple[Reason, ...] = ()
    span: Span = span_field()
    tentative: bool = field(default=False, compare=False)
    conditional: bool = field(default=False, compare=False)
    given: tuple[Statement, ...] = field(default=(), compare=False)
    told: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Case:
    """`case x \\ge 0` … `endcase`: a branch; the cases of one split must cover everything."""

    condition: Statement
    body: tuple[Item, ...]
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class CaseSplit:
    """Consecutive `case`s. What every case proves as its last statement holds after the split."""

    cases: tuple[Case, ...]
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Theorem:
    """A named claim and its derivation; the proof is empty where it comes later in the text.

    `in_prose`: an article's words say the condition of the claim.
    """

    label: str
    statement: Statement
    proof: tuple[Item, ...]
    span: Span = span_field()
    in_prose: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Noted:
    """A formula that makes no step, its role, and why; it is reported, never dropped in silence.
    `hint` says what would be read.
    """

    text: str
    role: Role
    why: str
    hint: str = field(default="", compare=False)
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a formula of an article stands, and what reading it came to if no item of the document
    is made of it.
    """

    span: Span
    role: Role = "mention"
    why: str = ""


#: What a reserve's operations call a quotient by more than a number, and a power with another
#: exponent than a numeral.
QUOTIENT: Final = "quotient"
REAL_POWER: Final = "real power"


@dataclass(frozen=True, slots=True)
class Reserve:
    """A stretch of an article in which what is claimed does not count as verified, since the text
    says something that is not understood, and why. With `letters`, this concerns only what
    speaks of one of them, and with `operations` only what is written with one of these.
    `supposed`: only what rests on something that is supposed in it, or said of these letters.
    `alarming`: a formula in it that fails is reported all the same. `lettered`: only what speaks of
    any letter.
    """

    begin: int
    end: int
    why: str
    letters: frozenset[str] = frozenset()
    operations: frozenset[str] = frozenset()
    supposed: bool = False
    alarming: bool = False
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What an article's words say of some letters without its being understood as an assumption or
    a definition: `statements`; of `names`, it is not known what. A name that ends in `_` stands for
    all letters with an index. `lasting`: it says what the names are, for longer than its section.
    """

    names: tuple[str, ...]
    statements: tuple[Statement, ...] = ()
    lasting: bool = False
    span: Span = span_field()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an article begins (`opens`) or ends here: a section, an environment, an example, a
    case. Parts of this level and of deeper ones end first, with all that their words assume, name
    and declare.
    """

    level: int
    opens: bool = True
    span: Span = span_field()


Item: TypeAlias = (
    Assume
    | Let
    | Declare
    | Define
    | Formula
    | Chain
    | LogicChain
    | Therefore
    | CaseSplit
    | Theorem
    | Noted
    | Unsettled
    | Part
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that calls alarms known, with the author's reason. It is for those which begin in
    its lines, from the first to the last; `on` is for none.
    """

    kind: Literal["off", "on", "ignore", "ignore-next"]
    reason: str
    span: Span = span_field()
    first_line: int = 1
    last_line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole derivation: its text, its items in order, and what the parser put up with.

    `layout` are the places, in order, of what stands in formulas without being mathematics: tags,
    alignment marks, and the delimiters of formulas. `formulas` are the rows of an article's
    displays and its inline formulas that hold a relation, each once. `cells` are those of the
    notebook that the text is of. `understood`: the words are in a language that Shomei reads.
    `suppressions` are the comments that call alarms known. `reserves` are the stretches in which
    nothing counts, `together` the formulas of each sentence with several.
    """

    path: str
    text: str
    items: tuple[Item, ...]
    warnings: tuple[Diagnostic, ...] = field(default=(), compare=False)
    layout: tuple[tuple[int, int], ...] = field(default=(), compare=False, repr=False)
    formulas: tuple[Seen, ...] = field(default=(), compare=False, repr=False)
    cells: Cells = field(default=NO_CELLS, compare=False, repr=False)
    understood: bool = field(default=True, compare=False)
    suppressions: tuple[Suppression, ...] = field(default=(), compare=False, repr=False)
    reserves: tuple[Reserve, ...] = field(default=(), compare=False, repr=False)
    together: tuple[tuple[tuple[int, int], ...], ...] = field(default=(), compare=False, repr=False)

    def quote(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end].strip()

    def formula(self, start: int, end: int) -> str:
        """The text between two offsets without its layout."""
        if self.text.endswith("\\left", 0, start):
            start -= len("\\left")  # a node's span begins with its first bracket itself
        end = self._closing(start, end)
        pieces: list[str] = []
        index = bisect_left(self.layout, (start, start))
        while index < len(self.layout) and self.layout[index][0] < end:
            first, last = self.layout[index]
            pieces.append(self.text[start:first])
            start, index = max(start, last), index + 1
        pieces.append(self.text[start:end])
        return " ".join(piece.strip() for piece in pieces if piece.strip())

    def _closing(self, start: int, end: int) -> int:
        """The end of the text between two offsets with the braces that close what it opens, as of
        `\\boxed{x = 1}`: no node's span holds them.
        """
        for _ in range(sum(_BRACES[brace] for brace in _BRACE.findall(self.text, start, end))):
            closing = _CLOSING.match(self.text, end)
            if closing is None:
                break
            end = closing.end()
        return end
