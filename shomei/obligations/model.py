"""The claims of a derivation, step by step: obligations over contexts. Pure data, made by
`obligations.build` and read by the numbers, the emitter and the reports.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from shomei.parser.reason_nodes import Reason
from shomei.terms.definitions import Binding, Definition
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.functions import Function
from shomei.terms.nodes import (
    Expression,
    Infinity,
    Integral,
    Node,
    Property,
    Relation,
    Span,
    Statement,
)
from shomei.terms.roles import Role

# --------------------------------------------------------------------------------------------------
# Contexts


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A statement that a step may use. `inferred`: the file states no hypotheses, and the
    expressions need this one.

    `in_prose`: an article's words assume it, for the part of it that they stand in.
    `proof`: a theorem's own proof assumes it, so that the theorem says it too.
    """

    name: str
    statement: Statement
    origin: Literal["assumed", "inferred", "case", "proof", "proved"] = "assumed"
    span: Span | None = field(default=None, compare=False)
    in_prose: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Context:
    """The variables, hypotheses, definitions and declared functions that are relevant to a step."""

    variables: tuple[Binding, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    definitions: tuple[Definition, ...] = ()
    # No part of the text from which the numbers take their seed.
    functions: tuple[Function, ...] = field(default=(), repr=False)


# --------------------------------------------------------------------------------------------------
# Definedness


@dataclass(frozen=True, slots=True)
class LimitBinder:
    """For all `variable` near enough to `point` (and different from it): `∀ᶠ h in 𝓝[≠] 0, …`."""

    variable: str
    point: Expression | Infinity
    side: Literal["+", "-"] | None = None
    natural: bool = False


@dataclass(frozen=True, slots=True)
class NearBinder:
    """For all `variable` in a neighbourhood of `point` (including it): `∀ᶠ y in 𝓝 x, …`."""

    variable: str
    point: Expression


@dataclass(frozen=True, slots=True)
class IndexBinder:
    """For all integers `variable` from `lower` to `upper`."""

    variable: str
    lower: Expression
    upper: Expression


@dataclass(frozen=True, slots=True)
class RangeBinder:
    """For all real `variable` between `lower` and `upper`, whichever is the smaller one."""

    variable: str
    lower: Expression
    upper: Expression


Binder: TypeAlias = LimitBinder | NearBinder | IndexBinder | RangeBinder


@dataclass(frozen=True, slots=True)
class Continuity:
    """The integrand is continuous between the bounds, and at both of them: what an integral
    needs.
    """

    integral: Integral


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of definedness of an expression, under the binders around it (outermost first).

    `expression` is the subexpression that has the condition; `why` gives its role in words: "the
    argument of a logarithm". `premises`: on the right side of an implication, the relations on its
    left side, which may be used.
    """

    statement: Relation | Property | Continuity
    binders: tuple[Binder, ...]
    why: str
    expression: Expression
    premises: tuple[Relation, ...] = ()

    @property
    def said(self) -> Node:
        """What is said, as a term or statement with the same free variables."""
        stated = self.statement
        return stated.integral if isinstance(stated, Continuity) else stated


# --------------------------------------------------------------------------------------------------
# Obligations


@dataclass(frozen=True, slots=True)
class Schema:
    """A citable formula: `statement` holds for all values of `variables` that satisfy `hypotheses`.
    Its functions are those of `definitions`, and it holds for all `functions` that satisfy the
    hypotheses.
    """

    label: str
    obligation: str
    variables: tuple[Binding, ...]
    hypotheses: tuple[Hypothesis, ...]
    statement: Statement
    definitions: tuple[Definition, ...] = ()
    functions: tuple[Function, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """An earlier step whose statement a later one may use, for the `variables` and declared
    `functions` that satisfy `hypotheses`. Its other functions are those of `definitions`.
    """

    obligation: str
    variables: tuple[Binding, ...]
    hypotheses: tuple[Hypothesis, ...]
    statement: Statement
    definitions: tuple[Definition, ...] = ()
    functions: tuple[Function, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a text says of some letters without its being understood as a hypothesis or a
    definition: an equation to be solved, a condition, a definition whose part has ended. A claim
    about these letters that fails may hold under it.

    `statement`, in its `context`, is what the text says; None if that is not known. `obligation`:
    the step that it is read as, which removes the doubt where it is verified. `lasting`: it does
    not end with its section. A name that ends in `_` stands for all letters with an index: `a_` for
    a_1, a_n, ….
    """

    names: frozenset[str]
    statement: Statement | None = None
    context: Context = field(default_factory=Context)
    obligation: str = ""
    lasting: bool = False


#: The kind of a step: one link of a chain, a formula, …; `conclusion` is the relation between the
#: ends of a chain.
Kind: TypeAlias = Literal["step", "formula", "theorem", "therefore", "conclusion", "cases"]


@dataclass(frozen=True, slots=True)
class Obligation:
    """One step. `id` is a Lean-safe name (`eq_4_1_1`, `L12`). `source` is the step as written, with
    its reason. `goal` is to be proved in `context`, with every subexpression defined
    (`conditions`).
    """

    id: str
    kind: Kind
    span: Span
    source: str
    reason_text: str
    context: Context
    goal: Statement
    conditions: tuple[Condition, ...] = ()
    reasons: tuple[Reason, ...] = ()
    schemas: tuple[Schema, ...] = ()
    facts: tuple[Fact, ...] = ()
    label: str | None = None
    renamings: tuple[Relation, ...] = ()
    """What the abbreviations in the step as written stand for: `Y = x + h`. The `goal` has them
    written out.
    """
    cases: tuple[Statement, ...] = ()
    """Where the step is what the cases of a split come to: the condition of each. Their results are
    the last of `facts`, after the fact that they cover all.
    """
    statement: str = ""
    """The statement as written, without its reason and the marks of its layout; empty where the
    source has it in no one piece: what a whole chain or the cases of a split come to, and a claim
    under a condition that the words before it state.
    """
    tentative: bool = False
    """Whether the text may not claim it: it may be a definition or a condition."""
    conditional: bool = False
    """Whether it has the form of an equation to be solved, or of a condition: it may be one unless
    no numbers satisfy it.
    """
    doubts: tuple[Doubt, ...] = ()
    """What the text says of its letters that is not understood."""
    reserved: str = ""
    """Why it does not count as verified even where it is proved: the text that says it, or that
    says what it rests on, is not understood.
    """
    alarming: bool = False
    """Whether it is reported where it fails, though it would not count."""
    sentence: int | None = None
    """The number of the sentence that states it, if that states more."""
    otherwise: Obligation | None = field(default=None, repr=False)
    """The same under what the text has stated of its letters, from which the words draw it: it is
    owed in place of this one if numbers refute this one.
    """
    relies: Obligation | None = field(default=None, repr=False)
    """The step that says what a derivative in its premises is, which stands in its place here."""
    problem: str | None = None
    """Set where the step cannot even be stated (an unknown formula, a captured variable): it is
    `unproved`, and this says why.
    """


@dataclass(frozen=True, slots=True)
class Assumption:
    """An `assume`, with all hypotheses in force after it. Its line is where a contradiction among
    them is introduced, if there is one.
    """

    span: Span
    context: Context


#: What puts something in force: an assumption, a case, a theorem's own proof, an earlier proof,
#: the needs of another one, a declaration, a name for a term, the definition of a function.
Force: TypeAlias = Literal[
    "assumed", "case", "proof", "proved", "inferred", "declared", "name", "definition"
]


@dataclass(frozen=True, slots=True)
class Extent:
    """What is in force in a stretch of the document, and the place that says it. `begin` and `end`
    are lines and columns; `end` is None where it holds to the end of the text, and `ended` says why
    it holds no longer.
    """

    statement: Statement
    force: Force
    span: Span
    begin: tuple[int, int]
    end: tuple[int, int] | None = None
    ended: str = ""


@dataclass(frozen=True, slots=True)
class PlannedFormula:
    """A formula of the document: its place, its role there and why, and the obligations that it
    makes.
    """

    span: Span
    role: Role
    why: str = ""
    obligations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All obligations of a document, each after those whose theorems it may use."""

    obligations: tuple[Obligation, ...]
    notices: tuple[Diagnostic, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    formulas: tuple[PlannedFormula, ...] = ()
    extents: tuple[Extent, ...] = ()
