"""The declarations of a document so far: reading `f(x)` requires knowing whether f is a
function.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from shomei.languages.language import FALLBACK
from shomei.parser.ast import Define, Reserve, Suppression
from shomei.parser.events import Space
from shomei.parser.expectations import Distributions, Outcomes, RandomVariable
from shomei.parser.limits import MAX_ALL_TOKENS
from shomei.parser.source import Range
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.functions import ANY
from shomei.terms.nodes import Expression, Node
from shomei.terms.roles import Role
from shomei.terms.walk import called_names


@dataclass(slots=True)
class Setting:
    """`Y = \\frac{1}{h}` と置く: a name and its value. `cited`: a citation's substitution took it
    over. `lasting`: the words give it for more than the claim after it.
    """

    name: str
    value: Expression
    place: Range
    is_let: bool = False
    used: bool = False
    cited: bool = False
    lasting: bool = False


@dataclass(slots=True)
class Declarations:
    """Grows as a document is read from top to bottom.

    `functions` maps the name of a defined function to its parameters, `renamed` are names that got
    a value from a `let` or a definition without parameters, `variables` names that were read as
    variables, and `labels` those of the formulas and theorems above.
    """

    functions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: The functions without a formula among them; those of `families` have indices as arguments.
    declared: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    #: The families that have occurred in what has been read.
    indexed: set[str] = field(default_factory=set)
    #: The sequences among them that are given by a recursion, and the least index of the elements
    #: that are given of each family.
    recursive: set[str] = field(default_factory=set)
    first: dict[str, int] = field(default_factory=dict)
    #: The families that a formula gives.
    explicit: set[str] = field(default_factory=set)
    #: The letters of which a directive says something: they are no indices that range over all.
    ranged: set[str] = field(default_factory=set)
    #: The upper bounds of indices that the text counts from 1, as LaTeX: `i` to `n`. The bound of
    #: "" is the one of all others.
    lengths: dict[str, str] = field(default_factory=dict)
    #: The letters that are indices of families somewhere in the text.
    counters: frozenset[str] = frozenset()
    #: The argument of functions that stand without one, as the formula above shows it.
    argument: str = ANY
    #: The letters that words call functions without a formula functions of.
    arguments: dict[str, str] = field(default_factory=dict)
    renamed: set[str] = field(default_factory=set)
    #: The values of those names; some are of names that have none any more.
    values: dict[str, Expression] = field(default_factory=dict)
    #: The names that words give a value and no claim has used yet.
    settings: list[Setting] = field(default_factory=list)
    #: The functions that names are of other names, by which something is differentiated.
    inner: dict[str, Define] = field(default_factory=dict)
    variables: set[str] = field(default_factory=set)
    #: The letters of which only the sections above have spoken.
    earlier: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    #: Names that were applied like functions before anything defined them.
    applied: set[str] = field(default_factory=set)
    warnings: list[Diagnostic] = field(default_factory=list)
    #: The tags, alignment marks and delimiters in what has been read.
    layout: list[Range] = field(default_factory=list)
    #: The formulas of an article: where each stands, its role as far as reading it tells, and why.
    formulas: dict[Range, tuple[Role, str]] = field(default_factory=dict)
    #: The comments that call alarms known.
    suppressions: list[Suppression] = field(default_factory=list)
    #: What of an article does not count, since the text around it is not understood.
    reserves: list[Reserve] = field(default_factory=list)
    #: The formulas of each sentence that has several.
    together: list[tuple[Range, ...]] = field(default_factory=list)
    #: The number of tokens that may still be read, in all formulas together.
    tokens_left: int = MAX_ALL_TOKENS
    #: The variable of the last integral that was read, which `[F(x)]_a^b` is evaluated in.
    integrated: str | None = None
    #: The random variables, the experiments that they belong to, and which of these are
    #: independent.
    randoms: dict[str, RandomVariable] = field(default_factory=dict)
    outcomes: list[Outcomes] = field(default_factory=list)
    #: Those of which the text says something else, that is not read.
    lost: set[str] = field(default_factory=set)
    independent: list[frozenset[int]] = field(default_factory=list)
    #: The operators on them that are known: `E`, `Var`, `Cov`.
    operators: set[str] = field(default_factory=set)
    #: Those that are written in a way of their own, `\\mathbb{E}`, in a text that may say how
    #: random variables are distributed.
    upright: set[str] = field(default_factory=set)
    #: The outcomes that events make, as far as the text names these; the last are those of now. And
    #: whether the text may name any.
    spaces: list[Space] = field(default_factory=list)
    speaks_of_events: bool = False
    #: Whether it is an article that speaks of probabilities or expectations.
    speaks_of_chances: bool = False
    #: The families of expectations of random variables with indices, and how many of these.
    moments: dict[str, int] = field(default_factory=dict)
    #: Of which operators on which random variables a note says what they are read as.
    told: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    #: Whether the text says that its set of natural numbers begins with 1.
    counts_from_one: bool = False
    #: The code of the language of an article's words; None if it has no file.
    language: str | None = FALLBACK

    @property
    def events(self) -> frozenset[str]:
        """The names of all events that the text has introduced."""
        return frozenset(name for space in self.spaces for name in space.events)

    @property
    def unknown_families(self) -> set[str]:
        """The families that neither a formula nor a recursion gives."""
        return self.families - self.explicit - self.recursive

    def trial(self) -> Declarations:
        """A copy for a reading that may be abandoned: its declarations and warnings are then
        discarded.
        """
        return Declarations(
            dict(self.functions),
            set(self.declared),
            set(self.families),
            set(self.indexed),
            set(self.recursive),
            dict(self.first),
            set(self.explicit),
            set(self.ranged),
            self.lengths,
            self.counters,
            self.argument,
            self.arguments,
            set(self.renamed),
            dict(self.values),
            list(self.settings),
            dict(self.inner),
            set(self.variables),
            self.earlier,
            set(self.labels),
            set(self.applied),
            tokens_left=self.tokens_left,
            integrated=self.integrated,
            randoms=dict(self.randoms),
            outcomes=list(self.outcomes),
            lost=self.lost,
            independent=list(self.independent),
            operators=set(self.operators),
            upright=self.upright,
            spaces=list(self.spaces),
            speaks_of_events=self.speaks_of_events,
            speaks_of_chances=self.speaks_of_chances,
            moments=self.moments,
            told=set(self.told),
            language=self.language,
        )

    @property
    def distributions(self) -> Distributions:
        """What has been said of random variables."""
        return Distributions(self.outcomes, self.randoms, self.independent)

    def see(self, place: Range, role: Role = "mention", why: str = "") -> None:
        """A formula stands here. What is said of it last counts."""
        self.formulas[place] = (role, why)

    def declare(self, name: str, arity: int, *, natural: bool) -> None:
        """A function without a formula, or a family with indices, has this name from now on."""
        self.functions[name] = ("n", "m")[:arity] if natural else ("x", "y")[:arity]
        self.declared.add(name)
        (self.families.add if natural else self.families.discard)(name)
        self.renamed.discard(name)
        self.applied.discard(name)
        self.arguments.pop(name, None)

    def forget(self, name: str) -> None:
        """A function is none any more. The elements of a family are read as such all the same."""
        if name in self.families:
            self.explicit.discard(name)
        else:
            self.functions.pop(name, None)

    def speaks_of_declared(self, statement: Node) -> bool:
        """Whether a function without a formula, or a family, occurs in a statement."""
        return any(map(self.is_declared, called_names(statement)))

    def is_declared(self, name: str) -> bool:
        """Whether it is the name of a function without a formula, or of a family."""
        return name in self.declared or name.removesuffix("_") in self.families

    def is_function(self, name: str) -> bool:
        """Whether the name was defined with parameters."""
        return name in self.functions

    def give(self, name: str, value: Expression) -> None:
        """A name stands for a term from now on."""
        self.renamed.add(name)
        self.values.pop(name, None)  # the last one is the latest
        self.values[name] = value

    def is_set(self, name: str) -> bool:
        """Whether words have set the name, for the claims after them."""
        return any(setting.name == name for setting in self.settings)

    def unset(self, name: str) -> None:
        """What words have set the name to is over."""
        self.settings[:] = [setting for setting in self.settings if setting.name != name]

    def value_of(self, name: str) -> Expression | None:
        """The term that a name stands for; None if it is a variable."""
        said = next((each.value for each in reversed(self.settings) if each.name == name), None)
        return said if said is not None else self.values.get(name) if name in self.renamed else None

    def stands_for_a_term(self, name: str) -> bool:
        """Whether the name is no variable, but has a value."""
        return self.value_of(name) is not None
